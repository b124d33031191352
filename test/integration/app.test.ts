import { isAuthError, memoryStore } from 'bitbucket-sdk';
import {
  BitbucketIntegrationProvider,
  type BitbucketStore,
  createBitbucketApp,
} from 'bitbucket-sdk/integration';
import { samples, signDelivery } from 'bitbucket-sdk/testing';
import type { CloudPushPayload } from 'bitbucket-sdk/webhooks';
import { describe, expect, test } from 'vitest';
import { baseUrl, createWorld, deliverPush, install, organizationId, type World } from './app-world.ts';

/** Installs on acme and links acme/api. */
async function linked(world: World) {
  const integration = await install(world);
  const repository = await world.app.linkRepository(integration, 'acme/api');
  const [secret] = integration.record.webhookSecrets;
  return {
    integration,
    repository,
    push: { integrationId: integration.record.id, secret, uuid: repository.externalId },
  };
}

describe('linking a repository', () => {
  test('S2-11 lists what there is to link, all or by search', async () => {
    const world = await createWorld();
    const integration = await install(world);
    const names = (choices: { identifier: string }[]) => choices.map(({ identifier }) => identifier).sort();
    expect(names(await integration.getRepositories())).toEqual(['acme/api', 'acme/web']);
    expect(names(await integration.getRepositories('ap'))).toEqual(['acme/api']);
  });

  test('S2-23 S2-24 makes a signed hook for push and merged pull requests, by UUID, and keeps its id', async () => {
    const world = await createWorld();
    const { integration, repository } = await linked(world);
    expect(repository).toMatchObject({
      name: 'acme/api',
      externalId: expect.stringMatching(/^\{.*\}$/),
      url: 'https://bitbucket.org/acme/api',
      status: 'active',
    });
    const [hook] = await integration.getClient().getHooks('acme/api');
    expect(hook).toMatchObject({
      uuid: repository.config.webhookId,
      url: `${baseUrl}/organizations/${organizationId}/integrations/${integration.record.id}/webhook`,
      events: ['repo:push', 'pullrequest:fulfilled'],
      active: true,
      secret_set: true,
    });
  });

  test('twice gives the same row and one hook', async () => {
    const world = await createWorld();
    const { integration, repository } = await linked(world);
    await expect(world.app.linkRepository(integration, 'acme/api')).resolves.toEqual(repository);
    await expect(integration.getClient().getHooks('acme/api')).resolves.toHaveLength(1);
  });

  test('that cannot be stored takes its hook away again', async () => {
    const store = memoryStore();
    const repositories = { ...store.repositories, put: () => Promise.reject(new Error('disk full')) };
    const world = await createWorld({ store: { ...store, repositories } });
    const integration = await install(world);
    await expect(world.app.linkRepository(integration, 'acme/api')).rejects.toThrow('disk full');
    await expect(integration.getClient().getHooks('acme/api')).resolves.toEqual([]);
  });

  test.each(['acme/../rival', 'acme', 'acme//api', '../api'])(
    '%j is refused, and nothing is called',
    async (repo) => {
      const world = await createWorld();
      const integration = await install(world);
      const before = world.calls.length;
      await expect(world.app.linkRepository(integration, repo)).rejects.toMatchObject({
        code: 'invalid_option',
      });
      expect(world.calls).toHaveLength(before);
    },
  );

  test('of another workspace is not seen', async () => {
    const world = await createWorld();
    const integration = await install(world);
    await expect(world.app.linkRepository(integration, 'rival/site')).rejects.toMatchObject({ status: 404 });
    await expect(integration.hasRepoAccess('rival/site')).resolves.toBe(false);
    await expect(integration.hasRepoAccess('acme/api')).resolves.toBe(true);
  });

  test('S2-25 unlinking deletes the hook, and one that is gone already is fine', async () => {
    const world = await createWorld();
    const { integration, repository } = await linked(world);
    await integration.getClient().deleteHook('acme/api', repository.config.webhookId);
    await world.app.unlinkRepository(integration, repository);
    expect(await world.store.repositories.list(integration.record.id)).toEqual([]);

    const again = await world.app.linkRepository(integration, 'acme/api');
    world.bitbucket = async () => new Response(null, { status: 403 });
    await expect(world.app.unlinkRepository(integration, again)).rejects.toMatchObject({ status: 403 });
    expect(await world.store.repositories.list(integration.record.id)).toHaveLength(1);
  });
});

describe('a push', () => {
  test('S1-06 gives commits with author, message, UTC time and the issues they resolve', async () => {
    const world = await createWorld();
    const { push } = await linked(world);
    expect((await deliverPush(world, push)).status).toBe(200);
    expect(world.received).toHaveLength(1);
    const [commit] = world.received[0]?.commits ?? [];
    expect(commit).toMatchObject({
      message: expect.stringContaining('Turn the widgets'),
      author: { name: expect.any(String), email: expect.stringContaining('@') },
      timestamp: expect.stringMatching(/Z$/),
      resolves: ['WIDGETS-12'],
    });
  });

  test('S1-05 follows a rename, once its signature held', async () => {
    const world = await createWorld();
    const { push, repository } = await linked(world);
    const renamed = { ...push, fullName: 'acme/new-name' };
    expect((await deliverPush(world, { ...renamed, secret: 'wrong' })).status).toBe(401);
    expect(await world.store.repositories.get(repository.id)).toMatchObject({ name: 'acme/api' });
    expect((await deliverPush(world, renamed)).status).toBe(200);
    expect(await world.store.repositories.get(repository.id)).toMatchObject({
      name: 'acme/new-name',
      url: 'https://bitbucket.org/acme/new-name',
      config: { name: 'acme/new-name', webhookId: repository.config.webhookId },
    });
  });

  test('S1-05 to a repository that nobody linked, or that another installation linked, is 404 and reaches nobody', async () => {
    const world = await createWorld();
    const { push } = await linked(world);
    const rival = await install(world, 'rival', 'org-2');
    const site = await world.app.linkRepository(rival, 'rival/site');
    expect(
      (await deliverPush(world, { ...push, uuid: '{11111111-1111-4111-8111-111111111111}' })).status,
    ).toBe(404);
    expect((await deliverPush(world, { ...push, uuid: site.externalId })).status).toBe(404);
    expect(world.received).toEqual([]);
  });

  test('S1-01 to an unknown integration, or under another organization, is 404 whatever its signature', async () => {
    const world = await createWorld();
    const { push } = await linked(world);
    const answers = await Promise.all([
      deliverPush(world, { ...push, integrationId: 'none' }),
      deliverPush(world, { ...push, organizationId: 'org-2' }),
      deliverPush(world, { ...push, organizationId: 'org-2', secret: 'wrong' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    expect(world.received).toEqual([]);
  });

  test('S1-04 without a signature, with another method or a wrong digest is 401', async () => {
    const world = await createWorld();
    const { push } = await linked(world);
    expect((await deliverPush(world, { ...push, secret: undefined })).status).toBe(401);
    expect((await deliverPush(world, { ...push, secret: 'wrong' })).status).toBe(401);
    expect(world.received).toEqual([]);
  });

  test('S1-06 of a deleted branch gives no commits; skip markers and authors without a usable e-mail are honoured', async () => {
    const world = await createWorld();
    const { push } = await linked(world);
    await deliverPush(world, {
      ...push,
      change: ({ push: { changes } }) => {
        for (const change of changes)
          Object.assign(change, { old: change.new, new: null, commits: undefined, closed: true });
      },
    });
    expect(world.received.at(-1)?.commits).toEqual([]);

    const raws = ['Ann <ann@example.com>', 'No Mail', `Long <${'x'.repeat(70)}@x.com>`, 'Empty <>'];
    await deliverPush(world, {
      ...push,
      change: ({ push: { changes } }) => {
        const [change] = changes;
        const [commit] = change?.commits ?? [];
        if (change === undefined || commit === undefined) return;
        change.commits = raws.map((raw, index) => ({
          ...commit,
          hash: `${index}`.repeat(40),
          author: { raw },
        }));
        change.commits.push({ ...commit, hash: '9'.repeat(40), message: 'quiet #skipsentry' });
        change.commits.push({ ...commit, hash: '0'.repeat(40), message: 'the first one again' });
      },
    });
    const { commits = [] } = world.received.at(-1) ?? {};
    expect(commits.map(({ author }) => author?.email)).toEqual([
      'ann@example.com',
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('that lists only its newest is completed from the API', async () => {
    const world = await createWorld({ commits: { fileChanges: true } });
    const { push } = await linked(world);
    const { commits } = world.sample;
    await deliverPush(world, {
      ...push,
      change: ({ push: { changes } }) => {
        const [change] = changes;
        if (change?.old == null || change.new === null) return;
        change.truncated = true;
        change.old.target.hash = commits.first;
        change.new.target.hash = commits.links;
      },
    });
    const received = world.received[0]?.commits ?? [];
    expect(received.map(({ id }) => id)).toEqual([
      commits.links,
      commits.empty,
      commits.merge,
      commits.feature,
      commits.rename,
    ]);
    expect(received.at(-1)?.patchSet).toContainEqual({ path: 'src/main.js', type: 'A' });
  });

  test('is 500 when the API cannot complete it, so that Bitbucket sends it again', async () => {
    const world = await createWorld();
    const { push } = await linked(world);
    world.bitbucket = async () => {
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
      });
    };
    const truncate = ({ push: { changes } }: CloudPushPayload) => {
      for (const change of changes) change.truncated = true;
    };
    expect((await deliverPush(world, { ...push, change: truncate })).status).toBe(500);
    expect(world.received).toEqual([]);
  });

  test('is 503 while the store fails, and works when it is back', async () => {
    const store = memoryStore();
    let broken = false;
    const guard = <T extends object>(part: T): T =>
      new Proxy(part, {
        get: (target, name) =>
          broken ? () => Promise.reject(new Error('store down')) : Reflect.get(target, name),
      });
    const guarded: BitbucketStore = {
      installations: guard(store.installations),
      integrations: guard(store.integrations),
      repositories: guard(store.repositories),
      inbox: guard(store.inbox),
      states: guard(store.states),
      tokens: guard(store.tokens),
    };
    const world = await createWorld({ store: guarded });
    const { push } = await linked(world);
    broken = true;
    expect((await deliverPush(world, push)).status).toBe(503);
    broken = false;
    expect(world.received).toEqual([]);
    expect((await deliverPush(world, push)).status).toBe(200);
    expect(world.received).toHaveLength(1);
  });
});

describe('a merged pull request', () => {
  test('S1-07 reaches onPullRequest, typed', async () => {
    const titles: string[] = [];
    const world = await createWorld({
      onPullRequest: ({ payload }) => void titles.push(payload.pullrequest.title),
    });
    const { push } = await linked(world);
    const payload = samples.cloud['pullrequest:fulfilled']();
    payload.repository.uuid = push.uuid;
    const eventKey = 'pullrequest:fulfilled';
    const delivery = signDelivery({ product: 'cloud', eventKey, payload, secret: push.secret });
    const path = `/organizations/${organizationId}/integrations/${push.integrationId}/webhook`;
    expect((await world.app.fetch(delivery.toRequest(baseUrl + path))).status).toBe(200);
    expect(titles).toEqual([payload.pullrequest.title]);
  });

  test('S1-02 and any event that nobody handles are 204', async () => {
    const world = await createWorld();
    const { push } = await linked(world);
    const path = `/organizations/${organizationId}/integrations/${push.integrationId}/webhook`;
    for (const eventKey of ['pullrequest:fulfilled', 'something:new']) {
      const payload = samples.cloud['pullrequest:fulfilled']();
      const delivery = signDelivery({ product: 'cloud', eventKey, payload, secret: push.secret });
      expect((await world.app.fetch(delivery.toRequest(baseUrl + path))).status).toBe(204);
    }
  });
});

describe('uninstalling and installing again', () => {
  test('S1-09 disables the integration and its repositories, and deletes nothing', async () => {
    const world = await createWorld();
    const { integration, repository, push } = await linked(world);
    await world.emulator.uninstall(integration.record.externalId);
    expect(await world.store.integrations.get(integration.record.id)).toMatchObject({ status: 'disabled' });
    expect(await world.store.repositories.get(repository.id)).toMatchObject({ status: 'disabled' });
    expect((await deliverPush(world, push)).status).toBe(404);
    const call = integration.getRepositories();
    await expect(call).rejects.toMatchObject({ code: 'reauthorization_required' });
    await expect(call).rejects.toSatisfy(isAuthError);
  });

  test('S2-22 a re-install enables them again, and signs the hooks with a new secret', async () => {
    const world = await createWorld();
    const { integration, repository, push } = await linked(world);
    await world.emulator.uninstall(integration.record.externalId);
    await world.emulator.install({
      descriptorUrl: `${baseUrl}/descriptor`,
      workspace: 'acme',
      rotateSecret: true,
    });
    await world.app.close();
    const record = await world.store.integrations.get(integration.record.id);
    expect(record).toMatchObject({ status: 'active' });
    expect(record?.webhookSecrets).toHaveLength(1);
    expect(record?.webhookSecrets).not.toEqual(integration.record.webhookSecrets);
    expect(await world.store.repositories.get(repository.id)).toMatchObject({ status: 'active' });
    expect(push.secret).not.toBe(record?.webhookSecrets[0]);
  });

  test('one installation may serve several organizations, each with an integration of its own', async () => {
    const world = await createWorld();
    const { integration } = await linked(world);
    const other = await install(world, 'acme', 'org-2');
    expect(other.record.id).not.toBe(integration.record.id);
    expect(other.record.externalId).toBe(integration.record.externalId);
    expect(other.record.webhookSecrets).not.toEqual(integration.record.webhookSecrets);
    await expect(world.app.getIntegration('org-2', integration.record.id)).resolves.toBeUndefined();
  });

  test('one organization may have several, which are listed while they are active', async () => {
    const world = await createWorld();
    const [first, second] = [await install(world), await install(world, 'rival')];
    await install(world, 'acme', 'org-2');
    const ids = async () => (await world.app.getIntegrations(organizationId)).map(({ record }) => record.id);
    expect(await ids()).toEqual([first.record.id, second.record.id]);
    await world.emulator.uninstall(first.record.externalId);
    expect(await ids()).toEqual([second.record.id]);
    expect(await world.app.getIntegrations('org-3')).toEqual([]);
  });
});

describe('a release', () => {
  test('S2-26 has the commits after the one before, with authors, times and patch sets', async () => {
    const world = await createWorld();
    const { integration, repository } = await linked(world);
    const { first, rename } = world.sample.commits;
    const comparison = await world.app.repositoryProvider.compareCommits(integration, repository, {
      start: first,
      end: rename,
    });
    expect(comparison).toEqual({
      truncated: false,
      startFound: true,
      commits: [
        {
          id: rename,
          repository: 'acme/api',
          author: { name: 'Ada Löw', email: 'ada@example.com' },
          message: 'Rename\n',
          timestamp: '2018-07-02T18:02:56.000Z',
          patchSet: expect.arrayContaining([
            { path: 'src/app.js', type: 'D' },
            { path: 'src/main.js', type: 'A' },
          ]),
        },
      ],
    });
  });
});

describe('the mounted app', () => {
  test('answers 404 to what it does not know, and to paths outside its mount', async () => {
    const { app } = await createWorld();
    for (const path of [
      '/bitbucket/none',
      '/bitbucket',
      '/descriptor',
      '/bitbucketdescriptor',
      '/bitbucket/organizations/%zz/integrations/1/webhook',
    ]) {
      expect((await app.fetch(new Request(`https://app.example.com${path}`))).status).toBe(404);
    }
    expect((await app.fetch(new Request(`${baseUrl}/descriptor`))).status).toBe(200);
  });

  test.each<[string, object]>([
    ['baseUrl', { baseUrl: 'http://app.example.com' }],
    ['store', { store: {} }],
    ['onCommit', { onCommit: () => {} }],
    ['name', { name: '' }],
  ])('a wrong %s is named when it is made', (option, wrong) => {
    const options = { baseUrl, name: 'Example', description: 'An example', store: memoryStore(), ...wrong };
    expect(() => createBitbucketApp(options)).toThrow(
      expect.objectContaining({ code: 'invalid_option', option }),
    );
  });
});

describe('the provider', () => {
  test('S2-19 says what it is', () => {
    const provider = new BitbucketIntegrationProvider();
    expect(provider.key).toBe('bitbucket');
    expect(provider.name).toBe('Bitbucket');
    expect(provider.metadata.features.map(({ name }) => name)).toEqual([
      'commits',
      'issue-basic',
      'stacktrace-link',
    ]);
    expect(provider.scopes).toEqual(['issue:write', 'pullrequest', 'webhook', 'repository']);
  });
});
