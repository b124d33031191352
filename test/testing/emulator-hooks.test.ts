import { createHmac } from 'node:crypto';
import { rm } from 'node:fs/promises';
import {
  type BitbucketEmulator,
  type BitbucketEmulatorOptions,
  createBitbucketEmulator,
} from 'bitbucket-sdk/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { gitIn, lines, makeSample, temporaryFolder, write } from './support/git-repository.ts';
import { type Received, type Receiver, type Reply, startReceiver } from './support/receiver.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const api = 'https://api.bitbucket.org/2.0';
const widgets = '/repositories/demo/widgets';

async function start(hooks: BitbucketEmulatorOptions['hooks'] = { retryDelay: 1 }) {
  const sample = await makeSample();
  const emulator = await createBitbucketEmulator({
    repositories: [
      { fullName: 'demo/widgets', from: sample.folder, private: false },
      { fullName: 'demo/empty' },
    ],
    users: [
      { username: 'ada', email: 'ada@example.com' },
      { username: 'rita', email: 'rita@example.com', workspaces: { demo: 'read' } },
    ],
    credentials: {
      accessTokens: [
        { token: 'team', workspace: 'demo' },
        { token: 'reader', workspace: 'demo', scopes: ['repository'] },
      ],
      apiTokens: [
        { email: 'ada@example.com', token: 'ada-token' },
        { email: 'rita@example.com', token: 'rita-token' },
      ],
    },
    hooks,
  });
  const { url } = await emulator.listen();
  cleanups.push(
    () => sample.remove(),
    () => emulator.close(),
  );
  return { sample, emulator, url };
}

async function receiver(reply: (count: number) => Reply = () => 200): Promise<Receiver> {
  const started = await startReceiver((_, count) => reply(count));
  cleanups.push(() => started.close());
  return started;
}

async function send(
  emulator: BitbucketEmulator,
  method: string,
  path: string,
  body?: unknown,
  authorization = 'Bearer team',
) {
  const init = {
    method,
    headers: { authorization },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  const answer = await emulator.fetch(new Request(api + path, init));
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
  };
}

async function clone(url: string, name = 'widgets') {
  const path = await temporaryFolder();
  cleanups.push(() => rm(path, { recursive: true, force: true }));
  const git = gitIn(path);
  await git('clone', '--quiet', `${url.replace('//', '//ada:ada-token@')}/demo/${name}.git`, '.');
  return { path, git };
}

const missing: Received = { method: '', path: '', headers: {}, body: Buffer.alloc(0) };

interface Push {
  push: { changes: Record<string, unknown>[] };
  actor: Record<string, unknown>;
  repository: Record<string, unknown>;
}
const payloadOf = (hook: Receiver, index = 0): Push =>
  JSON.parse(hook.received[index]?.body.toString() ?? '') as Push;

describe('webhook subscriptions', () => {
  test.each([`${widgets}/hooks`, '/workspaces/demo/hooks'])(
    'of %s are made, listed, changed and removed',
    async (path) => {
      const { emulator } = await start();
      const made = await send(emulator, 'POST', path, {
        url: 'https://example.com/hook',
        events: ['repo:push'],
        secret: 's',
        description: 'Mine',
      });
      expect(made.status).toBe(201);
      expect(made.body).toMatchObject({
        type: 'webhook_subscription',
        active: true,
        secret_set: true,
        description: 'Mine',
      });
      expect(made.body).not.toHaveProperty('secret');
      const uuid = String(made.body['uuid']);
      expect(uuid).toMatch(/^\{[0-9a-f-]{36}\}$/);
      for (const id of [uuid, encodeURIComponent(uuid), uuid.slice(1, -1)]) {
        expect((await send(emulator, 'GET', `${path}/${id}`)).body).toEqual(made.body);
      }
      expect((await send(emulator, 'GET', path)).body).toMatchObject({ size: 1, values: [{ uuid }] });
      const changed = await send(emulator, 'PUT', `${path}/${uuid}`, {
        url: 'https://example.com/2',
        events: ['repo:push', 'repo:fork'],
        active: false,
      });
      expect(changed.body).toMatchObject({
        url: 'https://example.com/2',
        active: false,
        secret_set: true,
        description: 'Mine',
      });
      expect((await send(emulator, 'PUT', `${path}/${uuid}`, { secret: null })).body).toMatchObject({
        secret_set: false,
        active: false,
      });
      expect((await send(emulator, 'PUT', `${path}/${uuid}`, { secret: 'x' })).body).toMatchObject({
        secret_set: true,
      });
      expect((await send(emulator, 'PUT', `${path}/${uuid}`, { secret: '' })).body).toMatchObject({
        secret_set: false,
      });
      expect((await send(emulator, 'DELETE', `${path}/${uuid}`)).status).toBe(204);
      expect((await send(emulator, 'GET', `${path}/${uuid}`)).status).toBe(404);
    },
  );

  test.each([
    [{ events: ['repo:push'] }, 'url'],
    [{ url: 'ftp://example.com', events: ['repo:push'] }, 'url'],
    [{ url: 'https://example.com' }, 'events'],
    [{ url: 'https://example.com', events: [] }, 'events'],
    [{ url: 'https://example.com', events: ['repo:exploded'] }, 'events'],
    [{ url: 'https://example.com', events: ['repo:push'], active: 'yes' }, 'active'],
    [{ url: 'https://example.com', events: ['repo:push'], secret: 'x'.repeat(129) }, 'secret'],
    [{ url: 'https://example.com', events: ['repo:push'], description: 7 }, 'description'],
  ])('refuse %j and name the field', async (body, field) => {
    const { emulator } = await start();
    const answer = await send(emulator, 'POST', `${widgets}/hooks`, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      type: 'error',
      error: { fields: { [field]: [expect.any(String)] } },
    });
    expect((await send(emulator, 'GET', `${widgets}/hooks`)).body).toMatchObject({ size: 0 });
  });

  test('refuse what is no JSON, and what is too long', async () => {
    const { emulator } = await start();
    const post = (body: string) =>
      emulator.fetch(
        new Request(`${api}${widgets}/hooks`, {
          method: 'POST',
          headers: { authorization: 'Bearer team' },
          body,
        }),
      );
    expect((await post('{')).status).toBe(400);
    expect((await post('[1]')).status).toBe(400);
    expect((await post(`"${'x'.repeat(2_000_000)}"`)).status).toBe(413);
  });

  test('need somebody who may', async () => {
    const { emulator } = await start();
    const status = async (authorization?: string) =>
      (
        await emulator.fetch(
          new Request(
            `${api}${widgets}/hooks`,
            authorization === undefined ? {} : { headers: { authorization } },
          ),
        )
      ).status;
    expect(await status()).toBe(401);
    expect(await status('Bearer reader')).toBe(403);
    expect(await status(`Basic ${btoa('rita@example.com:rita-token')}`)).toBe(403);
    expect(await status(`Basic ${btoa('ada@example.com:ada-token')}`)).toBe(200);
    expect((await send(emulator, 'GET', `${widgets}/hooks`, undefined, 'Bearer reader')).body).toMatchObject({
      error: {
        message: 'Your credentials lack one or more required privilege scopes.',
        detail: { granted: ['repository'], required: ['webhook'] },
      },
    });
  });

  test('know the events that there are', async () => {
    const { emulator } = await start();
    const open = async (path: string) => (await emulator.fetch(new Request(`${api}${path}`))).json();
    expect(await open('/hook_events')).toMatchObject({
      repository: { links: { events: { href: `${api}/hook_events/repository` } } },
    });
    expect(await open('/hook_events/workspace?pagelen=100')).toMatchObject({ size: 25 });
    expect(await open('/hook_events/repository')).toMatchObject({
      values: expect.arrayContaining([
        expect.objectContaining({ event: 'repo:push', category: 'Repository' }),
      ]),
    });
    expect((await send(emulator, 'GET', '/hook_events/toString')).status).toBe(404);
  });
});

describe('a push', () => {
  test('is told to the hooks of the repository and of its workspace, signed over the bytes', async () => {
    const { emulator, url } = await start();
    const [own, team, silent] = await Promise.all([receiver(), receiver(), receiver()]);
    const hook = await send(emulator, 'POST', `${widgets}/hooks`, {
      url: `${own.url}/hook?a=1`,
      events: ['repo:push'],
      secret: 'shh',
    });
    await send(emulator, 'POST', '/workspaces/demo/hooks', { url: team.url, events: ['repo:push'] });
    await send(emulator, 'POST', `${widgets}/hooks`, { url: silent.url, events: ['repo:fork'] });
    await send(emulator, 'POST', `${widgets}/hooks`, {
      url: silent.url,
      events: ['repo:push'],
      active: false,
    });
    await send(emulator, 'POST', '/repositories/demo/empty/hooks', {
      url: silent.url,
      events: ['repo:push'],
    });
    const { git } = await clone(url);
    const before = await git('rev-parse', 'HEAD');
    await git('commit', '--quiet', '--allow-empty', '-m', 'Pushed');
    const after = await git('rev-parse', 'HEAD');
    await git('push', '--quiet', 'origin', 'main');
    await emulator.settled();
    expect(silent.received).toEqual([]);
    expect(team.received).toHaveLength(1);
    expect(team.received[0]?.headers).not.toHaveProperty('x-hub-signature');
    const { headers, body, path, method } = own.received[0] ?? missing;
    expect([method, path]).toEqual(['POST', '/hook?a=1']);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Bitbucket-Webhooks/2.0',
      'x-event-key': 'repo:push',
      'x-hook-uuid': String(hook.body['uuid']).slice(1, -1),
      'x-attempt-number': '1',
      'x-hub-signature': `sha256=${createHmac('sha256', 'shh').update(body).digest('hex')}`,
    });
    expect(headers['x-request-uuid']).toMatch(/^[0-9a-f-]{36}$/);
    const payload = payloadOf(own);
    expect(payload).toMatchObject({
      actor: { type: 'user', nickname: 'ada' },
      repository: {
        type: 'repository',
        full_name: 'demo/widgets',
        is_private: false,
        owner: { username: 'demo' },
      },
      push: {
        changes: [
          {
            old: { type: 'branch', name: 'main', target: { type: 'commit', hash: before } },
            new: {
              type: 'branch',
              name: 'main',
              target: { hash: after, message: 'Pushed\n' },
              links: { commits: { href: `${url}/2.0${widgets}/commits/main` } },
            },
            created: false,
            closed: false,
            forced: false,
            truncated: false,
            commits: [{ hash: after, author: { user: { nickname: 'ada' } } }],
            links: { diff: { href: `${url}/2.0${widgets}/diff/${after}..${before}` } },
          },
        ],
      },
    });
  });

  test('is one event with all of its changes', async () => {
    const { emulator, url, sample } = await start();
    const hook = await receiver();
    await send(emulator, 'POST', `${widgets}/hooks`, { url: hook.url, events: ['repo:push'] });
    const { path, git } = await clone(url);
    for (let index = 0; index < 7; index += 1) {
      await write(path, 'many.txt', lines(index + 1));
      await git('add', '.');
      await git('commit', '--quiet', '-m', `Many ${index}`);
    }
    await git('tag', '-a', 'v2.0', '-m', 'Two');
    const head = await git('rev-parse', 'HEAD');
    await git(
      'push',
      '--quiet',
      '--force',
      'origin',
      'main',
      'v2.0',
      `${head}:refs/tags/plain`,
      `${sample.commits.rename}:refs/heads/feature/x`,
      ':refs/tags/v1.0',
      'HEAD~3:refs/heads/fresh',
    );
    await emulator.settled();
    expect(hook.received).toHaveLength(1);
    const { changes } = payloadOf(hook).push;
    const named = (name: string) =>
      changes.find((change) =>
        [change['old'], change['new']].some((ref) => (ref as { name?: string } | null)?.name === name),
      ) ?? {};
    expect(changes).toHaveLength(6);
    expect(named('main')).toMatchObject({
      forced: false,
      truncated: true,
      commits: Array.from({ length: 5 }, (_, index) => ({ message: `Many ${6 - index}\n` })),
    });
    expect(named('v2.0')).toMatchObject({
      old: null,
      created: true,
      new: {
        type: 'annotated_tag',
        message: 'Two\n',
        target: { hash: head },
        tagger: { raw: 'Bob <bob@example.com>' },
      },
    });
    expect(named('v2.0')).not.toHaveProperty('commits');
    expect(named('plain')).toMatchObject({ new: { type: 'tag', message: null, target: { hash: head } } });
    expect(named('feature/x')).toMatchObject({
      forced: true,
      old: { target: { hash: sample.commits.feature } },
      new: { target: { hash: sample.commits.rename } },
    });
    expect(named('v1.0')).toMatchObject({
      new: null,
      closed: true,
      created: false,
      old: { type: 'annotated_tag', target: { hash: sample.commits.empty } },
    });
    expect(named('v1.0')).not.toHaveProperty('commits');
    expect(named('fresh')).toMatchObject({
      created: true,
      old: null,
      truncated: true,
      commits: { length: 5 },
    });
  });

  test('is answered before anybody is told', async () => {
    const { emulator, url } = await start({ timeout: 60_000 });
    const hook = await receiver(() => 'hang');
    await send(emulator, 'POST', `${widgets}/hooks`, { url: hook.url, events: ['repo:push'] });
    const { git } = await clone(url);
    await git('push', '--quiet', 'origin', 'main:refs/heads/copy');
    await expect.poll(() => emulator.deliveries).toMatchObject([{ outcome: 'pending' }]);
    await emulator.close();
    expect(emulator.deliveries).toMatchObject([{ outcome: 'failed', attempts: [{ error: 'closed' }] }]);
  });

  test('that is refused is not told', async () => {
    const { emulator, url } = await start();
    const hook = await receiver();
    await send(emulator, 'POST', `${widgets}/hooks`, { url: hook.url, events: ['repo:push'] });
    const { git } = await clone(url);
    await expect(git('push', '--quiet', 'origin', 'HEAD~1:main')).rejects.toThrow();
    await expect(git('push', '--quiet', 'origin', ':main')).rejects.toThrow();
    await emulator.settled();
    expect(hook.received).toEqual([]);
  });
});

describe('a delivery', () => {
  async function deliver(reply: (count: number) => Reply, hooks: BitbucketEmulatorOptions['hooks'] = {}) {
    const { emulator, url } = await start({ retryDelay: 1, ...hooks });
    const hook = await receiver(reply);
    await send(emulator, 'POST', `${widgets}/hooks`, { url: hook.url, events: ['repo:push'] });
    const { git } = await clone(url);
    await git('push', '--quiet', 'origin', 'main:refs/heads/copy');
    await emulator.settled();
    return { hook, delivery: emulator.deliveries[0] };
  }

  test('is tried three times when the receiver fails, under one request id', async () => {
    const { hook, delivery } = await deliver(() => 503);
    expect(hook.received.map(({ headers }) => headers['x-attempt-number'])).toEqual(['1', '2', '3']);
    expect(new Set(hook.received.map(({ headers }) => headers['x-request-uuid']))).toEqual(
      new Set([delivery?.requestUuid]),
    );
    expect(new Set(hook.received.map(({ body }) => body.toString())).size).toBe(1);
    expect(delivery).toMatchObject({
      event: 'repo:push',
      outcome: 'failed',
      attempts: [{ number: 1, status: 503 }, { number: 2 }, { number: 3 }],
    });
  });

  test('ends with the first success', async () => {
    const { hook, delivery } = await deliver((count) => (count === 1 ? 500 : 204));
    expect(hook.received).toHaveLength(2);
    expect(delivery).toMatchObject({ outcome: 'delivered', attempts: [{ status: 500 }, { status: 204 }] });
  });

  test.each([400, 401, 404, 410, 302] as const)('is not tried again after a %i', async (status) => {
    const { hook, delivery } = await deliver(() => status);
    expect(hook.received).toHaveLength(1);
    expect(delivery).toMatchObject({ outcome: 'failed', attempts: [{ number: 1, status }] });
  });

  test('is tried again after time-outs and broken connections', async () => {
    const { delivery } = await deliver((count) => (count === 1 ? 'hang' : count === 2 ? 'cut' : 200), {
      timeout: 50,
    });
    expect(delivery).toMatchObject({
      outcome: 'delivered',
      attempts: [{ error: 'timeout' }, { error: 'network' }, { status: 200 }],
    });
  });

  test('of a payload that is too long is not made', async () => {
    const { hook, delivery } = await deliver(() => 200, { maxPayload: 1_000 });
    expect(hook.received).toEqual([]);
    expect(delivery).toMatchObject({ outcome: 'skipped', attempts: [] });
  });
});
