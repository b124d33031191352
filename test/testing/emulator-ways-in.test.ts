import { request } from 'node:https';
import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient } from 'bitbucket-sdk/cloud';
import { type BitbucketEmulator, createBitbucketEmulator, type EmulatorServer } from 'bitbucket-sdk/testing';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadMswHttp } from '../../src/testing/emulator/msw.ts';
import { describeWithOpenssl, makeCertificates } from '../server/certificates.ts';

let emulator: BitbucketEmulator;

beforeAll(async () => {
  emulator = await createBitbucketEmulator({
    repositories: [{ fullName: 'demo/open', private: false }],
    credentials: { accessTokens: [{ token: 'team', workspace: 'demo' }] },
  });
});
afterAll(() => emulator.close());

describe('behind msw', () => {
  test.each([
    ['by the installed msw', () => setupServer(...emulator.toMswHandlers())],
    ['by the http that is passed in', () => setupServer(...emulator.toMswHandlers(http))],
  ])('the client reaches the emulator, %s', async (_, setUp) => {
    const server = setUp();
    server.listen({ onUnhandledFrame: 'error' });
    try {
      const client = new BitbucketApiClient({ auth: accessToken('team') });
      expect(await client.getRepo('demo/open')).toMatchObject({ full_name: 'demo/open' });
    } finally {
      server.close();
    }
  });

  test('a missing msw is told with the command that installs it', () => {
    const load = () => {
      throw new Error("Cannot find module 'msw'");
    };
    expect(() => loadMswHttp(load)).toThrow(
      expect.objectContaining({
        code: 'invalid_option',
        message: expect.stringContaining('npm install --save-dev msw'),
      }),
    );
    expect(() => loadMswHttp(() => ({ rest: {} }))).toThrow(
      expect.objectContaining({ code: 'invalid_option' }),
    );
  });
});

describe('answers', () => {
  test('say nothing that a browser would let another origin read', async () => {
    const answer = await emulator.fetch(
      new Request('https://api.bitbucket.org/2.0/repositories/demo/open', {
        headers: { origin: 'https://example.com' },
      }),
    );
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

/** By node:https, which takes a CA for one request. */
function get(url: string, ca: string | undefined): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { ca }, async (answer) => {
      let body = '';
      for await (const chunk of answer) body += String(chunk);
      resolve({ status: answer.statusCode, body });
    });
    sent.once('error', reject).end();
  });
}

describeWithOpenssl('over https', () => {
  const path = '/2.0/repositories/demo/open';
  let made: EmulatorServer;
  beforeAll(async () => {
    made = await emulator.listen({ tls: true });
  });

  test('with a certificate of its own that clients may trust, and nobody trusts unasked', async () => {
    expect(made.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const { status, body } = await get(made.url + path, made.ca);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ links: { self: { href: made.url + path } } });
    expect((await get(made.url.replace('127.0.0.1', 'localhost') + path, made.ca)).status).toBe(200);
    await expect(fetch(made.url + path)).rejects.toThrow(TypeError);
  });

  test('with a given certificate', async () => {
    const { ca, server: identity } = makeCertificates('emulator');
    const server = await emulator.listen({ tls: identity });
    expect(server.ca).toBe(identity.cert);
    expect((await get(server.url + path, ca)).status).toBe(200);
  });

  test('not without the command that makes the certificate', async () => {
    const { PATH } = process.env;
    process.env['PATH'] = '/nowhere';
    try {
      await expect(emulator.listen({ tls: true })).rejects.toMatchObject({
        code: 'invalid_option',
        message: expect.stringContaining('{ key, cert }'),
      });
    } finally {
      process.env['PATH'] = PATH;
    }
  });

  test('with something else it does not start', async () => {
    await expect(emulator.listen({ tls: { key: 'no', cert: 'no' } })).rejects.toMatchObject({
      code: 'invalid_option',
      option: 'tls',
    });
  });
});
