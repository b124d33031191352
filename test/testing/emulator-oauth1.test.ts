import { createHmac } from 'node:crypto';
import { signOAuth1 } from 'bitbucket-sdk/auth';
import {
  type BitbucketEmulator,
  type BitbucketEmulatorOptions,
  createBitbucketEmulator,
} from 'bitbucket-sdk/testing';
import { describe, expect, test } from 'vitest';
import { createNonceBook } from '../../src/testing/emulator/oauth1-message.ts';
import { afterTest } from './support/cleanups.ts';

const ann = {
  consumerKey: 'app:1',
  consumerSecret: 'c&secret',
  token: 'ann-token',
  tokenSecret: 'ann secret',
  user: 'ann',
};
const clock = { now: 1_700_000_000_000 };
const api = 'https://api.bitbucket.org/2.0';
const repository = `${api}/repositories/demo/widgets`;

async function start(options: BitbucketEmulatorOptions = {}): Promise<BitbucketEmulator> {
  clock.now = 1_700_000_000_000;
  const emulator = await createBitbucketEmulator({
    repositories: [{ fullName: 'demo/widgets', issueTracker: 'on' }],
    credentials: { oauth1: [ann] },
    now: () => clock.now,
    ...options,
  });
  afterTest(() => emulator.close());
  return emulator;
}

type Signing = Partial<Parameters<typeof signOAuth1>[0]>;
const signed = (url: string, { method = 'GET', ...input }: Signing = {}, init: RequestInit = {}) => {
  const { user: _, ...credential } = ann;
  const timestamp = Math.floor(clock.now / 1000);
  const authorization = signOAuth1({ method, url, timestamp, ...credential, ...input });
  return new Request(url, { ...init, method, headers: { authorization, ...init.headers } });
};

describe('OAuth 1.0a on the emulated Cloud', () => {
  test('is refused where the option is not given, as today', async () => {
    const emulator = await start({ credentials: { accessTokens: [{ token: 't', workspace: 'demo' }] } });
    expect((await emulator.fetch(signed(repository))).status).toBe(401);
  });

  test('lets a user in by what the consumer and the token sign', async () => {
    const emulator = await start();
    const answer = await emulator.fetch(signed(`${repository}?fields=uuid,full_name&q=a%20b%2Bc`));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-credential-type')).toBe('oauth1');
    const { username } = (await (await emulator.fetch(signed(`${api}/user`))).json()) as { username: string };
    expect(username).toBe('ann');
  });

  test('takes the first user where none is named', async () => {
    const { user: _, ...credential } = ann;
    const emulator = await start({
      credentials: { oauth1: [credential] },
      users: [{ username: 'bea', email: 'bea@example.com' }],
    });
    const { username } = (await (await emulator.fetch(signed(`${api}/user`))).json()) as { username: string };
    expect(username).toBe('bea');
  });

  test('holds a signature that is made by hand from the RFC, by HMAC-SHA1 and no other method', async () => {
    const emulator = await start();
    const header = (method: string, nonce: string) => {
      const parameters =
        `oauth_consumer_key=app%3A1&oauth_nonce=${nonce}&oauth_signature_method=${method}&` +
        'oauth_timestamp=1700000000&oauth_token=ann-token&pagelen=5';
      const text = `GET&${encodeURIComponent(`${api}/repositories/demo`)}&${encodeURIComponent(parameters)}`;
      const signature = createHmac('sha1', 'c%26secret&ann%20secret').update(text).digest('base64');
      return (
        `OAuth oauth_consumer_key="app%3A1", oauth_token="ann-token", oauth_signature_method="${method}", ` +
        `oauth_timestamp="1700000000", oauth_nonce="${nonce}", oauth_signature="${encodeURIComponent(signature)}"`
      );
    };
    const send = async (path: string, authorization: string) =>
      (await emulator.fetch(new Request(api + path, { headers: { authorization } }))).status;
    expect(await send('/repositories/demo?pagelen=6', header('HMAC-SHA1', 'n1'))).toBe(401);
    expect(await send('/repositories/demo?pagelen=5', header('HMAC-SHA1', 'n1'))).toBe(200);
    expect(await send('/repositories/demo?pagelen=5', header('PLAINTEXT', 'n2'))).toBe(401);
  });

  test.each<[string, Signing]>([
    ['an unknown consumer', { consumerKey: 'app' }],
    ['an unknown token', { token: 'bea-token' }],
    ['no token', { token: undefined }],
    ['a wrong consumer secret', { consumerSecret: 'other' }],
    ['a wrong token secret', { tokenSecret: 'other' }],
    ['another method', { method: 'DELETE' }],
    ['another address', { url: `${repository}s` }],
    ['another query', { url: `${repository}?a=1` }],
    ['another form', { form: 'a=1' }],
    ['a time that is too early', { timestamp: 1_700_000_000 - 301 }],
    ['a time that is too late', { timestamp: 1_700_000_000 + 301 }],
    ['no nonce', { nonce: '' }],
    ['another version', { oauth: { oauth_version: '2.0' } }],
    ['no signature', { oauth: { oauth_signature: undefined } }],
  ])('refuses %s with 401 and the same words', async (name, input) => {
    const emulator = await start();
    const { headers } = signed(repository, input);
    const authorization = (headers.get('authorization') ?? '').replace(
      name === 'no signature' ? /, oauth_signature="[^"]*"/ : /^$/,
      '',
    );
    const answer = await emulator.fetch(new Request(repository, { headers: { authorization } }));
    expect([answer.status, await answer.json()]).toEqual([
      401,
      { type: 'error', error: { message: 'Could not verify OAuth request.' } },
    ]);
  });

  test('takes a nonce once, until its time is over, and a wrong signature uses none up', async () => {
    const emulator = await start();
    const send = (input: Signing = {}) => emulator.fetch(signed(repository, { nonce: 'once', ...input }));
    expect((await send({ tokenSecret: 'other' })).status).toBe(401);
    expect((await send()).status).toBe(200);
    expect((await send()).status).toBe(401);
    clock.now += 1_000;
    expect((await send()).status).toBe(200);
  });

  test('signs form bodies, and leaves JSON out', async () => {
    const emulator = await start();
    const form = { method: 'POST', form: 'title=a+b' };
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const issues = `${repository}/issues`;
    expect((await emulator.fetch(signed(issues, form, { body: 'title=a+c', headers: type }))).status).toBe(
      401,
    );
    expect(
      (await emulator.fetch(signed(issues, form, { body: 'title=a+b', headers: type }))).status,
    ).not.toBe(401);
    const body = JSON.stringify({ title: 'It breaks' });
    const json = { body, headers: { 'content-type': 'application/json' } };
    expect((await emulator.fetch(signed(issues, { method: 'POST' }, json))).status).toBe(201);
  });

  test('holds over a port, and behind a proxy for the address that clients call', async () => {
    const listening = await start();
    const { url } = await listening.listen();
    const call = signed(`${url}/2.0/repositories/demo/widgets`);
    expect((await fetch(call)).status).toBe(200);

    const behind = await start({ publicUrl: 'https://bitbucket.example.com' });
    const { headers } = signed('https://bitbucket.example.com/2.0/repositories/demo/widgets?a=1');
    const inner = 'http://10.0.0.1:8080/2.0/repositories/demo/widgets?a=1';
    expect((await behind.fetch(new Request(inner, { headers }))).status).toBe(200);
  });

  test('refuses options that cannot be signed with, and no git call is let in by it', async () => {
    await expect(
      createBitbucketEmulator({ credentials: { oauth1: [{ ...ann, tokenSecret: '' }] } }),
    ).rejects.toThrow('tokenSecret');
    const wrong = { ...ann, secret: 'x' };
    await expect(createBitbucketEmulator({ credentials: { oauth1: [wrong] } })).rejects.toThrow('secret');
    const emulator = await start();
    const git = signed('https://bitbucket.org/demo/widgets.git/info/refs?service=git-upload-pack');
    expect((await emulator.fetch(git)).status).toBe(401);
  });
});

test('a nonce costs the same however many were used before it', () => {
  let looks = 0;
  const nonces = createNonceBook(() => {
    looks += 1;
    return 1_700_000_000_000;
  });
  for (let count = 0; count < 20_000; count += 1) {
    const parameters = { oauth_nonce: String(count), oauth_timestamp: '1700000000' };
    const get = (name: string): string | undefined =>
      Object.entries(parameters).find(([key]) => key === name)?.[1];
    nonces.use({ method: 'GET', url: repository, parameters: Object.entries(parameters), get });
  }
  expect(looks).toBeLessThan(2 * 20_000);
});
