/** Reads a range of commits, each with what it did to files: bounded, several at once, in the order of the history. */
import { ApiError } from '../errors/api-error.ts';
import { ConfigError } from '../errors/config-error.ts';
import type { FileChange } from '../shared/file-change.ts';
import { mapConcurrently } from './limiter.ts';

export interface CompareCommitsOptions {
  /** The last commit of the range: a hash, or a branch or tag. */
  readonly end: string;
  /**
   * The commit before the range, which is not part of it: a full or short hash. Without it, or with zeros only, as a new
   * branch has before its first push, the last 10 are read.
   */
  readonly start?: string | undefined;
  /** Most commits to read. Default 90. */
  readonly maxCommits?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called after each commit whose changes were read. */
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
}

/** A commit as Bitbucket gives it, with its changes against its first parent. */
export type WithChanges<Commit> = Commit & { readonly patchSet: readonly FileChange[] };

export interface Comparison<Commit> {
  /** Newest first. */
  readonly commits: readonly WithChanges<Commit>[];
  /** True when the range has more commits than were read. */
  readonly truncated: boolean;
  /**
   * False when Bitbucket does not know the start, which was rewritten away or never was: these are just the newest
   * commits then. True without a start.
   */
  readonly startFound: boolean;
}

/** The commits that `end` has and `start` has not, newest first, in pages of `pageLength` where the product has it. */
export interface RangeQuery {
  readonly end: string;
  readonly start: string | undefined;
  readonly pageLength: number;
  readonly signal: AbortSignal | undefined;
}

/** How a product answers the two questions of a comparison. */
export interface CommitSource<Commit> {
  list(query: RangeQuery): AsyncIterable<Commit>;
  hashOf(commit: Commit): string;
  readChanges(hash: string, signal: AbortSignal): Promise<readonly FileChange[]>;
}

/** Is it the hash that stands for no commit, as on the missing side of a created or deleted ref? */
export const isZeroHash = (hash: string): boolean => /^0{40}(0{24})?$/.test(hash);

const lastCommits = 10;
/** Commits whose changes are read at once for one comparison; the client's own `concurrency` bounds all calls. */
const changesAtOnce = 8;

/** @throws ConfigError `invalid_option` for a `start` that is no hash, or a bound below 1 */
export async function compareCommits<Commit extends object>(
  source: CommitSource<Commit>,
  options: CompareCommitsOptions,
): Promise<Comparison<Commit>> {
  const { signal, onProgress } = options;
  const { commits, ...found } = await readRange(source, checkRange(options));
  let done = 0;
  const patchSets = await mapConcurrently(
    commits,
    changesAtOnce,
    async (commit, stop) => {
      const changes = await source.readChanges(source.hashOf(commit), stop);
      done += 1;
      onProgress?.({ done, total: commits.length });
      return changes;
    },
    signal,
  );
  return { commits: commits.map((commit, at) => ({ ...commit, patchSet: patchSets[at] ?? [] })), ...found };
}

interface Range {
  readonly start: string | undefined;
  readonly end: string;
  readonly maxCommits: number;
  readonly signal: AbortSignal | undefined;
}

interface CommitList<Commit> {
  readonly commits: readonly Commit[];
  readonly truncated: boolean;
  readonly startFound: boolean;
}

function checkRange({ start: before, end, maxCommits, signal }: CompareCommitsOptions): Range {
  const start = before === undefined || isZeroHash(before) ? undefined : before;
  const most = maxCommits ?? (start === undefined ? lastCommits : 90);
  if (!Number.isInteger(most) || most < 1) {
    const fix = 'Pass how many commits to read at most';
    throw new ConfigError('maxCommits', 'it is not a positive whole number', fix);
  }
  if (start !== undefined && !/^[0-9a-f]{4,64}$/i.test(start)) {
    throw new ConfigError(
      'start',
      'it is not a commit hash',
      'Pass a full hash, or the first characters of one',
    );
  }
  return { start, end, maxCommits: most, signal };
}

/**
 * The commits that `end` has and `start` has not. Where Bitbucket does not know the start (it was rewritten and is
 * gone), the newest ones are listed, until a commit that is the start or until the bound.
 */
async function readRange<Commit>(source: CommitSource<Commit>, range: Range): Promise<CommitList<Commit>> {
  const { start } = range;
  if (start === undefined) {
    return { ...(await listUntil(source, range, undefined)), truncated: false, startFound: true };
  }
  try {
    return await listUntil(source, range, start);
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404 && error.code === 'not_found')) throw error;
    return listUntil(source, range, undefined);
  }
}

/** `after` is what Bitbucket is asked to leave out; the walk ends at the start in any case. */
async function listUntil<Commit>(
  source: CommitSource<Commit>,
  { start, end, maxCommits, signal }: Range,
  after: string | undefined,
): Promise<CommitList<Commit>> {
  const commits: Commit[] = [];
  // Where it could be left out, it is known; else only the walk can meet it.
  const startFound = after !== undefined;
  // One more than the bound fits the page where it can: it tells, without another call, whether there is more.
  for await (const commit of source.list({ end, start: after, pageLength: maxCommits + 1, signal })) {
    if (start !== undefined && source.hashOf(commit).startsWith(start.toLowerCase()))
      return { commits, truncated: false, startFound: true };
    if (commits.length === maxCommits) return { commits, truncated: true, startFound };
    commits.push(commit);
  }
  return { commits, truncated: false, startFound };
}
