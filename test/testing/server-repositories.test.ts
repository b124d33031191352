import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketServer } from 'bitbucket-sdk/server';
import { createBitbucketEmulator, type EmulatedServerOptions } from 'bitbucket-sdk/testing';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  base,
  errorOf,
  type Json,
  type ServerPage,
  type ServerScene,
  startServerScene,
  widgets,
} from './support/server-scene.ts';

let it: ServerScene;
beforeAll(async () => {
  it = await startServerScene();
});
afterAll(() => it.emulator.close());

const slugs = (page: ServerPage) => page.values.map(({ slug }) => slug);

describe('repositories of a Server', () => {
  test('have ids, projects and links below the context path', async () => {
    const repository = await it.get(widgets);
    expect(repository).toMatchObject({
      slug: 'widgets',
      id: 1,
      description: 'A sample',
      scmId: 'git',
      state: 'AVAILABLE',
      public: false,
      project: { key: 'DEMO', name: 'Demonstration', type: 'NORMAL', public: false },
      links: {
        clone: [
          { name: 'http', href: `${base}/scm/demo/widgets.git` },
          { name: 'ssh', href: 'ssh://git@git.example.com:7999/demo/widgets.git' },
        ],
        self: [{ href: `${base}/projects/DEMO/repos/widgets/browse` }],
      },
    });
  });

  test('of a user are in the project of that name', async () => {
    const { project } = await it.get<{ project: Json }>('/projects/~eve/repos/mine', 'eve');
    expect(project).toMatchObject({ key: '~eve', type: 'PERSONAL', owner: { name: 'eve', slug: 'eve' } });
  });

  test('are found whatever the case of key and slug, by 1.0 and by latest', async () => {
    expect((await it.get('/projects/demo/repos/WIDGETS'))['id']).toBe(1);
    const old = await it.send('GET', `${base}/rest/api/1.0${widgets}`);
    expect(old.body['id']).toBe(1);
  });

  test.each([
    ['/projects/NOPE/repos/widgets', 404, 'project.NoSuchProjectException', 'Project NOPE does not exist.'],
    [
      '/projects/DEMO/repos/nope',
      404,
      'repository.NoSuchRepositoryException',
      'Repository DEMO/nope does not exist.',
    ],
    [
      '/projects/~eve/repos/mine',
      401,
      'AuthorisationException',
      'You are not permitted to access this resource',
    ],
  ])('GET %s is refused with %i and the exception', async (path, status, exceptionName, message) => {
    const answer = await it.send('GET', path, { who: 'rita' });
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      errors: [{ context: null, message, exceptionName: `com.atlassian.bitbucket.${exceptionName}` }],
    });
    expect(answer.headers.get('x-arequestid')).toMatch(/^@\w+/);
  });

  test('are renamed by their admins; id and git stay', async () => {
    const scene = await startServerScene();
    const renamed = await scene.send('PUT', widgets, { body: { name: 'Gadgets & Co' } });
    expect(renamed.status).toBe(400);
    expect(errorOf(renamed)['context']).toBe('name');
    const { status, body } = await scene.send('PUT', widgets, { body: { name: 'Gadgets 2' } });
    expect([status, body['slug'], body['id']]).toEqual([201, 'gadgets-2', 1]);
    expect((await scene.send('GET', widgets)).status).toBe(404);
    expect(
      (await scene.send('PUT', '/projects/DEMO/repos/open', { body: { name: 'x' }, who: 'eve' })).status,
    ).toBe(401);
    await scene.emulator.close();
  });
});

describe('the list of repositories', () => {
  test('has what the caller may see, and with a permission what they may do', async () => {
    expect(slugs(await it.get('/repos'))).toEqual(['widgets', 'empty', 'open', 'mine']);
    expect(slugs(await it.get('/repos', 'rita'))).toEqual(['widgets', 'empty', 'open']);
    expect(slugs(await it.get('/repos?permission=REPO_ADMIN', 'rita'))).toEqual([]);
    expect(slugs(await it.get('/repos', 'nobody'))).toEqual(['open']);
    expect(slugs(await it.get('/repos?permission=REPO_ADMIN', 'project'))).toEqual([
      'widgets',
      'empty',
      'open',
    ]);
    expect(slugs(await it.get('/repos?permission=REPO_WRITE', 'repository'))).toEqual(['widgets']);
  });

  test.each([
    ['name=GET', ['widgets']],
    ['projectname=demonstr', ['widgets', 'empty', 'open']],
    ['projectkey=~eve', ['mine']],
    ['visibility=public', ['open']],
    ['name=w&projectname=nope', []],
  ])('is narrowed by %s', async (query, expected) => {
    expect(slugs(await it.get(`/repos?${query}`))).toEqual(expected);
  });

  test('pages by nextPageStart, which counts what the caller may not see', async () => {
    const first = await it.get<ServerPage>('/repos?limit=1', 'eve');
    expect(first).toMatchObject({ size: 1, limit: 1, start: 0, isLastPage: false, nextPageStart: 3 });
    const second = await it.get<ServerPage>(`/repos?limit=1&start=${first.nextPageStart}`, 'eve');
    expect(second).toMatchObject({ size: 1, start: 3, isLastPage: true });
    expect(second).not.toHaveProperty('nextPageStart');
    expect([...slugs(first), ...slugs(second)]).toEqual(['open', 'mine']);
  });

  test.each(['limit=x', 'start=-1', 'limit=0'])('refuses %s', async (query) => {
    expect((await it.send('GET', `/repos?${query}`)).status).toBe(400);
  });

  test('of 10,000 is made while it is read, and can be left early', async () => {
    await using emulator = await createBitbucketEmulator({
      credentials: { basic: [] },
      server: {
        listed: { projectKey: 'MANY', count: 10_000 },
        accessTokens: [{ token: 'ada', user: 'owner' }],
      },
    });
    let calls = 0;
    const server = new BitbucketServer({
      baseUrl: 'https://git.example.com',
      auth: accessToken('ada'),
      fetch: (url, init) => {
        calls += 1;
        return emulator.fetch(new Request(url, init));
      },
    });
    let count = 0;
    let last = '';
    for await (const { slug = '' } of server.paginate('GET /api/latest/repos', { query: { limit: 1_000 } })) {
      count += 1;
      last = slug;
    }
    expect([count, last, calls]).toEqual([10_000, 'repo-10000', 10]);
    calls = 0;
    for await (const { slug } of server.paginate('GET /api/latest/repos', { query: { limit: 100 } })) {
      if (slug === 'repo-00150') break;
    }
    expect(calls).toBe(2);
    expect(await server.getRepo('MANY/repo-04711')).toMatchObject({ name: 'repo-04711' });
    await expect(server.getRepo('MANY/repo-10001')).rejects.toMatchObject({ status: 404 });
  });
});

describe('projects, users and the server itself', () => {
  test('projects are listed and read by those who see something in them', async () => {
    const keys = async (who: 'ada' | 'eve' | 'project') =>
      (await it.get<ServerPage>('/projects', who)).values.map(({ key }) => key);
    expect(await keys('ada')).toEqual(['DEMO', '~eve']);
    expect(await keys('eve')).toEqual(['DEMO', '~eve']);
    expect(await it.get('/projects/demo')).toMatchObject({ key: 'DEMO', name: 'Demonstration' });
    expect(slugs(await it.get('/projects/DEMO/repos', 'rita'))).toEqual(['widgets', 'empty', 'open']);
    expect((await it.send('GET', '/projects/~eve', { who: 'rita' })).status).toBe(401);
    expect((await it.send('GET', '/projects/NOPE')).status).toBe(404);
  });

  test('users are searched by name and address, by those who are known', async () => {
    const found = await it.get<ServerPage>('/users?filter=rita@');
    expect(found.values).toMatchObject([
      { name: 'rita', slug: 'rita', emailAddress: 'rita@example.com', type: 'NORMAL' },
    ]);
    expect(await it.get('/users/ada')).toMatchObject({ displayName: 'Ada Löw', id: 1 });
    expect((await it.send('GET', '/users/nope')).status).toBe(404);
    expect((await it.send('GET', '/users', { who: 'nobody' })).status).toBe(401);
  });

  test('anybody may ask for the version', async () => {
    expect(await it.get('/application-properties', 'nobody')).toMatchObject({
      version: '10.4.0',
      displayName: 'Bitbucket',
    });
  });

  test('what is not there is 404, and what a path does not do is 405', async () => {
    expect((await it.send('GET', '/no/route')).status).toBe(404);
    expect((await it.send('GET', `${base}/rest/unknown/1.0/x`)).status).toBe(404);
    const wrong = await it.send('DELETE', '/repos');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET']);
  });
});

describe('credentials', () => {
  test.each([
    ['a wrong password', `Basic ${btoa('ada:wrong')}`],
    ['a token that nobody has', 'Bearer nope'],
    ['a scheme that is none', 'Digest x'],
    ["a project's token as a password", `Basic ${btoa('ada:project-token')}`],
  ])('%s is refused', async (_, authorization) => {
    const answer = await it.emulator.fetch(
      new Request(`${base}/rest/api/latest/repos`, { headers: { authorization } }),
    );
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      errors: [{ message: 'Authentication failed. Please check your credentials and try again.' }],
    });
  });

  test("a user's token also stands for the password, and says whose it is", async () => {
    const authorization = `Basic ${btoa('ada:ada-token')}`;
    const answer = await it.emulator.fetch(
      new Request(`${base}/rest/api/latest${widgets}`, { headers: { authorization } }),
    );
    expect([answer.status, answer.headers.get('x-ausername')]).toEqual([200, 'ada']);
  });

  test('Cloud is there beside it', async () => {
    const answer = await it.emulator.fetch(
      new Request('https://api.bitbucket.org/2.0/repositories/demo/open'),
    );
    expect(answer.status).toBe(200);
  });

  test('behind msw it has the address that it was given', async () => {
    const scene = await startServerScene({ server: { origin: 'https://git.example.com' } });
    const msw = setupServer(...scene.emulator.toMswHandlers());
    msw.listen({ onUnhandledFrame: 'error' });
    try {
      const server = new BitbucketServer({ baseUrl: base, auth: accessToken('project-token') });
      expect(await server.getRepo('DEMO/widgets')).toMatchObject({ id: 1 });
    } finally {
      msw.close();
      await scene.emulator.close();
    }
  });

  test.each([
    [{ origin: 'git.example.com' }, 'server.origin'],
    [{ contextPath: 'bitbucket' }, 'server.contextPath'],
    [{ contextPath: '/bitbucket/' }, 'server.contextPath'],
    [{ repositories: { 'demo/x': { projectKey: 'a b' } } }, 'server.projectKey'],
    [{ applicationLinks: [{ consumerKey: 'a', publicKey: 'no key' }] }, 'server.applicationLinks.publicKey'],
    [{ consumerKey: 'a' }, 'consumerKey'],
  ])('options that cannot be are refused: %j', async (server, option) => {
    await expect(createBitbucketEmulator({ server: server as EmulatedServerOptions })).rejects.toMatchObject({
      code: 'invalid_option',
      option,
    });
  });
});
