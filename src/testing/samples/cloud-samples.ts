/** A sample payload for each event of Bitbucket Cloud: invented data in the platform's form. */
import type { CloudPayloads } from '../../webhooks/payloads/cloud-payloads.ts';
import { cloudIssue, cloudIssueComment, cloudIssueUpdated } from './cloud-issue-samples.ts';
import {
  cloudApproved,
  cloudChangesNoLongerRequested,
  cloudChangesRequested,
  cloudCommentDeleted,
  cloudCommentResolved,
  cloudPullRequestComment,
  cloudPullRequestEvent,
  cloudUnapproved,
} from './cloud-pull-request-samples.ts';
import {
  cloudCommitComment,
  cloudCommitStatus,
  cloudForked,
  cloudProjectUpdated,
  cloudPush,
  cloudRepositoryEvent,
  cloudRepositoryUpdated,
} from './cloud-repository-samples.ts';

/** Each function gives a new object, so that a test may change what it gets. */
export const cloudSamples: { readonly [Key in keyof CloudPayloads]: () => CloudPayloads[Key] } = {
  'repo:push': cloudPush,
  'repo:fork': cloudForked,
  'repo:updated': cloudRepositoryUpdated,
  'repo:transfer': cloudRepositoryEvent,
  'repo:created': cloudRepositoryEvent,
  'repo:deleted': cloudRepositoryEvent,
  'repo:imported': cloudRepositoryEvent,
  'repo:commit_comment_created': cloudCommitComment,
  'repo:commit_status_created': () => cloudCommitStatus('INPROGRESS'),
  'repo:commit_status_updated': () => cloudCommitStatus('SUCCESSFUL'),
  'pullrequest:created': () => cloudPullRequestEvent(),
  'pullrequest:updated': () => cloudPullRequestEvent(),
  'pullrequest:approved': cloudApproved,
  'pullrequest:unapproved': cloudUnapproved,
  'pullrequest:changes_request_created': cloudChangesRequested,
  'pullrequest:changes_request_removed': cloudChangesNoLongerRequested,
  'pullrequest:fulfilled': () => cloudPullRequestEvent({ state: 'MERGED', review: 'approved' }),
  'pullrequest:rejected': () => cloudPullRequestEvent({ state: 'DECLINED' }),
  'pullrequest:push': () => cloudPullRequestEvent(),
  'pullrequest:comment_created': () => cloudPullRequestComment(),
  'pullrequest:comment_updated': () => cloudPullRequestComment(),
  'pullrequest:comment_deleted': cloudCommentDeleted,
  'pullrequest:comment_resolved': cloudCommentResolved,
  'pullrequest:comment_reopened': () => cloudPullRequestComment(),
  'project:updated': cloudProjectUpdated,
  'issue:created': cloudIssue,
  'issue:updated': cloudIssueUpdated,
  'issue:comment_created': cloudIssueComment,
};
