/** Lets a bounded number of tasks run at a time; the others wait their turn. */

/** Runs a task as soon as fewer than the allowed number are running. */
export type Limiter = <T>(task: () => Promise<T>) => Promise<T>;

export function createLimiter(atOnce: number): Limiter {
  let running = 0;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  return async (task) => {
    if (running < atOnce) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      leave();
    }
  };
}
