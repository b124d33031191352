import { connectJwt } from 'bitbucket-sdk/auth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signConnectJwt } from '../../src/jwt/connect-jwt.ts';
import {
  app,
  basic,
  days,
  minutes,
  type OAuth2Scene,
  startOAuth2Scene,
  web,
  widgets,
} from './support/oauth2-scene.ts';

let it: OAuth2Scene;

beforeAll(async () => {
  it = await startOAuth2Scene({
    consumers: [
      app,
      { ...app, clientId: 'second' },
      { ...app, clientId: 'public', public: true },
      { ...app, clientId: 'narrow', scopes: ['repository:write'] },
      { ...app, clientId: 'odd+%/', clientSecret: 'se:cret +%' },
    ],
  });
});
afterAll(() => it.stop());

const byCode = (code: string) => ({ grant_type: 'authorization_code', code });
const byRefresh = (token: string | undefined) => ({
  grant_type: 'refresh_token',
  refresh_token: token ?? '',
});

describe('a code', () => {
  test('is exchanged for a long access token and a refresh token, which nobody may keep a copy of', async () => {
    const answer = await it.grant();
    expect(answer).toMatchObject({ status: 200, token_type: 'bearer', expires_in: 7200 });
    expect(answer.access_token.length).toBeGreaterThan(1900);
    expect(answer.access_token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(answer.refresh_token).toMatch(/^[\w-]{40,}$/);
    expect(answer.scope.split(' ')).toContain('pullrequest:write');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await it.call(widgets, answer.access_token)).status).toBe(200);
  });

  test('is exchanged by a client that names itself in the form', async () => {
    const form = { ...byCode(await it.code()), client_id: 'app', client_secret: 'app-secret' };
    expect(await it.token(form, {})).toMatchObject({ status: 200 });
  });

  test('works once; a second use takes back what the first one gave', async () => {
    const code = await it.code();
    const first = await it.token(byCode(code));
    expect((await it.call(widgets, first.access_token)).status).toBe(200);
    expect(await it.token(byCode(code))).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect((await it.call(widgets, first.access_token)).status).toBe(401);
    expect(await it.token(byRefresh(first.refresh_token))).toMatchObject({ error: 'invalid_grant' });
  });

  test('works for ten minutes', async () => {
    const [early, late] = [await it.code(), await it.code()];
    it.wait(10 * minutes - 1);
    expect(await it.token(byCode(early))).toMatchObject({ status: 200 });
    it.wait(1);
    expect(await it.token(byCode(late))).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  test('works for the client only that it was given to, which may still use it then', async () => {
    const code = await it.code();
    const stranger = await it.token(byCode(code), basic('second', 'app-secret'));
    expect(stranger).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(await it.token(byCode(code))).toMatchObject({ status: 200 });
  });

  test('is bound to the address that the page was given', async () => {
    const redirectUri = `${app.callbackUrl}?organization=1`;
    const code = await it.code({ redirect_uri: redirectUri });
    expect(await it.token(byCode(code))).toMatchObject({ error: 'invalid_grant' });
    const other = { ...byCode(code), redirect_uri: app.callbackUrl };
    expect(await it.token(other)).toMatchObject({ error: 'invalid_grant' });
    expect(await it.token({ ...byCode(code), redirect_uri: redirectUri })).toMatchObject({ status: 200 });
  });

  test('may be exchanged with the callback address where the page was given none', async () => {
    const form = { ...byCode(await it.code()), redirect_uri: app.callbackUrl };
    expect(await it.token(form)).toMatchObject({ status: 200 });
    const empty = { ...byCode(await it.code()), redirect_uri: '', scope: '' };
    expect(await it.token(empty)).toMatchObject({ status: 200 });
    const other = { ...byCode(await it.code()), redirect_uri: `${app.callbackUrl}/deeper` };
    expect(await it.token(other)).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('a refresh token', () => {
  test('gives another one with each use, and the one before works for ten minutes more', async () => {
    const first = await it.grant();
    const second = await it.token(byRefresh(first.refresh_token));
    expect(second).toMatchObject({ status: 200, scope: first.scope });
    expect(second.refresh_token).not.toBe(first.refresh_token);
    it.wait(10 * minutes);
    expect(await it.token(byRefresh(first.refresh_token))).toMatchObject({ status: 200 });
    it.wait(1);
    expect(await it.token(byRefresh(first.refresh_token))).toMatchObject({
      status: 400,
      error: 'invalid_grant',
    });
    expect(await it.token(byRefresh(second.refresh_token))).toMatchObject({ status: 200 });
  });

  test('leaves the access tokens of before as they are', async () => {
    const first = await it.grant();
    await it.token(byRefresh(first.refresh_token));
    expect((await it.call(widgets, first.access_token)).status).toBe(200);
  });

  test('is dead when nobody used it for three months', async () => {
    const [used, unused] = [await it.grant(), await it.grant()];
    it.wait(89 * days);
    const next = await it.token(byRefresh(used.refresh_token));
    it.wait(days);
    expect(await it.token(byRefresh(unused.refresh_token))).toMatchObject({ error: 'invalid_grant' });
    expect(await it.token(byRefresh(next.refresh_token))).toMatchObject({ status: 200 });
  });

  test('works for its own client only', async () => {
    const { refresh_token } = await it.grant();
    const stranger = await it.token(byRefresh(refresh_token), basic('second', 'app-secret'));
    expect(stranger).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  test('can ask for fewer scopes, and not for more', async () => {
    const { refresh_token } = await it.grant({ scope: 'pullrequest' });
    const fewer = await it.token({ ...byRefresh(refresh_token), scope: 'repository' });
    expect(fewer).toMatchObject({ status: 200, scope: 'repository' });
    const more = await it.token({ ...byRefresh(refresh_token), scope: 'webhook' });
    expect(more).toMatchObject({ status: 400, error: 'invalid_scope' });
  });

  test('has a grace that the options set', async () => {
    const scene = await startOAuth2Scene({ refreshGrace: 0, accessTokenLife: 60 });
    try {
      const first = await scene.grant();
      expect(first.expires_in).toBe(60);
      await scene.token(byRefresh(first.refresh_token));
      scene.wait(1);
      expect(await scene.token(byRefresh(first.refresh_token))).toMatchObject({ error: 'invalid_grant' });
    } finally {
      await scene.stop();
    }
  });
});

describe('client credentials', () => {
  const form = { grant_type: 'client_credentials' };

  test('give an access token without a refresh token', async () => {
    const answer = await it.token(form);
    expect(answer).toMatchObject({ status: 200, token_type: 'bearer', expires_in: 7200 });
    expect(answer.refresh_token).toBeUndefined();
  });

  test('give what the consumer has, or less', async () => {
    const narrow = basic('narrow', 'app-secret');
    expect(await it.token(form, narrow)).toMatchObject({ scope: 'repository:write' });
    expect(await it.token({ ...form, scope: 'repository' }, narrow)).toMatchObject({ scope: 'repository' });
    expect(await it.token({ ...form, scope: 'webhook' }, narrow)).toMatchObject({ error: 'invalid_scope' });
  });

  test('are refused to a public consumer, in the words that Bitbucket has for it', async () => {
    expect(await it.token(form, basic('public', 'app-secret'))).toMatchObject({
      status: 400,
      error: 'invalid_grant',
      error_description: expect.stringContaining('urn:bitbucket:oauth2:jwt'),
    });
  });
});

describe('the token of an app', () => {
  const grant = { grant_type: 'urn:bitbucket:oauth2:jwt' };
  const url = `${web}/site/oauth2/access_token`;

  const startWithApp = async () => {
    const descriptor = {
      key: 'my-app',
      name: 'Mine',
      description: 'Mine',
      baseUrl: 'https://app.example.com',
      authentication: { type: 'jwt' },
      contexts: ['account'],
      scopes: ['repository', 'webhook'],
      lifecycle: { installed: '/installed', uninstalled: '/uninstalled' },
    };
    const scene = await startOAuth2Scene(
      {},
      {
        fetch: async (address) =>
          String(address).endsWith('/descriptor') ? Response.json(descriptor) : new Response(null),
      },
    );
    const descriptorUrl = 'https://app.example.com/descriptor';
    const installed = await scene.emulator.install({ descriptorUrl, workspace: 'demo' });
    const claims = () => {
      const iat = Math.floor(scene.now() / 1000);
      return { iss: 'my-app', sub: installed.clientKey, iat, exp: iat + 300 };
    };
    const jwt = (token: string) => ({ authorization: `JWT ${token}` });
    return { scene, installed, claims, jwt };
  };

  test('is exchanged for an access token that acts as the app, until the app goes', async () => {
    const { scene, installed, claims, jwt } = await startWithApp();
    try {
      const answer = await scene.token(grant, jwt(await signConnectJwt(claims(), installed.sharedSecret)));
      expect(answer).toMatchObject({ status: 200, scope: 'repository webhook' });
      expect(answer.refresh_token).toBeUndefined();
      const hooks = await scene.call('/workspaces/demo/hooks', answer.access_token);
      expect([hooks.status, hooks.headers.get('x-credential-type')]).toEqual([200, 'oauth2']);
      expect((await scene.call('/repositories/other/open', answer.access_token)).status).toBe(404);
      await scene.emulator.uninstall(installed.clientKey);
      expect((await scene.call(widgets, answer.access_token)).status).toBe(401);
    } finally {
      await scene.stop();
    }
  });

  test('may be bound to the exchange, too', async () => {
    const { scene, installed } = await startWithApp();
    try {
      const auth = connectJwt({ appKey: 'my-app', ...installed, now: scene.now });
      const signed = await auth.authorize(new Request(url, { method: 'POST' }));
      const authorization = signed.headers.get('authorization') ?? '';
      expect(await scene.token(grant, { authorization })).toMatchObject({ status: 200 });
    } finally {
      await scene.stop();
    }
  });

  test('is refused when it is made for something else, has expired, or is signed with another secret', async () => {
    const { scene, installed, claims, jwt } = await startWithApp();
    try {
      const { sharedSecret } = installed;
      const bad = [
        await signConnectJwt({ ...claims(), qsh: 'a'.repeat(64) }, sharedSecret),
        await signConnectJwt({ ...claims(), exp: claims().iat - 60 }, sharedSecret),
        await signConnectJwt(claims(), 'another secret'),
        await signConnectJwt({ ...claims(), iss: 'another-app' }, sharedSecret),
        await signConnectJwt({ ...claims(), sub: 'nobody' }, sharedSecret),
        'nonsense',
      ];
      for (const token of bad) {
        const answer = await scene.token(grant, jwt(token));
        expect(answer).toMatchObject({ status: 401, error: 'invalid_client' });
      }
      expect(await scene.token(grant)).toMatchObject({ status: 400, error: 'invalid_request' });
    } finally {
      await scene.stop();
    }
  });
});

describe('the token endpoint refuses', () => {
  const form = { grant_type: 'client_credentials' };

  test.each<[string, Record<string, string>, Record<string, string>, Record<string, unknown>]>([
    [
      'a grant that it does not know',
      { grant_type: 'password' },
      basic('app', 'app-secret'),
      { error: 'unsupported_grant_type' },
    ],
    [
      'a call without a grant',
      {},
      basic('app', 'app-secret'),
      { error: 'unsupported_grant_type', error_description: 'Unsupported grant type: None' },
    ],
    [
      'a code that is missing',
      { grant_type: 'authorization_code' },
      basic('app', 'app-secret'),
      { error: 'invalid_request' },
    ],
    [
      'a refresh token that is missing',
      { grant_type: 'refresh_token' },
      basic('app', 'app-secret'),
      { error: 'invalid_request' },
    ],
    ['a code that nobody gave', byCode('x'), basic('app', 'app-secret'), { error: 'invalid_grant' }],
    [
      'a refresh token that nobody gave',
      byRefresh('x'),
      basic('app', 'app-secret'),
      { error: 'invalid_grant' },
    ],
    ['a client that does not say who it is', form, {}, { error: 'unauthorized_client' }],
    [
      'a wrong secret',
      form,
      basic('app', 'wrong'),
      { error: 'unauthorized_client', error_description: 'Invalid OAuth client credentials' },
    ],
    ['an unknown client', form, basic('nobody', 'app-secret'), { error: 'unauthorized_client' }],
    [
      'a bearer of base64',
      form,
      { authorization: `Bearer ${btoa('app:app-secret')}` },
      { error: 'unauthorized_client' },
    ],
    [
      'two clients in one call',
      { ...form, client_id: 'second', client_secret: 'app-secret' },
      basic('app', 'app-secret'),
      { error: 'invalid_request' },
    ],
  ])('%s', async (_, fields, headers, expected) => {
    const answer = await it.token(fields, headers);
    expect(answer).toMatchObject({ status: 400, error_description: expect.any(String), ...expected });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.access_token).toBeUndefined();
  });

  test('a body of JSON, as one that has no grant', async () => {
    const body = JSON.stringify({ grant_type: 'client_credentials' });
    const headers = { ...basic('app', 'app-secret'), 'content-type': 'application/json' };
    const answer = await it.emulator.fetch(
      new Request(`${web}/site/oauth2/access_token`, { method: 'POST', headers, body }),
    );
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: 'unsupported_grant_type', error_description: 'Unsupported grant type: None' },
    ]);
  });

  test('any other method', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const answer = await it.emulator.fetch(new Request(`${web}/site/oauth2/access_token`, { method }));
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    }
  });

  test('nobody whose secret needs encoding, encoded or not', async () => {
    const [id, secret] = ['odd+%/', 'se:cret +%'];
    expect(await it.token(form, basic(id, secret))).toMatchObject({ status: 200 });
    const encode = (text: string) => new URLSearchParams({ text }).toString().slice('text='.length);
    expect(await it.token(form, basic(encode(id), encode(secret)))).toMatchObject({ status: 200 });
  });
});

test('exchanges are written down, refused ones too', async () => {
  const scene = await startOAuth2Scene();
  try {
    await scene.token({ grant_type: 'client_credentials' });
    await scene.token({ grant_type: 'client_credentials' }, basic('app', 'wrong'));
    scene.wait(5);
    await scene.token(byRefresh('x'));
    await scene.token({});
    const at = scene.now();
    expect(scene.emulator.oauth2.exchanges).toEqual([
      { grant: 'client_credentials', clientId: 'app', at: at - 5, outcome: 'granted' },
      { grant: 'client_credentials', clientId: 'app', at: at - 5, outcome: 'unauthorized_client' },
      { grant: 'refresh_token', clientId: 'app', at, outcome: 'invalid_grant' },
      { grant: '', clientId: 'app', at, outcome: 'unsupported_grant_type' },
    ]);
    for (let count = 0; count < 1000; count++) await scene.token({});
    expect(scene.emulator.oauth2.exchanges).toHaveLength(1000);
  } finally {
    await scene.stop();
  }
});

test('a revoked consumer loses its tokens, its exchanges and its page', async () => {
  const scene = await startOAuth2Scene();
  try {
    const { access_token, refresh_token } = await scene.grant();
    const code = await scene.code();
    scene.emulator.oauth2.revokeConsumer('app');
    expect((await scene.call(widgets, access_token)).status).toBe(401);
    for (const form of [byRefresh(refresh_token), byCode(code), { grant_type: 'client_credentials' }]) {
      const answer = await scene.token(form);
      expect(answer).toMatchObject({ status: 401, error: 'invalid_client' });
      expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /);
    }
    const page = await scene.visit({ client_id: 'app', response_type: 'code' });
    expect([page.status, page.headers.get('location')]).toEqual([400, null]);
    expect(() => scene.emulator.oauth2.revokeConsumer('nobody')).toThrow(
      expect.objectContaining({ code: 'invalid_option', option: 'clientId' }),
    );
  } finally {
    await scene.stop();
  }
});
