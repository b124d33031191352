/** The rows of linked repositories on Cloud: their hooks, their releases, and pushes that are completed from the API. */
import type { LinkedRepository } from 'bitbucket-sdk/integration';
import { samples, signDelivery } from 'bitbucket-sdk/testing';
import { expect } from 'vitest';
import { baseUrl, repo } from '../cloud-ground.ts';
import type { CloudWorld } from '../cloud-world.ts';
import { type Rows, working } from './row.ts';

const hookEvents = ['repo:push', 'pullrequest:fulfilled'];

const webhookUrl = ({ credential, record }: CloudWorld): string =>
  `${baseUrl}/organizations/${credential}/integrations/${record.id}/webhook`;

/** Hooks that deliver to this integration. */
const ownHooks = async (world: CloudWorld) => {
  const hooks = await world.client.getHooks(repo);
  return hooks.filter(({ url }) => url === webhookUrl(world));
};

/** Links the repository for the time of the work. */
async function withLinked(
  world: CloudWorld,
  work: (linked: LinkedRepository) => Promise<void>,
): Promise<void> {
  const { app, integration, store } = world;
  const linked = await app.linkRepository(integration, repo);
  try {
    await work(linked);
  } finally {
    await app.unlinkRepository(integration, (await store.repositories.get(linked.id)) ?? linked);
  }
}

/** The app was away: the row is disabled, the hook too, and it signs with a secret of before. */
async function comesBack(world: CloudWorld): Promise<void> {
  const { app, integration, client, store } = world;
  await withLinked(world, async ({ id, config: { webhookId } }) => {
    await store.repositories.update(id, { status: 'disabled' });
    await client.updateHook(repo, webhookId, {
      url: webhookUrl(world),
      active: false,
      events: ['repo:push'],
    });
    await app.provider.reinstall(integration, { repositoryProvider: app.repositoryProvider });
    expect(await store.repositories.get(id)).toMatchObject({ status: 'active', config: { webhookId } });
    expect(await ownHooks(world)).toMatchObject([{ uuid: webhookId, active: true, events: hookEvents }]);
    // Gone altogether, it is made anew.
    await client.deleteHook(repo, webhookId);
    await app.provider.reinstall(integration, { repositoryProvider: app.repositoryProvider });
    const [hook] = await ownHooks(world);
    expect(await store.repositories.get(id)).toMatchObject({ config: { webhookId: hook?.uuid } });
  });
}

async function looksUp({ app, integration, owner }: CloudWorld): Promise<void> {
  const { uuid } = await owner.getRepo(repo);
  expect(await app.repositoryProvider.getRepositoryData(integration, repo)).toMatchObject({
    ...{ identifier: repo, externalId: uuid, name: repo },
    url: `https://bitbucket.org/${repo}`,
  });
}

async function makesHook(world: CloudWorld): Promise<void> {
  const { app, integration, credential, record } = world;
  const { repositoryProvider } = app;
  const data = await repositoryProvider.getRepositoryData(integration, repo);
  const row = await repositoryProvider.buildRepositoryConfig(integration, data);
  expect(row).toMatchObject({
    ...{ integrationId: record.id, organizationId: credential, externalId: data.externalId, name: repo },
    ...{ status: 'active', config: { name: repo } },
  });
  expect(await ownHooks(world)).toMatchObject([
    { uuid: row.config.webhookId, active: true, events: hookEvents, secret_set: true },
  ]);
  await repositoryProvider.onDeleteRepository(integration, row);
}

async function deletesHook(world: CloudWorld): Promise<void> {
  const { app, integration } = world;
  const { repositoryProvider } = app;
  const data = await repositoryProvider.getRepositoryData(integration, repo);
  const row = await repositoryProvider.buildRepositoryConfig(integration, data);
  expect(await ownHooks(world)).toHaveLength(1);
  await repositoryProvider.onDeleteRepository(integration, row);
  expect(await ownHooks(world)).toEqual([]);
  await repositoryProvider.onDeleteRepository(integration, row);
}

async function readsRelease(world: CloudWorld): Promise<void> {
  const { app, integration, history, sample } = world;
  await withLinked(world, async (linked) => {
    const { commits, startFound } = await app.repositoryProvider.compareCommits(integration, linked, {
      ...{ start: sample.commits.links, end: 'main' },
    });
    expect(startFound).toBe(true);
    expect(commits.map(({ id }) => id)).toEqual(history.slice(0, history.indexOf(sample.commits.links)));
    expect(commits[0]).toMatchObject({
      repository: repo,
      author: { name: 'Ada Löw', email: 'ada@example.com' },
      message: expect.stringContaining('Name owners'),
      timestamp: expect.stringMatching(/^2018-07-02T18:\d\d:56\.000Z$/),
      patchSet: [{ path: '.bitbucket/CODEOWNERS', type: 'A' }],
    });
  });
}

interface PushInput {
  readonly uuid: string;
  readonly fullName?: string;
}

/** Delivers a push from `first` to the head of which Bitbucket lists the newest commit only. */
function deliverPush(world: CloudWorld, { uuid, fullName = repo }: PushInput): Promise<Response> {
  const { history, sample, record } = world;
  const payload = samples.cloud['repo:push']();
  const [change] = payload.push.changes;
  const [commit] = change?.commits ?? [];
  if (!change?.old || !change.new || !commit) throw new Error('the sample has no commit');
  Object.assign(change.old.target, { hash: sample.commits.first });
  Object.assign(change.new.target, { hash: history[0] });
  Object.assign(commit, { hash: history[0] });
  payload.push.changes = [{ ...change, truncated: true, commits: [commit] }];
  Object.assign(payload.repository, { uuid, full_name: fullName });
  const [secret] = record.webhookSecrets;
  const delivery = signDelivery({ product: 'cloud', eventKey: 'repo:push', payload, secret });
  return world.deliver(delivery.toRequest(webhookUrl(world)));
}

/** Knows the repository without a hook, as a push needs it. */
async function withRow(world: CloudWorld, work: (row: LinkedRepository) => Promise<void>): Promise<void> {
  const { store, record, owner, credential } = world;
  const { uuid } = await owner.getRepo(repo);
  const row = await store.repositories.put({
    ...{ integrationId: record.id, organizationId: credential, externalId: uuid, name: repo },
    ...{
      url: `https://bitbucket.org/${repo}`,
      status: 'active',
      config: { name: repo, webhookId: '{none}' },
    },
  });
  try {
    await work(row);
  } finally {
    await store.repositories.remove(row.id);
  }
}

const receivedBy = ({ received, record }: CloudWorld) =>
  received.filter(({ integration }) => integration.id === record.id);

async function followsRename(world: CloudWorld): Promise<void> {
  const before = receivedBy(world).length;
  await withRow(world, async ({ id, externalId: uuid }) => {
    const stranger = '{00000000-0000-4000-8000-000000000000}';
    expect((await deliverPush(world, { uuid: stranger })).status).toBe(404);
    expect((await deliverPush(world, { uuid, fullName: 'demo/renamed' })).status).toBe(200);
    expect(await world.store.repositories.get(id)).toMatchObject({
      ...{ name: 'demo/renamed', url: 'https://bitbucket.org/demo/renamed' },
      config: { name: 'demo/renamed' },
    });
    // By UUID the commits are read under whatever name.
    const events = receivedBy(world).slice(before);
    expect(events).toHaveLength(1);
    expect(events[0]?.commits).toHaveLength(world.history.length - 1);
  });
}

async function completesPush(world: CloudWorld): Promise<void> {
  const before = receivedBy(world).length;
  await withRow(world, async ({ externalId: uuid }) => {
    expect((await deliverPush(world, { uuid })).status).toBe(200);
    const [event, ...more] = receivedBy(world).slice(before);
    expect(more).toEqual([]);
    const { history, sample } = world;
    expect(event?.commits.map(({ id }) => id)).toEqual(
      history.filter((hash) => hash !== sample.commits.first),
    );
    expect(event?.commits[0]).toMatchObject({
      author: { name: 'Ada Löw', email: 'ada@example.com' },
      ...{ ref: 'main', resolves: ['DEMO-7'], message: expect.stringContaining('Name owners') },
    });
  });
}

export const cloudRepositoryRows: Rows<CloudWorld> = working<CloudWorld>({
  'S1-05': followsRename,
  'S1-06': completesPush,
  'S2-22': comesBack,
  'S2-23': looksUp,
  'S2-24': makesHook,
  'S2-25': deletesHook,
  'S2-26': readsRelease,
});
