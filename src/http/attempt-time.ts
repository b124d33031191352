/** Gives an attempt its time: when that is up the attempt fails at once, whatever it waits for, and its signal aborts. */

export interface AttemptTime {
  /** Aborts when the time is up, and when the caller gives up. */
  readonly signal: AbortSignal;
  /**
   * The answer is there, and its body has as long again. A refusal does not fail when its body is late: the reading is
   * broken off, and what is known of the refusal counts.
   */
  answered(isRefusal: boolean): void;
}

export interface AttemptLimit {
  /** Milliseconds for the answer, and again for its body. */
  readonly timeout: number;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
  /** What the attempt fails with when its time is up. */
  readonly tooLate: () => Error;
}

/**
 * The outcome of `run`, within its time. One timer and one controller for each attempt: ky's own time-outs cost two
 * timers and a dozen promises, a tenth of a call over loopback.
 */
export function withinTime<T>(
  { timeout, signal, tooLate }: AttemptLimit,
  run: (time: AttemptTime) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    let isRefused = false;
    const timer = setTimeout(() => {
      if (!isRefused) reject(tooLate());
      controller.abort();
    }, timeout);
    const own = controller.signal;
    run({
      signal: signal === undefined ? own : AbortSignal.any([signal, own]),
      answered(isRefusal) {
        isRefused = isRefusal;
        timer.refresh();
      },
    }).then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
