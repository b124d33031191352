/** The parts that Bitbucket Data Center's payloads share: people, projects, repositories, commits, links. */
import {
  list,
  maybe,
  maybeFlag,
  maybeMoment,
  maybeNumber,
  maybeText,
  number,
  object,
  orNull,
  text,
} from './part.ts';

export interface ServerLink {
  href: string;
  /** Of clone links: `ssh` or `http`. */
  name?: string | null | undefined;
  [field: string]: unknown;
}

/** Addresses by relation. Left out by servers that do not know their own address, or with nulls in the lists. */
export interface ServerLinks {
  self?: (ServerLink | null)[] | null | undefined;
  clone?: (ServerLink | null)[] | null | undefined;
  [relation: string]: unknown;
}

/**
 * A user; or, with `name` and `emailAddress` only, whom git names as a commit's author and no account goes with.
 * Access keys and tokens push as users of the type `SERVICE`.
 */
export interface ServerUser {
  id?: number | null | undefined;
  /** What the user logs in with. */
  name?: string | null | undefined;
  /** The name as it stands in addresses. */
  slug?: string | null | undefined;
  displayName?: string | null | undefined;
  emailAddress?: string | null | undefined;
  active?: boolean | null | undefined;
  /** `NORMAL` or `SERVICE`. */
  type?: string | null | undefined;
  links?: ServerLinks | null | undefined;
  [field: string]: unknown;
}

export interface ServerProject {
  /** In capitals; `~user` for a personal project. */
  key: string;
  id?: number | null | undefined;
  name?: string | null | undefined;
  description?: string | null | undefined;
  /** `NORMAL` or `PERSONAL`. */
  type?: string | null | undefined;
  /** Missing for a personal project, which has an `owner` instead. */
  public?: boolean | null | undefined;
  owner?: ServerUser | null | undefined;
  links?: ServerLinks | null | undefined;
  [field: string]: unknown;
}

/** The repository that another was forked from. */
export interface ServerRepositoryOrigin {
  id: number;
  slug: string;
  name?: string | null | undefined;
  project: ServerProject;
  [field: string]: unknown;
}

export interface ServerRepository {
  /** Stays when the repository is renamed or moved. */
  id: number;
  slug: string;
  name: string;
  project: ServerProject;
  description?: string | null | undefined;
  /** Of a fork. */
  origin?: ServerRepositoryOrigin | null | undefined;
  public?: boolean | null | undefined;
  /** Since 8.0. */
  archived?: boolean | null | undefined;
  forkable?: boolean | null | undefined;
  scmId?: string | null | undefined;
  /** `AVAILABLE`, `INITIALISING`, `INITIALISATION_FAILED`, `OFFLINE`. */
  state?: string | null | undefined;
  links?: ServerLinks | null | undefined;
  [field: string]: unknown;
}

/** A commit's id, and what else is told of it. Of its parents often nothing else is. */
export interface ServerCommit {
  /** 40 hex digits. */
  id: string;
  displayId?: string | null | undefined;
  message?: string | null | undefined;
  author?: ServerUser | null | undefined;
  /** Milliseconds since 1970; ISO 8601 since 10.0. */
  authorTimestamp?: number | string | null | undefined;
  committer?: ServerUser | null | undefined;
  /** Milliseconds since 1970; ISO 8601 since 10.0. */
  committerTimestamp?: number | string | null | undefined;
  /** Those of `toCommit` are commits in turn. */
  parents?: { id: string; [field: string]: unknown }[] | null | undefined;
  [field: string]: unknown;
}

/** A branch or tag that was made, moved or deleted. */
export interface ServerRefChange {
  ref: {
    /** `refs/heads/main`, `refs/tags/v1`. */
    id: string;
    /** `main`, `v1`. */
    displayId: string;
    /** `BRANCH` or `TAG`. */
    type?: string | null | undefined;
    [field: string]: unknown;
  };
  /** The same as `ref.id`. */
  refId?: string | null | undefined;
  /** 40 zeros when the ref was made. */
  fromHash: string;
  /** 40 zeros when the ref was deleted. Of an annotated tag, the tag object's hash on some releases. */
  toHash: string;
  /** `ADD`, `UPDATE`, `DELETE`. */
  type: string;
  [field: string]: unknown;
}

/** What all payloads of Server begin with. */
export interface ServerPayload {
  /** The same as the `X-Event-Key`, which is not signed; a delivery where the two differ is refused. */
  eventKey?: string | null | undefined;
  /** ISO 8601, such as `2026-11-19T10:20:30+0000`. */
  date?: number | string | null | undefined;
  /** Who did it. */
  actor?: ServerUser | null | undefined;
  [field: string]: unknown;
}

export const serverLinks = () => {
  const addresses = maybe(list(orNull(object<ServerLink>({ href: text, name: maybeText }))));
  return object<ServerLinks>({ self: addresses, clone: addresses });
};

export const serverUser = () =>
  object<ServerUser>({
    id: maybeNumber,
    name: maybeText,
    slug: maybeText,
    displayName: maybeText,
    emailAddress: maybeText,
    active: maybeFlag,
    type: maybeText,
    links: maybe(serverLinks()),
  });

export const serverProject = () =>
  object<ServerProject>({
    key: text,
    id: maybeNumber,
    name: maybeText,
    description: maybeText,
    type: maybeText,
    public: maybeFlag,
    owner: maybe(serverUser()),
    links: maybe(serverLinks()),
  });

const origin = () =>
  object<ServerRepositoryOrigin>({ id: number, slug: text, name: maybeText, project: serverProject() });

export const serverRepository = () =>
  object<ServerRepository>({
    id: number,
    slug: text,
    name: text,
    project: serverProject(),
    description: maybeText,
    origin: maybe(origin()),
    public: maybeFlag,
    archived: maybeFlag,
    forkable: maybeFlag,
    scmId: maybeText,
    state: maybeText,
    links: maybe(serverLinks()),
  });

export const serverCommit = () =>
  object<ServerCommit>({
    id: text,
    displayId: maybeText,
    message: maybeText,
    author: maybe(serverUser()),
    authorTimestamp: maybeMoment,
    committer: maybe(serverUser()),
    committerTimestamp: maybeMoment,
    parents: maybe(list(object<NonNullable<ServerCommit['parents']>[number]>({ id: text }))),
  });

export const serverRefChange = () =>
  object<ServerRefChange>({
    ref: object<ServerRefChange['ref']>({ id: text, displayId: text, type: maybeText }),
    refId: maybeText,
    fromHash: text,
    toHash: text,
    type: text,
  });
