/** A plain HTTP server for a test: on 127.0.0.1, on a port of its own, stopped when the test ends. */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface TestServer {
  readonly origin: string;
  readonly requests: RecordedRequest[];
}

/** An answer by hand: status, headers and body; JSON if it is an object. */
export interface TestAnswer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

type Answers = (request: RecordedRequest, count: number) => TestAnswer | Promise<TestAnswer>;

export async function startServer(answer: Answers): Promise<TestServer> {
  const requests: RecordedRequest[] = [];
  return { origin: await listen(recording(answer, requests)), requests };
}

/** Keeps what came in, and answers it. */
export function recording(answer: Answers, requests: RecordedRequest[]): RequestListener {
  return async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    const recorded = { method, url, headers, body: Buffer.concat(chunks).toString() };
    requests.push(recorded);
    const { status = 200, headers: extra = {}, body } = await answer(recorded, requests.length);
    const isText = typeof body === 'string' || body === undefined;
    response.writeHead(status, { ...(isText ? {} : { 'content-type': 'application/json' }), ...extra });
    response.end(isText ? body : JSON.stringify(body));
  };
}

export async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An origin where nobody listens: its port was free a moment ago. */
export async function closedOrigin(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
