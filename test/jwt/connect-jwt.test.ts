import { createHmac, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { type ConnectClaims, signConnectJwt, verifyConnectJwt } from '../../src/jwt/connect-jwt.ts';
import { canonicalRequest, queryStringHash } from '../../src/jwt/query-string-hash.ts';
import { describeWithReferenceData, readReferenceData } from '../reference-data.ts';

const secret = 'a-shared-secret-of-thirty-two-bytes!';
const now = () => 1_700_000_000_000;
const seconds = 1_700_000_000;
const request = { method: 'POST', url: 'https://app.example.com/uninstalled' };
const claims = (extra: Partial<ConnectClaims> = {}): ConnectClaims => ({
  iss: 'client-key',
  iat: seconds,
  exp: seconds + 300,
  qsh: queryStringHash(request),
  ...extra,
});
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the canonical request', () => {
  test.each([
    ['get', 'https://h.example', 'GET&/&'],
    ['get', 'https://h.example/', 'GET&/&'],
    ['get', '/a/b/', 'GET&/a/b&'],
    ['GET', '/a?b=2&a=1&B=3&jwt=x', 'GET&/a&B=3&a=1&b=2'],
    ['GET', '/a?r=3&r=1&r=10', 'GET&/a&r=1,10,3'],
    ['GET', '/a?r=a,b&r=c', 'GET&/a&r=a%2Cb,c'],
    ['GET', "/a?q=a+b%20c*~!()'", 'GET&/a&q=a%20b%20c%2A~%21%28%29%27'],
    ['GET', '/a?empty=&z', 'GET&/a&empty=&z='],
    ['GET', '/a&b?x=1', 'GET&/a%26b&x=1'],
    ['GET', '/%7Buuid%7D/x', 'GET&/%7Buuid%7D/x&'],
    ['GET', '/a?q=%FF', 'GET&/a&q=%25FF'],
  ])('%s %s is %s', (method, url, canonical) => {
    expect(canonicalRequest({ method, url })).toBe(canonical);
  });

  test('the base path is cut off whole segments only', () => {
    expect(canonicalRequest({ method: 'GET', url: '/base/x', basePath: '/base/' })).toBe('GET&/x&');
    expect(canonicalRequest({ method: 'GET', url: '/base', basePath: '/base' })).toBe('GET&/&');
    expect(canonicalRequest({ method: 'GET', url: '/baseline/x', basePath: '/base' })).toBe(
      'GET&/baseline/x&',
    );
  });
});

describe('verifying a token', () => {
  const verify = (token: string, extra: object = {}) =>
    verifyConnectJwt({ token, ...request, sharedSecret: secret, now, ...extra });

  test('gives the claims back, those that it does not know too', async () => {
    const token = await signConnectJwt(claims({ context: { user: 1 } }), secret);
    await expect(verify(token)).resolves.toEqual(claims({ context: { user: 1 } }));
  });

  test('finds the secret by the issuer', async () => {
    const token = await signConnectJwt(claims(), secret);
    const findSecret = async (clientKey: string) => (clientKey === 'client-key' ? secret : undefined);
    await expect(verify(token, { sharedSecret: undefined, findSecret })).resolves.toMatchObject({
      iss: 'client-key',
    });
    const stranger = await signConnectJwt(claims({ iss: 'stranger' }), secret);
    await expect(verify(stranger, { sharedSecret: undefined, findSecret })).rejects.toMatchObject({
      code: 'jwt_unknown_issuer',
      status: 401,
    });
  });

  test('refuses another secret, an altered payload and a cut token', async () => {
    const token = await signConnectJwt(claims(), secret);
    const [header, , signature] = token.split('.');
    await expect(verify(await signConnectJwt(claims(), 'x'.repeat(32)))).rejects.toMatchObject({
      code: 'jwt_signature',
    });
    await expect(
      verify(`${header}.${base64url(claims({ iss: 'other' }))}.${signature}`),
    ).rejects.toMatchObject({
      code: 'jwt_signature',
    });
    await expect(verify(token.slice(0, -11))).rejects.toMatchObject({ code: 'jwt_signature' });
    for (const broken of ['', 'a.b', 'a.b.c', token.split('.')[0] ?? '']) {
      await expect(verify(broken)).rejects.toMatchObject({ code: 'jwt_malformed' });
    }
  });

  test('refuses alg none and every algorithm but HS256', async () => {
    const none = `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(claims())}.`;
    await expect(verify(none)).rejects.toMatchObject({ code: 'jwt_algorithm' });
    const input = `${base64url({ alg: 'HS512', typ: 'JWT' })}.${base64url(claims())}`;
    const hs512 = `${input}.${createHmac('sha512', secret).update(input).digest('base64url')}`;
    await expect(verify(hs512)).rejects.toMatchObject({ code: 'jwt_algorithm' });
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const rs256 = await new SignJWT({ ...claims() }).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    await expect(verify(rs256)).rejects.toMatchObject({ code: 'jwt_algorithm' });
  });

  test('refuses an expired token, with half a minute of leeway, and one that never expires', async () => {
    await expect(verify(await signConnectJwt(claims({ exp: seconds - 29 }), secret))).resolves.toBeDefined();
    await expect(verify(await signConnectJwt(claims({ exp: seconds - 31 }), secret))).rejects.toMatchObject({
      code: 'jwt_expired',
    });
    const { exp: _, ...endless } = claims();
    await expect(verify(await signConnectJwt(endless as ConnectClaims, secret))).rejects.toMatchObject({
      code: 'jwt_claims',
    });
  });

  test('refuses a token of another request, or of none', async () => {
    const token = await signConnectJwt(claims(), secret);
    await expect(verify(token, { method: 'GET' })).rejects.toMatchObject({ code: 'qsh_mismatch' });
    await expect(verify(token, { url: `${request.url}?a=1` })).rejects.toMatchObject({
      code: 'qsh_mismatch',
    });
    const unbound = await signConnectJwt({ iss: 'client-key', exp: seconds + 300 }, secret);
    await expect(verify(unbound)).rejects.toMatchObject({ code: 'qsh_missing' });
    await expect(verify(unbound, { dangerouslyAllowMissingQsh: true })).resolves.toBeDefined();
    const context = await signConnectJwt(claims({ qsh: 'context-qsh' }), secret);
    await expect(verify(context, { dangerouslyAllowMissingQsh: true })).rejects.toMatchObject({
      code: 'qsh_mismatch',
    });
  });

  test('an empty secret, and two ways to the secret, are wrong options', async () => {
    const token = await signConnectJwt(claims(), secret);
    await expect(verify(token, { sharedSecret: '' })).rejects.toMatchObject({ code: 'invalid_option' });
    await expect(verify(token, { findSecret: () => secret })).rejects.toMatchObject({
      option: 'sharedSecret',
    });
    await expect(signConnectJwt(claims(), '')).rejects.toMatchObject({ option: 'sharedSecret' });
  });
});

describeWithReferenceData('recorded JWT vectors', () => {
  interface QshRow {
    m: string;
    u: string;
    canonical: string;
    qsh: string;
  }
  interface CanonicalRow {
    method: string;
    path: string;
    query: string;
    baseUrl?: string;
    canonical?: string;
    qsh?: string;
  }

  test('atlassian-jwt 2.0.3', () => {
    const rows = readReferenceData<QshRow[]>('vectors/qsh-atlassian-jwt-2.0.3.json');
    expect(rows.length).toBeGreaterThan(10);
    for (const { m, u, canonical, qsh } of rows) {
      if (new URL(u).pathname.includes("'")) continue; // 2.0.3 alone writes %27 there: an artefact of url.parse
      expect(canonicalRequest({ method: m, url: u })).toBe(canonical);
      expect(queryStringHash({ method: m, url: u })).toBe(qsh);
    }
  });

  test('atlassian-jwt 0.1.5', () => {
    const { canonical, qsh } = readReferenceData<{ canonical: CanonicalRow[]; qsh: CanonicalRow[] }>(
      'vectors/atlassian-jwt-canonical-qsh.json',
    );
    const input = ({ method, path, query, baseUrl = '' }: CanonicalRow) => ({
      method,
      url: query === '' ? path : `${path}?${query}`,
      basePath: baseUrl.replace(/^https?:\/\/[^/]+/, ''),
    });
    for (const row of canonical) expect(canonicalRequest(input(row))).toBe(row.canonical);
    for (const row of qsh) expect(queryStringHash(input(row))).toBe(row.qsh);
  });

  test('78 signed addresses verify at the time they were signed', async () => {
    const { secret: sharedSecret, tests } = readReferenceData<{
      secret: string;
      tests: { name: string; canonicalUrl: string; signedUrl: string }[];
    }>('vectors/atlassian-jwt-signed-urls.json');
    expect(tests).toHaveLength(78);
    for (const { canonicalUrl, signedUrl } of tests) {
      expect(canonicalRequest({ method: 'GET', url: signedUrl })).toBe(canonicalUrl);
      const token = new URL(signedUrl).searchParams.get('jwt') ?? '';
      const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
        exp: number;
      };
      const input = { token, method: 'GET', url: signedUrl, sharedSecret };
      await expect(verifyConnectJwt({ ...input, now: () => (exp - 1) * 1000 })).resolves.toBeDefined();
      await expect(verifyConnectJwt(input)).rejects.toMatchObject({ code: 'jwt_expired' });
    }
  });

  test("the reference integration's tokens", async () => {
    const vector = readReferenceData<Record<string, string> & { query: Record<string, string> }>(
      'vectors/atlassian-connect-jwt-sentry.json',
    );
    const url = `${vector['path']}?${new URLSearchParams(vector.query)}`;
    expect(queryStringHash({ method: 'GET', url })).toBe(vector['qsh']);
    const verify = (name: string) =>
      verifyConnectJwt({
        token: vector[name] ?? '',
        method: 'GET',
        url,
        findSecret: (key) => (key === 'testserver.jira:123' ? vector['sharedSecret'] : undefined),
      });
    await expect(verify('valid')).resolves.toMatchObject({ sub: 'connect:123' });
    await expect(verify('invalidSecret')).rejects.toMatchObject({ code: 'jwt_signature' });
    await expect(verify('expired')).rejects.toMatchObject({ code: 'jwt_expired' });
    await expect(verify('algNone')).rejects.toMatchObject({ code: 'jwt_algorithm' });
    await expect(verify('unknownIssuer')).rejects.toMatchObject({ code: 'jwt_unknown_issuer' });
  });
});
