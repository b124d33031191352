/** The credential of an integration with a Server, as it is kept in its row. */
import { accessToken } from '../../auth/access-token.ts';
import { oauth1 } from '../../auth/oauth1.ts';
import { oauth2 } from '../../auth/oauth2/credential.ts';
import { createServerOAuth2Client } from '../../auth/oauth2/server-client.ts';
import type { TokenStore } from '../../auth/token-store.ts';
import { AuthError } from '../../errors/auth-error.ts';
import type { Authorizer } from '../../http/authorizer.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { FetchLike } from '../../shared/types.ts';
import type { IntegrationRecord } from '../integrations.ts';
import type { SharedCredentials } from '../shared-credentials.ts';

/** An application link: signs by OAuth 1.0a with RSA-SHA1. */
export interface ServerOAuth1Credentials {
  readonly type: 'oauth1';
  readonly consumerKey: string;
  /** PEM. */
  readonly privateKey: string;
  readonly token: string;
  readonly tokenSecret: string;
}

/** An HTTP access token. */
export interface ServerTokenCredentials {
  readonly type: 'accessToken';
  readonly token: string;
}

/** An OAuth 2.0 grant. Each server has an application link of its own, and so the row has its client. */
export interface ServerOAuth2Credentials {
  readonly type: 'oauth2';
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the person came back to. */
  readonly redirectUri: string;
  /** What the grant's tokens are kept under in the store's `tokens`. */
  readonly tokenKey: string;
}

export type ServerCredentials = ServerOAuth1Credentials | ServerTokenCredentials | ServerOAuth2Credentials;

export interface ServerAuthorizerOptions {
  readonly now?: Clock | undefined;
  /** What the tokens of an OAuth 2.0 grant are renewed with: where they are kept, and how the server is reached. */
  readonly grants?: ServerGrants | undefined;
}

export interface ServerGrants {
  readonly tokens: TokenStore;
  readonly baseUrl: string;
  readonly verifyTls: boolean;
  readonly fetch: FetchLike;
  /** Those that other clients opened. */
  readonly shared?: SharedCredentials | undefined;
  /** Told when a grant can be renewed no more. */
  readonly logger?: Logger | undefined;
}

/** The credential at work. A row that holds none that can sign fails each call, and not the making of a client. */
export function serverAuthorizer(
  { credentials = {} }: Pick<IntegrationRecord, 'credentials'>,
  options: ServerAuthorizerOptions = {},
): Authorizer {
  let opened: Authorizer | undefined;
  const authorizer = (): Authorizer => {
    opened ??= open(credentials, options);
    return opened;
  };
  return {
    authorize: async (request) => authorizer().authorize(request),
    renew: async (refused, answer) =>
      !isPersonRefused(answer) && ((await authorizer().renew?.(refused, answer)) ?? false),
  };
}

/**
 * A Server answers 401 also to those whom it knows, for what they may not do; then it names them, and another token
 * would change nothing.
 */
const isPersonRefused = ({ headers }: Response): boolean =>
  !['', 'anonymous'].includes(headers.get('x-ausername') ?? '');

function open(
  credentials: Readonly<Record<string, string>>,
  { now, grants }: ServerAuthorizerOptions,
): Authorizer {
  const { type, consumerKey = '', privateKey = '', token = '', tokenSecret = '' } = credentials;
  if (type === 'oauth2' && grants === undefined) {
    throw new AuthError(
      'credential_unavailable',
      'The integration was set up by OAuth 2.0, and no store of tokens was passed in',
    );
  }
  try {
    if (type === 'oauth1') return oauth1({ consumerKey, privateKey, token, tokenSecret, now });
    if (type === 'accessToken') return accessToken(token);
    if (type === 'oauth2' && grants !== undefined) return openGrant(credentials, grants, now);
  } catch (cause) {
    throw unusable(cause);
  }
  throw unusable();
}

function openGrant(
  { clientId = '', clientSecret = '', redirectUri, tokenKey: key = '' }: Readonly<Record<string, string>>,
  { tokens, baseUrl, verifyTls, fetch, shared, logger }: ServerGrants,
  now: Clock | undefined,
): Authorizer {
  const openAnew = (): Authorizer => {
    const client = createServerOAuth2Client({
      ...{ baseUrl, clientId, clientSecret, redirectUri },
      ...{ fetch, now },
    });
    return oauth2({ client, tokens, key, now, logger });
  };
  return (
    shared?.([key, clientId, clientSecret, redirectUri ?? '', baseUrl, verifyTls], openAnew) ?? openAnew()
  );
}

const unusable = (cause?: unknown): AuthError =>
  new AuthError(
    'reauthorization_required',
    'The integration has no credential that can be used: set it up again',
    cause === undefined ? undefined : { cause },
  );
