/** Commits: one, or a page of a history. */
import { type GitCommit, parseCommit } from './parse-object.ts';
import type { GitRepository } from './repository.ts';

export interface HistoryRange {
  /** Full hashes. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** A file or folder that the commits must touch; '' for all. */
  readonly path?: string | undefined;
  /** Commits with several parents: left out, or nothing else. */
  readonly merges?: 'exclude' | 'only' | undefined;
}

/** The hashes of `count` commits after the first `skip`: newest first, no parent before its children. */
export async function listHistory(
  { git, folder }: GitRepository,
  range: HistoryRange,
  { skip = 0, count }: { skip?: number; count: number },
): Promise<string[]> {
  if (range.include.length === 0) return [];
  const path = range.path === undefined || range.path === '' ? [] : [range.path];
  const { merges } = range;
  const args = [
    'rev-list',
    '--date-order',
    ...(merges === undefined ? [] : [merges === 'only' ? '--merges' : '--no-merges']),
    `--skip=${skip}`,
    `--max-count=${count}`,
    '--stdin',
    '--',
    ...path,
  ];
  const input = [...range.include, ...range.exclude.map((hash) => `^${hash}`), ''].join('\n');
  const text = await git.text(args, { cwd: folder, input });
  return text.split('\n').filter((line) => line !== '');
}

export async function readCommit({ objects }: GitRepository, hash: string): Promise<GitCommit | undefined> {
  const found = await objects.read(hash);
  return found?.type === 'commit' ? parseCommit(found.hash, found.content) : undefined;
}

export async function readCommits(
  repository: GitRepository,
  hashes: readonly string[],
): Promise<GitCommit[]> {
  const commits = await Promise.all(hashes.map((hash) => readCommit(repository, hash)));
  return commits.filter((commit) => commit !== undefined);
}

/** Is the one commit the other, or among what it is built on? */
export async function isAncestor(
  repository: GitRepository,
  { older, newer }: { older: string; newer: string },
): Promise<boolean> {
  const left = await listHistory(repository, { include: [older], exclude: [newer] }, { count: 1 });
  return left.length === 0;
}
