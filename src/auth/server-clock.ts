/** The time as the server has it: for signatures that name the time, on machines whose clock is off. */
import { type Clock, systemClock } from '../shared/clock.ts';

/**
 * A clock that learns how far it is from the server's. One of them serves all credentials for the same server, so that
 * what one call has learned is known to the next.
 */
export interface ServerClock {
  /** The time (ms since 1970) to sign `request` with; remembers how it came by it. */
  stamp(request: Request): number;
  /**
   * Compares the `Date` of the answer that refused `request`. True when the clock that it was signed by was more than
   * 30 s off (and less than a day): signed again, by the time that is known now, it may be taken.
   */
  repair(refused: Request, answer: Response): boolean;
}

/** Milliseconds: `Date` has whole seconds, and answers take their time. */
const tolerance = 30_000;
/** A `Date` that is as far off as that is wrong by itself. */
const farthest = 24 * 60 * 60 * 1000;

export function createServerClock(now: Clock = systemClock): ServerClock {
  let ahead = 0;
  /** Which difference each request was signed by: of many that are refused at once, only one is the first to repair. */
  const signedBy = new WeakMap<Request, number>();
  return {
    stamp(request) {
      signedBy.set(request, ahead);
      return now() + ahead;
    },
    repair(refused, answer) {
      const used = signedBy.get(refused);
      const difference = Date.parse(answer.headers.get('date') ?? '') - now();
      // Written so that a Date that cannot be read repairs nothing.
      if (used === undefined || !(Math.abs(difference) < farthest)) return false;
      if (!(Math.abs(difference - used) > tolerance)) return false;
      ahead = difference;
      return true;
    },
  };
}
