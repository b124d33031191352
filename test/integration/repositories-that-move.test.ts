import { samples } from 'bitbucket-sdk/testing';
import { describe, expect, test } from 'vitest';
import { addressOf, appOver, sampleRepository } from './app-over-fetch.ts';
import { type Answer, refused, workspaceId } from './integration-kit.ts';

const newWorkspace = '{11111111-7d4b-4f0e-9d3a-2b6c8e0f1a35}';
const { uuid } = sampleRepository();
const hour = 60 * 60 * 1000;

/** Bitbucket's answer about the repository. */
const repository = (full_name: string, workspace = workspaceId) => ({
  type: 'repository',
  uuid,
  full_name,
  name: full_name.split('/')[1],
  workspace: { type: 'workspace', uuid: workspace, slug: full_name.split('/')[0] },
});

describe('a repository that was renamed or moved', () => {
  test('is called by UUIDs, whatever its name is', async () => {
    const { app, integration, link, asked } = await appOver(({ path }) =>
      path.includes('/commits/') ? { values: [] } : undefined,
    );
    const linked = await link({ name: 'acme/old-name' });
    await app.repositoryProvider.compareCommits(integration, linked, { end: 'main' });
    expect(asked.map(({ path }) => path)).toEqual([`${addressOf(linked)}/commits/main`]);
  });

  test('gets its new name, and its workspace’s, when it is refreshed', async () => {
    const { app, integration, link, store } = await appOver(({ path }) =>
      path === `/repositories/${workspaceId}/${uuid}` ? repository('acme-inc/gadgets') : undefined,
    );
    const linked = await link({ name: 'acme/widgets' });
    const refreshed = await app.repositoryProvider.refreshRepository(integration, linked);
    expect(refreshed).toMatchObject({
      name: 'acme-inc/gadgets',
      url: 'https://bitbucket.org/acme-inc/gadgets',
      config: { name: 'acme-inc/gadgets', webhookId: '{hook}', workspaceId },
    });
    expect(await store.repositories.get(linked.id)).toEqual(refreshed);
  });

  test('is followed to another workspace by the name of its last push, and called there from then on', async () => {
    const answer: Answer = ({ path }) => {
      if (path === '/repositories/other/widgets') return repository('other/widgets', newWorkspace);
      return path.startsWith(`/repositories/${newWorkspace}/${uuid}/commits`) ? { values: [] } : undefined;
    };
    const { app, integration, link, deliver, lines, store } = await appOver(answer);
    const linked = await link();
    const payload = samples.cloud['repo:push']();
    Object.assign(payload.repository, { full_name: 'other/widgets' });
    expect((await deliver({ payload })).status).toBe(200);
    const renamed = await store.repositories.get(linked.id);
    expect(renamed).toMatchObject({ name: 'other/widgets', status: 'active' });

    const moved = await app.repositoryProvider.refreshRepository(integration, renamed ?? linked);
    expect(moved).toMatchObject({ status: 'active', config: { workspaceId: newWorkspace } });
    await app.repositoryProvider.compareCommits(integration, moved, { end: 'main' });
    expect(lines().at(-1)).toBe(`GET /repositories/${newWorkspace}/${uuid}/commits/main`);
  });

  test('a push that has to be completed is, after a transfer, at once', async () => {
    const answer: Answer = ({ path }) => {
      if (path === '/repositories/other/widgets') return repository('other/widgets', newWorkspace);
      if (path !== `/repositories/${newWorkspace}/${uuid}/commits`) return undefined;
      return { values: [{ hash: 'c0ffee', message: 'Complete', date: '2026-11-19T10:20:30+00:00' }] };
    };
    const { link, deliver, received } = await appOver(answer);
    await link();
    expect((await deliver({ payload: truncatedPush('other/widgets') })).status).toBe(200);
    expect(received[0]?.commits.map(({ id }) => id)).toEqual(['c0ffee']);
  });

  test('a release is read in the other workspace at once', async () => {
    const answer: Answer = ({ path }) => {
      if (path === '/repositories/other/widgets') return repository('other/widgets', newWorkspace);
      return path.startsWith(`/repositories/${newWorkspace}/${uuid}/commits`) ? { values: [] } : undefined;
    };
    const { app, integration, link, store } = await appOver(answer);
    const linked = await link({ name: 'other/widgets' });
    const release = app.repositoryProvider.compareCommits(integration, linked, { end: 'main' });
    await expect(release).resolves.toEqual({ commits: [], truncated: false, startFound: true });
    expect((await store.repositories.get(linked.id))?.config).toMatchObject({ workspaceId: newWorkspace });
  });

  test('another repository under the old name is not taken for it', async () => {
    const { app, integration, link } = await appOver(({ path }) =>
      path === '/repositories/acme/widgets'
        ? { ...repository('acme/widgets'), uuid: '{another}' }
        : undefined,
    );
    const seen = await app.repositoryProvider.refreshRepository(integration, await link());
    expect(seen.status).toBe('access_lost');
  });

  test('a push names it anew, also when it is linked again', async () => {
    const { app, integration, link, asked } = await appOver(({ path }) =>
      path === '/repositories/acme/gadgets' ? repository('acme/gadgets') : undefined,
    );
    const linked = await link();
    const again = await app.linkRepository(integration, 'acme/gadgets');
    expect(again).toMatchObject({ id: linked.id, name: 'acme/gadgets', config: { webhookId: '{hook}' } });
    expect(asked).toHaveLength(1);
  });
});

/** A push of which Bitbucket lists only the newest commit. */
function truncatedPush(full_name = 'acme/widgets') {
  const payload = samples.cloud['repo:push']();
  Object.assign(payload.repository, { full_name });
  payload.push.changes = payload.push.changes.map((change) => ({ ...change, truncated: true }));
  return payload;
}

describe('access that was lost', () => {
  test.each([403, 404])('is marked on %i, and not asked for again within the hour', async (status) => {
    let lost = true;
    const { app, integration, link, store, asked, now } = await appOver(({ path }) => {
      if (lost) return refused(status, 'No access');
      return path.includes('/commits/') ? { values: [] } : repository('acme/widgets');
    });
    const { id } = await link();
    const compare = async () => {
      const row = await store.repositories.get(id);
      if (row === undefined) throw new Error('the row is gone');
      return app.repositoryProvider.compareCommits(integration, row, { end: 'main' });
    };
    await expect(compare()).rejects.toMatchObject({ status });
    expect(await store.repositories.get(id)).toMatchObject({
      status: 'access_lost',
      config: { accessLostAt: new Date(now.time).toISOString() },
    });
    const calls = asked.length;
    await expect(compare()).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('acme/widgets'),
    });
    expect(asked).toHaveLength(calls);

    now.time += hour + 1;
    await expect(compare()).rejects.toMatchObject({ status });
    expect(asked.length).toBeGreaterThan(calls);
    now.time += hour + 1;
    lost = false;
    await expect(compare()).resolves.toMatchObject({ commits: [] });
    const back = await store.repositories.get(id);
    expect(back?.status).toBe('active');
    expect(back?.config).not.toHaveProperty('accessLostAt');
  });

  test('is not what a commit that is gone means', async () => {
    const { app, integration, link, store } = await appOver(({ path }) =>
      path.includes('/commits/') ? refused(404, 'Commit not found') : repository('acme/widgets'),
    );
    const linked = await link();
    const call = app.repositoryProvider.compareCommits(integration, linked, { end: 'gone' });
    await expect(call).rejects.toMatchObject({ code: 'not_found' });
    expect(await store.repositories.get(linked.id)).toMatchObject({ status: 'active' });
  });

  test.each([401, 429, 500])('is not what %i means', async (status) => {
    const { app, integration, link, store } = await appOver(() => refused(status, 'no'));
    const linked = await link();
    await expect(app.repositoryProvider.refreshRepository(integration, linked)).rejects.toMatchObject({
      status,
    });
    expect(await store.repositories.get(linked.id)).toMatchObject({ status: 'active' });
  });

  test('leaves a push what it lists itself, asks no more, and answers 200', async () => {
    const { link, deliver, received, asked, store } = await appOver(() => refused(403, 'No access'));
    const { id } = await link();
    expect((await deliver({ payload: truncatedPush() })).status).toBe(200);
    expect(received[0]?.commits).toHaveLength(1);
    expect(await store.repositories.get(id)).toMatchObject({ status: 'access_lost' });
    const calls = asked.length;
    expect((await deliver({ payload: { ...truncatedPush(), again: true } })).status).toBe(200);
    expect(received).toHaveLength(2);
    expect(asked).toHaveLength(calls);
  });

  test('is looked into again by a push after the hour, also by one that lists all its commits', async () => {
    let lost = true;
    const { link, deliver, received, store, now } = await appOver(() =>
      lost ? refused(404, 'No access') : repository('acme/widgets'),
    );
    const accessLostAt = new Date(now.time - hour).toISOString();
    const { id } = await link({
      status: 'access_lost',
      config: { name: 'acme/widgets', webhookId: '{hook}', accessLostAt },
    });
    expect((await deliver()).status).toBe(200);
    expect(await store.repositories.get(id)).toMatchObject({ status: 'access_lost' });
    now.time += hour;
    lost = false;
    const payload = { ...samples.cloud['repo:push'](), again: true };
    expect((await deliver({ payload })).status).toBe(200);
    expect(await store.repositories.get(id)).toMatchObject({ status: 'active' });
    expect(received).toHaveLength(2);
  });

  test('of one repository does not keep a re-install from the others', async () => {
    const answer: Answer = ({ method, path }) => {
      if (path.includes('{lost}') || path.startsWith('/repositories/acme/lost')) return undefined;
      return method === 'GET' && path.endsWith('/hooks') ? { values: [] } : { uuid: '{new-hook}' };
    };
    const { app, integration, link, store } = await appOver(answer);
    const lost = await link({ externalId: '{lost}', name: 'acme/lost', status: 'disabled' });
    const found = await link({ externalId: '{found}', name: 'acme/found', status: 'disabled' });
    await app.provider.reinstall(integration, { repositoryProvider: app.repositoryProvider });
    expect(await store.repositories.get(lost.id)).toMatchObject({ status: 'access_lost' });
    expect(await store.repositories.get(found.id)).toMatchObject({
      status: 'active',
      config: { webhookId: '{new-hook}' },
    });
  });

  test('does not keep a repository from being unlinked', async () => {
    const { app, integration, link, store } = await appOver(() => refused(403, 'No access'));
    const active = await link();
    await expect(app.unlinkRepository(integration, active)).rejects.toMatchObject({ status: 403 });
    const marked = await app.repositoryProvider.refreshRepository(integration, active);
    await app.unlinkRepository(integration, marked);
    expect(await store.repositories.get(active.id)).toBeUndefined();
  });
});
