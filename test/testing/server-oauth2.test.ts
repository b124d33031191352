import { describe, expect, test } from 'vitest';
import {
  client,
  type Fields,
  redirectUri,
  rest,
  startOAuth2 as start,
  verifier,
} from './support/server-oauth2-scene.ts';
import { base } from './support/server-scene.ts';

describe('an application with a code', () => {
  test('gets tokens in two steps, with which the API is called as the person', async () => {
    const { goBack, take, call, emulator, clock } = await start();
    const back = await goBack();
    expect(Object.fromEntries(back)).toEqual({
      kept: '1',
      state: 'a b',
      code: expect.stringMatching(/^[\w-]{30,}$/),
    });
    const { status, headers, body } = await take(back.get('code') ?? '');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[\w-]{30,}$/),
      refresh_token: expect.stringMatching(/^[\w-]{30,}$/),
      ...{ token_type: 'bearer', expires_in: 3_600, scope: 'REPO_READ', created_at: clock.now / 1_000 },
    });
    const answer = await call(body['access_token'], '/repos');
    expect([answer.status, answer.headers.get('x-ausername')]).toEqual([200, 'ada']);
    expect(emulator.serverOAuth2?.exchanges).toEqual([
      { grant: 'authorization_code', clientId: 'app:1', at: clock.now, outcome: 'granted' },
    ]);
  });

  test('acts for the user that it names', async () => {
    const { grant, call } = await start({ oauth2Clients: [{ ...client, user: 'rita' }] });
    const answer = await call((await grant())['access_token'], '/repos');
    expect(answer.headers.get('x-ausername')).toBe('rita');
  });

  test('may leave out the challenge, write it plainly, or leave out how it is written', async () => {
    const { codeFor, take } = await start();
    const none = { code_challenge: undefined, code_challenge_method: undefined };
    expect((await take(await codeFor(none), { code_verifier: undefined })).status).toBe(200);
    for (const code_challenge_method of ['plain', undefined]) {
      const code = await codeFor({ code_challenge: verifier, code_challenge_method });
      expect((await take(code)).status).toBe(200);
    }
  });

  test.each<[string, Fields, Fields]>([
    ['another verifier', {}, { code_verifier: `${verifier}x` }],
    ['no verifier', {}, { code_verifier: undefined }],
    ['a verifier that nobody asked for', { code_challenge: undefined, code_challenge_method: undefined }, {}],
    [
      'a short verifier',
      { code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' },
      { code_verifier: 'x' },
    ],
    ['another redirect URI', {}, { redirect_uri: 'https://app.example.com/back' }],
    ['a code that nobody gave', {}, { code: 'guessed' }],
  ])('is refused with %s, and the code is used up', async (_, asked, fields) => {
    const { codeFor, take } = await start();
    const code = await codeFor(asked);
    expect(await take(code, fields)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    if ('code' in fields) return;
    expect(await take(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  test('takes it once, within ten seconds or what the server gives, by the client it is for', async () => {
    const second = { ...client, clientId: 'second' };
    const { codeFor, take, clock } = await start({ oauth2Clients: [client, second] });
    const code = await codeFor();
    expect((await take(code, { client_id: 'second' })).body['error']).toBe('invalid_grant');
    clock.now += 9_999;
    expect((await take(code)).status).toBe(200);
    expect((await take(code)).body['error']).toBe('invalid_grant');
    const late = await codeFor();
    clock.now += 10_000;
    expect((await take(late)).body['error']).toBe('invalid_grant');
    const patient = await start({ oauth2CodeLife: 600 });
    const held = await patient.codeFor();
    patient.clock.now += 599_999;
    expect((await patient.take(held)).status).toBe(200);
  });
});

describe('a person who is asked', () => {
  test('sees a page and says what they want', async () => {
    const { authorize, goBack } = await start({ authorize: 'ask' });
    const page = await authorize();
    const html = await page.text();
    expect([page.status, html]).toEqual([200, expect.stringContaining('<form method="post">')]);
    expect(html).toMatch(/app:1 .* REPO_READ .* Ada Löw/);
    const say = (word: string) => ({ method: 'POST', body: new URLSearchParams({ [word]: 'yes' }) });
    expect((await goBack({}, say('approve'))).get('code')).toMatch(/./);
    expect(Object.fromEntries(await goBack({}, say('deny')))).toMatchObject({
      error: 'access_denied',
      state: 'a b',
    });
  });

  test('may have said no beforehand', async () => {
    const { goBack } = await start({ authorize: 'deny' });
    const back = await goBack();
    expect([back.get('error'), back.get('code')]).toEqual(['access_denied', null]);
  });

  test.each<[string, Fields]>([
    ['a client that is not there', { client_id: 'other' }],
    ['no client', { client_id: undefined }],
    ['no redirect URI', { redirect_uri: undefined }],
    ['a longer redirect URI', { redirect_uri: `${redirectUri}&more=1` }],
    ['a shorter redirect URI', { redirect_uri: 'https://app.example.com/back' }],
    ['a redirect URI with a fragment', { redirect_uri: `${redirectUri}#x` }],
    ['a redirect URI elsewhere', { redirect_uri: 'https://evil.example/back?kept=1' }],
  ])('is sent nowhere with %s', async (_, fields) => {
    const { authorize } = await start();
    const answer = await authorize(fields);
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  test.each<[string, Fields, string]>([
    ['the implicit grant', { response_type: 'token' }, 'unsupported_response_type'],
    ['no grant', { response_type: undefined }, 'unsupported_response_type'],
    ['more than the link allows', { scope: 'PROJECT_ADMIN' }, 'invalid_scope'],
    ['scopes beside those that the link allows', { scope: 'REPO_READ ACCOUNT_WRITE' }, 'invalid_scope'],
    ['a scope of Cloud', { scope: 'repository' }, 'invalid_scope'],
    ['a challenge of another kind', { code_challenge_method: 'S512' }, 'invalid_request'],
    ['a challenge that no digest gives', { code_challenge: 'short' }, 'invalid_request'],
    ['a way to write a challenge, and none', { code_challenge: undefined }, 'invalid_request'],
  ])('is sent back with %s', async (_, fields, error) => {
    const { goBack } = await start();
    expect(Object.fromEntries(await goBack(fields))).toMatchObject({ error, state: 'a b' });
  });

  test('is sent back where a parameter is there twice', async () => {
    const { emulator } = await start();
    const query = new URLSearchParams({
      client_id: client.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
    });
    query.append('scope', 'REPO_READ');
    query.append('scope', 'REPO_WRITE');
    const answer = await emulator.fetch(new Request(`${rest}/authorize?${query}`));
    expect(answer.headers.get('location')).toContain('error=invalid_request');
  });
});

describe('tokens', () => {
  test('hold for an hour, are renewed by a refresh token, and that one is dead once used', async () => {
    const { grant, refresh, call, clock, emulator } = await start();
    const first = await grant('REPO_READ');
    clock.now += 3_599_999;
    expect((await call(first['access_token'], '/repos')).status).toBe(200);
    clock.now += 1;
    const late = await call(first['access_token'], '/repos');
    expect([late.status, late.headers.get('x-ausername')]).toEqual([401, null]);
    const second = await refresh(first['refresh_token']);
    expect(second).toMatchObject({ status: 200, body: { scope: 'REPO_READ', expires_in: 3_600 } });
    expect((await call(second.body['access_token'], '/repos')).status).toBe(200);
    expect(await refresh(first['refresh_token'])).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    clock.now += 90 * 24 * 3_600_000;
    expect((await refresh(second.body['refresh_token'])).body['error']).toBe('invalid_grant');
    expect(emulator.serverOAuth2?.exchanges.map(({ grant: asked, outcome }) => [asked, outcome])).toEqual([
      ['authorization_code', 'granted'],
      ['refresh_token', 'granted'],
      ['refresh_token', 'invalid_grant'],
      ['refresh_token', 'invalid_grant'],
    ]);
  });

  test('hold as long as the server says', async () => {
    const { grant, call, clock } = await start({ oauth2TokenLife: 60 });
    const { access_token, expires_in } = await grant();
    expect(expires_in).toBe(60);
    clock.now += 60_000;
    expect((await call(access_token, '/repos')).status).toBe(401);
  });

  test('are ended by the person, with all that would give others', async () => {
    const { grant, refresh, call, emulator, codeFor, take } = await start();
    const given = await grant();
    const code = await codeFor();
    emulator.serverOAuth2?.revoke(client.clientId);
    expect((await call(given['access_token'], '/repos')).status).toBe(401);
    expect((await refresh(given['refresh_token'])).body['error']).toBe('invalid_grant');
    expect((await take(code)).body['error']).toBe('invalid_grant');
  });

  test('can be narrowed by a refresh, and never widened', async () => {
    const { grant, refresh } = await start();
    const { refresh_token } = await grant('REPO_WRITE');
    expect((await refresh(refresh_token, { scope: 'REPO_ADMIN' })).body['error']).toBe('invalid_scope');
    expect((await refresh(refresh_token, { scope: 'nonsense' })).body['error']).toBe('invalid_scope');
    const narrow = await refresh(refresh_token, { scope: ' REPO_READ ' });
    expect(narrow.body['scope']).toBe('REPO_READ');
    const whole = await refresh(narrow.body['refresh_token'], { scope: 'REPO_WRITE' });
    expect(whole).toMatchObject({ status: 200, body: { scope: 'REPO_WRITE' } });
  });

  test('end when others take their place, the access token with its refresh token', async () => {
    const { grant, refresh, call } = await start();
    const [first, other] = [await grant(), await grant()];
    const second = await refresh(first['refresh_token']);
    expect((await call(first['access_token'], '/repos')).status).toBe(401);
    expect((await call(second.body['access_token'], '/repos')).status).toBe(200);
    expect((await call(other['access_token'], '/repos')).status).toBe(200);
  });

  test('are renewed with the redirect URI of the grant or without one, and with no other', async () => {
    const { grant, refresh } = await start();
    const { refresh_token } = await grant();
    const elsewhere = await refresh(refresh_token, { redirect_uri: 'https://app.example.com/back' });
    expect(elsewhere).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const { status, body } = await refresh(refresh_token, { redirect_uri: redirectUri });
    expect(status).toBe(200);
    expect((await refresh(body['refresh_token'])).status).toBe(200);
  });

  test('are given for parameters in the query, as Atlassian writes them, and not for some that are there twice', async () => {
    const { emulator, codeFor } = await start();
    const ask = async (body: string) => {
      const query = new URLSearchParams({
        ...{ grant_type: 'authorization_code', code: await codeFor(), redirect_uri: redirectUri },
        ...{ client_id: client.clientId, client_secret: client.clientSecret, code_verifier: verifier },
      });
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return emulator.fetch(new Request(`${rest}/token?${query}`, { method: 'POST', headers, body }));
    };
    const given = await ask('');
    expect([given.status, await given.json()]).toEqual([
      200,
      expect.objectContaining({ access_token: expect.any(String) }),
    ]);
    const twice = await ask('grant_type=authorization_code');
    expect([twice.status, await twice.json()]).toEqual([
      400,
      expect.objectContaining({ error: 'invalid_request' }),
    ]);
  });

  test.each<[string, Fields, Record<string, string>, number, string]>([
    ['a wrong secret', { client_secret: 'x' }, {}, 401, 'invalid_client'],
    ['no secret', { client_secret: undefined }, {}, 401, 'invalid_client'],
    ['an unknown client', { client_id: 'x' }, {}, 401, 'invalid_client'],
    ['client credentials', { grant_type: 'client_credentials' }, {}, 400, 'unsupported_grant_type'],
    ['a password', { grant_type: 'password' }, {}, 400, 'unsupported_grant_type'],
    ['no grant', { grant_type: undefined }, {}, 400, 'invalid_request'],
    ['no refresh token', { refresh_token: '' }, {}, 400, 'invalid_request'],
    ['JSON', {}, { 'content-type': 'application/json' }, 400, 'invalid_request'],
  ])('are not given with %s', async (_, fields, headers, status, error) => {
    const { token } = await start();
    const answer = await token({ grant_type: 'refresh_token', refresh_token: 'x', ...fields }, headers);
    expect(answer).toMatchObject({ status, body: { error, error_description: expect.any(String) } });
  });

  test('are given to a client that names itself by Basic, both halves written as in a form', async () => {
    const { token, codeFor } = await start();
    const written = [client.clientId, client.clientSecret].map((part) =>
      new URLSearchParams({ '': part }).toString().slice(1),
    );
    const fields = { grant_type: 'authorization_code', redirect_uri: redirectUri, code_verifier: verifier };
    const by = (login: string) => ({ authorization: `Basic ${btoa(login)}` });
    const given = await token({ ...fields, code: await codeFor() }, by(written.join(':')));
    expect(given.status).toBe(200);
    const raw = await token(
      { ...fields, code: await codeFor() },
      by(`${client.clientId}:${client.clientSecret}`),
    );
    expect(raw).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    const twice = await token({ ...fields, code: 'x', client_secret: 'x' }, by(written.join(':')));
    expect(twice.body['error']).toBe('invalid_request');
  });

  test('are given for POST alone, and at no other address', async () => {
    const { emulator } = await start();
    const get = await emulator.fetch(new Request(`${rest}/token?grant_type=refresh_token`));
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await emulator.fetch(new Request(`${rest}/authorize`, { method: 'PUT' }))).status).toBe(405);
    expect((await emulator.fetch(new Request(`${rest}/nope`))).status).toBe(404);
  });
});

test('every answer of a Server tells the time by the clock that tests move', async () => {
  const { emulator, clock } = await start();
  clock.now = Date.UTC(2030, 0, 2, 3, 4, 5);
  for (const path of ['/rest/api/latest/repos', '/rest/oauth2/latest/token', '/rest/none']) {
    const answer = await emulator.fetch(new Request(`${base}${path}`));
    expect(answer.headers.get('date')).toBe('Wed, 02 Jan 2030 03:04:05 GMT');
  }
});
