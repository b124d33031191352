/** What the endpoints share in answering: failures become our errors, errors an answer and a line in the log. */
import { isBitbucketError } from '../errors/bitbucket-error.ts';
import { ConnectError } from '../errors/connect-error.ts';
import { WebhookError } from '../errors/webhook-error.ts';
import {
  type InboundAnswer,
  type InboundHandler,
  jsonAnswer,
  refusalAnswer,
  toResponse,
} from '../http/inbound.ts';
import type { Logger } from '../shared/logger.ts';
import type { MaybePromise } from '../shared/types.ts';

/** The default bound of a lifecycle body; real ones have 2 to 4 kB. */
export const lifecycleBodyLimit = 64 * 1024;

export interface LifecycleEndpoint {
  /** Its name in the log. */
  readonly name: string;
  readonly logger: Logger;
  readonly handle: (request: Request) => Promise<void>;
}

/** A POST-only endpoint that answers `{"status":"ok"}`, or one word for why not. */
export function lifecycleEndpoint({ name, logger, handle }: LifecycleEndpoint): InboundHandler {
  return async (request) => {
    try {
      if (request.method !== 'POST') throw methodNotAllowed();
      await handle(request);
      return toResponse(jsonAnswer(200, { status: 'ok' }));
    } catch (error) {
      return toResponse(toAnswer(refusalOf(name, error, logger)));
    }
  };
}

export const methodNotAllowed = (): ConnectError =>
  new ConnectError('method_not_allowed', 405, 'The method is not one that the endpoint takes');

/** The error that ended a call, logged by its code; what is none of ours came from a function of the host's. */
export function refusalOf(endpoint: string, error: unknown, logger: Logger): ConnectError | WebhookError {
  const isOurs = error instanceof ConnectError || error instanceof WebhookError;
  const refusal = isOurs ? error : hostFailed(error);
  const { code, status, message, cause } = refusal;
  logger[status >= 500 ? 'error' : 'warn']('connect call refused', {
    endpoint,
    code,
    status,
    reason: message,
    ...(isBitbucketError(cause) ? { cause: cause.code } : {}),
  });
  return refusal;
}

/**
 * Runs a call of a store.
 *
 * @throws ConnectError `store_failed` (503)
 */
export async function fromStore<T>(call: () => MaybePromise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw new ConnectError('store_failed', 503, 'The store failed', { cause });
  }
}

/**
 * Runs a function of the host's.
 *
 * @throws ConnectError `host_failed` (503)
 */
export async function fromHost<T>(call: () => MaybePromise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw hostFailed(cause);
  }
}

const hostFailed = (cause: unknown): ConnectError =>
  new ConnectError('host_failed', 503, 'A function that the host passed in failed', { cause });

/** The sender is told as little as in {@link refusalAnswer}: one word for every 401 and for every 503. */
function toAnswer(error: ConnectError | WebhookError): InboundAnswer {
  if (error instanceof WebhookError) return refusalAnswer(error);
  const { code, status } = error;
  if (status === 401) return jsonAnswer(status, { error: 'unauthorized' });
  if (status === 403) return jsonAnswer(status, { error: 'forbidden' });
  if (status === 503) return jsonAnswer(status, { error: 'unavailable' });
  return jsonAnswer(status, { error: code }, code === 'method_not_allowed' ? { allow: 'POST' } : undefined);
}
