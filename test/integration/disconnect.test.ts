import { memoryStore } from 'bitbucket-sdk';
import type { BitbucketAppOptions, BitbucketIntegration } from 'bitbucket-sdk/integration';
import { connectRequest } from 'bitbucket-sdk/testing';
import { describe, expect, test } from 'vitest';
import { createLog } from '../webhooks/receiver-kit.ts';
import { deliverPush, install, organizationId, session, type World } from './app-world.ts';
import {
  createCloudWorld,
  grant,
  integrationOf,
  makeBranch,
  names,
  untilSecured,
} from './cloud-emulated-world.ts';
import { baseUrl } from './cloud-setup-world.ts';

const paste = ({ app }: World, token: string, target = 'acme'): Promise<BitbucketIntegration> =>
  app.connectWorkspace({ organizationId, target, credential: { type: 'accessToken', token } });

const waysIn: readonly (readonly [string, (world: World) => Promise<unknown>, object | undefined])[] = [
  ['by OAuth 2.0', (world) => grant(world), { type: 'oauth2' }],
  ['by an access token', (world) => paste(world, 'of-workspace'), { type: 'accessToken' }],
  ['by Connect', (world) => install(world), undefined],
];

/** Connects acme, and links both of its repositories. */
async function linkedWorld(
  connect: (world: World) => Promise<unknown> = (world) => grant(world),
  options: Partial<BitbucketAppOptions> = {},
) {
  const world = await createCloudWorld({}, options);
  await connect(world);
  const integration = await integrationOf(world);
  const api = await world.app.linkRepository(integration, 'acme/api');
  const web = await world.app.linkRepository(integration, 'acme/web');
  const { id: integrationId } = integration.record;
  const row = () => world.store.integrations.get(integrationId);
  const linked = () => world.store.repositories.list(integrationId);
  const disconnect = () => world.app.disconnect({ organizationId, integrationId });
  const hookCalls = () => world.calls.filter((call) => call.startsWith('DELETE'));
  return { world, integration, integrationId, api, web, row, linked, disconnect, hookCalls };
}

describe('an integration that is disconnected', () => {
  test.each(waysIn)(
    '%s has no hooks, no secret and no grant any more; its rows stay',
    async (_, connect, credentials) => {
      const { world, integration, integrationId, api, row, linked, disconnect } = await linkedWorld(connect);
      const tokenKey = integration.record.credentials?.['tokenKey'];
      expect(await disconnect()).toEqual({ record: await row(), hooksLeft: [] });
      expect(await row()).toEqual({ ...integration.record, status: 'disabled', credentials });
      expect((await linked()).map(({ status }) => status)).toEqual(['disabled', 'disabled']);
      if (tokenKey !== undefined) expect(await world.store.tokens.read(tokenKey)).toBeUndefined();

      await makeBranch(world, 'acme/api', 'topic');
      expect(world.emulator.deliveries).toEqual([]);
      const [secret] = integration.record.webhookSecrets;
      expect((await deliverPush(world, { integrationId, uuid: api.externalId, secret })).status).toBe(404);
      expect(await world.app.getIntegration(organizationId, integrationId)).toBeUndefined();
      expect(await world.app.getIntegrations(organizationId)).toEqual([]);
    },
  );

  test.each(waysIn)('%s goes on when it is set up again: same rows, new hooks', async (_, connect) => {
    const { world, integrationId, api, linked, disconnect } = await linkedWorld(connect);
    await disconnect();
    await connect(world);
    await untilSecured(world, integrationId);
    await expect.poll(async () => (await linked()).map(({ status }) => status)).toEqual(['active', 'active']);
    const again = await integrationOf(world);
    expect(again.record.id).toBe(integrationId);
    expect((await world.store.repositories.get(api.id))?.config.webhookId).not.toBe(api.config.webhookId);
    await makeBranch(world, 'acme/api', 'topic');
    expect(world.received).toMatchObject([{ repository: { id: api.id } }]);
    expect(world.emulator.deliveries).toMatchObject([{ outcome: 'delivered' }]);
    expect(await names(again)).toEqual(['acme/api', 'acme/web']);
  });

  test('by Connect goes on when it is set up again for an app that was installed all the while', async () => {
    const { world, integration, api, linked, disconnect } = await linkedWorld((world) => install(world));
    await disconnect();
    const { externalId: clientKey } = integration.record;
    const installation = await world.store.installations.findByClientKey(clientKey);
    const signedBy = { clientKey, sharedSecret: installation?.sharedSecret ?? '' };
    const address = new URL(await world.app.createInstallUrl({ organizationId, session }));
    const back = new URL(address.searchParams.get('redirect_uri') ?? '');
    const query = { state: back.searchParams.get('state') ?? '' };
    const cookie = `session=${session}`;
    await world.app.fetch(await connectRequest({ kind: 'setup', baseUrl, signedBy, query, cookie }));
    await expect.poll(async () => (await linked()).map(({ status }) => status)).toEqual(['active', 'active']);
    await makeBranch(world, 'acme/api', 'topic');
    expect(world.received).toMatchObject([{ repository: { id: api.id } }]);
  });

  test('is none of Connect, and no install brings it back', async () => {
    const { world, row, disconnect } = await linkedWorld();
    await disconnect();
    const before = await row();
    await world.emulator.install({ descriptorUrl: `${baseUrl}/descriptor`, workspace: 'acme' });
    expect(await row()).toEqual(before);
  });

  test('keeps what its credential was for, and calls through what the host still holds are refused', async () => {
    const world = await createCloudWorld();
    const integration = await paste(world, 'of-repository', 'acme/api');
    const { id: integrationId, credentials } = integration.record;
    const disconnected = await world.app.disconnect({ organizationId, integrationId });
    const { token: _, ...rest } = credentials ?? {};
    expect(rest).toHaveProperty('repository');
    expect(disconnected?.record.credentials).toEqual(rest);

    const granted = await linkedWorld();
    await granted.disconnect();
    await expect(granted.integration.getRepositories()).rejects.toMatchObject({
      code: 'reauthorization_required',
    });
  });

  test('again has nothing left to do', async () => {
    const { row, disconnect, hookCalls } = await linkedWorld();
    await disconnect();
    const before = await row();
    const calls = hookCalls().length;
    expect(await disconnect()).toEqual({ record: before, hooksLeft: [] });
    expect(hookCalls()).toHaveLength(calls);
  });

  test('is unknown to another organization, and to the other product', async () => {
    const { world, integrationId, integration, row } = await linkedWorld();
    expect(await world.app.disconnect({ organizationId: 'org-2', integrationId })).toBeUndefined();
    expect(await world.app.disconnect({ organizationId, integrationId: 'nobody' })).toBeUndefined();
    expect(await row()).toEqual(integration.record);
    await world.store.integrations.update(integrationId, { provider: 'bitbucket_server' });
    expect(await world.app.disconnect({ organizationId, integrationId })).toBeUndefined();
    expect(await row()).toMatchObject({ status: 'active' });
  });
});

describe('a Bitbucket that does not let hooks be taken away', () => {
  test.each([
    ['says that they are gone', 404, 0, 2],
    ['does not accept the token', 401, 2, 2],
    ['does not let it', 403, 2, 2],
    ['fails', 503, 2, 2],
  ])('since it %s keeps nobody from disconnecting', async (_, status, left, calls) => {
    const log = createLog();
    const token = (world: World) => paste(world, 'of-workspace');
    const { world, linked, disconnect, hookCalls } = await linkedWorld(token, { logger: log.logger });
    world.bitbucket = async () => Response.json({ error: { message: 'CANARY' } }, { status });
    const disconnected = await disconnect();
    expect(disconnected?.hooksLeft).toHaveLength(left);
    expect(disconnected?.record).toMatchObject({ status: 'disabled', credentials: { type: 'accessToken' } });
    expect((await linked()).map((repository) => repository.status)).toEqual(['disabled', 'disabled']);
    expect(hookCalls()).toHaveLength(calls);
    expect(log.lines.filter(({ level }) => level === 'warn')).toHaveLength(left > 0 ? 1 : 0);
    expect(JSON.stringify(log.lines)).not.toMatch(/CANARY|of-workspace/);
    // What was left is found again.
    world.bitbucket = undefined;
    await paste(world, 'of-workspace');
    await world.app.close();
    await makeBranch(world, 'acme/api', 'topic');
    expect(world.emulator.deliveries).toHaveLength(1);
  });

  test('since the grant is dead is not asked', async () => {
    const { world, integration, disconnect, hookCalls } = await linkedWorld();
    await world.store.tokens.forget(integration.record.credentials?.['tokenKey'] ?? '');
    expect((await disconnect())?.hooksLeft).toHaveLength(2);
    expect(hookCalls()).toEqual([]);
  });

  test('since nobody answers is asked no more than a few times', async () => {
    const { world, integrationId, api, disconnect, hookCalls } = await linkedWorld();
    for (let number = 0; number < 20; number += 1) {
      const { id: _, ...row } = api;
      await world.store.repositories.put({ ...row, integrationId, externalId: `{${number}}` });
    }
    world.bitbucket = () => Promise.reject(new TypeError('fetch failed'));
    expect((await disconnect())?.hooksLeft).toHaveLength(22);
    expect(hookCalls()).toHaveLength(3);
  });
});

describe('a disconnection that does not come to its end', () => {
  test('goes on with what is left', async () => {
    const { world, integrationId, row, linked, disconnect, hookCalls } = await linkedWorld();
    const giveUp = new AbortController();
    world.bitbucket = async (request) => {
      if (request.method === 'DELETE') giveUp.abort();
      return world.emulator.fetch(request);
    };
    const { signal } = giveUp;
    const aborted = world.app.disconnect({ organizationId, integrationId, signal });
    await expect(aborted).rejects.toMatchObject({ code: 'aborted' });
    expect(await row()).toMatchObject({ status: 'disabled', credentials: { type: 'oauth2' } });
    expect((await row())?.credentials).toHaveProperty('tokenKey');
    world.bitbucket = undefined;
    expect(await disconnect()).toMatchObject({ hooksLeft: [] });
    expect((await linked()).map(({ status }) => status)).toEqual(['disabled', 'disabled']);
    expect(hookCalls().length).toBeGreaterThanOrEqual(2);
    await makeBranch(world, 'acme/web', 'topic');
    expect(world.emulator.deliveries).toEqual([]);
  });

  test('since the store fails keeps the key of the grant, for the next call', async () => {
    const store = memoryStore();
    let broken = true;
    const forget = (key: string) =>
      broken ? Promise.reject(new Error('disk full')) : store.tokens.forget(key);
    const options = { store: { ...store, tokens: { ...store.tokens, forget } } };
    const { integration, row, disconnect } = await linkedWorld((world) => grant(world), options);
    await expect(disconnect()).rejects.toThrow('disk full');
    expect(await row()).toEqual({ ...integration.record, status: 'disabled' });
    broken = false;
    await disconnect();
    expect((await row())?.credentials).toEqual({ type: 'oauth2' });
    expect(await store.tokens.read(integration.record.credentials?.['tokenKey'] ?? '')).toBeUndefined();
  });
});
