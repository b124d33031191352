/** The public door `bitbucket-sdk/webhooks`: receiving, proving and parsing webhook deliveries. */
export { WebhookError, type WebhookErrorCode } from '../errors/webhook-error.ts';
export { type ClientAddressInput, clientAddress } from '../http/client-address.ts';
export type {
  InboundAnswer,
  InboundContext,
  InboundHandler,
  InboundHeaders,
  InboundRequest,
  InboundRoute,
} from '../http/inbound.ts';
export { type ChangeDelivery, type ChangeEvent, toChangeEvent } from './change-event.ts';
export type {
  ChangeAccount,
  ChangeComment,
  ChangeKind,
  ChangePullRequest,
  ChangeRef,
  ChangeRepository,
  ChangeReviewer,
  ChangeSide,
  ChangeView,
} from './change-view.ts';
export { CLOUD_EVENTS, type CloudEventKey, type WebhookEventInfo } from './cloud-events.ts';
export type {
  DeliveryHeaders,
  EventKey,
  EventPayload,
  KnownDelivery,
  ParsedDelivery,
  ReceivedAt,
  UnknownDelivery,
  WebhookProduct,
} from './delivery.ts';
export type { Inbox, InboxEntry } from './inbox.ts';
export { createIpRanges, type IpRanges } from './ip-ranges.ts';
export type { IpRangesOptions } from './ip-ranges-options.ts';
export type { IpRangesAttempt, IpRangesRefresh } from './ip-ranges-renewal.ts';
export type { AnyEvent, ListenerErrors } from './listeners.ts';
export { createMemoryInbox, type MemoryInboxOptions } from './memory-inbox.ts';
export { type ParseDeliveryInput, parseDelivery } from './parse-delivery.ts';
export type {
  CloudComment,
  CloudCommentResolution,
  CloudContent,
  CloudInline,
} from './payloads/cloud-comment.ts';
export type {
  CloudAccount,
  CloudCommit,
  CloudCommitAuthor,
  CloudLink,
  CloudLinks,
  CloudProject,
  CloudRepository,
  CloudWorkspace,
} from './payloads/cloud-common.ts';
export type {
  CloudIssue,
  CloudIssueCommentPayload,
  CloudIssuePayload,
  CloudIssueUpdatedPayload,
} from './payloads/cloud-issue-events.ts';
export type { CloudPayloads } from './payloads/cloud-payloads.ts';
export type {
  CloudParticipant,
  CloudPullRequest,
  CloudPullRequestEndpoint,
  CloudPullRequestFulfilledPayload,
  CloudPullRequestPayload,
} from './payloads/cloud-pull-request.ts';
export type {
  CloudPullRequestApprovalPayload,
  CloudPullRequestChangesRequestPayload,
  CloudPullRequestCommentPayload,
  CloudReview,
} from './payloads/cloud-pull-request-events.ts';
export type { CloudPushChange, CloudPushPayload, CloudRef } from './payloads/cloud-push.ts';
export type {
  CloudChanges,
  CloudCommitCommentPayload,
  CloudCommitStatus,
  CloudCommitStatusPayload,
  CloudFieldChange,
  CloudForkPayload,
  CloudProjectUpdatedPayload,
  CloudRepositoryPayload,
  CloudRepositoryUpdatedPayload,
} from './payloads/cloud-repository-events.ts';
export type { UnknownPayload } from './payloads/open-object.ts';
export type { ServerComment } from './payloads/server-comment.ts';
export type {
  ServerCommit,
  ServerLink,
  ServerLinks,
  ServerPayload,
  ServerProject,
  ServerRefChange,
  ServerRepository,
  ServerRepositoryOrigin,
  ServerUser,
} from './payloads/server-common.ts';
export type { ServerPayloads } from './payloads/server-payloads.ts';
export type {
  ServerParticipant,
  ServerPullRequest,
  ServerPullRequestPayload,
  ServerPullRequestProperties,
  ServerPullRequestSource,
  ServerPullRequestTarget,
} from './payloads/server-pull-request.ts';
export type {
  ServerPreviousTarget,
  ServerPullRequestCommentEditedPayload,
  ServerPullRequestCommentPayload,
  ServerPullRequestFromRefUpdatedPayload,
  ServerPullRequestModifiedPayload,
  ServerPullRequestReviewersPayload,
  ServerPullRequestReviewPayload,
} from './payloads/server-pull-request-events.ts';
export type {
  ServerCommitCommentEditedPayload,
  ServerCommitCommentPayload,
  ServerForkedPayload,
  ServerMirror,
  ServerMirrorSynchronizedPayload,
  ServerPingPayload,
  ServerProjectModifiedPayload,
  ServerRefsChangedPayload,
  ServerRepositoryModifiedPayload,
  ServerSecretDetectedPayload,
  ServerSecretLocation,
} from './payloads/server-repository-events.ts';
export {
  createWebhookReceiver,
  type WebhookEvent,
  type WebhookListener,
  type WebhookReceiver,
} from './receiver.ts';
export type { AddressCheck, RefusedDelivery, WebhookReceiverOptions } from './receiver-options.ts';
export type { FindSecret, UnprovenDelivery } from './secrets.ts';
export { SERVER_EVENTS, type ServerEventKey } from './server-events.ts';
export { type VerifySignatureInput, verifySignature, type WebhookSecret } from './signature.ts';
