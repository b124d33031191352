/** The credential of an integration with a Server, as it is kept in its row. */
import { accessToken } from '../../auth/access-token.ts';
import { oauth1 } from '../../auth/oauth1.ts';
import { AuthError } from '../../errors/auth-error.ts';
import type { Authorizer } from '../../http/authorizer.ts';
import type { Clock } from '../../shared/clock.ts';
import type { IntegrationRecord } from '../integrations.ts';

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

export type ServerCredentials = ServerOAuth1Credentials | ServerTokenCredentials;

/** The credential at work. A row that holds none that can sign fails each call, and not the making of a client. */
export function serverAuthorizer(
  { credentials = {} }: Pick<IntegrationRecord, 'credentials'>,
  { now }: { readonly now?: Clock | undefined } = {},
): Authorizer {
  let authorizer: Authorizer | undefined;
  return {
    async authorize(request) {
      authorizer ??= open(credentials, now);
      return authorizer.authorize(request);
    },
  };
}

function open(credentials: Readonly<Record<string, string>>, now: Clock | undefined): Authorizer {
  const { type, consumerKey = '', privateKey = '', token = '', tokenSecret = '' } = credentials;
  try {
    if (type === 'oauth1') return oauth1({ consumerKey, privateKey, token, tokenSecret, now });
    if (type === 'accessToken') return accessToken(token);
  } catch (cause) {
    throw unusable(cause);
  }
  throw unusable();
}

const unusable = (cause?: unknown): AuthError =>
  new AuthError(
    'reauthorization_required',
    'The integration has no credential that can be used: set it up again',
    cause === undefined ? undefined : { cause },
  );
