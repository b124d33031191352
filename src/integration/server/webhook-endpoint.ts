/** The webhook endpoint of an integration with a Server: finds the repository and its secret, proves, hands over. */
import { WebhookError } from '../../errors/webhook-error.ts';
import type { InboundRoute } from '../../http/inbound.ts';
import type { BitbucketServer } from '../../server/client.ts';
import { type Logger, silentLogger } from '../../shared/logger.ts';
import { isRecord, type MaybePromise } from '../../shared/types.ts';
import type { EventPayload } from '../../webhooks/delivery.ts';
import { createWebhookReceiver } from '../../webhooks/receiver.ts';
import type { IntegrationRecord } from '../integrations.ts';
import type { LinkedRepository } from '../repositories.ts';
import type {
  RepositoryEvent,
  ServerCommitsEvent,
  WebhookEndpoint,
  WebhookEndpointOptions,
} from '../webhook-endpoint.ts';
import { commitsFromRefsChanged } from './commits-from-refs-changed.ts';
import { followNames, readRepository, repositoryId } from './repository-names.ts';

type ServerPushPayload = EventPayload<'server', 'repo:refs_changed'>;

/** Called with genuine deliveries of linked repositories. A server does not send again what a handler failed on. */
export interface ServerEventHandlers {
  readonly onCommits?: ((event: ServerCommitsEvent) => MaybePromise<void>) | undefined;
  /** A pull request was merged (`pr:merged`). */
  readonly onPullRequest?:
    | ((event: RepositoryEvent<EventPayload<'server', 'pr:merged'>>) => MaybePromise<void>)
    | undefined;
}

export interface ServerWebhookEndpointOptions
  extends ServerEventHandlers,
    Pick<
      WebhookEndpointOptions,
      'integrations' | 'repositories' | 'inbox' | 'commits' | 'replayWindow' | 'bodyLimit' | 'now' | 'logger'
    > {
  /** Gives the client that reads the commits of a push: what is pushed to a Server is not in its payload. */
  readonly clientFor: (integration: IntegrationRecord) => BitbucketServer;
}

/**
 * The endpoint behind `POST /server/organizations/:organizationId/integrations/:integrationId/webhook`.
 *
 * Each repository has a secret of its own, so its number is read from the body before anything is proven, and nothing
 * else is. An integration that is unknown or disabled, a repository without a secret, a body that names none and a wrong
 * signature are all answered 401; a repository that a known integration has not linked, or that is disabled, is 404: the
 * integration's id is random, and who has it may know that. The log says which it was.
 *
 * A server does not send again what failed. 400: the project key or slug could be no part of a path · 500: the commits
 * could not be read (the server refused or was not reached), or a handler failed. Nothing is handed over then.
 */
export function createServerWebhookEndpoint(options: ServerWebhookEndpointOptions): WebhookEndpoint {
  const { inbox, replayWindow, bodyLimit, now, logger, onCommits, onPullRequest } = options;
  const receiver = createWebhookReceiver({
    product: 'server',
    secret: (route, { body }) => findSecret(options, route, body),
    inbox,
    replayWindow,
    bodyLimit,
    now,
    logger,
  });
  if (onCommits !== undefined) {
    receiver.on('repo:refs_changed', async ({ payload, delivery, signal }) => {
      const event = await locate(options, delivery.route, payload, signal);
      await onCommits({ ...event, product: 'server', commits: await readCommits(options, event) });
    });
  }
  if (onPullRequest !== undefined) {
    receiver.on('pr:merged', async ({ payload, delivery, signal }) => {
      await onPullRequest(await locate(options, delivery.route, payload, signal));
    });
  }
  return { handle: (request, context) => receiver.handle(request, context), close: () => receiver.close() };
}

interface Target {
  readonly integration: IntegrationRecord;
  readonly repository: LinkedRepository;
}

type Stores = Pick<ServerWebhookEndpointOptions, 'integrations' | 'repositories'>;

/** Secrets of a repository without one are none: nothing can be proven then. */
async function findSecret(stores: Stores, route: InboundRoute, body: Uint8Array): Promise<string> {
  const integration = await findIntegration(stores, route);
  // Only now: who knows no integration gets no JSON parsed.
  const { repository } = await findTarget(stores, integration, parse(body));
  const secret = repository.config['webhookSecret'] ?? '';
  if (secret === '') throw unknown('the repository has no secret');
  return secret;
}

async function findIntegration(
  { integrations }: Pick<Stores, 'integrations'>,
  route: InboundRoute,
): Promise<IntegrationRecord> {
  const found = await integrations.get(route['integrationId'] ?? '');
  if (found?.organizationId !== route['organizationId'] || found?.provider !== 'bitbucket_server') {
    throw unknown('the integration is unknown');
  }
  if (found.status !== 'active') throw unknown('the integration is disabled');
  return found;
}

async function findTarget(
  { repositories }: Pick<Stores, 'repositories'>,
  integration: IntegrationRecord,
  payload: unknown,
): Promise<Target> {
  const id = repositoryId(repositoryOf(payload));
  if (id === undefined) throw unknown('the body names no repository');
  const repository = await repositories.find(integration.id, id);
  if (repository === undefined) throw notLinked('its repository is not linked by this integration');
  if (repository.status === 'disabled') throw notLinked('its repository is disabled');
  return { integration, repository };
}

/** The repository that an event is about. The same before the proof and after it, so that it is the proven one. */
function repositoryOf(payload: unknown): unknown {
  if (!isRecord(payload)) return undefined;
  if (payload['repository'] !== undefined) return payload['repository'];
  const { pullRequest } = payload;
  const target = isRecord(pullRequest) ? pullRequest['toRef'] : undefined;
  return isRecord(target) ? target['repository'] : undefined;
}

/** The body is bounded by the receiver, and what is not JSON names nobody. */
function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString());
  } catch {
    throw unknown('the body is not JSON');
  }
}

/** Only for an integration that is known and active, whose random id the sender has: it may know what is linked. */
const notLinked = (reason: string): WebhookError => new WebhookError('unknown_target', 404, reason);

const unknown = (reason: string): WebhookError => new WebhookError('unknown_target', 401, reason);

/** The integration and its repository; the repository's names follow the payload's, now that the signature held. */
async function locate<Payload extends object>(
  stores: Stores,
  route: InboundRoute,
  payload: Payload,
  signal: AbortSignal,
): Promise<RepositoryEvent<Payload>> {
  const integration = await findIntegration(stores, route);
  const { repository: linked } = await findTarget(stores, integration, payload);
  const named = readRepository(repositoryOf(payload));
  if (named === undefined) {
    throw new WebhookError('payload_invalid', 400, 'its project key or slug could be no part of a path');
  }
  const { baseUrl } = integration.metadata;
  const repository = await followNames(stores.repositories, linked, { named, baseUrl });
  return { organizationId: integration.organizationId, integration, repository, payload, signal };
}

function readCommits(
  {
    clientFor,
    commits,
    logger = silentLogger,
  }: Pick<ServerWebhookEndpointOptions, 'clientFor' | 'commits'> & {
    readonly logger?: Logger | undefined;
  },
  { integration, repository, payload, signal }: RepositoryEvent<ServerPushPayload>,
) {
  return commitsFromRefsChanged(payload, repository.name, {
    ...commits,
    client: clientFor(integration),
    signal,
    onTruncated: ({ read }) => logger.warn('a push has more commits than were read', { read }),
  });
}
