import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient, type MultipartPart, multipart } from 'bitbucket-sdk/cloud';
import { BitbucketServer } from 'bitbucket-sdk/server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { closedOrigin, listen, startServer } from '../http-server.ts';

const downloads = 'POST /repositories/{workspace}/{repo_slug}/downloads';
const path = { workspace: 'acme', repo_slug: 'api' };

interface Source {
  readonly stream: ReadableStream<Uint8Array>;
  readonly state: { given: number; cancelled: boolean };
}

/** A stream that makes what it is asked for, and can tell how much that was and whether it was given up. */
function sourceOf(total: number, { failAt = Number.POSITIVE_INFINITY } = {}): Source {
  const state = { given: 0, cancelled: false };
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    if (state.given >= failAt) throw new Error('the disk is gone');
    if (state.given >= total) {
      controller.close();
      return;
    }
    const next = new Uint8Array(Math.min(65_536, total - state.given)).fill(120);
    state.given += next.length;
    controller.enqueue(next);
  };
  const cancel = (): void => {
    state.cancelled = true;
  };
  return { stream: new ReadableStream({ pull, cancel }, { highWaterMark: 0 }), state };
}

interface SeenForm {
  readonly headers: Record<string, unknown>;
  readonly fields: readonly (readonly [string, string | { name: string; type: string; text: string }])[];
}

/** A server that reads forms with the platform's parser. */
async function formServer(): Promise<{ origin: string; seen: SeenForm[] }> {
  const seen: SeenForm[] = [];
  const origin = await listen(async (request, response) => {
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(Readable.toWeb(request) as ReadableStream, { headers }).formData();
    const fields: SeenForm['fields'][number][] = [];
    for (const [name, value] of form) {
      const file = value instanceof File && { name: value.name, type: value.type, text: await value.text() };
      fields.push([name, file === false ? String(value) : file]);
    }
    seen.push({ headers: request.headers, fields });
    response.writeHead(201).end();
  });
  return { origin, seen };
}

const clientOf = (baseUrl: string): BitbucketApiClient =>
  new BitbucketApiClient({ baseUrl, auth: accessToken('t') });

const eventually = (check: () => boolean): Promise<void> => expect.poll(check).toBe(true) as Promise<void>;

describe('a form with a stream in it', () => {
  test('arrives with its fields and files, in their order, read by the platform’s parser', async () => {
    const { origin, seen } = await formServer();
    const body = multipart([
      { name: 'message', content: 'one\ntwo\r\nthree' },
      {
        name: 'docs/ü "a".md',
        content: new Blob(['# Über']).stream(),
        filename: 'ü "a".md',
        type: 'text/markdown',
      },
      { name: 'files', content: new File(['f'], 'f.css', { type: 'text/css' }) },
      { name: 'files', content: new TextEncoder().encode('bytes') },
      { name: 'files', content: 'text', filename: 'a.txt' },
      { name: 'json', content: '{}', type: 'application/json; charset=utf-8' },
      { name: 'nothing', content: new Blob([]).stream() },
    ]);
    await clientOf(origin).request('POST /repositories/{workspace}/{repo_slug}/src', { path, body });
    expect(seen[0]?.fields).toEqual([
      ['message', 'one\ntwo\r\nthree'],
      ['docs/ü "a".md', { name: 'ü "a".md', type: 'text/markdown', text: '# Über' }],
      ['files', { name: 'f.css', type: 'text/css', text: 'f' }],
      ['files', { name: 'blob', type: 'application/octet-stream', text: 'bytes' }],
      ['files', { name: 'a.txt', type: 'application/octet-stream', text: 'text' }],
      ['json', '{}'],
      ['nothing', { name: 'blob', type: 'application/octet-stream', text: '' }],
    ]);
    expect(seen[0]?.headers['content-length']).toBeUndefined();
  });

  test('says its length where all sizes are known, and a boundary that nobody can guess', async () => {
    const { origin, requests } = await startServer(() => ({ status: 201 }));
    const part = (): MultipartPart => ({ name: 'files', content: sourceOf(300_000).stream, size: 300_000 });
    for (const _ of [1, 2]) {
      await clientOf(origin).request(downloads, {
        path,
        body: multipart([part(), { name: 'ü', content: 'ß' }]),
      });
    }
    const boundaries = requests.map(
      ({ headers }) => /boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1],
    );
    expect(new Set(boundaries).size).toBe(2);
    expect(boundaries[0]).toMatch(/^-{4}bitbucket-sdk-[0-9a-f-]{36}$/);
    expect(requests[0]?.headers['transfer-encoding']).toBeUndefined();
    expect(requests[0]?.headers['content-length']).toBe(String(Buffer.byteLength(requests[0]?.body ?? '')));
    expect(requests[0]?.body.endsWith(`\r\n--${boundaries[0]}--\r\n`)).toBe(true);
  });

  test('goes to Bitbucket Server with the word that no page forged it, also over connections of its own', async () => {
    const { origin, requests } = await startServer(() => ({ status: 201 }));
    const plain = new BitbucketServer({ baseUrl: origin, auth: accessToken('t') });
    const tls = new BitbucketServer({ baseUrl: origin, auth: accessToken('t'), tls: { verify: false } });
    onTestFinished(() => tls.close());
    for (const server of [plain, tls]) {
      const body = multipart([{ name: 'avatar', content: sourceOf(70_000).stream, size: 70_000 }]);
      const user = { userSlug: 'jane' };
      await server.request('POST /api/latest/users/{userSlug}/avatar.png', { path: user, body });
    }
    expect(requests.map(({ headers }) => headers['x-atlassian-token'])).toEqual(['no-check', 'no-check']);
    expect(requests.map(({ body }) => body.includes('x'.repeat(70_000)))).toEqual([true, true]);
    expect(requests.every(({ headers }) => Number(headers['content-length']) > 70_000)).toBe(true);
  });

  test('of 200 MB is never in memory', { timeout: 60_000 }, async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const megabyte = 1024 * 1024;
    const { stream, state } = sourceOf(200 * megabyte);
    let received = 0;
    let ahead = 0;
    const held: number[] = [];
    const origin = await listen(async (request, response) => {
      for await (const chunk of request) {
        const before = received;
        received += (chunk as Buffer).length;
        ahead = Math.max(ahead, state.given - received);
        if (Math.floor(before / megabyte / 20) === Math.floor(received / megabyte / 20)) continue;
        collect();
        collect(); // The first gives array buffers back while others work on; the second waits for it.
        held.push(process.memoryUsage().arrayBuffers);
      }
      response.writeHead(201).end();
    });
    await clientOf(origin).request(downloads, {
      path,
      body: multipart([{ name: 'files', content: stream }]),
    });
    expect(held).toHaveLength(10);
    expect(Math.max(...held)).toBeLessThan(20 * megabyte);
    expect(ahead).toBeLessThan(16 * megabyte);
  });
});

describe('a name', () => {
  const attack = 'a"\r\nX-Evil: 1\r\n\r\n--x\n"; filename="evil.sh';

  test('cannot end its header or its value, be it a field’s or a file’s', async () => {
    const { origin, requests } = await startServer(() => ({ status: 201 }));
    const body = multipart([{ name: attack, content: sourceOf(3).stream, filename: attack }]);
    await clientOf(origin).request(downloads, { path, body });
    const quoted = '"a%22%0D%0AX-Evil: 1%0D%0A%0D%0A--x%0A%22; filename=%22evil.sh"';
    expect(requests[0]?.body.split('\r\n').slice(1, 5)).toEqual([
      `Content-Disposition: form-data; name=${quoted}; filename=${quoted}`,
      'Content-Type: application/octet-stream',
      '',
      'xxx',
    ]);
  });

  test.for<[string, unknown]>([
    ['body[0].type', { name: 'a', content: '', type: 'text/plain\r\nX-Evil: 1' }],
    ['body[0].type', { name: 'a', content: '', type: 'text' }],
    ['body[0].name', { name: '', content: '' }],
    ['body[0].name', { content: '' }],
    ['body[0].filename', { name: 'a', content: '', filename: 1 }],
    ['body[0].content', { name: 'a', content: 1 }],
    ['body[0].content', { name: 'a' }],
    ['body[0].size', { name: 'a', content: sourceOf(1).stream, size: -1 }],
    ['body[0].size', { name: 'a', content: sourceOf(1).stream, size: 1.5 }],
    ['body[0].size', { name: 'a', content: 'a', size: 1 }],
    ['body[0]', null],
  ])('or anything else of a part that is wrong is refused: %s', ([option, part]) => {
    expect(() => multipart([part as MultipartPart])).toThrow(
      expect.objectContaining({ code: 'invalid_option', option }),
    );
    expect(() => multipart(part as MultipartPart[])).toThrow(expect.objectContaining({ option: 'body' }));
  });
});

test('a stream of Node is refused with what makes a web stream of it', async () => {
  const stream = Readable.from(['bytes']);
  const content = stream as unknown as ReadableStream<Uint8Array>;
  expect(() => multipart([{ name: 'files', content }])).toThrow(
    'body[0].content: it is a Node stream. Pass Readable.toWeb(stream)',
  );
  const { origin, requests } = await startServer(() => ({ status: 201 }));
  const body = multipart([{ name: 'files', content: Readable.toWeb(Readable.from([Buffer.from('bytes')])) }]);
  await new BitbucketServer({ baseUrl: origin, auth: accessToken('t') }).request(
    'POST /api/latest/users/{userSlug}/avatar.png',
    { path: { userSlug: 'jane' }, body },
  );
  expect(requests[0]?.body).toContain('\r\n\r\nbytes\r\n');
});

describe('a stream that is sent', () => {
  test.for(['part', 'whole'])(
    'and fails ends the call with its own error as the cause (%s)',
    async (kind) => {
      const { origin, requests } = await startServer(() => ({ status: 201 }));
      const other = sourceOf(10);
      const { stream } = sourceOf(1_000_000, { failAt: 200_000 });
      const parts = [
        { name: 'a', content: stream },
        { name: 'b', content: other.stream },
      ];
      const body = kind === 'part' ? multipart(parts) : stream;
      const failed = new BitbucketServer({ baseUrl: origin, auth: accessToken('t') }).requestUntyped(
        'PUT',
        '/x',
        {
          body,
        },
      );
      await expect(failed).rejects.toMatchObject({
        code: 'source_failed',
        message: 'The body of PUT /x could not be read to its end, so that the call was broken off',
        cause: { message: 'the disk is gone' },
      });
      expect(requests).toEqual([]);
      if (kind === 'part') await eventually(() => other.state.cancelled);
    },
  );

  test.for([
    ['fewer', 100, 101],
    ['more', 200_000, 100],
  ] as const)(
    'with %s bytes than it was said to have is not taken for the file',
    async ([word, bytes, size]) => {
      const { origin, requests } = await startServer(() => ({ status: 201 }));
      const body = multipart([{ name: 'a', content: sourceOf(bytes).stream, size }]);
      await expect(clientOf(origin).request(downloads, { path, body })).rejects.toMatchObject({
        code: 'source_failed',
        cause: { message: `a stream in it has ${word} bytes than its size of ${size}` },
      });
      expect(requests).toEqual([]);
    },
  );

  test('and gives text instead of bytes is told', async () => {
    const { origin } = await startServer(() => ({ status: 201 }));
    const content = ReadableStream.from(['text']) as ReadableStream<unknown> as ReadableStream<Uint8Array>;
    const failed = clientOf(origin).request(downloads, { path, body: multipart([{ name: 'a', content }]) });
    await expect(failed).rejects.toMatchObject({ code: 'source_failed', cause: { name: 'TypeError' } });
  });

  test.for(['part', 'whole'])(
    'is cancelled when the call is aborted, and was not read ahead (%s)',
    async (kind) => {
      const { stream, state } = sourceOf(1e9);
      const control = new AbortController();
      const origin = await listen((request) => {
        request.once('data', () => {
          request.pause();
          setTimeout(() => control.abort(), 50);
        });
      });
      const body = kind === 'part' ? multipart([{ name: 'a', content: stream }]) : stream;
      const { signal } = control;
      const call = clientOf(origin).requestUntyped('POST', '/x', { body, signal });
      await expect(call).rejects.toMatchObject({ code: 'aborted' });
      await eventually(() => state.cancelled);
      expect(state.given).toBeLessThan(32 * 1024 * 1024);
    },
  );

  test.for(['part', 'whole'])('is cancelled when the server answers before its end (%s)', async (kind) => {
    const { stream, state } = sourceOf(1e9);
    const origin = await listen((_, response) => {
      response.writeHead(400).end('{"error":{"message":"too big"}}');
    });
    const body = kind === 'part' ? multipart([{ name: 'a', content: stream }]) : stream;
    const call = clientOf(origin).requestUntyped('POST', '/x', { body });
    await expect(call).rejects.toMatchObject({ name: expect.stringMatching(/Error$/) });
    await eventually(() => state.cancelled);
  });

  test('is cancelled when no credential could be had or nobody listens, before it was read', async () => {
    const refusing = { authorize: () => Promise.reject(new Error('no credential')) };
    const baseUrl = await closedOrigin();
    for (const auth of [refusing, accessToken('t')]) {
      const { stream, state } = sourceOf(10);
      const body = multipart([
        { name: 'b', content: 'text' },
        { name: 'a', content: stream },
      ]);
      await expect(
        new BitbucketApiClient({ baseUrl, auth }).request(downloads, { path, body }),
      ).rejects.toThrow();
      await eventually(() => state.cancelled);
      expect(state.given).toBe(0);
    }
  });

  test('is sent once: no retry, no renewed credential, and no second call', async () => {
    const { origin, requests } = await startServer(({ url }) => ({
      status: url.endsWith('/busy') ? 503 : 401,
    }));
    let renewed = 0;
    const renew = async (): Promise<boolean> => {
      renewed += 1;
      return true;
    };
    const client = new BitbucketApiClient({ baseUrl: origin, auth: { ...accessToken('t'), renew } });
    const parts = () => [{ name: 'a', content: sourceOf(10).stream }];
    const body = multipart(parts());
    await expect(client.requestUntyped('PUT', '/x', { body })).rejects.toMatchObject({ status: 401 });
    await expect(client.requestUntyped('PUT', '/busy', { body: multipart(parts()) })).rejects.toMatchObject({
      status: 503,
    });
    expect(requests).toHaveLength(2);
    expect(renewed).toBe(0);
    await expect(client.requestUntyped('PUT', '/x', { body })).rejects.toMatchObject({
      code: 'invalid_option',
      option: 'body',
    });
    const [twice] = parts();
    if (twice === undefined) throw new Error('There is no part');
    await expect(
      client.requestUntyped('PUT', '/x', { body: multipart([twice, twice]) }),
    ).rejects.toMatchObject({
      option: 'body',
    });
    expect(requests).toHaveLength(2);
  });
});
