import { createHash } from 'node:crypto';
import { BitbucketServerIntegrationProvider } from 'bitbucket-sdk/integration';
import { expect, test } from 'vitest';
import type { TestAnswer } from '../../http-server.ts';
import { describeWithOpenssl, makeCertificates } from '../../server/certificates.ts';
import {
  baseUrl,
  createBrowser,
  createServerWorld,
  grantCallback,
  organizationId,
  page,
  privateKey,
  type ServerWorld,
  submit,
  submitOAuth2,
} from './server-world.ts';

const cookieName = '__Host-bitbucket-server-setup';
const callbackUrl = `${baseUrl}/server/setup/callback`;
const tokenPath = '/git/rest/oauth2/latest/token';
const canary = 'CANARY-7f3a';

const stored = async ({ store }: ServerWorld) => store.integrations.findByOrganization(organizationId);
const tokenCalls = ({ requests }: ServerWorld) => requests.filter(({ url }) => url === tokenPath);

describeWithOpenssl('a set-up by OAuth 2.0', () => {
  const certificates = makeCertificates('oauth2-setup');
  const createWorld = (options?: Parameters<typeof createServerWorld>[1]) =>
    createServerWorld(certificates, options);
  const before = async (options?: Parameters<typeof createServerWorld>[1]) => {
    const world = await createWorld(options);
    const browser = createBrowser(world);
    const sent = await submitOAuth2(browser, world);
    expect(sent.status).toBe(303);
    return { world, browser, sent, url: grantCallback(sent, { code: 'the-code' }) };
  };

  test('S4-08 has a person agree, takes the code with its proof, and keeps the tokens apart from the row', async () => {
    const { world, browser, sent, url } = await before();
    const { origin, pathname } = new URL(sent.location);
    expect(origin + pathname).toBe(`${world.serverUrl}/rest/oauth2/latest/authorize`);
    expect(Object.fromEntries(sent.query)).toEqual({
      ...{ client_id: 'client:1', redirect_uri: callbackUrl, response_type: 'code', scope: 'REPO_ADMIN' },
      ...{ code_challenge: expect.stringMatching(/^[\w-]{43}$/), code_challenge_method: 'S256' },
      state: expect.stringMatching(/^[\w-]+\.[\w-]+$/),
    });
    expect(sent.location).not.toContain('client-secret');
    await expect(stored(world)).resolves.toEqual([]);

    const done = await browser.visit(url);
    expect([done.status, done.html]).toEqual([200, expect.stringContaining('is connected')]);
    const [asked] = tokenCalls(world);
    const form = Object.fromEntries(new URLSearchParams(asked?.body));
    expect(form).toEqual({
      ...{ grant_type: 'authorization_code', code: 'the-code', redirect_uri: callbackUrl },
      ...{ client_id: 'client:1', client_secret: 'client-secret' },
      code_verifier: expect.stringMatching(/^[\w-]{43}$/),
    });
    const challenge = createHash('sha256')
      .update(form['code_verifier'] ?? '')
      .digest('base64url');
    expect(challenge).toBe(sent.query.get('code_challenge'));
    expect(world.requests.at(-1)?.headers.authorization).toBe('Bearer access-1');

    const { host } = new URL(world.serverUrl);
    const [record] = await stored(world);
    expect(record).toMatchObject({
      ...{ provider: 'bitbucket_server', externalId: `${host}:client:1`, name: host, status: 'active' },
      metadata: { baseUrl: world.serverUrl, domainName: host, verifyTls: false, scopes: ['REPO_ADMIN'] },
      credentials: {
        ...{ type: 'oauth2', clientId: 'client:1', clientSecret: 'client-secret' },
        redirectUri: callbackUrl,
        tokenKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    });
    expect(JSON.stringify(record)).not.toMatch(/access-1|refresh-1|the-code/);
    expect(JSON.stringify(record?.metadata)).not.toMatch(/client-secret/);
    expect(await world.store.tokens.read(record?.credentials?.['tokenKey'] ?? '')).toEqual({
      ...{ accessToken: 'access-1', refreshToken: 'refresh-1', scopes: ['REPO_ADMIN'] },
      expiresAt: world.clock.now() + 3_600_000,
    });
    expect(browser.cookies.has(cookieName)).toBe(false);
    expect(JSON.stringify(world.log.lines)).not.toMatch(/client-secret|access-1|refresh-1|the-code/);
  });

  test('S4-12 cuts the external id to 64 characters', async () => {
    const world = await createWorld();
    const browser = createBrowser(world);
    const clientId = 'k'.repeat(200);
    await browser.visit(grantCallback(await submitOAuth2(browser, world, { clientId }), { code: 'c' }));
    const { host } = new URL(world.serverUrl);
    expect((await stored(world))[0]?.externalId).toBe(`${host}:${clientId}`.slice(0, 64));
  });

  test('fits a cookie with everything as long as it may be', async () => {
    const world = await createWorld();
    const browser = createBrowser(world);
    const long = { clientId: 'Kx9- '.repeat(40).trim(), clientSecret: 'sE3$!'.repeat(100) };
    const sent = await submitOAuth2(browser, world, long);
    expect(sent.status).toBe(303);
    const [cookie = ''] = (sent.headers.get('set-cookie') ?? '').split(';');
    expect(cookie.length).toBeLessThan(4096);
    expect(sent.headers.get('set-cookie')).toMatch(/Path=\/; Max-Age=900; HttpOnly; SameSite=Lax; Secure$/);
    expect((await browser.visit(grantCallback(sent, { code: 'c' }))).status).toBe(200);
  });

  test.each<[string, string, string, RegExp]>([
    ['no client ID', 'clientId', ' ', /Type in the client ID/],
    ['a long client ID', 'clientId', 'x'.repeat(201), /at most 200 characters/],
    ['a client ID with a line break', 'clientId', 'a\nb', /characters in it/],
    ['a client ID of another alphabet', 'clientId', 'ключ', /characters in it/],
    ['no client secret', 'clientSecret', '', /Paste the client secret/],
    ['a long client secret', 'clientSecret', 'x'.repeat(501), /at most 500 characters/],
    ['a client secret with a blank', 'clientSecret', 'a b', /paste it as it was shown/],
    ['a client secret with a control character', 'clientSecret', 'a\u0007b', /paste it as it was shown/],
    ['no address', 'url', '', /Type in the address/],
    ['http', 'url', 'http://git.example.com', /begins with https/],
    ['a fragment', 'url', 'https://git.example.com/#x', /begins with \? or #/],
  ])('S4-09 with %s tells so beside the field, and calls nobody', async (_, field, value, words) => {
    const world = await createWorld();
    const { status, html } = await submitOAuth2(createBrowser(world), world, { [field]: value });
    expect(status).toBe(400);
    const told = new RegExp(`<p class="error" id="oauth2-${field}-error">([^<]*)</p>`).exec(html)?.[1] ?? '';
    expect(told).toMatch(words);
    expect(html.match(/class="error"/g)).toHaveLength(1);
    expect(world.requests).toEqual([]);
  });

  test('shows what was typed in again, escaped, with the address to register, and never the secret', async () => {
    const world = await createWorld();
    const typed = { url: '', clientId: `"><script>${canary}`, clientSecret: `${canary}-secret` };
    const { html } = await submitOAuth2(createBrowser(world), world, typed);
    expect(html).toContain(`value="&#34;&#62;&#60;script&#62;${canary}"`);
    expect(html).not.toMatch(/<script|CANARY-7f3a-secret/);
    expect(html).toContain(`<code>${callbackUrl}</code>`);
  });

  test('tells of a server that is not there, before the browser is sent to it', async () => {
    const failures: [TestAnswer, RegExp][] = [
      [{ status: 404, body: canary }, /not as Bitbucket Server does/],
      [{ body: `<html>${canary}`, headers: { 'content-type': 'text/html' } }, /not as Bitbucket Server does/],
      [{ status: 503, body: canary }, /is not available/],
    ];
    const world = await createWorld();
    for (const [answer, words] of failures) {
      world.answers['GET /rest/api/latest/application-properties'] = answer;
      const { status, html } = await submitOAuth2(createBrowser(world), world);
      expect(status).toBe(422);
      expect(/role="alert">([^<]*)</.exec(html)?.[1]).toMatch(words);
      expect(html).not.toContain(canary);
    }
    for (const status of [401, 403]) {
      world.answers['GET /rest/api/latest/application-properties'] = { status };
      expect((await submitOAuth2(createBrowser(world), world)).status).toBe(303);
    }
    const closed = await createWorld({ server: { allowServerAddress: undefined } });
    const inside = await submitOAuth2(createBrowser(closed), closed);
    expect([inside.status, inside.html]).toEqual([
      422,
      expect.stringContaining('cannot be reached from here'),
    ]);
    expect(closed.requests).toEqual([]);
    expect([...world.requests].every(({ body }) => body === '')).toBe(true);
  });

  test('ends with a page of its own where the person did not agree', async () => {
    const { world, browser, sent } = await before();
    const answer = { error: 'access_denied', error_description: canary };
    const { status, html } = await browser.visit(grantCallback(sent, answer));
    expect([status, html]).toEqual([400, expect.stringContaining('told not to allow it')]);
    expect(html).not.toContain(canary);
    expect(tokenCalls(world)).toEqual([]);
    expect(browser.cookies.has(cookieName)).toBe(false);
  });

  test.each<[string, RegExp]>([
    ['invalid_scope', /permission to administer repositories/],
    ['unauthorized_client', /incoming one/],
    ['temporarily_unavailable', /is not available/],
    [`<b>${canary}`, /did not accept/],
    ['toString', /did not accept/],
  ])('says in words of its own what the error %s of the server means', async (error, words) => {
    const { world, browser, sent } = await before();
    const { status, html } = await browser.visit(grantCallback(sent, { error, error_description: canary }));
    expect([status, html]).toEqual([422, expect.stringMatching(words)]);
    expect(html + JSON.stringify(world.log.lines)).not.toContain(canary);
    expect([tokenCalls(world), await stored(world)]).toEqual([[], []]);
  });

  test('takes a callback with neither a code nor an error for none', async () => {
    const { world, browser, sent } = await before();
    const url = `${grantCallback(sent, {})}#access_token=${canary}`;
    const { status, html } = await browser.visit(url);
    expect([status, html]).toEqual([400, expect.stringContaining('cannot be read')]);
    expect([tokenCalls(world), await stored(world)]).toEqual([[], []]);
  });

  test('reads nothing of a fragment', async () => {
    const { browser, url } = await before();
    expect((await browser.visit(`${url}#code=${canary}&state=x`)).status).toBe(200);
  });

  test('refuses a callback of another browser, session or organization, and uses nothing up by it', async () => {
    const { world, browser, url, sent } = await before();
    const refused = async (of: ReturnType<typeof createBrowser>, address = url) => {
      const { status } = await of.visit(address);
      expect(status).toBe(403);
      expect([tokenCalls(world), await stored(world)]).toEqual([[], []]);
    };
    const other = createBrowser(world);
    await refused(other);
    const mallory = createBrowser(world, 'mallory');
    mallory.cookies.set(cookieName, browser.cookies.get(cookieName) ?? '');
    await refused(mallory);
    await refused(createBrowser(world, 'nobody'));
    const state = sent.query.get('state') ?? '';
    await refused(browser, url.replace(state, ''));
    await refused(browser, url.replace(state, `x${state}`));
    await refused(browser, url.replace(state, 'nonsense'));
    await refused(browser, `${url}&organization=org-1`);
    await submitOAuth2(other, world);
    await refused(other);
    expect((await browser.visit(url)).status).toBe(200);
  });

  test('refuses an organization that was put into the state', async () => {
    const { world, sent, url } = await before({ authorize: () => ({ session: 'one' }) });
    const state = sent.query.get('state') ?? '';
    const note = Buffer.from(state.split('.')[0] ?? '', 'base64url').toString();
    const forged = Buffer.from(note.replace('org-1', 'org-2')).toString('base64url');
    const browser = createBrowser(world);
    expect((await browser.visit(url.replace(state, `${forged}.${state.split('.')[1]}`))).status).toBe(403);
    expect(tokenCalls(world)).toEqual([]);
  });

  test('takes no state of the other protocol, and no other set-up’s secret', async () => {
    const { world, browser, sent, url } = await before();
    const [nonce = ''] = (browser.cookies.get(cookieName) ?? '').split('.');
    const asOther = `${callbackUrl}?organization=org-1&state=${sent.query.get('state')}&oauth_token=x`;
    expect((await browser.visit(asOther)).status).toBe(403);
    const other = createBrowser(world);
    await submitOAuth2(other, world, { clientId: 'another' });
    const [, sealed = ''] = (other.cookies.get(cookieName) ?? '').split('.');
    browser.cookies.set(cookieName, `${nonce}.${sealed}`);
    expect((await browser.visit(url)).status).toBe(403);
    expect([tokenCalls(world), await stored(world)]).toEqual([[], []]);
  });

  test('works once, and for 15 minutes', async () => {
    const { world, browser, url } = await before();
    world.clock.move(15 * 60 * 1000);
    expect((await browser.visit(url)).status).toBe(403);
    const again = createBrowser(world);
    const address = grantCallback(await submitOAuth2(again, world), { code: 'c' });
    const cookies = new Map(again.cookies);
    expect((await again.visit(address)).status).toBe(200);
    for (const [name, value] of cookies) again.cookies.set(name, value);
    expect((await again.visit(address)).status).toBe(403);
    expect(tokenCalls(world)).toHaveLength(1);
  });

  test('keeps the secret in no cookie that can be read', async () => {
    const { browser } = await before();
    const cookie = browser.cookies.get(cookieName) ?? '';
    const bytes = Buffer.from(cookie.split('.')[1] ?? '', 'base64url').toString('latin1');
    expect(cookie + bytes).not.toMatch(/client-secret|client:1/);
  });

  test('leaves the application link and the token as they were', async () => {
    const world = await createWorld();
    world.answers['GET /rest/api/latest/repos'] = page();
    const browser = createBrowser(world);
    const linked = await submit(browser, world, { method: 'oauth1', privateKey });
    expect(linked.location).toContain('/plugins/servlet/oauth/authorize');
    const pasted = await submit(browser, world, { method: 'accessToken', accessToken: 'token' });
    expect(pasted.status).toBe(200);
  });
});

test('the provider builds an integration of a grant whose tokens the host has kept', () => {
  const credentials = {
    type: 'oauth2',
    clientId: 'a:b',
    clientSecret: 's',
    redirectUri: 'https://a.example',
    tokenKey: 'k',
  } as const;
  const provider = new BitbucketServerIntegrationProvider();
  const state = { baseUrl: 'https://git.example.com/bitbucket', verifyTls: true, credentials };
  expect(provider.buildIntegration({ ...state, scopes: ['REPO_READ'] })).toMatchObject({
    ...{ externalId: 'git.example.com:a:b', name: 'git.example.com', credentials },
    metadata: { scopes: ['REPO_READ'], verifyTls: true },
  });
});
