/** The options of `createIpRanges`, and their check. */
import { checkOptions } from '../errors/check-options.ts';
import { ConfigError } from '../errors/config-error.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import { type Logger, silentLogger } from '../shared/logger.ts';
import type { FetchLike } from '../shared/types.ts';
import { type IpRange, parseRange } from './ip-ranges-table.ts';
import { checkFunction, checkMethods, wholeNumber } from './option-checks.ts';

export interface IpRangesOptions {
  /**
   * Ranges of your own instead of Atlassian's, such as those of a Bitbucket Data Center: `192.0.2.0/24`,
   * `2001:db8::/32`, or single addresses. They stay as they are: there is nothing to refresh.
   */
  readonly ranges?: readonly string[] | undefined;
  /** Where the list is published. Default `https://ip-ranges.atlassian.com/`. */
  readonly url?: string | undefined;
  /** From one refresh to the next, in ms, once `start()` was called. Default a day. */
  readonly interval?: number | undefined;
  /** For an answer with its body, in ms. Default 30,000. */
  readonly timeout?: number | undefined;
  /** Instead of the global `fetch`: for a proxy, or to observe. Called with an address and an init, apart. */
  readonly fetch?: FetchLike | undefined;
  readonly now?: Clock | undefined;
  /** Told of every refresh, and why one was not taken. Default: says nothing. */
  readonly logger?: Logger | undefined;
}

/** The options once checked, with their defaults. */
export interface IpRangesSettings {
  readonly ranges: readonly IpRange[] | undefined;
  readonly url: string;
  readonly interval: number;
  readonly timeout: number;
  readonly fetch: FetchLike;
  readonly now: Clock;
  readonly logger: Logger;
}

const optionNames = [
  'ranges',
  'url',
  'interval',
  'timeout',
  'fetch',
  'now',
  'logger',
] as const satisfies readonly (keyof IpRangesOptions)[];

/** @throws ConfigError `invalid_option`, naming the option and what to pass */
export function checkIpRangesOptions(options: IpRangesOptions): IpRangesSettings {
  checkOptions('createIpRanges', options, optionNames);
  const { ranges, url = 'https://ip-ranges.atlassian.com/', fetch, now, logger } = options;
  checkFunction('fetch', fetch);
  checkFunction('now', now);
  checkMethods('logger', logger, ['debug', 'info', 'warn', 'error']);
  return {
    ranges: ranges === undefined ? undefined : parseRanges(ranges),
    url: checkUrl(url),
    interval: wholeNumber('interval', options.interval ?? 86_400_000, 1),
    timeout: wholeNumber('timeout', options.timeout ?? 30_000, 1),
    // Looked up at each call, so that what replaces the global one later (msw, instrumentation) is used.
    fetch: fetch ?? ((address, init) => globalThis.fetch(address, init)),
    now: now ?? systemClock,
    logger: logger ?? silentLogger,
  };
}

function parseRanges(ranges: unknown): IpRange[] {
  const fix = 'Pass ranges such as "192.0.2.0/24" or "2001:db8::/32", or single addresses';
  if (!Array.isArray(ranges) || ranges.length === 0)
    throw new ConfigError('ranges', 'it is no list of ranges', fix);
  return ranges.map((text: unknown, index) => {
    const range = parseRange(text);
    if (range !== undefined) return range;
    throw new ConfigError(`ranges[${index}]`, 'it is no address range', fix);
  });
}

/** By https, or by http on this very machine: whoever can change the list on its way decides who is let in. */
function checkUrl(value: unknown): string {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  const isLocal = url !== null && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal))) return url.href;
  throw new ConfigError('url', 'it is no https address', 'Pass one such as https://ip-ranges.atlassian.com/');
}
