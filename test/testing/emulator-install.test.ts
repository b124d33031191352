import { rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { verifyConnectJwt } from '../../src/jwt/connect-jwt.ts';
import { type AppIdentity, bodyOf, callAs, lifecycle, start, startApp } from './support/app-scene.ts';
import { afterTest } from './support/cleanups.ts';
import { gitIn, temporaryFolder } from './support/git-repository.ts';

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
    afterTest(() => rm(path, { recursive: true, force: true }));
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
