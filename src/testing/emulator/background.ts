/** Remembers work that outlives its request, so that one can wait for all of it. */

export interface Background {
  add(work: Promise<void>): void;
  /** Resolves when nothing is left, what was added meanwhile included. */
  settled(): Promise<void>;
}

export function createBackground(): Background {
  const pending = new Set<Promise<void>>();
  return {
    add(work) {
      // Whoever starts work reports its failure; here it only has to end.
      const tracked: Promise<void> = work.catch(() => {}).finally(() => pending.delete(tracked));
      pending.add(tracked);
    },
    async settled() {
      while (pending.size > 0) await Promise.allSettled(pending);
    },
  };
}
