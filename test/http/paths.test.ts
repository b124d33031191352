import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient, expandPath } from 'bitbucket-sdk/cloud';
import { BitbucketServer } from 'bitbucket-sdk/server';
import { describe, expect, test } from 'vitest';
import { startServer } from '../http-server.ts';

const auth = accessToken('t');
const repo = { workspace: 'acme', repo_slug: 'api' };
const base = '/api/latest/projects/{projectKey}/repos/{repositorySlug}';
const project = { projectKey: '~jane', repositorySlug: 'api' };

describe('a path parameter of Bitbucket Cloud', () => {
  test.each([
    [
      'UUIDs in braces',
      { workspace: '{0a-1}', repo_slug: '{0b-2}' },
      '/2.0/repositories/%7B0a-1%7D/%7B0b-2%7D',
    ],
    [
      'a slug with what an address has a use for',
      { workspace: 'a b%#?', repo_slug: 'é/ü' },
      '/2.0/repositories/a%20b%25%23%3F/%C3%A9%2F%C3%BC',
    ],
  ])('keeps its value: %s', async (_, path, url) => {
    const { cloud, requests } = await cloudServer();
    await cloud.request('GET /repositories/{workspace}/{repo_slug}', { path });
    expect(requests[0]?.url).toBe(url);
  });

  test('that is a ref or a file keeps its slashes at the end of the path, and in a file anywhere', async () => {
    const { cloud, requests } = await cloudServer();
    const text = { as: 'text' } as const;
    await cloud.request('GET /repositories/{workspace}/{repo_slug}/refs/branches/{name}', {
      path: { ...repo, name: 'feature/x y#1' },
    });
    await cloud.request('GET /repositories/{workspace}/{repo_slug}/diff/{spec}', {
      path: { ...repo, spec: 'fix/é..main' },
      ...text,
    });
    await cloud.request('GET /repositories/{workspace}/{repo_slug}/merge-base/{revspec}', {
      path: { ...repo, revspec: 'a/b..c' },
    });
    const source = 'GET /repositories/{workspace}/{repo_slug}/src/{commit}/{path}';
    for (const path of ['src/a b/ü%20?.ts', 'docs/', 'a..b/...', '']) {
      await cloud.request(source, { path: { ...repo, commit: 'a/b', path }, ...text });
    }
    expect(requests.map(({ url }) => url.replace('/2.0/repositories/acme/api', ''))).toEqual([
      '/refs/branches/feature/x%20y%231',
      '/diff/fix/%C3%A9..main',
      '/merge-base/a/b..c',
      '/src/a%2Fb/src/a%20b/%C3%BC%2520%3F.ts',
      '/src/a%2Fb/docs/',
      '/src/a%2Fb/a..b/...',
      '/src/a%2Fb/',
    ]);
  });

  test('may share its segment with another', async () => {
    const { cloud, requests } = await cloudServer();
    const route = 'GET /repositories/{workspace}/{repo_slug}/issues/export/{repo_name}-issues-{task_id}.zip';
    await cloud.request(route, { path: { ...repo, repo_name: 'api-2', task_id: 'a/b' } });
    expect(requests[0]?.url).toBe('/2.0/repositories/acme/api/issues/export/api-2-issues-a%2Fb.zip');
  });
});

describe('a path parameter of Bitbucket Server', () => {
  test('keeps ~ of a person, may have an ending, and a file path after diff brings its own slash', async () => {
    const { server, requests } = await dataCenter();
    await server.request(`GET ${base}/pull-requests/{pullRequestId}.diff`, {
      path: { ...project, pullRequestId: 7 },
      as: 'text',
    });
    for (const path of ['/src/a b.ts', 'src/a b.ts', '']) {
      await server.request(`GET ${base}/compare/diff{path}`, { path: { ...project, path } });
    }
    await server.request(`GET ${base}/commits/{commitId}/diff/{path}`, {
      path: { ...project, commitId: 'a/b', path: '' },
    });
    await server.request(`GET ${base}/tags/{name}`, { path: { ...project, name: 'v/1' } });
    expect(requests.map(({ url }) => url.replace('/rest/api/latest/projects/~jane/repos/api', ''))).toEqual([
      '/pull-requests/7.diff',
      '/compare/diff/src/a%20b.ts',
      '/compare/diff/src/a%20b.ts',
      '/compare/diff',
      '/commits/a%2Fb/diff/',
      '/tags/v/1',
    ]);
  });

  test.each([
    ['empty where the file must be named', `GET ${base}/raw/{path}`, ''],
    ['climbing', `GET ${base}/raw/{path}`, 'src/../../secret'],
    ['with an empty part', `GET ${base}/raw/{path}`, 'src//a.ts'],
    ['from the root', `GET ${base}/raw/{path}`, '/src/a.ts'],
    ['only a slash', `GET ${base}/compare/diff{path}`, '/'],
  ] as const)('that is a path %s is refused, with the route', async (_, route, path) => {
    const { server, requests } = await dataCenter();
    const call = server.request(route, { path: { ...project, path }, as: 'text' });
    await expect(call).rejects.toMatchObject({ code: 'invalid_option', option: 'path.path' });
    await expect(call).rejects.toThrow(route);
    expect(requests).toHaveLength(0);
  });
});

describe('what could lead a call elsewhere', () => {
  test.each([
    ['a segment that climbs', 'a/../b'],
    ['one with backslashes', 'a\\..\\b'],
    ['a number that is none', Number.NaN],
    ['null', null],
  ])('is refused in a parameter: %s', async (_, workspace) => {
    const { cloud, requests } = await cloudServer();
    const path = { workspace, repo_slug: 'api' } as typeof repo;
    const call = cloud.request('GET /repositories/{workspace}/{repo_slug}', { path });
    await expect(call).rejects.toMatchObject({ code: 'invalid_option', option: 'path.workspace' });
    await expect(call).rejects.toThrow('GET /repositories/{workspace}/{repo_slug}');
    expect(requests).toHaveLength(0);
  });

  test('is refused in a template, too', () => {
    for (const template of ['/2.0/../x', '/2.0/./x', '/a?b=c', '/a#b', '/a\\b', '/a b']) {
      expect(() => expandPath(template, {})).toThrow(expect.objectContaining({ option: 'route' }));
    }
  });
});

async function cloudServer() {
  const { origin, requests } = await startServer(() => ({ body: {} }));
  return { cloud: new BitbucketApiClient({ baseUrl: origin, auth }), requests };
}

async function dataCenter() {
  const { origin, requests } = await startServer(() => ({ body: {} }));
  return { server: new BitbucketServer({ baseUrl: origin, auth }), requests };
}
