/** What a Server knows of a pull request. */
import type { RefKind } from '../../git/refs.ts';
import type { PerRepository } from '../../per-repository.ts';
import type { Json } from '../shapes.ts';
import type { ServerRepository } from '../world.ts';
import type { Comment } from './comment.ts';
import type { Person } from './person.ts';

/** One side: a branch, or a tag to come from, and the commit that it has or had. */
export interface Side {
  readonly found: ServerRepository;
  readonly kind: RefKind;
  readonly name: string;
  /** Full. */
  hash: string;
}

export type ReviewStatus = 'APPROVED' | 'NEEDS_WORK' | 'UNAPPROVED';

/** Somebody beside the author: asked for a review, or one who said something. */
export interface Participant {
  readonly person: Person;
  role: 'REVIEWER' | 'PARTICIPANT';
  status: ReviewStatus;
  lastReviewed: string | undefined;
}

export interface PullRequest {
  readonly id: number;
  readonly author: Person;
  readonly createdDate: number;
  readonly from: Side;
  /** In the repository where the pull request is found. */
  to: Side;
  /** Counts edits and changes of state; neither pushes nor reviews nor comments. */
  version: number;
  title: string;
  description: string;
  draft: boolean;
  state: 'OPEN' | 'MERGED' | 'DECLINED';
  /** Full; unknown where the merge was pushed. */
  mergeCommit: string | undefined;
  updatedDate: number;
  closedDate: number | undefined;
  /** By key, in the order in which they came. */
  readonly participants: Map<string, Participant>;
  readonly comments: Comment[];
  /** Oldest first. */
  readonly activities: Activity[];
}

export type Action =
  | 'OPENED'
  | 'UPDATED'
  | 'RESCOPED'
  | 'APPROVED'
  | 'REVIEWED'
  | 'UNAPPROVED'
  | 'COMMENTED'
  | 'MERGED'
  | 'DECLINED'
  | 'REOPENED';

/** One entry of the log; `more` is what only entries of this kind tell. */
export interface Activity {
  readonly id: number;
  readonly action: Action;
  readonly person: Person;
  readonly on: number;
  readonly comment?: Comment;
  readonly reviewers?: { readonly added: readonly Person[]; readonly removed: readonly Person[] };
  readonly more?: Json;
}

/** Those of one repository; the ids of deleted ones are not given again. */
export interface Shelf {
  last: number;
  readonly all: Map<number, PullRequest>;
}

export interface PullRequestBook {
  readonly shelf: PerRepository<Shelf>;
  nextActivityId(): number;
}

export const isOpen = ({ state }: Pick<PullRequest, 'state'>): boolean => state === 'OPEN';

export const reviewersOf = ({ participants }: PullRequest): Participant[] =>
  [...participants.values()].filter(({ role }) => role === 'REVIEWER');

/** Whoever speaks takes part from then on; the author does so anyway. */
export function takePart(pullRequest: PullRequest, person: Person): void {
  if (person.key === pullRequest.author.key || pullRequest.participants.has(person.key)) return;
  const participant = { person, role: 'PARTICIPANT', status: 'UNAPPROVED', lastReviewed: undefined } as const;
  pullRequest.participants.set(person.key, { ...participant });
}
