/** What a second process does to a store's file; run by Node as `child.ts <task> <file> <argument>`. */
import { writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isBitbucketError } from '../../../src/errors/bitbucket-error.ts';
import { openDatabase } from '../../../src/stores/sqlite/database.ts';
import { type SqliteStore, sqliteStore } from '../../../src/stores/sqlite.ts';
import { inboxEntry, installation, repository } from './rows.ts';

const [task = '', file = '', argument = ''] = process.argv.slice(2);

/** At once, so that what was said is heard even if the process is killed next. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

const asked = (): Promise<void> => new Promise((resolve) => process.stdin.once('data', () => resolve()));

const tasks: Readonly<Record<string, () => Promise<void> | void>> = {
  /** Opens the store when it is told to; says the version that it found, or the error. */
  async open() {
    say('ready');
    await asked();
    opened(() => sqliteStore(file, { busyTimeout: 10_000 }).close());
  },

  /** Opens the file with these steps of a schema. */
  async migrate() {
    say('ready');
    await asked();
    opened(() => openDatabase(file, { busyTimeout: 10_000, migrations: JSON.parse(argument) }).close());
  },

  /** Says what opening gives. */
  try: () => opened(() => sqliteStore(file).close()),

  /** Writes as another process does the same; says the signing key, and how many states it was the first to use. */
  async compete() {
    using store = sqliteStore(file, { busyTimeout: 30_000 });
    say('ready');
    await asked();
    say(`${await store.states.signingKey()} ${await compete(store)}`);
  },

  /** Asks for 200 leases, as other processes do at the same time; says the fences of those that it was given. */
  async lease() {
    using store = sqliteStore(file, { busyTimeout: 10_000 });
    say('ready');
    await asked();
    const fences: number[] = [];
    for (let number = 0; number < 200; number += 1) {
      const lease = await store.tokens.lease(`${number}`, { owner: argument, now: 1, until: 2 });
      if (lease !== undefined) fences.push(lease.fence);
    }
    say(JSON.stringify(fences));
  },

  /** Writes pairs of rows for ever, and says each that was written. */
  async write() {
    using store = sqliteStore(file);
    for (let number = Number(argument); ; number += 1) {
      const pair = ['a', 'b'].map((name) => installation({ clientKey: `${name}${number}` }));
      await store.installations.save(pair.map((row) => ({ installation: row, replaces: undefined })));
      await store.inbox.record(inboxEntry({ deliveryId: `${number}` }));
      say(String(number));
    }
  },

  /** Holds the write lock until it is told to let it go. */
  async hold() {
    const connection = new DatabaseSync(file);
    connection.exec('BEGIN EXCLUSIVE');
    say('ready');
    await asked();
    connection.exec('ROLLBACK');
    connection.close();
  },
};

function opened(open: () => void): void {
  try {
    open();
    say('opened');
  } catch (error) {
    say(isBitbucketError(error) ? error.code : String(error));
  }
}

async function compete(store: SqliteStore): Promise<number> {
  let first = 0;
  for (let number = 0; number < 300; number += 1) {
    await store.repositories.put(repository({ externalId: `${argument}-${number}` }));
    await store.repositories.put(repository({ externalId: `shared-${number}` }));
    await store.inbox.record(inboxEntry({ deliveryId: `${argument}-${number}` }));
    if (await store.states.useOnce(`state-${number}`, Date.now())) first += 1;
    await increment(store, number);
  }
  return first;
}

/** Adds one to a row that others add to, by comparing and trying again. */
async function increment(store: SqliteStore, number: number): Promise<void> {
  for (;;) {
    const row = await store.installations.findByClientKey('counter');
    const next = installation({
      clientKey: 'counter',
      updatedAt: (row?.updatedAt ?? 0) + 1,
      version: `${argument}-${number}`,
    });
    if (await store.installations.save([{ installation: next, replaces: row?.version }])) return;
  }
}

await tasks[task]?.();
process.stdin.destroy();
