/** The objects of Bitbucket Server's REST answers that the client's own methods read. */

export interface Link {
  readonly href: string;
  readonly name?: string;
}

export interface Links {
  readonly [relation: string]: readonly Link[] | undefined;
}

/** A user; of an author whom Bitbucket does not know, only what git has: name and address. */
export interface Person {
  readonly name: string;
  readonly emailAddress?: string;
  readonly displayName?: string;
  readonly id?: number;
  readonly slug?: string;
  readonly [field: string]: unknown;
}

export interface Project {
  /** `~user` for a personal one. */
  readonly key: string;
  readonly id?: number;
  readonly name?: string;
  readonly type?: 'NORMAL' | 'PERSONAL' | (string & {});
  readonly links?: Links;
  readonly [field: string]: unknown;
}

export interface Repository {
  /** Stays when the repository is renamed or moved. */
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly project: Project;
  readonly state?: string;
  readonly public?: boolean;
  readonly archived?: boolean;
  readonly links?: Links;
  readonly [field: string]: unknown;
}

export interface Commit {
  readonly id: string;
  readonly displayId: string;
  readonly message: string;
  readonly author: Person;
  /** Milliseconds since 1970. */
  readonly authorTimestamp: number;
  readonly committer?: Person;
  readonly committerTimestamp?: number;
  readonly parents?: readonly { readonly id: string; readonly displayId?: string }[];
  readonly [field: string]: unknown;
}

export interface ChangePath {
  /** The path's segments. */
  readonly components?: readonly string[];
  readonly parent?: string;
  readonly name?: string;
  readonly [field: string]: unknown;
}

export interface Change {
  readonly type: 'ADD' | 'COPY' | 'DELETE' | 'MODIFY' | 'MOVE' | 'UNKNOWN' | (string & {});
  readonly path: ChangePath;
  /** Where a MOVE or COPY came from. */
  readonly srcPath?: ChangePath;
  readonly nodeType?: 'DIRECTORY' | 'FILE' | 'SUBMODULE' | (string & {});
  readonly [field: string]: unknown;
}

export interface Webhook {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  readonly active: boolean;
  readonly events: readonly string[];
  readonly configuration?: { readonly [field: string]: unknown };
  readonly sslVerificationRequired?: boolean;
  readonly [field: string]: unknown;
}

export interface WebhookInput {
  readonly name?: string;
  readonly url?: string;
  readonly active?: boolean;
  readonly events?: readonly string[];
  /** `secret` signs deliveries. */
  readonly configuration?: { readonly secret?: string };
  /** Whether Bitbucket verifies the certificate of `url`. */
  readonly sslVerificationRequired?: boolean;
  /** Sent with deliveries as Basic authentication. */
  readonly credentials?: { readonly username: string; readonly password: string };
}

/** Lines one after the other that came with the same commit. */
export interface BlameSpan {
  /** The first of them, counted from 1. */
  readonly lineNumber: number;
  readonly spannedLines: number;
  readonly commitId?: string;
  readonly commitHash?: string;
  readonly author?: Person;
  readonly authorTimestamp?: number;
  /** The file's path in that commit. */
  readonly fileName?: string;
  readonly [field: string]: unknown;
}

export interface Page<Item> {
  readonly values: readonly Item[];
  readonly isLastPage: boolean;
  readonly nextPageStart?: number | null;
  readonly start?: number;
  readonly limit?: number;
  readonly size?: number;
}
