/** What people granted to applications by OAuth 2.0: codes, access tokens and refresh tokens, by the emulator's clock. */
import type { Clock } from '../../../shared/clock.ts';
import type { OAuth2Client } from './oauth2-clients.ts';

export interface Grant {
  readonly client: OAuth2Client;
  readonly scopes: readonly string[];
}

/** How the one who takes a code proves that they asked for it. */
export interface Challenge {
  readonly method: 'S256' | 'plain';
  readonly value: string;
}

export interface CodeGrant extends Grant {
  readonly redirectUri: string;
  readonly challenge: Challenge | undefined;
}

export interface GrantBook {
  /** A code, which can be taken once. */
  giveCode(grant: CodeGrant): string;
  /** What a code stands for, which ends it; `undefined` for one that is used, too old, or of another client. */
  takeCode(code: string, client: OAuth2Client): CodeGrant | undefined;
  giveTokens(grant: Grant): { readonly accessToken: string; readonly refreshToken: string };
  /** What a refresh token stands for; as with a code. */
  readRefreshToken(token: string, client: OAuth2Client): Grant | undefined;
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
  const refreshTokens = new Map<string, Expiring<Grant>>();
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
    giveTokens: (grant) => ({
      accessToken: give(accessTokens, grant, lives.tokenLife),
      refreshToken: give(refreshTokens, grant, refreshTokenLife),
    }),
    readRefreshToken: (token, client) => ofClient(read(refreshTokens, token), client),
    endRefreshToken: (token) => void refreshTokens.delete(token),
    readAccessToken: (token) => read(accessTokens, token),
    revoke(clientId) {
      for (const map of [codes, accessTokens, refreshTokens]) {
        for (const [text, { grant }] of map) if (grant.client.clientId === clientId) map.delete(text);
      }
    },
  };
}
