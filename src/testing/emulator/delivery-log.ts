/** Remembers what was sent to hooks: a bounded number of deliveries, oldest first. */

/** One try to deliver. */
export interface HookAttempt {
  readonly number: number;
  /** What the receiver answered; absent when it did not. */
  readonly status?: number | undefined;
  /** Why there was no answer. */
  readonly error?: 'timeout' | 'network' | 'closed' | undefined;
  /** How long it took, in milliseconds. */
  readonly ms: number;
}

/** One event on its way to one hook. */
export interface HookDelivery {
  /** In braces; for a webhook of a Connect app's descriptor, the client key; for a hook of Server, its number. */
  readonly hookUuid: string;
  readonly event: string;
  /** `X-Request-UUID`, the same over all attempts; `X-Request-Id` of Server, which tries once. */
  readonly requestUuid: string;
  /** `skipped`: the payload is longer than Cloud sends, or Server has given the receiver up for a while. */
  readonly outcome: 'pending' | 'delivered' | 'failed' | 'skipped';
  readonly attempts: readonly HookAttempt[];
}

export interface DeliveryLog {
  readonly entries: readonly HookDelivery[];
  add(delivery: HookDelivery): void;
}

const longest = 1_000;

export function createDeliveryLog(): DeliveryLog {
  const entries: HookDelivery[] = [];
  return {
    entries,
    add(delivery) {
      entries.push(delivery);
      if (entries.length > longest) entries.shift();
    },
  };
}
