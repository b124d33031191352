import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  errorOf,
  type Json,
  type PullRequestScene,
  pullRequests,
  refusalOf,
  startPullRequests,
  widgets,
} from './support/server-pull-requests.ts';

let it: PullRequestScene;

beforeAll(async () => {
  it = await startPullRequests();
});
afterAll(() => it.stop());
beforeEach(async () => void (await it.told()));

const events = async () => (await it.told()).map(({ event }) => event);
const commit = async (hash: unknown) => (await it.call('GET', `${widgets}/commits/${hash}`)).body;
const parentsOf = (of: Json) => (of['parents'] as Json[]).map(({ id }) => id);

describe('a merge on a Server', () => {
  test.each([
    [undefined, 2],
    ['no-ff', 2],
    ['ff', 2],
    ['squash', 1],
  ])('by %s makes a commit with %i parents, and tells of both', async (strategyId, parents) => {
    const { at, to } = await it.open('more');
    const merged = await it.call('POST', `${at}/merge`, { version: 0, strategyId }, 'bob');
    const hash = await it.tip(to);
    expect(merged.body).toMatchObject({
      ...{ state: 'MERGED', open: false, closed: true, version: 1, closedDate: expect.any(Number) },
      properties: { mergeCommit: { id: hash, displayId: String(hash).slice(0, 11) } },
      toRef: { latestCommit: it.commits.next },
    });
    expect(parentsOf(await commit(hash))).toEqual([it.commits.next, it.commits.more].slice(0, parents));
    const [first, second, ...rest] = await it.told();
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      event: 'pr:merged',
      payload: {
        actor: { name: 'bob' },
        pullRequest: { state: 'MERGED', properties: { mergeCommit: { id: hash } } },
      },
    });
    expect(second).toMatchObject({
      event: 'repo:refs_changed',
      payload: { changes: [{ refId: `refs/heads/${to}`, fromHash: it.commits.next, toHash: hash }] },
    });
    expect((await it.call('GET', `${at}/commits`)).body).toMatchObject({ size: 2 });
  });

  test('moves the branch only, where that is enough', async () => {
    const base = await it.branch('at-base', 'base');
    for (const strategyId of ['ff', 'ff-only']) {
      const from = await it.branch(`forward-${strategyId}`, strategyId === 'ff' ? 'topic' : 'more');
      const made = await it.call('POST', pullRequests, {
        ...{ title: 'x', fromRef: { id: from }, toRef: { id: base } },
      });
      const at = `${pullRequests}/${made.body['id']}`;
      expect((await it.call('POST', `${at}/merge?version=0`, { strategyId })).status).toBe(200);
    }
    expect(await it.tip(base)).toBe(it.commits.more);
    const { at } = await it.open();
    const refused = await it.call('POST', `${at}/merge`, { version: 0, strategyId: 'ff-only' });
    expect(refusalOf(refused)).toEqual([409, 'PullRequestMergeVetoedException']);
  });

  test('writes a subject before the message, unless it is to stand alone', async () => {
    const [own, with_, alone] = [await it.open(), await it.open(), await it.open()];
    const messages = await Promise.all(
      [
        [own, {}] as const,
        [with_, { message: 'Because' }] as const,
        [alone, { message: 'Because', autoSubject: false }] as const,
      ].map(async ([{ at, to }, fields]) => {
        expect((await it.call('POST', `${at}/merge`, { version: 0, ...fields })).status).toBe(200);
        return (await commit(await it.tip(to)))['message'];
      }),
    );
    const subject = ({ body }: typeof own) => `Pull request #${body.id}: ${body['title']}`;
    expect(messages).toEqual([
      `${subject(own)}\n\nMerge in DEMO/widgets from ${own.from} to ${own.to}\n\n* commit '${it.commits.topic}':\n  Topic`,
      `${subject(with_)}\n\nBecause`,
      'Because',
    ]);
  });

  test('is refused under another version, in query and body, or none', async () => {
    const { at } = await it.open();
    for (const [query, body, expected] of [
      ['', undefined, -1],
      ['', { version: 3 }, 3],
      ['?version=3', undefined, 3],
    ] as const) {
      const stale = await it.call('POST', `${at}/merge${query}`, body);
      expect(refusalOf(stale)).toEqual([409, 'PullRequestOutOfDateException']);
      expect(errorOf(stale)).toMatchObject({ currentVersion: 0, expectedVersion: expected });
    }
    expect((await it.call('POST', `${at}/merge?version=0`, undefined, 'rita')).status).toBe(401);
    expect((await it.call('POST', `${at}/merge`, { version: 0, strategyId: 'rebase-no-ff' })).status).toBe(
      400,
    );
    expect(await events()).toEqual([]);
  });

  test('is done once by two who ask at the same time', async () => {
    const { at } = await it.open();
    const both = await Promise.all([0, 0].map((version) => it.call('POST', `${at}/merge`, { version })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await events()).toEqual(['pr:merged', 'repo:refs_changed']);
  });

  test('is foretold: clean, in conflict, or vetoed for a draft', async () => {
    const clean = await it.open();
    const conflict = await it.open('conflict');
    const draft = await it.open('topic', { draft: true });
    const foretold = async ({ at }: typeof clean) => (await it.call('GET', `${at}/merge`)).body;
    expect(await foretold(clean)).toEqual({
      ...{ canMerge: true, conflicted: false, outcome: 'CLEAN', vetoes: [] },
    });
    expect(await foretold(conflict)).toMatchObject({
      ...{ canMerge: false, conflicted: true, outcome: 'CONFLICTED' },
    });
    expect(await foretold(draft)).toMatchObject({ canMerge: false, vetoes: [{}] });
    const refused = await it.call('POST', `${conflict.at}/merge?version=0`);
    expect(refusalOf(refused)).toEqual([409, 'PullRequestMergeVetoedException']);
    expect(errorOf(refused)).toMatchObject({ conflicted: true, vetoes: [] });
    const vetoed = await it.call('POST', `${draft.at}/merge?version=0`);
    expect(errorOf(vetoed)).toMatchObject({ conflicted: false, vetoes: [{}] });
    await it.call('PUT', draft.at, { version: 0, title: 'Ready', draft: false });
    expect((await it.call('POST', `${draft.at}/merge?version=1`)).status).toBe(200);
    const closed = await it.call('GET', `${draft.at}/merge`);
    expect(refusalOf(closed)).toEqual([409, 'IllegalPullRequestStateException']);
  });
});

describe('a pull request that is declined', () => {
  test('is opened again under its version, unless another one took its place', async () => {
    const { at, from, to } = await it.open();
    const declined = await it.call('POST', `${at}/decline`, { version: 0, comment: 'Not now' }, 'rita');
    expect(declined.body).toMatchObject({
      ...{ state: 'DECLINED', closed: true, version: 1, properties: { commentCount: 1 } },
    });
    expect(await events()).toEqual(['pr:declined', 'pr:comment:added']);
    expect(refusalOf(await it.call('POST', `${at}/decline?version=1`))).toEqual([
      409,
      'IllegalPullRequestStateException',
    ]);
    expect((await it.call('POST', `${at}/reopen?version=0`)).status).toBe(409);
    const again = await it.call('POST', `${at}/reopen?version=1`);
    expect(again.body).toMatchObject({ state: 'OPEN', open: true, version: 2 });
    expect(again.body).not.toHaveProperty('closedDate');
    await it.call('POST', `${at}/decline?version=2`);
    await it.call('POST', pullRequests, { title: 'x', fromRef: { id: from }, toRef: { id: to } });
    const taken = await it.call('POST', `${at}/reopen?version=3`);
    expect(refusalOf(taken)).toEqual([409, 'DuplicatePullRequestException']);
    expect(await events()).toEqual(['pr:declined', 'pr:opened']);
  });
});

describe('a push', () => {
  /** Pushes through the Server's own git. */
  const push = async (...refs: string[]) => {
    const { url } = await it.emulator.listen();
    const remote = `${url.replace('//', '//x-token-auth:bob-server@')}/bitbucket/scm/demo/widgets.git`;
    await it.git('push', '--quiet', '--force', remote, ...refs);
  };

  test('to the source is told with the commit before; the version stays', async () => {
    const { at, from } = await it.open();
    await push(`${it.commits.more}:refs/heads/${from}`);
    const told = await it.told();
    expect(told.find(({ event }) => event === 'pr:from_ref_updated')?.payload).toMatchObject({
      ...{ actor: { name: 'bob' }, previousFromHash: it.commits.topic },
      pullRequest: { version: 0, fromRef: { latestCommit: it.commits.more } },
    });
    expect(told.map(({ event }) => event).toSorted()).toEqual(['pr:from_ref_updated', 'repo:refs_changed']);
    const { body } = await it.call('GET', `${at}/activities`);
    expect(body['values']).toMatchObject([
      {
        ...{ action: 'RESCOPED', previousFromHash: it.commits.topic, fromHash: it.commits.more },
        added: { commits: [{ id: it.commits.more }], total: 1 },
        removed: { commits: [], total: 0 },
      },
      { action: 'OPENED' },
    ]);
    expect((await it.call('POST', `${at}/merge?version=0`)).status).toBe(200);
  });

  test('of its commits to the target counts as a merge', async () => {
    const { at, to } = await it.open();
    await it.git('checkout', '--quiet', '--detach', it.commits.next);
    await it.git('merge', '--quiet', '--no-ff', '-m', 'By hand', it.commits.topic);
    await push(`HEAD:refs/heads/${to}`);
    expect(await events()).toContain('pr:merged');
    const { body } = await it.call('GET', at);
    expect(body).toMatchObject({ state: 'MERGED', version: 1, toRef: { latestCommit: it.commits.next } });
  });

  test('of something else to the target moves where it goes', async () => {
    const { at, to } = await it.open();
    await push(`${it.commits.conflict}:refs/heads/${to}`);
    expect((await it.call('GET', at)).body).toMatchObject({
      ...{ state: 'OPEN', toRef: { latestCommit: it.commits.conflict } },
    });
    expect(await events()).toEqual(['repo:refs_changed']);
  });

  test('that deletes the source declines it', async () => {
    const { at, from } = await it.open();
    await push(`:refs/heads/${from}`);
    expect(await events()).toContain('pr:declined');
    expect((await it.call('GET', at)).body).toMatchObject({ state: 'DECLINED' });
    expect(refusalOf(await it.call('POST', `${at}/reopen?version=1`))).toEqual([
      404,
      'NoSuchBranchException',
    ]);
  });
});
