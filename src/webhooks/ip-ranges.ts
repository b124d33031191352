/** The addresses that Bitbucket Cloud's deliveries come from: a dated list, looked up without cost and kept up to date. */
import { ConfigError } from '../errors/config-error.ts';
import { builtInList, ownList, type RangeList } from './ip-ranges-list.ts';
import { checkIpRangesOptions, type IpRangesOptions } from './ip-ranges-options.ts';
import { createRenewal, type IpRangesAttempt, type IpRangesRefresh, isoTime } from './ip-ranges-renewal.ts';
import { createSchedule } from './ip-ranges-schedule.ts';
import type { AddressCheck } from './receiver-options.ts';

export interface IpRanges extends AddressCheck {
  /**
   * Is the address in one of the ranges? IPv4, also as `::ffff:192.0.2.1`, and IPv6. Anything else, a zone or a port
   * behind the address too, is not. Never throws, and makes no object.
   */
  contains(address: string): boolean;
  /**
   * Asks Atlassian for the list now. Calls at the same time share one request. An answer that fails, or cannot be
   * right, leaves the list as it was; the error says so, and the log is told.
   *
   * @throws TransportError `network`, `timeout`, `aborted`, `redirect_refused`, `bad_answer` · ConfigError for ranges
   *   of your own, which nobody publishes
   */
  refresh(options?: { readonly signal?: AbortSignal | undefined }): Promise<IpRangesRefresh>;
  /**
   * Refreshes now, and then at every `interval`; an hour after a failure, where that is sooner. Never throws for a
   * failure: the log is told. The timer does not keep the process alive.
   *
   * @throws ConfigError for ranges of your own
   */
  start(): void;
  /** Ends the schedule, and the request that it has under way. */
  stop(): void;
  /** As {@link stop}, for `using`. */
  [Symbol.dispose](): void;
  /** Where the list in use is from: built in, published by Atlassian, or passed as `ranges`. */
  readonly source: 'snapshot' | 'published' | 'own';
  /** When the list in use was made: ISO 8601, UTC. */
  readonly asOf: string;
  /** How many ranges the list in use has. */
  readonly size: number;
  /** How the last refresh went; `undefined` before the first. */
  readonly lastRefresh: IpRangesAttempt | undefined;
}

/**
 * The addresses of Bitbucket Cloud, for a receiver's `ipRanges`: in addition to the signature, never in its place.
 *
 * It begins with a built-in list, whose date is `asOf`. That one holds every range that Atlassian published for
 * Bitbucket, since its source does not tell those that are sent from; a refresh keeps only these. Call `start()`, or
 * `refresh()` by a schedule of your own: Atlassian changes the list several times a year, and deliveries from a new
 * range are refused until it is known. Nothing is fetched and no timer runs before.
 *
 * @throws ConfigError `invalid_option` naming the option
 * @example
 * const ipRanges = createIpRanges({ logger })
 * ipRanges.start()
 * const receiver = createWebhookReceiver({ product: 'cloud', secret, ipRanges, trustedProxies: 1 })
 * @see https://ip-ranges.atlassian.com/
 */
export function createIpRanges(options: IpRangesOptions = {}): IpRanges {
  const settings = checkIpRangesOptions(options);
  const { ranges, now, interval } = settings;
  const renewal = createRenewal(ranges === undefined ? builtInList() : ownList(ranges, now()), settings);
  const schedule = createSchedule(renewal.refresh, interval);

  return {
    contains: (address) => renewal.list.has(address),
    async refresh({ signal } = {}) {
      checkPublished(renewal.list);
      return renewal.refresh(signal);
    },
    start() {
      checkPublished(renewal.list);
      schedule.start();
    },
    stop: schedule.stop,
    [Symbol.dispose]: schedule.stop,
    get source() {
      return renewal.list.source;
    },
    get asOf() {
      return isoTime(renewal.list.madeAt);
    },
    get size() {
      return renewal.list.ranges.length;
    },
    get lastRefresh() {
      return renewal.lastAttempt;
    },
  };
}

/** A host that names its own ranges must not find Atlassian's in their place. */
function checkPublished({ source }: RangeList): void {
  if (source !== 'own') return;
  throw new ConfigError(
    'ranges',
    'a list of your own is not refreshed',
    'Leave it out for the published one',
  );
}
