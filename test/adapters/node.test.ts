import { createServer, type IncomingMessage } from 'node:http';
import { gzipSync } from 'node:zlib';
import { createNodeHandler } from 'bitbucket-sdk/node';
import { describe, expect, test } from 'vitest';
import { listen } from '../http-server.ts';
import { converse, head, pushReceiver, secret, signedPush } from './adapter-kit.ts';

describe('a receiver behind node:http', () => {
  test('is handed the bytes, the address and the route, and its answer goes back', async () => {
    const addresses: string[] = [];
    const { receiver, heard } = pushReceiver({
      ipRanges: { contains: (address) => addresses.push(address) > 0 },
    });
    const route = (request: IncomingMessage) => ({ tenant: request.url?.slice(1) ?? '' });
    const origin = await listen(createNodeHandler(receiver, { route }));
    const response = await fetch(signedPush().toRequest(`${origin}/acme`));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('content-length')).toBe('15');
    expect(await response.json()).toEqual({ status: 'ok' });
    expect(heard).toEqual([{ id: 'delivery-1', route: { tenant: 'acme' } }]);
    expect(addresses).toEqual(['127.0.0.1']);
  });

  test('takes a big body, a chunked one, and one that dribbles in', async () => {
    const { receiver, heard } = pushReceiver();
    const origin = await listen(createNodeHandler(receiver));
    const big = signedPush(900_000, 'big');
    expect((await fetch(big.toRequest(origin))).status).toBe(200);

    const dribble = signedPush(5_000, 'dribble');
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        for (let at = 0; at < dribble.body.length; at += 500) {
          controller.enqueue(dribble.body.subarray(at, at + 500));
          await new Promise((resolve) => setImmediate(resolve));
        }
        controller.close();
      },
    });
    const request = new Request(origin, { method: 'POST', headers: dribble.headers, body, duplex: 'half' });
    expect((await fetch(request)).status).toBe(200);
    expect(heard.map(({ id }) => id)).toEqual(['big', 'dribble']);
  });

  test('takes header names in any case', async () => {
    const { receiver, heard } = pushReceiver();
    const origin = await listen(createNodeHandler(receiver));
    const { headers, body } = signedPush();
    const upper = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
    );
    const answer = await converse(origin, (socket) => {
      socket.write(
        head('POST / HTTP/1.1', {
          HOST: 'h',
          ...upper,
          'CONTENT-LENGTH': String(body.length),
          CONNECTION: 'close',
        }),
      );
      socket.write(body);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(heard).toHaveLength(1);
  });

  test('answers 413 before reading where the length is announced, and while reading where it is not', async () => {
    const { receiver, heard, log } = pushReceiver({ bodyLimit: 10_000 });
    const origin = await listen(createNodeHandler(receiver));
    const { headers, body } = signedPush(20_000);
    const announced = await converse(origin, (socket) => {
      socket.write(
        head('POST / HTTP/1.1', {
          host: 'h',
          ...headers,
          'content-length': String(body.length),
          connection: 'close',
        }),
      );
    });
    expect(announced).toMatch(/^HTTP\/1\.1 413 /);

    const chunked = await converse(origin, (socket) => {
      socket.write(head('POST / HTTP/1.1', { host: 'h', ...headers, 'transfer-encoding': 'chunked' }));
      socket.write(`${body.length.toString(16)}\r\n`);
      socket.write(body);
      socket.write('\r\n');
      // Never ended: the answer comes all the same, and the socket is closed from the other side.
    });
    expect(chunked).toMatch(/^HTTP\/1\.1 413 /);
    expect(chunked).toContain('{"error":"body_too_large"}');
    expect(log.lines.map(({ fields }) => fields['code'])).toEqual(['body_too_large', 'body_too_large']);
    expect(heard).toEqual([]);
  });

  test('answers 415 to a compressed body', async () => {
    const { receiver, heard } = pushReceiver();
    const origin = await listen(createNodeHandler(receiver));
    const { headers, body } = signedPush();
    const response = await fetch(origin, {
      method: 'POST',
      headers: { ...headers, 'content-encoding': 'gzip' },
      body: gzipSync(body),
    });
    expect(response.status).toBe(415);
    expect(heard).toEqual([]);
  });

  test('answers 405 to a GET, and 401 to a forged delivery', async () => {
    const { receiver } = pushReceiver();
    const origin = await listen(createNodeHandler(receiver));
    const get = await fetch(origin);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    const { headers, body } = signedPush();
    const forged = { ...headers, 'x-hub-signature': `sha256=${'0'.repeat(64)}` };
    expect((await fetch(origin, { method: 'POST', headers: forged, body })).status).toBe(401);
  });

  test('outlives a sender that breaks off in the middle of its body', async () => {
    const { receiver, heard, log } = pushReceiver();
    const origin = await listen(createNodeHandler(receiver));
    const { headers, body } = signedPush(5_000);
    await converse(origin, (socket) => {
      const length = { 'content-length': String(body.length) };
      socket.write(head('POST / HTTP/1.1', { host: 'h', ...headers, ...length }));
      socket.write(body.subarray(0, 100), () => socket.destroy());
    });
    await expect.poll(() => log.lines.map(({ fields }) => fields['code'])).toEqual(['body_unreadable']);
    expect(heard).toEqual([]);
    expect((await fetch(signedPush().toRequest(origin))).status).toBe(200);
  });

  test('outlives a sender that goes away while the listener works', async () => {
    const { receiver, heard } = pushReceiver();
    let go = () => {};
    const started = new Promise<void>((resolve) => {
      receiver.on('*', () => {
        resolve();
        return new Promise<void>((end) => {
          go = end;
        });
      });
    });
    const origin = await listen(createNodeHandler(receiver));
    const { headers, body } = signedPush();
    await converse(origin, async (socket) => {
      const length = { 'content-length': String(body.length) };
      socket.write(head('POST / HTTP/1.1', { host: 'h', ...headers, ...length }));
      socket.write(body);
      await started;
      socket.destroy();
    });
    go();
    await receiver.close();
    expect(heard).toHaveLength(1);
  });

  test('answers 500 where the body has been read before, in time, and says what to do', async () => {
    const { receiver, heard, log } = pushReceiver();
    const handler = createNodeHandler(receiver);
    const origin = await listen(async (request, response) => {
      for await (const _ of request) {
        // Gone.
      }
      await handler(request, response);
    });
    const response = await fetch(signedPush().toRequest(origin));
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      error: 'body_already_read',
      fix: expect.stringContaining('before express.json()'),
    });
    expect(log.lines[0]).toMatchObject({
      level: 'error',
      message: expect.stringContaining('express.json()'),
    });
    expect(heard).toEqual([]);
  });
});

describe('a fetch-style handler behind node:http', () => {
  const echo = async (request: Request) =>
    Response.json({
      method: request.method,
      url: request.url,
      body: await request.text(),
      header: request.headers.get('x-test'),
    });

  test('is given an absolute address, the headers and the body', async () => {
    const origin = await listen(createNodeHandler(echo));
    const response = await fetch(`${origin}/a/b?c=%20d`, {
      method: 'PUT',
      headers: {
        'x-test': 'ä'.normalize(),
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
      },
      body: 'bytes',
    });
    expect(await response.json()).toEqual({
      ...{ method: 'PUT', url: `${origin}/a/b?c=%20d`, body: 'bytes', header: 'ä' },
    });
  });

  test('is given the public origin where it is stated', async () => {
    const handler = createNodeHandler(echo, { baseUrl: 'https://hooks.example.com' });
    const origin = await listen(handler);
    const answer = (await (await fetch(`${origin}/a?b=1`)).json()) as { url: string };
    expect(answer.url).toBe('https://hooks.example.com/a?b=1');
  });

  test.each([
    ['GET //evil.example/x HTTP/1.1', 'good.example', 'http://good.example//evil.example/x'],
    ['GET http://evil.example/x?y=1 HTTP/1.1', 'good.example:81', 'http://good.example:81/x?y=1'],
    ['GET /x HTTP/1.1', '[::1]:81', 'http://[::1]:81/x'],
  ])('keeps to the host in %s', async (line, host, url) => {
    const origin = await listen(createNodeHandler(echo));
    const answer = await converse(origin, (socket) => {
      socket.write(head(line, { host, connection: 'close' }));
    });
    expect(answer).toContain(JSON.stringify(url));
  });

  test.each(['evil.example/path?', 'user@evil.example', 'a b', 'evil.example#', '', 'h:port'])(
    'answers 400 to the host %j',
    async (host) => {
      const origin = await listen(createNodeHandler(echo));
      const answer = await converse(origin, (socket) => {
        socket.write(head('GET / HTTP/1.1', { host, connection: 'close' }));
      });
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    },
  );

  test('is never given a compressed body, nor one over the limit', async () => {
    const origin = await listen(createNodeHandler(echo, { bodyLimit: 5 }));
    const headers = { 'content-encoding': 'gzip' };
    expect((await fetch(origin, { method: 'POST', headers, body: 'x' })).status).toBe(415);
    expect((await fetch(origin, { method: 'POST', body: 'x'.repeat(6) })).status).toBe(413);
    expect((await fetch(origin, { method: 'POST', body: 'x'.repeat(5) })).status).toBe(200);
  });

  test('has its status, headers, cookies and stream sent back', async () => {
    const origin = await listen(
      createNodeHandler(async () => {
        const headers = new Headers({ 'x-one': '1' });
        headers.append('set-cookie', 'a=1; Path=/');
        headers.append('set-cookie', 'b=2; Expires=Thu, 01 Jan 2032 00:00:00 GMT');
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            for (const part of ['one ', 'two ', 'three']) controller.enqueue(Buffer.from(part));
            controller.close();
          },
        });
        return new Response(body, { status: 207, headers });
      }),
    );
    const response = await fetch(origin);
    expect(response.status).toBe(207);
    expect(response.headers.get('x-one')).toBe('1');
    expect(response.headers.getSetCookie()).toEqual([
      'a=1; Path=/',
      'b=2; Expires=Thu, 01 Jan 2032 00:00:00 GMT',
    ]);
    expect(await response.text()).toBe('one two three');
  });

  test('answers without a body, and HEAD requests', async () => {
    const origin = await listen(createNodeHandler(async () => new Response(null, { status: 204 })));
    expect((await fetch(origin)).status).toBe(204);
    const head_ = await listen(createNodeHandler(async () => Response.json({ long: 'body' })));
    const response = await fetch(head_, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('is told when the client goes away, and its stream is cancelled', async () => {
    let aborted = false;
    let cancelled = false;
    const origin = await listen(
      createNodeHandler(async (request) => {
        request.signal.addEventListener('abort', () => {
          aborted = true;
        });
        const body = new ReadableStream<Uint8Array>({
          start: (controller) => controller.enqueue(Buffer.from('first')),
          cancel: () => {
            cancelled = true;
          },
        });
        return new Response(body);
      }),
    );
    await converse(origin, (socket) => {
      socket.write(head('GET / HTTP/1.1', { host: 'h' }));
      socket.once('data', () => socket.destroy());
    });
    await expect.poll(() => [aborted, cancelled]).toEqual([true, true]);
  });

  test('that fails is answered 500, saying nothing', async () => {
    const { log } = pushReceiver();
    const origin = await listen(
      createNodeHandler(
        async () => {
          throw new Error(`cannot open the vault with ${secret}`);
        },
        { logger: log.logger },
      ),
    );
    const response = await fetch(origin);
    expect([response.status, await response.text()]).toEqual([500, '{"error":"receiver_failed"}']);
    expect(log.lines[0]).toMatchObject({
      level: 'error',
      fields: { code: 'receiver_failed', cause: 'Error' },
    });
    expect(JSON.stringify(log.lines)).not.toContain(secret);
  });

  test('whose stream fails in the middle has its connection cut, not ended', async () => {
    const origin = await listen(
      createNodeHandler(async () => {
        let pulls = 0;
        return new Response(
          new ReadableStream<Uint8Array>({
            pull(controller) {
              if (pulls++ === 0) controller.enqueue(Buffer.from('half'));
              else controller.error(new Error('the source broke'));
            },
          }),
        );
      }),
    );
    await expect(fetch(origin).then((response) => response.text())).rejects.toThrow();
  });
});

describe('the options of the node handler', () => {
  test.each([
    ['no target', undefined, {}, 'target'],
    ['a target that cannot receive', {}, {}, 'target'],
    ['a misspelt option', async () => new Response(), { baseURL: 'x' }, 'baseURL'],
    ['a base with a path', async () => new Response(), { baseUrl: 'https://h.example/path' }, 'baseUrl'],
    ['a base that is no address', async () => new Response(), { baseUrl: 'h.example' }, 'baseUrl'],
    ['a limit that is none', async () => new Response(), { bodyLimit: -1 }, 'bodyLimit'],
    ['a route that is no function', async () => new Response(), { route: {} }, 'route'],
  ])('%s is refused', (_, target, options, option) => {
    const create = createNodeHandler as unknown as (target: unknown, options: unknown) => void;
    expect(() => create(target, options)).toThrow(
      expect.objectContaining({ code: 'invalid_option', option }),
    );
  });
});

test('the node handler is what createServer takes', () => {
  const { receiver } = pushReceiver();
  const server = createServer(createNodeHandler(receiver));
  expect(server.listening).toBe(false);
});
