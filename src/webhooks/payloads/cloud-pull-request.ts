/** The pull requests of Bitbucket Cloud's payloads, and `pullrequest:fulfilled`: one was merged. */
import * as z from 'zod/mini';
import {
  type CloudAccount,
  type CloudCommit,
  type CloudLinks,
  type CloudRepository,
  cloudAccountSchema,
  cloudCommitSchema,
  cloudLinksSchema,
  cloudRepositorySchema,
} from './cloud-common.ts';
import { maybe, open } from './open-object.ts';

/** One side of a pull request. */
export interface CloudPullRequestEndpoint {
  branch: { name: string; [field: string]: unknown };
  /** Its `hash` has 12 digits. Null when the commit is gone with its fork. */
  commit?: CloudCommit | null | undefined;
  /** Null when the fork was deleted, or may not be seen. */
  repository?: CloudRepository | null | undefined;
  [field: string]: unknown;
}

export interface CloudPullRequest {
  id: number;
  title: string;
  /** `OPEN`, `MERGED`, `DECLINED`, `SUPERSEDED`; other words may come. */
  state: string;
  description?: string | null | undefined;
  author?: CloudAccount | null | undefined;
  source: CloudPullRequestEndpoint;
  destination: CloudPullRequestEndpoint;
  merge_commit?: CloudCommit | null | undefined;
  /** Who merged or declined it. */
  closed_by?: CloudAccount | null | undefined;
  close_source_branch?: boolean | null | undefined;
  reason?: string | null | undefined;
  /** ISO 8601. */
  created_on?: string | null | undefined;
  /** ISO 8601. */
  updated_on?: string | null | undefined;
  links?: CloudLinks | null | undefined;
  [field: string]: unknown;
}

/**
 * @see https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/#Merged
 */
export interface CloudPullRequestFulfilledPayload {
  actor?: CloudAccount | null | undefined;
  repository: CloudRepository;
  pullrequest: CloudPullRequest;
  [field: string]: unknown;
}

const endpointSchema = () =>
  open({
    branch: open({ name: z.string() }),
    commit: maybe(cloudCommitSchema()),
    repository: maybe(cloudRepositorySchema()),
  });

/**
 * The state must fit the event: the signature is not over the event key, so a genuine delivery about an open pull
 * request could be sent again under the name of a merge. Atlassian's printed samples show all states in one word.
 */
const inState = (state: string) => z.string().check(z.refine((word) => word.split('|').includes(state)));

/** A pull request in the state that its event brings about. */
export const cloudPullRequestSchema = (state: string) =>
  open({
    id: z.number(),
    title: z.string(),
    state: inState(state),
    description: maybe(z.string()),
    author: maybe(cloudAccountSchema()),
    source: endpointSchema(),
    destination: endpointSchema(),
    merge_commit: maybe(cloudCommitSchema()),
    closed_by: maybe(cloudAccountSchema()),
    close_source_branch: maybe(z.boolean()),
    reason: maybe(z.string()),
    created_on: maybe(z.string()),
    updated_on: maybe(z.string()),
    links: maybe(cloudLinksSchema()),
  });

export const cloudPullRequestFulfilledSchema = () =>
  open({
    actor: maybe(cloudAccountSchema()),
    repository: cloudRepositorySchema(),
    pullrequest: cloudPullRequestSchema('MERGED'),
  });
