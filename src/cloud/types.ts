/** The shapes of Bitbucket Cloud's REST API by the names that integrations call them; all others have their own. */
import type { CommitFile, Draft, Issue, Page, Pullrequest, WebhookSubscription } from './operations.ts';

export type PullRequest = Pullrequest;
export type Webhook = WebhookSubscription;
/** A hook's settings as they are sent. A `secret` left out of an update stays; `null` or `''` takes it away. */
export type WebhookInput = Draft<Webhook>;
/** A file as it was after a commit that changed it; another `path` before a rename. */
export type FileHistoryEntry = CommitFile;
export type Paginated<Item> = Page<Item>;

/** @deprecated Bitbucket removed the issue tracker on 2026-08-20. */
export type IssueInput = Draft<Issue> & { readonly title: string };
/** @deprecated Bitbucket removed the issue tracker on 2026-08-20. */
export type IssueKind = 'bug' | 'enhancement' | 'proposal' | 'task';
/** @deprecated Bitbucket removed the issue tracker on 2026-08-20. */
export type IssuePriority = 'trivial' | 'minor' | 'major' | 'critical' | 'blocker';
export type * from './operations.ts';
