/** The pull request of Bitbucket Data Center's payloads, and what all of its events tell. */
import {
  list,
  maybe,
  maybeFlag,
  maybeMoment,
  maybeNumber,
  maybeText,
  number,
  object,
  oneOf,
  text,
} from './part.ts';
import {
  type ServerLinks,
  type ServerPayload,
  type ServerRepository,
  type ServerUser,
  serverLinks,
  serverRepository,
  serverUser,
} from './server-common.ts';

/** The side that a pull request comes from. */
export interface ServerPullRequestSource {
  /** `refs/heads/feature/turn`. */
  id: string;
  /** `feature/turn`. */
  displayId: string;
  /** 40 hex digits. */
  latestCommit: string;
  repository?: ServerRepository | null | undefined;
  [field: string]: unknown;
}

/** The side that a pull request goes to. */
export interface ServerPullRequestTarget extends ServerPullRequestSource {
  repository: ServerRepository;
}

/** What a person is to a pull request. */
export interface ServerParticipant {
  user?: ServerUser | null | undefined;
  /** `AUTHOR`, `REVIEWER`, `PARTICIPANT`. */
  role?: string | null | undefined;
  approved?: boolean | null | undefined;
  /** `APPROVED`, `UNAPPROVED`, `NEEDS_WORK`. */
  status?: string | null | undefined;
  lastReviewedCommit?: string | null | undefined;
  [field: string]: unknown;
}

export interface ServerPullRequest {
  id: number;
  /** Counts the changes; asked for when it is merged or changed by API. */
  version?: number | null | undefined;
  title: string;
  description?: string | null | undefined;
  /** `OPEN`, `MERGED`, `DECLINED`; other words may come. */
  state: string;
  open?: boolean | null | undefined;
  closed?: boolean | null | undefined;
  locked?: boolean | null | undefined;
  /** Since 8.18. */
  draft?: boolean | null | undefined;
  /** Milliseconds since 1970; ISO 8601 since 10.0. */
  createdDate?: number | string | null | undefined;
  /** Milliseconds since 1970; ISO 8601 since 10.0. */
  updatedDate?: number | string | null | undefined;
  /** Milliseconds since 1970; ISO 8601 since 10.0. */
  closedDate?: number | string | null | undefined;
  fromRef: ServerPullRequestSource;
  toRef: ServerPullRequestTarget;
  author?: ServerParticipant | null | undefined;
  reviewers?: ServerParticipant[] | null | undefined;
  participants?: ServerParticipant[] | null | undefined;
  properties?: ServerPullRequestProperties | null | undefined;
  links?: ServerLinks | null | undefined;
  [field: string]: unknown;
}

export interface ServerPullRequestProperties {
  /** Of a merged one. */
  mergeCommit?: { id: string; [field: string]: unknown } | null | undefined;
  [field: string]: unknown;
}

/**
 * `pr:opened`, `pr:merged`, `pr:declined`, `pr:deleted`.
 *
 * @see https://confluence.atlassian.com/bitbucketserver/event-payload-938025882.html#Eventpayload-Pullrequest
 */
export interface ServerPullRequestPayload extends ServerPayload {
  pullRequest: ServerPullRequest;
}

const sides = { id: text, displayId: text, latestCommit: text };

export const serverParticipant = () =>
  object<ServerParticipant>({
    user: maybe(serverUser()),
    role: maybeText,
    approved: maybeFlag,
    status: maybeText,
    lastReviewedCommit: maybeText,
  });

const properties = () =>
  object<ServerPullRequestProperties>({
    mergeCommit: maybe(object<NonNullable<ServerPullRequestProperties['mergeCommit']>>({ id: text })),
  });

/** @param states those that the event brings about; any where none is named */
export const serverPullRequest = (...states: readonly string[]) =>
  object<ServerPullRequest>({
    id: number,
    version: maybeNumber,
    title: text,
    description: maybeText,
    state: states.length === 0 ? text : oneOf(...states),
    open: maybeFlag,
    closed: maybeFlag,
    locked: maybeFlag,
    draft: maybeFlag,
    createdDate: maybeMoment,
    updatedDate: maybeMoment,
    closedDate: maybeMoment,
    fromRef: object<ServerPullRequestSource>({ ...sides, repository: maybe(serverRepository()) }),
    toRef: object<ServerPullRequestTarget>({ ...sides, repository: serverRepository() }),
    author: maybe(serverParticipant()),
    reviewers: maybe(list(serverParticipant())),
    participants: maybe(list(serverParticipant())),
    properties: maybe(properties()),
    links: maybe(serverLinks()),
  });
