/** What is kept of an integration: an organization of the host, bound to an account of Bitbucket. */
import type { MaybePromise } from '../shared/types.ts';

/** What Bitbucket said of the account, for show and for links. Holds no credential. */
export interface IntegrationMetadata {
  /** Where the account's API answers. */
  readonly baseUrl: string;
  /** Where people go. Default `https://bitbucket.org`. */
  readonly siteUrl?: string | undefined;
  /** The account's place in addresses: `bitbucket.org/acme`, or a person's name. */
  readonly domainName: string;
  readonly icon?: string | undefined;
  readonly scopes: readonly string[];
  /** The workspace, in braces. A Server has none: the external id. */
  readonly uuid: string;
  /** `team` or `user`; `server`. */
  readonly type: string;
  readonly publicKey?: string | undefined;
  /** Of a Server: whether its certificate is verified. */
  readonly verifyTls?: boolean | undefined;
}

export interface IntegrationRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly provider: 'bitbucket' | 'bitbucket_server';
  /**
   * The account, as its product names it: a Connect client key; without Connect the workspace's UUID, with
   * `/{repository UUID}` or `/projects/KEY` for a credential of as much; of a Server `host:consumerKey`.
   */
  readonly externalId: string;
  readonly name: string;
  readonly status: 'active' | 'disabled';
  readonly metadata: IntegrationMetadata;
  /** Secrets that deliveries may be signed with, the one in use first. Keep them as you keep passwords. */
  readonly webhookSecrets: readonly string[];
  /** What calls are signed with, where no Connect installation holds it. Keep it as you keep passwords. */
  readonly credentials?: Readonly<Record<string, string>> | undefined;
}

/** An integration that has not been stored: the store gives it its id. */
export type NewIntegration = Omit<IntegrationRecord, 'id'>;

/**
 * Integrations, each once for an organization, provider and external id.
 *
 * Every method is one transaction and none spans a network call. A method that fails must leave things as they were.
 * Lists are in the order in which their rows were first stored. Rows that are given out are the caller's own: changing
 * one changes nothing that is stored. A field that is `undefined` may be missing when it comes back. A store of one's
 * own is held to all this by `integrationStoreSuite` of `./testing`.
 */
export interface IntegrationStore {
  get(id: string): MaybePromise<IntegrationRecord | undefined>;
  findByOrganization(organizationId: string): MaybePromise<readonly IntegrationRecord[]>;
  /** Those of all organizations that are bound to the account. */
  findByExternalId(provider: string, externalId: string): MaybePromise<readonly IntegrationRecord[]>;
  /** Those that stand for the workspace, by the UUID in their metadata. */
  findByAccount(provider: string, uuid: string): MaybePromise<readonly IntegrationRecord[]>;
  /** Stores a new one, or renews the one of the same organization, provider and external id; gives the row that stands. */
  put(integration: NewIntegration): MaybePromise<IntegrationRecord>;
  /**
   * Changes what the patch names, in one transaction with reading it, so that of two updates of different fields both
   * stand; the id and fields that are `undefined` in the patch stay. `undefined` where there is no such integration.
   *
   * @throws StoreError `row_conflict` when the organization has another integration of the provider and external id
   */
  update(id: string, patch: Partial<NewIntegration>): MaybePromise<IntegrationRecord | undefined>;
}
