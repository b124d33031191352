/** The door `bitbucket-sdk/sqlite`: everything in one SQLite file, by the `node:sqlite` that comes with Node. */
import { checkOptions } from '../errors/check-options.ts';
import { ConfigError } from '../errors/config-error.ts';
import type { BitbucketStore } from '../integration/store.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import { openDatabase } from './sqlite/database.ts';
import { sqliteInbox } from './sqlite/inbox.ts';
import { sqliteInstallations } from './sqlite/installations.ts';
import { sqliteIntegrations } from './sqlite/integrations.ts';
import { migrations } from './sqlite/migrations.ts';
import { sqliteRepositories } from './sqlite/repositories.ts';
import { sqliteSignedStates } from './sqlite/signed-states.ts';
import { sqliteTokens } from './sqlite/tokens.ts';

export { StoreError, type StoreErrorCode } from '../errors/store-error.ts';

export interface SqliteStoreOptions {
  /**
   * How long to wait for another process that is writing, in ms; then the call throws `store_locked`. The wait blocks
   * the event loop. Writes take well under a millisecond, so only a stuck process makes it long. Default 5,000.
   */
  readonly busyTimeout?: number | undefined;
  readonly now?: Clock | undefined;
}

export interface SqliteStore extends BitbucketStore, Disposable {
  /** Closes the file; what is called afterwards throws `store_closed`. Closing twice does no harm. */
  close(): void;
}

/**
 * A store in one file, for any number of processes of one machine. What a call has written is on the disk when it
 * returns, and is there after a crash or a kill at any moment.
 *
 * The file holds secrets as they are: those of installations, integrations and repositories, and OAuth 2.0 tokens
 * (columns `secrets`), and the key of signed states (`bitbucket_signing_keys.key`). It is made for its owner only (mode
 * 0600), as are the `-wal` and `-shm` files beside it, which belong to it: back up all three or use SQLite's own backup.
 * What was deleted or replaced is overwritten; the `-wal` file may hold it until the last process has closed the store.
 * Not for network file systems. A host may keep tables of its own in it, if their names do not begin with `bitbucket_`
 * and `user_version` and `application_id` are left alone.
 *
 * Node 22 prints an ExperimentalWarning when this door is imported, since its `node:sqlite` is called experimental.
 *
 * @param path a file, made when it is missing, or `':memory:'` for a store that nobody shares
 * @throws ConfigError `invalid_option` for a path that can be no file, a missing directory, or wrong options
 * @throws StoreError `store_locked`, `store_read_only`, `store_corrupt`, `store_newer` (a newer version of the library
 *   wrote the file), `store_foreign` (another program did), `store_unavailable`. Methods throw the same, and
 *   `store_closed`, `row_invalid`, `row_conflict`.
 * @example
 * using store = sqliteStore('/var/lib/example/bitbucket.sqlite')
 * const app = createBitbucketApp({ store, … })
 * @see https://nodejs.org/api/sqlite.html
 */
export function sqliteStore(path: string, options: SqliteStoreOptions = {}): SqliteStore {
  checkOptions('sqliteStore', options, ['busyTimeout', 'now']);
  const { busyTimeout = 5_000, now = systemClock } = options;
  if (!Number.isSafeInteger(busyTimeout) || busyTimeout < 0 || busyTimeout > longestWait) {
    throw new ConfigError('busyTimeout', 'it is no time in ms', `Pass a whole number up to ${longestWait}`);
  }
  const database = openDatabase(path, { busyTimeout, migrations });
  return {
    installations: sqliteInstallations(database),
    integrations: sqliteIntegrations(database),
    repositories: sqliteRepositories(database),
    inbox: sqliteInbox(database),
    states: sqliteSignedStates(database, { now }),
    tokens: sqliteTokens(database, { now }),
    close: () => database.close(),
    [Symbol.dispose]: () => database.close(),
  };
}

/** Ten minutes, in ms: SQLite takes 32 bits, and nobody wants to wait as long. */
const longestWait = 600_000;
