/** Decides whether a call that failed is sent again, and after how long. */
import { setTimeout as wait } from 'node:timers/promises';
import { ApiError } from '../errors/api-error.ts';
import { TransportError } from '../errors/transport-error.ts';

export interface RetryPolicy {
  /** How often a call may be sent again. */
  readonly retries: number;
  /** Milliseconds that a `Retry-After` may ask for; a longer one ends the call, with the wait in its error. */
  readonly maxRetryAfter: number;
}

/** Methods that may be sent twice with the effect of once (RFC 9110, section 9.2.2). */
const idempotentMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']);
/** Refusals that pass: too many calls, and a server that is starting, down or slow. */
const passingStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const firstBackoff = 300;

export const mayRetry = (method: string): boolean => idempotentMethods.has(method);

/** The outcome of `attempt`, tried again as the policy says. Throws what the last attempt threw. */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  policy: RetryPolicy,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (let retry = 1; ; retry += 1) {
    try {
      return await attempt();
    } catch (error) {
      const delay = retry > policy.retries ? undefined : delayBefore(retry, error, policy);
      if (delay === undefined) throw error;
      await wait(delay, undefined, { signal });
    }
  }
}

/** Milliseconds; `undefined` for a failure that would come again. */
function delayBefore(retry: number, error: unknown, { maxRetryAfter }: RetryPolicy): number | undefined {
  if (error instanceof TransportError) return error.code === 'network' ? backoff(retry) : undefined;
  if (!(error instanceof ApiError) || !passingStatuses.has(error.status)) return undefined;
  if (error.retryAfter === undefined) return Math.min(backoff(retry), maxRetryAfter);
  const asked = error.retryAfter * 1000;
  return asked > maxRetryAfter ? undefined : asked;
}

/** Anywhere up to a bound that doubles: callers that failed together do not come back together. */
const backoff = (retry: number): number => Math.random() * firstBackoff * 2 ** retry;
