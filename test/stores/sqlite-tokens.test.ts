import { readFileSync } from 'node:fs';
import { type SqliteStore, sqliteStore } from 'bitbucket-sdk/sqlite';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/stores/sqlite/database.ts';
import { migrations } from '../../src/stores/sqlite/migrations.ts';
import { errorOf, raw } from './support/database-file.ts';
import { startChild } from './support/processes.ts';
import { installation, repository } from './support/rows.ts';
import { temporaryFile } from './support/temporary-folder.ts';

const day = 86_400_000;
const start = 1_700_000_000_000;

const grant = {
  accessToken: 'hidden-access',
  refreshToken: 'hidden-refresh',
  expiresAt: start + 7_200_000,
  scopes: ['account'],
};
const request = { owner: 'process 1', now: start, until: start + 30_000 };

/** What the store gives at once, since nothing in SQLite waits. */
const atOnce = <T>(value: T): Awaited<T> => value as Awaited<T>;
const takeLease = (store: SqliteStore, key: string) => {
  const lease = atOnce(store.tokens.lease(key, request));
  if (lease === undefined) throw new Error('the lease is held');
  return lease;
};
const count = (file: string, table: string): unknown =>
  raw(file).prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'];

describe('the file of a sqliteStore', () => {
  test('holds tokens in columns named secrets, and nowhere else', () => {
    const file = temporaryFile();
    using store = sqliteStore(file);
    store.tokens.put('put', grant, { keepUntil: start });
    store.tokens.save('saved', takeLease(store, 'saved').fence, { ...grant, refusedAt: start });
    takeLease(store, 'put');
    const connection = raw(file);
    const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    const found: string[] = [];
    for (const { name } of tables) {
      for (const row of connection.prepare(`SELECT * FROM ${name}`).all()) {
        for (const [column, value] of Object.entries(row)) {
          if (String(value).includes('hidden')) found.push(`${name}.${column}`);
        }
      }
    }
    expect(found).toEqual(['bitbucket_tokens.secrets', 'bitbucket_tokens.secrets']);
  });

  test('has nothing of a token any more that was forgotten or replaced, once it is closed', () => {
    const file = temporaryFile();
    const long = { ...grant, accessToken: 'hidden-long'.repeat(1_000) };
    {
      using store = sqliteStore(file);
      for (const key of ['forgotten', 'replaced', 'renewed']) store.tokens.put(key, long);
    }
    expect(readFileSync(file).includes('hidden')).toBe(true);
    {
      using store = sqliteStore(file);
      store.tokens.forget('forgotten');
      store.tokens.put('replaced', { ...grant, accessToken: 'next', refreshToken: undefined });
      const { fence } = takeLease(store, 'renewed');
      store.tokens.save('renewed', fence, { ...grant, accessToken: 'next', refreshToken: undefined });
    }
    expect(readFileSync(file).includes('hidden')).toBe(false);
  });

  test('tells people who look into it who renews which token, and until when', () => {
    const file = temporaryFile();
    using store = sqliteStore(file);
    const { fence } = takeLease(store, 'key');
    expect(raw(file).prepare('SELECT * FROM bitbucket_token_leases').all()).toEqual([
      { fence, token_key: 'key', owner: 'process 1', until: request.until },
    ]);
  });

  test.each(migrations.map((_, steps) => steps).slice(1))(
    'is brought on from schema %i with all that is in it',
    (steps) => {
      const file = temporaryFile();
      openDatabase(file, { busyTimeout: 1_000, migrations: migrations.slice(0, steps) }).close();
      const old = raw(file);
      old.exec(`INSERT INTO bitbucket_installations VALUES ('connection:1', 'v1', '{uuid}', 1, '["shared-secret"]',
        '${JSON.stringify({ ...installation(), sharedSecret: undefined })}')`);
      old.exec(`INSERT INTO bitbucket_repositories (id, integration_id, external_id, data)
        VALUES ('id-1', 'integration-1', '{repository}', '${JSON.stringify({ ...repository(), id: 'id-1' })}')`);
      expect(old.prepare('PRAGMA user_version').get()).toEqual({ user_version: steps });

      using store = sqliteStore(file);
      expect(store.installations.findByClientKey('connection:1')).toEqual(installation());
      expect(store.repositories.get('id-1')).toEqual({ ...repository(), id: 'id-1' });
      expect(store.tokens.read('key')).toBeUndefined();
      store.tokens.put('key', grant);
      expect(takeLease(store, 'key')).toEqual({ fence: 1, token: grant });
      expect(old.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length });
    },
  );
});

describe('tokens of a sqliteStore', () => {
  test('are written by nobody while the file is locked, and are read all the same', () => {
    const file = temporaryFile();
    using store = sqliteStore(file, { busyTimeout: 50 });
    store.tokens.put('key', grant);
    const { fence } = takeLease(store, 'key');
    const other = raw(file);
    other.exec('BEGIN IMMEDIATE');
    for (const write of [
      () => store.tokens.put('key', { ...grant, accessToken: 'other' }),
      () => store.tokens.lease('free', request),
      () => store.tokens.save('key', fence, { ...grant, accessToken: 'other' }),
      () => store.tokens.release('key', fence),
      () => store.tokens.forget('key'),
    ]) {
      expect(errorOf(write)).toMatchObject({ code: 'store_locked' });
    }
    expect(store.tokens.read('key')).toEqual(grant);
    expect(store.tokens.lease('key', request), 'who waits is told so, lock or not').toBeUndefined();
    other.exec('ROLLBACK');
    expect(store.tokens.save('key', fence, { ...grant, accessToken: 'new' })).toBe(true);
  });

  test('that could not be read again are refused, and what was there stays with its lease', () => {
    using store = sqliteStore(':memory:');
    store.tokens.put('key', grant);
    const { fence } = takeLease(store, 'key');
    const wrong = { ...grant, accessToken: '', refreshToken: 'hidden-other' };
    for (const write of [
      () => store.tokens.put('key', wrong),
      () => store.tokens.save('key', fence, wrong),
      () => store.tokens.save('key', fence, { ...grant, expiresAt: Number.NaN }),
    ]) {
      const error = errorOf(write);
      expect(error).toMatchObject({ code: 'row_invalid' });
      expect(`${error.message}${error.cause ?? ''}`).not.toContain('hidden');
    }
    expect(store.tokens.read('key')).toEqual(grant);
    expect(store.tokens.lease('key', request)).toBeUndefined();
    expect(store.tokens.save('key', fence, { ...grant, accessToken: 'new' })).toBe(true);
  });

  test('that somebody spoiled are named by field and not by content, give no lease, and can be put anew', () => {
    const file = temporaryFile();
    using store = sqliteStore(file);
    store.tokens.put('key', grant);
    raw(file).exec(`UPDATE bitbucket_tokens SET secrets = '{"accessToken":["hidden"],"scopes":"hidden"}'`);
    for (const call of [() => store.tokens.read('key'), () => store.tokens.lease('key', request)]) {
      const error = errorOf(call);
      expect(error).toMatchObject({
        code: 'row_invalid',
        message: expect.stringMatching(/accessToken.*scopes/),
      });
      expect(`${error.message}${error.cause ?? ''}`).not.toContain('hidden');
    }
    expect(count(file, 'bitbucket_token_leases')).toBe(0);
    store.tokens.put('key', grant);
    expect(store.tokens.read('key')).toEqual(grant);
  });

  test('are renewed by one of several processes that ask at one moment', async () => {
    const file = temporaryFile();
    sqliteStore(file).close();
    const children = ['a', 'b', 'c'].map((argument) => startChild('lease', file, { argument }));
    await Promise.all(children.map((child) => child.said(1)));
    for (const child of children) child.go();
    const lines = (await Promise.all(children.map(({ ended }) => ended))).map((said) => said[1] ?? '');
    const fences = lines.flatMap((line) => JSON.parse(line) as number[]);
    expect(fences).toHaveLength(200);
    expect(new Set(fences).size).toBe(200);
  }, 30_000);
});

describe('what nobody asks for any more is cleared away', () => {
  test('grants that nobody decided about, a day after their time, little by little', () => {
    const file = temporaryFile();
    let now = start;
    using store = sqliteStore(file, { now: () => now });
    store.tokens.put('decided', grant);
    for (let index = 0; index < 1_000; index += 1) {
      now += 600_000;
      store.tokens.put(`${index}`, grant, { keepUntil: now + 600_000 });
    }
    expect(store.tokens.read('999')).toEqual(grant);
    expect(store.tokens.read('decided')).toEqual(grant);
    // 144 come in a day; some more wait for the next clearing.
    expect(count(file, 'bitbucket_tokens')).toBeLessThan(144 + 2 * 64);
  });

  test('but none that is being renewed', () => {
    const file = temporaryFile();
    let now = start;
    using store = sqliteStore(file, { now: () => now });
    store.tokens.put('key', grant, { keepUntil: start });
    now += 3 * day;
    const { fence } = atOnce(store.tokens.lease('key', { owner: 'a', now, until: now + 30_000 })) ?? {};
    for (let index = 0; index < 200; index += 1) store.tokens.put('other', grant);
    expect(store.tokens.read('key')).toEqual(grant);
    expect(store.tokens.save('key', fence ?? 0, grant)).toBe(true);
    for (let index = 0; index < 200; index += 1) store.tokens.put('other', grant);
    expect(store.tokens.read('key')).toBeUndefined();
  });

  test('leases whose owners died, a day after they ended', () => {
    const file = temporaryFile();
    let now = start;
    using store = sqliteStore(file, { now: () => now });
    for (let index = 0; index < 1_000; index += 1) {
      now += 600_000;
      store.tokens.lease(`${index}`, { owner: 'a', now, until: now + 30_000 });
    }
    expect(count(file, 'bitbucket_token_leases')).toBeLessThan(144 + 2 * 64);
    const last = atOnce(store.tokens.lease('one more', { owner: 'a', now, until: now + 30_000 }));
    expect(last?.fence, 'and their numbers are not given again').toBe(1_001);
  });
});
