import { BitbucketApiClient, BitbucketServer } from 'bitbucket-sdk';
import { type Authorizer, connectJwt, createServerClock, oauth1 } from 'bitbucket-sdk/auth';
import { describe, expect, test } from 'vitest';

const real = Date.parse('2026-11-21T12:00:00Z');
const minute = 60_000;

/** When the request was signed (ms since 1970), by its JWT or its OAuth 1.0a header. */
function signedAt(headers: RequestInit['headers']): number {
  const header = new Headers(headers).get('authorization') ?? '';
  const seconds = header.startsWith('JWT ')
    ? JSON.parse(Buffer.from(header.split('.')[1] ?? '', 'base64url').toString()).iat
    : /oauth_timestamp="(\d+)"/.exec(header)?.[1];
  return Number(seconds) * 1000;
}

/** An API that takes signatures of the last five minutes only, and tells its time. */
function strictApi(tellsTime = true) {
  const signatures: number[] = [];
  const fetch = async (_url: string, init: RequestInit): Promise<Response> => {
    const at = signedAt(init.headers);
    signatures.push(at - real);
    // As many requests are under way at once.
    await new Promise((resolve) => setImmediate(resolve));
    const headers = new Headers(tellsTime ? { date: new Date(real).toUTCString() } : {});
    const isLate = Math.abs(at - real) > 5 * minute;
    return isLate ? new Response('', { status: 401, headers }) : Response.json({}, { headers });
  };
  return { fetch, signatures };
}

const secrets = { consumerSecret: 's', tokenSecret: 's', token: 't', consumerKey: 'k' };
const credentials: [string, (now: () => number) => Authorizer][] = [
  ['connectJwt', (now) => connectJwt({ appKey: 'a', clientKey: 'c', sharedSecret: 's'.repeat(32), now })],
  ['oauth1', (now) => oauth1({ ...secrets, now })],
];

describe.each(credentials)('%s on a machine whose clock is off', (_, create) => {
  const callsOf = (auth: Authorizer, fetch: ReturnType<typeof strictApi>['fetch']) => {
    const server = new BitbucketServer({ baseUrl: 'https://git.example.com', auth, fetch });
    return () => server.request('GET /api/latest/projects/{projectKey}', { path: { projectKey: 'P' } });
  };

  test.each([-60, -6, 6, 60, 23 * 60])(
    "by %i minutes signs again by the server's, and remembers it",
    async (off) => {
      const { fetch, signatures } = strictApi();
      const call = callsOf(
        create(() => real + off * minute),
        fetch,
      );
      await call();
      await call();
      expect(signatures).toEqual([off * minute, 0, 0]);
    },
  );

  test('signs each of many calls at once again', async () => {
    const { fetch, signatures } = strictApi();
    const call = callsOf(
      create(() => real - 60 * minute),
      fetch,
    );
    await Promise.all(Array.from({ length: 10 }, call));
    expect(signatures.toSorted((a, b) => a - b)).toEqual([
      ...Array(10).fill(-60 * minute),
      ...Array(10).fill(0),
    ]);
  });

  test('learns anew when the clock is set right', async () => {
    const { fetch, signatures } = strictApi();
    let off = -60 * minute;
    const call = callsOf(
      create(() => real + off),
      fetch,
    );
    await call();
    off = 0;
    await call();
    expect(signatures).toEqual([-60 * minute, 0, 60 * minute, 0]);
  });

  test('by more than a day takes the server for the one that is wrong', async () => {
    const { fetch, signatures } = strictApi();
    const call = callsOf(
      create(() => real - 24 * 60 * minute),
      fetch,
    );
    await expect(call()).rejects.toMatchObject({ status: 401 });
    expect(signatures).toHaveLength(1);
  });

  test('and a server that does not tell its time gives no second try', async () => {
    const { fetch, signatures } = strictApi(false);
    const call = callsOf(
      create(() => real - 60 * minute),
      fetch,
    );
    await expect(call()).rejects.toMatchObject({ status: 401 });
    expect(signatures).toHaveLength(1);
  });

  test('by less than half a minute has another reason to be refused', async () => {
    const signatures: number[] = [];
    const call = callsOf(
      create(() => real + 30_000),
      async (_url, init) => {
        signatures.push(signedAt(init.headers));
        return new Response('', { status: 401, headers: { date: new Date(real).toUTCString() } });
      },
    );
    await expect(call()).rejects.toMatchObject({ status: 401 });
    expect(signatures).toHaveLength(1);
  });
});

describe('a clock that credentials share', () => {
  test('tells the next what the first has learned', async () => {
    const { fetch, signatures } = strictApi();
    const clock = createServerClock(() => real + 60 * minute);
    for (const clientKey of ['one', 'two']) {
      const auth = connectJwt({ appKey: 'a', clientKey, sharedSecret: 's'.repeat(32), clock });
      await new BitbucketApiClient({ auth, fetch }).request('GET /user');
    }
    expect(signatures).toEqual([60 * minute, 0, 0]);
  });

  test('repairs nothing for a request that it did not stamp', () => {
    const clock = createServerClock(() => real);
    const answer = new Response('', {
      status: 401,
      headers: { date: new Date(real + 60 * minute).toUTCString() },
    });
    expect(clock.repair(new Request('https://a.example'), answer)).toBe(false);
  });

  test.each(['', 'soon', 'NaN'])('is not moved by a Date of %j', (date) => {
    const clock = createServerClock(() => real);
    const request = new Request('https://a.example');
    clock.stamp(request);
    expect(clock.repair(request, new Response('', { status: 401, headers: { date } }))).toBe(false);
    expect(clock.stamp(request)).toBe(real);
  });
});
