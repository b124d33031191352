import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { api, type EventScene, startEventScene } from './support/event-scene.ts';
import { openPullRequest } from './support/pull-requests.ts';

let it: EventScene;

beforeAll(async () => {
  it = await startEventScene();
});
afterAll(() => it.stop());
beforeEach(async () => void (await it.told()));

const open = () => openPullRequest(it);

describe('comments on a pull request', () => {
  test('are made, answered, changed, resolved, opened again and deleted', async () => {
    const { at } = await open();
    const made = await it.call('POST', `${at}/comments`, {
      content: { raw: 'Why?' },
      inline: { path: 'topic.txt', to: 1 },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      type: 'pullrequest_comment',
      content: { raw: 'Why?', markup: 'markdown', html: '<p>Why?</p>' },
      inline: { path: 'topic.txt', from: null, to: 1 },
      user: { nickname: 'ada' },
      deleted: false,
      pullrequest: { type: 'pullrequest' },
    });
    const one = `${at}/comments/${made.body['id']}`;
    expect(made.headers.get('location')).toBe(api + one);
    const reply = await it.call(
      'POST',
      `${at}/comments`,
      { content: { raw: 'So.' }, parent: { id: made.body['id'] } },
      'rita',
    );
    expect(reply.body).toMatchObject({ parent: { id: made.body['id'] }, inline: { path: 'topic.txt' } });
    expect((await it.call('PUT', one, { content: { raw: 'Why so?' } })).body).toMatchObject({
      content: { raw: 'Why so?' },
    });
    expect((await it.call('PUT', one, { content: { raw: 'Mine' } }, 'rita')).status).toBe(403);
    const resolved = await it.call('POST', `${one}/resolve`);
    expect(resolved.body).toMatchObject({ type: 'comment_resolution', user: { nickname: 'ada' } });
    expect((await it.call('POST', `${one}/resolve`)).status).toBe(409);
    expect((await it.call('GET', one)).body).toMatchObject({ resolution: { type: 'comment_resolution' } });
    expect((await it.call('POST', `${at}/comments/${reply.body['id']}/resolve`)).status).toBe(400);
    expect((await it.call('DELETE', `${one}/resolve`)).status).toBe(204);
    expect((await it.call('DELETE', `${one}/resolve`)).status).toBe(404);
    expect((await it.call('GET', at)).body).toMatchObject({ comment_count: 2, participants: { length: 2 } });
    expect((await it.call('DELETE', one)).status).toBe(204);
    expect((await it.call('DELETE', one)).status).toBe(404);
    expect((await it.call('GET', one)).body).toMatchObject({ deleted: true, content: { raw: '' } });
    expect((await it.call('GET', at)).body).toMatchObject({ comment_count: 1 });
    const q = encodeURIComponent('deleted = false');
    expect((await it.call('GET', `${at}/comments?q=${q}`)).body).toMatchObject({ size: 1 });
    const told = await it.told();
    expect(told.map(({ event }) => event.replace('pullrequest:comment_', ''))).toEqual([
      'created',
      'created',
      'updated',
      'resolved',
      'reopened',
      'deleted',
    ]);
    expect(told[0]?.payload).toMatchObject({
      comment: { id: made.body['id'], content: { raw: 'Why?' } },
      pullrequest: { comment_count: 1 },
    });
    expect(told[3]?.payload).toMatchObject({ comment: { resolution: { user: { nickname: 'ada' } } } });
  });

  test.each([
    [{}, 'content'],
    [{ content: { raw: ' ' } }, 'content'],
    [{ content: { raw: 'x' }, parent: { id: 12345 } }, 'parent'],
    [{ content: { raw: 'x' }, inline: { to: 1 } }, 'inline'],
    [{ content: { raw: 'x' }, inline: { path: 'a', to: 0 } }, 'inline'],
  ])('are refused with %j', async (body, field) => {
    const { at } = await open();
    const answer = await it.call('POST', `${at}/comments`, body);
    expect([answer.status, answer.body]).toMatchObject([400, { error: { fields: { [field]: [/./] } } }]);
  });
});
