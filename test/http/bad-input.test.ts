import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient } from 'bitbucket-sdk/cloud';
import { BitbucketServer } from 'bitbucket-sdk/server';
import { describe, expect, test } from 'vitest';
import { startServer, type TestAnswer } from '../http-server.ts';

const auth = accessToken('t');
const path = { workspace: 'acme', repo_slug: 'api' };
const route = 'GET /repositories/{workspace}/{repo_slug}';
const hooks = 'POST /repositories/{workspace}/{repo_slug}/hooks';
const commits = 'GET /repositories/{workspace}/{repo_slug}/commits';

const cloudAt = (baseUrl: string) => new BitbucketApiClient({ baseUrl, auth, retry: { limit: 0 } });

describe('what cannot be sent is refused before anything is, with the route', () => {
  test.each<[string, unknown]>([
    ['an object', { a: 1 }],
    ['null', null],
    ['no number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a lone surrogate', '\ud800'],
    ['a list with an object', ['a', {}]],
    ['a symbol', Symbol('a')],
  ])('a query value that is %s', async (_, fields) => {
    const { origin, requests } = await startServer(() => ({ body: {} }));
    const query = { fields } as { fields: string };
    const call = cloudAt(origin).request(route, { path, query });
    await expect(call).rejects.toMatchObject({ code: 'invalid_option', option: 'query.fields' });
    await expect(call).rejects.toThrow(route);
    expect(requests).toHaveLength(0);
  });

  test.each<[string, string, unknown]>([
    ['a body for a GET', route, {}],
    ['a body that JSON has no form for', hooks, () => {}],
    ['a body that is in itself', hooks, circle()],
    ['a body with a BigInt', hooks, { url: 1n }],
  ])('%s', async (_, name, body) => {
    const { origin, requests } = await startServer(() => ({ body: {} }));
    const call = cloudAt(origin).request(name as typeof hooks, { path, body: body as object });
    await expect(call).rejects.toMatchObject({ code: 'invalid_option', option: 'body' });
    await expect(call).rejects.toThrow(name);
    expect(requests).toHaveLength(0);
  });

  test.each(['repositories/acme', 'get /repositories', 'GET repositories', ''])(
    'a route that is none: "%s"',
    async (name) => {
      const { origin, requests } = await startServer(() => ({ body: {} }));
      await expect(cloudAt(origin).request(name as 'GET /user')).rejects.toMatchObject({ option: 'route' });
      expect(requests).toHaveLength(0);
    },
  );
});

describe('an answer that is not what is due names the route and the call', () => {
  test.each<[string, TestAnswer, string]>([
    [
      '200 with HTML',
      { body: '<html></html>', headers: { 'content-type': 'text/html; charset=utf-8' } },
      'text/html',
    ],
    [
      'JSON that breaks off',
      { body: '{"uuid":"{1', headers: { 'content-type': 'application/json' } },
      'breaks off',
    ],
    ['200 and nothing', { body: '' }, 'an empty body'],
    ['204', { status: 204 }, '204 and no body'],
  ])('%s', async (_, answer, words) => {
    const { origin } = await startServer(() => answer);
    const server = new BitbucketServer({ baseUrl: origin, auth });
    const base = '/api/latest/projects/{projectKey}/repos/{repositorySlug}';
    const inServer = { projectKey: 'ACME', repositorySlug: 'api' };
    const calls = [
      [route, () => cloudAt(origin).request(route, { path })],
      [hooks, () => cloudAt(origin).request(hooks, { path, body: {} })],
      [`GET ${base}`, () => server.request(`GET ${base}`, { path: inServer })],
      [`POST ${base}/webhooks`, () => server.request(`POST ${base}/webhooks`, { path: inServer, body: {} })],
    ] as const;
    for (const [name, start] of calls) {
      const call = start();
      await expect(call).rejects.toMatchObject({ name: 'TransportError', code: 'bad_answer' });
      await expect(call).rejects.toThrow(name);
      await expect(call).rejects.toThrow(words);
    }
  });

  test('and nothing is an answer where a route may have none', async () => {
    const { origin } = await startServer(() => ({ status: 204 }));
    const issue = { path: { ...path, issue_id: 1 } };
    const vote = cloudAt(origin).request(
      'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/vote',
      issue,
    );
    await expect(vote).resolves.toBeUndefined();
    const server = new BitbucketServer({ baseUrl: origin, auth });
    await expect(server.request('GET /api/latest/admin/banner')).resolves.toBeUndefined();
  });

  test.each<[string, (origin: string) => string]>([
    ['repeats', (origin) => `${origin}/2.0/repositories/acme/api/commits?page=2`],
    ['leaves the origin', () => 'https://elsewhere.example/2.0/repositories/acme/api/commits?page=2'],
    ['is no address', () => 'http://'],
  ])('a page whose next %s', async (_, next) => {
    const { origin, requests } = await startServer(({ headers }) => ({
      body: { values: [{ hash: 'a' }], next: next(`http://${headers.host}`) },
    }));
    const all = Array.fromAsync(cloudAt(origin).paginate(commits, { path }));
    await expect(all).rejects.toMatchObject({ name: 'TransportError', code: 'paging_refused' });
    await expect(all).rejects.toThrow(commits);
    expect(requests.length).toBeLessThan(5);
  });
});

describe('a page length', () => {
  test.each([
    [commits, 500, '100'],
    [commits, 20, '20'],
    ['GET /repositories/{workspace}/{repo_slug}/pullrequests', 100, '50'],
    ['GET /repositories/{workspace}/{repo_slug}/issues', 100, '50'],
    ['GET /repositories/{workspace}/{repo_slug}/hooks', 100, '100'],
  ] as const)('of %s: %d is sent as %s', async (name, pagelen, sent) => {
    const { origin, requests } = await startServer(() => ({ body: { values: [] } }));
    await Array.fromAsync(cloudAt(origin).paginate(name, { path, query: { pagelen } }));
    expect(new URL(requests[0]?.url ?? '', origin).searchParams.get('pagelen')).toBe(sent);
  });
});

function circle(): object {
  const value: { self?: object } = {};
  value.self = value;
  return value;
}
