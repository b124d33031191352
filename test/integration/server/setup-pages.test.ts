import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { TestAnswer } from '../../http-server.ts';
import { closedOrigin } from '../../http-server.ts';
import { describeWithOpenssl, makeCertificates } from '../../server/certificates.ts';
import {
  type Answers,
  baseUrl,
  callbackOf,
  createBrowser,
  createServerWorld,
  organizationId,
  page,
  privateKey,
  type ServerWorld,
  submit,
  tokenAnswer,
} from './server-world.ts';

const stored = async ({ store }: ServerWorld) => store.integrations.findByOrganization(organizationId);
const canary = 'CANARY-7f3a';
const html = { body: `<html>${canary}</html>`, headers: { 'content-type': 'text/html' } };

describeWithOpenssl('the form of a set-up', () => {
  const certificates = makeCertificates('setup-form');
  const createWorld = (options?: Parameters<typeof createServerWorld>[1]) =>
    createServerWorld(certificates, options);

  test('is a page without scripts that nobody stores, frames, or learns the address of', async () => {
    const { html: text, headers, status } = await createBrowser(await createWorld()).open();
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(text).not.toMatch(/<script|onclick|javascript:/i);
    expect(text).toContain(`action="${baseUrl}/server/setup"`);
  });

  const publicPem = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .publicKey.export({ type: 'spki', format: 'pem' })
    .toString();
  const ecPem = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();

  test.each<[string, string, string, RegExp]>([
    ['no address', 'url', '', /Type in the address/],
    ['http', 'url', 'http://git.example.com', /begins with https/],
    ['no scheme', 'url', 'git.example.com', /begins with https/],
    ['another scheme', 'url', 'javascript:alert(1)', /begins with https/],
    ['no host', 'url', 'https://', /begins with https/],
    ['a user', 'url', 'https://ann@git.example.com', /user name and password/],
    ['a password', 'url', 'https://ann:pass@git.example.com/x', /user name and password/],
    ['an empty user', 'url', 'https://@git.example.com', /user name and password/],
    ['a query', 'url', 'https://git.example.com/?a=b', /begins with \? or #/],
    ['an empty query', 'url', 'https://git.example.com/?', /begins with \? or #/],
    ['a fragment', 'url', 'https://git.example.com/#x', /begins with \? or #/],
    ['a very long address', 'url', `https://git.example.com/${'x'.repeat(500)}`, /too long/],
    ['no consumer key', 'consumerKey', ' ', /Type in the consumer key/],
    ['a long consumer key', 'consumerKey', 'x'.repeat(201), /at most 200 characters/],
    ['a consumer key with a line break', 'consumerKey', 'a\nb', /characters in it/],
    ['no private key', 'privateKey', '', /Paste the private key/],
    ['no PEM', 'privateKey', 'secret', /it is no PEM text/],
    ['a public key', 'privateKey', publicPem, /it is a public key/],
    ['another kind of key', 'privateKey', ecPem, /it is no RSA key/],
    ['half a key', 'privateKey', privateKey.slice(0, 400), /it cannot be read/],
  ])('S4-09 with %s tells so beside the field, and calls nobody', async (_, field, value, words) => {
    const world = await createWorld();
    const browser = createBrowser(world);
    const { status, html: text } = await submit(browser, world, { [field]: value });
    expect(status).toBe(400);
    const told = new RegExp(`<p class="error" id="oauth1-${field}-error">([^<]*)</p>`).exec(text)?.[1] ?? '';
    expect(told).toMatch(words);
    expect(text.match(/class="error"/g)).toHaveLength(1);
    expect(world.requests).toEqual([]);
  });

  test('S4-09 takes 200 characters of any kind, and shows every mistake at once', async () => {
    const world = await createWorld();
    const good = await submit(createBrowser(world), world, { consumerKey: '🔑'.repeat(200) });
    expect(good.status).toBe(303);
    const bad = await submit(createBrowser(world), world, { url: '', consumerKey: '', privateKey: '' });
    expect(bad.html.match(/class="error"/g)).toHaveLength(3);
  });

  test('shows what was typed in again, escaped, and never the key', async () => {
    const world = await createWorld();
    const evil = `"><script>alert('${canary}')</script>`;
    const { html: text } = await submit(createBrowser(world), world, {
      ...{ url: `https://x/?${evil}`, consumerKey: evil, privateKey: `${privateKey}${canary}-key` },
    });
    expect(text).not.toContain('<script');
    expect(text.split('value="https://x/?&#34;&#62;&#60;script&#62;')).toHaveLength(4);
    expect(text).toContain(`maxlength="200"`);
    expect(text).not.toContain(`${canary}-key`);
    expect(text).not.toContain(privateKey.split('\n')[2]);
    expect(text).not.toMatch(/name="verifyTls" value="on" checked/);
  });

  test('holds once, in the browser, session and organization that it was shown to', async () => {
    const world = await createWorld();
    const browser = createBrowser(world);
    const typed = { url: world.serverUrl, consumerKey: 'my-app', privateKey };
    const { fields } = await browser.open();
    const cookies = new Map(browser.cookies);
    const mallory = createBrowser(world, 'mallory');
    expect((await mallory.post({ ...fields, ...typed })).status).toBe(403);
    for (const [name, value] of cookies) if (name !== 'host') mallory.cookies.set(name, value);
    expect((await mallory.post({ ...fields, ...typed, organization: 'org-2' })).status).toBe(403);
    expect((await createBrowser(world).post({ ...fields, ...typed })).status).toBe(403);
    expect((await browser.post({ ...fields, ...typed, state: '' })).status).toBe(403);
    expect(world.requests).toEqual([]);
    expect((await browser.post({ ...fields, ...typed })).status).toBe(303);
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expect((await browser.post({ ...fields, ...typed })).status).toBe(403);

    const late = createBrowser(world);
    const shown = await late.open();
    world.clock.move(15 * 60 * 1000);
    expect((await late.post({ ...shown.fields, ...typed })).status).toBe(403);
  });

  test('is shown to nobody without the host’s word', async () => {
    const closed = await createWorld({ authorize: undefined });
    expect((await createBrowser(closed).open()).status).toBe(403);
    const world = await createWorld();
    expect((await createBrowser(world, 'nobody').open()).status).toBe(403);
    expect((await createBrowser(world, 'mallory').open()).status).toBe(403);
    const own = await createBrowser(world).visit(`${baseUrl}/server/setup`);
    expect(own.fields['organization']).toBe(organizationId);
    const nowhere = await createWorld({ authorize: () => true });
    expect((await createBrowser(nowhere).visit(`${baseUrl}/server/setup`)).status).toBe(400);
    const broken = await createWorld({ authorize: () => Promise.reject(new Error(canary)) });
    const failed = await createBrowser(broken).open();
    expect(failed.status).toBe(503);
    expect(failed.html + JSON.stringify(broken.log.lines)).not.toContain(canary);
  });

  test('names the organization as people do, and refuses what is no form', async () => {
    const world = await createWorld({ server: { organizationName: () => 'Acme <Inc>' } });
    const browser = createBrowser(world);
    expect((await browser.open()).html).toContain('Acme &#60;Inc&#62;');
    const put = await browser.visit(`${baseUrl}/server/setup`, { method: 'PUT', body: 'x' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect((await browser.visit(`${baseUrl}/server/setup/callback`, { method: 'POST' })).status).toBe(405);
    const long = await submit(browser, world, { privateKey: 'x'.repeat(40_000) });
    expect(long.status).toBe(413);
  });
});

describeWithOpenssl('a server that cannot be connected', () => {
  const certificates = makeCertificates('setup-failures');

  const failures: [string, TestAnswer, RegExp][] = [
    ['401', { status: 401, body: canary }, /did not accept the credential/],
    [
      'an unknown consumer key',
      {
        status: 401,
        headers: { 'www-authenticate': `OAuth oauth_problem="consumer_key_unknown", x="${canary}"` },
      },
      /no application link with this consumer key/,
    ],
    ['a wrong key', { status: 401, body: 'oauth_problem=signature_invalid' }, /does not fit the public key/],
    ['403', { status: 403, body: { errors: [{ message: canary }] } }, /does not permit/],
    ['404', { status: 404, body: canary }, /not as Bitbucket Server does/],
    ['429', { status: 429, body: canary }, /too much to do/],
    ['503', { status: 503, body: canary }, /is not available/],
    ['HTML', html, /not as Bitbucket Server does/],
    ['a redirect to the login page', { status: 302, headers: { location: '/git/login' } }, /did not accept/],
    [
      'a redirect to elsewhere',
      { status: 302, headers: { location: 'https://x.example/' } },
      /leads on to another/,
    ],
    ['half an answer', { body: 'x', headers: { 'content-length': '1000' } }, /cannot be reached/],
  ];

  test.each([
    ...failures,
    ...([['no oauth_token', { body: `oauth_token_secret=${canary}` }, /not as Bitbucket/]] as const),
  ])(
    'S4-10 asked for a token, answers %s: the form says what to do, and nothing the server wrote',
    async (_, answer, words) => {
      const world = await createServerWorld(certificates);
      world.answers['POST /plugins/servlet/oauth/request-token'] = answer;
      const { status, html: text } = await submit(createBrowser(world), world);
      expect(status).toBe(422);
      expect(/<p class="error" role="alert">([^<]*)</.exec(text)?.[1]).toMatch(words);
      expect(text).not.toContain(canary);
      expect(text).toContain(`value="${world.serverUrl}"`);
      expect(await stored(world)).toEqual([]);
    },
  );

  test.each<[string, Answers]>([
    ['no access token', { 'POST /plugins/servlet/oauth/access-token': html }],
    ['a refused access token', { 'POST /plugins/servlet/oauth/access-token': { status: 401, body: canary } }],
    ['HTML to the first call', { 'GET /rest/api/latest/repos': html }],
    [
      'a login page to the first call',
      { 'GET /rest/api/latest/repos': { status: 302, headers: { location: '/git/login' } } },
    ],
    ['half a page to the first call', { 'GET /rest/api/latest/repos': { body: '{"values":[' } }],
    ['no page to the first call', { 'GET /rest/api/latest/repos': { body: { ok: canary } } }],
    ['401 to the first call', { 'GET /rest/api/latest/repos': { status: 401, body: canary } }],
    ['503 to the first call', { 'GET /rest/api/latest/repos': { status: 503, body: canary } }],
  ])('S4-10 after the person agreed, %s: a page, and nothing is kept', async (_, answers) => {
    const world = await createServerWorld(certificates);
    const browser = createBrowser(world);
    await submit(browser, world);
    Object.assign(world.answers, answers);
    const { status, html: text } = await browser.visit(callbackOf(world, 'v'));
    expect(status).toBe(422);
    expect(text).toContain('Start again from your settings');
    expect(text).not.toContain(canary);
    expect(await stored(world)).toEqual([]);
    expect(browser.cookies.has('__Host-bitbucket-server-setup')).toBe(false);
  });

  test('S4-10 that answers too late ends the wait', async () => {
    const { createServerSetupEndpoints, createServerConnections } = await import('bitbucket-sdk/integration');
    const world = await createServerWorld(certificates);
    const connections = createServerConnections({ allowServerAddress: () => true });
    const { setup } = createServerSetupEndpoints({
      states: world.store.states,
      authorize: () => ({ session: 's' }),
      complete: () => undefined,
      timeout: 50,
      now: world.clock.now,
      connections: {
        fetchFor: (server) => async (url, init) => {
          await wait(1000, undefined, { signal: init.signal ?? undefined }).catch((cause: unknown) => {
            throw init.signal?.reason ?? cause;
          });
          return connections.fetchFor(server)(url, init);
        },
      },
      baseUrl,
    });
    const browser = createBrowser({ app: { ...world.app, fetch: setup } });
    const { status, html: text } = await submit(browser, world);
    expect(status).toBe(422);
    expect(text).toContain('took too long');
    await connections.close();
  });

  test('that nobody answers at, and one that may not be called, end alike', async () => {
    const world = await createServerWorld(certificates, { server: { allowServerAddress: undefined } });
    const open = await createServerWorld(certificates);
    const shownAt = async (of: ServerWorld, url: string) => {
      const { status, html: text } = await submit(createBrowser(of), of, { url });
      return { status, alert: /role="alert">([^<]*)</.exec(text)?.[1] };
    };
    const { port } = new URL(world.serverUrl);
    const nobody = await shownAt(open, (await closedOrigin()).replace('http:', 'https:'));
    expect(nobody).toEqual({ status: 422, alert: expect.stringContaining('cannot be reached from here') });
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '169.254.169.254',
      '2130706433',
      'no-such.invalid',
    ]) {
      expect(await shownAt(world, `https://${host}:${port}/git`)).toEqual(nobody);
    }
    expect(world.requests).toEqual([]);
    const codes = world.log.lines.map(({ fields }) => fields['code']);
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'forbidden_address'), 'network']);
  });

  test('nothing is kept where the host’s store fails, and no page says why', async () => {
    const world = await createServerWorld(certificates);
    world.answers['GET /rest/api/latest/repos'] = page();
    const broken = {
      ...world.store,
      integrations: { ...world.store.integrations, put: () => Promise.reject(new Error(canary)) },
    };
    const other = await createServerWorld(certificates, { store: broken });
    const browser = createBrowser(other);
    await submit(browser, other);
    const { status, html: text } = await browser.visit(callbackOf(other, 'v'));
    expect(status).toBe(503);
    expect(text + JSON.stringify(other.log.lines)).not.toContain(canary);
  });

  test('a token answer with more than a token is not read', async () => {
    const world = await createServerWorld(certificates);
    world.answers['POST /plugins/servlet/oauth/request-token'] = tokenAnswer('x'.repeat(70_000), 's');
    expect((await submit(createBrowser(world), world)).html).toContain('not as Bitbucket Server does');
  });
});
