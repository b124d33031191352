/** Makes of a call's body what is sent, and says its media type. */
import { ConfigError } from '../errors/config-error.ts';
import type { OutgoingBody } from './deliver.ts';
import { writeMultipart } from './multipart.ts';
import { type OutgoingStream, outgoingStream } from './outgoing-stream.ts';

export interface EncodedBody {
  readonly body: OutgoingBody | undefined;
  readonly contentType?: string | undefined;
  /** Of a body that is read as it is sent. */
  readonly outgoing?: OutgoingStream | undefined;
}

/** @throws ConfigError `invalid_option` for a body that cannot be sent, or not with this method */
export function encodeBody(route: string, method: string, body: unknown): EncodedBody {
  if (body === undefined) return { body: undefined };
  if (method === 'GET' || method === 'HEAD') {
    throw new ConfigError('body', `${route} takes none`, 'Pass parameters by path or query');
  }
  if (body instanceof FormData || body instanceof URLSearchParams) return { body };
  const contentType = 'application/octet-stream';
  if (body instanceof Uint8Array) return { body: body as Uint8Array<ArrayBuffer>, contentType };
  if (body instanceof ReadableStream) {
    const outgoing = outgoingStream([{ stream: body, size: undefined }]);
    return { body: outgoing.stream, contentType, outgoing };
  }
  const form = writeMultipart(body);
  if (form !== undefined) return { ...form, body: form.outgoing.stream };
  return { body: encodeJson(route, body), contentType: 'application/json' };
}

function encodeJson(route: string, body: unknown): string {
  const fix = 'Pass plain values, a form, bytes or a stream';
  let text: string | undefined;
  try {
    text = JSON.stringify(body);
  } catch (cause) {
    throw new ConfigError('body', `it cannot be written as JSON (${route})`, fix, { cause });
  }
  if (text === undefined) throw new ConfigError('body', `it has no form in JSON (${route})`, fix);
  return text;
}
