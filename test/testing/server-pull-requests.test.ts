import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  errorOf,
  type Json,
  type PullRequestScene,
  pullRequests,
  refusalOf,
  site,
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
const reviewers = (...names: string[]) => ({ reviewers: names.map((name) => ({ user: { name } })) });
const namesOf = (people: unknown): unknown[] => (people as { user: Json }[]).map(({ user }) => user['name']);
const list = async (query: string, who?: 'rita') => {
  const { body } = await it.call('GET', `${pullRequests}?${query}`, undefined, who);
  return (body['values'] as Json[]).map(({ id }) => id);
};

describe('a pull request of a Server', () => {
  test('is opened with its branches, its author and its reviewers, and hooks are told', async () => {
    const from = await it.branch('first', 'topic');
    const made = await it.call('POST', pullRequests, {
      ...{ title: 'First', description: 'Why', ...reviewers('bob', 'rita') },
      ...{ fromRef: { id: from }, toRef: { id: 'refs/heads/main' } },
    });
    const { id } = made.body as { id: number };
    expect([made.status, made.headers.get('location')]).toEqual([
      201,
      `${site}/rest/api/latest${pullRequests}/${id}`,
    ]);
    expect(made.body).toMatchObject({
      ...{ version: 0, title: 'First', description: 'Why', state: 'OPEN', open: true, closed: false },
      fromRef: {
        ...{ id: 'refs/heads/first', displayId: 'first', latestCommit: it.commits.topic, type: 'BRANCH' },
        repository: { slug: 'widgets', project: { key: 'DEMO' } },
      },
      toRef: { id: 'refs/heads/main', latestCommit: it.commits.next },
      author: { user: { name: 'ada' }, role: 'AUTHOR', approved: false, status: 'UNAPPROVED' },
      ...{ locked: false, draft: false, participants: [] },
      links: { self: [{ href: `${site}${pullRequests}/${id}` }] },
    });
    expect(namesOf(made.body['reviewers'])).toEqual(['bob', 'rita']);
    expect((await it.call('GET', `${pullRequests}/${id}`, undefined, 'rita')).body).toEqual(made.body);
    const [told, ...rest] = await it.told();
    expect(rest).toEqual([]);
    expect(told).toMatchObject({
      event: 'pr:opened',
      payload: { actor: { name: 'ada' }, pullRequest: { id, fromRef: { displayId: 'first' } } },
    });
  });

  test.each([
    ['no title', { title: ' ' }, 400, 'null'],
    ['no branch to come from', { fromRef: {} }, 400, 'null'],
    ['a branch that is not there', { fromRef: { id: 'nope' } }, 404, 'NoSuchBranchException'],
    ['a tag to go to', { toRef: { id: 'refs/tags/v1' } }, 404, 'NoSuchBranchException'],
    ['the same branch twice', { fromRef: { id: 'main' } }, 409, 'InvalidPullRequestTargetException'],
    ['nothing to merge', { fromRef: { id: 'at-next' } }, 409, 'EmptyPullRequestException'],
    ['one that is open', { fromRef: { id: 'open-one' } }, 409, 'DuplicatePullRequestException'],
    ['a reviewer whom nobody knows', reviewers('bob', 'nobody'), 409, 'InvalidPullRequestReviewersException'],
    ['its author as a reviewer', reviewers('ada'), 409, 'InvalidPullRequestReviewersException'],
    ['one who may not see it', reviewers('eve'), 409, 'InvalidPullRequestReviewersException'],
  ])('is refused with %s', async (_, wrong, status, name) => {
    await it.branch('at-next', 'next');
    await it.branch('open-one', 'topic');
    const body = { title: 'x', fromRef: { id: 'topic' }, toRef: { id: 'main' } };
    await it.call('POST', pullRequests, { ...body, fromRef: { id: 'open-one' } });
    const answer = await it.call('POST', pullRequests, { ...body, ...wrong });
    expect(refusalOf(answer)).toEqual([status, name]);
  });

  test('names who cannot review, and the one that is open already', async () => {
    const { from, to, body } = await it.open();
    const again = { title: 'x', fromRef: { id: from }, toRef: { id: to } };
    const twice = await it.call('POST', pullRequests, again);
    expect(errorOf(twice)).toMatchObject({ existingPullRequest: { id: body.id } });
    const strangers = await it.call('POST', pullRequests, { ...again, ...reviewers('bob', 'zoe') });
    expect(errorOf(strangers)).toMatchObject({
      context: 'reviewers',
      reviewerErrors: [{ context: 'zoe', message: 'zoe is not a user.' }],
    });
  });

  test('may be opened by who may read, a token included, and by nobody else', async () => {
    await expect(it.open('topic', {}, 'rita')).resolves.toMatchObject({
      body: { author: { user: { name: 'rita' } } },
    });
    await expect(it.open('topic', {}, 'bot')).resolves.toMatchObject({
      body: { author: { user: { name: 'token-demo', type: 'SERVICE' } } },
    });
    const { at } = await it.open();
    for (const who of ['eve', 'nobody'] as const) {
      expect((await it.call('POST', pullRequests, {}, who)).status).toBe(401);
      expect((await it.call('GET', at, undefined, who)).status).toBe(401);
    }
    expect(refusalOf(await it.call('GET', `${pullRequests}/9999`))).toEqual([
      404,
      'NoSuchPullRequestException',
    ]);
  });

  test('is written whole under its version: what a PUT leaves out is gone', async () => {
    const { at, to, body } = await it.open('topic', { description: 'Why', ...reviewers('bob') });
    const changed = await it.call('PUT', at, { version: 0, title: 'Other', ...reviewers('rita') });
    expect(changed.body).toMatchObject({ version: 1, title: 'Other', toRef: { displayId: to } });
    expect(changed.body).not.toHaveProperty('description');
    expect(namesOf(changed.body['reviewers'])).toEqual(['rita']);
    expect(namesOf(changed.body['participants'])).toEqual(['bob']);
    const [modified, asked, ...rest] = await it.told();
    expect(rest).toEqual([]);
    expect(modified).toMatchObject({
      event: 'pr:modified',
      payload: {
        ...{ previousTitle: body['title'], previousDescription: 'Why' },
        previousTarget: { id: `refs/heads/${to}`, latestCommit: it.commits.next },
      },
    });
    expect(asked).toMatchObject({
      event: 'pr:reviewer:updated',
      payload: { addedReviewers: [{ name: 'rita' }], removedReviewers: [{ name: 'bob' }] },
    });
    const stale = await it.call('PUT', at, { version: 0, title: 'Late' });
    expect(refusalOf(stale)).toEqual([409, 'PullRequestOutOfDateException']);
    expect(errorOf(stale)).toMatchObject({
      ...{ currentVersion: 1, expectedVersion: 0 },
      pullRequest: { title: 'Other' },
    });
    expect((await it.call('PUT', at, { title: 'None' })).status).toBe(400);
    expect(await events()).toEqual([]);
  });

  test('goes to another branch', async () => {
    const { at, from } = await it.open();
    const other = await it.branch('elsewhere', 'next');
    const put = { version: 0, title: 'Moved', toRef: { id: `refs/heads/${other}` } };
    const moved = await it.call('PUT', at, put);
    expect(moved.body).toMatchObject({ version: 1, toRef: { displayId: other } });
    expect(await events()).toEqual(['pr:modified']);
    const itself = await it.call('PUT', at, { version: 1, title: 'x', toRef: { id: from } });
    expect(refusalOf(itself)).toEqual([409, 'InvalidPullRequestTargetException']);
  });

  test('is changed by its author and by who may write', async () => {
    const { at } = await it.open('topic', {}, 'rita');
    expect((await it.call('PUT', at, { version: 0, title: 'Mine' }, 'rita')).status).toBe(200);
    expect((await it.call('PUT', at, { version: 1, title: 'Also' }, 'bob')).status).toBe(200);
    const other = await it.open('topic', {}, 'bob');
    expect((await it.call('PUT', other.at, { version: 0, title: 'No' }, 'rita')).status).toBe(401);
  });

  test('is deleted by its author and by admins, under its version', async () => {
    const { at, body } = await it.open('topic', {}, 'bob');
    expect((await it.call('DELETE', at, { version: 0 }, 'rita')).status).toBe(401);
    expect((await it.call('DELETE', at, { version: 7 }, 'bob')).status).toBe(409);
    expect((await it.call('DELETE', at, { version: 0 }, 'bob')).status).toBe(204);
    expect((await it.call('GET', at)).status).toBe(404);
    expect(await events()).toEqual(['pr:deleted']);
    const next = await it.open();
    expect(next.body.id).toBe(body.id + 1);
  });
});

describe('lists of pull requests', () => {
  test('are filtered by state, branch, text and people, ordered, and in pages', async () => {
    const first = await it.open('topic', { title: 'Needle', ...reviewers('rita') });
    const second = await it.open('more');
    await it.call('POST', `${second.at}/decline?version=0`);
    const [one, two] = [first.body.id, second.body.id];
    expect(await list('limit=100')).toContain(one);
    expect(await list('limit=100')).not.toContain(two);
    expect(await list('state=DECLINED&limit=1')).toEqual([two]);
    expect((await list('state=ALL')).slice(0, 2)).toEqual([two, one]);
    expect(await list('order=OLDEST&limit=1')).not.toEqual([two]);
    expect(await list(`at=refs/heads/${first.to}`)).toEqual([one]);
    expect(await list(`direction=OUTGOING&at=refs/heads/${first.from}`)).toEqual([one]);
    expect(await list('filterText=needle')).toEqual([one]);
    expect(await list('filterText=needle&username.1=rita&role.1=REVIEWER')).toEqual([one]);
    expect(await list('filterText=needle&username.1=rita&approved.1=true')).toEqual([]);
    const page = await it.call('GET', `${pullRequests}?state=ALL&limit=1&start=1`);
    expect(page.body).toMatchObject({ size: 1, limit: 1, start: 1, isLastPage: false, nextPageStart: 2 });
    expect((await it.call('GET', `${pullRequests}?state=SOME`)).status).toBe(400);
    const ofCommit = await it.call('GET', `${widgets}/commits/${it.commits.more}/pull-requests`);
    expect((ofCommit.body['values'] as Json[]).map(({ id }) => id)).toEqual([two]);
  });

  test('tell a person of those that they have to do with', async () => {
    const { at, body } = await it.open('topic', reviewers('bob'));
    const idsOf = async (path: string) =>
      ((await it.call('GET', path, undefined, 'bob')).body['values'] as Json[]).map(({ id }) => id);
    expect(await idsOf('/dashboard/pull-requests?role=REVIEWER&limit=1')).toEqual([body.id]);
    expect((await idsOf('/inbox/pull-requests'))[0]).toBe(body.id);
    const { count } = (await it.call('GET', '/inbox/pull-requests/count', undefined, 'bob')).body;
    await it.call('POST', `${at}/approve`, undefined, 'bob');
    expect(await idsOf('/inbox/pull-requests')).not.toContain(body.id);
    const after = (await it.call('GET', '/inbox/pull-requests/count', undefined, 'bob')).body;
    expect(after).toEqual({ count: Number(count) - 1 });
    expect(await idsOf('/dashboard/pull-requests?participantStatus=APPROVED')).toContain(body.id);
    expect((await it.call('GET', '/dashboard/pull-requests', undefined, 'nobody')).status).toBe(401);
  });
});
