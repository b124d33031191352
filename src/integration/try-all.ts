/** Does the same to each of several, whichever fails. */
import { TransportError } from '../errors/transport-error.ts';

/**
 * One after another; what fails keeps none of the others from its turn.
 *
 * @throws what failed; AggregateError where several did
 */
export async function tryAll<Item>(
  items: readonly Item[],
  step: (item: Item) => Promise<unknown>,
  { what, signal }: { readonly what: string; readonly signal: AbortSignal | undefined },
): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) {
    if (signal?.aborted) throw new TransportError('aborted', 'It was given up', { cause: signal.reason });
    try {
      await step(item);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} ${what}`);
  if (failures.length === 1) throw failures[0];
}
