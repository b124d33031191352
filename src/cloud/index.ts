/** The door `bitbucket-sdk/cloud`: the client of Bitbucket Cloud. */
export type { ClientOptions } from '../http/client-options.ts';
export type { Paged } from '../http/paging.ts';
export { expandPath, type PathParameters } from '../http/path.ts';
export type { RawResult } from '../http/rest-client.ts';
export type { CallOptions, ResponseFormat } from '../http/routes.ts';
export type { FileChange } from '../shared/file-change.ts';
export { BitbucketApiClient, type CallSignal, type ListOptions } from './client.ts';
export type { CommitComparison, CommitWithChanges, CompareCommitsOptions } from './commits.ts';
export type { FileOptions } from './files.ts';
export { BitbucketApiPath } from './paths.ts';
export type { CloudRoutes } from './routes.ts';
export type * from './types.ts';
