import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BitbucketError } from 'bitbucket-sdk';
import { type SqliteStoreOptions, sqliteStore } from 'bitbucket-sdk/sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { errorOf, raw, storedFile } from './support/database-file.ts';
import { startChild } from './support/processes.ts';
import { temporaryFile, temporaryFolder } from './support/temporary-folder.ts';

const openingError = (path: string, options?: SqliteStoreOptions): BitbucketError =>
  errorOf(() => sqliteStore(path, options).close());

const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

/** What opening gives to a user to whom file modes mean something, where the tests run as root. */
async function openedByAnybody(file: string): Promise<string | undefined> {
  const [outcome] = await startChild('try', file, { uid: 65_534 }).ended;
  return outcome;
}

describe('the file of a sqliteStore', () => {
  test('is made for its owner only, whatever the umask, and so is what lies beside it', () => {
    const before = process.umask(0);
    onTestFinished(() => void process.umask(before));
    const file = temporaryFile();
    using store = sqliteStore(file);
    store.states.signingKey();
    const names = readdirSync(dirname(file)).sort();
    expect(names).toEqual(['store.sqlite', 'store.sqlite-shm', 'store.sqlite-wal']);
    expect(names.map((name) => modeOf(join(dirname(file), name)))).toEqual(['600', '600', '600']);
  });

  test('keeps the mode that its owner gave it', () => {
    const file = storedFile();
    chmodSync(file, 0o640);
    sqliteStore(file).close();
    expect(modeOf(file)).toBe('640');
  });

  test('is alone again when it was closed', () => {
    const file = storedFile();
    expect(readdirSync(dirname(file))).toEqual(['store.sqlite']);
  });

  test('has the very name that was given, whatever signs are in it', () => {
    const file = join(temporaryFolder(), 'file:odd name?mode=memory#%41.sqlite');
    sqliteStore(file).close();
    expect(readdirSync(dirname(file))).toEqual([basename(file)]);
  });

  test('may have been made empty before', () => {
    const file = temporaryFile();
    writeFileSync(file, '');
    using store = sqliteStore(file);
    expect(store.states.useOnce('id', 1)).toBe(true);
  });

  test('writes each commit to the disk, with a log that lets others read meanwhile', () => {
    const file = storedFile();
    using store = sqliteStore(file);
    expect(raw(file).prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(store.repositories.list('integration-1')).toEqual([]);
  });

  test('keeps secrets in the columns that are named for it, and nowhere else', () => {
    const file = storedFile();
    const { data, secrets } =
      raw(file).prepare('SELECT data, secrets FROM bitbucket_installations').get() ?? {};
    expect(secrets).toBe('["shared-secret"]');
    expect(data).not.toContain('shared-secret');
  });
});

describe('a sqliteStore refuses', () => {
  test.each([
    ['', 'it is no path'],
    ['a\0b', 'it is no path'],
    [Object('x'), 'it is no path'],
    [undefined, 'it is no path'],
  ])('the path %j', (path, problem) => {
    expect(openingError(path as string)).toMatchObject({
      code: 'invalid_option',
      option: 'path',
      message: expect.stringContaining(problem),
    });
  });

  test('a path whose directory is missing, or that is a directory or a device', () => {
    const folder = temporaryFolder();
    expect(openingError(join(folder, 'none/store.sqlite'))).toMatchObject({
      option: 'path',
      message: expect.stringContaining(`there is no directory ${join(folder, 'none')}`),
    });
    expect(openingError(folder)).toMatchObject({
      option: 'path',
      message: expect.stringContaining('is not a file'),
    });
    expect(openingError('/dev/null')).toMatchObject({ option: 'path' });
  });

  test.each([
    { busyTimeout: -1 },
    { busyTimeout: 1.5 },
    { busyTimeout: Number.NaN },
    { busyTimeout: 1e12 },
    { busyTimeot: 1 },
  ])('the options %j', (options) => {
    expect(openingError(':memory:', options as SqliteStoreOptions)).toMatchObject({ code: 'invalid_option' });
  });

  // SQLite itself does not wait for the second: the switch to WAL fails at once while another one writes.
  test.each(['EXCLUSIVE', 'IMMEDIATE'])('a file that is locked (%s), after it has waited', (kind) => {
    const file = temporaryFile();
    raw(file).exec(`CREATE TABLE t (a); DROP TABLE t; BEGIN ${kind}`);
    const started = performance.now();
    expect(openingError(file, { busyTimeout: 100 })).toMatchObject({ code: 'store_locked' });
    expect(performance.now() - started).toBeGreaterThanOrEqual(95);
  });

  test('a file or a directory that may not be written', async () => {
    const file = storedFile();
    const folder = dirname(file);
    chmodSync(folder, 0o777);
    chmodSync(file, 0o666);
    expect(await openedByAnybody(file)).toBe('opened');
    chmodSync(file, 0o444);
    expect(await openedByAnybody(file)).toBe('store_read_only');
    chmodSync(file, 0o666);
    chmodSync(folder, 0o555);
    expect(await openedByAnybody(file)).toBe('store_read_only');
    expect(await openedByAnybody(join(folder, 'new.sqlite'))).toBe('store_read_only');
    chmodSync(folder, 0o777);
  });

  test('what is not a database, and leaves it as it is', () => {
    const file = temporaryFile();
    writeFileSync(file, 'To whom it may concern: this is a letter.\n'.repeat(200));
    const before = digest(file);
    expect(openingError(file)).toMatchObject({
      code: 'store_corrupt',
      message: expect.stringContaining(file),
    });
    expect(digest(file)).toBe(before);
  });

  test('a file that was cut off, or whose first page was spoiled', () => {
    const cut = storedFile();
    truncateSync(cut, 5_000);
    expect(openingError(cut)).toMatchObject({ code: 'store_corrupt' });
    const spoiled = storedFile();
    writeFileSync(spoiled, readFileSync(spoiled).fill(0xff, 100, 4_096));
    expect(openingError(spoiled)).toMatchObject({ code: 'store_corrupt' });
  });

  test('a page that is spoiled behind the schema, when it is read', () => {
    const file = storedFile();
    const connection = new DatabaseSync(file);
    const sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'bitbucket_installations'";
    const page = Number(connection.prepare(sql).get()?.['rootpage']);
    connection.close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xff, (page - 1) * 4_096, page * 4_096));
    using store = sqliteStore(file);
    expect(errorOf(() => store.installations.findByClientKey('connection:1'))).toMatchObject({
      code: 'store_corrupt',
    });
  });

  test('a file of a newer version, and leaves it as it is', () => {
    const file = storedFile();
    const connection = new DatabaseSync(file);
    connection.exec('PRAGMA user_version = 99');
    connection.close();
    const before = digest(file);
    expect(openingError(file)).toMatchObject({ code: 'store_newer', message: expect.stringContaining('99') });
    expect(digest(file)).toBe(before);
  });

  test.each(['CREATE TABLE theirs (a)', 'PRAGMA user_version = 1', 'PRAGMA application_id = 7'])(
    'a database of another program (%s), and leaves it as it is',
    (sql) => {
      const file = temporaryFile();
      const connection = new DatabaseSync(file);
      connection.exec(`CREATE TABLE t (a); ${sql}`);
      connection.close();
      const before = digest(file);
      expect(openingError(file)).toMatchObject({ code: 'store_foreign' });
      expect(digest(file)).toBe(before);
    },
  );

  test('a file whose log cannot be made', () => {
    const file = storedFile();
    const folder = dirname(file);
    mkdirSync(join(folder, 'store.sqlite-wal'));
    expect(openingError(file)).toMatchObject({ code: expect.stringMatching(/^store_/) });
  });
});
