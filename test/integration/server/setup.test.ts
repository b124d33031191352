import { generateKeyPairSync, verify } from 'node:crypto';
import { oauth1BaseString } from 'bitbucket-sdk/auth';
import { createBitbucketApp } from 'bitbucket-sdk/integration';
import { expect, test } from 'vitest';
import type { RecordedRequest } from '../../http-server.ts';
import { describeWithOpenssl, makeCertificates } from '../../server/certificates.ts';
import {
  baseUrl,
  callbackOf,
  connect,
  createBrowser,
  createServerWorld,
  organizationId,
  page,
  privateKey,
  publicKey,
  type ServerWorld,
  submit,
  tokenAnswer,
} from './server-world.ts';

/** The protocol parameters of a request, once its signature is proven. */
function provenParameters(
  { serverUrl }: ServerWorld,
  request: RecordedRequest | undefined,
): Record<string, string> {
  const { method = '', url = '', headers = {} } = request ?? {};
  const { oauth_signature = '', ...oauth } = Object.fromEntries(
    [...(headers.authorization ?? '').matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      decodeURIComponent(value),
    ]),
  );
  const text = oauth1BaseString({ method, url: new URL(serverUrl).origin + url, oauth });
  expect(verify('sha1', Buffer.from(text), publicKey, Buffer.from(oauth_signature, 'base64'))).toBe(true);
  return oauth;
}

const cookieName = '__Host-bitbucket-server-setup';

const stored = async ({ store }: ServerWorld) => store.integrations.findByOrganization(organizationId);

describeWithOpenssl('a set-up by an application link', () => {
  const certificates = makeCertificates('setup');
  const createWorld = (options?: Parameters<typeof createServerWorld>[1]) =>
    createServerWorld(certificates, options);

  test('S4-08 S4-12 asks for a token, has a person agree, and keeps an integration that signs', async () => {
    const world = await createWorld();
    const browser = createBrowser(world);
    const sent = await submit(browser, world);
    expect(sent.status).toBe(303);
    expect(sent.location).toBe(
      `${world.serverUrl}/plugins/servlet/oauth/authorize?oauth_token=request-token`,
    );
    await expect(stored(world)).resolves.toEqual([]);

    const done = await browser.visit(callbackOf(world, 'verified'));
    expect(done.status).toBe(200);
    expect(done.html).toContain('is connected');
    const [asked, taken, probed] = world.requests.map((request) => provenParameters(world, request));
    expect(asked).toMatchObject({ oauth_consumer_key: 'my-app' });
    expect(taken).toMatchObject({ oauth_token: 'request-token', oauth_verifier: 'verified' });
    expect(probed).toMatchObject({ oauth_token: 'access-token' });

    const host = new URL(world.serverUrl).host;
    const { metadata, credentials, ...record } = (await stored(world))[0] ?? {};
    expect(record).toMatchObject({
      provider: 'bitbucket_server',
      externalId: `${host}:my-app`,
      name: 'my-app',
      status: 'active',
      organizationId,
    });
    expect(metadata).toMatchObject({ baseUrl: world.serverUrl, domainName: host, verifyTls: false });
    expect(credentials).toMatchObject({
      ...{ type: 'oauth1', consumerKey: 'my-app' },
      ...{ token: 'access-token', tokenSecret: 'access-secret' },
      privateKey: expect.stringContaining('-----BEGIN PRIVATE KEY-----'),
    });
    for (const secret of ['PRIVATE KEY', 'access-token', 'access-secret']) {
      expect(JSON.stringify({ metadata, record })).not.toContain(secret);
    }
    expect(browser.cookies.has(cookieName)).toBe(false);
  });

  test('S4-11 takes the token of the callback for the verifier where the server sends no other', async () => {
    const world = await createWorld();
    const browser = createBrowser(world);
    await submit(browser, world);
    expect((await browser.visit(callbackOf(world))).status).toBe(200);
    const taken = provenParameters(world, world.requests[1]);
    expect(taken).toMatchObject({ oauth_token: 'request-token', oauth_verifier: 'request-token' });
  });

  test('S4-09 strips trailing slashes and blanks, and keeps the context path and the check of the certificate', async () => {
    const world = await createWorld();
    const { location } = await submit(createBrowser(world), world, { url: ` ${world.serverUrl}// ` });
    expect(location.startsWith(`${world.serverUrl}/plugins/`)).toBe(true);
    const { status, html } = await submit(createBrowser(world), world, { verifyTls: 'on' });
    expect(status).toBe(422);
    expect(html).toContain('The certificate of the server is not one that is trusted');
    expect(world.requests).toHaveLength(1);
  });

  test('S4-12 cuts the external id to 64 characters', async () => {
    const world = await createWorld();
    const browser = createBrowser(world);
    const consumerKey = 'k'.repeat(200);
    await submit(browser, world, { consumerKey });
    await browser.visit(callbackOf(world, 'v'));
    const { host } = new URL(world.serverUrl);
    expect((await stored(world))[0]?.externalId).toBe(`${host}:${consumerKey}`.slice(0, 64));
  });

  test('S4-09 with a key of 4096 bits and a consumer key of 200 characters fits a cookie', async () => {
    const world = await createWorld();
    const browser = createBrowser(world);
    const { privateKey: long } = generateKeyPairSync('rsa', { modulusLength: 4096 });
    const sent = await submit(browser, world, {
      consumerKey: 'Kx9-'.repeat(50),
      privateKey: long.export({ type: 'pkcs8', format: 'pem' }).toString(),
    });
    expect(sent.status).toBe(303);
    const [cookie = ''] = (sent.headers.get('set-cookie') ?? '').split(';');
    expect(cookie.length).toBeLessThan(4096);
    expect(sent.headers.get('set-cookie')).toMatch(/Path=\/; Max-Age=900; HttpOnly; SameSite=Lax; Secure$/);
    expect((await browser.visit(callbackOf(world, 'v'))).status).toBe(200);
  });

  test('again renews credentials and keeps the integration with its repositories', async () => {
    const world = await createWorld();
    const integration = await connect(world);
    await world.server.linkRepository(integration, 'ACME/api');
    world.answers['POST /plugins/servlet/oauth/access-token'] = tokenAnswer('renewed', 'secret');
    const again = await connect(world);
    expect(again.record.id).toBe(integration.record.id);
    expect(again.record.credentials).toMatchObject({ token: 'renewed' });
    expect(await world.store.repositories.list(again.record.id)).toHaveLength(1);
  });

  test('sends the browser on to where the host wants it', async () => {
    const world = await createWorld({ afterSetup: ({ id }) => `https://app.example.com/done?id=${id}` });
    const browser = createBrowser(world);
    await submit(browser, world);
    const done = await browser.visit(callbackOf(world, 'v'));
    expect(done).toMatchObject({
      status: 303,
      location: expect.stringMatching(/^https:\/\/app\.example\.com\/done/),
    });
  });

  const before = async () => {
    const world = await createWorld();
    const browser = createBrowser(world);
    await submit(browser, world);
    const url = callbackOf(world, 'verified');
    const calls = world.requests.length;
    /** Refused, with nothing called and nothing kept. */
    const refuses = async (by: typeof browser, at = url, status = 403) => {
      expect((await by.visit(at)).status).toBe(status);
      expect(world.requests).toHaveLength(calls);
      expect(await stored(world)).toEqual([]);
    };
    return { world, browser, url, refuses };
  };

  test('refuses a callback for another session, another browser and another organization, and is there for its own', async () => {
    const { world, browser, url, refuses } = await before();
    const mallory = createBrowser(world, 'mallory');
    await refuses(mallory);
    for (const [name, value] of browser.cookies) if (name !== 'host') mallory.cookies.set(name, value);
    await refuses(mallory);
    await refuses(mallory, url.replace('org-1', 'org-2'));
    await refuses(createBrowser(world));
    await refuses(browser, url.replace('organization=org-1', 'organization='));
    expect((await browser.visit(url)).status).toBe(200);
  });

  test.each<[string, (url: string) => string]>([
    ['another token', (url) => url.replace('oauth_token=request-token', 'oauth_token=other')],
    ['no token', (url) => url.replace('oauth_token=request-token', '')],
    ['no state', (url) => url.replace(/state=[^&]*/, '')],
    ['an altered state', (url) => url.replace(/state=(.)/, (_, first: string) => `state=${first}${first}`)],
  ])('S4-10 refuses a callback with %s', async (_, change) => {
    const { browser, url, refuses } = await before();
    await refuses(browser, change(url));
  });

  test('refuses a callback with an altered cookie', async () => {
    const { world, browser, url } = await before();
    const [nonce = '', sealed = ''] = (browser.cookies.get(cookieName) ?? '').split('.');
    const middle = sealed.length / 2;
    const altered = sealed.slice(0, middle) + (sealed[middle] === 'A' ? 'B' : 'A') + sealed.slice(middle + 1);
    for (const value of [`.${sealed}`, nonce, `${nonce}.${altered}`]) {
      browser.cookies.set(cookieName, value);
      expect((await browser.visit(url)).status).toBe(403);
    }
    expect(await stored(world)).toEqual([]);
  });

  test('refuses a callback with what was typed in for another set-up', async () => {
    const { world, browser, url, refuses } = await before();
    const [nonce = ''] = (browser.cookies.get(cookieName) ?? '').split('.');
    const other = createBrowser(world);
    await submit(other, world, { consumerKey: 'another' });
    const [, sealed = ''] = (other.cookies.get(cookieName) ?? '').split('.');
    world.requests.pop();
    browser.cookies.set(cookieName, `${nonce}.${sealed}`);
    await refuses(browser, url);
  });

  test('is for the organization that it was begun for, also where the host lets the user set up others', async () => {
    const world = await createWorld({ authorize: () => ({ session: 'one' }) });
    const browser = createBrowser(world);
    expect((await submit(browser, world, { organization: 'org-2' })).status).toBe(403);
    expect(world.requests).toEqual([]);
    await submit(browser, world);
    const other = callbackOf(world, 'v').replace('organization=org-1', 'organization=org-2');
    expect((await browser.visit(other)).status).toBe(403);
    expect(world.requests).toHaveLength(1);
  });

  test('works once, and for 15 minutes', async () => {
    const { world, browser, url, refuses } = await before();
    world.clock.move(15 * 60 * 1000);
    await refuses(browser);
    const again = createBrowser(world);
    await submit(again, world);
    const cookies = new Map(again.cookies);
    const address = callbackOf(world, 'v');
    expect((await again.visit(address)).status).toBe(200);
    for (const [name, value] of cookies) again.cookies.set(name, value);
    expect((await again.visit(address)).status).toBe(403);
    expect(url).not.toBe(address);
  });

  test('ends with a page of its own where the person did not agree', async () => {
    const { world, browser, url } = await before();
    const { status, html } = await browser.visit(
      url.replace('oauth_verifier=verified', 'oauth_verifier=denied'),
    );
    expect(status).toBe(400);
    expect(html).toContain('told not to allow it');
    expect(await stored(world)).toEqual([]);
  });

  test('keeps the key in no cookie, page or log line that can be read', async () => {
    const { world, browser, url } = await before();
    const body = privateKey.split('\n')[3] ?? '-';
    const cookie = browser.cookies.get(cookieName) ?? '';
    expect(cookie).not.toContain(body);
    expect(Buffer.from(cookie.split('.')[1] ?? '', 'base64url').toString('latin1')).not.toContain(body);
    await browser.visit(url);
    const log = JSON.stringify(world.log.lines);
    for (const secret of [body, 'access-token', 'access-secret', 'request-secret']) {
      expect(log).not.toContain(secret);
    }
  });
});

describeWithOpenssl('a set-up by an HTTP access token', () => {
  const certificates = makeCertificates('setup-token');

  test('tries the token with a call that every token may make, and keeps it apart from what is shown', async () => {
    const world = await createServerWorld(certificates);
    world.answers['GET /rest/api/latest/repos'] = { ...page(), headers: { 'X-AUSERNAME': 'bot-1' } };
    const browser = createBrowser(world);
    const done = await submit(browser, world, { method: 'accessToken', accessToken: ' NjEx/abc+ ' });
    expect(done.status).toBe(200);
    expect(world.requests.map(({ method, url, headers }) => [method, url, headers.authorization])).toEqual([
      ['GET', '/git/rest/api/latest/repos?limit=1', 'Bearer NjEx/abc+'],
    ]);
    const [record] = await stored(world);
    const { host } = new URL(world.serverUrl);
    expect(record).toMatchObject({
      externalId: `${host}:bot-1`,
      credentials: { type: 'accessToken', token: 'NjEx/abc+' },
    });
    expect(JSON.stringify(record?.metadata)).not.toContain('NjEx');
    const integration = await world.server.getIntegration(organizationId, record?.id ?? '');
    await expect(integration?.getRepositories()).resolves.toEqual([]);
    expect(world.requests.at(-1)?.headers.authorization).toBe('Bearer NjEx/abc+');
  });

  test('needs one, and does not show it again', async () => {
    const world = await createServerWorld(certificates);
    world.answers['GET /rest/api/latest/repos'] = { status: 401, body: { errors: [{ message: 'CANARY' }] } };
    const refused = await submit(createBrowser(world), world, {
      method: 'accessToken',
      accessToken: 'my-token',
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('did not accept the credential');
    expect(refused.html).not.toMatch(/CANARY|my-token/);
    for (const accessToken of ['', 'with blank', 'line\nbreak']) {
      const wrong = await submit(createBrowser(world), world, { method: 'accessToken', accessToken });
      expect(wrong.status).toBe(400);
      expect(wrong.html).toContain('id="accessToken-accessToken-error"');
    }
    expect(await stored(world)).toEqual([]);
  });
});

test('without the option there is no set-up for a Server', async () => {
  const { memoryStore } = await import('bitbucket-sdk');
  const app = createBitbucketApp({ baseUrl, name: 'x', description: 'x', store: memoryStore() });
  expect((await app.fetch(new Request(`${baseUrl}/server/setup`))).status).toBe(404);
  expect(app.server).toBeUndefined();
});
