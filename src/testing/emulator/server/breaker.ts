/** The circuit breaker of hooks: a receiver that fails five times in a row is left alone, longer each time. */
import type { Clock } from '../../../shared/clock.ts';

export interface Breaker {
  /** May the hook be sent something now? */
  admits(hook: number): boolean;
  learn(hook: number, succeeded: boolean): void;
}

const failuresAllowed = 5;
const shortestPause = 10_000;
const longestPause = 10 * 3_600_000;

interface State {
  failures: number;
  /** Milliseconds since 1970. */
  until: number;
}

export function createBreaker(now: Clock): Breaker {
  const states = new Map<number, State>();
  return {
    admits: (hook) => now() >= (states.get(hook)?.until ?? 0),
    learn(hook, succeeded) {
      if (succeeded) {
        states.delete(hook);
        return;
      }
      const failures = (states.get(hook)?.failures ?? 0) + 1;
      const pause = shortestPause * 2 ** Math.min(failures - failuresAllowed, 20);
      const until = failures < failuresAllowed ? 0 : now() + Math.min(pause, longestPause);
      states.set(hook, { failures, until });
    },
  };
}
