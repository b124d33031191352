/** The events of repositories, commits and projects of Bitbucket Cloud, but for pushes. */

import { type CloudComment, cloudComment } from './cloud-comment.ts';
import {
  type CloudAccount,
  type CloudCommit,
  type CloudLinks,
  type CloudProject,
  type CloudRepository,
  cloudAccount,
  cloudCommit,
  cloudLinks,
  cloudProject,
  cloudRepository,
} from './cloud-common.ts';
import { judged, maybeJudged, open } from './open-object.ts';
import { maybe, maybeText, object, text } from './part.ts';

/**
 * `repo:created`, `repo:deleted`, `repo:imported`, `repo:transfer`.
 *
 * @see https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/#Repository-events
 */
export interface CloudRepositoryPayload {
  actor?: CloudAccount | null | undefined;
  repository: CloudRepository;
  [field: string]: unknown;
}

/** `repo:fork`. */
export interface CloudForkPayload extends CloudRepositoryPayload {
  /** The new one; `repository` is what it was forked from. */
  fork: CloudRepository;
}

/** A field of text before and after. */
export interface CloudFieldChange {
  old?: string | null | undefined;
  new?: string | null | undefined;
  [field: string]: unknown;
}

/** What was changed, by field. Fields that are not text are kept as they were sent. */
export interface CloudChanges {
  name?: CloudFieldChange | null | undefined;
  /** Of a repository: changes with its name, its workspace's, or a transfer. */
  full_name?: CloudFieldChange | null | undefined;
  [field: string]: unknown;
}

/** `repo:updated`. */
export interface CloudRepositoryUpdatedPayload extends CloudRepositoryPayload {
  changes?: CloudChanges | null | undefined;
}

/** `repo:commit_comment_created`. */
export interface CloudCommitCommentPayload extends CloudRepositoryPayload {
  commit: CloudCommit;
  comment: CloudComment;
}

/** What a build or check says of a commit. */
export interface CloudCommitStatus {
  /** Tells the statuses of one commit apart. */
  key: string;
  /** `SUCCESSFUL`, `FAILED`, `INPROGRESS`, `STOPPED`; other words may come. */
  state: string;
  name?: string | null | undefined;
  description?: string | null | undefined;
  /** The branch that was built; missing or null where the build did not say. */
  refname?: string | null | undefined;
  url?: string | null | undefined;
  /** Missing before 2018: then only `links.commit` names it. */
  commit?: CloudCommit | null | undefined;
  /** ISO 8601. */
  created_on?: string | null | undefined;
  /** ISO 8601. */
  updated_on?: string | null | undefined;
  links?: CloudLinks | null | undefined;
  [field: string]: unknown;
}

/** `repo:commit_status_created`, `repo:commit_status_updated`. */
export interface CloudCommitStatusPayload extends CloudRepositoryPayload {
  commit_status: CloudCommitStatus;
}

/** `project:updated`, sent to hooks of the workspace. */
export interface CloudProjectUpdatedPayload {
  actor?: CloudAccount | null | undefined;
  project: CloudProject;
  changes?: CloudChanges | null | undefined;
  [field: string]: unknown;
}

const base = () => ({
  actor: maybeJudged(cloudAccount()),
  repository: judged(cloudRepository()),
});

const changes = () => {
  const change = maybe(object<CloudFieldChange>({ old: maybeText, new: maybeText }));
  return object<CloudChanges>({ name: change, full_name: change });
};

const commitStatus = () =>
  object<CloudCommitStatus>({
    key: text,
    state: text,
    name: maybeText,
    description: maybeText,
    refname: maybeText,
    url: maybeText,
    commit: maybe(cloudCommit()),
    created_on: maybeText,
    updated_on: maybeText,
    links: maybe(cloudLinks()),
  });

export const cloudRepositorySchema = () => open(base());
export const cloudForkSchema = () => open({ ...base(), fork: judged(cloudRepository()) });
export const cloudRepositoryUpdatedSchema = () => open({ ...base(), changes: maybeJudged(changes()) });
export const cloudCommitCommentSchema = () =>
  open({ ...base(), commit: judged(cloudCommit()), comment: judged(cloudComment()) });
export const cloudCommitStatusSchema = () => open({ ...base(), commit_status: judged(commitStatus()) });
export const cloudProjectUpdatedSchema = () =>
  open({
    actor: maybeJudged(cloudAccount()),
    project: judged(cloudProject()),
    changes: maybeJudged(changes()),
  });
