/** `repo:push` of Bitbucket Cloud: branches and tags that were made, moved or deleted. */
import * as z from 'zod/mini';
import { isRecord } from '../../shared/types.ts';
import {
  type CloudAccount,
  type CloudCommit,
  type CloudLinks,
  type CloudRepository,
  cloudAccountSchema,
  cloudRepositorySchema,
  isCloudCommit,
  isCloudLinks,
} from './cloud-common.ts';
import { absentOr, isMaybeFlag, isMaybeText, judged, maybe, open } from './open-object.ts';

/** A branch or tag as it stood before or after a push. */
export interface CloudRef {
  /** `branch` or `tag`; other words may come. */
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
  commits?: CloudCommit[] | undefined;
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
  push: { changes: CloudPushChange[]; [field: string]: unknown };
  [field: string]: unknown;
}

const isRef = (value: unknown): value is CloudRef =>
  isRecord(value) &&
  typeof value['type'] === 'string' &&
  typeof value['name'] === 'string' &&
  isCloudCommit(value['target']) &&
  isMaybeText(value['message']) &&
  isMaybeText(value['date']);

const isChange = (value: unknown): value is CloudPushChange =>
  isRecord(value) &&
  (value['old'] === null || isRef(value['old'])) &&
  (value['new'] === null || isRef(value['new'])) &&
  isMaybeFlag(value['created']) &&
  isMaybeFlag(value['closed']) &&
  isMaybeFlag(value['forced']) &&
  isMaybeFlag(value['truncated']) &&
  isMaybeCommits(value['commits']) &&
  absentOr(value['links'], isCloudLinks);

const isMaybeCommits = (value: unknown): value is CloudCommit[] | undefined =>
  value === undefined || (Array.isArray(value) && value.every(isCloudCommit));

export const cloudPushSchema = () =>
  open({
    actor: maybe(cloudAccountSchema()),
    repository: cloudRepositorySchema(),
    push: open({ changes: z.array(judged<CloudPushChange>(isChange)) }),
  });
