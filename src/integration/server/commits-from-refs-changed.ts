/** Reads commits out of a push to a Server: of every ref that it changed, each commit once, ready to be kept. */
import { mapConcurrently } from '../../http/limiter.ts';
import type { BitbucketServer } from '../../server/client.ts';
import { splitRepo } from '../../server/repo.ts';
import type { Commit } from '../../server/types.ts';
import { isRecord } from '../../shared/types.ts';
import { toAuthor, toUtc } from '../commit-record.ts';
import type { CommitRecord, CommitsFromPushOptions } from '../commits-from-push.ts';
import { findResolvedReferences } from '../resolved-references.ts';

/** The part of a `repo:refs_changed` payload that is read. */
export interface RefsChanged {
  readonly changes?: unknown;
  /** The newest commits, since 9.x. */
  readonly commits?: unknown;
}

export interface CommitsFromRefsChangedOptions extends Omit<CommitsFromPushOptions, 'client' | 'repo'> {
  /** Reads the commits. Without it there are only those that the payload lists: none before 9.x, the newest since. */
  readonly client?: BitbucketServer | undefined;
}

/** A commit as the API or a payload has it. */
type ListedCommit = Pick<Commit, 'id'> & { readonly [Field in keyof Commit]?: unknown };

interface RefChange {
  readonly ref: string;
  readonly fromHash: string;
  readonly toHash: string;
}

const filesAtOnce = 8;
const isZeroHash = (hash: string): boolean => /^0+$/.test(hash);
const isHash = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{40}(?:[\da-f]{24})?$/i.test(value);

/**
 * The commits of every change of a push, merges left out, newest first for each ref, each once. A deleted ref gives
 * none; a new one gives all that lead to it, up to `maxCommits`.
 *
 * @param repo `PROJECT/slug`
 * @throws ApiError, TransportError when they cannot be read; nothing is given then
 * @see https://confluence.atlassian.com/bitbucketserver/event-payload-938025882.html
 */
export async function commitsFromRefsChanged(
  payload: RefsChanged,
  repo: string,
  options: CommitsFromRefsChangedOptions = {},
): Promise<CommitRecord[]> {
  const { skipMarkers = ['#skipsentry'], keyPattern } = options;
  const byHash = new Map<string, CommitRecord>();
  for (const change of readChanges(payload)) {
    for (const commit of await commitsOf(payload, change, { ...options, repo })) {
      const record = toRecord(commit, change.ref, keyPattern);
      if (byHash.has(record.id) || skipMarkers.some((marker) => record.message.includes(marker))) continue;
      byHash.set(record.id, record);
    }
  }
  const records = [...byHash.values()];
  return options.fileChanges === true ? withFileChanges(records, repo, options) : records;
}

/** The refs that were made or moved. What is no change is left out, as a deletion is. */
function readChanges({ changes }: RefsChanged): RefChange[] {
  return (Array.isArray(changes) ? changes : []).flatMap((change: unknown): RefChange[] => {
    if (!isRecord(change) || change['type'] === 'DELETE') return [];
    const { ref, refId, fromHash, toHash } = change;
    if (!isHash(fromHash) || !isHash(toHash) || isZeroHash(toHash)) return [];
    const named = isRecord(ref) ? (ref['displayId'] ?? ref['id']) : refId;
    return [{ ref: String(named ?? '').replace(/^refs\/(heads|tags)\//, ''), fromHash, toHash }];
  });
}

async function commitsOf(
  { commits }: RefsChanged,
  { ref, fromHash, toHash }: RefChange,
  {
    client,
    repo,
    maxCommits = 1000,
    onTruncated,
    signal,
  }: CommitsFromRefsChangedOptions & { readonly repo: string },
): Promise<readonly ListedCommit[]> {
  if (client === undefined) return listedFor(toHash, commits);
  const query = {
    since: isZeroHash(fromHash) ? undefined : fromHash,
    until: toHash,
    merges: 'exclude',
    limit: Math.min(maxCommits + 1, 1000),
  } as const;
  const found = await Array.fromAsync(
    client.paginate('GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits', {
      path: splitRepo(repo),
      query,
      maxItems: maxCommits + 1,
      signal,
    }),
  );
  if (found.length <= maxCommits) return found;
  onTruncated?.({ ref, read: maxCommits });
  return found.slice(0, maxCommits);
}

/** Those that the payload lists, if they are of this change: the first of them is where the ref is now. */
function listedFor(toHash: string, commits: unknown): ListedCommit[] {
  const listed = (Array.isArray(commits) ? commits : []).filter(isRecord).filter(({ id }) => isHash(id));
  return listed[0]?.['id'] === toHash ? (listed as ListedCommit[]) : [];
}

/** The REST API has times in milliseconds, webhooks since 10.0 in ISO 8601. */
function toRecord(commit: ListedCommit, ref: string, keyPattern: RegExp | undefined): CommitRecord {
  const { id, message: given, author, authorTimestamp } = commit;
  const message = typeof given === 'string' ? given : '';
  const isTime = typeof authorTimestamp === 'number' || typeof authorTimestamp === 'string';
  return {
    id,
    ref,
    message,
    author: isRecord(author)
      ? toAuthor(author['displayName'] ?? author['name'], author['emailAddress'])
      : undefined,
    timestamp: isTime ? toUtc(authorTimestamp) : '',
    resolves: findResolvedReferences(message, { keyPattern }),
  };
}

async function withFileChanges(
  records: readonly CommitRecord[],
  repo: string,
  { client, signal }: CommitsFromRefsChangedOptions,
): Promise<CommitRecord[]> {
  if (client === undefined) return [...records];
  return mapConcurrently(
    records,
    filesAtOnce,
    async (record, stop) => ({
      ...record,
      patchSet: await client.getCommitFileChanges(repo, record.id, { signal: stop }),
    }),
    signal,
  );
}
