import { inspect } from 'node:util';
import { BitbucketApiClient, StoreError } from 'bitbucket-sdk';
import { type OAuth2Token, oauth2, type TokenStore } from 'bitbucket-sdk/auth';
import { describe, expect, test, vi } from 'vitest';
import { bearerOf, clientOf, grant, movableClock, newTokens, refusal, tokenEndpoint } from './oauth2-kit.ts';

/** A credential whose stored token has expired, and all that is around it. */
async function expired(token: Partial<OAuth2Token> = {}, { leaseFor }: { leaseFor?: number } = {}) {
  const clock = movableClock();
  const endpoint = tokenEndpoint();
  const tokens = newTokens();
  await tokens.put('acme', grant({ expiresAt: clock.at - 1, ...token }));
  const client = clientOf(endpoint, clock.now);
  const create = (store: TokenStore = tokens) =>
    oauth2({ client, tokens: store, key: 'acme', leaseFor, now: clock.now });
  return { clock, endpoint, tokens, client, create, auth: create() };
}

/** Holds the endpoint's answers back until they are let go. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { open: () => resolve(undefined), passed: promise };
}

const never = (): never => {
  throw new Error('The call was expected to fail');
};

describe('a token', () => {
  test('that is fresh is sent as it is stored, whatever its length', async () => {
    const accessToken = 'x'.repeat(70_000);
    const { auth, endpoint } = await expired({ accessToken, expiresAt: Number.MAX_SAFE_INTEGER });
    expect(await bearerOf(auth)).toBe(`Bearer ${accessToken}`);
    expect(endpoint.asked).toHaveLength(0);
  });

  test('that has expired is renewed, and what came is stored', async () => {
    const { auth, endpoint, tokens, clock } = await expired();
    expect(await bearerOf(auth)).toBe('Bearer access-1');
    expect(endpoint.asked.map(String)).toEqual(['grant_type=refresh_token&refresh_token=refresh-0']);
    expect(await tokens.read('acme')).toEqual({
      accessToken: 'access-1',
      refreshToken: 'refresh-1',
      expiresAt: clock.at + 7_200_000,
      scopes: ['repository', 'webhook'],
    });
  });

  test('is renewed from 60 s before its end on', async () => {
    const { auth, clock, endpoint, tokens } = await expired();
    await tokens.put('acme', grant({ expiresAt: clock.at + 60_001 }));
    expect(await bearerOf(auth)).toBe('Bearer access-0');
    clock.at += 1;
    expect(await bearerOf(auth)).toBe('Bearer access-1');
    expect(endpoint.asked).toHaveLength(1);
  });

  test('of a short life is renewed in its last tenth', async () => {
    const { auth, clock, endpoint } = await expired();
    endpoint.instead = () =>
      Response.json({ access_token: `short-${endpoint.asked.length}`, expires_in: 20, refresh_token: 'r' });
    expect(await bearerOf(auth)).toBe('Bearer short-1');
    clock.at += 17_999;
    expect(await bearerOf(auth)).toBe('Bearer short-1');
    clock.at += 1;
    expect(await bearerOf(auth)).toBe('Bearer short-2');
  });

  test('keeps refresh token and scopes that the answer does not name', async () => {
    const { auth, endpoint, tokens } = await expired();
    endpoint.instead = () => Response.json({ access_token: 'next', expires_in: 3600 });
    await bearerOf(auth);
    expect(await tokens.read('acme')).toMatchObject({ refreshToken: 'refresh-0', scopes: ['repository'] });
  });

  test('is stored before it is used', async () => {
    const { tokens, create } = await expired();
    const order: string[] = [];
    const store: TokenStore = {
      ...tokens,
      save: async (...row) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push('saved');
        return tokens.save(...row);
      },
    };
    const cloud = new BitbucketApiClient({
      auth: create(store),
      fetch: async () => {
        order.push('used');
        return Response.json({});
      },
    });
    await cloud.request('GET /user');
    expect(order).toEqual(['saved', 'used']);
  });
});

describe('one renewal at a time', () => {
  test('200 concurrent calls on an expired token ask once', async () => {
    const { auth, endpoint, tokens } = await expired();
    const lease = vi.spyOn(tokens, 'lease');
    const seen: (string | null)[] = [];
    const cloud = new BitbucketApiClient({
      auth,
      concurrency: 200,
      fetch: async (_url, init) => {
        seen.push(new Headers(init.headers).get('authorization'));
        return Response.json({});
      },
    });
    await Promise.all(Array.from({ length: 200 }, () => cloud.request('GET /user')));
    expect(endpoint.asked).toHaveLength(1);
    expect(new Set(seen)).toEqual(new Set(['Bearer access-1']));
    expect(seen).toHaveLength(200);
    expect(lease).toHaveBeenCalledOnce();
  });

  test('twenty credentials over one store ask once', async () => {
    const { endpoint, create } = await expired();
    const { open, passed } = gate();
    endpoint.instead = () => passed;
    const calls = Array.from({ length: 20 }, () => bearerOf(create()));
    setTimeout(open, 60);
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['Bearer access-1']));
    expect(endpoint.asked).toHaveLength(1);
  });

  test('a caller who leaves does not end it for the others', async () => {
    const { endpoint, auth } = await expired();
    const { open, passed } = gate();
    endpoint.instead = () => passed;
    const leaving = new AbortController();
    const left = bearerOf(auth, leaving.signal).then(never, (error) => error);
    const stayed = bearerOf(auth);
    leaving.abort();
    expect(await left).toMatchObject({ name: 'TransportError', code: 'aborted' });
    open();
    expect(await stayed).toBe('Bearer access-1');
  });

  test('the last caller who leaves does not end it either, and what comes is stored', async () => {
    const { endpoint, auth, tokens } = await expired();
    const { open, passed } = gate();
    endpoint.instead = () => passed;
    const alone = new AbortController();
    const gone = bearerOf(auth, alone.signal).then(never, (error) => error);
    await expect.poll(() => endpoint.asked).toHaveLength(1);
    alone.abort();
    expect(await gone).toMatchObject({ code: 'aborted' });
    open();
    await expect.poll(() => tokens.read('acme')).toMatchObject({ accessToken: 'access-1' });
  });

  test('one who waits for another process leaves by the timeout of its call', async () => {
    const { auth, tokens, clock, endpoint } = await expired();
    await tokens.lease('acme', { owner: 'other', now: clock.at, until: clock.at + 30_000 });
    const cloud = new BitbucketApiClient({ auth, timeout: 40, fetch: async () => Response.json({}) });
    await expect(cloud.request('GET /user')).rejects.toMatchObject({ code: 'timeout' });
    expect(endpoint.asked).toHaveLength(0);
  });

  test('nobody waits on when the last caller has left', async () => {
    const { auth, tokens, clock } = await expired();
    await tokens.lease('acme', { owner: 'other', now: clock.at, until: clock.at + 30_000 });
    const lease = vi.spyOn(tokens, 'lease');
    const leaving = new AbortController();
    const call = bearerOf(auth, leaving.signal);
    await expect.poll(() => lease).toHaveBeenCalledTimes(2);
    leaving.abort();
    await expect(call).rejects.toMatchObject({ code: 'aborted' });
    const looks = lease.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(lease).toHaveBeenCalledTimes(looks);
  });

  test('a waiter does not take the token of a grant that is dead', async () => {
    const { tokens, clock, create } = await expired({}, { leaseFor: 20 });
    const dead = { ...grant({ accessToken: 'dead', expiresAt: clock.at + 10_000 }), refusedAt: clock.at };
    const expiredRow = await tokens.read('acme');
    const read = vi.fn().mockReturnValue(dead).mockReturnValueOnce(expiredRow);
    const auth = create({ ...tokens, read, lease: () => undefined });
    await expect(bearerOf(auth)).rejects.toMatchObject({ name: 'AuthError' });
  });

  test('takes over when the one who held the lease is gone', async () => {
    const { auth, tokens, clock } = await expired();
    await tokens.lease('acme', { owner: 'died', now: clock.at, until: clock.at + 30_000 });
    const call = bearerOf(auth);
    await new Promise((resolve) => setTimeout(resolve, 30));
    clock.at += 30_000;
    expect(await call).toBe('Bearer access-1');
  });

  test('gives up when another never ends it', async () => {
    const { auth, tokens, clock, endpoint } = await expired({}, { leaseFor: 20 });
    await tokens.lease('acme', { owner: 'other', now: clock.at, until: Number.MAX_SAFE_INTEGER });
    await expect(bearerOf(auth)).rejects.toMatchObject({ name: 'AuthError', code: 'credential_unavailable' });
    expect(endpoint.asked).toHaveLength(0);
  });

  test('uses the old token as long as it lives, while another renews it', async () => {
    const { auth, tokens, clock } = await expired();
    await tokens.put('acme', grant({ expiresAt: clock.at + 10_000 }));
    await tokens.lease('acme', { owner: 'other', now: clock.at, until: clock.at + 30_000 });
    expect(await bearerOf(auth)).toBe('Bearer access-0');
  });

  test('takes what another stored between the first look and the lease', async () => {
    const { endpoint, tokens, clock, create } = await expired();
    const store: TokenStore = {
      ...tokens,
      lease: async (key, request) => {
        await tokens.put(key, grant({ accessToken: 'theirs', expiresAt: clock.at + 7_200_000 }));
        return tokens.lease(key, request);
      },
    };
    expect(await bearerOf(create(store))).toBe('Bearer theirs');
    expect(endpoint.asked).toHaveLength(0);
    expect(await tokens.lease('acme', { owner: 'next', now: clock.at, until: clock.at + 1 })).toBeDefined();
  });
});

describe('what was got', () => {
  test('gives way to a grant that was put meanwhile', async () => {
    const { endpoint, auth, tokens, clock } = await expired();
    endpoint.instead = async () => {
      await tokens.put('acme', grant({ accessToken: 'new-grant', expiresAt: clock.at + 7_200_000 }));
      return undefined;
    };
    expect(await bearerOf(auth)).toBe('Bearer new-grant');
    expect(endpoint.asked).toHaveLength(1);
  });

  test('is stored by a second lease when the first ended before it came', async () => {
    const { endpoint, auth, tokens, clock } = await expired();
    endpoint.instead = async () => {
      clock.at += 40_000;
      const lease = await tokens.lease('acme', { owner: 'b', now: clock.at, until: clock.at + 1000 });
      await tokens.release('acme', lease?.fence ?? 0);
      return undefined;
    };
    expect(await bearerOf(auth)).toBe('Bearer access-1');
    expect(endpoint.asked).toHaveLength(1);
    expect(await tokens.read('acme')).toMatchObject({ refreshToken: 'refresh-1' });
  });

  test('is not lost when the store fails: the next call stores it, and does not ask again', async () => {
    const { endpoint, tokens, create } = await expired();
    let failures = 1;
    const auth = create({
      ...tokens,
      save: (...row) => {
        if (failures-- > 0) throw new StoreError('store_locked', 'The store is locked');
        return tokens.save(...row);
      },
    });
    await expect(bearerOf(auth)).rejects.toMatchObject({ name: 'StoreError', code: 'store_locked' });
    expect(await bearerOf(auth)).toBe('Bearer access-1');
    expect(endpoint.asked).toHaveLength(1);
    expect(await tokens.read('acme')).toMatchObject({ refreshToken: 'refresh-1' });
  });

  test('revives a grant that another took for dead, because its refresh token had been used', async () => {
    const { endpoint, auth, tokens, clock } = await expired();
    endpoint.instead = async () => {
      clock.at += 40_000;
      const now = clock.at;
      const lease = await tokens.lease('acme', { owner: 'b', now, until: now + 1000 });
      await tokens.save('acme', lease?.fence ?? 0, { ...grant({ expiresAt: now }), refusedAt: now });
      return undefined;
    };
    expect(await bearerOf(auth)).toBe('Bearer access-1');
    expect((await tokens.read('acme'))?.refusedAt).toBeUndefined();
  });

  test('a refresh token in a useless answer is stored, and used by the next call', async () => {
    const { endpoint, auth, tokens } = await expired();
    endpoint.instead = (_form, count) =>
      count === 1
        ? Response.json({ access_token: 'a', expires_in: 0, refresh_token: 'refresh-9' })
        : undefined;
    await expect(bearerOf(auth)).rejects.toMatchObject({ name: 'TransportError', code: 'bad_answer' });
    expect(await tokens.read('acme')).toMatchObject({ accessToken: 'access-0', refreshToken: 'refresh-9' });
    endpoint.current = 'refresh-9';
    expect(await bearerOf(auth)).toBe('Bearer access-1');
    expect(endpoint.asked.map((form) => form.get('refresh_token'))).toEqual(['refresh-0', 'refresh-9']);
  });
});

describe('a grant that is dead', () => {
  test('is told, marked, and not asked for again until another is put', async () => {
    const { endpoint, auth, tokens, clock } = await expired({ refreshToken: 'CANARY-revoked' });
    const error = await bearerOf(auth).then(never, (reason) => reason);
    expect(error).toMatchObject({ name: 'AuthError', code: 'reauthorization_required' });
    expect(error.cause).toMatchObject({ name: 'ApiError', status: 400, detail: 'invalid_grant' });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/CANARY|access-0|secret/);
    expect(await tokens.read('acme')).toMatchObject({ refreshToken: 'CANARY-revoked', refusedAt: clock.at });

    const lease = vi.spyOn(tokens, 'lease');
    await expect(bearerOf(auth)).rejects.toMatchObject({ code: 'reauthorization_required' });
    expect(lease).not.toHaveBeenCalled();
    expect(endpoint.asked).toHaveLength(1);

    await tokens.put('acme', grant({ refreshToken: endpoint.current }));
    expect(await bearerOf(auth)).toBe('Bearer access-1');
  });

  test('is not marked when another grant was put while it was refused', async () => {
    const { endpoint, auth, tokens } = await expired({ refreshToken: 'CANARY-revoked' });
    endpoint.instead = async (form) => {
      if (form.get('refresh_token') === 'CANARY-revoked') await tokens.put('acme', grant());
      return undefined;
    };
    expect(await bearerOf(auth)).toBe('Bearer access-1');
    expect((await tokens.read('acme'))?.refusedAt).toBeUndefined();
  });

  test('or was never stored, or has no refresh token, is told without asking', async () => {
    const { endpoint, auth, tokens } = await expired();
    await tokens.put('acme', grant({ refreshToken: undefined }));
    await expect(bearerOf(auth)).rejects.toMatchObject({ code: 'reauthorization_required' });
    await tokens.forget('acme');
    await expect(bearerOf(auth)).rejects.toMatchObject({ code: 'reauthorization_required' });
    expect(endpoint.asked).toHaveLength(0);
  });

  test('is no matter while an access token that cannot be renewed still lives', async () => {
    const { clock, endpoint, auth, tokens } = await expired();
    await tokens.put('acme', grant({ refreshToken: undefined, expiresAt: clock.at + 1 }));
    expect(await bearerOf(auth)).toBe(`Bearer ${grant().accessToken}`);
    expect(endpoint.asked).toHaveLength(0);
  });

  test.each(['invalid_client', 'unauthorized_client'])('is another matter than %s', async (code) => {
    const { endpoint, auth, tokens } = await expired();
    endpoint.instead = () => refusal(code, 401);
    await expect(bearerOf(auth)).rejects.toMatchObject({ name: 'AuthError', code: 'client_refused' });
    expect((await tokens.read('acme'))?.refusedAt).toBeUndefined();
    endpoint.instead = undefined;
    expect(await bearerOf(auth)).toBe('Bearer access-1');
  });
});

describe('an endpoint that fails', () => {
  const failures: [string, () => Response, object][] = [
    ['answers 503', () => new Response('', { status: 503 }), { code: 'server_error' }],
    ['answers 429', () => refusal('invalid_grant', 429), { code: 'rate_limited' }],
    ['answers HTML', () => new Response('<html>'), { code: 'bad_answer' }],
    [
      'is not there',
      () => {
        throw new TypeError('fetch failed');
      },
      { name: 'TransportError' },
    ],
  ];

  test.each(failures)(
    '(it %s) ends a call when the token has ended, and changes nothing',
    async (_, answer, expected) => {
      const { endpoint, auth, tokens } = await expired();
      const before = await tokens.read('acme');
      endpoint.instead = answer;
      await expect(bearerOf(auth)).rejects.toMatchObject(expected);
      expect(await tokens.read('acme')).toEqual(before);
      endpoint.instead = undefined;
      expect(await bearerOf(auth)).toBe('Bearer access-1');
    },
  );

  test.each(failures)(
    '(it %s) is passed over while the token lives, and asked again after 5 s',
    async (_, answer) => {
      const { endpoint, auth, tokens, clock } = await expired();
      await tokens.put('acme', grant({ expiresAt: clock.at + 30_000 }));
      endpoint.instead = answer;
      expect(await bearerOf(auth)).toBe('Bearer access-0');
      expect(await bearerOf(auth)).toBe('Bearer access-0');
      expect(endpoint.asked).toHaveLength(1);
      clock.at += 5_000;
      endpoint.instead = undefined;
      expect(await bearerOf(auth)).toBe('Bearer access-1');
    },
  );

  test('with a 429 tells how long to wait', async () => {
    const { endpoint, auth } = await expired();
    endpoint.instead = () => new Response('', { status: 429, headers: { 'retry-after': '17' } });
    await expect(bearerOf(auth)).rejects.toMatchObject({ status: 429, retryAfter: 17 });
  });
});

describe('a store that fails', () => {
  test('is told by its own error', async () => {
    const { create, tokens } = await expired();
    const broken = new StoreError('store_closed', 'The store was closed');
    for (const method of ['read', 'lease', 'save'] as const) {
      const store: TokenStore = { ...tokens, [method]: () => Promise.reject(broken) };
      await expect(bearerOf(create(store))).rejects.toBe(broken);
    }
  });

  test('by an error of its own making is told by one of ours', async () => {
    const { create, tokens } = await expired();
    const cause = new Error('boom');
    const store: TokenStore = {
      ...tokens,
      lease: () => {
        throw cause;
      },
    };
    const error = await bearerOf(create(store)).then(never, (reason) => reason);
    expect(error).toMatchObject({ name: 'AuthError', code: 'credential_unavailable', cause });
  });

  test('in ending a lease is passed over', async () => {
    const { create, tokens, endpoint } = await expired();
    endpoint.instead = () => new Response('', { status: 500 });
    const store: TokenStore = { ...tokens, release: () => Promise.reject(new Error('boom')) };
    await expect(bearerOf(create(store))).rejects.toMatchObject({ status: 500 });
  });
});
