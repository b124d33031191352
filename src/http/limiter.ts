/** Lets so many run at once and has the others wait their turn. */

/** Runs the task when one of the places is free; a signal that aborts first gives the turn up. */
export type Limiter = <T>(task: () => Promise<T>, signal?: AbortSignal | undefined) => Promise<T>;

export function createLimiter(places: number): Limiter {
  const waiting = new Set<() => void>();
  let free = places;

  const leave = (): void => {
    const [next] = waiting;
    if (next === undefined) {
      free += 1;
      return;
    }
    waiting.delete(next);
    next();
  };

  const turn = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const enter = (): void => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = (): void => {
        waiting.delete(enter);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      waiting.add(enter);
    });

  return async (task, signal) => {
    signal?.throwIfAborted();
    if (free > 0) free -= 1;
    else await turn(signal);
    try {
      return await task();
    } finally {
      leave();
    }
  };
}

/** Maps a list with at most `places` tasks at once; results keep the order, the first failure ends it. */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  places: number,
  task: (item: T, signal: AbortSignal) => Promise<R>,
  signal?: AbortSignal | undefined,
): Promise<R[]> {
  const results: R[] = new Array(items.length);
  const failed = new AbortController();
  const ended = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
  const queue = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) {
      ended.throwIfAborted();
      results[index] = await task(item, ended);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(places, items.length) }, work));
  } catch (error) {
    failed.abort(error);
    throw error;
  }
  return results;
}
