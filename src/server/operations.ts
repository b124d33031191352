/** Every operation of Bitbucket Data Center's REST API by its route, without the `/rest` before it. Written by scripts/generate; not edited by hand. */
import type { Multipart } from '../http/multipart.ts';

export type JsonValue = string | number | boolean | null | JsonObject | JsonValue[];
/** Fields that the API describes in no file. */
export interface JsonObject {
  [key: string]: JsonValue;
}
/** One of the known words, or a word that a later version adds. */
export type Open<Words extends string> = Words | (string & {});
/** A shape as it is sent: every part of it may be left out. */
export type Draft<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Draft<Item>[]
    : { readonly [Key in keyof T]?: Draft<T[Key]> | undefined };

export interface Page<Item> {
  values: Item[];
  isLastPage: boolean;
  nextPageStart?: number | null;
  start?: number;
  limit?: number;
  size?: number;
}

export interface AdminPasswordUpdate {
  name?: string | undefined;
  password?: string | undefined;
  passwordConfirm?: string | undefined;
}
export interface ApplicationUser {
  active?: boolean;
  displayName?: string;
  emailAddress?: string;
  id?: number;
  name?: string;
  slug?: string;
  type?: Open<'NORMAL' | 'SERVICE'>;
}
export interface AuthenticationEntity {
  captchaChallenge?: string | undefined;
  captchaId?: string | undefined;
  password?: string | undefined;
  rememberMe?: boolean | undefined;
  targetUrl?: string | undefined;
  username?: string | undefined;
}
export interface AuthenticationResponse {
  next?: string;
}
export interface BasicAuthConfigEntity {
  'allowed-paths'?: string[];
  'allowed-users'?: string[];
  'block-requests'?: boolean;
  'show-warning-message'?: boolean;
}
export interface CaptchaDataEntity {
  captchaId?: string;
  captchaImageUrl?: string;
}
export interface Context {
  commitMessage?: string | undefined;
}
export interface ConversationDTO {
  conversationId?: string | undefined;
}
export type Credentials = RestUsernamePasswordCredentials | RestBearerTokenCredentials | RestSshCredentials;
export interface EnrichedRepository {
  archived?: boolean;
  defaultBranch?: string;
  description?: string;
  forkable?: boolean;
  hierarchyId?: string;
  id?: number;
  links?: RestLinks;
  name?: string;
  origin?: RestRepository;
  partition?: number;
  project?: RestProject;
  properties?: RestProperties;
  public?: boolean;
  relatedLinks?: JsonObject;
  scmId?: string;
  scope?: string;
  slug?: string;
  state?: Open<'AVAILABLE' | 'INITIALISATION_FAILED' | 'INITIALISING' | 'OFFLINE'>;
  statusMessage?: string;
}
export interface ExampleFiles {
  files?: { [key: string]: RestCommit | undefined };
  latestCommit?: RestCommit;
}
export interface ExamplePreviewMigration {
  repositories?: RestRepository[];
}
export interface ExampleRequirements {
  count?: string;
  enabled?: boolean;
}
export type ExampleSettings = JsonObject;
export type ExampleSettingsMap = JsonObject;
export interface ExampleSocketAddress {
  address?: string;
  port?: number;
}
export interface ExampleStatus {
  currentNumberOfUsers?: number;
  serverId?: string;
}
export type FileListResource = string;
export interface Group {
  name?: string;
}
export interface GroupAndUsers {
  group?: string | undefined;
  users: readonly string[];
}
export interface GroupPickerContext {
  context?: string | undefined;
  itemName?: string | undefined;
}
export interface IdpConfigEntity {
  'additional-scopes'?: string[];
  'authorization-endpoint'?: string;
  buttonText?: string;
  certificate?: string;
  'client-id'?: string;
  'client-secret'?: string;
  'crowd-url'?: string;
  'discovery-enabled'?: boolean;
  'enable-remember-me'?: boolean;
  enabled?: boolean;
  id?: number;
  'idp-type'?: Open<'GENERIC' | 'CROWD'>;
  'include-customer-logins'?: boolean;
  'issuer-url'?: string;
  'jit-configuration'?: JitConfigEntity;
  'last-updated'?: number | string;
  name?: string;
  'name-id-policy'?: Open<
    | 'NONE'
    | 'UNSPECIFIED'
    | 'EMAIL_ADDRESS'
    | 'ENCRYPTED'
    | 'ENTITY'
    | 'KERBEROS'
    | 'PERSISTENT'
    | 'TRANSIENT'
    | 'WINDOWS_DOMAIN_QUALIFIED_NAME'
    | 'X509_SUBJECT_NAME'
  >;
  'sign-authnrequest'?: boolean;
  'signature-algorithm'?: Open<'RSA_SHA256' | 'RSA_SHA384' | 'RSA_SHA512'>;
  'sso-issuer'?: string;
  'sso-type'?: Open<'NONE' | 'SAML' | 'OIDC'>;
  'sso-url'?: string;
  'token-endpoint'?: string;
  'userinfo-endpoint'?: string;
  'username-attribute'?: string;
  'username-claim'?: string;
}
export interface JitConfigEntity {
  'additional-openid-scopes'?: string[];
  'mapping-display-name'?: string;
  'mapping-email'?: string;
  'mapping-groups'?: string;
  'user-provisioning-enabled'?: boolean;
}
export interface JitUserEntity {
  'display-name'?: string;
  email?: string;
  username?: string;
}
export interface LoginOptionEntity {
  buttonText?: string;
  id?: number;
  loginLink?: string;
  type?: Open<'LOGIN_FORM' | 'IDP' | 'LEGACY_LOGIN_FORM'>;
}
export interface MethodStateDTO {
  enabled?: boolean;
  enabledAt?: number | string;
  enforced?: boolean;
  type?: Open<'TOTP'>;
}
export type RefType = Open<'BRANCH' | 'TAG'>;
export interface RepositoryHookDetails {
  configFormKey?: string;
  configFormView?: string;
  description?: string;
  key?: string;
  name?: string;
  supportedScopes?: Open<'GLOBAL' | 'PROJECT' | 'REPOSITORY'>[];
  type?: Open<'PRE_RECEIVE' | 'PRE_PULL_REQUEST_MERGE' | 'POST_RECEIVE'>;
  version?: string;
}
export interface RestAccessToken {
  createdDate?: number | string;
  id: string;
  name: string;
}
export interface RestAccessTokenRequest {
  expiryDays?: number | undefined;
  name?: string | undefined;
  permissions: readonly string[];
}
export interface RestAggregateRejectCounter {
  lastRejectTime?: number;
  rejectCount?: number;
  user?: RestApplicationUser;
}
export interface RestAnalyticsSettings {
  canCollectAnalytics?: boolean;
  serverTime?: number;
  supportEntitlementNumber?: string;
}
export interface RestAnnouncementBanner {
  audience: Open<'AUTHENTICATED' | 'ALL'>;
  enabled?: boolean;
  message?: string;
}
export interface RestApplicationProperties {
  buildDate?: string;
  buildNumber?: string;
  displayName?: string;
  version?: string;
}
export interface RestApplicationUser {
  active?: boolean;
  avatarUrl?: string;
  displayName: string;
  emailAddress?: string;
  id?: number;
  links?: RestLinks;
  name: string;
  slug: string;
  type: Open<'NORMAL' | 'SERVICE'>;
}
export interface RestApplicationUserWithPermissions {
  active?: boolean;
  avatarUrl?: string;
  displayName?: string;
  effectivePermissions?: JsonObject;
  emailAddress?: string;
  id?: number;
  links?: RestLinks;
  name?: string;
  slug?: string;
  type?: Open<'NORMAL' | 'SERVICE'>;
}
export interface RestApplySuggestionRequest {
  commentVersion: number;
  commitMessage?: string | undefined;
  pullRequestVersion: number;
  suggestionIndex: number;
}
export interface RestAuthenticationRequest {
  credentials: Credentials;
  repositoryId?: number | undefined;
}
export interface RestAutoDeclineSettings {
  enabled?: boolean;
  inactivityWeeks?: number;
  scope?: RestScope;
}
export interface RestAutoDeclineSettingsRequest {
  enabled?: boolean | undefined;
  inactivityWeeks?: number | undefined;
}
export interface RestAutoMergeProcessingResult {
  autoMergeProcessingStatus?: Open<'CANCELLED' | 'VETOED' | 'STALE' | 'MERGED' | 'LOCK_FAILURE' | 'UNKNOWN'>;
  pullRequest?: RestPullRequest;
}
export interface RestAutoMergeProjectSettingsRequest {
  enabled?: boolean | undefined;
  restrictionAction?: Open<'CREATE' | 'DELETE' | 'NONE'> | undefined;
}
export interface RestAutoMergeRequest {
  autoSubject?: boolean;
  createdDate?: number;
  fromHash?: string;
  message?: string;
  strategyId?: string;
  toRefId?: string;
}
export interface RestAutoMergeRestrictedSettings {
  enabled?: boolean;
  restrictionState?: Open<'NONE' | 'RESTRICTED_UNMODIFIABLE' | 'RESTRICTED_MODIFIABLE'>;
  scope?: RestScope;
}
export interface RestAutoMergeSettingsRequest {
  enabled?: boolean | undefined;
}
export interface RestBearerTokenCredentials {
  token: string;
}
export interface RestBitbucketLicense {
  creationDate?: number;
  daysBeforeExpiry?: number;
  expiryDate?: number;
  gracePeriodEndDate?: number;
  license?: string;
  maintenanceExpiryDate?: number;
  maximumNumberOfUsers?: number;
  numberOfDaysBeforeExpiry?: number;
  numberOfDaysBeforeGracePeriodExpiry?: number;
  numberOfDaysBeforeMaintenanceExpiry?: number;
  purchaseDate?: number;
  serverId?: string;
  status?: ExampleStatus;
  supportEntitlementNumber?: string;
  unlimitedNumberOfUsers?: boolean;
}
export interface RestBlame {
  author?: RestPerson;
  authorTimestamp?: number;
  commitHash?: string;
  commitId?: string;
  committer?: RestPerson;
  committerTimestamp?: number;
  displayCommitHash?: string;
  displayCommitId?: string;
  fileName?: string;
  lineNumber: number;
  spannedLines: number;
}
export interface RestBranch {
  default?: boolean;
  displayId: string;
  id: string;
  isDefault?: boolean;
  latestChangeset?: string;
  latestCommit: string;
  type?: RefType;
}
export interface RestBranchCreateRequest {
  name?: string | undefined;
  startPoint?: string | undefined;
}
export interface RestBranchDeleteRequest {
  dryRun?: boolean | undefined;
  endPoint?: string | undefined;
  name?: string | undefined;
}
export interface RestBrokenIndexStatusRepository {
  details?: RestRepositoryIndexingDetails;
  repository?: RestRepository;
}
export interface RestBuildCapabilities {
  buildStatus?: string[];
}
export interface RestBuildStats {
  cancelled?: number;
  failed?: number;
  inProgress?: number;
  successful?: number;
  unknown?: number;
}
export interface RestBuildStatus {
  buildNumber?: string;
  createdDate?: number;
  description?: string;
  duration?: number;
  key?: string;
  name?: string;
  parent?: string;
  projectKey?: string;
  ref?: string;
  repositorySlug?: string;
  state?: Open<'CANCELLED' | 'FAILED' | 'INPROGRESS' | 'SUCCESSFUL' | 'UNKNOWN'>;
  testResults?: RestTestResults;
  updatedDate?: number;
  url?: string;
}
export interface RestBuildStatusSetRequest {
  buildNumber?: string | undefined;
  description?: string | undefined;
  duration?: number | undefined;
  key: string;
  lastUpdated?: number | undefined;
  name?: string | undefined;
  parent?: string | undefined;
  ref?: string | undefined;
  state: Open<'CANCELLED' | 'FAILED' | 'INPROGRESS' | 'SUCCESSFUL' | 'UNKNOWN'>;
  testResults?: Draft<RestTestResults> | undefined;
  url: string;
}
export interface RestBulkAddInsightAnnotationRequest {
  annotations?: readonly RestSingleAddInsightAnnotationRequest[] | undefined;
}
export interface RestBulkUserRateLimitSettingsUpdateRequest {
  settings?: Draft<RestTokenBucketSettings> | undefined;
  usernames: readonly string[];
  whitelisted?: boolean | undefined;
}
export interface RestChange {
  conflict?: RestConflict;
  contentId?: string;
  executable?: boolean;
  fromContentId?: string;
  links?: RestLinks;
  nodeType?: Open<'DIRECTORY' | 'FILE' | 'SUBMODULE'>;
  path: RestPath;
  percentUnchanged?: number;
  srcExecutable?: boolean;
  srcPath?: RestPath;
  type: Open<'ADD' | 'COPY' | 'DELETE' | 'MODIFY' | 'MOVE' | 'UNKNOWN'>;
}
export interface RestChangePullRequestAuthorProjectSettingsRequest {
  enabled?: boolean | undefined;
  restrictionAction?: Open<'CREATE' | 'DELETE' | 'NONE'> | undefined;
}
export interface RestChangePullRequestAuthorRestrictedSettings {
  enabled?: boolean;
  restrictionState?: Open<'NONE' | 'RESTRICTED_UNMODIFIABLE' | 'RESTRICTED_MODIFIABLE'>;
  scope?: RestScope;
}
export interface RestChangePullRequestAuthorSettingsRequest {
  enabled?: boolean | undefined;
}
export interface RestChangeset {
  changes?: RestPageRestChange;
  fromCommit?: RestMinimalCommit;
  links?: RestLinks;
  repository?: RestRepository;
  toCommit?: RestCommit;
}
export interface RestClusterInformation {
  localNode?: RestClusterNode;
  nodes?: RestClusterNode[];
  running?: boolean;
}
export interface RestClusterNode {
  address: ExampleSocketAddress;
  buildVersion: string;
  id: string;
  local: boolean;
  name: string;
}
export interface RestComment {
  anchor?: RestCommentThreadDiffAnchor;
  anchored?: boolean;
  author?: RestApplicationUser;
  comments?: RestComment[];
  createdDate?: number;
  html?: string;
  id: number;
  parent?: RestComment;
  pending?: boolean;
  properties?: JsonObject;
  reply?: boolean;
  resolvedDate?: number;
  resolver?: RestApplicationUser;
  severity?: string;
  state?: string;
  text: string;
  threadResolved?: boolean;
  threadResolvedDate?: number;
  threadResolver?: RestApplicationUser;
  updatedDate?: number;
  version: number;
}
export interface RestCommentJiraIssue {
  commentId?: number;
  issueKey?: string;
}
export interface RestCommentThreadDiffAnchor {
  diffType?: Open<'COMMIT' | 'EFFECTIVE' | 'RANGE'>;
  fileType?: Open<'FROM' | 'TO'>;
  fromHash?: string;
  line?: number;
  lineType?: Open<'ADDED' | 'CONTEXT' | 'REMOVED'>;
  multilineMarker?: RestMultilineCommentMarker;
  multilineSpan?: RestMultilineCommentSpan;
  path?: string;
  pullRequest?: RestPullRequest;
  srcPath?: string;
  toHash?: string;
}
export interface RestCommit {
  author: RestPerson;
  authorTimestamp: number;
  committer: RestPerson;
  committerTimestamp: number;
  displayId: string;
  id: string;
  message: string;
  parents: RestMinimalCommit[];
}
export interface RestCommitMessageSuggestion {
  body?: string;
  title?: string;
}
export interface RestConflict {
  ourChange?: RestConflictChange;
  theirChange?: RestConflictChange;
}
export interface RestConflictChange {
  path?: RestPath;
  srcPath?: RestPath;
  type?: Open<'ADD' | 'COPY' | 'DELETE' | 'MODIFY' | 'MOVE' | 'UNKNOWN'>;
}
export interface RestConnectivitySummary {
  errorMessage?: string;
  reachable?: boolean;
  roundTripTime?: number;
}
export interface RestContent {
  blame?: RestBlame[];
  children?: Page<{ contentId?: string; node?: string; path?: RestPath; size?: number; type?: string }>;
  isLastPage?: boolean;
  limit?: number;
  lines?: { text: string }[];
  nextPageStart?: number | null;
  path?: RestPath;
  revision?: string;
  size?: number;
  start?: number;
  type?: string;
}
export interface RestCreateBranchRequest {
  message?: string | undefined;
  name?: string | undefined;
  startPoint?: string | undefined;
}
export interface RestCreateTagRequest {
  message?: string | undefined;
  name?: string | undefined;
  startPoint?: string | undefined;
}
export interface RestCspSettings {
  strictness?: Open<'STRICT' | 'REPORT_ONLY' | 'DEFAULT'> | undefined;
}
export interface RestDefaultBranch {
  id?: string;
}
export interface RestDefaultReviewersRequest {
  requiredApprovals?: number | undefined;
  reviewerGroups?: readonly Draft<RestReviewerGroup>[] | undefined;
  reviewers?: readonly Draft<RestApplicationUser>[] | undefined;
  sourceMatcher?: Draft<RestRefMatcher> | undefined;
  targetMatcher?: Draft<RestRefMatcher> | undefined;
}
export interface RestDefaultTask {
  description?: string;
  html?: string;
  id?: number;
}
export interface RestDefaultTaskRequest {
  description: string;
  sourceMatcher?: Draft<RestRefMatcher> | undefined;
  targetMatcher?: Draft<RestRefMatcher> | undefined;
}
export interface RestDelayedSyncRepository {
  projectKey: string;
  repositoryId: string;
  repositorySlug: string;
}
export interface RestDeployment {
  deploymentSequenceNumber?: number;
  description?: string;
  displayName?: string;
  environment?: RestDeploymentEnvironment;
  fromCommit?: RestMinimalCommit;
  key?: string;
  lastUpdated?: number;
  repository?: RestRepository;
  state?: Open<'PENDING' | 'IN_PROGRESS' | 'CANCELLED' | 'FAILED' | 'ROLLED_BACK' | 'SUCCESSFUL' | 'UNKNOWN'>;
  toCommit?: RestMinimalCommit;
  url?: string;
}
export interface RestDeploymentEnvironment {
  displayName: string;
  key: string;
  type?: string;
  url?: string;
}
export interface RestDeploymentSetRequest {
  deploymentSequenceNumber: number;
  description: string;
  displayName: string;
  environment: Draft<RestDeploymentEnvironment>;
  key: string;
  lastUpdated?: number | undefined;
  state: Open<'PENDING' | 'IN_PROGRESS' | 'CANCELLED' | 'FAILED' | 'ROLLED_BACK' | 'SUCCESSFUL' | 'UNKNOWN'>;
  url: string;
}
export interface RestDetailedGroup {
  deletable?: boolean;
  name?: string;
}
export interface RestDetailedInvocation {
  duration?: number;
  event?: string;
  eventScope?: RestWebhookScope;
  finish?: number;
  id?: number;
  request?: JsonObject;
  result?: JsonObject;
  start?: number;
}
export interface RestDetailedUser {
  active?: boolean;
  avatarUrl?: string;
  createdTimestamp?: number;
  deletable?: boolean;
  directoryName?: string;
  displayName?: string;
  emailAddress?: string;
  id?: number;
  lastAuthenticationTimestamp?: number;
  links?: RestLinks;
  mutableDetails?: boolean;
  mutableGroups?: boolean;
  name?: string;
  slug?: string;
  type?: Open<'NORMAL' | 'SERVICE'>;
}
export interface RestDiff {
  binary?: boolean;
  destination?: RestPath;
  hunks?: RestDiffHunk[];
  lineComments?: RestComment[];
  properties?: JsonObject;
  source?: RestPath;
  truncated?: boolean;
}
export interface RestDiffHunk {
  context?: string;
  destinationLine?: number;
  destinationSpan?: number;
  segments?: RestDiffSegment[];
  sourceLine?: number;
  sourceSpan?: number;
  truncated?: boolean;
}
export interface RestDiffLine {
  commentIds?: number[];
  conflictMarker?: Open<'MARKER' | 'OURS' | 'THEIRS'>;
  destination?: number;
  line?: string;
  source?: number;
  truncated?: boolean;
}
export interface RestDiffSegment {
  lines?: RestDiffLine[];
  truncated?: boolean;
  type?: Open<'ADDED' | 'CONTEXT' | 'REMOVED'>;
}
export type RestDiffStatsSummary = JsonObject;
export interface RestDiffs {
  contextLines?: number;
  diffs: RestDiff[];
  fromHash?: string | null;
  toHash?: string;
  truncated?: boolean;
  whitespace?: string;
}
export interface RestEmoticon {
  shortcut?: string;
  url?: string;
  value?: string;
}
export interface RestEnhancedEntityLink {
  applicationLinkId?: string;
  displayUrl?: string;
  projectId?: number;
  projectKey?: string;
  projectName?: string;
}
export interface RestErasedUser {
  newIdentifier?: string;
}
export interface RestExportRequest {
  exportLocation?: string | undefined;
  repositoriesRequest: { includes: readonly RestRepositorySelector[] };
}
export interface RestFarmSynchronizationRequest {
  attempt?: number;
  createdAt?: string;
  externalRepoId?: string;
  type?: Open<'incremental' | 'snapshot'>;
}
export interface RestGitTagCreateRequest {
  force?: boolean | undefined;
  message?: string | undefined;
  name?: string | undefined;
  startPoint?: string | undefined;
  type?: Open<'ANNOTATED' | 'LIGHTWEIGHT'> | undefined;
}
export interface RestGpgKey {
  emailAddress?: string;
  expiryDate?: number;
  fingerprint?: string;
  id?: string;
  subKeys?: RestGpgSubKey[];
  text?: string;
}
export interface RestGpgSubKey {
  expiryDate?: number | string;
  fingerprint?: string;
}
export interface RestHookScript {
  createdDate?: number | string;
  description?: string;
  id?: number;
  name?: string;
  pluginKey?: string;
  type?: Open<'POST' | 'PRE'>;
  updatedDate?: number | string;
  version?: number;
}
export interface RestHookScriptConfig {
  scope?: RestScope;
  script?: RestHookScript;
  triggerIds?: string[];
}
export interface RestHookScriptTriggers {
  triggerIds: readonly string[];
}
export interface RestImportRequest {
  archivePath?: string | undefined;
}
export interface RestIndexEvent {
  eventMetadata?: JsonObject;
  eventType: Open<'PROJECT' | 'REPOSITORY' | 'USER' | 'OTHER'>;
  retries: number;
}
export interface RestIndexingIsRepositoryQueued {
  queued?: boolean;
}
export interface RestIndexingProcess {
  currentTask: string;
  event: RestIndexEvent;
}
export interface RestIndexingThreadDetails {
  capturedAt: number;
  currentProcess?: RestIndexingProcess;
  delayedQueueSize: number;
  queueSize: number;
  state: RestIndexingThreadState;
}
export interface RestIndexingThreadState {
  code: Open<'BROKEN' | 'IDLE' | 'PROCESSING' | 'STOPPED' | 'UNKNOWN'>;
  description?: string;
}
export interface RestIndexingWorkerRestartRequest {
  gracefulShutdown?: boolean | undefined;
  waitForRestart?: boolean | undefined;
}
export interface RestIndexingWorkerThreadsRequest {
  desiredCount: number;
}
export interface RestInsightAnnotation {
  externalId?: string;
  line?: number;
  link?: string;
  message?: string;
  path?: string;
  reportKey?: string;
  severity?: string;
  type?: string;
}
export interface RestInsightAnnotationsResponse {
  annotations?: RestInsightAnnotation[];
}
export interface RestInsightReport {
  createdDate?: number;
  data?: RestInsightReportData[];
  details?: string;
  key?: string;
  link?: string;
  logoUrl?: string;
  reporter?: string;
  result?: Open<'FAIL' | 'PASS'>;
  title?: string;
}
export interface RestInsightReportData {
  title?: string;
  type?: string;
  value?: string | number | boolean | JsonObject;
}
export type RestInvocationHistory = JsonObject;
export interface RestJiraBackfillError {
  error?: string;
  projectKey?: string;
  repoSlug?: string;
}
export interface RestJiraBackfillReport {
  errors: RestJiraBackfillError[];
}
export interface RestJiraBackfillStatus {
  states: JsonObject;
}
export interface RestJiraDevInfoBackfillRequest {
  fromDate?: number | undefined;
  jiraSiteIds: readonly number[];
  repositories: readonly RestRepositorySelector[];
  toDate?: number | undefined;
}
export interface RestJiraIssue {
  key?: string;
  url?: string;
}
export interface RestJob {
  endDate?: number;
  id?: number;
  initiator?: RestApplicationUser;
  nodeId?: string;
  progress?: RestProgress;
  startDate?: number;
  state?: Open<
    | 'INITIALISING'
    | 'READY'
    | 'RUNNING'
    | 'FINALISING'
    | 'COMPLETED'
    | 'FAILED'
    | 'CANCELING'
    | 'CANCELED'
    | 'TIMED_OUT'
    | 'ABORTED'
  >;
  type?: string;
  updatedDate?: number;
}
export interface RestJobMessage {
  createdDate?: number | string;
  id?: string;
  severity?: Open<'INFO' | 'WARN' | 'ERROR'>;
  subject?: string;
  text?: string;
}
export interface RestLabel {
  name?: string;
}
export interface RestLabelable {
  archived?: boolean;
  defaultBranch?: string;
  description?: string;
  forkable?: boolean;
  hierarchyId?: string;
  id?: number;
  labelableType?: Open<'REPOSITORY'>;
  links?: RestLinks;
  name?: string;
  origin?: RestRepository;
  partition?: number;
  project?: RestProject;
  public?: boolean;
  relatedLinks?: JsonObject;
  scmId?: string;
  scope?: string;
  slug?: string;
  state?: Open<'AVAILABLE' | 'INITIALISATION_FAILED' | 'INITIALISING' | 'OFFLINE'>;
  statusMessage?: string;
}
export type RestLinks = { [key: string]: RestNamedLink[] | undefined };
export interface RestLogLevel {
  logLevel?: string;
}
export interface RestLoggingSettings {
  debugLoggingEnabled: boolean;
  profilingEnabled: boolean;
}
export interface RestMailConfiguration {
  authType?: Open<'BASIC' | 'OAUTH2'>;
  hostname?: string;
  oauth2ProviderId?: string;
  password?: string;
  port?: number;
  protocol?: Open<'SMTP' | 'SMTPS'>;
  requireStartTls?: boolean;
  senderAddress?: string;
  tokenId?: string;
  useStartTls?: boolean;
  username?: string;
}
export interface RestMarkup {
  html?: string;
}
export interface RestMeshConnectivityReport {
  reports?: RestNodeConnectivityReport[];
}
export interface RestMeshMigrationRequest {
  all?: boolean | undefined;
  projectIds: readonly number[];
  repositoryIds: readonly number[];
}
export interface RestMeshMigrationSummary {
  endTime?: number;
  jobId?: number;
  progress?: number;
  queue?: JsonObject;
  startTime?: number;
  state?: string;
}
export interface RestMeshNode {
  availabilityZone?: string;
  id?: string;
  lastSeenDate?: number;
  name?: string;
  offline?: boolean;
  rpcId?: string;
  rpcUrl?: string;
  state?: Open<'AVAILABLE' | 'DELETING' | 'DISABLED' | 'DRAINING' | 'OFFLINE'>;
}
export interface RestMigrationRepository {
  migrationState?: Open<'QUEUED' | 'STAGING' | 'STAGED' | 'MIGRATED' | 'FAILED' | 'CANCELED' | 'SKIPPED'>;
  repository?: RestRepository;
}
export interface RestMinimalCommit {
  displayId: string;
  id: string;
}
export interface RestMinimalRef {
  displayId: string;
  id: string;
  type: Open<'BRANCH' | 'TAG'>;
}
export interface RestMirrorHashes {
  content: string;
  metadata: string;
}
export interface RestMirrorRepositorySynchronizationStatus {
  externalRepoId?: string;
  failedSyncCount?: number;
  hashes?: RestMirrorHashes;
  initialSyncDate?: number | string;
  lastSyncDate?: number | string;
  localProjectId?: number;
  localRepoId?: number;
  upstreamId?: string;
}
export interface RestMirrorServer {
  baseUrl: string;
  enabled?: boolean;
  id: string;
  lastSeenDate: number | string;
  mirrorType: Open<'SINGLE' | 'FARM'>;
  name: string;
  productVersion: string;
}
export interface RestMirrorUpgradeRequest {
  baseUrl?: string | undefined;
  productVersion?: string | undefined;
}
export interface RestMirroredRepository {
  available?: boolean;
  cloneUrls?: RestNamedLink[];
  lastUpdated?: number | string;
  mirrorName?: string;
  pushUrls?: RestNamedLink[];
  repositoryId?: string;
  status?: Open<'NOT_MIRRORED' | 'INITIALIZING' | 'AVAILABLE' | 'ERROR_INITIALIZING' | 'ERROR_AVAILABLE'>;
}
export interface RestMirroredRepositoryDescriptor {
  links?: RestLinks;
  mirrorServer?: RestMirrorServer;
}
export interface RestMirroringRequest {
  id?: number;
  mirrorBaseUrl?: string;
  mirrorId?: string;
  mirrorName?: string;
  mirrorType?: Open<'SINGLE' | 'FARM'>;
  productVersion?: string;
  state?: Open<'PENDING' | 'ACCEPTED' | 'REJECTED'>;
}
export interface RestMultilineCommentMarker {
  startLine?: number;
  startLineType: Open<'ADDED' | 'CONTEXT' | 'REMOVED'>;
}
export interface RestMultilineCommentSpan {
  dstSpanEnd: number;
  dstSpanStart: number;
  srcSpanEnd: number;
  srcSpanStart: number;
}
export type RestMultipleBuildStats = { [key: string]: RestBuildStats | undefined };
export interface RestNamedLink {
  href: string;
  name?: string;
}
export interface RestNode {
  id: string;
  name: string;
  type: Open<'BITBUCKET' | 'MESH'>;
}
export interface RestNodeConnectivityReport {
  node?: RestNode;
  summaries?: RestNodeConnectivitySummary[];
}
export interface RestNodeConnectivitySummary {
  node?: RestNode;
  summary?: RestConnectivitySummary;
}
export type RestPageRestChange = Page<RestChange>;
export interface RestPath {
  components?: string[];
  extension?: string;
  name?: string;
  parent?: string;
  toString: string;
}
export interface RestPermitted {
  permitted?: boolean;
}
export interface RestPermittedGroup {
  group?: Group;
  permission?: string;
}
export interface RestPermittedUser {
  permission?: Open<
    | 'USER_ADMIN'
    | 'PROJECT_VIEW'
    | 'REPO_READ'
    | 'REPO_WRITE'
    | 'REPO_ADMIN'
    | 'PROJECT_READ'
    | 'PROJECT_WRITE'
    | 'REPO_CREATE'
    | 'PROJECT_ADMIN'
    | 'LICENSED_USER'
    | 'PROJECT_CREATE'
    | 'ADMIN'
    | 'SYS_ADMIN'
  >;
  user?: RestApplicationUser;
}
export interface RestPerson {
  avatarUrl?: string;
  displayName?: string;
  emailAddress?: string;
  name: string;
  slug?: string;
}
export interface RestProgress {
  message?: string;
  percentage?: number;
}
export interface RestProject {
  avatar?: string;
  avatarUrl?: string;
  description?: string;
  id?: number;
  key: string;
  links?: RestLinks;
  name: string;
  public?: boolean;
  scope?: string;
  type: Open<'NORMAL' | 'PERSONAL'>;
}
export interface RestProjectSettingsRestriction {
  componentKey?: string;
  featureKey?: string;
  namespace?: string;
  processedState?: Open<'UNPROCESSED' | 'PROCESSED' | 'FAILED' | 'IN_PROGRESS'>;
  project?: RestProject;
}
export interface RestProjectSettingsRestrictionRequest {
  componentKey?: string | undefined;
  featureKey: string;
  namespace: string;
}
export interface RestProperties {
  contentHash?: string;
  defaultBranchId?: string;
  metadataHash?: string;
}
export interface RestPullRequest {
  author?: RestPullRequestParticipant;
  closed?: boolean;
  closedDate?: number;
  createdDate?: number;
  creator?: RestPullRequestParticipant;
  description?: string;
  descriptionAsHtml?: string;
  draft?: boolean;
  fromRef: RestPullRequestRef;
  htmlDescription?: string;
  id: number;
  links?: RestLinks;
  locked?: boolean;
  open?: boolean;
  participants?: RestPullRequestParticipant[];
  properties?: JsonObject;
  reviewers?: RestPullRequestParticipant[];
  state: Open<'DECLINED' | 'MERGED' | 'OPEN'>;
  title: string;
  toRef: RestPullRequestRef;
  updatedDate?: number;
  version: number;
}
export interface RestPullRequestActivity {
  action: Open<
    | 'APPROVED'
    | 'AUTO_MERGE_CANCELLED'
    | 'AUTO_MERGE_REQUESTED'
    | 'COMMENTED'
    | 'DECLINED'
    | 'DELETED'
    | 'MERGED'
    | 'OPENED'
    | 'REOPENED'
    | 'RESCOPED'
    | 'REVIEW_COMMENTED'
    | 'REVIEW_DISCARDED'
    | 'REVIEW_FINISHED'
    | 'REVIEWED'
    | 'UNAPPROVED'
    | 'UPDATED'
    | 'MERGE_QUEUE_ADDED'
    | 'MERGE_QUEUE_EJECTED'
  >;
  comment?: RestComment;
  commentAction?: string;
  commentAnchor?: RestCommentThreadDiffAnchor;
  commit?: RestCommit;
  createdDate?: number;
  fromHash?: string;
  id: number;
  previousFromHash?: string;
  previousToHash?: string;
  toHash?: string;
  user?: RestApplicationUser;
}
export interface RestPullRequestAssignParticipantRoleRequest {
  role?: Open<'AUTHOR' | 'REVIEWER' | 'PARTICIPANT' | 'CREATOR'> | undefined;
  user?: Draft<RestApplicationUser> | undefined;
}
export interface RestPullRequestAssignStatusRequest {
  lastReviewedCommit?: string | undefined;
  status?: Open<'UNAPPROVED' | 'NEEDS_WORK' | 'APPROVED'> | undefined;
}
export interface RestPullRequestCommitMessageTemplate {
  body: string;
  title: string;
}
export interface RestPullRequestCondition {
  id?: number;
  requiredApprovals?: number;
  reviewerGroups?: RestReviewerGroup[];
  reviewers?: RestReviewerGroup[];
  scope?: RestScope;
  sourceRefMatcher?: RestRefMatcher;
  targetRefMatcher?: RestRefMatcher;
}
export interface RestPullRequestDeclineRequest {
  comment?: string | undefined;
  version?: number | undefined;
}
export interface RestPullRequestDeleteRequest {
  version?: number | undefined;
}
export interface RestPullRequestFinishReviewRequest {
  commentText?: string | undefined;
  lastReviewedCommit?: string | undefined;
  participantStatus?: string | undefined;
}
export interface RestPullRequestMergeConfig {
  commitMessageTemplate?: RestPullRequestCommitMessageTemplate;
  commitSummaries?: number;
  defaultStrategy?: RestPullRequestMergeStrategy;
  strategies: RestPullRequestMergeStrategy[];
  type?: string;
}
export interface RestPullRequestMergeRequest {
  autoMerge?: boolean | undefined;
  autoSubject?: string | undefined;
  bypassMergeQueue?: boolean | undefined;
  message?: string | undefined;
  strategyId?: string | undefined;
  version?: number | undefined;
}
export interface RestPullRequestMergeStrategy {
  description?: string;
  enabled?: boolean;
  flag: string;
  id?: string;
  links?: RestLinks;
  name?: string;
}
export interface RestPullRequestMergeability {
  conflicted?: boolean;
  outcome?: Open<'CLEAN' | 'CONFLICTED' | 'UNKNOWN'>;
  vetoes?: RestRepositoryHookVeto[];
}
export interface RestPullRequestParticipant {
  approved: boolean;
  lastReviewedCommit?: string;
  role: Open<'AUTHOR' | 'REVIEWER' | 'PARTICIPANT' | 'CREATOR'>;
  status: Open<'UNAPPROVED' | 'NEEDS_WORK' | 'APPROVED'>;
  user: RestApplicationUser;
}
export interface RestPullRequestRebaseRequest {
  version?: number | undefined;
}
export interface RestPullRequestRebaseResult {
  refChange?: RestRefChange;
}
export interface RestPullRequestRebaseability {
  vetoes?: RestRepositoryHookVeto[];
}
export interface RestPullRequestRef {
  displayId: string;
  id: string;
  latestCommit: string;
  repository: RestRepository;
  type?: Open<'BRANCH' | 'TAG'>;
}
export interface RestPullRequestReopenRequest {
  version?: number | undefined;
}
export interface RestPullRequestSettings {
  mergeConfig?: RestPullRequestMergeConfig;
}
export interface RestPullRequestSuggestion {
  changeTme?: number;
  fromRef?: RestMinimalRef;
  refChange?: RestRefChange;
  repository?: RestRepository;
  toRef?: RestMinimalRef;
}
export interface RestPushRefChange {
  fromHash?: string;
  ref?: RestMinimalRef;
  refId?: string;
  toHash?: string;
  type?: Open<'ADD' | 'DELETE' | 'UPDATE'>;
  updatedType?: Open<'UNKNOWN' | 'UNRESOLVED' | 'NOT_FORCED' | 'FORCED'>;
}
export interface RestRateLimitSettings {
  defaultSettings?: RestTokenBucketSettings;
  enabled?: boolean;
}
export interface RestRawAccessToken {
  createdDate?: number | string;
  id?: string;
  name?: string;
  token?: string;
}
export interface RestRefChange {
  fromHash?: string;
  ref?: RestMinimalRef;
  refId?: string;
  toHash?: string;
  type?: Open<'ADD' | 'DELETE' | 'UPDATE'>;
}
export interface RestRefMatcher {
  displayId?: string;
  id?: string;
  type?: RestRefMatcherType;
}
export interface RestRefMatcherType {
  id: Open<'ANY_REF' | 'BRANCH' | 'PATTERN' | 'MODEL_CATEGORY' | 'MODEL_BRANCH'>;
  name: string;
}
export interface RestRefRestriction {
  accessKeys?: RestSshAccessKey[];
  groups?: string[];
  id?: number;
  matcher?: RestRefMatcher;
  scope?: RestScope;
  type?: string;
  users?: RestApplicationUser[];
}
export interface RestRefSyncQueue {
  values: RestFarmSynchronizationRequest[];
}
export interface RestRefSyncRequest {
  action?: Open<'DISCARD' | 'MERGE' | 'REBASE'> | undefined;
  context?: Context | undefined;
  refId?: string | undefined;
}
export interface RestRefSyncStatus {
  aheadRefs?: RestRejectedRef;
  available?: boolean;
  divergedRefs?: RestRejectedRef;
  enabled?: boolean;
  lastSync?: number;
  orphanedRefs?: RestRejectedRef;
}
export interface RestRejectedRef {
  displayId: string;
  id: string;
  state?: Open<'AHEAD' | 'DIVERGED' | 'ORPHANED'>;
  tag?: boolean;
  type: Open<'BRANCH' | 'TAG'>;
}
export interface RestRepository {
  archived?: boolean;
  defaultBranch?: string;
  description?: string;
  forkable?: boolean;
  hierarchyId?: string;
  id: number;
  links?: RestLinks;
  name: string;
  origin?: RestRepository;
  partition?: number;
  project: RestProject;
  public?: boolean;
  relatedLinks?: JsonObject;
  scmId?: string;
  scope?: string;
  slug: string;
  state?: Open<'AVAILABLE' | 'INITIALISATION_FAILED' | 'INITIALISING' | 'OFFLINE'>;
  statusMessage?: string;
}
export interface RestRepositoryHook {
  configured?: boolean;
  details?: RepositoryHookDetails;
  enabled?: boolean;
  scope?: RestScope;
}
export interface RestRepositoryHookVeto {
  detailedMessage?: string;
  summaryMessage?: string;
}
export interface RestRepositoryIndexingDetails {
  indexingError?: string;
  lastIndexedCommitId?: string;
  lastIndexedTimestamp?: number;
  projectKey: string;
  repositorySlug: string;
  status: Open<'BROKEN' | 'INDEXED' | 'INDEXING' | 'UNKNOWN'>;
}
export interface RestRepositoryIndexingQueueDetails {
  capturedAt?: number;
  nodeId?: string;
  queued?: boolean;
  queuedAt?: number;
}
export interface RestRepositoryLockOwner {
  externalRepositoryId?: string;
  lockAcquireTime?: number | string;
  nodeId?: string;
  requestId?: string;
  threadName?: string;
}
export interface RestRepositoryMirrorEvent {
  mirrorRepoId?: number | undefined;
  type: Open<'SYNCHRONIZED' | 'SYNCHRONIZATION_FAILED'>;
  upstreamRepoId: string;
}
export interface RestRepositoryPolicy {
  permission?: Open<'SYS_ADMIN' | 'ADMIN' | 'PROJECT_ADMIN' | 'REPO_ADMIN'>;
}
export interface RestRepositoryPullRequestSettings {
  mergeConfig?: RestPullRequestMergeConfig;
  requiredAllApprovers?: boolean;
  requiredAllTasksComplete?: boolean;
  requiredApprovers?: ExampleRequirements;
  requiredApproversDeprecated?: number;
  requiredSuccessfulBuilds?: ExampleRequirements;
  requiredSuccessfulBuildsDeprecated?: number;
}
export interface RestRepositoryRefChangeActivity {
  createdDate?: number;
  id?: number;
  refChange?: RestPushRefChange;
  repository?: RestRepository;
  trigger?: string;
  user?: RestApplicationUser;
}
export interface RestRepositorySelector {
  projectKey: string;
  slug: string;
}
export interface RestRequiredBuildCondition {
  buildParentKeys?: string[];
  exemptRefMatcher?: RestRefMatcher;
  id?: number;
  refMatcher?: RestRefMatcher;
  requiredForMergeQueue?: boolean;
  requiredForPullRequest?: boolean;
}
export interface RestRequiredBuildConditionSetRequest {
  buildParentKeys: readonly string[];
  exemptRefMatcher?: Draft<RestRefMatcher> | undefined;
  refMatcher: Draft<RestRefMatcher>;
  requiredForMergeQueue?: boolean | undefined;
  requiredForPullRequest?: boolean | undefined;
}
export interface RestRestrictionRequest {
  accessKeyIds: readonly number[];
  accessKeys?: readonly Draft<RestSshAccessKey>[] | undefined;
  groupNames: readonly string[];
  groups?: readonly string[] | undefined;
  id?: number | undefined;
  matcher?: Draft<RestRefMatcher> | undefined;
  scope?: Draft<RestScope> | undefined;
  type?: string | undefined;
  userSlugs: readonly string[];
  users?: readonly Draft<RestApplicationUser>[] | undefined;
}
export interface RestReviewerGroup {
  avatarUrl?: string;
  description?: string;
  id?: number;
  name?: string;
  scope?: RestScope;
  users?: ApplicationUser[];
}
export interface RestRollingUpgradeState {
  rollingUpgradeEnabled?: boolean;
  version?: string;
}
export interface RestScope {
  resourceId: number;
  type: Open<'GLOBAL' | 'PROJECT' | 'REPOSITORY'>;
}
export interface RestScopesExample {
  links?: RestLinks;
  scopes?: JsonObject[];
}
export interface RestSecretScanningAllowlistRule {
  id?: number;
  lineRegex?: string;
  name?: string;
  pathRegex?: string;
}
export interface RestSecretScanningAllowlistRuleSetRequest {
  lineRegex?: string | undefined;
  name?: string | undefined;
  pathRegex?: string | undefined;
}
export interface RestSecretScanningRule {
  id?: number;
  lineRegex?: string;
  name?: string;
  pathRegex?: string;
  scope?: RestScope;
}
export interface RestSecretScanningRuleSetRequest {
  lineRegex?: string | undefined;
  name?: string | undefined;
  pathRegex?: string | undefined;
}
export interface RestSetInsightReportRequest {
  coverageProviderKey?: string | undefined;
  createdDate?: number | undefined;
  data: readonly Draft<RestInsightReportData>[];
  details?: string | undefined;
  link?: string | undefined;
  logoUrl?: string | undefined;
  reporter?: string | undefined;
  result?: string | undefined;
  title: string;
}
export interface RestSingleAddInsightAnnotationRequest {
  externalId?: string | undefined;
  line?: number | undefined;
  link?: string | undefined;
  message: string;
  path?: string | undefined;
  severity: string;
  type?: string | undefined;
}
export interface RestSshAccessKey {
  key?: RestSshKey;
  permission?: Open<
    | 'USER_ADMIN'
    | 'PROJECT_VIEW'
    | 'REPO_READ'
    | 'REPO_WRITE'
    | 'REPO_ADMIN'
    | 'PROJECT_READ'
    | 'PROJECT_WRITE'
    | 'REPO_CREATE'
    | 'PROJECT_ADMIN'
    | 'LICENSED_USER'
    | 'PROJECT_CREATE'
    | 'ADMIN'
    | 'SYS_ADMIN'
  >;
  project?: RestProject;
  repository?: RestRepository;
}
export interface RestSshAccessKeyLocations {
  projects?: Draft<RestProject> | undefined;
  repositories?: Draft<RestRepository> | undefined;
}
export interface RestSshCredentials {
  algorithm?: string | undefined;
  publicKey: string;
  username: string;
}
export interface RestSshKey {
  algorithmType?: string;
  bitLength?: number;
  createdDate?: number | string;
  expiryDays?: number;
  fingerprint?: string;
  id?: number;
  label?: string;
  lastAuthenticated?: string;
  text?: string;
  warning?: string;
}
export interface RestSshKeySettings {
  keyTypeRestrictions?: RestSshKeyTypeRestriction[];
  maxExpiryDays?: number;
}
export interface RestSshKeyTypeRestriction {
  algorithm?: string;
  allowed?: boolean;
  minKeyLength?: number;
}
export interface RestSshSettings {
  accessKeysEnabled?: boolean;
  baseUrl?: string;
  enabled?: boolean;
  fingerprint?: SimpleSshKeyFingerprint;
  port?: number;
}
export interface RestSyncProgress {
  discovering?: boolean;
  syncedRepos?: number;
  totalRepos?: number;
}
export interface RestSystemSigningConfiguration {
  enabled?: boolean;
}
export interface RestTag {
  displayId: string;
  hash?: string;
  id: string;
  latestChangeset?: string;
  latestCommit: string;
  type?: Open<'BRANCH' | 'TAG'>;
}
export interface RestTestResults {
  failed?: number;
  skipped?: number;
  successful?: number;
}
export interface RestTokenBucketSettings {
  capacity?: number;
  fillRate?: number;
}
export interface RestUpstreamServer {
  baseUrl?: string;
  id?: string;
  state?: Open<'INITIALIZING' | 'PENDING' | 'INSTALLED' | 'UNKNOWN' | 'REMOVED'>;
}
export interface RestUpstreamSettings {
  mode?: Open<'ALL_PROJECTS' | 'SELECTED_PROJECTS'>;
  projectIds?: string[];
}
export interface RestUserDirectory {
  active?: boolean;
  description?: string;
  name?: string;
  type?: string;
}
export interface RestUserRateLimitSettings {
  settings?: RestTokenBucketSettings;
  user?: RestApplicationUser;
  whitelisted?: boolean;
}
export interface RestUserRateLimitSettingsUpdateRequest {
  settings?: Draft<RestTokenBucketSettings> | undefined;
  whitelisted?: boolean | undefined;
}
export interface RestUserReaction {
  comment?: RestComment;
  emoticon?: RestEmoticon;
  user?: RestApplicationUser;
}
export interface RestUsernamePasswordCredentials {
  password: string;
  username: string;
}
export interface RestWebhook {
  active: boolean;
  configuration?: JsonObject;
  createdDate?: number;
  credentials?: RestWebhookCredentials;
  events: string[];
  id: number;
  name?: string;
  scopeType?: string;
  sslVerificationRequired?: boolean;
  statistics?: JsonObject;
  updatedDate?: number;
  url: string;
}
export interface RestWebhookCredentials {
  password?: string;
  username?: string;
}
export type RestWebhookRequestResponse = JsonObject;
export interface RestWebhookScope {
  id?: string;
  type?: string;
}
export interface RestX509Certificate {
  fingerprint?: string;
  id?: number;
}
export interface SimpleSshKeyFingerprint {
  algorithm?: string;
  value?: string;
}
export interface SsoConfigEntity {
  'discovery-refresh-cron'?: string;
  'enable-authentication-fallback'?: boolean;
  'last-updated'?: number | string;
  'show-login-form'?: boolean;
  'show-login-form-for-jsm'?: boolean;
}
export interface SsoManagementStatusDTO {
  isManaged?: boolean;
}
export interface StatusDTO {
  isTwoSVActive?: boolean;
  methods?: MethodStateDTO[];
  twoSVActive?: boolean;
}
export interface TotpCodeVerificationDTO {
  conversationId?: string | undefined;
  totpCode?: string | undefined;
}
export interface TotpElevationRestDTO {
  totpCode?: string | undefined;
}
export interface TotpRecoveryCodeAuthenticationDTO {
  conversationId?: string | undefined;
  recoveryCode?: string | undefined;
}
export interface TotpRecoveryCodeDTO {
  recoveryCode?: string;
}
export interface TotpUserEnrollmentDTO {
  conversationId?: string;
  secret?: string;
  url?: string;
  userName?: string;
}
export interface UserAndGroups {
  groups: readonly string[];
  user?: string | undefined;
}
export interface UserPasswordUpdate {
  oldPassword?: string | undefined;
  password?: string | undefined;
  passwordConfirm?: string | undefined;
}
export interface UserPickerContext {
  context?: string | undefined;
  itemName?: string | undefined;
}
export interface UserRename {
  name?: string | undefined;
  newName?: string | undefined;
}
export interface UserUpdate {
  displayName?: string | undefined;
  email?: string | undefined;
  name?: string | undefined;
}
export interface UserUpdateWithCredentials {
  displayName?: string | undefined;
  email?: string | undefined;
  name?: string | undefined;
  password?: string | undefined;
}

interface PathOfCommitId {
  commitId: string;
}
interface PathOfId {
  id: number | string;
}
interface PathOfJobId {
  jobId: number | string;
}
interface PathOfKeyId {
  keyId: number | string;
}
interface PathOfMirrorId {
  mirrorId: string;
}
interface PathOfMirroringRequestId {
  mirroringRequestId: number | string;
}
interface PathOfProjectId {
  projectId: number | string;
}
interface PathOfProjectKey {
  projectKey: string;
}
interface PathOfProjectKeyHookKey {
  projectKey: string;
  hookKey: string;
}
interface PathOfProjectKeyId {
  projectKey: string;
  id: number | string;
}
interface PathOfProjectKeyRepositorySlug {
  projectKey: string;
  repositorySlug: string;
}
interface PathOfProjectKeyRepositorySlugAttachmentId {
  projectKey: string;
  repositorySlug: string;
  attachmentId: number | string;
}
interface PathOfProjectKeyRepositorySlugCommitId {
  projectKey: string;
  repositorySlug: string;
  commitId: string;
}
interface PathOfProjectKeyRepositorySlugCommitIdCommentId {
  projectKey: string;
  repositorySlug: string;
  commitId: string;
  commentId: number | string;
}
interface PathOfProjectKeyRepositorySlugCommitIdKey {
  projectKey: string;
  repositorySlug: string;
  commitId: string;
  key: string;
}
interface PathOfProjectKeyRepositorySlugHookKey {
  projectKey: string;
  repositorySlug: string;
  hookKey: string;
}
interface PathOfProjectKeyRepositorySlugId {
  projectKey: string;
  repositorySlug: string;
  id: number | string;
}
interface PathOfProjectKeyRepositorySlugPath {
  projectKey: string;
  repositorySlug: string;
  path: string;
}
interface PathOfProjectKeyRepositorySlugPullRequestId {
  projectKey: string;
  repositorySlug: string;
  pullRequestId: number | string;
}
interface PathOfProjectKeyRepositorySlugPullRequestIdCommentId {
  projectKey: string;
  repositorySlug: string;
  pullRequestId: number | string;
  commentId: number | string;
}
interface PathOfProjectKeyRepositorySlugTokenId {
  projectKey: string;
  repositorySlug: string;
  tokenId: string;
}
interface PathOfProjectKeyRepositorySlugWebhookId {
  projectKey: string;
  repositorySlug: string;
  webhookId: number | string;
}
interface PathOfProjectKeyTokenId {
  projectKey: string;
  tokenId: string;
}
interface PathOfProjectKeyWebhookId {
  projectKey: string;
  webhookId: number | string;
}
interface PathOfScriptId {
  scriptId: number | string;
}
interface PathOfUserSlug {
  userSlug: string;
}
interface PathOfUserSlugTokenId {
  userSlug: string;
  tokenId: string;
}
interface QueryOfActionType {
  actionType?: 'unlock-user-2sv-settings' | undefined;
}
interface QueryOfAt {
  at?: string | undefined;
}
interface QueryOfAtHardwrapHtmlEscapeIncludeHeadingIdMarkup {
  at?: string | undefined;
  hardwrap?: boolean | undefined;
  htmlEscape?: boolean | undefined;
  includeHeadingId?: boolean | undefined;
  markup?: boolean | undefined;
}
interface QueryOfContextFilterLimitStart {
  context: string;
  filter?: string | undefined;
  limit?: number | undefined;
  start?: number | undefined;
}
interface QueryOfFilterLimitOrderStart {
  filter?: string | undefined;
  limit?: number | undefined;
  order?: 'NAME_ASC' | 'NAME_DESC' | undefined;
  start?: number | undefined;
}
interface QueryOfFilterLimitStart {
  filter?: string | undefined;
  limit?: number | undefined;
  start?: number | undefined;
}
interface QueryOfLimitSeverityStartSubject {
  limit?: number | undefined;
  severity?: string | undefined;
  start?: number | undefined;
  subject?: string | undefined;
}
interface QueryOfLimitStart {
  limit?: number | undefined;
  start?: number | undefined;
}
interface QueryOfName {
  name: string;
}
interface QueryOfUser {
  user?: string | undefined;
}
interface QueryOfVersion {
  version?: string | undefined;
}

/** Every operation of Bitbucket Data Center's REST API by its route, without the `/rest` before it. */
export interface ServerRoutes {
  'GET /access-tokens/latest/projects/{projectKey}': {
    path: PathOfProjectKey;
    query: QueryOfLimitStart;
    result: Page<RestAccessToken>;
  };
  'PUT /access-tokens/latest/projects/{projectKey}': {
    path: PathOfProjectKey;
    body: RestAccessTokenRequest;
    result: RestRawAccessToken;
  };
  'GET /access-tokens/latest/projects/{projectKey}/repos/{repositorySlug}': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfLimitStart;
    result: Page<RestAccessToken>;
  };
  'PUT /access-tokens/latest/projects/{projectKey}/repos/{repositorySlug}': {
    path: PathOfProjectKeyRepositorySlug;
    body: RestAccessTokenRequest;
    result: RestRawAccessToken;
  };
  'DELETE /access-tokens/latest/projects/{projectKey}/repos/{repositorySlug}/{tokenId}': {
    path: PathOfProjectKeyRepositorySlugTokenId;
  };
  'GET /access-tokens/latest/projects/{projectKey}/repos/{repositorySlug}/{tokenId}': {
    path: PathOfProjectKeyRepositorySlugTokenId;
    result: RestAccessToken;
  };
  'POST /access-tokens/latest/projects/{projectKey}/repos/{repositorySlug}/{tokenId}': {
    path: PathOfProjectKeyRepositorySlugTokenId;
    body: RestAccessTokenRequest;
    result: RestAccessToken;
  };
  'DELETE /access-tokens/latest/projects/{projectKey}/{tokenId}': { path: PathOfProjectKeyTokenId };
  'GET /access-tokens/latest/projects/{projectKey}/{tokenId}': {
    path: PathOfProjectKeyTokenId;
    result: RestAccessToken;
  };
  'POST /access-tokens/latest/projects/{projectKey}/{tokenId}': {
    path: PathOfProjectKeyTokenId;
    body: RestAccessTokenRequest;
    result: RestAccessToken;
  };
  'GET /access-tokens/latest/users/{userSlug}': {
    path: PathOfUserSlug;
    query: QueryOfLimitStart;
    result: Page<RestAccessToken>;
  };
  'PUT /access-tokens/latest/users/{userSlug}': {
    path: PathOfUserSlug;
    body: RestAccessTokenRequest;
    result: RestRawAccessToken;
  };
  'DELETE /access-tokens/latest/users/{userSlug}/{tokenId}': { path: PathOfUserSlugTokenId };
  'GET /access-tokens/latest/users/{userSlug}/{tokenId}': {
    path: PathOfUserSlugTokenId;
    result: RestAccessToken;
  };
  'POST /access-tokens/latest/users/{userSlug}/{tokenId}': {
    path: PathOfUserSlugTokenId;
    body: RestAccessTokenRequest;
    result: RestAccessToken;
  };
  'GET /admin': { result: RestSshKeySettings };
  'PUT /admin': { body: Draft<RestSshKeySettings> };
  'GET /admin/supported-key-types': { result: JsonObject };
  'DELETE /api/latest/admin/banner': { result: undefined };
  'GET /api/latest/admin/banner': { result: RestAnnouncementBanner | undefined };
  'PUT /api/latest/admin/banner': { body: Draft<RestAnnouncementBanner> };
  'GET /api/latest/admin/cluster': { result: RestClusterInformation };
  'DELETE /api/latest/admin/default-branch': { result: undefined };
  'GET /api/latest/admin/default-branch': { result: RestDefaultBranch };
  'PUT /api/latest/admin/default-branch': { body: { id?: string | undefined } };
  'GET /api/latest/admin/git/mesh/config/control-plane.pem': { as: 'text' | 'bytes' | 'stream' };
  'GET /api/latest/admin/git/mesh/diagnostics/connectivity': { result: RestMeshConnectivityReport };
  'GET /api/latest/admin/git/mesh/nodes': { result: RestMeshNode[] };
  'POST /api/latest/admin/git/mesh/nodes': { body: Draft<RestMeshNode>; result: RestMeshNode };
  'DELETE /api/latest/admin/git/mesh/nodes/{id}': { path: PathOfId; query: { force?: boolean | undefined } };
  'GET /api/latest/admin/git/mesh/nodes/{id}': { path: PathOfId; result: RestMeshNode };
  'PUT /api/latest/admin/git/mesh/nodes/{id}': {
    path: PathOfId;
    body: Draft<RestMeshNode>;
    result: RestMeshNode;
  };
  'GET /api/latest/admin/git/mesh/support-zips': { as: 'bytes' | 'stream' };
  'GET /api/latest/admin/git/mesh/support-zips/{id}': { path: PathOfId; as: 'bytes' | 'stream' };
  'DELETE /api/latest/admin/groups': { query: QueryOfName; result: RestDetailedGroup };
  'GET /api/latest/admin/groups': { query: QueryOfFilterLimitStart; result: Page<RestDetailedGroup> };
  'POST /api/latest/admin/groups': {
    query: QueryOfName;
    body: JsonObject | undefined;
    result: RestDetailedGroup;
  };
  /** @deprecated Use `POST /api/latest/admin/groups/add-users`. */
  'POST /api/latest/admin/groups/add-user': { body: UserPickerContext };
  'POST /api/latest/admin/groups/add-users': { body: GroupAndUsers };
  'GET /api/latest/admin/groups/more-members': {
    query: QueryOfContextFilterLimitStart;
    result: Page<RestDetailedUser>;
  };
  'GET /api/latest/admin/groups/more-non-members': {
    query: QueryOfContextFilterLimitStart;
    result: Page<RestDetailedUser>;
  };
  /** @deprecated Use `POST /api/latest/admin/users/remove-group`. */
  'POST /api/latest/admin/groups/remove-user': { body: UserPickerContext };
  'GET /api/latest/admin/license': { result: RestBitbucketLicense };
  'POST /api/latest/admin/license': { body: Draft<RestBitbucketLicense>; result: RestBitbucketLicense };
  'DELETE /api/latest/admin/mail-server': { result: undefined };
  'GET /api/latest/admin/mail-server': { result: RestMailConfiguration };
  'PUT /api/latest/admin/mail-server': { body: Draft<RestMailConfiguration>; result: RestMailConfiguration };
  'DELETE /api/latest/admin/mail-server/sender-address': { result: undefined };
  'GET /api/latest/admin/mail-server/sender-address': { result: string };
  'PUT /api/latest/admin/mail-server/sender-address': { body: string; result: string };
  'DELETE /api/latest/admin/permissions/groups': { query: QueryOfName };
  'GET /api/latest/admin/permissions/groups': {
    query: QueryOfFilterLimitStart;
    result: Page<RestPermittedGroup>;
  };
  'PUT /api/latest/admin/permissions/groups': {
    query: {
      name: string | readonly string[];
      permission: 'LICENSED_USER' | 'PROJECT_CREATE' | 'ADMIN' | 'SYS_ADMIN';
    };
    body: JsonObject | undefined;
  };
  'GET /api/latest/admin/permissions/groups/none': {
    query: QueryOfFilterLimitStart;
    result: Page<RestDetailedGroup>;
  };
  'DELETE /api/latest/admin/permissions/users': { query: QueryOfName };
  'GET /api/latest/admin/permissions/users': {
    query: QueryOfFilterLimitStart;
    result: Page<RestPermittedGroup>;
  };
  'PUT /api/latest/admin/permissions/users': {
    query: {
      name: string | readonly string[];
      permission: 'LICENSED_USER' | 'PROJECT_CREATE' | 'ADMIN' | 'SYS_ADMIN';
    };
    body: JsonObject | undefined;
  };
  'GET /api/latest/admin/permissions/users/none': {
    query: QueryOfFilterLimitStart;
    result: Page<RestApplicationUser>;
  };
  'GET /api/latest/admin/pull-requests/{scmId}': {
    path: { scmId: string };
    result: RestPullRequestMergeConfig;
  };
  'POST /api/latest/admin/pull-requests/{scmId}': {
    path: { scmId: string };
    body: Draft<RestPullRequestSettings>;
    result: RestPullRequestMergeConfig;
  };
  'GET /api/latest/admin/rate-limit/history': {
    query: {
      limit?: number | undefined;
      order?: 'NEWEST' | 'FREQUENCY' | undefined;
      start?: number | undefined;
    };
    result: Page<RestAggregateRejectCounter>;
  };
  'GET /api/latest/admin/rate-limit/settings': { result: RestRateLimitSettings };
  'PUT /api/latest/admin/rate-limit/settings': {
    body: Draft<RestRateLimitSettings>;
    result: RestRateLimitSettings;
  };
  'GET /api/latest/admin/rate-limit/settings/users': {
    query: QueryOfFilterLimitStart;
    result: Page<RestUserRateLimitSettings>;
  };
  'POST /api/latest/admin/rate-limit/settings/users': {
    body: RestBulkUserRateLimitSettingsUpdateRequest;
    result: RestUserRateLimitSettings;
  };
  'DELETE /api/latest/admin/rate-limit/settings/users/{userSlug}': { path: PathOfUserSlug };
  'GET /api/latest/admin/rate-limit/settings/users/{userSlug}': {
    path: PathOfUserSlug;
    result: RestUserRateLimitSettings;
  };
  'PUT /api/latest/admin/rate-limit/settings/users/{userSlug}': {
    path: PathOfUserSlug;
    body: RestUserRateLimitSettingsUpdateRequest;
    result: RestUserRateLimitSettings;
  };
  'GET /api/latest/admin/user-directories': {
    query: { includeInactive?: boolean | undefined };
    result: RestUserDirectory[];
  };
  'DELETE /api/latest/admin/users': { query: QueryOfName; result: RestDetailedUser };
  'GET /api/latest/admin/users': { query: QueryOfFilterLimitStart; result: Page<RestDetailedUser> };
  'POST /api/latest/admin/users': {
    query: {
      addToDefaultGroup?: boolean | undefined;
      displayName: string;
      emailAddress: string;
      name: string;
      notify?: boolean | undefined;
      password?: string | undefined;
    };
    body: JsonObject | undefined;
  };
  'PUT /api/latest/admin/users': { body: UserUpdate; result: RestDetailedUser };
  /** @deprecated Use `POST /api/latest/admin/users/add-groups`. */
  'POST /api/latest/admin/users/add-group': { body: GroupPickerContext };
  'POST /api/latest/admin/users/add-groups': { body: UserAndGroups };
  'DELETE /api/latest/admin/users/captcha': { query: QueryOfName };
  'PUT /api/latest/admin/users/credentials': { body: AdminPasswordUpdate };
  'GET /api/latest/admin/users/erasure': { query: QueryOfName };
  'POST /api/latest/admin/users/erasure': {
    query: QueryOfName;
    body: JsonObject | undefined;
    result: RestErasedUser;
  };
  'GET /api/latest/admin/users/more-members': {
    query: QueryOfContextFilterLimitStart;
    result: Page<RestDetailedUser>;
  };
  'GET /api/latest/admin/users/more-non-members': {
    query: QueryOfContextFilterLimitStart;
    result: Page<RestDetailedGroup>;
  };
  'POST /api/latest/admin/users/remove-group': { body: GroupPickerContext };
  'POST /api/latest/admin/users/rename': { body: UserRename; result: RestDetailedUser };
  'GET /api/latest/application-properties': { result: RestApplicationProperties };
  'GET /api/latest/build/capabilities': { result: RestBuildCapabilities };
  'GET /api/latest/dashboard/pull-request-suggestions': {
    query: { changesSince?: string | undefined; limit?: number | undefined; start?: number | undefined };
    result: Page<RestPullRequestSuggestion>;
  };
  'GET /api/latest/dashboard/pull-requests': {
    query: {
      closedSince?: string | undefined;
      limit?: number | undefined;
      order?: string | undefined;
      participantStatus?: string | undefined;
      role?: string | undefined;
      start?: number | undefined;
      state?: string | undefined;
      user?: string | undefined;
    };
    result: Page<RestPullRequest>;
  };
  'GET /api/latest/deployment/capabilities': { result: JsonObject };
  'GET /api/latest/groups': { query: QueryOfFilterLimitStart; result: Page<string> };
  'POST /api/latest/hook-scripts': { body: FormData | Multipart; result: RestHookScript };
  'DELETE /api/latest/hook-scripts/{scriptId}': { path: PathOfScriptId };
  'GET /api/latest/hook-scripts/{scriptId}': { path: PathOfScriptId; result: RestHookScript };
  'PUT /api/latest/hook-scripts/{scriptId}': {
    path: PathOfScriptId;
    body: FormData | Multipart;
    result: RestHookScript;
  };
  'GET /api/latest/hook-scripts/{scriptId}/content': {
    path: PathOfScriptId;
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /api/latest/hooks/{hookKey}/avatar': {
    path: { hookKey: string };
    query: QueryOfVersion;
    as: 'bytes' | 'stream';
  };
  'GET /api/latest/inbox/pull-requests': {
    query: { limit?: number | undefined; role?: string | undefined; start?: number | undefined };
    result: Page<RestPullRequest>;
  };
  'GET /api/latest/inbox/pull-requests/count': { result: { count: number } };
  'GET /api/latest/labels': {
    query: { limit?: number | undefined; prefix?: string | undefined; start?: number | undefined };
    result: Page<RestLabel>;
  };
  'GET /api/latest/labels/{labelName}': { path: { labelName: string }; result: RestLabel };
  'GET /api/latest/labels/{labelName}/labeled': {
    path: { labelName: string };
    query: { limit?: number | undefined; start?: number | undefined; type?: string | undefined };
    result: Page<RestLabelable>;
  };
  'GET /api/latest/logs/logger/{loggerName}': { path: { loggerName: string }; result: RestLogLevel };
  'PUT /api/latest/logs/logger/{loggerName}/{levelName}': {
    path: { loggerName: string; levelName: string };
    body: JsonObject | undefined;
  };
  'GET /api/latest/logs/rootLogger': { result: RestLogLevel };
  'PUT /api/latest/logs/rootLogger/{levelName}': {
    path: { levelName: string };
    body: JsonObject | undefined;
  };
  'GET /api/latest/logs/settings': { result: RestLoggingSettings };
  'PUT /api/latest/logs/settings': { body: Draft<RestLoggingSettings>; result: RestLoggingSettings };
  'POST /api/latest/markup/preview': {
    query: {
      hardwrap?: boolean | undefined;
      htmlEscape?: boolean | undefined;
      includeHeadingId?: boolean | undefined;
      urlMode?: string | undefined;
    };
    body: Uint8Array | ReadableStream<Uint8Array>;
    result: RestMarkup;
  };
  'POST /api/latest/migration/exports': { body: RestExportRequest; result: RestJob };
  'POST /api/latest/migration/exports/preview': { body: RestExportRequest; result: RestScopesExample };
  'GET /api/latest/migration/exports/{jobId}': { path: PathOfJobId; result: RestJob };
  'POST /api/latest/migration/exports/{jobId}/cancel': { path: PathOfJobId; body: JsonObject | undefined };
  'GET /api/latest/migration/exports/{jobId}/messages': {
    path: PathOfJobId;
    query: QueryOfLimitSeverityStartSubject;
    result: Page<RestJobMessage>;
  };
  'POST /api/latest/migration/imports': { body: RestImportRequest; result: RestJob };
  'GET /api/latest/migration/imports/{jobId}': { path: PathOfJobId; result: RestJob };
  'POST /api/latest/migration/imports/{jobId}/cancel': { path: PathOfJobId; body: JsonObject | undefined };
  'GET /api/latest/migration/imports/{jobId}/messages': {
    path: PathOfJobId;
    query: QueryOfLimitSeverityStartSubject;
    result: Page<RestJobMessage>;
  };
  'POST /api/latest/migration/mesh': { body: RestMeshMigrationRequest; result: RestJob };
  'POST /api/latest/migration/mesh/preview': {
    body: RestMeshMigrationRequest;
    result: ExamplePreviewMigration;
  };
  'GET /api/latest/migration/mesh/repos': {
    query: {
      limit?: number | undefined;
      migrationId?: string | undefined;
      name?: string | undefined;
      projectKey?: string | undefined;
      remote?: boolean | undefined;
      start?: number | undefined;
      state?: string | undefined;
    };
    result: Page<RestMigrationRepository>;
  };
  'GET /api/latest/migration/mesh/summaries': {
    query: QueryOfLimitStart;
    result: Page<RestMeshMigrationSummary>;
  };
  'GET /api/latest/migration/mesh/summary': { result: RestMeshMigrationSummary };
  'GET /api/latest/migration/mesh/{jobId}': { path: PathOfJobId; result: RestMeshMigrationSummary };
  'POST /api/latest/migration/mesh/{jobId}/cancel': { path: PathOfJobId; body: JsonObject | undefined };
  'GET /api/latest/migration/mesh/{jobId}/messages': {
    path: PathOfJobId;
    query: QueryOfLimitSeverityStartSubject;
    result: Page<RestJobMessage>;
  };
  'GET /api/latest/migration/mesh/{jobId}/summary': { path: PathOfJobId; result: RestMeshMigrationSummary };
  'GET /api/latest/profile/recent/repos': {
    query: { limit?: number | undefined; permission?: string | undefined; start?: number | undefined };
    result: Page<RestRepository>;
  };
  'GET /api/latest/projects': {
    query: {
      limit?: number | undefined;
      name?: string | undefined;
      permission?: string | undefined;
      start?: number | undefined;
    };
    result: Page<RestProject>;
  };
  'POST /api/latest/projects': { body: Draft<RestProject>; result: RestProject };
  'DELETE /api/latest/projects/{projectKey}': { path: PathOfProjectKey };
  'GET /api/latest/projects/{projectKey}': { path: PathOfProjectKey; result: RestProject };
  'PUT /api/latest/projects/{projectKey}': {
    path: PathOfProjectKey;
    body: Draft<RestProject>;
    result: RestProject;
  };
  'GET /api/latest/projects/{projectKey}/avatar.png': {
    path: PathOfProjectKey;
    query: { s?: string | undefined };
    as: 'bytes' | 'stream';
  };
  'POST /api/latest/projects/{projectKey}/avatar.png': { path: PathOfProjectKey; body: FormData | Multipart };
  'GET /api/latest/projects/{projectKey}/hook-scripts': {
    path: PathOfProjectKey;
    query: QueryOfLimitStart;
    result: Page<RestHookScriptConfig>;
  };
  'DELETE /api/latest/projects/{projectKey}/hook-scripts/{scriptId}': {
    path: { projectKey: string; scriptId: number | string };
  };
  'PUT /api/latest/projects/{projectKey}/hook-scripts/{scriptId}': {
    path: { projectKey: string; scriptId: number | string };
    body: RestHookScriptTriggers;
    result: RestHookScriptConfig;
  };
  'DELETE /api/latest/projects/{projectKey}/permissions': {
    path: PathOfProjectKey;
    query: { group?: string | undefined; user?: string | undefined };
  };
  'DELETE /api/latest/projects/{projectKey}/permissions/groups': {
    path: PathOfProjectKey;
    query: { name?: string | undefined };
  };
  'GET /api/latest/projects/{projectKey}/permissions/groups': {
    path: PathOfProjectKey;
    query: QueryOfFilterLimitStart;
    result: Page<RestPermittedGroup>;
  };
  'PUT /api/latest/projects/{projectKey}/permissions/groups': {
    path: PathOfProjectKey;
    query: { name?: string | undefined; permission?: string | undefined };
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/permissions/groups/none': {
    path: PathOfProjectKey;
    query: QueryOfFilterLimitStart;
    result: Page<RestDetailedGroup>;
  };
  'GET /api/latest/projects/{projectKey}/permissions/search': {
    path: PathOfProjectKey;
    query: {
      filterText?: string | undefined;
      permission?: string | readonly string[] | undefined;
      type?: string | undefined;
    };
    result: JsonObject;
  };
  'DELETE /api/latest/projects/{projectKey}/permissions/users': {
    path: PathOfProjectKey;
    query: { name?: string | undefined };
  };
  'GET /api/latest/projects/{projectKey}/permissions/users': {
    path: PathOfProjectKey;
    query: QueryOfFilterLimitStart;
    result: Page<RestPermittedUser>;
  };
  'PUT /api/latest/projects/{projectKey}/permissions/users': {
    path: PathOfProjectKey;
    query: { name?: string | undefined; permission?: string | undefined };
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/permissions/users/none': {
    path: PathOfProjectKey;
    query: QueryOfFilterLimitStart;
    result: Page<RestApplicationUser>;
  };
  'GET /api/latest/projects/{projectKey}/permissions/{permission}/all': {
    path: { projectKey: string; permission: string };
    result: RestPermitted;
  };
  'POST /api/latest/projects/{projectKey}/permissions/{permission}/all': {
    path: { projectKey: string; permission: string };
    query: { allow?: boolean | undefined };
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos': {
    path: PathOfProjectKey;
    query: QueryOfLimitStart;
    result: Page<RestRepository>;
  };
  'POST /api/latest/projects/{projectKey}/repos': {
    path: PathOfProjectKey;
    body: Draft<RestRepository>;
    result: RestRepository;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}': { path: PathOfProjectKeyRepositorySlug };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}': {
    path: PathOfProjectKeyRepositorySlug;
    result: RestRepository;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}': {
    path: PathOfProjectKeyRepositorySlug;
    body: Draft<RestRepository>;
    result: RestRepository;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}': {
    path: PathOfProjectKeyRepositorySlug;
    body: Draft<RestRepository>;
    result: RestRepository;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/archive': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      at?: string | undefined;
      filename?: string | undefined;
      format?: string | undefined;
      path?: string | readonly string[] | undefined;
      prefix?: string | undefined;
    };
    as: 'bytes' | 'stream';
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/attachments/{attachmentId}': {
    path: PathOfProjectKeyRepositorySlugAttachmentId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/attachments/{attachmentId}': {
    path: PathOfProjectKeyRepositorySlugAttachmentId;
    as: 'bytes' | 'stream';
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/attachments/{attachmentId}/metadata': {
    path: PathOfProjectKeyRepositorySlugAttachmentId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/attachments/{attachmentId}/metadata': {
    path: PathOfProjectKeyRepositorySlugAttachmentId;
    result: JsonObject;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/attachments/{attachmentId}/metadata': {
    path: PathOfProjectKeyRepositorySlugAttachmentId;
    body: string;
    result: JsonObject;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/branches': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      base?: string | undefined;
      boostMatches?: boolean | undefined;
      context?: string | undefined;
      details?: boolean | undefined;
      filterText?: string | undefined;
      limit?: number | undefined;
      orderBy?: 'ALPHABETICAL' | 'MODIFICATION' | undefined;
      start?: number | undefined;
    };
    result: Page<RestBranch>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/branches': {
    path: PathOfProjectKeyRepositorySlug;
    body: RestCreateBranchRequest;
    result: RestBranch;
  };
  /** @deprecated Use `GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/default-branch`. */
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/branches/default': {
    path: PathOfProjectKeyRepositorySlug;
    result: RestBranch | undefined;
  };
  /** @deprecated Use `PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/default-branch`. */
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/branches/default': {
    path: PathOfProjectKeyRepositorySlug;
    body: Draft<RestBranch>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/browse': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      at?: string | undefined;
      blame?: boolean | undefined;
      limit?: number | undefined;
      noContent?: boolean | undefined;
      size?: boolean | undefined;
      start?: number | undefined;
      type?: boolean | undefined;
    };
    result: RestContent;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/browse/{path}': {
    path: PathOfProjectKeyRepositorySlugPath;
    query: {
      at?: string | undefined;
      blame?: boolean | undefined;
      limit?: number | undefined;
      noContent?: boolean | undefined;
      size?: boolean | undefined;
      start?: number | undefined;
      type?: boolean | undefined;
    };
    result: RestContent;
  };
  'HEAD /api/latest/projects/{projectKey}/repos/{repositorySlug}/browse/{path}': {
    path: PathOfProjectKeyRepositorySlugPath;
    query: {
      at?: string | undefined;
      blame?: boolean | undefined;
      noContent?: boolean | undefined;
      size?: boolean | undefined;
      type?: boolean | undefined;
    };
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/browse/{path}': {
    path: PathOfProjectKeyRepositorySlugPath;
    body: FormData | Multipart;
    result: RestCommit;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/changes': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      limit?: number | undefined;
      since?: string | undefined;
      start?: number | undefined;
      until?: string | undefined;
    };
    result: Page<RestChange>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      avatarScheme?: string | undefined;
      avatarSize?: string | undefined;
      followRenames?: boolean | undefined;
      ignoreMissing?: boolean | undefined;
      limit?: number | undefined;
      merges?: string | undefined;
      path?: string | undefined;
      since?: string | undefined;
      start?: number | undefined;
      until?: string | undefined;
      withCounts?: boolean | undefined;
    };
    result: Page<RestCommit>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    query: { path?: string | undefined };
    result: RestCommit;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/builds': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    query: { key: string };
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/builds': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    query: { key: string };
    result: RestBuildStatus;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/builds': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    body: RestBuildStatusSetRequest;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/changes': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    query: {
      limit?: number | undefined;
      since?: string | undefined;
      start?: number | undefined;
      withComments?: boolean | undefined;
    };
    result: Page<RestChange>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/comments': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    query: {
      limit?: number | undefined;
      path?: string | undefined;
      since?: string | undefined;
      start?: number | undefined;
    };
    result: Page<RestComment>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/comments': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    query: { since?: string | undefined };
    body: Draft<RestComment>;
    result: RestComment;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/comments/{commentId}': {
    path: PathOfProjectKeyRepositorySlugCommitIdCommentId;
    query: QueryOfVersion;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/comments/{commentId}': {
    path: PathOfProjectKeyRepositorySlugCommitIdCommentId;
    result: RestComment;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/comments/{commentId}': {
    path: PathOfProjectKeyRepositorySlugCommitIdCommentId;
    body: Draft<RestComment>;
    result: RestComment;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/deployments': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    query: {
      deploymentSequenceNumber?: number | string | undefined;
      environmentKey?: string | undefined;
      key?: string | undefined;
    };
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/deployments': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    query: {
      deploymentSequenceNumber?: number | string | undefined;
      environmentKey?: string | undefined;
      key?: string | undefined;
    };
    result: RestDeployment;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/deployments': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    body: RestDeploymentSetRequest;
    result: RestDeployment;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/diff-stats-summary/{path}': {
    path: { projectKey: string; repositorySlug: string; commitId: string; path: string };
    query: {
      autoSrcPath?: boolean | undefined;
      since?: string | undefined;
      srcPath?: string | undefined;
      whitespace?: string | undefined;
    };
    result: RestDiffStatsSummary;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/diff/{path}': {
    path: { projectKey: string; repositorySlug: string; commitId: string; path: string };
    query: {
      autoSrcPath?: boolean | undefined;
      avatarScheme?: string | undefined;
      avatarSize?: string | undefined;
      contextLines?: number | undefined;
      filter?: string | undefined;
      since?: string | undefined;
      srcPath?: string | undefined;
      whitespace?: string | undefined;
      withComments?: boolean | undefined;
    };
    result: RestDiffs;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/merge-base': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    query: { otherCommitId?: string | undefined };
    result: RestCommit | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/pull-requests': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    query: QueryOfLimitStart;
    result: Page<RestPullRequest>;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/watch': {
    path: PathOfProjectKeyRepositorySlugCommitId;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/watch': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/compare/changes': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      from?: string | undefined;
      fromRepo?: string | undefined;
      limit?: number | undefined;
      start?: number | undefined;
      to?: string | undefined;
    };
    result: Page<RestChange>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/compare/commits': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      from?: string | undefined;
      fromRepo?: string | undefined;
      limit?: number | undefined;
      start?: number | undefined;
      to?: string | undefined;
    };
    result: Page<RestCommit>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/compare/diff-stats-summary{path}': {
    path: PathOfProjectKeyRepositorySlugPath;
    query: {
      from?: string | undefined;
      fromRepo?: string | undefined;
      srcPath?: string | undefined;
      to?: string | undefined;
      whitespace?: string | undefined;
    };
    result: RestDiffStatsSummary;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/compare/diff{path}': {
    path: PathOfProjectKeyRepositorySlugPath;
    query: {
      contextLines?: number | undefined;
      from?: string | undefined;
      fromRepo?: string | undefined;
      srcPath?: string | undefined;
      to?: string | undefined;
      whitespace?: string | undefined;
    };
    result: RestDiffs;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/contributing': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfAtHardwrapHtmlEscapeIncludeHeadingIdMarkup;
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/default-branch': {
    path: PathOfProjectKeyRepositorySlug;
    result: RestMinimalRef;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/default-branch': {
    path: PathOfProjectKeyRepositorySlug;
    body: Draft<RestBranch>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/diff': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      contextLines?: number | undefined;
      since?: string | undefined;
      srcPath?: string | undefined;
      until?: string | undefined;
      whitespace?: string | undefined;
    };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/diff/{path}': {
    path: PathOfProjectKeyRepositorySlugPath;
    query: {
      contextLines?: number | undefined;
      since?: string | undefined;
      srcPath?: string | undefined;
      until?: string | undefined;
      whitespace?: string | undefined;
    };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/files': {
    path: PathOfProjectKeyRepositorySlug;
    query: { at?: string | undefined; limit?: number | undefined; start?: number | undefined };
    result: Page<FileListResource>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/files/{path}': {
    path: PathOfProjectKeyRepositorySlugPath;
    query: { at?: string | undefined; limit?: number | undefined; start?: number | undefined };
    result: Page<FileListResource>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/forks': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfLimitStart;
    result: Page<RestRepository>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/hook-scripts': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfLimitStart;
    result: Page<RestHookScriptConfig>;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/hook-scripts/{scriptId}': {
    path: { projectKey: string; repositorySlug: string; scriptId: number | string };
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/hook-scripts/{scriptId}': {
    path: { projectKey: string; repositorySlug: string; scriptId: number | string };
    body: RestHookScriptTriggers;
    result: RestHookScriptConfig;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/labels': {
    path: PathOfProjectKeyRepositorySlug;
    result: RestLabel;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/labels': {
    path: PathOfProjectKeyRepositorySlug;
    body: Draft<RestLabel>;
    result: RestLabel;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/labels/{labelName}': {
    path: { projectKey: string; repositorySlug: string; labelName: string };
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/last-modified': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfAt;
    result: ExampleFiles;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/last-modified/{path}': {
    path: PathOfProjectKeyRepositorySlugPath;
    query: QueryOfAt;
    result: ExampleFiles;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/license': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfAtHardwrapHtmlEscapeIncludeHeadingIdMarkup;
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/participants': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      direction?: string | undefined;
      filter?: string | undefined;
      limit?: number | undefined;
      role?: string | undefined;
      start?: number | undefined;
    };
    result: Page<RestApplicationUser>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/patch': {
    path: PathOfProjectKeyRepositorySlug;
    query: { allAncestors?: boolean | undefined; since?: string | undefined; until?: string | undefined };
    as: 'text' | 'bytes' | 'stream';
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions': {
    path: PathOfProjectKeyRepositorySlug;
    query: { group?: string | undefined; user?: string | undefined };
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/groups': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfName;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/groups': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfFilterLimitStart;
    result: Page<RestPermittedGroup>;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/groups': {
    path: PathOfProjectKeyRepositorySlug;
    query: { name: string | readonly string[]; permission: 'REPO_READ' | 'REPO_WRITE' | 'REPO_ADMIN' };
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/groups/none': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfFilterLimitStart;
    result: Page<RestDetailedGroup>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/search': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      filterText?: string | undefined;
      permission?: string | readonly string[] | undefined;
      type?: string | undefined;
    };
    result: JsonObject;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/users': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfName;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/users': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfFilterLimitStart;
    result: Page<RestPermittedUser>;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/users': {
    path: PathOfProjectKeyRepositorySlug;
    query: { name: string | readonly string[]; permission: 'REPO_READ' | 'REPO_WRITE' | 'REPO_ADMIN' };
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/users/none': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfFilterLimitStart;
    result: Page<RestApplicationUser>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      at?: string | undefined;
      direction?: string | undefined;
      draft?: string | undefined;
      filterText?: string | undefined;
      limit?: number | undefined;
      order?: string | undefined;
      start?: number | undefined;
      state?: string | undefined;
      withAttributes?: boolean | undefined;
      withProperties?: boolean | undefined;
    };
    result: Page<RestPullRequest>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests': {
    path: PathOfProjectKeyRepositorySlug;
    body: Draft<RestPullRequest>;
    result: RestPullRequest;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    body: RestPullRequestDeleteRequest | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    query: { withProperties?: boolean | undefined };
    result: RestPullRequest;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    body: Draft<RestPullRequest>;
    result: RestPullRequest;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}.diff': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    query: { contextLines?: number | undefined; whitespace?: string | undefined };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}.patch': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/activities': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    query: {
      fromId?: number | string | undefined;
      fromType?: string | undefined;
      limit?: number | undefined;
      start?: number | undefined;
    };
    result: Page<RestPullRequestActivity>;
  };
  /** @deprecated Use `PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants/{userSlug}`. */
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/approve': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    result: RestPullRequestParticipant;
  };
  /** @deprecated Use `PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants/{userSlug}`. */
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/approve': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    body: JsonObject | undefined;
    result: RestPullRequestParticipant;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/auto-merge': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/auto-merge': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    result: RestAutoMergeRequest;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/auto-merge': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    body: JsonObject | undefined;
    result: RestAutoMergeProcessingResult;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/blocker-comments': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    query: {
      count?: boolean | undefined;
      limit?: number | undefined;
      start?: number | undefined;
      state?: string | readonly string[] | undefined;
      states?: string | undefined;
    };
    result: Page<RestComment>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/blocker-comments': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    body: Draft<RestComment>;
    result: RestComment;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/blocker-comments/{commentId}': {
    path: PathOfProjectKeyRepositorySlugPullRequestIdCommentId;
    query: QueryOfVersion;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/blocker-comments/{commentId}': {
    path: PathOfProjectKeyRepositorySlugPullRequestIdCommentId;
    result: RestComment;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/blocker-comments/{commentId}': {
    path: PathOfProjectKeyRepositorySlugPullRequestIdCommentId;
    body: Draft<RestComment>;
    result: RestComment;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/changes': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    query: {
      changeScope?: string | undefined;
      limit?: number | undefined;
      sinceId?: string | undefined;
      start?: number | undefined;
      untilId?: string | undefined;
      withComments?: boolean | undefined;
    };
    result: Page<RestChange>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/comments': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    query: {
      anchorState?: string | undefined;
      diffType?: string | readonly string[] | undefined;
      diffTypes?: string | undefined;
      fromHash?: string | undefined;
      limit?: number | undefined;
      path: string;
      start?: number | undefined;
      state?: string | readonly string[] | undefined;
      states?: string | undefined;
      toHash?: string | undefined;
    };
    result: Page<RestComment>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/comments': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    body: Draft<RestComment>;
    result: RestComment;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/comments/{commentId}': {
    path: PathOfProjectKeyRepositorySlugPullRequestIdCommentId;
    query: QueryOfVersion;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/comments/{commentId}': {
    path: PathOfProjectKeyRepositorySlugPullRequestIdCommentId;
    result: RestComment;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/comments/{commentId}': {
    path: PathOfProjectKeyRepositorySlugPullRequestIdCommentId;
    body: Draft<RestComment>;
    result: RestComment;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/comments/{commentId}/apply-suggestion': {
    path: PathOfProjectKeyRepositorySlugPullRequestIdCommentId;
    body: RestApplySuggestionRequest;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/commit-message-suggestion': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    result: RestCommitMessageSuggestion;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/commits': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    query: {
      avatarScheme?: string | undefined;
      avatarSize?: string | undefined;
      limit?: number | undefined;
      start?: number | undefined;
      withCounts?: boolean | undefined;
    };
    result: Page<RestCommit>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/decline': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    query: QueryOfVersion;
    body: RestPullRequestDeclineRequest | undefined;
    result: RestPullRequest;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/diff-stats-summary/{path}': {
    path: { projectKey: string; repositorySlug: string; pullRequestId: number | string; path: string };
    query: {
      sinceId?: string | undefined;
      srcPath?: string | undefined;
      untilId?: string | undefined;
      whitespace?: string | undefined;
    };
    result: RestDiffStatsSummary;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/diff/{path}': {
    path: { projectKey: string; repositorySlug: string; pullRequestId: number | string; path: string };
    query: {
      avatarScheme?: string | undefined;
      avatarSize?: string | undefined;
      contextLines?: number | undefined;
      diffType?: string | undefined;
      sinceId?: string | undefined;
      srcPath?: string | undefined;
      untilId?: string | undefined;
      whitespace?: string | undefined;
      withComments?: boolean | undefined;
    };
    result: RestDiffs;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/merge': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    result: RestPullRequestMergeability;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/merge': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    query: QueryOfVersion;
    body: RestPullRequestMergeRequest | undefined;
    result: RestPullRequest;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/merge-base': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    result: RestCommit | undefined;
  };
  /** @deprecated Use `DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants/{userSlug}`. */
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    query: { username?: string | undefined };
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    query: QueryOfLimitStart;
    result: Page<RestPullRequestParticipant>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    body: RestPullRequestAssignParticipantRoleRequest;
    result: RestPullRequestParticipant;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants/{userSlug}': {
    path: { projectKey: string; repositorySlug: string; pullRequestId: number | string; userSlug: string };
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants/{userSlug}': {
    path: { projectKey: string; repositorySlug: string; pullRequestId: number | string; userSlug: string };
    query: QueryOfVersion;
    body: RestPullRequestAssignStatusRequest;
    result: RestPullRequestParticipant;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/reopen': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    query: QueryOfVersion;
    body: RestPullRequestReopenRequest | undefined;
    result: RestPullRequest;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/review': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/review': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    query: QueryOfLimitStart;
    result: Page<RestComment>;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/review': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    query: QueryOfVersion;
    body: RestPullRequestFinishReviewRequest | undefined;
    result: JsonObject;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/watch': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/watch': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/raw/{path}': {
    path: PathOfProjectKeyRepositorySlugPath;
    query: QueryOfAtHardwrapHtmlEscapeIncludeHeadingIdMarkup;
    as: 'text' | 'bytes' | 'stream';
  };
  'HEAD /api/latest/projects/{projectKey}/repos/{repositorySlug}/raw/{path}': {
    path: PathOfProjectKeyRepositorySlugPath;
    query: QueryOfAtHardwrapHtmlEscapeIncludeHeadingIdMarkup;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/readme': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfAtHardwrapHtmlEscapeIncludeHeadingIdMarkup;
    as: 'text' | 'bytes' | 'stream';
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/recreate': {
    path: PathOfProjectKeyRepositorySlug;
    body: JsonObject | undefined;
    result: RestRepository;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/ref-change-activities': {
    path: PathOfProjectKeyRepositorySlug;
    query: { limit?: number | undefined; ref?: string | undefined; start?: number | undefined };
    result: Page<RestRepositoryRefChangeActivity>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/ref-change-activities/branches': {
    path: PathOfProjectKeyRepositorySlug;
    query: { filterText?: string | undefined; limit?: number | undefined; start?: number | undefined };
    result: Page<RestMinimalRef>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/related': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      limit?: number | undefined;
      permission?: 'REPO_READ' | 'REPO_WRITE' | 'REPO_ADMIN' | undefined;
      start?: number | undefined;
    };
    result: Page<RestRepository>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/allowlist': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfFilterLimitOrderStart;
    result: Page<RestSecretScanningAllowlistRule>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/allowlist': {
    path: PathOfProjectKeyRepositorySlug;
    body: RestSecretScanningAllowlistRuleSetRequest;
    result: RestSecretScanningAllowlistRule;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/allowlist/{id}': {
    path: PathOfProjectKeyRepositorySlugId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/allowlist/{id}': {
    path: PathOfProjectKeyRepositorySlugId;
    result: RestSecretScanningAllowlistRule;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/allowlist/{id}': {
    path: PathOfProjectKeyRepositorySlugId;
    body: RestSecretScanningAllowlistRuleSetRequest;
    result: RestSecretScanningAllowlistRule;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/exempt': {
    path: PathOfProjectKeyRepositorySlug;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/exempt': {
    path: PathOfProjectKeyRepositorySlug;
    result: boolean;
  };
  /** @deprecated Use `POST /api/latest/secret-scanning/exempt`. */
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/exempt': {
    path: PathOfProjectKeyRepositorySlug;
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/rules': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfFilterLimitOrderStart;
    result: Page<RestSecretScanningRule>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/rules': {
    path: PathOfProjectKeyRepositorySlug;
    body: RestSecretScanningRuleSetRequest;
    result: RestSecretScanningRule;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/rules/{id}': {
    path: PathOfProjectKeyRepositorySlugId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/rules/{id}': {
    path: PathOfProjectKeyRepositorySlugId;
    result: RestSecretScanningRule;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/rules/{id}': {
    path: PathOfProjectKeyRepositorySlugId;
    body: RestSecretScanningRuleSetRequest;
    result: RestSecretScanningRule;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/auto-decline': {
    path: PathOfProjectKeyRepositorySlug;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/auto-decline': {
    path: PathOfProjectKeyRepositorySlug;
    result: RestAutoDeclineSettings;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/auto-decline': {
    path: PathOfProjectKeyRepositorySlug;
    body: RestAutoDeclineSettingsRequest;
    result: RestAutoDeclineSettings;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/auto-merge': {
    path: PathOfProjectKeyRepositorySlug;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/auto-merge': {
    path: PathOfProjectKeyRepositorySlug;
    result: RestAutoMergeRestrictedSettings;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/auto-merge': {
    path: PathOfProjectKeyRepositorySlug;
    body: RestAutoMergeSettingsRequest;
    result: RestAutoMergeRestrictedSettings;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/change-author': {
    path: PathOfProjectKeyRepositorySlug;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/change-author': {
    path: PathOfProjectKeyRepositorySlug;
    result: RestChangePullRequestAuthorRestrictedSettings;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/change-author': {
    path: PathOfProjectKeyRepositorySlug;
    body: RestChangePullRequestAuthorSettingsRequest;
    result: RestChangePullRequestAuthorRestrictedSettings;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/hooks': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      limit?: number | undefined;
      start?: number | undefined;
      type?: 'PRE_RECEIVE' | 'POST_RECEIVE' | undefined;
    };
    result: Page<RestRepositoryHook>;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/hooks/{hookKey}': {
    path: PathOfProjectKeyRepositorySlugHookKey;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/hooks/{hookKey}': {
    path: PathOfProjectKeyRepositorySlugHookKey;
    result: RestRepositoryHook;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/hooks/{hookKey}/enabled': {
    path: PathOfProjectKeyRepositorySlugHookKey;
    result: RestRepositoryHook;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/hooks/{hookKey}/enabled': {
    path: PathOfProjectKeyRepositorySlugHookKey;
    body: JsonObject | undefined;
    result: RestRepositoryHook;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/hooks/{hookKey}/settings': {
    path: PathOfProjectKeyRepositorySlugHookKey;
    result: ExampleSettings;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/hooks/{hookKey}/settings': {
    path: PathOfProjectKeyRepositorySlugHookKey;
    body: Draft<ExampleSettings>;
    result: ExampleSettings;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/pull-requests': {
    path: PathOfProjectKeyRepositorySlug;
    result: RestRepositoryPullRequestSettings;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/pull-requests': {
    path: PathOfProjectKeyRepositorySlug;
    body: Draft<RestRepositoryPullRequestSettings>;
    result: RestRepositoryPullRequestSettings;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/reviewer-groups': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfLimitStart;
    result: Page<RestReviewerGroup>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/reviewer-groups': {
    path: PathOfProjectKeyRepositorySlug;
    body: Draft<RestReviewerGroup>;
    result: RestReviewerGroup;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/reviewer-groups/{id}': {
    path: PathOfProjectKeyRepositorySlugId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/reviewer-groups/{id}': {
    path: PathOfProjectKeyRepositorySlugId;
    result: RestReviewerGroup;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/reviewer-groups/{id}': {
    path: PathOfProjectKeyRepositorySlugId;
    body: Draft<RestReviewerGroup>;
    result: RestReviewerGroup;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/reviewer-groups/{id}/users': {
    path: PathOfProjectKeyRepositorySlugId;
    result: RestApplicationUser[];
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/tags': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      filterText?: string | undefined;
      limit?: number | undefined;
      orderBy?: string | undefined;
      start?: number | undefined;
    };
    result: Page<RestTag>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/tags': {
    path: PathOfProjectKeyRepositorySlug;
    body: RestCreateTagRequest;
    result: RestTag;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/tags/{name}': {
    path: { projectKey: string; repositorySlug: string; name: string };
    result: RestTag;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/watch': {
    path: PathOfProjectKeyRepositorySlug;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/watch': {
    path: PathOfProjectKeyRepositorySlug;
    body: Draft<RestRepository> | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      event?: string | undefined;
      limit?: number | undefined;
      start?: number | undefined;
      statistics?: boolean | undefined;
    };
    result: Page<RestWebhook>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks': {
    path: PathOfProjectKeyRepositorySlug;
    body: Draft<RestWebhook>;
    result: RestWebhook;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/search': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      event?: string | undefined;
      limit?: number | undefined;
      scopeType?: string | readonly string[] | undefined;
      start?: number | undefined;
      statistics?: boolean | undefined;
    };
    result: Page<RestWebhook>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/test': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      sslVerificationRequired?: boolean | undefined;
      url?: string | undefined;
      webhookId?: number | undefined;
    };
    body: Draft<RestWebhookCredentials> | undefined;
    result: RestWebhookRequestResponse;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}': {
    path: PathOfProjectKeyRepositorySlugWebhookId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}': {
    path: PathOfProjectKeyRepositorySlugWebhookId;
    query: { statistics?: boolean | undefined };
    result: RestWebhook;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}': {
    path: PathOfProjectKeyRepositorySlugWebhookId;
    body: Draft<RestWebhook>;
    result: RestWebhook;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}/latest': {
    path: PathOfProjectKeyRepositorySlugWebhookId;
    query: { event?: string | undefined; outcome?: string | undefined };
    result: RestDetailedInvocation | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}/statistics': {
    path: PathOfProjectKeyRepositorySlugWebhookId;
    query: { event?: string | undefined };
    result: RestInvocationHistory;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}/statistics/summary': {
    path: PathOfProjectKeyRepositorySlugWebhookId;
    result: RestInvocationHistory;
  };
  'GET /api/latest/projects/{projectKey}/secret-scanning/allowlist': {
    path: PathOfProjectKey;
    query: QueryOfFilterLimitOrderStart;
    result: Page<RestSecretScanningAllowlistRule>;
  };
  'POST /api/latest/projects/{projectKey}/secret-scanning/allowlist': {
    path: PathOfProjectKey;
    body: RestSecretScanningAllowlistRuleSetRequest;
    result: RestSecretScanningAllowlistRule;
  };
  'DELETE /api/latest/projects/{projectKey}/secret-scanning/allowlist/{id}': { path: PathOfProjectKeyId };
  'GET /api/latest/projects/{projectKey}/secret-scanning/allowlist/{id}': {
    path: PathOfProjectKeyId;
    result: RestSecretScanningAllowlistRule;
  };
  'PUT /api/latest/projects/{projectKey}/secret-scanning/allowlist/{id}': {
    path: PathOfProjectKeyId;
    body: RestSecretScanningAllowlistRuleSetRequest;
    result: RestSecretScanningAllowlistRule;
  };
  'GET /api/latest/projects/{projectKey}/secret-scanning/exempt': {
    path: PathOfProjectKey;
    query: {
      limit?: number | undefined;
      order?: 'NAME_ASC' | 'NAME_DESC' | undefined;
      start?: number | undefined;
    };
    result: Page<RestRepository>;
  };
  'POST /api/latest/projects/{projectKey}/secret-scanning/exempt': {
    path: PathOfProjectKey;
    body: readonly RestRepositorySelector[];
  };
  'GET /api/latest/projects/{projectKey}/secret-scanning/rules': {
    path: PathOfProjectKey;
    query: QueryOfFilterLimitOrderStart;
    result: Page<RestSecretScanningRule>;
  };
  'POST /api/latest/projects/{projectKey}/secret-scanning/rules': {
    path: PathOfProjectKey;
    body: RestSecretScanningRuleSetRequest;
    result: RestSecretScanningRule;
  };
  'DELETE /api/latest/projects/{projectKey}/secret-scanning/rules/{id}': { path: PathOfProjectKeyId };
  'GET /api/latest/projects/{projectKey}/secret-scanning/rules/{id}': {
    path: PathOfProjectKeyId;
    result: RestSecretScanningRule;
  };
  'PUT /api/latest/projects/{projectKey}/secret-scanning/rules/{id}': {
    path: PathOfProjectKeyId;
    body: RestSecretScanningRuleSetRequest;
    result: RestSecretScanningRule;
  };
  'DELETE /api/latest/projects/{projectKey}/settings-restriction': {
    path: PathOfProjectKey;
    query: { componentKey?: string | undefined; featureKey: string; namespace: string };
  };
  'GET /api/latest/projects/{projectKey}/settings-restriction': {
    path: PathOfProjectKey;
    query: { componentKey?: string | undefined; featureKey: string; namespace: string };
    result: RestProjectSettingsRestriction;
  };
  'POST /api/latest/projects/{projectKey}/settings-restriction': {
    path: PathOfProjectKey;
    body: RestProjectSettingsRestrictionRequest;
    result: RestProjectSettingsRestriction;
  };
  'GET /api/latest/projects/{projectKey}/settings-restriction/all': {
    path: PathOfProjectKey;
    query: { featureKey: string; limit?: number | undefined; namespace: string; start?: number | undefined };
    result: Page<RestProjectSettingsRestriction>;
  };
  'DELETE /api/latest/projects/{projectKey}/settings/auto-decline': { path: PathOfProjectKey };
  'GET /api/latest/projects/{projectKey}/settings/auto-decline': {
    path: PathOfProjectKey;
    result: RestAutoDeclineSettings;
  };
  'PUT /api/latest/projects/{projectKey}/settings/auto-decline': {
    path: PathOfProjectKey;
    body: RestAutoDeclineSettingsRequest;
    result: RestAutoDeclineSettings;
  };
  'DELETE /api/latest/projects/{projectKey}/settings/auto-merge': { path: PathOfProjectKey };
  'GET /api/latest/projects/{projectKey}/settings/auto-merge': {
    path: PathOfProjectKey;
    result: RestAutoMergeRestrictedSettings;
  };
  'PUT /api/latest/projects/{projectKey}/settings/auto-merge': {
    path: PathOfProjectKey;
    body: RestAutoMergeProjectSettingsRequest;
    result: RestAutoMergeRestrictedSettings;
  };
  'DELETE /api/latest/projects/{projectKey}/settings/change-author': { path: PathOfProjectKey };
  'GET /api/latest/projects/{projectKey}/settings/change-author': {
    path: PathOfProjectKey;
    result: RestChangePullRequestAuthorRestrictedSettings;
  };
  'PUT /api/latest/projects/{projectKey}/settings/change-author': {
    path: PathOfProjectKey;
    body: RestChangePullRequestAuthorProjectSettingsRequest;
    result: RestChangePullRequestAuthorRestrictedSettings;
  };
  'GET /api/latest/projects/{projectKey}/settings/hooks': {
    path: PathOfProjectKey;
    query: {
      limit?: number | undefined;
      start?: number | undefined;
      type?: 'PRE_RECEIVE' | 'POST_RECEIVE' | undefined;
    };
    result: Page<RestRepositoryHook>;
  };
  'GET /api/latest/projects/{projectKey}/settings/hooks/{hookKey}': {
    path: PathOfProjectKeyHookKey;
    result: RestRepositoryHook;
  };
  'DELETE /api/latest/projects/{projectKey}/settings/hooks/{hookKey}/enabled': {
    path: PathOfProjectKeyHookKey;
    result: RestRepositoryHook;
  };
  'PUT /api/latest/projects/{projectKey}/settings/hooks/{hookKey}/enabled': {
    path: PathOfProjectKeyHookKey;
    body: JsonObject | undefined;
    result: RestRepositoryHook;
  };
  'GET /api/latest/projects/{projectKey}/settings/hooks/{hookKey}/settings': {
    path: PathOfProjectKeyHookKey;
    result: ExampleSettings;
  };
  'PUT /api/latest/projects/{projectKey}/settings/hooks/{hookKey}/settings': {
    path: PathOfProjectKeyHookKey;
    body: Draft<ExampleSettings>;
    result: ExampleSettings;
  };
  'GET /api/latest/projects/{projectKey}/settings/pull-requests/{scmId}': {
    path: { projectKey: string; scmId: string };
    result: RestPullRequestSettings;
  };
  'POST /api/latest/projects/{projectKey}/settings/pull-requests/{scmId}': {
    path: { projectKey: string; scmId: string };
    body: Draft<RestPullRequestSettings>;
    result: RestPullRequestSettings;
  };
  'GET /api/latest/projects/{projectKey}/settings/reviewer-groups': {
    path: PathOfProjectKey;
    query: QueryOfLimitStart;
    result: Page<RestReviewerGroup>;
  };
  'POST /api/latest/projects/{projectKey}/settings/reviewer-groups': {
    path: PathOfProjectKey;
    body: Draft<RestReviewerGroup>;
    result: RestReviewerGroup;
  };
  'DELETE /api/latest/projects/{projectKey}/settings/reviewer-groups/{id}': { path: PathOfProjectKeyId };
  'GET /api/latest/projects/{projectKey}/settings/reviewer-groups/{id}': {
    path: PathOfProjectKeyId;
    result: RestReviewerGroup;
  };
  'PUT /api/latest/projects/{projectKey}/settings/reviewer-groups/{id}': {
    path: PathOfProjectKeyId;
    body: Draft<RestReviewerGroup>;
    result: RestReviewerGroup;
  };
  'GET /api/latest/projects/{projectKey}/webhooks': {
    path: PathOfProjectKey;
    query: {
      event?: string | undefined;
      limit?: number | undefined;
      start?: number | undefined;
      statistics?: boolean | undefined;
    };
    result: Page<RestWebhook>;
  };
  'POST /api/latest/projects/{projectKey}/webhooks': {
    path: PathOfProjectKey;
    body: Draft<RestWebhook>;
    result: RestWebhook;
  };
  'POST /api/latest/projects/{projectKey}/webhooks/test': {
    path: PathOfProjectKey;
    query: {
      sslVerificationRequired?: boolean | undefined;
      url?: string | undefined;
      webhookId?: number | undefined;
    };
    body: Draft<RestWebhookCredentials> | undefined;
    result: RestWebhookRequestResponse;
  };
  'DELETE /api/latest/projects/{projectKey}/webhooks/{webhookId}': { path: PathOfProjectKeyWebhookId };
  'GET /api/latest/projects/{projectKey}/webhooks/{webhookId}': {
    path: PathOfProjectKeyWebhookId;
    query: { statistics?: boolean | undefined };
    result: RestWebhook;
  };
  'PUT /api/latest/projects/{projectKey}/webhooks/{webhookId}': {
    path: PathOfProjectKeyWebhookId;
    body: Draft<RestWebhook>;
    result: RestWebhook;
  };
  'GET /api/latest/projects/{projectKey}/webhooks/{webhookId}/latest': {
    path: PathOfProjectKeyWebhookId;
    query: { event?: string | undefined; outcome?: string | undefined };
    result: RestDetailedInvocation;
  };
  'GET /api/latest/projects/{projectKey}/webhooks/{webhookId}/statistics': {
    path: PathOfProjectKeyWebhookId;
    query: { event?: string | undefined };
    result: RestInvocationHistory;
  };
  'GET /api/latest/projects/{projectKey}/webhooks/{webhookId}/statistics/summary': {
    path: PathOfProjectKeyWebhookId;
    result: RestInvocationHistory | undefined;
  };
  'GET /api/latest/repos': {
    query: {
      archived?: string | undefined;
      limit?: number | undefined;
      name?: string | undefined;
      permission?: 'REPO_READ' | 'REPO_WRITE' | 'REPO_ADMIN' | undefined;
      projectkey?: string | undefined;
      projectname?: string | undefined;
      start?: number | undefined;
      state?: 'AVAILABLE' | 'INITIALISING' | 'INITIALISATION_FAILED' | undefined;
      visibility?: 'public' | 'private' | undefined;
    };
    result: Page<RestRepository>;
  };
  'GET /api/latest/secret-scanning/exempt': {
    query: {
      limit?: number | undefined;
      order?: 'NAME_ASC' | 'NAME_DESC' | undefined;
      start?: number | undefined;
    };
    result: Page<RestRepository>;
  };
  'POST /api/latest/secret-scanning/exempt': { body: readonly RestRepositorySelector[] };
  'GET /api/latest/secret-scanning/rules': {
    query: QueryOfFilterLimitOrderStart;
    result: Page<RestSecretScanningRule>;
  };
  'POST /api/latest/secret-scanning/rules': {
    body: RestSecretScanningRuleSetRequest;
    result: RestSecretScanningRule;
  };
  'DELETE /api/latest/secret-scanning/rules/{id}': { path: PathOfId };
  'GET /api/latest/secret-scanning/rules/{id}': { path: PathOfId; result: RestSecretScanningRule };
  'PUT /api/latest/secret-scanning/rules/{id}': {
    path: PathOfId;
    body: RestSecretScanningRuleSetRequest;
    result: RestSecretScanningRule;
  };
  'GET /api/latest/signing/x509-certificates': {
    query: QueryOfLimitStart;
    result: Page<RestX509Certificate>;
  };
  'POST /api/latest/signing/x509-certificates': { body: FormData | Multipart; result: RestX509Certificate };
  'PUT /api/latest/signing/x509-certificates/crl/{id}': { path: PathOfId; body: JsonObject | undefined };
  'DELETE /api/latest/signing/x509-certificates/{id}': { path: PathOfId };
  'GET /api/latest/system-signing/configuration': { result: RestSystemSigningConfiguration };
  'POST /api/latest/system-signing/configuration': {
    body: { enabled?: boolean | undefined };
    result: RestSystemSigningConfiguration;
  };
  'GET /api/latest/users': {
    query: {
      filter?: string | undefined;
      group?: string | undefined;
      limit?: number | undefined;
      permission?: string | undefined;
      [key: `permission.${string}`]: string | undefined;
      start?: number | undefined;
    };
    result: Page<RestApplicationUser>;
  };
  'PUT /api/latest/users': { body: UserUpdateWithCredentials; result: RestApplicationUser };
  'PUT /api/latest/users/credentials': { body: UserPasswordUpdate };
  'GET /api/latest/users/{userSlug}': { path: PathOfUserSlug; result: RestApplicationUser };
  'DELETE /api/latest/users/{userSlug}/avatar.png': { path: PathOfUserSlug; result: RestNamedLink };
  'POST /api/latest/users/{userSlug}/avatar.png': { path: PathOfUserSlug; body: FormData | Multipart };
  'GET /api/latest/users/{userSlug}/settings': { path: PathOfUserSlug; result: ExampleSettingsMap };
  'POST /api/latest/users/{userSlug}/settings': { path: PathOfUserSlug; body: Draft<ExampleSettingsMap> };
  'DELETE /audit/latest/notification-settings/retention-config-review': { result: undefined };
  'GET /authconfig/latest/idps': {
    query: QueryOfLimitStart;
    result: {
      isLastPage?: boolean;
      limit?: number;
      results?: IdpConfigEntity[];
      size?: number;
      start?: number;
    };
  };
  'POST /authconfig/latest/idps': { body: Draft<IdpConfigEntity>; result: IdpConfigEntity };
  'DELETE /authconfig/latest/idps/{id}': { path: PathOfId; result: IdpConfigEntity };
  'GET /authconfig/latest/idps/{id}': { path: PathOfId; result: IdpConfigEntity };
  'PATCH /authconfig/latest/idps/{id}': {
    path: PathOfId;
    body: Draft<IdpConfigEntity>;
    result: IdpConfigEntity;
  };
  'GET /authconfig/latest/jit-users': { result: JitUserEntity[] };
  'GET /authconfig/latest/login-options': {
    query: QueryOfLimitStart;
    result: {
      isLastPage?: boolean;
      limit?: number;
      results?: LoginOptionEntity[];
      size?: number;
      start?: number;
    };
  };
  'GET /authconfig/latest/saml/certificate': { as: 'text' | 'bytes' | 'stream' };
  'POST /authconfig/latest/saml/certificate/reset': {
    body: JsonObject | undefined;
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /authconfig/latest/sso': { result: SsoConfigEntity };
  'PATCH /authconfig/latest/sso': { body: Draft<SsoConfigEntity>; result: SsoConfigEntity };
  'GET /basicauth/latest/config': { result: BasicAuthConfigEntity };
  'PUT /basicauth/latest/config': { body: Draft<BasicAuthConfigEntity> };
  'GET /branch-permissions/latest/projects/{projectKey}/repos/{repositorySlug}/restrictions': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      limit?: number | undefined;
      matcherId?: string | undefined;
      matcherType?: 'BRANCH' | 'PATTERN' | 'MODEL_CATEGORY' | 'MODEL_BRANCH' | undefined;
      start?: number | undefined;
      type?:
        | 'read-only'
        | 'no-deletes'
        | 'fast-forward-only'
        | 'pull-request-only'
        | 'no-creates'
        | undefined;
    };
    result: Page<RestRefRestriction>;
  };
  'POST /branch-permissions/latest/projects/{projectKey}/repos/{repositorySlug}/restrictions': {
    path: PathOfProjectKeyRepositorySlug;
    body: readonly RestRestrictionRequest[];
    headers: { 'content-type': 'application/vnd.atl.bitbucket.bulk+json' };
    result: RestRefRestriction[];
  };
  'DELETE /branch-permissions/latest/projects/{projectKey}/repos/{repositorySlug}/restrictions/{id}': {
    path: PathOfProjectKeyRepositorySlugId;
  };
  'GET /branch-permissions/latest/projects/{projectKey}/repos/{repositorySlug}/restrictions/{id}': {
    path: PathOfProjectKeyRepositorySlugId;
    result: RestRefRestriction;
  };
  'GET /branch-permissions/latest/projects/{projectKey}/restrictions': {
    path: PathOfProjectKey;
    query: {
      limit?: number | undefined;
      matcherId?: string | undefined;
      matcherType?: 'BRANCH' | 'PATTERN' | 'MODEL_CATEGORY' | 'MODEL_BRANCH' | undefined;
      start?: number | undefined;
      type?:
        | 'read-only'
        | 'no-deletes'
        | 'fast-forward-only'
        | 'pull-request-only'
        | 'no-creates'
        | undefined;
    };
    result: Page<RestRefRestriction>;
  };
  'POST /branch-permissions/latest/projects/{projectKey}/restrictions': {
    path: PathOfProjectKey;
    body: readonly RestRestrictionRequest[];
    headers: { 'content-type': 'application/vnd.atl.bitbucket.bulk+json' };
    result: RestRefRestriction[];
  };
  'DELETE /branch-permissions/latest/projects/{projectKey}/restrictions/{id}': { path: PathOfProjectKeyId };
  'GET /branch-permissions/latest/projects/{projectKey}/restrictions/{id}': {
    path: PathOfProjectKeyId;
    result: RestRefRestriction;
  };
  'DELETE /branch-utils/latest/projects/{projectKey}/repos/{repositorySlug}/branches': {
    path: PathOfProjectKeyRepositorySlug;
    body: RestBranchDeleteRequest | undefined;
  };
  'POST /branch-utils/latest/projects/{projectKey}/repos/{repositorySlug}/branches': {
    path: PathOfProjectKeyRepositorySlug;
    body: RestBranchCreateRequest;
    result: RestBranch;
  };
  'GET /branch-utils/latest/projects/{projectKey}/repos/{repositorySlug}/branches/info/{commitId}': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    query: QueryOfLimitStart;
    result: Page<RestMinimalRef>;
  };
  'POST /build-status/latest/commits/stats': { body: readonly string[]; result: RestMultipleBuildStats };
  'GET /build-status/latest/commits/stats/{commitId}': {
    path: PathOfCommitId;
    query: { includeUnique?: boolean | undefined };
    result: RestBuildStats;
  };
  /** @deprecated Use `GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/builds`. */
  'GET /build-status/latest/commits/{commitId}': {
    path: PathOfCommitId;
    query: { limit?: number | undefined; orderBy?: string | undefined; start?: number | undefined };
    result: Page<RestBuildStatus>;
  };
  /** @deprecated Use `POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/builds`. */
  'POST /build-status/latest/commits/{commitId}': { path: PathOfCommitId; body: Draft<RestBuildStatus> };
  'DELETE /comment-likes/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/comments/{commentId}/reactions/{emoticon}': {
    path: {
      projectKey: string;
      repositorySlug: string;
      commitId: string;
      commentId: number | string;
      emoticon: string;
    };
  };
  'PUT /comment-likes/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/comments/{commentId}/reactions/{emoticon}': {
    path: {
      projectKey: string;
      repositorySlug: string;
      commitId: string;
      commentId: number | string;
      emoticon: string;
    };
    body: JsonObject | undefined;
    result: RestUserReaction;
  };
  'DELETE /comment-likes/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/comments/{commentId}/reactions/{emoticon}': {
    path: {
      projectKey: string;
      repositorySlug: string;
      pullRequestId: number | string;
      commentId: number | string;
      emoticon: string;
    };
  };
  'PUT /comment-likes/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/comments/{commentId}/reactions/{emoticon}': {
    path: {
      projectKey: string;
      repositorySlug: string;
      pullRequestId: number | string;
      commentId: number | string;
      emoticon: string;
    };
    body: JsonObject | undefined;
    result: RestUserReaction;
  };
  'PUT /csp/latest/settings': { body: RestCspSettings };
  'POST /default-reviewers/latest/projects/{projectKey}/condition': {
    path: PathOfProjectKey;
    body: RestDefaultReviewersRequest;
    result: RestPullRequestCondition;
  };
  'DELETE /default-reviewers/latest/projects/{projectKey}/condition/{id}': { path: PathOfProjectKeyId };
  'PUT /default-reviewers/latest/projects/{projectKey}/condition/{id}': {
    path: PathOfProjectKeyId;
    body: RestDefaultReviewersRequest;
    result: RestPullRequestCondition;
  };
  'GET /default-reviewers/latest/projects/{projectKey}/conditions': {
    path: PathOfProjectKey;
    result: RestPullRequestCondition[];
  };
  'POST /default-reviewers/latest/projects/{projectKey}/repos/{repositorySlug}/condition': {
    path: PathOfProjectKeyRepositorySlug;
    body: RestDefaultReviewersRequest;
    result: RestPullRequestCondition;
  };
  'DELETE /default-reviewers/latest/projects/{projectKey}/repos/{repositorySlug}/condition/{id}': {
    path: PathOfProjectKeyRepositorySlugId;
  };
  'PUT /default-reviewers/latest/projects/{projectKey}/repos/{repositorySlug}/condition/{id}': {
    path: PathOfProjectKeyRepositorySlugId;
    body: RestDefaultReviewersRequest;
    result: RestPullRequestCondition;
  };
  'GET /default-reviewers/latest/projects/{projectKey}/repos/{repositorySlug}/conditions': {
    path: PathOfProjectKeyRepositorySlug;
    result: RestPullRequestCondition[];
  };
  'GET /default-reviewers/latest/projects/{projectKey}/repos/{repositorySlug}/reviewers': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      sourceRefId?: string | undefined;
      sourceRepoId?: number | string | undefined;
      targetRefId?: string | undefined;
      targetRepoId?: number | string | undefined;
    };
    result: RestPullRequestCondition[];
  };
  'DELETE /default-tasks/latest/projects/{projectKey}/repos/{repositorySlug}/tasks': {
    path: PathOfProjectKeyRepositorySlug;
  };
  'GET /default-tasks/latest/projects/{projectKey}/repos/{repositorySlug}/tasks': {
    path: PathOfProjectKeyRepositorySlug;
    query: { limit?: number | undefined; markup?: boolean | undefined; start?: number | undefined };
    result: Page<RestDefaultTask>;
  };
  'POST /default-tasks/latest/projects/{projectKey}/repos/{repositorySlug}/tasks': {
    path: PathOfProjectKeyRepositorySlug;
    body: RestDefaultTaskRequest;
    result: RestDefaultTask;
  };
  'DELETE /default-tasks/latest/projects/{projectKey}/repos/{repositorySlug}/tasks/{taskId}': {
    path: { projectKey: string; repositorySlug: string; taskId: number | string };
  };
  'PUT /default-tasks/latest/projects/{projectKey}/repos/{repositorySlug}/tasks/{taskId}': {
    path: { projectKey: string; repositorySlug: string; taskId: number | string };
    body: RestDefaultTaskRequest;
    result: RestDefaultTask;
  };
  'DELETE /default-tasks/latest/projects/{projectKey}/tasks': { path: PathOfProjectKey };
  'GET /default-tasks/latest/projects/{projectKey}/tasks': {
    path: PathOfProjectKey;
    query: { limit?: number | undefined; markup?: boolean | undefined; start?: number | undefined };
    result: Page<RestDefaultTask>;
  };
  'POST /default-tasks/latest/projects/{projectKey}/tasks': {
    path: PathOfProjectKey;
    body: RestDefaultTaskRequest;
    result: RestDefaultTask;
  };
  'DELETE /default-tasks/latest/projects/{projectKey}/tasks/{taskId}': {
    path: { projectKey: string; taskId: number | string };
  };
  'PUT /default-tasks/latest/projects/{projectKey}/tasks/{taskId}': {
    path: { projectKey: string; taskId: number | string };
    body: RestDefaultTaskRequest;
    result: RestDefaultTask;
  };
  'GET /git/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/rebase': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    result: RestPullRequestRebaseability;
  };
  'POST /git/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/rebase': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    body: RestPullRequestRebaseRequest | undefined;
    result: RestPullRequestRebaseResult;
  };
  'POST /git/latest/projects/{projectKey}/repos/{repositorySlug}/tags': {
    path: PathOfProjectKeyRepositorySlug;
    body: RestGitTagCreateRequest;
    result: RestTag;
  };
  'DELETE /git/latest/projects/{projectKey}/repos/{repositorySlug}/tags/{name}': {
    path: { projectKey: string; repositorySlug: string; name: string };
  };
  'DELETE /gpg/latest/keys': { query: QueryOfUser };
  'GET /gpg/latest/keys': {
    query: { limit?: number | undefined; start?: number | undefined; user?: string | undefined };
    result: Page<RestGpgKey>;
  };
  'POST /gpg/latest/keys': { query: QueryOfUser; body: Draft<RestGpgKey>; result: RestGpgKey };
  'DELETE /gpg/latest/keys/{fingerprintOrId}': { path: { fingerprintOrId: string } };
  'GET /indexing/latest/projects/{projectKey}/repos/{repositorySlug}': {
    path: PathOfProjectKeyRepositorySlug;
    result: RestRepositoryIndexingDetails;
  };
  'GET /indexing/latest/projects/{projectKey}/repos/{repositorySlug}/indexing-queue-details': {
    path: PathOfProjectKeyRepositorySlug;
    result: RestRepositoryIndexingQueueDetails;
  };
  'GET /indexing/latest/projects/{projectKey}/repos/{repositorySlug}/indexing-queued-status': {
    path: PathOfProjectKeyRepositorySlug;
    result: RestIndexingIsRepositoryQueued;
  };
  'POST /indexing/latest/reindex': { body: readonly RestRepositorySelector[] };
  'POST /indexing/latest/restart': { body: RestIndexingWorkerRestartRequest | undefined };
  'GET /indexing/latest/support-info/broken-index-status-repos': {
    query: QueryOfLimitStart;
    result: Page<RestBrokenIndexStatusRepository>;
  };
  'GET /indexing/latest/support-info/indexing-thread-snapshot': { result: RestIndexingThreadDetails[] };
  'PUT /indexing/latest/threads': { body: RestIndexingWorkerThreadsRequest };
  'GET /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/annotations': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    query: {
      externalId?: string | undefined;
      key?: string | undefined;
      path?: string | undefined;
      severity?: string | undefined;
      type?: string | undefined;
    };
    result: RestInsightAnnotationsResponse;
  };
  'GET /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports': {
    path: PathOfProjectKeyRepositorySlugCommitId;
    query: QueryOfLimitStart;
    result: Page<RestInsightReport>;
  };
  'DELETE /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports/{key}': {
    path: PathOfProjectKeyRepositorySlugCommitIdKey;
  };
  'GET /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports/{key}': {
    path: PathOfProjectKeyRepositorySlugCommitIdKey;
    result: RestInsightReport;
  };
  'PUT /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports/{key}': {
    path: PathOfProjectKeyRepositorySlugCommitIdKey;
    body: RestSetInsightReportRequest;
    result: RestInsightReport;
  };
  'DELETE /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports/{key}/annotations': {
    path: PathOfProjectKeyRepositorySlugCommitIdKey;
    query: { externalId?: string | undefined };
  };
  'GET /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports/{key}/annotations': {
    path: PathOfProjectKeyRepositorySlugCommitIdKey;
    result: RestInsightAnnotationsResponse;
  };
  'POST /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports/{key}/annotations': {
    path: PathOfProjectKeyRepositorySlugCommitIdKey;
    body: RestBulkAddInsightAnnotationRequest;
  };
  'PUT /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports/{key}/annotations/{externalId}': {
    path: { projectKey: string; repositorySlug: string; commitId: string; key: string; externalId: string };
    body: RestSingleAddInsightAnnotationRequest;
  };
  'DELETE /jira-dev/latest/devinfo-backfill': { result: undefined };
  'POST /jira-dev/latest/devinfo-backfill': { body: RestJiraDevInfoBackfillRequest; result: JsonObject };
  'GET /jira-dev/latest/devinfo-backfill/report': { result: RestJiraBackfillReport };
  'GET /jira-dev/latest/devinfo-backfill/status': { result: RestJiraBackfillStatus };
  'POST /jira/latest/comments/{commentId}/issues': {
    path: { commentId: number | string };
    query: { applicationId?: string | undefined };
    body: string;
    result: RestCommentJiraIssue;
  };
  'GET /jira/latest/issues/{issueKey}/commits': {
    path: { issueKey: string };
    query: { limit?: number | undefined; maxChanges?: number | undefined; start?: number | undefined };
    result: Page<RestChangeset>;
  };
  'GET /jira/latest/projects/{projectKey}/primary-enhanced-entitylink': {
    path: PathOfProjectKey;
    result: RestEnhancedEntityLink;
  };
  'GET /jira/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/issues': {
    path: PathOfProjectKeyRepositorySlugPullRequestId;
    result: RestJiraIssue[];
  };
  'GET /keys/latest/projects/{projectKey}/repos/{repositorySlug}/ssh': {
    path: PathOfProjectKeyRepositorySlug;
    query: {
      effective?: boolean | undefined;
      filter?: string | undefined;
      limit?: number | undefined;
      minimumPermission?: string | undefined;
      permission?: string | undefined;
      start?: number | undefined;
    };
    result: Page<RestSshAccessKey>;
  };
  'POST /keys/latest/projects/{projectKey}/repos/{repositorySlug}/ssh': {
    path: PathOfProjectKeyRepositorySlug;
    body: Draft<RestSshAccessKey>;
    result: RestSshAccessKey;
  };
  'DELETE /keys/latest/projects/{projectKey}/repos/{repositorySlug}/ssh/{keyId}': {
    path: { projectKey: string; repositorySlug: string; keyId: number | string };
  };
  'GET /keys/latest/projects/{projectKey}/repos/{repositorySlug}/ssh/{keyId}': {
    path: { projectKey: string; repositorySlug: string; keyId: number | string };
    result: RestSshAccessKey;
  };
  'PUT /keys/latest/projects/{projectKey}/repos/{repositorySlug}/ssh/{keyId}/permission/{permission}': {
    path: { projectKey: string; repositorySlug: string; keyId: number | string; permission: string };
    body: JsonObject | undefined;
    result: RestSshAccessKey;
  };
  'GET /keys/latest/projects/{projectKey}/ssh': {
    path: PathOfProjectKey;
    query: {
      filter?: string | undefined;
      limit?: number | undefined;
      permission?: string | undefined;
      start?: number | undefined;
    };
    result: Page<RestSshAccessKey>;
  };
  'POST /keys/latest/projects/{projectKey}/ssh': {
    path: PathOfProjectKey;
    body: Draft<RestSshAccessKey>;
    result: RestSshAccessKey;
  };
  'DELETE /keys/latest/projects/{projectKey}/ssh/{keyId}': {
    path: { projectKey: string; keyId: number | string };
  };
  'GET /keys/latest/projects/{projectKey}/ssh/{keyId}': {
    path: { projectKey: string; keyId: number | string };
    result: RestSshAccessKey;
  };
  'PUT /keys/latest/projects/{projectKey}/ssh/{keyId}/permission/{permission}': {
    path: { projectKey: string; keyId: number | string; permission: string };
    body: JsonObject | undefined;
    result: RestSshAccessKey;
  };
  'DELETE /keys/latest/ssh/{keyId}': { path: PathOfKeyId; body: RestSshAccessKeyLocations | undefined };
  'GET /keys/latest/ssh/{keyId}/projects': {
    path: PathOfKeyId;
    query: QueryOfLimitStart;
    result: Page<RestSshAccessKey>;
  };
  'GET /keys/latest/ssh/{keyId}/repos': {
    path: PathOfKeyId;
    query: { limit?: number | undefined; start?: number | undefined; withRestrictions?: boolean | undefined };
    result: Page<RestSshAccessKey>;
  };
  'DELETE /mirroring/latest/account/settings/preferred-mirror': { result: undefined };
  'GET /mirroring/latest/account/settings/preferred-mirror': { result: RestMirrorServer };
  'POST /mirroring/latest/account/settings/preferred-mirror': { body: string };
  'GET /mirroring/latest/analyticsSettings': { result: RestAnalyticsSettings };
  'POST /mirroring/latest/authenticate': {
    body: RestAuthenticationRequest;
    result: RestApplicationUserWithPermissions;
  };
  'GET /mirroring/latest/farmNodes': { result: RestClusterNode[] };
  'GET /mirroring/latest/mirrorRepos/delayed-sync': {
    query: { delayThreshold?: string | undefined; limit?: number | undefined };
    result: RestDelayedSyncRepository[];
  };
  'GET /mirroring/latest/mirrorRepos/{externalRepositoryId}': {
    path: { externalRepositoryId: string };
    result: RestMirroredRepository;
  };
  'GET /mirroring/latest/mirrorServers': { query: QueryOfLimitStart; result: Page<RestMirrorServer> };
  'DELETE /mirroring/latest/mirrorServers/{mirrorId}': { path: PathOfMirrorId };
  'GET /mirroring/latest/mirrorServers/{mirrorId}': { path: PathOfMirrorId; result: RestMirrorServer };
  'PUT /mirroring/latest/mirrorServers/{mirrorId}': {
    path: PathOfMirrorId;
    body: RestMirrorUpgradeRequest;
    result: RestMirrorServer;
  };
  'POST /mirroring/latest/mirrorServers/{mirrorId}/events': {
    path: PathOfMirrorId;
    body: RestRepositoryMirrorEvent;
  };
  'GET /mirroring/latest/progress': { result: RestSyncProgress };
  'GET /mirroring/latest/projects/{projectId}': { path: PathOfProjectId; result: RestProject };
  'GET /mirroring/latest/projects/{projectId}/repos': {
    path: PathOfProjectId;
    query: {
      includeDefaultBranch?: boolean | undefined;
      limit?: number | undefined;
      start?: number | undefined;
    };
    result: Page<EnrichedRepository>;
  };
  'GET /mirroring/latest/repos': {
    query: {
      includeDefaultBranch?: boolean | undefined;
      limit?: number | undefined;
      start?: number | undefined;
    };
    result: Page<EnrichedRepository>;
  };
  'GET /mirroring/latest/repos/{repoId}': {
    path: { repoId: string };
    query: { includeDefaultBranch?: boolean | undefined };
    result: EnrichedRepository;
  };
  'GET /mirroring/latest/repos/{repoId}/mirrors': {
    path: { repoId: string };
    query: { limit?: number | undefined; preAuthorized?: boolean | undefined; start?: number | undefined };
    result: Page<RestMirroredRepositoryDescriptor>;
  };
  'GET /mirroring/latest/requests': {
    query: {
      limit?: number | undefined;
      start?: number | undefined;
      state?: 'PENDING' | 'ACCEPTED' | 'REJECTED' | undefined;
    };
    result: Page<RestMirroringRequest>;
  };
  'POST /mirroring/latest/requests': { body: Draft<RestMirroringRequest>; result: RestMirroringRequest };
  'DELETE /mirroring/latest/requests/{mirroringRequestId}': { path: PathOfMirroringRequestId };
  'GET /mirroring/latest/requests/{mirroringRequestId}': {
    path: PathOfMirroringRequestId;
    result: RestMirroringRequest;
  };
  'POST /mirroring/latest/requests/{mirroringRequestId}/accept': {
    path: PathOfMirroringRequestId;
    body: JsonObject | undefined;
    result: RestMirrorServer;
  };
  'POST /mirroring/latest/requests/{mirroringRequestId}/reject': {
    path: PathOfMirroringRequestId;
    body: JsonObject | undefined;
    result: RestMirrorServer;
  };
  'GET /mirroring/latest/supportInfo/projects/{projectKey}/repos/{repositorySlug}/repo-lock-owner': {
    path: PathOfProjectKeyRepositorySlug;
    result: RestRepositoryLockOwner;
  };
  'GET /mirroring/latest/supportInfo/projects/{projectKey}/repos/{repositorySlug}/repoSyncStatus': {
    path: PathOfProjectKeyRepositorySlug;
    result: RestMirrorRepositorySynchronizationStatus;
  };
  'GET /mirroring/latest/supportInfo/refChangesQueue': { result: RestRefSyncQueue };
  'GET /mirroring/latest/supportInfo/refChangesQueue/count': { result: number };
  'GET /mirroring/latest/supportInfo/repo-lock-owners': { result: RestRepositoryLockOwner[] };
  'GET /mirroring/latest/supportInfo/repoSyncStatus': {
    query: QueryOfLimitStart;
    result: Page<RestMirrorRepositorySynchronizationStatus>;
  };
  'GET /mirroring/latest/syncSettings': { result: RestUpstreamSettings };
  'PUT /mirroring/latest/syncSettings': { body: Draft<RestUpstreamSettings>; result: RestUpstreamSettings };
  'GET /mirroring/latest/syncSettings/mode': { result: string };
  'PUT /mirroring/latest/syncSettings/mode': { body: string; result: string };
  'GET /mirroring/latest/syncSettings/projects': { result: string[] };
  'POST /mirroring/latest/syncSettings/projects': { body: readonly string[]; result: string[] };
  'DELETE /mirroring/latest/syncSettings/projects/{projectId}': { path: PathOfProjectId };
  'POST /mirroring/latest/syncSettings/projects/{projectId}': {
    path: PathOfProjectId;
    body: JsonObject | undefined;
    result: string[];
  };
  'GET /mirroring/latest/upstreamServer': { result: RestUpstreamServer };
  'POST /mirroring/latest/zdu/end': { body: JsonObject | undefined; result: RestRollingUpgradeState };
  'POST /mirroring/latest/zdu/start': { body: JsonObject | undefined; result: RestRollingUpgradeState };
  'GET /policies/latest/admin/repos/archive': { result: RestRepositoryPolicy };
  'PUT /policies/latest/admin/repos/archive': {
    body: Draft<RestRepositoryPolicy>;
    result: RestRepositoryPolicy;
  };
  'GET /policies/latest/admin/repos/delete': { result: RestRepositoryPolicy };
  'PUT /policies/latest/admin/repos/delete': {
    body: Draft<RestRepositoryPolicy>;
    result: RestRepositoryPolicy;
  };
  'POST /required-builds/latest/projects/{projectKey}/repos/{repositorySlug}/condition': {
    path: PathOfProjectKeyRepositorySlug;
    body: RestRequiredBuildConditionSetRequest;
    result: RestRequiredBuildCondition;
  };
  'DELETE /required-builds/latest/projects/{projectKey}/repos/{repositorySlug}/condition/{id}': {
    path: PathOfProjectKeyRepositorySlugId;
  };
  'PUT /required-builds/latest/projects/{projectKey}/repos/{repositorySlug}/condition/{id}': {
    path: PathOfProjectKeyRepositorySlugId;
    body: RestRequiredBuildConditionSetRequest;
    result: RestRequiredBuildCondition;
  };
  'GET /required-builds/latest/projects/{projectKey}/repos/{repositorySlug}/conditions': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfLimitStart;
    result: Page<RestRequiredBuildCondition>;
  };
  'DELETE /secrets/1.0/keys/inactive': { result: undefined };
  'GET /secrets/1.0/keys/inactive': { result: JsonObject };
  'POST /secrets/1.0/keys/rotate': { body: JsonObject | undefined };
  'DELETE /ssh/latest/keys': { query: { user?: string | undefined; userName?: string | undefined } };
  'GET /ssh/latest/keys': {
    query: {
      limit?: number | undefined;
      start?: number | undefined;
      user?: string | undefined;
      userName?: string | undefined;
    };
    result: Page<RestSshKey>;
  };
  'POST /ssh/latest/keys': { query: QueryOfUser; body: Draft<RestSshKey>; result: RestSshKey };
  'DELETE /ssh/latest/keys/{keyId}': { path: PathOfKeyId };
  'GET /ssh/latest/keys/{keyId}': { path: PathOfKeyId; result: RestSshKey };
  'GET /ssh/latest/settings': { result: RestSshSettings };
  'GET /sync/latest/projects/{projectKey}/repos/{repositorySlug}': {
    path: PathOfProjectKeyRepositorySlug;
    query: QueryOfAt;
    result: RestRefSyncStatus;
  };
  'POST /sync/latest/projects/{projectKey}/repos/{repositorySlug}': {
    path: PathOfProjectKeyRepositorySlug;
    body: Draft<RestRefSyncStatus>;
    result: RestRefSyncStatus | undefined;
  };
  'POST /sync/latest/projects/{projectKey}/repos/{repositorySlug}/synchronize': {
    path: PathOfProjectKeyRepositorySlug;
    body: RestRefSyncRequest | undefined;
    result: RestRejectedRef | undefined;
  };
  'POST /tsv/latest/authenticate': { body: AuthenticationEntity; result: AuthenticationResponse };
  'GET /tsv/latest/authenticate/captcha': { result: CaptchaDataEntity };
  'POST /tsv/latest/authenticate/recovery-code': {
    body: TotpRecoveryCodeAuthenticationDTO;
    result: AuthenticationResponse;
  };
  'POST /tsv/latest/authenticate/totp-code': { body: TotpCodeVerificationDTO };
  'GET /tsv/latest/elevate-permissions': { query: QueryOfActionType };
  'POST /tsv/latest/elevate-permissions/password': { query: QueryOfActionType; body: TotpElevationRestDTO };
  'POST /tsv/latest/elevate-permissions/recovery-code': {
    query: QueryOfActionType;
    body: Draft<TotpRecoveryCodeDTO>;
    result: TotpRecoveryCodeDTO;
  };
  'POST /tsv/latest/elevate-permissions/totp': { query: QueryOfActionType; body: TotpElevationRestDTO };
  'GET /tsv/latest/sso-management-status': { result: SsoManagementStatusDTO };
  'GET /tsv/latest/status': { result: StatusDTO };
  'POST /tsv/latest/totp/complete-enforced-enrollment': {
    body: TotpCodeVerificationDTO;
    result: TotpRecoveryCodeDTO;
  };
  'POST /tsv/latest/totp/complete-enrollment-update': {
    body: TotpCodeVerificationDTO;
    result: TotpUserEnrollmentDTO;
  };
  'POST /tsv/latest/totp/complete-voluntary-enrollment': {
    body: TotpCodeVerificationDTO;
    result: TotpUserEnrollmentDTO;
  };
  'POST /tsv/latest/totp/recovery-code/rotate': { body: JsonObject | undefined; result: TotpRecoveryCodeDTO };
  'POST /tsv/latest/totp/start-enforced-enrollment': { body: ConversationDTO; result: TotpUserEnrollmentDTO };
  'POST /tsv/latest/totp/start-enrollment-update': {
    body: JsonObject | undefined;
    result: TotpUserEnrollmentDTO;
  };
  'POST /tsv/latest/totp/start-voluntary-enrollment': {
    body: JsonObject | undefined;
    result: TotpUserEnrollmentDTO;
  };
  'DELETE /tsv/latest/totp/unenroll': { result: undefined };
  'DELETE /tsv/latest/totp/unenroll/user/{userName}': {
    path: { userName: string };
    body: TotpElevationRestDTO | undefined;
  };
}
