/** Which payload belongs to which event of Bitbucket Cloud: one line for the compiler, one for the run. */
import type { ZodMiniType } from 'zod/mini';
import type { CloudEventKey } from '../cloud-events.ts';
import {
  type CloudIssueCommentPayload,
  type CloudIssuePayload,
  type CloudIssueUpdatedPayload,
  cloudIssueCommentSchema,
  cloudIssueSchema,
  cloudIssueUpdatedSchema,
} from './cloud-issue-events.ts';
import type { CloudPullRequestFulfilledPayload, CloudPullRequestPayload } from './cloud-pull-request.ts';
import {
  type CloudPullRequestApprovalPayload,
  type CloudPullRequestChangesRequestPayload,
  type CloudPullRequestCommentPayload,
  cloudPullRequestApprovalSchema,
  cloudPullRequestChangesRequestSchema,
  cloudPullRequestCommentSchema,
  cloudPullRequestFulfilledSchema,
  cloudPullRequestRejectedSchema,
  cloudPullRequestSchema,
} from './cloud-pull-request-events.ts';
import { type CloudPushPayload, cloudPushSchema } from './cloud-push.ts';
import {
  type CloudCommitCommentPayload,
  type CloudCommitStatusPayload,
  type CloudForkPayload,
  type CloudProjectUpdatedPayload,
  type CloudRepositoryPayload,
  type CloudRepositoryUpdatedPayload,
  cloudCommitCommentSchema,
  cloudCommitStatusSchema,
  cloudForkSchema,
  cloudProjectUpdatedSchema,
  cloudRepositorySchema,
  cloudRepositoryUpdatedSchema,
} from './cloud-repository-events.ts';

/** Payloads by event key. */
export interface CloudPayloads {
  'repo:push': CloudPushPayload;
  'repo:fork': CloudForkPayload;
  'repo:updated': CloudRepositoryUpdatedPayload;
  'repo:transfer': CloudRepositoryPayload;
  'repo:created': CloudRepositoryPayload;
  'repo:deleted': CloudRepositoryPayload;
  'repo:imported': CloudRepositoryPayload;
  'repo:commit_comment_created': CloudCommitCommentPayload;
  'repo:commit_status_created': CloudCommitStatusPayload;
  'repo:commit_status_updated': CloudCommitStatusPayload;
  'pullrequest:created': CloudPullRequestPayload;
  'pullrequest:updated': CloudPullRequestPayload;
  'pullrequest:approved': CloudPullRequestApprovalPayload;
  'pullrequest:unapproved': CloudPullRequestApprovalPayload;
  'pullrequest:changes_request_created': CloudPullRequestChangesRequestPayload;
  'pullrequest:changes_request_removed': CloudPullRequestChangesRequestPayload;
  'pullrequest:fulfilled': CloudPullRequestFulfilledPayload;
  'pullrequest:rejected': CloudPullRequestPayload;
  'pullrequest:push': CloudPullRequestPayload;
  'pullrequest:comment_created': CloudPullRequestCommentPayload;
  'pullrequest:comment_updated': CloudPullRequestCommentPayload;
  'pullrequest:comment_deleted': CloudPullRequestCommentPayload;
  'pullrequest:comment_resolved': CloudPullRequestCommentPayload;
  'pullrequest:comment_reopened': CloudPullRequestCommentPayload;
  'project:updated': CloudProjectUpdatedPayload;
  'issue:created': CloudIssuePayload;
  'issue:updated': CloudIssueUpdatedPayload;
  'issue:comment_created': CloudIssueCommentPayload;
}

export const cloudSchemas = {
  'repo:push': cloudPushSchema,
  'repo:fork': cloudForkSchema,
  'repo:updated': cloudRepositoryUpdatedSchema,
  'repo:transfer': cloudRepositorySchema,
  'repo:created': cloudRepositorySchema,
  'repo:deleted': cloudRepositorySchema,
  'repo:imported': cloudRepositorySchema,
  'repo:commit_comment_created': cloudCommitCommentSchema,
  'repo:commit_status_created': cloudCommitStatusSchema,
  'repo:commit_status_updated': cloudCommitStatusSchema,
  'pullrequest:created': cloudPullRequestSchema,
  'pullrequest:updated': cloudPullRequestSchema,
  'pullrequest:approved': cloudPullRequestApprovalSchema,
  'pullrequest:unapproved': cloudPullRequestApprovalSchema,
  'pullrequest:changes_request_created': cloudPullRequestChangesRequestSchema,
  'pullrequest:changes_request_removed': cloudPullRequestChangesRequestSchema,
  'pullrequest:fulfilled': cloudPullRequestFulfilledSchema,
  'pullrequest:rejected': cloudPullRequestRejectedSchema,
  'pullrequest:push': cloudPullRequestSchema,
  'pullrequest:comment_created': cloudPullRequestCommentSchema,
  'pullrequest:comment_updated': cloudPullRequestCommentSchema,
  'pullrequest:comment_deleted': cloudPullRequestCommentSchema,
  'pullrequest:comment_resolved': cloudPullRequestCommentSchema,
  'pullrequest:comment_reopened': cloudPullRequestCommentSchema,
  'project:updated': cloudProjectUpdatedSchema,
  'issue:created': cloudIssueSchema,
  'issue:updated': cloudIssueUpdatedSchema,
  'issue:comment_created': cloudIssueCommentSchema,
} satisfies { [Key in CloudEventKey]: () => ZodMiniType<CloudPayloads[Key]> };
