/** Folders and files of a commit. */
import type { GitRepository } from './repository.ts';

export interface TreeEntry {
  /** From the root of the repository, without slashes around it. */
  readonly path: string;
  readonly type: 'file' | 'directory';
  readonly mode: string;
  readonly hash: string;
  /** Bytes; 0 for folders and submodules. */
  readonly size: number;
}

export interface Listing {
  /** All that is there, not only this window. */
  readonly count: number;
  readonly entries: readonly TreeEntry[];
}

/** The root is a folder with an empty path. */
export async function findEntry(
  repository: GitRepository,
  commit: string,
  path: string,
): Promise<TreeEntry | undefined> {
  const { git, folder, objects } = repository;
  if (path === '') {
    const root = await objects.info(`${commit}^{tree}`);
    return root && { path, type: 'directory', mode: '040000', hash: root.hash, size: 0 };
  }
  const text = await git.text(['ls-tree', '-z', commit, '--', path], { cwd: folder });
  const record = text.split('\0').find((line) => line.endsWith(`\t${path}`));
  return record === undefined ? undefined : withSize(repository, parseEntry(record, ''));
}

/**
 * A window of a folder's content, `depth` levels deep: level by level and, in each, folders before files, as
 * Bitbucket lists them. Two passes instead of a sort, so that memory does not grow with the folder.
 */
export async function listDirectory(
  repository: GitRepository,
  directory: TreeEntry,
  { skip, count, depth = 1 }: { skip: number; count: number; depth?: number },
): Promise<Listing> {
  const sizes = new Map<number, number>();
  for await (const entry of walk(repository, directory, depth)) {
    const rank = rankOf(entry, directory);
    sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  }
  const positions = new Map<number, number>();
  let total = 0;
  for (const [rank, size] of [...sizes].sort(([a], [b]) => a - b)) {
    positions.set(rank, total);
    total += size;
  }
  const window: TreeEntry[] = [];
  for await (const entry of walk(repository, directory, depth)) {
    const rank = rankOf(entry, directory);
    const position = positions.get(rank) ?? 0;
    positions.set(rank, position + 1);
    if (position >= skip && position < skip + count) window[position - skip] = entry;
  }
  return { count: total, entries: await Promise.all(window.map((entry) => withSize(repository, entry))) };
}

const levelOf = (path: string): number => path.split('/').length;

function rankOf(entry: TreeEntry, directory: TreeEntry): number {
  const above = directory.path === '' ? 0 : levelOf(directory.path);
  return (levelOf(entry.path) - above) * 2 + (entry.type === 'directory' ? 0 : 1);
}

async function* walk({ git, folder }: GitRepository, directory: TreeEntry, depth: number) {
  const recursion = depth > 1 ? ['-r', '-t'] : [];
  const prefix = directory.path === '' ? '' : `${directory.path}/`;
  for await (const record of git.records(['ls-tree', '-z', ...recursion, directory.hash], { cwd: folder })) {
    const entry = parseEntry(record, prefix);
    if (levelOf(entry.path) - levelOf(`${prefix}x`) < depth) yield entry;
  }
}

/** `100644 blob <hash> TAB path` */
function parseEntry(record: string, prefix: string): TreeEntry {
  const tab = record.indexOf('\t');
  const [mode = '', type = '', hash = ''] = record.slice(0, tab).split(' ');
  const path = prefix + record.slice(tab + 1);
  return { path, type: type === 'tree' ? 'directory' : 'file', mode, hash, size: 0 };
}

export const isSubmodule = (entry: TreeEntry): boolean => entry.mode === '160000';

async function withSize({ objects }: GitRepository, entry: TreeEntry): Promise<TreeEntry> {
  // What a submodule points at is in another repository; its content here is the hash alone.
  if (entry.type === 'directory') return entry;
  if (isSubmodule(entry)) return { ...entry, size: entry.hash.length };
  return { ...entry, size: (await objects.info(entry.hash))?.size ?? 0 };
}

/** A file's bytes, as they are in the repository. */
export function streamFile({ git, folder }: GitRepository, entry: TreeEntry): ReadableStream<Uint8Array> {
  if (isSubmodule(entry)) return new Blob([entry.hash]).stream();
  return git.stream(['cat-file', 'blob', entry.hash], { cwd: folder });
}
