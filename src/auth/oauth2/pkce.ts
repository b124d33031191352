/** The proof that whoever exchanges a code is the one who asked for it. */
import { createHash, randomBytes } from 'node:crypto';
import { ConfigError } from '../../errors/config-error.ts';

/**
 * A secret for one authorization: keep it, bound to the browser, until its callback comes. 43 characters.
 *
 * @param random gives so many random bytes; default: the system's
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.1
 */
export function newCodeVerifier(random: (size: number) => Uint8Array = randomBytes): string {
  return Buffer.from(random(32)).toString('base64url');
}

/**
 * The `code_challenge` of a verifier by the method S256.
 *
 * @throws ConfigError `invalid_option` for one that is not of 43 to 128 unreserved characters
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.2
 */
export function codeChallenge(codeVerifier: string): string {
  return createHash('sha256').update(checkCodeVerifier(codeVerifier)).digest('base64url');
}

export function checkCodeVerifier(value: unknown): string {
  if (typeof value === 'string' && /^[A-Za-z0-9\-._~]{43,128}$/.test(value)) return value;
  throw new ConfigError(
    'codeVerifier',
    'it is not of 43 to 128 letters, digits, -, ., _ and ~',
    'Make one by newCodeVerifier() for each authorization, and keep it until the callback',
  );
}
