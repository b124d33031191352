/** Checks what callers pass to the OAuth 2.0 exchanges. */
import { ConfigError } from '../../errors/config-error.ts';

/** @throws ConfigError `invalid_option` naming the part that is missing */
export function checkTexts(options: Readonly<Record<string, unknown>>): void {
  for (const [option, value] of Object.entries(options)) {
    if (typeof value === 'string' && value !== '') continue;
    throw new ConfigError(option, 'it is empty, or no text', 'Pass it as it was given to you');
  }
}

/**
 * The address that the browser comes back to, as it was passed: Bitbucket compares it as text.
 *
 * @throws ConfigError `invalid_option`
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1.2
 */
export function checkRedirectUri(value: unknown): string {
  const fix = 'Pass the https address of your callback, as it is registered';
  const url = typeof value === 'string' ? URL.parse(value) : null;
  const wrong = (problem: string): ConfigError => new ConfigError('redirectUri', problem, fix);
  if (typeof value !== 'string' || url === null || !/^https?:$/.test(url.protocol)) {
    throw wrong('it is no web address');
  }
  if (value.includes('#')) throw wrong('it has a fragment, which no server is ever sent');
  if (url.username !== '' || url.password !== '') throw wrong('it has credentials in it');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw wrong('it is not https: the code would travel in the clear');
  }
  return value;
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);

/**
 * The scopes as one text, or `undefined` for none.
 *
 * @throws ConfigError `invalid_option`
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.3
 */
export function scopeText(scopes: readonly string[] | undefined): string | undefined {
  if (scopes === undefined) return undefined;
  const isList = Array.isArray(scopes) && scopes.every(isScope);
  if (!isList)
    throw new ConfigError('scopes', 'one of them is no scope', "Pass a list, such as ['repository']");
  return scopes.length === 0 ? undefined : scopes.join(' ');
}

const isScope = (scope: unknown): boolean =>
  typeof scope === 'string' && /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope);
