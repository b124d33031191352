/** Every operation of Bitbucket Cloud's REST API by its route, without the `/2.0` before it. Written by scripts/generate; not edited by hand. */

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

/** A draft of which some parts must be there. */
export type DraftWith<T, Asked extends keyof T> = Draft<T> & {
  readonly [Key in Asked]-?: Draft<Exclude<T[Key], undefined>>;
};
export interface Page<Item> {
  values: Item[];
  next?: string;
  previous?: string;
  page?: number;
  pagelen?: number;
  size?: number;
}

export interface Account {
  account_id?: string;
  account_status?: string;
  created_on?: string;
  display_name: string;
  has_2fa_enabled?: boolean;
  is_staff?: boolean;
  kind?: string;
  links?: AccountLinks;
  nickname?: string;
  type: string;
  username?: string;
  uuid: string;
}
export interface AccountLinks {
  avatar?: Link;
  html?: Link;
  members?: Link;
  projects?: Link;
  repositories?: Link;
  self?: Link;
}
export interface ApplicationProperty {
  _attributes?: Open<'public' | 'read_only'>[];
}
export interface Author {
  raw?: string;
  type: string;
  user?: Account;
}
export interface BaseCommit {
  author?: Author;
  committer?: Committer;
  date: string;
  hash: string;
  links?: { diff?: Link; html?: Link; self?: Link };
  message: string;
  parents?: ShortCommit[];
  participants?: Participant[];
  repository?: Repository;
  snippet?: Snippet;
  summary?: RenderedText;
  type: string;
}
export interface Branch {
  default_merge_strategy?: string;
  links?: { commits?: Link; html?: Link; self?: Link };
  merge_strategies?: MergeStrategy[];
  name: string;
  target: Commit;
  type: string;
}
export interface BranchingModel {
  branch_types?: { kind: Open<'feature' | 'bugfix' | 'release' | 'hotfix'>; prefix: string }[];
  development?: { branch?: Branch; name: string | null; use_mainbranch: boolean };
  production?: { branch?: Branch; name: string | null; use_mainbranch: boolean };
  type: string;
}
export interface BranchingModelSettings {
  branch_types?: {
    enabled?: boolean;
    kind: Open<'feature' | 'bugfix' | 'release' | 'hotfix'>;
    prefix?: string;
  }[];
  development?: { is_valid?: boolean; name?: string | null; use_mainbranch?: boolean };
  links?: { self?: Link };
  production?: { enabled?: boolean; is_valid?: boolean; name?: string | null; use_mainbranch?: boolean };
  type: string;
}
export interface Branchrestriction {
  branch_match_kind: Open<'branching_model' | 'glob'>;
  branch_type?: Open<'feature' | 'bugfix' | 'release' | 'hotfix' | 'development' | 'production'>;
  groups?: Group[];
  id?: number;
  kind: Open<
    | 'push'
    | 'delete'
    | 'force'
    | 'restrict_merges'
    | 'require_tasks_to_be_completed'
    | 'require_approvals_to_merge'
    | 'require_review_group_approvals_to_merge'
    | 'require_default_reviewer_approvals_to_merge'
    | 'require_no_changes_requested'
    | 'require_passing_builds_to_merge'
    | 'require_commits_behind'
    | 'reset_pullrequest_approvals_on_change'
    | 'smart_reset_pullrequest_approvals'
    | 'reset_pullrequest_changes_requested_on_change'
    | 'require_all_dependencies_merged'
    | 'enforce_merge_checks'
    | 'allow_auto_merge_when_builds_pass'
    | 'require_all_comments_resolved'
  >;
  links?: { self?: Link };
  pattern: string;
  type: string;
  users?: Account[];
  value?: number;
}
export interface Comment {
  commit?: ShortCommit;
  content?: RenderedText;
  created_on?: string;
  deleted?: boolean;
  id: number;
  inline?: {
    from?: number | null;
    path: string;
    start_from?: number | null;
    start_to?: number | null;
    to?: number | null;
  };
  issue?: Issue;
  links?: { code?: Link; html?: Link; self?: Link };
  parent?: Comment;
  pending?: boolean;
  pullrequest?: ShortPullrequest;
  resolution?: CommentResolution;
  type: string;
  updated_on?: string;
  user?: Account;
}
export interface CommentResolution {
  created_on?: string;
  type: string;
  user?: Account;
}
export interface Commit {
  author?: Author;
  committer?: Committer;
  date: string;
  hash: string;
  links?: {
    approve?: Link;
    comments?: Link;
    diff?: Link;
    html?: Link;
    patch?: Link;
    self?: Link;
    statuses?: Link;
  };
  message: string;
  parents?: ShortCommit[];
  participants?: Participant[];
  repository?: Repository;
  summary?: RenderedText;
  type: string;
}
export interface CommitComment {
  commit?: ShortCommit;
  content?: RenderedText;
  created_on?: string;
  deleted?: boolean;
  id: number;
  inline?: {
    from?: number | null;
    path: string;
    start_from?: number | null;
    start_to?: number | null;
    to?: number | null;
  };
  links?: { code?: Link; html?: Link; self?: Link };
  parent?: Comment;
  type: string;
  updated_on?: string;
  user?: Account;
}
export interface CommitFile {
  attributes?: Open<'link' | 'executable' | 'subrepository' | 'binary' | 'lfs'>;
  commit?: ShortCommit;
  escaped_path?: string;
  path: string;
  type: string;
}
export interface Commitstatus {
  created_on?: string;
  description?: string;
  key: string;
  links?: { commit?: Link; self?: Link };
  name?: string;
  refname?: string;
  state: Open<'FAILED' | 'INPROGRESS' | 'STOPPED' | 'SUCCESSFUL'>;
  type: string;
  updated_on?: string;
  url?: string;
}
export interface Committer {
  raw?: string;
  type: string;
  user?: Account;
}
export interface Component {
  id?: number;
  links?: { self?: Link };
  name?: string;
  type: string;
}
export interface DefaultReviewerAndType {
  reviewer_type?: string;
  type: string;
  user?: User;
}
export interface DeployKey {
  added_on?: string;
  comment?: string;
  id?: number;
  key?: string;
  label?: string;
  last_used?: string;
  links?: { self?: Link };
  owner?: Account;
  repository?: Repository;
  type: string;
}
export interface Deployment {
  environment?: DeploymentEnvironment;
  release?: DeploymentRelease;
  state?: DeploymentState;
  type: string;
  uuid?: string;
}
export interface DeploymentEnvironment {
  name?: string;
  type: string;
  uuid?: string;
}
export interface DeploymentRelease {
  commit?: ShortCommit;
  created_on?: string;
  name?: string;
  type: string;
  url?: string;
  uuid?: string;
}
export interface DeploymentState {
  completion_date?: string;
  deployer?: Account;
  name?: Open<'UNDEPLOYED' | 'IN_PROGRESS' | 'COMPLETED'>;
  start_date?: string;
  status?: DeploymentStateCompletedStatus;
  trigger_url?: string;
  type: string;
  url?: string;
}
export interface DeploymentStateCompletedStatus {
  name?: Open<'SUCCESSFUL' | 'FAILED' | 'STOPPED'>;
  type: string;
}
export interface DeploymentVariable {
  key?: string;
  secured?: boolean;
  type: string;
  uuid?: string;
  value?: string;
}
export interface Diffstat {
  lines_added?: number;
  lines_removed?: number;
  new?: CommitFile | null;
  old?: CommitFile | null;
  status?: Open<'added' | 'removed' | 'modified' | 'renamed'>;
  type: string;
}
export interface Download {
  created_on?: string;
  downloads?: number;
  links?: { self?: Link };
  name: string;
  size?: number;
  type?: string;
  user?: Account;
}
export interface EffectiveRepoBranchingModel {
  branch_types?: { kind: Open<'feature' | 'bugfix' | 'release' | 'hotfix'>; prefix: string }[];
  development?: { branch?: Branch; name: string | null; use_mainbranch: boolean };
  production?: { branch?: Branch; name: string | null; use_mainbranch: boolean };
  type: string;
}
export interface EmailAddress {
  email: string;
  is_confirmed?: boolean;
  is_primary?: boolean;
  links?: { self?: Link };
  type?: string;
}
export interface ExportOptions {
  include_attachments?: boolean | undefined;
  project_key?: string | undefined;
  project_name?: string | undefined;
  send_email?: boolean | undefined;
  type?: string | undefined;
}
export interface FileConflict {
  message?: string;
  path?: string;
  scenario?: Open<
    | 'delete_modify'
    | 'modify_delete'
    | 'content'
    | 'binary'
    | 'flags'
    | 'mode'
    | 'type'
    | 'symlink'
    | 'directory_file'
    | 'file_directory'
    | 'add_rename'
    | 'rename_add'
    | 'delete_rename'
    | 'rename_delete'
    | 'rename'
    | 'subrepo'
    | 'unknown'
  >;
  type: string;
}
export interface GPGAccountKey {
  added_on?: string;
  created_on?: string;
  expires_on?: string;
  fingerprint?: string;
  key?: string;
  key_id?: string;
  last_used?: string;
  links?: { self?: Link };
  name?: string;
  owner?: Account;
  parent_fingerprint?: string | null;
  subkeys?: GPGAccountKey[];
  type: string;
}
export interface Group {
  full_slug?: string;
  links?: { html?: Link; self?: Link };
  name?: string;
  owner?: Account;
  slug?: string;
  type: string;
  workspace?: Workspace;
}
export interface HookEvent {
  category?: string;
  description?: string;
  event?: WebhookEventKey;
  label?: string;
}
export interface Issue {
  assignee?: Account;
  component?: Component;
  content?: RenderedText;
  created_on?: string;
  edited_on?: string;
  id: number;
  kind?: Open<'bug' | 'enhancement' | 'proposal' | 'task'>;
  links?: { attachments?: Link; comments?: Link; html?: Link; self?: Link; vote?: Link; watch?: Link };
  milestone?: Milestone;
  priority?: Open<'trivial' | 'minor' | 'major' | 'critical' | 'blocker'>;
  reporter?: Account;
  repository?: Repository;
  state?: Open<
    'submitted' | 'new' | 'open' | 'resolved' | 'on hold' | 'invalid' | 'duplicate' | 'wontfix' | 'closed'
  >;
  title: string;
  type: string;
  updated_on?: string;
  version?: Version;
  votes?: number;
}
export interface IssueAttachment {
  links?: { self?: Link };
  name?: string;
  type: string;
}
export interface IssueChange {
  changes?: {
    assignee?: { new?: string; old?: string };
    component?: { new?: string; old?: string };
    content?: { new?: string; old?: string };
    kind?: { new?: string; old?: string };
    milestone?: { new?: string; old?: string };
    priority?: { new?: string; old?: string };
    state?: { new?: string; old?: string };
    title?: { new?: string; old?: string };
    version?: { new?: string; old?: string };
  };
  created_on?: string;
  issue?: Issue;
  links?: { issue?: Link; self?: Link };
  message?: RenderedText;
  name?: string;
  type: string;
  user?: Account;
}
export interface IssueComment {
  content?: RenderedText;
  created_on?: string;
  deleted?: boolean;
  id?: number;
  inline?: {
    from?: number | null;
    path: string;
    start_from?: number | null;
    start_to?: number | null;
    to?: number | null;
  };
  issue?: Issue;
  links?: { code?: Link; html?: Link; self?: Link };
  parent?: Comment;
  type: string;
  updated_on?: string;
  user?: Account;
}
export interface IssueJobStatus {
  count?: number;
  pct?: number;
  phase?: string;
  status?: Open<'ACCEPTED' | 'STARTED' | 'RUNNING' | 'FAILURE'>;
  total?: number;
  type?: string;
}
export interface Link {
  href: string;
  name?: string;
}
export type MergeStrategy = Open<
  'merge_commit' | 'squash' | 'fast_forward' | 'squash_fast_forward' | 'rebase_fast_forward' | 'rebase_merge'
>;
export interface MergeTask {
  links?: { self?: Link };
  merge_result?: Pullrequest;
  task_status: string;
}
export interface Milestone {
  id?: number;
  links?: { self?: Link };
  name?: string;
  type: string;
}
export type PaginatedAccounts = Page<Account>;
export type PaginatedAnnotations = Page<ReportAnnotation>;
export type PaginatedBranches = Page<Branch>;
export type PaginatedBranchrestrictions = Page<Branchrestriction>;
export type PaginatedChangeset = Page<BaseCommit>;
export type PaginatedCommitComments = Page<CommitComment>;
export type PaginatedCommitstatuses = Page<Commitstatus>;
export type PaginatedComponents = Page<Component>;
export type PaginatedDefaultReviewerAndType = Page<DefaultReviewerAndType>;
export type PaginatedDeployKeys = Page<DeployKey>;
export type PaginatedDeploymentVariable = Page<DeploymentVariable>;
export type PaginatedDeployments = Page<Deployment>;
export type PaginatedDiffstats = Page<Diffstat>;
export type PaginatedEnvironments = Page<DeploymentEnvironment>;
export type PaginatedFileConflicts = Page<FileConflict>;
export type PaginatedFiles = Page<CommitFile>;
export type PaginatedGpgUserKeys = Page<GPGAccountKey>;
export type PaginatedHookEvents = Page<HookEvent>;
export type PaginatedIssueAttachments = Page<IssueAttachment>;
export type PaginatedIssueComments = Page<IssueComment>;
export type PaginatedIssues = Page<Issue>;
export type PaginatedLogEntries = Page<IssueChange>;
export type PaginatedMilestones = Page<Milestone>;
export type PaginatedPipelineCaches = Page<PipelineCache>;
export type PaginatedPipelineKnownHosts = Page<PipelineKnownHost>;
export type PaginatedPipelineRunners = Page<PipelineRunner>;
export type PaginatedPipelineScheduleExecutions = Page<PipelineScheduleExecution>;
export type PaginatedPipelineSchedules = Page<PipelineSchedule>;
export type PaginatedPipelineSteps = Page<PipelineStep>;
export type PaginatedPipelineVariables = Page<PipelineVariable>;
export type PaginatedPipelines = Page<Pipeline>;
export type PaginatedProjectDeployKeys = Page<ProjectDeployKey>;
export type PaginatedProjectGroupPermissions = Page<ProjectGroupPermission>;
export type PaginatedProjectUserPermissions = Page<ProjectUserPermission>;
export type PaginatedProjects = Page<Project>;
export type PaginatedPullrequestComments = Page<PullrequestComment>;
export type PaginatedPullrequests = Page<Pullrequest>;
export type PaginatedRefs = Page<Ref>;
export type PaginatedReports = Page<Report>;
export type PaginatedRepositories = Page<Repository>;
export type PaginatedRepositoryGroupPermissions = Page<RepositoryGroupPermission>;
export type PaginatedRepositoryPermissions = Page<RepositoryPermission>;
export type PaginatedRepositoryUserPermissions = Page<RepositoryUserPermission>;
export type PaginatedSnippetComments = Page<SnippetComment>;
export type PaginatedSnippetCommit = Page<SnippetCommit>;
export type PaginatedSnippets = Page<Snippet>;
export type PaginatedSshUserKeys = Page<SshAccountKey>;
export type PaginatedTags = Page<Tag>;
export type PaginatedTasks = Page<PullrequestCommentTask>;
export type PaginatedTreeentries = Page<Treeentry>;
export type PaginatedVersions = Page<Version>;
export type PaginatedWebhookSubscriptions = Page<WebhookSubscription>;
export type PaginatedWorkspaceAccess = Page<WorkspaceAccess>;
export type PaginatedWorkspaceMemberships = Page<WorkspaceMembership>;
export type PaginatedWorkspaces = Page<Workspace>;
export interface Participant {
  approved?: boolean;
  participated_on?: string | null;
  role?: Open<'PARTICIPANT' | 'REVIEWER'>;
  state?: Open<'approved' | 'changes_requested'> | null;
  type: string;
  user?: Account;
}
export interface Pipeline {
  build_number?: number;
  build_seconds_used?: number;
  completed_on?: string;
  configuration_sources?: PipelineConfigurationSource[];
  created_on?: string;
  creator?: Account;
  links?: PipelinesPipelineLinks;
  repository?: Repository;
  state?: PipelineState;
  target?: PipelineTarget;
  trigger?: PipelineTrigger;
  type: string;
  uuid?: string;
  variables?: PipelineVariable[];
}
export interface PipelineBuildNumber {
  next?: number;
  type: string;
}
export interface PipelineCache {
  created_on?: string;
  file_size_bytes?: number;
  key_hash?: string;
  name?: string;
  path?: string;
  pipeline_uuid?: string;
  step_uuid?: string;
  type: string;
  uuid?: string;
}
export interface PipelineCacheContentUri {
  uri?: string;
}
export interface PipelineCommand {
  command?: string;
  name?: string;
}
export interface PipelineConfigurationSource {
  source: string;
  uri: string;
}
export interface PipelineError {
  key?: string;
  message?: string;
  type: string;
}
export interface PipelineImage {
  email?: string;
  name?: string;
  password?: string;
  username?: string;
}
export interface PipelineKnownHost {
  hostname?: string;
  public_key?: PipelineSshPublicKey;
  type: string;
  uuid?: string;
}
export interface PipelineRefTarget {
  commit?: ShortCommit;
  ref_name?: string;
  ref_type?: Open<'branch' | 'tag' | 'named_branch' | 'bookmark'>;
  selector?: PipelineSelector;
  type: string;
}
export interface PipelineRunner {
  created_on?: string;
  labels?: string[];
  name?: string;
  oauth_client?: PipelineRunnerOauthClient;
  state?: PipelineRunnerState;
  type: string;
  updated_on?: string;
  uuid?: string;
}
export interface PipelineRunnerOauthClient {
  audience?: string;
  id?: string;
  secret?: string;
  token_endpoint?: string;
  type: string;
}
export interface PipelineRunnerState {
  cordoned?: boolean;
  status?: Open<'UNREGISTERED' | 'ONLINE' | 'OFFLINE' | 'DISABLED' | 'ENABLED' | 'UNHEALTHY'>;
  type: string;
  updated_on?: string;
  version?: PipelineRunnerVersion;
}
export interface PipelineRunnerVersion {
  current?: string;
  type: string;
  version?: string;
}
export interface PipelineSchedule {
  created_on?: string;
  cron_pattern?: string;
  enabled?: boolean;
  target?: PipelineRefTarget;
  type: string;
  updated_on?: string;
  uuid?: string;
}
export interface PipelineScheduleExecution {
  error?: PipelineError;
  pipeline?: Pipeline;
  type: string;
}
export interface PipelineSchedulePostRequestBody {
  cron_pattern: string;
  enabled?: boolean | undefined;
  target: { ref_name: string; ref_type: Open<'branch'>; selector: Draft<PipelineSelector> };
  type?: string | undefined;
}
export interface PipelineSchedulePutRequestBody {
  enabled?: boolean | undefined;
  type?: string | undefined;
}
export interface PipelineSelector {
  pattern?: string;
  type: Open<'branches' | 'tags' | 'bookmarks' | 'default' | 'custom'>;
}
export interface PipelineSshKeyPair {
  private_key?: string;
  public_key?: string;
  type: string;
}
export interface PipelineSshPublicKey {
  key?: string;
  key_type?: string;
  md5_fingerprint?: string;
  sha256_fingerprint?: string;
  type: string;
}
export interface PipelineState {
  name?: Open<'PENDING' | 'IN_PROGRESS' | 'COMPLETED'>;
  result?: PipelineStateCompletedResult;
  stage?: PipelineStateInProgressStage;
  type: string;
}
export interface PipelineStateCompletedResult {
  error?: PipelineError;
  name?: Open<'ERROR' | 'FAILED' | 'STOPPED' | 'EXPIRED' | 'SUCCESSFUL'>;
  type: string;
}
export interface PipelineStateInProgressStage {
  name?: Open<'RUNNING' | 'PAUSED'>;
  type: string;
}
export interface PipelineStep {
  completed_on?: string;
  image?: PipelineImage;
  script_commands?: PipelineCommand[];
  setup_commands?: PipelineCommand[];
  started_on?: string;
  state?: PipelineStepState;
  type: string;
  uuid?: string;
}
export interface PipelineStepError {
  key?: string;
  message?: string;
  type: string;
}
export interface PipelineStepState {
  name?: Open<'PENDING' | 'READY' | 'IN_PROGRESS' | 'COMPLETED'>;
  result?: PipelineStepStateCompletedResult;
  type: string;
}
export interface PipelineStepStateCompletedResult {
  error?: PipelineStepError;
  name?: Open<'ERROR' | 'FAILED' | 'STOPPED' | 'NOT_RUN' | 'EXPIRED' | 'SUCCESSFUL'>;
  type: string;
}
export interface PipelineTarget {
  commit?: ShortCommit;
  destination?: string;
  destination_commit?: { hash?: string };
  pullrequest?: { id?: number };
  ref_name?: string;
  ref_type?: Open<'branch' | 'tag' | 'named_branch' | 'bookmark'>;
  selector?: PipelineSelector;
  source?: string;
  type: string;
}
export interface PipelineTrigger {
  type: string;
}
export interface PipelineVariable {
  key?: string;
  secured?: boolean;
  type: string;
  uuid?: string;
  value?: string;
}
export interface PipelinesConfig {
  enabled?: boolean;
  repository?: Repository;
  type: string;
}
export interface PipelinesLinksSectionHref {
  href?: string;
  type: string;
}
export interface PipelinesPipelineLinks {
  self?: PipelinesLinksSectionHref;
  steps?: PipelinesLinksSectionHref;
  type: string;
}
export interface Project {
  created_on?: string;
  description?: string;
  has_publicly_visible_repos?: boolean;
  is_private?: boolean;
  key: string;
  links?: { avatar?: Link; html?: Link };
  name?: string;
  owner?: Team;
  type: string;
  updated_on?: string;
  uuid: string;
}
export interface ProjectBranchingModel {
  branch_types?: { kind: Open<'feature' | 'bugfix' | 'release' | 'hotfix'>; prefix: string }[];
  development?: { name: string; use_mainbranch: boolean };
  production?: { name: string; use_mainbranch: boolean };
  type: string;
}
export interface ProjectDeployKey {
  added_on?: string;
  comment?: string;
  created_by?: Account;
  id?: number;
  key?: string;
  label?: string;
  last_used?: string;
  links?: { self?: Link };
  project?: Project;
  type: string;
}
export interface ProjectGroupPermission {
  group?: Group;
  links?: { self?: Link };
  permission?: Open<'read' | 'write' | 'create-repo' | 'admin' | 'none'>;
  project?: Project;
  type: string;
}
export interface ProjectPermissionUpdateSchema {
  permission: Open<'read' | 'write' | 'create-repo' | 'admin'>;
}
export interface ProjectUserPermission {
  links?: { self?: Link };
  permission?: Open<'read' | 'write' | 'create-repo' | 'admin' | 'none'>;
  project?: Project;
  type: string;
  user?: User;
}
export interface Pullrequest {
  author?: Account;
  close_source_branch?: boolean;
  closed_by?: Account;
  comment_count?: number;
  created_on?: string;
  description?: string;
  destination: PullrequestEndpoint;
  draft?: boolean;
  id: number;
  links?: {
    activity?: Link;
    approve?: Link;
    comments?: Link;
    commits?: Link;
    decline?: Link;
    diff?: Link;
    diffstat?: Link;
    html?: Link;
    merge?: Link;
    self?: Link;
  };
  merge_commit?: { hash?: string } | null;
  mergeable?: boolean;
  participants?: Participant[];
  queued?: boolean;
  reason?: string;
  rendered?: { description?: RenderedText; reason?: RenderedText; title?: RenderedText };
  reviewers?: Account[];
  source: PullrequestEndpoint;
  state: Open<'OPEN' | 'MERGED' | 'DECLINED' | 'SUPERSEDED'>;
  summary?: RenderedText;
  task_count?: number;
  title: string;
  type: string;
  updated_on?: string;
}
export interface PullrequestActivity {
  approval?: { date?: string; pullrequest?: ShortPullrequest; user?: Account };
  changes_requested?: { date?: string; pullrequest?: ShortPullrequest; user?: Account };
  comment?: PullrequestComment;
  pull_request?: ShortPullrequest;
  update?: {
    author?: Account;
    changes?: JsonObject;
    date?: string;
    description?: string;
    destination?: PullrequestEndpoint;
    reason?: string;
    source?: PullrequestEndpoint;
    state?: string;
    title?: string;
  };
}
export interface PullrequestComment {
  content?: RenderedText;
  created_on?: string;
  deleted?: boolean;
  id: number;
  inline?: {
    from?: number | null;
    path: string;
    start_from?: number | null;
    start_to?: number | null;
    to?: number | null;
  };
  links?: { code?: Link; html?: Link; self?: Link };
  parent?: Comment;
  pending?: boolean;
  pullrequest?: ShortPullrequest;
  resolution?: CommentResolution;
  type: string;
  updated_on?: string;
  user?: Account;
}
export interface PullrequestCommentTask {
  comment?: Comment;
  content: RenderedText;
  created_on: string;
  creator: Account;
  id?: number;
  links?: { html?: Link; self?: Link };
  pending?: boolean;
  resolved_by?: Account;
  resolved_on?: string;
  state: Open<'RESOLVED' | 'UNRESOLVED'>;
  updated_on: string;
}
export interface PullrequestEndpoint {
  branch?: { default_merge_strategy?: string; merge_strategies?: MergeStrategy[]; name?: string };
  commit?: { hash?: string };
  repository?: Repository;
}
export interface PullrequestMergeParameters {
  close_source_branch?: boolean | undefined;
  merge_strategy?: MergeStrategy | undefined;
  message?: string | undefined;
  type?: string | undefined;
}
export interface PullrequestTaskCreate {
  comment?: Draft<Comment> | undefined;
  content: { raw: string };
  pending?: boolean | undefined;
}
export interface PullrequestTaskUpdate {
  content?: { raw: string } | undefined;
  state?: Open<'RESOLVED' | 'UNRESOLVED'> | undefined;
}
export interface Ref {
  date?: string;
  default_merge_strategy?: string;
  links?: { commits?: Link; html?: Link; self?: Link };
  merge_strategies?: MergeStrategy[];
  message?: string;
  name: string;
  tagger?: Author;
  target: Commit;
  type: string;
}
export interface RenderedText {
  html?: string;
  markup?: Open<'markdown' | 'creole' | 'plaintext'>;
  raw?: string;
}
export interface RepoPermissionUpdateSchema {
  permission: Open<'read' | 'write' | 'admin'>;
}
export interface Report {
  created_on?: string;
  data?: ReportData[];
  details?: string;
  external_id?: string;
  link?: string;
  logo_url?: string;
  remote_link_enabled?: boolean;
  report_type?: Open<'SECURITY' | 'COVERAGE' | 'TEST' | 'BUG'>;
  reporter?: string;
  result?: Open<'PASSED' | 'FAILED' | 'PENDING'>;
  title?: string;
  type: string;
  updated_on?: string;
  uuid?: string;
}
export interface ReportAnnotation {
  annotation_type?: Open<'VULNERABILITY' | 'CODE_SMELL' | 'BUG'>;
  created_on?: string;
  details?: string;
  external_id?: string;
  line?: number;
  link?: string;
  path?: string;
  result?: Open<'PASSED' | 'FAILED' | 'SKIPPED' | 'IGNORED'>;
  severity?: Open<'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW'>;
  summary?: string;
  type: string;
  updated_on?: string;
  uuid?: string;
}
export interface ReportData {
  title?: string;
  type?: Open<'BOOLEAN' | 'DATE' | 'DURATION' | 'LINK' | 'NUMBER' | 'PERCENTAGE' | 'TEXT'>;
  value?: string | number | boolean | JsonObject;
}
export interface Repository {
  created_on?: string;
  description?: string;
  fork_policy?: Open<'allow_forks' | 'no_public_forks' | 'no_forks'>;
  full_name: string;
  has_issues?: boolean;
  has_wiki?: boolean;
  is_private?: boolean;
  language?: string;
  links?: {
    avatar?: Link;
    clone?: Link[];
    commits?: Link;
    downloads?: Link;
    forks?: Link;
    hooks?: Link;
    html?: Link;
    pullrequests?: Link;
    self?: Link;
    watchers?: Link;
  };
  mainbranch?: { name: string; type?: string } | null;
  name: string;
  owner?: Account;
  parent?: Repository | null;
  project?: Project;
  scm?: Open<'git'>;
  size?: number;
  slug?: string;
  type: string;
  updated_on?: string;
  uuid: string;
  website?: string | null;
  workspace?: Workspace;
}
export interface RepositoryGroupPermission {
  group?: Group;
  links?: { self?: Link };
  permission?: Open<'read' | 'write' | 'admin' | 'none'>;
  repository?: Repository;
  type: string;
}
export interface RepositoryInheritanceState {
  override_settings?: JsonObject;
  type: string;
}
export interface RepositoryPermission {
  permission?: Open<'read' | 'write' | 'admin' | 'none'>;
  repository?: Repository;
  type: string;
  user?: User;
}
export interface RepositoryUserPermission {
  links?: { self?: Link };
  permission?: Open<'read' | 'write' | 'admin' | 'none'>;
  repository?: Repository;
  type: string;
  user?: User;
}
export interface SearchCodeSearchResult {
  content_match_count?: number;
  content_matches?: SearchContentMatch[];
  file?: CommitFile;
  path_matches?: SearchSegment[];
  type?: string;
}
export interface SearchContentMatch {
  lines?: SearchLine[];
}
export interface SearchLine {
  line?: number;
  segments?: SearchSegment[];
}
export type SearchResultPage = Page<SearchCodeSearchResult> & { query_substituted?: boolean };
export interface SearchSegment {
  match?: boolean;
  text?: string;
}
export interface ShortCommit {
  author?: Author;
  date?: string;
  hash: string;
  links?: { html?: Link; self?: Link };
  message?: string;
  type?: string;
}
export interface ShortPullrequest {
  draft?: boolean;
  id: number;
  links?: { html?: Link; self?: Link };
  title: string;
  type?: string;
}
export interface Snippet {
  created_on?: string;
  creator?: Account;
  id?: number;
  is_private?: boolean;
  owner?: Account;
  scm?: Open<'git'>;
  title?: string;
  type: string;
  updated_on?: string;
}
export interface SnippetComment {
  links?: { html?: Link; self?: Link };
  snippet?: Snippet;
  type: string;
}
export interface SnippetCommit {
  author?: Author;
  committer?: Committer;
  date: string;
  hash: string;
  links?: { diff?: Link; html?: Link; self?: Link };
  message: string;
  parents?: ShortCommit[];
  snippet?: Snippet;
  summary?: RenderedText;
  type: string;
}
export interface SshAccountKey {
  comment?: string;
  created_on?: string;
  expires_on?: string;
  fingerprint?: string;
  key?: string;
  label?: string;
  last_used?: string;
  links?: { self?: Link };
  owner?: Account;
  type: string;
  uuid?: string;
}
export interface SubjectTypes {
  repository?: { events?: Link };
  workspace?: { events?: Link };
}
export interface Tag {
  date?: string;
  links?: { commits?: Link; html?: Link; self?: Link };
  message?: string;
  name: string;
  tagger?: Author;
  target: Commit;
  type: string;
}
export interface Team {
  created_on?: string;
  display_name: string;
  links?: TeamLinks;
  type: string;
  uuid: string;
}
export interface TeamLinks {
  avatar?: Link;
  html?: Link;
  members?: Link;
  projects?: Link;
  repositories?: Link;
  self?: Link;
}
export interface Treeentry {
  commit?: ShortCommit;
  path: string;
  type: string;
}
export interface TypedObject {
  type: string;
}
export interface User {
  account_id?: string;
  account_status?: string;
  created_on?: string;
  display_name: string;
  has_2fa_enabled?: boolean;
  is_staff?: boolean;
  links?: UserLinks;
  nickname?: string;
  type: string;
  username?: string;
  uuid: string;
}
export interface UserLinks {
  avatar?: Link;
  html?: Link;
  repositories?: Link;
  self?: Link;
}
export interface Version {
  id?: number;
  links?: { self?: Link };
  name?: string;
  type: string;
}
export type WebhookEventKey = Open<
  | 'issue:comment_created'
  | 'issue:created'
  | 'issue:updated'
  | 'pipeline:span_created'
  | 'project:updated'
  | 'pullrequest:approved'
  | 'pullrequest:changes_request_created'
  | 'pullrequest:changes_request_removed'
  | 'pullrequest:comment_created'
  | 'pullrequest:comment_deleted'
  | 'pullrequest:comment_reopened'
  | 'pullrequest:comment_resolved'
  | 'pullrequest:comment_updated'
  | 'pullrequest:created'
  | 'pullrequest:fulfilled'
  | 'pullrequest:push'
  | 'pullrequest:rejected'
  | 'pullrequest:unapproved'
  | 'pullrequest:updated'
  | 'repo:commit_comment_created'
  | 'repo:commit_status_created'
  | 'repo:commit_status_updated'
  | 'repo:created'
  | 'repo:deleted'
  | 'repo:fork'
  | 'repo:imported'
  | 'repo:push'
  | 'repo:transfer'
  | 'repo:updated'
>;
export interface WebhookSubscription {
  active: boolean;
  created_at?: string;
  description?: string;
  events: WebhookEventKey[];
  secret?: string | null;
  secret_set?: boolean;
  subject?: TypedObject;
  subject_type?: Open<'repository' | 'workspace'>;
  type: string;
  url: string;
  uuid: string;
}
export interface Workspace {
  created_on?: string;
  forking_mode?: Open<'allow_forks' | 'internal_only'>;
  is_privacy_enforced?: boolean;
  is_private?: boolean;
  links?: {
    avatar?: Link;
    html?: Link;
    members?: Link;
    owners?: Link;
    projects?: Link;
    repositories?: Link;
    self?: Link;
    snippets?: Link;
  };
  name?: string;
  slug: string;
  type: string;
  updated_on?: string;
  uuid: string;
}
export interface WorkspaceAccess {
  administrator?: boolean;
  type: string;
  workspace?: WorkspaceBase;
}
export interface WorkspaceBase {
  links?: { avatar?: Link; self?: Link };
  slug: string;
  type: string;
  uuid: string;
}
export interface WorkspaceMembership {
  links?: { self?: Link };
  type: string;
  user?: Account;
  workspace?: Workspace;
}
/** Every operation of Bitbucket Cloud's REST API by its route, without the `/2.0` before it. */
export interface CloudRoutes {
  'DELETE /addon': { result: undefined };
  'PUT /addon': { body: JsonObject | undefined };
  'GET /addon/{addon_key}/client-key': {
    path: { addon_key: string };
    query: { fields?: string | undefined };
    result: JsonObject;
  };
  'GET /hook_events': { query: { fields?: string | undefined }; result: SubjectTypes };
  'GET /hook_events/{subject_type}': {
    path: { subject_type: 'repository' | 'workspace' };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedHookEvents;
  };
  /** @deprecated Removed on 2026-04-14 (CHANGE-2770); use `GET /repositories/{workspace}`. */
  'GET /repositories': {
    query: {
      after?: string | undefined;
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      role?: 'admin' | 'contributor' | 'member' | 'owner' | undefined;
      sort?: string | undefined;
    };
    result: PaginatedRepositories;
  };
  'GET /repositories/{workspace}': {
    path: { workspace: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      role?: 'admin' | 'contributor' | 'member' | 'owner' | undefined;
      sort?: string | undefined;
    };
    result: PaginatedRepositories;
  };
  'DELETE /repositories/{workspace}/{repo_slug}': {
    path: { workspace: string; repo_slug: string };
    query: { redirect_to?: string | undefined };
  };
  'GET /repositories/{workspace}/{repo_slug}': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    result: Repository;
  };
  'POST /repositories/{workspace}/{repo_slug}': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<Repository> | undefined;
    result: Repository;
  };
  'PUT /repositories/{workspace}/{repo_slug}': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<Repository>;
    result: Repository;
  };
  'GET /repositories/{workspace}/{repo_slug}/branch-restrictions': {
    path: { workspace: string; repo_slug: string };
    query: {
      fields?: string | undefined;
      kind?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      pattern?: string | undefined;
    };
    result: PaginatedBranchrestrictions;
  };
  'POST /repositories/{workspace}/{repo_slug}/branch-restrictions': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: DraftWith<Branchrestriction, 'branch_match_kind' | 'kind' | 'pattern'>;
    result: Branchrestriction;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/branch-restrictions/{id}': {
    path: { workspace: string; repo_slug: string; id: number | string };
  };
  'GET /repositories/{workspace}/{repo_slug}/branch-restrictions/{id}': {
    path: { workspace: string; repo_slug: string; id: number | string };
    query: { fields?: string | undefined };
    result: Branchrestriction;
  };
  'PUT /repositories/{workspace}/{repo_slug}/branch-restrictions/{id}': {
    path: { workspace: string; repo_slug: string; id: number | string };
    query: { fields?: string | undefined };
    body: DraftWith<Branchrestriction, 'branch_match_kind' | 'kind' | 'pattern'>;
    result: Branchrestriction;
  };
  'GET /repositories/{workspace}/{repo_slug}/branching-model': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    result: BranchingModel;
  };
  'GET /repositories/{workspace}/{repo_slug}/branching-model/settings': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    result: BranchingModelSettings;
  };
  'PUT /repositories/{workspace}/{repo_slug}/branching-model/settings': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<BranchingModelSettings>;
    result: BranchingModelSettings;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}': {
    path: { workspace: string; repo_slug: string; commit: string };
    query: { fields?: string | undefined };
    result: Commit;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/commit/{commit}/approve': {
    path: { workspace: string; repo_slug: string; commit: string };
  };
  'POST /repositories/{workspace}/{repo_slug}/commit/{commit}/approve': {
    path: { workspace: string; repo_slug: string; commit: string };
    query: { fields?: string | undefined };
    body: JsonObject | undefined;
    result: Participant;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/comments': {
    path: { workspace: string; repo_slug: string; commit: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedCommitComments;
  };
  'POST /repositories/{workspace}/{repo_slug}/commit/{commit}/comments': {
    path: { workspace: string; repo_slug: string; commit: string };
    query: { fields?: string | undefined };
    body: Draft<CommitComment>;
    result: CommitComment;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/commit/{commit}/comments/{comment_id}': {
    path: { workspace: string; repo_slug: string; commit: string; comment_id: number | string };
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/comments/{comment_id}': {
    path: { workspace: string; repo_slug: string; commit: string; comment_id: number | string };
    query: { fields?: string | undefined };
    result: CommitComment;
  };
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/comments/{comment_id}': {
    path: { workspace: string; repo_slug: string; commit: string; comment_id: number | string };
    query: { fields?: string | undefined };
    body: Draft<CommitComment>;
    result: CommitComment;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'DELETE /repositories/{workspace}/{repo_slug}/commit/{commit}/properties/{app_key}/{property_name}': {
    path: { workspace: string; repo_slug: string; commit: string; app_key: string; property_name: string };
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/properties/{app_key}/{property_name}': {
    path: { workspace: string; repo_slug: string; commit: string; app_key: string; property_name: string };
    query: { fields?: string | undefined };
    result: ApplicationProperty;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/properties/{app_key}/{property_name}': {
    path: { workspace: string; repo_slug: string; commit: string; app_key: string; property_name: string };
    body: Draft<ApplicationProperty>;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/pullrequests': {
    path: { workspace: string; repo_slug: string; commit: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedPullrequests;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/reports': {
    path: { workspace: string; repo_slug: string; commit: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedReports;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}': {
    path: { workspace: string; repo_slug: string; commit: string; reportId: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}': {
    path: { workspace: string; repo_slug: string; commit: string; reportId: string };
    query: { fields?: string | undefined };
    result: Report;
  };
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}': {
    path: { workspace: string; repo_slug: string; commit: string; reportId: string };
    query: { fields?: string | undefined };
    body: Draft<Report>;
    result: Report;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations': {
    path: { workspace: string; repo_slug: string; commit: string; reportId: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedAnnotations;
  };
  'POST /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations': {
    path: { workspace: string; repo_slug: string; commit: string; reportId: string };
    query: { fields?: string | undefined };
    body: readonly Draft<ReportAnnotation>[];
    result: ReportAnnotation[];
  };
  'DELETE /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations/{annotationId}': {
    path: {
      workspace: string;
      repo_slug: string;
      commit: string;
      reportId: string;
      annotationId: number | string;
    };
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations/{annotationId}': {
    path: {
      workspace: string;
      repo_slug: string;
      commit: string;
      reportId: string;
      annotationId: number | string;
    };
    query: { fields?: string | undefined };
    result: ReportAnnotation;
  };
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations/{annotationId}': {
    path: {
      workspace: string;
      repo_slug: string;
      commit: string;
      reportId: string;
      annotationId: number | string;
    };
    query: { fields?: string | undefined };
    body: Draft<ReportAnnotation>;
    result: ReportAnnotation;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/statuses': {
    path: { workspace: string; repo_slug: string; commit: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      refname?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedCommitstatuses;
  };
  'POST /repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build': {
    path: { workspace: string; repo_slug: string; commit: string };
    query: { fields?: string | undefined };
    body: DraftWith<Commitstatus, 'key' | 'state'>;
    result: Commitstatus;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build/{key}': {
    path: { workspace: string; repo_slug: string; commit: string; key: string };
    query: { fields?: string | undefined };
    result: Commitstatus;
  };
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build/{key}': {
    path: { workspace: string; repo_slug: string; commit: string; key: string };
    query: { fields?: string | undefined };
    body: DraftWith<Commitstatus, 'key' | 'state'>;
    result: Commitstatus;
  };
  'GET /repositories/{workspace}/{repo_slug}/commits': {
    path: { workspace: string; repo_slug: string };
    query: {
      exclude?: string | readonly string[] | undefined;
      fields?: string | undefined;
      include?: string | readonly string[] | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      path?: string | undefined;
    };
    result: PaginatedChangeset;
  };
  'POST /repositories/{workspace}/{repo_slug}/commits': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    body: URLSearchParams | undefined;
    result: PaginatedChangeset;
  };
  'GET /repositories/{workspace}/{repo_slug}/commits/{revision}': {
    path: { workspace: string; repo_slug: string; revision: string };
    query: {
      exclude?: string | readonly string[] | undefined;
      fields?: string | undefined;
      include?: string | readonly string[] | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      path?: string | undefined;
    };
    result: PaginatedChangeset;
  };
  'POST /repositories/{workspace}/{repo_slug}/commits/{revision}': {
    path: { workspace: string; repo_slug: string; revision: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    body: URLSearchParams | undefined;
    result: PaginatedChangeset;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/components': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedComponents;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/components/{component_id}': {
    path: { workspace: string; repo_slug: string; component_id: number | string };
    query: { fields?: string | undefined };
    result: Component;
  };
  'GET /repositories/{workspace}/{repo_slug}/default-reviewers': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedAccounts;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/default-reviewers/{target_username}': {
    path: { workspace: string; repo_slug: string; target_username: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/default-reviewers/{target_username}': {
    path: { workspace: string; repo_slug: string; target_username: string };
    query: { fields?: string | undefined };
    result: Account;
  };
  'PUT /repositories/{workspace}/{repo_slug}/default-reviewers/{target_username}': {
    path: { workspace: string; repo_slug: string; target_username: string };
    query: { fields?: string | undefined };
    body: JsonObject | undefined;
    result: Account;
  };
  'GET /repositories/{workspace}/{repo_slug}/deploy-keys': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedDeployKeys;
  };
  'POST /repositories/{workspace}/{repo_slug}/deploy-keys': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<DeployKey>;
    result: DeployKey;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/deploy-keys/{key_id}': {
    path: { workspace: string; repo_slug: string; key_id: number | string };
  };
  'GET /repositories/{workspace}/{repo_slug}/deploy-keys/{key_id}': {
    path: { workspace: string; repo_slug: string; key_id: number | string };
    query: { fields?: string | undefined };
    result: DeployKey;
  };
  'PUT /repositories/{workspace}/{repo_slug}/deploy-keys/{key_id}': {
    path: { workspace: string; repo_slug: string; key_id: number | string };
    query: { fields?: string | undefined };
    body: Draft<DeployKey>;
    result: DeployKey;
  };
  'GET /repositories/{workspace}/{repo_slug}/deployments': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedDeployments;
  };
  'GET /repositories/{workspace}/{repo_slug}/deployments/{deployment_uuid}': {
    path: { workspace: string; repo_slug: string; deployment_uuid: string };
    query: { fields?: string | undefined };
    result: Deployment;
  };
  'GET /repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables': {
    path: { workspace: string; repo_slug: string; environment_uuid: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedDeploymentVariable;
  };
  'POST /repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables': {
    path: { workspace: string; repo_slug: string; environment_uuid: string };
    query: { fields?: string | undefined };
    body: Draft<DeploymentVariable>;
    result: DeploymentVariable;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables/{variable_uuid}': {
    path: { workspace: string; repo_slug: string; environment_uuid: string; variable_uuid: string };
  };
  'PUT /repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables/{variable_uuid}': {
    path: { workspace: string; repo_slug: string; environment_uuid: string; variable_uuid: string };
    query: { fields?: string | undefined };
    body: Draft<DeploymentVariable>;
    result: DeploymentVariable;
  };
  'GET /repositories/{workspace}/{repo_slug}/diff/{spec}': {
    path: { workspace: string; repo_slug: string; spec: string };
    query: {
      binary?: boolean | undefined;
      context?: number | undefined;
      ignore_whitespace?: boolean | undefined;
      merge?: boolean | undefined;
      path?: string | readonly string[] | undefined;
      renames?: boolean | undefined;
      topic?: boolean | undefined;
    };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /repositories/{workspace}/{repo_slug}/diffstat/{spec}': {
    path: { workspace: string; repo_slug: string; spec: string };
    query: {
      fields?: string | undefined;
      ignore_whitespace?: boolean | undefined;
      merge?: boolean | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      path?: string | readonly string[] | undefined;
      renames?: boolean | undefined;
      topic?: boolean | undefined;
    };
    result: PaginatedDiffstats;
  };
  'GET /repositories/{workspace}/{repo_slug}/downloads': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: Page<Download>;
  };
  'POST /repositories/{workspace}/{repo_slug}/downloads': {
    path: { workspace: string; repo_slug: string };
    body: FormData;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/downloads/{filename}': {
    path: { workspace: string; repo_slug: string; filename: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/downloads/{filename}': {
    path: { workspace: string; repo_slug: string; filename: string };
    as: 'bytes' | 'stream';
  };
  'GET /repositories/{workspace}/{repo_slug}/effective-branching-model': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    result: EffectiveRepoBranchingModel;
  };
  'GET /repositories/{workspace}/{repo_slug}/effective-default-reviewers': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedDefaultReviewerAndType;
  };
  'GET /repositories/{workspace}/{repo_slug}/environments': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedEnvironments;
  };
  'POST /repositories/{workspace}/{repo_slug}/environments': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<DeploymentEnvironment>;
    result: DeploymentEnvironment;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/environments/{environment_uuid}': {
    path: { workspace: string; repo_slug: string; environment_uuid: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/environments/{environment_uuid}': {
    path: { workspace: string; repo_slug: string; environment_uuid: string };
    query: { fields?: string | undefined };
    result: DeploymentEnvironment;
  };
  'POST /repositories/{workspace}/{repo_slug}/environments/{environment_uuid}/changes': {
    path: { workspace: string; repo_slug: string; environment_uuid: string };
    body: JsonObject | undefined;
  };
  'GET /repositories/{workspace}/{repo_slug}/file-conflicts/{spec}': {
    path: { workspace: string; repo_slug: string; spec: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedFileConflicts;
  };
  'GET /repositories/{workspace}/{repo_slug}/filehistory/{commit}/{path}': {
    path: { workspace: string; repo_slug: string; commit: string; path: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      renames?: boolean | undefined;
      sort?: string | undefined;
    };
    result: PaginatedFiles;
  };
  'GET /repositories/{workspace}/{repo_slug}/forks': {
    path: { workspace: string; repo_slug: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      role?: 'admin' | 'contributor' | 'member' | 'owner' | undefined;
      sort?: string | undefined;
    };
    result: PaginatedRepositories;
  };
  'POST /repositories/{workspace}/{repo_slug}/forks': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<Repository> | undefined;
    result: Repository;
  };
  'GET /repositories/{workspace}/{repo_slug}/hooks': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedWebhookSubscriptions;
  };
  'POST /repositories/{workspace}/{repo_slug}/hooks': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<WebhookSubscription>;
    result: WebhookSubscription;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/hooks/{uid}': {
    path: { workspace: string; repo_slug: string; uid: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/hooks/{uid}': {
    path: { workspace: string; repo_slug: string; uid: string };
    query: { fields?: string | undefined };
    result: WebhookSubscription;
  };
  'PUT /repositories/{workspace}/{repo_slug}/hooks/{uid}': {
    path: { workspace: string; repo_slug: string; uid: string };
    query: { fields?: string | undefined };
    body: Draft<WebhookSubscription>;
    result: WebhookSubscription;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues': {
    path: { workspace: string; repo_slug: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedIssues;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<Issue>;
    result: Issue;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues/export': {
    path: { workspace: string; repo_slug: string };
    body: ExportOptions | undefined;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/export/{repo_name}-issues-{task_id}.zip': {
    path: { workspace: string; repo_slug: string; repo_name: string; task_id: number | string };
    query: { fields?: string | undefined };
    result: IssueJobStatus;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/import': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    result: IssueJobStatus;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues/import': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: FormData;
    result: IssueJobStatus;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'DELETE /repositories/{workspace}/{repo_slug}/issues/{issue_id}': {
    path: { workspace: string; repo_slug: string; issue_id: number | string };
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}': {
    path: { workspace: string; repo_slug: string; issue_id: number | string };
    query: { fields?: string | undefined };
    result: Issue;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'PUT /repositories/{workspace}/{repo_slug}/issues/{issue_id}': {
    path: { workspace: string; repo_slug: string; issue_id: number | string };
    query: { fields?: string | undefined };
    body: Draft<Issue>;
    result: Issue;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/attachments': {
    path: { workspace: string; repo_slug: string; issue_id: number | string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedIssueAttachments;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues/{issue_id}/attachments': {
    path: { workspace: string; repo_slug: string; issue_id: number | string };
    body: FormData;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'DELETE /repositories/{workspace}/{repo_slug}/issues/{issue_id}/attachments/{path}': {
    path: { workspace: string; repo_slug: string; issue_id: number | string; path: string };
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/attachments/{path}': {
    path: { workspace: string; repo_slug: string; issue_id: number | string; path: string };
    as: 'bytes' | 'stream';
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/changes': {
    path: { workspace: string; repo_slug: string; issue_id: number | string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedLogEntries;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues/{issue_id}/changes': {
    path: { workspace: string; repo_slug: string; issue_id: number | string };
    query: { fields?: string | undefined };
    body: Draft<IssueChange>;
    result: IssueChange;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/changes/{change_id}': {
    path: { workspace: string; repo_slug: string; issue_id: number | string; change_id: number | string };
    query: { fields?: string | undefined };
    result: IssueChange;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments': {
    path: { workspace: string; repo_slug: string; issue_id: number | string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedIssueComments;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments': {
    path: { workspace: string; repo_slug: string; issue_id: number | string };
    query: { fields?: string | undefined };
    body: Draft<IssueComment>;
    result: IssueComment;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'DELETE /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments/{comment_id}': {
    path: { workspace: string; repo_slug: string; issue_id: number | string; comment_id: number | string };
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments/{comment_id}': {
    path: { workspace: string; repo_slug: string; issue_id: number | string; comment_id: number | string };
    query: { fields?: string | undefined };
    result: IssueComment;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'PUT /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments/{comment_id}': {
    path: { workspace: string; repo_slug: string; issue_id: number | string; comment_id: number | string };
    query: { fields?: string | undefined };
    body: Draft<IssueComment>;
    result: IssueComment;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'DELETE /repositories/{workspace}/{repo_slug}/issues/{issue_id}/vote': {
    path: { workspace: string; repo_slug: string; issue_id: number | string };
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/vote': {
    path: { workspace: string; repo_slug: string; issue_id: number | string };
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'PUT /repositories/{workspace}/{repo_slug}/issues/{issue_id}/vote': {
    path: { workspace: string; repo_slug: string; issue_id: number | string };
    body: JsonObject | undefined;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'DELETE /repositories/{workspace}/{repo_slug}/issues/{issue_id}/watch': {
    path: { workspace: string; repo_slug: string; issue_id: number | string };
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/watch': {
    path: { workspace: string; repo_slug: string; issue_id: number | string };
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'PUT /repositories/{workspace}/{repo_slug}/issues/{issue_id}/watch': {
    path: { workspace: string; repo_slug: string; issue_id: number | string };
    body: JsonObject | undefined;
  };
  'GET /repositories/{workspace}/{repo_slug}/merge-base/{revspec}': {
    path: { workspace: string; repo_slug: string; revspec: string };
    query: { fields?: string | undefined };
    result: Commit;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/milestones': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedMilestones;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/milestones/{milestone_id}': {
    path: { workspace: string; repo_slug: string; milestone_id: number | string };
    query: { fields?: string | undefined };
    result: Milestone;
  };
  'GET /repositories/{workspace}/{repo_slug}/override-settings': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    result: RepositoryInheritanceState;
  };
  'PUT /repositories/{workspace}/{repo_slug}/override-settings': {
    path: { workspace: string; repo_slug: string };
    body: Draft<RepositoryInheritanceState>;
  };
  'GET /repositories/{workspace}/{repo_slug}/patch/{spec}': {
    path: { workspace: string; repo_slug: string; spec: string };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /repositories/{workspace}/{repo_slug}/permissions-config/groups': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedRepositoryGroupPermissions;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/permissions-config/groups/{group_slug}': {
    path: { workspace: string; repo_slug: string; group_slug: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/permissions-config/groups/{group_slug}': {
    path: { workspace: string; repo_slug: string; group_slug: string };
    query: { fields?: string | undefined };
    result: RepositoryGroupPermission;
  };
  'PUT /repositories/{workspace}/{repo_slug}/permissions-config/groups/{group_slug}': {
    path: { workspace: string; repo_slug: string; group_slug: string };
    query: { fields?: string | undefined };
    body: RepoPermissionUpdateSchema;
    result: RepositoryGroupPermission;
  };
  'GET /repositories/{workspace}/{repo_slug}/permissions-config/users': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedRepositoryUserPermissions;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/permissions-config/users/{selected_user_id}': {
    path: { workspace: string; repo_slug: string; selected_user_id: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/permissions-config/users/{selected_user_id}': {
    path: { workspace: string; repo_slug: string; selected_user_id: string };
    query: { fields?: string | undefined };
    result: RepositoryUserPermission;
  };
  'PUT /repositories/{workspace}/{repo_slug}/permissions-config/users/{selected_user_id}': {
    path: { workspace: string; repo_slug: string; selected_user_id: string };
    query: { fields?: string | undefined };
    body: RepoPermissionUpdateSchema;
    result: RepositoryUserPermission;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines': {
    path: { workspace: string; repo_slug: string };
    query: {
      created_on?: string | undefined;
      'creator.uuid'?: string | undefined;
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      sort?: 'creator.uuid' | 'created_on' | 'run_creation_date' | undefined;
      status?:
        | 'PARSING'
        | 'PENDING'
        | 'PAUSED'
        | 'HALTED'
        | 'BUILDING'
        | 'ERROR'
        | 'PASSED'
        | 'FAILED'
        | 'STOPPED'
        | 'UNKNOWN'
        | undefined;
      'target.branch'?: string | undefined;
      'target.commit.hash'?: string | undefined;
      'target.ref_name'?: string | undefined;
      'target.ref_type'?: 'BRANCH' | 'TAG' | 'ANNOTATED_TAG' | undefined;
      'target.selector.pattern'?: string | undefined;
      'target.selector.type'?: 'BRANCH' | 'TAG' | 'CUSTOM' | 'PULLREQUESTS' | 'DEFAULT' | undefined;
      trigger_type?: 'PUSH' | 'MANUAL' | 'SCHEDULED' | 'PARENT_STEP' | undefined;
    };
    result: PaginatedPipelines;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<Pipeline>;
    result: Pipeline;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines-config/caches': {
    path: { workspace: string; repo_slug: string };
    query: { name: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines-config/caches': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedPipelineCaches;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines-config/caches/{cache_uuid}': {
    path: { workspace: string; repo_slug: string; cache_uuid: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines-config/caches/{cache_uuid}/content-uri': {
    path: { workspace: string; repo_slug: string; cache_uuid: string };
    query: { fields?: string | undefined };
    result: PipelineCacheContentUri;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines-config/runners': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedPipelineRunners;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines-config/runners': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineRunner>;
    result: PipelineRunner;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines-config/runners/{runner_uuid}': {
    path: { workspace: string; repo_slug: string; runner_uuid: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines-config/runners/{runner_uuid}': {
    path: { workspace: string; repo_slug: string; runner_uuid: string };
    query: { fields?: string | undefined };
    result: PipelineRunner;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines-config/runners/{runner_uuid}': {
    path: { workspace: string; repo_slug: string; runner_uuid: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineRunner>;
    result: PipelineRunner;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}': {
    path: { workspace: string; repo_slug: string; pipeline_uuid: string };
    query: { fields?: string | undefined };
    result: Pipeline;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps': {
    path: { workspace: string; repo_slug: string; pipeline_uuid: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedPipelineSteps;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}': {
    path: { workspace: string; repo_slug: string; pipeline_uuid: string; step_uuid: string };
    query: { fields?: string | undefined };
    result: PipelineStep;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/log': {
    path: { workspace: string; repo_slug: string; pipeline_uuid: string; step_uuid: string };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/logs/{log_uuid}': {
    path: {
      workspace: string;
      repo_slug: string;
      pipeline_uuid: string;
      step_uuid: string;
      log_uuid: string;
    };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/test_reports': {
    path: { workspace: string; repo_slug: string; pipeline_uuid: string; step_uuid: string };
    query: { fields?: string | undefined };
    result: JsonObject;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/test_reports/test_cases': {
    path: { workspace: string; repo_slug: string; pipeline_uuid: string; step_uuid: string };
    query: { fields?: string | undefined };
    result: JsonObject;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/test_reports/test_cases/{test_case_uuid}/test_case_reasons': {
    path: {
      workspace: string;
      repo_slug: string;
      pipeline_uuid: string;
      step_uuid: string;
      test_case_uuid: string;
    };
    query: { fields?: string | undefined };
    result: JsonObject;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/stopPipeline': {
    path: { workspace: string; repo_slug: string; pipeline_uuid: string };
    body: JsonObject | undefined;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    result: PipelinesConfig;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<PipelinesConfig>;
    result: PipelinesConfig;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config/build_number': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineBuildNumber>;
    result: PipelineBuildNumber;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/schedules': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedPipelineSchedules;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines_config/schedules': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: PipelineSchedulePostRequestBody;
    result: PipelineSchedule;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}': {
    path: { workspace: string; repo_slug: string; schedule_uuid: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}': {
    path: { workspace: string; repo_slug: string; schedule_uuid: string };
    query: { fields?: string | undefined };
    result: PipelineSchedule;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}': {
    path: { workspace: string; repo_slug: string; schedule_uuid: string };
    query: { fields?: string | undefined };
    body: PipelineSchedulePutRequestBody;
    result: PipelineSchedule;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}/executions': {
    path: { workspace: string; repo_slug: string; schedule_uuid: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedPipelineScheduleExecutions;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/key_pair': {
    path: { workspace: string; repo_slug: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/key_pair': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    result: PipelineSshKeyPair;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/key_pair': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineSshKeyPair>;
    result: PipelineSshKeyPair;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedPipelineKnownHosts;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineKnownHost>;
    result: PipelineKnownHost;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts/{known_host_uuid}': {
    path: { workspace: string; repo_slug: string; known_host_uuid: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts/{known_host_uuid}': {
    path: { workspace: string; repo_slug: string; known_host_uuid: string };
    query: { fields?: string | undefined };
    result: PipelineKnownHost;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts/{known_host_uuid}': {
    path: { workspace: string; repo_slug: string; known_host_uuid: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineKnownHost>;
    result: PipelineKnownHost;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/variables': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedPipelineVariables;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines_config/variables': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines_config/variables/{variable_uuid}': {
    path: { workspace: string; repo_slug: string; variable_uuid: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/variables/{variable_uuid}': {
    path: { workspace: string; repo_slug: string; variable_uuid: string };
    query: { fields?: string | undefined };
    result: PipelineVariable;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config/variables/{variable_uuid}': {
    path: { workspace: string; repo_slug: string; variable_uuid: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'DELETE /repositories/{workspace}/{repo_slug}/properties/{app_key}/{property_name}': {
    path: { workspace: string; repo_slug: string; app_key: string; property_name: string };
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'GET /repositories/{workspace}/{repo_slug}/properties/{app_key}/{property_name}': {
    path: { workspace: string; repo_slug: string; app_key: string; property_name: string };
    query: { fields?: string | undefined };
    result: ApplicationProperty;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'PUT /repositories/{workspace}/{repo_slug}/properties/{app_key}/{property_name}': {
    path: { workspace: string; repo_slug: string; app_key: string; property_name: string };
    body: Draft<ApplicationProperty>;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests': {
    path: { workspace: string; repo_slug: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
      state?:
        | 'OPEN'
        | 'MERGED'
        | 'DECLINED'
        | 'SUPERSEDED'
        | readonly ('OPEN' | 'MERGED' | 'DECLINED' | 'SUPERSEDED')[]
        | undefined;
    };
    result: PaginatedPullrequests;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<Pullrequest>;
    result: Pullrequest;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/activity': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: Page<PullrequestActivity>;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: { fields?: string | undefined };
    result: Pullrequest;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: { fields?: string | undefined };
    body: Draft<Pullrequest>;
    result: Pullrequest;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/activity': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: Page<PullrequestActivity>;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/approve': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/approve': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: { fields?: string | undefined };
    body: JsonObject | undefined;
    result: Participant;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedPullrequestComments;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: { fields?: string | undefined };
    body: Draft<PullrequestComment>;
    result: PullrequestComment;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}': {
    path: {
      workspace: string;
      repo_slug: string;
      pull_request_id: number | string;
      comment_id: number | string;
    };
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}': {
    path: {
      workspace: string;
      repo_slug: string;
      pull_request_id: number | string;
      comment_id: number | string;
    };
    query: { fields?: string | undefined };
    result: PullrequestComment;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}': {
    path: {
      workspace: string;
      repo_slug: string;
      pull_request_id: number | string;
      comment_id: number | string;
    };
    query: { fields?: string | undefined };
    body: Draft<PullrequestComment>;
    result: PullrequestComment;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}/resolve': {
    path: {
      workspace: string;
      repo_slug: string;
      pull_request_id: number | string;
      comment_id: number | string;
    };
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}/resolve': {
    path: {
      workspace: string;
      repo_slug: string;
      pull_request_id: number | string;
      comment_id: number | string;
    };
    query: { fields?: string | undefined };
    body: JsonObject | undefined;
    result: CommentResolution;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/commits': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedChangeset;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/conflicts': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedFileConflicts;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/decline': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: { fields?: string | undefined };
    body: JsonObject | undefined;
    result: Pullrequest;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/diff': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/diffstat': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedDiffstats;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/merge': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: { async?: boolean | undefined; fields?: string | undefined };
    body: PullrequestMergeParameters | undefined;
    result: Pullrequest | undefined;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/merge/task-status/{task_id}': {
    path: {
      workspace: string;
      repo_slug: string;
      pull_request_id: number | string;
      task_id: number | string;
    };
    query: { fields?: string | undefined };
    result: MergeTask;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/mergeability/checks': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: { fields?: string | undefined };
    result: JsonObject;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/patch': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    as: 'text' | 'bytes' | 'stream';
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/request-changes': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/request-changes': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: { fields?: string | undefined };
    body: JsonObject | undefined;
    result: Participant;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/statuses': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedCommitstatuses;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedTasks;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks': {
    path: { workspace: string; repo_slug: string; pull_request_id: number | string };
    query: { fields?: string | undefined };
    body: PullrequestTaskCreate;
    result: PullrequestCommentTask;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks/{task_id}': {
    path: {
      workspace: string;
      repo_slug: string;
      pull_request_id: number | string;
      task_id: number | string;
    };
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks/{task_id}': {
    path: {
      workspace: string;
      repo_slug: string;
      pull_request_id: number | string;
      task_id: number | string;
    };
    query: { fields?: string | undefined };
    result: PullrequestCommentTask;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks/{task_id}': {
    path: {
      workspace: string;
      repo_slug: string;
      pull_request_id: number | string;
      task_id: number | string;
    };
    query: { fields?: string | undefined };
    body: PullrequestTaskUpdate;
    result: PullrequestCommentTask;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pullrequest_id}/properties/{app_key}/{property_name}': {
    path: {
      workspace: string;
      repo_slug: string;
      pullrequest_id: number | string;
      app_key: string;
      property_name: string;
    };
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pullrequest_id}/properties/{app_key}/{property_name}': {
    path: {
      workspace: string;
      repo_slug: string;
      pullrequest_id: number | string;
      app_key: string;
      property_name: string;
    };
    query: { fields?: string | undefined };
    result: ApplicationProperty;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'PUT /repositories/{workspace}/{repo_slug}/pullrequests/{pullrequest_id}/properties/{app_key}/{property_name}': {
    path: {
      workspace: string;
      repo_slug: string;
      pullrequest_id: number | string;
      app_key: string;
      property_name: string;
    };
    body: Draft<ApplicationProperty>;
  };
  'GET /repositories/{workspace}/{repo_slug}/refs': {
    path: { workspace: string; repo_slug: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedRefs;
  };
  'GET /repositories/{workspace}/{repo_slug}/refs/branches': {
    path: { workspace: string; repo_slug: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedBranches;
  };
  'POST /repositories/{workspace}/{repo_slug}/refs/branches': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<Branch>;
    result: Branch;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/refs/branches/{name}': {
    path: { workspace: string; repo_slug: string; name: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/refs/branches/{name}': {
    path: { workspace: string; repo_slug: string; name: string };
    query: { fields?: string | undefined };
    result: Branch;
  };
  'GET /repositories/{workspace}/{repo_slug}/refs/tags': {
    path: { workspace: string; repo_slug: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedTags;
  };
  'POST /repositories/{workspace}/{repo_slug}/refs/tags': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined };
    body: Draft<Tag>;
    result: Tag;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/refs/tags/{name}': {
    path: { workspace: string; repo_slug: string; name: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/refs/tags/{name}': {
    path: { workspace: string; repo_slug: string; name: string };
    query: { fields?: string | undefined };
    result: Tag;
  };
  'GET /repositories/{workspace}/{repo_slug}/src': {
    path: { workspace: string; repo_slug: string };
    query: {
      fields?: string | undefined;
      format?: 'meta' | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
    };
    result: PaginatedTreeentries;
  };
  'POST /repositories/{workspace}/{repo_slug}/src': {
    path: { workspace: string; repo_slug: string };
    body: FormData | URLSearchParams;
  };
  'GET /repositories/{workspace}/{repo_slug}/src/{commit}/{path}': {
    path: { workspace: string; repo_slug: string; commit: string; path: string };
    query: {
      fields?: string | undefined;
      format?: 'meta' | 'rendered' | undefined;
      max_depth?: number | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedTreeentries;
  };
  'HEAD /repositories/{workspace}/{repo_slug}/src/{commit}/{path}': {
    path: { workspace: string; repo_slug: string; commit: string; path: string };
    query: {
      format?: 'meta' | 'rendered' | undefined;
      max_depth?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/versions': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedVersions;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/versions/{version_id}': {
    path: { workspace: string; repo_slug: string; version_id: number | string };
    query: { fields?: string | undefined };
    result: Version;
  };
  'GET /repositories/{workspace}/{repo_slug}/watchers': {
    path: { workspace: string; repo_slug: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedAccounts;
  };
  /** @deprecated Removed on 2026-04-14 (CHANGE-2770); use `GET /snippets/{workspace}`. */
  'GET /snippets': {
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      role?: 'owner' | 'contributor' | 'member' | undefined;
    };
    result: PaginatedSnippets;
  };
  'POST /snippets': {
    query: { fields?: string | undefined };
    body: Draft<Snippet> | FormData;
    result: Snippet;
  };
  'GET /snippets/{workspace}': {
    path: { workspace: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      role?: 'owner' | 'contributor' | 'member' | undefined;
    };
    result: PaginatedSnippets;
  };
  'POST /snippets/{workspace}': {
    path: { workspace: string };
    query: { fields?: string | undefined };
    body: Draft<Snippet> | FormData;
    result: Snippet;
  };
  'DELETE /snippets/{workspace}/{encoded_id}': { path: { workspace: string; encoded_id: string } };
  'GET /snippets/{workspace}/{encoded_id}': {
    path: { workspace: string; encoded_id: string };
    query: { fields?: string | undefined };
    result: Snippet;
  };
  'PUT /snippets/{workspace}/{encoded_id}': {
    path: { workspace: string; encoded_id: string };
    query: { fields?: string | undefined };
    body: Draft<Snippet> | FormData;
    result: Snippet;
  };
  'GET /snippets/{workspace}/{encoded_id}/comments': {
    path: { workspace: string; encoded_id: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      sort?: string | undefined;
    };
    result: PaginatedSnippetComments;
  };
  'POST /snippets/{workspace}/{encoded_id}/comments': {
    path: { workspace: string; encoded_id: string };
    query: { fields?: string | undefined };
    body: Draft<SnippetComment>;
    result: SnippetComment;
  };
  'DELETE /snippets/{workspace}/{encoded_id}/comments/{comment_id}': {
    path: { workspace: string; encoded_id: string; comment_id: number | string };
  };
  'GET /snippets/{workspace}/{encoded_id}/comments/{comment_id}': {
    path: { workspace: string; encoded_id: string; comment_id: number | string };
    query: { fields?: string | undefined };
    result: SnippetComment;
  };
  'PUT /snippets/{workspace}/{encoded_id}/comments/{comment_id}': {
    path: { workspace: string; encoded_id: string; comment_id: number | string };
    query: { fields?: string | undefined };
    body: Draft<SnippetComment>;
    result: SnippetComment;
  };
  'GET /snippets/{workspace}/{encoded_id}/commits': {
    path: { workspace: string; encoded_id: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedSnippetCommit;
  };
  'GET /snippets/{workspace}/{encoded_id}/commits/{revision}': {
    path: { workspace: string; encoded_id: string; revision: string };
    query: { fields?: string | undefined };
    result: SnippetCommit;
  };
  'GET /snippets/{workspace}/{encoded_id}/files/{path}': {
    path: { workspace: string; encoded_id: string; path: string };
    as: 'text' | 'bytes' | 'stream';
  };
  'DELETE /snippets/{workspace}/{encoded_id}/watch': { path: { workspace: string; encoded_id: string } };
  'GET /snippets/{workspace}/{encoded_id}/watch': { path: { workspace: string; encoded_id: string } };
  'PUT /snippets/{workspace}/{encoded_id}/watch': {
    path: { workspace: string; encoded_id: string };
    body: JsonObject | undefined;
  };
  /** @deprecated Will be removed. */
  'GET /snippets/{workspace}/{encoded_id}/watchers': {
    path: { workspace: string; encoded_id: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedAccounts;
  };
  'DELETE /snippets/{workspace}/{encoded_id}/{node_id}': {
    path: { workspace: string; encoded_id: string; node_id: string };
  };
  'GET /snippets/{workspace}/{encoded_id}/{node_id}': {
    path: { workspace: string; encoded_id: string; node_id: string };
    query: { fields?: string | undefined };
    result: Snippet;
  };
  'PUT /snippets/{workspace}/{encoded_id}/{node_id}': {
    path: { workspace: string; encoded_id: string; node_id: string };
    query: { fields?: string | undefined };
    body: Draft<Snippet> | FormData;
    result: Snippet;
  };
  'GET /snippets/{workspace}/{encoded_id}/{node_id}/files/{path}': {
    path: { workspace: string; encoded_id: string; node_id: string; path: string };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /snippets/{workspace}/{encoded_id}/{revision}/diff': {
    path: { workspace: string; encoded_id: string; revision: string };
    query: { path?: string | undefined };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /snippets/{workspace}/{encoded_id}/{revision}/patch': {
    path: { workspace: string; encoded_id: string; revision: string };
    as: 'text' | 'bytes' | 'stream';
  };
  /** @deprecated Use `GET /workspaces/{workspace}/pipelines-config/variables`. */
  'GET /teams/{username}/pipelines_config/variables': {
    path: { username: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedPipelineVariables;
  };
  /** @deprecated Use `POST /workspaces/{workspace}/pipelines-config/variables`. */
  'POST /teams/{username}/pipelines_config/variables': {
    path: { username: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  /** @deprecated Use `DELETE /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'DELETE /teams/{username}/pipelines_config/variables/{variable_uuid}': {
    path: { username: string; variable_uuid: string };
  };
  /** @deprecated Use `GET /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'GET /teams/{username}/pipelines_config/variables/{variable_uuid}': {
    path: { username: string; variable_uuid: string };
    query: { fields?: string | undefined };
    result: PipelineVariable;
  };
  /** @deprecated Use `PUT /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'PUT /teams/{username}/pipelines_config/variables/{variable_uuid}': {
    path: { username: string; variable_uuid: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  /** @deprecated Deprecated since 2026-11-01. */
  'GET /teams/{username}/search/code': {
    path: { username: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      search_query: string;
    };
    result: SearchResultPage;
  };
  'GET /user': { query: { fields?: string | undefined }; result: Account };
  'GET /user/emails': {
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: Page<EmailAddress>;
  };
  'GET /user/emails/{email}': {
    path: { email: string };
    query: { fields?: string | undefined };
    result: EmailAddress;
  };
  /** @deprecated Removed on 2026-04-14 (CHANGE-2770); use `GET /user/workspaces/{workspace}/permissions/repositories`. */
  'GET /user/permissions/repositories': {
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedRepositoryPermissions;
  };
  /** @deprecated Removed on 2026-04-14 (CHANGE-2770); use `GET /user/workspaces/{workspace}/permission`. */
  'GET /user/permissions/workspaces': {
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedWorkspaceMemberships;
  };
  'GET /user/workspaces': {
    query: {
      administrator?: boolean | undefined;
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedWorkspaceAccess;
  };
  'GET /user/workspaces/{workspace}/permission': {
    path: { workspace: string };
    query: { fields?: string | undefined };
    result: WorkspaceMembership;
  };
  'GET /user/workspaces/{workspace}/permissions/repositories': {
    path: { workspace: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedRepositoryPermissions;
  };
  'GET /users/{selected_user}': {
    path: { selected_user: string };
    query: { fields?: string | undefined };
    result: Account;
  };
  'GET /users/{selected_user}/gpg-keys': {
    path: { selected_user: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedGpgUserKeys;
  };
  'POST /users/{selected_user}/gpg-keys': {
    path: { selected_user: string };
    query: { fields?: string | undefined };
    body: Draft<GPGAccountKey>;
    result: GPGAccountKey;
  };
  'DELETE /users/{selected_user}/gpg-keys/{fingerprint}': {
    path: { selected_user: string; fingerprint: string };
  };
  'GET /users/{selected_user}/gpg-keys/{fingerprint}': {
    path: { selected_user: string; fingerprint: string };
    query: { fields?: string | undefined };
    result: GPGAccountKey;
  };
  /** @deprecated Use `GET /workspaces/{workspace}/pipelines-config/variables`. */
  'GET /users/{selected_user}/pipelines_config/variables': {
    path: { selected_user: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedPipelineVariables;
  };
  /** @deprecated Use `POST /workspaces/{workspace}/pipelines-config/variables`. */
  'POST /users/{selected_user}/pipelines_config/variables': {
    path: { selected_user: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  /** @deprecated Use `DELETE /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'DELETE /users/{selected_user}/pipelines_config/variables/{variable_uuid}': {
    path: { selected_user: string; variable_uuid: string };
  };
  /** @deprecated Use `GET /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'GET /users/{selected_user}/pipelines_config/variables/{variable_uuid}': {
    path: { selected_user: string; variable_uuid: string };
    query: { fields?: string | undefined };
    result: PipelineVariable;
  };
  /** @deprecated Use `PUT /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'PUT /users/{selected_user}/pipelines_config/variables/{variable_uuid}': {
    path: { selected_user: string; variable_uuid: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'DELETE /users/{selected_user}/properties/{app_key}/{property_name}': {
    path: { selected_user: string; app_key: string; property_name: string };
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'GET /users/{selected_user}/properties/{app_key}/{property_name}': {
    path: { selected_user: string; app_key: string; property_name: string };
    query: { fields?: string | undefined };
    result: ApplicationProperty;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'PUT /users/{selected_user}/properties/{app_key}/{property_name}': {
    path: { selected_user: string; app_key: string; property_name: string };
    body: Draft<ApplicationProperty>;
  };
  /** @deprecated Deprecated since 2026-11-01. */
  'GET /users/{selected_user}/search/code': {
    path: { selected_user: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      search_query: string;
    };
    result: SearchResultPage;
  };
  'GET /users/{selected_user}/ssh-keys': {
    path: { selected_user: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedSshUserKeys;
  };
  'POST /users/{selected_user}/ssh-keys': {
    path: { selected_user: string };
    query: { expires_on?: string | undefined; fields?: string | undefined };
    body: Draft<SshAccountKey>;
    result: SshAccountKey;
  };
  'DELETE /users/{selected_user}/ssh-keys/{key_id}': {
    path: { selected_user: string; key_id: number | string };
  };
  'GET /users/{selected_user}/ssh-keys/{key_id}': {
    path: { selected_user: string; key_id: number | string };
    query: { fields?: string | undefined };
    result: SshAccountKey;
  };
  'PUT /users/{selected_user}/ssh-keys/{key_id}': {
    path: { selected_user: string; key_id: number | string };
    query: { fields?: string | undefined };
    body: Draft<SshAccountKey>;
    result: SshAccountKey;
  };
  /** @deprecated Removed on 2026-04-14 (CHANGE-2770); use `GET /user/workspaces`. */
  'GET /workspaces': {
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      role?: 'owner' | 'collaborator' | 'member' | undefined;
      sort?: string | undefined;
    };
    result: PaginatedWorkspaces;
  };
  'GET /workspaces/{workspace}': {
    path: { workspace: string };
    query: { fields?: string | undefined };
    result: Workspace;
  };
  'GET /workspaces/{workspace}/hooks': {
    path: { workspace: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedWebhookSubscriptions;
  };
  'POST /workspaces/{workspace}/hooks': {
    path: { workspace: string };
    query: { fields?: string | undefined };
    body: Draft<WebhookSubscription>;
    result: WebhookSubscription;
  };
  'DELETE /workspaces/{workspace}/hooks/{uid}': { path: { workspace: string; uid: string } };
  'GET /workspaces/{workspace}/hooks/{uid}': {
    path: { workspace: string; uid: string };
    query: { fields?: string | undefined };
    result: WebhookSubscription;
  };
  'PUT /workspaces/{workspace}/hooks/{uid}': {
    path: { workspace: string; uid: string };
    query: { fields?: string | undefined };
    body: Draft<WebhookSubscription>;
    result: WebhookSubscription;
  };
  'GET /workspaces/{workspace}/members': {
    path: { workspace: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedWorkspaceMemberships;
  };
  'GET /workspaces/{workspace}/members/{member}': {
    path: { workspace: string; member: string };
    query: { fields?: string | undefined };
    result: WorkspaceMembership;
  };
  'GET /workspaces/{workspace}/permissions': {
    path: { workspace: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedWorkspaceMemberships;
  };
  'GET /workspaces/{workspace}/permissions/repositories': {
    path: { workspace: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedRepositoryPermissions;
  };
  'GET /workspaces/{workspace}/permissions/repositories/{repo_slug}': {
    path: { workspace: string; repo_slug: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
    result: PaginatedRepositoryPermissions;
  };
  'GET /workspaces/{workspace}/pipelines-config/identity/oidc/.well-known/openid-configuration': {
    path: { workspace: string };
    query: { fields?: string | undefined };
    result: JsonObject;
  };
  'GET /workspaces/{workspace}/pipelines-config/identity/oidc/keys.json': {
    path: { workspace: string };
    query: { fields?: string | undefined };
    result: JsonObject;
  };
  'GET /workspaces/{workspace}/pipelines-config/runners': {
    path: { workspace: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedPipelineRunners;
  };
  'POST /workspaces/{workspace}/pipelines-config/runners': {
    path: { workspace: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineRunner>;
    result: PipelineRunner;
  };
  'DELETE /workspaces/{workspace}/pipelines-config/runners/{runner_uuid}': {
    path: { workspace: string; runner_uuid: string };
  };
  'GET /workspaces/{workspace}/pipelines-config/runners/{runner_uuid}': {
    path: { workspace: string; runner_uuid: string };
    query: { fields?: string | undefined };
    result: PipelineRunner;
  };
  'PUT /workspaces/{workspace}/pipelines-config/runners/{runner_uuid}': {
    path: { workspace: string; runner_uuid: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineRunner>;
    result: PipelineRunner;
  };
  'GET /workspaces/{workspace}/pipelines-config/variables': {
    path: { workspace: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedPipelineVariables;
  };
  'POST /workspaces/{workspace}/pipelines-config/variables': {
    path: { workspace: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  'DELETE /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}': {
    path: { workspace: string; variable_uuid: string };
  };
  'GET /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}': {
    path: { workspace: string; variable_uuid: string };
    query: { fields?: string | undefined };
    result: PipelineVariable;
  };
  'PUT /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}': {
    path: { workspace: string; variable_uuid: string };
    query: { fields?: string | undefined };
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  'GET /workspaces/{workspace}/projects': {
    path: { workspace: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedProjects;
  };
  'POST /workspaces/{workspace}/projects': {
    path: { workspace: string };
    query: { fields?: string | undefined };
    body: Draft<Project>;
    result: Project;
  };
  'DELETE /workspaces/{workspace}/projects/{project_key}': {
    path: { workspace: string; project_key: string };
  };
  'GET /workspaces/{workspace}/projects/{project_key}': {
    path: { workspace: string; project_key: string };
    query: { fields?: string | undefined };
    result: Project;
  };
  'PUT /workspaces/{workspace}/projects/{project_key}': {
    path: { workspace: string; project_key: string };
    query: { fields?: string | undefined };
    body: Draft<Project>;
    result: Project;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/branching-model': {
    path: { workspace: string; project_key: string };
    query: { fields?: string | undefined };
    result: ProjectBranchingModel;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/branching-model/settings': {
    path: { workspace: string; project_key: string };
    query: { fields?: string | undefined };
    result: BranchingModelSettings;
  };
  'PUT /workspaces/{workspace}/projects/{project_key}/branching-model/settings': {
    path: { workspace: string; project_key: string };
    query: { fields?: string | undefined };
    body: Draft<BranchingModelSettings>;
    result: BranchingModelSettings;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/default-reviewers': {
    path: { workspace: string; project_key: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedDefaultReviewerAndType;
  };
  'DELETE /workspaces/{workspace}/projects/{project_key}/default-reviewers/{selected_user}': {
    path: { workspace: string; project_key: string; selected_user: string };
  };
  'GET /workspaces/{workspace}/projects/{project_key}/default-reviewers/{selected_user}': {
    path: { workspace: string; project_key: string; selected_user: string };
    query: { fields?: string | undefined };
    result: User;
  };
  'PUT /workspaces/{workspace}/projects/{project_key}/default-reviewers/{selected_user}': {
    path: { workspace: string; project_key: string; selected_user: string };
    query: { fields?: string | undefined };
    body: JsonObject | undefined;
    result: User;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/deploy-keys': {
    path: { workspace: string; project_key: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedProjectDeployKeys;
  };
  'POST /workspaces/{workspace}/projects/{project_key}/deploy-keys': {
    path: { workspace: string; project_key: string };
    query: { fields?: string | undefined };
    body: Draft<ProjectDeployKey>;
    result: ProjectDeployKey;
  };
  'DELETE /workspaces/{workspace}/projects/{project_key}/deploy-keys/{key_id}': {
    path: { workspace: string; project_key: string; key_id: number | string };
  };
  'GET /workspaces/{workspace}/projects/{project_key}/deploy-keys/{key_id}': {
    path: { workspace: string; project_key: string; key_id: number | string };
    query: { fields?: string | undefined };
    result: ProjectDeployKey;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/permissions-config/groups': {
    path: { workspace: string; project_key: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedProjectGroupPermissions;
  };
  'DELETE /workspaces/{workspace}/projects/{project_key}/permissions-config/groups/{group_slug}': {
    path: { workspace: string; project_key: string; group_slug: string };
  };
  'GET /workspaces/{workspace}/projects/{project_key}/permissions-config/groups/{group_slug}': {
    path: { workspace: string; project_key: string; group_slug: string };
    query: { fields?: string | undefined };
    result: ProjectGroupPermission;
  };
  'PUT /workspaces/{workspace}/projects/{project_key}/permissions-config/groups/{group_slug}': {
    path: { workspace: string; project_key: string; group_slug: string };
    query: { fields?: string | undefined };
    body: ProjectPermissionUpdateSchema;
    result: ProjectGroupPermission;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/permissions-config/users': {
    path: { workspace: string; project_key: string };
    query: { fields?: string | undefined; page?: number | string | undefined; pagelen?: number | undefined };
    result: PaginatedProjectUserPermissions;
  };
  'DELETE /workspaces/{workspace}/projects/{project_key}/permissions-config/users/{selected_user_id}': {
    path: { workspace: string; project_key: string; selected_user_id: string };
  };
  'GET /workspaces/{workspace}/projects/{project_key}/permissions-config/users/{selected_user_id}': {
    path: { workspace: string; project_key: string; selected_user_id: string };
    query: { fields?: string | undefined };
    result: ProjectUserPermission;
  };
  'PUT /workspaces/{workspace}/projects/{project_key}/permissions-config/users/{selected_user_id}': {
    path: { workspace: string; project_key: string; selected_user_id: string };
    query: { fields?: string | undefined };
    body: ProjectPermissionUpdateSchema;
    result: ProjectUserPermission;
  };
  'GET /workspaces/{workspace}/pullrequests/{selected_user}': {
    path: { workspace: string; selected_user: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
      state?:
        | 'OPEN'
        | 'MERGED'
        | 'DECLINED'
        | 'SUPERSEDED'
        | readonly ('OPEN' | 'MERGED' | 'DECLINED' | 'SUPERSEDED')[]
        | undefined;
    };
    result: PaginatedPullrequests;
  };
  /** @deprecated Deprecated since 2026-11-01. */
  'GET /workspaces/{workspace}/search/code': {
    path: { workspace: string };
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      search_query: string;
    };
    result: SearchResultPage;
  };
  'GET /workspaces/{workspace}/settings/gpg/public-key': {
    path: { workspace: string };
    as: 'text' | 'bytes' | 'stream';
  };
}
