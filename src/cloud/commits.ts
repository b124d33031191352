/** Reads commits, each with what it did to files. */

import type { CompareCommitsOptions } from '../http/compare-commits.ts';
import { type Comparison, compareCommits, type WithChanges } from '../http/compare-commits.ts';
import type { RestClient } from '../http/rest-client.ts';
import type { FileChange } from '../shared/file-change.ts';
import { diffstatToFileChanges } from './file-changes.ts';
import type { CloudRoutes } from './operations.ts';
import { splitRepo } from './repo.ts';
import type { Commit } from './types.ts';

export type CommitWithChanges = WithChanges<Commit>;
export type CommitComparison = Comparison<Commit>;

type CloudRest = RestClient<CloudRoutes>;

const largestPage = 100;

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

export function compareCloudCommits(
  rest: CloudRest,
  repo: string,
  options: CompareCommitsOptions,
): Promise<CommitComparison> {
  return compareCommits<Commit>(
    {
      list: ({ end, start, pageLength, signal }) =>
        rest.paginate('GET /repositories/{workspace}/{repo_slug}/commits/{revision}', {
          path: { ...splitRepo(repo), revision: end },
          query: { exclude: start, pagelen: Math.min(pageLength, largestPage) },
          signal,
        }),
      hashOf: ({ hash }) => hash,
      readChanges: (hash, signal) => readFileChanges(rest, repo, hash, signal),
    },
    options,
  );
}
