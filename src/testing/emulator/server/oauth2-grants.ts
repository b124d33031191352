/** What people granted to applications by OAuth 2.0: codes, access tokens and refresh tokens, by the emulator's clock. */
import type { Clock } from '../../../shared/clock.ts';
import type { OAuth2Client } from './oauth2-clients.ts';

export interface Grant {
  readonly client: OAuth2Client;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
}

/** How the one who takes a code proves that they asked for it. */
export interface Challenge {
  readonly method: 'S256' | 'plain';
  readonly value: string;
}

export interface CodeGrant extends Grant {
  readonly challenge: Challenge | undefined;
}

interface RefreshGrant extends Grant {
  /** What was given beside the refresh token, and ends with it. */
  readonly accessToken: string;
}

export interface GrantBook {
  /** A code, which can be taken once. */
  giveCode(grant: CodeGrant): string;
  /** What a code stands for, which ends it; `undefined` for one that is used, too old, or of another client. */
  takeCode(code: string, client: OAuth2Client): CodeGrant | undefined;
  /** An access token with the scopes, and a refresh token with all that was granted. */
  giveTokens(
    grant: Grant,
    scopes: readonly string[],
  ): { readonly accessToken: string; readonly refreshToken: string };
  /** What a refresh token stands for; as with a code. */
  readRefreshToken(token: string, client: OAuth2Client): Grant | undefined;
  /** Ends a refresh token, and the access token that was given beside it. */
  endRefreshToken(token: string): void;
  /** What an access token stands for; `undefined` for one that has expired, or that nobody gave. */
  readAccessToken(token: string): Grant | undefined;
  /** Ends all that people granted to a client. */
  revoke(clientId: string): void;
}

interface Lives {
  /** Milliseconds. */
  readonly codeLife: number;
  readonly tokenLife: number;
}

const refreshTokenLife = 90 * 24 * 3_600 * 1_000;

interface Expiring<T extends Grant> {
  readonly grant: T;
  readonly expires: number;
}

export function createGrantBook(now: Clock, newText: () => string, lives: Lives): GrantBook {
  const codes = new Map<string, Expiring<CodeGrant>>();
  const accessTokens = new Map<string, Expiring<Grant>>();
  const refreshTokens = new Map<string, Expiring<RefreshGrant>>();
  const give = <T extends Grant>(map: Map<string, Expiring<T>>, grant: T, life: number): string => {
    // All of a kind live equally long, so that the oldest are the first to go.
    for (const [text, { expires }] of map) {
      if (expires > now()) break;
      map.delete(text);
    }
    const text = newText();
    map.set(text, { grant, expires: now() + life });
    return text;
  };
  const read = <T extends Grant>(map: Map<string, Expiring<T>>, text: string): T | undefined => {
    const found = map.get(text);
    return found !== undefined && found.expires > now() ? found.grant : undefined;
  };
  const ofClient = <T extends Grant>(grant: T | undefined, client: OAuth2Client): T | undefined =>
    grant?.client === client ? grant : undefined;
  return {
    giveCode: (grant) => give(codes, grant, lives.codeLife),
    takeCode(code, client) {
      const grant = ofClient(read(codes, code), client);
      if (grant !== undefined) codes.delete(code);
      return grant;
    },
    giveTokens({ client, scopes: granted, redirectUri }, scopes) {
      const accessToken = give(accessTokens, { client, scopes, redirectUri }, lives.tokenLife);
      const kept = { client, scopes: granted, redirectUri, accessToken };
      return { accessToken, refreshToken: give(refreshTokens, kept, refreshTokenLife) };
    },
    readRefreshToken: (token, client) => ofClient(read(refreshTokens, token), client),
    endRefreshToken(token) {
      accessTokens.delete(refreshTokens.get(token)?.grant.accessToken ?? '');
      refreshTokens.delete(token);
    },
    readAccessToken: (token) => read(accessTokens, token),
    revoke(clientId) {
      for (const map of [codes, accessTokens, refreshTokens]) {
        for (const [text, { grant }] of map) if (grant.client.clientId === clientId) map.delete(text);
      }
    },
  };
}
