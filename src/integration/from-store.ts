/** A store's failure, told apart from a listener's. */
import { WebhookError } from '../errors/webhook-error.ts';
import type { MaybePromise } from '../shared/types.ts';

/** A store that fails is no fault of a listener: the delivery is answered 503, and Bitbucket sends it again. */
export async function fromStore<T>(call: () => MaybePromise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw new WebhookError('store_failed', 503, 'the store failed', { cause });
  }
}
