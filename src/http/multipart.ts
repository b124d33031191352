/** A multipart form that may have streams in it, which `FormData` cannot: written as it is sent. */
import { ConfigError } from '../errors/config-error.ts';
import { isRecord } from '../shared/types.ts';
import { type OutgoingStream, outgoingStream, type Piece } from './outgoing-stream.ts';

/** One field of a form, or one file. */
export interface MultipartPart {
  /** The field's name. */
  readonly name: string;
  /** Text goes as it is: its line ends are kept. */
  readonly content: string | Uint8Array | Blob | ReadableStream<Uint8Array>;
  /** Makes text a file. Default for all but text: the name of a `File`, else `blob`, as `FormData` has it. */
  readonly filename?: string | undefined;
  /** The media type. Default for files: the blob's own, else `application/octet-stream`. */
  readonly type?: string | undefined;
  /** Bytes of a stream, if known: it must have just so many. With all sizes known the call says its length. */
  readonly size?: number | undefined;
}

/** What {@link multipart} makes: a body for the routes that take a form with files. Nothing is read before it is sent. */
export interface Multipart {
  /** For the engine: the body as it is sent, which takes the streams. */
  readonly [written]: () => WrittenMultipart;
}

export interface WrittenMultipart {
  readonly contentType: string;
  readonly outgoing: OutgoingStream;
}

/** Known to every copy of the package, so that one's body may be sent by another's client. */
const written: unique symbol = Symbol.for('bitbucket-sdk.multipart');

/** A body as {@link multipart} made it, written; `undefined` for any other. */
export function writeMultipart(body: unknown): WrittenMultipart | undefined {
  return typeof body === 'object' && body !== null && written in body
    ? (body as Multipart)[written]()
    : undefined;
}

/**
 * A form with files, any of which may be a stream: it is read as the network takes it, whatever its length. Like every
 * stream it can be sent once: such a call is not retried, not sent again with a renewed credential, and follows no
 * redirect; its streams are cancelled when it ends early. Where all files are in memory or on disk, `FormData` with
 * blobs does without these limits.
 *
 * The call's `timeout` covers the whole upload. Names are escaped as browsers escape them.
 *
 * @example
 * const body = multipart([{ name: 'files', content: stream, filename: 'app.tar.gz', size: 104_857_600 }])
 * await cloud.request('POST /repositories/{workspace}/{repo_slug}/downloads', { path, body, timeout: 600_000 })
 * @throws ConfigError `invalid_option` for a part that is none · (on the call) for a stream that was sent before
 * @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
 */
export function multipart(parts: readonly MultipartPart[]): Multipart {
  if (!Array.isArray(parts)) throw invalid('body', 'it is no list of parts');
  for (const [at, part] of parts.entries()) checkPart(part, `body[${at}]`);
  const kept = [...parts];
  return { [written]: () => write(kept) };
}

function write(parts: readonly MultipartPart[]): WrittenMultipart {
  // Not guessed by whoever wrote the content: nothing in it can end its part.
  const boundary = `----bitbucket-sdk-${crypto.randomUUID()}`;
  const pieces = parts.flatMap((part): Piece[] => [
    bytesOf(`--${boundary}\r\n${headOf(part)}\r\n\r\n`),
    pieceOf(part),
    bytesOf('\r\n'),
  ]);
  pieces.push(bytesOf(`--${boundary}--\r\n`));
  return { contentType: `multipart/form-data; boundary=${boundary}`, outgoing: outgoingStream(pieces) };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function pieceOf({ content, size }: MultipartPart): Piece {
  if (typeof content === 'string') return bytesOf(content);
  return content instanceof ReadableStream ? { stream: content, size } : content;
}

function headOf({ name, content, filename, type }: MultipartPart): string {
  const isFile = typeof content !== 'string' || filename !== undefined;
  const file = filename ?? (content instanceof File ? content.name : 'blob');
  const own = content instanceof Blob ? content.type : '';
  const mediaType = type ?? (own === '' ? 'application/octet-stream' : own);
  return [
    `Content-Disposition: form-data; name="${escaped(name)}"${isFile ? `; filename="${escaped(file)}"` : ''}`,
    ...(isFile || type !== undefined ? [`Content-Type: ${mediaType}`] : []),
  ].join('\r\n');
}

/** A line end or a quote would end the header, or its value. */
const escaped = (name: string): string =>
  name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');

function checkPart(part: MultipartPart, at: string): void {
  if (typeof part !== 'object' || part === null) throw invalid(at, 'it is no part');
  const { name, content, filename, type, size } = part;
  if (typeof name !== 'string' || name === '') throw invalid(`${at}.name`, 'it is no text, or empty');
  if (filename !== undefined && typeof filename !== 'string')
    throw invalid(`${at}.filename`, 'it is no text');
  if (type !== undefined && !(typeof type === 'string' && mediaTypePattern.test(type))) {
    throw invalid(`${at}.type`, 'it is no media type');
  }
  const isKnown =
    typeof content === 'string' ||
    content instanceof Uint8Array ||
    content instanceof Blob ||
    content instanceof ReadableStream;
  if (isNodeStream(content)) {
    throw new ConfigError(`${at}.content`, 'it is a Node stream', 'Pass Readable.toWeb(stream)');
  }
  if (!isKnown) throw invalid(`${at}.content`, 'it is no text, bytes, blob or stream');
  if (size === undefined) return;
  if (!Number.isSafeInteger(size) || size < 0) throw invalid(`${at}.size`, 'it is no number of bytes');
  if (!(content instanceof ReadableStream)) throw invalid(`${at}.size`, 'its content is no stream');
}

const isNodeStream = (content: unknown): boolean =>
  isRecord(content) && typeof content['pipe'] === 'function';

const mediaTypePattern = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:;[\t\x20-\x7e]*)?$/;

function invalid(option: string, what: string): ConfigError {
  const fix = "Pass multipart([{ name: 'files', content: stream, filename: 'app.tar.gz' }])";
  return new ConfigError(option, what, fix);
}
