/** The objects of Bitbucket Cloud's REST answers that the client's own methods read. */

export interface Link {
  readonly href: string;
  readonly name?: string;
}

export interface Links {
  readonly [relation: string]: Link | readonly Link[] | undefined;
}

export interface Account {
  readonly type: string;
  readonly uuid?: string;
  readonly display_name?: string;
  readonly nickname?: string;
  readonly username?: string;
  readonly account_id?: string;
  readonly links?: Links;
  readonly [field: string]: unknown;
}

export interface Author {
  readonly type: string;
  /** `Name <address>`, as git has it. */
  readonly raw?: string;
  readonly user?: Account;
  readonly [field: string]: unknown;
}

export interface Workspace {
  readonly type: string;
  readonly uuid: string;
  readonly slug: string;
  readonly name?: string;
  readonly links?: Links;
  readonly [field: string]: unknown;
}

export interface Repository {
  readonly type: string;
  /** In braces. */
  readonly uuid: string;
  /** `workspace/slug`. */
  readonly full_name: string;
  readonly name: string;
  readonly slug?: string;
  readonly is_private?: boolean;
  readonly mainbranch?: { readonly type?: string; readonly name?: string } | null;
  readonly workspace?: Workspace;
  readonly owner?: Account;
  readonly links?: Links;
  readonly [field: string]: unknown;
}

export interface Commit {
  readonly type: string;
  readonly hash: string;
  /** ISO 8601 with an offset. */
  readonly date: string;
  readonly message: string;
  readonly author?: Author;
  readonly parents?: readonly { readonly hash: string; readonly [field: string]: unknown }[];
  readonly links?: Links;
  readonly [field: string]: unknown;
}

export interface CommitFile {
  readonly type: string;
  readonly path: string;
  readonly attributes?: string;
  readonly [field: string]: unknown;
}

export interface Diffstat {
  readonly type: string;
  readonly status?: 'added' | 'removed' | 'modified' | 'renamed' | (string & {});
  readonly lines_added?: number;
  readonly lines_removed?: number;
  readonly old?: CommitFile | null;
  readonly new?: CommitFile | null;
  readonly [field: string]: unknown;
}

/** A file as it was after a commit that changed it. */
export interface FileHistoryEntry {
  readonly type?: string;
  /** The file's path at that commit: another one before a rename. */
  readonly path: string;
  readonly commit?: Commit;
  readonly [field: string]: unknown;
}

export interface Ref {
  readonly type: string;
  readonly name: string;
  readonly target?: Commit;
  readonly links?: Links;
  readonly [field: string]: unknown;
}

export interface Webhook {
  readonly type: string;
  /** In braces. */
  readonly uuid: string;
  readonly url: string;
  readonly description?: string;
  readonly active: boolean;
  readonly events: readonly string[];
  /** Whether there is a secret; the secret itself is never shown. */
  readonly secret_set?: boolean;
  readonly [field: string]: unknown;
}

export interface WebhookInput {
  readonly url?: string;
  readonly description?: string;
  readonly active?: boolean;
  readonly events?: readonly string[];
  /** Signs deliveries. Left out of an update it stays; `null` or `''` takes it away. */
  readonly secret?: string | null;
}

/** Text as somebody typed it, and as a page shows it. */
export interface RenderedText {
  readonly raw?: string;
  readonly html?: string;
  readonly markup?: 'markdown' | 'creole' | 'plaintext' | (string & {});
}

export type IssueKind = 'bug' | 'enhancement' | 'proposal' | 'task';
export type IssuePriority = 'trivial' | 'minor' | 'major' | 'critical' | 'blocker';

/** @deprecated Bitbucket removed the issue tracker on 2026-08-20. */
export interface Issue {
  readonly type?: string;
  readonly id: number;
  readonly title: string;
  readonly content?: RenderedText;
  readonly kind?: IssueKind | (string & {});
  readonly priority?: IssuePriority | (string & {});
  /** `new`, `open`, `resolved`, `on hold`, `invalid`, `duplicate`, `wontfix`, `closed`. */
  readonly state?: string;
  readonly links?: Links;
  readonly [field: string]: unknown;
}

/** @deprecated Bitbucket removed the issue tracker on 2026-08-20. */
export interface IssueInput {
  readonly title: string;
  readonly content?: { readonly raw: string };
  readonly kind?: IssueKind;
  readonly priority?: IssuePriority;
}

/** @deprecated Bitbucket removed the issue tracker on 2026-08-20. */
export interface IssueComment {
  readonly type?: string;
  readonly id: number;
  readonly content?: RenderedText;
  readonly user?: Account;
  readonly links?: Links;
  readonly [field: string]: unknown;
}

export interface Paginated<Item> {
  readonly values?: readonly Item[];
  readonly next?: string;
  readonly previous?: string;
  readonly page?: number;
  readonly pagelen?: number;
  readonly size?: number;
}
