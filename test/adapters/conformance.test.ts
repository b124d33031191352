import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createExpressHandler } from 'bitbucket-sdk/express';
import { createFastifyPlugin } from 'bitbucket-sdk/fastify';
import { createLambdaHandler } from 'bitbucket-sdk/lambda';
import { createNodeHandler } from 'bitbucket-sdk/node';
import {
  type AdapterMount,
  adapterSuite,
  type MountAdapter,
  type MountedAdapter,
} from 'bitbucket-sdk/testing';
import express from 'express';
// @ts-expect-error: an alias for Express 4, without types of its own
import express4 from 'express4';
import fastify from 'fastify';
import { Hono } from 'hono';
import { afterAll, describe, test } from 'vitest';

async function listen(listener: RequestListener, host: string): Promise<MountedAdapter> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const onExpress =
  (framework: typeof express): MountAdapter =>
  ({ receiver, host, parsedBefore }) => {
    const app = framework();
    if (parsedBefore) app.use(framework.json());
    app.use('/hook', createExpressHandler(receiver));
    return listen(app, host);
  };

async function onFastify({ receiver, host }: AdapterMount): Promise<MountedAdapter> {
  const app = fastify();
  await app.register(createFastifyPlugin(receiver), { prefix: '/hook' });
  await app.listen({ port: 0, host });
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, close: () => app.close() };
}

function onHono({ receiver, host, parsedBefore }: AdapterMount): Promise<MountedAdapter> {
  const app = new Hono<{ Bindings: { incoming: { socket: { remoteAddress?: string } } } }>();
  if (parsedBefore) {
    app.use('*', async (context, next) => {
      await context.req.raw.text();
      await next();
    });
  }
  app.all('/hook', (context) =>
    receiver.handle(context.req.raw, { remoteAddress: context.env.incoming.socket.remoteAddress }),
  );
  return listen(
    getRequestListener((request, env) => app.fetch(request, env as never)),
    host,
  );
}

/** A gateway of our own before the function: it hands over whole requests as events, as API Gateway does. */
function onLambda({ receiver, host }: AdapterMount): Promise<MountedAdapter> {
  const handler = createLambdaHandler(receiver);
  const gateway: RequestListener = async (request, response) => {
    const sourceIp = request.socket.remoteAddress ?? '';
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const { statusCode, headers, body } = await handler({
      rawPath: request.url,
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      requestContext: { http: { method: request.method ?? '', sourceIp } },
      body: Buffer.concat(chunks).toString('base64'),
      isBase64Encoded: true,
    });
    response.writeHead(statusCode, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
  };
  return listen(gateway, host);
}

const adapters: Readonly<Record<string, MountAdapter>> = {
  'node:http': ({ receiver, host }) => listen(createNodeHandler(receiver), host),
  'Express 5': onExpress(express),
  'Express 4': onExpress(express4 as typeof express),
  'Fastify 5': onFastify,
  'fetch shape (Hono on Node)': onHono,
  'AWS Lambda': onLambda,
};
/** Fastify runs no parser of the host in our scope; node:http and a gateway have none. */
const withoutParsers = ['node:http', 'Fastify 5', 'AWS Lambda'];

const results: Record<string, Record<string, string>> = {};
afterAll(() => console.table(results));

describe.each(Object.entries(adapters))('%s', (adapter, mount) => {
  const checks = adapterSuite(mount, { parserCanComeBefore: !withoutParsers.includes(adapter) });
  test.each(checks)('$name', async ({ name, run }) => {
    results[name] = { ...results[name], [adapter]: 'FAILED' };
    await run();
    results[name] = { ...results[name], [adapter]: 'ok' };
  });
});

describe('Fastify', () => {
  test("keeps the host's own parsers for its other routes, before and after the plugin", async ({
    expect,
  }) => {
    const app = fastify();
    app.post('/before', async (request) => request.body);
    await app.register(
      createFastifyPlugin(async () => new Response('ours')),
      { prefix: '/hook/:tenant' },
    );
    app.post('/after', async (request) => request.body);
    for (const url of ['/before', '/after']) {
      const { body } = await app.inject({ method: 'POST', url, payload: { a: 1 } });
      expect(JSON.parse(body)).toEqual({ a: 1 });
    }
    const ours = await app.inject({
      method: 'POST',
      url: '/hook/7',
      payload: 'x',
      headers: { 'content-type': 'text/odd' },
    });
    expect(ours.body).toBe('ours');
    await app.close();
  });
});
