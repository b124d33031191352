import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  errorOf,
  type Json,
  type PullRequestScene,
  refusalOf,
  site,
  startPullRequests,
} from './support/server-pull-requests.ts';

let it: PullRequestScene;

beforeAll(async () => {
  it = await startPullRequests();
});
afterAll(() => it.stop());
beforeEach(async () => void (await it.told()));

const events = async () => (await it.told()).map(({ event }) => event);
const askBob = { reviewers: [{ user: { name: 'bob' } }] };
const actionsOf = async (at: string) =>
  ((await it.call('GET', `${at}/activities`)).body['values'] as Json[]).map(({ action }) => action);

describe('a review on a Server', () => {
  test('approves, asks for work and is taken back, each told with what it was before', async () => {
    const { at } = await it.open('topic', askBob);
    const set = (status: string) => it.call('PUT', `${at}/participants/bob`, { status }, 'bob');
    const approved = await it.call('POST', `${at}/approve`, undefined, 'bob');
    expect(approved.body).toMatchObject({
      ...{ user: { name: 'bob' }, role: 'REVIEWER', approved: true, status: 'APPROVED' },
      lastReviewedCommit: it.commits.topic,
    });
    expect((await set('NEEDS_WORK')).body).toMatchObject({ approved: false, status: 'NEEDS_WORK' });
    expect((await set('NEEDS_WORK')).status).toBe(200);
    expect((await it.call('DELETE', `${at}/approve`, undefined, 'bob')).body).toMatchObject({
      status: 'UNAPPROVED',
    });
    expect((await it.told()).map(({ event, payload }) => [event, payload['previousStatus']])).toEqual([
      ['pr:reviewer:approved', 'UNAPPROVED'],
      ['pr:reviewer:needs_work', 'APPROVED'],
      ['pr:reviewer:unapproved', 'NEEDS_WORK'],
    ]);
    expect(await actionsOf(at)).toEqual(['UNAPPROVED', 'REVIEWED', 'APPROVED', 'OPENED']);
    expect((await it.call('GET', at)).body).toMatchObject({ version: 0 });
  });

  test('makes a reviewer of whoever gives it, and is nothing for the author or for others', async () => {
    const { at } = await it.open();
    await it.call('PUT', `${at}/participants/rita`, { status: 'APPROVED' }, 'rita');
    expect((await it.call('GET', at)).body).toMatchObject({ reviewers: [{ user: { name: 'rita' } }] });
    expect((await it.call('POST', `${at}/approve`)).status).toBe(400);
    expect((await it.call('PUT', `${at}/participants/bob`, { status: 'APPROVED' })).status).toBe(401);
    expect((await it.call('PUT', `${at}/participants/bob`, { status: 'FINE' }, 'bob')).status).toBe(400);
    const old = { status: 'APPROVED', lastReviewedCommit: it.commits.base };
    expect((await it.call('PUT', `${at}/participants/bob`, old, 'bob')).status).toBe(409);
    expect((await it.call('DELETE', `${at}/approve`, undefined, 'bob')).status).toBe(404);
    await it.call('POST', `${at}/decline?version=0`);
    expect(refusalOf(await it.call('POST', `${at}/approve`, undefined, 'bob'))).toEqual([
      409,
      'IllegalPullRequestStateException',
    ]);
  });

  test('is asked for, and no longer, one by one', async () => {
    const { at } = await it.open();
    const body = { role: 'REVIEWER', user: { name: 'bob' } };
    expect((await it.call('POST', `${at}/participants`, body, 'rita')).status).toBe(401);
    expect((await it.call('POST', `${at}/participants`, body)).body).toMatchObject({ role: 'REVIEWER' });
    const { body: page } = await it.call('GET', `${at}/participants`);
    expect(page['values']).toMatchObject([{ role: 'AUTHOR' }, { user: { name: 'bob' } }]);
    expect((await it.call('DELETE', `${at}/participants/bob`)).status).toBe(204);
    expect((await it.call('GET', at)).body).toMatchObject({
      ...{ reviewers: [], participants: [{ user: { name: 'bob' }, role: 'PARTICIPANT' }] },
    });
    expect(await events()).toEqual(['pr:reviewer:updated', 'pr:reviewer:updated']);
    expect((await it.call('POST', `${at}/participants`, { ...body, role: 'AUTHOR' })).status).toBe(400);
  });
});

describe('a comment on a Server', () => {
  test('is made, answered, changed under its version, and taken away', async () => {
    const { at } = await it.open();
    const made = await it.call('POST', `${at}/comments`, { text: 'Why?' }, 'rita');
    const { id } = made.body as { id: number };
    expect([made.status, made.headers.get('location')]).toEqual([
      201,
      `${site}/rest/api/latest${at}/comments/${id}`,
    ]);
    expect(made.body).toMatchObject({
      ...{ version: 0, text: 'Why?', author: { name: 'rita' }, comments: [] },
      ...{ severity: 'NORMAL', state: 'OPEN', permittedOperations: { editable: true, deletable: true } },
    });
    const answer = await it.call('POST', `${at}/comments`, { text: 'So', parent: { id } });
    expect((await it.call('GET', `${at}/comments/${id}`)).body).toMatchObject({
      ...{ comments: [{ text: 'So' }], permittedOperations: { editable: false, deletable: false } },
    });
    const one = `${at}/comments/${answer.body['id']}`;
    const put = { text: 'So what', version: 0 };
    expect((await it.call('PUT', one, put, 'rita')).status).toBe(401);
    expect((await it.call('PUT', one, put)).body).toMatchObject({ version: 1, text: 'So what' });
    const stale = await it.call('PUT', one, put);
    expect(refusalOf(stale)).toEqual([409, 'CommentOutOfDateException']);
    expect(errorOf(stale)).toMatchObject({ currentVersion: 1, expectedVersion: 0 });
    expect(refusalOf(await it.call('DELETE', `${at}/comments/${id}?version=0`))).toEqual([
      409,
      'CommentDeletionException',
    ]);
    expect((await it.call('DELETE', `${one}?version=1`, undefined, 'rita')).status).toBe(401);
    expect((await it.call('DELETE', `${one}?version=1`)).status).toBe(204);
    const told = await it.told();
    expect(told.map(({ event }) => event)).toEqual([
      ...['pr:comment:added', 'pr:comment:added', 'pr:comment:edited', 'pr:comment:deleted'],
    ]);
    expect(told[0]?.payload).not.toHaveProperty('commentParentId');
    expect(told[2]?.payload).toMatchObject({
      ...{ actor: { name: 'ada' }, commentParentId: id, previousComment: 'So' },
      comment: { text: 'So what', version: 1 },
    });
    expect((await it.call('GET', one)).status).toBe(404);
    const { body } = await it.call('GET', `${at}/activities`);
    expect(body['values']).toMatchObject([
      { action: 'COMMENTED', commentAction: 'ADDED', comment: { id, text: 'Why?', comments: [] } },
      { action: 'OPENED' },
    ]);
    expect((await it.call('GET', at)).body).toMatchObject({ participants: [{ user: { name: 'rita' } }] });
  });

  test('stands on a line, and is found by its file', async () => {
    const { at } = await it.open();
    const anchor = { path: 'topic.txt', line: 1, lineType: 'ADDED' };
    const made = await it.call('POST', `${at}/comments`, { text: 'Here', anchor });
    expect(made.body).toMatchObject({
      anchor: {
        ...{ ...anchor, fileType: 'TO', diffType: 'EFFECTIVE' },
        ...{ fromHash: it.commits.next, toHash: it.commits.topic },
      },
    });
    const found = await it.call('GET', `${at}/comments?path=topic.txt`);
    expect(found.body).toMatchObject({ size: 1, values: [{ text: 'Here' }] });
    expect((await it.call('GET', `${at}/comments?path=app.txt`)).body).toMatchObject({ size: 0 });
    expect((await it.call('GET', `${at}/comments`)).status).toBe(400);
    for (const wrong of [{ line: 1 }, { path: 'a', line: 1 }, { path: 'a', diffType: 'RANGE' }]) {
      const refused = await it.call('POST', `${at}/comments`, { text: 'x', anchor: wrong });
      expect(refused.status).toBe(400);
    }
    expect((await it.call('POST', `${at}/comments`, { text: ' ' })).status).toBe(400);
    expect((await it.call('POST', `${at}/comments`, { text: 'x' }, 'nobody')).status).toBe(401);
  });

  test('is a task by its severity, and is resolved', async () => {
    const { at } = await it.open();
    const { body } = await it.call('POST', `${at}/comments`, { text: 'Do', severity: 'BLOCKER' }, 'bob');
    expect((await it.call('GET', at)).body).toMatchObject({ properties: { openTaskCount: 1 } });
    const path = `${at}/comments/${body['id']}`;
    expect((await it.call('PUT', path, { state: 'RESOLVED', version: 0 }, 'rita')).status).toBe(401);
    const resolved = await it.call('PUT', path, { state: 'RESOLVED', version: 0 });
    expect(resolved.body).toMatchObject({ state: 'RESOLVED', resolver: { name: 'ada' } });
    expect((await it.call('GET', at)).body).toMatchObject({
      properties: { openTaskCount: 0, resolvedTaskCount: 1 },
    });
  });
});

describe('what a pull request of a Server would change', () => {
  test('is told as commits, files, a diff, and text', async () => {
    const { at } = await it.open('more');
    const commits = await it.call('GET', `${at}/commits?withCounts=true&limit=1`);
    expect(commits.body).toMatchObject({
      ...{ size: 1, isLastPage: false, nextPageStart: 1, values: [{ id: it.commits.more }] },
      ...{ authorCount: 1, totalCount: 2 },
    });
    const changes = await it.call('GET', `${at}/changes`);
    expect(changes.body).toMatchObject({
      ...{ fromHash: it.commits.base, toHash: it.commits.more, properties: { changeScope: 'ALL' } },
      values: [
        { type: 'ADD', path: { toString: 'more.txt' } },
        { type: 'ADD', path: { toString: 'topic.txt' } },
      ],
    });
    const one = await it.call('GET', `${at}/diff/more.txt`);
    expect(one.body).toMatchObject({
      diffs: [{ source: null, hunks: [{ segments: [{ type: 'ADDED', lines: [{ line: 'more' }] }] }] }],
    });
    const range = `${at}/changes?sinceId=${it.commits.topic}&untilId=${it.commits.more}`;
    expect((await it.call('GET', range)).body).toMatchObject({
      size: 1,
      properties: { changeScope: 'RANGE' },
    });
    const base = await it.call('GET', `${at}/merge-base`);
    expect(base.body).toMatchObject({ id: it.commits.base, message: 'Base' });
    expect((await it.call('GET', `${at}.diff`)).text).toContain('+++ b/topic.txt');
    expect((await it.call('GET', `${at}.patch`)).text).toContain('Subject: [PATCH 1/2] Topic');
  });
});
