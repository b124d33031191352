import { memoryStore } from 'bitbucket-sdk';
import { type BitbucketAppOptions, type BitbucketStore, createBitbucketApp } from 'bitbucket-sdk/integration';
import { connectRequest, sampleInstalledBody, samples, signDelivery } from 'bitbucket-sdk/testing';
import { describe, expect, test } from 'vitest';
import { baseUrl, createWorld, deliverPush, install, organizationId, type World } from './app-world.ts';

/** Installs on acme and links both of its repositories. */
async function linkedWorld(options: Parameters<typeof createWorld>[0] = {}) {
  const world = await createWorld(options);
  const integration = await install(world);
  const api = await world.app.linkRepository(integration, 'acme/api');
  const web = await world.app.linkRepository(integration, 'acme/web');
  return { world, integration, api, web };
}

const installAgain = ({ emulator }: World) =>
  emulator.install({ descriptorUrl: `${baseUrl}/descriptor`, workspace: 'acme', rotateSecret: true });

const rowOf = ({ store }: World, id: string) => store.integrations.get(id);

describe('a re-install', () => {
  test('that cannot be stored leaves the integration as it was', async () => {
    const store = memoryStore();
    let broken = false;
    const installations: BitbucketStore['installations'] = {
      ...store.installations,
      save: (changes) =>
        broken ? Promise.reject(new Error('disk full')) : store.installations.save(changes),
    };
    const { world, integration } = await linkedWorld({ store: { ...store, installations } });
    const before = await rowOf(world, integration.record.id);
    broken = true;
    await expect(installAgain(world)).rejects.toThrow();
    expect(await rowOf(world, integration.record.id)).toEqual(before);
    await expect(integration.getRepositories()).resolves.toHaveLength(2);
  });

  test('goes on with the other repositories when the hooks of one fail', async () => {
    const { world, integration, api, web } = await linkedWorld();
    await world.emulator.uninstall(integration.record.externalId);
    const hooksOfApi = `/repositories/${encodeURIComponent(integration.record.metadata.uuid)}/${encodeURIComponent(api.externalId)}/hooks`;
    world.bitbucket = async (request) =>
      request.url.includes(hooksOfApi) ? new Response(null, { status: 502 }) : world.emulator.fetch(request);
    await installAgain(world);
    await world.app.close();
    expect(await world.store.repositories.get(web.id)).toMatchObject({ status: 'active' });
    expect(await world.store.repositories.get(api.id)).toMatchObject({ status: 'disabled' });
    // Some hooks may still sign with the secret of before.
    expect((await rowOf(world, integration.record.id))?.webhookSecrets).toHaveLength(2);
  });

  test('again and again without success keeps few secrets', async () => {
    const { world, integration } = await linkedWorld();
    world.bitbucket = async (request) =>
      request.url.includes('/hooks') && request.method !== 'GET'
        ? new Response(null, { status: 502 })
        : world.emulator.fetch(request);
    for (let attempt = 0; attempt < 5; attempt += 1) await installAgain(world);
    await world.app.close();
    expect((await rowOf(world, integration.record.id))?.webhookSecrets.length).toBeLessThanOrEqual(3);
  });

  test('that overtakes a slower one keeps the secret that its hooks sign with', async () => {
    const { world, integration } = await linkedWorld();
    const slow = Promise.withResolvers<void>();
    let held = false;
    world.bitbucket = async (request) => {
      if (!held && request.method === 'PUT') {
        held = true;
        await slow.promise;
      }
      return world.emulator.fetch(request);
    };
    await installAgain(world);
    while (!held) await new Promise((resolve) => setTimeout(resolve, 5));
    await installAgain(world);
    const newest = async () => (await rowOf(world, integration.record.id))?.webhookSecrets[0];
    const second = await newest();
    slow.resolve();
    await world.app.close();
    expect(await newest()).toBe(second);
  });
});

describe('a store that fails beneath a genuine push', () => {
  test.each(['repositories', 'integrations'] as const)('%s alone make it a 503', async (part) => {
    const store = memoryStore();
    let broken = false;
    const failing = new Proxy(store[part], {
      get: (target, name) =>
        broken ? () => Promise.reject(new Error('store down')) : Reflect.get(target, name),
    });
    const { world, integration, api } = await linkedWorld({ store: { ...store, [part]: failing } });
    const [secret] = integration.record.webhookSecrets;
    broken = true;
    const answer = await deliverPush(world, {
      integrationId: integration.record.id,
      secret,
      uuid: api.externalId,
    });
    expect(answer.status).toBe(503);
    expect(world.received).toEqual([]);
  });
});

describe('the Cloud webhook address of a Server integration', () => {
  test('is unknown, whatever its secret', async () => {
    const { world, integration } = await linkedWorld();
    const { id: _, ...row } = integration.record;
    const server = await world.store.integrations.put({
      ...row,
      provider: 'bitbucket_server',
      externalId: 'x:y',
    });
    const payload = samples.cloud['repo:push']();
    const [secret] = server.webhookSecrets;
    const delivery = signDelivery({ product: 'cloud', eventKey: 'repo:push', payload, secret });
    const path = `/organizations/${organizationId}/integrations/${server.id}/webhook`;
    expect((await world.app.fetch(delivery.toRequest(baseUrl + path))).status).toBe(404);
  });
});

describe('many who claim to install', () => {
  test('never make more than a few calls to Bitbucket at once', async () => {
    let running = 0;
    let most = 0;
    const app = createBitbucketApp({
      ...{ baseUrl, key: 'example', name: 'Example', description: 'An example', store: memoryStore() },
      client: {
        fetch: async () => {
          running += 1;
          most = Math.max(most, running);
          await new Promise((resolve) => setTimeout(resolve, 2));
          running -= 1;
          return new Response(null, { status: 401 });
        },
      },
    });
    const statuses = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const body = sampleInstalledBody({ key: 'example', clientKey: `connection:${index}` });
        return (await app.fetch(await connectRequest({ kind: 'installed', baseUrl, body }))).status;
      }),
    );
    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(most).toBeLessThanOrEqual(8);
  });
});

describe('options of the app that cannot work', () => {
  test.each<[string, object]>([
    ['onCommits', { onCommits: 'x' }],
    ['onEvent', { onEvent: 5 }],
    ['afterSetup', { afterSetup: 5 }],
    ['issueTracker', { issueTracker: 1 }],
    ['hookEvents', { hookEvents: 'repo:push' }],
    ['hookEvents', { hookEvents: ['bogus'] }],
    ['nope', { commits: { nope: 1 } }],
    ['commits.maxCommits', { commits: { maxCommits: -1 } }],
    ['client.fetch', { client: { fetch: 3 } }],
    ['nope', { client: { nope: 3 } }],
    ['siteUrl', { siteUrl: 'nonsense' }],
  ])('%s is named when it is made: %j', (option, wrong) => {
    const options = { baseUrl, name: 'Example', description: 'An example', store: memoryStore(), ...wrong };
    expect(() => createBitbucketApp(options as BitbucketAppOptions)).toThrow(
      expect.objectContaining({ code: 'invalid_option', option }),
    );
  });
});
