import { inspect } from 'node:util';
import { isBitbucketError } from 'bitbucket-sdk';
import { readOAuth2Answer, rescuedRefreshToken } from 'bitbucket-sdk/auth';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const sentAt = Date.parse('2026-11-21T12:00:00Z');
const canary = 'CANARY-7f3a';

const read = (body: unknown, status = 200, headers?: Record<string, string>) =>
  readOAuth2Answer(
    {
      status,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: headers && new Headers(headers),
    },
    { sentAt, name: 'POST /token' },
  );

function failureOf(call: () => unknown): Error & Record<string, unknown> {
  try {
    call();
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error('The call was expected to fail');
}

/** All that can be seen of an error, hidden properties and causes too. */
const allOf = (error: unknown): string =>
  inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error);

describe('a token answer', () => {
  test('gives token, refresh token, end and scopes', () => {
    const body = {
      access_token: 'a',
      refresh_token: 'r',
      token_type: 'Bearer',
      expires_in: 7200,
      scope: 'repository webhook',
      state: 'kept for nobody',
    };
    expect(read(body)).toEqual({
      accessToken: 'a',
      refreshToken: 'r',
      expiresAt: sentAt + 7_200_000,
      scopes: ['repository', 'webhook'],
    });
  });

  test('counts its life from now, where nobody says when the request left', () => {
    const before = Date.now();
    const { expiresAt } = readOAuth2Answer({ status: 200, body: '{"access_token":"a","expires_in":1}' });
    expect(expiresAt - 1000 - before).toBeGreaterThanOrEqual(0);
    expect(expiresAt - 1000).toBeLessThanOrEqual(Date.now());
  });

  test.each([2_500, 10_000, 60_000])('with tokens of %i characters is read whole', (length) => {
    const token = 'x'.repeat(length);
    expect(read({ access_token: token, refresh_token: token, expires_in: 60 })).toMatchObject({
      accessToken: token,
      refreshToken: token,
    });
  });

  test.each<[string, object, readonly string[]]>([
    ['scope', { scope: 'a b' }, ['a', 'b']],
    ['scopes', { scopes: 'a b' }, ['a', 'b']],
    ['scope before scopes', { scope: 'a', scopes: 'b' }, ['a']],
    ['commas', { scopes: 'a,b, c' }, ['a', 'b', 'c']],
    ['a list', { scopes: ['a', 'b'] }, ['a', 'b']],
    ['nothing', {}, []],
    ['an empty text', { scope: ' ' }, []],
    ['something else', { scope: 7 }, []],
    ['null', { scope: null }, []],
  ])('has its scopes in %s', (_, fields, scopes) => {
    expect(read({ access_token: 'a', expires_in: 1, ...fields }).scopes).toEqual(scopes);
  });

  test.each<[unknown, number]>([
    [3600, 3_600_000],
    ['3600', 3_600_000],
    [0.5, 500],
    ['1.5', 1500],
  ])('with expires_in %j ends %i ms later', (expires, later) => {
    expect(read({ access_token: 'a', expires_in: expires }).expiresAt - sentAt).toBe(later);
  });

  test('that lives for ever ends at the last moment that a date can name', () => {
    expect(new Date(read({ access_token: 'a', expires_in: 1e300 }).expiresAt).getTime()).toBe(8.64e15);
  });

  test.each(['bearer', 'Bearer', 'BEARER'])('may be of the type %s', (type) => {
    expect(read({ access_token: 'a', expires_in: 1, token_type: type }).accessToken).toBe('a');
  });

  test.each([undefined, null, ''])('may have %j for a refresh token, which is none', (refresh) => {
    expect(read({ access_token: 'a', expires_in: 1, refresh_token: refresh })).not.toHaveProperty(
      'refreshToken',
    );
  });
});

describe('a bad answer', () => {
  const token = { access_token: canary, expires_in: 60 };
  test.each<[string, unknown, string]>([
    ['HTML', `<html>${canary}`, 'a page'],
    ['HTML after blanks', `\n <!doctype html>${canary}`, 'a page'],
    ['nothing', '', 'no JSON'],
    ['a form', `access_token=${canary}&expires_in=60`, 'no JSON'],
    ['cut JSON', `{"access_token":"${canary}"`, 'no JSON'],
    ['null', 'null', 'no object'],
    ['an array', [token], 'no object'],
    ['a text', JSON.stringify(canary), 'no object'],
    ['no access_token', { expires_in: 60, scope: canary }, 'no access_token'],
    ['an error with a status of success', { error: 'invalid_grant', x: canary }, 'no access_token'],
    ['an empty access_token', { access_token: '', expires_in: 60, x: canary }, 'cannot be sent'],
    ['an access_token of null', { access_token: null, expires_in: 60 }, 'cannot be sent'],
    ['an access_token that is a list', { access_token: [canary], expires_in: 60 }, 'cannot be sent'],
    ['an access_token with a line break', { access_token: `${canary}\nx`, expires_in: 60 }, 'cannot be sent'],
    ['an access_token beyond ASCII', { access_token: `${canary}ü`, expires_in: 60 }, 'cannot be sent'],
    ['another type', { ...token, token_type: 'mac' }, 'no bearer'],
    ['a type that is no text', { ...token, token_type: { toString: 1 } }, 'no bearer'],
    ['a refresh_token that is a number', { ...token, refresh_token: 7 }, 'a refresh_token'],
    ['a refresh_token with a blank', { ...token, refresh_token: `${canary} x` }, 'a refresh_token'],
    ['an expires_in of 0', { ...token, expires_in: 0 }, '0 or less'],
    ['an expires_in of "0"', { ...token, expires_in: '0' }, '0 or less'],
    ['an expires_in of -1', { ...token, expires_in: -1 }, '0 or less'],
    ['no expires_in', { access_token: canary }, 'expires_in'],
    ['an expires_in of null', { ...token, expires_in: null }, 'expires_in'],
    ['an expires_in of NaN', { ...token, expires_in: 'NaN' }, 'expires_in'],
    ['an expires_in of 1e999', `{"access_token":"${canary}","expires_in":1e999}`, 'expires_in'],
    ['an expires_in in words', { ...token, expires_in: canary }, 'expires_in'],
  ])('is %s, and nothing of it is repeated', (_, body, words) => {
    const error = failureOf(() => read(body));
    expect(error).toMatchObject({ name: 'TransportError', code: 'bad_answer' });
    expect(error.message).toContain('POST /token');
    expect(error.message).toContain(words);
    expect(allOf(error)).not.toContain(canary);
    expect(rescuedRefreshToken(error)).toBeUndefined();
  });

  test.each<[string, object]>([
    ['without an access token', {}],
    ['with a life of 0', { access_token: 'a', expires_in: 0 }],
    ['of another type', { access_token: 'a', expires_in: 1, token_type: 'mac' }],
  ])('%s keeps its refresh token for who asks, and shows it to nobody', (_, fields) => {
    const error = failureOf(() => read({ ...fields, refresh_token: canary }));
    expect(error).toMatchObject({ name: 'TransportError', code: 'bad_answer' });
    expect(rescuedRefreshToken(error)).toBe(canary);
    expect(allOf(error)).not.toContain(canary);
    expect(Object.keys(error)).toEqual(['name', 'code']);
  });

  test('of another kind has no refresh token', () => {
    expect([undefined, null, new Error('x'), {}].map(rescuedRefreshToken)).toEqual(Array(4).fill(undefined));
  });
});

describe('a refusal', () => {
  test.each<[number, string, object]>([
    [400, 'invalid_grant', { name: 'AuthError', code: 'reauthorization_required' }],
    [401, 'invalid_grant', { name: 'AuthError', code: 'reauthorization_required' }],
    [400, 'invalid_client', { name: 'AuthError', code: 'client_refused' }],
    [401, 'invalid_client', { name: 'AuthError', code: 'client_refused' }],
    [400, 'unauthorized_client', { name: 'AuthError', code: 'client_refused' }],
    [400, 'invalid_request', { name: 'ApiError', code: 'bad_request', detail: 'invalid_request' }],
    [400, 'invalid_scope', { name: 'ApiError', code: 'bad_request', detail: 'invalid_scope' }],
    [400, 'unsupported_grant_type', { name: 'ApiError', detail: 'unsupported_grant_type' }],
    [403, 'access_denied', { name: 'ApiError', code: 'forbidden', detail: 'access_denied' }],
    [400, canary, { name: 'ApiError', code: 'bad_request', detail: undefined }],
    [400, 'constructor', { name: 'ApiError', code: 'bad_request', detail: undefined }],
    [429, 'invalid_grant', { name: 'ApiError', code: 'rate_limited', retryAfter: 17 }],
    [503, 'invalid_grant', { name: 'ApiError', code: 'server_error', retryAfter: 17 }],
    [500, 'server_error', { name: 'ApiError', code: 'server_error', detail: 'server_error' }],
    [302, 'invalid_grant', { name: 'ApiError', code: 'unexpected_status' }],
  ])('of %i with %s is told by its kind', (status, error, expected) => {
    const body = { error, error_description: canary, error_uri: `https://${canary}` };
    const thrown = failureOf(() => read(body, status, { 'retry-after': '17' }));
    expect(thrown).toMatchObject(expected);
    expect(thrown.message).toContain(`POST /token was refused with ${status}`);
    expect(allOf(thrown)).not.toContain(canary);
  });

  test('of a refresh token that Cloud called a wrong request is told as a dead grant', () => {
    const of = (error: string, error_description: string) =>
      failureOf(() => read({ error, error_description }, 400));
    const dead = { name: 'AuthError', code: 'reauthorization_required' };
    expect(of('invalid_request', 'Invalid refresh_token')).toMatchObject(dead);
    expect(of('invalid_request', 'Missing refresh_token')).toMatchObject({ code: 'bad_request' });
    expect(of('invalid_scope', 'Invalid refresh_token')).toMatchObject({ code: 'bad_request' });
  });

  test.each<[string, string]>([
    ['HTML', `<html>${canary}`],
    ['text', canary],
    ['nothing', ''],
    ['an array', `["${canary}"]`],
    ['an error that is no text', `{"error":{"message":"${canary}"}}`],
  ])('with %s is an ApiError of its status', (_, body) => {
    const thrown = failureOf(() => read(body, 401));
    expect(thrown).toMatchObject({ name: 'ApiError', code: 'unauthorized', status: 401, detail: undefined });
    expect(allOf(thrown)).not.toContain(canary);
  });
});

test('whatever is answered, only our errors are thrown, and no secret is in them', () => {
  const secret = fc.constantFrom(
    canary,
    `${canary} `,
    `${canary}\u0000`,
    [canary],
    { [canary]: canary },
    0,
    null,
  );
  const fields = fc.dictionary(
    fc.constantFrom(
      'access_token',
      'refresh_token',
      'token_type',
      'expires_in',
      'scope',
      'scopes',
      'error',
      '__proto__',
    ),
    fc.oneof(
      secret,
      fc.constantFrom('bearer', 'invalid_grant', 'invalid_client', 60, '60', -1),
      fc.jsonValue(),
    ),
  );
  const body = fc.oneof(
    fields.map((value) => JSON.stringify(value)),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.string().map((text) => `${text}${canary}`),
  );
  fc.assert(
    fc.property(body, fc.integer({ min: 100, max: 599 }), (text, status) => {
      try {
        const { accessToken, expiresAt, scopes } = read(text, status);
        expect(accessToken).toMatch(/^[\x21-\x7e]+$/);
        expect(expiresAt).toBeGreaterThanOrEqual(sentAt);
        expect(scopes.every((scope) => typeof scope === 'string')).toBe(true);
      } catch (error) {
        if (!isBitbucketError(error)) throw error;
        expect(allOf(error)).not.toContain(canary);
      }
    }),
    { numRuns: 2000 },
  );
});
