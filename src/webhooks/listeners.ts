/** The listeners of a receiver: who hears which event, and what comes of calling them. */
import type { InboundRoute } from '../http/inbound.ts';
import type { AnyDelivery } from './parse-delivery.ts';
import type { UnknownPayload } from './payloads/open-object.ts';
import { isWebhookError, Refusal } from './refusal.ts';

/** What a listener is called with, before the compiler knows of which event. */
export interface AnyEvent {
  readonly payload: UnknownPayload;
  readonly delivery: AnyDelivery & { readonly route: InboundRoute };
  readonly signal: AbortSignal;
}

export type AnyListener = (event: AnyEvent) => unknown;

/** A listener as it was added. */
export interface AddedListener {
  readonly eventKeys: ReadonlySet<string>;
  readonly listener: AnyListener;
}

/** What the listeners of one delivery threw: the cause of a `listener_failed`. */
export class ListenerErrors extends AggregateError {
  readonly #event: AnyEvent;

  constructor(failures: readonly unknown[], event: AnyEvent) {
    super(failures, `${failures.length} listener(s) failed`);
    this.#event = event;
  }

  /** The event that they were called with. Read it by name: logs and error trackers must not come upon the payload. */
  get event(): AnyEvent {
    return this.#event;
  }
}

export interface Listeners {
  /** Adds a listener for all of the keys; what it gives back takes it away again. */
  add(eventKeys: Iterable<string>, listener: AnyListener): () => void;
  /** Those that hear the event, each once, in the order in which they were added. */
  of(eventKey: string): readonly AddedListener[];
}

export function createListeners(): Listeners {
  let all: readonly AddedListener[] = [];
  return {
    add(eventKeys, listener) {
      const added = { eventKeys: new Set(eventKeys), listener };
      all = [...all, added];
      return () => {
        all = all.filter((one) => one !== added);
      };
    },
    of: (eventKey) => all.filter(({ eventKeys }) => eventKeys.has(eventKey) || eventKeys.has('*')),
  };
}

/** Calls them one after another, all of them. Gives the refusal that their failures make together, if any failed. */
export async function callAll(
  listeners: readonly AddedListener[],
  event: AnyEvent,
): Promise<Refusal | undefined> {
  let failures: unknown[] | undefined;
  for (const { listener } of listeners) {
    try {
      await listener(event);
    } catch (failure) {
      failures ??= [];
      failures.push(failure);
    }
  }
  return failures === undefined ? undefined : refusalOfFailures(new ListenerErrors(failures, event));
}

/**
 * A listener that throws a WebhookError chooses the status; anything else is a 500, and so asks Cloud to send the
 * delivery again. Of several the highest counts: one that may be mended by another try is tried again.
 */
function refusalOfFailures(cause: ListenerErrors): Refusal {
  const chosen = cause.errors.map(chosenRefusal).reduce((a, b) => (b.status > a.status ? b : a));
  return new Refusal(chosen.code, chosen.status, chosen.reason, cause);
}

function chosenRefusal(failure: unknown): Refusal {
  if (isWebhookError(failure) && failure.status >= 400 && failure.status <= 599) {
    return new Refusal(failure.code, failure.status, failure.reason);
  }
  return new Refusal('listener_failed', 500, 'a listener failed');
}
