import { sqliteStore } from 'bitbucket-sdk/sqlite';
import { describe, expect, test } from 'vitest';
import { errorOf, raw, storedFile } from './support/database-file.ts';
import { inboxEntry, installation, repository } from './support/rows.ts';
import { temporaryFile } from './support/temporary-folder.ts';

describe('an open sqliteStore', () => {
  test('waits for a lock, then says that it is locked, wrote nothing, and works on when the lock is gone', () => {
    const file = storedFile();
    using store = sqliteStore(file, { busyTimeout: 50 });
    const other = raw(file);
    other.exec('BEGIN IMMEDIATE');
    const writes = [
      () => store.installations.save([{ installation: installation({ version: 'v2' }), replaces: 'v1' }]),
      () => store.installations.forget('connection:1'),
      () => store.repositories.put(repository()),
      () => store.inbox.record(inboxEntry()),
      () => store.states.useOnce('id', 1),
      () => store.states.signingKey(),
    ];
    for (const write of writes) expect(errorOf(write)).toMatchObject({ code: 'store_locked' });
    expect(store.installations.findByClientKey('connection:1')).toMatchObject({ version: 'v1' });
    expect(store.inbox.seen(inboxEntry())).toBe(false);
    other.exec('ROLLBACK');
    expect(store.states.useOnce('id', 1)).toBe(true);
  });

  test('can be closed twice, and is closed for every call then', () => {
    const store = sqliteStore(temporaryFile());
    store.close();
    store.close();
    store[Symbol.dispose]();
    for (const call of [
      () => store.installations.findByPrincipal('x'),
      () => store.installations.save([]),
      () => store.inbox.seen(inboxEntry()),
      () => store.states.useOnce('id', 1),
    ]) {
      expect(errorOf(call)).toMatchObject({ code: 'store_closed' });
    }
  });

  test('in memory is nobody else’s', () => {
    using first = sqliteStore(':memory:');
    using second = sqliteStore(':memory:');
    expect(first.states.useOnce('id', 1)).toBe(true);
    expect(second.states.useOnce('id', 1)).toBe(true);
    expect(first.states.signingKey()).not.toBe(second.states.signingKey());
  });

  test('says which fields of a row are wrong, and not what is in them', () => {
    const file = storedFile();
    using store = sqliteStore(file);
    const { id } = store.repositories.put(repository()) as { id: string };
    const other = raw(file);
    other.exec(
      `UPDATE bitbucket_installations SET secrets = '[7]', data = '{"clientKey":"hidden","principal":[]}'`,
    );
    other.exec(`UPDATE bitbucket_repositories SET data = 'hidden, not JSON'`);
    const errors = [
      errorOf(() => store.installations.findByClientKey('connection:1')),
      errorOf(() => store.repositories.get(id)),
      errorOf(() => store.repositories.update(id, { name: 'acme/other' })),
    ];
    expect(errors[0]?.message).toMatch(/appKey.*sharedSecret|sharedSecret.*appKey/);
    for (const error of errors) {
      expect(error).toMatchObject({ code: 'row_invalid' });
      expect(`${error.message}${error.cause ?? ''}`).not.toContain('hidden');
    }
  });

  test('refuses to write a row that it could not read again', () => {
    using store = sqliteStore(':memory:');
    const wrong = { ...repository(), config: { webhookId: 7 } } as unknown as ReturnType<typeof repository>;
    expect(errorOf(() => store.repositories.put(wrong))).toMatchObject({ code: 'row_invalid' });
    expect(store.repositories.list('integration-1')).toEqual([]);
  });

  test('keeps fields that it does not know', () => {
    using store = sqliteStore(':memory:');
    const newer = { ...installation(), region: 'eu' };
    store.installations.save([{ installation: newer, replaces: undefined }]);
    expect(store.installations.findByClientKey('connection:1')).toEqual(newer);
  });
});

describe('what is old is cleared away', () => {
  const day = 86_400_000;
  const start = 1_700_000_000_000;
  const countRows = (file: string, table: string) =>
    Number(raw(file).prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']);
  const record = (store: ReturnType<typeof sqliteStore>, index: number, at: number, window: number) =>
    store.inbox.record(
      inboxEntry({
        deliveryId: `${index}`,
        digest: `${index}`.padStart(64, '0'),
        at,
        replayedSince: at - window,
      }),
    );

  test('deliveries older than a day and than the replay window, little by little', () => {
    const file = temporaryFile();
    using store = sqliteStore(file);
    for (let index = 0; index < 3_000; index += 1) record(store, index, start + index * 600_000, 600_000);
    // 144 come in a day; some more wait for the next clearing.
    expect(countRows(file, 'bitbucket_inbox')).toBeLessThan(144 + 2 * 64);
  });

  test('but none that the replay window still asks for', () => {
    const file = temporaryFile();
    using store = sqliteStore(file);
    for (let index = 0; index < 300; index += 1) record(store, index, start + index * day, 1_000 * day);
    expect(countRows(file, 'bitbucket_inbox')).toBe(300);
  });

  test('also when each process records one delivery only', () => {
    const file = temporaryFile();
    for (let index = 0; index < 10; index += 1) {
      using store = sqliteStore(file);
      record(store, index, start + index * 2 * day, 600_000);
    }
    expect(countRows(file, 'bitbucket_inbox')).toBe(1);
  });

  test('states a day after they expired, when no clock can take them for good', () => {
    const file = temporaryFile();
    let now = start;
    using store = sqliteStore(file, { now: () => now });
    for (let index = 0; index < 2_000; index += 1) {
      now += 600_000;
      expect(store.states.useOnce(`${index}`, now + 600_000)).toBe(true);
    }
    expect(countRows(file, 'bitbucket_used_states')).toBeLessThan(144 + 2 * 64);
    now += day / 2;
    expect(store.states.useOnce('1999', now + 600_000)).toBe(false);
  });
});
