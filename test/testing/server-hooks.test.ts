import { createHmac } from 'node:crypto';
import type { BitbucketEmulatorOptions } from 'bitbucket-sdk/testing';
import { describe, expect, test } from 'vitest';
import { describeWithOpenssl, listenTls, makeCertificates } from '../server/certificates.ts';
import { afterTest } from './support/cleanups.ts';
import { type gitIn, write } from './support/git-repository.ts';
import { type Receiver, type Reply, startReceiver } from './support/receiver.ts';
import {
  cloneFrom,
  errorOf,
  type Json,
  payloadOf,
  type ServerPage,
  type ServerScene,
  startServerScene,
  widgets,
  zeros,
} from './support/server-scene.ts';

const hooks = `${widgets}/webhooks`;
const event = 'repo:refs_changed';

async function scene(options: Partial<BitbucketEmulatorOptions> = {}): Promise<ServerScene> {
  const started = await startServerScene(options);
  afterTest(() => started.emulator.close());
  return started;
}

async function receiver(reply: (count: number) => Reply = () => 200): Promise<Receiver> {
  const started = await startReceiver((_, count) => reply(count));
  afterTest(() => started.close());
  return started;
}

async function createHook({ send }: ServerScene, fields: Json): Promise<Json & { id: number }> {
  const { status, body } = await send('POST', hooks, {
    body: { name: 'A hook', events: [event], ...fields },
  });
  expect(status).toBe(201);
  return body as Json & { id: number };
}

let pushed = 0;

/** Pushes one commit to a branch; gives its hash. */
async function push({ folder, git }: { folder: string; git: ReturnType<typeof gitIn> }, branch = 'main') {
  pushed += 1;
  await write(folder, 'pushed.txt', `${pushed}\n`);
  await git('add', '.');
  await git('commit', '--quiet', '-m', `Push to ${branch}`);
  await git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
  return git('rev-parse', 'HEAD');
}

const settled = async ({ emulator }: ServerScene, hook: Receiver, count: number): Promise<void> => {
  await emulator.settled();
  expect(hook.received).toHaveLength(count);
};

describe('hooks of a Server repository', () => {
  test('are made, listed, read, replaced and deleted by admins', async () => {
    const it = await scene({ now: () => 1_700_000_000_000 });
    const hook = await createHook(it, {
      url: 'https://hooks.example.com/a',
      configuration: { secret: 's1' },
    });
    expect(hook).toEqual({
      ...{ id: 1, name: 'A hook', createdDate: 1_700_000_000_000, updatedDate: 1_700_000_000_000 },
      ...{
        events: [event],
        configuration: { secret: 's1' },
        url: 'https://hooks.example.com/a',
        active: true,
      },
      ...{ scopeType: 'repository', sslVerificationRequired: true },
    });
    expect(await it.get<ServerPage>(hooks)).toMatchObject({ size: 1, isLastPage: true, values: [hook] });
    const body = { name: 'Other', url: 'https://hooks.example.com/b', events: ['pr:merged'], active: false };
    const { body: replaced } = await it.send('PUT', `${hooks}/1`, { body });
    expect(replaced).toMatchObject({ ...body, id: 1, configuration: {} });
    expect((await it.get<ServerPage>(`${hooks}?event=${event}`)).size).toBe(0);
    expect((await it.send('DELETE', `${hooks}/1`)).status).toBe(204);
    const gone = await it.send('DELETE', `${hooks}/1`);
    expect([gone.status, errorOf(gone)['exceptionName']]).toEqual([
      404,
      'com.atlassian.webhooks.NoSuchWebhookException',
    ]);
  });

  test.each([
    [{ url: 'ftp://a' }, 'url'],
    [{ url: undefined }, 'url'],
    [{ events: [] }, 'events'],
    [{ events: ['repo:push'] }, 'events'],
    [{ events: ['pr:to_ref_updated'] }, 'events'],
    [{ name: '' }, 'name'],
    [{ configuration: 'x' }, 'configuration'],
  ])('%j is refused, naming the field', async (wrong, context) => {
    const it = await scene();
    const body = { name: 'x', url: 'https://a.example', events: [event], ...wrong };
    const answer = await it.send('POST', hooks, { body });
    expect([answer.status, errorOf(answer)['context']]).toEqual([400, context]);
  });

  test('are kept from those who are no admins', async () => {
    const it = await scene();
    const statuses = ['rita', 'nobody', 'reader'] as const;
    for (const who of statuses) expect((await it.send('GET', hooks, { who })).status).toBe(401);
    expect((await it.send('GET', hooks, { who: 'repository' })).status).toBe(200);
  });

  test('of a project hear of all its repositories', async () => {
    const it = await scene();
    const hook = await receiver();
    const body = { name: 'All', url: hook.url, events: [event] };
    expect((await it.send('POST', '/projects/DEMO/webhooks', { body, who: 'rita' })).status).toBe(401);
    const made = await it.send('POST', '/projects/DEMO/webhooks', { body, who: 'project' });
    expect(made.body).toMatchObject({ scopeType: 'project' });
    const { url } = await it.emulator.listen();
    await push(await cloneFrom(url, 'ada:secret', 'DEMO/widgets'));
    await push(await cloneFrom(url, 'ada:secret', 'demo/open'));
    await settled(it, hook, 2);
  });
});

describe('git on a Server', () => {
  test.each([
    ['a password', 'ada:secret', 'demo/widgets'],
    ["a user's token", 'ada:ada-token', 'DEMO/widgets'],
    ['x-token-auth', 'x-token-auth:repository-token', 'demo/widgets'],
    ['the project of a user', 'eve:secret', '~eve/mine'],
  ])('clones and pushes with %s', async (_, login, path) => {
    const it = await scene();
    const { url } = await it.emulator.listen();
    const tree = await cloneFrom(url, login, path);
    const hash = await push(tree);
    expect(await tree.git('ls-remote', 'origin', 'refs/heads/main')).toContain(hash);
  });

  test.each([
    ['nobody', undefined, 'info/refs?service=git-upload-pack', 401],
    ['a wrong password', 'ada:wrong', 'info/refs?service=git-upload-pack', 401],
    ['one who may read, for a push', 'rita:secret', 'info/refs?service=git-receive-pack', 403],
    ['one who may not see it', 'eve:secret', 'info/refs?service=git-upload-pack', 404],
    ['the old protocol', 'ada:secret', 'info/refs', 403],
  ])('refuses %s', async (_, login, path, status) => {
    const it = await scene();
    const headers = login === undefined ? {} : { authorization: `Basic ${btoa(login)}` };
    const url = `https://git.example.com/bitbucket/scm/demo/widgets.git/${path}`;
    const answer = await it.emulator.fetch(new Request(url, { headers }));
    expect(answer.status).toBe(status);
    if (status === 401) expect(answer.headers.get('www-authenticate')).toContain('Basic');
  });
});

describe('a push to a Server', () => {
  test('sends repo:refs_changed, signed, with an id, the changes, the commits and the last of them', async () => {
    const it = await scene();
    const hook = await receiver();
    await createHook(it, { url: hook.url, configuration: { secret: 'of the hook' } });
    const { url } = await it.emulator.listen();
    const tree = await cloneFrom(url, 'ada:secret', 'demo/widgets');
    const hash = await push(tree);
    await settled(it, hook, 1);
    const [delivery] = hook.received;
    const signature = createHmac('sha256', 'of the hook')
      .update(delivery?.body ?? '')
      .digest('hex');
    expect(delivery?.headers).toMatchObject({
      'x-event-key': event,
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-hub-signature': `sha256=${signature}`,
      'content-type': 'application/json; charset=utf-8',
    });
    const { links } = it.sample.commits;
    const iso = expect.stringMatching(/^2018-07-02T\d\d:\d\d:56\.000Z$/);
    expect(payloadOf(hook)).toMatchObject({
      eventKey: event,
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/),
      actor: { name: 'ada', links: { self: [{ href: `${url}/bitbucket/users/ada` }] } },
      repository: { id: 1, slug: 'widgets', project: { key: 'DEMO' } },
      changes: [
        {
          ref: { id: 'refs/heads/main', displayId: 'main', type: 'BRANCH' },
          ...{ refId: 'refs/heads/main', fromHash: links, toHash: hash, type: 'UPDATE' },
        },
      ],
      commits: [{ id: hash, message: 'Push to main', authorTimestamp: iso, parents: [{ id: links }] }],
      toCommit: { id: hash, committerTimestamp: iso, parents: [{ id: links, message: 'Links' }] },
    });
    expect(it.emulator.deliveries).toMatchObject([
      { hookUuid: '1', event, outcome: 'delivered', attempts: [{ number: 1, status: 200 }] },
    ]);
  });

  test('of version 9.4 has times in milliseconds; at most five commits are told of', async () => {
    const it = await scene({ server: { version: '9.4' } });
    const hook = await receiver();
    await createHook(it, { url: hook.url });
    const { url } = await it.emulator.listen();
    const tree = await cloneFrom(url, 'x-token-auth:project-token', 'demo/widgets');
    for (let number = 0; number < 6; number += 1)
      await tree.git('commit', '--quiet', '--allow-empty', '-m', `${number}`);
    await push(tree);
    await settled(it, hook, 1);
    const { commits, toCommit, actor } = payloadOf(hook) as { commits: Json[]; toCommit: Json; actor: Json };
    expect(commits).toHaveLength(5);
    expect(typeof commits[0]?.['authorTimestamp']).toBe('number');
    expect(typeof toCommit['committerTimestamp']).toBe('number');
    expect(actor['type']).toBe('SERVICE');
    expect(hook.received[0]?.headers).not.toHaveProperty('x-hub-signature');
    expect(await it.get('/application-properties')).toMatchObject({ version: '9.4.0' });
  });

  test('of several refs is one delivery: new branches bring what is new, deletes nothing, tags their object', async () => {
    const it = await scene();
    const hook = await receiver();
    await createHook(it, { url: hook.url });
    const { url } = await it.emulator.listen();
    const tree = await cloneFrom(url, 'ada:secret', 'demo/widgets');
    await tree.git('commit', '--quiet', '--allow-empty', '-m', 'On a branch');
    await tree.git('tag', '-a', 'v2', '-m', 'Version 2');
    const [hash, tag] = [await tree.git('rev-parse', 'HEAD'), await tree.git('rev-parse', 'refs/tags/v2')];
    await tree.git('push', '--quiet', 'origin', 'HEAD:refs/heads/topic/a', 'v2', ':feature/x');
    await settled(it, hook, 1);
    const told = payloadOf(hook) as { changes: Json[]; commits: Json[]; toCommit: Json };
    const byRef = new Map(told.changes.map((change) => [change['refId'], change]));
    expect(byRef.get('refs/heads/topic/a')).toMatchObject({ fromHash: zeros, toHash: hash, type: 'ADD' });
    expect(byRef.get('refs/heads/feature/x')).toMatchObject({ toHash: zeros, type: 'DELETE' });
    expect(byRef.get('refs/tags/v2')).toMatchObject({ toHash: tag, ref: { type: 'TAG' } });
    expect(told.commits.map(({ id }) => id)).toEqual([hash]);
    expect(told.toCommit['id']).toBe(hash);
    await tree.git('push', '--quiet', 'origin', ':topic/a');
    await settled(it, hook, 2);
    expect(payloadOf(hook, 1)).not.toHaveProperty('commits');
    expect(payloadOf(hook, 1)).not.toHaveProperty('toCommit');
  });

  test('reaches hooks of both products, whichever way it came', async () => {
    const it = await scene({ hooks: { retryDelay: 1 } });
    const [server, cloud] = [await receiver(), await receiver()];
    await createHook(it, { url: server.url });
    const headers = { authorization: `Basic ${btoa('ada:secret')}` };
    const body = JSON.stringify({ url: cloud.url, events: ['repo:push'], description: 'x' });
    const api = 'https://api.bitbucket.org/2.0/repositories/demo/widgets';
    await it.emulator.fetch(new Request(`${api}/hooks`, { method: 'POST', headers, body }));
    const { url } = await it.emulator.listen();
    await push(await cloneFrom(url, 'ada:secret', 'demo/widgets'));
    await settled(it, server, 1);
    expect(cloud.received).toHaveLength(1);
    const target = JSON.stringify({ name: 'from-cloud', target: { hash: it.sample.commits.first } });
    await it.emulator.fetch(new Request(`${api}/refs/branches`, { method: 'POST', headers, body: target }));
    await settled(it, server, 2);
    expect(payloadOf(server, 1)).toMatchObject({
      changes: [{ type: 'ADD', ref: { displayId: 'from-cloud' } }],
    });
  });

  test('reaches no hook that is off or wants other events', async () => {
    const it = await scene();
    const hook = await receiver();
    await createHook(it, { url: hook.url, active: false });
    await createHook(it, { url: hook.url, events: ['pr:merged'] });
    const { url } = await it.emulator.listen();
    await push(await cloneFrom(url, 'ada:secret', 'demo/widgets'));
    await settled(it, hook, 0);
  });
});

describe('a receiver that fails', () => {
  test('is not tried again, and after five failures in a row not at all for 10 s, then for longer', async () => {
    let now = 1_700_000_000_000;
    const it = await scene({ now: () => now });
    let status = 500;
    const hook = await receiver(() => status);
    await createHook(it, { url: hook.url });
    const { url } = await it.emulator.listen();
    const tree = await cloneFrom(url, 'ada:secret', 'demo/widgets');
    const pushes = async (count: number): Promise<number> => {
      for (let number = 0; number < count; number += 1) await push(tree);
      await it.emulator.settled();
      return hook.received.length;
    };
    expect(await pushes(6)).toBe(5);
    expect(it.emulator.deliveries.map(({ outcome }) => outcome)).toEqual([
      ...Array(5).fill('failed'),
      'skipped',
    ]);
    now += 10_000;
    expect(await pushes(2)).toBe(6);
    now += 19_999;
    expect(await pushes(1)).toBe(6);
    now += 1;
    status = 204;
    expect(await pushes(2)).toBe(8);
    const counts = { successes: 2, failures: 6, errors: 0 };
    expect(await it.get(`${hooks}/1/statistics?event=${event}`)).toMatchObject({
      lastSuccess: {
        event,
        request: { method: 'POST', url: hook.url },
        result: { outcome: 'SUCCESS', description: '204' },
      },
      lastFailure: { result: { outcome: 'FAILURE', description: '500' } },
      lastError: null,
      counts,
    });
    expect(await it.get(`${hooks}/1/statistics/summary`)).toMatchObject({ [event]: { counts } });
    expect(await it.get(`${hooks}/1/latest?outcome=FAILURE`)).toMatchObject({
      result: { description: '500' },
    });
    expect(await it.get(`${hooks}/1?statistics=true`)).toMatchObject({ statistics: { [event]: { counts } } });
  });

  test('is given so much time, and an answer that never came is an error', async () => {
    const it = await scene({ hooks: { timeout: 50 } });
    const hook = await receiver(() => 'hang');
    await createHook(it, { url: hook.url });
    expect((await it.send('GET', `${hooks}/1/latest`)).status).toBe(204);
    const { url } = await it.emulator.listen();
    await push(await cloneFrom(url, 'ada:secret', 'demo/widgets'));
    await settled(it, hook, 1);
    expect(await it.get(`${hooks}/1/latest`)).toMatchObject({
      event,
      eventScope: { id: '1', type: 'repository' },
      result: { outcome: 'ERROR', description: 'timeout' },
    });
  });
});

describe('the test of a hook', () => {
  test('sends diagnostics:ping, unsigned even where there is a secret, and tells of the answer', async () => {
    const it = await scene();
    const hook = await receiver();
    await createHook(it, {
      url: hook.url,
      configuration: { secret: 's' },
      credentials: { username: 'u', password: 'p' },
    });
    const { status, body } = await it.send('POST', `${hooks}/test?webhookId=1`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      request: { url: hook.url },
      response: { outcome: 'SUCCESS', statusCode: 200 },
    });
    expect(JSON.stringify(body)).not.toContain('Basic');
    const [ping] = hook.received;
    expect(ping?.body.toString()).toBe('{"test":true}');
    expect(ping?.headers).toMatchObject({
      'x-event-key': 'diagnostics:ping',
      authorization: `Basic ${btoa('u:p')}`,
    });
    expect(ping?.headers).not.toHaveProperty('x-hub-signature');
    const elsewhere = await it.send('POST', `${hooks}/test?url=${encodeURIComponent('http://127.0.0.1:1/')}`);
    expect(elsewhere.body).toMatchObject({ response: { outcome: 'ERROR', description: 'network' } });
    expect((await it.send('POST', `${hooks}/test?webhookId=7`)).status).toBe(404);
  });
});

describeWithOpenssl('a receiver with a certificate of its own', () => {
  test('is reached only where sslVerificationRequired is off', async () => {
    const { server } = makeCertificates('hooks');
    let received = 0;
    const url = await listenTls(server, (request, response) => {
      received += 1;
      request.resume();
      response.writeHead(204).end();
    });
    const it = await scene();
    const hook = await createHook(it, { url });
    const ping = async (query: string) =>
      ((await it.send('POST', `${hooks}/test?webhookId=${hook.id}${query}`)).body['response'] as Json)[
        'outcome'
      ];
    expect(await ping('')).toBe('ERROR');
    expect(received).toBe(0);
    expect(await ping('&sslVerificationRequired=false')).toBe('SUCCESS');
    const body = { name: 'x', url, events: [event], sslVerificationRequired: false };
    await it.send('PUT', `${hooks}/${hook.id}`, { body });
    expect(await ping('')).toBe('SUCCESS');
    expect(received).toBe(2);
  });
});
