/** What is kept of the older plugin's repositories: the host's rows, and the secrets of its hooks if it has any. */
import type { MaybePromise } from '../../shared/types.ts';
import type { WebhookSecret } from '../../webhooks/signature.ts';

/** A repository as it was linked, for the host to store. With an id it is also what a migration takes over. */
export interface NewPluginRepository {
  readonly organizationId: string;
  /** `workspace/slug`. */
  readonly name: string;
  /** The UUID in braces, which outlives names. */
  readonly externalId: string;
  /** Where people see it. */
  readonly url: string;
  readonly config: {
    /** As `name`; Bitbucket is called by it, and pushes keep it right. */
    readonly name: string;
    /** The hook that was made for it. */
    readonly webhookId: string;
  };
}

/** A row as the host keeps it. */
export interface StoredPluginRepository extends NewPluginRepository {
  readonly id: string;
}

/** The host's rows, as the webhook asks for them. */
export interface PluginRepositoryStore {
  /** The organization's repository of the UUID; `undefined` where there is none, or it is switched off. */
  find(organizationId: string, externalId: string): MaybePromise<StoredPluginRepository | undefined>;
  /** Changes what the patch names. */
  update(id: string, patch: Pick<StoredPluginRepository, 'name' | 'url' | 'config'>): MaybePromise<unknown>;
}

/**
 * The secrets that hooks sign with, one for an organization. Older hooks have none: from the moment an organization has
 * one, their deliveries are refused until `secureHook` gave it to them.
 */
export interface PluginSecretStore {
  /** The organization's secret, or a list while one takes another's place; `undefined` where it has none. */
  find(organizationId: string): MaybePromise<WebhookSecret | undefined>;
  /** Keeps `fresh` where the organization has none, in one step; gives the secret that stands. */
  keep(organizationId: string, fresh: string): MaybePromise<string>;
}
