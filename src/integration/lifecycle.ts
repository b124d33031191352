/** What installing, uninstalling and setting up mean for integrations and their repositories. */
import type { Installation } from '../connect/installations.ts';
import { isBitbucketError } from '../errors/bitbucket-error.ts';
import { StoreError } from '../errors/store-error.ts';
import type { Logger } from '../shared/logger.ts';
import type { BitbucketIntegration } from './integration.ts';
import { type BitbucketIntegrationProvider, newWebhookSecret } from './integration-provider.ts';
import type { IntegrationRecord } from './integrations.ts';
import type { PluginRepositorySource } from './plugin-repository-source.ts';
import type { BitbucketRepositoryProvider } from './repository-provider.ts';
import type { BitbucketStore } from './store.ts';

export interface LifecycleOptions {
  readonly store: BitbucketStore;
  readonly provider: BitbucketIntegrationProvider;
  readonly repositoryProvider: BitbucketRepositoryProvider;
  /** Puts an integration's record to work. */
  readonly work: (record: IntegrationRecord) => BitbucketIntegration;
  readonly afterSetup: ((integration: IntegrationRecord) => string) | undefined;
  /** The host's repositories of the older plugin, to be taken over after a set-up. */
  readonly pluginRepositories: PluginRepositorySource | undefined;
  readonly logger: Logger;
}

export interface Lifecycle {
  /**
   * An installation is about to be stored: for the first time, again, or in place of an older one of the same account.
   * Its integrations come to life again; doing so twice does no harm.
   */
  onInstalled(installation: Installation): Promise<void>;
  /** It was stored, and its secret can be used: the hooks of its integrations are secured anew. */
  onStored(installation: Installation): Promise<void>;
  onUninstalled(installation: Installation): Promise<void>;
  /** Binds an installation to an organization; gives the address to go on at, if the host named one. */
  complete(input: { installation: Installation; organizationId: string }): Promise<string | undefined>;
  /** Resolves when the work after installs and set-ups is done. */
  settled(): Promise<void>;
}

const providerKey = 'bitbucket';

export function createLifecycle(options: LifecycleOptions): Lifecycle {
  const { store, provider, afterSetup } = options;
  const { integrations, repositories } = store;
  const running = new Set<Promise<void>>();
  const track = (work: Promise<void>): Promise<void> => {
    const task = work.finally(() => running.delete(task));
    running.add(task);
    return task;
  };

  return {
    async onInstalled(installation) {
      const { externalId, name, metadata } = provider.buildIntegration(installation);
      for (const { id, webhookSecrets } of await integrations.findByAccount(providerKey, metadata.uuid)) {
        // The old secrets are good until every hook signs with the new one: a delivery on its way must not be lost.
        const secrets = [newWebhookSecret(), ...webhookSecrets];
        const patch = { externalId, name, metadata, status: 'active', webhookSecrets: secrets } as const;
        try {
          await integrations.update(id, patch);
        } catch (error) {
          if (!(error instanceof StoreError && error.code === 'row_conflict')) throw error;
          // A set-up was faster and made the organization's row for the new client key: that one goes on.
          await integrations.update(id, { status: 'disabled' });
        }
      }
    },

    async onStored(installation) {
      await track(secureAllHooks(options, installation));
    },

    async onUninstalled({ clientKey }) {
      for (const { id } of await integrations.findByExternalId(providerKey, clientKey)) {
        await integrations.update(id, { status: 'disabled' });
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
      void track(takeOver(options, integration));
      return afterSetup?.(integration);
    },

    async settled() {
      await Promise.allSettled(running);
    },
  };
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
    const code = isBitbucketError(error) ? error.code : 'host_failed';
    logger.error('repositories of the older plugin were not all taken over', {
      organizationId,
      integrationId,
      code,
    });
  }
}

async function secureAllHooks(options: LifecycleOptions, { clientKey }: Installation): Promise<void> {
  const { store, provider, repositoryProvider, work } = options;
  for (const record of await store.integrations.findByExternalId(providerKey, clientKey)) {
    await provider.reinstall(work(record), { repositoryProvider });
    await store.integrations.update(record.id, { webhookSecrets: record.webhookSecrets.slice(0, 1) });
  }
}
