import { samples, signDelivery } from 'bitbucket-sdk/testing';
import {
  type ChangeEvent,
  type CloudPushPayload,
  createWebhookReceiver,
  parseDelivery,
  toChangeEvent,
  type WebhookProduct,
} from 'bitbucket-sdk/webhooks';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { describeWithReferenceData, readReferenceData, readReferenceText } from '../reference-data.ts';
import { secret } from './receiver-kit.ts';

const before = '7a2b41c09d8e6f5a3b1c2d4e5f60718293a4b5c6';
const after = 'c3d9e8f7a6b5c4d3e2f10123456789abcdef0123';
const zeros = '0'.repeat(40);

const viewOf = (product: WebhookProduct, eventKey: string, payload: unknown) =>
  toChangeEvent({ product, eventKey, payload });

/** The view, where there is one for sure. */
function view(product: WebhookProduct, eventKey: string, payload: unknown): ChangeEvent {
  const found = viewOf(product, eventKey, payload);
  if (found === undefined) throw new Error(`${eventKey} has no view`);
  return found;
}

const cloudPush = samples.cloud['repo:push'];
const serverPush = samples.server['repo:refs_changed'];
const cloudPullRequest = samples.cloud['pullrequest:created'];
const serverPullRequest = samples.server['pr:opened'];

describe('one view over both products', () => {
  test('tells a push alike', () => {
    const cloud = view('cloud', 'repo:push', cloudPush());
    const server = view('server', 'repo:refs_changed', serverPush());
    const common = { kind: 'push', pullRequest: undefined, comment: undefined, fork: undefined };
    expect(cloud).toMatchObject({
      ...common,
      product: 'cloud',
      eventKey: 'repo:push',
      repository: {
        id: '{8d3c5f7a-1b2e-4f6a-9c0d-7e8f9a0b1c2d}',
        name: 'widgets',
        fullName: 'acme/widgets',
        url: 'https://bitbucket.org/acme/widgets',
      },
      actor: { id: '{5b2c9f0e-8c1d-4c8f-9e53-2a3d3f6b1c07}', name: 'Ada Example' },
    });
    expect(server).toMatchObject({
      ...common,
      product: 'server',
      repository: {
        id: '21',
        name: 'widgets',
        fullName: 'WID/widgets',
        url: 'https://bitbucket.example.com/projects/WID/repos/widgets/browse',
      },
      actor: { id: '101', name: 'Ada Example', username: 'ada', emailAddress: 'ada@example.com' },
    });
    const moved = { type: 'branch', name: 'main', oldHash: before, newHash: after };
    expect(cloud.refs).toEqual([{ ...moved, created: false, deleted: false, forced: false }]);
    expect(server.refs).toEqual([{ ...moved, created: false, deleted: false, forced: undefined }]);
  });

  test('tells refs that were made, deleted and forced', () => {
    const { push, ...rest } = cloudPush();
    const [change] = push.changes;
    const changed = (...changes: unknown[]) =>
      view('cloud', 'repo:push', { ...rest, push: { changes } }).refs;
    expect(changed({ ...change, old: null })).toMatchObject([
      { name: 'main', oldHash: undefined, newHash: after, created: true, deleted: false },
    ]);
    expect(changed({ ...change, new: null })).toMatchObject([
      { name: 'main', oldHash: before, newHash: undefined, created: false, deleted: true },
    ]);
    expect(changed({ ...change, forced: true })).toMatchObject([{ forced: true }]);
    expect(changed({ ...change, new: { ...change?.new, type: 'named_branch' } })).toMatchObject([
      { type: 'branch' },
    ]);
    expect(changed({ ...change, new: { ...change?.new, type: 'tag', name: 'v1' } })).toMatchObject([
      { type: 'tag', name: 'v1' },
    ]);
    expect(changed({ old: null, new: null }, change)).toHaveLength(1);
    expect(changed()).toEqual([]);
  });

  test('tells the same of Server, whose zeros stand for nothing', () => {
    const [change] = serverPush().changes;
    const changed = (...changes: unknown[]) =>
      view('server', 'repo:refs_changed', { ...serverPush(), changes }).refs;
    expect(changed({ ...change, fromHash: zeros, type: 'ADD' })).toMatchObject([
      { oldHash: undefined, newHash: after, created: true, deleted: false },
    ]);
    expect(changed({ ...change, toHash: zeros, type: 'DELETE' })).toMatchObject([
      { oldHash: before, newHash: undefined, created: false, deleted: true },
    ]);
    const tag = { id: 'refs/tags/v1', displayId: 'v1' };
    expect(changed({ ...change, ref: tag })).toMatchObject([{ type: 'tag', name: 'v1' }]);
    expect(changed({ ...change, ref: { ...tag, type: 'TAG' } })).toMatchObject([{ type: 'tag' }]);
  });

  test('tells a pull request alike', () => {
    const expected = {
      id: 7,
      title: 'Turn the widgets',
      description: 'They stood still.',
      state: 'open',
      draft: false,
      source: { branch: 'feature/turn' },
      destination: { branch: 'main' },
      author: { name: 'Ada Example' },
      reviewers: [{ user: { name: 'Grace Example' }, status: 'none', approved: false }],
      mergeHash: undefined,
    };
    const cloud = view('cloud', 'pullrequest:created', cloudPullRequest());
    const server = view('server', 'pr:opened', serverPullRequest());
    expect(cloud.kind).toBe('pull-request-opened');
    expect(server.kind).toBe('pull-request-opened');
    expect(cloud.pullRequest).toMatchObject(expected);
    expect(server.pullRequest).toMatchObject(expected);
    expect(cloud.pullRequest).toMatchObject({
      source: { hash: after.slice(0, 12), repository: { fullName: 'acme/widgets' } },
      url: 'https://bitbucket.org/acme/widgets/pull-requests/7',
    });
    expect(server.pullRequest).toMatchObject({
      source: { hash: after, repository: { fullName: 'WID/widgets' } },
      url: 'https://bitbucket.example.com/projects/WID/repos/widgets/pull-requests/7',
    });
    expect(server.repository.fullName).toBe('WID/widgets');
  });

  test.each([
    ['cloud', 'pullrequest:approved', 'approved'],
    ['server', 'pr:reviewer:approved', 'approved'],
    ['cloud', 'pullrequest:changes_request_created', 'changes-requested'],
    ['server', 'pr:reviewer:needs_work', 'changes-requested'],
    ['cloud', 'pullrequest:unapproved', 'none'],
    ['server', 'pr:reviewer:unapproved', 'none'],
  ] as const)('tells of %s after %s that the reviewer stands at %s', (product, eventKey, status) => {
    const all: Record<string, (() => unknown) | undefined> = samples[product];
    const { pullRequest, actor } = view(product, eventKey, all[eventKey]?.());
    expect(pullRequest?.reviewers).toMatchObject([
      { user: { name: 'Grace Example' }, status, approved: status === 'approved' },
    ]);
    expect(actor?.name).toBe('Grace Example');
  });

  test('counts a reviewer once, and those who were not asked only when they took a stand', () => {
    const payload = cloudPullRequest();
    const guest = { uuid: '{guest}', display_name: 'Guest' };
    const participants = (...those: object[]) =>
      view('cloud', 'pullrequest:updated', {
        ...payload,
        pullrequest: { ...payload.pullrequest, reviewers: [{ uuid: '{asked}' }], participants: those },
      }).pullRequest?.reviewers.map(({ user, status }) => [user?.id, status]);
    expect(
      participants(
        { user: { uuid: '{asked}' }, role: 'REVIEWER', approved: true },
        { user: guest, role: 'PARTICIPANT', approved: false, state: null },
      ),
    ).toEqual([['{asked}', 'approved']]);
    expect(participants({ user: guest, role: 'PARTICIPANT', state: 'changes_requested' })).toEqual([
      ['{asked}', 'none'],
      ['{guest}', 'changes-requested'],
    ]);
    expect(participants({ user: null, role: 'PARTICIPANT', approved: true })).toEqual([
      ['{asked}', 'none'],
      [undefined, 'approved'],
    ]);
  });

  test('knows what a reviewer of Server took back', () => {
    const payload = samples.server['pr:reviewer:unapproved']();
    expect(view('server', 'pr:reviewer:unapproved', payload).kind).toBe('pull-request-unapproved');
    const takenBack = { ...payload, previousStatus: 'NEEDS_WORK' };
    expect(view('server', 'pr:reviewer:unapproved', takenBack).kind).toBe(
      'pull-request-changes-request-removed',
    );
  });

  test('tells a merge with its commit', () => {
    const merge = '9e8d7c6b5a493827161504f3e2d1c0b9a8f7e6d5';
    const cloud = view('cloud', 'pullrequest:fulfilled', samples.cloud['pullrequest:fulfilled']());
    expect(cloud.pullRequest).toMatchObject({ state: 'merged', mergeHash: merge.slice(0, 12) });
    const server = view('server', 'pr:merged', samples.server['pr:merged']());
    expect(server.pullRequest).toMatchObject({ state: 'merged', mergeHash: merge });
  });

  test('tells a comment and its place alike', () => {
    const expected = {
      text: 'Which way?',
      author: { name: 'Grace Example' },
      inline: { path: 'src/turn.ts', line: 12 },
      parentId: undefined,
    };
    const cloud = samples.cloud['pullrequest:comment_created']();
    const server = samples.server['pr:comment:added']();
    expect(view('cloud', 'pullrequest:comment_created', cloud).comment).toMatchObject(expected);
    expect(view('server', 'pr:comment:added', server).comment).toMatchObject(expected);
    const answer = { ...cloud, comment: { ...cloud.comment, parent: { id: 16 }, inline: null } };
    expect(view('cloud', 'pullrequest:comment_created', answer).comment).toMatchObject({
      parentId: 16,
      inline: undefined,
    });
    const gone = { path: 'a.ts', from: 3, to: null };
    expect(
      view('cloud', 'pullrequest:comment_created', { ...cloud, comment: { ...cloud.comment, inline: gone } })
        .comment?.inline,
    ).toEqual({ path: 'a.ts', line: 3 });
    const { anchor: _anchor, ...bare } = server.comment;
    expect(
      view('server', 'pr:comment:added', { ...server, comment: bare, commentParentId: 61 }).comment,
    ).toMatchObject({ parentId: 61, inline: undefined });
  });

  test('tells a comment on a commit, and a build of one, with the commit', () => {
    for (const [product, eventKey, payload] of [
      ['cloud', 'repo:commit_comment_created', samples.cloud['repo:commit_comment_created']()],
      ['cloud', 'repo:commit_status_updated', samples.cloud['repo:commit_status_updated']()],
      ['server', 'repo:comment:added', samples.server['repo:comment:added']()],
    ] as const) {
      expect(view(product, eventKey, payload).commit).toBe(after);
    }
  });

  test('tells what was forked and the fork', () => {
    expect(view('cloud', 'repo:fork', samples.cloud['repo:fork']())).toMatchObject({
      repository: { fullName: 'acme/widgets' },
      fork: { fullName: 'ada/widgets' },
    });
    expect(view('server', 'repo:forked', samples.server['repo:forked']())).toMatchObject({
      repository: { fullName: 'WID/widgets' },
      fork: { fullName: '~ada/widgets' },
    });
  });

  test('goes without what is gone: accounts, forks, links', () => {
    const payload = cloudPullRequest();
    const source = { branch: { name: 'x' }, commit: null, repository: null };
    const bare = { id: 1, title: 't', state: 'OPEN', source, destination: source };
    const repository = { ...payload.repository, links: null };
    expect(view('cloud', 'pullrequest:created', { repository, pullrequest: bare })).toMatchObject({
      repository: { url: undefined },
      actor: undefined,
      pullRequest: {
        author: undefined,
        reviewers: [],
        draft: undefined,
        source: { branch: 'x', hash: undefined, repository: undefined },
      },
    });
    const server = serverPullRequest();
    const { links: _links, ...unlinked } = server.pullRequest.toRef.repository;
    expect(
      view('server', 'pr:opened', {
        pullRequest: {
          ...{ id: 1, title: 't', state: 'OPEN', links: { self: [null] } },
          fromRef: { ...server.pullRequest.fromRef, repository: null },
          toRef: { ...server.pullRequest.toRef, repository: unlinked },
        },
      }),
    ).toMatchObject({
      actor: undefined,
      repository: { url: undefined },
      pullRequest: { url: undefined, author: undefined, reviewers: [], source: { repository: undefined } },
    });
    const old = { ...cloudPush(), actor: { username: 'ada' } };
    expect(view('cloud', 'repo:push', old).actor).toEqual({
      ...{ id: undefined, name: 'ada', username: 'ada', emailAddress: undefined },
    });
    const author = { name: 'key/1', type: 'SERVICE' };
    expect(view('server', 'repo:refs_changed', { ...serverPush(), actor: author }).actor).toMatchObject({
      ...{ id: 'key/1', name: 'key/1' },
    });
  });

  test('is not there for what has no such form', () => {
    for (const [product, eventKey] of [
      ['cloud', 'issue:created'],
      ['cloud', 'project:updated'],
      ['server', 'project:modified'],
      ['server', 'repo:secret_detected'],
      ['server', 'diagnostics:ping'],
    ] as const) {
      const all: Record<string, (() => unknown) | undefined> = samples[product];
      expect(viewOf(product, eventKey, all[eventKey]?.()), eventKey).toBeUndefined();
    }
    expect(viewOf('cloud', 'repo:dreamt_of', {})).toBeUndefined();
    expect(viewOf('cloud', 'constructor', {})).toBeUndefined();
    // Each product has its own events.
    expect(viewOf('server', 'repo:push', cloudPush())).toBeUndefined();
  });

  test('keeps the payload beside it, typed as the delivery has it', async () => {
    const receiver = createWebhookReceiver({ product: 'cloud', secret });
    const heard: unknown[] = [];
    receiver.on('repo:push', ({ delivery, payload }) => {
      const change = toChangeEvent(delivery);
      expectTypeOf(change).toEqualTypeOf<ChangeEvent<CloudPushPayload> | undefined>();
      heard.push(change?.payload === payload);
    });
    receiver.on('*', ({ delivery }) => {
      heard.push(toChangeEvent(delivery)?.kind);
    });
    const delivery = signDelivery({ product: 'cloud', eventKey: 'repo:push', payload: cloudPush(), secret });
    await receiver.receive({ method: 'POST', ...delivery });
    expect(heard).toEqual([true, 'push']);
  });
});

interface Recorded {
  readonly file: string;
  readonly event: string;
  readonly flavour: WebhookProduct;
}

describeWithReferenceData('every recorded delivery', () => {
  test('but those of issues has a view, with a repository and whoever did it', () => {
    for (const { file, event, flavour } of readReferenceData<readonly Recorded[]>('fixtures/INDEX.json')) {
      const payload = readReferenceText(`fixtures/${file}`);
      const { headers, body } = signDelivery({ product: flavour, eventKey: event, payload });
      const change = toChangeEvent(parseDelivery({ product: flavour, headers, body }));
      if (event.startsWith('issue:')) {
        expect(change, file).toBeUndefined();
        continue;
      }
      expect(change?.repository.fullName, file).toMatch(/^[^/]+\/[^/]+$/);
      expect(change?.actor?.id, file).toEqual(expect.any(String));
      expect(change?.pullRequest !== undefined, file).toBe(/^(pr|pullrequest):/.test(event));
      expect(change?.comment !== undefined, file).toBe(event.includes('comment'));
    }
  });
});
