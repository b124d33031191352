import { type CommitRecord, commitsFromRefsChanged, type LinkedRepository } from 'bitbucket-sdk/integration';
import { type SignDeliveryInput, samples, signDelivery } from 'bitbucket-sdk/testing';
import { describe, expect, test } from 'vitest';
import { closedOrigin } from '../../http-server.ts';
import { describeWithOpenssl, makeCertificates } from '../../server/certificates.ts';
import {
  type Answers,
  apiRepository,
  baseUrl,
  connect,
  createServerWorld,
  organizationId,
  page,
  restRepo,
} from './server-world.ts';

const zeros = '0'.repeat(40);
const hash = (letter: string) => letter.repeat(40);

const commit = (letter: string, fields: object = {}) => ({
  id: hash(letter),
  message: `Change ${letter}\n\nFixes DEMO-1`,
  author: { name: 'ann', displayName: 'Ann Lee', emailAddress: 'ann@example.com' },
  authorTimestamp: 1_700_000_000_000,
  ...fields,
});

const refChange = (name: string, from: string, to: string, type = 'UPDATE') => ({
  ref: { id: `refs/heads/${name}`, displayId: name, type: 'BRANCH' },
  refId: `refs/heads/${name}`,
  fromHash: from,
  toHash: to,
  type,
});

const push = (changes: object[] = [refChange('main', hash('a'), hash('b'))], fields: object = {}) => ({
  ...{ eventKey: 'repo:refs_changed', date: '2026-11-20T10:20:30+0000', actor: { name: 'ann' } },
  repository: apiRepository,
  changes,
  ...fields,
});

describeWithOpenssl('a delivery of a Server', () => {
  const certificates = makeCertificates('server-webhook');

  async function linked(answers: Answers = {}, options: Parameters<typeof createServerWorld>[1] = {}) {
    const world = await createServerWorld(certificates, options);
    const integration = await connect(world);
    const repository = await world.server.linkRepository(integration, 'ACME/api');
    Object.assign(world.answers, { [`GET ${restRepo}/commits`]: page(commit('b')), ...answers });
    world.requests.length = 0;
    const { id } = integration.record;
    const secret = repository.config['webhookSecret'] ?? '';
    const deliver = (
      payload: unknown,
      {
        at = `/server/organizations/${organizationId}/integrations/${id}/webhook`,
        ...input
      }: Partial<SignDeliveryInput> & { readonly at?: string } = {},
    ) => {
      const eventKey = input.eventKey ?? 'repo:refs_changed';
      const delivery = signDelivery({ product: 'server', eventKey, payload, secret, ...input });
      return world.app.fetch(delivery.toRequest(baseUrl + at));
    };
    const rows = (): LinkedRepository[] => world.store.repositories.list(id) as LinkedRepository[];
    return { ...world, integration, repository, secret, deliver, rows };
  }

  test('S4-19 S4-21 gives the commits of a push, read from the API, with author, time and the issues they resolve', async () => {
    const { deliver, received, requests, integration } = await linked();
    expect((await deliver(push())).status).toBe(200);
    expect(received).toMatchObject([
      {
        product: 'server',
        organizationId,
        repository: { name: 'ACME/api', externalId: '42' },
        payload: { actor: { name: 'ann' } },
      },
    ]);
    expect(received[0]?.integration.id).toBe(integration.record.id);
    expect(received[0]?.commits).toEqual([
      {
        id: hash('b'),
        ref: 'main',
        message: 'Change b\n\nFixes DEMO-1',
        author: { name: 'Ann Lee', email: 'ann@example.com' },
        timestamp: '2023-11-14T22:13:20.000Z',
        resolves: ['DEMO-1'],
      },
    ]);
    const { searchParams } = new URL(requests[0]?.url ?? '', baseUrl);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      ...{ since: hash('a'), until: hash('b'), merges: 'exclude' },
    });
    expect(requests).toHaveLength(1);
  });

  test('S4-21 reads every change, a new ref without since, a deleted one not at all, and each commit once', async () => {
    const { deliver, received, requests } = await linked({
      [`GET ${restRepo}/commits`]: ({ url }) =>
        url.includes(`until=${hash('b')}`)
          ? page(commit('b'))
          : page(commit('c', { message: 'wip #skipsentry' }), commit('d'), commit('b')),
    });
    const changes = [
      refChange('main', hash('a'), hash('b')),
      refChange('feature/x', zeros, hash('c'), 'ADD'),
      refChange('old', hash('e'), zeros, 'DELETE'),
    ];
    expect((await deliver(push(changes))).status).toBe(200);
    expect(received[0]?.commits.map(({ id, ref }) => [id[0], ref])).toEqual([
      ['b', 'main'],
      ['d', 'feature/x'],
    ]);
    const [first, second, ...more] = requests.map(({ url }) => new URL(url, baseUrl).searchParams);
    expect(more).toEqual([]);
    expect(first?.get('since')).toBe(hash('a'));
    expect(second?.has('since')).toBe(false);
    const deleted = await deliver(push([refChange('old', hash('e'), zeros, 'DELETE')]));
    expect(deleted.status).toBe(200);
    expect(received[1]?.commits).toEqual([]);
    expect(requests).toHaveLength(2);
  });

  test('S4-21 reads what commits did to files where that is asked for, and no more commits than that', async () => {
    const { deliver, received, log } = await linked(
      {
        [`GET ${restRepo}/commits`]: page(commit('b'), commit('c')),
        [`GET ${restRepo}/commits/${hash('b')}/changes`]: page({
          type: 'ADD',
          path: { components: ['a.ts'] },
        }),
      },
      { commits: { fileChanges: true, maxCommits: 1 } },
    );
    expect((await deliver(push())).status).toBe(200);
    expect(received[0]?.commits).toMatchObject([{ patchSet: [{ path: 'a.ts', type: 'A' }] }]);
    expect(log.lines.map(({ message }) => message)).toContain('a push has more commits than were read');
  });

  test('S4-21 follows a rename, once its signature held', async () => {
    const moved = { ...apiRepository, slug: 'api-2', project: { key: 'NEW', name: 'New' } };
    const { deliver, rows, received, serverUrl } = await linked({
      'GET /rest/api/latest/projects/NEW/repos/api-2/commits': page(commit('b')),
    });
    expect((await deliver(push(undefined, { repository: moved }), { secret: 'wrong' })).status).toBe(401);
    expect(rows()[0]).toMatchObject({ name: 'ACME/api' });
    expect((await deliver(push(undefined, { repository: moved }))).status).toBe(200);
    expect(rows()[0]).toMatchObject({
      name: 'NEW/api-2',
      url: `${serverUrl}/projects/NEW/repos/api-2/browse`,
      config: { webhookId: '7', projectKey: 'NEW', repositorySlug: 'api-2' },
    });
    expect(received[0]?.repository.name).toBe('NEW/api-2');
  });

  test.each<[string, object]>([
    ['a project key with a slash', { project: { key: 'ACME/x', name: 'x' } }],
    ['a project key of dots', { project: { key: '..', name: 'x' } }],
    ['a slug with a slash', { slug: 'api/../../admin' }],
    ['a slug with a backslash', { slug: 'api\\x' }],
    ['a slug of dots', { slug: '..' }],
    ['an encoded slash', { slug: 'api%2Fx' }],
    ['an empty slug', { slug: '' }],
    ['a slug with a query', { slug: 'api?x=1' }],
  ])('S4-21 with %s is 400: nothing is called, and no name changed', async (_, fields) => {
    const { deliver, requests, received, rows } = await linked();
    const answer = await deliver(push(undefined, { repository: { ...apiRepository, ...fields } }));
    expect(answer.status).toBe(400);
    expect(requests).toEqual([]);
    expect(received).toEqual([]);
    expect(rows()[0]).toMatchObject({ name: 'ACME/api' });
  });

  test('S4-19 of a repository that the integration has not linked, or that is disabled, is 404 and calls nobody', async () => {
    const { deliver, requests, received, store, integration, repository } = await linked();
    const stranger = push(undefined, { repository: { ...apiRepository, id: 43 } });
    expect((await deliver(stranger)).status).toBe(404);
    expect((await deliver(stranger, { secret: 'wrong' })).status).toBe(404);
    await store.repositories.update(repository.id, { status: 'disabled' });
    expect((await deliver(push())).status).toBe(404);
    // To one who does not know the integration, all of them look alike.
    await store.integrations.update(integration.record.id, { status: 'disabled' });
    expect((await deliver(stranger)).status).toBe(401);
    expect(requests).toEqual([]);
    expect(received).toEqual([]);
  });

  test('S4-20 that is not proven is answered 401 alike, also for an integration that is unknown, and calls nobody', async () => {
    const { deliver, requests, received, store, integration, repository, log } = await linked();
    const { id } = integration.record;
    const to = (organization: string, integrationId: string) => ({
      at: `/server/organizations/${organization}/integrations/${integrationId}/webhook`,
    });
    const answers: Record<string, Response> = {
      'a wrong signature': await deliver(push(), { secret: 'wrong' }),
      'no signature': await deliver(push(), { secret: undefined }),
      'an unknown integration': await deliver(push(), to(organizationId, 'unknown')),
      'another organization': await deliver(push(), to('org-2', id)),
      'no repository': await deliver({ eventKey: 'repo:refs_changed', changes: [] }),
      'a number that is text': await deliver(push(undefined, { repository: { ...apiRepository, id: '42' } })),
      'no JSON': await deliver('{"repository":'),
      'an event that nobody knows': await deliver({}, { eventKey: 'x:y' }),
    };
    const { webhookSecret: _, ...config } = repository.config;
    await store.repositories.put({ ...repository, config: { ...config, webhookId: '7' } });
    answers['a repository without a secret'] = await deliver(push());
    await store.repositories.put(repository);
    await store.integrations.update(id, { status: 'disabled' });
    answers['a disabled integration'] = await deliver(push());
    const seen = await Promise.all(
      Object.values(answers).map(async (answer) => [answer.status, await answer.text()]),
    );
    expect(new Set(seen.map(String))).toEqual(new Set(['401,{"error":"unauthorized"}']));
    expect(requests).toEqual([]);
    expect(received).toEqual([]);
    const reasons = log.lines.map(({ message }) => message.replace('Webhook delivery refused: ', ''));
    expect(new Set(reasons).size).toBeGreaterThan(5);
    await store.integrations.update(id, { status: 'active' });
    expect((await deliver(push())).status).toBe(200);
  });

  test.each(['sha1', 'SHA256', 'none'])('S4-20 signed by %s is 401', async (method) => {
    const { app, integration, secret, received } = await linked();
    const { headers, body } = signDelivery({
      product: 'server',
      eventKey: 'repo:refs_changed',
      payload: push(),
      secret,
    });
    const signature = (headers['x-hub-signature'] ?? '').replace('sha256', method);
    const url = `${baseUrl}/server/organizations/${organizationId}/integrations/${integration.record.id}/webhook`;
    const request = new Request(url, {
      method: 'POST',
      body,
      headers: { ...headers, 'x-hub-signature': signature },
    });
    expect((await app.fetch(request)).status).toBe(401);
    expect(received).toEqual([]);
  });

  test('S4-20 signed with the secret of another repository is 401, whichever it names', async () => {
    const { deliver, server, integration, answers, received } = await linked();
    const web = { ...apiRepository, id: 43, slug: 'web' };
    answers['GET /rest/api/latest/projects/ACME/repos/web'] = { body: web };
    answers['POST /rest/api/latest/projects/ACME/repos/web/webhooks'] = { status: 201, body: { id: 9 } };
    const other = await server.linkRepository(integration, 'ACME/web');
    const theirs = other.config['webhookSecret'] ?? '';
    expect((await deliver(push(), { secret: theirs })).status).toBe(401);
    const mixed = { ...push(), pullRequest: { toRef: { repository: web } } };
    expect((await deliver(mixed, { secret: theirs })).status).toBe(401);
    expect(received).toEqual([]);
  });

  test('S4-19 statuses are those of Cloud otherwise', async () => {
    const { deliver, app, integration } = await linked();
    const at = `${baseUrl}/server/organizations/${organizationId}/integrations/${integration.record.id}/webhook`;
    expect((await app.fetch(new Request(at))).status).toBe(405);
    expect((await deliver('')).status).toBe(400);
    expect((await deliver(push(), { eventKey: 'bad key' })).status).toBe(400);
    expect((await deliver({ ...push(), eventKey: 'pr:merged' })).status).toBe(400);
    expect((await deliver({ ...push(), changes: 'none' })).status).toBe(400);
    expect(
      (await deliver({ ...push(), eventKey: 'repo:modified' }, { eventKey: 'repo:modified' })).status,
    ).not.toBe(200);
    expect((await deliver(`{"x":"${'y'.repeat(1024 * 1024)}"}`)).status).toBe(413);
    const ping = await deliver({ test: true }, { eventKey: 'diagnostics:ping', secret: undefined });
    expect(ping.status).toBe(200);
  });

  test.each<[string, Answers[string]]>([
    ['401', { status: 401, body: { errors: [] } }],
    ['404', { status: 404, body: { errors: [] } }],
    ['503', { status: 503, body: { errors: [] } }],
    ['HTML', { body: '<html>', headers: { 'content-type': 'text/html' } }],
    ['a login page', { status: 302, headers: { location: '/git/login' } }],
    ['half a page', { body: '{"values":[{"id":"' }],
  ])(
    'S4-22 is 500 where the server answers %s, and nothing is handed over or half-kept',
    async (_, answer) => {
      const { deliver, received, rows, answers } = await linked({ [`GET ${restRepo}/commits`]: answer });
      const before = rows();
      const input = { deliveryId: 'delivery-1' };
      expect((await deliver(push(), input)).status).toBe(500);
      expect(received).toEqual([]);
      expect(rows()).toEqual(before);
      answers[`GET ${restRepo}/commits`] = page(commit('b'));
      expect((await deliver(push(), input)).status).toBe(200);
    },
  );

  test('S4-22 is 500 where the second change cannot be read: the first is not handed over alone', async () => {
    const { deliver, received } = await linked({
      [`GET ${restRepo}/commits`]: ({ url }) =>
        url.includes(`until=${hash('b')}`) ? page(commit('b')) : { status: 401, body: { errors: [] } },
    });
    const changes = [refChange('main', hash('a'), hash('b')), refChange('next', hash('a'), hash('c'))];
    expect((await deliver(push(changes))).status).toBe(500);
    expect(received).toEqual([]);
  });

  test('S4-22 is 500 where the server is not reached, or may not be called any more', async () => {
    const { deliver, received, store, integration } = await linked();
    const gone = (await closedOrigin()).replace('http:', 'https:');
    const { metadata, id } = integration.record;
    await store.integrations.update(id, { metadata: { ...metadata, baseUrl: gone } });
    expect((await deliver(push())).status).toBe(500);
    await store.integrations.update(id, { metadata: { ...metadata, baseUrl: 'http://git.example.com' } });
    expect((await deliver(push())).status).toBe(500);
    await store.integrations.update(id, { metadata, credentials: {} });
    expect((await deliver(push())).status).toBe(500);
    expect(received).toEqual([]);
  });

  test('of a merged pull request reaches the handler, by the repository that it was merged into', async () => {
    const merged: unknown[] = [];
    const { deliver } = await linked(
      {},
      {
        server: {
          onPullRequest: ({ payload, repository }) =>
            void merged.push([payload.pullRequest.id, repository.name]),
        },
      },
    );
    const payload = samples.server['pr:merged']();
    Object.assign(payload.pullRequest.toRef, { repository: apiRepository });
    expect((await deliver(payload, { eventKey: 'pr:merged' })).status).toBe(200);
    expect(merged).toEqual([[payload.pullRequest.id, 'ACME/api']]);
  });

  test('of a Server is nothing to the endpoint of Cloud', async () => {
    const { deliver, integration, received } = await linked();
    const at = `/organizations/${organizationId}/integrations/${integration.record.id}/webhook`;
    expect((await deliver(push(), { at })).status).toBe(404);
    expect(received).toEqual([]);
  });
});

describe('commitsFromRefsChanged', () => {
  const timesOf = (records: CommitRecord[]) => records.map(({ timestamp }) => timestamp);

  test('S4-21 without a client gives what the payload lists, with times in milliseconds or in ISO 8601', async () => {
    const listed = [
      commit('b', { authorTimestamp: '2026-11-19T12:20:30+0200' }),
      commit('a', { authorTimestamp: 1_700_000_000_000 }),
      commit('c', { authorTimestamp: undefined, author: null, message: null }),
    ];
    const records = await commitsFromRefsChanged(push(undefined, { commits: listed }), 'ACME/api');
    expect(timesOf(records)).toEqual(['2026-11-19T10:20:30.000Z', '2023-11-14T22:13:20.000Z', '']);
    expect(records[2]).toMatchObject({ author: undefined, message: '' });
  });

  test('lists nothing of a change that the payload’s commits are not of, or that is none', async () => {
    const other = push([refChange('next', hash('e'), hash('d'))], { commits: [commit('b')] });
    expect(await commitsFromRefsChanged(other, 'ACME/api')).toEqual([]);
    for (const changes of [undefined, null, [null], [{ type: 'ADD' }], [refChange('x', 'short', 'hash')]]) {
      expect(await commitsFromRefsChanged({ changes, commits: [commit('b')] }, 'ACME/api')).toEqual([]);
    }
  });
});
