import { describe, expect, test } from 'vitest';
import { baseUrl, createWorld, install, organizationId } from './app-world.ts';

async function linked() {
  const world = await createWorld();
  const integration = await install(world);
  const repository = await world.app.linkRepository(integration, 'acme/api');
  const client = integration.getClient();
  const foreign = await client.createHook('acme/api', {
    url: 'https://ci.example.org/',
    events: ['repo:fork'],
    active: false,
    description: 'Theirs',
  });
  const ours = () =>
    client.getHooks('acme/api').then((hooks) => hooks.filter(({ uuid }) => uuid !== foreign.uuid));
  const putRight = async () => {
    world.calls.length = 0;
    await world.app.repositoryProvider.reinstall(integration);
    return world.store.repositories.get(repository.id);
  };
  const url = `${baseUrl}/organizations/${organizationId}/integrations/${integration.record.id}/webhook`;
  return { world, client, repository, foreign, ours, putRight, url };
}

describe('putting the hooks of linked repositories right', () => {
  test('keeps the hook that stands, and its id in the row', async () => {
    const { repository, ours, putRight, url } = await linked();
    expect(await putRight()).toMatchObject({ status: 'active', config: repository.config });
    expect(await ours()).toMatchObject([{ uuid: repository.config.webhookId, url, active: true }]);
  });

  test('sets one that was switched off to work again, and keeps events that were added by hand', async () => {
    const { client, repository, ours, putRight, url } = await linked();
    const { webhookId } = repository.config;
    await client.updateHook('acme/api', webhookId, { url, active: false, events: ['repo:fork'] });
    await putRight();
    expect(await ours()).toMatchObject([
      { uuid: webhookId, active: true, events: ['repo:push', 'pullrequest:fulfilled', 'repo:fork'] },
    ]);
  });

  test('moves one from the address that the app had before', async () => {
    const { client, repository, ours, putRight, url } = await linked();
    const { webhookId } = repository.config;
    await client.updateHook('acme/api', webhookId, {
      url: 'https://former.example.com/',
      events: ['repo:push'],
    });
    await putRight();
    expect(await ours()).toMatchObject([{ uuid: webhookId, url }]);
  });

  test('makes one that is gone anew, and stores its id', async () => {
    const { client, repository, ours, putRight, url } = await linked();
    await client.deleteHook('acme/api', repository.config.webhookId);
    const row = await putRight();
    const [hook, ...further] = await ours();
    expect(hook).toMatchObject({ url, active: true, secret_set: true });
    expect(further).toEqual([]);
    expect(row?.config.webhookId).toBe(hook?.uuid);
    expect(row?.config.webhookId).not.toBe(repository.config.webhookId);
  });

  test('removes a second one of the same address, and stores the id of the one that stays', async () => {
    const { client, repository, ours, putRight, url } = await linked();
    await client.updateHook('acme/api', repository.config.webhookId, {
      url,
      active: false,
      events: ['repo:push'],
    });
    const second = await client.createHook('acme/api', { url, events: ['repo:push'] });
    const row = await putRight();
    expect(await ours()).toMatchObject([{ uuid: second.uuid, active: true, secret_set: true }]);
    expect(row?.config.webhookId).toBe(second.uuid);
  });

  test('touches nobody else’s', async () => {
    const { client, foreign, putRight } = await linked();
    await putRight();
    const hooks = await client.getHooks('acme/api');
    expect(hooks.find(({ uuid }) => uuid === foreign.uuid)).toEqual(foreign);
  });
});
