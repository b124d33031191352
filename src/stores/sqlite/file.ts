/** The database's file before SQLite sees it: made for its owner only, and refused where it cannot be written. */
import { accessSync, closeSync, constants, openSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ConfigError } from '../../errors/config-error.ts';
import { StoreError } from '../../errors/store-error.ts';
import { isRecord } from '../../shared/types.ts';

const inMemory = ':memory:';

/**
 * The path as SQLite is to open it. A missing file is made with mode 0600, which SQLite gives its `-wal` and `-shm`
 * files, too; the mode of one that is there is left as it is.
 *
 * @throws ConfigError `invalid_option` for a path that can be no file
 * @throws StoreError `store_read_only` where the file or its directory may not be written
 */
export function prepareFile(path: unknown): string {
  if (typeof path !== 'string' || path === '' || path.includes('\0')) {
    throw new ConfigError('path', 'it is no path', "Pass the path of a file, or ':memory:'");
  }
  if (path === inMemory) return path;
  // An absolute path is never read as a `file:` address, whatever its name.
  const file = resolve(path);
  const status = attempt(file, () => statSync(file, { throwIfNoEntry: false }));
  if (status === undefined) attempt(file, () => createFile(file));
  else checkFile(file, status);
  attempt(file, () => {
    accessSync(file, constants.R_OK | constants.W_OK);
    // SQLite keeps its log beside the file.
    accessSync(dirname(file), constants.W_OK | constants.X_OK);
  });
  return file;
}

function createFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    // Another process was faster, and made it in the same way.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function checkFile(file: string, status: Stats): void {
  if (status.isFile()) return;
  throw new ConfigError(
    'path',
    `${file} is not a file`,
    'Pass the path of a file, new or made by sqliteStore',
  );
}

function attempt<T>(file: string, call: () => T): T {
  try {
    return call();
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new ConfigError('path', `there is no directory ${dirname(file)}`, 'Make the directory first', {
        cause,
      });
    }
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
      const message = `The database ${file} may not be written. Make the file and its directory writable`;
      throw new StoreError('store_read_only', message, { cause });
    }
    throw new StoreError('store_unavailable', `The database ${file} cannot be opened (${code})`, { cause });
  }
}

const codeOf = (error: unknown): unknown => (isRecord(error) ? error['code'] : undefined);
