/** What an emulator is made of: the options, as a caller writes them. */
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { FetchLike } from '../../shared/types.ts';
import type { EmulatedOAuth2Options } from './cloud/oauth2/options.ts';
import type { EmulatedServerOptions } from './server/options.ts';

/** What a user may do in a workspace and with everything in it. */
export type EmulatedRole = 'admin' | 'write' | 'read';

export interface EmulatedRepositoryOptions {
  /** `workspace/slug`. */
  readonly fullName: string;
  /** A folder with any git repository: its branches and tags are cloned, it is never written to. Absent: empty. */
  readonly from?: string | undefined;
  /** Hidden from those who are not members. Default true, as for a new repository on Bitbucket. */
  readonly private?: boolean | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** With or without braces. Default: made of the full name, so that it is the same in every run. */
  readonly uuid?: string | undefined;
  /** Default: what the emulator's own `issueTracker` says. */
  readonly issueTracker?: 'removed' | 'missing' | 'on' | undefined;
  /** The project that it is in. Default: one with the workspace in capitals as its key. */
  readonly project?: EmulatedProjectOptions | undefined;
}

/** A project of a workspace; it is there as soon as a repository names it. */
export interface EmulatedProjectOptions {
  /** A capital, then capitals, digits and `_`. */
  readonly key: string;
  /** Default: the key. */
  readonly name?: string | undefined;
}

export interface EmulatedWorkspaceOptions {
  readonly slug: string;
  readonly name?: string | undefined;
  readonly uuid?: string | undefined;
}

export interface EmulatedUserOptions {
  readonly username: string;
  readonly email: string;
  readonly displayName?: string | undefined;
  readonly accountId?: string | undefined;
  readonly uuid?: string | undefined;
  /** Roles by workspace slug. Default: admin everywhere. */
  readonly workspaces?: Readonly<Record<string, EmulatedRole>> | undefined;
}

/** A repository, project or workspace access token: Bearer in REST, `x-token-auth:<token>` in git. */
export interface EmulatedAccessToken {
  readonly token: string;
  readonly workspace: string;
  /** The slug; absent for a token of a project or of the whole workspace. */
  readonly repository?: string | undefined;
  /** The key, for a token of a project: it sees the repositories that are in it. */
  readonly project?: string | undefined;
  /** Classic scopes such as `repository` or `webhook`. Default: all. */
  readonly scopes?: readonly string[] | undefined;
  /** Milliseconds since 1970, by the emulator's clock; it answers 401 from then on. Default: never. */
  readonly expiresAt?: number | undefined;
}

/** A user's API token: Basic `email:token` in REST, `x-bitbucket-api-token-auth:<token>` or `username:<token>` in git. */
export interface EmulatedApiToken {
  readonly email: string;
  readonly token: string;
  /** Scopes such as `read:repository:bitbucket`, of which none implies another. Default: all. */
  readonly scopes?: readonly string[] | undefined;
  /** Milliseconds since 1970, by the emulator's clock; it answers 401 from then on. Default: never. */
  readonly expiresAt?: number | undefined;
}

export interface EmulatedPassword {
  readonly username: string;
  readonly password: string;
}

/** A user's token of OAuth 1.0a, with the consumer that it was given to: calls are signed by HMAC-SHA1. */
export interface EmulatedOAuth1Token {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly token: string;
  readonly tokenSecret: string;
  /** The user's name. Default: the first user. */
  readonly user?: string | undefined;
}

export interface EmulatedCredentials {
  readonly accessTokens?: readonly EmulatedAccessToken[] | undefined;
  readonly apiTokens?: readonly EmulatedApiToken[] | undefined;
  readonly basic?: readonly EmulatedPassword[] | undefined;
  /** OAuth 1.0a as Bitbucket Cloud had it until about March 2026. Left out, it is answered 401, as today. */
  readonly oauth1?: readonly EmulatedOAuth1Token[] | undefined;
}

export interface EmulatedHookOptions {
  /** Milliseconds that a receiver has for its answer. Default 10,000. */
  readonly timeout?: number | undefined;
  /** Tries in all, after 5xx, time-outs and connection failures. Default 3. Server tries once, whatever this is. */
  readonly attempts?: number | undefined;
  /** Milliseconds between tries. Default 1,000. */
  readonly retryDelay?: number | undefined;
  /** Bytes; a longer payload is not sent at all. Default 256 * 1024. */
  readonly maxPayload?: number | undefined;
  /** Newest commits that a push tells of for each changed ref. Default 5. */
  readonly commitsPerChange?: number | undefined;
}

export interface BitbucketEmulatorOptions {
  readonly repositories?: readonly EmulatedRepositoryOptions[] | undefined;
  /** More than those that the repositories' full names begin with, or more about them. */
  readonly workspaces?: readonly EmulatedWorkspaceOptions[] | undefined;
  /**
   * What becomes of calls for issues: `removed` (default) answers 410, as the tracker is gone since 2026-08-20;
   * `missing` 404, `Repository has no issue tracker.`, as a repository without one did; `on` is the tracker as it was.
   */
  readonly issueTracker?: 'removed' | 'missing' | 'on' | undefined;
  /** Default: one, `owner`, who is admin everywhere. */
  readonly users?: readonly EmulatedUserOptions[] | undefined;
  readonly credentials?: EmulatedCredentials | undefined;
  /** OAuth 2.0 consumers, and what a person says who is asked. Without it there are no consumers. */
  readonly oauth2?: EmulatedOAuth2Options | undefined;
  /** Serves the same repositories as a Bitbucket Data Center, too. Without it there is none. */
  readonly server?: EmulatedServerOptions | undefined;
  /** Connect apps that `/site/addons/authorize?addon_key=…` may name before they are installed. */
  readonly apps?: readonly { readonly key: string; readonly descriptorUrl: string }[] | undefined;
  /**
   * Where clients reach the emulator, when that is not the origin of their requests: behind a proxy that ends TLS, for
   * instance. Links in answers and payloads begin with it.
   */
  readonly publicUrl?: string | undefined;
  readonly now?: Clock | undefined;
  /** Sends hooks and Connect's calls to apps. Default: the global `fetch`. */
  readonly fetch?: FetchLike | undefined;
  /** Gives so many random bytes; for identifiers and shared secrets. Default: `node:crypto`. */
  readonly random?: ((size: number) => Uint8Array) | undefined;
  readonly logger?: Logger | undefined;
  readonly hooks?: EmulatedHookOptions | undefined;
}
