/** Reads ranges of commits, each with what it did to files. */
import { ApiError } from '../errors/api-error.ts';
import { ConfigError } from '../errors/config-error.ts';
import { mapConcurrently } from '../http/limiter.ts';
import type { RestClient } from '../http/rest-client.ts';
import type { FileChange } from '../shared/file-change.ts';
import { diffstatToFileChanges } from './file-changes.ts';
import { splitRepo } from './repo.ts';
import type { CloudRoutes } from './routes.ts';
import type { Commit } from './types.ts';

/** A commit as Bitbucket gives it, with its changes against its first parent. */
export type CommitWithChanges = Commit & { readonly patchSet: readonly FileChange[] };

export interface CompareCommitsOptions {
  /** The last commit of the range: a hash, or a branch or tag. */
  readonly end: string;
  /** The commit before the range, which is not part of it: a full or short hash. Without it, the last 10 are read. */
  readonly start?: string | undefined;
  /** Most commits to read. Default 90. */
  readonly maxCommits?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called after each commit whose changes were read. */
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
}

export interface CommitComparison {
  /** Newest first. */
  readonly commits: readonly CommitWithChanges[];
  /** True when the range has more commits than were read. */
  readonly truncated: boolean;
}

type CloudRest = RestClient<CloudRoutes>;

const lastCommits = 10;
const largestPage = 100;
/** Diffstats read at once for one comparison; the client's own `concurrency` bounds all calls together. */
const changesAtOnce = 8;

/** All changes of one commit against its first parent; those of a first commit against nothing. */
export async function readFileChanges(
  rest: CloudRest,
  repo: string,
  hash: string,
  signal?: AbortSignal | undefined,
): Promise<FileChange[]> {
  const changes: FileChange[] = [];
  const path = { ...splitRepo(repo), spec: hash };
  const entries = rest.paginate('GET /repositories/{workspace}/{repo_slug}/diffstat/{spec}', {
    path,
    signal,
  });
  for await (const entry of entries) changes.push(...diffstatToFileChanges(entry));
  return changes;
}

export async function compareCommits(
  rest: CloudRest,
  repo: string,
  options: CompareCommitsOptions,
): Promise<CommitComparison> {
  const { start, end, maxCommits = start === undefined ? lastCommits : 90, signal, onProgress } = options;
  if (!Number.isInteger(maxCommits) || maxCommits < 1) {
    throw new ConfigError(
      'maxCommits',
      'it is not a positive whole number',
      'Pass how many commits to read at most',
    );
  }
  if (start !== undefined && !/^[0-9a-f]{4,64}$/i.test(start)) {
    throw new ConfigError(
      'start',
      'it is not a commit hash',
      'Pass a full hash, or the first characters of one',
    );
  }
  const { commits, truncated } = await readRange(rest, repo, { start, end, maxCommits, signal });
  let done = 0;
  const patchSets = await mapConcurrently(
    commits,
    changesAtOnce,
    async ({ hash }, stop) => {
      const changes = await readFileChanges(rest, repo, hash, stop);
      done += 1;
      onProgress?.({ done, total: commits.length });
      return changes;
    },
    signal,
  );
  return { commits: commits.map((commit, at) => ({ ...commit, patchSet: patchSets[at] ?? [] })), truncated };
}

interface Range {
  readonly start: string | undefined;
  readonly end: string;
  readonly maxCommits: number;
  readonly signal: AbortSignal | undefined;
}

interface CommitList {
  readonly commits: readonly Commit[];
  readonly truncated: boolean;
}

/**
 * The commits that `end` has and `start` has not. Where Bitbucket does not know the start (it was rewritten and is
 * gone), the newest ones are listed, until a commit that is the start or until the bound.
 */
async function readRange(rest: CloudRest, repo: string, range: Range): Promise<CommitList> {
  const { start } = range;
  if (start === undefined) return { ...(await listUntil(rest, repo, range, {})), truncated: false };
  try {
    return await listUntil(rest, repo, range, { exclude: start });
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404 && error.code === 'not_found')) throw error;
    return listUntil(rest, repo, range, {});
  }
}

async function listUntil(
  rest: CloudRest,
  repo: string,
  { start, end, maxCommits, signal }: Range,
  query: { exclude?: string },
): Promise<CommitList> {
  const commits: Commit[] = [];
  const path = { ...splitRepo(repo), revision: end };
  // One more than the bound fits the page where it can: it tells, without another call, whether there is more.
  const pagelen = Math.min(maxCommits + 1, largestPage);
  const listed = rest.paginate('GET /repositories/{workspace}/{repo_slug}/commits/{revision}', {
    path,
    query: { ...query, pagelen },
    signal,
  });
  for await (const commit of listed) {
    if (start !== undefined && commit.hash.startsWith(start.toLowerCase()))
      return { commits, truncated: false };
    if (commits.length === maxCommits) return { commits, truncated: true };
    commits.push(commit);
  }
  return { commits, truncated: false };
}
