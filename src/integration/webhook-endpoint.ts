/** The webhook endpoint of an integration: proves a delivery, finds its repository, hands commits to the host. */
import type { BitbucketApiClient } from '../cloud/client.ts';
import { WebhookError } from '../errors/webhook-error.ts';
import type { InboundHandler, InboundRoute } from '../http/inbound.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import { type Logger, silentLogger } from '../shared/logger.ts';
import { isRecord, type MaybePromise } from '../shared/types.ts';
import type { EventPayload } from '../webhooks/delivery.ts';
import type { Inbox } from '../webhooks/inbox.ts';
import type { CloudPullRequestFulfilledPayload } from '../webhooks/payloads/cloud-pull-request.ts';
import type { CloudPushPayload } from '../webhooks/payloads/cloud-push.ts';
import { createWebhookReceiver } from '../webhooks/receiver.ts';
import type { RefusedDelivery } from '../webhooks/receiver-options.ts';
import { type CommitRecord, type CommitsFromPushOptions, commitsFromPush } from './commits-from-push.ts';
import { fromStore } from './from-store.ts';
import type { IntegrationRecord, IntegrationStore } from './integrations.ts';
import type { LinkedRepository, RepositoryStore } from './repositories.ts';
import {
  isRefusal,
  isShut,
  type RepositoryAccess,
  refreshRepository,
  withAccess,
} from './repository-access.ts';
import { byUuid, followNames, siteUrlOf } from './repository-address.ts';

/** What every handler of the host is told of a delivery. */
export interface RepositoryEvent<Payload> {
  readonly organizationId: string;
  readonly integration: IntegrationRecord;
  readonly repository: LinkedRepository;
  readonly payload: Payload;
  /** Aborts when the delivery's time is up: what is unfinished then is sent again. */
  readonly signal: AbortSignal;
}

/** A push to Cloud, with its commits. */
export interface CloudCommitsEvent extends RepositoryEvent<CloudPushPayload> {
  readonly product: 'cloud';
  readonly commits: readonly CommitRecord[];
}

/** A push to a Server, with its commits. */
export interface ServerCommitsEvent extends RepositoryEvent<EventPayload<'server', 'repo:refs_changed'>> {
  readonly product: 'server';
  readonly commits: readonly CommitRecord[];
}

/** A push with its commits: the same for both products but for the payload, which `product` narrows. */
export type CommitsEvent = CloudCommitsEvent | ServerCommitsEvent;

/** Any event of a linked repository; `payload` is as Bitbucket sent it. */
export interface LinkedRepositoryEvent extends RepositoryEvent<RepositoryPayload> {
  /** Such as `pullrequest:created`; also one that is newer than the library. */
  readonly eventKey: string;
}

/** What all payloads about a repository have. */
export interface RepositoryPayload {
  readonly repository: { readonly uuid: string; readonly full_name: string };
  readonly [field: string]: unknown;
}

/** Called with genuine deliveries of linked repositories. Throwing makes Bitbucket send the delivery again. */
export interface EventHandlers<Commits = CloudCommitsEvent> {
  readonly onCommits?: ((event: Commits) => MaybePromise<void>) | undefined;
  readonly onPullRequest?:
    | ((event: RepositoryEvent<CloudPullRequestFulfilledPayload>) => MaybePromise<void>)
    | undefined;
  /** Called with every event, after the handler of its own if it has one. Name what hooks send in `hookEvents`. */
  readonly onEvent?: ((event: LinkedRepositoryEvent) => MaybePromise<void>) | undefined;
}

export interface WebhookEndpointOptions extends EventHandlers {
  readonly integrations: IntegrationStore;
  readonly repositories: RepositoryStore;
  readonly inbox: Inbox;
  /** Gives the client that completes a push and reads file changes. */
  readonly clientFor: (integration: IntegrationRecord) => BitbucketApiClient;
  /** How commits are read out of a push. */
  readonly commits?: Omit<CommitsFromPushOptions, 'client' | 'repo' | 'signal' | 'onTruncated'> | undefined;
  readonly ipRanges?: { contains(address: string): boolean } | undefined;
  /** Proxies of your own before the service, which the sender's address is read through. Default 0. */
  readonly trustedProxies?: number | undefined;
  readonly replayWindow?: number | undefined;
  /**
   * Told of every delivery that was refused or failed; what a handler of yours threw is in `error.cause.errors`. The log
   * has the class of it only, since a message may hold what no log should.
   */
  readonly onError?: ((error: WebhookError, delivery: RefusedDelivery) => void) | undefined;
  readonly bodyLimit?: number | undefined;
  /** Milliseconds until a repository that Bitbucket refused is asked for again. Default 1 hour. */
  readonly recheckAccessAfter?: number | undefined;
  readonly now?: Clock | undefined;
  readonly logger?: Logger | undefined;
}

export interface WebhookEndpoint {
  /** Needs `route: { organizationId, integrationId }` in its context. */
  readonly handle: InboundHandler;
  /** Refuses what comes from now on with 503, and waits for what is running. */
  close(): Promise<void>;
}

/**
 * The endpoint behind `POST /organizations/:organizationId/integrations/:integrationId/webhook`.
 *
 * An integration that is unknown, disabled, or of another organization, and a repository that this very integration
 * has not linked, are all answered 404.
 */
export function createWebhookEndpoint(options: WebhookEndpointOptions): WebhookEndpoint {
  const { integrations, onCommits, onPullRequest, onEvent } = options;
  const { inbox, ipRanges, trustedProxies, replayWindow, bodyLimit, onError, now, logger } = options;
  const receiver = createWebhookReceiver({
    product: 'cloud',
    secret: async (route) => (await findIntegration(integrations, route))?.webhookSecrets,
    inbox,
    ipRanges,
    trustedProxies,
    replayWindow,
    bodyLimit,
    onError,
    now,
    logger,
  });
  if (onCommits !== undefined) {
    receiver.on('repo:push', async ({ payload, delivery, signal }) => {
      const event = await locate(options, delivery.route, payload, signal);
      await onCommits({ ...event, product: 'cloud', commits: await readCommits(options, event) });
    });
  }
  if (onPullRequest !== undefined) {
    receiver.on('pullrequest:fulfilled', async ({ payload, delivery, signal }) => {
      await onPullRequest(await locate(options, delivery.route, payload, signal));
    });
  }
  if (onEvent !== undefined) {
    receiver.on('*', async ({ payload, delivery, signal }) => {
      const event = await locate(options, delivery.route, ofRepository(payload), signal);
      await onEvent({ ...event, eventKey: delivery.eventKey });
    });
  }
  return { handle: (request, context) => receiver.handle(request, context), close: () => receiver.close() };
}

async function findIntegration(
  integrations: IntegrationStore,
  route: InboundRoute,
): Promise<IntegrationRecord | undefined> {
  const integration = await integrations.get(route['integrationId'] ?? '');
  const isIt = integration?.organizationId === route['organizationId'] && integration?.status === 'active';
  return isIt && integration?.provider === 'bitbucket' ? integration : undefined;
}

/** The payload of an event that is about a repository; events of workspaces and projects are nobody's here. */
function ofRepository(payload: Readonly<Record<string, unknown>>): RepositoryPayload {
  const { repository } = payload;
  if (isRecord(repository)) {
    const { uuid, full_name } = repository;
    if (typeof uuid === 'string' && typeof full_name === 'string') return payload as RepositoryPayload;
  }
  throw new WebhookError('unknown_target', 404, 'it is about no repository');
}

/** The integration and its repository; the repository's names follow the payload's, now that the signature held. */
async function locate<Payload extends RepositoryPayload>(
  { integrations, repositories }: WebhookEndpointOptions,
  route: InboundRoute,
  payload: Payload,
  signal: AbortSignal,
): Promise<RepositoryEvent<Payload>> {
  const integration = await fromStore(() => findIntegration(integrations, route));
  // The workspace is taken from Bitbucket's own answers only; a call that needs it asks.
  const { uuid, full_name } = payload.repository;
  const linked = integration && (await fromStore(() => repositories.find(integration.id, uuid)));
  if (linked === undefined || linked.status === 'disabled' || integration === undefined) {
    throw new WebhookError('unknown_target', 404, 'its repository is not linked by this integration');
  }
  const siteUrl = siteUrlOf(integration.metadata);
  const named = { named: { uuid, full_name }, siteUrl };
  const repository = await fromStore(() => followNames(repositories, linked, named));
  return { organizationId: integration.organizationId, integration, repository, payload, signal };
}

/**
 * The push's commits, completed from the API. Where Bitbucket does not show the repository any more, those that the push
 * itself lists: asking again would not help.
 */
async function readCommits(
  options: WebhookEndpointOptions,
  event: RepositoryEvent<CloudPushPayload>,
): Promise<CommitRecord[]> {
  const access = accessOf(options, event);
  if (isShut(event.repository, access)) return listedCommits(options, event);
  const isLost = event.repository.status === 'access_lost';
  const repository = isLost ? await refreshRepository(event.repository, access) : event.repository;
  if (repository.status === 'access_lost') return listedCommits(options, event);
  try {
    return await withAccess(repository, access, (repo) => completeCommits(options, event, repo));
  } catch (error) {
    // It may also be a commit that is gone since: only the repository's own refusal marked it.
    const row = isRefusal(error) ? await options.repositories.get(repository.id) : undefined;
    if (row?.status !== 'access_lost') throw error;
    return listedCommits(options, event);
  }
}

function completeCommits(
  { clientFor, commits, logger = silentLogger }: WebhookEndpointOptions,
  { integration, payload, signal }: RepositoryEvent<CloudPushPayload>,
  repo: string,
): Promise<CommitRecord[]> {
  return commitsFromPush(payload, {
    ...commits,
    client: clientFor(integration),
    repo,
    signal,
    onTruncated: ({ read }) => logger.warn('a push has more commits than were read', { read }),
  });
}

function listedCommits(
  { commits, logger = silentLogger }: WebhookEndpointOptions,
  { payload, signal, repository }: RepositoryEvent<CloudPushPayload>,
): Promise<CommitRecord[]> {
  logger.warn('access to a repository is lost', { repository: repository.externalId });
  return commitsFromPush(payload, { ...commits, fileChanges: false, signal });
}

function accessOf(
  { repositories, clientFor, now = systemClock, recheckAccessAfter: recheckAfter }: WebhookEndpointOptions,
  { integration, signal }: RepositoryEvent<CloudPushPayload>,
): RepositoryAccess {
  return {
    repositories,
    client: clientFor(integration),
    addressOf: (linked) => byUuid(integration, linked),
    siteUrl: siteUrlOf(integration.metadata),
    now,
    recheckAfter,
    signal,
  };
}
