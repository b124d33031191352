/** Sends an answer or a fetch response through a Node response. */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { InboundAnswer } from '../http/inbound.ts';

/** A sender that is gone is no failure: there is nobody to tell. */
export function sendAnswer(response: ServerResponse, { status, headers, body }: InboundAnswer): void {
  if (response.headersSent || response.destroyed) return;
  const length = body === '' ? undefined : { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...headers, ...length });
  response.end(body);
}

/** Streams the body at the client's pace; when the client goes away, the stream is cancelled. */
export async function sendResponse(response: ServerResponse, answer: Response): Promise<void> {
  if (response.headersSent || response.destroyed) {
    await answer.body?.cancel();
    return;
  }
  const headers: Record<string, string | string[]> = Object.fromEntries(answer.headers);
  // As one header each: joined by commas, cookies cannot be told apart.
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  response.writeHead(answer.status, headers);
  if (answer.body === null) {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.fromWeb(answer.body as ReadableStream<Uint8Array>), response);
  } catch (cause) {
    if (!isGone(cause)) throw cause;
  }
}

/** Did the client go away before the end? */
const isGone = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_STREAM_PREMATURE_CLOSE';
