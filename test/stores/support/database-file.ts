/** Database files, a look into them beside the store, and what the library throws over them. */
import { DatabaseSync } from 'node:sqlite';
import { type BitbucketError, isBitbucketError } from 'bitbucket-sdk';
import { sqliteStore } from 'bitbucket-sdk/sqlite';
import { onTestFinished } from 'vitest';
import { installation } from './rows.ts';
import { temporaryFile } from './temporary-folder.ts';

/** What a call throws; it must be an error of the library. */
export function errorOf(call: () => unknown): BitbucketError {
  try {
    call();
  } catch (error) {
    if (isBitbucketError(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** A connection beside the store's, closed when the test ends. */
export function raw(file: string): DatabaseSync {
  const connection = new DatabaseSync(file);
  onTestFinished(() => {
    connection.close();
  });
  return connection;
}

/** A store's file with a row in it, closed. */
export function storedFile(): string {
  const file = temporaryFile();
  using store = sqliteStore(file);
  store.installations.save([{ installation: installation(), replaces: undefined }]);
  return file;
}
