/** What can go wrong with a request, and how each fault comes about. */
import { ConfigError } from '../../errors/config-error.ts';
import { errorResponse, RestError, removedBy } from './cloud/errors.ts';

export type Fault =
  /** An answer with this status. An object as `body` is sent as JSON; absent: an error in Bitbucket's shape. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>> | undefined;
      readonly body?: string | Readonly<Record<string, unknown>> | undefined;
    }
  /** 429; with `Retry-After` (seconds, or a date as HTTP writes it) only where it is given, as Bitbucket does not promise one. */
  | { readonly kind: 'rate-limit'; readonly retryAfter?: number | string | undefined }
  /** 410 as removed functionality answers, naming the announced change, such as `CHANGE-2770`. */
  | { readonly kind: 'gone'; readonly change: string }
  /** The true answer, so many milliseconds late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The connection ends before a byte of the answer. */
  | { readonly kind: 'drop' }
  /** The true answer, and the connection ends after so many bytes of its body. */
  | { readonly kind: 'cut'; readonly afterBytes: number };

type Serve = (request: Request) => Promise<Response>;

export interface FaultEffect {
  /** It only delays: what would have been answered is answered, by the next fault perhaps. */
  readonly goesOn: boolean;
  apply(request: Request, inner: Serve, ended: AbortSignal): Promise<Response>;
}

/** @throws ConfigError `invalid_option` for a kind that is not known and for numbers that cannot be */
export function createFault(fault: Fault): FaultEffect {
  switch (fault.kind) {
    case 'status':
      checkStatus(fault.status);
      return answering(() => statusAnswer(fault));
    case 'rate-limit':
      return answering(() => rateLimitAnswer(fault.retryAfter));
    case 'gone':
      return answering(() => errorResponse(removedBy(fault.change)));
    case 'slow':
      return slow(checkNumber('ms', fault.ms));
    case 'drop':
      return { goesOn: false, apply: () => Promise.reject(connectionLost('fetch failed')) };
    case 'cut':
      return cutting(checkNumber('afterBytes', fault.afterBytes));
    default:
      throw unknownKind(fault);
  }
}

function unknownKind(fault: never): ConfigError {
  const kinds = 'status, rate-limit, gone, slow, drop or cut';
  return new ConfigError('faults.fault', `${JSON.stringify(fault)} is no fault`, `Pass a kind: ${kinds}`);
}

function checkNumber(option: string, value: number): number {
  if (Number.isFinite(value) && value >= 0) return value;
  throw new ConfigError(`faults.fault.${option}`, 'it is no such number', 'Pass a number from 0 on');
}

function checkStatus(status: number): void {
  if (Number.isInteger(status) && status >= 200 && status <= 599) return;
  throw new ConfigError('faults.fault.status', 'it is no status', 'Pass a number from 200 to 599');
}

const answering = (answer: () => Response): FaultEffect => ({ goesOn: false, apply: async () => answer() });

function statusAnswer({ status, headers = {}, body }: Extract<Fault, { kind: 'status' }>): Response {
  if (status === 204 || status === 205 || status === 304) return new Response(null, { status, headers });
  if (body === undefined)
    return errorResponse(new RestError(status, `Emulated fault ${status}`, { headers }));
  return typeof body === 'string'
    ? new Response(body, { status, headers })
    : Response.json(body, { status, headers });
}

/** @see https://support.atlassian.com/bitbucket-cloud/docs/api-request-limits/ */
function rateLimitAnswer(retryAfter: number | string | undefined): Response {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return errorResponse(new RestError(429, 'Rate limit for this resource has been exceeded', { headers }));
}

/** What fetch throws; on a port the server ends the connection instead. */
const connectionLost = (message: string): TypeError =>
  new TypeError(message, {
    cause: Object.assign(new Error('The emulator ended the connection'), { code: 'ECONNRESET' }),
  });

const slow = (ms: number): FaultEffect => ({
  goesOn: true,
  apply: async (request, inner, ended) => {
    await pause(ms, AbortSignal.any([request.signal, ended]));
    return inner(request);
  },
});

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

const cutting = (afterBytes: number): FaultEffect => ({
  goesOn: false,
  apply: async (request, inner) => {
    const response = await inner(request);
    if (response.body === null) throw connectionLost('fetch failed');
    const { status, headers } = response;
    return new Response(cut(response.body, afterBytes), { status, headers });
  },
});

function cut(body: ReadableStream<Uint8Array>, afterBytes: number): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let left = afterBytes;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const value = left === 0 ? undefined : (await reader.read()).value;
      if (value === undefined) {
        // What was passed on so far is to arrive: an end in the same moment would overtake it.
        await new Promise((resolve) => setTimeout(resolve, 20));
        controller.error(connectionLost('terminated'));
        await reader.cancel().catch(() => {});
        return;
      }
      const part = value.subarray(0, left);
      left -= part.length;
      controller.enqueue(part);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
