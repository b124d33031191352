import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EventScene, type Json, startEventScene } from './support/event-scene.ts';
import { openPullRequest } from './support/pull-requests.ts';

let it: EventScene;

beforeAll(async () => {
  it = await startEventScene();
});
afterAll(() => it.stop());

const raw = (text: string) => ({ content: { raw: text } });
const todo = raw('Write the tests');

describe('a task of a pull request', () => {
  test('is made, found by its state, resolved, opened again and deleted', async () => {
    const { at } = await openPullRequest(it);
    const made = await it.call('POST', `${at}/tasks`, todo, 'rita');
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      state: 'UNRESOLVED',
      content: { raw: 'Write the tests', html: '<p>Write the tests</p>' },
      creator: { nickname: 'rita' },
      resolved_on: null,
      resolved_by: null,
    });
    const one = `${at}/tasks/${made.body['id']}`;
    expect(made.headers.get('location')).toContain(one);
    await it.call('POST', `${at}/tasks`, raw('Other'));
    expect((await it.call('GET', at)).body).toMatchObject({ task_count: 2 });
    const resolved = await it.call('PUT', one, { state: 'RESOLVED' });
    expect(resolved.body).toMatchObject({ state: 'RESOLVED', resolved_by: { nickname: 'ada' } });
    expect((await it.call('GET', at)).body).toMatchObject({ task_count: 1 });
    const open = await it.call('GET', `${at}/tasks?q=${encodeURIComponent('state="UNRESOLVED"')}`);
    expect(open.body).toMatchObject({ size: 1, values: [{ content: { raw: 'Other' } }] });
    const again = await it.call('PUT', one, { state: 'UNRESOLVED', ...raw('Write more') });
    expect(again.body).toMatchObject({ resolved_by: null, content: { raw: 'Write more' } });
    expect((await it.call('GET', one)).body).toEqual(again.body);
    expect((await it.call('DELETE', one)).status).toBe(204);
    expect((await it.call('GET', one)).status).toBe(404);
    expect(await it.told()).toEqual([]);
  });

  test('stands below a comment where one is named', async () => {
    const { at } = await openPullRequest(it);
    const { body: comment } = await it.call('POST', `${at}/comments`, raw('Hm'));
    const made = await it.call('POST', `${at}/tasks`, { ...todo, comment: { id: comment['id'] } });
    expect(made.body).toMatchObject({
      comment: { id: comment['id'], links: { self: (comment['links'] as Json)['self'] } },
    });
    expect((await it.call('POST', `${at}/tasks`, { ...todo, comment: { id: 0 } })).status).toBe(400);
  });

  test('is refused without words or with another state, and is deleted by its maker or by those who may write', async () => {
    const { at } = await openPullRequest(it);
    expect((await it.call('POST', `${at}/tasks`, {})).status).toBe(400);
    const { body } = await it.call('POST', `${at}/tasks`, todo);
    const one = `${at}/tasks/${body['id']}`;
    expect((await it.call('PUT', one, { state: 'DONE' })).status).toBe(400);
    expect((await it.call('PUT', one, raw(' '))).status).toBe(400);
    expect((await it.call('DELETE', one, undefined, 'rita')).status).toBe(403);
    expect((await it.call('DELETE', one, undefined, 'bob')).status).toBe(204);
  });
});
