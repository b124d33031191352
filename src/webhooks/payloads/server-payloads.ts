/** Which payload belongs to which event of Bitbucket Data Center: one line for the compiler, one for the run. */
import type { ZodMiniType } from 'zod/mini';
import type { ServerEventKey } from '../server-events.ts';
import type { ServerPullRequestPayload } from './server-pull-request.ts';
import {
  type ServerPullRequestCommentEditedPayload,
  type ServerPullRequestCommentPayload,
  type ServerPullRequestFromRefUpdatedPayload,
  type ServerPullRequestModifiedPayload,
  type ServerPullRequestReviewersPayload,
  type ServerPullRequestReviewPayload,
  serverPullRequestCommentEditedSchema,
  serverPullRequestCommentSchema,
  serverPullRequestDeclinedSchema,
  serverPullRequestFromRefUpdatedSchema,
  serverPullRequestMergedSchema,
  serverPullRequestModifiedSchema,
  serverPullRequestReviewersSchema,
  serverPullRequestReviewSchema,
  serverPullRequestSchema,
} from './server-pull-request-events.ts';
import {
  type ServerCommitCommentEditedPayload,
  type ServerCommitCommentPayload,
  type ServerForkedPayload,
  type ServerMirrorSynchronizedPayload,
  type ServerPingPayload,
  type ServerProjectModifiedPayload,
  type ServerRefsChangedPayload,
  type ServerRepositoryModifiedPayload,
  type ServerSecretDetectedPayload,
  serverCommitCommentEditedSchema,
  serverCommitCommentSchema,
  serverForkedSchema,
  serverMirrorSynchronizedSchema,
  serverPingSchema,
  serverProjectModifiedSchema,
  serverRefsChangedSchema,
  serverRepositoryModifiedSchema,
  serverSecretDetectedSchema,
} from './server-repository-events.ts';

/** Payloads by event key. */
export interface ServerPayloads {
  'repo:refs_changed': ServerRefsChangedPayload;
  'repo:modified': ServerRepositoryModifiedPayload;
  'repo:forked': ServerForkedPayload;
  'repo:comment:added': ServerCommitCommentPayload;
  'repo:comment:edited': ServerCommitCommentEditedPayload;
  'repo:comment:deleted': ServerCommitCommentPayload;
  'repo:secret_detected': ServerSecretDetectedPayload;
  'mirror:repo_synchronized': ServerMirrorSynchronizedPayload;
  'project:modified': ServerProjectModifiedPayload;
  'pr:opened': ServerPullRequestPayload;
  'pr:from_ref_updated': ServerPullRequestFromRefUpdatedPayload;
  'pr:modified': ServerPullRequestModifiedPayload;
  'pr:merged': ServerPullRequestPayload;
  'pr:declined': ServerPullRequestPayload;
  'pr:deleted': ServerPullRequestPayload;
  'pr:reviewer:updated': ServerPullRequestReviewersPayload;
  'pr:reviewer:approved': ServerPullRequestReviewPayload;
  'pr:reviewer:unapproved': ServerPullRequestReviewPayload;
  'pr:reviewer:needs_work': ServerPullRequestReviewPayload;
  'pr:comment:added': ServerPullRequestCommentPayload;
  'pr:comment:edited': ServerPullRequestCommentEditedPayload;
  'pr:comment:deleted': ServerPullRequestCommentPayload;
  'diagnostics:ping': ServerPingPayload;
}

export const serverSchemas = {
  'repo:refs_changed': serverRefsChangedSchema,
  'repo:modified': serverRepositoryModifiedSchema,
  'repo:forked': serverForkedSchema,
  'repo:comment:added': serverCommitCommentSchema,
  'repo:comment:edited': serverCommitCommentEditedSchema,
  'repo:comment:deleted': serverCommitCommentSchema,
  'repo:secret_detected': serverSecretDetectedSchema,
  'mirror:repo_synchronized': serverMirrorSynchronizedSchema,
  'project:modified': serverProjectModifiedSchema,
  'pr:opened': serverPullRequestSchema,
  'pr:from_ref_updated': serverPullRequestFromRefUpdatedSchema,
  'pr:modified': serverPullRequestModifiedSchema,
  'pr:merged': serverPullRequestMergedSchema,
  'pr:declined': serverPullRequestDeclinedSchema,
  'pr:deleted': serverPullRequestSchema,
  'pr:reviewer:updated': serverPullRequestReviewersSchema,
  'pr:reviewer:approved': serverPullRequestReviewSchema,
  'pr:reviewer:unapproved': serverPullRequestReviewSchema,
  'pr:reviewer:needs_work': serverPullRequestReviewSchema,
  'pr:comment:added': serverPullRequestCommentSchema,
  'pr:comment:edited': serverPullRequestCommentEditedSchema,
  'pr:comment:deleted': serverPullRequestCommentSchema,
  'diagnostics:ping': serverPingSchema,
} satisfies { [Key in ServerEventKey | 'diagnostics:ping']: () => ZodMiniType<ServerPayloads[Key]> };
