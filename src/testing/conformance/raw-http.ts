/** Sends HTTP/1.1 by hand over a socket: what client libraries would tidy up must arrive untidied. */
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface RawMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface RawSender {
  /** Default POST. */
  readonly method?: string | undefined;
  /** Sends the body in chunks of so many bytes, without a length; else whole, with its length. */
  readonly chunkSize?: number | undefined;
  /** Milliseconds between chunks. */
  readonly pause?: number | undefined;
  /** Ends the connection after half of the chunks. */
  readonly breakOff?: boolean | undefined;
  /** How a header's name is written. */
  readonly headerName?: ((name: string) => string) | undefined;
  /** Headers beside the message's own, also of the same name. */
  readonly extra?: readonly (readonly [string, string])[] | undefined;
}

export interface RawAnswer {
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  /** The lines of the head, as they came. */
  readonly headers: string;
  readonly body: string;
}

/**
 * The answer as soon as it is whole; what came by then when the server closes the connection, or after 5 s. The
 * connection is left open until then: a server that closes it over unread bytes may take its own answer back.
 */
export async function sendRaw(url: string, message: RawMessage, how: RawSender = {}): Promise<RawAnswer> {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname.replace(/^\[|\]$/g, ''));
  let received = '';
  const closed = new Promise<void>((resolve) => {
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      received += text;
      if (isWhole(parseAnswer(received), received)) socket.destroy();
    });
    // The server may answer and close while the body is still being written.
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    socket.setTimeout(5_000, () => socket.destroy());
  });
  socket.write(headOf({ host: `${hostname}:${port}`, path: pathname }, message, how));
  await writeBody(socket, message.body, how);
  await closed;
  return parseAnswer(received);
}

/** By its length or its last chunk; an answer with neither ends with the connection. */
function isWhole({ status, headers, body }: RawAnswer, received: string): boolean {
  if (status === 0 || status === 100 || !received.includes('\r\n\r\n')) return false;
  if (status === 204) return true;
  const length = /^content-length: (\d+)/im.exec(headers)?.[1];
  return length === undefined
    ? received.endsWith('\r\n0\r\n\r\n')
    : Buffer.byteLength(body) >= Number(length);
}

function headOf(to: { host: string; path: string }, { headers, body }: RawMessage, how: RawSender): string {
  const { method = 'POST', chunkSize, headerName = (name: string) => name, extra = [] } = how;
  const framing: [string, string] =
    chunkSize === undefined ? ['content-length', String(body.byteLength)] : ['transfer-encoding', 'chunked'];
  const all = [['host', to.host], framing, ...Object.entries(headers), ...extra];
  const lines = all.map(([name = '', value]) => `${headerName(name)}: ${value}\r\n`);
  return `${method} ${to.path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

async function writeBody(
  socket: Socket,
  body: Uint8Array,
  { chunkSize, pause, breakOff }: RawSender,
): Promise<void> {
  if (chunkSize === undefined) {
    socket.write(body);
    return;
  }
  const end = breakOff === true ? body.byteLength / 2 : body.byteLength;
  for (let at = 0; at < end && !socket.destroyed; at += chunkSize) {
    const chunk = body.subarray(at, at + chunkSize);
    socket.write(`${chunk.byteLength.toString(16)}\r\n`);
    socket.write(chunk);
    socket.write('\r\n');
    await wait(pause ?? 0);
  }
  if (breakOff === true) socket.destroy();
  else if (!socket.destroyed) socket.write('0\r\n\r\n');
}

function parseAnswer(text: string): RawAnswer {
  const split = text.indexOf('\r\n\r\n');
  const headers = split === -1 ? text : text.slice(0, split);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(headers)?.[1] ?? 0);
  const rest = split === -1 ? '' : text.slice(split + 4);
  return { status, headers, body: /^transfer-encoding: chunked/im.test(headers) ? unchunk(rest) : rest };
}

function unchunk(text: string): string {
  let body = '';
  for (let rest = text; ; ) {
    const line = rest.indexOf('\r\n');
    const size = Number.parseInt(rest.slice(0, line), 16);
    if (line === -1 || !(size > 0)) return body;
    body += rest.slice(line + 2, line + 2 + size);
    rest = rest.slice(line + 4 + size);
  }
}
