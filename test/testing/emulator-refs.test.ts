import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EventScene, startEventScene, widgets } from './support/event-scene.ts';

let it: EventScene;

beforeAll(async () => {
  it = await startEventScene();
});
afterAll(() => it.stop());
beforeEach(async () => void (await it.told()));

describe('a branch made by the API', () => {
  test.each([
    ['a full hash', () => it.commits.topic],
    ['a short one', () => it.commits.topic.slice(0, 10)],
    ['a branch', () => 'topic'],
  ])('begins at %s, and hooks hear of it as of a push', async (how, target) => {
    const name = `made/from ${how}`.replaceAll(' ', '-');
    const made = await it.call('POST', `${widgets}/refs/branches`, { name, target: { hash: target() } });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ type: 'branch', name, target: { hash: it.commits.topic } });
    expect((await it.call('GET', `${widgets}/refs/branches/${name}`)).body).toEqual(made.body);
    expect(await it.told()).toMatchObject([
      {
        event: 'repo:push',
        payload: {
          actor: { nickname: 'ada' },
          push: {
            changes: [{ created: true, old: null, new: { name, target: { hash: it.commits.topic } } }],
          },
        },
      },
    ]);
  });

  test('goes away by the API too', async () => {
    const name = await it.branch('gone/soon', 'topic');
    await it.told();
    expect((await it.call('DELETE', `${widgets}/refs/branches/${name}`)).status).toBe(204);
    expect((await it.call('GET', `${widgets}/refs/branches/${name}`)).status).toBe(404);
    expect((await it.call('DELETE', `${widgets}/refs/branches/${name}`)).status).toBe(404);
    expect(await it.told()).toMatchObject([
      {
        event: 'repo:push',
        payload: { push: { changes: [{ closed: true, new: null, old: { name } }] } },
      },
    ]);
  });

  test.each([
    ['no name', { target: { hash: 'main' } }, 400],
    ['a name that git cannot have', { name: 'a..b', target: { hash: 'main' } }, 400],
    ['no target', { name: 'x' }, 400],
    ['an unknown target', { name: 'x', target: { hash: 'feedbeef' } }, 400],
    ['a name that there is', { name: 'topic', target: { hash: 'main' } }, 409],
    ['a name below another one', { name: 'topic/x', target: { hash: 'main' } }, 400],
  ])('with %s is refused', async (_, body, status) => {
    const answer = await it.call('POST', `${widgets}/refs/branches`, body);
    expect([answer.status, answer.body['type']]).toEqual([status, 'error']);
    expect(await it.told()).toEqual([]);
  });

  test('needs the right to write, and the main branch stays', async () => {
    const body = { name: 'rita', target: { hash: 'main' } };
    expect((await it.call('POST', `${widgets}/refs/branches`, body, 'rita')).status).toBe(403);
    expect((await it.call('DELETE', `${widgets}/refs/branches/topic`, undefined, 'rita')).status).toBe(403);
    expect((await it.call('DELETE', `${widgets}/refs/branches/main`)).body).toMatchObject({
      error: { data: { key: 'BRANCH_IS_MAIN' } },
    });
  });
});

describe('a tag made by the API', () => {
  test('is annotated, with the message that is given or one of its own', async () => {
    const { base } = it.commits;
    const path = `${widgets}/refs/tags`;
    const said = await it.call('POST', path, { name: 'v1', target: { hash: base }, message: 'One' });
    expect(said.status).toBe(201);
    expect(said.body).toMatchObject({
      type: 'tag',
      message: 'One\n',
      target: { hash: base },
      tagger: { raw: 'Ada Löw <ada@example.com>' },
    });
    const silent = await it.call('POST', path, { name: 'v/2', target: { hash: base } });
    expect(silent.body).toMatchObject({ message: `Added tag v/2 for changeset ${base.slice(0, 12)}\n` });
    expect((await it.call('POST', path, { name: 'v1', target: { hash: base } })).status).toBe(409);
    expect((await it.call('DELETE', `${path}/v/2`)).status).toBe(204);
    const changes = (await it.told()).map(({ payload }) => payload['push']);
    expect(changes).toMatchObject([
      { changes: [{ created: true, new: { type: 'annotated_tag', name: 'v1' } }] },
      { changes: [{ created: true, new: { name: 'v/2' } }] },
      { changes: [{ closed: true, old: { name: 'v/2' } }] },
    ]);
  });
});
