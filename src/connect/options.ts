/** The options that the endpoints share, checked once: where the app is mounted, and texts that must not be empty. */
import { ConfigError } from '../errors/config-error.ts';
import { checkBaseUrl } from '../http/client-options.ts';

/** Where the app answers. A JWT is bound to the path below it. */
export interface MountOptions {
  /** The app's `baseUrl`, as its descriptor has it. Pass this or `basePath`. */
  readonly baseUrl?: string | undefined;
  /** The path of the app's `baseUrl`, such as `/integrations/bitbucket`. Default none. */
  readonly basePath?: string | undefined;
}

/**
 * The app's address without a trailing slash. Bitbucket calls https only; loopback hosts are let through for tests.
 *
 * @throws ConfigError `invalid_option`
 */
export function checkAppUrl(value: unknown): string {
  const url = checkBaseUrl('baseUrl', value);
  if (url.startsWith('https:') || isLoopback(new URL(url).hostname)) return url;
  throw new ConfigError(
    'baseUrl',
    'it is not https, and Bitbucket calls nothing else',
    'Pass the public https address that the app is mounted at, such as https://app.example.com/bitbucket',
  );
}

/** @throws ConfigError `invalid_option` for both options at once, or for a path that does not begin with a slash */
export function checkMount({ baseUrl, basePath }: MountOptions): string {
  if (baseUrl !== undefined && basePath !== undefined) {
    throw new ConfigError('basePath', 'it is given beside baseUrl', 'Pass one of the two');
  }
  if (baseUrl !== undefined) return new URL(checkAppUrl(baseUrl)).pathname;
  if (basePath === undefined || basePath === '' || basePath.startsWith('/')) return basePath ?? '';
  throw new ConfigError('basePath', 'it does not begin with a slash', 'Pass a path such as /bitbucket');
}

/** @throws ConfigError `invalid_option` for what is no text, or an empty one */
export function checkText(option: string, value: unknown, fix: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new ConfigError(option, 'it is missing or empty', fix);
}

/** @throws ConfigError `invalid_option` for what cannot be called */
export function checkFunction(option: string, value: unknown, fix: string): void {
  if (typeof value !== 'function') throw new ConfigError(option, 'it is no function', fix);
}

/** @throws ConfigError `invalid_option` for what is no bound */
export function checkLimit(bytes: number): number {
  if (Number.isInteger(bytes) && bytes > 0) return bytes;
  throw new ConfigError('bodyLimit', 'it is not a positive whole number', 'Pass a number of bytes');
}

/** @throws ConfigError `invalid_option` for what lacks a method of the contract */
export function checkStore(option: string, value: unknown, methods: readonly string[]): void {
  const missing = methods.find(
    (method) => typeof (value as Record<string, unknown> | null | undefined)?.[method] !== 'function',
  );
  if (missing === undefined) return;
  throw new ConfigError(option, `it has no ${missing}()`, 'Pass a store, such as memoryStore()');
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}
