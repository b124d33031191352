import { BitbucketIntegrationProvider, type PluginRepository } from 'bitbucket-sdk/integration';
import { sampleInstalledBody } from 'bitbucket-sdk/testing';
import { describe, expect, test, vi } from 'vitest';
import { appOver } from './app-over-fetch.ts';
import { type Answer, integrationOver, linkedRepository, refused, workspaceId } from './integration-kit.ts';

describe('the provider', () => {
  test('S2-20 builds an integration of the installed body', () => {
    const body = sampleInstalledBody();
    const { webhookSecret, ...built } = new BitbucketIntegrationProvider().buildIntegration(body);
    expect(built).toEqual({
      provider: 'bitbucket',
      externalId: body.clientKey,
      name: 'acme',
      metadata: {
        baseUrl: 'https://api.bitbucket.org',
        siteUrl: 'https://bitbucket.org',
        domainName: 'bitbucket.org/acme',
        icon: 'https://bitbucket.org/account/acme/avatar/',
        scopes: ['issue:write', 'pullrequest', 'webhook', 'repository'],
        uuid: body.principal.uuid,
        type: 'team',
        publicKey: body.publicKey,
      },
    });
    expect(webhookSecret).toMatch(/^[\da-f]{64}$/);
    expect(JSON.stringify(built)).not.toContain(body.sharedSecret);
  });

  test.each(['javascript:alert(1)', 'not an address', 'https://user:pass@bitbucket.org'])(
    'S2-20 makes no links of a site named %j',
    (baseUrl) => {
      const { metadata } = new BitbucketIntegrationProvider().buildIntegration(
        sampleInstalledBody({ baseUrl }),
      );
      expect(metadata.siteUrl).toBeUndefined();
    },
  );
});

describe('an integration', () => {
  test('S2-11 lists repositories in bounded pages, and finds them by a text that stays inside its literal', async () => {
    const { integration, asked } = integrationOver(({ url }) => ({
      values: [{ uuid: `{${asked.length}}`, full_name: `acme/r${asked.length}`, name: 'r' }],
      next: `${url.origin}${url.pathname}?page=${asked.length + 1}`,
    }));
    await expect(integration.getRepositories(undefined, { maxPages: 3 })).resolves.toHaveLength(3);
    expect(asked[0]?.path).toBe(`/repositories/${workspaceId}`);
    expect(asked[0]?.url.searchParams.get('pagelen')).toBe('100');
    await integration.getRepositories('a"b\\');
    // Both are asked at once, so either may come first.
    expect(
      asked
        .slice(3)
        .map(({ url }) => url.searchParams.get('q'))
        .sort(),
    ).toEqual(['name="a\\"b\\\\"', 'name~"a\\"b\\\\"']);
  });

  test('S2-11 lists no more than 50 pages', async () => {
    const { integration, asked } = integrationOver(({ url }) => ({
      values: [],
      next: `${url.origin}${url.pathname}?page=${asked.length + 1}`,
    }));
    await integration.getRepositories();
    expect(asked).toHaveLength(50);
  });

  test('S2-12 has no access to a repository that Bitbucket refuses; a failure is no answer', async () => {
    const has = (status: number) =>
      integrationOver(() =>
        status === 200 ? { values: [] } : refused(status, 'no'),
      ).integration.hasRepoAccess('acme/api');
    await expect(has(200)).resolves.toBe(true);
    for (const status of [401, 403, 404]) await expect(has(status)).resolves.toBe(false);
    await expect(has(500)).rejects.toMatchObject({ code: 'server_error' });
  });

  test('S2-13 says which repositories of the older plugin it does not see', async () => {
    const { integration } = integrationOver(() => ({
      values: [{ uuid: '{1}', full_name: 'acme/api', name: 'api' }],
    }));
    const row = (name: string): PluginRepository => ({ id: name, organizationId: 'org-1', name });
    const rows = [row('acme/api'), row('Acme/API'), row('acme/gone'), row('other/api')];
    const unmigratable = await integration.getUnmigratableRepositories(rows);
    expect(unmigratable.map(({ name }) => name)).toEqual(['acme/gone', 'other/api']);
  });
});

describe('repositories of the older plugin', () => {
  const rows: PluginRepository[] = [
    { id: 'p1', organizationId: 'org-1', name: 'acme/api', webhookId: '{old-hook}' },
    { id: 'p2', organizationId: 'org-1', name: 'other/private' },
    { id: 'p3', organizationId: 'org-1', name: 'no full name' },
    { id: 'p4', organizationId: 'org-1', name: 'acme/web' },
  ];
  const bitbucket: Answer = ({ method, path }) => {
    if (method === 'GET' && /^\/repositories\/acme\/(api|web)$/.test(path)) {
      const full_name = path.slice('/repositories/'.length);
      return { uuid: `{${full_name.slice(5)}}`, full_name, name: 'x' };
    }
    if (method === 'POST') return { uuid: '{new-hook}' };
    return method === 'DELETE' ? new Response(null, { status: 204 }) : undefined;
  };

  test('S2-21 are taken over after the set-up, as far as the integration sees them', async () => {
    const { app, integration, store, lines } = await appOver(bitbucket);
    const taken: [string, string][] = [];
    const source = {
      list: (organizationId: string) => rows.filter((row) => row.organizationId === organizationId),
      migrated: vi.fn(
        (row: PluginRepository, linked: { name: string }) => void taken.push([row.id, linked.name]),
      ),
    };
    const { repositoryProvider } = app;
    const { migrated, unmigratable } = await app.provider.postInstall(integration, {
      source,
      repositoryProvider,
    });
    expect(taken).toEqual([
      ['p1', 'acme/api'],
      ['p4', 'acme/web'],
    ]);
    expect(unmigratable.map(({ id }) => id)).toEqual(['p2', 'p3']);
    expect(await store.repositories.list(integration.record.id)).toEqual(migrated);
    expect(migrated[0]).toMatchObject({ status: 'active', config: { webhookId: '{new-hook}' } });
    // The plugin's hook would tell of every push a second time.
    expect(lines()).toContain(`DELETE /repositories/${workspaceId}/{api}/hooks/{old-hook}`);
  });

  test('S2-21 are taken over once: a run that broke off goes on where it ended', async () => {
    const { app, integration, lines } = await appOver(bitbucket);
    let fails = true;
    const left = new Map(rows.map((row) => [row.id, row]));
    const source = {
      list: () => [...left.values()],
      migrated: ({ id }: PluginRepository) => {
        if (fails && id === 'p4') throw new Error('the database is away');
        left.delete(id);
      },
    };
    const run = () =>
      app.provider.postInstall(integration, { source, repositoryProvider: app.repositoryProvider });
    await expect(run()).rejects.toThrow('the database is away');
    fails = false;
    const { migrated } = await run();
    expect(migrated.map(({ name }) => name)).toEqual(['acme/web']);
    expect([...left.keys()]).toEqual(['p2', 'p3']);
    expect(lines().filter((line) => line.startsWith('POST'))).toHaveLength(2);
  });

  test('S2-21 stay where they are when Bitbucket fails', async () => {
    const { app, integration } = await appOver(() => refused(500, 'oops'));
    const source = { list: () => rows, migrated: vi.fn() };
    const run = app.provider.postInstall(integration, { source, repositoryProvider: app.repositoryProvider });
    await expect(run).rejects.toMatchObject({ code: 'server_error' });
    expect(source.migrated).not.toHaveBeenCalled();
  });
});

describe('the repository provider', () => {
  test('S2-25 takes a hook that is gone for deleted, and passes any other failure on', async () => {
    for (const [status, outcome] of [
      [404, undefined],
      [403, { code: 'forbidden' }],
      [500, { code: 'server_error' }],
    ] as const) {
      const { app, integration } = await appOver(() => refused(status, 'no'));
      const call = app.repositoryProvider.onDeleteRepository(integration, linkedRepository());
      await (outcome === undefined
        ? expect(call).resolves.toBeUndefined()
        : expect(call).rejects.toMatchObject(outcome));
    }
  });

  test('S2-27 names a repository as Bitbucket does', async () => {
    const { app } = await appOver(() => undefined);
    expect(app.repositoryProvider.repositoryExternalSlug(linkedRepository())).toBe('acme/api');
  });
});
