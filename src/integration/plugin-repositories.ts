/** Repositories that were linked by hand, for the older plugin: taken over once the integration can see them. */
import { ApiError } from '../errors/api-error.ts';
import type { IntegrationRecord } from './integrations.ts';
import type { PluginRepository, PluginRepositorySource } from './plugin-repository-source.ts';
import type { LinkedRepository } from './repositories.ts';
import { isRefusal } from './repository-access.ts';
import { isFullName } from './repository-name.ts';

interface CallSignal {
  readonly signal?: AbortSignal | undefined;
}

/** What an integration of either product needs for it. */
export interface MigratingIntegration {
  readonly record: Pick<IntegrationRecord, 'organizationId'>;
  getClient(): { deleteHook(repo: string, id: string, options: CallSignal): Promise<void> };
  /** The repository as the client calls it. */
  addressOf(repository: LinkedRepository): string;
}

export interface MigrationOptions<Integration> extends CallSignal {
  readonly source: PluginRepositorySource;
  readonly repositoryProvider: {
    link(integration: Integration, repo: string, options: CallSignal): Promise<LinkedRepository>;
  };
}

export interface Migration {
  readonly migrated: readonly LinkedRepository[];
  /** Those that the integration does not see: renamed, gone, or another workspace's. They stay as they were. */
  readonly unmigratable: readonly PluginRepository[];
}

/**
 * Links every repository of the organization that the integration can see, and takes the plugin's hook away. One that it
 * cannot see is left alone; any other failure ends the run, and the next run goes on where this one ended.
 */
export async function migratePluginRepositories<Integration extends MigratingIntegration>(
  integration: Integration,
  { source, repositoryProvider, signal }: MigrationOptions<Integration>,
): Promise<Migration> {
  const migrated: LinkedRepository[] = [];
  const unmigratable: PluginRepository[] = [];
  for (const row of await source.list(integration.record.organizationId)) {
    const linked = await linkIfSeen(integration, row, { repositoryProvider, signal });
    if (linked === undefined) {
      unmigratable.push(row);
      continue;
    }
    await removeHook(integration, row, { linked, signal });
    await source.migrated(row, linked);
    migrated.push(linked);
  }
  return { migrated, unmigratable };
}

async function linkIfSeen<Integration>(
  integration: Integration,
  { name }: PluginRepository,
  { repositoryProvider, signal }: Omit<MigrationOptions<Integration>, 'source'>,
): Promise<LinkedRepository | undefined> {
  if (!isFullName(name)) return undefined;
  try {
    return await repositoryProvider.link(integration, name, { signal });
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** The old hook may be somebody else's to delete; the new one works beside it. */
async function removeHook(
  integration: MigratingIntegration,
  { config, webhookId = config?.webhookId }: PluginRepository,
  { linked, signal }: CallSignal & { readonly linked: LinkedRepository },
): Promise<void> {
  if (webhookId === undefined || webhookId === linked.config.webhookId) return;
  try {
    await integration.getClient().deleteHook(integration.addressOf(linked), webhookId, { signal });
  } catch (error) {
    if (!(error instanceof ApiError && [403, 404].includes(error.status))) throw error;
  }
}
