import { rm } from 'node:fs/promises';
import { type BitbucketEmulator, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterEach, describe, expect, test } from 'vitest';
import { signConnectJwt, verifyConnectJwt } from '../../src/jwt/connect-jwt.ts';
import { queryStringHash } from '../../src/jwt/query-string-hash.ts';
import { gitIn, temporaryFolder } from './support/git-repository.ts';
import { type Received, type Receiver, type Reply, startReceiver } from './support/receiver.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

let time = Date.now();
const api = 'https://api.bitbucket.org/2.0';

async function start(apps: { key: string; descriptorUrl: string }[] = []): Promise<BitbucketEmulator> {
  time = Date.now();
  const emulator = await createBitbucketEmulator({
    repositories: [{ fullName: 'demo/widgets' }, { fullName: 'other/things', private: false }],
    users: [{ username: 'ada', email: 'ada@example.com', accountId: '557058:ada' }],
    credentials: { accessTokens: [{ token: 'team', workspace: 'demo' }] },
    apps,
    now: () => time,
  });
  cleanups.push(() => emulator.close());
  return emulator;
}

/** An app below `/base`; `onCall` decides its answer to a lifecycle call. */
async function startApp(
  onCall: (call: Received) => Reply | Promise<Reply> = () => 204,
  descriptor: object = {},
): Promise<Receiver> {
  const app: Receiver = await startReceiver((received) => {
    if (received.path !== '/base/descriptor') return onCall(received);
    const json = {
      key: 'sample-app',
      name: 'Sample',
      description: 'A sample',
      baseUrl: `${app.url}/base`,
      authentication: { type: 'JWT' },
      lifecycle: { installed: '/installed', uninstalled: '/uninstalled' },
      scopes: ['repository', 'webhook'],
      contexts: ['account'],
      modules: { postInstallRedirect: { key: 'after', url: '/welcome' } },
      ...descriptor,
    };
    return { status: 200, json };
  });
  cleanups.push(() => app.close());
  return app;
}

const lifecycle = (app: Receiver) => app.received.filter(({ path }) => path !== '/base/descriptor');
const bodyOf = (received: Received | undefined) =>
  JSON.parse(received?.body.toString() ?? '{}') as Record<string, unknown>;

interface AppIdentity {
  readonly clientKey: string;
  readonly sharedSecret: string;
}

/** Calls the API as the app does. */
async function callAs(
  { clientKey, sharedSecret }: AppIdentity,
  emulator: BitbucketEmulator,
  path: string,
  extra: { claims?: object; init?: RequestInit } = {},
) {
  const url = api + path;
  const iat = Math.floor(time / 1_000);
  const method = extra.init?.method ?? 'GET';
  const claims = {
    iss: 'sample-app',
    sub: clientKey,
    iat,
    exp: iat + 300,
    qsh: queryStringHash({ method, url }),
    ...extra.claims,
  };
  const authorization = `JWT ${await signConnectJwt(claims, sharedSecret)}`;
  return emulator.fetch(new Request(url, { ...extra.init, headers: { authorization } }));
}

describe('an install', () => {
  test('tells the app, unsigned, of a secret that works from that moment on', async () => {
    const emulator = await start();
    let proof: Response | undefined;
    const app = await startApp(async (call) => {
      const { clientKey, sharedSecret, principal } = bodyOf(call) as {
        clientKey: string;
        sharedSecret: string;
        principal: { uuid: string };
      };
      proof = await callAs(
        { clientKey, sharedSecret },
        emulator,
        `/workspaces/${encodeURIComponent(principal.uuid)}/hooks`,
      );
      return 200;
    });
    const result = await emulator.install({ descriptorUrl: `${app.url}/base/descriptor`, workspace: 'demo' });
    expect(proof?.status).toBe(200);
    const [call] = lifecycle(app);
    expect([call?.method, call?.path, call?.headers.authorization]).toEqual([
      'POST',
      '/base/installed',
      undefined,
    ]);
    expect(bodyOf(call)).toMatchObject({
      key: 'sample-app',
      eventType: 'installed',
      productType: 'bitbucket',
      clientKey: result.clientKey,
      sharedSecret: result.sharedSecret,
      baseUrl: 'https://bitbucket.org',
      baseApiUrl: 'https://api.bitbucket.org',
      principal: { type: 'team', username: 'demo', uuid: expect.stringMatching(/^\{/) },
      user: { type: 'user', account_id: '557058:ada' },
      consumer: { key: expect.any(String) },
    });
    expect(result.reinstalled).toBe(false);
    expect((await callAs(result, emulator, '/repositories/demo')).status).toBe(200);
  });

  test('that the app refuses leaves nothing behind', async () => {
    const emulator = await start();
    let told: AppIdentity | undefined;
    const app = await startApp((call) => {
      told = bodyOf(call) as unknown as AppIdentity;
      return 401;
    });
    const failing = emulator.install({ descriptorUrl: `${app.url}/base/descriptor`, workspace: 'demo' });
    await expect(failing).rejects.toMatchObject({
      code: 'invalid_option',
      message: expect.stringContaining('401'),
    });
    expect(told).toBeDefined();
    if (told !== undefined) expect((await callAs(told, emulator, '/repositories/demo')).status).toBe(401);
  });

  test('a second time keeps the client key and is signed with the secret that the app has', async () => {
    const emulator = await start();
    const app = await startApp();
    const input = { descriptorUrl: `${app.url}/base/descriptor`, workspace: 'demo' };
    const first = await emulator.install(input);
    const second = await emulator.install({ ...input, rotateSecret: true });
    expect(second).toMatchObject({ clientKey: first.clientKey, reinstalled: true });
    expect(second.sharedSecret).not.toBe(first.sharedSecret);
    const call = lifecycle(app)[1];
    expect(bodyOf(call)).toMatchObject({ sharedSecret: second.sharedSecret });
    const token = call?.headers.authorization?.replace('JWT ', '') ?? '';
    const check = {
      token,
      method: 'POST',
      url: '/base/installed',
      basePath: '/base',
      sharedSecret: first.sharedSecret,
    };
    expect(await verifyConnectJwt(check)).toMatchObject({ iss: first.clientKey });
    expect((await callAs(first, emulator, '/repositories/demo')).status).toBe(401);
    expect((await callAs(second, emulator, '/repositories/demo')).status).toBe(200);
    expect(await emulator.install(input)).toMatchObject({ sharedSecret: second.sharedSecret });
  });

  test('a second time that the app refuses leaves the first as it was', async () => {
    const emulator = await start();
    const app = await startApp(() => (lifecycle(app).length === 1 ? 200 : 500));
    const input = { descriptorUrl: `${app.url}/base/descriptor`, workspace: 'demo' };
    const first = await emulator.install(input);
    await expect(emulator.install({ ...input, rotateSecret: true })).rejects.toThrow('500');
    expect((await callAs(first, emulator, '/repositories/demo')).status).toBe(200);
  });

  test.each([
    [{ baseUrl: 'not a url' }, 'baseUrl'],
    [{ key: undefined }, 'key'],
    [{ scopes: ['everything'] }, 'everything'],
    [{ contexts: ['personal'] }, 'account'],
    [{ lifecycle: { installed: 'https://elsewhere.example/installed' } }, 'baseUrl'],
  ])('is refused for a descriptor with %j', async (wrong, problem) => {
    const emulator = await start();
    const app = await startApp(() => 200, wrong);
    const failing = emulator.install({ descriptorUrl: `${app.url}/base/descriptor`, workspace: 'demo' });
    await expect(failing).rejects.toThrow(problem);
    expect(lifecycle(app)).toEqual([]);
  });
});

describe('an uninstall', () => {
  test('is told with a token, and ends the rights of the app', async () => {
    const emulator = await start();
    const app = await startApp();
    const input = { descriptorUrl: `${app.url}/base/descriptor`, workspace: 'demo' };
    const installed = await emulator.install(input);
    await emulator.uninstall(installed.clientKey);
    const call = lifecycle(app)[1];
    expect([call?.path, bodyOf(call)]).toMatchObject([
      '/base/uninstalled',
      { eventType: 'uninstalled', clientKey: installed.clientKey },
    ]);
    expect(bodyOf(call)).not.toHaveProperty('sharedSecret');
    const token = call?.headers.authorization?.replace('JWT ', '') ?? '';
    const check = {
      token,
      method: 'POST',
      url: `${app.url}/base/uninstalled`,
      basePath: '/base',
      sharedSecret: installed.sharedSecret,
    };
    expect(await verifyConnectJwt(check)).toMatchObject({ iss: installed.clientKey });
    expect((await callAs(installed, emulator, '/repositories/demo')).status).toBe(401);
    await expect(emulator.uninstall(installed.clientKey)).rejects.toMatchObject({ code: 'invalid_option' });
    const again = await emulator.install(input);
    expect(again).toMatchObject({ clientKey: installed.clientKey, reinstalled: true });
    expect(lifecycle(app)[2]?.headers.authorization).toMatch(/^JWT /);
  });

  test('by the app itself, DELETE /addon, is told, too', async () => {
    const emulator = await start();
    const app = await startApp();
    const installed = await emulator.install({
      descriptorUrl: `${app.url}/base/descriptor`,
      workspace: 'demo',
    });
    expect((await callAs(installed, emulator, '/addon', { init: { method: 'DELETE' } })).status).toBe(204);
    await emulator.settled();
    expect(lifecycle(app).map(({ path }) => path)).toEqual(['/base/installed', '/base/uninstalled']);
    expect((await callAs(installed, emulator, '/repositories/demo')).status).toBe(401);
  });
});

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
    const iat = Math.floor(time / 1_000);
    const claims = { iat, exp: iat + 300 };
    time += 290_000;
    expect((await callAs(identity, emulator, '/repositories/demo', { claims })).status).toBe(200);
    time += 60_000;
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
      now: () => time,
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

describe('webhooks of a descriptor', () => {
  test('are called with a token and the payload in an envelope', async () => {
    const emulator = await start();
    const app = await startApp(() => 200, {
      modules: {
        webhooks: [
          { event: 'repo:push', url: '/hook' },
          { event: 'repo:fork', url: '/never' },
        ],
      },
    });
    const { clientKey, sharedSecret } = await emulator.install({
      descriptorUrl: `${app.url}/base/descriptor`,
      workspace: 'demo',
    });
    const { url } = await emulator.listen();
    const path = await temporaryFolder();
    cleanups.push(() => rm(path, { recursive: true, force: true }));
    const git = gitIn(path);
    await git('init', '--quiet', '--initial-branch=main');
    await git('commit', '--quiet', '--allow-empty', '-m', 'Begin');
    await git('push', '--quiet', `${url.replace('//', '//x-token-auth:team@')}/demo/widgets.git`, 'main');
    await emulator.settled();
    const [, call] = lifecycle(app);
    expect(bodyOf(call)).toMatchObject({
      product: 'bitbucket',
      event: 'repo:push',
      data: { push: { changes: [{ created: true }] }, actor: { type: 'app_user' } },
    });
    const token = call?.headers.authorization?.replace('JWT ', '') ?? '';
    const check = { token, method: 'POST', url: '/base/hook', basePath: '/base', sharedSecret };
    expect(await verifyConnectJwt(check)).toMatchObject({ iss: clientKey });
    expect(lifecycle(app)).toHaveLength(2);
  });
});

describe('behind msw', () => {
  test('stands where Bitbucket is', async () => {
    const emulator = await start();
    const server = setupServer(...emulator.toMswHandlers(http));
    server.listen({ onUnhandledFrame: 'bypass' });
    cleanups.push(async () => server.close());
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
