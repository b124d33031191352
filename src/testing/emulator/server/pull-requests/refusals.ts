/** What Bitbucket Server refuses of pull requests, in the shapes that clients tell apart. */
import { ServerError } from '../errors.ts';
import type { Json } from '../shapes.ts';

const root = 'com.atlassian.bitbucket';

const conflict = (kind: string, message: string, more: Json = {}, context?: string): ServerError =>
  new ServerError(409, message, `${root}.${kind}`, { more, context });

export const noSuchPullRequest = (id: string, place: string): ServerError =>
  new ServerError(
    404,
    `Pull request ${id} does not exist in ${place}.`,
    `${root}.pull.NoSuchPullRequestException`,
  );

export const noSuchComment = (id: string, place: string): ServerError =>
  new ServerError(404, `Comment ${id} does not exist in ${place}.`, `${root}.comment.NoSuchCommentException`);

export const noSuchBranch = (name: string, place: string): ServerError =>
  new ServerError(
    404,
    `Repository "${place}" has no branch "${name}"`,
    `${root}.repository.NoSuchBranchException`,
  );

/** Whoever names no version is told that they expected -1. */
export const outOfDate = (current: number, expected: number, pullRequest: Json): ServerError =>
  conflict(
    'pull.PullRequestOutOfDateException',
    'You are attempting to modify a pull request based on out-of-date information.',
    { currentVersion: current, expectedVersion: expected, pullRequest },
  );

export const commentOutOfDate = (current: number, expected: number): ServerError =>
  conflict(
    'comment.CommentOutOfDateException',
    'You are attempting to modify a comment based on out-of-date information.',
    { currentVersion: current, expectedVersion: expected },
  );

export const hasReplies = (): ServerError =>
  conflict('comment.CommentDeletionException', 'A comment with replies cannot be deleted.');

export const wrongState = (message: string): ServerError =>
  conflict('pull.IllegalPullRequestStateException', message);

export const duplicate = (existing: Json): ServerError =>
  conflict(
    'pull.DuplicatePullRequestException',
    'Only one pull request may be open for a given source and target branch',
    { existingPullRequest: existing },
  );

export const empty = (to: string, from: string, place: string): ServerError =>
  conflict(
    'pull.EmptyPullRequestException',
    `Branch "${to}" is already up-to-date with branch "${from}" in repository "${place}"`,
  );

export const wrongTarget = (message: string): ServerError =>
  conflict('pull.InvalidPullRequestTargetException', message);

/** Names those that cannot review, and why; nothing is changed for the others. */
export const wrongReviewers = (errors: readonly { name: string; message: string }[]): ServerError =>
  conflict(
    'pull.InvalidPullRequestReviewersException',
    'Errors encountered while adding some reviewers to this pull request.',
    {
      reviewerErrors: errors.map(({ name, message }) => ({ context: name, message, exceptionName: null })),
      validReviewers: [],
    },
    'reviewers',
  );

export interface Veto {
  readonly summaryMessage: string;
  readonly detailedMessage: string;
}

export const vetoed = (conflicted: boolean, vetoes: readonly Veto[]): ServerError =>
  conflict(
    'pull.PullRequestMergeVetoedException',
    conflicted
      ? 'The pull request has conflicts and cannot be merged.'
      : 'Merging the pull request has been vetoed.',
    { conflicted, vetoes },
  );
