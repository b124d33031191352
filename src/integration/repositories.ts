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
  /** `access_lost`: Bitbucket refuses it (403, 404); it is asked again only now and then. */
  readonly status: 'active' | 'disabled' | 'access_lost';
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
 * Lists are in the order in which their rows were first stored. Rows that are given out are the caller's own: changing
 * one changes nothing that is stored. The integration may live in another store. A store of one's own is held to all
 * this by `repositoryStoreSuite` of `./testing`.
 */
export interface RepositoryStore {
  get(id: string): MaybePromise<LinkedRepository | undefined>;
  find(integrationId: string, externalId: string): MaybePromise<LinkedRepository | undefined>;
  list(integrationId: string): MaybePromise<readonly LinkedRepository[]>;
  /** Stores a new one, or renews the one of the same integration and external id; gives the row that stands. */
  put(repository: NewRepository): MaybePromise<LinkedRepository>;
  /**
   * Changes what the patch names, in one transaction with reading it, so that of two updates of different fields both
   * stand; the id and fields that are `undefined` in the patch stay. `undefined` where there is no such repository.
   *
   * @throws StoreError `row_conflict` when the integration has another repository of the external id
   */
  update(id: string, patch: Partial<NewRepository>): MaybePromise<LinkedRepository | undefined>;
  /** Does nothing where there is no such repository. */
  remove(id: string): MaybePromise<void>;
}
