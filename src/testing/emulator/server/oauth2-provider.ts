/** Data Center as an OAuth 2.0 provider for external applications: a person's word, tokens, and who comes with one. */
import type { Clock } from '../../../shared/clock.ts';
import type { Random } from '../identifiers.ts';
import type { User } from '../world.ts';
import { authorize } from './oauth2-authorize.ts';
import { reachOf, readLife, readOAuth2Clients } from './oauth2-clients.ts';
import { createGrantBook } from './oauth2-grants.ts';
import { giveToken } from './oauth2-token.ts';
import type { EmulatedServerOptions } from './options.ts';
import { type ServerPrincipal, userPrincipal } from './principal.ts';

/** One call of the token endpoint. */
export interface EmulatedServerOAuth2Exchange {
  /** `authorization_code`, `refresh_token`, or what else was asked for. */
  readonly grant: string;
  readonly clientId: string;
  /** Milliseconds since 1970, by the emulator's clock. */
  readonly at: number;
  /** `granted`, or the `error` of the answer. */
  readonly outcome: string;
}

/** What a test sees and does of the Server's OAuth 2.0. */
export interface EmulatedServerOAuth2 {
  /** The latest calls of the token endpoint, oldest first, at most 1,000. */
  readonly exchanges: readonly EmulatedServerOAuth2Exchange[];
  /** Ends all that people granted to a client, as they do in their accounts: each has to agree again. */
  revoke(clientId: string): void;
}

export interface OAuth2Provider extends EmulatedServerOAuth2 {
  /** Answers below `/rest/oauth2/latest/`; `undefined` for what is not there. */
  serve(request: Request, step: string): Promise<Response | undefined>;
  /** Who comes with this access token; `undefined` for one that has expired, or that nobody gave. */
  find(token: string): ServerPrincipal | undefined;
}

interface Deps {
  readonly options: EmulatedServerOptions;
  readonly users: readonly User[];
  readonly now: Clock;
  readonly random: Random;
}

const mostExchanges = 1_000;

/**
 * @throws ConfigError `invalid_option` for a client that no link can be
 * @see https://confluence.atlassian.com/bitbucketserver/bitbucket-oauth-2-0-provider-api-1108483661.html
 * @see https://confluence.atlassian.com/bitbucketserver/oauth-2-0-provider-system-properties-1108483660.html
 */
export function createOAuth2Provider({ options, users, now, random }: Deps): OAuth2Provider {
  const clients = readOAuth2Clients(options, users);
  const codeLife = readLife('oauth2CodeLife', options.oauth2CodeLife ?? 10, 600);
  const tokenLife = readLife('oauth2TokenLife', options.oauth2TokenLife ?? 3_600);
  const newText = (): string => Buffer.from(random(32)).toString('base64url');
  const grants = createGrantBook(now, newText, { codeLife, tokenLife });
  const exchanges: EmulatedServerOAuth2Exchange[] = [];
  const log = (exchange: Omit<EmulatedServerOAuth2Exchange, 'at'>): void => {
    exchanges.push({ ...exchange, at: now() });
    if (exchanges.length > mostExchanges) exchanges.shift();
  };
  return {
    exchanges,
    revoke: (clientId) => grants.revoke(clientId),
    async serve(request, step) {
      if (step === 'authorize') return authorize(request, { clients, grants, rule: options.authorize });
      if (step === 'token') return giveToken(request, { clients, grants, tokenLife, now, log });
      return undefined;
    },
    find(token) {
      const grant = grants.readAccessToken(token);
      if (grant === undefined) return undefined;
      const { most, reach } = reachOf(grant.scopes);
      return userPrincipal(grant.client.user, most, reach);
    },
  };
}
