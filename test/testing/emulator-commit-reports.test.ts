import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { api, type EventScene, type Json, startEventScene, widgets } from './support/event-scene.ts';

let it: EventScene;

beforeAll(async () => {
  it = await startEventScene();
});
afterAll(() => it.stop());
beforeEach(async () => void (await it.told()));

describe('a build status', () => {
  test('is set, changed and listed, and hooks hear of both', async () => {
    const { topic } = it.commits;
    const list = `${widgets}/commit/${topic}/statuses`;
    const made = await it.call('POST', `${list}/build`, {
      key: 'ci/1',
      state: 'INPROGRESS',
      url: 'https://ci.example.com/{repository.full_name}/{commit.hash}',
      name: 'Build 1',
      refname: 'topic',
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      type: 'build',
      key: 'ci/1',
      state: 'INPROGRESS',
      url: `https://ci.example.com/demo/widgets/${topic}`,
      name: 'Build 1',
      description: '',
      refname: 'topic',
      commit: { hash: topic },
      links: { self: { href: `${api}${list}/build/ci%2F1` } },
    });
    const done = await it.call('PUT', `${list}/build/ci%2F1`, { state: 'SUCCESSFUL', description: 'Green' });
    expect(done.body).toMatchObject({ state: 'SUCCESSFUL', description: 'Green', name: 'Build 1' });
    expect((await it.call('GET', `${list}/build/ci%2F1`)).body).toEqual(done.body);
    const again = await it.call('POST', `${list}/build`, {
      key: 'ci/1',
      state: 'FAILED',
      url: 'https://ci.example.com/2',
    });
    expect([again.status, again.body]).toMatchObject([201, { state: 'FAILED' }]);
    await it.call('POST', `${list}/build`, {
      key: 'lint',
      state: 'STOPPED',
      url: 'https://ci.example.com/3',
    });
    expect((await it.call('GET', list)).body).toMatchObject({ size: 2 });
    expect((await it.call('GET', `${list}?refname=topic`)).body).toMatchObject({ size: 1 });
    expect((await it.call('GET', `${list}?sort=-key`)).body).toMatchObject({ values: [{ key: 'lint' }, {}] });
    const told = await it.told();
    expect(told.map(({ event }) => event.replace('repo:commit_status_', ''))).toEqual([
      'created',
      'updated',
      'updated',
      'created',
    ]);
    expect(told[1]?.payload).toMatchObject({
      actor: { nickname: 'ada' },
      repository: { full_name: 'demo/widgets' },
      commit_status: { key: 'ci/1', state: 'SUCCESSFUL', commit: { hash: topic, message: 'Topic\n' } },
    });
  });

  test('shows in a pull request whose newest commit has it', async () => {
    const { conflict } = it.commits;
    await it.call('POST', `${widgets}/commit/${conflict}/statuses/build`, {
      key: 'ci',
      state: 'FAILED',
      url: 'https://ci.example.com',
    });
    const { body } = await it.call('POST', `${widgets}/pullrequests`, {
      title: 't',
      source: { branch: { name: 'conflict' } },
    });
    expect((await it.call('GET', `${widgets}/pullrequests/${body['id']}/statuses`)).body).toMatchObject({
      size: 1,
      values: [{ key: 'ci', state: 'FAILED' }],
    });
  });

  test.each<[Json, string]>([
    [{ state: 'FAILED', url: 'https://x' }, 'key'],
    [{ key: 'k', url: 'https://x' }, 'state'],
    [{ key: 'k', state: 'BROKEN', url: 'https://x' }, 'state'],
    [{ key: 'k', state: 'FAILED' }, 'url'],
    [{ key: 'k', state: 'FAILED', url: 'nowhere' }, 'url'],
    [{ key: 'k'.repeat(41), state: 'FAILED', url: 'https://x' }, 'key'],
  ])('is refused with %j', async (body, field) => {
    const answer = await it.call('POST', `${widgets}/commit/main/statuses/build`, body);
    expect([answer.status, answer.body]).toMatchObject([400, { error: { fields: { [field]: [/./] } } }]);
  });

  test('is not there before it is set, and not set by those who only read', async () => {
    expect((await it.call('GET', `${widgets}/commit/main/statuses/build/none`)).status).toBe(404);
    expect((await it.call('PUT', `${widgets}/commit/main/statuses/build/none`, {})).status).toBe(404);
    expect((await it.call('GET', `${widgets}/commit/nope/statuses`)).status).toBe(404);
    const body = { key: 'k', state: 'FAILED', url: 'https://x' };
    expect((await it.call('POST', `${widgets}/commit/main/statuses/build`, body, 'rita')).status).toBe(403);
  });
});

describe('a comment on a commit', () => {
  test('is made, and hooks hear of it', async () => {
    const { topic } = it.commits;
    const list = `${widgets}/commit/${topic}/comments`;
    const made = await it.call('POST', list, {
      content: { raw: 'Nice' },
      inline: { path: 'topic.txt', to: 1 },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      type: 'commit_comment',
      content: { raw: 'Nice' },
      commit: { hash: topic },
      inline: { path: 'topic.txt', to: 1 },
    });
    expect((await it.call('GET', list)).body).toMatchObject({ size: 1, values: [{ id: made.body['id'] }] });
    expect((await it.call('GET', `${list}/${made.body['id']}`)).body).toEqual(made.body);
    const changed = await it.call('PUT', `${list}/${made.body['id']}`, { content: { raw: 'Very nice' } });
    expect([changed.status, changed.body]).toMatchObject([201, { content: { raw: 'Very nice' } }]);
    expect((await it.call('DELETE', `${list}/${made.body['id']}`)).status).toBe(204);
    expect(await it.told()).toMatchObject([
      {
        event: 'repo:commit_comment_created',
        payload: { commit: { hash: topic, message: 'Topic\n' }, comment: { content: { raw: 'Nice' } } },
      },
    ]);
  });
});
