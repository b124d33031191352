import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { api, type EventScene, type Json, startEventScene } from './support/event-scene.ts';
import { eventsOf, openPullRequest, pullRequests } from './support/pull-requests.ts';

let it: EventScene;

beforeAll(async () => {
  it = await startEventScene();
});
afterAll(() => it.stop());

const path = pullRequests;
const open = (source: 'topic' | 'more' | 'conflict' = 'topic', more: Json = {}) =>
  openPullRequest(it, source, more);
const events = () => eventsOf(it);

beforeEach(async () => void (await it.told()));

describe('a pull request', () => {
  test('is opened, read and listed', async () => {
    await it.branch('fresh', 'topic');
    await it.told();
    const rita = ((await it.call('GET', '/user', undefined, 'rita')).body as { uuid: string }).uuid;
    const made = await it.call('POST', path, {
      title: 'Add <topic>',
      description: 'Some *words*',
      source: { branch: { name: 'fresh' } },
      reviewers: [{ uuid: rita }],
      close_source_branch: true,
    });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`${api}${path}/${made.body['id']}`);
    expect(made.body).toMatchObject({
      type: 'pullrequest',
      title: 'Add <topic>',
      description: 'Some *words*',
      rendered: { title: { html: '<p>Add &lt;topic&gt;</p>' } },
      state: 'OPEN',
      draft: false,
      close_source_branch: true,
      author: { nickname: 'ada' },
      source: { branch: { name: 'fresh' }, commit: { hash: it.commits.topic.slice(0, 12) } },
      destination: { branch: { name: 'main' }, commit: { hash: it.commits.next.slice(0, 12) } },
      reviewers: [{ nickname: 'rita' }],
      participants: [{ role: 'REVIEWER', approved: false, state: null, participated_on: null }],
      merge_commit: null,
      closed_by: null,
      links: { self: { href: `${api}${path}/${made.body['id']}` } },
    });
    expect((await it.call('GET', `${path}/${made.body['id']}`)).body).toEqual(made.body);
    expect(await it.told()).toMatchObject([
      {
        event: 'pullrequest:created',
        payload: {
          actor: { nickname: 'ada' },
          repository: { full_name: 'demo/widgets' },
          pullrequest: { id: made.body['id'], state: 'OPEN' },
        },
      },
    ]);
    const listed = async (query: string) =>
      ((await it.call('GET', `${path}?${query}`)).body['values'] as Json[]).map((one) => one['id']);
    expect(await listed('')).toContain(made.body['id']);
    expect(await listed('state=MERGED&state=DECLINED')).not.toContain(made.body['id']);
    const q = (text: string) => listed(`q=${encodeURIComponent(text)}`);
    expect(await q('source.branch.name = "fresh"')).toEqual([made.body['id']]);
    expect(await q(`reviewers.uuid = "${rita}" AND state = "OPEN"`)).toEqual([made.body['id']]);
    expect(await q('title ~ "nothing like it"')).toEqual([]);
    const { values } = (await it.call('GET', path)).body as { values: Json[] };
    expect(values[0]).not.toHaveProperty('reviewers');
    const asked = (await it.call('GET', `${path}?fields=%2Bvalues.reviewers`)).body as { values: Json[] };
    expect(asked.values[0]).toHaveProperty('reviewers');
    expect((await it.call('GET', `${path}?state=WRONG`)).status).toBe(400);
    expect((await it.call('GET', `${path}?pagelen=51`)).status).toBe(400);
    expect((await it.call('GET', `${path}/999`)).status).toBe(404);
  });

  test.each<[string, Json, string]>([
    ['no title', { source: { branch: { name: 'topic' } } }, 'title: This field is required.'],
    ['no source', { title: 't' }, 'source: branch: This field is required.'],
    ['an unknown source', { title: 't', source: { branch: { name: 'no' } } }, 'source: branch not found: no'],
    [
      'an unknown destination',
      { title: 't', source: { branch: { name: 'topic' } }, destination: { branch: { name: 'no' } } },
      'destination: branch not found: no',
    ],
    [
      'one branch for both',
      { title: 't', source: { branch: { name: 'main' } } },
      'source: Source and destination cannot be the same branch',
    ],
    [
      'an unknown reviewer',
      { title: 't', source: { branch: { name: 'topic' } }, reviewers: [{ username: 'who' }] },
      'reviewers: Malformed reviewers list',
    ],
    [
      'a reviewer from outside',
      { title: 't', source: { branch: { name: 'topic' } }, reviewers: [{ username: 'eve' }] },
      'reviewers: eve does not have access to the repository',
    ],
    [
      'its author as a reviewer',
      { title: 't', source: { branch: { name: 'topic' } }, reviewers: [{ username: 'ada' }] },
      'reviewers: Ada Löw is the author and cannot be included as a reviewer.',
    ],
  ])('with %s is refused', async (_, body, message) => {
    const answer = await it.call('POST', path, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ type: 'error', error: { message, fields: expect.any(Object) } });
  });

  test('without changes is refused, and a second one for the same branches', async () => {
    await it.branch('same', 'base');
    const none = await it.call('POST', path, { title: 't', source: { branch: { name: 'same' } } });
    expect([none.status, none.body]).toMatchObject([
      400,
      { error: { message: expect.stringMatching(/no changes/) } },
    ]);
    const { from, to } = await open();
    const ends = { source: { branch: { name: from } }, destination: { branch: { name: to } } };
    expect((await it.call('POST', path, { title: 't', ...ends })).status).toBe(409);
  });

  test('is changed, and keeps the reviewers of whom the change says nothing', async () => {
    const { at } = await open('topic', { reviewers: [{ username: 'rita' }] });
    const changed = await it.call('PUT', at, { title: 'Better', description: 'Now', draft: true });
    expect(changed.body).toMatchObject({
      title: 'Better',
      description: 'Now',
      draft: true,
      reviewers: [{ nickname: 'rita' }],
    });
    expect(await it.told()).toMatchObject([
      { event: 'pullrequest:updated', payload: { pullrequest: { title: 'Better' } } },
    ]);
    const moved = await it.call('PUT', at, {
      destination: { branch: { name: 'main' } },
      reviewers: [],
    });
    expect(moved.body).toMatchObject({ destination: { branch: { name: 'main' } }, reviewers: [] });
    expect((await it.call('PUT', at, { title: '' })).status).toBe(400);
  });

  test('is reviewed: approved, sent back, and both taken away again', async () => {
    const { at } = await open('topic', { reviewers: [{ username: 'rita' }] });
    const approve = () => it.call('POST', `${at}/approve`, undefined, 'rita');
    expect((await approve()).body).toMatchObject({
      type: 'participant',
      role: 'REVIEWER',
      approved: true,
      state: 'approved',
      user: { nickname: 'rita' },
    });
    expect((await approve()).status).toBe(409);
    expect((await it.call('GET', at)).body).toMatchObject({ participants: [{ approved: true }] });
    expect((await it.call('DELETE', `${at}/approve`, undefined, 'rita')).status).toBe(204);
    expect((await it.call('DELETE', `${at}/approve`, undefined, 'rita')).status).toBe(404);
    const sentBack = await it.call('POST', `${at}/request-changes`, undefined, 'bob');
    expect(sentBack.body).toMatchObject({ role: 'PARTICIPANT', approved: false, state: 'changes_requested' });
    expect((await it.call('DELETE', `${at}/request-changes`, undefined, 'bob')).status).toBe(204);
    const told = await it.told();
    expect(told.map(({ event }) => event)).toEqual([
      'pullrequest:approved',
      'pullrequest:unapproved',
      'pullrequest:changes_request_created',
      'pullrequest:changes_request_removed',
    ]);
    expect(told[0]?.payload).toMatchObject({
      approval: { date: expect.any(String), user: { nickname: 'rita' } },
      pullrequest: { participants: [{ approved: true }] },
    });
    expect(told[2]?.payload).toMatchObject({ changes_request: { user: { nickname: 'bob' } } });
    expect((await it.call('POST', `${at}/approve`, undefined, 'nobody')).status).toBe(404);
  });

  test('is declined, and nothing can be done to it any more', async () => {
    const { at } = await open();
    expect((await it.call('POST', `${at}/decline`)).body).toMatchObject({
      state: 'DECLINED',
      closed_by: { nickname: 'ada' },
    });
    expect(await events()).toEqual(['pullrequest:rejected']);
    for (const [method, action] of [
      ['POST', '/merge'],
      ['POST', '/decline'],
      ['POST', '/approve'],
      ['PUT', ''],
    ] as const) {
      const answer = await it.call(method, at + action, { title: 'x' });
      expect([answer.status, answer.body]).toMatchObject([
        400,
        { error: { message: expect.stringMatching(/already closed/) } },
      ]);
    }
    expect(await events()).toEqual([]);
  });

  test('shows its commits, and where its diff is', async () => {
    const { at } = await open('more');
    const commits = (await it.call('GET', `${at}/commits?pagelen=1`)).body as {
      values: Json[];
      next: string;
    };
    expect(commits.values.map(({ hash }) => hash)).toEqual([it.commits.more]);
    const second = (await it.call('GET', commits.next)).body;
    expect(second).toMatchObject({ values: [{ hash: it.commits.topic }] });
    expect(second).not.toHaveProperty('next');
    for (const kind of ['diff', 'diffstat', 'patch']) {
      const answer = await it.call('GET', `${at}/${kind}`);
      expect(answer.status).toBe(302);
      const there = await it.call('GET', answer.headers.get('location') ?? '');
      expect(there.status).toBe(200);
      const shown = JSON.stringify(there.body);
      expect(shown).toContain('topic.txt');
      expect(shown).toContain('more.txt');
      // What the destination has got meanwhile is no change of the pull request.
      expect(shown).not.toContain('app.txt');
    }
  });

  test('has a log of what happened, newest first', async () => {
    const { at } = await open();
    await it.call('POST', `${at}/comments`, { content: { raw: 'Hm' } }, 'rita');
    await it.call('POST', `${at}/request-changes`, undefined, 'rita');
    await it.call('POST', `${at}/approve`, undefined, 'rita');
    await it.call('POST', `${at}/decline`);
    const { values } = (await it.call('GET', `${at}/activity`)).body as { values: Json[] };
    expect(values).toMatchObject([
      { update: { state: 'DECLINED', author: { nickname: 'ada' } } },
      { approval: { user: { nickname: 'rita' } } },
      { changes_requested: { user: { nickname: 'rita' } } },
      { comment: { content: { raw: 'Hm' } } },
      { update: { state: 'OPEN' }, pull_request: { type: 'pullrequest' } },
    ]);
  });

  test('is seen and merged only by those who may', async () => {
    const { at } = await open();
    expect((await it.call('GET', at, undefined, 'nobody')).status).toBe(404);
    expect((await it.call('GET', at, undefined, 'rita')).status).toBe(200);
    expect((await it.call('POST', `${at}/merge`, {}, 'rita')).status).toBe(403);
    expect((await it.call('POST', `${at}/merge`, {}, 'bob')).status).toBe(200);
  });
});
