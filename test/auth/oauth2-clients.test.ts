import { inspect } from 'node:util';
import {
  createCloudOAuth2Client,
  createConnectOAuth2Client,
  createServerOAuth2Client,
  newCodeVerifier,
} from 'bitbucket-sdk/auth';
import { describe, expect, test } from 'vitest';
import { closedOrigin, startServer } from '../http-server.ts';
import { describeWithOpenssl, listenTls, makeCertificates } from '../server/certificates.ts';

const secret = 'CANARY-secret-7f3a';
const sent = 'CANARY-token-9b1c';
const token = { access_token: 'a', refresh_token: 'r', expires_in: 7200, token_type: 'bearer', scope: 'x y' };
const now = () => 1_800_000_000_000;
const parsed = { accessToken: 'a', refreshToken: 'r', expiresAt: now() + 7_200_000, scopes: ['x', 'y'] };

const cloud = (siteUrl: string, options: object = {}) =>
  createCloudOAuth2Client({ clientId: 'key', clientSecret: secret, siteUrl, now, ...options });
const server = (baseUrl: string, options: object = {}) =>
  createServerOAuth2Client({ baseUrl, clientId: 'key', clientSecret: secret, now, ...options });

const back = { redirectUri: 'https://app.example/back', codeVerifier: newCodeVerifier() };
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('The call was expected to fail'),
    (error) => error,
  );

/** All that can be seen of an error: of what was sent, nothing may be there, neither as it is nor as Basic has it. */
function expectSilence(error: unknown): void {
  const text = inspect(error, { depth: 12, showHidden: true }) + JSON.stringify(error);
  expect(text).not.toContain('CANARY');
  expect(text).not.toContain(Buffer.from(`key:${secret}`).toString('base64'));
}

test('a consumer that may have no token of its own is refused as a client: no person has a part in it', async () => {
  const { origin } = await startServer(() => ({ status: 400, body: '{"error":"invalid_grant"}' }));
  const client = cloud(origin);
  await expect(client.getClientToken()).rejects.toMatchObject({ name: 'AuthError', code: 'client_refused' });
  await expect(client.refresh({ refreshToken: sent })).rejects.toMatchObject({
    name: 'AuthError',
    code: 'reauthorization_required',
  });
});

describe('each exchange', () => {
  test('of Cloud is one POST, and gives the token', async () => {
    const { origin, requests } = await startServer(() => ({ body: token }));
    const client = cloud(origin);
    for (const call of [
      client.getAccessToken({ code: 'c' }),
      client.refresh({ refreshToken: sent }),
      client.getClientToken(),
      client.getClientToken({ scopes: ['x'] }),
    ]) {
      expect(await call).toEqual(parsed);
    }
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual(
      Array(4).fill('POST /site/oauth2/access_token'),
    );
    expect(requests.map(({ body }) => body).sort()).toEqual([
      'grant_type=authorization_code&code=c',
      'grant_type=client_credentials',
      'grant_type=client_credentials&scope=x',
      `grant_type=refresh_token&refresh_token=${sent}`,
    ]);
    for (const { headers } of requests) {
      expect(headers.authorization).toBe(`Basic ${Buffer.from(`key:${secret}`).toString('base64')}`);
      expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
      expect(headers['user-agent']).toMatch(/^bitbucket-sdk\//);
    }
    expect(client.getAuthorizeUrl({ state: 's' })).toMatch(`${origin}/site/oauth2/authorize?client_id=key&`);
  });

  test('of Server is one POST beneath its context path, and gives the token', async () => {
    const { origin, requests } = await startServer(() => ({ body: token }));
    const client = server(`${origin}/bitbucket/`);
    expect(await client.getAccessToken({ code: 'c', ...back })).toEqual(parsed);
    expect(await client.refresh({ refreshToken: sent })).toEqual(parsed);
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual(
      Array(2).fill('POST /bitbucket/rest/oauth2/latest/token'),
    );
    for (const { headers, body } of requests) {
      expect(headers.authorization).toBeUndefined();
      expect(new URLSearchParams(body).get('client_secret')).toBe(secret);
    }
    const url = client.getAuthorizeUrl({ state: 's', scopes: ['REPO_READ'], ...back });
    expect(url).toMatch(`${origin}/bitbucket/rest/oauth2/latest/authorize?client_id=key&`);
    await client.close();
  });

  test('of Server takes the redirect URL of the client where it names none itself', async () => {
    const { origin, requests } = await startServer(() => ({ body: token }));
    const { redirectUri, codeVerifier } = back;
    const client = server(origin, { redirectUri });
    const shown = { state: 's', scopes: ['REPO_READ'], codeVerifier };
    const redirectOf = (url: string) => new URL(url).searchParams.get('redirect_uri');
    expect(redirectOf(client.getAuthorizeUrl(shown))).toBe(redirectUri);
    const other = 'https://other.example/back';
    expect(redirectOf(client.getAuthorizeUrl({ ...shown, redirectUri: other }))).toBe(other);
    await client.getAccessToken({ code: 'c', codeVerifier });
    await client.getAccessToken({ code: 'c', codeVerifier, redirectUri: other });
    const sentThere = requests.map(({ body }) => new URLSearchParams(body).get('redirect_uri'));
    expect(sentThere).toEqual([redirectUri, other]);
  });

  test('is never sent twice, whatever is answered', async () => {
    const { origin, requests } = await startServer(() => ({ status: 503, headers: { 'retry-after': '0' } }));
    const error = await failureOf(cloud(origin).refresh({ refreshToken: sent }));
    expect(error).toMatchObject({ name: 'ApiError', status: 503, retryAfter: 0 });
    expect(requests).toHaveLength(1);
  });

  test('counts the life of a token from when it was asked for', async () => {
    let at = 1000;
    const { origin } = await startServer(() => {
      at = 60_000;
      return { body: token };
    });
    const { expiresAt } = await cloud(origin, { now: () => at }).getClientToken();
    expect(expiresAt).toBe(7_201_000);
  });
});

describe('a failure', () => {
  test('tells nothing of what was sent or received', async () => {
    const body = { error: 'invalid_grant', error_description: sent };
    const refusing = await startServer(() => ({ status: 400, body }));
    const page = await startServer(() => ({
      body: `<html>${sent}`,
      headers: { 'content-type': 'text/html' },
    }));
    const slow = await startServer(() => new Promise(() => {}));
    const long = await startServer(() => ({ body: sent.repeat(10_000) }));
    const gone = await closedOrigin();
    for (const [origin, expected] of [
      [refusing.origin, { name: 'AuthError', code: 'reauthorization_required' }],
      [page.origin, { name: 'TransportError', code: 'bad_answer' }],
      [slow.origin, { name: 'TransportError', code: 'timeout' }],
      [long.origin, { code: 'bad_answer', message: expect.stringContaining('more than 65536 bytes') }],
      [gone, { name: 'TransportError', code: 'network' }],
    ] as const) {
      const options = origin === slow.origin ? { timeout: 100 } : {};
      for (const client of [cloud(origin, options), server(origin, options)]) {
        const error = await failureOf(client.refresh({ refreshToken: sent }));
        expect(error).toMatchObject(expected);
        expectSilence(error);
      }
    }
  });

  test('of a signal is told as such, and tells as little', async () => {
    const slow = await startServer(() => new Promise(() => {}));
    const leaving = new AbortController();
    const call = failureOf(cloud(slow.origin).refresh({ refreshToken: sent, signal: leaving.signal }));
    await expect.poll(() => slow.requests).toHaveLength(1);
    leaving.abort();
    const error = await call;
    expect(error).toMatchObject({ name: 'TransportError', code: 'aborted' });
    expectSilence(error);
  });

  test('of a redirect to another origin ends there: no secret leaves', async () => {
    const other = await startServer(() => ({ body: token }));
    const { origin } = await startServer(() => ({
      status: 307,
      headers: { location: `${other.origin}/?${sent}` },
    }));
    for (const client of [cloud(origin), server(origin)]) {
      const error = await failureOf(client.refresh({ refreshToken: sent }));
      expect(error).toMatchObject({ name: 'TransportError', code: 'redirect_refused' });
      expectSilence(error);
    }
    expect(other.requests).toHaveLength(0);
  });

  test('is none when the same origin has moved its endpoint', async () => {
    const { origin, requests } = await startServer(({ url }) =>
      url === '/moved' ? { body: token } : { status: 308, headers: { location: '/moved' } },
    );
    expect(await cloud(origin).refresh({ refreshToken: sent })).toEqual(parsed);
    const [first, second] = requests;
    expect(second).toMatchObject({ method: 'POST', body: first?.body });
    expect(second?.headers.authorization).toBe(first?.headers.authorization);
  });
});

describeWithOpenssl('a server with a private CA', () => {
  test('is asked by its certificate', async () => {
    const { ca, server: identity } = makeCertificates('token endpoint');
    const requests: string[] = [];
    const origin = await listenTls(identity, (request, response) => {
      requests.push(request.url ?? '');
      response.end(JSON.stringify(token));
    });
    await expect(server(origin).refresh({ refreshToken: sent })).rejects.toMatchObject({ code: 'network' });
    const client = server(origin, { tls: { ca } });
    expect(await client.refresh({ refreshToken: sent })).toEqual(parsed);
    await client.close();
    expect(requests).toEqual(['/rest/oauth2/latest/token']);
  });
});

describe('wrong options', () => {
  const key = { clientId: 'key', clientSecret: 's' };
  const installation = { appKey: 'a', clientKey: 'c', sharedSecret: 's' };
  const fetch = async () => new Response();
  test.each<[string, () => unknown]>([
    ['clientId', () => createCloudOAuth2Client({ clientId: '', clientSecret: 's' })],
    ['clientSecret', () => createCloudOAuth2Client({ clientId: 'k' } as never)],
    ['clientid', () => createCloudOAuth2Client({ ...key, clientid: 'k' } as never)],
    ['siteUrl', () => createCloudOAuth2Client({ ...key, siteUrl: 'https://user:pass@bitbucket.org' })],
    ['timeout', () => createCloudOAuth2Client({ ...key, timeout: 0 })],
    ['options', () => createCloudOAuth2Client(undefined as never)],
    ['baseUrl', () => createServerOAuth2Client({ ...key, baseUrl: 'git.example.com' })],
    [
      'clientSecret',
      () => createServerOAuth2Client({ clientId: 'k', baseUrl: 'https://g.example' } as never),
    ],
    ['tls', () => createServerOAuth2Client({ ...key, baseUrl: 'https://g.example', tls: {}, fetch })],
    ['tls.ca', () => createServerOAuth2Client({ ...key, baseUrl: 'https://g.example', tls: { ca: 'x' } })],
    ['appKey', () => createConnectOAuth2Client({ ...installation, appKey: '' })],
    ['sharedSecret', () => createConnectOAuth2Client({ appKey: 'a', clientKey: 'c' } as never)],
    ['secret', () => createConnectOAuth2Client({ ...installation, secret: 's' } as never)],
  ])('are named: %s', (option, create) => {
    expect(create).toThrow(expect.objectContaining({ code: 'invalid_option', option }));
  });

  test('of an exchange are named, and nothing is sent', async () => {
    const { origin, requests } = await startServer(() => ({ body: token }));
    const refused = (option: string) => ({ name: 'ConfigError', option });
    await expect(cloud(origin).getAccessToken({ code: '' })).rejects.toMatchObject(refused('code'));
    await expect(cloud(origin).refresh({ refreshToken: '' })).rejects.toMatchObject(refused('refreshToken'));
    const wrong = { code: 'c', redirectUri: 'https://a.example/#x', codeVerifier: back.codeVerifier };
    await expect(server(origin).getAccessToken(wrong)).rejects.toMatchObject(refused('redirectUri'));
    expect(requests).toHaveLength(0);
  });

  test('of Server without a redirect URL or scopes says where to name them', async () => {
    const client = server('https://git.example');
    const { codeVerifier, redirectUri } = back;
    const shown = { state: 's', scopes: ['REPO_READ'], codeVerifier };
    const refused = { name: 'ConfigError', option: 'redirectUri' };
    expect(() => client.getAuthorizeUrl(shown)).toThrow(expect.objectContaining(refused));
    expect(() => client.getAuthorizeUrl(shown)).toThrow('to createServerOAuth2Client, or with each call');
    await expect(client.getAccessToken({ code: 'c', codeVerifier })).rejects.toMatchObject(refused);
    for (const scopes of [[], undefined]) {
      const wrong = { ...shown, redirectUri, scopes } as Parameters<typeof client.getAuthorizeUrl>[0];
      expect(() => client.getAuthorizeUrl(wrong)).toThrow(
        "scopes: Server wants at least one. Pass ['REPO_READ']",
      );
    }
  });
});
