/** The door `bitbucket-sdk/integration`: the mounted app, and the providers that hosts wire by themselves. */

export {
  type AllowServerAddress,
  createGuardedConnections as createServerConnections,
  type GuardedConnections as ServerConnections,
  type GuardedConnectionsOptions as ServerConnectionsOptions,
  type GuardedServer,
  type ResolvedAddress,
  type ServerAddress,
} from '../http/guarded-fetch.ts';
export type { AuthorizationQuestion, Authorize, HostUser } from '../http/host-authorization.ts';
export type { FileChange } from '../shared/file-change.ts';
export type { BitbucketAppOptions } from './app-options.ts';
export { type BitbucketIssuesOptions, createBitbucketIssues } from './bitbucket-issues.ts';
export type { CloudAuthorizerOptions } from './cloud/authorizer.ts';
export type { CloudConsumerOptions, ConnectWorkspaceInput } from './cloud/create-cloud-setup.ts';
export type { CredentialForm, PastedCredential } from './cloud/credential-form.ts';
export { type CloudSetupEndpoints, createCloudSetupEndpoints } from './cloud/setup-endpoint.ts';
export type { CloudSetupCompletion, CloudSetupConsumer, CloudSetupOptions } from './cloud/setup-options.ts';
export type { WorkspaceFacts } from './cloud/workspace-facts.ts';
export type {
  CloudAccessTokenCredentials,
  CloudApiTokenCredentials,
  CloudCredentialRow,
  CloudCredentials,
  CloudOAuth2Credentials,
  WorkspaceGrant,
} from './cloud-credentials.ts';
export {
  type CodeOwner,
  type CodeOwners,
  type CodeOwnersFile,
  type CodeOwnersRule,
  codeOwnersLocations,
  parseCodeOwners,
} from './code-owners.ts';
export type { CommitAuthor } from './commit-record.ts';
export { type CommitRecord, type CommitsFromPushOptions, commitsFromPush } from './commits-from-push.ts';
export { type BitbucketApp, createBitbucketApp } from './create-bitbucket-app.ts';
export type { DisconnectInput, Disconnection } from './disconnect.ts';
export { BitbucketIntegration } from './integration.ts';
export type { BitbucketIntegrationOptions, RepositoryChoice, RepositoryName } from './integration-options.ts';
export {
  BitbucketIntegrationProvider,
  type BitbucketIntegrationProviderOptions,
  type BuiltCloudIntegration,
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
export type { FormData, FormField, IssueFormInput } from './issue-forms.ts';
export type {
  ExternalIssue,
  IssueChoice,
  IssueReference,
  IssueTracker,
  NewIssue,
  TrackerCall,
} from './issue-tracker.ts';
export { parseExternalKey, persistedDefaults } from './issues.ts';
export type { HookOptions } from './linked-hook.ts';
export { patchToFileChanges } from './patch-to-file-changes.ts';
export { BitbucketClient, type BitbucketClientOptions, type PluginIssue } from './plugin/client.ts';
export type { PluginField } from './plugin/fields.ts';
export {
  BitbucketPlugin,
  type BitbucketPluginOptions,
  type PluginConfiguration,
  type PluginIssueCall,
  type PluginIssueChoice,
} from './plugin/plugin.ts';
export type {
  NewPluginRepository,
  PluginRepositoryStore,
  PluginSecretStore,
  StoredPluginRepository,
} from './plugin/repositories.ts';
export {
  BitbucketPluginRepositoryProvider,
  type BitbucketPluginRepositoryProviderOptions,
  type CheckedRepositoryConfig,
} from './plugin/repository-provider.ts';
export type { PluginCall, PluginClients } from './plugin/user-client.ts';
export {
  createPluginWebhookEndpoint,
  type PluginCommitsEvent,
  type PluginWebhookEndpointOptions,
} from './plugin/webhook-endpoint.ts';
export { pluginWebhookPath } from './plugin/webhook-path.ts';
export type { MigratingIntegration, Migration, MigrationOptions } from './plugin-repositories.ts';
export type { PluginRepository, PluginRepositorySource } from './plugin-repository-source.ts';
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
export type { CompareReleaseOptions, ReleaseCommit, ReleaseComparison } from './release-commits.ts';
export type { LinkedRepository, NewRepository, RepositoryStore } from './repositories.ts';
export type { RepositoryData } from './repository-data.ts';
export { parseRepositoryName, type RepositoryNameInput } from './repository-name.ts';
export {
  BitbucketRepositoryProvider,
  type BitbucketRepositoryProviderOptions,
} from './repository-provider.ts';
export { findResolvedReferences } from './resolved-references.ts';
export { createSearchEndpoint, type SearchChoice, type SearchEndpointOptions } from './search-endpoint.ts';
export {
  type CommitsFromRefsChangedOptions,
  commitsFromRefsChanged,
  type RefsChanged,
} from './server/commits-from-refs-changed.ts';
export type { BitbucketServerApp, ServerAppOptions } from './server/create-server-app.ts';
export type {
  ServerCredentials,
  ServerOAuth1Credentials,
  ServerOAuth2Credentials,
  ServerTokenCredentials,
} from './server/credentials.ts';
export {
  BitbucketServerIntegration,
  type BitbucketServerIntegrationOptions,
  type ServerRepositoryChoice,
} from './server/integration.ts';
export {
  BitbucketServerIntegrationProvider,
  type BuiltServerIntegration,
  type ServerSetupState,
} from './server/integration-provider.ts';
export {
  createPatchSetCache,
  type PatchSetCache,
  type PatchSetCacheOptions,
} from './server/patch-set-cache.ts';
export {
  BitbucketServerRepositoryProvider,
  type BitbucketServerRepositoryProviderOptions,
  type ServerRepositoryData,
} from './server/repository-provider.ts';
export { createServerSetupEndpoints, type ServerSetupEndpoints } from './server/setup-endpoint.ts';
export type { ServerSetupCompletion, ServerSetupOptions } from './server/setup-options.ts';
export type { ServerSourceLocation } from './server/source-links.ts';
export {
  createServerWebhookEndpoint,
  type ServerEventHandlers,
  type ServerWebhookEndpointOptions,
} from './server/webhook-endpoint.ts';
export { createSharedCredentials, type SharedCredentials } from './shared-credentials.ts';
export type { SourceLocation, SourcePlace } from './source-links.ts';
export {
  type CodeOwnersOptions,
  createSourceCache,
  type SourceCache,
  type SourceCacheOptions,
} from './sources.ts';
export {
  type CodeMapping,
  type StacktraceLink,
  type StacktraceLinkInput,
  toSourcePath,
} from './stacktrace-link.ts';
export type { BitbucketStore } from './store.ts';
export {
  type CloudCommitsEvent,
  type CommitsEvent,
  createWebhookEndpoint,
  type EventHandlers,
  type LinkedRepositoryEvent,
  type RepositoryEvent,
  type RepositoryPayload,
  type ServerCommitsEvent,
  type WebhookEndpoint,
  type WebhookEndpointOptions,
} from './webhook-endpoint.ts';
