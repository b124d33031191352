/** Reads the body of a Node request as bytes, and knows when somebody else has read it before. */
import type { IncomingMessage } from 'node:http';
import { WebhookError } from '../errors/webhook-error.ts';
import { bodyAlreadyRead, bodyTooLarge, checkEncoding, checkLength } from '../http/inbound.ts';

/** What a body parser may have left on the request. */
export interface ParsedBody {
  readonly body?: unknown;
  readonly rawBody?: unknown;
}

/**
 * The bytes as they came. Where the stream was read already, the bytes that `express.raw()` left in `body` or a
 * parser's `verify` left in `rawBody`.
 *
 * @throws WebhookError `body_already_read` (500), `encoding_unsupported` (415), `body_too_large` (413),
 *   `body_unreadable` (400) when the sender broke off
 */
export async function readNodeBody(
  request: IncomingMessage & ParsedBody,
  limit: number,
): Promise<Uint8Array> {
  checkEncoding(request.headers['content-encoding']);
  checkLength(request.headers['content-length'], limit);
  const kept = keptBytes(request);
  if (kept !== undefined) {
    checkLength(String(kept.byteLength), limit);
    return kept;
  }
  // By the stream's own word: `body` may be `{}` with nothing read, and waiting for the end of a read stream never ends.
  if (request.readableEnded || request.readableDidRead) throw bodyAlreadyRead();
  return collectStream(request, limit);
}

function keptBytes({ body, rawBody }: ParsedBody): Uint8Array | undefined {
  if (body instanceof Uint8Array) return body;
  return rawBody instanceof Uint8Array ? rawBody : undefined;
}

/** By events: leaving `for await` early would close the socket before a 413 could be answered. */
function collectStream(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (end: () => void): void => {
      request.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken);
      end();
    };
    const onData = (chunk: Buffer): void => {
      length += chunk.byteLength;
      if (length <= limit) chunks.push(chunk);
      else settle(() => reject(bodyTooLarge(limit)));
    };
    const onEnd = (): void =>
      settle(() => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length)));
    const onBroken = (cause?: unknown): void =>
      settle(() => reject(new WebhookError('body_unreadable', 400, 'the sender broke off', { cause })));
    request.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken);
    if (request.destroyed) onBroken();
  });
}

/** How long a refused sender may go on, in ms: long enough to see the answer where it reads only after writing. */
const grace = 2_000;

/** Lets the unread rest of a refused body go by for a moment, and then cuts the sender off. */
export function discardRest(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  request.resume();
  const timer = setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, grace);
  request.socket.once('close', () => clearTimeout(timer));
  timer.unref();
}
