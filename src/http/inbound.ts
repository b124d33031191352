/** The one shape of everything that comes in: bytes and headers in, status, headers and text out. */
import { WebhookError } from '../errors/webhook-error.ts';

/** Headers as Node gives them (`req.headers`) or as fetch does. Names are looked up without regard to case. */
export type InboundHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** The path parameters of the endpoint that was called, such as `{ organizationId: '1' }`. */
export type InboundRoute = Readonly<Record<string, string>>;

/** A request whose body was read as bytes, by an adapter or by {@link readBody}. */
export interface InboundRequest {
  readonly method: string;
  readonly headers: InboundHeaders;
  /** The bytes as they came: never decoded, never parsed. */
  readonly body: Uint8Array;
  /** The peer's address, from the socket; needed only where addresses are checked. */
  readonly remoteAddress?: string | undefined;
  readonly route?: InboundRoute | undefined;
}

/** What the sender is answered. An empty `body` is none at all. */
export interface InboundAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What an adapter knows beside the request. */
export interface InboundContext {
  readonly remoteAddress?: string | undefined;
  readonly route?: InboundRoute | undefined;
}

/** The inbound contract: what adapters mount, and what every endpoint of the library is. */
export type InboundHandler = (request: Request, context?: InboundContext) => Promise<Response>;

/** The default bound of an inbound body: 1 MiB. Bitbucket Cloud sends no webhook over 256 KB. */
export const defaultBodyLimit = 1024 * 1024;

/** A header's value, or `undefined`. A header that came twice is given as the list that fetch makes of it. */
export function headerValue(headers: InboundHeaders, name: string): string | undefined {
  if (isFetchHeaders(headers)) return headers.get(name) ?? undefined;
  const direct = headers[name];
  const value = direct ?? headers[Object.keys(headers).find((key) => key.toLowerCase() === name) ?? name];
  return value === undefined || typeof value === 'string' ? value : value.join(', ');
}

/** Told by shape: naming the global `Headers` loads all of fetch (25 ms), and another undici's are not its instances. */
export function isFetchHeaders(headers: InboundHeaders): headers is Headers {
  return typeof headers.get === 'function';
}

/**
 * The whole body as bytes, given up as soon as it is longer than the limit.
 *
 * @throws WebhookError `body_already_read` (500), `body_too_large` (413), `encoding_unsupported` (415),
 *   `body_unreadable` (400) when the sender broke off
 */
export async function readBody(request: Request, limit: number = defaultBodyLimit): Promise<Uint8Array> {
  if (request.bodyUsed) throw bodyAlreadyRead();
  checkEncoding(request.headers.get('content-encoding') ?? undefined);
  checkLength(request.headers.get('content-length') ?? undefined, limit);
  if (request.body === null) return new Uint8Array();
  return collect(request.body, limit);
}

/** Refuses a body that comes compressed: a signature is over the bytes as sent, and a bomb is small until unpacked. */
export function checkEncoding(encoding: string | undefined): void {
  if (encoding === undefined || encoding.trim().toLowerCase() === 'identity' || encoding.trim() === '')
    return;
  throw new WebhookError('encoding_unsupported', 415, 'the body has a Content-Encoding other than identity');
}

/** Refuses a body whose announced length is over the limit, before a byte of it is read. */
export function checkLength(contentLength: string | undefined, limit: number): void {
  if (contentLength !== undefined && Number(contentLength) > limit) throw bodyTooLarge(limit);
}

/** Reads chunks up to the limit; ends the source when there are more. */
async function collect(source: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of source) {
      length += chunk.byteLength;
      if (length > limit) throw bodyTooLarge(limit);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof WebhookError) throw cause;
    throw new WebhookError('body_unreadable', 400, 'the sender broke off', { cause });
  }
  if (chunks.length === 1 && chunks[0] !== undefined) return chunks[0];
  return Buffer.concat(chunks, length);
}

/** Loud, since every delivery would fail: the signature is over bytes that are gone. */
export function bodyAlreadyRead(): WebhookError {
  return new WebhookError(
    'body_already_read',
    500,
    'the body was read or parsed before it came here. Mount the Bitbucket routes before express.json() and other ' +
      'body parsers, or keep them off these routes',
  );
}

export function bodyTooLarge(limit: number): WebhookError {
  return new WebhookError('body_too_large', 413, `the body is over the limit of ${limit} bytes`);
}

/** A small JSON answer. */
export function jsonAnswer(
  status: number,
  body: Readonly<Record<string, string>>,
  headers?: Readonly<Record<string, string>>,
): InboundAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/**
 * What a sender is told of a refusal: a word, and never why it was not believed or what is not there. Only a body
 * that was read too early names its fix, since it is the host's mistake and every delivery fails by it.
 */
export function refusalAnswer(error: Pick<WebhookError, 'code' | 'status' | 'reason'>): InboundAnswer {
  const { code, status, reason } = error;
  if (status === 401) return jsonAnswer(status, { error: 'unauthorized' });
  if (status === 404) return jsonAnswer(status, { error: 'not_found' });
  if (code === 'body_already_read') return jsonAnswer(status, { error: code, fix: reason });
  return jsonAnswer(status, { error: code }, code === 'method_not_allowed' ? { allow: 'POST' } : undefined);
}

export function toResponse({ status, headers, body }: InboundAnswer): Response {
  return new Response(body === '' ? null : body, { status, headers });
}
