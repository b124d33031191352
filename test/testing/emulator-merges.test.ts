import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EventScene, type Json, startEventScene, widgets } from './support/event-scene.ts';
import { eventsOf, openPullRequest, tipOf } from './support/pull-requests.ts';

let it: EventScene;

beforeAll(async () => {
  it = await startEventScene();
});
afterAll(() => it.stop());
beforeEach(async () => void (await it.told()));

const open = (source: 'topic' | 'more' | 'conflict' = 'topic') => openPullRequest(it, source);
const tip = (branch: string) => tipOf(it, branch);
const events = () => eventsOf(it);

describe('a merge', () => {
  test.each([
    ['merge_commit', 2],
    ['squash', 1],
  ] as const)('by %s makes a commit with %i parents', async (strategy, parents) => {
    const { at, from, to } = await open('more');
    const merged = await it.call('POST', `${at}/merge`, {
      merge_strategy: strategy,
      message: 'All of it',
      close_source_branch: true,
    });
    expect(merged.body).toMatchObject({ state: 'MERGED', closed_by: { nickname: 'ada' } });
    const hash = await tip(to);
    const { hash: short } = merged.body['merge_commit'] as { hash: string };
    expect(String(hash).startsWith(short)).toBe(true);
    expect(short).toHaveLength(12);
    const commit = (await it.call('GET', `${widgets}/commit/${hash}`)).body;
    expect(commit).toMatchObject({ message: 'All of it\n', author: { raw: 'Ada Löw <ada@example.com>' } });
    expect((commit['parents'] as Json[]).map((one) => one['hash'])).toEqual(
      [it.commits.next, it.commits.more].slice(0, parents),
    );
    const file = await it.call('GET', `${widgets}/src/${to}/more.txt`);
    expect(file.body).toEqual({ text: 'more\n' });
    expect(await tip(from)).toBeUndefined();
    const told = await it.told();
    expect(told.map(({ event }) => event)).toEqual(['pullrequest:fulfilled', 'repo:push']);
    expect(told[0]?.payload).toMatchObject({
      pullrequest: { state: 'MERGED', merge_commit: { hash: short }, closed_by: { nickname: 'ada' } },
    });
    expect(told[1]?.payload).toMatchObject({
      push: {
        changes: [{ new: { name: to, target: { hash } } }, { old: { name: from }, new: null, closed: true }],
      },
    });
    expect((await it.call('GET', `${at}/commits`)).body).toMatchObject({ values: { length: 2 } });
  });

  test('names branch and pull request when no message is given', async () => {
    const { at, from, to, body } = await open();
    await it.call('POST', `${at}/merge`);
    expect((await it.call('GET', `${widgets}/commit/${to}`)).body).toMatchObject({
      message: `Merged in ${from} (pull request #${body['id']})\n\n${body['title']}\n`,
    });
    expect(await tip(from)).toBe(it.commits.topic);
  });

  test('by fast_forward moves the branch, where that can be', async () => {
    const { at } = await open();
    const refused = await it.call('POST', `${at}/merge`, { merge_strategy: 'fast_forward' });
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { error: { message: expect.stringMatching(/fast-forward/) } },
    ]);
    const to = await it.branch('behind', 'base');
    await it.call('PUT', at, { destination: { branch: { name: to } } });
    const merged = await it.call('POST', `${at}/merge`, { merge_strategy: 'fast_forward' });
    expect(merged.body).toMatchObject({ merge_commit: { hash: it.commits.topic.slice(0, 12) } });
    expect(await tip(to)).toBe(it.commits.topic);
  });

  test.each([
    ['rebase_fast_forward', ['More', 'Topic', 'Next']],
    ['rebase_merge', ['Rebased', 'More', 'Topic', 'Next']],
  ] as const)('by %s puts the commits on top of the destination', async (strategy, titles) => {
    const { at, to } = await open('more');
    const merged = await it.call('POST', `${at}/merge`, { merge_strategy: strategy, message: 'Rebased' });
    expect([merged.status, merged.body['state']]).toEqual([200, 'MERGED']);
    const history = await it.call('GET', `${widgets}/commits/${to}?exclude=${it.commits.base}`);
    const commits = history.body['values'] as (Json & { parents: Json[] })[];
    expect(commits.map(({ message }) => message)).toEqual(titles.map((title) => `${title}\n`));
    expect(commits[0]).toMatchObject({ hash: await tip(to) });
    expect(commits.at(-2)).toMatchObject({
      author: { raw: 'Ada Löw <ada@example.com>' },
      parents: [{ hash: it.commits.next }],
    });
    expect(commits.map(({ hash }) => hash)).not.toContain(it.commits.more);
    expect((await it.call('GET', `${widgets}/src/${to}/more.txt`)).body).toEqual({ text: 'more\n' });
    expect(await events()).toEqual(['pullrequest:fulfilled', 'repo:push']);
  });

  test('by a rebase leaves alone what is on top already, and is refused where commits conflict', async () => {
    const ahead = await open();
    const behind = await it.branch('behind-rebase', 'base');
    await it.call('PUT', ahead.at, { destination: { branch: { name: behind } } });
    await it.call('POST', `${ahead.at}/merge`, { merge_strategy: 'rebase_fast_forward' });
    expect(await tip(behind)).toBe(it.commits.topic);
    const bad = await open('conflict');
    const answer = await it.call('POST', `${bad.at}/merge`, { merge_strategy: 'rebase_merge' });
    expect([answer.status, await tip(bad.to)]).toEqual([409, it.commits.next]);
  });

  test('of branches that conflict is refused, and changes nothing', async () => {
    const { at, to } = await open('conflict');
    const answer = await it.call('POST', `${at}/merge`);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      type: 'error',
      error: { message: expect.stringMatching(/merge conflicts/) },
    });
    expect((await it.call('GET', at)).body).toMatchObject({ state: 'OPEN', merge_commit: null });
    expect(await tip(to)).toBe(it.commits.next);
    expect(await events()).toEqual([]);
  });

  test('by a way that the emulator has not is refused', async () => {
    const { at } = await open();
    const answer = await it.call('POST', `${at}/merge`, { merge_strategy: 'octopus' });
    expect(answer.body).toMatchObject({ error: { fields: { merge_strategy: [expect.any(String)] } } });
  });

  test('asked for twice at once happens once', async () => {
    const { at } = await open();
    const both = await Promise.all([it.call('POST', `${at}/merge`), it.call('POST', `${at}/merge`)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await events()).filter((event) => event === 'pullrequest:fulfilled')).toHaveLength(1);
  });

  test('runs as a task when asked to, which tells how it ended', async () => {
    const good = await open();
    const started = await it.call('POST', `${good.at}/merge?async=true`);
    expect([started.status, started.body]).toEqual([202, { text: '' }]);
    const task = started.headers.get('location') ?? '';
    expect(task).toContain(`${good.at}/merge/task-status/`);
    expect((await it.call('GET', task)).body).toMatchObject({ task_status: expect.any(String) });
    await it.emulator.settled();
    expect((await it.call('GET', task)).body).toMatchObject({
      task_status: 'SUCCESS',
      merge_result: { state: 'MERGED' },
      links: { self: { href: task } },
    });
    const bad = await open('conflict');
    const failed = await it.call('POST', `${bad.at}/merge?async=true`);
    await it.emulator.settled();
    const answer = await it.call('GET', failed.headers.get('location') ?? '');
    expect([answer.status, answer.body['type']]).toEqual([409, 'error']);
    expect(
      (await it.call('GET', task.replace(/pullrequests\/\d+/, `pullrequests/${bad.body['id']}`))).status,
    ).toBe(400);
  });
});
