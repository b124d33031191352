import { createMemoryInbox, memoryStore } from 'bitbucket-sdk';
import { type SqliteStore, sqliteStore } from 'bitbucket-sdk/sqlite';
import { inboxSuite, type StoreCheck, storeSuite } from 'bitbucket-sdk/testing';
import { describe, onTestFinished, test } from 'vitest';
import { temporaryFile } from './support/temporary-folder.ts';

function runAll(checks: readonly StoreCheck[]): void {
  for (const { name, run } of checks) test(name, run);
}

/** Where a store's file is, for opening it again. */
const files = new WeakMap<SqliteStore, string>();

function open(file: string): SqliteStore {
  const store = sqliteStore(file);
  files.set(store, file);
  onTestFinished(() => store.close());
  return store;
}

describe('memoryStore keeps every contract', () => {
  runAll(storeSuite(memoryStore));
});

describe('sqliteStore keeps every contract in a file, also when it is opened again', () => {
  const create = () => open(temporaryFile());
  const reopen = (store: SqliteStore) => {
    store.close();
    return open(files.get(store) ?? '');
  };
  runAll(storeSuite(create, { reopen }));
});

describe('sqliteStore keeps every contract in memory', () => {
  runAll(storeSuite(() => open(':memory:')));
});

describe('two connections to one file see the same', () => {
  // Every method goes to the other connection than the one before.
  const create = (): SqliteStore => {
    const file = temporaryFile();
    return alternating(open(file), open(file));
  };
  runAll(storeSuite(create));
});

describe('createMemoryInbox keeps the contract of an inbox', () => {
  runAll(inboxSuite(() => createMemoryInbox()));
});

/** One store made of two: its parts' methods are answered in turn. */
function alternating(first: SqliteStore, second: SqliteStore): SqliteStore {
  let calls = 0;
  const alternate = <Part extends object>(one: Part, two: Part): Part =>
    new Proxy(one, { get: (_, key) => Reflect.get(calls++ % 2 === 0 ? one : two, key) });
  return {
    ...first,
    installations: alternate(first.installations, second.installations),
    integrations: alternate(first.integrations, second.integrations),
    repositories: alternate(first.repositories, second.repositories),
    inbox: alternate(first.inbox, second.inbox),
    states: alternate(first.states, second.states),
    tokens: alternate(first.tokens, second.tokens),
  };
}
