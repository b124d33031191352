/** The parts that Bitbucket Cloud's payloads share: people, repositories, commits, links. */
import { isRecord } from '../../shared/types.ts';
import { absentOr, isMaybeFlag, isMaybeText, judged } from './open-object.ts';

export interface CloudLink {
  href: string;
  [field: string]: unknown;
}

/** Addresses by relation. `self` is the API's, `html` the page that people see. */
export interface CloudLinks {
  self?: CloudLink | undefined;
  html?: CloudLink | undefined;
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

export interface CloudRepository {
  /** In braces; stays when the repository is renamed or moved. */
  uuid: string;
  /** `workspace/slug`. */
  full_name: string;
  name: string;
  is_private?: boolean | null | undefined;
  links?: CloudLinks | null | undefined;
  [field: string]: unknown;
}

const isLink = (value: unknown): value is CloudLink | undefined =>
  value === undefined || (isRecord(value) && typeof value['href'] === 'string');

export const isCloudLinks = (value: unknown): value is CloudLinks =>
  isRecord(value) && isLink(value['self']) && isLink(value['html']);

const isAccount = (value: unknown): value is CloudAccount =>
  isRecord(value) &&
  isMaybeText(value['type']) &&
  isMaybeText(value['uuid']) &&
  isMaybeText(value['account_id']) &&
  isMaybeText(value['nickname']) &&
  isMaybeText(value['username']) &&
  isMaybeText(value['display_name']);

const isCommitAuthor = (value: unknown): value is CloudCommitAuthor =>
  isRecord(value) && isMaybeText(value['raw']) && absentOr(value['user'], isAccount);

export const isCloudCommit = (value: unknown): value is CloudCommit =>
  isRecord(value) &&
  typeof value['hash'] === 'string' &&
  isMaybeText(value['message']) &&
  isMaybeText(value['date']) &&
  absentOr(value['author'], isCommitAuthor);

const isRepository = (value: unknown): value is CloudRepository =>
  isRecord(value) &&
  typeof value['uuid'] === 'string' &&
  typeof value['full_name'] === 'string' &&
  typeof value['name'] === 'string' &&
  isMaybeFlag(value['is_private']) &&
  absentOr(value['links'], isCloudLinks);

// Schemas are functions, so that nothing is built at import, and a bundler drops those that nobody asks for.
export const cloudLinksSchema = () => judged<CloudLinks>(isCloudLinks);
export const cloudAccountSchema = () => judged<CloudAccount>(isAccount);
export const cloudCommitSchema = () => judged<CloudCommit>(isCloudCommit);
export const cloudRepositorySchema = () => judged<CloudRepository>(isRepository);
