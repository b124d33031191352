import { memoryStore } from 'bitbucket-sdk';
import type { IntegrationStore } from 'bitbucket-sdk/integration';
import { expect, test } from 'vitest';
import { install, organizationId } from './app-world.ts';
import { createCloudWorld, makeBranch } from './cloud-emulated-world.ts';
import { baseUrl } from './cloud-setup-world.ts';

/** A workspace that is moved off Connect after an install or an uninstall has read its rows, and before it writes them. */
async function movingWorld(read: 'findByAccount' | 'findByExternalId') {
  const store = memoryStore();
  const held: { meanwhile: (() => Promise<unknown>) | undefined } = { meanwhile: undefined };
  const find: IntegrationStore[typeof read] = async (provider, name) => {
    const rows = await store.integrations[read](provider, name);
    const { meanwhile } = held;
    held.meanwhile = undefined;
    await meanwhile?.();
    return rows;
  };
  const world = await createCloudWorld(
    {},
    { store: { ...store, integrations: { ...store.integrations, [read]: find } } },
  );
  const before = await install(world);
  const linked = await world.app.linkRepository(before, 'acme/api');
  held.meanwhile = () =>
    world.app.connectWorkspace({
      ...{ organizationId, target: 'acme', credential: { type: 'accessToken', token: 'of-workspace' } },
    });
  return { world, before, linked };
}

test.each(['an uninstall', 'a re-install'] as const)(
  'a workspace that is moved off Connect while %s is at work is moved, and hears of pushes',
  async (which) => {
    const descriptorUrl = `${baseUrl}/descriptor`;
    const isUninstall = which === 'an uninstall';
    const { world, before, linked } = await movingWorld(isUninstall ? 'findByExternalId' : 'findByAccount');
    if (isUninstall) await world.emulator.uninstall(before.record.externalId);
    else await world.emulator.install({ descriptorUrl, workspace: 'acme', rotateSecret: true });
    const row = () => world.store.integrations.get(before.record.id);
    await expect.poll(async () => (await row())?.webhookSecrets).not.toEqual(before.record.webhookSecrets);
    await expect.poll(async () => (await row())?.webhookSecrets.length).toBe(1);
    expect(await row()).toMatchObject({
      ...{ status: 'active', externalId: before.record.metadata.uuid },
      credentials: { type: 'accessToken' },
    });
    expect(await world.store.repositories.get(linked.id)).toMatchObject({ status: 'active' });
    await makeBranch(world, 'acme/api', 'topic');
    expect(world.received).toHaveLength(1);
  },
);
