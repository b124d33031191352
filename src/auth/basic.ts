/** Basic authentication: user name and password, and Atlassian API tokens. */
import { ConfigError } from '../errors/config-error.ts';
import type { Authorizer } from '../http/authorizer.ts';
import { utf8 } from '../shared/bytes.ts';

/**
 * Sends `Authorization: Basic …`. On Bitbucket Cloud passwords no longer work: use {@link apiToken} there.
 *
 * @throws ConfigError `invalid_option` for an empty part, or a colon in the user name
 * @see https://www.rfc-editor.org/rfc/rfc7617
 */
export function basic({ username, password }: { username: string; password: string }): Authorizer {
  checkPart('username', username, /[:\p{Cc}]/u);
  checkPart('password', password, /\p{Cc}/u);
  const header = `Basic ${Buffer.from(utf8(`${username}:${password}`)).toString('base64')}`;
  return {
    async authorize(request) {
      request.headers.set('authorization', header);
      return request;
    },
  };
}

/**
 * An Atlassian API token with Bitbucket scopes: Basic with the account's e-mail address, not its user name.
 *
 * @throws ConfigError `invalid_option`
 * @see https://support.atlassian.com/bitbucket-cloud/docs/using-api-tokens/
 */
export function apiToken({ email, token }: { email: string; token: string }): Authorizer {
  if (typeof email !== 'string' || !email.includes('@')) {
    throw new ConfigError(
      'email',
      'it is no e-mail address',
      "Pass the Atlassian account's e-mail address, not its user name",
    );
  }
  checkPart('token', token, /[\s\p{Cc}]/u);
  return basic({ username: email, password: token });
}

function checkPart(option: string, value: unknown, forbidden: RegExp): void {
  if (typeof value === 'string' && value !== '' && !forbidden.test(value)) return;
  throw new ConfigError(
    option,
    'it is empty, or has characters that cannot be sent',
    'Pass it as it was given to you',
  );
}
