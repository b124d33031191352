/** The mounted app: every endpoint of the integration behind one `fetch`. */

import { createDescriptorEndpoint } from '../connect/descriptor.ts';
import { createInstallUrl } from '../connect/install-url.ts';
import { createInstalledEndpoint } from '../connect/installed-endpoint.ts';
import { createSetupEndpoint } from '../connect/setup-endpoint.ts';
import { createUninstalledEndpoint } from '../connect/uninstalled-endpoint.ts';
import { checkBaseUrl } from '../http/client-options.ts';
import type { InboundContext, InboundHandler } from '../http/inbound.ts';
import { systemClock } from '../shared/clock.ts';
import { type Logger, silentLogger } from '../shared/logger.ts';
import { type BitbucketAppOptions, checkAppOptions } from './app-options.ts';
import {
  type ConnectWorkspaceInput,
  createCloudSetup,
  createConsumerClient,
} from './cloud/create-cloud-setup.ts';
import { type DisconnectInput, type Disconnection, disconnectIntegration } from './disconnect.ts';
import { BitbucketIntegration } from './integration.ts';
import { BitbucketIntegrationProvider } from './integration-provider.ts';
import type { IntegrationRecord } from './integrations.ts';
import { createLifecycle } from './lifecycle.ts';
import { createLookup } from './lookup.ts';
import type { LinkedRepository } from './repositories.ts';
import { BitbucketRepositoryProvider } from './repository-provider.ts';
import { matchRoute, type PathRoute } from './router.ts';
import { createSearchEndpoint } from './search-endpoint.ts';
import {
  type BitbucketServerApp,
  createServerApp,
  type ServerAppOptions,
} from './server/create-server-app.ts';
import { createSharedCredentials } from './shared-credentials.ts';
import { createSourceCache } from './sources.ts';
import type { BitbucketStore } from './store.ts';
import { createWebhookEndpoint } from './webhook-endpoint.ts';

export interface BitbucketApp {
  /** Answers every endpoint; 404 for any other path. Mount it before body parsers. */
  fetch(request: Request, context?: InboundContext): Promise<Response>;
  /** Where to send a user who wants to install: with a state that is signed, expires, works once, for that session. */
  createInstallUrl(input: { readonly organizationId: string; readonly session: string }): Promise<string>;
  /**
   * Where to send a user who wants to connect a workspace without Connect: by the OAuth 2.0 consumer, or by a token. An
   * organization that has the workspace by Connect is moved off it: its repositories and webhooks stay.
   */
  createSetupUrl(input: { readonly organizationId: string }): string;
  /** The same by a pasted token, for hosts with a form of their own. Check that the user may do that first. */
  connectWorkspace(input: ConnectWorkspaceInput): Promise<BitbucketIntegration>;
  /** An organization's active integration at work; `undefined` where there is none such. */
  getIntegration(organizationId: string, integrationId: string): Promise<BitbucketIntegration | undefined>;
  /** All active integrations of an organization with Cloud, the oldest first. */
  getIntegrations(organizationId: string): Promise<BitbucketIntegration[]>;
  /** Links a repository of an integration: makes its hook and stores it. */
  linkRepository(integration: BitbucketIntegration, repo: string): Promise<LinkedRepository>;
  /** Deletes the hook of a linked repository, then its row. */
  unlinkRepository(integration: BitbucketIntegration, repository: LinkedRepository): Promise<void>;
  /**
   * Ends an integration: takes its hooks away as far as Bitbucket lets it, disables it and its repositories, and forgets
   * its token or grant. Rows and ids stay, and setting up again goes on with them. `undefined` where the organization has
   * none such. Bitbucket tells of no uninstall without Connect: call it when your users want to disconnect.
   *
   * A Connect app stays installed, until somebody uninstalls it in Bitbucket; a re-install brings the integration back.
   * A token itself holds until it is revoked in Bitbucket.
   */
  disconnect(input: DisconnectInput): Promise<Disconnection | undefined>;
  readonly provider: BitbucketIntegrationProvider;
  readonly repositoryProvider: BitbucketRepositoryProvider;
  /** The same for Bitbucket Server; `undefined` without the option `server`. */
  readonly server: BitbucketServerApp | undefined;
  readonly store: BitbucketStore;
  /** The longest body in bytes, for adapters. */
  readonly bodyLimit: number | undefined;
  /** The log that was passed in, for adapters. */
  readonly logger: Logger;
  /** Takes no more deliveries, and waits for what is running. */
  close(): Promise<void>;
}

/**
 * The whole integration as one `Request → Response` function.
 *
 * Cloud is connected by OAuth 2.0 or a token, or installed by Connect, which takes no new apps since 2026-02-02 and ends
 * on 2027-01-31; Server by an application link or a token.
 *
 * @example
 * const app = createBitbucketApp({
 *   baseUrl: 'https://app.example.com/bitbucket', name: 'Example', description: 'Tracks commits', store: memoryStore(),
 *   authorize: (request) => sessionOf(request), onCommits: ({ commits }) => save(commits),
 * })
 * express().use('/bitbucket', createExpressHandler(app))
 * @throws ConfigError `invalid_option` naming a wrong or unknown option
 */
export function createBitbucketApp(
  options: BitbucketAppOptions & { readonly server: ServerAppOptions },
): BitbucketApp & { readonly server: BitbucketServerApp };
export function createBitbucketApp(options: BitbucketAppOptions): BitbucketApp;
export function createBitbucketApp(options: BitbucketAppOptions): BitbucketApp {
  checkAppOptions(options);
  const { store, now = systemClock, logger = silentLogger, authorize, siteUrl } = options;
  if (authorize === undefined) logger.warn('set-up and search refuse everybody', { option: 'authorize' });
  const baseUrl = checkBaseUrl('baseUrl', options.baseUrl);
  const appKey = options.key ?? `${new URL(baseUrl).hostname}.bitbucket`;

  const provider = new BitbucketIntegrationProvider({
    scopes: options.scopes,
    apiUrl: options.client?.baseUrl,
    siteUrl,
  });
  const oauth2 = createConsumerClient(options);
  const addressOf = ({ organizationId, id }: { organizationId: string; id: string }): string =>
    `${baseUrl}/organizations/${encodeURIComponent(organizationId)}/integrations/${encodeURIComponent(id)}`;
  const repositoryProvider = new BitbucketRepositoryProvider({
    repositories: store.repositories,
    hookEvents: options.hookEvents,
    webhookUrl: (integration) => `${addressOf(integration)}/webhook`,
    recheckAccessAfter: options.recheckAccessAfter,
    now,
  });
  const sourceCache = createSourceCache({ now });
  const sharedCredentials = createSharedCredentials();
  const work = (record: IntegrationRecord): BitbucketIntegration =>
    new BitbucketIntegration({
      record,
      ...{ installations: store.installations, appKey },
      ...{ oauth2, tokens: store.tokens, sharedCredentials, logger },
      client: options.client,
      issueTracker: options.issueTracker?.(record),
      searchUrl: `${addressOf(record)}/search`,
      sourceCache,
      now,
    });
  const lifecycle = createLifecycle({
    store,
    provider,
    repositoryProvider,
    work,
    afterSetup: options.afterSetup,
    pluginRepositories: options.pluginRepositories,
    logger,
  });
  const webhook = createWebhookEndpoint({
    ...options,
    ...store,
    clientFor: (record) => work(record).getClient(),
    now,
    logger,
  });
  const cloud = createCloudSetup({
    ...{ baseUrl, siteUrl, store, authorize, now, logger, lifecycle, work, oauth2 },
    ...{ scopes: options.oauth2?.scopes, client: options.client },
    ...{ organizationName: options.organizationName, afterSetup: options.afterSetup },
  });
  const server =
    options.server &&
    createServerApp({
      options: options.server,
      ...{ baseUrl, store, authorize, sourceCache, now, logger },
      ...{ onCommits: options.onCommits, commits: options.commits },
      ...{ replayWindow: options.replayWindow, bodyLimit: options.bodyLimit },
      afterSetup: options.afterSetup,
    });

  const mount = { store: store.installations, baseUrl, now, logger };
  const { baseUrl: apiUrl, fetch } = options.client ?? {};
  const { onStored, onUninstalled } = lifecycle;
  const routes: readonly PathRoute<InboundHandler>[] = [
    {
      path: '/descriptor',
      endpoint: createDescriptorEndpoint({ ...descriptorOf(options), baseUrl, key: appKey }),
    },
    {
      path: '/installed',
      endpoint: createInstalledEndpoint({ ...mount, appKey, apiUrl, fetch, onStored }),
    },
    { path: '/uninstalled', endpoint: createUninstalledEndpoint({ ...mount, onUninstalled }) },
    {
      path: '/setup',
      endpoint: createSetupEndpoint({
        installations: store.installations,
        states: store.states,
        complete: lifecycle.complete,
        organizationName: options.organizationName,
        baseUrl,
        authorize,
        now,
        logger,
      }),
    },
    {
      path: '/organizations/:organizationId/integrations/:integrationId/search',
      endpoint: createSearchEndpoint({ integrations: store.integrations, work, authorize, logger }),
    },
    { path: '/organizations/:organizationId/integrations/:integrationId/webhook', endpoint: webhook.handle },
    ...cloud.routes,
    ...(server?.routes ?? []),
  ];
  const { pathname: basePath } = new URL(`${baseUrl}/`);

  return {
    async fetch(request, context = {}) {
      const match = matchRoute(routes, new URL(request.url).pathname, basePath.slice(0, -1));
      if (match === undefined) return Response.json({ error: 'not found' }, { status: 404 });
      return match.endpoint(request, { ...context, route: match.params });
    },
    createInstallUrl: (input) => createInstallUrl({ ...input, baseUrl, siteUrl, store: store.states, now }),
    createSetupUrl: cloud.createSetupUrl,
    connectWorkspace: cloud.connectWorkspace,
    ...createLookup({ provider: 'bitbucket', integrations: store.integrations, work }),
    linkRepository: (integration, repo) => repositoryProvider.link(integration, repo),
    unlinkRepository: (integration, repository) => repositoryProvider.unlink(integration, repository),
    disconnect: (input) =>
      disconnectIntegration(input, { provider: 'bitbucket', store, work, repositoryProvider, logger }),
    provider,
    repositoryProvider,
    server: server?.app,
    store,
    bodyLimit: options.bodyLimit,
    logger,
    async close() {
      await Promise.all([webhook.close(), server?.close(), lifecycle.settled()]);
    },
  };
}

const descriptorOf = ({ name, description, vendor, scopes }: BitbucketAppOptions) => ({
  name,
  description,
  vendor,
  scopes,
});
