/** The work on genuine deliveries: each is done once, and those that come meanwhile wait for the first. */
import type { Clock } from '../shared/clock.ts';
import type { Attempt } from './attempt.ts';
import { bodyKey, deliveryKey, type Inbox, type InboxEntry } from './inbox.ts';
import { type AddedListener, type AnyEvent, callAll } from './listeners.ts';
import { Refusal } from './refusal.ts';

/** How a delivery ended. `seen`: it had been done before. */
export type Outcome = 'handled' | 'seen' | Refusal;

export interface Job {
  readonly identity: Pick<InboxEntry, 'scope' | 'hookId' | 'deliveryId' | 'digest'>;
  readonly listeners: readonly AddedListener[];
  readonly delivery: AnyEvent['delivery'];
  readonly attempt: Attempt;
}

export interface WorkOptions {
  readonly inbox: Inbox;
  readonly replayWindow: number;
  readonly maxInFlight: number;
  readonly now: Clock;
}

/** Gives a function that does a job, or joins the same job that is being done. Its promise never rejects. */
export function createWork({ inbox, replayWindow, maxInFlight, now }: WorkOptions) {
  const inFlight = new Map<string, Promise<Outcome>>();
  let running = 0;

  return function work(job: Job): Promise<Outcome> {
    const at = now();
    const { scope, hookId, deliveryId, digest } = job.identity;
    const entry: InboxEntry = { scope, hookId, deliveryId, digest, at, replayedSince: at - replayWindow };
    const delivery = deliveryKey(entry);
    const body = bodyKey(entry);
    if (inFlight.size > 0) {
      const first = (delivery === undefined ? undefined : inFlight.get(delivery)) ?? inFlight.get(body);
      if (first !== undefined) return first;
    }
    if (running >= maxInFlight) return Promise.resolve(tooMany());
    running++;
    const outcome = once(job, entry).then((value) => {
      running--;
      if (delivery !== undefined) inFlight.delete(delivery);
      inFlight.delete(body);
      return value;
    });
    if (delivery !== undefined) inFlight.set(delivery, outcome);
    inFlight.set(body, outcome);
    return outcome;
  };

  /** Recorded only after success, so that what failed runs again when it is sent again. */
  async function once({ listeners, delivery, attempt }: Job, entry: InboxEntry): Promise<Outcome> {
    try {
      if (await inbox.seen(entry)) return 'seen';
    } catch (cause) {
      return inboxFailed(cause);
    }
    const failure = await callAll(listeners, new RunningEvent(delivery, attempt));
    if (failure !== undefined) return failure;
    try {
      await inbox.record(entry);
    } catch (cause) {
      return inboxFailed(cause);
    }
    return 'handled';
  }
}

/** What listeners are called with. The signal is asked for only where a listener looks at it. */
class RunningEvent implements AnyEvent {
  readonly payload: AnyEvent['payload'];
  readonly delivery: AnyEvent['delivery'];
  readonly #attempt: Attempt;

  constructor(delivery: AnyEvent['delivery'], attempt: Attempt) {
    this.payload = delivery.payload;
    this.delivery = delivery;
    this.#attempt = attempt;
  }

  get signal(): AbortSignal {
    return this.#attempt.signal;
  }
}

const inboxFailed = (cause: unknown) => new Refusal('inbox_failed', 503, 'the inbox failed', cause);

const tooMany = () => new Refusal('too_many_in_flight', 503, 'too many deliveries are being worked on');
