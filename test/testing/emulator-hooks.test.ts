import { describe, expect, test } from 'vitest';
import { api, send, start, widgets } from './support/hook-scene.ts';

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

  test('refuse what is too long over a port, too, without leaving the connection stuck', async () => {
    const { url } = await start();
    const headers = { authorization: 'Bearer team' };
    const body = Buffer.alloc(5_000_000, ' ');
    for (const [path, status] of [
      [`${widgets}/hooks`, 413],
      ['/no/such/path', 404],
    ] as const) {
      expect((await fetch(`${url}/2.0${path}`, { method: 'POST', headers, body })).status).toBe(status);
      expect((await fetch(`${url}/2.0${widgets}`)).status).toBe(200);
    }
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
