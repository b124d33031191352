/** The rows of repositories that no integration stands behind, as the host keeps them. */
import type { MaybePromise } from '../shared/types.ts';
import type { LinkedRepository } from './repositories.ts';

/** A row of the older plugin, or one that somebody made by hand: no integration stands behind it. */
export interface PluginRepository {
  readonly id: string;
  readonly organizationId: string;
  /** `workspace/slug`, as it was typed. */
  readonly name: string;
  /** The hook that the plugin made, which would tell of every push a second time. */
  readonly webhookId?: string | undefined;
  /** Where it stands in a row that `BitbucketPluginRepositoryProvider.createRepository` gave. */
  readonly config?: { readonly webhookId?: string | undefined } | undefined;
}

/** The host's rows of repositories without an integration. */
export interface PluginRepositorySource {
  list(organizationId: string): MaybePromise<readonly PluginRepository[]>;
  /** The row was taken over: link what hangs on it to the new one, and remove it. Called again if it throws. */
  migrated(repository: PluginRepository, linked: LinkedRepository): MaybePromise<void>;
}
