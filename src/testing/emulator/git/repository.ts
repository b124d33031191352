/** One bare repository of the emulator: its folder, the git that works on it, and its kept-open reader. */
import { createObjectReader, type ObjectReader } from './object-reader.ts';
import type { GitProcesses } from './processes.ts';

export interface GitRepository {
  readonly folder: string;
  readonly git: GitProcesses;
  readonly objects: ObjectReader;
  /** The tree that a first commit is compared with; another one where hashes are SHA-256. */
  readonly emptyTree: string;
}

export async function openGitRepository(git: GitProcesses, folder: string): Promise<GitRepository> {
  const emptyTree = await git.text(['hash-object', '-t', 'tree', '--stdin'], { cwd: folder });
  return { folder, git, objects: createObjectReader(git, folder), emptyTree: emptyTree.trim() };
}
