/** What changed between two trees: as a list, as a diff, as a series of patches. */
import { GitError } from './processes.ts';
import type { GitRepository } from './repository.ts';

export interface FileChange {
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly oldPath: string | undefined;
  readonly newPath: string | undefined;
  readonly linesAdded: number;
  readonly linesRemoved: number;
}

/** Two trees or commits, by full hash, and how to compare them. */
export interface Comparison {
  readonly from: string;
  readonly to: string;
  readonly paths?: readonly string[] | undefined;
  readonly renames?: boolean | undefined;
  readonly ignoreWhitespace?: boolean | undefined;
  /** Lines around a change in {@link streamDiff}. */
  readonly context?: number | undefined;
}

const statuses: Readonly<Record<string, FileChange['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  T: 'modified',
  R: 'renamed',
};

function comparisonArguments(output: readonly string[], comparison: Comparison): string[] {
  const { from, to, paths = [], renames = true, ignoreWhitespace = false } = comparison;
  return [
    'diff-tree',
    '-r',
    ...output,
    renames ? '-M' : '--no-renames',
    ...(ignoreWhitespace ? ['-w'] : []),
    from,
    to,
    '--',
    ...paths,
  ];
}

/** The changed files, in git's order by path. */
export async function listChanges(
  { git, folder }: GitRepository,
  comparison: Comparison,
): Promise<FileChange[]> {
  const args = comparisonArguments(['-z', '--raw', '--numstat'], comparison);
  const records = git.records(args, { cwd: folder });
  const next = async (): Promise<string> => (await records.next()).value || '';
  const changes: FileChange[] = [];
  const lines = new Map<string, [number, number]>();
  for (let record = await next(); record !== ''; record = await next()) {
    if (record.startsWith(':')) changes.push(await readRaw(record, next));
    else await readNumstat(record, next, lines);
  }
  return changes.flatMap((change) => {
    const counted = lines.get(change.newPath ?? change.oldPath ?? '');
    // With white space ignored, git counts no lines for a file that otherwise stayed the same.
    if (counted === undefined && change.status === 'modified')
      return comparison.ignoreWhitespace ? [] : [change];
    return [{ ...change, linesAdded: counted?.[0] ?? 0, linesRemoved: counted?.[1] ?? 0 }];
  });
}

/** `:100644 100644 <hash> <hash> M`, then one path, or two where it was renamed. */
async function readRaw(record: string, next: () => Promise<string>): Promise<FileChange> {
  const letter = record.slice(record.lastIndexOf(' ') + 1, record.lastIndexOf(' ') + 2);
  const status = statuses[letter] ?? 'modified';
  const first = await next();
  const second = letter === 'R' || letter === 'C' ? await next() : first;
  return {
    status,
    oldPath: status === 'added' ? undefined : first,
    newPath: status === 'removed' ? undefined : second,
    linesAdded: 0,
    linesRemoved: 0,
  };
}

/** `added TAB removed TAB path`, with `-` for binary files; an empty path stands before the two of a rename. */
async function readNumstat(
  record: string,
  next: () => Promise<string>,
  lines: Map<string, [number, number]>,
): Promise<void> {
  const [added = '', removed = '', ...path] = record.split('\t');
  let name = path.join('\t');
  if (name === '') {
    await next();
    name = await next();
  }
  lines.set(name, [Number(added) || 0, Number(removed) || 0]);
}

/** The diff in git's format, bytes as they are in the files. */
export function streamDiff(
  { git, folder }: GitRepository,
  comparison: Comparison,
): ReadableStream<Uint8Array> {
  const { context = 3 } = comparison;
  return git.stream(comparisonArguments(['-p', `--unified=${context}`], comparison), { cwd: folder });
}

/** One commit as a patch against its first parent. */
export function streamPatch({ git, folder }: GitRepository, commit: string): ReadableStream<Uint8Array> {
  const args = ['log', '-1', '--pretty=email', '--patch-with-stat', '--first-parent', '-m', '--root', commit];
  return git.stream([...args, '--'], { cwd: folder });
}

/** The commits that are in `source` and not in `destination` as a series of patches, oldest first. */
export function streamPatches(
  { git, folder }: GitRepository,
  { source, destination }: { source: string; destination: string },
): ReadableStream<Uint8Array> {
  return git.stream(['format-patch', '--stdout', `${destination}..${source}`, '--'], { cwd: folder });
}

/** `undefined` for histories that have nothing in common. */
export async function mergeBase(
  { git, folder }: GitRepository,
  left: string,
  right: string,
): Promise<string | undefined> {
  try {
    return (await git.text(['merge-base', left, right], { cwd: folder })).trim();
  } catch (error) {
    if (error instanceof GitError && error.exitCode === 1) return undefined;
    throw error;
  }
}
