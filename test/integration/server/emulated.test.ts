import { memoryStore } from 'bitbucket-sdk';
import { type BitbucketApp, type CommitsEvent, createBitbucketApp } from 'bitbucket-sdk/integration';
import { createNodeHandler } from 'bitbucket-sdk/node';
import { createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../../http-server.ts';
import { sharedSample, write } from '../../testing/support/git-repository.ts';
import { cloneFrom, serverOptions } from '../../testing/support/server-scene.ts';
import { createBrowser, privateKey, publicKey } from './server-world.ts';

test('S4-08 S4-16 S4-21 S4-18 sets up, links, hears of a push and reads a release, against a server over real git', async () => {
  const sample = await sharedSample();
  const key = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const emulator = await createBitbucketEmulator(
    serverOptions(sample, { applicationLinks: [{ consumerKey: 'my-app', publicKey: key }] }),
  );
  onTestFinished(() => emulator.close());
  const secure = await emulator.listen({ tls: true });
  const plain = await emulator.listen();

  const handler: { app?: BitbucketApp } = {};
  const fetchApp: BitbucketApp['fetch'] = (request, context) =>
    handler.app?.fetch(request, context) ?? Promise.reject(new Error('there is no app yet'));
  const origin = await listen(createNodeHandler(fetchApp));
  const received: CommitsEvent[] = [];
  const store = memoryStore();
  const app = createBitbucketApp({
    ...{ baseUrl: `${origin}/bitbucket`, name: 'Example', description: 'An example', store },
    authorize: () => ({ session: 'ann', organizationId: 'org-1' }),
    commits: { fileChanges: true },
    onCommits: (event) => void received.push(event),
    server: { allowServerAddress: ({ address }) => ['127.0.0.1', '::1'].includes(address) },
  });
  handler.app = app;
  onTestFinished(() => app.close());
  if (app.server === undefined) throw new Error('there is no server half');
  const { server } = app;

  const browser = createBrowser({ app });
  const { fields } = await browser.visit(server.createSetupUrl({ organizationId: 'org-1' }));
  const typed = { url: `${secure.url}/bitbucket/`, consumerKey: 'my-app', privateKey };
  const sent = await browser.visit(`${origin}/bitbucket/server/setup`, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, ...typed }),
  });
  expect(sent.status).toBe(303);
  const agreed = await emulator.fetch(new Request(sent.location));
  const done = await browser.visit(agreed.headers.get('location') ?? '');
  expect([done.status, done.html]).toEqual([200, expect.stringContaining('is connected')]);

  const [record] = await store.integrations.findByOrganization('org-1');
  const integration = await server.getIntegration('org-1', record?.id ?? '');
  if (integration === undefined) throw new Error('there is no integration');
  expect((await integration.getRepositories('widg')).map(({ identifier }) => identifier)).toEqual([
    'DEMO/widgets',
  ]);
  const linked = await server.linkRepository(integration, 'DEMO/widgets');

  const { folder, git } = await cloneFrom(plain.url, 'ada:secret', 'DEMO/widgets');
  const before = await git('rev-parse', 'HEAD');
  await write(folder, 'src/added.ts', 'export {}\n');
  await git('add', '.');
  await git('commit', '--quiet', '-m', 'Add a file\n\nFixes DEMO-7');
  const pushed = await git('rev-parse', 'HEAD');
  await git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
  await emulator.settled();
  expect(received).toMatchObject([{ product: 'server', repository: { id: linked.id } }]);
  expect(received[0]?.commits).toMatchObject([
    {
      ...{ id: pushed, ref: 'main', resolves: ['DEMO-7'] },
      author: { name: 'Ada Löw', email: 'ada@example.com' },
      patchSet: [{ path: 'src/added.ts', type: 'A' }],
    },
  ]);

  const release = await server.repositoryProvider.compareCommits(integration, linked, {
    ...{ start: before, end: 'main' },
  });
  expect(release.commits.map(({ id }) => id)).toEqual([pushed]);
  await git('push', '--quiet', 'origin', 'HEAD:refs/heads/topic/new', ':feature/x');
  await emulator.settled();
  expect(received).toHaveLength(2);

  await server.unlinkRepository(integration, linked);
  await expect(integration.getClient().getHooks('DEMO/widgets')).resolves.toEqual([]);
});
