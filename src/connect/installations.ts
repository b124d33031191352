/** What is kept of an installation, and what a store of them must do. */
import type { MaybePromise } from '../shared/types.ts';

/** The account that the app is installed on. */
export interface Principal {
  /** In braces, lower case. Stays the same when the account is renamed. */
  readonly uuid: string;
  /** `team` or `user`, as Bitbucket says it. */
  readonly type: string;
  readonly username?: string | undefined;
  readonly displayName: string;
  readonly avatarUrl?: string | undefined;
}

/** One installation. Times are milliseconds since 1970. */
export interface Installation {
  /** Bitbucket's name for the installation; the key of the row. */
  readonly clientKey: string;
  readonly appKey: string;
  /** Signs both ways. Keep it as you keep passwords of other systems. */
  readonly sharedSecret: string;
  readonly publicKey?: string | undefined;
  /** Where people go, `https://bitbucket.org`. */
  readonly baseUrl: string;
  /** The API that Bitbucket named, without a trailing slash; its origin was checked. */
  readonly baseApiUrl: string;
  readonly principal: Principal;
  /** When it was installed, the last time. */
  readonly installedAt: number;
  readonly updatedAt: number;
  /** Set while it is not installed: nothing it signs is believed, but a re-install. */
  readonly uninstalledAt?: number | undefined;
  /** The clientKey that took over the same account, where Bitbucket gave it a new one. */
  readonly supersededBy?: string | undefined;
  /** A random name for this state of the row; another one with every change. */
  readonly version: string;
}

/** One row to write. */
export interface InstallationChange {
  readonly installation: Installation;
  /** The `version` that the stored row must have; `undefined` where there must be no row yet. */
  readonly replaces: string | undefined;
}

/**
 * Keeps installations. Methods may be synchronous. Whatever one throws, the sender is answered 503 and may try again.
 *
 * Nothing is asked to be locked between two calls: between a read and its save lies a call to Bitbucket, and a
 * transaction must not span that. `save` compares instead, so that of two that race one is told that it lost.
 *
 * Rows that are given out are the caller's own: changing one changes nothing that is stored. Text comes back as it was
 * given, or the write throws. A store of one's own is held to all this by `installationStoreSuite` of `./testing`.
 */
export interface InstallationStore {
  findByClientKey(clientKey: string): MaybePromise<Installation | undefined>;
  /**
   * All rows of the account, those no longer installed too; the latest `installedAt` first, those of one time in any
   * order. `uuid` is lower case.
   */
  findByPrincipal(uuid: string): MaybePromise<readonly Installation[]>;
  /**
   * Writes all the rows or none, in one transaction, and tells which. None is written when any stored row has another
   * `version` than `replaces` says, or is there and should not be, or is not there and should be. A client key that
   * stands twice in the list is compared the second time with what the first would write.
   *
   * In SQL: for each change `INSERT … ON CONFLICT (client_key) DO NOTHING` or
   * `UPDATE … WHERE client_key = ? AND version = ?`; roll back when one of them touches no row.
   */
  save(changes: readonly InstallationChange[]): MaybePromise<boolean>;
  /** Removes the row: the operator's way out when a secret was lost and a re-install can no longer be signed. */
  forget(clientKey: string): MaybePromise<void>;
}

/** The account's user name, or its display name where Bitbucket gives no other. */
export function accountName({ principal }: Pick<Installation, 'principal'>): string {
  return principal.username ?? principal.displayName;
}

/** What addresses of the account's sources begin with: `bitbucket.org/acme` of a team; of a user the name alone. */
export function domainName(installation: Pick<Installation, 'principal' | 'baseUrl'>): string {
  const name = accountName(installation);
  if (installation.principal.type === 'user') return name;
  return `${installation.baseUrl.replace(/^https?:\/\//, '')}/${name}`;
}

/** Is it installed now? */
export const isInstalled = ({ uninstalledAt }: Installation): boolean => uninstalledAt === undefined;
