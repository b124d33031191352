/** Faults on demand: which requests go wrong, how, and how many of them. */
import { ConfigError } from '../../errors/config-error.ts';
import { createFault, type Fault, type FaultEffect } from './fault-kinds.ts';
import { createFaultMatcher, type FaultMatch } from './fault-match.ts';

export interface FaultInput {
  /** Which requests. Absent: all of them, git's too. */
  readonly match?: FaultMatch | undefined;
  /** How many requests go wrong; afterwards the fault is over. Default: all until it is removed. */
  readonly times?: number | undefined;
  /** How many fitting requests go well first. Default 0. */
  readonly after?: number | undefined;
  readonly fault: Fault;
}

export interface FaultHandle {
  /** How many requests have gone wrong by this fault. */
  readonly hits: number;
  /** Ends the fault; requests that it holds back go on. */
  remove(): void;
}

export interface EmulatedFaults {
  /**
   * Lets requests go wrong. Of several faults that fit a request the first one added counts, so that faults with a
   * number of times follow on each other; `slow` alone adds to the one after it.
   *
   * @example
   * emulator.faults.add({
   *   match: { method: 'GET', path: '/repositories/{workspace}/{repo_slug}/commits/*' },
   *   times: 2,
   *   fault: { kind: 'rate-limit', retryAfter: 1 },
   * });
   * @throws ConfigError `invalid_option` for a fault that cannot be
   */
  add(input: FaultInput): FaultHandle;
  /** Removes every fault. */
  clear(): void;
}

type Serve = (request: Request) => Promise<Response>;

interface Active {
  readonly matches: (request: Request) => boolean;
  readonly effect: FaultEffect;
  readonly after: number;
  readonly times: number;
  readonly ended: AbortController;
  seen: number;
  hits: number;
}

export interface FaultBox extends EmulatedFaults {
  /** The handler with the faults before it. */
  guard(serve: Serve): Serve;
}

export function createFaults(): FaultBox {
  const active = new Set<Active>();
  const end = (fault: Active): void => {
    active.delete(fault);
    fault.ended.abort();
  };
  return {
    add: (input) => {
      const fault = readFault(input);
      active.add(fault);
      return {
        get hits() {
          return fault.hits;
        },
        remove: () => end(fault),
      };
    },
    clear: () => {
      for (const fault of active) end(fault);
    },
    guard: (serve) => (request) => {
      const fitting = take(request, active);
      const through = fitting.reduceRight<Serve>(
        (inner, { effect, ended }) =>
          (one) =>
            effect.apply(one, inner, ended.signal),
        serve,
      );
      return through(request);
    },
  };
}

/** The faults that this request meets: those that only delay, up to the first one that does more. */
function take(request: Request, active: Set<Active>): Active[] {
  const met: Active[] = [];
  for (const fault of active) {
    if (!fault.matches(request)) continue;
    fault.seen += 1;
    if (fault.seen <= fault.after) continue;
    fault.hits += 1;
    // Not ended: the request that meets it for the last time may still be held back.
    if (fault.hits >= fault.times) active.delete(fault);
    met.push(fault);
    if (!fault.effect.goesOn) break;
  }
  return met;
}

function readFault({ match = {}, times = Number.POSITIVE_INFINITY, after = 0, fault }: FaultInput): Active {
  if (times !== Number.POSITIVE_INFINITY) checkCount('times', times, 1);
  checkCount('after', after, 0);
  return {
    matches: createFaultMatcher(match),
    effect: createFault(fault),
    after,
    times,
    ended: new AbortController(),
    seen: 0,
    hits: 0,
  };
}

function checkCount(option: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new ConfigError(`faults.${option}`, 'it is no such number', `Pass a whole number from ${least} on`);
}
