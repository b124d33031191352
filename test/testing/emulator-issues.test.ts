import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient } from 'bitbucket-sdk/cloud';
import { type BitbucketEmulator, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { api, type EventScene, type Json, startEventScene, widgets } from './support/event-scene.ts';

const clientOf = (emulator: BitbucketEmulator) =>
  new BitbucketApiClient({
    auth: accessToken('team'),
    fetch: (input, init) => emulator.fetch(new Request(input, init)),
  });

describe('the issue tracker', () => {
  test('is gone unless it is asked for, and answers as the client understands', async () => {
    await using emulator = await createBitbucketEmulator({
      repositories: [
        { fullName: 'demo/gone' },
        { fullName: 'demo/never', issueTracker: 'missing' },
        { fullName: 'demo/tracked', issueTracker: 'on' },
      ],
      credentials: { accessTokens: [{ token: 'team', workspace: 'demo' }] },
    });
    const client = clientOf(emulator);
    await expect(client.getIssue('demo/gone', 1)).rejects.toMatchObject({
      name: 'FeatureRemovedError',
      status: 410,
      removedOn: '2026-08-20',
    });
    await expect(client.getIssue('demo/never', 1)).rejects.toMatchObject({ code: 'no_issue_tracker' });
    await expect(client.getIssue('demo/tracked', 1)).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('Issue 1 not found'),
    });
    expect(await client.getRepo('demo/gone')).toMatchObject({ has_issues: false });
    expect(await client.getRepo('demo/tracked')).toMatchObject({ has_issues: true });
    for (const path of ['milestones', 'components/1', 'issues/1/attachments']) {
      const answer = await emulator.fetch(
        new Request(`${api}/repositories/demo/gone/${path}`, { headers: { authorization: 'Bearer team' } }),
      );
      expect(answer.status).toBe(410);
    }
  });

  test('has no other state', async () => {
    const options = { issueTracker: 'off' } as object;
    await expect(createBitbucketEmulator(options)).rejects.toMatchObject({ option: 'issueTracker' });
  });
});

describe('an issue', () => {
  let it: EventScene;
  beforeAll(async () => {
    it = await startEventScene({ issueTracker: 'on' });
  });
  afterAll(() => it.stop());
  beforeEach(async () => void (await it.told()));
  const path = `${widgets}/issues`;
  const create = async (body: Json) => (await it.call('POST', path, body)).body;

  test('is made, read, changed and deleted, and hooks hear of it', async () => {
    const made = await it.call('POST', path, {
      title: 'It breaks',
      content: { raw: 'See <here>' },
      kind: 'bug',
      priority: 'critical',
      assignee: { username: 'rita' },
    });
    expect(made.status).toBe(201);
    const one = `${path}/${made.body['id']}`;
    expect(made.headers.get('location')).toBe(api + one);
    expect(made.body).toMatchObject({
      type: 'issue',
      title: 'It breaks',
      content: { raw: 'See <here>', markup: 'markdown', html: '<p>See &lt;here&gt;</p>' },
      kind: 'bug',
      priority: 'critical',
      state: 'new',
      reporter: { nickname: 'ada' },
      assignee: { nickname: 'rita' },
      repository: { full_name: 'demo/widgets' },
      links: {
        self: { href: api + one },
        html: { href: `https://bitbucket.org/demo/widgets/issues/${made.body['id']}` },
      },
    });
    expect((await it.call('GET', one)).body).toEqual(made.body);
    const changed = await it.call('PUT', one, { state: 'resolved', priority: 'minor' });
    expect(changed.body).toMatchObject({ state: 'resolved', title: 'It breaks', edited_on: null });
    expect((await it.call('DELETE', one, undefined, 'rita')).status).toBe(403);
    expect((await it.call('DELETE', one)).status).toBe(204);
    expect((await it.call('GET', one)).status).toBe(404);
    expect(await it.told()).toMatchObject([
      { event: 'issue:created', payload: { issue: { title: 'It breaks' }, actor: { nickname: 'ada' } } },
      {
        event: 'issue:updated',
        payload: {
          issue: { state: 'resolved' },
          changes: { status: { old: 'new', new: 'resolved' }, priority: { old: 'critical', new: 'minor' } },
        },
      },
    ]);
    expect(await create({ title: 'Next' })).toMatchObject({ id: Number(made.body['id']) + 1 });
  });

  test.each<[Json, string[]]>([
    [{}, ['title']],
    [{ title: '', kind: 'x', priority: 'y', state: 'z' }, ['title', 'kind', 'priority', 'state']],
    [{ title: 't', content: { raw: 1 } }, ['content']],
    [{ title: 't', assignee: { username: 'nobody' } }, ['assignee']],
    [{ title: 'x'.repeat(256) }, ['title']],
  ])('is refused with %j', async (body, fields) => {
    const answer = await it.call('POST', path, body);
    expect(answer.status).toBe(400);
    const { error } = answer.body as { error: { fields: Json } };
    expect(Object.keys(error.fields).toSorted()).toEqual(fields.toSorted());
    expect(await it.told()).toEqual([]);
  });

  test('is found by text, state, kind and reporter, in the order asked for', async () => {
    await create({ title: 'Quotes "here" and \\ there', kind: 'task', priority: 'trivial' });
    await create({ title: 'Apples', kind: 'proposal' });
    const find = async (q: string, sort = 'title') => {
      const query = new URLSearchParams({ q, sort });
      const { values } = (await it.call('GET', `${path}?${query}`)).body as { values: Json[] };
      return values.map(({ title }) => title);
    };
    const quotes = 'Quotes "here" and \\ there';
    expect(await find('title ~ "QUOTES"')).toEqual([quotes]);
    expect(await find('title ~ "\\"here\\" and \\\\"')).toEqual([quotes]);
    expect(await find('kind = "task" AND priority = "trivial" AND state = "new"')).toEqual([quotes]);
    expect(await find('(kind = "task" OR kind = "proposal") AND reporter.nickname = "ada"')).toEqual([
      'Apples',
      quotes,
    ]);
    expect((await find('state = "new"', '-id'))[0]).toBe('Apples');
    expect((await it.call('GET', `${path}?q=title%20~`)).status).toBe(400);
  });

  test('is commented on', async () => {
    const { id } = await create({ title: 'Talk' });
    await it.told();
    const made = await it.call('POST', `${path}/${id}/comments`, { content: { raw: 'Me too' } }, 'rita');
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      type: 'issue_comment',
      content: { raw: 'Me too' },
      user: { nickname: 'rita' },
      issue: { id, type: 'issue' },
    });
    expect((await it.call('GET', `${path}/${id}/comments`)).body).toMatchObject({ size: 1 });
    expect((await it.call('POST', `${path}/${id}/comments`, { content: {} })).status).toBe(400);
    expect((await it.call('POST', `${path}/999/comments`, { content: { raw: 'x' } })).status).toBe(404);
    expect(await it.told()).toMatchObject([
      { event: 'issue:comment_created', payload: { issue: { id }, comment: { content: { raw: 'Me too' } } } },
    ]);
  });

  test('is made and read by the client of this library', async () => {
    const client = clientOf(it.emulator);
    const made = await client.createIssue('demo/widgets', { title: 'By client', content: { raw: 'Hello' } });
    expect(made).toMatchObject({ title: 'By client', kind: 'bug' });
  });
});
