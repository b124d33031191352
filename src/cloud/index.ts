/** The door `bitbucket-sdk/cloud`: the client of Bitbucket Cloud. */
export type { ClientOptions } from '../http/client-options.ts';
export type { CompareCommitsOptions } from '../http/compare-commits.ts';
export type { FileOptions } from '../http/files.ts';
export type { CallSignal, ListOptions } from '../http/list-pages.ts';
export type { Paged } from '../http/paging.ts';
export { expandPath, type PathParameters } from '../http/path.ts';
export type { RawResult } from '../http/rest-client.ts';
export type { CallOptions, ResponseFormat } from '../http/routes.ts';
export type { FileChange } from '../shared/file-change.ts';
export type { Blame, BlameOptions } from './blame.ts';
export { BitbucketApiClient } from './client.ts';
export type { CommitComparison, CommitWithChanges } from './commits.ts';
export type { CloudRoutes } from './operations.ts';
export { BitbucketApiPath } from './paths.ts';
export type * from './types.ts';
