/** The events of pull requests of Bitbucket Data Center: opened, changed, reviewed, closed, talked about. */
import { judged, maybeJudged, open } from './open-object.ts';
import { flag, list, maybeText, number, object, text } from './part.ts';
import { type ServerComment, serverComment } from './server-comment.ts';
import { type ServerUser, serverUser } from './server-common.ts';
import {
  type ServerParticipant,
  type ServerPullRequestPayload,
  serverParticipant,
  serverPullRequest,
} from './server-pull-request.ts';
import { serverFields } from './server-repository-events.ts';

/** `pr:from_ref_updated`: pushed to. Since 7.0. */
export interface ServerPullRequestFromRefUpdatedPayload extends ServerPullRequestPayload {
  /** The latest commit of `fromRef` before. */
  previousFromHash?: string | null | undefined;
}

/** The branch that a pull request went to. */
export interface ServerPreviousTarget {
  /** `refs/heads/main`. */
  id: string;
  displayId?: string | null | undefined;
  /** `BRANCH`. */
  type?: string | null | undefined;
  latestCommit?: string | null | undefined;
  [field: string]: unknown;
}

/** `pr:modified`. What was not changed is the same as in the pull request. */
export interface ServerPullRequestModifiedPayload extends ServerPullRequestPayload {
  previousTitle?: string | null | undefined;
  /** Missing where there was no description. */
  previousDescription?: string | null | undefined;
  previousTarget?: ServerPreviousTarget | null | undefined;
  /** Since 8.18. */
  previousDraft?: boolean | null | undefined;
}

/** `pr:reviewer:updated`: who was asked for a review, and who no longer is. */
export interface ServerPullRequestReviewersPayload extends ServerPullRequestPayload {
  addedReviewers?: ServerUser[] | null | undefined;
  removedReviewers?: ServerUser[] | null | undefined;
}

/** `pr:reviewer:approved`, `pr:reviewer:unapproved`, `pr:reviewer:needs_work`. */
export interface ServerPullRequestReviewPayload extends ServerPullRequestPayload {
  /** The reviewer, and what they think of it now. */
  participant: ServerParticipant;
  /** `APPROVED`, `UNAPPROVED`, `NEEDS_WORK`. */
  previousStatus?: string | null | undefined;
}

/** `pr:comment:added`, `pr:comment:deleted`. */
export interface ServerPullRequestCommentPayload extends ServerPullRequestPayload {
  comment: ServerComment;
  /** The id of the comment that it answers. */
  commentParentId?: number | null | undefined;
}

/** `pr:comment:edited`. */
export interface ServerPullRequestCommentEditedPayload extends ServerPullRequestCommentPayload {
  /** Its text before. */
  previousComment?: string | null | undefined;
}

const base = (...states: readonly string[]) => ({
  ...serverFields(),
  pullRequest: judged(serverPullRequest(...states)),
});

const previousTarget = () =>
  object<ServerPreviousTarget>({
    id: text,
    displayId: maybeText,
    type: maybeText,
    latestCommit: maybeText,
  });

const comment = () => ({
  ...base(),
  comment: judged(serverComment()),
  commentParentId: maybeJudged(number),
});

export const serverPullRequestSchema = () => open(base());
export const serverPullRequestMergedSchema = () => open(base('MERGED'));
export const serverPullRequestDeclinedSchema = () => open(base('DECLINED'));
export const serverPullRequestFromRefUpdatedSchema = () =>
  open({ ...base(), previousFromHash: maybeJudged(text) });
export const serverPullRequestModifiedSchema = () =>
  open({
    ...base(),
    previousTitle: maybeJudged(text),
    previousDescription: maybeJudged(text),
    previousTarget: maybeJudged(previousTarget()),
    previousDraft: maybeJudged(flag),
  });
export const serverPullRequestReviewersSchema = () =>
  open({
    ...base(),
    addedReviewers: maybeJudged(list(serverUser())),
    removedReviewers: maybeJudged(list(serverUser())),
  });
export const serverPullRequestReviewSchema = () =>
  open({ ...base(), participant: judged(serverParticipant()), previousStatus: maybeJudged(text) });
export const serverPullRequestCommentSchema = () => open(comment());
export const serverPullRequestCommentEditedSchema = () =>
  open({ ...comment(), previousComment: maybeJudged(text) });
