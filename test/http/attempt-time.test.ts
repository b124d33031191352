import { type Authorizer, accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient, type ClientOptions } from 'bitbucket-sdk/cloud';
import { expect, test } from 'vitest';
import { listen, startServer } from '../http-server.ts';

const route = 'GET /repositories/{workspace}/{repo_slug}';
const path = { workspace: 'acme', repo_slug: 'api' };

const client = (options: Partial<ClientOptions>) =>
  new BitbucketApiClient({ auth: accessToken('t'), timeout: 100, retry: { limit: 0 }, ...options });

const never = () => new Promise<never>(() => {});

test('the body has as long again as the answer had', async () => {
  const baseUrl = await listen((_, response) => {
    setTimeout(() => response.writeHead(200, { 'content-length': '2' }).write('{'), 200);
    setTimeout(() => response.end('}'), 400);
  });
  await expect(client({ baseUrl, timeout: 300 }).request(route, { path })).resolves.toEqual({});
});

test('a refusal counts though its body never ends', async () => {
  const baseUrl = await listen((_, response) => {
    response.writeHead(403, { 'content-type': 'application/json', 'content-length': '9' }).write('{');
  });
  await expect(client({ baseUrl }).request(route, { path })).rejects.toMatchObject({
    name: 'ApiError',
    status: 403,
  });
});

test.each<[string, Partial<ClientOptions>]>([
  ['fetch', { fetch: never }],
  ['credential', { auth: { authorize: never } }],
])('a %s that heeds no signal does not hold a call up', async (_, options) => {
  await expect(client(options).request(route, { path })).rejects.toMatchObject({
    name: 'TransportError',
    code: 'timeout',
    message: 'GET /2.0/repositories/acme/api timed out',
  });
});

test('a credential is told by the signal of its request that the call has been aborted, or is late', async () => {
  const server = await startServer(() => ({ body: {} }));
  const told: unknown[] = [];
  const auth: Authorizer = {
    authorize: ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          told.push(signal.reason);
          reject(signal.reason);
        });
      }),
  };
  const leaving = new AbortController();
  const left = client({ baseUrl: server.origin, auth }).request(route, { path, signal: leaving.signal });
  const why = new Error('left');
  setTimeout(() => leaving.abort(why), 10);
  await expect(left).rejects.toMatchObject({ code: 'aborted', cause: why });
  const late = client({ baseUrl: server.origin, auth }).request(route, { path });
  await expect(late).rejects.toMatchObject({ code: 'timeout' });
  expect(told).toEqual([why, expect.objectContaining({ name: 'AbortError' })]);
  expect(server.requests).toHaveLength(0);
});

test('a stream may take its time, and ends when the call is aborted', async () => {
  const baseUrl = await listen((_, response) => {
    response.writeHead(200).write('first');
    setTimeout(() => response.write('second'), 250);
  });
  const leaving = new AbortController();
  const { signal } = leaving;
  const stream = await client({ baseUrl }).request(route, { path, as: 'stream', signal });
  const reader = stream?.getReader();
  const read = async () => Buffer.from((await reader?.read())?.value ?? []).toString();
  await expect(read()).resolves.toBe('first');
  await expect(read()).resolves.toBe('second');
  leaving.abort();
  await expect(read()).rejects.toMatchObject({ name: 'AbortError' });
});

test('a header of the call takes the place of the one that is sent with every call', async () => {
  const server = await startServer(() => ({ body: {} }));
  const headers = { Accept: 'application/vnd.x+json', 'User-Agent': 'ours/1' };
  await client({ baseUrl: server.origin }).request(route, { path, headers });
  expect(server.requests[0]?.headers).toMatchObject({
    accept: 'application/vnd.x+json',
    'user-agent': 'ours/1',
  });
});
