import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BitbucketServer, BitbucketServerApiPath, expandPath } from 'bitbucket-sdk/server';
import { describe, expect, test } from 'vitest';
import { startServer, type TestAnswer } from '../http-server.ts';
import { client, errorAnswer, pageOf, projectRepo, urlOf } from './server-kit.ts';

const never = (): never => {
  throw new Error('The call was expected to fail');
};

describe('repositories', () => {
  const named = Array.from({ length: 600 }, (_, index) => ({ id: index, name: `repo ${index}` }));

  test('S4-02 getRepos asks for those that the credential administers, 250 a page, by nextPageStart', async () => {
    const server = await startServer((request) => pageOf(request, named, 240));
    const repositories = await client(server).getRepos();
    expect(repositories.map(({ id }) => id)).toEqual(named.map(({ id }) => id));
    expect(server.requests.map(({ url }) => url)).toEqual([
      '/rest/api/latest/repos?limit=250&permission=REPO_ADMIN',
      '/rest/api/latest/repos?limit=250&permission=REPO_ADMIN&start=240',
      '/rest/api/latest/repos?limit=250&permission=REPO_ADMIN&start=480',
    ]);
    await expect(client(server).getRepos({ maxPages: 2 })).resolves.toHaveLength(480);
  });

  test('S4-02 searchRepositories asks by name', async () => {
    const server = await startServer((request) => pageOf(request, named.slice(0, 2)));
    await expect(client(server).searchRepositories('a & b')).resolves.toHaveLength(2);
    expect(server.requests[0]?.url).toBe(
      '/rest/api/latest/repos?limit=250&permission=REPO_ADMIN&name=a%20%26%20b',
    );
  });

  test('S4-03 getRepo reads one, also of a person, behind a context path', async () => {
    const server = await startServer(() => ({ body: { id: 7, slug: 'my.repo' } }));
    const behind = client({ origin: `${server.origin}/bit/bucket/` });
    await expect(behind.getRepo('~jane.doe/my.repo')).resolves.toMatchObject({ id: 7 });
    expect(server.requests[0]?.url).toBe('/bit/bucket/rest/api/latest/projects/~jane.doe/repos/my.repo');
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: 'Bearer t',
      accept: 'application/json',
      'x-atlassian-token': 'no-check',
    });
  });

  test.each(['ACME', 'ACME/', '/api', 'ACME/../api', 'ACME/..', './api', 'a/b/c', ''])(
    'S4-21 %j is no repository, and nothing is sent',
    async (repo) => {
      const server = await startServer(() => ({ body: {} }));
      const calls = [
        () => client(server).getRepo(repo),
        () => client(server).getCommits(repo),
        () => client(server).compareCommits(repo, { end: 'main' }),
        () => client(server).getFile(repo, { path: 'a', ref: 'main' }),
        () => client(server).deleteHook(repo, 1),
      ];
      for (const call of calls) {
        await expect(async () => call()).rejects.toMatchObject({ code: 'invalid_option', option: 'repo' });
      }
      expect(server.requests).toHaveLength(0);
    },
  );
});

describe('paging', () => {
  /** 10,000 repositories of 2 kB, made as they are asked for. */
  const many = { length: 10_000, at: (id: number) => ({ id, description: `${id} `.repeat(500) }) };

  test('goes through 10,000 repositories in constant memory', async () => {
    const server = await startServer((request) => {
      server.requests.length = 0;
      return pageOf(request, many);
    });
    const seen: WeakRef<object>[] = [];
    let count = 0;
    const alive: number[] = [];
    const walk = client(server).paginate('GET /api/latest/repos', { query: { limit: 250 } });
    for await (const repository of walk) {
      expect(repository.id).toBe(count);
      count += 1;
      seen.push(new WeakRef(repository));
      if (count % 2500 === 0) {
        // Weak references are held until the turn ends, so the collector is asked in another one.
        await new Promise((resolve) => setTimeout(resolve));
        collectGarbage();
        alive.push(seen.filter((reference) => reference.deref() !== undefined).length);
      }
    }
    expect(count).toBe(10_000);
    // At most the page that is being read and the one before it are held, not what came before.
    expect(Math.max(...alive)).toBeLessThanOrEqual(500);
  });

  test('can be left early, and fetches no page that nobody asked for', async () => {
    const server = await startServer((request) => pageOf(request, many));
    const ids: number[] = [];
    for await (const { id } of client(server).paginate('GET /api/latest/repos', { query: { limit: 250 } })) {
      ids.push(id);
      if (ids.length === 251) break;
    }
    expect(ids.at(-1)).toBe(250);
    expect(server.requests).toHaveLength(2);
  });

  test.each([
    ['the same page', 0],
    ['an earlier page', -25],
    ['no number', 'next'],
    ['a fraction', 1.5],
  ])('that leads to %s is refused at once', async (_, nextPageStart) => {
    const server = await startServer(() => ({ body: { values: [1], isLastPage: false, nextPageStart } }));
    await expect(client(server).getRepos()).rejects.toMatchObject({
      name: 'TransportError',
      code: 'paging_refused',
    });
    expect(server.requests).toHaveLength(1);
  });

  test('that stops to lead forward on a later page is refused there', async () => {
    const server = await startServer((_, count) => ({
      body: { values: [1], isLastPage: false, nextPageStart: Math.min(count, 5) * 25 },
    }));
    await expect(client(server).getRepos()).rejects.toMatchObject({ code: 'paging_refused' });
    expect(server.requests).toHaveLength(6);
  });

  test('ends with the last page, whatever it names as next', async () => {
    const server = await startServer(() => ({ body: { values: [1], isLastPage: true, nextPageStart: 25 } }));
    await expect(client(server).getRepos()).resolves.toHaveLength(1);
    expect(server.requests).toHaveLength(1);
  });
});

describe('hooks', () => {
  test('S4-03 are made, listed, changed and deleted', async () => {
    const server = await startServer(({ method }) => {
      if (method === 'DELETE') return { status: 204 };
      return { body: method === 'GET' ? { values: [{ id: 1 }], isLastPage: true } : { id: 1 } };
    });
    const bitbucket = client(server);
    const hook = {
      name: 'app',
      url: 'https://app.example/hook',
      events: ['repo:refs_changed', 'pr:merged'],
      active: true,
      configuration: { secret: 's' },
      sslVerificationRequired: false,
    };
    await expect(bitbucket.createHook('ACME/api', hook)).resolves.toMatchObject({ id: 1 });
    await expect(bitbucket.getHooks('ACME/api')).resolves.toHaveLength(1);
    await bitbucket.updateHook('ACME/api', 1, { ...hook, active: false });
    await expect(bitbucket.deleteHook('ACME/api', 1)).resolves.toBeUndefined();
    expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${projectRepo}/webhooks`,
      `GET ${projectRepo}/webhooks?limit=250`,
      `PUT ${projectRepo}/webhooks/1`,
      `DELETE ${projectRepo}/webhooks/1`,
    ]);
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual(hook);
  });

  test('S4-17 deleting one that is gone is an ApiError of 404, and not taken for a removed feature', async () => {
    const server = await startServer(() => errorAnswer(404, { context: null, message: 'No such webhook.' }));
    await expect(client(server).deleteHook('ACME/api', 1)).rejects.toMatchObject({
      name: 'ApiError',
      code: 'not_found',
      status: 404,
    });
  });
});

describe('files', () => {
  test.each([
    ['a branch with slashes', 'feature/x', 'feature%2Fx'],
    ['a full ref', 'refs/heads/feature/x', 'refs%2Fheads%2Ffeature%2Fx'],
    ['a hash', 'a1b2c3d', 'a1b2c3d'],
  ])('are read at %s', async (_, ref, sent) => {
    const server = await startServer(() => ({ body: '# Hi\n', headers: { 'content-type': 'text/plain' } }));
    const file = { ref, path: '/docs/réad me#1.md' };
    await expect(client(server).getFile('ACME/api', file)).resolves.toBe('# Hi\n');
    expect(server.requests[0]?.url).toBe(`${projectRepo}/raw/docs/r%C3%A9ad%20me%231.md?at=${sent}`);
  });

  test('CODEOWNERS is a file like any other', async () => {
    const owners = '* @jane\n/docs/ @writers\n';
    const server = await startServer((request) =>
      urlOf(request).pathname.endsWith('/raw/.bitbucket/CODEOWNERS')
        ? { body: owners }
        : errorAnswer(404, { message: 'The path does not exist at revision main' }),
    );
    const read = (path: string) => client(server).getFile('ACME/api', { ref: 'main', path });
    await expect(read('CODEOWNERS')).resolves.toBeUndefined();
    await expect(read('.bitbucket/CODEOWNERS')).resolves.toBe(owners);
  });

  test('checkFile asks for the type and downloads nothing; neither throws for a file that is not there', async () => {
    const server = await startServer((request) =>
      urlOf(request).pathname.endsWith('/a.ts') ? { body: { type: 'FILE' } } : errorAnswer(404),
    );
    const check = (path: string) => client(server).checkFile('ACME/api', { ref: 'main', path });
    await expect(check('/a.ts')).resolves.toBe(true);
    expect(server.requests[0]?.url).toBe(`${projectRepo}/browse/a.ts?at=main&type=true`);
    await expect(check('b.ts')).resolves.toBe(false);
    await expect(check('../b.ts')).rejects.toMatchObject({ option: 'path.path' });
  });

  test('that cannot be read for another reason than their absence are an error', async () => {
    const server = await startServer(() => errorAnswer(403, { message: 'You are not permitted' }));
    const file = { ref: 'main', path: 'a.ts' };
    await expect(client(server).checkFile('ACME/api', file)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(client(server).getFile('ACME/api', file)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('blame', () => {
  const spans = [
    { lineNumber: 1, spannedLines: 3, commitId: 'a1b2c3d' },
    { lineNumber: 4, spannedLines: 1, commitId: 'd4e5f6a' },
  ];
  const file = { ref: 'refs/heads/main', path: 'a.ts' };
  const blame = (answer: (count: number) => TestAnswer) =>
    startServer((_, count) => answer(count)).then(async (server) => ({
      server,
      lines: await client(server).getBlame('ACME/api', file),
    }));

  test.each<[string, unknown]>([
    ['in blame', { blame: spans }],
    ['in a page', { values: spans, isLastPage: true }],
    ['in a bare list', spans],
  ])('is read without content, wherever a version has it: %s', async (_, body) => {
    const { server, lines } = await blame(() => ({ body }));
    expect(lines).toEqual(spans);
    expect(server.requests.map(({ url }) => url)).toEqual([
      `${projectRepo}/browse/a.ts?at=refs%2Fheads%2Fmain&blame=true&noContent=true&start=0&limit=5000`,
    ]);
  });

  test('of a long file comes in pages', async () => {
    const { server, lines } = await blame((count) => ({
      body: { blame: [spans[count - 1]], isLastPage: count === 2, nextPageStart: count === 2 ? null : 3 },
    }));
    expect(lines).toEqual(spans);
    expect(urlOf(server.requests[1] ?? expect.fail()).searchParams.get('start')).toBe('3');
  });

  test('of no file is empty; what is none, and pages that stand still, are refused', async () => {
    await expect(blame(() => errorAnswer(404)).then(({ lines }) => lines)).resolves.toEqual([]);
    await expect(blame(() => ({ body: { lines: [] } }))).rejects.toMatchObject({ code: 'bad_answer' });
    const still = { blame: spans, isLastPage: false, nextPageStart: 0 };
    await expect(blame(() => ({ body: still }))).rejects.toMatchObject({ code: 'paging_refused' });
  });
});

describe('a refusal', () => {
  test('is an ApiError with the messages, the exception, the fields and the request id', async () => {
    const server = await startServer(() => ({
      ...errorAnswer(
        400,
        { context: 'url', message: 'A URL is required', exceptionName: 'com.example.FirstException' },
        { context: 'url', message: 'It must be absolute' },
        { context: null, message: 'The hook cannot be saved', exceptionName: null },
      ),
      headers: { 'x-arequestid': '@1NUHZ7Hx600x1x0', 'content-type': 'application/json;charset=UTF-8' },
    }));
    await expect(client(server).createHook('ACME/api', { url: 'secret-url' })).rejects.toMatchObject({
      name: 'ApiError',
      code: 'bad_request',
      status: 400,
      requestId: '@1NUHZ7Hx600x1x0',
      detail: 'com.example.FirstException',
      fields: { url: ['A URL is required', 'It must be absolute'] },
      message: `POST ${projectRepo}/webhooks was refused with 400: A URL is required; It must be absolute; The hook cannot be saved`,
    });
  });

  test.each<[string, TestAnswer, string]>([
    ['no body', { status: 401 }, 'unknown error'],
    ['HTML', { status: 503, body: '<html>starting</html>' }, 'unknown error'],
    ['plain text', { status: 403, body: 'XSRF check failed' }, 'XSRF check failed'],
    ['another shape', { status: 409, body: { message: 'The versions differ' } }, 'The versions differ'],
    ['odd errors', { status: 404, body: { errors: [null, 'x', { message: 5 }] } }, 'unknown error'],
    ['410', { status: 410, body: { errors: [{ message: 'gone' }] } }, 'gone'],
    ['lines', { status: 400, body: { errors: [{ message: '\x1b[2J\r\n\u2028ERROR' }] } }, '400: [2J ERROR'],
  ])('with %s still says what is known', async (_, answer, words) => {
    const server = await startServer(() => answer);
    const error = await client(server)
      .getRepo('ACME/api')
      .then(never, (reason) => reason);
    expect(error).toMatchObject({ name: 'ApiError', status: answer.status });
    expect(error.message).toContain(words);
  });

  test.each([
    '/login?next=/projects/ACME',
    '/context/login',
    'https://sso.example/plugins/servlet/external-login/1',
    '/plugins/servlet/samlsso?redirect=x',
  ])(
    'by a redirect to %s says that the credential was not accepted, and is not followed',
    async (location) => {
      const server = await startServer(() => ({ status: 302, headers: { location } }));
      const file = { ref: 'main', path: 'a.ts' };
      const calls = [
        client(server).getFile('ACME/api', file),
        client(server).getRepos(),
        client(server).createHook('ACME/api', {}),
      ];
      for (const call of calls) {
        const error = await call.then(never, (reason) => reason);
        expect(error).toMatchObject({ name: 'ApiError', code: 'unauthorized', status: 302 });
        expect(error.message).toContain('the credential was not accepted');
        expect(error.message).not.toContain('next=');
      }
      expect(server.requests).toHaveLength(3);
    },
  );

  test('a moved repository with a file named login is followed, not taken for a login page', async () => {
    const server = await startServer(({ url }) =>
      url.includes('/ACME/')
        ? { status: 301, headers: { location: url.replace('ACME', 'NEW') } }
        : { body: 'x' },
    );
    await expect(client(server).getFile('ACME/api', { ref: 'main', path: 'login' })).resolves.toBe('x');
  });

  test.each<[string, TestAnswer, string]>([
    ['HTML', { body: '<html>log in</html>', headers: { 'content-type': 'text/html' } }, 'text/html'],
    [
      'half a page',
      { body: '{"values":[{"id":1},{"i', headers: { 'content-type': 'application/json' } },
      'breaks off',
    ],
    ['something that is no page', { body: { id: 1 } }, 'not a page'],
  ])('%s where a page was due is a bad answer', async (_, answer, words) => {
    const server = await startServer(() => answer);
    const error = await client(server)
      .getRepos()
      .then(never, (reason) => reason);
    expect(error).toMatchObject({ name: 'TransportError', code: 'bad_answer' });
    expect(error.message).toContain(words);
  });
});

describe('options', () => {
  const auth = { authorize: async (request: Request) => request };
  test.each<[string, object]>([
    ['baseUrl', { baseUrl: undefined }],
    ['baseUrl', { baseUrl: 'git.example.com' }],
    ['baseUrl', { baseUrl: 'ssh://git.example.com' }],
    ['baseUrl', { baseUrl: 'https://user:pass@git.example.com' }],
    ['baseUrl', { baseUrl: 'https://git.example.com/?a=1' }],
    ['baseUrl', { baseUrl: 'https://git.example.com/#a' }],
    ['auth', { auth: 'token' }],
    ['baseURL', { baseURL: 'https://git.example.com' }],
    ['timeout', { timeout: 0 }],
  ])('%s that cannot work is named', (option, wrong) => {
    const options = { baseUrl: 'https://git.example.com', auth, ...wrong };
    expect(() => new BitbucketServer(options)).toThrow(
      expect.objectContaining({ code: 'invalid_option', option }),
    );
  });
});

test('S4-01 the path table has every path of the reference, with placeholders that are encoded', () => {
  const values = { projectKey: '~jane', repositorySlug: 'my repo', webhookId: 7, commitId: 'a1b2c3d' };
  const paths = Object.entries(BitbucketServerApiPath).map(([name, path]) => [
    name,
    expandPath(path, values),
  ]);
  const repository = '/rest/api/latest/projects/~jane/repos/my%20repo';
  expect(Object.fromEntries(paths)).toEqual({
    repository,
    repositories: '/rest/api/latest/repos',
    repositoryHook: `${repository}/webhooks/7`,
    repositoryHooks: `${repository}/webhooks`,
    repositoryCommits: `${repository}/commits`,
    commitChanges: `${repository}/commits/a1b2c3d/changes`,
  });
  expect(() => expandPath(BitbucketServerApiPath.repository, { ...values, projectKey: '..' })).toThrow(
    expect.objectContaining({ option: 'path.projectKey' }),
  );
});

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
