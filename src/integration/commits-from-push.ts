/** Reads commits out of a push: whole, each once, ready to be kept. */
import type { BitbucketApiClient } from '../cloud/client.ts';
import { splitRepo } from '../cloud/repo.ts';
import { mapConcurrently } from '../http/limiter.ts';
import type { FileChange } from '../shared/file-change.ts';
import type { CloudPushChange, CloudPushPayload } from '../webhooks/payloads/cloud-push.ts';
import { type CommitAuthor, parseAuthor, toUtc } from './commit-record.ts';
import { findResolvedReferences } from './resolved-references.ts';

/** What is read of a commit, whether a delivery or the API gave it. */
interface GivenCommit {
  readonly hash: string;
  readonly message?: string | null | undefined;
  readonly date?: string | null | undefined;
  readonly author?: { readonly raw?: string | null | undefined } | null | undefined;
}

/** A commit as it is kept. */
export interface CommitRecord {
  /** The full hash. */
  readonly id: string;
  /** The branch or tag that it was pushed to. */
  readonly ref: string;
  readonly message: string;
  /** `undefined` where the commit names no e-mail address, or one of over 75 characters. */
  readonly author: CommitAuthor | undefined;
  /** ISO 8601, UTC. */
  readonly timestamp: string;
  /** Keys of the issues that the message says it resolves: `Fixes DEMO-1`. */
  readonly resolves: readonly string[];
  /** Only where `fileChanges` was asked for. */
  readonly patchSet?: readonly FileChange[];
}

export interface CommitsFromPushOptions {
  /** Reads what the push does not list: it has at most five commits of a change. */
  readonly client?: BitbucketApiClient | undefined;
  /** How the client calls the repository: by UUIDs it stays right when names change. Default: the push's full name. */
  readonly repo?: string | undefined;
  /** Read each commit's file changes, too; needs the client. */
  readonly fileChanges?: boolean | undefined;
  /** Commits whose message has one of these are left out. Default `#skipsentry`, the reference integration's. */
  readonly skipMarkers?: readonly string[] | undefined;
  /** What issue keys look like; see `findResolvedReferences`. */
  readonly keyPattern?: RegExp | undefined;
  /** Most commits to read of one change. Default 1000. */
  readonly maxCommits?: number | undefined;
  /** Called for a change that has more commits than could be read: over `maxCommits`, or no client to read them with. */
  readonly onTruncated?: ((change: { readonly ref: string; readonly read: number }) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const filesAtOnce = 8;

/**
 * Every commit of every change of a push, in the order that Bitbucket lists them, each once. A deleted branch gives
 * none. A change that lists only its newest five is completed with the client.
 *
 * @throws ApiError, TransportError when the rest cannot be read; nothing is given then
 * @see https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/#Push
 */
export async function commitsFromPush(
  push: CloudPushPayload,
  options: CommitsFromPushOptions = {},
): Promise<CommitRecord[]> {
  const { skipMarkers = ['#skipsentry'] } = options;
  const byHash = new Map<string, CommitRecord>();
  for (const change of push.push.changes) {
    const ref = change.new?.name;
    if (ref === undefined) continue;
    for (const commit of await commitsOf(push, change, ref, options)) {
      const message = commit.message ?? '';
      if (byHash.has(commit.hash) || skipMarkers.some((marker) => message.includes(marker))) continue;
      byHash.set(commit.hash, toRecord(commit, ref, options.keyPattern));
    }
  }
  const records = [...byHash.values()];
  return options.fileChanges === true ? withFileChanges(records, push, options) : records;
}

async function commitsOf(
  { repository }: CloudPushPayload,
  change: CloudPushChange,
  ref: string,
  { client, repo: given, maxCommits = 1000, onTruncated, signal }: CommitsFromPushOptions,
): Promise<readonly GivenCommit[]> {
  const listed = change.commits ?? [];
  if (change.truncated !== true || change.new === null) return listed;
  if (client === undefined) {
    onTruncated?.({ ref, read: listed.length });
    return listed;
  }
  const repo = given ?? repository.full_name;
  const exclude = await knownBefore(client, repo, change, signal);
  const commits = await listCommits(client, repo, {
    range: { include: change.new.target.hash, exclude },
    maxItems: maxCommits + 1,
    signal,
  });
  if (commits.length <= maxCommits) return commits;
  onTruncated?.({ ref, read: maxCommits });
  return commits.slice(0, maxCommits);
}

/** What to leave out of a range: what the ref had before; for a new ref, what the main branch has. */
async function knownBefore(
  client: BitbucketApiClient,
  repo: string,
  change: CloudPushChange,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  if (change.old !== null) return change.old.target.hash;
  const { mainbranch } = await client.getRepo(repo, { signal });
  return mainbranch?.name === change.new?.name ? undefined : mainbranch?.name;
}

interface ListCommitsOptions {
  readonly range: { readonly include: string; readonly exclude: string | undefined };
  readonly maxItems: number;
  readonly signal: AbortSignal | undefined;
}

function listCommits(
  client: BitbucketApiClient,
  repo: string,
  { range, maxItems, signal }: ListCommitsOptions,
): Promise<GivenCommit[]> {
  const path = splitRepo(repo);
  const query = { ...range, pagelen: 100 };
  const route = 'GET /repositories/{workspace}/{repo_slug}/commits';
  return Array.fromAsync(client.paginate(route, { path, query, maxItems, signal }));
}

function toRecord(
  { hash, message, author, date }: GivenCommit,
  ref: string,
  keyPattern: RegExp | undefined,
): CommitRecord {
  return {
    id: hash,
    ref,
    message: message ?? '',
    author: parseAuthor(author?.raw ?? undefined),
    timestamp: toUtc(date ?? ''),
    resolves: findResolvedReferences(message ?? '', { keyPattern }),
  };
}

async function withFileChanges(
  records: readonly CommitRecord[],
  { repository }: CloudPushPayload,
  { client, repo, signal }: CommitsFromPushOptions,
): Promise<CommitRecord[]> {
  if (client === undefined) return [...records];
  return mapConcurrently(
    records,
    filesAtOnce,
    async (record, stop) => ({
      ...record,
      patchSet: await client.getCommitFileChanges(repo ?? repository.full_name, record.id, { signal: stop }),
    }),
    signal,
  );
}
