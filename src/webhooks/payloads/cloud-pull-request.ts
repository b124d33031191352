/** The pull request of Bitbucket Cloud's payloads, and what all of its events tell. */
import {
  type CloudAccount,
  type CloudCommit,
  type CloudLinks,
  type CloudRepository,
  cloudAccount,
  cloudCommit,
  cloudLinks,
  cloudRepository,
} from './cloud-common.ts';
import { list, maybe, maybeFlag, maybeNumber, maybeText, number, object, oneOf, text } from './part.ts';

/** One side of a pull request. */
export interface CloudPullRequestEndpoint {
  branch: { name: string; [field: string]: unknown };
  /** Its `hash` has 12 digits. Null when the commit is gone with its fork. */
  commit?: CloudCommit | null | undefined;
  /** Null when the fork was deleted, or may not be seen. */
  repository?: CloudRepository | null | undefined;
  [field: string]: unknown;
}

/** What a person is to a pull request: a reviewer, or somebody who said something. */
export interface CloudParticipant {
  user?: CloudAccount | null | undefined;
  /** `REVIEWER` or `PARTICIPANT`. */
  role?: string | null | undefined;
  approved?: boolean | null | undefined;
  /** `approved`, `changes_requested`, or null. */
  state?: string | null | undefined;
  /** ISO 8601. */
  participated_on?: string | null | undefined;
  [field: string]: unknown;
}

export interface CloudPullRequest {
  id: number;
  title: string;
  /** `OPEN`, `MERGED`, `DECLINED`, `SUPERSEDED`; other words may come. */
  state: string;
  draft?: boolean | null | undefined;
  description?: string | null | undefined;
  author?: CloudAccount | null | undefined;
  source: CloudPullRequestEndpoint;
  destination: CloudPullRequestEndpoint;
  merge_commit?: CloudCommit | null | undefined;
  /** Those who were asked for a review. What they think of it stands in `participants`. */
  reviewers?: CloudAccount[] | null | undefined;
  participants?: CloudParticipant[] | null | undefined;
  /** Who merged or declined it. */
  closed_by?: CloudAccount | null | undefined;
  close_source_branch?: boolean | null | undefined;
  reason?: string | null | undefined;
  comment_count?: number | null | undefined;
  task_count?: number | null | undefined;
  /** ISO 8601. */
  created_on?: string | null | undefined;
  /** ISO 8601. */
  updated_on?: string | null | undefined;
  links?: CloudLinks | null | undefined;
  [field: string]: unknown;
}

/**
 * `pullrequest:created`, `pullrequest:updated`, `pullrequest:push`, `pullrequest:fulfilled`, `pullrequest:rejected`.
 *
 * @see https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/#Pull-request-events
 */
export interface CloudPullRequestPayload {
  actor?: CloudAccount | null | undefined;
  /** The repository that it goes to. */
  repository: CloudRepository;
  pullrequest: CloudPullRequest;
  [field: string]: unknown;
}

/** A pull request was merged. */
export type CloudPullRequestFulfilledPayload = CloudPullRequestPayload;

const endpoint = () =>
  object<CloudPullRequestEndpoint>({
    branch: object<CloudPullRequestEndpoint['branch']>({ name: text }),
    commit: maybe(cloudCommit()),
    repository: maybe(cloudRepository()),
  });

const participant = () =>
  object<CloudParticipant>({
    user: maybe(cloudAccount()),
    role: maybeText,
    approved: maybeFlag,
    state: maybeText,
    participated_on: maybeText,
  });

/**
 * @param states those that the event brings about; any where none is named. The signature is not over the event key,
 *   so a genuine delivery about an open pull request could be sent again under the name of a merge.
 */
export const cloudPullRequest = (...states: readonly string[]) =>
  object<CloudPullRequest>({
    id: number,
    title: text,
    state: states.length === 0 ? text : oneOf(...states),
    draft: maybeFlag,
    description: maybeText,
    author: maybe(cloudAccount()),
    source: endpoint(),
    destination: endpoint(),
    merge_commit: maybe(cloudCommit()),
    reviewers: maybe(list(cloudAccount())),
    participants: maybe(list(participant())),
    closed_by: maybe(cloudAccount()),
    close_source_branch: maybeFlag,
    reason: maybeText,
    comment_count: maybeNumber,
    task_count: maybeNumber,
    created_on: maybeText,
    updated_on: maybeText,
    links: maybe(cloudLinks()),
  });
