/** Lets callers who need the same thing at once share one run, which none of them can end for the others. */
import { TransportError } from '../errors/transport-error.ts';

interface Run<T> {
  readonly promise: Promise<T>;
  readonly unattended: AbortController;
  waiting: number;
}

/**
 * Those who ask for the same key while a run is under way share it. Each may leave by a signal of its own; when the last
 * has left, `unattended` aborts, by which a run that merely waits may end.
 *
 * @param what what is waited for, as the message of an abort begins
 * @throws (on a call) TransportError `aborted`, for the one whose signal it is
 */
export function createSharedRun<T>(
  what: string,
  run: (key: string, unattended: AbortSignal) => Promise<T>,
): (key: string, signal?: AbortSignal | undefined) => Promise<T> {
  const runs = new Map<string, Run<T>>();

  const start = (key: string): Run<T> => {
    const unattended = new AbortController();
    const started = { promise: run(key, unattended.signal), unattended, waiting: 0 };
    runs.set(key, started);
    const end = (): void => forget(key, started);
    started.promise.then(end, end);
    return started;
  };
  const forget = (key: string, ended: Run<T>): void => {
    if (runs.get(key) === ended) runs.delete(key);
  };

  const left = ({ reason }: AbortSignal): TransportError =>
    new TransportError('aborted', `${what} was aborted by its signal`, { cause: reason });

  return async (key, signal) => {
    if (signal?.aborted === true) throw left(signal);
    const current = runs.get(key) ?? start(key);
    current.waiting += 1;
    try {
      return await unlessAborted(current.promise, signal, left);
    } finally {
      current.waiting -= 1;
      if (current.waiting === 0) {
        current.unattended.abort();
        // Whoever comes now needs a run that goes on.
        forget(key, current);
      }
    }
  };
}

function unlessAborted<T>(
  promise: Promise<T>,
  signal: AbortSignal | undefined,
  left: (signal: AbortSignal) => Error,
): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(left(signal));
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
