import type { BitbucketEmulator } from 'bitbucket-sdk/testing';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { describe, expect, test } from 'vitest';
import { verifyConnectJwt } from '../../src/jwt/connect-jwt.ts';
import { queryStringHash } from '../../src/jwt/query-string-hash.ts';
import {
  type AppIdentity,
  api,
  bodyOf,
  callAs,
  clock,
  lifecycle,
  start,
  startApp,
} from './support/app-scene.ts';
import { afterTest } from './support/cleanups.ts';

describe('the token of an app', () => {
  async function installed() {
    const emulator = await start();
    const app = await startApp();
    return {
      emulator,
      identity: await emulator.install({ descriptorUrl: `${app.url}/base/descriptor`, workspace: 'demo' }),
    };
  }

  test('shows its own workspace only', async () => {
    const { emulator, identity } = await installed();
    expect((await callAs(identity, emulator, '/workspaces/demo')).status).toBe(200);
    for (const path of ['/workspaces/other', '/repositories/other/things', '/workspaces/other/hooks']) {
      expect([path, (await callAs(identity, emulator, path)).status]).toEqual([path, 404]);
    }
  });

  test.each([
    ['of another issuer', { iss: 'another-app' }],
    ['of an unknown client', { sub: 'connect:unknown' }],
    ['without a subject', { sub: undefined }],
    [
      'for another address',
      { qsh: queryStringHash({ method: 'GET', url: '/2.0/repositories/demo/widgets' }) },
    ],
    ['without a hash', { qsh: undefined }],
    ['that expired', { exp: 1_500_000_000 }],
  ])('%s is refused', async (_, claims) => {
    const { emulator, identity } = await installed();
    expect((await callAs(identity, emulator, '/repositories/demo', { claims })).status).toBe(401);
  });

  test('expires by the clock of the emulator', async () => {
    const { emulator, identity } = await installed();
    const iat = Math.floor(clock.now / 1_000);
    const claims = { iat, exp: iat + 300 };
    clock.now += 290_000;
    expect((await callAs(identity, emulator, '/repositories/demo', { claims })).status).toBe(200);
    clock.now += 60_000;
    expect((await callAs(identity, emulator, '/repositories/demo', { claims })).status).toBe(401);
  });

  test('with another secret, or in the query, is refused', async () => {
    const { emulator, identity } = await installed();
    expect(
      (await callAs({ ...identity, sharedSecret: 'wrong' }, emulator, '/repositories/demo')).status,
    ).toBe(401);
    for (const query of ['jwt=x', 'access_token=team']) {
      expect((await emulator.fetch(new Request(`${api}/repositories/demo?${query}`))).status).toBe(401);
    }
  });

  test('updates the installation, within the scopes that it has', async () => {
    const { emulator, identity } = await installed();
    const put = (body: object) =>
      callAs(identity, emulator, '/addon', { init: { method: 'PUT', body: JSON.stringify(body) } });
    expect((await put({})).status).toBe(204);
    const descriptor = {
      key: 'sample-app',
      name: 'Sample',
      baseUrl: 'https://app.example.com',
      scopes: ['repository'],
    };
    expect((await put({ descriptor: { ...descriptor, scopes: ['account'] } })).status).toBe(400);
    expect((await put({ descriptor: { ...descriptor, key: 'other' } })).status).toBe(400);
    expect((await put({ descriptor })).status).toBe(204);
    expect((await callAs(identity, emulator, '/workspaces/demo/hooks')).status).toBe(403);
  });
});

describe('the page that authorizes an install', () => {
  const authorize = (emulator: BitbucketEmulator, query: Record<string, string>) =>
    emulator.fetch(new Request(`https://bitbucket.org/site/addons/authorize?${new URLSearchParams(query)}`));

  test('installs, and sends the browser back with a token bound to the address', async () => {
    const emulator = await start();
    const app = await startApp();
    const redirectUri = `${app.url}/base/setup?state=a+b&x=1`;
    const answer = await authorize(emulator, {
      descriptor_uri: `${app.url}/base/descriptor`,
      redirect_uri: redirectUri,
      workspace: 'other',
    });
    expect(answer.status).toBe(302);
    const location = new URL(answer.headers.get('location') ?? '');
    expect(location.href.startsWith(`${app.url}/base/setup?state=a+b&x=1&client_key=`)).toBe(true);
    const { clientKey, sharedSecret, principal } = bodyOf(lifecycle(app)[0]) as unknown as AppIdentity & {
      principal: { username: string };
    };
    expect([location.searchParams.get('client_key'), principal.username]).toEqual([clientKey, 'other']);
    const token = location.searchParams.get('jwt') ?? '';
    const check = {
      token,
      method: 'GET',
      url: location.href,
      basePath: '/base',
      sharedSecret,
      now: () => clock.now,
    };
    expect(await verifyConnectJwt(check)).toMatchObject({ iss: clientKey, sub: '557058:ada' });
    await expect(verifyConnectJwt({ ...check, url: `${location.href}&more=1` })).rejects.toMatchObject({
      code: 'qsh_mismatch',
    });
  });

  test('knows an app by its key, and its page after an install', async () => {
    const app = await startApp();
    const emulator = await start([{ key: 'sample-app', descriptorUrl: `${app.url}/base/descriptor` }]);
    const answer = await authorize(emulator, { addon_key: 'sample-app' });
    expect(answer.headers.get('location')).toMatch(new RegExp(`^${app.url}/base/welcome\\?client_key=`));
    expect((await authorize(emulator, { addon_key: 'unknown' })).status).toBe(400);
  });

  test('sends nobody to an address that is not the app’s', async () => {
    const emulator = await start();
    const app = await startApp();
    for (const redirectUri of [
      'https://evil.example/base/x',
      `${app.url}/basement`,
      `${app.url}/`,
      'nonsense',
      app.url.replace('//', '//evil@'),
    ]) {
      const answer = await authorize(emulator, {
        descriptor_uri: `${app.url}/base/descriptor`,
        redirect_uri: redirectUri,
      });
      expect([redirectUri, answer.status]).toEqual([redirectUri, 400]);
    }
    expect(lifecycle(app)).toEqual([]);
  });

  test('tells the app when it refused the install', async () => {
    const emulator = await start();
    const app = await startApp(() => 500);
    const answer = await authorize(emulator, {
      descriptor_uri: `${app.url}/base/descriptor`,
      redirect_uri: `${app.url}/base/setup`,
    });
    const location = new URL(answer.headers.get('location') ?? '');
    expect([location.pathname, location.searchParams.get('error'), location.searchParams.has('jwt')]).toEqual(
      ['/base/setup', 'install_failed', false],
    );
  });
});

describe('behind msw', () => {
  test('stands where Bitbucket is', async () => {
    const emulator = await start();
    const server = setupServer(...emulator.toMswHandlers(http));
    server.listen({ onUnhandledFrame: 'bypass' });
    afterTest(async () => server.close());
    const open = await fetch('https://api.bitbucket.org/2.0/repositories/other/things');
    expect(await open.json()).toMatchObject({
      links: { self: { href: 'https://api.bitbucket.org/2.0/repositories/other/things' } },
    });
    const headers = { authorization: 'Bearer team' };
    const body = JSON.stringify({ url: 'https://example.com/hook', events: ['repo:push'] });
    const made = await fetch('https://api.bitbucket.org/2.0/repositories/demo/widgets/hooks', {
      method: 'POST',
      headers,
      body,
    });
    expect(made.status).toBe(201);
    const git = await fetch('https://bitbucket.org/other/things.git/info/refs?service=git-upload-pack');
    expect([git.status, git.headers.get('content-type')]).toEqual([
      200,
      'application/x-git-upload-pack-advertisement',
    ]);
    expect((await fetch('https://bitbucket.org/site/addons/authorize', { redirect: 'manual' })).status).toBe(
      400,
    );
  });
});
