/** The events of issues of Bitbucket Cloud: never sent since 2026-08-20, and typed for deliveries that were kept. */

import { type CloudComment, type CloudContent, cloudComment, cloudContent } from './cloud-comment.ts';
import {
  type CloudAccount,
  type CloudLinks,
  cloudAccount,
  cloudLinks,
  cloudRepository,
} from './cloud-common.ts';
import type { CloudRepositoryPayload } from './cloud-repository-events.ts';
import { judged, maybeJudged, open } from './open-object.ts';
import { anyObject, maybe, maybeText, number, object, text } from './part.ts';

/** @deprecated Bitbucket Cloud removed its issue tracker on 2026-08-20. */
export interface CloudIssue {
  id: number;
  title: string;
  content?: CloudContent | null | undefined;
  /** `new`, `open`, `on hold`, `resolved`, `duplicate`, `invalid`, `wontfix`, `closed`. */
  state?: string | null | undefined;
  /** `bug`, `enhancement`, `proposal`, `task`. */
  kind?: string | null | undefined;
  /** `trivial`, `minor`, `major`, `critical`, `blocker`. */
  priority?: string | null | undefined;
  reporter?: CloudAccount | null | undefined;
  assignee?: CloudAccount | null | undefined;
  /** ISO 8601. */
  created_on?: string | null | undefined;
  /** ISO 8601. */
  updated_on?: string | null | undefined;
  links?: CloudLinks | null | undefined;
  [field: string]: unknown;
}

/**
 * `issue:created`.
 *
 * @deprecated Bitbucket Cloud removed its issue tracker on 2026-08-20.
 */
export interface CloudIssuePayload extends CloudRepositoryPayload {
  issue: CloudIssue;
}

/**
 * `issue:updated`.
 *
 * @deprecated Bitbucket Cloud removed its issue tracker on 2026-08-20.
 */
export interface CloudIssueUpdatedPayload extends CloudIssuePayload {
  /** What was said with the change; its content may be empty. */
  comment?: CloudComment | null | undefined;
  /** By field: what it was (`old`) and is (`new`). */
  changes?: { [field: string]: unknown } | null | undefined;
}

/**
 * `issue:comment_created`.
 *
 * @deprecated Bitbucket Cloud removed its issue tracker on 2026-08-20.
 */
export interface CloudIssueCommentPayload extends CloudIssuePayload {
  comment: CloudComment;
}

const issue = () =>
  object<CloudIssue>({
    id: number,
    title: text,
    content: maybe(cloudContent()),
    state: maybeText,
    kind: maybeText,
    priority: maybeText,
    reporter: maybe(cloudAccount()),
    assignee: maybe(cloudAccount()),
    created_on: maybeText,
    updated_on: maybeText,
    links: maybe(cloudLinks()),
  });

const base = () => ({
  actor: maybeJudged(cloudAccount()),
  repository: judged(cloudRepository()),
  issue: judged(issue()),
});

export const cloudIssueSchema = () => open(base());
export const cloudIssueUpdatedSchema = () =>
  open({ ...base(), comment: maybeJudged(cloudComment()), changes: maybeJudged(anyObject) });
export const cloudIssueCommentSchema = () => open({ ...base(), comment: judged(cloudComment()) });
