import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient } from 'bitbucket-sdk/cloud';
import { describe, expect, test } from 'vitest';
import { startServer, type TestAnswer, type TestServer } from '../http-server.ts';

const client = ({ origin }: TestServer) =>
  new BitbucketApiClient({ baseUrl: origin, auth: accessToken('t'), retry: { limit: 0 } });

const issue = { type: 'issue', id: 3, title: 'It breaks', content: { raw: 'So', html: '<p>So</p>' } };

describe('the issue calls of the client', () => {
  test('S2-03 read, make, find and comment, by the repository’s own address', async () => {
    const server = await startServer(({ url }) => ({
      body: url.includes('?') ? { values: [issue] } : url.endsWith('/comments') ? { id: 9 } : issue,
    }));
    const cloud = client(server);
    await expect(cloud.getIssue('acme/api', 3)).resolves.toMatchObject({ id: 3, title: 'It breaks' });
    await expect(
      cloud.createIssue('acme/api', {
        title: 'It breaks',
        content: { raw: 'So' },
        kind: 'bug',
        priority: 'minor',
      }),
    ).resolves.toMatchObject({ id: 3 });
    await expect(cloud.searchIssues('acme/api', 'breaks')).resolves.toEqual([issue]);
    await expect(cloud.createComment('acme/api', 3, 'Seen again')).resolves.toMatchObject({ id: 9 });

    expect(server.requests.map(({ method, url }) => `${method} ${decodeURIComponent(url)}`)).toEqual([
      'GET /2.0/repositories/acme/api/issues/3',
      'POST /2.0/repositories/acme/api/issues',
      'GET /2.0/repositories/acme/api/issues?q=title~"breaks"&pagelen=50',
      'POST /2.0/repositories/acme/api/issues/3/comments',
    ]);
    expect(JSON.parse(server.requests[1]?.body ?? '')).toEqual({
      title: 'It breaks',
      content: { raw: 'So' },
      kind: 'bug',
      priority: 'minor',
    });
    expect(JSON.parse(server.requests[3]?.body ?? '')).toEqual({ content: { raw: 'Seen again' } });
  });

  test.each<[string, string]>([
    ['quotes and backslashes', 'a "b" \\c'],
    ['line breaks', 'a\r\nb\u2028c\u0000'],
    ['10 kB', '"'.repeat(10_240)],
  ])('S0-12 a search for %s is one literal, and an address of bounded length', async (_, text) => {
    const server = await startServer(() => ({ body: { values: [] } }));
    await client(server).searchIssues('acme/api', text);
    const url = new URL(server.requests[0]?.url ?? '', server.origin);
    const q = url.searchParams.get('q') ?? '';
    expect(q).toMatch(/^title~"(?:[^"\\\p{Cc}]|\\["\\])*"$/u);
    expect(url.href.length).toBeLessThan(2000);
  });

  test.each<[string, TestAnswer, object]>([
    [
      'a repository without tracker',
      { status: 404, body: { type: 'error', error: { message: 'Repository has no issue tracker.' } } },
      { name: 'ApiError', code: 'no_issue_tracker', status: 404 },
    ],
    [
      'the removed tracker (410)',
      { status: 410, body: { error: { message: 'CHANGE-3200 - Functionality has been deprecated' } } },
      { name: 'FeatureRemovedError', removedOn: '2026-08-20', change: 'CHANGE-3200' },
    ],
    ['the removed tracker (404)', { status: 404 }, { name: 'FeatureRemovedError', removedOn: '2026-08-20' }],
    [
      'an issue that is not there',
      { status: 404, body: { error: { message: 'No Issue matches the given query.' } } },
      { name: 'ApiError', code: 'not_found' },
    ],
    [
      'fields that are wrong',
      {
        status: 400,
        body: { error: { message: 'Bad request', fields: { title: ['required key not provided'] } } },
      },
      { code: 'bad_request', fields: { title: ['required key not provided'] } },
    ],
  ])('S2-10 %s has its own error', async (_, answer, expected) => {
    const server = await startServer(() => answer);
    await expect(client(server).getIssue('acme/api', 1)).rejects.toMatchObject(expected);
  });
});
