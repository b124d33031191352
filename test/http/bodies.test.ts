import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient } from 'bitbucket-sdk/cloud';
import { BitbucketServer } from 'bitbucket-sdk/server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startServer } from '../http-server.ts';

const auth = accessToken('t');
const path = { workspace: 'acme', repo_slug: 'api' };

describe('a body', () => {
  test('as a form with files is multipart, and a file on disk is read as it is sent', async () => {
    const { origin, requests } = await startServer(() => ({ status: 201 }));
    const folder = await mkdtemp(join(tmpdir(), 'bodies-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, 'big.txt'), 'x'.repeat(300_000));
    const body = new FormData();
    body.append('message', 'Add two files');
    body.append('docs/ü.md', new Blob(['# Über']), 'ü.md');
    body.append('big.txt', await openAsBlob(join(folder, 'big.txt')));
    const cloud = new BitbucketApiClient({ baseUrl: origin, auth });
    await cloud.request('POST /repositories/{workspace}/{repo_slug}/src', { path, body });
    const [request] = requests;
    expect(request?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(request?.body).toContain('name="message"\r\n\r\nAdd two files');
    expect(request?.body).toContain('name="docs/ü.md"; filename="ü.md"');
    expect(request?.body).toContain('x'.repeat(300_000));
  });

  test('as form fields may repeat them', async () => {
    const { origin, requests } = await startServer(() => ({ body: { values: [] } }));
    const body = new URLSearchParams([
      ['include', 'main'],
      ['exclude', 'a b'],
      ['exclude', 'c&d'],
    ]);
    const cloud = new BitbucketApiClient({ baseUrl: origin, auth });
    await cloud.request('POST /repositories/{workspace}/{repo_slug}/commits', { path, body });
    expect(requests[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(requests[0]?.body).toBe('include=main&exclude=a+b&exclude=c%26d');
  });

  test('as a stream or bytes goes as it is, with a media type of the call’s own', async () => {
    const { origin, requests } = await startServer(() => ({ body: { html: '' } }));
    const server = new BitbucketServer({ baseUrl: origin, auth });
    const body = new Blob(['**', 'bold', '**']).stream();
    await server.request('POST /api/latest/markup/preview', { body });
    const headers = { 'content-type': 'text/plain' };
    await server.request('POST /api/latest/markup/preview', { body: new TextEncoder().encode('a'), headers });
    expect(requests.map((request) => [request.body, request.headers['content-type']])).toEqual([
      ['**bold**', 'application/octet-stream'],
      ['a', 'text/plain'],
    ]);
  });

  test('to Bitbucket Server says that no page forged it; to Cloud nothing of the kind', async () => {
    const { origin, requests } = await startServer(() => ({ body: {} }));
    const server = new BitbucketServer({ baseUrl: origin, auth });
    const body = new FormData();
    body.append('content', 'new text');
    const base = '/api/latest/projects/{projectKey}/repos/{repositorySlug}';
    const file = { projectKey: 'ACME', repositorySlug: 'api', path: 'docs/a b.md' };
    await server.request(`PUT ${base}/browse/{path}`, { path: file, body });
    await new BitbucketApiClient({ baseUrl: origin, auth }).request('GET /user');
    expect(requests.map(({ headers }) => headers['x-atlassian-token'])).toEqual(['no-check', undefined]);
    expect(requests[0]?.url).toBe('/rest/api/latest/projects/ACME/repos/api/browse/docs/a%20b.md');
  });
});

describe('a list in a query', () => {
  test('repeats its key, for both products, and an empty one is left out', async () => {
    const { origin, requests } = await startServer(() => ({ body: { values: [], isLastPage: true } }));
    const cloud = new BitbucketApiClient({ baseUrl: origin, auth });
    const pulls = 'GET /repositories/{workspace}/{repo_slug}/pullrequests';
    await cloud.request(pulls, { path, query: { state: ['OPEN', 'MERGED'], q: undefined } });
    await cloud.request(pulls, { path, query: { state: [] } });
    const server = new BitbucketServer({ baseUrl: origin, auth });
    await server.request('PUT /api/latest/admin/permissions/users', {
      query: { name: ['jane', 'a&b'], permission: 'ADMIN' },
    });
    expect(requests.map(({ url }) => url.split('?')[1])).toEqual([
      'state=OPEN&state=MERGED',
      undefined,
      'name=jane&name=a%26b&permission=ADMIN',
    ]);
  });
});

describe('a call without a typed route', () => {
  test('is made by its method and path, after the same root, with the same care', async () => {
    const { origin, requests } = await startServer(({ method }) =>
      method === 'DELETE' ? { status: 204 } : { body: { new: 'thing' } },
    );
    const server = new BitbucketServer({ baseUrl: `${origin}/context`, auth });
    const options = { path: { key: 'a/b' }, query: { a: ['1', '2'] }, body: { b: 1 } };
    await expect(server.requestUntyped('POST', '/my-app/1.0/things/{key}', options)).resolves.toEqual({
      new: 'thing',
    });
    await expect(server.requestUntyped('DELETE', '/my-app/1.0/things')).resolves.toBeUndefined();
    await expect(server.requestUntyped('GET', '/my-app/1.0/things', { as: 'text' })).resolves.toBe(
      '{"new":"thing"}',
    );
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /context/rest/my-app/1.0/things/a%2Fb?a=1&a=2',
      'DELETE /context/rest/my-app/1.0/things',
      'GET /context/rest/my-app/1.0/things',
    ]);
    const climbing = server.requestUntyped('GET', '/../secret');
    await expect(climbing).rejects.toMatchObject({ code: 'invalid_option', option: 'route' });
    const asked = server.requestUntyped('GET', '/things?a=1');
    await expect(asked).rejects.toMatchObject({ option: 'route' });
  });
});
