import { DatabaseSync } from 'node:sqlite';
import type { LinkedRepository } from 'bitbucket-sdk/integration';
import { sqliteStore } from 'bitbucket-sdk/sqlite';
import { describe, expect, test } from 'vitest';
import { type Child, startChild } from './support/processes.ts';
import { inboxEntry } from './support/rows.ts';
import { temporaryFile } from './support/temporary-folder.ts';

/** What a query gives in a connection of its own. */
function query(file: string, sql: string): unknown[] {
  const connection = new DatabaseSync(file);
  try {
    return connection
      .prepare(sql)
      .all()
      .map((row) => Object.values(row)[0]);
  } finally {
    connection.close();
  }
}

/** Lets all go on at one moment, once all are ready. */
async function race(children: readonly Child[]): Promise<readonly string[]> {
  await Promise.all(children.map((child) => child.said(1)));
  for (const child of children) child.go();
  const said = await Promise.all(children.map(({ ended }) => ended));
  return said.map((lines) => lines[1] ?? '');
}

describe('two processes', () => {
  test('write thousands of rows to one file and lose none, nor write any twice, and are given one signing key', async () => {
    const file = temporaryFile();
    sqliteStore(file).close();
    const said = await race(['p', 'q'].map((argument) => startChild('compete', file, { argument })));
    using store = sqliteStore(file);
    const rows = store.repositories.list('integration-1') as LinkedRepository[];
    const ids = rows.map(({ externalId }) => externalId);
    expect(ids.length).toBe(900);
    expect(new Set(ids).size).toBe(900);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(900);
    const [keys, counts] = [0, 1].map((part) => said.map((line) => line.split(' ')[part]));
    expect(new Set(keys)).toEqual(new Set([store.states.signingKey()]));
    expect(Number(counts?.[0]) + Number(counts?.[1])).toBe(300);
    expect(store.installations.findByClientKey('counter')).toMatchObject({ updatedAt: 600 });
    expect(query(file, 'SELECT count(*) FROM bitbucket_inbox')).toEqual([600]);
    expect(query(file, 'PRAGMA integrity_check')).toEqual(['ok']);
  }, 60_000);

  test('that wait for one another go on when the lock is free', async () => {
    const file = temporaryFile();
    using store = sqliteStore(file, { busyTimeout: 50 });
    const holder = startChild('hold', file);
    await holder.said(1);
    expect(() => store.states.useOnce('id', 1)).toThrow(expect.objectContaining({ code: 'store_locked' }));
    holder.go();
    await holder.ended;
    expect(store.states.useOnce('id', 1)).toBe(true);
  });

  test('that hold a lock and are killed leave none behind', async () => {
    const file = temporaryFile();
    using store = sqliteStore(file, { busyTimeout: 50 });
    const holder = startChild('hold', file);
    await holder.said(1);
    await holder.kill();
    expect(store.states.useOnce('id', 1)).toBe(true);
  });
});

describe('a process that is killed while it writes', () => {
  test('leaves all that it was told is written, nothing half-written, and a sound file', async () => {
    const file = temporaryFile();
    sqliteStore(file).close();
    let written = 0;
    for (const pause of [1, 40, 90]) {
      const child = startChild('write', file, { argument: String(written) });
      await child.said(pause);
      await child.kill();
      const last = Number(child.lines.at(-1));
      expect(child.lines.length).toBeGreaterThanOrEqual(pause);

      using store = sqliteStore(file);
      const keys = query(file, 'SELECT client_key FROM bitbucket_installations') as string[];
      const numbersOf = (name: string) =>
        keys
          .filter((key) => key.startsWith(name))
          .map((key) => Number(key.slice(1)))
          .sort((a, b) => a - b);
      expect(numbersOf('a')).toEqual(numbersOf('b'));
      expect(numbersOf('a').length).toBeGreaterThan(last);
      expect(store.inbox.seen(inboxEntry({ deliveryId: `${last}` }))).toBe(true);
      expect(query(file, 'PRAGMA integrity_check')).toEqual(['ok']);
      written = numbersOf('a').length;
    }
  }, 60_000);
});

describe('a file that several processes open at once for the first time', () => {
  test('is made once, and all of them can use it', async () => {
    for (let round = 0; round < 3; round += 1) {
      const file = temporaryFile();
      const children = Array.from({ length: 4 }, () => startChild('open', file));
      expect(await race(children)).toEqual(children.map(() => 'opened'));
      using store = sqliteStore(file);
      expect(store.states.useOnce('id', 1)).toBe(true);
    }
  }, 60_000);

  test('goes through each step of the schema once, in order, also when it stands between two of them', async () => {
    // None of these can run twice, and the last needs the ones before.
    const steps = [
      'CREATE TABLE steps (number); INSERT INTO steps VALUES (1)',
      'ALTER TABLE steps ADD COLUMN at; INSERT INTO steps VALUES (2, 0)',
      'CREATE TABLE more AS SELECT number FROM steps; INSERT INTO steps VALUES (3, 0)',
    ];
    for (const before of [0, 1, 2]) {
      const file = temporaryFile();
      const start = startChild('migrate', file, { argument: JSON.stringify(steps.slice(0, before)) });
      expect(await race([start])).toEqual(['opened']);
      const children = Array.from({ length: 4 }, () =>
        startChild('migrate', file, { argument: JSON.stringify(steps) }),
      );
      expect(await race(children)).toEqual(children.map(() => 'opened'));
      expect(query(file, 'SELECT number FROM steps ORDER BY rowid')).toEqual([1, 2, 3]);
      expect(query(file, 'PRAGMA user_version')).toEqual([3]);
    }
  }, 60_000);

  test('a step that fails leaves the file in the version before', async () => {
    const file = temporaryFile();
    const argument = JSON.stringify([
      'CREATE TABLE steps (number)',
      'CREATE TABLE half (a); INSERT INTO none VALUES (1)',
    ]);
    expect(await race([startChild('migrate', file, { argument })])).toEqual(['store_unavailable']);
    expect(query(file, 'SELECT count(*) FROM sqlite_schema')).toEqual([0]);
    expect(query(file, 'PRAGMA user_version')).toEqual([0]);
  });
});
