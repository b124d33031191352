import { generateKeyPairSync, verify } from 'node:crypto';
import { oauth1BaseString } from 'bitbucket-sdk/auth';
import { BitbucketServerSetupClient, type BitbucketServerSetupOptions } from 'bitbucket-sdk/server';
import { describe, expect, test } from 'vitest';
import { closedOrigin, listen, type RecordedRequest, startServer, type TestAnswer } from '../http-server.ts';
import { describeWithOpenssl, listenTls, makeCertificates } from './certificates.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const setup = (baseUrl: string, options: Partial<BitbucketServerSetupOptions> = {}) =>
  new BitbucketServerSetupClient({ baseUrl, consumerKey: 'my-app', privateKey: pem, ...options });

const callbackUrl = 'https://app.example/back?state=a%20b';
const form = 'oauth_token=re%2Fquest&oauth_token_secret=sec%20ret&oauth_callback_confirmed=true';
const verified = { token: 're/quest', tokenSecret: 'sec ret', verifier: 'ver+ifier' };

/** The protocol parameters of a request, once its signature is proven. */
function provenParameters(origin: string, { method, url, headers }: RecordedRequest): Record<string, string> {
  const header = headers.authorization ?? '';
  const { oauth_signature = '', ...oauth } = Object.fromEntries(
    [...header.matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      decodeURIComponent(value),
    ]),
  );
  const text = oauth1BaseString({ method, url: origin + url, oauth });
  expect(verify('sha1', Buffer.from(text), publicKey, Buffer.from(oauth_signature, 'base64'))).toBe(true);
  return oauth;
}

const never = (): never => {
  throw new Error('The call was expected to fail');
};

describe('the steps of an application link', () => {
  test('S4-08 ask for a token, have a person agree, and take the access token, each signed by RSA-SHA1', async () => {
    const server = await startServer(({ url }) => ({
      body: url.endsWith('/request-token')
        ? form
        : 'oauth_token=access&oauth_token_secret=kept&oauth_expires_in=1',
      headers: { 'content-type': 'text/plain' },
    }));
    const client = setup(`${server.origin}/bitbucket/`);
    const request = await client.getRequestToken({ callbackUrl });
    expect(request).toEqual({ token: 're/quest', tokenSecret: 'sec ret' });
    expect(client.getAuthorizeUrl(request.token)).toBe(
      `${server.origin}/bitbucket/plugins/servlet/oauth/authorize?oauth_token=re%2Fquest`,
    );
    await expect(client.getAccessToken({ ...request, verifier: 'ver+ifier' })).resolves.toEqual({
      token: 'access',
      tokenSecret: 'kept',
    });

    expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /bitbucket/plugins/servlet/oauth/request-token',
      'POST /bitbucket/plugins/servlet/oauth/access-token',
    ]);
    const [asked = {}, taken = {}] = server.requests.map((sent) => provenParameters(server.origin, sent));
    expect(asked).toMatchObject({ oauth_consumer_key: 'my-app', oauth_callback: callbackUrl });
    expect(asked).not.toHaveProperty('oauth_token');
    expect(taken).toMatchObject({ oauth_token: 're/quest', oauth_verifier: 'ver+ifier' });
    expect(taken['oauth_nonce']).not.toBe(asked['oauth_nonce']);
  });

  test.each<[string, object]>([
    ['verifier', { verifier: undefined }],
    ['verifier', { verifier: '' }],
    ['token', { token: '' }],
    ['tokenSecret', { tokenSecret: null }],
  ])('S4-08 a missing %s is an error, and nothing is sent', async (option, missing) => {
    const server = await startServer(() => ({ body: form }));
    const call = setup(server.origin).getAccessToken({ ...verified, ...missing });
    await expect(call).rejects.toMatchObject({ code: 'invalid_option', option });
    expect(server.requests).toHaveLength(0);
  });

  test.each(['', '/back', 'javascript:alert(1)'])('%j is no callback', async (wrong) => {
    const call = setup('https://git.example.com').getRequestToken({ callbackUrl: wrong });
    await expect(call).rejects.toMatchObject({ code: 'invalid_option', option: 'callbackUrl' });
  });

  test('S4-11 the token of the callback does for a verifier', async () => {
    const server = await startServer(() => ({ body: form }));
    await setup(server.origin).getAccessToken({ ...verified, verifier: verified.token });
    const [request] = server.requests.map((sent) => provenParameters(server.origin, sent));
    expect(request).toMatchObject({ oauth_token: 're/quest', oauth_verifier: 're/quest' });
  });
});

describe('an answer', () => {
  const canary = 'CANARY-7f3a';

  test.each<[string, TestAnswer, string]>([
    ['HTML', { body: `<html>${canary}`, headers: { 'content-type': 'text/html' } }, 'a page'],
    ['HTML without a type', { body: `<!doctype html>${canary}` }, 'a page'],
    ['JSON', { body: { oauth_token: canary, oauth_token_secret: canary } }, 'a page'],
    ['nothing', { body: '' }, 'no oauth_token'],
    ['no oauth_token', { body: `oauth_token_secret=${canary}` }, 'no oauth_token'],
    ['an empty oauth_token', { body: `oauth_token=&oauth_token_secret=${canary}` }, 'no oauth_token'],
    ['no secret', { body: `oauth_token=${canary}` }, 'no oauth_token_secret'],
    ['two tokens', { body: `oauth_token=a&oauth_token=${canary}&oauth_token_secret=b` }, 'more than one'],
    ['text', { body: `Thank you ${canary}` }, 'no oauth_token'],
    ['more than a token can be', { body: `oauth_token=${canary.repeat(10_000)}` }, 'more than 65536 bytes'],
  ])('S4-10 of %s is a bad answer, and nothing of it is repeated', async (_, answer, words) => {
    const server = await startServer(() => answer);
    for (const call of [
      setup(server.origin).getRequestToken({ callbackUrl }),
      setup(server.origin).getAccessToken(verified),
    ]) {
      const error = await call.then(never, (reason) => reason);
      expect(error).toMatchObject({ name: 'TransportError', code: 'bad_answer' });
      expect(error.message).toContain(words);
      expect(error.message + JSON.stringify(error) + error.stack).not.toContain(canary);
    }
  });

  test.each<[number, string, string, string | undefined]>([
    [401, `oauth_problem=consumer_key_unknown&x=${canary}`, 'unauthorized', 'no application link'],
    [401, 'oauth_problem=signature_invalid', 'unauthorized', 'does not fit the public key'],
    [401, 'oauth_problem=timestamp_refused&oauth_acceptable_timestamps=1-2', 'unauthorized', 'clocks'],
    [401, 'oauth_problem=permission_unknown', 'unauthorized', 'has not agreed'],
    [401, `oauth_problem=${canary.toLowerCase()}`, 'unauthorized', undefined],
    [401, 'oauth_problem=constructor', 'unauthorized', undefined],
    [403, `<html>${canary}</html>`, 'forbidden', undefined],
    [404, `{"errors":[{"message":"${canary}"}]}`, 'not_found', undefined],
    [503, `Bitbucket is starting ${canary}`, 'server_error', undefined],
  ])('S4-10 of %i %j is an ApiError in words of ours', async (status, body, code, words) => {
    const server = await startServer(() => ({ status, body, headers: { 'x-arequestid': '@1' } }));
    const error = await setup(server.origin)
      .getRequestToken({ callbackUrl })
      .then(never, (reason) => reason);
    expect(error).toMatchObject({ name: 'ApiError', code, status, requestId: '@1' });
    const plain = `POST /plugins/servlet/oauth/request-token was refused with ${status}`;
    if (words === undefined) expect(error.message).toBe(plain);
    else expect(error.message).toContain(words);
    expect((error.message + JSON.stringify(error)).toLowerCase()).not.toContain(canary.toLowerCase());
    expect(server.requests).toHaveLength(1);
  });

  test('names its reason by a header, too', async () => {
    const problem = 'OAuth realm="http%3A%2F%2Fgit", oauth_problem="token_rejected"';
    const server = await startServer(() => ({ status: 401, headers: { 'www-authenticate': problem } }));
    await expect(setup(server.origin).getAccessToken(verified)).rejects.toMatchObject({
      code: 'unauthorized',
      detail: 'token_rejected',
    });
  });

  test('that leads to a login page, or to another origin, is refused', async () => {
    const login = await startServer(() => ({ status: 302, headers: { location: `/login?next=${canary}` } }));
    const error = await setup(login.origin)
      .getRequestToken({ callbackUrl })
      .then(never, (reason) => reason);
    expect(error).toMatchObject({ name: 'ApiError', code: 'unauthorized', status: 302 });
    expect(error.message).not.toContain(canary);
    const elsewhere = await startServer(() => ({ body: form }));
    const away = await startServer(() => ({ status: 302, headers: { location: `${elsewhere.origin}/x` } }));
    await expect(setup(away.origin).getRequestToken({ callbackUrl })).rejects.toMatchObject({
      code: 'redirect_refused',
    });
    expect(elsewhere.requests).toHaveLength(0);
  });

  test('S4-10 that does not come is a time-out or a network failure, and is not asked for again', async () => {
    const silent = await listen(() => {});
    await expect(setup(silent, { timeout: 100 }).getRequestToken({ callbackUrl })).rejects.toMatchObject({
      name: 'TransportError',
      code: 'timeout',
    });
    const endless = await listen((_, response) => {
      response.write('oauth_token=');
    });
    await expect(setup(endless, { timeout: 100 }).getRequestToken({ callbackUrl })).rejects.toMatchObject({
      code: 'timeout',
    });
    await expect(setup(await closedOrigin()).getRequestToken({ callbackUrl })).rejects.toMatchObject({
      code: 'network',
    });
  });
});

describe('options', () => {
  test.each<[string, object]>([
    ['baseUrl', { baseUrl: 'git.example.com' }],
    ['baseUrl', { baseUrl: 'https://user:pass@git.example.com' }],
    ['baseUrl', { baseUrl: 'https://git.example.com?x=1' }],
    ['consumerKey', { consumerKey: '' }],
    ['privateKey', { privateKey: publicKey.export({ type: 'spki', format: 'pem' }) }],
    ['privateKey', { privateKey: undefined }],
    ['timeout', { timeout: -1 }],
    ['consumerSecret', { consumerSecret: 'x' }],
  ])('%s that cannot work is named when the client is made', (option, wrong) => {
    expect(() => setup('https://git.example.com', wrong)).toThrow(
      expect.objectContaining({ code: 'invalid_option', option }),
    );
  });
});

describeWithOpenssl('a server with a private CA', () => {
  test('is trusted in each step', async () => {
    const { ca, server } = makeCertificates('setup');
    const origin = await listenTls(server, (_, response) => response.end(form));
    const client = setup(origin, { tls: { ca } });
    await expect(client.getRequestToken({ callbackUrl })).resolves.toMatchObject({ token: 're/quest' });
    await expect(client.getAccessToken(verified)).resolves.toMatchObject({ token: 're/quest' });
    await client.close();
    await expect(setup(origin).getRequestToken({ callbackUrl })).rejects.toMatchObject({ code: 'network' });
  });
});
