/** Makes trees with files changed: through an index of its own, without a working tree. */
import { rm } from 'node:fs/promises';
import { GitError } from './processes.ts';
import type { GitRepository } from './repository.ts';

export interface NewFile {
  /** As git has it: a file, one that can be run, or a link. */
  readonly mode: '100644' | '100755' | '120000';
  readonly content: Uint8Array;
}

export interface TreeChange {
  /** The commit or tree to begin with; undefined: nothing. */
  readonly from: string | undefined;
  /** By path. One takes the place of what stands there, be it a folder. */
  readonly files: ReadonlyMap<string, NewFile>;
  /** Paths of files; one that is not there is no error. */
  readonly deleted: readonly string[];
  /** A file that nobody else has, for the time of the call. */
  readonly indexFile: string;
}

/** The hash of the tree; `undefined` where git takes a path for no name of a file, such as one inside `.git`. */
export async function writeTree(
  { git, folder, emptyTree, objects }: GitRepository,
  { from, files, deleted, indexFile }: TreeChange,
): Promise<string | undefined> {
  const run = (args: readonly string[], input?: string | Uint8Array) =>
    git.text(args, { cwd: folder, input, env: { GIT_INDEX_FILE: indexFile } });
  const none = '0'.repeat(emptyTree.length);
  try {
    await run(['read-tree', from ?? emptyTree]);
    const lines = deleted.map((path) => `0 ${none}\t${path}\0`);
    for (const [path, { mode, content }] of files) {
      const hash = (await run(['hash-object', '-w', '--stdin'], content)).trim();
      lines.push(`${mode} ${hash}\t${path}\0`);
    }
    await run(['update-index', '-z', '--index-info'], lines.join(''));
    const tree = (await run(['write-tree'])).trim();
    // git leaves out what it refuses, and says so to nobody.
    const written = await Promise.all([...files.keys()].map((path) => objects.info(`${tree}:${path}`)));
    return written.includes(undefined) ? undefined : tree;
  } catch (error) {
    if (error instanceof GitError && error.exitCode !== null) return undefined;
    throw error;
  } finally {
    await rm(indexFile, { force: true });
  }
}
