import { isAuthError, isConfigError, isIntegrationFormError, memoryStore } from 'bitbucket-sdk';
import {
  type BitbucketApp,
  BitbucketPluginRepositoryProvider,
  createBitbucketApp,
  type PluginRepositorySource,
} from 'bitbucket-sdk/integration';
import { describe, expect, test } from 'vitest';
import { organizationId } from '../app-world.ts';
import { createPluginWorld, hostUrl } from './plugin-world.ts';

const user = 'ann';
const hookAddress = `${hostUrl}/plugins/bitbucket/organizations/org-1/webhook/`;

const errorOf = async (call: () => unknown): Promise<unknown> => {
  try {
    return `was not refused: ${JSON.stringify(await call())}`;
  } catch (error) {
    return error;
  }
};

describe('the form of a repository of the older plugin', () => {
  test('S3-13 getConfig asks for its name', async () => {
    const { provider } = await createPluginWorld();
    expect(provider.name).toBe('Bitbucket');
    expect(provider.getConfig()).toMatchObject([
      { name: 'name', label: 'Repository Name', type: 'text', required: true, placeholder: 'acme/api' },
    ]);
  });

  test.each(['acme/api', ' https://ann@bitbucket.org/acme/api.git ', 'git@bitbucket.org:acme/api.git'])(
    'S3-13 validateConfig asks Bitbucket for %j, and gives its name and external id',
    async (name) => {
      const { provider, clientFor } = await createPluginWorld();
      const { uuid } = await clientFor('ann').getRepo('acme/api');
      await expect(provider.validateConfig({ name, kept: 1 }, { user })).resolves.toEqual({
        name: 'acme/api',
        external_id: uuid,
        kept: 1,
      });
    },
  );

  test.each<[unknown, string]>([
    [undefined, 'Repository is required'],
    ['', 'Repository is required'],
    ['nonsense', 'A repository is written workspace/repository'],
    ['https://github.com/acme/api', 'This is not an address of the Bitbucket site'],
    [`acme/${'x'.repeat(200)}`, 'A repository is written workspace/repository'],
  ])('S3-13 name %j is a form error, and Bitbucket is not asked', async (name, text) => {
    const { provider, calls } = await createPluginWorld();
    const error = await errorOf(() => provider.validateConfig({ name }, { user }));
    expect(isIntegrationFormError(error)).toBe(true);
    expect(error).toMatchObject({ fields: { name: text } });
    expect(calls).toHaveLength(0);
  });

  test('S3-13 a repository that Bitbucket does not show is a form error on its name', async () => {
    const { provider } = await createPluginWorld();
    for (const name of ['acme/none', 'rival/site']) {
      expect(await errorOf(() => provider.validateConfig({ name }, { user }))).toMatchObject({
        name: 'IntegrationFormError',
        fields: { name: 'Bitbucket shows your account no such repository' },
        cause: { code: 'not_found' },
      });
    }
  });

  test('a failure that says nothing of the repository is no form error, nor is a user without account', async () => {
    const { provider, emulator } = await createPluginWorld();
    emulator.faults.add({ times: 1, fault: { kind: 'status', status: 500 } });
    const call = () => provider.validateConfig({ name: 'acme/api' }, { user });
    expect(await errorOf(call)).toMatchObject({ code: 'server_error' });
    for (const who of ['bea', undefined] as const) {
      const error = await errorOf(() => provider.validateConfig({ name: 'acme/api' }, { user: who }));
      expect(isAuthError(error)).toBe(true);
    }
  });
});

describe('a repository of the older plugin', () => {
  test('S3-13 createRepository makes a hook for pushes, and gives the row to store', async () => {
    const { provider, clientFor } = await createPluginWorld();
    const data = await provider.validateConfig({ name: 'acme/api' }, { user });
    const row = await provider.createRepository('org-1', data, { user });
    const hooks = await clientFor('ann').api.getHooks('acme/api');
    expect(hooks).toMatchObject([
      { uuid: expect.any(String), url: hookAddress, active: true, events: ['repo:push'], secret_set: false },
    ]);
    expect(row).toEqual({
      organizationId: 'org-1',
      name: 'acme/api',
      externalId: data.external_id,
      url: 'https://bitbucket.org/acme/api',
      config: { name: 'acme/api', webhookId: hooks[0]?.uuid },
    });
  });

  test('its hook signs with a fresh secret of the organization, where the host keeps one', async () => {
    const { provider, clientFor, secrets } = await createPluginWorld({ withSecrets: true });
    for (const name of ['acme/api', 'acme/empty']) {
      const data = await provider.validateConfig({ name }, { user });
      await provider.createRepository('org-1', data, { user });
      await expect(clientFor('ann').api.getHooks(name)).resolves.toMatchObject([{ secret_set: true }]);
    }
    expect([...secrets.keys()]).toEqual(['org-1']);
    expect(secrets.get('org-1')).toMatch(/^[0-9a-f]{64}$/);
  });

  test('S3-13 deleteRepository deletes the hook; one that is gone, or its repository, is success', async () => {
    const { provider, clientFor, emulator } = await createPluginWorld();
    const data = await provider.validateConfig({ name: 'acme/api' }, { user });
    const row = await provider.createRepository('org-1', data, { user });
    await provider.deleteRepository(row, { user });
    await expect(clientFor('ann').api.getHooks('acme/api')).resolves.toEqual([]);
    await expect(provider.deleteRepository(row, { user })).resolves.toBeUndefined();
    const gone = { ...row, config: { ...row.config, name: 'acme/none' } };
    await expect(provider.deleteRepository(gone, { user })).resolves.toBeUndefined();
    emulator.faults.add({ times: 1, fault: { kind: 'status', status: 403 } });
    expect(await errorOf(() => provider.deleteRepository(row, { user }))).toMatchObject({
      code: 'forbidden',
    });
  });

  test('S3-13 compareCommits gives the release newest first, each commit with author and file changes', async () => {
    const { provider, sample } = await createPluginWorld();
    const row = { name: 'acme/api', config: { name: 'acme/api', webhookId: '{x}' } };
    const { first, rename } = sample.commits;
    const range = { start: first.slice(0, 8), end: 'main', user } as const;
    const { commits, truncated, startFound } = await provider.compareCommits(row, range);
    expect([truncated, startFound]).toEqual([false, true]);
    expect(commits.map(({ id }) => id)).not.toContain(first);
    const renamed = commits.find(({ id }) => id === rename);
    expect(renamed).toMatchObject({
      repository: 'acme/api',
      author: { name: 'Ada Löw', email: 'ada@example.com' },
      timestamp: expect.stringMatching(/Z$/),
      patchSet: expect.arrayContaining([expect.objectContaining({ type: 'D' })]),
    });
    const capped = await provider.compareCommits(row, { ...range, maxCommits: 1 });
    expect([capped.commits.length, capped.truncated]).toEqual([1, true]);
  });

  test('S3-13 compareCommits without a start gives the last 10', async () => {
    const { provider, clientFor } = await createPluginWorld({ moreCommits: 12 });
    const row = { name: 'acme/api', config: { name: 'acme/api', webhookId: '{x}' } };
    const { commits } = await provider.compareCommits(row, { end: 'main', user });
    const known = await clientFor('ann').getLastCommits('acme/api', 'main', { limit: 100 });
    expect(commits).toHaveLength(10);
    expect(known.length).toBeGreaterThan(10);
    expect(commits.map(({ id }) => id)).toEqual(known.slice(0, 10).map(({ hash }) => hash));
  });

  test('is called by the name that pushes keep right', async () => {
    const { provider } = await createPluginWorld();
    const row = { name: 'acme/was', config: { name: 'acme/api', webhookId: '{x}' } };
    const { commits } = await provider.compareCommits(row, { end: 'main', user });
    expect(commits[0]?.repository).toBe('acme/was');
  });

  test('an older hook gets the secret, and one that is gone is made anew', async () => {
    const world = await createPluginWorld();
    const { clientFor, secretStore, secrets } = world;
    const data = await world.provider.validateConfig({ name: 'acme/api' }, { user });
    const row = await world.provider.createRepository('org-1', data, { user });
    const provider = new BitbucketPluginRepositoryProvider({
      client: clientFor('ann'),
      baseUrl: hostUrl,
      secrets: secretStore,
    });
    await expect(provider.secureHook(row)).resolves.toBe(row.config.webhookId);
    const { api } = clientFor('ann');
    await expect(api.getHooks('acme/api')).resolves.toMatchObject([{ url: hookAddress, secret_set: true }]);
    expect(secrets.size).toBe(1);
    await provider.deleteRepository(row);
    const anew = await provider.secureHook(row);
    await expect(api.getHooks('acme/api')).resolves.toMatchObject([{ uuid: anew, secret_set: true }]);
  });

  test('what was not checked, and wrong options, are ConfigErrors', async () => {
    const { provider, clientFor, calls } = await createPluginWorld();
    const client = clientFor('ann');
    for (const data of [
      { name: 'acme/api', external_id: '' },
      { name: 'https://bitbucket.org/acme/api', external_id: '{1}' },
    ])
      expect(isConfigError(await errorOf(() => provider.createRepository('org-1', data, { user })))).toBe(
        true,
      );
    expect(
      await errorOf(() =>
        provider.createRepository('..', { name: 'acme/api', external_id: '{1}' }, { user }),
      ),
    ).toMatchObject({ option: 'path.organizationId' });
    expect(calls).toHaveLength(0);
    const make = (options: object) => () =>
      new BitbucketPluginRepositoryProvider({ client, baseUrl: hostUrl, ...options });
    expect(make({ baseUrl: 'host' })).toThrow('baseUrl');
    expect(make({ secrets: {} })).toThrow('secrets');
    expect(make({ client: undefined })).toThrow('client');
    expect(make({ webhookUrl: 'x' })).toThrow('webhookUrl');
    const empty = make({ secrets: { find: () => undefined, keep: () => '' } })();
    const data = { name: 'acme/api', external_id: '{1}' };
    expect(await errorOf(() => empty.createRepository('org-1', data))).toMatchObject({ option: 'secrets' });
  });
});

describe('the rows of the older plugin', () => {
  test('are taken over by an integration as createRepository gave them, and their hooks removed', async () => {
    let app: BitbucketApp | undefined;
    const { provider, clientFor, emulator, ...host } = await createPluginWorld({
      elsewhere: async (request) => (await app?.fetch(request)) ?? new Response(null, { status: 404 }),
    });
    const data = await provider.validateConfig({ name: 'acme/api' }, { user });
    host.store(await provider.createRepository(organizationId, data, { user }));
    const { api } = clientFor('ann');
    const [older] = await api.getHooks('acme/api');

    const store = memoryStore();
    const session = 's';
    const calls = { fetch: (url: string, init: RequestInit) => emulator.fetch(new Request(url, init)) };
    app = createBitbucketApp({
      baseUrl: 'https://app.example.com/bitbucket',
      key: 'example',
      name: 'Example',
      description: 'An example',
      store,
      authorize: () => ({ session, organizationId }),
      client: calls,
      now: () => host.clock.now,
    });
    const site = new URL(await app.createInstallUrl({ organizationId, session }));
    site.searchParams.set('workspace', 'acme');
    const page = await emulator.fetch(new Request(site));
    const set = await app.fetch(
      new Request(page.headers.get('location') ?? '', { headers: { cookie: 'a=b' } }),
    );
    expect(set.status).toBeLessThan(400);
    const [record] = await store.integrations.findByOrganization(organizationId);
    const integration = await app.getIntegration(organizationId, record?.id ?? '');
    if (integration === undefined) throw new Error('there is no integration');

    const source: PluginRepositorySource = {
      list: () => [...host.rows.values()],
      migrated: ({ id }) => void host.rows.delete(id),
    };
    const { migrated, unmigratable } = await app.provider.postInstall(integration, {
      source,
      repositoryProvider: app.repositoryProvider,
    });
    expect(migrated).toMatchObject([{ name: 'acme/api', externalId: data.external_id }]);
    expect([unmigratable.length, host.rows.size]).toEqual([0, 0]);
    const hooks = await api.getHooks('acme/api');
    expect(hooks.map(({ uuid }) => uuid)).toEqual([migrated[0]?.config.webhookId]);
    expect(hooks.map(({ uuid }) => uuid)).not.toContain(older?.uuid);
    await app.close();
  });
});
