/** The events of pull requests of Bitbucket Cloud: opened, changed, reviewed, closed, talked about. */

import { type CloudComment, cloudComment } from './cloud-comment.ts';
import { type CloudAccount, cloudAccount, cloudRepository } from './cloud-common.ts';
import { type CloudPullRequestPayload, cloudPullRequest } from './cloud-pull-request.ts';
import { judged, maybeJudged, open } from './open-object.ts';
import { maybe, maybeText, object } from './part.ts';

/** Who approved or asked for changes, and when; also when it is taken back. */
export interface CloudReview {
  user?: CloudAccount | null | undefined;
  /** ISO 8601. */
  date?: string | null | undefined;
  [field: string]: unknown;
}

/** `pullrequest:approved`, `pullrequest:unapproved`. */
export interface CloudPullRequestApprovalPayload extends CloudPullRequestPayload {
  approval: CloudReview;
}

/** `pullrequest:changes_request_created`, `pullrequest:changes_request_removed`. */
export interface CloudPullRequestChangesRequestPayload extends CloudPullRequestPayload {
  changes_request: CloudReview;
}

/** `pullrequest:comment_created`, `_updated`, `_deleted`, `_resolved`, `_reopened`. */
export interface CloudPullRequestCommentPayload extends CloudPullRequestPayload {
  comment: CloudComment;
}

const base = (...states: readonly string[]) => ({
  actor: maybeJudged(cloudAccount()),
  repository: judged(cloudRepository()),
  pullrequest: judged(cloudPullRequest(...states)),
});

const review = () => object<CloudReview>({ user: maybe(cloudAccount()), date: maybeText });

export const cloudPullRequestSchema = () => open(base());
export const cloudPullRequestFulfilledSchema = () => open(base('MERGED'));
/** A pull request is superseded when another with the same sides takes its place. */
export const cloudPullRequestRejectedSchema = () => open(base('DECLINED', 'SUPERSEDED'));
export const cloudPullRequestApprovalSchema = () => open({ ...base(), approval: judged(review()) });
export const cloudPullRequestChangesRequestSchema = () =>
  open({ ...base(), changes_request: judged(review()) });
export const cloudPullRequestCommentSchema = () => open({ ...base(), comment: judged(cloudComment()) });
