/** Bearer tokens: repository, project and workspace access tokens, HTTP access tokens, OAuth access tokens of your own. */
import { AuthError } from '../errors/auth-error.ts';
import { ConfigError } from '../errors/config-error.ts';
import type { Authorizer } from '../http/authorizer.ts';
import type { MaybePromise } from '../shared/types.ts';

/**
 * Sends `Authorization: Bearer …`. Given a function, it is asked for every attempt, so a token that the host renews
 * is picked up at once.
 *
 * @example accessToken(() => vault.read('bitbucket-token'))
 * @throws ConfigError `invalid_option` for an empty token · (on a call) AuthError `credential_unavailable` when the
 *   function fails or gives none
 * @see https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/
 */
export function accessToken(token: string | (() => MaybePromise<string>)): Authorizer {
  if (typeof token !== 'function') checkToken(token);
  return {
    async authorize(request) {
      request.headers.set(
        'authorization',
        `Bearer ${typeof token === 'function' ? await read(token) : token}`,
      );
      return request;
    },
  };
}

async function read(token: () => MaybePromise<string>): Promise<string> {
  let value: string;
  try {
    value = await token();
  } catch (cause) {
    throw new AuthError('credential_unavailable', 'The function that gives the access token failed', {
      cause,
    });
  }
  if (isToken(value)) return value;
  throw new AuthError(
    'credential_unavailable',
    'The function that gives the access token gave none, or no clean text',
  );
}

function checkToken(token: unknown): void {
  if (isToken(token)) return;
  throw new ConfigError(
    'token',
    'it is empty, or not clean text',
    'Pass the token without spaces or line breaks',
  );
}

/** Characters that may stand in a header; a token of any length. */
const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
