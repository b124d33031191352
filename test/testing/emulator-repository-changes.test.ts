import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { api, type EventScene, type Json, startEventScene } from './support/event-scene.ts';

let it: EventScene;

beforeAll(async () => {
  it = await startEventScene({ issueTracker: 'missing' });
});
afterAll(() => it.stop());
beforeEach(async () => void (await it.told()));

const encoded = (uuid: unknown) => encodeURIComponent(String(uuid));

describe('a repository', () => {
  test('is made, cloned and pushed to, and the hooks of its workspace hear of it', async () => {
    const made = await it.call('POST', '/repositories/demo/fresh', {
      scm: 'git',
      description: 'New',
      is_private: true,
      has_issues: true,
      mainbranch: { name: 'trunk' },
    });
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({
      full_name: 'demo/fresh',
      name: 'fresh',
      description: 'New',
      has_issues: true,
      mainbranch: null,
      parent: null,
    });
    const { url } = await it.emulator.listen();
    await it.git(
      'push',
      '--quiet',
      `${url.replace('//', '//ada:ada-token@')}/demo/fresh.git`,
      `${it.commits.next}:refs/heads/trunk`,
    );
    expect((await it.call('GET', '/repositories/demo/fresh')).body).toMatchObject({
      mainbranch: { name: 'trunk' },
    });
    expect(await it.told()).toMatchObject([
      {
        event: 'repo:created',
        payload: { repository: { full_name: 'demo/fresh' }, actor: { nickname: 'ada' } },
      },
      { event: 'repo:push' },
    ]);
  });

  test.each<[string, string, Json, number]>([
    ['that is there', '/repositories/demo/widgets', {}, 400],
    ['of another kind', '/repositories/demo/x', { scm: 'hg' }, 400],
    ['with an impossible address', '/repositories/demo/Not%20So', {}, 400],
    ['with a wrong field', '/repositories/demo/x', { is_private: 'yes' }, 400],
    ['of an unknown workspace', '/repositories/nowhere/x', {}, 404],
  ])('%s is not made', async (_, path, body, status) => {
    const answer = await it.call('POST', path, body);
    expect([answer.status, answer.body['type']]).toEqual([status, 'error']);
    expect(await it.told()).toEqual([]);
  });

  test('is made by admins only', async () => {
    expect((await it.call('POST', '/repositories/demo/x', {}, 'bob')).status).toBe(403);
    expect((await it.call('POST', '/repositories/demo/x', {}, 'nobody')).status).toBe(401);
  });

  test('that gets another name is found by its UUID, by its new address, and not by the old one', async () => {
    const made = await it.call('PUT', '/repositories/demo/before', { description: 'a' });
    expect(made.status).toBe(201);
    await it.call('POST', '/repositories/demo/before/hooks', { url: 'http://own', events: ['repo:updated'] });
    await it.told();
    const uuid = encoded(made.body['uuid']);
    const renamed = await it.call('PUT', '/repositories/demo/before', {
      name: 'After All',
      description: 'b',
    });
    expect([renamed.status, renamed.headers.get('location')]).toEqual([
      200,
      `${api}/repositories/demo/after-all`,
    ]);
    expect(renamed.body).toMatchObject({ full_name: 'demo/after-all', name: 'After All', description: 'b' });
    for (const path of [
      '/repositories/demo/after-all',
      `/repositories/demo/${uuid}`,
      `/repositories/%7B%7D/${uuid}`,
    ]) {
      expect((await it.call('GET', path)).body).toMatchObject({ uuid: made.body['uuid'] });
    }
    expect((await it.call('GET', '/repositories/demo/before')).status).toBe(404);
    const told = await it.told();
    expect(told.map(({ event }) => event)).toEqual(['repo:updated', 'repo:updated']);
    expect(told[0]?.payload).toMatchObject({
      repository: { full_name: 'demo/after-all' },
      changes: {
        name: { old: 'before', new: 'After All' },
        full_name: { old: 'demo/before', new: 'demo/after-all' },
        description: { old: 'a', new: 'b' },
        links: { new: { html: { href: 'https://bitbucket.org/demo/after-all' } } },
      },
    });
    // The old address is free again, and what takes it is another repository.
    const taken = await it.call('POST', '/repositories/demo/before', {});
    expect(taken.body['uuid']).not.toBe(made.body['uuid']);
    expect((await it.call('PUT', '/repositories/demo/before', { name: 'after all' })).status).toBe(400);
  });

  test('that stays as it is tells nobody', async () => {
    await it.call('PUT', '/repositories/demo/empty', {});
    expect(await it.told()).toEqual([]);
  });

  test('has its main branch changed to one that there is', async () => {
    const path = '/repositories/demo/widgets';
    expect((await it.call('PUT', path, { mainbranch: { name: 'no' } })).status).toBe(400);
    const changed = await it.call('PUT', path, { mainbranch: { name: 'topic' } });
    expect(changed.body).toMatchObject({ mainbranch: { name: 'topic' } });
    await it.call('PUT', path, { mainbranch: { name: 'main' } });
  });

  test('is deleted, and hooks hear of it', async () => {
    await it.call('POST', '/repositories/demo/doomed', {});
    await it.told();
    expect((await it.call('DELETE', '/repositories/demo/doomed', undefined, 'bob')).status).toBe(403);
    expect((await it.call('DELETE', '/repositories/demo/doomed')).status).toBe(204);
    expect((await it.call('GET', '/repositories/demo/doomed')).status).toBe(404);
    expect(await it.told()).toMatchObject([
      { event: 'repo:deleted', payload: { repository: { full_name: 'demo/doomed' } } },
    ]);
  });
});

describe('a fork', () => {
  test('has what its parent has, and offers changes by a pull request', async () => {
    const forks = '/repositories/demo/widgets/forks';
    const made = await it.call('POST', forks, { name: 'Mine', workspace: { slug: 'other' } });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ full_name: 'other/mine', parent: { full_name: 'demo/widgets' } });
    expect((await it.call('GET', forks)).body).toMatchObject({
      size: 1,
      values: [{ full_name: 'other/mine' }],
    });
    expect(await it.told()).toMatchObject([
      {
        event: 'repo:fork',
        payload: { repository: { full_name: 'demo/widgets' }, fork: { full_name: 'other/mine' } },
      },
    ]);
    // A commit that only the fork has.
    const { url } = await it.emulator.listen();
    await it.git('checkout', '--quiet', '--detach', it.commits.next);
    await it.git('commit', '--quiet', '--allow-empty', '-m', 'Only here');
    const head = await it.git('rev-parse', 'HEAD');
    const address = `${url.replace('//', '//ada:ada-token@')}/other/mine.git`;
    await it.git('push', '--quiet', address, `${head}:refs/heads/offer`);
    const opened = await it.call('POST', '/repositories/demo/widgets/pullrequests', {
      title: 'From a fork',
      source: { branch: { name: 'offer' }, repository: { full_name: 'other/mine' } },
      close_source_branch: true,
    });
    expect(opened.body).toMatchObject({
      source: { repository: { full_name: 'other/mine' }, commit: { hash: head.slice(0, 12) } },
      destination: { repository: { full_name: 'demo/widgets' } },
    });
    // It stays out of sight of those who clone.
    const parent = `${url.replace('//', '//ada:ada-token@')}/demo/widgets.git`;
    expect(await it.git('ls-remote', parent)).not.toContain('pull-requests');
    await it.git('commit', '--quiet', '--allow-empty', '-m', 'And this');
    const second = await it.git('rev-parse', 'HEAD');
    await it.git('push', '--quiet', address, `${second}:refs/heads/offer`);
    await it.told();
    const at = `/repositories/demo/widgets/pullrequests/${opened.body['id']}`;
    expect((await it.call('GET', `${at}/commits`)).body).toMatchObject({
      values: [{ hash: second }, { hash: head }],
    });
    const merged = await it.call('POST', `${at}/merge`, { merge_strategy: 'fast_forward' });
    expect(merged.body).toMatchObject({ state: 'MERGED', merge_commit: { hash: second.slice(0, 12) } });
    expect((await it.call('GET', '/repositories/other/mine/refs/branches/offer')).status).toBe(404);
    expect((await it.call('DELETE', '/repositories/other/mine')).status).toBe(204);
    expect((await it.call('GET', at)).body).toMatchObject({ source: { repository: null } });
  });

  test('of a private repository stays private, and needs a name of its own', async () => {
    const forks = '/repositories/demo/widgets/forks';
    expect((await it.call('POST', forks, {})).status).toBe(400);
    expect((await it.call('POST', forks, { name: 'x', is_private: false })).status).toBe(400);
    expect((await it.call('POST', forks, { name: 'x', workspace: { slug: 'no' } })).status).toBe(400);
    expect((await it.call('POST', forks, { name: 'x' }, 'rita')).status).toBe(403);
  });
});

describe('a transfer', () => {
  test('moves the repository to another workspace, where its UUID finds it', async () => {
    const made = await it.call('POST', '/repositories/demo/moving', {});
    const uuid = encoded(made.body['uuid']);
    await it.call('POST', '/repositories/demo/moving/hooks', {
      url: 'http://own',
      events: ['repo:transfer'],
    });
    await it.told();
    it.emulator.transfer({ repository: 'demo/moving', to: 'other' });
    expect(await it.told()).toMatchObject([
      {
        event: 'repo:transfer',
        payload: {
          repository: { full_name: 'other/moving', workspace: { slug: 'other' } },
          previous_workspace: { slug: 'demo' },
          actor: { type: 'user' },
        },
      },
    ]);
    expect((await it.call('GET', `/repositories/other/${uuid}`)).body).toMatchObject({
      full_name: 'other/moving',
    });
    expect((await it.call('GET', '/repositories/demo/moving')).status).toBe(404);
    const refused = (repository: string, to: string) => () => it.emulator.transfer({ repository, to });
    expect(refused('demo/moving', 'other')).toThrow(
      expect.objectContaining({ option: 'transfer.repository' }),
    );
    expect(refused('demo/widgets', 'nowhere')).toThrow(expect.objectContaining({ option: 'transfer.to' }));
    await it.call('POST', '/repositories/demo/moving', {});
    expect(refused('demo/moving', 'other')).toThrow(expect.objectContaining({ option: 'transfer.to' }));
  });
});
