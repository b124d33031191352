import { accessToken, BitbucketApiClient } from 'bitbucket-sdk';
import {
  cloudRepositoryHooks,
  cloudWorkspaceHooks,
  type HookPort,
  reconcileHook,
  serverProjectHooks,
  serverRepositoryHooks,
} from 'bitbucket-sdk/integration';
import { BitbucketServer } from 'bitbucket-sdk/server';
import { createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type RecordedRequest, startServer, type TestAnswer } from '../http-server.ts';

const url = 'https://hooks.example.com/bitbucket/7';
const secret = 'a secret';
const foreign = 'https://ci.example.org/';

async function startCloud() {
  const emulator = await createBitbucketEmulator({
    repositories: [{ fullName: 'demo/widgets' }],
    credentials: { accessTokens: [{ token: 'team', workspace: 'demo' }] },
  });
  onTestFinished(() => emulator.close());
  const calls: string[] = [];
  const client = new BitbucketApiClient({
    auth: accessToken('team'),
    fetch: (address, init) => {
      calls.push(`${init.method} ${new URL(address).pathname.replace(/%7B.*%7D/, '{uuid}')}`);
      return emulator.fetch(new Request(address, init));
    },
  });
  return { client, calls, emulator };
}

describe('hooks on Bitbucket Cloud', () => {
  const wanted = { url, events: ['repo:push', 'pullrequest:fulfilled'], secret, description: 'Ours' };

  test.each<[string, (client: BitbucketApiClient) => HookPort, string]>([
    [
      'a repository',
      (client) => cloudRepositoryHooks(client, 'demo/widgets'),
      '/2.0/repositories/demo/widgets/hooks',
    ],
    ['a workspace', (client) => cloudWorkspaceHooks(client, 'demo'), '/2.0/workspaces/demo/hooks'],
  ])('of %s are made, left, mended, freed of doubles, and others’ not touched', async (_, port, path) => {
    const { client, calls } = await startCloud();
    const hooks = port(client);
    const run = (options = {}) => reconcileHook({ hooks: port(client), wanted, ...options });
    const settings = { events: ['repo:fork'], active: false, description: 'Theirs' };
    const theirs = await hooks.create({ ...settings, url: foreign });
    const before = (await hooks.list()).find(({ id }) => id === theirs);

    const made = await run();
    expect(made).toMatchObject({
      hookId: expect.stringMatching(/^\{.+\}$/),
      actions: [{ action: 'created' }],
    });
    const twin = await hooks.create({ ...settings, url, description: 'A double' });
    calls.length = 0;
    expect(await run({ dryRun: true })).toMatchObject({
      actions: [
        { action: 'updated', id: made.hookId, changes: ['events'] },
        { action: 'removed', id: twin },
      ],
    });
    expect(calls).toEqual([`GET ${path}`]);
    expect(await run()).toMatchObject({
      hookId: made.hookId,
      actions: [{ action: 'updated' }, { action: 'removed', id: twin }],
    });
    expect(calls.slice(1)).toEqual([`GET ${path}`, `PUT ${path}/{uuid}`, `DELETE ${path}/{uuid}`]);
    calls.length = 0;
    expect(await run()).toMatchObject({ actions: [{ action: 'kept', id: made.hookId }] });
    expect(calls).toEqual([`GET ${path}`]);

    const after = await hooks.list();
    expect(after).toHaveLength(2);
    expect(JSON.stringify(after.find(({ id }) => id === theirs))).toBe(JSON.stringify(before));
    expect(after.find(({ id }) => id === made.hookId)).toMatchObject({
      url,
      active: true,
      events: ['repo:push', 'pullrequest:fulfilled', 'repo:fork'],
    });
  });

  test('get a secret where there is none, and keep the description that people gave them', async () => {
    const { client } = await startCloud();
    const { uuid } = await client.createHook('demo/widgets', {
      url,
      events: wanted.events,
      active: false,
      description: 'Named by hand',
    });
    const run = () => reconcileHook({ hooks: cloudRepositoryHooks(client, 'demo/widgets'), wanted });
    expect(await run()).toMatchObject({
      actions: [{ action: 'updated', id: uuid, changes: ['active', 'secret'] }],
    });
    expect(await client.getHooks('demo/widgets')).toMatchObject([
      { uuid, active: true, secret_set: true, description: 'Named by hand' },
    ]);
    expect(await run()).toMatchObject({ actions: [{ action: 'kept' }] });
  });

  test('that are deleted meanwhile are made anew', async () => {
    const { client } = await startCloud();
    const { uuid } = await client.createHook('demo/widgets', { url, events: ['repo:push'] });
    const port = cloudRepositoryHooks(client, 'demo/widgets');
    const hooks: HookPort = {
      ...port,
      async list() {
        const found = await port.list();
        await client.deleteHook('demo/widgets', uuid);
        return found;
      },
    };
    expect(await reconcileHook({ hooks, wanted })).toMatchObject({ actions: [{ action: 'created' }] });
    expect(await client.getHooks('demo/widgets')).toMatchObject([{ url, secret_set: true }]);
  });

  test('of a repository that is not there are an ApiError', async () => {
    const { client } = await startCloud();
    const hooks = cloudRepositoryHooks(client, 'demo/none');
    await expect(reconcileHook({ hooks, wanted })).rejects.toMatchObject({ name: 'ApiError', status: 404 });
  });

  test('are not asked for once the signal has aborted', async () => {
    const { client, calls } = await startCloud();
    const hooks = cloudRepositoryHooks(client, 'demo/widgets', { signal: AbortSignal.abort() });
    await expect(reconcileHook({ hooks, wanted })).rejects.toMatchObject({ code: 'aborted' });
    expect(calls).toEqual([]);
  });
});

/** As much of Server's hooks as is called: the list comes two at a time, and shows secrets as Server does. */
async function startBitbucketServer(path: string, stored: readonly Record<string, unknown>[]) {
  const hooks = new Map(stored.map((hook) => [Number(hook['id']), hook]));
  const answer = ({ method, url: address, body }: RecordedRequest): TestAnswer => {
    const { pathname, searchParams } = new URL(address, 'http://server');
    const id = Number(pathname.slice(`${path}/`.length));
    if (!pathname.startsWith(path)) return { status: 404, body: {} };
    if (method === 'GET') {
      const start = Number(searchParams.get('start') ?? 0);
      const values = [...hooks.values()].slice(start, start + 2);
      const isLastPage = start + 2 >= hooks.size;
      return { body: { values, isLastPage, nextPageStart: isLastPage ? null : start + 2 } };
    }
    if (method === 'POST') {
      const made = { ...JSON.parse(body), id: 90, createdDate: 90 };
      hooks.set(90, made);
      return { status: 201, body: made };
    }
    if (!hooks.has(id)) return { status: 404, body: { errors: [{ message: 'no such hook' }] } };
    if (method === 'DELETE') {
      hooks.delete(id);
      return { status: 204 };
    }
    hooks.set(id, { ...JSON.parse(body), id });
    return { body: hooks.get(id) };
  };
  const server = await startServer(answer);
  const client = new BitbucketServer({ baseUrl: server.origin, auth: accessToken('team') });
  const writes = () =>
    server.requests
      .filter(({ method }) => method !== 'GET')
      .map((request) => `${request.method} ${request.url}`);
  return { client, hooks, writes };
}

describe('hooks on Bitbucket Server', () => {
  const wanted = { url, events: ['repo:refs_changed', 'pr:merged'], secret };
  const repositoryPath = '/rest/api/latest/projects/~jane/repos/api/webhooks';
  const projectPath = '/rest/api/latest/projects/ACME/webhooks';
  const places: [string, (client: BitbucketServer) => HookPort, string][] = [
    ['a repository', (client) => serverRepositoryHooks(client, '~jane/api'), repositoryPath],
    ['a project', (client) => serverProjectHooks(client, 'ACME'), projectPath],
  ];
  const hook = (id: number, rest: object) => ({
    id,
    name: `Hook ${id}`,
    createdDate: id,
    url,
    events: wanted.events,
    active: true,
    configuration: { secret },
    sslVerificationRequired: true,
    ...rest,
  });

  test.each(places)('of %s are made, and left as they are the second time', async (_, port, path) => {
    const { client, hooks, writes } = await startBitbucketServer(path, [
      hook(1, { url: foreign, active: false }),
    ]);
    const run = () => reconcileHook({ hooks: port(client), wanted });
    expect(await run()).toMatchObject({ hookId: '90', actions: [{ action: 'created', id: '90' }] });
    expect(hooks.get(90)).toMatchObject({
      name: 'hooks.example.com',
      url,
      active: true,
      events: wanted.events,
      configuration: { secret },
      sslVerificationRequired: true,
    });
    expect(await run()).toMatchObject({ actions: [{ action: 'kept', id: '90' }] });
    expect(writes()).toEqual([`POST ${path}`]);
    expect(hooks.get(1)).toMatchObject({ url: foreign, active: false });
  });

  test.each(places)(
    'of %s are mended and freed of doubles, on every page of the list',
    async (_, port, path) => {
      const { client, hooks, writes } = await startBitbucketServer(path, [
        hook(1, { url: foreign }),
        hook(2, { active: false }),
        hook(3, {
          events: ['pr:opened'],
          configuration: { secret, other: 1 },
          sslVerificationRequired: false,
        }),
        hook(4, {}),
      ]);
      const run = (dryRun = false) => reconcileHook({ hooks: port(client), wanted, dryRun });
      const actions = [
        { action: 'updated', id: '3', changes: ['events'] },
        { action: 'removed', id: '4' },
        { action: 'removed', id: '2' },
      ];
      expect(await run(true)).toMatchObject({ hookId: '3', actions });
      expect(writes()).toEqual([]);
      expect(await run()).toMatchObject({ hookId: '3', actions });
      expect(writes()).toEqual([`PUT ${path}/3`, `DELETE ${path}/4`, `DELETE ${path}/2`]);
      expect([...hooks.keys()]).toEqual([1, 3]);
      expect(hooks.get(3)).toMatchObject({
        name: 'Hook 3',
        events: [...wanted.events, 'pr:opened'],
        configuration: { secret, other: 1 },
        sslVerificationRequired: false,
      });
    },
  );

  test('get the wanted secret where they have another, or none is shown', async () => {
    for (const configuration of [{ secret: 'the former one' }, {}, undefined]) {
      const { client, hooks } = await startBitbucketServer(repositoryPath, [hook(1, { configuration })]);
      const port = serverRepositoryHooks(client, '~jane/api');
      expect(await reconcileHook({ hooks: port, wanted })).toMatchObject({
        actions: [{ action: 'updated', changes: ['secret'] }],
      });
      expect(hooks.get(1)).toMatchObject({ configuration: { secret } });
    }
  });

  test('keep theirs where none is wanted', async () => {
    const { client, hooks } = await startBitbucketServer(repositoryPath, [hook(1, { active: false })]);
    const port = serverRepositoryHooks(client, '~jane/api');
    await reconcileHook({ hooks: port, wanted: { url, events: wanted.events } });
    expect(hooks.get(1)).toMatchObject({ active: true, configuration: { secret } });
  });

  test('that are deleted meanwhile are made anew', async () => {
    const { client, hooks } = await startBitbucketServer(repositoryPath, [hook(1, { active: false })]);
    const port = serverRepositoryHooks(client, '~jane/api');
    const list = async () => {
      const found = await port.list();
      hooks.delete(1);
      return found;
    };
    expect(await reconcileHook({ hooks: { ...port, list }, wanted })).toMatchObject({
      hookId: '90',
      actions: [{ action: 'created' }],
    });
  });
});
