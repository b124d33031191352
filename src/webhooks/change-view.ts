/** The words in which an event of either product is told. */

/** What happened, in words that both products share. */
export type ChangeKind =
  | 'push'
  | 'repository-created'
  | 'repository-deleted'
  | 'repository-imported'
  | 'repository-transferred'
  | 'repository-updated'
  | 'repository-forked'
  | 'mirror-synchronized'
  | 'commit-comment-created'
  | 'commit-comment-updated'
  | 'commit-comment-deleted'
  | 'commit-status'
  | 'pull-request-opened'
  /** Title, description, target or reviewers. On Cloud a push to its branch, too. */
  | 'pull-request-updated'
  | 'pull-request-pushed'
  | 'pull-request-merged'
  | 'pull-request-declined'
  /** Server only. */
  | 'pull-request-deleted'
  | 'pull-request-approved'
  | 'pull-request-unapproved'
  | 'pull-request-changes-requested'
  | 'pull-request-changes-request-removed'
  | 'pull-request-comment-created'
  | 'pull-request-comment-updated'
  | 'pull-request-comment-deleted'
  /** Cloud only. */
  | 'pull-request-comment-resolved'
  /** Cloud only. */
  | 'pull-request-comment-reopened';

export interface ChangeRepository {
  /** Stays when the repository is renamed or moved: Cloud's UUID in braces, Server's number. */
  readonly id: string;
  readonly name: string;
  /** `workspace/slug` of Cloud, `PROJECT/slug` of Server. */
  readonly fullName: string;
  /** The page that people see; `undefined` where the payload has none. */
  readonly url: string | undefined;
}

/** Every field may be `undefined`: accounts hide themselves, and are deleted. */
export interface ChangeAccount {
  /** Cloud's UUID in braces, or else its Atlassian account id; Server's number, or else its user name. */
  readonly id: string | undefined;
  /** As people read it. */
  readonly name: string | undefined;
  /** What Server's users log in with; of Cloud's accounts, only workspaces have one since 2019. */
  readonly username: string | undefined;
  /** Server only. */
  readonly emailAddress: string | undefined;
}

/** A branch or tag that was made, moved or deleted. */
export interface ChangeRef {
  /** `branch` or `tag`; the product's own word where it is neither. */
  readonly type: string;
  /** Without `refs/heads/`. */
  readonly name: string;
  /** 40 hex digits; `undefined` where the ref was created. */
  readonly oldHash: string | undefined;
  /** 40 hex digits; `undefined` where the ref was deleted. */
  readonly newHash: string | undefined;
  readonly created: boolean;
  readonly deleted: boolean;
  /** Moved to a commit that does not follow from the old one. `undefined` where that is not told: Server never does. */
  readonly forced: boolean | undefined;
}

/** One side of a pull request. */
export interface ChangeSide {
  readonly branch: string;
  /** 12 hex digits of Cloud, 40 of Server. `undefined` where the commit is gone with its fork. */
  readonly hash: string | undefined;
  /** `undefined` where the fork was deleted, or may not be seen. */
  readonly repository: ChangeRepository | undefined;
}

export interface ChangeReviewer {
  readonly user: ChangeAccount | undefined;
  readonly status: 'approved' | 'changes-requested' | 'none';
  /** The same as the status being `approved`. */
  readonly approved: boolean;
}

export interface ChangePullRequest {
  readonly id: number;
  readonly title: string;
  readonly description: string | undefined;
  /** `open`, `merged`, `declined`, `superseded`; other words may come. */
  readonly state: string;
  /** `undefined` where it is not told: before drafts were. */
  readonly draft: boolean | undefined;
  readonly source: ChangeSide;
  readonly destination: ChangeSide;
  readonly author: ChangeAccount | undefined;
  /** Who was asked for a review, and who gave one unasked. */
  readonly reviewers: readonly ChangeReviewer[];
  /** The commit that merged it: 12 hex digits of Cloud, 40 of Server. */
  readonly mergeHash: string | undefined;
  readonly url: string | undefined;
}

export interface ChangeComment {
  readonly id: number;
  /** As it was typed; `undefined` where there is none left. */
  readonly text: string | undefined;
  readonly author: ChangeAccount | undefined;
  /** Its place in the diff. `line` is that of the new file, or of the old one for a line that is gone. */
  readonly inline: { readonly path: string; readonly line: number | undefined } | undefined;
  /** The id of the comment that it answers. */
  readonly parentId: number | undefined;
  /** Cloud only. */
  readonly url: string | undefined;
}

/** What a view finds in a payload. */
export interface ChangeView {
  readonly kind: ChangeKind;
  /** The one that the event is about; of a pull request, the one that it goes to. */
  readonly repository: ChangeRepository;
  /** Who did it; `undefined` where the account is gone, or nobody did. */
  readonly actor: ChangeAccount | undefined;
  /** Of pushes and mirrors; else empty. */
  readonly refs: readonly ChangeRef[];
  readonly pullRequest: ChangePullRequest | undefined;
  readonly comment: ChangeComment | undefined;
  /** The commit that was commented on, or has a new status. 40 hex digits. */
  readonly commit: string | undefined;
  /** The new repository, of a fork. */
  readonly fork: ChangeRepository | undefined;
}
