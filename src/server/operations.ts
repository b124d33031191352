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
/** What may be left out, by `undefined` too. */
type Text = string | undefined;
type Num = number | undefined;
type Bool = boolean | undefined;

export interface Page<Item> {
  values: Item[];
  isLastPage: boolean;
  nextPageStart?: number | null;
  start?: number;
  limit?: number;
  size?: number;
}

export interface AdminPasswordUpdate {
  name?: Text;
  password?: Text;
  passwordConfirm?: Text;
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
  captchaChallenge?: Text;
  captchaId?: Text;
  password?: Text;
  rememberMe?: Bool;
  targetUrl?: Text;
  username?: Text;
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
  commitMessage?: Text;
}
export interface ConversationDTO {
  conversationId?: Text;
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
  group?: Text;
  users: readonly string[];
}
export interface GroupPickerContext {
  context?: Text;
  itemName?: Text;
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
  expiryDays?: Num;
  name?: Text;
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
  commitMessage?: Text;
  pullRequestVersion: number;
  suggestionIndex: number;
}
export interface RestAuthenticationRequest {
  credentials: Credentials;
  repositoryId?: Num;
}
export interface RestAutoDeclineSettings {
  enabled?: boolean;
  inactivityWeeks?: number;
  scope?: RestScope;
}
export interface RestAutoDeclineSettingsRequest {
  enabled?: Bool;
  inactivityWeeks?: Num;
}
export interface RestAutoMergeProcessingResult {
  autoMergeProcessingStatus?: Open<'CANCELLED' | 'VETOED' | 'STALE' | 'MERGED' | 'LOCK_FAILURE' | 'UNKNOWN'>;
  pullRequest?: RestPullRequest;
}
export interface RestAutoMergeProjectSettingsRequest {
  enabled?: Bool;
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
  enabled?: Bool;
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
  name?: Text;
  startPoint?: Text;
}
export interface RestBranchDeleteRequest {
  dryRun?: Bool;
  endPoint?: Text;
  name?: Text;
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
  buildNumber?: Text;
  description?: Text;
  duration?: Num;
  key: string;
  lastUpdated?: Num;
  name?: Text;
  parent?: Text;
  ref?: Text;
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
  whitelisted?: Bool;
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
  enabled?: Bool;
  restrictionAction?: Open<'CREATE' | 'DELETE' | 'NONE'> | undefined;
}
export interface RestChangePullRequestAuthorRestrictedSettings {
  enabled?: boolean;
  restrictionState?: Open<'NONE' | 'RESTRICTED_UNMODIFIABLE' | 'RESTRICTED_MODIFIABLE'>;
  scope?: RestScope;
}
export interface RestChangePullRequestAuthorSettingsRequest {
  enabled?: Bool;
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
  message?: Text;
  name?: Text;
  startPoint?: Text;
}
export interface RestCreateTagRequest {
  message?: Text;
  name?: Text;
  startPoint?: Text;
}
export interface RestCspSettings {
  strictness?: Open<'STRICT' | 'REPORT_ONLY' | 'DEFAULT'> | undefined;
}
export interface RestDefaultBranch {
  id?: string;
}
export interface RestDefaultReviewersRequest {
  requiredApprovals?: Num;
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
  lastUpdated?: Num;
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
  exportLocation?: Text;
  repositoriesRequest: { includes: readonly RestRepositorySelector[] };
}
export interface RestFarmSynchronizationRequest {
  attempt?: number;
  createdAt?: string;
  externalRepoId?: string;
  type?: Open<'incremental' | 'snapshot'>;
}
export interface RestGitTagCreateRequest {
  force?: Bool;
  message?: Text;
  name?: Text;
  startPoint?: Text;
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
  archivePath?: Text;
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
  gracefulShutdown?: Bool;
  waitForRestart?: Bool;
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
  fromDate?: Num;
  jiraSiteIds: readonly number[];
  repositories: readonly RestRepositorySelector[];
  toDate?: Num;
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
  all?: Bool;
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
  baseUrl?: Text;
  productVersion?: Text;
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
  componentKey?: Text;
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
  lastReviewedCommit?: Text;
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
  comment?: Text;
  version?: Num;
}
export interface RestPullRequestDeleteRequest {
  version?: Num;
}
export interface RestPullRequestFinishReviewRequest {
  commentText?: Text;
  lastReviewedCommit?: Text;
  participantStatus?: Text;
}
export interface RestPullRequestMergeConfig {
  commitMessageTemplate?: RestPullRequestCommitMessageTemplate;
  commitSummaries?: number;
  defaultStrategy?: RestPullRequestMergeStrategy;
  strategies: RestPullRequestMergeStrategy[];
  type?: string;
}
export interface RestPullRequestMergeRequest {
  autoMerge?: Bool;
  autoSubject?: Text;
  bypassMergeQueue?: Bool;
  message?: Text;
  strategyId?: Text;
  version?: Num;
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
  version?: Num;
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
  version?: Num;
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
  refId?: Text;
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
  mirrorRepoId?: Num;
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
  requiredForMergeQueue?: Bool;
  requiredForPullRequest?: Bool;
}
export interface RestRestrictionRequest {
  accessKeyIds: readonly number[];
  accessKeys?: readonly Draft<RestSshAccessKey>[] | undefined;
  groupNames: readonly string[];
  groups?: readonly string[] | undefined;
  id?: Num;
  matcher?: Draft<RestRefMatcher> | undefined;
  scope?: Draft<RestScope> | undefined;
  type?: Text;
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
  lineRegex?: Text;
  name?: Text;
  pathRegex?: Text;
}
export interface RestSecretScanningRule {
  id?: number;
  lineRegex?: string;
  name?: string;
  pathRegex?: string;
  scope?: RestScope;
}
export interface RestSecretScanningRuleSetRequest {
  lineRegex?: Text;
  name?: Text;
  pathRegex?: Text;
}
export interface RestSetInsightReportRequest {
  coverageProviderKey?: Text;
  createdDate?: Num;
  data: readonly Draft<RestInsightReportData>[];
  details?: Text;
  link?: Text;
  logoUrl?: Text;
  reporter?: Text;
  result?: Text;
  title: string;
}
export interface RestSingleAddInsightAnnotationRequest {
  externalId?: Text;
  line?: Num;
  link?: Text;
  message: string;
  path?: Text;
  severity: string;
  type?: Text;
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
  algorithm?: Text;
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
  whitelisted?: Bool;
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
  conversationId?: Text;
  totpCode?: Text;
}
export interface TotpElevationRestDTO {
  totpCode?: Text;
}
export interface TotpRecoveryCodeAuthenticationDTO {
  conversationId?: Text;
  recoveryCode?: Text;
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
  user?: Text;
}
export interface UserPasswordUpdate {
  oldPassword?: Text;
  password?: Text;
  passwordConfirm?: Text;
}
export interface UserPickerContext {
  context?: Text;
  itemName?: Text;
}
export interface UserRename {
  name?: Text;
  newName?: Text;
}
export interface UserUpdate {
  displayName?: Text;
  email?: Text;
  name?: Text;
}
export interface UserUpdateWithCredentials {
  displayName?: Text;
  email?: Text;
  name?: Text;
  password?: Text;
}

interface ByActionType {
  actionType?: 'unlock-user-2sv-settings' | undefined;
}
interface ByAt {
  at?: Text;
}
interface ByAtHardwrapHtmlEscapeIncludeHeadingIdMarkup {
  at?: Text;
  hardwrap?: Bool;
  htmlEscape?: Bool;
  includeHeadingId?: Bool;
  markup?: Bool;
}
interface ByContextFilterLimitStart {
  context: string;
  filter?: Text;
  limit?: Num;
  start?: Num;
}
interface ByFilterLimitOrderStart {
  filter?: Text;
  limit?: Num;
  order?: 'NAME_ASC' | 'NAME_DESC' | undefined;
  start?: Num;
}
interface ByFilterLimitStart {
  filter?: Text;
  limit?: Num;
  start?: Num;
}
interface ByLimitSeverityStartSubject {
  limit?: Num;
  severity?: Text;
  start?: Num;
  subject?: Text;
}
interface ByLimitStart {
  limit?: Num;
  start?: Num;
}
interface ByName {
  name: string;
}
interface ByUser {
  user?: Text;
}
interface ByVersion {
  version?: Text;
}
interface InCommitId {
  commitId: string;
}
interface InId {
  id: number | string;
}
interface InJobId {
  jobId: number | string;
}
interface InKeyId {
  keyId: number | string;
}
interface InMirrorId {
  mirrorId: string;
}
interface InMirroringRequestId {
  mirroringRequestId: number | string;
}
interface InProjectId {
  projectId: number | string;
}
interface InProjectKey {
  projectKey: string;
}
interface InProjectKeyHookKey {
  projectKey: string;
  hookKey: string;
}
interface InProjectKeyId {
  projectKey: string;
  id: number | string;
}
interface InProjectKeyTokenId {
  projectKey: string;
  tokenId: string;
}
interface InProjectKeyWebhookId {
  projectKey: string;
  webhookId: number | string;
}
interface InRepo {
  projectKey: string;
  repositorySlug: string;
}
interface InRepoAttachmentId {
  projectKey: string;
  repositorySlug: string;
  attachmentId: number | string;
}
interface InRepoCommitId {
  projectKey: string;
  repositorySlug: string;
  commitId: string;
}
interface InRepoCommitIdCommentId {
  projectKey: string;
  repositorySlug: string;
  commitId: string;
  commentId: number | string;
}
interface InRepoCommitIdKey {
  projectKey: string;
  repositorySlug: string;
  commitId: string;
  key: string;
}
interface InRepoHookKey {
  projectKey: string;
  repositorySlug: string;
  hookKey: string;
}
interface InRepoId {
  projectKey: string;
  repositorySlug: string;
  id: number | string;
}
interface InRepoPath {
  projectKey: string;
  repositorySlug: string;
  path: string;
}
interface InRepoPullRequestId {
  projectKey: string;
  repositorySlug: string;
  pullRequestId: number | string;
}
interface InRepoPullRequestIdCommentId {
  projectKey: string;
  repositorySlug: string;
  pullRequestId: number | string;
  commentId: number | string;
}
interface InRepoTokenId {
  projectKey: string;
  repositorySlug: string;
  tokenId: string;
}
interface InRepoWebhookId {
  projectKey: string;
  repositorySlug: string;
  webhookId: number | string;
}
interface InScriptId {
  scriptId: number | string;
}
interface InUserSlug {
  userSlug: string;
}
interface InUserSlugTokenId {
  userSlug: string;
  tokenId: string;
}

/** Every operation of Bitbucket Data Center's REST API by its route, without the `/rest` before it. */
export interface ServerRoutes {
  'GET /access-tokens/latest/projects/{projectKey}': {
    path: InProjectKey;
    query: ByLimitStart;
    result: Page<RestAccessToken>;
  };
  'PUT /access-tokens/latest/projects/{projectKey}': {
    path: InProjectKey;
    body: RestAccessTokenRequest;
    result: RestRawAccessToken;
  };
  'GET /access-tokens/latest/projects/{projectKey}/repos/{repositorySlug}': {
    path: InRepo;
    query: ByLimitStart;
    result: Page<RestAccessToken>;
  };
  'PUT /access-tokens/latest/projects/{projectKey}/repos/{repositorySlug}': {
    path: InRepo;
    body: RestAccessTokenRequest;
    result: RestRawAccessToken;
  };
  'DELETE /access-tokens/latest/projects/{projectKey}/repos/{repositorySlug}/{tokenId}': {
    path: InRepoTokenId;
  };
  'GET /access-tokens/latest/projects/{projectKey}/repos/{repositorySlug}/{tokenId}': {
    path: InRepoTokenId;
    result: RestAccessToken;
  };
  'POST /access-tokens/latest/projects/{projectKey}/repos/{repositorySlug}/{tokenId}': {
    path: InRepoTokenId;
    body: RestAccessTokenRequest;
    result: RestAccessToken;
  };
  'DELETE /access-tokens/latest/projects/{projectKey}/{tokenId}': { path: InProjectKeyTokenId };
  'GET /access-tokens/latest/projects/{projectKey}/{tokenId}': {
    path: InProjectKeyTokenId;
    result: RestAccessToken;
  };
  'POST /access-tokens/latest/projects/{projectKey}/{tokenId}': {
    path: InProjectKeyTokenId;
    body: RestAccessTokenRequest;
    result: RestAccessToken;
  };
  'GET /access-tokens/latest/users/{userSlug}': {
    path: InUserSlug;
    query: ByLimitStart;
    result: Page<RestAccessToken>;
  };
  'PUT /access-tokens/latest/users/{userSlug}': {
    path: InUserSlug;
    body: RestAccessTokenRequest;
    result: RestRawAccessToken;
  };
  'DELETE /access-tokens/latest/users/{userSlug}/{tokenId}': { path: InUserSlugTokenId };
  'GET /access-tokens/latest/users/{userSlug}/{tokenId}': {
    path: InUserSlugTokenId;
    result: RestAccessToken;
  };
  'POST /access-tokens/latest/users/{userSlug}/{tokenId}': {
    path: InUserSlugTokenId;
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
  'PUT /api/latest/admin/default-branch': { body: { id?: Text } };
  'GET /api/latest/admin/git/mesh/config/control-plane.pem': { as: 'text' | 'bytes' | 'stream' };
  'GET /api/latest/admin/git/mesh/diagnostics/connectivity': { result: RestMeshConnectivityReport };
  'GET /api/latest/admin/git/mesh/nodes': { result: RestMeshNode[] };
  'POST /api/latest/admin/git/mesh/nodes': { body: Draft<RestMeshNode>; result: RestMeshNode };
  'DELETE /api/latest/admin/git/mesh/nodes/{id}': { path: InId; query: { force?: Bool } };
  'GET /api/latest/admin/git/mesh/nodes/{id}': { path: InId; result: RestMeshNode };
  'PUT /api/latest/admin/git/mesh/nodes/{id}': {
    path: InId;
    body: Draft<RestMeshNode>;
    result: RestMeshNode;
  };
  'GET /api/latest/admin/git/mesh/support-zips': { as: 'bytes' | 'stream' };
  'GET /api/latest/admin/git/mesh/support-zips/{id}': { path: InId; as: 'bytes' | 'stream' };
  'DELETE /api/latest/admin/groups': { query: ByName; result: RestDetailedGroup };
  'GET /api/latest/admin/groups': { query: ByFilterLimitStart; result: Page<RestDetailedGroup> };
  'POST /api/latest/admin/groups': { query: ByName; body: JsonObject | undefined; result: RestDetailedGroup };
  /** @deprecated Use `POST /api/latest/admin/groups/add-users`. */
  'POST /api/latest/admin/groups/add-user': { body: UserPickerContext };
  'POST /api/latest/admin/groups/add-users': { body: GroupAndUsers };
  'GET /api/latest/admin/groups/more-members': {
    query: ByContextFilterLimitStart;
    result: Page<RestDetailedUser>;
  };
  'GET /api/latest/admin/groups/more-non-members': {
    query: ByContextFilterLimitStart;
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
  'DELETE /api/latest/admin/permissions/groups': { query: ByName };
  'GET /api/latest/admin/permissions/groups': { query: ByFilterLimitStart; result: Page<RestPermittedGroup> };
  'PUT /api/latest/admin/permissions/groups': {
    query: {
      name: string | readonly string[];
      permission: 'LICENSED_USER' | 'PROJECT_CREATE' | 'ADMIN' | 'SYS_ADMIN';
    };
    body: JsonObject | undefined;
  };
  'GET /api/latest/admin/permissions/groups/none': {
    query: ByFilterLimitStart;
    result: Page<RestDetailedGroup>;
  };
  'DELETE /api/latest/admin/permissions/users': { query: ByName };
  'GET /api/latest/admin/permissions/users': { query: ByFilterLimitStart; result: Page<RestPermittedGroup> };
  'PUT /api/latest/admin/permissions/users': {
    query: {
      name: string | readonly string[];
      permission: 'LICENSED_USER' | 'PROJECT_CREATE' | 'ADMIN' | 'SYS_ADMIN';
    };
    body: JsonObject | undefined;
  };
  'GET /api/latest/admin/permissions/users/none': {
    query: ByFilterLimitStart;
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
    query: { limit?: Num; order?: 'NEWEST' | 'FREQUENCY' | undefined; start?: Num };
    result: Page<RestAggregateRejectCounter>;
  };
  'GET /api/latest/admin/rate-limit/settings': { result: RestRateLimitSettings };
  'PUT /api/latest/admin/rate-limit/settings': {
    body: Draft<RestRateLimitSettings>;
    result: RestRateLimitSettings;
  };
  'GET /api/latest/admin/rate-limit/settings/users': {
    query: ByFilterLimitStart;
    result: Page<RestUserRateLimitSettings>;
  };
  'POST /api/latest/admin/rate-limit/settings/users': {
    body: RestBulkUserRateLimitSettingsUpdateRequest;
    result: RestUserRateLimitSettings;
  };
  'DELETE /api/latest/admin/rate-limit/settings/users/{userSlug}': { path: InUserSlug };
  'GET /api/latest/admin/rate-limit/settings/users/{userSlug}': {
    path: InUserSlug;
    result: RestUserRateLimitSettings;
  };
  'PUT /api/latest/admin/rate-limit/settings/users/{userSlug}': {
    path: InUserSlug;
    body: RestUserRateLimitSettingsUpdateRequest;
    result: RestUserRateLimitSettings;
  };
  'GET /api/latest/admin/user-directories': {
    query: { includeInactive?: Bool };
    result: RestUserDirectory[];
  };
  'DELETE /api/latest/admin/users': { query: ByName; result: RestDetailedUser };
  'GET /api/latest/admin/users': { query: ByFilterLimitStart; result: Page<RestDetailedUser> };
  'POST /api/latest/admin/users': {
    query: {
      addToDefaultGroup?: Bool;
      displayName: string;
      emailAddress: string;
      name: string;
      notify?: Bool;
      password?: Text;
    };
    body: JsonObject | undefined;
  };
  'PUT /api/latest/admin/users': { body: UserUpdate; result: RestDetailedUser };
  /** @deprecated Use `POST /api/latest/admin/users/add-groups`. */
  'POST /api/latest/admin/users/add-group': { body: GroupPickerContext };
  'POST /api/latest/admin/users/add-groups': { body: UserAndGroups };
  'DELETE /api/latest/admin/users/captcha': { query: ByName };
  'PUT /api/latest/admin/users/credentials': { body: AdminPasswordUpdate };
  'GET /api/latest/admin/users/erasure': { query: ByName };
  'POST /api/latest/admin/users/erasure': {
    query: ByName;
    body: JsonObject | undefined;
    result: RestErasedUser;
  };
  'GET /api/latest/admin/users/more-members': {
    query: ByContextFilterLimitStart;
    result: Page<RestDetailedUser>;
  };
  'GET /api/latest/admin/users/more-non-members': {
    query: ByContextFilterLimitStart;
    result: Page<RestDetailedGroup>;
  };
  'POST /api/latest/admin/users/remove-group': { body: GroupPickerContext };
  'POST /api/latest/admin/users/rename': { body: UserRename; result: RestDetailedUser };
  'GET /api/latest/application-properties': { result: RestApplicationProperties };
  'GET /api/latest/build/capabilities': { result: RestBuildCapabilities };
  'GET /api/latest/dashboard/pull-request-suggestions': {
    query: { changesSince?: Text; limit?: Num; start?: Num };
    result: Page<RestPullRequestSuggestion>;
  };
  'GET /api/latest/dashboard/pull-requests': {
    query: {
      closedSince?: Text;
      limit?: Num;
      order?: Text;
      participantStatus?: Text;
      role?: Text;
      start?: Num;
      state?: Text;
      user?: Text;
    };
    result: Page<RestPullRequest>;
  };
  'GET /api/latest/deployment/capabilities': { result: JsonObject };
  'GET /api/latest/groups': { query: ByFilterLimitStart; result: Page<string> };
  'POST /api/latest/hook-scripts': { body: FormData | Multipart; result: RestHookScript };
  'DELETE /api/latest/hook-scripts/{scriptId}': { path: InScriptId };
  'GET /api/latest/hook-scripts/{scriptId}': { path: InScriptId; result: RestHookScript };
  'PUT /api/latest/hook-scripts/{scriptId}': {
    path: InScriptId;
    body: FormData | Multipart;
    result: RestHookScript;
  };
  'GET /api/latest/hook-scripts/{scriptId}/content': { path: InScriptId; as: 'text' | 'bytes' | 'stream' };
  'GET /api/latest/hooks/{hookKey}/avatar': {
    path: { hookKey: string };
    query: ByVersion;
    as: 'bytes' | 'stream';
  };
  'GET /api/latest/inbox/pull-requests': {
    query: { limit?: Num; role?: Text; start?: Num };
    result: Page<RestPullRequest>;
  };
  'GET /api/latest/inbox/pull-requests/count': { result: { count: number } };
  'GET /api/latest/labels': { query: { limit?: Num; prefix?: Text; start?: Num }; result: Page<RestLabel> };
  'GET /api/latest/labels/{labelName}': { path: { labelName: string }; result: RestLabel };
  'GET /api/latest/labels/{labelName}/labeled': {
    path: { labelName: string };
    query: { limit?: Num; start?: Num; type?: Text };
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
    query: { hardwrap?: Bool; htmlEscape?: Bool; includeHeadingId?: Bool; urlMode?: Text };
    body: Uint8Array | ReadableStream<Uint8Array>;
    result: RestMarkup;
  };
  'POST /api/latest/migration/exports': { body: RestExportRequest; result: RestJob };
  'POST /api/latest/migration/exports/preview': { body: RestExportRequest; result: RestScopesExample };
  'GET /api/latest/migration/exports/{jobId}': { path: InJobId; result: RestJob };
  'POST /api/latest/migration/exports/{jobId}/cancel': { path: InJobId; body: JsonObject | undefined };
  'GET /api/latest/migration/exports/{jobId}/messages': {
    path: InJobId;
    query: ByLimitSeverityStartSubject;
    result: Page<RestJobMessage>;
  };
  'POST /api/latest/migration/imports': { body: RestImportRequest; result: RestJob };
  'GET /api/latest/migration/imports/{jobId}': { path: InJobId; result: RestJob };
  'POST /api/latest/migration/imports/{jobId}/cancel': { path: InJobId; body: JsonObject | undefined };
  'GET /api/latest/migration/imports/{jobId}/messages': {
    path: InJobId;
    query: ByLimitSeverityStartSubject;
    result: Page<RestJobMessage>;
  };
  'POST /api/latest/migration/mesh': { body: RestMeshMigrationRequest; result: RestJob };
  'POST /api/latest/migration/mesh/preview': {
    body: RestMeshMigrationRequest;
    result: ExamplePreviewMigration;
  };
  'GET /api/latest/migration/mesh/repos': {
    query: {
      limit?: Num;
      migrationId?: Text;
      name?: Text;
      projectKey?: Text;
      remote?: Bool;
      start?: Num;
      state?: Text;
    };
    result: Page<RestMigrationRepository>;
  };
  'GET /api/latest/migration/mesh/summaries': { query: ByLimitStart; result: Page<RestMeshMigrationSummary> };
  'GET /api/latest/migration/mesh/summary': { result: RestMeshMigrationSummary };
  'GET /api/latest/migration/mesh/{jobId}': { path: InJobId; result: RestMeshMigrationSummary };
  'POST /api/latest/migration/mesh/{jobId}/cancel': { path: InJobId; body: JsonObject | undefined };
  'GET /api/latest/migration/mesh/{jobId}/messages': {
    path: InJobId;
    query: ByLimitSeverityStartSubject;
    result: Page<RestJobMessage>;
  };
  'GET /api/latest/migration/mesh/{jobId}/summary': { path: InJobId; result: RestMeshMigrationSummary };
  'GET /api/latest/profile/recent/repos': {
    query: { limit?: Num; permission?: Text; start?: Num };
    result: Page<RestRepository>;
  };
  'GET /api/latest/projects': {
    query: { limit?: Num; name?: Text; permission?: Text; start?: Num };
    result: Page<RestProject>;
  };
  'POST /api/latest/projects': { body: Draft<RestProject>; result: RestProject };
  'DELETE /api/latest/projects/{projectKey}': { path: InProjectKey };
  'GET /api/latest/projects/{projectKey}': { path: InProjectKey; result: RestProject };
  'PUT /api/latest/projects/{projectKey}': {
    path: InProjectKey;
    body: Draft<RestProject>;
    result: RestProject;
  };
  'GET /api/latest/projects/{projectKey}/avatar.png': {
    path: InProjectKey;
    query: { s?: Text };
    as: 'bytes' | 'stream';
  };
  'POST /api/latest/projects/{projectKey}/avatar.png': { path: InProjectKey; body: FormData | Multipart };
  'GET /api/latest/projects/{projectKey}/hook-scripts': {
    path: InProjectKey;
    query: ByLimitStart;
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
    path: InProjectKey;
    query: { group?: Text; user?: Text };
  };
  'DELETE /api/latest/projects/{projectKey}/permissions/groups': {
    path: InProjectKey;
    query: { name?: Text };
  };
  'GET /api/latest/projects/{projectKey}/permissions/groups': {
    path: InProjectKey;
    query: ByFilterLimitStart;
    result: Page<RestPermittedGroup>;
  };
  'PUT /api/latest/projects/{projectKey}/permissions/groups': {
    path: InProjectKey;
    query: { name?: Text; permission?: Text };
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/permissions/groups/none': {
    path: InProjectKey;
    query: ByFilterLimitStart;
    result: Page<RestDetailedGroup>;
  };
  'GET /api/latest/projects/{projectKey}/permissions/search': {
    path: InProjectKey;
    query: { filterText?: Text; permission?: string | readonly string[] | undefined; type?: Text };
    result: JsonObject;
  };
  'DELETE /api/latest/projects/{projectKey}/permissions/users': {
    path: InProjectKey;
    query: { name?: Text };
  };
  'GET /api/latest/projects/{projectKey}/permissions/users': {
    path: InProjectKey;
    query: ByFilterLimitStart;
    result: Page<RestPermittedUser>;
  };
  'PUT /api/latest/projects/{projectKey}/permissions/users': {
    path: InProjectKey;
    query: { name?: Text; permission?: Text };
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/permissions/users/none': {
    path: InProjectKey;
    query: ByFilterLimitStart;
    result: Page<RestApplicationUser>;
  };
  'GET /api/latest/projects/{projectKey}/permissions/{permission}/all': {
    path: { projectKey: string; permission: string };
    result: RestPermitted;
  };
  'POST /api/latest/projects/{projectKey}/permissions/{permission}/all': {
    path: { projectKey: string; permission: string };
    query: { allow?: Bool };
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos': {
    path: InProjectKey;
    query: ByLimitStart;
    result: Page<RestRepository>;
  };
  'POST /api/latest/projects/{projectKey}/repos': {
    path: InProjectKey;
    body: Draft<RestRepository>;
    result: RestRepository;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}': { path: InRepo };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}': { path: InRepo; result: RestRepository };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}': {
    path: InRepo;
    body: Draft<RestRepository>;
    result: RestRepository;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}': {
    path: InRepo;
    body: Draft<RestRepository>;
    result: RestRepository;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/archive': {
    path: InRepo;
    query: {
      at?: Text;
      filename?: Text;
      format?: Text;
      path?: string | readonly string[] | undefined;
      prefix?: Text;
    };
    as: 'bytes' | 'stream';
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/attachments/{attachmentId}': {
    path: InRepoAttachmentId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/attachments/{attachmentId}': {
    path: InRepoAttachmentId;
    as: 'bytes' | 'stream';
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/attachments/{attachmentId}/metadata': {
    path: InRepoAttachmentId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/attachments/{attachmentId}/metadata': {
    path: InRepoAttachmentId;
    result: JsonObject;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/attachments/{attachmentId}/metadata': {
    path: InRepoAttachmentId;
    body: string;
    result: JsonObject;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/branches': {
    path: InRepo;
    query: {
      base?: Text;
      boostMatches?: Bool;
      context?: Text;
      details?: Bool;
      filterText?: Text;
      limit?: Num;
      orderBy?: 'ALPHABETICAL' | 'MODIFICATION' | undefined;
      start?: Num;
    };
    result: Page<RestBranch>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/branches': {
    path: InRepo;
    body: RestCreateBranchRequest;
    result: RestBranch;
  };
  /** @deprecated Use `GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/default-branch`. */
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/branches/default': {
    path: InRepo;
    result: RestBranch | undefined;
  };
  /** @deprecated Use `PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/default-branch`. */
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/branches/default': {
    path: InRepo;
    body: Draft<RestBranch>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/browse': {
    path: InRepo;
    query: { at?: Text; blame?: Bool; limit?: Num; noContent?: Bool; size?: Bool; start?: Num; type?: Bool };
    result: RestContent;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/browse/{path}': {
    path: InRepoPath;
    query: { at?: Text; blame?: Bool; limit?: Num; noContent?: Bool; size?: Bool; start?: Num; type?: Bool };
    result: RestContent;
  };
  'HEAD /api/latest/projects/{projectKey}/repos/{repositorySlug}/browse/{path}': {
    path: InRepoPath;
    query: { at?: Text; blame?: Bool; noContent?: Bool; size?: Bool; type?: Bool };
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/browse/{path}': {
    path: InRepoPath;
    body: FormData | Multipart;
    result: RestCommit;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/changes': {
    path: InRepo;
    query: { limit?: Num; since?: Text; start?: Num; until?: Text };
    result: Page<RestChange>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits': {
    path: InRepo;
    query: {
      avatarScheme?: Text;
      avatarSize?: Text;
      followRenames?: Bool;
      ignoreMissing?: Bool;
      limit?: Num;
      merges?: Text;
      path?: Text;
      since?: Text;
      start?: Num;
      until?: Text;
      withCounts?: Bool;
    };
    result: Page<RestCommit>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}': {
    path: InRepoCommitId;
    query: { path?: Text };
    result: RestCommit;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/builds': {
    path: InRepoCommitId;
    query: { key: string };
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/builds': {
    path: InRepoCommitId;
    query: { key: string };
    result: RestBuildStatus;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/builds': {
    path: InRepoCommitId;
    body: RestBuildStatusSetRequest;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/changes': {
    path: InRepoCommitId;
    query: { limit?: Num; since?: Text; start?: Num; withComments?: Bool };
    result: Page<RestChange>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/comments': {
    path: InRepoCommitId;
    query: { limit?: Num; path?: Text; since?: Text; start?: Num };
    result: Page<RestComment>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/comments': {
    path: InRepoCommitId;
    query: { since?: Text };
    body: Draft<RestComment>;
    result: RestComment;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/comments/{commentId}': {
    path: InRepoCommitIdCommentId;
    query: ByVersion;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/comments/{commentId}': {
    path: InRepoCommitIdCommentId;
    result: RestComment;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/comments/{commentId}': {
    path: InRepoCommitIdCommentId;
    body: Draft<RestComment>;
    result: RestComment;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/deployments': {
    path: InRepoCommitId;
    query: { deploymentSequenceNumber?: number | string | undefined; environmentKey?: Text; key?: Text };
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/deployments': {
    path: InRepoCommitId;
    query: { deploymentSequenceNumber?: number | string | undefined; environmentKey?: Text; key?: Text };
    result: RestDeployment;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/deployments': {
    path: InRepoCommitId;
    body: RestDeploymentSetRequest;
    result: RestDeployment;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/diff-stats-summary/{path}': {
    path: { projectKey: string; repositorySlug: string; commitId: string; path: string };
    query: { autoSrcPath?: Bool; since?: Text; srcPath?: Text; whitespace?: Text };
    result: RestDiffStatsSummary;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/diff/{path}': {
    path: { projectKey: string; repositorySlug: string; commitId: string; path: string };
    query: {
      autoSrcPath?: Bool;
      avatarScheme?: Text;
      avatarSize?: Text;
      contextLines?: Num;
      filter?: Text;
      since?: Text;
      srcPath?: Text;
      whitespace?: Text;
      withComments?: Bool;
    };
    result: RestDiffs;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/merge-base': {
    path: InRepoCommitId;
    query: { otherCommitId?: Text };
    result: RestCommit | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/pull-requests': {
    path: InRepoCommitId;
    query: ByLimitStart;
    result: Page<RestPullRequest>;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/watch': {
    path: InRepoCommitId;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/watch': {
    path: InRepoCommitId;
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/compare/changes': {
    path: InRepo;
    query: { from?: Text; fromRepo?: Text; limit?: Num; start?: Num; to?: Text };
    result: Page<RestChange>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/compare/commits': {
    path: InRepo;
    query: { from?: Text; fromRepo?: Text; limit?: Num; start?: Num; to?: Text };
    result: Page<RestCommit>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/compare/diff-stats-summary{path}': {
    path: InRepoPath;
    query: { from?: Text; fromRepo?: Text; srcPath?: Text; to?: Text; whitespace?: Text };
    result: RestDiffStatsSummary;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/compare/diff{path}': {
    path: InRepoPath;
    query: { contextLines?: Num; from?: Text; fromRepo?: Text; srcPath?: Text; to?: Text; whitespace?: Text };
    result: RestDiffs;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/contributing': {
    path: InRepo;
    query: ByAtHardwrapHtmlEscapeIncludeHeadingIdMarkup;
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/default-branch': {
    path: InRepo;
    result: RestMinimalRef;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/default-branch': {
    path: InRepo;
    body: Draft<RestBranch>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/diff': {
    path: InRepo;
    query: { contextLines?: Num; since?: Text; srcPath?: Text; until?: Text; whitespace?: Text };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/diff/{path}': {
    path: InRepoPath;
    query: { contextLines?: Num; since?: Text; srcPath?: Text; until?: Text; whitespace?: Text };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/files': {
    path: InRepo;
    query: { at?: Text; limit?: Num; start?: Num };
    result: Page<FileListResource>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/files/{path}': {
    path: InRepoPath;
    query: { at?: Text; limit?: Num; start?: Num };
    result: Page<FileListResource>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/forks': {
    path: InRepo;
    query: ByLimitStart;
    result: Page<RestRepository>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/hook-scripts': {
    path: InRepo;
    query: ByLimitStart;
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
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/labels': { path: InRepo; result: RestLabel };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/labels': {
    path: InRepo;
    body: Draft<RestLabel>;
    result: RestLabel;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/labels/{labelName}': {
    path: { projectKey: string; repositorySlug: string; labelName: string };
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/last-modified': {
    path: InRepo;
    query: ByAt;
    result: ExampleFiles;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/last-modified/{path}': {
    path: InRepoPath;
    query: ByAt;
    result: ExampleFiles;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/license': {
    path: InRepo;
    query: ByAtHardwrapHtmlEscapeIncludeHeadingIdMarkup;
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/participants': {
    path: InRepo;
    query: { direction?: Text; filter?: Text; limit?: Num; role?: Text; start?: Num };
    result: Page<RestApplicationUser>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/patch': {
    path: InRepo;
    query: { allAncestors?: Bool; since?: Text; until?: Text };
    as: 'text' | 'bytes' | 'stream';
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions': {
    path: InRepo;
    query: { group?: Text; user?: Text };
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/groups': {
    path: InRepo;
    query: ByName;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/groups': {
    path: InRepo;
    query: ByFilterLimitStart;
    result: Page<RestPermittedGroup>;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/groups': {
    path: InRepo;
    query: { name: string | readonly string[]; permission: 'REPO_READ' | 'REPO_WRITE' | 'REPO_ADMIN' };
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/groups/none': {
    path: InRepo;
    query: ByFilterLimitStart;
    result: Page<RestDetailedGroup>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/search': {
    path: InRepo;
    query: { filterText?: Text; permission?: string | readonly string[] | undefined; type?: Text };
    result: JsonObject;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/users': {
    path: InRepo;
    query: ByName;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/users': {
    path: InRepo;
    query: ByFilterLimitStart;
    result: Page<RestPermittedUser>;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/users': {
    path: InRepo;
    query: { name: string | readonly string[]; permission: 'REPO_READ' | 'REPO_WRITE' | 'REPO_ADMIN' };
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/permissions/users/none': {
    path: InRepo;
    query: ByFilterLimitStart;
    result: Page<RestApplicationUser>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests': {
    path: InRepo;
    query: {
      at?: Text;
      direction?: Text;
      draft?: Text;
      filterText?: Text;
      limit?: Num;
      order?: Text;
      start?: Num;
      state?: Text;
      withAttributes?: Bool;
      withProperties?: Bool;
    };
    result: Page<RestPullRequest>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests': {
    path: InRepo;
    body: Draft<RestPullRequest>;
    result: RestPullRequest;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}': {
    path: InRepoPullRequestId;
    body: RestPullRequestDeleteRequest | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}': {
    path: InRepoPullRequestId;
    query: { withProperties?: Bool };
    result: RestPullRequest;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}': {
    path: InRepoPullRequestId;
    body: Draft<RestPullRequest>;
    result: RestPullRequest;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}.diff': {
    path: InRepoPullRequestId;
    query: { contextLines?: Num; whitespace?: Text };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}.patch': {
    path: InRepoPullRequestId;
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/activities': {
    path: InRepoPullRequestId;
    query: { fromId?: number | string | undefined; fromType?: Text; limit?: Num; start?: Num };
    result: Page<RestPullRequestActivity>;
  };
  /** @deprecated Use `PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants/{userSlug}`. */
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/approve': {
    path: InRepoPullRequestId;
    result: RestPullRequestParticipant;
  };
  /** @deprecated Use `PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants/{userSlug}`. */
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/approve': {
    path: InRepoPullRequestId;
    body: JsonObject | undefined;
    result: RestPullRequestParticipant;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/auto-merge': {
    path: InRepoPullRequestId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/auto-merge': {
    path: InRepoPullRequestId;
    result: RestAutoMergeRequest;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/auto-merge': {
    path: InRepoPullRequestId;
    body: JsonObject | undefined;
    result: RestAutoMergeProcessingResult;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/blocker-comments': {
    path: InRepoPullRequestId;
    query: {
      count?: Bool;
      limit?: Num;
      start?: Num;
      state?: string | readonly string[] | undefined;
      states?: Text;
    };
    result: Page<RestComment>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/blocker-comments': {
    path: InRepoPullRequestId;
    body: Draft<RestComment>;
    result: RestComment;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/blocker-comments/{commentId}': {
    path: InRepoPullRequestIdCommentId;
    query: ByVersion;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/blocker-comments/{commentId}': {
    path: InRepoPullRequestIdCommentId;
    result: RestComment;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/blocker-comments/{commentId}': {
    path: InRepoPullRequestIdCommentId;
    body: Draft<RestComment>;
    result: RestComment;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/changes': {
    path: InRepoPullRequestId;
    query: {
      changeScope?: Text;
      limit?: Num;
      sinceId?: Text;
      start?: Num;
      untilId?: Text;
      withComments?: Bool;
    };
    result: Page<RestChange>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/comments': {
    path: InRepoPullRequestId;
    query: {
      anchorState?: Text;
      diffType?: string | readonly string[] | undefined;
      diffTypes?: Text;
      fromHash?: Text;
      limit?: Num;
      path: string;
      start?: Num;
      state?: string | readonly string[] | undefined;
      states?: Text;
      toHash?: Text;
    };
    result: Page<RestComment>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/comments': {
    path: InRepoPullRequestId;
    body: Draft<RestComment>;
    result: RestComment;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/comments/{commentId}': {
    path: InRepoPullRequestIdCommentId;
    query: ByVersion;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/comments/{commentId}': {
    path: InRepoPullRequestIdCommentId;
    result: RestComment;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/comments/{commentId}': {
    path: InRepoPullRequestIdCommentId;
    body: Draft<RestComment>;
    result: RestComment;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/comments/{commentId}/apply-suggestion': {
    path: InRepoPullRequestIdCommentId;
    body: RestApplySuggestionRequest;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/commit-message-suggestion': {
    path: InRepoPullRequestId;
    result: RestCommitMessageSuggestion;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/commits': {
    path: InRepoPullRequestId;
    query: { avatarScheme?: Text; avatarSize?: Text; limit?: Num; start?: Num; withCounts?: Bool };
    result: Page<RestCommit>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/decline': {
    path: InRepoPullRequestId;
    query: ByVersion;
    body: RestPullRequestDeclineRequest | undefined;
    result: RestPullRequest;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/diff-stats-summary/{path}': {
    path: { projectKey: string; repositorySlug: string; pullRequestId: number | string; path: string };
    query: { sinceId?: Text; srcPath?: Text; untilId?: Text; whitespace?: Text };
    result: RestDiffStatsSummary;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/diff/{path}': {
    path: { projectKey: string; repositorySlug: string; pullRequestId: number | string; path: string };
    query: {
      avatarScheme?: Text;
      avatarSize?: Text;
      contextLines?: Num;
      diffType?: Text;
      sinceId?: Text;
      srcPath?: Text;
      untilId?: Text;
      whitespace?: Text;
      withComments?: Bool;
    };
    result: RestDiffs;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/merge': {
    path: InRepoPullRequestId;
    result: RestPullRequestMergeability;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/merge': {
    path: InRepoPullRequestId;
    query: ByVersion;
    body: RestPullRequestMergeRequest | undefined;
    result: RestPullRequest;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/merge-base': {
    path: InRepoPullRequestId;
    result: RestCommit | undefined;
  };
  /** @deprecated Use `DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants/{userSlug}`. */
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants': {
    path: InRepoPullRequestId;
    query: { username?: Text };
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants': {
    path: InRepoPullRequestId;
    query: ByLimitStart;
    result: Page<RestPullRequestParticipant>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants': {
    path: InRepoPullRequestId;
    body: RestPullRequestAssignParticipantRoleRequest;
    result: RestPullRequestParticipant;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants/{userSlug}': {
    path: { projectKey: string; repositorySlug: string; pullRequestId: number | string; userSlug: string };
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/participants/{userSlug}': {
    path: { projectKey: string; repositorySlug: string; pullRequestId: number | string; userSlug: string };
    query: ByVersion;
    body: RestPullRequestAssignStatusRequest;
    result: RestPullRequestParticipant;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/reopen': {
    path: InRepoPullRequestId;
    query: ByVersion;
    body: RestPullRequestReopenRequest | undefined;
    result: RestPullRequest;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/review': {
    path: InRepoPullRequestId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/review': {
    path: InRepoPullRequestId;
    query: ByLimitStart;
    result: Page<RestComment>;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/review': {
    path: InRepoPullRequestId;
    query: ByVersion;
    body: RestPullRequestFinishReviewRequest | undefined;
    result: JsonObject;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/watch': {
    path: InRepoPullRequestId;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/watch': {
    path: InRepoPullRequestId;
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/raw/{path}': {
    path: InRepoPath;
    query: ByAtHardwrapHtmlEscapeIncludeHeadingIdMarkup;
    as: 'text' | 'bytes' | 'stream';
  };
  'HEAD /api/latest/projects/{projectKey}/repos/{repositorySlug}/raw/{path}': {
    path: InRepoPath;
    query: ByAtHardwrapHtmlEscapeIncludeHeadingIdMarkup;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/readme': {
    path: InRepo;
    query: ByAtHardwrapHtmlEscapeIncludeHeadingIdMarkup;
    as: 'text' | 'bytes' | 'stream';
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/recreate': {
    path: InRepo;
    body: JsonObject | undefined;
    result: RestRepository;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/ref-change-activities': {
    path: InRepo;
    query: { limit?: Num; ref?: Text; start?: Num };
    result: Page<RestRepositoryRefChangeActivity>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/ref-change-activities/branches': {
    path: InRepo;
    query: { filterText?: Text; limit?: Num; start?: Num };
    result: Page<RestMinimalRef>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/related': {
    path: InRepo;
    query: { limit?: Num; permission?: 'REPO_READ' | 'REPO_WRITE' | 'REPO_ADMIN' | undefined; start?: Num };
    result: Page<RestRepository>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/allowlist': {
    path: InRepo;
    query: ByFilterLimitOrderStart;
    result: Page<RestSecretScanningAllowlistRule>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/allowlist': {
    path: InRepo;
    body: RestSecretScanningAllowlistRuleSetRequest;
    result: RestSecretScanningAllowlistRule;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/allowlist/{id}': {
    path: InRepoId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/allowlist/{id}': {
    path: InRepoId;
    result: RestSecretScanningAllowlistRule;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/allowlist/{id}': {
    path: InRepoId;
    body: RestSecretScanningAllowlistRuleSetRequest;
    result: RestSecretScanningAllowlistRule;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/exempt': { path: InRepo };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/exempt': {
    path: InRepo;
    result: boolean;
  };
  /** @deprecated Use `POST /api/latest/secret-scanning/exempt`. */
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/exempt': {
    path: InRepo;
    body: JsonObject | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/rules': {
    path: InRepo;
    query: ByFilterLimitOrderStart;
    result: Page<RestSecretScanningRule>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/rules': {
    path: InRepo;
    body: RestSecretScanningRuleSetRequest;
    result: RestSecretScanningRule;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/rules/{id}': {
    path: InRepoId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/rules/{id}': {
    path: InRepoId;
    result: RestSecretScanningRule;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/secret-scanning/rules/{id}': {
    path: InRepoId;
    body: RestSecretScanningRuleSetRequest;
    result: RestSecretScanningRule;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/auto-decline': { path: InRepo };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/auto-decline': {
    path: InRepo;
    result: RestAutoDeclineSettings;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/auto-decline': {
    path: InRepo;
    body: RestAutoDeclineSettingsRequest;
    result: RestAutoDeclineSettings;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/auto-merge': { path: InRepo };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/auto-merge': {
    path: InRepo;
    result: RestAutoMergeRestrictedSettings;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/auto-merge': {
    path: InRepo;
    body: RestAutoMergeSettingsRequest;
    result: RestAutoMergeRestrictedSettings;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/change-author': { path: InRepo };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/change-author': {
    path: InRepo;
    result: RestChangePullRequestAuthorRestrictedSettings;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/change-author': {
    path: InRepo;
    body: RestChangePullRequestAuthorSettingsRequest;
    result: RestChangePullRequestAuthorRestrictedSettings;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/hooks': {
    path: InRepo;
    query: { limit?: Num; start?: Num; type?: 'PRE_RECEIVE' | 'POST_RECEIVE' | undefined };
    result: Page<RestRepositoryHook>;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/hooks/{hookKey}': {
    path: InRepoHookKey;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/hooks/{hookKey}': {
    path: InRepoHookKey;
    result: RestRepositoryHook;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/hooks/{hookKey}/enabled': {
    path: InRepoHookKey;
    result: RestRepositoryHook;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/hooks/{hookKey}/enabled': {
    path: InRepoHookKey;
    body: JsonObject | undefined;
    result: RestRepositoryHook;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/hooks/{hookKey}/settings': {
    path: InRepoHookKey;
    result: ExampleSettings;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/hooks/{hookKey}/settings': {
    path: InRepoHookKey;
    body: Draft<ExampleSettings>;
    result: ExampleSettings;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/pull-requests': {
    path: InRepo;
    result: RestRepositoryPullRequestSettings;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/pull-requests': {
    path: InRepo;
    body: Draft<RestRepositoryPullRequestSettings>;
    result: RestRepositoryPullRequestSettings;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/reviewer-groups': {
    path: InRepo;
    query: ByLimitStart;
    result: Page<RestReviewerGroup>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/reviewer-groups': {
    path: InRepo;
    body: Draft<RestReviewerGroup>;
    result: RestReviewerGroup;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/reviewer-groups/{id}': {
    path: InRepoId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/reviewer-groups/{id}': {
    path: InRepoId;
    result: RestReviewerGroup;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/reviewer-groups/{id}': {
    path: InRepoId;
    body: Draft<RestReviewerGroup>;
    result: RestReviewerGroup;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/settings/reviewer-groups/{id}/users': {
    path: InRepoId;
    result: RestApplicationUser[];
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/tags': {
    path: InRepo;
    query: { filterText?: Text; limit?: Num; orderBy?: Text; start?: Num };
    result: Page<RestTag>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/tags': {
    path: InRepo;
    body: RestCreateTagRequest;
    result: RestTag;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/tags/{name}': {
    path: { projectKey: string; repositorySlug: string; name: string };
    result: RestTag;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/watch': { path: InRepo };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/watch': {
    path: InRepo;
    body: Draft<RestRepository> | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks': {
    path: InRepo;
    query: { event?: Text; limit?: Num; start?: Num; statistics?: Bool };
    result: Page<RestWebhook>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks': {
    path: InRepo;
    body: Draft<RestWebhook>;
    result: RestWebhook;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/search': {
    path: InRepo;
    query: {
      event?: Text;
      limit?: Num;
      scopeType?: string | readonly string[] | undefined;
      start?: Num;
      statistics?: Bool;
    };
    result: Page<RestWebhook>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/test': {
    path: InRepo;
    query: { sslVerificationRequired?: Bool; url?: Text; webhookId?: Num };
    body: Draft<RestWebhookCredentials> | undefined;
    result: RestWebhookRequestResponse;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}': {
    path: InRepoWebhookId;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}': {
    path: InRepoWebhookId;
    query: { statistics?: Bool };
    result: RestWebhook;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}': {
    path: InRepoWebhookId;
    body: Draft<RestWebhook>;
    result: RestWebhook;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}/latest': {
    path: InRepoWebhookId;
    query: { event?: Text; outcome?: Text };
    result: RestDetailedInvocation | undefined;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}/statistics': {
    path: InRepoWebhookId;
    query: { event?: Text };
    result: RestInvocationHistory;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}/statistics/summary': {
    path: InRepoWebhookId;
    result: RestInvocationHistory;
  };
  'GET /api/latest/projects/{projectKey}/secret-scanning/allowlist': {
    path: InProjectKey;
    query: ByFilterLimitOrderStart;
    result: Page<RestSecretScanningAllowlistRule>;
  };
  'POST /api/latest/projects/{projectKey}/secret-scanning/allowlist': {
    path: InProjectKey;
    body: RestSecretScanningAllowlistRuleSetRequest;
    result: RestSecretScanningAllowlistRule;
  };
  'DELETE /api/latest/projects/{projectKey}/secret-scanning/allowlist/{id}': { path: InProjectKeyId };
  'GET /api/latest/projects/{projectKey}/secret-scanning/allowlist/{id}': {
    path: InProjectKeyId;
    result: RestSecretScanningAllowlistRule;
  };
  'PUT /api/latest/projects/{projectKey}/secret-scanning/allowlist/{id}': {
    path: InProjectKeyId;
    body: RestSecretScanningAllowlistRuleSetRequest;
    result: RestSecretScanningAllowlistRule;
  };
  'GET /api/latest/projects/{projectKey}/secret-scanning/exempt': {
    path: InProjectKey;
    query: { limit?: Num; order?: 'NAME_ASC' | 'NAME_DESC' | undefined; start?: Num };
    result: Page<RestRepository>;
  };
  'POST /api/latest/projects/{projectKey}/secret-scanning/exempt': {
    path: InProjectKey;
    body: readonly RestRepositorySelector[];
  };
  'GET /api/latest/projects/{projectKey}/secret-scanning/rules': {
    path: InProjectKey;
    query: ByFilterLimitOrderStart;
    result: Page<RestSecretScanningRule>;
  };
  'POST /api/latest/projects/{projectKey}/secret-scanning/rules': {
    path: InProjectKey;
    body: RestSecretScanningRuleSetRequest;
    result: RestSecretScanningRule;
  };
  'DELETE /api/latest/projects/{projectKey}/secret-scanning/rules/{id}': { path: InProjectKeyId };
  'GET /api/latest/projects/{projectKey}/secret-scanning/rules/{id}': {
    path: InProjectKeyId;
    result: RestSecretScanningRule;
  };
  'PUT /api/latest/projects/{projectKey}/secret-scanning/rules/{id}': {
    path: InProjectKeyId;
    body: RestSecretScanningRuleSetRequest;
    result: RestSecretScanningRule;
  };
  'DELETE /api/latest/projects/{projectKey}/settings-restriction': {
    path: InProjectKey;
    query: { componentKey?: Text; featureKey: string; namespace: string };
  };
  'GET /api/latest/projects/{projectKey}/settings-restriction': {
    path: InProjectKey;
    query: { componentKey?: Text; featureKey: string; namespace: string };
    result: RestProjectSettingsRestriction;
  };
  'POST /api/latest/projects/{projectKey}/settings-restriction': {
    path: InProjectKey;
    body: RestProjectSettingsRestrictionRequest;
    result: RestProjectSettingsRestriction;
  };
  'GET /api/latest/projects/{projectKey}/settings-restriction/all': {
    path: InProjectKey;
    query: { featureKey: string; limit?: Num; namespace: string; start?: Num };
    result: Page<RestProjectSettingsRestriction>;
  };
  'DELETE /api/latest/projects/{projectKey}/settings/auto-decline': { path: InProjectKey };
  'GET /api/latest/projects/{projectKey}/settings/auto-decline': {
    path: InProjectKey;
    result: RestAutoDeclineSettings;
  };
  'PUT /api/latest/projects/{projectKey}/settings/auto-decline': {
    path: InProjectKey;
    body: RestAutoDeclineSettingsRequest;
    result: RestAutoDeclineSettings;
  };
  'DELETE /api/latest/projects/{projectKey}/settings/auto-merge': { path: InProjectKey };
  'GET /api/latest/projects/{projectKey}/settings/auto-merge': {
    path: InProjectKey;
    result: RestAutoMergeRestrictedSettings;
  };
  'PUT /api/latest/projects/{projectKey}/settings/auto-merge': {
    path: InProjectKey;
    body: RestAutoMergeProjectSettingsRequest;
    result: RestAutoMergeRestrictedSettings;
  };
  'DELETE /api/latest/projects/{projectKey}/settings/change-author': { path: InProjectKey };
  'GET /api/latest/projects/{projectKey}/settings/change-author': {
    path: InProjectKey;
    result: RestChangePullRequestAuthorRestrictedSettings;
  };
  'PUT /api/latest/projects/{projectKey}/settings/change-author': {
    path: InProjectKey;
    body: RestChangePullRequestAuthorProjectSettingsRequest;
    result: RestChangePullRequestAuthorRestrictedSettings;
  };
  'GET /api/latest/projects/{projectKey}/settings/hooks': {
    path: InProjectKey;
    query: { limit?: Num; start?: Num; type?: 'PRE_RECEIVE' | 'POST_RECEIVE' | undefined };
    result: Page<RestRepositoryHook>;
  };
  'GET /api/latest/projects/{projectKey}/settings/hooks/{hookKey}': {
    path: InProjectKeyHookKey;
    result: RestRepositoryHook;
  };
  'DELETE /api/latest/projects/{projectKey}/settings/hooks/{hookKey}/enabled': {
    path: InProjectKeyHookKey;
    result: RestRepositoryHook;
  };
  'PUT /api/latest/projects/{projectKey}/settings/hooks/{hookKey}/enabled': {
    path: InProjectKeyHookKey;
    body: JsonObject | undefined;
    result: RestRepositoryHook;
  };
  'GET /api/latest/projects/{projectKey}/settings/hooks/{hookKey}/settings': {
    path: InProjectKeyHookKey;
    result: ExampleSettings;
  };
  'PUT /api/latest/projects/{projectKey}/settings/hooks/{hookKey}/settings': {
    path: InProjectKeyHookKey;
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
    path: InProjectKey;
    query: ByLimitStart;
    result: Page<RestReviewerGroup>;
  };
  'POST /api/latest/projects/{projectKey}/settings/reviewer-groups': {
    path: InProjectKey;
    body: Draft<RestReviewerGroup>;
    result: RestReviewerGroup;
  };
  'DELETE /api/latest/projects/{projectKey}/settings/reviewer-groups/{id}': { path: InProjectKeyId };
  'GET /api/latest/projects/{projectKey}/settings/reviewer-groups/{id}': {
    path: InProjectKeyId;
    result: RestReviewerGroup;
  };
  'PUT /api/latest/projects/{projectKey}/settings/reviewer-groups/{id}': {
    path: InProjectKeyId;
    body: Draft<RestReviewerGroup>;
    result: RestReviewerGroup;
  };
  'GET /api/latest/projects/{projectKey}/webhooks': {
    path: InProjectKey;
    query: { event?: Text; limit?: Num; start?: Num; statistics?: Bool };
    result: Page<RestWebhook>;
  };
  'POST /api/latest/projects/{projectKey}/webhooks': {
    path: InProjectKey;
    body: Draft<RestWebhook>;
    result: RestWebhook;
  };
  'POST /api/latest/projects/{projectKey}/webhooks/test': {
    path: InProjectKey;
    query: { sslVerificationRequired?: Bool; url?: Text; webhookId?: Num };
    body: Draft<RestWebhookCredentials> | undefined;
    result: RestWebhookRequestResponse;
  };
  'DELETE /api/latest/projects/{projectKey}/webhooks/{webhookId}': { path: InProjectKeyWebhookId };
  'GET /api/latest/projects/{projectKey}/webhooks/{webhookId}': {
    path: InProjectKeyWebhookId;
    query: { statistics?: Bool };
    result: RestWebhook;
  };
  'PUT /api/latest/projects/{projectKey}/webhooks/{webhookId}': {
    path: InProjectKeyWebhookId;
    body: Draft<RestWebhook>;
    result: RestWebhook;
  };
  'GET /api/latest/projects/{projectKey}/webhooks/{webhookId}/latest': {
    path: InProjectKeyWebhookId;
    query: { event?: Text; outcome?: Text };
    result: RestDetailedInvocation;
  };
  'GET /api/latest/projects/{projectKey}/webhooks/{webhookId}/statistics': {
    path: InProjectKeyWebhookId;
    query: { event?: Text };
    result: RestInvocationHistory;
  };
  'GET /api/latest/projects/{projectKey}/webhooks/{webhookId}/statistics/summary': {
    path: InProjectKeyWebhookId;
    result: RestInvocationHistory | undefined;
  };
  'GET /api/latest/repos': {
    query: {
      archived?: Text;
      limit?: Num;
      name?: Text;
      permission?: 'REPO_READ' | 'REPO_WRITE' | 'REPO_ADMIN' | undefined;
      projectkey?: Text;
      projectname?: Text;
      start?: Num;
      state?: 'AVAILABLE' | 'INITIALISING' | 'INITIALISATION_FAILED' | undefined;
      visibility?: 'public' | 'private' | undefined;
    };
    result: Page<RestRepository>;
  };
  'GET /api/latest/secret-scanning/exempt': {
    query: { limit?: Num; order?: 'NAME_ASC' | 'NAME_DESC' | undefined; start?: Num };
    result: Page<RestRepository>;
  };
  'POST /api/latest/secret-scanning/exempt': { body: readonly RestRepositorySelector[] };
  'GET /api/latest/secret-scanning/rules': {
    query: ByFilterLimitOrderStart;
    result: Page<RestSecretScanningRule>;
  };
  'POST /api/latest/secret-scanning/rules': {
    body: RestSecretScanningRuleSetRequest;
    result: RestSecretScanningRule;
  };
  'DELETE /api/latest/secret-scanning/rules/{id}': { path: InId };
  'GET /api/latest/secret-scanning/rules/{id}': { path: InId; result: RestSecretScanningRule };
  'PUT /api/latest/secret-scanning/rules/{id}': {
    path: InId;
    body: RestSecretScanningRuleSetRequest;
    result: RestSecretScanningRule;
  };
  'GET /api/latest/signing/x509-certificates': { query: ByLimitStart; result: Page<RestX509Certificate> };
  'POST /api/latest/signing/x509-certificates': { body: FormData | Multipart; result: RestX509Certificate };
  'PUT /api/latest/signing/x509-certificates/crl/{id}': { path: InId; body: JsonObject | undefined };
  'DELETE /api/latest/signing/x509-certificates/{id}': { path: InId };
  'GET /api/latest/system-signing/configuration': { result: RestSystemSigningConfiguration };
  'POST /api/latest/system-signing/configuration': {
    body: { enabled?: Bool };
    result: RestSystemSigningConfiguration;
  };
  'GET /api/latest/users': {
    query: {
      filter?: Text;
      group?: Text;
      limit?: Num;
      permission?: Text;
      [key: `permission.${string}`]: string | undefined;
      start?: Num;
    };
    result: Page<RestApplicationUser>;
  };
  'PUT /api/latest/users': { body: UserUpdateWithCredentials; result: RestApplicationUser };
  'PUT /api/latest/users/credentials': { body: UserPasswordUpdate };
  'GET /api/latest/users/{userSlug}': { path: InUserSlug; result: RestApplicationUser };
  'DELETE /api/latest/users/{userSlug}/avatar.png': { path: InUserSlug; result: RestNamedLink };
  'POST /api/latest/users/{userSlug}/avatar.png': { path: InUserSlug; body: FormData | Multipart };
  'GET /api/latest/users/{userSlug}/settings': { path: InUserSlug; result: ExampleSettingsMap };
  'POST /api/latest/users/{userSlug}/settings': { path: InUserSlug; body: Draft<ExampleSettingsMap> };
  'DELETE /audit/latest/notification-settings/retention-config-review': { result: undefined };
  'GET /authconfig/latest/idps': {
    query: ByLimitStart;
    result: {
      isLastPage?: boolean;
      limit?: number;
      results?: IdpConfigEntity[];
      size?: number;
      start?: number;
    };
  };
  'POST /authconfig/latest/idps': { body: Draft<IdpConfigEntity>; result: IdpConfigEntity };
  'DELETE /authconfig/latest/idps/{id}': { path: InId; result: IdpConfigEntity };
  'GET /authconfig/latest/idps/{id}': { path: InId; result: IdpConfigEntity };
  'PATCH /authconfig/latest/idps/{id}': { path: InId; body: Draft<IdpConfigEntity>; result: IdpConfigEntity };
  'GET /authconfig/latest/jit-users': { result: JitUserEntity[] };
  'GET /authconfig/latest/login-options': {
    query: ByLimitStart;
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
    path: InRepo;
    query: {
      limit?: Num;
      matcherId?: Text;
      matcherType?: 'BRANCH' | 'PATTERN' | 'MODEL_CATEGORY' | 'MODEL_BRANCH' | undefined;
      start?: Num;
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
    path: InRepo;
    body: readonly RestRestrictionRequest[];
    headers: { 'content-type': 'application/vnd.atl.bitbucket.bulk+json' };
    result: RestRefRestriction[];
  };
  'DELETE /branch-permissions/latest/projects/{projectKey}/repos/{repositorySlug}/restrictions/{id}': {
    path: InRepoId;
  };
  'GET /branch-permissions/latest/projects/{projectKey}/repos/{repositorySlug}/restrictions/{id}': {
    path: InRepoId;
    result: RestRefRestriction;
  };
  'GET /branch-permissions/latest/projects/{projectKey}/restrictions': {
    path: InProjectKey;
    query: {
      limit?: Num;
      matcherId?: Text;
      matcherType?: 'BRANCH' | 'PATTERN' | 'MODEL_CATEGORY' | 'MODEL_BRANCH' | undefined;
      start?: Num;
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
    path: InProjectKey;
    body: readonly RestRestrictionRequest[];
    headers: { 'content-type': 'application/vnd.atl.bitbucket.bulk+json' };
    result: RestRefRestriction[];
  };
  'DELETE /branch-permissions/latest/projects/{projectKey}/restrictions/{id}': { path: InProjectKeyId };
  'GET /branch-permissions/latest/projects/{projectKey}/restrictions/{id}': {
    path: InProjectKeyId;
    result: RestRefRestriction;
  };
  'DELETE /branch-utils/latest/projects/{projectKey}/repos/{repositorySlug}/branches': {
    path: InRepo;
    body: RestBranchDeleteRequest | undefined;
  };
  'POST /branch-utils/latest/projects/{projectKey}/repos/{repositorySlug}/branches': {
    path: InRepo;
    body: RestBranchCreateRequest;
    result: RestBranch;
  };
  'GET /branch-utils/latest/projects/{projectKey}/repos/{repositorySlug}/branches/info/{commitId}': {
    path: InRepoCommitId;
    query: ByLimitStart;
    result: Page<RestMinimalRef>;
  };
  'POST /build-status/latest/commits/stats': { body: readonly string[]; result: RestMultipleBuildStats };
  'GET /build-status/latest/commits/stats/{commitId}': {
    path: InCommitId;
    query: { includeUnique?: Bool };
    result: RestBuildStats;
  };
  /** @deprecated Use `GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/builds`. */
  'GET /build-status/latest/commits/{commitId}': {
    path: InCommitId;
    query: { limit?: Num; orderBy?: Text; start?: Num };
    result: Page<RestBuildStatus>;
  };
  /** @deprecated Use `POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/builds`. */
  'POST /build-status/latest/commits/{commitId}': { path: InCommitId; body: Draft<RestBuildStatus> };
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
    path: InProjectKey;
    body: RestDefaultReviewersRequest;
    result: RestPullRequestCondition;
  };
  'DELETE /default-reviewers/latest/projects/{projectKey}/condition/{id}': { path: InProjectKeyId };
  'PUT /default-reviewers/latest/projects/{projectKey}/condition/{id}': {
    path: InProjectKeyId;
    body: RestDefaultReviewersRequest;
    result: RestPullRequestCondition;
  };
  'GET /default-reviewers/latest/projects/{projectKey}/conditions': {
    path: InProjectKey;
    result: RestPullRequestCondition[];
  };
  'POST /default-reviewers/latest/projects/{projectKey}/repos/{repositorySlug}/condition': {
    path: InRepo;
    body: RestDefaultReviewersRequest;
    result: RestPullRequestCondition;
  };
  'DELETE /default-reviewers/latest/projects/{projectKey}/repos/{repositorySlug}/condition/{id}': {
    path: InRepoId;
  };
  'PUT /default-reviewers/latest/projects/{projectKey}/repos/{repositorySlug}/condition/{id}': {
    path: InRepoId;
    body: RestDefaultReviewersRequest;
    result: RestPullRequestCondition;
  };
  'GET /default-reviewers/latest/projects/{projectKey}/repos/{repositorySlug}/conditions': {
    path: InRepo;
    result: RestPullRequestCondition[];
  };
  'GET /default-reviewers/latest/projects/{projectKey}/repos/{repositorySlug}/reviewers': {
    path: InRepo;
    query: {
      sourceRefId?: Text;
      sourceRepoId?: number | string | undefined;
      targetRefId?: Text;
      targetRepoId?: number | string | undefined;
    };
    result: RestPullRequestCondition[];
  };
  'DELETE /default-tasks/latest/projects/{projectKey}/repos/{repositorySlug}/tasks': { path: InRepo };
  'GET /default-tasks/latest/projects/{projectKey}/repos/{repositorySlug}/tasks': {
    path: InRepo;
    query: { limit?: Num; markup?: Bool; start?: Num };
    result: Page<RestDefaultTask>;
  };
  'POST /default-tasks/latest/projects/{projectKey}/repos/{repositorySlug}/tasks': {
    path: InRepo;
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
  'DELETE /default-tasks/latest/projects/{projectKey}/tasks': { path: InProjectKey };
  'GET /default-tasks/latest/projects/{projectKey}/tasks': {
    path: InProjectKey;
    query: { limit?: Num; markup?: Bool; start?: Num };
    result: Page<RestDefaultTask>;
  };
  'POST /default-tasks/latest/projects/{projectKey}/tasks': {
    path: InProjectKey;
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
    path: InRepoPullRequestId;
    result: RestPullRequestRebaseability;
  };
  'POST /git/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/rebase': {
    path: InRepoPullRequestId;
    body: RestPullRequestRebaseRequest | undefined;
    result: RestPullRequestRebaseResult;
  };
  'POST /git/latest/projects/{projectKey}/repos/{repositorySlug}/tags': {
    path: InRepo;
    body: RestGitTagCreateRequest;
    result: RestTag;
  };
  'DELETE /git/latest/projects/{projectKey}/repos/{repositorySlug}/tags/{name}': {
    path: { projectKey: string; repositorySlug: string; name: string };
  };
  'DELETE /gpg/latest/keys': { query: ByUser };
  'GET /gpg/latest/keys': { query: { limit?: Num; start?: Num; user?: Text }; result: Page<RestGpgKey> };
  'POST /gpg/latest/keys': { query: ByUser; body: Draft<RestGpgKey>; result: RestGpgKey };
  'DELETE /gpg/latest/keys/{fingerprintOrId}': { path: { fingerprintOrId: string } };
  'GET /indexing/latest/projects/{projectKey}/repos/{repositorySlug}': {
    path: InRepo;
    result: RestRepositoryIndexingDetails;
  };
  'GET /indexing/latest/projects/{projectKey}/repos/{repositorySlug}/indexing-queue-details': {
    path: InRepo;
    result: RestRepositoryIndexingQueueDetails;
  };
  'GET /indexing/latest/projects/{projectKey}/repos/{repositorySlug}/indexing-queued-status': {
    path: InRepo;
    result: RestIndexingIsRepositoryQueued;
  };
  'POST /indexing/latest/reindex': { body: readonly RestRepositorySelector[] };
  'POST /indexing/latest/restart': { body: RestIndexingWorkerRestartRequest | undefined };
  'GET /indexing/latest/support-info/broken-index-status-repos': {
    query: ByLimitStart;
    result: Page<RestBrokenIndexStatusRepository>;
  };
  'GET /indexing/latest/support-info/indexing-thread-snapshot': { result: RestIndexingThreadDetails[] };
  'PUT /indexing/latest/threads': { body: RestIndexingWorkerThreadsRequest };
  'GET /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/annotations': {
    path: InRepoCommitId;
    query: { externalId?: Text; key?: Text; path?: Text; severity?: Text; type?: Text };
    result: RestInsightAnnotationsResponse;
  };
  'GET /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports': {
    path: InRepoCommitId;
    query: ByLimitStart;
    result: Page<RestInsightReport>;
  };
  'DELETE /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports/{key}': {
    path: InRepoCommitIdKey;
  };
  'GET /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports/{key}': {
    path: InRepoCommitIdKey;
    result: RestInsightReport;
  };
  'PUT /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports/{key}': {
    path: InRepoCommitIdKey;
    body: RestSetInsightReportRequest;
    result: RestInsightReport;
  };
  'DELETE /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports/{key}/annotations': {
    path: InRepoCommitIdKey;
    query: { externalId?: Text };
  };
  'GET /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports/{key}/annotations': {
    path: InRepoCommitIdKey;
    result: RestInsightAnnotationsResponse;
  };
  'POST /insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports/{key}/annotations': {
    path: InRepoCommitIdKey;
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
    query: { applicationId?: Text };
    body: string;
    result: RestCommentJiraIssue;
  };
  'GET /jira/latest/issues/{issueKey}/commits': {
    path: { issueKey: string };
    query: { limit?: Num; maxChanges?: Num; start?: Num };
    result: Page<RestChangeset>;
  };
  'GET /jira/latest/projects/{projectKey}/primary-enhanced-entitylink': {
    path: InProjectKey;
    result: RestEnhancedEntityLink;
  };
  'GET /jira/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}/issues': {
    path: InRepoPullRequestId;
    result: RestJiraIssue[];
  };
  'GET /keys/latest/projects/{projectKey}/repos/{repositorySlug}/ssh': {
    path: InRepo;
    query: {
      effective?: Bool;
      filter?: Text;
      limit?: Num;
      minimumPermission?: Text;
      permission?: Text;
      start?: Num;
    };
    result: Page<RestSshAccessKey>;
  };
  'POST /keys/latest/projects/{projectKey}/repos/{repositorySlug}/ssh': {
    path: InRepo;
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
    path: InProjectKey;
    query: { filter?: Text; limit?: Num; permission?: Text; start?: Num };
    result: Page<RestSshAccessKey>;
  };
  'POST /keys/latest/projects/{projectKey}/ssh': {
    path: InProjectKey;
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
  'DELETE /keys/latest/ssh/{keyId}': { path: InKeyId; body: RestSshAccessKeyLocations | undefined };
  'GET /keys/latest/ssh/{keyId}/projects': {
    path: InKeyId;
    query: ByLimitStart;
    result: Page<RestSshAccessKey>;
  };
  'GET /keys/latest/ssh/{keyId}/repos': {
    path: InKeyId;
    query: { limit?: Num; start?: Num; withRestrictions?: Bool };
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
    query: { delayThreshold?: Text; limit?: Num };
    result: RestDelayedSyncRepository[];
  };
  'GET /mirroring/latest/mirrorRepos/{externalRepositoryId}': {
    path: { externalRepositoryId: string };
    result: RestMirroredRepository;
  };
  'GET /mirroring/latest/mirrorServers': { query: ByLimitStart; result: Page<RestMirrorServer> };
  'DELETE /mirroring/latest/mirrorServers/{mirrorId}': { path: InMirrorId };
  'GET /mirroring/latest/mirrorServers/{mirrorId}': { path: InMirrorId; result: RestMirrorServer };
  'PUT /mirroring/latest/mirrorServers/{mirrorId}': {
    path: InMirrorId;
    body: RestMirrorUpgradeRequest;
    result: RestMirrorServer;
  };
  'POST /mirroring/latest/mirrorServers/{mirrorId}/events': {
    path: InMirrorId;
    body: RestRepositoryMirrorEvent;
  };
  'GET /mirroring/latest/progress': { result: RestSyncProgress };
  'GET /mirroring/latest/projects/{projectId}': { path: InProjectId; result: RestProject };
  'GET /mirroring/latest/projects/{projectId}/repos': {
    path: InProjectId;
    query: { includeDefaultBranch?: Bool; limit?: Num; start?: Num };
    result: Page<EnrichedRepository>;
  };
  'GET /mirroring/latest/repos': {
    query: { includeDefaultBranch?: Bool; limit?: Num; start?: Num };
    result: Page<EnrichedRepository>;
  };
  'GET /mirroring/latest/repos/{repoId}': {
    path: { repoId: string };
    query: { includeDefaultBranch?: Bool };
    result: EnrichedRepository;
  };
  'GET /mirroring/latest/repos/{repoId}/mirrors': {
    path: { repoId: string };
    query: { limit?: Num; preAuthorized?: Bool; start?: Num };
    result: Page<RestMirroredRepositoryDescriptor>;
  };
  'GET /mirroring/latest/requests': {
    query: { limit?: Num; start?: Num; state?: 'PENDING' | 'ACCEPTED' | 'REJECTED' | undefined };
    result: Page<RestMirroringRequest>;
  };
  'POST /mirroring/latest/requests': { body: Draft<RestMirroringRequest>; result: RestMirroringRequest };
  'DELETE /mirroring/latest/requests/{mirroringRequestId}': { path: InMirroringRequestId };
  'GET /mirroring/latest/requests/{mirroringRequestId}': {
    path: InMirroringRequestId;
    result: RestMirroringRequest;
  };
  'POST /mirroring/latest/requests/{mirroringRequestId}/accept': {
    path: InMirroringRequestId;
    body: JsonObject | undefined;
    result: RestMirrorServer;
  };
  'POST /mirroring/latest/requests/{mirroringRequestId}/reject': {
    path: InMirroringRequestId;
    body: JsonObject | undefined;
    result: RestMirrorServer;
  };
  'GET /mirroring/latest/supportInfo/projects/{projectKey}/repos/{repositorySlug}/repo-lock-owner': {
    path: InRepo;
    result: RestRepositoryLockOwner;
  };
  'GET /mirroring/latest/supportInfo/projects/{projectKey}/repos/{repositorySlug}/repoSyncStatus': {
    path: InRepo;
    result: RestMirrorRepositorySynchronizationStatus;
  };
  'GET /mirroring/latest/supportInfo/refChangesQueue': { result: RestRefSyncQueue };
  'GET /mirroring/latest/supportInfo/refChangesQueue/count': { result: number };
  'GET /mirroring/latest/supportInfo/repo-lock-owners': { result: RestRepositoryLockOwner[] };
  'GET /mirroring/latest/supportInfo/repoSyncStatus': {
    query: ByLimitStart;
    result: Page<RestMirrorRepositorySynchronizationStatus>;
  };
  'GET /mirroring/latest/syncSettings': { result: RestUpstreamSettings };
  'PUT /mirroring/latest/syncSettings': { body: Draft<RestUpstreamSettings>; result: RestUpstreamSettings };
  'GET /mirroring/latest/syncSettings/mode': { result: string };
  'PUT /mirroring/latest/syncSettings/mode': { body: string; result: string };
  'GET /mirroring/latest/syncSettings/projects': { result: string[] };
  'POST /mirroring/latest/syncSettings/projects': { body: readonly string[]; result: string[] };
  'DELETE /mirroring/latest/syncSettings/projects/{projectId}': { path: InProjectId };
  'POST /mirroring/latest/syncSettings/projects/{projectId}': {
    path: InProjectId;
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
    path: InRepo;
    body: RestRequiredBuildConditionSetRequest;
    result: RestRequiredBuildCondition;
  };
  'DELETE /required-builds/latest/projects/{projectKey}/repos/{repositorySlug}/condition/{id}': {
    path: InRepoId;
  };
  'PUT /required-builds/latest/projects/{projectKey}/repos/{repositorySlug}/condition/{id}': {
    path: InRepoId;
    body: RestRequiredBuildConditionSetRequest;
    result: RestRequiredBuildCondition;
  };
  'GET /required-builds/latest/projects/{projectKey}/repos/{repositorySlug}/conditions': {
    path: InRepo;
    query: ByLimitStart;
    result: Page<RestRequiredBuildCondition>;
  };
  'DELETE /secrets/1.0/keys/inactive': { result: undefined };
  'GET /secrets/1.0/keys/inactive': { result: JsonObject };
  'POST /secrets/1.0/keys/rotate': { body: JsonObject | undefined };
  'DELETE /ssh/latest/keys': { query: { user?: Text; userName?: Text } };
  'GET /ssh/latest/keys': {
    query: { limit?: Num; start?: Num; user?: Text; userName?: Text };
    result: Page<RestSshKey>;
  };
  'POST /ssh/latest/keys': { query: ByUser; body: Draft<RestSshKey>; result: RestSshKey };
  'DELETE /ssh/latest/keys/{keyId}': { path: InKeyId };
  'GET /ssh/latest/keys/{keyId}': { path: InKeyId; result: RestSshKey };
  'GET /ssh/latest/settings': { result: RestSshSettings };
  'GET /sync/latest/projects/{projectKey}/repos/{repositorySlug}': {
    path: InRepo;
    query: ByAt;
    result: RestRefSyncStatus;
  };
  'POST /sync/latest/projects/{projectKey}/repos/{repositorySlug}': {
    path: InRepo;
    body: Draft<RestRefSyncStatus>;
    result: RestRefSyncStatus | undefined;
  };
  'POST /sync/latest/projects/{projectKey}/repos/{repositorySlug}/synchronize': {
    path: InRepo;
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
  'GET /tsv/latest/elevate-permissions': { query: ByActionType };
  'POST /tsv/latest/elevate-permissions/password': { query: ByActionType; body: TotpElevationRestDTO };
  'POST /tsv/latest/elevate-permissions/recovery-code': {
    query: ByActionType;
    body: Draft<TotpRecoveryCodeDTO>;
    result: TotpRecoveryCodeDTO;
  };
  'POST /tsv/latest/elevate-permissions/totp': { query: ByActionType; body: TotpElevationRestDTO };
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
