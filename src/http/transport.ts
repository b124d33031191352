/** The outgoing transport: the one file that knows ky. It limits, retries, times out, and turns failures into our errors. */
import ky, { isHTTPError, isKyError, isNetworkError, isTimeoutError } from 'ky';
import type { ApiError } from '../errors/api-error.ts';
import { isBitbucketError } from '../errors/bitbucket-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import { type LogFields, type Logger, silentLogger } from '../shared/logger.ts';
import type { FetchLike } from '../shared/types.ts';
import { version } from '../shared/version.ts';
import { type AttemptTime, withinTime } from './attempt-time.ts';
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
    const names = new CallNames(call);
    const attempt = () => attemptCall(call, names, options);
    const again = mayRetry(method) && !(body instanceof ReadableStream);
    return limit(again ? () => withRetries(attempt, options, signal) : attempt, signal).catch((error) => {
      // The turn, or the wait before the next attempt, was given up.
      throw toOurError(error, names, signal, options.toApiError);
    });
  };
}

/** How messages name a call: read from its address only where something is said of it. */
class CallNames {
  readonly #call: OutgoingCall;

  constructor(call: OutgoingCall) {
    this.#call = call;
  }

  get name(): string {
    return `${this.#call.method} ${this.path}`;
  }

  get path(): string {
    return new URL(this.#call.url).pathname;
  }
}

class ReadAnswer implements Answer {
  readonly response: Response;
  readonly body: Answer['body'];
  readonly #names: CallNames;

  constructor(response: Response, body: Answer['body'], names: CallNames) {
    this.response = response;
    this.body = body;
    this.#names = names;
  }

  get name(): string {
    return this.#names.name;
  }
}

function attemptCall(call: OutgoingCall, names: CallNames, options: TransportOptions): Promise<Answer> {
  const { signal, timeout = options.timeout } = call;
  const tooLate = () => new TransportError('timeout', `${names.name} timed out`);
  return withinTime({ timeout, signal, tooLate }, async (time) => {
    try {
      return await sendCall(call, { options, names, time });
    } catch (error) {
      throw toOurError(error, names, signal, options.toApiError);
    }
  });
}

interface Sending {
  readonly options: TransportOptions;
  readonly names: CallNames;
  readonly time: AttemptTime;
}

/**
 * ky's own retries are off: they would clone every request, and wait out any `Retry-After` in part. Its time-outs are
 * off, too, and the headers are put on its request, not through its options: each costs a tenth of a call.
 */
async function sendCall(call: OutgoingCall, sending: Sending): Promise<Answer> {
  const { method, url, body, read } = call;
  const { names } = sending;
  const response = await ky(url, {
    method,
    timeout: false,
    retry: 0,
    ...(isReplayable(body) ? { body } : undefined),
    fetch: (request) => observed(prepared(request as Request, call, sending.time), call, sending),
  });
  if (read === 'stream') return new ReadAnswer(response, response.body, names);
  if (read === 'bytes') return new ReadAnswer(response, new Uint8Array(await response.arrayBuffer()), names);
  return new ReadAnswer(response, await response.text(), names);
}

/** ky's request with the call's headers, and with the signal of the attempt: credentials that wait are to see that. */
function prepared(request: Request, { headers }: OutgoingCall, { signal }: AttemptTime): Request {
  request.headers.set('user-agent', userAgent);
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value !== undefined) request.headers.set(name, value);
  }
  return Object.defineProperty(request, 'signal', { value: signal });
}

async function observed(request: Request, { body }: OutgoingCall, sending: Sending): Promise<Response> {
  const { options, names, time } = sending;
  const { auth, fetch, isLoginPage } = options;
  const log = options.logger === silentLogger ? undefined : startLog(options.logger, names);
  try {
    const response = await deliver(request, { auth, fetch, isLoginPage, body, names });
    time.answered(!response.ok);
    log?.('bitbucket call', { status: response.status });
    return response;
  } catch (error) {
    log?.('bitbucket call failed', {});
    throw error;
  }
}

function startLog(logger: Logger, { name }: CallNames): (message: string, fields: LogFields) => void {
  const started = performance.now();
  return (message, fields) =>
    logger.debug(message, { call: name, ...fields, milliseconds: Math.round(performance.now() - started) });
}

function toOurError(
  error: unknown,
  { name, path }: CallNames,
  signal: AbortSignal | undefined,
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
