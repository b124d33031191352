import { memoryStore } from 'bitbucket-sdk';
import { type BitbucketApp, type BitbucketServerApp, createBitbucketApp } from 'bitbucket-sdk/integration';
import { createNodeHandler } from 'bitbucket-sdk/node';
import { mergePullRequest, updatePullRequest } from 'bitbucket-sdk/server';
import { createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../../http-server.ts';
import { describeWithOpenssl } from '../../server/certificates.ts';
import { sharedSample, write } from '../../testing/support/git-repository.ts';
import { cloneFrom, serverOptions } from '../../testing/support/server-scene.ts';
import { createBrowser } from './server-world.ts';

type OnPullRequest = NonNullable<
  NonNullable<Parameters<typeof createBitbucketApp>[0]['server']>['onPullRequest']
>;

async function startApp(serverUrl: string, onPullRequest: OnPullRequest): Promise<BitbucketServerApp> {
  const handler: { app?: BitbucketApp } = {};
  const origin = await listen(
    createNodeHandler(
      (request, context) =>
        handler.app?.fetch(request, context) ?? Promise.reject(new Error('there is no app yet')),
    ),
  );
  const app = createBitbucketApp({
    ...{ baseUrl: `${origin}/bitbucket`, name: 'Example', description: 'An example', store: memoryStore() },
    authorize: () => ({ session: 'ann', organizationId: 'org-1' }),
    server: {
      allowServerAddress: ({ address }) => ['127.0.0.1', '::1'].includes(address),
      onPullRequest,
    },
  });
  handler.app = app;
  onTestFinished(() => app.close());
  if (app.server === undefined) throw new Error('there is no server half');
  const browser = createBrowser({ app });
  const { fields } = await browser.visit(app.server.createSetupUrl({ organizationId: 'org-1' }));
  const typed = { url: `${serverUrl}/bitbucket/`, method: 'accessToken', accessToken: 'ada-token' };
  const done = await browser.visit(`${origin}/bitbucket/server/setup`, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, ...typed }),
  });
  expect([done.status, done.html]).toEqual([200, expect.stringContaining('is connected')]);
  return app.server;
}

describeWithOpenssl('a mounted app, against a server with pull requests over real git', () => {
  test('opens one by the client, changes it by version, and hears of its real merge', async () => {
    const emulator = await createBitbucketEmulator(serverOptions(await sharedSample()));
    onTestFinished(() => emulator.close());
    const secure = await emulator.listen({ tls: true });
    const plain = await emulator.listen();
    const merged: Parameters<OnPullRequest>[0][] = [];
    const server = await startApp(secure.url, (event) => void merged.push(event));
    const [integration] = await server.getIntegrations('org-1');
    if (integration === undefined) throw new Error('there is no integration');
    const linked = await server.linkRepository(integration, 'DEMO/widgets');

    const { folder, git } = await cloneFrom(plain.url, 'ada:secret', 'DEMO/widgets');
    await write(folder, 'src/added.ts', 'export {}\n');
    await git('add', '.');
    await git('commit', '--quiet', '-m', 'Add a file');
    await git('push', '--quiet', 'origin', 'HEAD:refs/heads/topic/new');

    const client = integration.getClient();
    const path = { projectKey: 'DEMO', repositorySlug: 'widgets' };
    const opened = await client.request(
      'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests',
      {
        path,
        body: {
          ...{ title: 'Add a file', description: 'Why', reviewers: [{ user: { name: 'rita' } }] },
          ...{ fromRef: { id: 'refs/heads/topic/new' }, toRef: { id: 'refs/heads/main' } },
        },
      },
    );
    const { id } = opened;
    const repo = 'DEMO/widgets';
    const changed = await updatePullRequest(client, { repo, id, changes: { title: 'Add one file' } });
    expect(changed).toMatchObject({
      ...{ title: 'Add one file', description: 'Why', version: 1 },
      reviewers: [{ user: { name: 'rita' } }],
    });
    const done = await mergePullRequest(client, { repo, id, strategyId: 'squash', message: 'Fixes DEMO-7' });
    expect(done).toMatchObject({ state: 'MERGED', version: 2 });
    await expect(mergePullRequest(client, { repo, id })).rejects.toMatchObject({ code: 'conflict' });
    await emulator.settled();
    await git('fetch', '--quiet', 'origin');
    const tip = await git('rev-parse', 'origin/main');
    expect(await git('log', '-1', '--format=%B', tip)).toBe(
      `Pull request #${id}: Add one file\n\nFixes DEMO-7`,
    );
    expect(merged).toMatchObject([
      {
        repository: { id: linked.id },
        payload: { pullRequest: { id, properties: { mergeCommit: { id: tip } } } },
      },
    ]);
  });

  test('lets two change a pull request at the same time, each on top of the other', async () => {
    const emulator = await createBitbucketEmulator(serverOptions(await sharedSample()));
    onTestFinished(() => emulator.close());
    const { url } = await emulator.listen({ tls: true });
    const server = await startApp(url, () => {});
    const [integration] = await server.getIntegrations('org-1');
    const client = integration?.getClient();
    if (client === undefined) throw new Error('there is no integration');
    const { id } = await client.request(
      'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests',
      {
        path: { projectKey: 'DEMO', repositorySlug: 'widgets' },
        body: { title: 'T', fromRef: { id: 'main' }, toRef: { id: 'feature/x' } },
      },
    );
    const repo = 'DEMO/widgets';
    const add = (word: string) =>
      updatePullRequest(client, { repo, id, changes: ({ title }) => ({ title: `${title} ${word}` }) });
    const both = await Promise.all([add('one'), add('two')]);
    expect(both.map(({ version }) => version).toSorted()).toEqual([1, 2]);
    expect(both.map(({ title }) => title).find((title) => title.length > 5)).toMatch(/^T (one two|two one)$/);
  });
});
