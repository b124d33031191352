/** The rows of an integration with a Server, of its linked repositories, and of pushes that are read from the API. */
import type { LinkedRepository } from 'bitbucket-sdk/integration';
import { signDelivery } from 'bitbucket-sdk/testing';
import { expect } from 'vitest';
import { foreign, hidden, repo, type ServerWorld, serverUrl } from '../server-world.ts';
import { type Rows, working } from './row.ts';

const hookEvents = ['repo:refs_changed', 'pr:merged'];

async function listsRepositories({ integration, sees }: ServerWorld): Promise<void> {
  const all = await integration.getRepositories();
  expect(all.map(({ identifier }) => identifier).sort()).toEqual(sees);
  expect(all.find(({ identifier }) => identifier === repo)).toMatchObject({
    ...{ project: 'DEMO', repo: 'widgets', name: 'Demonstration/widgets' },
    externalId: expect.stringMatching(/^\d+$/),
  });
  const found = await integration.getRepositories('widgets');
  expect(found.map(({ identifier }) => identifier).sort()).toEqual(
    sees.filter((name) => name.startsWith(repo)),
  );
}

async function knowsItsAccess({ integration, sees }: ServerWorld): Promise<void> {
  for (const name of sees) expect(await integration.hasRepoAccess(name)).toBe(true);
  for (const name of [foreign, hidden, 'DEMO/gone'])
    expect(await integration.hasRepoAccess(name)).toBe(false);
  const rows = [...sees.map((name) => name.toLowerCase()), 'DEMO/gone', hidden].map((name) => ({
    ...{ id: name, organizationId: 'org', name },
  }));
  const left = await integration.getUnmigratableRepositories(rows);
  expect(left.map(({ name }) => name)).toEqual(['DEMO/gone', hidden]);
}

async function looksUp({ repositoryProvider, integration, client }: ServerWorld): Promise<void> {
  const { id } = await client.getRepo(repo);
  expect(await repositoryProvider.getRepositoryData(integration, repo)).toMatchObject({
    ...{ identifier: repo, externalId: String(id), name: repo },
    ...{ projectKey: 'DEMO', repositorySlug: 'widgets' },
    url: `${serverUrl}/projects/DEMO/repos/widgets/browse`,
  });
}

const ownHooks = async ({ client, record }: ServerWorld) =>
  (await client.getHooks(repo)).filter(({ url }) => url?.includes(record.id));

async function makesHook(world: ServerWorld): Promise<void> {
  const { repositoryProvider, integration, credential } = world;
  const data = await repositoryProvider.getRepositoryData(integration, repo);
  const row = await repositoryProvider.buildRepositoryConfig(integration, data);
  expect(row).toMatchObject({
    ...{ organizationId: credential, externalId: data.externalId, name: repo, status: 'active' },
    url: `${serverUrl}/projects/DEMO/repos/widgets/browse`,
    config: {
      projectKey: 'DEMO',
      repositorySlug: 'widgets',
      webhookSecret: expect.stringMatching(/^[\da-f]{64}$/),
    },
  });
  const [hook, ...more] = await ownHooks(world);
  expect(more).toEqual([]);
  expect(hook).toMatchObject({ id: Number(row.config.webhookId), active: true });
  expect([...(hook?.events ?? [])].sort()).toEqual([...hookEvents].sort());
  await repositoryProvider.onDeleteRepository(integration, row);
}

async function deletesHook(world: ServerWorld): Promise<void> {
  const { repositoryProvider, integration } = world;
  const data = await repositoryProvider.getRepositoryData(integration, repo);
  const row = await repositoryProvider.buildRepositoryConfig(integration, data);
  expect(await ownHooks(world)).toHaveLength(1);
  await repositoryProvider.onDeleteRepository(integration, row);
  expect(await ownHooks(world)).toEqual([]);
  await repositoryProvider.onDeleteRepository(integration, row);
}

async function readsRelease(world: ServerWorld): Promise<void> {
  const { repositoryProvider, integration, history, called, sample } = world;
  const { links, merge } = sample.commits;
  const linear = history.filter((hash) => hash !== merge);
  const compare = (start?: string) =>
    repositoryProvider.compareCommits(integration, { name: repo }, { start, end: 'main' });
  const since = await compare(links);
  expect(since.commits.map(({ id }) => id)).toEqual(history.slice(0, history.indexOf(links)));
  expect(since.commits[0]).toMatchObject({
    ...{ repository: repo, author: { name: 'Ada Löw', email: 'ada@example.com' } },
    message: expect.stringContaining('Name owners'),
    timestamp: expect.stringMatching(/^2018-07-02T18:\d\d:56\.000Z$/),
    patchSet: [{ path: '.bitbucket/CODEOWNERS', type: 'A' }],
  });
  const last = linear.slice(0, 10);
  expect((await compare()).commits.map(({ id }) => id)).toEqual(last);
  called.length = 0;
  expect((await compare('0'.repeat(40))).commits.map(({ id }) => id)).toEqual(last);
  // What the commits did to files was read before.
  expect(called.filter(({ pathname }) => pathname.endsWith('/changes'))).toEqual([]);
}

const secret = 'secret of the hook';
const zeros = '0'.repeat(40);

interface PushInput {
  readonly fromHash: string;
  readonly slug?: string;
}

/** Delivers a push to `main`, up to its newest commit. */
async function deliverPush(world: ServerWorld, id: number, { fromHash, slug = 'widgets' }: PushInput) {
  const repository = { id, slug, name: 'widgets', project: { key: 'DEMO', name: 'Demonstration' } };
  const ref = { id: 'refs/heads/main', displayId: 'main', type: 'BRANCH' };
  const type = fromHash === zeros ? 'ADD' : 'UPDATE';
  const change = { ref, refId: ref.id, fromHash, toHash: world.history[0], type };
  const payload = {
    ...{ eventKey: 'repo:refs_changed', date: '2026-11-20T10:20:30+0000', actor: { name: 'ada' } },
    ...{ repository, changes: [change] },
  };
  const delivery = signDelivery({ product: 'server', eventKey: 'repo:refs_changed', payload, secret });
  world.called.length = 0;
  const { status } = await world.deliver(delivery.toRequest('https://app.example.com/webhook'));
  return { status, called: world.called.map(({ searchParams }) => searchParams) };
}

/** Knows the repository without a hook, as a push needs it. */
async function withRow(world: ServerWorld, work: (row: LinkedRepository) => Promise<void>): Promise<void> {
  const { store, record, client, credential } = world;
  const { id } = await client.getRepo(repo);
  const row = await store.repositories.put({
    ...{ integrationId: record.id, organizationId: credential, externalId: String(id), name: repo },
    ...{ url: `${serverUrl}/projects/DEMO/repos/widgets/browse`, status: 'active' },
    config: { projectKey: 'DEMO', repositorySlug: 'widgets', webhookId: '0', webhookSecret: secret },
  });
  try {
    await work(row);
  } finally {
    await store.repositories.remove(row.id);
  }
}

async function readsPush(world: ServerWorld): Promise<void> {
  const { history, sample, received } = world;
  const { links, merge } = sample.commits;
  const idsOf = (event = received.at(-1)) => event?.commits.map(({ id }) => id);
  await withRow(world, async ({ id: rowId, externalId }) => {
    const id = Number(externalId);
    const update = await deliverPush(world, id, { fromHash: links });
    expect([update.status, update.called[0]?.get('since')]).toEqual([200, links]);
    expect(idsOf()).toEqual(history.slice(0, history.indexOf(links)));
    expect(received.at(-1)?.commits[0]).toMatchObject({
      ...{ ref: 'main', resolves: ['DEMO-7'], author: { name: 'Ada Löw', email: 'ada@example.com' } },
    });
    const created = await deliverPush(world, id, { fromHash: zeros });
    expect([created.status, created.called[0]?.has('since')]).toEqual([200, false]);
    expect(idsOf()).toEqual(history.filter((hash) => hash !== merge));
    const count = received.length;
    expect(await deliverPush(world, id, { fromHash: links, slug: '../admin' })).toEqual({
      status: 400,
      called: [],
    });
    expect(received).toHaveLength(count);
    expect(await world.store.repositories.get(rowId)).toMatchObject({ name: repo });
    await followsRename(world, rowId, id);
  });
}

/** The name is stored before the commits are asked for by it, which this server does not know. */
async function followsRename(world: ServerWorld, rowId: string, id: number): Promise<void> {
  const { links } = world.sample.commits;
  const count = world.received.length;
  expect((await deliverPush(world, id, { fromHash: links, slug: 'renamed' })).status).toBe(500);
  expect(world.received).toHaveLength(count);
  expect(await world.store.repositories.get(rowId)).toMatchObject({
    ...{ name: 'DEMO/renamed', url: `${serverUrl}/projects/DEMO/repos/renamed/browse` },
  });
}

export const serverIntegrationRows: Rows<ServerWorld> = working<ServerWorld>({
  'S4-13': listsRepositories,
  'S4-14': knowsItsAccess,
  'S4-15': looksUp,
  'S4-16': makesHook,
  'S4-17': deletesHook,
  'S4-18': readsRelease,
  'S4-21': readsPush,
});
