import type { BitbucketAppOptions, PluginRepository } from 'bitbucket-sdk/integration';
import { sqliteStore } from 'bitbucket-sdk/sqlite';
import type { BitbucketEmulatorOptions } from 'bitbucket-sdk/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { deliverPush, install, organizationId, type World } from './app-world.ts';
import {
  createCloudWorld,
  email,
  enough,
  grant,
  integrationOf,
  makeBranch,
  names,
  scopes,
  untilSecured,
} from './cloud-emulated-world.ts';
import { baseUrl, callbackUrl, consumer } from './cloud-setup-world.ts';

describe('against the emulator, a set-up without Connect', () => {
  test('by OAuth 2.0 with one workspace lists, links, and hears of a push', async () => {
    const world = await createCloudWorld();
    expect((await grant(world)).html).toContain('is connected');
    const integration = await integrationOf(world);
    expect(await names(integration)).toEqual(['acme/api', 'acme/web']);
    await world.app.linkRepository(integration, 'acme/api');
    await makeBranch(world, 'acme/api', 'topic');
    expect(world.emulator.deliveries).toMatchObject([{ outcome: 'delivered' }]);
    expect(world.received).toHaveLength(1);
    expect(world.emulator.oauth2.exchanges).toMatchObject([
      { grant: 'authorization_code', outcome: 'granted' },
    ]);
    expect(world.calls).not.toContain('GET /2.0/user');
  });

  test('by OAuth 2.0 with several workspaces takes the one that is chosen', async () => {
    const users = [{ username: 'ann', email }];
    const world = await createCloudWorld({ users });
    expect((await grant(world, 'rival')).html).toContain('is connected');
    expect(await names(await integrationOf(world))).toEqual(['rival/site']);
  });

  test('that the person denies is a page, and nothing is kept', async () => {
    const oauth2 = {
      consumers: [{ ...consumer, workspace: 'acme', callbackUrl, scopes }],
      authorize: 'deny',
    } as const;
    const world = await createCloudWorld({ oauth2 });
    expect(await grant(world)).toMatchObject({
      status: 400,
      html: expect.stringContaining('not to allow it'),
    });
    expect(await world.store.integrations.findByOrganization(organizationId)).toEqual([]);
  });

  test('by a consumer that lacks a scope, or was revoked, says whom to tell', async () => {
    const lacking = { consumers: [{ ...consumer, workspace: 'acme', callbackUrl, scopes: enough }] };
    const world = await createCloudWorld({ oauth2: lacking });
    expect(await grant(world)).toMatchObject({
      status: 422,
      html: expect.stringContaining('permissions account'),
    });
    const other = await createCloudWorld({}, { oauth2: { ...consumer, clientSecret: 'another' } });
    expect(await grant(other)).toMatchObject({
      status: 422,
      html: expect.stringContaining('has another secret'),
    });
  });

  test.each([
    ['a workspace token', 'acme', { type: 'accessToken', token: 'of-workspace' }, ['acme/api', 'acme/web']],
    ['a repository token', 'acme/api', { type: 'accessToken', token: 'of-repository' }, ['acme/api']],
    [
      'a project token',
      'acme/projects/ACME',
      { type: 'accessToken', token: 'of-project' },
      ['acme/api', 'acme/web'],
    ],
    ['an API token', 'acme', { type: 'apiToken', email, token: 'of-ann' }, ['acme/api', 'acme/web']],
    [
      'an API token for one repository',
      'acme/api',
      { type: 'apiToken', email, token: 'of-ann' },
      ['acme/api'],
    ],
  ] as const)('by %s lists, links, hears of a push, and lets go', async (_, target, credential, listed) => {
    const world = await createCloudWorld();
    const integration = await world.app.connectWorkspace({ organizationId, target, credential });
    expect(await names(integration)).toEqual(listed);
    const linked = await world.app.linkRepository(integration, 'acme/api');
    await makeBranch(world, 'acme/api', 'topic');
    expect(world.received).toMatchObject([{ repository: { id: linked.id } }]);
    await world.app.unlinkRepository(integration, linked);
    await makeBranch(world, 'acme/api', 'another');
    expect(world.received).toHaveLength(1);
    expect(world.calls.filter((call) => call.startsWith('GET /2.0/user'))).toEqual([]);
  });

  test.each([
    ['acme', 'reader', 'token', 'lacks scopes that are needed: pullrequest, webhook'],
    ['acme/api', 'nobodys', 'token', 'does not accept'],
    ['rival', 'of-workspace', 'target', 'no such workspace'],
    ['rival/site', 'of-workspace', 'target', 'no such repository'],
    ['acme/web', 'of-repository', 'target', 'no such repository'],
    ['acme/projects/NONE', 'of-workspace', 'target', 'sees no repository of the project'],
  ])('for %s by the token %s is told by field', async (target, token, field, words) => {
    const world = await createCloudWorld();
    const call = world.app.connectWorkspace({
      organizationId,
      target,
      credential: { type: 'accessToken', token },
    });
    await expect(call).rejects.toMatchObject({ fields: { [field]: expect.stringContaining(words) } });
    expect(await world.store.integrations.findByOrganization(organizationId)).toEqual([]);
  });
});

describe('an organization that has the workspace by Connect', () => {
  const linkedByConnect = async (
    options: Partial<BitbucketAppOptions> = {},
    emulated: Partial<BitbucketEmulatorOptions> = {},
  ) => {
    const world = await createCloudWorld(emulated, options);
    const before = await install(world);
    const api = await world.app.linkRepository(before, 'acme/api');
    const web = await world.app.linkRepository(before, 'acme/web');
    const [secret] = before.record.webhookSecrets;
    return { world, before, api, web, secret };
  };
  test.each([
    ['OAuth 2.0', (world: World) => grant(world)],
    [
      'a workspace token',
      ({ app }: World) =>
        app.connectWorkspace({
          organizationId,
          target: 'acme',
          credential: { type: 'accessToken', token: 'of-workspace' },
        }),
    ],
  ])(
    'is moved to %s: repositories, ids and hook addresses stay, and the old secret is worth nothing',
    async (_, setUp) => {
      const { world, before, api, web, secret } = await linkedByConnect();
      const clientKey = before.record.externalId;
      await makeBranch(world, 'acme/api', 'before');
      expect(world.received).toHaveLength(1);

      await setUp(world);
      const [record, ...more] = await world.store.integrations.findByOrganization(organizationId);
      expect(more).toEqual([]);
      expect(record?.id).toBe(before.record.id);
      expect(record?.externalId).toBe(before.record.metadata.uuid);
      await untilSecured(world, before.record.id);
      const after = await integrationOf(world);
      const [fresh] = after.record.webhookSecrets;
      expect(fresh).not.toBe(secret);
      for (const { id, config } of [api, web]) {
        expect(await world.store.repositories.get(id)).toMatchObject({ status: 'active', config });
      }

      await makeBranch(world, 'acme/api', 'after');
      expect(world.received).toHaveLength(2);
      const hooks = world.emulator.deliveries.map(({ hookUuid }) => hookUuid);
      expect(hooks).toEqual([api.config.webhookId, api.config.webhookId]);
      const push = { integrationId: after.record.id, uuid: api.externalId };
      expect((await deliverPush(world, { ...push, secret })).status).toBe(401);
      expect((await deliverPush(world, { ...push, secret: fresh })).status).toBe(200);

      const received = world.received.length;
      await world.emulator.uninstall(clientKey);
      expect(await world.store.integrations.get(after.record.id)).toEqual(after.record);
      await makeBranch(world, 'acme/web', 'without-connect');
      expect(world.received).toHaveLength(received + 1);
      expect(await names(after)).toEqual(['acme/api', 'acme/web']);
    },
  );

  test('is moved in an SQLite store, too', async () => {
    const store = sqliteStore(':memory:');
    onTestFinished(() => store.close());
    const { world, before } = await linkedByConnect({ store });
    await grant(world);
    await untilSecured(world, before.record.id);
    expect(await names(await integrationOf(world))).toEqual(['acme/api', 'acme/web']);
    await makeBranch(world, 'acme/web', 'after');
    expect(world.received).toHaveLength(1);
  });

  test('is moved also after the app was uninstalled, and left alone by a later install', async () => {
    const { world, before, api } = await linkedByConnect();
    await world.emulator.uninstall(before.record.externalId);
    expect(await world.store.repositories.get(api.id)).toMatchObject({ status: 'disabled' });
    await grant(world);
    await untilSecured(world, before.record.id);
    expect(await world.store.repositories.get(api.id)).toMatchObject({ status: 'active' });
    const moved = await world.store.integrations.get(before.record.id);
    await world.emulator.install({ descriptorUrl: `${baseUrl}/descriptor`, workspace: 'acme' });
    expect(await world.store.integrations.get(before.record.id)).toEqual(moved);
    await makeBranch(world, 'acme/api', 'still');
    expect(world.received).toHaveLength(1);
  });

  test('keeps it where a token lists the workspace and may not manage every repository that is linked', async () => {
    const { world, before } = await linkedByConnect();
    const credential = { type: 'accessToken', token: 'of-repository' } as const;
    const call = world.app.connectWorkspace({ organizationId, target: 'acme', credential });
    await expect(call).rejects.toMatchObject({ fields: { token: expect.stringContaining('acme/web') } });
    expect(await world.store.integrations.findByOrganization(organizationId)).toEqual([before.record]);
    expect(await names(before)).toEqual(['acme/api', 'acme/web']);
  });

  test('keeps it where the person who agreed may not manage the repositories that are linked', async () => {
    const guest = { username: 'guest', email: 'guest@example.com', workspaces: { acme: 'write' } } as const;
    const users = [{ username: 'ann', email }, guest];
    const consumers = [{ ...consumer, workspace: 'acme', callbackUrl, scopes }];
    const { world, before } = await linkedByConnect({}, { users, oauth2: { consumers, user: 'guest' } });
    const shown = await grant(world);
    expect([shown.status, shown.html]).toEqual([422, expect.stringContaining('the webhooks of acme/api')]);
    expect(await world.store.integrations.findByOrganization(organizationId)).toEqual([before.record]);
  });

  test('is moved although a repository that is linked is gone', async () => {
    const { world, before, api } = await linkedByConnect();
    const { id: _, ...row } = api;
    const externalId = '{0c1d2e3f-7d4b-4f0e-9d3a-2b6c8e0f1a35}';
    await world.store.repositories.put({ ...row, externalId });
    const credential = { type: 'accessToken', token: 'of-workspace' } as const;
    const { record } = await world.app.connectWorkspace({ organizationId, target: 'acme', credential });
    expect(record.id).toBe(before.record.id);
  });

  test('keeps it beside a token of one repository', async () => {
    const { world, before } = await linkedByConnect();
    const credential = { type: 'accessToken', token: 'of-repository' } as const;
    const { record } = await world.app.connectWorkspace({ organizationId, target: 'acme/api', credential });
    expect(record.id).not.toBe(before.record.id);
    expect(await world.store.integrations.get(before.record.id)).toEqual(before.record);
  });

  test('of another organization is not touched', async () => {
    const { world, before } = await linkedByConnect();
    const credential = { type: 'accessToken', token: 'of-workspace' } as const;
    const { record } = await world.app.connectWorkspace({
      organizationId: 'org-2',
      target: 'acme',
      credential,
    });
    expect(record.organizationId).toBe('org-2');
    expect(await world.store.integrations.get(before.record.id)).toEqual(before.record);
  });

  test('keeps the old secrets while a hook could not be secured, and goes on with the next set-up', async () => {
    const { world, before, secret } = await linkedByConnect();
    world.bitbucket = async (request) =>
      request.method === 'PUT' ? new Response(null, { status: 502 }) : world.emulator.fetch(request);
    await grant(world);
    await world.app.close();
    const stuck = await world.store.integrations.get(before.record.id);
    expect(stuck?.webhookSecrets).toHaveLength(2);
    expect(stuck?.webhookSecrets).toContain(secret);
    world.bitbucket = undefined;
    await grant(world);
    await untilSecured(world, before.record.id);
    expect((await world.store.integrations.get(before.record.id))?.webhookSecrets).toHaveLength(1);
  });
});

describe('a set-up again', () => {
  test('by OAuth 2.0 keeps the row, forgets the older grant, and secures the hooks anew', async () => {
    const world = await createCloudWorld();
    await grant(world);
    const first = await integrationOf(world);
    const linked = await world.app.linkRepository(first, 'acme/api');
    await grant(world);
    await world.app.close();
    const [second, ...more] = await world.store.integrations.findByOrganization(organizationId);
    expect(more).toEqual([]);
    expect(second?.id).toBe(first.record.id);
    const key = first.record.credentials?.['tokenKey'] ?? '';
    expect(second?.credentials?.['tokenKey']).not.toBe(key);
    expect(await world.store.tokens.read(key)).toBeUndefined();
    expect(await world.store.tokens.read(second?.credentials?.['tokenKey'] ?? '')).toBeDefined();
    expect(second?.webhookSecrets).toHaveLength(1);
    expect(second?.webhookSecrets).not.toEqual(first.record.webhookSecrets);
    expect(await world.store.repositories.get(linked.id)).toMatchObject({ config: linked.config });
  });

  test('takes over the repositories of the older plugin', async () => {
    const rows: PluginRepository[] = [
      { id: '1', organizationId, name: 'acme/api' },
      { id: '2', organizationId, name: 'rival/site' },
    ];
    const migrated: string[] = [];
    const pluginRepositories = {
      list: () => rows,
      migrated: ({ name }: PluginRepository) => void migrated.push(name),
    };
    const world = await createCloudWorld({}, { pluginRepositories });
    await grant(world);
    await world.app.close();
    expect(migrated).toEqual(['acme/api']);
    const { record } = await integrationOf(world);
    expect(await world.store.repositories.list(record.id)).toMatchObject([{ name: 'acme/api' }]);
  });
});
