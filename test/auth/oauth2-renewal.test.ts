import { BitbucketApiClient, ConfigError } from 'bitbucket-sdk';
import { createConnectOAuth2Client, oauth2, verifyConnectJwt } from 'bitbucket-sdk/auth';
import { describe, expect, test, vi } from 'vitest';
import { bearerOf, clientOf, grant, movableClock, newTokens, refusal, tokenEndpoint } from './oauth2-kit.ts';

/** An API that takes one access token only, and a client whose stored token lives by its own account. */
async function refusing(accepts: string) {
  const clock = movableClock();
  const endpoint = tokenEndpoint();
  const tokens = newTokens();
  await tokens.put('acme', grant({ expiresAt: clock.at + 7_200_000 }));
  const auth = oauth2({ client: clientOf(endpoint, clock.now), tokens, key: 'acme', now: clock.now });
  const seen: (string | null)[] = [];
  const api = { accepts };
  const cloud = new BitbucketApiClient({
    auth,
    concurrency: 200,
    fetch: async (_url, init) => {
      const header = new Headers(init.headers).get('authorization');
      seen.push(header);
      await new Promise((resolve) => setImmediate(resolve));
      return header === `Bearer ${api.accepts}` ? Response.json({}) : new Response('', { status: 401 });
    },
  });
  return { clock, endpoint, tokens, auth, seen, api, cloud };
}

describe('a 401', () => {
  test('renews the token, and the call is sent once more', async () => {
    const { cloud, seen, endpoint } = await refusing('access-1');
    await cloud.request('GET /user');
    expect(seen).toEqual(['Bearer access-0', 'Bearer access-1']);
    expect(endpoint.asked).toHaveLength(1);
  });

  test('to 200 calls at once renews once', async () => {
    const { cloud, seen, endpoint } = await refusing('access-1');
    await Promise.all(Array.from({ length: 200 }, () => cloud.request('GET /user')));
    expect(endpoint.asked).toHaveLength(1);
    expect(seen.filter((header) => header === 'Bearer access-1')).toHaveLength(200);
  });

  test('again, to the new token, is the answer', async () => {
    const { cloud, seen, endpoint } = await refusing('none');
    await expect(cloud.request('GET /user')).rejects.toMatchObject({ name: 'ApiError', status: 401 });
    expect(seen).toHaveLength(2);
    expect(endpoint.asked).toHaveLength(1);
  });

  test('to a token that another has replaced meanwhile asks for none', async () => {
    const { auth, tokens, endpoint, clock } = await refusing('theirs');
    const lease = vi.spyOn(tokens, 'lease');
    const refused = new Request('https://api.bitbucket.org/2.0/user', {
      headers: { authorization: 'Bearer access-0' },
    });
    await tokens.put('acme', grant({ accessToken: 'theirs', expiresAt: clock.at + 7_200_000 }));
    const answer = new Response('', { status: 401 });
    expect(await auth.renew?.(refused, answer)).toBe(true);
    expect(await bearerOf(auth)).toBe('Bearer theirs');
    expect(lease).not.toHaveBeenCalled();
    expect(endpoint.asked).toHaveLength(0);
  });

  test('to a request with no token of ours renews nothing', async () => {
    const { auth, endpoint } = await refusing('access-1');
    for (const headers of [undefined, { authorization: 'Basic eA==' }]) {
      const refused = new Request('https://api.bitbucket.org/2.0/user', headers && { headers });
      expect(await auth.renew?.(refused, new Response('', { status: 401 }))).toBe(false);
    }
    expect(endpoint.asked).toHaveLength(0);
  });

  test('is not answered by the refused token, however long it would live', async () => {
    const { cloud, endpoint, seen } = await refusing('access-1');
    endpoint.instead = () => new Response('', { status: 503 });
    await expect(cloud.request('POST /snippets', { body: {} as never })).rejects.toMatchObject({
      status: 503,
    });
    expect(seen).toEqual(['Bearer access-0']);
  });

  test('to a grant that was revoked is told as such', async () => {
    const { cloud, endpoint, tokens, clock } = await refusing('none');
    endpoint.current = 'another';
    await expect(cloud.request('GET /user')).rejects.toMatchObject({ code: 'reauthorization_required' });
    expect(await tokens.read('acme')).toMatchObject({ refusedAt: clock.at });
  });
});

describe('client credentials', () => {
  const create = (options: object = {}) => {
    const clock = movableClock();
    const endpoint = tokenEndpoint();
    const client = clientOf(endpoint, clock.now);
    return {
      clock,
      endpoint,
      auth: oauth2({ client, grant: 'client_credentials', now: clock.now, ...options }),
    };
  };

  test('are exchanged on the first call, by one exchange, and anew when the token has ended', async () => {
    const { auth, clock, endpoint } = create({ scopes: ['repository', 'webhook'] });
    const first = await Promise.all(Array.from({ length: 50 }, () => bearerOf(auth)));
    expect(new Set(first)).toEqual(new Set(['Bearer access-1']));
    expect(endpoint.asked.map(String)).toEqual(['grant_type=client_credentials&scope=repository+webhook']);
    clock.at += 7_200_000;
    expect(await bearerOf(auth)).toBe('Bearer access-2');
  });

  test('share one token by a store, and are not dead for good by a refusal', async () => {
    const tokens = newTokens();
    const { auth, clock, endpoint } = create({ tokens, key: 'app' });
    endpoint.instead = () => refusal('invalid_grant');
    await tokens.put('app', grant());
    await expect(bearerOf(auth)).rejects.toMatchObject({ code: 'client_refused' });
    expect((await tokens.read('app'))?.refusedAt).toBeUndefined();
    endpoint.instead = undefined;
    expect(await bearerOf(auth)).toBe('Bearer access-1');
    const second = oauth2({
      client: clientOf(endpoint),
      grant: 'client_credentials',
      tokens,
      key: 'app',
      now: clock.now,
    });
    expect(await bearerOf(second)).toBe('Bearer access-1');
  });

  test('are exchanged anew after a 401', async () => {
    const { auth } = create();
    const request = await auth.authorize(new Request('https://api.bitbucket.org/2.0/user'));
    expect(await auth.renew?.(request, new Response('', { status: 401 }))).toBe(true);
    expect(await bearerOf(auth)).toBe('Bearer access-2');
  });
});

describe('a Connect installation', () => {
  const secret = 'shared-secret-shared-secret-shared-secret';

  test('is exchanged by a JWT in the header, over the bytes that are sent', async () => {
    const clock = movableClock();
    const sent: [string, string | null, string][] = [];
    const client = createConnectOAuth2Client({
      appKey: 'app',
      clientKey: 'client',
      sharedSecret: secret,
      now: clock.now,
      fetch: async (url, init) => {
        const { method = '', headers, body } = init;
        const authorization = new Headers(headers).get('authorization');
        sent.push([`${method} ${url}`, authorization, await new Response(body).text()]);
        return Response.json({ access_token: 'a', expires_in: 7200, scopes: 'repository' });
      },
    });
    const auth = oauth2({ client, grant: 'connect_jwt', now: clock.now });
    expect(await bearerOf(auth)).toBe('Bearer a');
    const [[call, authorization, body] = ['', '', '']] = sent;
    expect(call).toBe('POST https://bitbucket.org/site/oauth2/access_token');
    expect(body).toBe('grant_type=urn%3Abitbucket%3Aoauth2%3Ajwt');
    expect(authorization).toMatch(/^JWT /);
    const proven = verifyConnectJwt({
      token: authorization?.slice(4) ?? '',
      method: 'POST',
      url: 'https://bitbucket.org/site/oauth2/access_token',
      findSecret: () => secret,
      now: clock.now,
    });
    await expect(proven).resolves.toMatchObject({ iss: 'app', sub: 'client' });
  });

  test("is exchanged by the server's clock when ours is off", async () => {
    const real = Date.parse('2026-11-21T12:00:00Z');
    const issued: number[] = [];
    const client = createConnectOAuth2Client({
      appKey: 'app',
      clientKey: 'client',
      sharedSecret: secret,
      now: () => real - 3_600_000,
      fetch: async (_url, init) => {
        const token = new Headers(init.headers).get('authorization')?.split('.')[1] ?? '';
        const { iat } = JSON.parse(Buffer.from(token, 'base64url').toString());
        issued.push(iat);
        return iat * 1000 === real
          ? Response.json({ access_token: 'a', expires_in: 7200 })
          : new Response('', { status: 401, headers: { date: new Date(real).toUTCString() } });
      },
    });
    expect(await client.getAccessToken()).toMatchObject({ expiresAt: real + 3_600_000 });
    await client.getAccessToken();
    expect(issued.map((iat) => iat * 1000 - real)).toEqual([-3_600_000, 0, 0]);
  });
});

describe('wrong options', () => {
  const client = clientOf(tokenEndpoint());
  const tokens = newTokens();
  test.each<[string, object | undefined]>([
    ['options', undefined],
    ['client', { tokens, key: 'a' }],
    ['client', { client: {}, tokens, key: 'a' }],
    ['client', { client: { refresh: 1 }, tokens, key: 'a' }],
    ['client', { client: { refresh: async () => {} }, grant: 'client_credentials' }],
    ['client', { client: { refresh: async () => {} }, grant: 'connect_jwt' }],
    ['grant', { client, grant: 'password', tokens, key: 'a' }],
    ['tokens', { client, key: 'a' }],
    ['tokens', { client, tokens: new Map(), key: 'a' }],
    ['tokens', { client, grant: 'client_credentials', key: 'a' }],
    ['key', { client, tokens }],
    ['key', { client, tokens, key: '' }],
    ['key', { client, grant: 'client_credentials', tokens }],
    ['scopes', { client, tokens, key: 'a', scopes: ['repository'] }],
    ['leaseFor', { client, tokens, key: 'a', leaseFor: 0 }],
    ['refreshToken', { client, tokens, key: 'a', refreshToken: 'CANARY' }],
  ])('in %s are named', (option, options) => {
    expect(() => oauth2(options as unknown as Parameters<typeof oauth2>[0])).toThrow(
      expect.objectContaining({ name: ConfigError.name, code: 'invalid_option', option }),
    );
  });

  test("a client of the host's own that fails is told by an error of ours", async () => {
    await tokens.put('own', grant());
    const cause = new Error('boom');
    const auth = oauth2({ client: { refresh: () => Promise.reject(cause) }, tokens, key: 'own' });
    await expect(bearerOf(auth)).rejects.toMatchObject({ code: 'credential_unavailable', cause });
  });
});
