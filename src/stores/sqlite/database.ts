/** Opens the database for several processes at once, brings its schema up to date, and words its errors. */
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';
import { StoreError } from '../../errors/store-error.ts';
import { isBusy, toStoreError } from './errors.ts';
import { prepareFile } from './file.ts';
import { applicationId } from './migrations.ts';

export type Values = Readonly<Record<string, SQLInputValue>>;
export type Columns = Readonly<Record<string, SQLOutputValue>>;

/** A prepared statement; values are bound by name. */
export interface Statement {
  get(values?: Values): Columns | undefined;
  all(values?: Values): Columns[];
  /** How many rows it changed. */
  run(values?: Values): number;
}

/** Whatever any of its methods throws is a {@link StoreError}. */
export interface Database {
  prepare(sql: string): Statement;
  /** Runs the work as one transaction that holds the write lock from its start; rolled back when the work throws. */
  transaction<T>(work: () => T): T;
  /** Does nothing when it is closed already. */
  close(): void;
}

export interface DatabaseOptions {
  /** How long to wait for another process's lock, in ms. */
  readonly busyTimeout: number;
  /** SQL of each step of the schema. */
  readonly migrations: readonly string[];
}

/** How long to sleep between tries where SQLite does not wait by itself, in ms. */
const retryPause = 10;

/**
 * @throws ConfigError `invalid_option` for a path that can be no file
 * @throws StoreError when the file is locked, read-only, damaged, another program's, or newer than the library
 */
export function openDatabase(path: string, { busyTimeout, migrations }: DatabaseOptions): Database {
  const file = prepareFile(path);
  const guard = <T>(call: () => T): T => {
    try {
      return call();
    } catch (error) {
      throw toStoreError(error, file);
    }
  };
  const connection = guard(() => new DatabaseSync(file));
  let open = true;
  const close = (): void => {
    if (open) connection.close();
    open = false;
  };
  try {
    guard(() => {
      // Before all else, since any statement may meet another process that is opening the file, too.
      connection.exec(`PRAGMA busy_timeout = ${busyTimeout}`);
      retrying(busyTimeout, () => bringUp(connection, file, migrations));
    });
  } catch (error) {
    close();
    throw error;
  }

  return {
    prepare: (sql) => prepareStatement(connection, sql, guard),
    transaction: (work) => guard(() => transaction(connection, 'IMMEDIATE', work)),
    close: () => guard(close),
  };
}

/** Journal, durability, schema. Can be begun anew at any point. */
function bringUp(connection: DatabaseSync, file: string, migrations: readonly string[]): void {
  const check = (): number => checkVersion(connection, file, migrations.length);
  // Before anything is written, since a file that is not ours must stay as it is; and all of it at one point in time.
  transaction(connection, 'DEFERRED', check);
  connection.exec('PRAGMA journal_mode = WAL');
  connection.exec('PRAGMA synchronous = FULL');
  // Else a secret that was forgotten or replaced would stay in the file until its place is needed.
  connection.exec('PRAGMA secure_delete = ON');
  // Even where nothing is to be done: a file that cannot be written is found out now, and not by the first delivery.
  transaction(connection, 'EXCLUSIVE', () => {
    // Again under the lock: of processes that start at once, one migrates and the others see that it is done.
    const version = check();
    if (version === migrations.length) return;
    for (const sql of migrations.slice(version)) connection.exec(sql);
    connection.exec(`PRAGMA application_id = ${applicationId}`);
    connection.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

function prepareStatement(connection: DatabaseSync, sql: string, guard: <T>(call: () => T) => T): Statement {
  const statement = guard(() => connection.prepare(sql));
  return {
    get: (values = {}) => guard(() => statement.get(values)),
    all: (values = {}) => guard(() => statement.all(values)),
    run: (values = {}) => guard(() => Number(statement.run(values).changes)),
  };
}

/**
 * `IMMEDIATE` for whatever may write: a read that becomes a write later fails at once when another process has written
 * meanwhile.
 */
function transaction<T>(
  connection: DatabaseSync,
  kind: 'DEFERRED' | 'IMMEDIATE' | 'EXCLUSIVE',
  work: () => T,
): T {
  connection.exec(`BEGIN ${kind}`);
  try {
    const result = work();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(connection);
    throw error;
  }
}

function rollBack(connection: DatabaseSync): void {
  try {
    connection.exec('ROLLBACK');
  } catch {
    // A full disk and other grave errors have rolled back already; the first error is the one to tell of.
  }
}

/** How many steps of the schema the file has had. */
function checkVersion(connection: DatabaseSync, file: string, latest: number): number {
  const version = pragma(connection, 'user_version');
  if (pragma(connection, 'application_id') !== applicationId && !isFresh(connection, version)) {
    throw new StoreError(
      'store_foreign',
      `The database ${file} belongs to another program. Pass a path of its own`,
    );
  }
  if (version > latest) {
    throw new StoreError(
      'store_newer',
      `The database ${file} has schema ${version}, this version of bitbucket-sdk knows ${latest}. Use the newer version`,
    );
  }
  return version;
}

function isFresh(connection: DatabaseSync, version: number): boolean {
  const tables = connection.prepare('SELECT count(*) AS number FROM sqlite_schema').get();
  return version === 0 && tables?.['number'] === 0;
}

function pragma(connection: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(connection.prepare(`PRAGMA ${name}`).get()?.[name]);
}

/** The switch to WAL fails at once, whatever the busy timeout, while another connection writes: so we wait by ourselves. */
function retrying(limit: number, call: () => void): void {
  const end = performance.now() + limit;
  for (;;) {
    try {
      call();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() >= end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, retryPause);
    }
  }
}
