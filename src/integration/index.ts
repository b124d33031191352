/** The door `bitbucket-sdk/integration`: the mounted app, and the providers that hosts wire by themselves. */
export type { AuthorizationQuestion, Authorize, HostUser } from '../http/host-authorization.ts';
export type { FileChange } from '../shared/file-change.ts';
export type { CommitAuthor } from './commit-record.ts';
export { type CommitRecord, type CommitsFromPushOptions, commitsFromPush } from './commits-from-push.ts';
export { type BitbucketApp, type BitbucketAppOptions, createBitbucketApp } from './create-bitbucket-app.ts';
export {
  BitbucketIntegration,
  type BitbucketIntegrationOptions,
  type RepositoryChoice,
} from './integration.ts';
export {
  BitbucketIntegrationProvider,
  type BuiltIntegration,
  type ExpectedIntegration,
  type ProviderMetadata,
} from './integration-provider.ts';
export type {
  IntegrationMetadata,
  IntegrationRecord,
  IntegrationStore,
  NewIntegration,
} from './integrations.ts';
export { patchToFileChanges } from './patch-to-file-changes.ts';
export {
  type ExistingHook,
  type HookAction,
  type HookChange,
  type HookPort,
  type HookReport,
  type HookSettings,
  hooksUnder,
  type ReconcileHookOptions,
  reconcileHook,
  type WantedHook,
} from './reconcile-hook.ts';
export {
  cloudRepositoryHooks,
  cloudWorkspaceHooks,
  serverProjectHooks,
  serverRepositoryHooks,
} from './reconcile-hook-ports.ts';
export type { LinkedRepository, NewRepository, RepositoryStore } from './repositories.ts';
export {
  BitbucketRepositoryProvider,
  type BitbucketRepositoryProviderOptions,
  type CompareReleaseOptions,
  type ReleaseCommit,
  type ReleaseComparison,
  type RepositoryData,
} from './repository-provider.ts';
export { findResolvedReferences } from './resolved-references.ts';
export type { BitbucketStore } from './store.ts';
export {
  type CommitsEvent,
  createWebhookEndpoint,
  type EventHandlers,
  type RepositoryEvent,
  type WebhookEndpoint,
  type WebhookEndpointOptions,
} from './webhook-endpoint.ts';
