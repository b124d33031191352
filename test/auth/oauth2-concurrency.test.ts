import { BitbucketApiClient, memoryStore } from 'bitbucket-sdk';
import { createCloudOAuth2Client, oauth2, type TokenStore } from 'bitbucket-sdk/auth';
import { sqliteStore } from 'bitbucket-sdk/sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFile } from '../stores/support/temporary-folder.ts';
import { createRotatingBitbucket } from './rotating-bitbucket.ts';

const now = () => Date.parse('2026-11-21T12:00:00Z');

function sqliteTokens(): TokenStore {
  const store = sqliteStore(temporaryFile(), { now });
  onTestFinished(() => store.close());
  return store.tokens;
}

const stores = [
  ['memory', () => memoryStore().tokens],
  ['SQLite', sqliteTokens],
] as const;

/** 200 calls at once, through so many clients, of which each has a credential of its own. */
async function call200(tokens: TokenStore, kind: 'grant' | 'revokedGrant', clients: number) {
  const bitbucket = createRotatingBitbucket({ now });
  await tokens.put('key', bitbucket[kind]());
  const { fetch } = bitbucket;
  const made = Array.from({ length: clients }, () => {
    const client = createCloudOAuth2Client({ clientId: 'key', clientSecret: 'secret', fetch, now });
    const auth = oauth2({ client, tokens, key: 'key', now });
    return new BitbucketApiClient({ auth, fetch, concurrency: 200, retry: { limit: 0 } });
  });
  const calls = Array.from({ length: 200 }, (_, index) => made[index % clients]?.getRepo('acme/widgets'));
  const names = (await Promise.all(calls)).map((repository) => repository?.full_name);
  expect(names).toEqual(Array(200).fill('acme/widgets'));
  expect(bitbucket.isLive(await tokens.read('key'))).toBe(true);
  return bitbucket;
}

describe.each(stores)('200 calls at once over one store in %s', (_, createTokens) => {
  test.each([1, 200])('make one refresh of an expired credential, through %i clients', async (clients) => {
    const bitbucket = await call200(createTokens(), 'grant', clients);
    expect(bitbucket.exchanges).toHaveLength(1);
    expect(bitbucket.refusals).toBe(0);
  });

  test.each([1, 200])(
    'make one refresh of a credential that is refused, through %i clients',
    async (clients) => {
      const bitbucket = await call200(createTokens(), 'revokedGrant', clients);
      expect(bitbucket.exchanges).toHaveLength(1);
      expect(bitbucket.refusals).toBeGreaterThan(0);
      expect(bitbucket.refusals, 'no call is refused twice').toBeLessThanOrEqual(200);
    },
  );
});

test('calls that are refused whatever the token is make three refreshes a minute, and not one each', async () => {
  let at = now();
  const bitbucket = createRotatingBitbucket({ now });
  const { tokens } = memoryStore();
  await tokens.put('key', bitbucket.revokedGrant());
  const fetch = async (url: string, init: RequestInit) =>
    url.startsWith('https://api.') ? new Response('{}', { status: 401 }) : bitbucket.fetch(url, init);
  const client = createCloudOAuth2Client({ clientId: 'key', clientSecret: 'secret', fetch, now });
  const auth = oauth2({ client, tokens, key: 'key', now: () => at });
  const cloud = new BitbucketApiClient({ auth, fetch });
  const refused = expect.objectContaining({ name: 'ApiError', status: 401 });
  for (const exchanges of [3, 6, 9]) {
    for (let call = 0; call < 10; call += 1)
      await expect(cloud.getRepo('acme/widgets')).rejects.toEqual(refused);
    expect(bitbucket.exchanges).toHaveLength(exchanges);
    at += 60_000;
  }
});
