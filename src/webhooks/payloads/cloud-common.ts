/** The parts that Bitbucket Cloud's payloads share: people, repositories, commits, links. */
import { isRecord } from '../../shared/types.ts';
import { isMaybe, isMaybeText, maybe, maybeFlag, maybeText, object, text } from './part.ts';

export interface CloudLink {
  href: string;
  [field: string]: unknown;
}

/** Addresses by relation. `self` is the API's, `html` the page that people see. */
export interface CloudLinks {
  self?: CloudLink | null | undefined;
  html?: CloudLink | null | undefined;
  [relation: string]: unknown;
}

/**
 * A user, team or app. Since 2019 `username` is left out for users (`nickname` is no key: it can change and be
 * shared); an account that was deleted or hides itself lacks more. Known by `uuid`, or by `account_id` across
 * Atlassian.
 */
export interface CloudAccount {
  type?: string | null | undefined;
  uuid?: string | null | undefined;
  account_id?: string | null | undefined;
  nickname?: string | null | undefined;
  username?: string | null | undefined;
  display_name?: string | null | undefined;
  [field: string]: unknown;
}

/** Who wrote a commit: `raw` is git's `Name <mail>`; `user` is missing where no account has that mail. */
export interface CloudCommitAuthor {
  raw?: string | null | undefined;
  user?: CloudAccount | null | undefined;
  [field: string]: unknown;
}

export interface CloudCommit {
  /** 40 hex digits; 12 in pull requests. */
  hash: string;
  message?: string | null | undefined;
  /** ISO 8601. */
  date?: string | null | undefined;
  author?: CloudCommitAuthor | null | undefined;
  [field: string]: unknown;
}

export interface CloudWorkspace {
  uuid?: string | null | undefined;
  slug?: string | null | undefined;
  name?: string | null | undefined;
  [field: string]: unknown;
}

export interface CloudProject {
  uuid?: string | null | undefined;
  key?: string | null | undefined;
  name?: string | null | undefined;
  [field: string]: unknown;
}

export interface CloudRepository {
  /** In braces; stays when the repository is renamed or moved. */
  uuid: string;
  /** `workspace/slug`. */
  full_name: string;
  name: string;
  is_private?: boolean | null | undefined;
  links?: CloudLinks | null | undefined;
  /** Missing in the repositories of a pull request's sides, and before 2020. */
  workspace?: CloudWorkspace | null | undefined;
  project?: CloudProject | null | undefined;
  owner?: CloudAccount | null | undefined;
  [field: string]: unknown;
}

const isLink = (value: unknown) => isRecord(value) && typeof value['href'] === 'string';

export const isCloudLinks = (value: unknown) =>
  isRecord(value) && isMaybe(value['self'], isLink) && isMaybe(value['html'], isLink);

const isAccount = (value: unknown) =>
  isRecord(value) &&
  isMaybeText(value['type']) &&
  isMaybeText(value['uuid']) &&
  isMaybeText(value['account_id']) &&
  isMaybeText(value['nickname']) &&
  isMaybeText(value['username']) &&
  isMaybeText(value['display_name']);

const isCommitAuthor = (value: unknown) =>
  isRecord(value) && isMaybeText(value['raw']) && isMaybe(value['user'], isAccount);

export const isCloudCommit = (value: unknown) =>
  isRecord(value) &&
  typeof value['hash'] === 'string' &&
  isMaybeText(value['message']) &&
  isMaybeText(value['date']) &&
  isMaybe(value['author'], isCommitAuthor);

// Parts are functions, so that nothing is built at import, and a bundler drops those that nobody asks for.
export const cloudLinks = () => {
  const link = maybe(object<CloudLink>({ href: text }));
  return object<CloudLinks>({ self: link, html: link }, isCloudLinks);
};

export const cloudAccount = () =>
  object<CloudAccount>(
    {
      type: maybeText,
      uuid: maybeText,
      account_id: maybeText,
      nickname: maybeText,
      username: maybeText,
      display_name: maybeText,
    },
    isAccount,
  );

const commitAuthor = () =>
  object<CloudCommitAuthor>({ raw: maybeText, user: maybe(cloudAccount()) }, isCommitAuthor);

export const cloudCommit = () =>
  object<CloudCommit>(
    { hash: text, message: maybeText, date: maybeText, author: maybe(commitAuthor()) },
    isCloudCommit,
  );

export const cloudProject = () => object<CloudProject>({ uuid: maybeText, key: maybeText, name: maybeText });

const workspace = () => object<CloudWorkspace>({ uuid: maybeText, slug: maybeText, name: maybeText });

export const cloudRepository = () =>
  object<CloudRepository>({
    uuid: text,
    full_name: text,
    name: text,
    is_private: maybeFlag,
    links: maybe(cloudLinks()),
    workspace: maybe(workspace()),
    project: maybe(cloudProject()),
    owner: maybe(cloudAccount()),
  });
