/** The options that both products' clients take, checked once and completed. */
import { checkOptions } from '../errors/check-options.ts';
import { ConfigError } from '../errors/config-error.ts';
import { type Logger, silentLogger } from '../shared/logger.ts';
import type { FetchLike } from '../shared/types.ts';
import type { Authorizer } from './authorizer.ts';
import type { TransportOptions } from './transport.ts';

export interface ClientOptions {
  /** The credential: `accessToken(…)`, `apiToken(…)`, `basic(…)`, `connectJwt(…)`. */
  readonly auth: Authorizer;
  /** Where the product answers: an origin, with its context path if it has one. */
  readonly baseUrl?: string | undefined;
  /** Instead of the global `fetch`: for a proxy, or to observe. Called with an address and an init, apart. */
  readonly fetch?: FetchLike | undefined;
  /** Milliseconds for each attempt, and again for reading its body. Default 30,000. */
  readonly timeout?: number | undefined;
  readonly retry?:
    | {
        /** How often an idempotent call is sent again after 429, 502, 503, 504 or a network fault. Default 2. */
        readonly limit?: number | undefined;
        /** Milliseconds that a `Retry-After` may ask for; a longer one ends the call at once. Default 30,000. */
        readonly maxRetryAfter?: number | undefined;
      }
    | undefined;
  /** How many calls may be under way at once; others wait their turn. Default 16. */
  readonly concurrency?: number | undefined;
  readonly logger?: Logger | undefined;
}

export const clientOptionNames = [
  'auth',
  'baseUrl',
  'fetch',
  'timeout',
  'retry',
  'concurrency',
  'logger',
] as const;

/** @throws ConfigError `invalid_option` naming the option */
export function toTransportOptions(
  options: ClientOptions,
): Omit<TransportOptions, 'toApiError' | 'isLoginPage'> {
  const { auth, fetch, timeout = 30_000, retry = {}, concurrency = 16, logger = silentLogger } = options;
  checkOptions('retry', retry, ['limit', 'maxRetryAfter']);
  if (typeof auth?.authorize !== 'function') {
    throw new ConfigError(
      'auth',
      'it is no credential',
      'Pass one, such as accessToken(token) or apiToken({ email, token })',
    );
  }
  return {
    auth,
    // Looked up at each call, so that what replaces the global one later (msw, instrumentation) is used.
    fetch: fetch ?? ((url, init) => globalThis.fetch(url, init)),
    timeout: positive('timeout', timeout, 2_147_483_647),
    retries: nonNegative('retry.limit', retry.limit ?? 2),
    maxRetryAfter: nonNegative('retry.maxRetryAfter', retry.maxRetryAfter ?? 30_000),
    concurrency: positive('concurrency', concurrency, Number.MAX_SAFE_INTEGER),
    logger,
  };
}

/**
 * An address that paths can be put after: without user information, query, fragment or trailing slash.
 *
 * @throws ConfigError `invalid_option`
 */
export function checkBaseUrl(option: string, value: unknown): string {
  const fix = 'Pass an http or https address, such as https://bitbucket.example.com/context';
  const url = typeof value === 'string' ? URL.parse(value) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new ConfigError(option, 'it is no web address', fix);
  if (url.username !== '' || url.password !== '')
    throw new ConfigError(option, 'it has credentials in it', fix);
  if (url.search !== '' || url.hash !== '') throw new ConfigError(option, 'it has a query or fragment', fix);
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function positive(option: string, value: number, most: number): number {
  if (Number.isInteger(value) && value > 0 && value <= most) return value;
  throw new ConfigError(option, 'it is not a positive whole number', `Pass one from 1 to ${most}`);
}

function nonNegative(option: string, value: number): number {
  if (Number.isInteger(value) && value >= 0) return value;
  throw new ConfigError(option, 'it is not a whole number', 'Pass 0 or more');
}
