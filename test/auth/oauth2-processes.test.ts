import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { OAuth2Token } from 'bitbucket-sdk/auth';
import { sqliteStore } from 'bitbucket-sdk/sqlite';
import { describe, expect, test } from 'vitest';
import { raw } from '../stores/support/database-file.ts';
import { type Child, startChild } from '../stores/support/processes.ts';
import { temporaryFile } from '../stores/support/temporary-folder.ts';
import type { GrantChildArgument, GrantChildResult } from './grant-child.ts';
import { startRotatingBitbucket } from './rotating-bitbucket.ts';

const program = join(import.meta.dirname, 'grant-child.ts');

const start = (task: string, file: string, argument: GrantChildArgument): Child =>
  startChild(task, file, { program, argument: JSON.stringify(argument) });

/** What it says after `lines` lines. */
async function resultOf(child: Child, lines = 1): Promise<GrantChildResult> {
  return JSON.parse((await child.ended)[lines] ?? '');
}

/** Runs it from its start to its end. */
async function runChild(file: string, argument: GrantChildArgument): Promise<GrantChildResult> {
  const child = start('call', file, argument);
  child.go();
  return resultOf(child);
}

/** Lets a process stop while it renews, and tells until when its lease lasts. */
async function stopped(task: string, file: string, argument: GrantChildArgument) {
  const child = start(task, file, argument);
  child.go();
  await child.said(2);
  const leases = raw(file).prepare('SELECT until FROM bitbucket_token_leases').all();
  return { child, until: Number(leases[0]?.['until']), leases };
}

/** A new file with a grant under each key. */
async function storeGrants(keys: readonly string[], grant: () => OAuth2Token): Promise<string> {
  const file = temporaryFile();
  using store = sqliteStore(file);
  for (const key of keys) await store.tokens.put(key, grant());
  return file;
}

describe('two processes that share a store', () => {
  test('renew an expired grant once, however many calls need it', async () => {
    // Long enough that the other process asks, too, while the first is answered.
    const { bitbucket, origin } = await startRotatingBitbucket({ beforeAnswer: () => wait(100) });
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const file = await storeGrants(keys, bitbucket.grant);
    const children = [1, 2].map(() => start('call', file, { origin, keys, calls: 10 }));
    await Promise.all(children.map((child) => child.said(1)));
    for (const child of children) child.go();
    const results = await Promise.all(children.map((child) => resultOf(child)));
    expect(results).toEqual([1, 2].map(() => ({ answered: 50, failed: [] })));
    expect(bitbucket.exchanges).toHaveLength(keys.length);
    expect(new Set(bitbucket.exchanges.map(({ refreshToken }) => refreshToken)).size).toBe(keys.length);
    expect(bitbucket.refusals).toBe(0);
    using store = sqliteStore(file);
    for (const key of keys) expect(bitbucket.isLive(await store.tokens.read(key))).toBe(true);
    expect(raw(file).prepare('SELECT * FROM bitbucket_token_leases').all()).toEqual([]);
  }, 30_000);
});

describe('a process that is killed while it renews', () => {
  test.each([
    ['before it asks', 1],
    ['before it saves', 2],
  ])(
    '%s loses nothing: another goes on when the lease has ended, by the refresh token that is stored',
    async (task, exchanges) => {
      const { bitbucket, origin } = await startRotatingBitbucket();
      const file = await storeGrants(['key', 'other'], bitbucket.grant);
      const argument = { origin, keys: ['key'], calls: 1, leaseFor: 1_000 };
      const { child, until, leases } = await stopped(task, file, argument);
      await child.kill();
      expect(leases).toHaveLength(1);
      expect(bitbucket.exchanges).toHaveLength(exchanges - 1);

      expect(await runChild(file, { ...argument, calls: 5 })).toEqual({ answered: 5, failed: [] });
      expect(bitbucket.exchanges).toHaveLength(exchanges);
      expect(bitbucket.exchanges.map(({ refreshToken }) => refreshToken)).toEqual(
        Array(exchanges).fill('refresh-1'),
      );
      expect(bitbucket.exchanges.at(-1)?.at, 'not before the lease had ended').toBeGreaterThanOrEqual(until);
      {
        using store = sqliteStore(file);
        expect(bitbucket.isLive(await store.tokens.read('key'))).toBe(true);
        expect(await store.tokens.read('other')).toMatchObject({ refreshToken: 'refresh-2' });
      }
      // What is stored can be used, and renewed; and so can what was beside it.
      raw(file).exec("UPDATE bitbucket_tokens SET secrets = json_set(secrets, '$.expiresAt', 1)");
      const again = await runChild(file, { ...argument, keys: ['key', 'other'], calls: 5 });
      expect(again).toEqual({ answered: 10, failed: [] });
      expect(bitbucket.exchanges).toHaveLength(exchanges + 2);
      expect(bitbucket.exchanges.every(({ granted }) => granted)).toBe(true);
      expect(raw(file).prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    },
    30_000,
  );

  test('before it saves, and nobody goes on within the grace: a person is asked, and Bitbucket once', async () => {
    const { bitbucket, origin } = await startRotatingBitbucket({ grace: 0 });
    const file = await storeGrants(['key'], bitbucket.grant);
    const argument = { origin, keys: ['key'], calls: 1, leaseFor: 300 };
    const { child } = await stopped('before it saves', file, argument);
    await child.kill();

    for (const calls of [5, 5]) {
      const failed = Array(calls).fill('reauthorization_required');
      expect(await runChild(file, { ...argument, calls })).toEqual({ answered: 0, failed });
    }
    expect(bitbucket.exchanges.map(({ granted }) => granted)).toEqual([true, false]);
    using store = sqliteStore(file);
    expect(await store.tokens.read('key')).toMatchObject({ refusedAt: expect.any(Number) });
    await store.tokens.put('key', bitbucket.grant());
    expect(await runChild(file, argument)).toEqual({ answered: 1, failed: [] });
  }, 30_000);
});

describe('a process that is slow to save', () => {
  test('saves nothing once another has taken over, and goes on by what that one stored', async () => {
    const { bitbucket, origin } = await startRotatingBitbucket();
    const file = await storeGrants(['key'], bitbucket.grant);
    const argument = { origin, keys: ['key'], calls: 3, leaseFor: 500 };
    const { child } = await stopped('late to save', file, argument);
    expect(await runChild(file, argument)).toEqual({ answered: 3, failed: [] });
    using store = sqliteStore(file);
    const stored = await store.tokens.read('key');
    child.go();
    expect(await resultOf(child, 2)).toEqual({ answered: 3, failed: [] });
    expect(await store.tokens.read('key')).toEqual(stored);
    expect(bitbucket.exchanges).toHaveLength(2);
    expect(bitbucket.refusals).toBe(0);
  }, 30_000);

  test('saves what it got where nobody took over', async () => {
    const { bitbucket, origin } = await startRotatingBitbucket({ grace: 0 });
    const file = await storeGrants(['key'], bitbucket.grant);
    const { child, until } = await stopped('late to save', file, {
      origin,
      keys: ['key'],
      calls: 3,
      leaseFor: 50,
    });
    while (Date.now() <= until) await wait(10);
    child.go();
    expect(await resultOf(child, 2)).toEqual({ answered: 3, failed: [] });
    expect(bitbucket.exchanges).toHaveLength(1);
    using store = sqliteStore(file);
    expect(bitbucket.isLive(await store.tokens.read('key'))).toBe(true);
  }, 30_000);
});
