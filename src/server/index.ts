/** The door `bitbucket-sdk/server`: the clients of Bitbucket Server and Data Center. */

export type { BatchProgress } from '../http/batches.ts';
export type { ClientOptions } from '../http/client-options.ts';
export type { CompareCommitsOptions } from '../http/compare-commits.ts';
export type { FileOptions } from '../http/files.ts';
export type { CallSignal, ListOptions } from '../http/list-pages.ts';
export { type Multipart, type MultipartPart, multipart } from '../http/multipart.ts';
export type { Paged } from '../http/paging.ts';
export { expandPath, type PathParameters } from '../http/path.ts';
export type { RawResult, RestClient, UntypedOptions } from '../http/rest-client.ts';
export type { CallOptions, ResponseFormat } from '../http/routes.ts';
export type { Pem, TlsOptions } from '../http/tls-fetch.ts';
export type { FileChange } from '../shared/file-change.ts';
export { type BuildStatus, type SetBuildStatusOptions, setBuildStatus } from './build-status.ts';
export { BitbucketServer, type BitbucketServerOptions } from './client.ts';
export type { CommitComparison, CommitsOptions, CommitWithChanges } from './commits.ts';
export { type MergePullRequestOptions, mergePullRequest } from './merge-pull-request.ts';
export type { ServerRoutes } from './operations.ts';
export { BitbucketServerApiPath } from './paths.ts';
export {
  type AnnotationInput,
  type PublishReportOptions,
  publishReport,
  type ReportInput,
} from './publish-report.ts';
export {
  type AccessTokenInput,
  BitbucketServerSetupClient,
  type BitbucketServerSetupOptions,
  type OAuth1Token,
} from './setup-client.ts';
export type * from './types.ts';
export {
  type PullRequestChanges,
  type UpdatePullRequestOptions,
  updatePullRequest,
} from './update-pull-request.ts';
