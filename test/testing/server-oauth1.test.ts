import { generateKeyPairSync, sign } from 'node:crypto';
import { oauth1, signOAuth1 } from 'bitbucket-sdk/auth';
import { BitbucketServer, BitbucketServerSetupClient } from 'bitbucket-sdk/server';
import {
  type BitbucketEmulator,
  createBitbucketEmulator,
  type EmulatedServerOptions,
} from 'bitbucket-sdk/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { afterTest } from './support/cleanups.ts';
import { sharedSample } from './support/git-repository.ts';
import { base, serverOptions, widgets } from './support/server-scene.ts';

const consumerKey = 'sample app';
const callbackUrl = 'https://app.example.com/back?state=a%20b';
const servlet = `${base}/plugins/servlet/oauth`;
const rsa = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
let keys: ReturnType<typeof rsa>;
let otherKeys: ReturnType<typeof rsa>;
beforeAll(() => {
  keys = rsa();
  otherKeys = rsa();
});

const clock = { now: 1_700_000_000_000 };

async function start(server: EmulatedServerOptions = {}): Promise<BitbucketEmulator> {
  clock.now = 1_700_000_000_000;
  const applicationLinks = [{ consumerKey, publicKey: keys.publicKey }];
  const options = serverOptions(await sharedSample(), { applicationLinks, ...server });
  const repositories = ['demo/widgets', 'demo/empty', 'other/own'].map((fullName) => ({ fullName }));
  const emulator = await createBitbucketEmulator({ ...options, repositories, now: () => clock.now });
  afterTest(() => emulator.close());
  return emulator;
}

const connection = (emulator: BitbucketEmulator) => ({
  baseUrl: base,
  fetch: (url: string, init: RequestInit) => emulator.fetch(new Request(url, init)),
});
const setupClient = (emulator: BitbucketEmulator, privateKey = keys.privateKey, key = consumerKey) =>
  new BitbucketServerSetupClient({
    ...connection(emulator),
    ...{ consumerKey: key, privateKey, now: () => clock.now },
  });

/** Opens the page of the link as a browser; gives where it leads to. */
async function agree(emulator: BitbucketEmulator, address: string, init?: RequestInit): Promise<URL> {
  const page = await emulator.fetch(new Request(address, init));
  expect(page.status).toBe(302);
  return new URL(page.headers.get('location') ?? '');
}

async function accessTokenOf(emulator: BitbucketEmulator) {
  const setup = setupClient(emulator);
  const request = await setup.getRequestToken({ callbackUrl });
  const back = await agree(emulator, setup.getAuthorizeUrl(request.token));
  return setup.getAccessToken({ ...request, verifier: back.searchParams.get('oauth_verifier') ?? '' });
}

/** A signed call, of which a test then changes something. */
async function signedCall(emulator: BitbucketEmulator, signed: object = {}) {
  const { token } = await accessTokenOf(emulator);
  const url = `${base}/rest/api/latest/repos?name=widgets&limit=5`;
  const authorization = signOAuth1({
    ...{ method: 'GET', url, consumerKey, privateKey: keys.privateKey, token },
    timestamp: clock.now / 1_000,
    ...signed,
  });
  const call = (address = url, header = authorization, method = 'GET') =>
    emulator.fetch(new Request(address, { method, headers: { authorization: header } }));
  return { url, token, authorization, call };
}

const problemOf = async (answer: Response) => ({
  status: answer.status,
  problem: new URLSearchParams(await answer.text()).get('oauth_problem'),
});

describe('an application link', () => {
  test('gives a token in three steps, with which the API is called', async () => {
    const emulator = await start();
    const setup = setupClient(emulator);
    const request = await setup.getRequestToken({ callbackUrl });
    const back = await agree(emulator, setup.getAuthorizeUrl(request.token));
    expect(`${back.origin}${back.pathname}`).toBe('https://app.example.com/back');
    expect(Object.fromEntries(back.searchParams)).toEqual({
      state: 'a b',
      oauth_token: request.token,
      oauth_verifier: expect.stringMatching(/^[\w-]{20,}$/),
    });
    const verifier = back.searchParams.get('oauth_verifier') ?? '';
    const { token, tokenSecret } = await setup.getAccessToken({ ...request, verifier });
    const auth = oauth1({
      consumerKey,
      privateKey: keys.privateKey,
      token,
      tokenSecret,
      now: () => clock.now,
    });
    const server = new BitbucketServer({ ...connection(emulator), auth });
    expect((await server.getRepos()).map(({ slug }) => slug)).toEqual(['widgets', 'empty', 'mine']);
    const events = ['repo:refs_changed'];
    expect(
      await server.createHook('DEMO/widgets', { name: 'x', url: 'https://a.example', events }),
    ).toMatchObject({
      id: 1,
    });
  });

  test('acts for the user that it names', async () => {
    const emulator = await start({
      applicationLinks: [{ consumerKey, publicKey: keys.publicKey, user: 'rita' }],
    });
    const { call } = await signedCall(emulator);
    expect((await call()).headers.get('x-ausername')).toBe('rita');
  });

  test('shows a page where a person is to be asked, and takes their word', async () => {
    const emulator = await start({ authorize: 'ask' });
    const setup = setupClient(emulator);
    for (const word of ['approve', 'deny']) {
      const request = await setup.getRequestToken({ callbackUrl });
      const address = setup.getAuthorizeUrl(request.token);
      const page = await (await emulator.fetch(new Request(address))).text();
      expect(page).toContain('<form method="post">');
      expect(page).toContain('sample app');
      await expect(setup.getAccessToken({ ...request, verifier: 'x' })).rejects.toMatchObject({
        detail: 'permission_unknown',
      });
      const back = await agree(emulator, address, {
        method: 'POST',
        body: new URLSearchParams({ [word]: 'yes' }),
      });
      const verifier = back.searchParams.get('oauth_verifier') ?? '';
      const given = setup.getAccessToken({ ...request, verifier });
      if (word === 'approve') expect(await given).toMatchObject({ token: expect.any(String) });
      else await expect(given).rejects.toMatchObject({ status: 401, detail: 'permission_denied' });
    }
  });

  test('lets a request token be used once, by whoever has the verifier, for ten minutes', async () => {
    const emulator = await start();
    const setup = setupClient(emulator);
    const request = await setup.getRequestToken({ callbackUrl });
    const address = setup.getAuthorizeUrl(request.token);
    const verifier = (await agree(emulator, address)).searchParams.get('oauth_verifier') ?? '';
    expect(await problemOf(await emulator.fetch(new Request(address)))).toMatchObject({
      problem: 'token_used',
    });
    const wrong = { status: 401, detail: 'token_rejected' };
    await expect(setup.getAccessToken({ ...request, verifier: 'guessed' })).rejects.toMatchObject(wrong);
    await setup.getAccessToken({ ...request, verifier });
    await expect(setup.getAccessToken({ ...request, verifier })).rejects.toMatchObject(wrong);
    const late = await setup.getRequestToken({ callbackUrl });
    clock.now += 600_001;
    const page = await emulator.fetch(new Request(setup.getAuthorizeUrl(late.token)));
    expect(await problemOf(page)).toEqual({ status: 401, problem: 'token_rejected' });
  });

  test('refuses a consumer that it does not know, and a key that is not its own', async () => {
    const emulator = await start();
    await expect(
      setupClient(emulator, keys.privateKey, 'other').getRequestToken({ callbackUrl }),
    ).rejects.toMatchObject({
      ...{ status: 401, detail: 'consumer_key_unknown' },
    });
    await expect(
      setupClient(emulator, otherKeys.privateKey).getRequestToken({ callbackUrl }),
    ).rejects.toMatchObject({
      ...{ status: 401, detail: 'signature_invalid' },
    });
  });
});

describe('a signed call', () => {
  test('is let through once: its nonce is refused the second time', async () => {
    const { call } = await signedCall(await start());
    expect((await call()).status).toBe(200);
    const again = await call();
    expect(again.headers.get('www-authenticate')).toContain('oauth_problem="nonce_used"');
    expect(await problemOf(again)).toEqual({ status: 401, problem: 'nonce_used' });
  });

  test('that nobody could have signed uses up no nonce', async () => {
    const { call, authorization } = await signedCall(await start());
    const forged = authorization.replace(/oauth_signature="[^"]+"/, 'oauth_signature="AAAA"');
    expect(await problemOf(await call(undefined, forged))).toEqual({
      status: 401,
      problem: 'signature_invalid',
    });
    expect((await call()).status).toBe(200);
  });

  test.each([
    ['301 s ago', -301],
    ['in 301 s', 301],
  ])('of %s is refused', async (_, seconds) => {
    const emulator = await start();
    const { call } = await signedCall(emulator, { timestamp: clock.now / 1_000 + seconds });
    const answer = await call();
    expect(answer.headers.get('www-authenticate')).toContain('oauth_acceptable_timestamps');
    expect(await problemOf(answer)).toEqual({ status: 400, problem: 'timestamp_refused' });
  });

  test('of 300 s ago is let through; its nonce is not forgotten before it is too old by itself', async () => {
    const emulator = await start();
    const { call } = await signedCall(emulator);
    clock.now += 300_000;
    expect((await call()).status).toBe(200);
    expect((await problemOf(await call())).problem).toBe('nonce_used');
    clock.now += 1_000;
    expect((await problemOf(await call())).problem).toBe('timestamp_refused');
  });

  test.each<[string, (url: string, authorization: string) => [string, string, string]]>([
    [
      'another parameter value',
      (url, authorization) => [url.replace('widgets', 'empty'), authorization, 'GET'],
    ],
    ['one more parameter', (url, authorization) => [`${url}&permission=REPO_ADMIN`, authorization, 'GET']],
    ['one parameter less', (url, authorization) => [url.replace('&limit=5', ''), authorization, 'GET']],
    ['another path', (url, authorization) => [url.replace('/repos?', '/projects?'), authorization, 'GET']],
    ['another host', (url, authorization) => [url.replace('git.', 'evil.'), authorization, 'GET']],
    ['another method', (url, authorization) => [url, authorization, 'DELETE']],
    [
      'another token',
      (url, authorization) => [url, authorization.replace(/oauth_token="./, 'oauth_token="~'), 'GET'],
    ],
    ['another time', (url, authorization) => [url, authorization.replace(/17000000/, '17000001'), 'GET']],
  ])('with %s is refused', async (_, change) => {
    const { call, url, authorization } = await signedCall(await start());
    const answer = await call(...change(url, authorization));
    expect(await problemOf(answer)).toEqual({ status: 401, problem: 'signature_invalid' });
  });

  test('keeps its parameters in any order, with odd letters, repeated and empty', async () => {
    const emulator = await start();
    const query = `name=${encodeURIComponent("w i+d&g=e!t's*(ü)")}&event=b&event=a&empty=&name%5B%5D=1`;
    const url = `${base}/rest/api/latest/repos?${query}`;
    const { call } = await signedCall(emulator, { url });
    expect((await call(url)).status).toBe(200);
  });

  test('signs a form body, too', async () => {
    const emulator = await start();
    const { token } = await accessTokenOf(emulator);
    const url = `${base}/rest/api/latest${widgets}/webhooks/test`;
    const form = 'a=1&b=%C3%BC+x';
    const send = (body: string) => {
      const authorization = signOAuth1({
        ...{ method: 'POST', url, form, consumerKey, privateKey: keys.privateKey, token },
        timestamp: clock.now / 1_000,
      });
      const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
      return emulator.fetch(new Request(url, { method: 'POST', headers, body }));
    };
    expect((await send(form)).status).toBe(400);
    expect((await send(`${form}&c=1`)).status).toBe(401);
  });

  test.each([
    ['HMAC-SHA1', { privateKey: undefined, consumerSecret: 's' }, 'signature_method_rejected', 400],
    ['a version that is not 1.0', { oauth: { oauth_version: '2.0' } }, 'version_rejected', 400],
    ['no nonce', { oauth: { oauth_nonce: undefined } }, 'parameter_absent', 400],
    ['no token', { token: undefined }, 'parameter_absent', 400],
    ['a token that nobody has', { token: 'nope' }, 'token_rejected', 401],
    [
      'a parameter of the protocol twice',
      { url: `${base}/rest/api/latest/repos?oauth_nonce=x` },
      'parameter_rejected',
      400,
    ],
  ])('with %s is refused', async (_, signed, problem, status) => {
    const { call, url } = await signedCall(await start(), signed);
    const answer = await call('url' in signed ? String(signed.url) : url);
    expect(await problemOf(answer)).toEqual({ status, problem });
  });

  test('is held to the RFC by one that is put together by hand', async () => {
    const emulator = await start();
    const { token } = await accessTokenOf(emulator);
    const oauth = [
      `oauth_consumer_key=sample%20app`,
      'oauth_nonce=n1',
      'oauth_signature_method=RSA-SHA1',
      `oauth_timestamp=${clock.now / 1_000}`,
      `oauth_token=${token}`,
    ];
    const parameters = ['limit=5', ...oauth].join('&');
    const url = `${base}/rest/api/latest/repos`;
    const text = `GET&${encodeURIComponent(url)}&${encodeURIComponent(parameters)}`;
    const signature = sign('sha1', Buffer.from(text), keys.privateKey).toString('base64');
    const fields = [...oauth, `oauth_signature=${encodeURIComponent(signature)}`];
    const header = fields.map((field) => field.replace(/=(.*)$/, '="$1"')).join(', ');
    const answer = await emulator.fetch(
      new Request(`${url}?limit=5`, { headers: { authorization: `OAuth realm="x", ${header}` } }),
    );
    expect(answer.status).toBe(200);
  });

  test('with the token of another link is refused', async () => {
    const emulator = await start({
      applicationLinks: [
        { consumerKey, publicKey: keys.publicKey },
        { consumerKey: 'second', publicKey: otherKeys.publicKey },
      ],
    });
    const { call } = await signedCall(emulator, { consumerKey: 'second', privateKey: otherKeys.privateKey });
    expect(await problemOf(await call())).toEqual({ status: 401, problem: 'token_rejected' });
  });
});

test('the servlet knows its steps only, and gives tokens for POST', async () => {
  const emulator = await start();
  expect((await emulator.fetch(new Request(`${servlet}/nope`))).status).toBe(404);
  expect((await emulator.fetch(new Request(`${servlet}/request-token`))).status).toBe(405);
  const unknown = await emulator.fetch(new Request(`${servlet}/authorize?oauth_token=nope`));
  expect(await problemOf(unknown)).toEqual({ status: 401, problem: 'token_rejected' });
});
