/** The inbox that a receiver has when it is given none: in memory, bounded by time and by count. */
import { checkOptions } from '../errors/check-options.ts';
import { ConfigError } from '../errors/config-error.ts';
import { bodyKey, deliveryKey, type Inbox } from './inbox.ts';

export interface MemoryInboxOptions {
  /** How many deliveries are remembered; the oldest are forgotten first. Default 10,000, some 4 MB. */
  readonly maxEntries?: number | undefined;
  /** How long a delivery is remembered, in ms. Default a day. */
  readonly maxAge?: number | undefined;
}

/**
 * An inbox for one process: forgotten when it ends, and not shared with others. Where deliveries must not run twice
 * across restarts or machines, pass a durable {@link Inbox}.
 *
 * @throws ConfigError `invalid_option` for bounds that are not positive numbers
 */
export function createMemoryInbox(options: MemoryInboxOptions = {}): Inbox {
  checkOptions('createMemoryInbox', options, ['maxEntries', 'maxAge']);
  const { maxEntries = 10_000, maxAge = 86_400_000 } = options;
  checkPositive('maxEntries', maxEntries);
  checkPositive('maxAge', maxAge);
  // Deliveries and bodies, in the order in which they were recorded: the oldest come first.
  const times = new Map<string, number>();

  return {
    seen(entry) {
      const oldest = entry.at - maxAge;
      const delivery = deliveryKey(entry);
      if (delivery !== undefined && isSince(times.get(delivery), oldest)) return true;
      return isSince(times.get(bodyKey(entry)), Math.max(entry.replayedSince, oldest));
    },
    record(entry) {
      remember(deliveryKey(entry), entry.at);
      remember(bodyKey(entry), entry.at);
      const oldest = entry.at - maxAge;
      for (const [key, time] of times) {
        if (times.size <= 2 * maxEntries && time >= oldest) break;
        times.delete(key);
      }
    },
  };

  function remember(key: string | undefined, time: number): void {
    if (key === undefined) return;
    times.delete(key);
    times.set(key, time);
  }
}

const isSince = (time: number | undefined, start: number): boolean => time !== undefined && time >= start;

function checkPositive(option: string, value: unknown): void {
  if (typeof value === 'number' && value > 0) return;
  throw new ConfigError(option, 'it is not a positive number', 'Pass a number above 0');
}
