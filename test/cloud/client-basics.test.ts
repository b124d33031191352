import { accessToken, connectJwt, queryStringHash, verifyConnectJwt } from 'bitbucket-sdk/auth';
import { BitbucketApiClient, BitbucketApiPath, expandPath } from 'bitbucket-sdk/cloud';
import { describe, expect, test } from 'vitest';
import { startServer, type TestAnswer } from '../http-server.ts';

describe('the path table', () => {
  test('S2-01 has every address that the reference integration calls', () => {
    expect(BitbucketApiPath).toEqual({
      issue: '/2.0/repositories/{repo}/issues/{issue_id}',
      issues: '/2.0/repositories/{repo}/issues',
      issueComments: '/2.0/repositories/{repo}/issues/{issue_id}/comments',
      repository: '/2.0/repositories/{repo}',
      repositories: '/2.0/repositories/{workspace}',
      repositoryCommits: '/2.0/repositories/{repo}/commits/{revision}',
      repositoryDiff: '/2.0/repositories/{repo}/diff/{spec}',
      repositoryHook: '/2.0/repositories/{repo}/hooks/{uid}',
      repositoryHooks: '/2.0/repositories/{repo}/hooks',
      addons: '/2.0/addon',
      source: '/2.0/repositories/{repo}/src/{sha}/{path}',
    });
  });

  test('S2-01 is filled in with each part encoded by its kind', () => {
    const uuids = '{0a}/{0b}';
    expect(expandPath(BitbucketApiPath.repositoryCommits, { repo: uuids, revision: 'feature/x y' })).toBe(
      '/2.0/repositories/%7B0a%7D/%7B0b%7D/commits/feature/x%20y',
    );
    expect(expandPath(BitbucketApiPath.source, { repo: 'acme/api', sha: 'a/b', path: 'src/ü.ts' })).toBe(
      '/2.0/repositories/acme/api/src/a%2Fb/src/%C3%BC.ts',
    );
    expect(() => expandPath(BitbucketApiPath.issue, { repo: 'acme/api/..', issue_id: 1 })).toThrow(
      'path.repo',
    );
  });
});

describe('a client of a Connect installation', () => {
  test('S2-02 signs each request by itself: issuer, subject, five minutes, method, path and query', async () => {
    const server = await startServer(({ url }) => ({
      body: url.includes('page=2')
        ? { values: [] }
        : { values: [], next: `${server.origin}/2.0/repositories/%7B0a%7D?q=name~%22a%2Bb%22&page=2` },
    }));
    let time = 1_800_000_000_400;
    const credential = { appKey: 'my-app', clientKey: 'connection:1', sharedSecret: 'secret' };
    const now = () => time;
    const cloud = new BitbucketApiClient({
      baseUrl: server.origin,
      auth: connectJwt({ ...credential, now }),
    });
    for await (const _ of cloud.paginate('GET /repositories/{workspace}', {
      path: { workspace: '{0a}' },
      query: { q: 'name~"a+b"' },
    })) {
      // Only the calls matter.
    }
    time += 60_000;
    await cloud.deleteHook('acme/api', '{h}');

    expect(server.requests).toHaveLength(3);
    for (const [index, { method, url, headers }] of server.requests.entries()) {
      const [scheme, token = ''] = headers.authorization?.split(' ') ?? [];
      expect(scheme).toBe('JWT');
      const signed = { method, url: server.origin + url };
      const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
      const iat = index < 2 ? 1_800_000_000 : 1_800_000_060;
      expect(claims).toEqual({
        iss: 'my-app',
        sub: 'connection:1',
        iat,
        exp: iat + 300,
        qsh: queryStringHash(signed),
      });
      await expect(
        verifyConnectJwt({ ...signed, token, sharedSecret: 'secret', now }),
      ).resolves.toMatchObject({ iss: 'my-app' });
    }
  });
});

describe('a refusal', () => {
  test.each<[string, TestAnswer, object]>([
    [
      'the message of the body',
      { status: 400, body: { type: 'error', error: { message: 'Bad q', detail: 'near "' } } },
      { code: 'bad_request', message: expect.stringContaining('Bad q'), detail: 'near "' },
    ],
    [
      'the text of a plain body',
      { status: 403, body: 'Access denied' },
      { code: 'forbidden', message: expect.stringContaining('Access denied') },
    ],
    [
      '“unknown error” for an empty body',
      { status: 401 },
      { message: expect.stringContaining('unknown error') },
    ],
    [
      '“unknown error” for a page of HTML',
      { status: 500, body: '<!doctype html><p>oops' },
      { code: 'server_error', message: expect.stringMatching(/unknown error$/) },
    ],
    [
      '“unknown error” for JSON without a message',
      { status: 409, body: { error: {} } },
      { code: 'conflict', message: expect.stringContaining('unknown error') },
    ],
  ])('S2-10 is an error with %s, the call, and no query', async (_, answer, expected) => {
    const server = await startServer(() => answer);
    const cloud = new BitbucketApiClient({
      baseUrl: server.origin,
      auth: accessToken('top-secret'),
      retry: { limit: 0 },
    });
    const error = await cloud.searchRepositories('acme', 'hidden text').catch((cause: unknown) => cause);
    expect(error).toMatchObject({ name: 'ApiError', ...expected });
    expect(String(error)).toContain('GET /2.0/repositories/acme');
    expect(String(error)).not.toMatch(/hidden|top-secret/);
  });
});

describe('the newest commits', () => {
  test('S2-07 come with what they did to files', async () => {
    const change = (path: string) => ({ type: 'diffstat', status: 'modified', old: { path }, new: { path } });
    const server = await startServer(({ url }) => ({
      body: {
        values: url.includes('/diffstat/')
          ? [change(url.split('/').at(-1) ?? '')]
          : ['aaaa111', 'bbbb222'].map((hash) => ({ type: 'commit', hash, date: '', message: hash })),
      },
    }));
    const cloud = new BitbucketApiClient({ baseUrl: server.origin, auth: accessToken('t') });
    const commits = await cloud.getLastCommits('acme/api', 'main');
    expect(commits.map(({ hash, patchSet }) => [hash, patchSet])).toEqual([
      ['aaaa111', [{ path: 'aaaa111', type: 'M' }]],
      ['bbbb222', [{ path: 'bbbb222', type: 'M' }]],
    ]);
  });
});
