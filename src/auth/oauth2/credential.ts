/** The credential of an OAuth 2.0 grant, whose access token is renewed as it ends and whose refresh token is never lost. */
import { checkOptions } from '../../errors/check-options.ts';
import { ConfigError } from '../../errors/config-error.ts';
import type { Authorizer } from '../../http/authorizer.ts';
import { createSharedRun } from '../../http/shared-run.ts';
import { type Clock, systemClock } from '../../shared/clock.ts';
import { type Logger, silentLogger } from '../../shared/logger.ts';
import type { OAuth2Token, TokenStore } from '../token-store.ts';
import { type Grant, refreshedGrant, repeatedGrant } from './grant.ts';
import { keyedTokens } from './keyed-tokens.ts';
import { createOwnTokens } from './own-tokens.ts';
import { createRenewal, reauthorizationRequired } from './renewal.ts';
import { createTokenLife } from './token-life.ts';

interface CommonOptions {
  /**
   * Milliseconds for which one process may renew before another may take over. Longer than an exchange may take, which
   * is twice the client's `timeout`. Default 30,000.
   */
  readonly leaseFor?: number | undefined;
  readonly now?: Clock | undefined;
  readonly logger?: Logger | undefined;
}

/** A grant of a person's, by its refresh token. */
export interface RefreshedOAuth2Options extends CommonOptions {
  /** Of `createCloudOAuth2Client` or `createServerOAuth2Client`. */
  readonly client: { refresh(input: { readonly refreshToken: string }): Promise<OAuth2Token> };
  readonly grant?: 'authorization_code' | undefined;
  /** Where the grant's token was put. */
  readonly tokens: TokenStore;
  /** The one that it was put under. The log names it: make it a name, and no secret. */
  readonly key: string;
}

interface RepeatedOAuth2Options extends CommonOptions {
  /** Lets processes share one token. Default: each credential keeps its own in memory. */
  readonly tokens?: TokenStore | undefined;
  readonly key?: string | undefined;
}

/** A consumer's own token. */
export interface ClientOAuth2Options extends RepeatedOAuth2Options {
  /** Of `createCloudOAuth2Client`. */
  readonly client: {
    getClientToken(input: { readonly scopes?: readonly string[] | undefined }): Promise<OAuth2Token>;
  };
  readonly grant: 'client_credentials';
  readonly scopes?: readonly string[] | undefined;
}

/** A Connect installation's token. */
export interface ConnectOAuth2Options extends RepeatedOAuth2Options {
  /** Of `createConnectOAuth2Client`. */
  readonly client: { getAccessToken(): Promise<OAuth2Token> };
  readonly grant: 'connect_jwt';
}

export type OAuth2Options = RefreshedOAuth2Options | ClientOAuth2Options | ConnectOAuth2Options;

/** Renewals that 401s may bring within so many milliseconds. Refused beyond that, it is not the token that is wrong. */
const mostForced = 3;
const forcedWithin = 60_000;

/**
 * Sends `Authorization: Bearer …` with the token that is stored, for any number of calls, clients and processes.
 *
 * A token is renewed from 60 s before its end on, or from the last tenth of its life if that is less (known to who got
 * a token itself). One renews at a time: calls of this credential share it, other credentials and processes are kept out
 * by the store's lease and wait for what it brings. The new token is stored before it is used. While the old one lives, it
 * is used when another renews it, or when its renewal failed without a word about the grant. A 401 forces one renewal,
 * unless the stored token is another than was refused; at most three within a minute, since something else is wrong
 * then.
 *
 * @example oauth2({ client, tokens: store.tokens, key: 'acme' })
 * @throws ConfigError `invalid_option` · (on a call) AuthError `reauthorization_required` when the grant is dead or was
 *   never stored, at once and without asking again, until a new one is put · `client_refused` · `credential_unavailable`
 *   when another does not end its renewal, or the store failed with no error of ours · StoreError of the store ·
 *   ApiError and TransportError of the token endpoint, when there is no token that lives
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-6
 * @see https://developer.atlassian.com/cloud/bitbucket/oauth-2/
 */
export function oauth2(options: OAuth2Options): Authorizer {
  const grant = readGrant(options);
  const { leaseFor = 30_000, now = systemClock, logger = silentLogger } = options;
  if (!Number.isInteger(leaseFor) || leaseFor < 1) {
    throw new ConfigError(
      'leaseFor',
      'it is not a positive whole number',
      'Pass milliseconds, such as 30000',
    );
  }
  const tokens = keyedTokens({ ...readStore(options), leaseFor, now });
  const life = createTokenLife(now);
  const renewal = createRenewal({ tokens, grant, life, leaseFor, now, logger });
  // Keyed by the refused access token; '' is nobody's.
  const renew = createSharedRun('Waiting for the access token', (refused, unattended) =>
    renewal(refused === '' ? undefined : refused, unattended),
  );

  const mayForce = createForceLimit(now);

  return {
    async authorize(request) {
      const stored = await tokens.read();
      const flaw = grant.findFlaw(stored);
      // One that cannot be renewed is used to its end.
      const isLast = flaw !== undefined;
      if (isLast && !life.lives(stored)) throw reauthorizationRequired(flaw);
      const isGood = life.isFresh(stored) || (isLast && life.lives(stored));
      const token = isGood ? stored : await renew('', request.signal);
      request.headers.set('authorization', `Bearer ${token.accessToken}`);
      return request;
    },
    async renew(request) {
      const refused = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
      if (refused === undefined) return false;
      const stored = await tokens.read();
      if (stored !== undefined && stored.accessToken !== refused) return true;
      if (!mayForce(refused)) return false;
      const token = await renew(refused, request.signal);
      return token.accessToken !== refused;
    },
  };
}

/** May a 401 to this token bring a renewal? All the calls that were sent with it share one. */
function createForceLimit(now: Clock): (refused: string) => boolean {
  let forced: readonly { readonly refused: string; readonly at: number }[] = [];
  return (refused) => {
    forced = forced.filter(({ at }) => at > now() - forcedWithin);
    if (forced.some((one) => one.refused === refused)) return true;
    if (forced.length >= mostForced) return false;
    forced = [...forced, { refused, at: now() }];
    return true;
  };
}

function readGrant(options: OAuth2Options): Grant {
  const names = ['client', 'grant', 'tokens', 'key', 'leaseFor', 'now', 'logger'];
  const isForClient = options?.grant === 'client_credentials';
  checkOptions('oauth2', options, isForClient ? [...names, 'scopes'] : names);
  if (options.grant === 'client_credentials') {
    const { client, scopes } = options;
    checkClient(client, 'getClientToken', 'createCloudOAuth2Client');
    return repeatedGrant(() => client.getClientToken({ scopes }));
  }
  if (options.grant === 'connect_jwt') {
    const { client } = options;
    checkClient(client, 'getAccessToken', 'createConnectOAuth2Client');
    return repeatedGrant(() => client.getAccessToken());
  }
  const { client, grant } = options;
  if (grant !== undefined && grant !== 'authorization_code') {
    const fix = 'Pass authorization_code, client_credentials or connect_jwt';
    throw new ConfigError('grant', 'there is no such grant', fix);
  }
  checkClient(client, 'refresh', 'createCloudOAuth2Client or createServerOAuth2Client');
  return refreshedGrant((input) => client.refresh(input));
}

function checkClient(client: object | undefined, method: string, maker: string): void {
  const found: unknown =
    typeof client === 'object' && client !== null ? Reflect.get(client, method) : undefined;
  if (typeof found === 'function') return;
  throw new ConfigError('client', `it has no ${method}()`, `Pass one of ${maker}`);
}

/** A store of the host's needs a key of the host's: under one that we chose, consumers would share a token. */
function readStore({ grant, tokens, key }: OAuth2Options): { tokens: TokenStore; key: string } {
  const isRepeated = grant === 'client_credentials' || grant === 'connect_jwt';
  if (isRepeated && tokens === undefined && key === undefined) return { tokens: createOwnTokens(), key: '' };
  if (typeof tokens?.lease !== 'function') {
    throw new ConfigError(
      'tokens',
      'it is no token store',
      'Pass the tokens of a store, such as memoryStore().tokens',
    );
  }
  if (typeof key === 'string' && key !== '') return { tokens, key };
  throw new ConfigError('key', 'it is empty', 'Pass the key that the token is kept under');
}
