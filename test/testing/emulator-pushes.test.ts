import { createHmac } from 'node:crypto';
import type { BitbucketEmulatorOptions } from 'bitbucket-sdk/testing';
import { describe, expect, test } from 'vitest';
import { lines, write } from './support/git-repository.ts';
import { clone, missing, payloadOf, receiver, send, start, widgets } from './support/hook-scene.ts';
import type { Reply } from './support/receiver.ts';

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
