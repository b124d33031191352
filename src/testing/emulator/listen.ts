/** Serves a fetch-shaped handler by `node:http`, bodies streaming both ways. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { TLSSocket } from 'node:tls';
import { ConfigError } from '../../errors/config-error.ts';
import { makeCertificate, type ServerIdentity } from './self-signed.ts';

export interface ListenOptions {
  /** Default 0: any that is free. */
  readonly port?: number | undefined;
  /** Default `127.0.0.1`. */
  readonly host?: string | undefined;
  /**
   * Serves by https: with a key and certificate (PEM) of yours, or with `true` by a certificate that the `openssl`
   * command makes for the host and for `localhost`, signed by itself.
   */
  readonly tls?: boolean | ServerIdentity | undefined;
}

export interface EmulatorServer {
  /** `http://127.0.0.1:<port>` or `https://…`, without a slash at the end. */
  readonly url: string;
  /** The certificate (PEM) that clients have to trust; `undefined` without TLS. */
  readonly ca: string | undefined;
  close(): Promise<void>;
}

type Handler = (request: Request) => Promise<Response>;

/** @throws ConfigError `invalid_option` when a certificate cannot be made or does not fit its key */
export async function listen(
  handler: Handler,
  { port = 0, host = '127.0.0.1', tls = false }: ListenOptions,
  folder: string,
): Promise<EmulatorServer> {
  const identity = tls === true ? await makeCertificate(folder, host) : tls === false ? undefined : tls;
  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    serve(handler, incoming, outgoing).catch(() => outgoing.destroy());
  };
  const server = identity === undefined ? createServer(onRequest) : secureServer(identity, onRequest);
  // A push may take longer than the five minutes that Node gives a request.
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const name = host.includes(':') ? `[${host}]` : host;
  const scheme = identity === undefined ? 'http' : 'https';
  const url = `${scheme}://${name}:${(server.address() as AddressInfo).port}`;
  return { url, ca: identity?.cert, close: () => close(server) };
}

function secureServer(
  { key, cert }: ServerIdentity,
  onRequest: (incoming: IncomingMessage, outgoing: ServerResponse) => void,
): Server {
  try {
    return createTlsServer({ key, cert }, onRequest);
  } catch (cause) {
    const fix = 'Pass what two .pem files hold, a key and the certificate for it';
    throw new ConfigError('tls', 'the key and the certificate cannot be used', fix, { cause });
  }
}

async function serve(handler: Handler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const request = toRequest(incoming);
  if (request === undefined) {
    outgoing.writeHead(400).end();
    return;
  }
  // What is left of the body is read away, or the client would wait for ever to be rid of it.
  outgoing.once('finish', () => incoming.resume());
  const response = await handler(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) {
    outgoing.end();
    return;
  }
  await pipeline(Readable.fromWeb(response.body as NodeReadableStream<Uint8Array>), outgoing);
}

function toRequest(incoming: IncomingMessage): Request | undefined {
  const { method = 'GET', url = '/', socket } = incoming;
  const host = incoming.headers.host ?? `${socket.localAddress}:${socket.localPort}`;
  const headers = new Headers();
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    headers.append(incoming.rawHeaders[index] ?? '', incoming.rawHeaders[index + 1] ?? '');
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? bodyOf(incoming) : undefined;
  try {
    // An address that begins with two slashes would be read as another host.
    const scheme = socket instanceof TLSSocket ? 'https' : 'http';
    return new Request(new URL(`${scheme}://${host}${url.startsWith('/') ? url : '/'}`), {
      method,
      headers,
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    } as RequestInit);
  } catch {
    return undefined;
  }
}

/** Reads only when asked to, so that what nobody reads can be thrown away in the end. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = incoming.iterator({ destroyOnReturn: false });
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(value as Uint8Array);
      },
      async cancel() {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
