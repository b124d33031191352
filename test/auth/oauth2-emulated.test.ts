import { BitbucketApiClient, BitbucketServer, memoryStore } from 'bitbucket-sdk';
import {
  connectJwt,
  createCloudOAuth2Client,
  createConnectOAuth2Client,
  createServerOAuth2Client,
  newCodeVerifier,
  oauth2,
} from 'bitbucket-sdk/auth';
import { type BitbucketEmulatorOptions, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { movableClock } from './oauth2-kit.ts';

const hour = 3_600_000;
const consumer = { clientId: 'app', clientSecret: 'app-secret' };
const redirectUri = 'https://app.example.com/callback';

async function world(options: BitbucketEmulatorOptions = {}) {
  const clock = movableClock();
  const { now } = clock;
  const emulator = await createBitbucketEmulator({
    now,
    repositories: [{ fullName: 'demo/widgets' }],
    users: [{ username: 'ada', email: 'ada@example.com', workspaces: { demo: 'admin' } }],
    ...options,
  });
  onTestFinished(() => emulator.close());
  const fetch = (url: string, init: RequestInit) => emulator.fetch(new Request(url, init));
  /** Where the browser comes back, once a person has agreed. */
  const visit = async (url: string): Promise<URL> => {
    const answer = await emulator.fetch(new Request(url, { redirect: 'manual' }));
    return new URL(answer.headers.get('location') ?? '');
  };
  return { clock, now, emulator, fetch, visit, tokens: memoryStore().tokens };
}

async function cloudWorld() {
  const base = await world({
    oauth2: {
      consumers: [{ ...consumer, workspace: 'demo', callbackUrl: redirectUri }],
      user: 'ada',
    },
  });
  const { fetch, now, tokens, visit } = base;
  const client = createCloudOAuth2Client({ ...consumer, fetch, now });
  const back = await visit(client.getAuthorizeUrl({ state: 'a b' }));
  expect(back.searchParams.get('state')).toBe('a b');
  const code = back.searchParams.get('code') ?? '';
  const token = await client.getAccessToken({ code });
  await tokens.put('demo', token);
  const auth = oauth2({ client, tokens, key: 'demo', now });
  return { ...base, client, code, token, auth, cloud: new BitbucketApiClient({ auth, fetch }) };
}

describe('OAuth 2.0 of an emulated Cloud', () => {
  test('gives a grant that lives on from token to token, each of which is long', async () => {
    const { cloud, clock, token, tokens, emulator } = await cloudWorld();
    expect(token.accessToken.length).toBeGreaterThan(1_500);
    expect(token.expiresAt).toBe(clock.at + 2 * hour);
    for (let round = 0; round < 3; round += 1) {
      expect(await cloud.getRepo('demo/widgets')).toMatchObject({ full_name: 'demo/widgets' });
      clock.at += 2 * hour;
    }
    expect(emulator.oauth2.exchanges.map(({ grant, outcome }) => `${grant} ${outcome}`)).toEqual([
      'authorization_code granted',
      'refresh_token granted',
      'refresh_token granted',
    ]);
    expect((await tokens.read('demo'))?.refreshToken).not.toBe(token.refreshToken);
  });

  test('ends a grant that nobody used for three months, by one exchange', async () => {
    const { cloud, clock, emulator } = await cloudWorld();
    clock.at += 100 * 24 * hour;
    for (let call = 0; call < 2; call += 1) {
      await expect(cloud.getRepo('demo/widgets')).rejects.toMatchObject({ code: 'reauthorization_required' });
    }
    expect(emulator.oauth2.exchanges).toHaveLength(2);
  });

  test('tells that the consumer was revoked, and leaves the grant unmarked', async () => {
    const { cloud, emulator, tokens } = await cloudWorld();
    emulator.oauth2.revokeConsumer('app');
    await expect(cloud.getRepo('demo/widgets')).rejects.toMatchObject({ code: 'client_refused' });
    expect((await tokens.read('demo'))?.refusedAt).toBeUndefined();
  });

  test('takes a code once', async () => {
    const { client, code } = await cloudWorld();
    await expect(client.getAccessToken({ code })).rejects.toMatchObject({ code: 'reauthorization_required' });
  });

  test("gives the consumer's own token for client credentials", async () => {
    const { client, now, fetch, clock, emulator } = await cloudWorld();
    const auth = oauth2({ client, grant: 'client_credentials', now });
    const cloud = new BitbucketApiClient({ auth, fetch });
    await cloud.getRepo('demo/widgets');
    clock.at += 2 * hour;
    await cloud.getRepo('demo/widgets');
    expect(emulator.oauth2.exchanges.slice(1).map(({ grant }) => grant)).toEqual([
      'client_credentials',
      'client_credentials',
    ]);
  });

  test('gives a token for the JWT of a Connect installation, also on a machine whose clock is off', async () => {
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
    const { emulator, fetch, now } = await world({
      oauth2: { consumers: [{ ...consumer, workspace: 'demo' }] },
      fetch: async (url) => (url.endsWith('/descriptor') ? Response.json(descriptor) : new Response(null)),
    });
    const descriptorUrl = 'https://app.example.com/descriptor';
    const { clientKey, sharedSecret } = await emulator.install({ descriptorUrl, workspace: 'demo' });
    const installation = { appKey: 'my-app', clientKey, sharedSecret };
    for (const off of [0, -hour]) {
      const itsNow = () => now() + off;
      const client = createConnectOAuth2Client({ ...installation, fetch, now: itsNow });
      for (const auth of [
        oauth2({ client, grant: 'connect_jwt', now: itsNow }),
        connectJwt({ ...installation, now: itsNow }),
      ]) {
        await new BitbucketApiClient({ auth, fetch }).getRepo('demo/widgets');
      }
    }
  });
});

describe('OAuth 2.0 of an emulated Server', () => {
  const base = 'https://git.example.com/bitbucket';

  test('gives a grant by PKCE, which lives on from token to token', async () => {
    const { fetch, now, clock, tokens, visit, emulator } = await world({
      server: {
        origin: 'https://git.example.com',
        contextPath: '/bitbucket',
        oauth2Clients: [{ ...consumer, redirectUris: [redirectUri], user: 'ada' }],
      },
    });
    const client = createServerOAuth2Client({ baseUrl: base, ...consumer, fetch, now });
    const codeVerifier = newCodeVerifier();
    const scopes = ['REPO_READ'];
    const back = await visit(client.getAuthorizeUrl({ state: 's', redirectUri, scopes, codeVerifier }));
    const code = back.searchParams.get('code') ?? '';
    await expect(
      client.getAccessToken({ code, redirectUri, codeVerifier: newCodeVerifier() }),
    ).rejects.toMatchObject({ code: 'reauthorization_required' });
    const again = await visit(client.getAuthorizeUrl({ state: 's', redirectUri, scopes, codeVerifier }));
    const token = await client.getAccessToken({
      code: again.searchParams.get('code') ?? '',
      redirectUri,
      codeVerifier,
    });
    expect(token.scopes).toEqual(scopes);
    await tokens.put('server', token);

    const auth = oauth2({ client, tokens, key: 'server', now });
    const server = new BitbucketServer({ baseUrl: base, auth, fetch });
    for (let round = 0; round < 3; round += 1) {
      await server.request('GET /api/latest/projects');
      clock.at += hour;
    }
    expect(emulator.serverOAuth2?.exchanges.filter(({ outcome }) => outcome === 'granted')).toHaveLength(3);
  });
});
