/** `repo:push` of Bitbucket Cloud: branches and tags that were made, moved or deleted. */
import { isRecord } from '../../shared/types.ts';
import {
  type CloudAccount,
  type CloudCommit,
  type CloudLinks,
  type CloudRepository,
  cloudAccount,
  cloudCommit,
  cloudLinks,
  cloudRepository,
  isCloudCommit,
  isCloudLinks,
} from './cloud-common.ts';
import { judged, maybeJudged, open } from './open-object.ts';
import {
  isMaybe,
  isMaybeFlag,
  isMaybeText,
  list,
  maybe,
  maybeFlag,
  maybeText,
  object,
  orNull,
  text,
} from './part.ts';

/** A branch or tag as it stood before or after a push. */
export interface CloudRef {
  /** `branch`, `tag`; `named_branch` or `bookmark` in the days of Mercurial; other words may come. */
  type: string;
  name: string;
  /** The commit that it points to; for an annotated tag, the tagged one. */
  target: CloudCommit;
  /** Of annotated tags only. */
  message?: string | null | undefined;
  /** When an annotated tag was made, ISO 8601. */
  date?: string | null | undefined;
  [field: string]: unknown;
}

export interface CloudPushChange {
  /** Null when the ref was created. */
  old: CloudRef | null;
  /** Null when the ref was deleted. */
  new: CloudRef | null;
  created?: boolean | null | undefined;
  closed?: boolean | null | undefined;
  /** The ref was moved to a commit that does not follow from the old one. */
  forced?: boolean | null | undefined;
  /** There are more commits than are listed: ask for the range from `old` to `new`. */
  truncated?: boolean | null | undefined;
  /** At most the five newest; missing on a deletion. */
  commits?: CloudCommit[] | null | undefined;
  links?: CloudLinks | null | undefined;
  [field: string]: unknown;
}

/**
 * @see https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/#Push
 */
export interface CloudPushPayload {
  /** Who pushed; null when the account is gone. */
  actor?: CloudAccount | null | undefined;
  repository: CloudRepository;
  push: {
    /** Empty when all that was pushed was there already. */
    changes: CloudPushChange[];
    [field: string]: unknown;
  };
  [field: string]: unknown;
}

const isRef = (value: unknown) =>
  isRecord(value) &&
  typeof value['type'] === 'string' &&
  typeof value['name'] === 'string' &&
  isCloudCommit(value['target']) &&
  isMaybeText(value['message']) &&
  isMaybeText(value['date']);

const isCommits = (value: unknown) => Array.isArray(value) && value.every(isCloudCommit);

const isChange = (value: unknown) =>
  isRecord(value) &&
  (value['old'] === null || isRef(value['old'])) &&
  (value['new'] === null || isRef(value['new'])) &&
  isMaybeFlag(value['created']) &&
  isMaybeFlag(value['closed']) &&
  isMaybeFlag(value['forced']) &&
  isMaybeFlag(value['truncated']) &&
  isMaybe(value['commits'], isCommits) &&
  isMaybe(value['links'], isCloudLinks);

const ref = () =>
  object<CloudRef>(
    { type: text, name: text, target: cloudCommit(), message: maybeText, date: maybeText },
    isRef,
  );

const change = () =>
  object<CloudPushChange>(
    {
      old: orNull(ref()),
      new: orNull(ref()),
      created: maybeFlag,
      closed: maybeFlag,
      forced: maybeFlag,
      truncated: maybeFlag,
      commits: maybe(list(cloudCommit())),
      links: maybe(cloudLinks()),
    },
    isChange,
  );

export const cloudPushSchema = () =>
  open({
    actor: maybeJudged(cloudAccount()),
    repository: judged(cloudRepository()),
    push: judged(object<CloudPushPayload['push']>({ changes: list(change()) })),
  });
