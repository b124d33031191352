/** Runs a task now and again and again, by a timer that keeps no process alive. */

export interface Schedule {
  /** Does nothing when it runs already. */
  start(): void;
  /** Ends it, and aborts the run that is under way. */
  stop(): void;
}

/** How long after a failed run the next one comes, in ms: what failed is most often over by then. */
const afterFailure = 3_600_000;

/** @param interval from the end of a run to the next one, in ms. What a run fails with is its own to tell. */
export function createSchedule(run: (signal: AbortSignal) => Promise<unknown>, interval: number): Schedule {
  let running: AbortController | undefined;
  let timer: NodeJS.Timeout | undefined;

  const turn = async (controller: AbortController): Promise<void> => {
    const wait = await run(controller.signal).then(
      () => interval,
      () => Math.min(interval, afterFailure),
    );
    if (controller.signal.aborted) return;
    timer = setTimeout(() => void turn(controller), wait);
    // Deno and Workers give a number for a timer.
    timer.unref?.();
  };

  return {
    start() {
      if (running !== undefined) return;
      running = new AbortController();
      void turn(running);
    },
    stop() {
      clearTimeout(timer);
      running?.abort();
      running = undefined;
    },
  };
}
