import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EventScene, type Json, startEventScene, widgets } from './support/event-scene.ts';

let it: EventScene;
let address: string;

beforeAll(async () => {
  it = await startEventScene();
  const { url } = await it.emulator.listen();
  address = `${url.replace('//', '//ada:ada-token@')}/demo/widgets.git`;
});
afterAll(() => it.stop());

const path = `${widgets}/pullrequests`;

async function open(from: string, to: string) {
  await it.branch(from, 'topic');
  await it.branch(to, 'next');
  const made = await it.call('POST', path, {
    title: from,
    source: { branch: { name: from } },
    destination: { branch: { name: to } },
  });
  await it.told();
  return `${path}/${made.body['id']}`;
}

const push = async (...refs: string[]) => {
  await it.git('push', '--quiet', '--force', address, ...refs);
  return it.told();
};

describe('git push', () => {
  test('to the source branch brings new commits into the pull request', async () => {
    const at = await open('worked-on', 'target');
    const told = await push(`${it.commits.more}:refs/heads/worked-on`);
    expect(told.map(({ event }) => event)).toEqual(['repo:push', 'pullrequest:push', 'pullrequest:updated']);
    expect(told[1]?.payload).toMatchObject({
      actor: { nickname: 'ada' },
      pullrequest: { source: { commit: { hash: it.commits.more.slice(0, 12) } } },
    });
    expect((await it.call('GET', `${at}/commits`)).body).toMatchObject({ values: { length: 2 } });
    const { values } = (await it.call('GET', `${at}/activity`)).body as { values: Json[] };
    expect(values).toMatchObject([
      { update: { source: { commit: { hash: it.commits.more.slice(0, 12) } } } },
      { update: { source: { commit: { hash: it.commits.topic.slice(0, 12) } } } },
    ]);
  });

  test('to the destination shows in an open pull request, and not in a closed one', async () => {
    const open1 = await open('one', 'moving');
    const closed = await open('two', 'moving');
    await it.call('POST', `${closed}/decline`);
    await it.told();
    expect((await push(`${it.commits.conflict}:refs/heads/moving`)).map(({ event }) => event)).toEqual([
      'repo:push',
    ]);
    const destinationOf = async (at: string) => (await it.call('GET', at)).body['destination'];
    const hash = it.commits.conflict.slice(0, 12);
    expect(await destinationOf(open1)).toMatchObject({ commit: { hash } });
    expect(await destinationOf(closed)).toMatchObject({ commit: { hash: it.commits.next.slice(0, 12) } });
  });

  test('of the merge itself counts as a merge', async () => {
    const at = await open('by-hand', 'merged-by-hand');
    await it.git('checkout', '--quiet', '--detach', it.commits.next);
    await it.git('merge', '--quiet', '--no-ff', '-m', 'By hand', it.commits.topic);
    const merge = await it.git('rev-parse', 'HEAD');
    const told = await push(`${merge}:refs/heads/merged-by-hand`);
    expect(told.map(({ event }) => event)).toEqual(['repo:push', 'pullrequest:fulfilled']);
    expect((await it.call('GET', at)).body).toMatchObject({
      state: 'MERGED',
      merge_commit: { hash: merge.slice(0, 12) },
      closed_by: { nickname: 'ada' },
    });
    expect((await it.call('GET', `${at}/commits`)).body).toMatchObject({ values: { length: 1 } });
  });

  test('that deletes the source branch leaves the pull request open, and it can still be merged', async () => {
    const at = await open('deleted', 'still');
    expect((await push(':refs/heads/deleted')).map(({ event }) => event)).toEqual(['repo:push']);
    expect((await it.call('GET', at)).body).toMatchObject({ state: 'OPEN' });
    const merged = await it.call('POST', `${at}/merge`, { close_source_branch: true });
    expect(merged.body).toMatchObject({ state: 'MERGED' });
  });
});
