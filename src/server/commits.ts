/** Reads commits, each with what it did to files. */
import {
  type CompareCommitsOptions,
  type Comparison,
  compareCommits,
  isZeroHash,
  type WithChanges,
} from '../http/compare-commits.ts';
import { type ListOptions, listPages } from '../http/list-pages.ts';
import type { Paged } from '../http/paging.ts';
import type { RestClient } from '../http/rest-client.ts';
import type { FileChange } from '../shared/file-change.ts';
import { changeToFileChanges } from './file-changes.ts';
import type { ServerRoutes } from './operations.ts';
import { splitRepo } from './repo.ts';
import type { Commit, Page } from './types.ts';

export type CommitWithChanges = WithChanges<Commit>;
export type CommitComparison = Comparison<Commit>;

export interface CommitsOptions extends ListOptions {
  /** The commit before the range, which is not part of it. Without it, or with zeros only, all that lead to `until`. */
  readonly since?: string | undefined;
  /** The last commit of the range: a hash, a branch or a tag. Default: the default branch. */
  readonly until?: string | undefined;
}

type ServerRest = RestClient<ServerRoutes>;

const largestPage = 1000;

/** The commits of a range without merges, newest first. */
export function readCommits(
  rest: ServerRest,
  repo: string,
  { maxPages, ...range }: CommitsOptions,
): Promise<Commit[]> {
  return listPages(walkCommits(rest, repo, { ...range, limit: largestPage }), maxPages);
}

/** All changes of one commit against its first parent; those of a first commit against nothing. */
export async function readFileChanges(
  rest: ServerRest,
  repo: string,
  hash: string,
  signal?: AbortSignal | undefined,
): Promise<FileChange[]> {
  const changes: FileChange[] = [];
  const entries = rest.paginate(
    'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/changes',
    { path: { ...splitRepo(repo), commitId: hash }, query: { limit: largestPage }, signal },
  );
  for await (const entry of entries) changes.push(...changeToFileChanges(entry));
  return changes;
}

export interface CompareServerCommitsOptions extends CompareCommitsOptions {
  /** Instead of asking the server: for what is known of commits already. */
  readonly readChanges?: ((hash: string, signal: AbortSignal) => Promise<readonly FileChange[]>) | undefined;
}

export function compareServerCommits(
  rest: ServerRest,
  repo: string,
  {
    readChanges = (hash, signal) => readFileChanges(rest, repo, hash, signal),
    ...options
  }: CompareServerCommitsOptions,
): Promise<CommitComparison> {
  return compareCommits<Commit>(
    {
      list: ({ end, start: since, pageLength, signal }) =>
        walkCommits(rest, repo, { since, until: end, limit: Math.min(pageLength, largestPage), signal }),
      hashOf: ({ id }) => id,
      readChanges,
    },
    options,
  );
}

function walkCommits(
  rest: ServerRest,
  repo: string,
  { since, until, limit, signal }: CommitsOptions & { readonly limit: number },
): Paged<Commit, Page<Commit>> {
  const query = {
    since: since === undefined || isZeroHash(since) ? undefined : since,
    until,
    merges: 'exclude',
    limit,
  } as const;
  return rest.paginate('GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits', {
    path: splitRepo(repo),
    query,
    signal,
  });
}
