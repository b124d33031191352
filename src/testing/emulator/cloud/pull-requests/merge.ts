/** Merges the branches of a pull request in the bare repository, and says what moved. */
import { isAncestor } from '../../git/log.ts';
import type { GitRepository } from '../../git/repository.ts';
import { changeRef, mergeTrees, type Person, writeCommit } from '../../git/write.ts';
import type { Account } from '../accounts.ts';
import { RestError } from '../errors.ts';
import type { PullRequest } from './pull-request.ts';
import { rebase } from './rebase.ts';

export const strategies = [
  'merge_commit',
  'squash',
  'fast_forward',
  'squash_fast_forward',
  'rebase_fast_forward',
  'rebase_merge',
] as const;
export type Strategy = (typeof strategies)[number];

export interface MergeInput {
  readonly strategy: Strategy;
  /** The commit's; by default one that names the branch and the pull request. */
  readonly message: string | undefined;
  readonly account: Account;
  readonly now: number;
}

/**
 * The commit that the destination has now.
 *
 * @throws RestError 409 when the branches conflict or the destination moved meanwhile, 400 when it cannot be fast-forwarded
 */
export async function mergeBranches(pullRequest: PullRequest, input: MergeInput): Promise<string> {
  const { destination } = pullRequest;
  const { git } = destination.repository;
  const from = destination.hash;
  const to = await mergedCommit(git, pullRequest, input);
  const moved = await changeRef(git, { kind: 'heads', name: destination.branch, from, to });
  if (!moved)
    throw new RestError(
      409,
      'Unable to merge because one of the refs involved changed while attempting to merge',
    );
  return to;
}

async function mergedCommit(
  git: GitRepository,
  pullRequest: PullRequest,
  input: MergeInput,
): Promise<string> {
  const ours = pullRequest.destination.hash;
  const theirs = pullRequest.source.hash;
  const { strategy } = input;
  if (strategy === 'fast_forward' || strategy === 'squash_fast_forward') {
    const possible = await isAncestor(git, { older: ours, newer: theirs });
    if (!possible) throw new RestError(400, 'The destination branch cannot be fast-forwarded');
  }
  if (strategy === 'fast_forward') return theirs;
  const committer: Person = { ...input.account, time: input.now };
  const rebases = strategy === 'rebase_fast_forward' || strategy === 'rebase_merge';
  const head = rebases ? await rebased(git, { ours, theirs, committer }) : theirs;
  if (strategy === 'rebase_fast_forward' && head !== undefined) return head;
  const tree = head === undefined ? undefined : await mergeTrees(git, ours, head);
  if (head === undefined || tree === undefined)
    throw new RestError(409, "You can't merge until you resolve all merge conflicts.");
  const squashes = strategy === 'squash' || strategy === 'squash_fast_forward';
  return writeCommit(git, {
    tree,
    parents: squashes ? [ours] : [ours, head],
    message: `${(input.message ?? defaultMessage(pullRequest)).trimEnd()}\n`,
    author: squashes ? { ...pullRequest.author, time: input.now } : committer,
    committer,
  });
}

/** What is on top of the destination already stays as it is. */
async function rebased(
  git: GitRepository,
  { ours, theirs, committer }: { ours: string; theirs: string; committer: Person },
): Promise<string | undefined> {
  if (await isAncestor(git, { older: ours, newer: theirs })) return theirs;
  return rebase(git, { source: theirs, onto: ours, committer });
}

const defaultMessage = ({ id, title, source }: PullRequest): string =>
  `Merged in ${source.branch} (pull request #${id})\n\n${title}`;
