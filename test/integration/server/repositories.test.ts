import {
  BitbucketServerIntegration,
  createPatchSetCache,
  createServerConnections,
} from 'bitbucket-sdk/integration';
import { describe, expect, test } from 'vitest';
import { describeWithOpenssl, makeCertificates } from '../../server/certificates.ts';
import {
  type Answers,
  apiRepository,
  baseUrl,
  connect,
  createServerWorld,
  organizationId,
  page,
  restRepo,
} from './server-world.ts';

const zeros = '0'.repeat(40);
const hash = (letter: string) => letter.repeat(40);

const commit = (letter: string, fields: object = {}) => ({
  id: hash(letter),
  displayId: hash(letter).slice(0, 11),
  message: `Change ${letter}`,
  author: { name: 'ann', displayName: 'Ann Lee', emailAddress: 'ann@example.com' },
  authorTimestamp: 1_700_000_000_000,
  ...fields,
});

const change = (type: string, path: string, srcPath?: string) => ({
  type,
  path: { toString: path, components: path.split('/'), name: path },
  ...(srcPath === undefined ? {} : { srcPath: { components: srcPath.split('/') } }),
});

describeWithOpenssl('an integration with a Server', () => {
  const certificates = makeCertificates('server-repositories');

  async function connected(answers: Answers = {}) {
    const world = await createServerWorld(certificates);
    const integration = await connect(world);
    Object.assign(world.answers, answers);
    world.requests.length = 0;
    return { ...world, world, integration };
  }

  test('S4-13 lists repositories with and without a search text', async () => {
    const personal = { id: 43, slug: 'notes', name: 'Notes', project: { key: '~ann', name: 'Ann' } };
    const { integration, requests } = await connected({
      'GET /rest/api/latest/repos': page(apiRepository, personal),
    });
    expect(await integration.getRepositories()).toEqual([
      { identifier: 'ACME/api', project: 'ACME', repo: 'api', name: 'Acme Inc/The API', externalId: '42' },
      { identifier: '~ann/notes', project: '~ann', repo: 'notes', name: 'Ann/Notes', externalId: '43' },
    ]);
    await integration.getRepositories('ap i');
    const queries = requests.map(({ url }) => Object.fromEntries(new URL(url, baseUrl).searchParams));
    expect(queries).toEqual([
      { limit: '250', permission: 'REPO_ADMIN' },
      { limit: '250', permission: 'REPO_ADMIN', name: 'ap i' },
    ]);
  });

  test('S4-14 knows which repositories it may use, and which others it cannot take over', async () => {
    const { integration, answers } = await connected();
    expect(await integration.hasRepoAccess('ACME/api')).toBe(true);
    expect(await integration.hasRepoAccess('ACME/other')).toBe(false);
    for (const status of [401, 403]) {
      answers[`GET ${restRepo}/webhooks`] = { status, body: { errors: [] } };
      expect(await integration.hasRepoAccess('ACME/api')).toBe(false);
    }
    answers[`GET ${restRepo}/webhooks`] = { status: 503, body: { errors: [] } };
    await expect(integration.hasRepoAccess('ACME/api')).rejects.toMatchObject({ status: 503 });
    const rows = ['acme/API', 'ACME/gone'].map((name, id) => ({ id: String(id), organizationId, name }));
    expect(await integration.getUnmigratableRepositories(rows)).toEqual([rows[1]]);
  });

  test('takes over what was linked by hand', async () => {
    const { integration, server, store } = await connected();
    const row = { id: 'old', organizationId, name: 'ACME/api' };
    const taken: string[] = [];
    const { migrated, unmigratable } = await server.provider.postInstall(integration, {
      repositoryProvider: server.repositoryProvider,
      source: {
        list: () => [row, { ...row, name: 'ACME/gone' }],
        migrated: ({ id }, { externalId }) => void taken.push(`${id} ${externalId}`),
      },
    });
    expect(migrated.map(({ name }) => name)).toEqual(['ACME/api']);
    expect(unmigratable.map(({ name }) => name)).toEqual(['ACME/gone']);
    expect(taken).toEqual(['old 42']);
    expect(await store.repositories.list(integration.record.id)).toHaveLength(1);
  });

  test('S4-15 S4-16 links a repository by its number, with a hook and a secret of its own', async () => {
    const { integration, server, requests, serverUrl } = await connected();
    const linked = await server.linkRepository(integration, 'ACME/api');
    expect(linked).toMatchObject({
      externalId: '42',
      name: 'ACME/api',
      url: `${serverUrl}/projects/ACME/repos/api/browse`,
      status: 'active',
      config: { webhookId: '7', projectKey: 'ACME', repositorySlug: 'api' },
    });
    const { webhookSecret = '' } = linked.config;
    expect(webhookSecret).toMatch(/^[\da-f]{64}$/);
    const made = requests.find(({ method }) => method === 'POST');
    expect(JSON.parse(made?.body ?? '')).toEqual({
      name: 'Linked repository',
      url: `${baseUrl}/server/organizations/org-1/integrations/${integration.record.id}/webhook`,
      active: true,
      events: ['repo:refs_changed', 'pr:merged'],
      configuration: { secret: webhookSecret },
      sslVerificationRequired: false,
    });
    const other = await server.repositoryProvider.buildRepositoryConfig(
      integration,
      await server.repositoryProvider.getRepositoryData(integration, 'ACME/api'),
    );
    expect(other.config['webhookSecret']).not.toBe(webhookSecret);
    expect(server.repositoryProvider.repositoryExternalSlug(linked)).toBe('ACME/api');
  });

  test('S4-15 a repository that is linked already is given back, and one that cannot be stored leaves no hook', async () => {
    const { integration, server, requests, store, world } = await connected();
    const linked = await server.linkRepository(integration, 'ACME/api');
    expect(await server.linkRepository(integration, 'ACME/api')).toEqual(linked);
    expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1);

    await store.repositories.remove(linked.id);
    store.repositories.put = () => Promise.reject(new Error('disk full'));
    await expect(world.server.linkRepository(integration, 'ACME/api')).rejects.toThrow('disk full');
    expect(requests.at(-1)).toMatchObject({ method: 'DELETE', url: `/git${restRepo}/webhooks/7` });
  });

  test.each(['ACME', 'ACME/', 'ACME/api/x', '../api', 'ACME/..', '/api'])(
    'does not link %j',
    async (repo) => {
      const { integration, server, requests } = await connected();
      await expect(server.linkRepository(integration, repo)).rejects.toMatchObject({
        code: 'invalid_option',
      });
      expect(requests).toEqual([]);
    },
  );

  test.each([
    ['no number', { ...apiRepository, id: undefined }],
    ['no project', { ...apiRepository, project: null }],
    ['a slug that climbs', { ...apiRepository, slug: '..' }],
    ['a list', []],
  ])('links nothing where the server answers a repository with %s', async (_, body) => {
    const { integration, server, requests, store } = await connected({ [`GET ${restRepo}`]: { body } });
    await expect(server.linkRepository(integration, 'ACME/api')).rejects.toMatchObject({
      code: 'bad_answer',
    });
    expect(requests).toHaveLength(1);
    expect(await store.repositories.list(integration.record.id)).toEqual([]);
  });

  test.each<[string, object]>([
    ['HTML', { body: '<html>', headers: { 'content-type': 'text/html' } }],
    ['half a page', { body: '{"id":42,' }],
    ['a login page', { status: 302, headers: { location: '/git/login' } }],
  ])('links nothing where the server answers %s', async (_, answer) => {
    const { integration, server, store } = await connected({ [`GET ${restRepo}`]: answer });
    const error = await server.linkRepository(integration, 'ACME/api').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: expect.stringMatching(/^(TransportError|ApiError)$/) });
    expect(await store.repositories.list(integration.record.id)).toEqual([]);
  });

  test('S4-17 unlinking deletes the hook, and one that is gone already is fine', async () => {
    const { integration, server, answers, store } = await connected();
    const linked = await server.linkRepository(integration, 'ACME/api');
    answers[`DELETE ${restRepo}/webhooks/7`] = { status: 403, body: { errors: [] } };
    await expect(server.unlinkRepository(integration, linked)).rejects.toMatchObject({ status: 403 });
    expect(await store.repositories.list(integration.record.id)).toHaveLength(1);
    answers[`DELETE ${restRepo}/webhooks/7`] = { status: 404, body: { errors: [] } };
    await server.unlinkRepository(integration, linked);
    expect(await store.repositories.list(integration.record.id)).toEqual([]);
  });

  test('puts a hook right that somebody deleted or took the secret of, and enables the repository again', async () => {
    const { integration, server, requests, answers, store } = await connected();
    const { webhookSecret: _, ...config } = (await server.linkRepository(integration, 'ACME/api')).config;
    const [row] = await store.repositories.list(integration.record.id);
    await store.repositories.put({ ...(row ?? never()), status: 'disabled', config: { ...config } });
    answers[`POST ${restRepo}/webhooks`] = ({ body }) => ({
      status: 201,
      body: { id: 8, ...JSON.parse(body) },
    });
    await server.provider.reinstall(integration, server);
    const [mended] = await store.repositories.list(integration.record.id);
    expect(mended).toMatchObject({ status: 'active', config: { webhookId: '8' } });
    const made = JSON.parse(requests.at(-1)?.body ?? '');
    expect(made).toMatchObject({
      configuration: { secret: mended?.config['webhookSecret'] },
      sslVerificationRequired: false,
    });
    expect(mended?.config['webhookSecret']).toMatch(/^[\da-f]{64}$/);
  });

  test.each([undefined, zeros])('S4-18 a release that starts at %s has the last commits', async (start) => {
    const { integration, server, requests } = await connected({
      [`GET ${restRepo}/commits`]: page(commit('b'), commit('a', { author: { name: 'git' } })),
      [`GET ${restRepo}/commits/${hash('b')}/changes`]: page(change('MOVE', 'new.ts', 'old.ts')),
      [`GET ${restRepo}/commits/${hash('a')}/changes`]: page(change('ADD', 'src/a.ts')),
    });
    const read = () =>
      server.repositoryProvider.compareCommits(integration, { name: 'ACME/api' }, { start, end: 'main' });
    const { commits, truncated } = await read();
    expect(truncated).toBe(false);
    expect(commits).toEqual([
      {
        id: hash('b'),
        repository: 'ACME/api',
        author: { name: 'Ann Lee', email: 'ann@example.com' },
        message: 'Change b',
        timestamp: '2023-11-14T22:13:20.000Z',
        patchSet: [
          { path: 'old.ts', type: 'D' },
          { path: 'new.ts', type: 'A' },
        ],
      },
      expect.objectContaining({ author: undefined, patchSet: [{ path: 'src/a.ts', type: 'A' }] }),
    ]);
    const [listed] = requests.map(({ url }) => new URL(url, baseUrl).searchParams);
    expect(Object.fromEntries(listed ?? [])).toMatchObject({ until: 'main', merges: 'exclude' });
    expect(listed?.has('since')).toBe(false);
    await read();
    expect(requests.filter(({ url }) => url.includes('/changes'))).toHaveLength(2);
  });

  test('S4-18 a release that starts at a commit has those after it', async () => {
    const { integration, server, requests } = await connected({ [`GET ${restRepo}/commits`]: page() });
    const range = { start: hash('a'), end: hash('c') };
    await server.repositoryProvider.compareCommits(integration, { name: 'ACME/api' }, range);
    const { searchParams } = new URL(requests[0]?.url ?? '', baseUrl);
    expect([searchParams.get('since'), searchParams.get('until')]).toEqual([hash('a'), hash('c')]);
  });

  test('reads owners of files, and finds the source of a stack trace', async () => {
    const { integration, serverUrl, requests } = await connected({
      [`GET ${restRepo}/default-branch`]: { body: { id: 'refs/heads/main', displayId: 'main' } },
      [`GET ${restRepo}/raw/.bitbucket/CODEOWNERS`]: {
        body: '*.ts @ann\n',
        headers: { 'content-type': 'text/plain' },
      },
      [`GET ${restRepo}/browse/src/app.ts`]: { body: { type: 'FILE' } },
    });
    const repository = { externalId: '42', name: 'ACME/api' };
    const owners = await integration.getCodeOwners(repository);
    expect(owners?.ownersOf('src/app.ts')).toMatchObject([{ reference: '@ann' }]);
    expect(requests.at(-1)?.url).toContain('?at=main');
    const codeMappings = [{ stackRoot: '/app/', sourceRoot: 'src/', repository }];
    const link = await integration.getStacktraceLink({ path: '/app/app.ts', line: 3, codeMappings });
    expect(link).toMatchObject({
      sourceUrl: `${serverUrl}/projects/ACME/repos/api/browse/src/app.ts?at=main#3`,
      ref: 'main',
    });
    await expect(
      integration.getStacktraceLink({ path: '/app/gone.ts', codeMappings }),
    ).resolves.toMatchObject({ error: 'file_not_found' });
  });

  test('an integration whose row has no credential that can sign says so on each call', async () => {
    const { integration } = await connected();
    const connections = createServerConnections();
    for (const credentials of [
      undefined,
      {},
      { type: 'oauth1', consumerKey: 'x' },
      { type: 'accessToken' },
    ]) {
      const broken = new BitbucketServerIntegration({
        record: { ...integration.record, credentials },
        connections,
      });
      const error = await broken.getRepositories().catch((reason: Error) => reason);
      expect(error).toMatchObject({ name: 'AuthError', code: 'reauthorization_required' });
    }
    await connections.close();
    const record = { ...integration.record, provider: 'bitbucket' } as const;
    expect(() => new BitbucketServerIntegration({ record, connections })).toThrow(/another product/);
  });

  test('may not be reached where it may no longer be called', async () => {
    const { integration } = await connected();
    const connections = createServerConnections();
    const restricted = new BitbucketServerIntegration({ record: integration.record, connections });
    await expect(restricted.getRepositories()).rejects.toMatchObject({ code: 'forbidden_address' });
    await connections.close();
  });

  test('is another organization’s to nobody, and no integration of Cloud', async () => {
    const { app, server, store, integration } = await connected();
    const { id } = integration.record;
    expect(await server.getIntegration('org-2', id)).toBeUndefined();
    expect(await app.getIntegration(organizationId, id)).toBeUndefined();
    expect(await app.getIntegrations(organizationId)).toEqual([]);
    expect((await server.getIntegrations(organizationId)).map(({ record }) => record.id)).toEqual([id]);
    expect(await server.getIntegrations('org-2')).toEqual([]);
    const search = `${baseUrl}/organizations/${organizationId}/integrations/${id}/search?field=repo&query=a`;
    const answer = await app.fetch(new Request(search, { headers: { cookie: 'host=ann' } }));
    expect(answer.status).toBe(404);
    await store.integrations.update(id, { status: 'disabled' });
    expect(await server.getIntegration(organizationId, id)).toBeUndefined();
    expect(await server.getIntegrations(organizationId)).toEqual([]);
  });
});

describe('addresses of files on a Server', () => {
  const connections = { fetchFor: () => () => Promise.reject(new Error('not called')) };
  const integration = new BitbucketServerIntegration({
    connections,
    record: {
      ...{
        id: '1',
        organizationId,
        provider: 'bitbucket_server',
        externalId: 'x',
        name: 'x',
        status: 'active',
      },
      metadata: {
        baseUrl: 'https://git.example.com/bb',
        domainName: 'x',
        scopes: [],
        uuid: 'x',
        type: 'server',
      },
      webhookSecrets: [],
    },
  });
  const repository = { name: 'ACME/api' };
  const url = 'https://git.example.com/bb/projects/ACME/repos/api/browse/src/a%20b.ts?at=feature%2Fx#12';

  test('are made of path, ref and line', () => {
    const place = { path: '/src/a b.ts', ref: 'feature/x', line: 12 };
    expect(integration.formatSourceUrl(repository, place)).toBe(url);
    expect(() => integration.formatSourceUrl(repository, { path: '../x', ref: 'main' })).toThrow(/path/);
  });

  test('give back path, ref and line, whatever else is in their query', () => {
    expect(integration.parseSourceUrl(url)).toEqual({
      ...{ repository: 'ACME/api', ref: 'feature/x', path: 'src/a b.ts', line: 12 },
    });
    const full = url.replace('?at=feature%2Fx', '?x=1&at=refs%2Fheads%2Ffeature%2Fx&y=2');
    expect(integration.extractBranchFromSourceUrl(repository, full)).toBe('feature/x');
    expect(integration.extractSourcePathFromSourceUrl(repository, full)).toBe('src/a b.ts');
    expect(integration.extractBranchFromSourceUrl({ name: 'ACME/web' }, url)).toBeUndefined();
    const personal = 'https://git.example.com/bb/users/ann/repos/notes/browse';
    expect(integration.parseSourceUrl(personal)).toMatchObject({
      repository: '~ann/notes',
      path: '',
      ref: undefined,
    });
  });

  test.each([
    'https://git.example.com.evil.example/bb/projects/ACME/repos/api/browse/a.ts',
    'https://git.example.com@evil.example/bb/projects/ACME/repos/api/browse/a.ts',
    'http://git.example.com/bb/projects/ACME/repos/api/browse/a.ts',
    'https://git.example.com:8443/bb/projects/ACME/repos/api/browse/a.ts',
    'https://git.example.com/bbq/projects/ACME/repos/api/browse/a.ts',
    'https://git.example.com/projects/ACME/repos/api/browse/a.ts',
    'not an address',
  ])('%s is none of this server', (other) => {
    expect(integration.sourceUrlMatches(other)).toBe(false);
    expect(integration.parseSourceUrl(other)).toBeUndefined();
  });

  test.each(['..%2f..', '%2e%2e', 'a%2f..%2fb', '%5c', '%00', '%zz'])('a path with %s is none', (path) => {
    const climbing = `https://git.example.com/bb/projects/ACME/repos/api/browse/${path}/x`;
    expect(integration.parseSourceUrl(climbing)).toBeUndefined();
  });
});

test('what was read of commits is kept up to a number of changes, the oldest goes first', async () => {
  const cache = createPatchSetCache({ most: 7 });
  const loads: string[] = [];
  const read = (key: string) =>
    cache.get(key, async () => {
      loads.push(key);
      return [
        { path: key, type: 'A' },
        { path: 'x', type: 'M' },
      ] as const;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await read(key);
  expect(loads).toEqual(['a', 'b', 'c', 'b']);
  await expect(cache.get('bad', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});

const never = (): never => {
  throw new Error('it is missing');
};
