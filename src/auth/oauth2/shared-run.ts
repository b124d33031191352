/** Lets callers who need the same thing at once share one run, which none of them can end for the others. */
import { TransportError } from '../../errors/transport-error.ts';

interface Run<T> {
  readonly promise: Promise<T>;
  readonly unattended: AbortController;
  waiting: number;
}

/**
 * Those who ask for the same key while a run is under way share it. Each may leave by a signal of its own; when the last
 * has left, `unattended` aborts, by which a run that merely waits may end.
 *
 * @throws (on a call) TransportError `aborted`, for the one whose signal it is
 */
export function createSharedRun<T>(
  run: (key: string, unattended: AbortSignal) => Promise<T>,
): (key: string, signal: AbortSignal) => Promise<T> {
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

  return async (key, signal) => {
    if (signal.aborted) throw left(signal);
    const current = runs.get(key) ?? start(key);
    current.waiting += 1;
    try {
      return await unlessAborted(current.promise, signal);
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

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(left(signal));
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

const left = ({ reason }: AbortSignal): TransportError =>
  new TransportError('aborted', 'Waiting for the access token was aborted by the signal of the call', {
    cause: reason,
  });
