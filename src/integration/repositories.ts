/** What is kept of a linked repository. */
import type { MaybePromise } from '../shared/types.ts';

export interface LinkedRepository {
  readonly id: string;
  readonly integrationId: string;
  readonly organizationId: string;
  /** Bitbucket's own id, which outlives names: the UUID in braces on Cloud, the number on Server. */
  readonly externalId: string;
  /** `workspace/slug` on Cloud, `PROJECT/slug` on Server. */
  readonly name: string;
  /** Where people see it. */
  readonly url: string;
  readonly status: 'active' | 'disabled';
  readonly config: {
    /** The hook that was made for it, for deleting and mending it. */
    readonly webhookId: string;
    readonly [key: string]: string;
  };
}

/** A repository that has not been stored: the store gives it its id. */
export type NewRepository = Omit<LinkedRepository, 'id'>;

/**
 * Linked repositories, each once for an integration and external id.
 *
 * Every method is one transaction and none spans a network call. A method that fails must leave things as they were.
 */
export interface RepositoryStore {
  get(id: string): MaybePromise<LinkedRepository | undefined>;
  find(integrationId: string, externalId: string): MaybePromise<LinkedRepository | undefined>;
  list(integrationId: string): MaybePromise<readonly LinkedRepository[]>;
  /** Stores a new one, or renews the one of the same integration and external id; gives the row that stands. */
  put(repository: NewRepository): MaybePromise<LinkedRepository>;
  /** Changes what the patch names. `undefined` where there is no such repository. */
  update(id: string, patch: Partial<NewRepository>): MaybePromise<LinkedRepository | undefined>;
  remove(id: string): MaybePromise<void>;
}
