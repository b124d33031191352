/** Work that no request waits for, and that the app waits for when it closes. */
export interface Background {
  /** Gives the work back, for those who do wait. A failure that nobody waits for ends there: work logs its own. */
  run(work: Promise<void>): Promise<void>;
  /** Resolves when all of it is done, well or not. */
  settled(): Promise<void>;
}

export function createBackground(): Background {
  const running = new Set<Promise<void>>();
  return {
    run(work) {
      const task = work.finally(() => running.delete(task));
      running.add(task);
      task.catch(() => undefined);
      return task;
    },
    async settled() {
      await Promise.allSettled(running);
    },
  };
}
