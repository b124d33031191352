import { BitbucketServerIntegration, createServerConnections } from 'bitbucket-sdk/integration';
import type { EmulatedServerOAuth2Client } from 'bitbucket-sdk/testing';
import { expect, onTestFinished, test } from 'vitest';
import { describeWithOpenssl } from '../../server/certificates.ts';
import { write } from '../../testing/support/git-repository.ts';
import { cloneFrom } from '../../testing/support/server-scene.ts';
import { clientId, createWorld, integrationOf, organizationId } from './oauth2-world.ts';

describeWithOpenssl('an integration by OAuth 2.0, against a server over real git', () => {
  test('S4-08 S4-16 S4-21 is set up, links, hears of a push and reads a release', async () => {
    const world = await createWorld();
    const record = await world.connect();
    expect(record?.externalId).toBe(`${new URL(world.secure.url).host}:${clientId}`);
    const { server, emulator, received } = world;
    const integration = await integrationOf(world);
    expect((await integration.getRepositories('widg')).map(({ identifier }) => identifier)).toEqual([
      'DEMO/widgets',
    ]);
    const linked = await server.linkRepository(integration, 'DEMO/widgets');

    const plain = await emulator.listen();
    const { folder, git } = await cloneFrom(plain.url, 'ada:secret', 'DEMO/widgets');
    const before = await git('rev-parse', 'HEAD');
    await write(folder, 'src/added.ts', 'export {}\n');
    await git('add', '.');
    await git('commit', '--quiet', '-m', 'Add a file');
    const pushed = await git('rev-parse', 'HEAD');
    world.clock.move(2 * 3_600_000);
    await git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    await emulator.settled();
    expect(received).toMatchObject([{ product: 'server', commits: [{ id: pushed }] }]);
    const range = { start: before, end: 'main' };
    const release = await server.repositoryProvider.compareCommits(integration, linked, range);
    expect(release.commits.map(({ id }) => id)).toEqual([pushed]);
    await server.unlinkRepository(integration, linked);
    expect(world.refreshes()).toEqual(['granted']);
  });

  test('is asked for by a page of the server’s, on which the person may say no', async () => {
    const world = await createWorld({ authorize: 'ask' });
    const refused = await world.sendForm();
    const page = await world.emulator.fetch(new Request(refused.location));
    expect(await page.text()).toContain(clientId);
    const denied = await world.browser.visit(await world.agree(refused.location, 'deny'));
    expect([denied.status, denied.html]).toEqual([400, expect.stringContaining('told not to allow it')]);
    const sent = await world.sendForm();
    expect((await world.browser.visit(await world.agree(sent.location, 'approve'))).status).toBe(200);
  });

  test.each<[string, Partial<EmulatedServerOAuth2Client>, RegExp]>([
    ['may not administer repositories', { scopes: ['REPO_WRITE'] }, /permission to administer repositories/],
    ['has another secret', { clientSecret: 'another' }, /does not accept the client ID/],
  ])('tells what to mend where the link %s', async (_, link, words) => {
    const world = await createWorld({ link });
    const sent = await world.sendForm();
    const done = await world.browser.visit(await world.agree(sent.location));
    expect([done.status, done.html]).toEqual([422, expect.stringMatching(words)]);
    expect(await world.store.integrations.findByOrganization(organizationId)).toEqual([]);
  });

  test('makes one refresh of 200 calls at once on an expired token, over clients made apart', async () => {
    const world = await createWorld();
    await world.connect();
    world.clock.move(3_600_000);
    const integrations = await Promise.all(Array.from({ length: 4 }, () => integrationOf(world)));
    const calls = Array.from({ length: 200 }, (_, index) =>
      integrations[index % 4]?.getClient().request('GET /api/latest/repos', { query: { limit: 1 } }),
    );
    expect((await Promise.all(calls)).every((answer) => answer?.values?.length === 1)).toBe(true);
    expect(world.refreshes()).toEqual(['granted']);
  });

  test('is renewed before its token ends, and once more for each hour', async () => {
    const world = await createWorld();
    await world.connect();
    const integration = await integrationOf(world);
    world.clock.move(3_600_000 - 61_000);
    await integration.getRepositories();
    expect(world.refreshes()).toEqual([]);
    for (let hour = 1; hour <= 3; hour += 1) {
      world.clock.move(3_600_000 - 59_000);
      await integration.getRepositories();
      expect(world.refreshes()).toHaveLength(hour);
    }
    expect(new Set(world.refreshes())).toEqual(new Set(['granted']));
  });

  test('is renewed when the server takes the token for ended before its time, and the call is made again', async () => {
    const world = await createWorld({ oauth2TokenLife: 3_600 });
    const record = await world.connect();
    const key = record?.credentials?.['tokenKey'] ?? '';
    const kept = await world.store.tokens.read(key);
    if (kept === undefined) throw new Error('there is no token');
    await world.store.tokens.put(key, { ...kept, accessToken: 'ended' });
    expect((await (await integrationOf(world)).getRepositories()).length).toBeGreaterThan(0);
    expect(world.refreshes()).toEqual(['granted']);
  });

  test('is not renewed for what its person may not do', async () => {
    const world = await createWorld({ link: { user: 'rita' } });
    await world.connect();
    const integration = await integrationOf(world);
    expect((await integration.getClient().getRepo('DEMO/widgets')).slug).toBe('widgets');
    await expect(integration.hasRepoAccess('DEMO/widgets')).resolves.toBe(false);
    const hooks = integration.getClient().request('GET /api/latest/projects/{projectKey}/webhooks', {
      path: { projectKey: 'DEMO' },
    });
    await expect(hooks).rejects.toMatchObject({ status: 401 });
    expect(world.refreshes()).toEqual([]);
  });

  test('says that a person has to agree again once the grant is gone, and asks the server once', async () => {
    const world = await createWorld();
    await world.connect();
    const integration = await integrationOf(world);
    world.emulator.serverOAuth2?.revoke(clientId);
    for (let round = 1; round <= 3; round += 1) {
      await expect(integration.getRepositories()).rejects.toMatchObject({ code: 'reauthorization_required' });
    }
    expect(world.refreshes()).toEqual(['invalid_grant']);
    const told = world.log.lines.filter(({ message }) => message.startsWith('oauth2 grant refused'));
    expect(told).toHaveLength(1);
    await world.connect();
    expect((await (await integrationOf(world)).getRepositories()).length).toBeGreaterThan(0);
  });

  test('needs the store of tokens, and says so with each call and not before', async () => {
    const world = await createWorld();
    const record = await world.connect();
    if (record === undefined) throw new Error('there is no integration');
    const connections = createServerConnections({ allowServerAddress: () => true });
    onTestFinished(() => connections.close());
    const integration = new BitbucketServerIntegration({ record, connections });
    await expect(integration.getRepositories()).rejects.toMatchObject({ code: 'credential_unavailable' });
    const { tokenKey: _, ...credentials } = record.credentials ?? {};
    const halved = new BitbucketServerIntegration({
      ...{ record: { ...record, credentials }, connections, tokens: world.store.tokens },
    });
    await expect(halved.getRepositories()).rejects.toMatchObject({ code: 'reauthorization_required' });
  });
});
