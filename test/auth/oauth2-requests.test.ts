import {
  cloudAuthorizeUrl,
  cloudClientTokenRequest,
  cloudCodeRequest,
  cloudRefreshRequest,
  codeChallenge,
  connectTokenRequest,
  newCodeVerifier,
  serverAuthorizeUrl,
  serverCodeRequest,
  serverRefreshRequest,
  verifyConnectJwt,
} from 'bitbucket-sdk/auth';
import { describe, expect, test } from 'vitest';

/** RFC 7636, appendix B. */
const vector = {
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
};

const consumer = { clientId: 'key', clientSecret: 'secret' };
const form = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
const basic = { ...form, authorization: 'Basic a2V5OnNlY3JldA==' };
const cloudUrl = 'https://bitbucket.org/site/oauth2/access_token';
const back = 'https://app.example/back?a=1&b=%20';

describe('Cloud', () => {
  test('sends a browser out with its state', () => {
    expect(cloudAuthorizeUrl({ clientId: 'key', state: 'a b&c' })).toBe(
      'https://bitbucket.org/site/oauth2/authorize?client_id=key&response_type=code&state=a+b%26c',
    );
  });

  test('sends a browser out with its way back and its scopes, on another site', () => {
    const siteUrl = 'http://127.0.0.1:8080/cloud/';
    const scopes = ['repository', 'webhook'];
    expect(cloudAuthorizeUrl({ siteUrl, clientId: 'k:1', state: 's', redirectUri: back, scopes })).toBe(
      'http://127.0.0.1:8080/cloud/site/oauth2/authorize?client_id=k%3A1&response_type=code&state=s' +
        '&redirect_uri=https%3A%2F%2Fapp.example%2Fback%3Fa%3D1%26b%3D%2520&scope=repository+webhook',
    );
  });

  test('exchanges a code', () => {
    expect(cloudCodeRequest({ ...consumer, code: 'c+d' })).toEqual({
      method: 'POST',
      url: cloudUrl,
      headers: basic,
      body: 'grant_type=authorization_code&code=c%2Bd',
    });
    expect(cloudCodeRequest({ ...consumer, code: 'c', redirectUri: 'https://a.example/' }).body).toBe(
      'grant_type=authorization_code&code=c&redirect_uri=https%3A%2F%2Fa.example%2F',
    );
  });

  test('refreshes', () => {
    expect(cloudRefreshRequest({ ...consumer, refreshToken: 'r' })).toEqual({
      method: 'POST',
      url: cloudUrl,
      headers: basic,
      body: 'grant_type=refresh_token&refresh_token=r',
    });
  });

  test("asks for the consumer's own token", () => {
    expect(cloudClientTokenRequest(consumer)).toEqual({
      method: 'POST',
      url: cloudUrl,
      headers: basic,
      body: 'grant_type=client_credentials',
    });
    expect(cloudClientTokenRequest({ ...consumer, scopes: ['a', 'b'] }).body).toBe(
      'grant_type=client_credentials&scope=a+b',
    );
  });

  test.each<[string, string, string, string]>([
    ['a key with a colon', 'k:1', 's', 'client_id=k%3A1&client_secret=s'],
    ['a key with a blank', 'k 1', 's', 'client_id=k+1&client_secret=s'],
    ['a key beyond ASCII', 'kü', 's', 'client_id=k%C3%BC&client_secret=s'],
    ['a secret with a line break', 'k', 's\r\nx', 'client_id=k&client_secret=s%0D%0Ax'],
    ['a secret beyond ASCII', 'k', '€', 'client_id=k&client_secret=%E2%82%AC'],
    ['a secret with a colon', 'k', 's:x', 'client_id=k&client_secret=s%3Ax'],
    ['a secret that Basic would have encoded', 'k', 's+%2F', 'client_id=k&client_secret=s%2B%252F'],
  ])('names the consumer in the form for %s', (_, clientId, clientSecret, fields) => {
    const request = cloudRefreshRequest({ clientId, clientSecret, refreshToken: 'r' });
    expect(request.headers).toEqual(form);
    expect(request.body).toBe(`grant_type=refresh_token&refresh_token=r&${fields}`);
  });

  test('takes keys and secrets of any length', () => {
    const clientSecret = 's'.repeat(5000);
    const { headers } = cloudRefreshRequest({ clientId: 'k'.repeat(300), clientSecret, refreshToken: 'r' });
    const sent = Buffer.from(headers['authorization']?.slice(6) ?? '', 'base64').toString();
    expect(sent).toBe(`${'k'.repeat(300)}:${clientSecret}`);
  });

  test('exchanges the secret of a Connect installation, by a JWT over the very request', async () => {
    const now = () => 1_800_000_000_000;
    const installation = { appKey: 'app', clientKey: 'client', sharedSecret: 's'.repeat(40) };
    const { method, url, headers, body } = await connectTokenRequest({ ...installation, now });
    expect({ method, url, body }).toEqual({
      method: 'POST',
      url: cloudUrl,
      body: 'grant_type=urn%3Abitbucket%3Aoauth2%3Ajwt',
    });
    const [scheme, token = ''] = headers['authorization']?.split(' ') ?? [];
    expect(scheme).toBe('JWT');
    const claims = await verifyConnectJwt({
      token,
      method,
      url,
      sharedSecret: installation.sharedSecret,
      now,
    });
    expect(claims).toMatchObject({ iss: 'app', sub: 'client', iat: 1_800_000_000, exp: 1_800_000_300 });
  });
});

describe('Server', () => {
  const baseUrl = 'https://git.example.com/bitbucket/';
  const tokenUrl = 'https://git.example.com/bitbucket/rest/oauth2/latest/token';
  const headers = { ...form, 'x-atlassian-token': 'no-check' };

  test('sends a browser out with the challenge of its verifier', () => {
    const scopes = ['REPO_READ', 'REPO_ADMIN'];
    const input = { state: 's', redirectUri: 'https://a.example/b', scopes, codeVerifier: vector.verifier };
    expect(serverAuthorizeUrl({ baseUrl, clientId: 'key', ...input })).toBe(
      'https://git.example.com/bitbucket/rest/oauth2/latest/authorize?client_id=key' +
        '&redirect_uri=https%3A%2F%2Fa.example%2Fb&response_type=code&state=s&scope=REPO_READ+REPO_ADMIN' +
        `&code_challenge=${vector.challenge}&code_challenge_method=S256`,
    );
  });

  test('exchanges a code with its verifier', () => {
    const input = { code: 'c', redirectUri: 'https://a.example/b', codeVerifier: vector.verifier };
    expect(serverCodeRequest({ baseUrl, ...consumer, ...input })).toEqual({
      method: 'POST',
      url: tokenUrl,
      headers,
      body:
        'grant_type=authorization_code&code=c&redirect_uri=https%3A%2F%2Fa.example%2Fb' +
        `&code_verifier=${vector.verifier}&client_id=key&client_secret=secret`,
    });
  });

  test('refreshes', () => {
    expect(serverRefreshRequest({ baseUrl, ...consumer, refreshToken: 'r' })).toEqual({
      method: 'POST',
      url: tokenUrl,
      headers,
      body: 'grant_type=refresh_token&refresh_token=r&client_id=key&client_secret=secret',
    });
    const redirectUri = 'https://a.example/b';
    expect(serverRefreshRequest({ baseUrl, ...consumer, refreshToken: 'r', redirectUri }).body).toBe(
      'grant_type=refresh_token&refresh_token=r&redirect_uri=https%3A%2F%2Fa.example%2Fb' +
        '&client_id=key&client_secret=secret',
    );
  });

  test('is not asked without a scope', () => {
    const input = { state: 's', redirectUri: 'https://a.example', scopes: [], codeVerifier: vector.verifier };
    expect(() => serverAuthorizeUrl({ baseUrl, clientId: 'key', ...input })).toThrow(
      expect.objectContaining({ option: 'scopes' }),
    );
  });
});

describe('a code verifier', () => {
  test('has the challenge of RFC 7636, appendix B', () => {
    expect(codeChallenge(vector.verifier)).toBe(vector.challenge);
    const bytes = [116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186];
    const rest = [22, 212, 37, 77, 105, 214, 191, 240, 91, 88, 5, 88, 83, 132, 141, 121];
    expect(newCodeVerifier(() => Uint8Array.from([...bytes, ...rest]))).toBe(vector.verifier);
  });

  test('is another each time, and of 43 characters that may be sent', () => {
    const verifiers = Array.from({ length: 100 }, () => newCodeVerifier());
    expect(new Set(verifiers).size).toBe(100);
    for (const verifier of verifiers) expect(verifier).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test.each(['', 'x'.repeat(42), 'x'.repeat(129), `${'x'.repeat(43)} `, `${'x'.repeat(42)}+`, undefined, 7])(
    '%j is none',
    (verifier) => {
      expect(() => codeChallenge(verifier as string)).toThrow(
        expect.objectContaining({ code: 'invalid_option', option: 'codeVerifier' }),
      );
    },
  );

  test.each(['x'.repeat(43), '-._~'.repeat(32)])('%s is one', (verifier) => {
    expect(codeChallenge(verifier)).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});

describe('bad input', () => {
  const refused = (option: string) => expect.objectContaining({ code: 'invalid_option', option });

  test.each([
    'https://a.example/back#part',
    'https://a.example/back#',
    'https://user@a.example/',
    'https://user:pass@a.example/',
    'http://a.example/back',
    'http://127.0.0.1.a.example/',
    'http://localhost.a.example/',
    'ftp://a.example/',
    'javascript:alert(1)',
    '/back',
    '',
    7,
    null,
  ])('%j is no address to come back to', (uri) => {
    const redirectUri = uri as string;
    expect(() => cloudAuthorizeUrl({ clientId: 'key', state: 's', redirectUri })).toThrow(
      refused('redirectUri'),
    );
    expect(() => cloudCodeRequest({ ...consumer, code: 'c', redirectUri })).toThrow(refused('redirectUri'));
    const server = { baseUrl: 'https://git.example.com', code: 'c', codeVerifier: vector.verifier };
    expect(() => serverCodeRequest({ ...server, ...consumer, redirectUri })).toThrow(refused('redirectUri'));
  });

  test.each([
    'http://localhost:3000/back',
    'http://127.0.0.1/back',
    'http://127.1.2.3:1/',
    'http://[::1]:3000/',
  ])('%s is one, on this machine', (redirectUri) => {
    const url = cloudAuthorizeUrl({ clientId: 'key', state: 's', redirectUri });
    expect(new URL(url).searchParams.get('redirect_uri')).toBe(redirectUri);
  });

  test.each<[string, () => unknown]>([
    ['state', () => cloudAuthorizeUrl({ clientId: 'key', state: '' })],
    ['clientId', () => cloudAuthorizeUrl({ clientId: '', state: 's' })],
    ['siteUrl', () => cloudAuthorizeUrl({ siteUrl: 'bitbucket.org', clientId: 'key', state: 's' })],
    ['scopes', () => cloudAuthorizeUrl({ clientId: 'key', state: 's', scopes: ['a b'] })],
    ['scopes', () => cloudAuthorizeUrl({ clientId: 'key', state: 's', scopes: [''] })],
    ['scopes', () => cloudAuthorizeUrl({ clientId: 'key', state: 's', scopes: 'repository' as never })],
    ['code', () => cloudCodeRequest({ ...consumer, code: '' })],
    ['clientSecret', () => cloudCodeRequest({ clientId: 'key', clientSecret: '', code: 'c' })],
    ['refreshToken', () => cloudRefreshRequest({ ...consumer, refreshToken: undefined as never })],
    ['baseUrl', () => serverRefreshRequest({ ...consumer, baseUrl: 'git', refreshToken: 'r' })],
    [
      'refreshToken',
      () => serverRefreshRequest({ ...consumer, baseUrl: 'https://g.example', refreshToken: '' }),
    ],
  ])('in %s is named', (option, call) => {
    expect(call).toThrow(refused(option));
  });

  test('of a Connect installation is named', async () => {
    const call = connectTokenRequest({ appKey: 'app', clientKey: '', sharedSecret: 's' });
    await expect(call).rejects.toMatchObject({ code: 'invalid_option', option: 'clientKey' });
  });
});
