/** What is known of a pull request. */
import type { PerRepository } from '../../per-repository.ts';
import type { Repository, User } from '../../world.ts';
import type { Account } from '../accounts.ts';
import type { Comment } from '../comments/comment.ts';

/** One side: a branch, and the commit that it has or had. */
export interface Endpoint {
  repository: Repository;
  branch: string;
  /** Full. */
  hash: string;
}

/** Somebody who took part, or was asked to. */
export interface Participation {
  readonly account: Account;
  state: 'approved' | 'changes_requested' | null;
  /** Undefined for a reviewer of whom nothing came yet. */
  on: number | undefined;
}

/** Something to be done, on the whole or below a comment. */
export interface Task {
  readonly id: number;
  readonly creator: Account;
  readonly createdOn: number;
  /** By its number. */
  readonly comment: number | undefined;
  raw: string;
  updatedOn: number;
  resolution: { readonly account: Account; readonly on: number } | undefined;
}

export interface PullRequest {
  readonly id: number;
  /** The destination's, where the pull request is found. */
  readonly repository: Repository;
  readonly author: Account;
  readonly createdOn: number;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  /** By UUID, in the order in which they came. */
  readonly participants: Map<string, Participation>;
  readonly comments: Comment[];
  readonly tasks: Task[];
  /** Oldest first. */
  readonly activity: Activity[];
  title: string;
  description: string;
  reviewers: readonly User[];
  state: 'OPEN' | 'MERGED' | 'DECLINED';
  draft: boolean;
  closeSourceBranch: boolean;
  /** Full. */
  mergeCommit: string | undefined;
  closedBy: Account | undefined;
  reason: string;
  updatedOn: number;
}

/** One entry of the log. What it tells of the pull request is how that was then. */
export interface Activity {
  readonly kind: 'update' | 'approval' | 'changes_requested' | 'comment';
  readonly account: Account;
  readonly on: number;
  readonly comment?: Comment;
  readonly snapshot: Pick<
    PullRequest,
    'title' | 'description' | 'state' | 'draft' | 'reason' | 'reviewers'
  > & {
    readonly source: Endpoint;
    readonly destination: Endpoint;
  };
}

export type PullRequestBook = PerRepository<PullRequest[]>;

export const roleOfParticipant = ({ reviewers }: PullRequest, uuid: string): 'REVIEWER' | 'PARTICIPANT' =>
  reviewers.some((user) => user.uuid === uuid) ? 'REVIEWER' : 'PARTICIPANT';

/** Notes that somebody did something; who was not there before is from now on. */
export function takePart(
  pullRequest: PullRequest,
  account: Account,
  { on, state }: { on: number; state?: Participation['state'] },
): Participation {
  const before = pullRequest.participants.get(account.uuid);
  const participation = {
    account,
    state: before?.state ?? null,
    ...(state === undefined ? {} : { state }),
    on,
  };
  pullRequest.participants.set(account.uuid, participation);
  return participation;
}

/** Writes down what happened, with how the pull request is now. */
export function note(
  pullRequest: PullRequest,
  entry: Pick<Activity, 'kind' | 'account' | 'on' | 'comment'>,
): void {
  const { title, description, state, draft, reason, reviewers, source, destination } = pullRequest;
  const text = { title, description, state, draft, reason, reviewers };
  const ends = { source: { ...source }, destination: { ...destination } };
  pullRequest.activity.push({ ...entry, snapshot: { ...text, ...ends } });
}
