import { expect, test } from 'vitest';
import { describeWithOpenssl } from '../../server/certificates.ts';
import { write } from '../../testing/support/git-repository.ts';
import { cloneFrom } from '../../testing/support/server-scene.ts';
import { createWorld, integrationOf, organizationId, type World } from './oauth2-world.ts';

async function linkedWorld() {
  const world = await createWorld();
  await world.connect();
  const integration = await integrationOf(world);
  const linked = await world.server.linkRepository(integration, 'DEMO/widgets');
  const { id: integrationId } = integration.record;
  const disconnect = () => world.server.disconnect({ organizationId, integrationId });
  const repository = () => world.store.repositories.get(linked.id);
  return { world, integration, integrationId, linked, repository, disconnect };
}

/** Somebody pushes a commit. */
async function push({ emulator }: World): Promise<void> {
  const plain = await emulator.listen();
  const { folder, git } = await cloneFrom(plain.url, 'ada:secret', 'DEMO/widgets');
  await write(folder, 'src/added.ts', 'export {}\n');
  await git('add', '.');
  await git('commit', '--quiet', '-m', 'Add a file');
  await git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
  await emulator.settled();
}

describeWithOpenssl('an integration with a server that is disconnected', () => {
  test('has no hooks, no secret and no grant any more; its rows stay', async () => {
    const { world, integration, integrationId, repository, disconnect } = await linkedWorld();
    const tokenKey = integration.record.credentials?.['tokenKey'] ?? '';
    expect(await world.store.tokens.read(tokenKey)).toBeDefined();
    const disconnected = await disconnect();
    expect(disconnected).toEqual({
      record: { ...integration.record, status: 'disabled', credentials: { type: 'oauth2' } },
      hooksLeft: [],
    });
    expect(await world.store.integrations.get(integrationId)).toEqual(disconnected?.record);
    expect(await repository()).toMatchObject({ status: 'disabled' });
    expect(await world.store.tokens.read(tokenKey)).toBeUndefined();
    expect(await world.server.getIntegrations(organizationId)).toEqual([]);
    await push(world);
    expect(world.emulator.deliveries).toEqual([]);
    expect(world.received).toEqual([]);
  });

  test('goes on when it is set up again: same rows, a new hook', async () => {
    const { world, integrationId, linked, repository, disconnect } = await linkedWorld();
    await disconnect();
    const record = await world.connect();
    expect(record).toMatchObject({ id: integrationId, status: 'active' });
    await expect.poll(async () => (await repository())?.status).toBe('active');
    expect((await repository())?.config.webhookId).not.toBe(linked.config.webhookId);
    await push(world);
    expect(world.received).toMatchObject([{ repository: { id: linked.id } }]);
  });

  test('is unknown to another organization, and to Cloud', async () => {
    const { world, integration, integrationId } = await linkedWorld();
    expect(await world.server.disconnect({ organizationId: 'org-2', integrationId })).toBeUndefined();
    expect(await world.app.disconnect({ organizationId, integrationId })).toBeUndefined();
    expect(await world.store.integrations.get(integrationId)).toEqual(integration.record);
  });

  test('although its server was switched off, leaves the hook behind and no secret', async () => {
    const { world, integrationId, linked, disconnect } = await linkedWorld();
    await world.emulator.close();
    expect(await disconnect()).toMatchObject({
      record: { id: integrationId, status: 'disabled', credentials: { type: 'oauth2' } },
      hooksLeft: [{ id: linked.id }],
    });
    expect(world.log.lines.filter(({ message }) => message === 'hooks were left behind')).toMatchObject([
      { level: 'warn', fields: { organizationId, integrationId, count: 1, code: 'network' } },
    ]);
  });
});

describeWithOpenssl('a server that is set up again', () => {
  test('has its other hooks put right where one repository is gone', async () => {
    const { world, linked, repository } = await linkedWorld();
    const { id: _, ...row } = linked;
    const gone = { ...row, externalId: '999', name: 'DEMO/gone' };
    // The one that is gone comes first.
    await world.store.repositories.remove(linked.id);
    await world.store.repositories.put(gone);
    const again = await world.store.repositories.put({ ...row, status: 'disabled' });
    await world.connect();
    await expect
      .poll(async () => (await world.store.repositories.get(again.id))?.status, { timeout: 5_000 })
      .toBe('active');
    expect(await repository()).toBeUndefined();
    expect(world.log.lines.filter(({ level }) => level === 'error')).toMatchObject([
      { fields: { step: 'hooks', code: 'not_found' } },
    ]);
  });
});
