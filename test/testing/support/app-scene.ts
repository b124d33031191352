/** An emulator, a Connect app that it can install, and calls as the app makes them. */
import { type BitbucketEmulator, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { signConnectJwt } from '../../../src/jwt/connect-jwt.ts';
import { queryStringHash } from '../../../src/jwt/query-string-hash.ts';
import { afterTest } from './cleanups.ts';
import { type Received, type Receiver, type Reply, startReceiver } from './receiver.ts';

/** Moved by tests; the emulator's clock. */
export const clock = { now: Date.now() };
export const api = 'https://api.bitbucket.org/2.0';

export async function start(apps: { key: string; descriptorUrl: string }[] = []): Promise<BitbucketEmulator> {
  clock.now = Date.now();
  const emulator = await createBitbucketEmulator({
    repositories: [{ fullName: 'demo/widgets' }, { fullName: 'other/things', private: false }],
    users: [{ username: 'ada', email: 'ada@example.com', accountId: '557058:ada' }],
    credentials: { accessTokens: [{ token: 'team', workspace: 'demo' }] },
    apps,
    now: () => clock.now,
  });
  afterTest(() => emulator.close());
  return emulator;
}

/** An app below `/base`; `onCall` decides its answer to a lifecycle call. */
export async function startApp(
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
  afterTest(() => app.close());
  return app;
}

export const lifecycle = (app: Receiver) => app.received.filter(({ path }) => path !== '/base/descriptor');
export const bodyOf = (received: Received | undefined) =>
  JSON.parse(received?.body.toString() ?? '{}') as Record<string, unknown>;

export interface AppIdentity {
  readonly clientKey: string;
  readonly sharedSecret: string;
}

/** Calls the API as the app does. */
export async function callAs(
  { clientKey, sharedSecret }: AppIdentity,
  emulator: BitbucketEmulator,
  path: string,
  extra: { claims?: object; init?: RequestInit } = {},
) {
  const url = api + path;
  const iat = Math.floor(clock.now / 1_000);
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
