import { AuthError, createIpRanges, isConfigError } from 'bitbucket-sdk';
import { createExpressHandler } from 'bitbucket-sdk/express';
import {
  createPluginWebhookEndpoint,
  type PluginCommitsEvent,
  type PluginWebhookEndpointOptions,
  pluginWebhookPath,
} from 'bitbucket-sdk/integration';
import { type SignDeliveryInput, samples, signDelivery } from 'bitbucket-sdk/testing';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { assembleReceiver } from '../../../src/webhooks/receiver.ts';
import { checkReceiverOptions } from '../../../src/webhooks/receiver-options.ts';
import { addressAlone } from '../../../src/webhooks/secrets.ts';
import { movableClock, readableLog } from '../../connect/world.ts';
import { bitbucketAddress, createPluginWorld, hostRows, hostUrl } from './plugin-world.ts';

const repository = samples.cloud['repo:push']().repository;
const secret = 'a'.repeat(64);

interface Place {
  readonly organizationId?: string;
  /** `null`: the socket tells none. */
  readonly from?: string | null;
  readonly path?: string;
}

/** The endpoint with a linked repository, that of the sample payloads, in organization `org-1`. */
function endpointWith(options: Partial<PluginWebhookEndpointOptions> = {}) {
  const host = hostRows();
  const row = host.store({
    organizationId: 'org-1',
    name: repository.full_name,
    externalId: repository.uuid,
    url: `https://bitbucket.org/${repository.full_name}`,
    config: { name: repository.full_name, webhookId: '{hook}' },
  });
  const received: PluginCommitsEvent[] = [];
  const log = readableLog();
  const now = movableClock();
  const contains = vi.fn((address: string) => address === bitbucketAddress);
  const endpoint = createPluginWebhookEndpoint({
    ipRanges: { contains },
    repositories: host.repositories,
    secrets: host.secretStore,
    onCommits: (event) => void received.push(event),
    logger: log.logger,
    now,
    ...options,
  });
  onTestFinished(() => endpoint.close());
  const deliver = (
    input: Partial<SignDeliveryInput> = {},
    { organizationId = 'org-1', from = bitbucketAddress, path }: Place = {},
  ): Promise<Response> => {
    const payload = samples.cloud['repo:push']();
    const delivery = signDelivery({ product: 'cloud', eventKey: 'repo:push', payload, ...input });
    const url = hostUrl + (path ?? `/plugins/bitbucket/organizations/${organizationId}/webhook/`);
    return endpoint.handle(delivery.toRequest(url), { remoteAddress: from ?? undefined });
  };
  return { ...host, row, received, log, now, contains, endpoint, deliver };
}

const outcome = async (response: Response) => [response.status, await response.text()];

describe('the webhook of the older plugin', () => {
  test('S3-14 hands over the commits of a push that comes from an address of Bitbucket’s', async () => {
    const { deliver, received, row } = endpointWith();
    expect((await deliver()).status).toBe(200);
    expect(received).toMatchObject([
      {
        organizationId: 'org-1',
        repository: row,
        commits: [
          {
            id: expect.stringMatching(/^[0-9a-f]{40}$/),
            ref: 'main',
            author: { name: 'Ada Example', email: 'ada@example.com' },
            timestamp: expect.stringMatching(/Z$/),
            resolves: ['WIDGETS-12'],
          },
        ],
        payload: { push: expect.anything() },
      },
    ]);
    expect(received[0]?.signal).toBeInstanceOf(AbortSignal);
  });

  test('S3-14 takes POST only', async () => {
    const { endpoint, contains } = endpointWith();
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const request = new Request(`${hostUrl}${pluginWebhookPath('org-1')}`, { method });
      const response = await endpoint.handle(request, { remoteAddress: bitbucketAddress });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    }
    expect(contains).not.toHaveBeenCalled();
  });

  test.each<[string, Partial<SignDeliveryInput>]>([
    ['an empty body', { payload: '' }],
    ['a body that is not JSON', { payload: '{"push":' }],
    ['a body of another shape', { payload: { push: [] } }],
    ['a body that is no object', { payload: '[]' }],
    ['no event key', { eventKey: '' }],
  ])('S3-14 answers %s with 400', async (_, input) => {
    const { deliver, received } = endpointWith();
    expect((await deliver(input)).status).toBe(400);
    expect(received).toHaveLength(0);
  });

  test('S3-14 refuses another address, and one that is not known, with 401 before anything is read or asked', async () => {
    const find = vi.fn(() => undefined);
    const { deliver, received, log } = endpointWith({
      secrets: { find },
      repositories: { find, update: find },
    });
    const refused = [
      await deliver({}, { from: '203.0.113.7' }),
      await deliver({}, { from: null }),
      await deliver({}, { from: '' }),
      await deliver({ payload: '{"not JSON' }, { from: '203.0.113.7' }),
      await deliver({ secret }, { from: '203.0.113.7' }),
    ];
    const answers = await Promise.all(refused.map(outcome));
    expect(answers).toEqual(answers.map(() => [401, JSON.stringify({ error: 'unauthorized' })]));
    expect(log.codes()).toEqual(answers.map(() => 'address_refused'));
    expect(find).not.toHaveBeenCalled();
    expect(received).toHaveLength(0);
  });

  test('S3-14 believes no header for the address but what the host’s own proxies wrote', async () => {
    const headers = { 'x-forwarded-for': `${bitbucketAddress}, 203.0.113.7` };
    const forged = (endpoint: ReturnType<typeof endpointWith>['endpoint'], forwarded = headers) => {
      const { body, headers: sent } = signDelivery({
        product: 'cloud',
        eventKey: 'repo:push',
        payload: samples.cloud['repo:push'](),
      });
      const request = new Request(hostUrl + pluginWebhookPath('org-1'), {
        method: 'POST',
        headers: { ...sent, ...forwarded },
        body,
      });
      return endpoint.handle(request, { remoteAddress: '10.0.0.1' });
    };
    expect((await forged(endpointWith().endpoint)).status).toBe(401);
    const { endpoint } = endpointWith({ trustedProxies: 1 });
    expect((await forged(endpoint)).status).toBe(401);
    expect((await forged(endpoint, { 'x-forwarded-for': `203.0.113.7, ${bitbucketAddress}` })).status).toBe(
      200,
    );
  });

  test('S3-14 answers 404 alike for an unknown organization, another’s, and a repository that is not linked', async () => {
    const asked = vi.fn(() => undefined);
    const { deliver, received, store, rows } = endpointWith({ secrets: { find: asked } });
    const payload = samples.cloud['repo:push']();
    Object.assign(payload.repository, { uuid: '{11111111-2222-4333-8444-555555555555}' });
    const refused = [
      await deliver({}, { organizationId: 'org-2' }),
      await deliver({ payload }),
      await deliver({}, { path: '/elsewhere' }),
      await deliver({}, { path: '/plugins/bitbucket/organizations/%ff/webhook/' }),
    ];
    const [row] = rows.values();
    rows.clear();
    if (row !== undefined) store({ ...row, organizationId: 'org-2' });
    refused.push(await deliver());
    const answers = await Promise.all(refused.map(outcome));
    expect(answers).toEqual(answers.map(() => [404, JSON.stringify({ error: 'not_found' })]));
    expect(asked.mock.calls).toEqual([['org-2'], ['org-1'], ['org-1']]);
    expect(received).toHaveLength(0);
  });

  test('S3-14 holds what the host’s lookup gives to the question', async () => {
    const { row } = endpointWith();
    for (const wrong of [{ organizationId: 'org-2' }, { externalId: '{other}' }]) {
      const { deliver, received } = endpointWith({
        repositories: { find: () => ({ ...row, ...wrong }), update: () => undefined },
      });
      expect((await deliver()).status).toBe(404);
      expect(received).toHaveLength(0);
    }
  });

  test('S3-14 answers an event that is no push with 204, also one that is newer', async () => {
    const { deliver, received } = endpointWith();
    const payload = samples.cloud['pullrequest:fulfilled']();
    expect((await deliver({ eventKey: 'pullrequest:fulfilled', payload })).status).toBe(204);
    expect((await deliver({ eventKey: 'repo:newer', payload: { any: 'thing' } })).status).toBe(204);
    expect(received).toHaveLength(0);
  });

  test('S3-14 follows a rename by UUID, and takes no nonsense for a name', async () => {
    const { deliver, received, rows, row } = endpointWith();
    const push = (full_name: string) => {
      const payload = samples.cloud['repo:push']();
      Object.assign(payload.repository, { full_name });
      return deliver({ payload });
    };
    expect((await push('acme/renamed')).status).toBe(200);
    const renamed = {
      name: 'acme/renamed',
      url: 'https://bitbucket.org/acme/renamed',
      config: { name: 'acme/renamed', webhookId: '{hook}' },
    };
    expect(rows.get(row.id)).toEqual({ ...row, ...renamed });
    expect(received[0]?.repository).toEqual({ ...row, ...renamed });
    for (const name of ['renamed', 'acme/../admin', 'acme/re named', '../..'])
      expect((await push(name)).status).toBe(200);
    expect(rows.get(row.id)).toMatchObject(renamed);
    expect((await deliver({}, { from: '203.0.113.7' })).status).toBe(401);
    expect(rows.get(row.id)).toMatchObject(renamed);
  });

  test('S3-14 makes a record of each commit once, and of none that is marked', async () => {
    const { deliver, received } = endpointWith();
    const payload = samples.cloud['repo:push']();
    const [change] = payload.push.changes;
    const [commit] = change?.commits ?? [];
    if (change === undefined || commit === undefined) throw new Error('there is no commit');
    const made = (hash: string, message: string, raw: string) => ({
      ...commit,
      hash,
      message,
      date: '2026-11-19T12:20:30+02:00',
      author: { raw },
    });
    const twice = made('a1', 'Fixes DEMO-1', 'Ada <ada@example.com>');
    const long = made('a3', 'Long address', `Ada <${'a'.repeat(70)}@example.com>`);
    payload.push.changes = [
      { ...change, commits: [twice, made('a2', 'Skip #skipsentry', 'Ada <ada@example.com>')] },
      { ...change, commits: [twice, long] },
      { ...change, new: null, closed: true, commits: [made('a4', 'Of a branch that is gone', 'Ada')] },
    ];
    expect((await deliver({ payload })).status).toBe(200);
    const record = { ref: 'main', timestamp: '2026-11-19T10:20:30.000Z' };
    expect(received[0]?.commits).toEqual([
      {
        ...record,
        id: 'a1',
        message: 'Fixes DEMO-1',
        author: { name: 'Ada', email: 'ada@example.com' },
        resolves: ['DEMO-1'],
      },
      { ...record, id: 'a3', message: 'Long address', author: undefined, resolves: [] },
    ]);
  });

  test('S3-14 does a delivery once, and the same body under another id no second time', async () => {
    const { deliver, received } = endpointWith();
    const statuses = [
      await deliver({ deliveryId: 'one' }),
      await deliver({ deliveryId: 'one' }),
      await deliver({ deliveryId: 'two' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 200]);
    expect(received).toHaveLength(1);
    const both = await Promise.all([deliver({ payload: pushOf('b1') }), deliver({ payload: pushOf('b1') })]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(received).toHaveLength(2);
  });

  test('S3-14 answers 500 where the host’s function fails, and 503 where a store does, and runs again', async () => {
    const failures: unknown[] = [new Error('full')];
    const received: PluginCommitsEvent[] = [];
    const { deliver } = endpointWith({
      onCommits: (event) => {
        const failure = failures.pop();
        if (failure !== undefined) throw failure;
        received.push(event);
      },
    });
    expect((await deliver({ deliveryId: 'one' })).status).toBe(500);
    expect((await deliver({ deliveryId: 'one' })).status).toBe(200);
    expect(received).toHaveLength(1);

    const broken = () => Promise.reject(new Error('down'));
    const { row, repositories } = endpointWith();
    for (const options of [
      { repositories: { ...repositories, find: broken } },
      { repositories: { find: () => ({ ...row, name: 'acme/was' }), update: broken } },
      { secrets: { find: broken } },
      { inbox: { seen: broken, record: broken } },
    ]) {
      const failing = endpointWith(options);
      const response = await failing.deliver();
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
      expect(failing.received).toHaveLength(0);
    }
  });

  test('S3-14 refuses with 413, 415 and, once closed, 503', async () => {
    const { deliver, endpoint, received } = endpointWith({ bodyLimit: 100 });
    expect((await deliver()).status).toBe(413);
    const request = new Request(hostUrl + pluginWebhookPath('org-1'), {
      method: 'POST',
      headers: { 'content-encoding': 'gzip', 'x-event-key': 'repo:push' },
      body: '{}',
    });
    expect((await endpoint.handle(request, { remoteAddress: bitbucketAddress })).status).toBe(415);
    await endpoint.close();
    expect((await deliver({ payload: {} })).status).toBe(503);
    expect(received).toHaveLength(0);
  });
});

/** A push of one commit. */
function pushOf(hash: string) {
  const payload = samples.cloud['repo:push']();
  for (const change of payload.push.changes) for (const commit of change.commits ?? []) commit.hash = hash;
  return payload;
}

describe('an organization that has a secret', () => {
  test('S3-14 needs the signature as well as the address', async () => {
    const { deliver, secrets, received, log } = endpointWith();
    secrets.set('org-1', secret);
    const refused = [await deliver(), await deliver({ secret: 'other' })];
    expect(refused.map(({ status }) => status)).toEqual([401, 401]);
    expect((await deliver({ secret }, { from: '203.0.113.7' })).status).toBe(401);
    expect(log.codes()).toEqual(['signature_missing', 'signature_mismatch', 'address_refused']);
    expect(received).toHaveLength(0);
    expect((await deliver({ secret })).status).toBe(200);
    expect(received).toHaveLength(1);
  });

  test.each<[string, unknown]>([
    ['an empty secret', ''],
    ['an empty list', []],
    ['null', null],
    ['no text', 12],
    ['false', false],
  ])('fails closed where the host gives %s', async (_, given) => {
    const { deliver, received, log } = endpointWith({ secrets: { find: () => given as undefined } });
    for (const input of [{}, { secret }, { payload: '{' }]) expect((await deliver(input)).status).toBe(401);
    expect(new Set(log.codes())).toEqual(new Set(['secret_empty']));
    expect(received).toHaveLength(0);
  });

  test('is no other organization', async () => {
    const { deliver, secrets, received, store, row } = endpointWith();
    store({ ...row, organizationId: 'org-2' });
    secrets.set('org-1', secret);
    expect((await deliver({}, { organizationId: 'org-2' })).status).toBe(200);
    expect((await deliver({}, { organizationId: 'org-1' })).status).toBe(401);
    expect(received.map(({ organizationId }) => organizationId)).toEqual(['org-2']);
  });
});

describe('the endpoint of the older plugin, mounted', () => {
  test('reads the organization from the route, or else from the path below any mount', async () => {
    const { endpoint, received, deliver } = endpointWith();
    expect((await deliver({}, { path: '/host/plugins/bitbucket/organizations/org-1/webhook' })).status).toBe(
      200,
    );
    const delivery = signDelivery({ product: 'cloud', eventKey: 'repo:push', payload: pushOf('c1') });
    const context = { remoteAddress: bitbucketAddress, route: { organizationId: 'org-1', other: 'x' } };
    expect((await endpoint.handle(delivery.toRequest(`${hostUrl}/hook`), context)).status).toBe(200);
    expect(received).toHaveLength(2);
    expect(pluginWebhookPath('a b/c')).toBe('/plugins/bitbucket/organizations/a%20b%2Fc/webhook/');
    expect(typeof createExpressHandler(endpoint.handle)).toBe('function');
  });

  test.each<[string, object]>([
    ['ipRanges', { ipRanges: undefined }],
    ['ipRanges', { ipRanges: {} }],
    ['ipRanges', { ipRanges: null }],
    ['onCommits', { onCommits: undefined }],
    ['repositories', { repositories: {} }],
    ['secrets', { secrets: {} }],
    ['secrets', { secrets: null }],
    ['siteUrl', { siteUrl: 'x' }],
    ['trustedProxies', { trustedProxies: -1 }],
    ['inbox', { inbox: {} }],
    ['secret', { secret: 'x' }],
    ['onCommit', { onCommit: () => {} }],
  ])('is not made without its parts: %s', (option, options) => {
    const make = () => endpointWith(options);
    expect(make).toThrow(expect.objectContaining({ name: 'ConfigError', option }));
  });

  test('takes the ranges that Bitbucket publishes', async () => {
    const { deliver, received } = endpointWith({ ipRanges: createIpRanges() });
    expect((await deliver({}, { from: '127.0.0.1' })).status).toBe(401);
    expect((await deliver({}, { from: '104.192.136.1' })).status).toBe(200);
    expect(received).toHaveLength(1);
  });

  test('a receiver without a secret cannot be had by options, and lets nothing in without an address', async () => {
    const settings = checkReceiverOptions({ product: 'cloud', secret });
    const receiver = assembleReceiver<'cloud'>({ ...settings, findKeys: () => addressAlone });
    const heard = vi.fn();
    receiver.on('*', heard);
    const { headers, body } = signDelivery({
      product: 'cloud',
      eventKey: 'repo:push',
      payload: samples.cloud['repo:push'](),
    });
    const answer = await receiver.receive({ method: 'POST', headers, body, remoteAddress: bitbucketAddress });
    expect(answer.status).toBe(401);
    expect(heard).not.toHaveBeenCalled();
    try {
      checkReceiverOptions({ product: 'cloud', secret: undefined as unknown as string });
      expect.unreachable();
    } catch (error) {
      expect(isConfigError(error)).toBe(true);
    }
  });
});

describe('a push that is too long for its delivery', () => {
  test('S3-14 is completed by the user’s client, and followed from the hook that the plugin made', async () => {
    const world = await createPluginWorld({
      endpoint: { clientFor: () => world.clientFor('ann') },
    });
    const { provider, emulator, received, store, sample } = world;
    const data = await provider.validateConfig({ name: 'acme/empty' }, { user: 'ann' });
    store(await provider.createRepository('org-1', data, { user: 'ann' }));
    const { url } = await emulator.listen();
    const address = new URL(`${url}/acme/empty.git`);
    Object.assign(address, { username: 'ann', password: 'p' });
    for (let n = 1; n <= 7; n += 1)
      await sample.git('commit', '--quiet', '--allow-empty', '-m', `Fixes DEMO-${n}`);
    await sample.git('push', '--quiet', address.href, 'main');
    await emulator.settled();
    expect(emulator.deliveries.map(({ outcome }) => outcome)).toEqual(['delivered']);
    expect(received[0]?.commits.length).toBeGreaterThan(7);
    expect(received[0]?.commits.slice(0, 2).map(({ resolves }) => resolves)).toEqual([
      ['DEMO-7'],
      ['DEMO-6'],
    ]);
  });

  test.each<[string, () => unknown]>([
    ['refuses the credential, as Bitbucket does today', () => 'revoked'],
    ['has no account', () => undefined],
  ])('is given as far as it is listed where the client %s', async (_, tokenOf) => {
    const { clientWith } = await createPluginWorld();
    const token = tokenOf() as string | undefined;
    const log = readableLog();
    const { deliver, received } = endpointWith({
      clientFor: () => clientWith({ token }),
      logger: log.logger,
    });
    const payload = pushOf('d1');
    for (const change of payload.push.changes) Object.assign(change, { truncated: true });
    expect((await deliver({ payload })).status).toBe(200);
    expect(received[0]?.commits.map(({ id }) => id)).toEqual(['d1']);
  });

  test('is given as far as it is listed where the host says that nobody has an account', async () => {
    const { deliver, received } = endpointWith({
      clientFor: () => Promise.reject(new AuthError('reauthorization_required', 'Nobody is connected')),
    });
    expect((await deliver({ payload: pushOf('d1') })).status).toBe(200);
    expect(received[0]?.commits.map(({ id }) => id)).toEqual(['d1']);
  });

  test('is sent again where the client fails for a while', async () => {
    const world = await createPluginWorld();
    const { deliver, received } = endpointWith({ clientFor: () => world.clientFor('ann') });
    world.emulator.faults.add({ times: 1, fault: { kind: 'status', status: 500 } });
    const payload = pushOf('d1');
    for (const change of payload.push.changes) Object.assign(change, { truncated: true });
    expect((await deliver({ payload })).status).toBe(500);
    expect(received).toHaveLength(0);
  });
});
