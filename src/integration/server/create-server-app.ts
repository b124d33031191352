/** The Server's half of the mounted app: set-up, webhooks, and integrations at work. */
import { checkOptions } from '../../errors/check-options.ts';
import { ConfigError } from '../../errors/config-error.ts';
import type { ClientOptions } from '../../http/client-options.ts';
import { type AllowServerAddress, createGuardedConnections } from '../../http/guarded-fetch.ts';
import type { Authorize } from '../../http/host-authorization.ts';
import type { InboundHandler } from '../../http/inbound.ts';
import { tellMissingUndici } from '../../http/undici-fetch.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { MaybePromise } from '../../shared/types.ts';
import { createBackground } from '../background.ts';
import { type DisconnectInput, type Disconnection, disconnectIntegration } from '../disconnect.ts';
import type { IntegrationRecord } from '../integrations.ts';
import { createLookup } from '../lookup.ts';
import type { LinkedRepository } from '../repositories.ts';
import type { PathRoute } from '../router.ts';
import { setupUrl } from '../setup/setup-url.ts';
import { createSharedCredentials } from '../shared-credentials.ts';
import type { SourceCache } from '../sources.ts';
import type { BitbucketStore } from '../store.ts';
import type { WebhookEndpointOptions } from '../webhook-endpoint.ts';
import { BitbucketServerIntegration } from './integration.ts';
import { BitbucketServerIntegrationProvider } from './integration-provider.ts';
import { BitbucketServerRepositoryProvider } from './repository-provider.ts';
import { createServerCompletion } from './setup-completion.ts';
import { createServerSetupEndpoints } from './setup-endpoint.ts';
import { createServerWebhookEndpoint, type ServerEventHandlers } from './webhook-endpoint.ts';

/** The option `server` of the mounted app. */
export interface ServerAppOptions extends Pick<ServerEventHandlers, 'onPullRequest'> {
  /**
   * Asked before anything connects to an address that is not public, which is refused without it. For tenants whose
   * servers stand in your own network: answer true for those, by name and address, and for nothing else.
   */
  readonly allowServerAddress?: AllowServerAddress | undefined;
  /** For the calls to servers: limits. */
  readonly client?: Omit<ClientOptions, 'auth' | 'baseUrl' | 'fetch'> | undefined;
  /** What people call an organization, for the page of the set-up. Default its id. */
  readonly organizationName?: ((organizationId: string) => MaybePromise<string>) | undefined;
}

export interface BitbucketServerApp {
  /** Where to send a user who wants to connect a server. */
  createSetupUrl(input: { readonly organizationId: string }): string;
  /** An organization's active integration at work; `undefined` where there is none such. */
  getIntegration(
    organizationId: string,
    integrationId: string,
  ): Promise<BitbucketServerIntegration | undefined>;
  /** All active integrations of an organization with servers, the oldest first. */
  getIntegrations(organizationId: string): Promise<BitbucketServerIntegration[]>;
  /** Links a repository of an integration: makes its hook and stores it. */
  linkRepository(integration: BitbucketServerIntegration, repo: string): Promise<LinkedRepository>;
  /** Deletes the hook of a linked repository, then its row. */
  unlinkRepository(integration: BitbucketServerIntegration, repository: LinkedRepository): Promise<void>;
  /**
   * Ends an integration: takes its hooks away as far as the server lets it, disables it and its repositories, and forgets
   * its credential. Rows and ids stay, and setting up again goes on with them. `undefined` where the organization has none
   * such. A token, or an application link, holds until it is revoked on the server.
   */
  disconnect(input: DisconnectInput): Promise<Disconnection | undefined>;
  readonly provider: BitbucketServerIntegrationProvider;
  readonly repositoryProvider: BitbucketServerRepositoryProvider;
}

/** What the mounted app has for both products. */
export interface ServerAppParts
  extends Pick<ServerEventHandlers, 'onCommits'>,
    Pick<WebhookEndpointOptions, 'commits' | 'replayWindow' | 'bodyLimit'> {
  readonly options: ServerAppOptions;
  readonly baseUrl: string;
  readonly store: BitbucketStore;
  readonly authorize: Authorize | undefined;
  readonly afterSetup: ((integration: IntegrationRecord) => string) | undefined;
  readonly sourceCache: SourceCache;
  readonly now: Clock;
  readonly logger: Logger;
}

export interface MountedServerApp {
  readonly app: BitbucketServerApp;
  readonly routes: readonly PathRoute<InboundHandler>[];
  close(): Promise<void>;
}

/** @throws ConfigError `invalid_option` naming a wrong or unknown option */
export function createServerApp({ options, ...parts }: ServerAppParts): MountedServerApp {
  checkServerOptions(options);
  const { baseUrl, store, sourceCache, now, logger, authorize } = parts;
  void tellMissingUndici('server', logger);
  const connections = createGuardedConnections({ allowServerAddress: options.allowServerAddress });
  const provider = new BitbucketServerIntegrationProvider();
  const repositoryProvider = new BitbucketServerRepositoryProvider({
    repositories: store.repositories,
    webhookUrl: ({ organizationId, id }) =>
      `${baseUrl}/server/organizations/${encodeURIComponent(organizationId)}` +
      `/integrations/${encodeURIComponent(id)}/webhook`,
  });
  const sharedCredentials = createSharedCredentials();
  const work = (record: IntegrationRecord): BitbucketServerIntegration =>
    new BitbucketServerIntegration({
      ...{ record, connections, tokens: store.tokens, sharedCredentials },
      ...{ client: options.client, sourceCache, now, logger },
    });
  const webhook = createServerWebhookEndpoint({
    ...parts,
    ...store,
    onPullRequest: options.onPullRequest,
    clientFor: (record) => work(record).getClient(),
  });
  const background = createBackground();
  const endpoints = createServerSetupEndpoints({
    ...{ states: store.states, tokens: store.tokens, baseUrl, authorize, connections, now, logger },
    organizationName: options.organizationName,
    complete: createServerCompletion({
      ...{ store, provider, repositoryProvider, work, background, logger },
      afterSetup: parts.afterSetup,
    }),
  });
  return {
    app: {
      createSetupUrl: (input) => setupUrl(`${baseUrl}/server/setup`, input),
      ...createLookup({ provider: 'bitbucket_server', integrations: store.integrations, work }),
      linkRepository: (integration, repo) => repositoryProvider.link(integration, repo),
      unlinkRepository: (integration, repository) => repositoryProvider.unlink(integration, repository),
      disconnect: (input) =>
        disconnectIntegration(input, {
          ...{ provider: 'bitbucket_server', store, work, repositoryProvider, logger },
        }),
      provider,
      repositoryProvider,
    },
    routes: [
      { path: '/server/setup', endpoint: endpoints.setup },
      { path: '/server/setup/callback', endpoint: endpoints.callback },
      {
        path: '/server/organizations/:organizationId/integrations/:integrationId/webhook',
        endpoint: webhook.handle,
      },
    ],
    async close() {
      await webhook.close();
      await background.settled();
      await connections.close();
    },
  };
}

function checkServerOptions(options: ServerAppOptions): void {
  checkOptions('server', options, ['allowServerAddress', 'client', 'organizationName', 'onPullRequest']);
  const { allowServerAddress } = options;
  if (allowServerAddress === undefined || typeof allowServerAddress === 'function') return;
  const fix = 'Pass a function of { hostname, address }, or leave it out to allow public addresses only';
  throw new ConfigError('server.allowServerAddress', 'it is no function', fix);
}
