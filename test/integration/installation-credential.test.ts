import { BitbucketApiClient } from 'bitbucket-sdk';
import type { Installation } from 'bitbucket-sdk/connect';
import { expect, test } from 'vitest';
import { installationCredential } from '../../src/integration/installation-credential.ts';

const real = Date.parse('2026-11-21T12:00:00Z');
const hour = 3_600_000;

test("an installation on a machine whose clock is off signs again by Bitbucket's, and remembers it", async () => {
  const installation: Installation = {
    clientKey: 'client',
    appKey: 'app',
    sharedSecret: 's'.repeat(32),
    baseUrl: 'https://bitbucket.org',
    baseApiUrl: 'https://api.bitbucket.org',
    principal: { uuid: '{b1c9}', type: 'team', displayName: 'Acme' },
    installedAt: real,
    updatedAt: real,
    version: '1',
  };
  const signed: number[] = [];
  const auth = installationCredential({
    clientKey: 'client',
    installations: { findByClientKey: async () => installation },
    appKey: 'app',
    now: () => real - hour,
  });
  const cloud = new BitbucketApiClient({
    auth,
    fetch: async (_url, init) => {
      const token = new Headers(init.headers).get('authorization')?.split('.')[1] ?? '';
      const { iat } = JSON.parse(Buffer.from(token, 'base64url').toString());
      signed.push(iat * 1000 - real);
      const date = new Date(real).toUTCString();
      return new Response('{}', { status: iat * 1000 < real ? 401 : 200, headers: { date } });
    },
  });
  await cloud.request('GET /user');
  await cloud.request('GET /user');
  expect(signed).toEqual([-hour, 0, 0]);
});
