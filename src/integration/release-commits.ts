/** The commits of a release, as a host keeps them. */
import type { CommitWithChanges } from '../cloud/commits.ts';
import type { FileChange } from '../shared/file-change.ts';
import { type CommitAuthor, parseAuthor, toUtc } from './commit-record.ts';

/** A commit of a release. */
export interface ReleaseCommit {
  readonly id: string;
  /** The repository's name. */
  readonly repository: string;
  /** `undefined` where the commit names none that can be kept. */
  readonly author: CommitAuthor | undefined;
  readonly message: string;
  /** ISO 8601, UTC. */
  readonly timestamp: string;
  readonly patchSet: readonly FileChange[];
}

export interface ReleaseComparison {
  /** Newest first. */
  readonly commits: readonly ReleaseCommit[];
  /** True when there were more than were read. */
  readonly truncated: boolean;
  /** False when Bitbucket does not know the start any more: these are just the newest commits then. */
  readonly startFound: boolean;
}

export interface CompareReleaseOptions {
  /** The commit of the release before; without it the last 10 commits are given. */
  readonly start?: string | undefined;
  readonly end: string;
  readonly maxCommits?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export function toReleaseCommit(
  { hash, author, message, date, patchSet }: CommitWithChanges,
  repository: string,
): ReleaseCommit {
  return {
    id: hash,
    repository,
    author: parseAuthor(author?.raw),
    message,
    timestamp: toUtc(date),
    patchSet,
  };
}
