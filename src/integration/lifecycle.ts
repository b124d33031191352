/** What installing, uninstalling and setting up mean for integrations and their repositories. */
import type { Installation } from '../connect/installations.ts';
import { StoreError } from '../errors/store-error.ts';
import { createBackground } from './background.ts';
import { type ConnectWorkspaceOptions, settleWorkspace, storeWorkspace } from './cloud/connect-workspace.ts';
import type { WorkspaceGrant } from './cloud-credentials.ts';
import { failureCode } from './failure-code.ts';
import type { SetUp } from './forget-grants.ts';
import { secureHooks, withFreshSecret } from './hook-secrets.ts';
import { newWebhookSecret } from './integration-provider.ts';
import type { IntegrationRecord } from './integrations.ts';
import type { PluginRepositorySource } from './plugin-repository-source.ts';
import { type AfterSetup, addressAfter } from './setup/after-setup.ts';
import type { BitbucketStore } from './store.ts';

export interface LifecycleOptions extends ConnectWorkspaceOptions, AfterSetup {
  readonly store: BitbucketStore;
  /** The host's repositories of the older plugin, to be taken over after a set-up. */
  readonly pluginRepositories: PluginRepositorySource | undefined;
}

export interface Lifecycle {
  /**
   * An installation was stored: for the first time, again, or in place of an older one of the same account. Its
   * integrations come to life again, and their hooks are secured anew. Doing so twice does no harm.
   */
  onStored(installation: Installation): Promise<void>;
  onUninstalled(installation: Installation): Promise<void>;
  /** Binds an installation to an organization; gives the address to go on at, if the host named one. */
  complete(input: { installation: Installation; organizationId: string }): Promise<string | undefined>;
  /**
   * Binds a workspace to an organization without Connect. A row that the organization has for the same is renewed, and
   * one of Connect moved to the new credential, if that is for the whole workspace: its id, its repositories and the
   * addresses of its webhooks stay, and its hooks are secured anew.
   */
  connect(input: { grant: WorkspaceGrant; organizationId: string }): Promise<IntegrationRecord>;
  /** Resolves when the work after installs and set-ups is done. */
  settled(): Promise<void>;
}

const providerKey = 'bitbucket';

export function createLifecycle(options: LifecycleOptions): Lifecycle {
  const { store, provider } = options;
  const { integrations, repositories } = store;
  const background = createBackground();

  return {
    async onStored(installation) {
      await background.run(reviveIntegrations(options, installation));
    },

    async onUninstalled({ clientKey }) {
      for (const { id, credentials } of await integrations.findByExternalId(providerKey, clientKey)) {
        if (credentials !== undefined) continue;
        const row = await integrations.update(id, { status: 'disabled' });
        if (row?.credentials !== undefined) {
          // A set-up moved it off Connect meanwhile.
          await integrations.update(id, { status: 'active' });
          continue;
        }
        for (const repository of await repositories.list(id)) {
          await repositories.update(repository.id, { status: 'disabled' });
        }
      }
    },

    async complete({ installation, organizationId }) {
      const { webhookSecret, ...built } = provider.buildIntegration(installation);
      const known = await integrations.findByExternalId(providerKey, built.externalId);
      const own = known.find((integration) => integration.organizationId === organizationId);
      const webhookSecrets = own?.webhookSecrets ?? [webhookSecret];
      const integration = await integrations.put({
        ...built,
        organizationId,
        status: 'active',
        webhookSecrets,
      });
      // The user's browser waits for the page, not for every repository.
      void background.run(settleInstallation(options, { record: integration, before: own }));
      return addressAfter(integration, options);
    },

    async connect(input) {
      const connected = await storeWorkspace(options, input);
      void background.run(settleConnected(options, connected));
      return connected.record;
    },

    settled: background.settled,
  };
}

async function settleConnected(options: LifecycleOptions, connected: SetUp): Promise<void> {
  const { record, before } = connected;
  const { organizationId, id: integrationId, credentials } = record;
  const credential = credentials?.['type'];
  const instead = before && (before.credentials?.['type'] ?? 'connect');
  options.logger.info('bitbucket workspace connected', {
    organizationId,
    integrationId,
    credential,
    instead,
  });
  await settleWorkspace(options, connected);
  await takeOver(options, record);
}

/** A row that was disconnected has repositories without hooks. Others had theirs secured when the app was installed. */
async function settleInstallation(options: LifecycleOptions, { record, before }: SetUp): Promise<void> {
  if (before?.status === 'disabled') {
    await logFailure(options, record, () => secureHooks(options, record));
  }
  await takeOver(options, record);
}

/** What fails is logged; a re-install or another set-up goes on with it. */
async function logFailure(
  { logger }: LifecycleOptions,
  { organizationId, id: integrationId }: IntegrationRecord,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = failureCode(error, 'unknown');
    const text = 'an integration was not made whole after an install';
    logger.error(text, { organizationId, integrationId, code });
  }
}

/** What fails here is logged and left: setting up again goes on with it. */
async function takeOver(
  { provider, repositoryProvider, work, pluginRepositories: source, logger }: LifecycleOptions,
  record: IntegrationRecord,
): Promise<void> {
  if (source === undefined) return;
  const { organizationId, id: integrationId } = record;
  try {
    const { migrated, unmigratable } = await provider.postInstall(work(record), {
      source,
      repositoryProvider,
    });
    const counts = { migrated: migrated.length, unmigratable: unmigratable.length };
    logger.info('repositories of the older plugin taken over', { organizationId, integrationId, ...counts });
  } catch (error) {
    const code = failureCode(error, 'host_failed');
    logger.error('repositories of the older plugin were not all taken over', {
      organizationId,
      integrationId,
      code,
    });
  }
}

/** What fails for one integration is logged and keeps no other from coming to life; a re-install goes on with it. */
async function reviveIntegrations(options: LifecycleOptions, installation: Installation): Promise<void> {
  const { store, provider } = options;
  const { externalId, name, metadata } = provider.buildIntegration(installation);
  for (const row of await store.integrations.findByAccount(providerKey, metadata.uuid)) {
    // It was moved off Connect: another credential stands behind it, whatever becomes of the installation.
    if (row.credentials !== undefined) continue;
    await logFailure(options, row, () =>
      revive(options, row.id, { externalId, name, metadata, status: 'active' }),
    );
  }
}

async function revive(
  options: LifecycleOptions,
  id: string,
  patch: Pick<IntegrationRecord, 'externalId' | 'name' | 'metadata' | 'status'>,
): Promise<void> {
  const { store } = options;
  const before = await store.integrations.get(id);
  // A set-up was faster while others were revived.
  if (before?.credentials !== undefined) return;
  const webhookSecrets = withFreshSecret(newWebhookSecret(), before);
  const record = await bind(store, id, { ...patch, webhookSecrets });
  if (record !== undefined) await secureHooks(options, record);
}

/** Nothing where a set-up was faster and made the organization's row for the new client key: that one goes on. */
async function bind(
  { integrations }: BitbucketStore,
  id: string,
  patch: Partial<IntegrationRecord>,
): Promise<IntegrationRecord | undefined> {
  try {
    return await integrations.update(id, patch);
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'row_conflict')) throw error;
    await integrations.update(id, { status: 'disabled' });
    return undefined;
  }
}
