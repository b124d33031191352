import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type EventScene, type Json, startEventScene, widgets } from './support/event-scene.ts';

let it: EventScene;

beforeAll(async () => {
  it = await startEventScene();
});
afterAll(() => it.stop());

const values = ({ body }: Answer) => body['values'] as Json[];
const names = (answer: Answer) => values(answer).map((one) => (one['user'] as Json)['nickname']);

describe('default reviewers', () => {
  const list = `${widgets}/default-reviewers`;
  const effective = `${widgets}/effective-default-reviewers`;

  test('are added once, by name or UUID, and taken away again', async () => {
    expect(values(await it.call('GET', list))).toEqual([]);
    const rita = await it.call('PUT', `${list}/rita`);
    expect([rita.status, rita.body]).toMatchObject([200, { type: 'user', nickname: 'rita' }]);
    await it.call('PUT', `${list}/${encodeURIComponent(String(rita.body['uuid']))}`);
    expect(values(await it.call('GET', list))).toMatchObject([{ nickname: 'rita' }]);
    expect(values(await it.call('GET', effective, undefined, 'rita'))).toMatchObject([
      { type: 'default_reviewer', reviewer_type: 'repository', user: { uuid: rita.body['uuid'] } },
    ]);
    expect((await it.call('GET', `${list}/bob`)).status).toBe(404);
    expect((await it.call('DELETE', `${list}/rita`)).status).toBe(204);
    expect((await it.call('DELETE', `${list}/rita`)).status).toBe(404);
    expect(values(await it.call('GET', effective))).toEqual([]);
  });

  test.each([
    ['ada', 'nobody', 404],
    ['ada', 'eve', 400],
    ['bob', 'rita', 403],
  ] as const)('are refused: %s adds %s', async (who, name, status) => {
    const answer = await it.call('PUT', `${list}/${name}`, undefined, who);
    expect([answer.status, answer.body['type']]).toEqual([status, 'error']);
  });
});

describe('the members of a workspace', () => {
  const list = '/workspaces/demo/members';

  test('are those who have a role in it', async () => {
    const all = await it.call('GET', list);
    expect(names(all)).toEqual(['ada', 'bob', 'rita']);
    expect(JSON.stringify(all.body)).not.toContain('rita@example.com');
    expect((await it.call('GET', `${list}/rita`)).body).toMatchObject({ user: { nickname: 'rita' } });
    expect((await it.call('GET', `${list}/eve`)).status).toBe(404);
    expect((await it.call('GET', list, undefined, 'nobody')).status).toBe(404);
  });

  test('are found by address by administrators, who are shown what they named', async () => {
    const q = encodeURIComponent('user.email IN ("rita@example.com","eve@example.com")');
    const found = await it.call('GET', `${list}?q=${q}&fields=%2Bvalues.user.email`);
    expect(names(found)).toEqual(['rita']);
    expect(values(found)).toMatchObject([{ user: { email: 'rita@example.com' } }]);
    expect(JSON.stringify((await it.call('GET', `${list}?q=${q}`)).body)).not.toContain('@example.com"');
    expect((await it.call('GET', `${list}?q=${q}`, undefined, 'rita')).status).toBe(403);
  });

  test('are owners or no more than members', async () => {
    const owners = `/workspaces/demo/permissions?q=${encodeURIComponent('permission="owner"')}`;
    expect(names(await it.call('GET', owners))).toEqual(['ada']);
    expect(values(await it.call('GET', '/workspaces/demo/permissions'))).toMatchObject([
      { permission: 'owner' },
      { permission: 'member' },
      { permission: 'member' },
    ]);
  });

  test('learn what they may do in its repositories', async () => {
    const path = '/user/workspaces/demo/permissions/repositories';
    const q = (text: string) => `${path}?q=${encodeURIComponent(text)}`;
    expect(values(await it.call('GET', q('repository.name="widgets"'), undefined, 'bob'))).toMatchObject([
      { permission: 'write', user: { nickname: 'bob' }, repository: { full_name: 'demo/widgets' } },
    ]);
    expect(values(await it.call('GET', q('permission="admin"'), undefined, 'rita'))).toEqual([]);
    expect((await it.call('GET', q('permission>"read"'))).status).toBe(400);
    expect((await it.call('GET', path, undefined, 'bot')).status).toBe(401);
    expect((await it.call('GET', path.replace('demo', 'other'), undefined, 'bob')).status).toBe(404);
  });

  test('and all others are known by name to everybody', async () => {
    const eve = await it.call('GET', '/users/eve', undefined, 'nobody');
    expect(eve.body).toMatchObject({ type: 'user', nickname: 'eve' });
    const same = await it.call('GET', `/users/${encodeURIComponent(String(eve.body['uuid']))}`);
    expect(same.body).toEqual(eve.body);
    expect((await it.call('GET', '/users/noone')).status).toBe(404);
  });
});
