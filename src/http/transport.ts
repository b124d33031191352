/** The outgoing transport: the one file that knows ky. It limits, retries, times out, and turns failures into our errors. */
import ky, { isHTTPError, isKyError, isNetworkError, isTimeoutError } from 'ky';
import type { ApiError } from '../errors/api-error.ts';
import { isBitbucketError } from '../errors/bitbucket-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import type { Logger } from '../shared/logger.ts';
import type { FetchLike } from '../shared/types.ts';
import { version } from '../shared/version.ts';
import type { Authorizer } from './authorizer.ts';
import { deliver, isReplayable, type OutgoingBody } from './deliver.ts';
import { createLimiter } from './limiter.ts';
import { mayRetry, type RetryPolicy, withRetries } from './retry.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** One call, as the engine hands it down. */
export interface OutgoingCall {
  readonly method: string;
  /** Absolute, with its query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: OutgoingBody | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeout?: number | undefined;
  /** How the body of a success is read; a stream is left to the caller. Default text. */
  readonly read?: 'text' | 'bytes' | 'stream' | undefined;
}

export interface Answer {
  /** Method and path, as messages name the call. */
  readonly name: string;
  readonly response: Response;
  /** The body of a success, as it was asked for; null for a stream that there is none of. */
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;
}

/** A refusal, for the product to make its error of. `body` is parsed JSON, text, or `undefined`. */
export interface Refusal {
  /** Method and path, as messages name the call. */
  readonly name: string;
  readonly path: string;
  readonly response: Response;
  readonly body: unknown;
  readonly retryAfter: number | undefined;
  readonly cause: unknown;
}

export interface TransportOptions extends RetryPolicy {
  readonly auth: Authorizer;
  readonly fetch: FetchLike;
  /** Milliseconds for an attempt, and again for reading its body. */
  readonly timeout: number;
  /** Calls at once; others wait. */
  readonly concurrency: number;
  readonly logger: Logger;
  readonly toApiError: (refusal: Refusal) => ApiError;
  /** A redirect that leads there is a refusal: {@link toApiError} is given it, with its status of 3xx. */
  readonly isLoginPage?: ((address: URL) => boolean) | undefined;
}

/** Sends a call and gives its answer of 2xx; anything else is thrown as one of our errors. */
export type Transport = (call: OutgoingCall) => Promise<Answer>;

const userAgent = `bitbucket-sdk/${version}`;

export function createTransport(options: TransportOptions): Transport {
  const limit = createLimiter(options.concurrency);
  return (call) => {
    const { method, body, signal } = call;
    const path = new URL(call.url).pathname;
    const names: CallNames = { name: `${method} ${path}`, path, signal };
    const attempt = () => attemptCall(call, names, options);
    const again = mayRetry(method) && !(body instanceof ReadableStream);
    return limit(again ? () => withRetries(attempt, options, signal) : attempt, signal).catch((error) => {
      // The turn, or the wait before the next attempt, was given up.
      throw toOurError(error, names, options.toApiError);
    });
  };
}

/** ky's own retries are off: they would clone every request, and wait out any `Retry-After` in part. */
async function attemptCall(call: OutgoingCall, names: CallNames, options: TransportOptions): Promise<Answer> {
  const { method, url, headers, body, signal = null, timeout = options.timeout } = call;
  const { name } = names;
  try {
    const pending = ky(url, {
      method,
      headers: { 'user-agent': userAgent, ...headers },
      signal,
      timeout,
      retry: 0,
      redirect: 'manual',
      ...(isReplayable(body) ? { body } : {}),
      fetch: (request) => observed(request as Request, { ...options, name, body }),
    });
    const response = await pending;
    if (call.read === 'stream') return { name, response, body: response.body };
    if (call.read === 'bytes') return { name, response, body: new Uint8Array(await pending.arrayBuffer()) };
    return { name, response, body: await pending.text() };
  } catch (error) {
    throw toOurError(error, names, options.toApiError);
  }
}

async function observed(
  request: Request,
  options: TransportOptions & { name: string; body: OutgoingBody | undefined },
): Promise<Response> {
  const { name, logger } = options;
  const started = performance.now();
  const elapsed = (): number => Math.round(performance.now() - started);
  try {
    const response = await deliver(request, options);
    logger.debug('bitbucket call', { call: name, status: response.status, milliseconds: elapsed() });
    return response;
  } catch (error) {
    logger.debug('bitbucket call failed', { call: name, milliseconds: elapsed() });
    throw error;
  }
}

interface CallNames {
  readonly name: string;
  readonly path: string;
  readonly signal: AbortSignal | undefined;
}

function toOurError(
  error: unknown,
  { name, path, signal }: CallNames,
  toApiError: TransportOptions['toApiError'],
): Error {
  if (isBitbucketError(error)) return error;
  if (isHTTPError(error)) {
    const { response, data: body } = error;
    return toApiError({
      name,
      path,
      response,
      body,
      retryAfter: retryAfterSeconds(response.headers),
      cause: undefined,
    });
  }
  const options = withoutRequest(error);
  if (signal?.aborted === true)
    return new TransportError('aborted', `${name} was aborted by its signal`, options);
  if (isTimeoutError(error)) return new TransportError('timeout', `${name} timed out`, options);
  if (isNetworkError(error)) {
    return new TransportError('network', `${name} got no answer${networkReason(error)}`, options);
  }
  return new TransportError('network', `${name} failed before it was answered`, options);
}

/** ky's errors hold the request, with its credential and its query: what is beneath them is passed on. */
function withoutRequest(error: unknown): { cause?: unknown } {
  if (!isKyError(error)) return { cause: error };
  return error.cause === undefined ? {} : { cause: error.cause };
}

/** The system's code, such as ECONNREFUSED, from the depths of fetch's error. */
function networkReason(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code: unknown = Reflect.get(cause, 'code');
    if (typeof code === 'string') return ` (${code})`;
  }
  return '';
}
