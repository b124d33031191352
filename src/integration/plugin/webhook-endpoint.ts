/** The older plugin's webhook: hooks that were made without a secret, and so are proven by where they come from. */
import { ApiError } from '../../errors/api-error.ts';
import { AuthError } from '../../errors/auth-error.ts';
import { checkOptions } from '../../errors/check-options.ts';
import { ConfigError } from '../../errors/config-error.ts';
import { WebhookError } from '../../errors/webhook-error.ts';
import { checkBaseUrl } from '../../http/client-options.ts';
import type { InboundRoute } from '../../http/inbound.ts';
import { silentLogger } from '../../shared/logger.ts';
import type { MaybePromise } from '../../shared/types.ts';
import type { CloudPushPayload } from '../../webhooks/payloads/cloud-push.ts';
import { assembleReceiver } from '../../webhooks/receiver.ts';
import {
  type AddressCheck,
  checkReceiverOptions,
  type WebhookReceiverOptions,
} from '../../webhooks/receiver-options.ts';
import { createSecretOrAddressSource } from '../../webhooks/secrets.ts';
import type { WebhookSecret } from '../../webhooks/signature.ts';
import { type CommitRecord, type CommitsFromPushOptions, commitsFromPush } from '../commits-from-push.ts';
import { fromStore } from '../from-store.ts';
import { repositoryUrl } from '../repository-address.ts';
import { isFullName } from '../repository-name.ts';
import type { WebhookEndpoint } from '../webhook-endpoint.ts';
import type { BitbucketClient } from './client.ts';
import type { PluginRepositoryStore, PluginSecretStore, StoredPluginRepository } from './repositories.ts';
import { organizationOfPath } from './webhook-path.ts';

/** A push to a linked repository, with its commits. */
export interface PluginCommitsEvent {
  readonly organizationId: string;
  /** With the name that the push gives it. */
  readonly repository: StoredPluginRepository;
  readonly commits: readonly CommitRecord[];
  readonly payload: CloudPushPayload;
  /** Aborts when the delivery's time is up: what is unfinished then is sent again. */
  readonly signal: AbortSignal;
}

export interface PluginWebhookEndpointOptions
  extends Pick<
    WebhookReceiverOptions<'cloud'>,
    'inbox' | 'trustedProxies' | 'replayWindow' | 'bodyLimit' | 'onError' | 'now' | 'logger'
  > {
  /** The addresses that Bitbucket sends from. There is no endpoint without it: an older hook has no other proof. */
  readonly ipRanges: AddressCheck;
  readonly repositories: PluginRepositoryStore;
  /** Called with each genuine push of a linked repository. Throwing makes Bitbucket send it again. */
  readonly onCommits: (event: PluginCommitsEvent) => MaybePromise<void>;
  /** Where an organization has a secret, a delivery must be signed with it, too. */
  readonly secrets?: Pick<PluginSecretStore, 'find'> | undefined;
  /** Gives the client that completes a push of more than five commits; without it, or where Bitbucket refuses it, those
   * that the push lists are given. */
  readonly clientFor?:
    | ((repository: StoredPluginRepository) => MaybePromise<BitbucketClient | undefined>)
    | undefined;
  /** How commits are read out of a push. */
  readonly commits?: Omit<CommitsFromPushOptions, 'client' | 'repo' | 'signal' | 'onTruncated'> | undefined;
  /** Where people see Bitbucket. Default `https://bitbucket.org`. */
  readonly siteUrl?: string | undefined;
}

const receiverNames = [
  ...(['inbox', 'ipRanges', 'trustedProxies', 'replayWindow', 'bodyLimit'] as const),
  ...(['onError', 'now', 'logger'] as const),
] as const;
const ownNames = ['repositories', 'onCommits', 'secrets', 'clientFor', 'commits', 'siteUrl'] as const;

/**
 * The endpoint behind `POST /plugins/bitbucket/organizations/{organizationId}/webhook/`, for hooks that the older plugin
 * made. `organizationId` is read from the route of the context, or else from the path.
 *
 * 200 handled, or done before · 204 an event other than a push · 400 not a delivery · 401 the address is not
 * Bitbucket's, or the organization has a secret and the signature does not hold · 404 no such organization, or it has no
 * such repository · 405 not POST · 500 `onCommits` failed · 503 try again.
 *
 * **Weak by its nature.** A hook without a secret is believed for the address that it came from, which others share:
 * everything that Bitbucket runs for anybody behind those addresses could write a push. Give organizations a secret
 * (`secrets`, `secureHook`), or move them to an integration.
 *
 * @deprecated Made for hooks that exist; an integration's webhook (`createWebhookEndpoint`) takes signed ones only.
 * @throws ConfigError `invalid_option`, also without `ipRanges`
 */
export function createPluginWebhookEndpoint(options: PluginWebhookEndpointOptions): WebhookEndpoint {
  checkEndpointOptions(options);
  const { secrets, onCommits, inbox, ipRanges, trustedProxies, replayWindow, bodyLimit } = options;
  const { onError, now, logger } = options;
  const secret = (route: InboundRoute) => findSecret(secrets, route['organizationId'] ?? '');
  const settings = checkReceiverOptions({
    product: 'cloud',
    secret,
    inbox,
    ipRanges,
    trustedProxies,
    replayWindow,
    bodyLimit,
    onError,
    now,
    logger,
  });
  const receiver = assembleReceiver<'cloud'>({ ...settings, findKeys: createSecretOrAddressSource(secret) });
  receiver.on('repo:push', async ({ payload, delivery, signal }) => {
    const organizationId = delivery.route['organizationId'] ?? '';
    const repository = await locate(options, organizationId, payload);
    const commits = await readCommits(options, { repository, payload, signal });
    await onCommits({ organizationId, repository, commits, payload, signal });
  });
  return {
    handle(request, { remoteAddress, route } = {}) {
      const { pathname } = new URL(request.url);
      const organizationId = route?.['organizationId'] ?? organizationOfPath(pathname) ?? '';
      return receiver.handle(request, { remoteAddress, route: { organizationId } });
    },
    close: () => receiver.close(),
  };
}

/** `undefined` only where the host says so: a route without an organization is nobody's. */
function findSecret(
  secrets: PluginWebhookEndpointOptions['secrets'],
  organizationId: string,
): MaybePromise<WebhookSecret | undefined> {
  if (organizationId === '') throw unknownTarget();
  return secrets?.find(organizationId);
}

const unknownTarget = () =>
  new WebhookError('unknown_target', 404, 'its repository is not one that the organization has linked');

/** The repository that the push is about, its names made those of today. */
async function locate(
  { repositories, siteUrl }: PluginWebhookEndpointOptions,
  organizationId: string,
  { repository: { uuid, full_name } }: CloudPushPayload,
): Promise<StoredPluginRepository> {
  const row = await fromStore(() => repositories.find(organizationId, uuid));
  // What the host's function found is held to the question: a row of another organization is no answer.
  if (row === undefined || row.organizationId !== organizationId || row.externalId !== uuid)
    throw unknownTarget();
  if (!isFullName(full_name) || (row.name === full_name && row.config.name === full_name)) return row;
  const patch = {
    name: full_name,
    url: repositoryUrl(full_name, siteUrl),
    config: { ...row.config, name: full_name },
  };
  await fromStore(() => repositories.update(row.id, patch));
  return { ...row, ...patch };
}

type Push = Pick<PluginCommitsEvent, 'repository' | 'payload' | 'signal'>;

/** The push's commits; completed by the API where it can be, for a credential that Bitbucket may not take any more. */
async function readCommits(
  { clientFor, commits, logger = silentLogger }: PluginWebhookEndpointOptions,
  { repository, payload, signal }: Push,
): Promise<CommitRecord[]> {
  const onTruncated = ({ read }: { readonly read: number }): void =>
    logger.warn('a push has more commits than were read', { read });
  const listed = () => commitsFromPush(payload, { ...commits, fileChanges: false, onTruncated, signal });
  try {
    const client = await clientFor?.(repository);
    if (client === undefined) return await listed();
    const repo = repository.config.name;
    return await commitsFromPush(payload, { ...commits, client: client.api, repo, onTruncated, signal });
  } catch (error) {
    if (!isRefused(error)) throw error;
    logger.warn('Bitbucket refuses to complete a push', { repository: repository.externalId });
    return listed();
  }
}

const isRefused = (error: unknown): boolean =>
  error instanceof AuthError || (error instanceof ApiError && [401, 403, 404].includes(error.status));

/** @throws ConfigError `invalid_option`; what the receiver takes it checks by itself */
function checkEndpointOptions(options: PluginWebhookEndpointOptions): void {
  checkOptions('createPluginWebhookEndpoint', options, [...receiverNames, ...ownNames]);
  const { ipRanges, repositories, onCommits, secrets, siteUrl } = options;
  if (typeof ipRanges?.contains !== 'function') {
    const problem = 'there are none, and a hook without a secret has no other proof';
    throw new ConfigError('ipRanges', problem, 'Pass createIpRanges(), or an object with contains(address)');
  }
  if (typeof repositories?.find !== 'function' || typeof repositories.update !== 'function')
    throw new ConfigError('repositories', 'it lacks find or update', 'Pass a PluginRepositoryStore');
  if (typeof onCommits !== 'function')
    throw new ConfigError('onCommits', 'it is not a function', 'Pass what keeps the commits');
  if (secrets !== undefined && typeof secrets?.find !== 'function')
    throw new ConfigError('secrets', 'it has no find function', 'Pass a PluginSecretStore, or leave it out');
  if (siteUrl !== undefined) checkBaseUrl('siteUrl', siteUrl);
}
