import { gzipSync } from 'node:zlib';
import { createExpressHandler, type ExpressHandler, type ExpressRequest } from 'bitbucket-sdk/express';
import express, { type Request as RealRequest, type RequestHandler } from 'express';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { listen } from '../http-server.ts';
import { pushReceiver, signedPush } from './adapter-kit.ts';

type Parser = ReturnType<typeof express.json>;

async function mounted(parsers: readonly Parser[], path = '/hook') {
  const kit = pushReceiver();
  const app = express();
  for (const parser of parsers) app.use(parser);
  app.post(path, createExpressHandler(kit.receiver));
  return { ...kit, origin: await listen(app) };
}

describe('a receiver behind Express', () => {
  test('is handed the bytes, with the path parameters as its route', async () => {
    const { origin, heard } = await mounted([], '/organizations/:organizationId/integrations/:integrationId');
    const response = await fetch(
      signedPush(50_000).toRequest(`${origin}/organizations/a%20b/integrations/2`),
    );
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    expect(heard).toEqual([{ id: 'delivery-1', route: { organizationId: 'a b', integrationId: '2' } }]);
  });

  test('is given a parameter of several segments as one text', async () => {
    const { origin, heard } = await mounted([], '/hook/*rest');
    expect((await fetch(signedPush().toRequest(`${origin}/hook/a/b`))).status).toBe(200);
    expect(heard[0]?.route).toEqual({ rest: 'a/b' });
  });

  test('is given the route that a function makes', async () => {
    const { receiver, heard } = pushReceiver();
    const app = express();
    const route = (request: ExpressRequest) => ({
      tenant: String(request.headers['x-hook-uuid']).slice(0, 4),
    });
    app.use('/hook', createExpressHandler(receiver, { route }));
    const origin = await listen(app);
    expect((await fetch(signedPush().toRequest(`${origin}/hook/x`))).status).toBe(200);
    expect(heard[0]?.route).toEqual({ tenant: '2f1c' });
  });

  test('leaves body parsers that come after it to the other routes', async () => {
    const { receiver, heard } = pushReceiver();
    const app = express();
    app.post('/hook', createExpressHandler(receiver));
    app.use(express.json());
    app.post('/other', (request, response) => void response.json(request.body));
    const origin = await listen(app);
    expect((await fetch(signedPush().toRequest(`${origin}/hook`))).status).toBe(200);
    const other = await fetch(`${origin}/other`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"a":1}',
    });
    expect(await other.json()).toEqual({ a: 1 });
    expect(heard).toHaveLength(1);
  });

  test.each<[string, Parser]>([
    ['express.json()', express.json({ limit: '1mb' })],
    ['express.text()', express.text({ type: '*/*' })],
  ])('behind %s is answered 500 at once, with the fix in answer and log', async (_, parser) => {
    const { origin, heard, log } = await mounted([parser]);
    const response = await fetch(signedPush().toRequest(`${origin}/hook`));
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      error: 'body_already_read',
      fix: expect.stringMatching(/Mount/),
    });
    expect(log.lines[0]).toMatchObject({ level: 'error', fields: { code: 'body_already_read' } });
    expect(heard).toEqual([]);
  });

  test('takes the bytes that express.raw() has read', async () => {
    const { origin, heard } = await mounted([express.raw({ type: '*/*' })]);
    expect((await fetch(signedPush().toRequest(`${origin}/hook`))).status).toBe(200);
    expect(heard).toHaveLength(1);
  });

  test('takes the bytes that a verify function has kept', async () => {
    const verify = (request: object, _: unknown, bytes: Buffer) => {
      Object.assign(request, { rawBody: bytes });
    };
    const { origin, heard } = await mounted([express.json({ verify })]);
    expect((await fetch(signedPush().toRequest(`${origin}/hook`))).status).toBe(200);
    expect(heard).toHaveLength(1);
  });

  test('refuses what express.raw() has unpacked: the signature is over what was sent', async () => {
    const { origin, heard } = await mounted([express.raw({ type: '*/*' })]);
    const { headers, body } = signedPush();
    const response = await fetch(`${origin}/hook`, {
      method: 'POST',
      headers: { ...headers, 'content-encoding': 'gzip' },
      body: gzipSync(body),
    });
    expect(response.status).toBe(415);
    expect(heard).toEqual([]);
  });

  test('reads by itself where a parser has passed the body over', async () => {
    const { origin, heard } = await mounted([express.urlencoded()]);
    expect((await fetch(signedPush().toRequest(`${origin}/hook`))).status).toBe(200);
    expect(heard).toHaveLength(1);
  });
});

describe('a fetch-style handler behind Express', () => {
  test('is given the whole address, though it is mounted under a path', async () => {
    const app = express();
    app.use(
      '/bitbucket',
      createExpressHandler(async (request, context) =>
        Response.json({ url: request.url, body: await request.text(), address: context?.remoteAddress }),
      ),
    );
    const origin = await listen(app);
    const response = await fetch(`${origin}/bitbucket/setup?a=1`, { method: 'POST', body: 'form' });
    expect(await response.json()).toEqual({
      ...{ url: `${origin}/bitbucket/setup?a=1`, body: 'form', address: '127.0.0.1' },
    });
  });
});

test('the types of the adapter fit those of Express', () => {
  expectTypeOf<ExpressHandler>().toExtend<RequestHandler>();
  expectTypeOf<RealRequest>().toExtend<ExpressRequest>();
  expectTypeOf<RealRequest<{ organizationId: string }>>().toExtend<ExpressRequest>();
  expectTypeOf<RealRequest<{ rest: string[] }>>().toExtend<ExpressRequest>();
});
