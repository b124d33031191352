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
export { createMemoryInbox, type MemoryInboxOptions } from './memory-inbox.ts';
export { type ParseDeliveryInput, parseDelivery } from './parse-delivery.ts';
export type {
  CloudAccount,
  CloudCommit,
  CloudCommitAuthor,
  CloudLink,
  CloudLinks,
  CloudRepository,
} from './payloads/cloud-common.ts';
export type { CloudPayloads } from './payloads/cloud-payloads.ts';
export type {
  CloudPullRequest,
  CloudPullRequestEndpoint,
  CloudPullRequestFulfilledPayload,
} from './payloads/cloud-pull-request.ts';
export type { CloudPushChange, CloudPushPayload, CloudRef } from './payloads/cloud-push.ts';
export type { UnknownPayload } from './payloads/open-object.ts';
export type { ServerPayloads } from './payloads/server-payloads.ts';
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
