/** Every operation of Bitbucket Cloud's REST API by its route, without the `/2.0` before it. Written by scripts/generate; not edited by hand. */
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

interface PathOfSelectedUser {
  selected_user: string;
}
interface PathOfSelectedUserAppKeyPropertyName {
  selected_user: string;
  app_key: string;
  property_name: string;
}
interface PathOfSelectedUserKeyId {
  selected_user: string;
  key_id: number | string;
}
interface PathOfSelectedUserVariableUuid {
  selected_user: string;
  variable_uuid: string;
}
interface PathOfUsername {
  username: string;
}
interface PathOfUsernameVariableUuid {
  username: string;
  variable_uuid: string;
}
interface PathOfWorkspace {
  workspace: string;
}
interface PathOfWorkspaceEncodedId {
  workspace: string;
  encoded_id: string;
}
interface PathOfWorkspaceEncodedIdCommentId {
  workspace: string;
  encoded_id: string;
  comment_id: number | string;
}
interface PathOfWorkspaceEncodedIdNodeId {
  workspace: string;
  encoded_id: string;
  node_id: string;
}
interface PathOfWorkspaceEncodedIdRevision {
  workspace: string;
  encoded_id: string;
  revision: string;
}
interface PathOfWorkspaceProjectKey {
  workspace: string;
  project_key: string;
}
interface PathOfWorkspaceProjectKeyGroupSlug {
  workspace: string;
  project_key: string;
  group_slug: string;
}
interface PathOfWorkspaceProjectKeySelectedUser {
  workspace: string;
  project_key: string;
  selected_user: string;
}
interface PathOfWorkspaceProjectKeySelectedUserId {
  workspace: string;
  project_key: string;
  selected_user_id: string;
}
interface PathOfWorkspaceRepoSlug {
  workspace: string;
  repo_slug: string;
}
interface PathOfWorkspaceRepoSlugAppKeyPropertyName {
  workspace: string;
  repo_slug: string;
  app_key: string;
  property_name: string;
}
interface PathOfWorkspaceRepoSlugCommit {
  workspace: string;
  repo_slug: string;
  commit: string;
}
interface PathOfWorkspaceRepoSlugCommitAppKeyPropertyName {
  workspace: string;
  repo_slug: string;
  commit: string;
  app_key: string;
  property_name: string;
}
interface PathOfWorkspaceRepoSlugCommitCommentId {
  workspace: string;
  repo_slug: string;
  commit: string;
  comment_id: number | string;
}
interface PathOfWorkspaceRepoSlugCommitPath {
  workspace: string;
  repo_slug: string;
  commit: string;
  path: string;
}
interface PathOfWorkspaceRepoSlugCommitReportId {
  workspace: string;
  repo_slug: string;
  commit: string;
  reportId: string;
}
interface PathOfWorkspaceRepoSlugCommitReportIdAnnotationId {
  workspace: string;
  repo_slug: string;
  commit: string;
  reportId: string;
  annotationId: number | string;
}
interface PathOfWorkspaceRepoSlugEnvironmentUuid {
  workspace: string;
  repo_slug: string;
  environment_uuid: string;
}
interface PathOfWorkspaceRepoSlugGroupSlug {
  workspace: string;
  repo_slug: string;
  group_slug: string;
}
interface PathOfWorkspaceRepoSlugId {
  workspace: string;
  repo_slug: string;
  id: number | string;
}
interface PathOfWorkspaceRepoSlugIssueId {
  workspace: string;
  repo_slug: string;
  issue_id: number | string;
}
interface PathOfWorkspaceRepoSlugIssueIdCommentId {
  workspace: string;
  repo_slug: string;
  issue_id: number | string;
  comment_id: number | string;
}
interface PathOfWorkspaceRepoSlugKeyId {
  workspace: string;
  repo_slug: string;
  key_id: number | string;
}
interface PathOfWorkspaceRepoSlugKnownHostUuid {
  workspace: string;
  repo_slug: string;
  known_host_uuid: string;
}
interface PathOfWorkspaceRepoSlugName {
  workspace: string;
  repo_slug: string;
  name: string;
}
interface PathOfWorkspaceRepoSlugPipelineUuid {
  workspace: string;
  repo_slug: string;
  pipeline_uuid: string;
}
interface PathOfWorkspaceRepoSlugPipelineUuidStepUuid {
  workspace: string;
  repo_slug: string;
  pipeline_uuid: string;
  step_uuid: string;
}
interface PathOfWorkspaceRepoSlugPullRequestId {
  workspace: string;
  repo_slug: string;
  pull_request_id: number | string;
}
interface PathOfWorkspaceRepoSlugPullRequestIdCommentId {
  workspace: string;
  repo_slug: string;
  pull_request_id: number | string;
  comment_id: number | string;
}
interface PathOfWorkspaceRepoSlugPullRequestIdTaskId {
  workspace: string;
  repo_slug: string;
  pull_request_id: number | string;
  task_id: number | string;
}
interface PathOfWorkspaceRepoSlugPullrequestIdAppKeyPropertyName {
  workspace: string;
  repo_slug: string;
  pullrequest_id: number | string;
  app_key: string;
  property_name: string;
}
interface PathOfWorkspaceRepoSlugRunnerUuid {
  workspace: string;
  repo_slug: string;
  runner_uuid: string;
}
interface PathOfWorkspaceRepoSlugScheduleUuid {
  workspace: string;
  repo_slug: string;
  schedule_uuid: string;
}
interface PathOfWorkspaceRepoSlugSelectedUserId {
  workspace: string;
  repo_slug: string;
  selected_user_id: string;
}
interface PathOfWorkspaceRepoSlugSpec {
  workspace: string;
  repo_slug: string;
  spec: string;
}
interface PathOfWorkspaceRepoSlugTargetUsername {
  workspace: string;
  repo_slug: string;
  target_username: string;
}
interface PathOfWorkspaceRepoSlugUid {
  workspace: string;
  repo_slug: string;
  uid: string;
}
interface PathOfWorkspaceRepoSlugVariableUuid {
  workspace: string;
  repo_slug: string;
  variable_uuid: string;
}
interface PathOfWorkspaceRunnerUuid {
  workspace: string;
  runner_uuid: string;
}
interface PathOfWorkspaceUid {
  workspace: string;
  uid: string;
}
interface PathOfWorkspaceVariableUuid {
  workspace: string;
  variable_uuid: string;
}
interface QueryOfFields {
  fields?: string | undefined;
}
interface QueryOfFieldsPagePagelen {
  fields?: string | undefined;
  page?: number | string | undefined;
  pagelen?: number | undefined;
}
interface QueryOfFieldsPagePagelenQSort {
  fields?: string | undefined;
  page?: number | string | undefined;
  pagelen?: number | undefined;
  q?: string | undefined;
  sort?: string | undefined;
}
interface QueryOfFieldsPagePagelenSearchQuery {
  fields?: string | undefined;
  page?: number | string | undefined;
  pagelen?: number | undefined;
  search_query: string;
}

/** Every operation of Bitbucket Cloud's REST API by its route, without the `/2.0` before it. */
export interface CloudRoutes {
  'DELETE /addon': { result: undefined };
  'PUT /addon': { body: JsonObject | undefined };
  'GET /addon/{addon_key}/client-key': {
    path: { addon_key: string };
    query: QueryOfFields;
    result: JsonObject;
  };
  'GET /hook_events': { query: QueryOfFields; result: SubjectTypes };
  'GET /hook_events/{subject_type}': {
    path: { subject_type: 'repository' | 'workspace' };
    query: QueryOfFieldsPagePagelen;
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
    path: PathOfWorkspace;
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
    path: PathOfWorkspaceRepoSlug;
    query: { redirect_to?: string | undefined };
  };
  'GET /repositories/{workspace}/{repo_slug}': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    result: Repository;
  };
  'POST /repositories/{workspace}/{repo_slug}': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<Repository> | undefined;
    result: Repository;
  };
  'PUT /repositories/{workspace}/{repo_slug}': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<Repository>;
    result: Repository;
  };
  'GET /repositories/{workspace}/{repo_slug}/branch-restrictions': {
    path: PathOfWorkspaceRepoSlug;
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
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: DraftWith<Branchrestriction, 'branch_match_kind' | 'kind' | 'pattern'>;
    result: Branchrestriction;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/branch-restrictions/{id}': {
    path: PathOfWorkspaceRepoSlugId;
  };
  'GET /repositories/{workspace}/{repo_slug}/branch-restrictions/{id}': {
    path: PathOfWorkspaceRepoSlugId;
    query: QueryOfFields;
    result: Branchrestriction;
  };
  'PUT /repositories/{workspace}/{repo_slug}/branch-restrictions/{id}': {
    path: PathOfWorkspaceRepoSlugId;
    query: QueryOfFields;
    body: DraftWith<Branchrestriction, 'branch_match_kind' | 'kind' | 'pattern'>;
    result: Branchrestriction;
  };
  'GET /repositories/{workspace}/{repo_slug}/branching-model': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    result: BranchingModel;
  };
  'GET /repositories/{workspace}/{repo_slug}/branching-model/settings': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    result: BranchingModelSettings;
  };
  'PUT /repositories/{workspace}/{repo_slug}/branching-model/settings': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<BranchingModelSettings>;
    result: BranchingModelSettings;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}': {
    path: PathOfWorkspaceRepoSlugCommit;
    query: QueryOfFields;
    result: Commit;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/commit/{commit}/approve': {
    path: PathOfWorkspaceRepoSlugCommit;
  };
  'POST /repositories/{workspace}/{repo_slug}/commit/{commit}/approve': {
    path: PathOfWorkspaceRepoSlugCommit;
    query: QueryOfFields;
    body: JsonObject | undefined;
    result: Participant;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/comments': {
    path: PathOfWorkspaceRepoSlugCommit;
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedCommitComments;
  };
  'POST /repositories/{workspace}/{repo_slug}/commit/{commit}/comments': {
    path: PathOfWorkspaceRepoSlugCommit;
    query: QueryOfFields;
    body: Draft<CommitComment>;
    result: CommitComment;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/commit/{commit}/comments/{comment_id}': {
    path: PathOfWorkspaceRepoSlugCommitCommentId;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/comments/{comment_id}': {
    path: PathOfWorkspaceRepoSlugCommitCommentId;
    query: QueryOfFields;
    result: CommitComment;
  };
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/comments/{comment_id}': {
    path: PathOfWorkspaceRepoSlugCommitCommentId;
    query: QueryOfFields;
    body: Draft<CommitComment>;
    result: CommitComment;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'DELETE /repositories/{workspace}/{repo_slug}/commit/{commit}/properties/{app_key}/{property_name}': {
    path: PathOfWorkspaceRepoSlugCommitAppKeyPropertyName;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/properties/{app_key}/{property_name}': {
    path: PathOfWorkspaceRepoSlugCommitAppKeyPropertyName;
    query: QueryOfFields;
    result: ApplicationProperty;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/properties/{app_key}/{property_name}': {
    path: PathOfWorkspaceRepoSlugCommitAppKeyPropertyName;
    body: Draft<ApplicationProperty>;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/pullrequests': {
    path: PathOfWorkspaceRepoSlugCommit;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedPullrequests;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/reports': {
    path: PathOfWorkspaceRepoSlugCommit;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedReports;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}': {
    path: PathOfWorkspaceRepoSlugCommitReportId;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}': {
    path: PathOfWorkspaceRepoSlugCommitReportId;
    query: QueryOfFields;
    result: Report;
  };
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}': {
    path: PathOfWorkspaceRepoSlugCommitReportId;
    query: QueryOfFields;
    body: Draft<Report>;
    result: Report;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations': {
    path: PathOfWorkspaceRepoSlugCommitReportId;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedAnnotations;
  };
  'POST /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations': {
    path: PathOfWorkspaceRepoSlugCommitReportId;
    query: QueryOfFields;
    body: readonly Draft<ReportAnnotation>[];
    result: ReportAnnotation[];
  };
  'DELETE /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations/{annotationId}': {
    path: PathOfWorkspaceRepoSlugCommitReportIdAnnotationId;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations/{annotationId}': {
    path: PathOfWorkspaceRepoSlugCommitReportIdAnnotationId;
    query: QueryOfFields;
    result: ReportAnnotation;
  };
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations/{annotationId}': {
    path: PathOfWorkspaceRepoSlugCommitReportIdAnnotationId;
    query: QueryOfFields;
    body: Draft<ReportAnnotation>;
    result: ReportAnnotation;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/statuses': {
    path: PathOfWorkspaceRepoSlugCommit;
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
    path: PathOfWorkspaceRepoSlugCommit;
    query: QueryOfFields;
    body: DraftWith<Commitstatus, 'key' | 'state'>;
    result: Commitstatus;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build/{key}': {
    path: { workspace: string; repo_slug: string; commit: string; key: string };
    query: QueryOfFields;
    result: Commitstatus;
  };
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build/{key}': {
    path: { workspace: string; repo_slug: string; commit: string; key: string };
    query: QueryOfFields;
    body: DraftWith<Commitstatus, 'key' | 'state'>;
    result: Commitstatus;
  };
  'GET /repositories/{workspace}/{repo_slug}/commits': {
    path: PathOfWorkspaceRepoSlug;
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
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
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
    query: QueryOfFieldsPagePagelen;
    body: URLSearchParams | undefined;
    result: PaginatedChangeset;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/components': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedComponents;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/components/{component_id}': {
    path: { workspace: string; repo_slug: string; component_id: number | string };
    query: QueryOfFields;
    result: Component;
  };
  'GET /repositories/{workspace}/{repo_slug}/default-reviewers': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedAccounts;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/default-reviewers/{target_username}': {
    path: PathOfWorkspaceRepoSlugTargetUsername;
  };
  'GET /repositories/{workspace}/{repo_slug}/default-reviewers/{target_username}': {
    path: PathOfWorkspaceRepoSlugTargetUsername;
    query: QueryOfFields;
    result: Account;
  };
  'PUT /repositories/{workspace}/{repo_slug}/default-reviewers/{target_username}': {
    path: PathOfWorkspaceRepoSlugTargetUsername;
    query: QueryOfFields;
    body: JsonObject | undefined;
    result: Account;
  };
  'GET /repositories/{workspace}/{repo_slug}/deploy-keys': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedDeployKeys;
  };
  'POST /repositories/{workspace}/{repo_slug}/deploy-keys': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<DeployKey>;
    result: DeployKey;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/deploy-keys/{key_id}': { path: PathOfWorkspaceRepoSlugKeyId };
  'GET /repositories/{workspace}/{repo_slug}/deploy-keys/{key_id}': {
    path: PathOfWorkspaceRepoSlugKeyId;
    query: QueryOfFields;
    result: DeployKey;
  };
  'PUT /repositories/{workspace}/{repo_slug}/deploy-keys/{key_id}': {
    path: PathOfWorkspaceRepoSlugKeyId;
    query: QueryOfFields;
    body: Draft<DeployKey>;
    result: DeployKey;
  };
  'GET /repositories/{workspace}/{repo_slug}/deployments': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedDeployments;
  };
  'GET /repositories/{workspace}/{repo_slug}/deployments/{deployment_uuid}': {
    path: { workspace: string; repo_slug: string; deployment_uuid: string };
    query: QueryOfFields;
    result: Deployment;
  };
  'GET /repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables': {
    path: PathOfWorkspaceRepoSlugEnvironmentUuid;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedDeploymentVariable;
  };
  'POST /repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables': {
    path: PathOfWorkspaceRepoSlugEnvironmentUuid;
    query: QueryOfFields;
    body: Draft<DeploymentVariable>;
    result: DeploymentVariable;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables/{variable_uuid}': {
    path: { workspace: string; repo_slug: string; environment_uuid: string; variable_uuid: string };
  };
  'PUT /repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables/{variable_uuid}': {
    path: { workspace: string; repo_slug: string; environment_uuid: string; variable_uuid: string };
    query: QueryOfFields;
    body: Draft<DeploymentVariable>;
    result: DeploymentVariable;
  };
  'GET /repositories/{workspace}/{repo_slug}/diff/{spec}': {
    path: PathOfWorkspaceRepoSlugSpec;
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
    path: PathOfWorkspaceRepoSlugSpec;
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
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: Page<Download>;
  };
  'POST /repositories/{workspace}/{repo_slug}/downloads': {
    path: PathOfWorkspaceRepoSlug;
    body: FormData | Multipart;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/downloads/{filename}': {
    path: { workspace: string; repo_slug: string; filename: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/downloads/{filename}': {
    path: { workspace: string; repo_slug: string; filename: string };
    as: 'bytes' | 'stream';
  };
  'GET /repositories/{workspace}/{repo_slug}/effective-branching-model': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    result: EffectiveRepoBranchingModel;
  };
  'GET /repositories/{workspace}/{repo_slug}/effective-default-reviewers': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedDefaultReviewerAndType;
  };
  'GET /repositories/{workspace}/{repo_slug}/environments': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedEnvironments;
  };
  'POST /repositories/{workspace}/{repo_slug}/environments': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<DeploymentEnvironment>;
    result: DeploymentEnvironment;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/environments/{environment_uuid}': {
    path: PathOfWorkspaceRepoSlugEnvironmentUuid;
  };
  'GET /repositories/{workspace}/{repo_slug}/environments/{environment_uuid}': {
    path: PathOfWorkspaceRepoSlugEnvironmentUuid;
    query: QueryOfFields;
    result: DeploymentEnvironment;
  };
  'POST /repositories/{workspace}/{repo_slug}/environments/{environment_uuid}/changes': {
    path: PathOfWorkspaceRepoSlugEnvironmentUuid;
    body: JsonObject | undefined;
  };
  'GET /repositories/{workspace}/{repo_slug}/file-conflicts/{spec}': {
    path: PathOfWorkspaceRepoSlugSpec;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedFileConflicts;
  };
  'GET /repositories/{workspace}/{repo_slug}/filehistory/{commit}/{path}': {
    path: PathOfWorkspaceRepoSlugCommitPath;
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
    path: PathOfWorkspaceRepoSlug;
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
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<Repository> | undefined;
    result: Repository;
  };
  'GET /repositories/{workspace}/{repo_slug}/hooks': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedWebhookSubscriptions;
  };
  'POST /repositories/{workspace}/{repo_slug}/hooks': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<WebhookSubscription>;
    result: WebhookSubscription;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/hooks/{uid}': { path: PathOfWorkspaceRepoSlugUid };
  'GET /repositories/{workspace}/{repo_slug}/hooks/{uid}': {
    path: PathOfWorkspaceRepoSlugUid;
    query: QueryOfFields;
    result: WebhookSubscription;
  };
  'PUT /repositories/{workspace}/{repo_slug}/hooks/{uid}': {
    path: PathOfWorkspaceRepoSlugUid;
    query: QueryOfFields;
    body: Draft<WebhookSubscription>;
    result: WebhookSubscription;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedIssues;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<Issue>;
    result: Issue;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues/export': {
    path: PathOfWorkspaceRepoSlug;
    body: ExportOptions | undefined;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/export/{repo_name}-issues-{task_id}.zip': {
    path: { workspace: string; repo_slug: string; repo_name: string; task_id: number | string };
    query: QueryOfFields;
    result: IssueJobStatus;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/import': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    result: IssueJobStatus;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues/import': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: FormData | Multipart;
    result: IssueJobStatus;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'DELETE /repositories/{workspace}/{repo_slug}/issues/{issue_id}': { path: PathOfWorkspaceRepoSlugIssueId };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}': {
    path: PathOfWorkspaceRepoSlugIssueId;
    query: QueryOfFields;
    result: Issue;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'PUT /repositories/{workspace}/{repo_slug}/issues/{issue_id}': {
    path: PathOfWorkspaceRepoSlugIssueId;
    query: QueryOfFields;
    body: Draft<Issue>;
    result: Issue;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/attachments': {
    path: PathOfWorkspaceRepoSlugIssueId;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedIssueAttachments;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues/{issue_id}/attachments': {
    path: PathOfWorkspaceRepoSlugIssueId;
    body: FormData | Multipart;
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
    path: PathOfWorkspaceRepoSlugIssueId;
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedLogEntries;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues/{issue_id}/changes': {
    path: PathOfWorkspaceRepoSlugIssueId;
    query: QueryOfFields;
    body: Draft<IssueChange>;
    result: IssueChange;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/changes/{change_id}': {
    path: { workspace: string; repo_slug: string; issue_id: number | string; change_id: number | string };
    query: QueryOfFields;
    result: IssueChange;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments': {
    path: PathOfWorkspaceRepoSlugIssueId;
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedIssueComments;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments': {
    path: PathOfWorkspaceRepoSlugIssueId;
    query: QueryOfFields;
    body: Draft<IssueComment>;
    result: IssueComment;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'DELETE /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments/{comment_id}': {
    path: PathOfWorkspaceRepoSlugIssueIdCommentId;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments/{comment_id}': {
    path: PathOfWorkspaceRepoSlugIssueIdCommentId;
    query: QueryOfFields;
    result: IssueComment;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'PUT /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments/{comment_id}': {
    path: PathOfWorkspaceRepoSlugIssueIdCommentId;
    query: QueryOfFields;
    body: Draft<IssueComment>;
    result: IssueComment;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'DELETE /repositories/{workspace}/{repo_slug}/issues/{issue_id}/vote': {
    path: PathOfWorkspaceRepoSlugIssueId;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/vote': {
    path: PathOfWorkspaceRepoSlugIssueId;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'PUT /repositories/{workspace}/{repo_slug}/issues/{issue_id}/vote': {
    path: PathOfWorkspaceRepoSlugIssueId;
    body: JsonObject | undefined;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'DELETE /repositories/{workspace}/{repo_slug}/issues/{issue_id}/watch': {
    path: PathOfWorkspaceRepoSlugIssueId;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/watch': {
    path: PathOfWorkspaceRepoSlugIssueId;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'PUT /repositories/{workspace}/{repo_slug}/issues/{issue_id}/watch': {
    path: PathOfWorkspaceRepoSlugIssueId;
    body: JsonObject | undefined;
  };
  'GET /repositories/{workspace}/{repo_slug}/merge-base/{revspec}': {
    path: { workspace: string; repo_slug: string; revspec: string };
    query: QueryOfFields;
    result: Commit;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/milestones': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedMilestones;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/milestones/{milestone_id}': {
    path: { workspace: string; repo_slug: string; milestone_id: number | string };
    query: QueryOfFields;
    result: Milestone;
  };
  'GET /repositories/{workspace}/{repo_slug}/override-settings': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    result: RepositoryInheritanceState;
  };
  'PUT /repositories/{workspace}/{repo_slug}/override-settings': {
    path: PathOfWorkspaceRepoSlug;
    body: Draft<RepositoryInheritanceState>;
  };
  'GET /repositories/{workspace}/{repo_slug}/patch/{spec}': {
    path: PathOfWorkspaceRepoSlugSpec;
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /repositories/{workspace}/{repo_slug}/permissions-config/groups': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedRepositoryGroupPermissions;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/permissions-config/groups/{group_slug}': {
    path: PathOfWorkspaceRepoSlugGroupSlug;
  };
  'GET /repositories/{workspace}/{repo_slug}/permissions-config/groups/{group_slug}': {
    path: PathOfWorkspaceRepoSlugGroupSlug;
    query: QueryOfFields;
    result: RepositoryGroupPermission;
  };
  'PUT /repositories/{workspace}/{repo_slug}/permissions-config/groups/{group_slug}': {
    path: PathOfWorkspaceRepoSlugGroupSlug;
    query: QueryOfFields;
    body: RepoPermissionUpdateSchema;
    result: RepositoryGroupPermission;
  };
  'GET /repositories/{workspace}/{repo_slug}/permissions-config/users': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedRepositoryUserPermissions;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/permissions-config/users/{selected_user_id}': {
    path: PathOfWorkspaceRepoSlugSelectedUserId;
  };
  'GET /repositories/{workspace}/{repo_slug}/permissions-config/users/{selected_user_id}': {
    path: PathOfWorkspaceRepoSlugSelectedUserId;
    query: QueryOfFields;
    result: RepositoryUserPermission;
  };
  'PUT /repositories/{workspace}/{repo_slug}/permissions-config/users/{selected_user_id}': {
    path: PathOfWorkspaceRepoSlugSelectedUserId;
    query: QueryOfFields;
    body: RepoPermissionUpdateSchema;
    result: RepositoryUserPermission;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines': {
    path: PathOfWorkspaceRepoSlug;
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
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<Pipeline>;
    result: Pipeline;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines-config/caches': {
    path: PathOfWorkspaceRepoSlug;
    query: { name: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines-config/caches': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedPipelineCaches;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines-config/caches/{cache_uuid}': {
    path: { workspace: string; repo_slug: string; cache_uuid: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines-config/caches/{cache_uuid}/content-uri': {
    path: { workspace: string; repo_slug: string; cache_uuid: string };
    query: QueryOfFields;
    result: PipelineCacheContentUri;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines-config/runners': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedPipelineRunners;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines-config/runners': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<PipelineRunner>;
    result: PipelineRunner;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines-config/runners/{runner_uuid}': {
    path: PathOfWorkspaceRepoSlugRunnerUuid;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines-config/runners/{runner_uuid}': {
    path: PathOfWorkspaceRepoSlugRunnerUuid;
    query: QueryOfFields;
    result: PipelineRunner;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines-config/runners/{runner_uuid}': {
    path: PathOfWorkspaceRepoSlugRunnerUuid;
    query: QueryOfFields;
    body: Draft<PipelineRunner>;
    result: PipelineRunner;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}': {
    path: PathOfWorkspaceRepoSlugPipelineUuid;
    query: QueryOfFields;
    result: Pipeline;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps': {
    path: PathOfWorkspaceRepoSlugPipelineUuid;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedPipelineSteps;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}': {
    path: PathOfWorkspaceRepoSlugPipelineUuidStepUuid;
    query: QueryOfFields;
    result: PipelineStep;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/log': {
    path: PathOfWorkspaceRepoSlugPipelineUuidStepUuid;
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
    path: PathOfWorkspaceRepoSlugPipelineUuidStepUuid;
    query: QueryOfFields;
    result: JsonObject;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/test_reports/test_cases': {
    path: PathOfWorkspaceRepoSlugPipelineUuidStepUuid;
    query: QueryOfFields;
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
    query: QueryOfFields;
    result: JsonObject;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/stopPipeline': {
    path: PathOfWorkspaceRepoSlugPipelineUuid;
    body: JsonObject | undefined;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    result: PipelinesConfig;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<PipelinesConfig>;
    result: PipelinesConfig;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config/build_number': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<PipelineBuildNumber>;
    result: PipelineBuildNumber;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/schedules': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedPipelineSchedules;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines_config/schedules': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: PipelineSchedulePostRequestBody;
    result: PipelineSchedule;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}': {
    path: PathOfWorkspaceRepoSlugScheduleUuid;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}': {
    path: PathOfWorkspaceRepoSlugScheduleUuid;
    query: QueryOfFields;
    result: PipelineSchedule;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}': {
    path: PathOfWorkspaceRepoSlugScheduleUuid;
    query: QueryOfFields;
    body: PipelineSchedulePutRequestBody;
    result: PipelineSchedule;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}/executions': {
    path: PathOfWorkspaceRepoSlugScheduleUuid;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedPipelineScheduleExecutions;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/key_pair': {
    path: PathOfWorkspaceRepoSlug;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/key_pair': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    result: PipelineSshKeyPair;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/key_pair': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<PipelineSshKeyPair>;
    result: PipelineSshKeyPair;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedPipelineKnownHosts;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<PipelineKnownHost>;
    result: PipelineKnownHost;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts/{known_host_uuid}': {
    path: PathOfWorkspaceRepoSlugKnownHostUuid;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts/{known_host_uuid}': {
    path: PathOfWorkspaceRepoSlugKnownHostUuid;
    query: QueryOfFields;
    result: PipelineKnownHost;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts/{known_host_uuid}': {
    path: PathOfWorkspaceRepoSlugKnownHostUuid;
    query: QueryOfFields;
    body: Draft<PipelineKnownHost>;
    result: PipelineKnownHost;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/variables': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedPipelineVariables;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines_config/variables': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines_config/variables/{variable_uuid}': {
    path: PathOfWorkspaceRepoSlugVariableUuid;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/variables/{variable_uuid}': {
    path: PathOfWorkspaceRepoSlugVariableUuid;
    query: QueryOfFields;
    result: PipelineVariable;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config/variables/{variable_uuid}': {
    path: PathOfWorkspaceRepoSlugVariableUuid;
    query: QueryOfFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'DELETE /repositories/{workspace}/{repo_slug}/properties/{app_key}/{property_name}': {
    path: PathOfWorkspaceRepoSlugAppKeyPropertyName;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'GET /repositories/{workspace}/{repo_slug}/properties/{app_key}/{property_name}': {
    path: PathOfWorkspaceRepoSlugAppKeyPropertyName;
    query: QueryOfFields;
    result: ApplicationProperty;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'PUT /repositories/{workspace}/{repo_slug}/properties/{app_key}/{property_name}': {
    path: PathOfWorkspaceRepoSlugAppKeyPropertyName;
    body: Draft<ApplicationProperty>;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests': {
    path: PathOfWorkspaceRepoSlug;
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
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<Pullrequest>;
    result: Pullrequest;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/activity': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: Page<PullrequestActivity>;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: QueryOfFields;
    result: Pullrequest;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: QueryOfFields;
    body: Draft<Pullrequest>;
    result: Pullrequest;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/activity': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: QueryOfFieldsPagePagelen;
    result: Page<PullrequestActivity>;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/approve': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/approve': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: QueryOfFields;
    body: JsonObject | undefined;
    result: Participant;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedPullrequestComments;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: QueryOfFields;
    body: Draft<PullrequestComment>;
    result: PullrequestComment;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}': {
    path: PathOfWorkspaceRepoSlugPullRequestIdCommentId;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}': {
    path: PathOfWorkspaceRepoSlugPullRequestIdCommentId;
    query: QueryOfFields;
    result: PullrequestComment;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}': {
    path: PathOfWorkspaceRepoSlugPullRequestIdCommentId;
    query: QueryOfFields;
    body: Draft<PullrequestComment>;
    result: PullrequestComment;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}/resolve': {
    path: PathOfWorkspaceRepoSlugPullRequestIdCommentId;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}/resolve': {
    path: PathOfWorkspaceRepoSlugPullRequestIdCommentId;
    query: QueryOfFields;
    body: JsonObject | undefined;
    result: CommentResolution;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/commits': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedChangeset;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/conflicts': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedFileConflicts;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/decline': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: QueryOfFields;
    body: JsonObject | undefined;
    result: Pullrequest;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/diff': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/diffstat': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedDiffstats;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/merge': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: { async?: boolean | undefined; fields?: string | undefined };
    body: PullrequestMergeParameters | undefined;
    result: Pullrequest | undefined;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/merge/task-status/{task_id}': {
    path: PathOfWorkspaceRepoSlugPullRequestIdTaskId;
    query: QueryOfFields;
    result: MergeTask;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/mergeability/checks': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: QueryOfFields;
    result: JsonObject;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/patch': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    as: 'text' | 'bytes' | 'stream';
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/request-changes': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/request-changes': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: QueryOfFields;
    body: JsonObject | undefined;
    result: Participant;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/statuses': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedCommitstatuses;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedTasks;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks': {
    path: PathOfWorkspaceRepoSlugPullRequestId;
    query: QueryOfFields;
    body: PullrequestTaskCreate;
    result: PullrequestCommentTask;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks/{task_id}': {
    path: PathOfWorkspaceRepoSlugPullRequestIdTaskId;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks/{task_id}': {
    path: PathOfWorkspaceRepoSlugPullRequestIdTaskId;
    query: QueryOfFields;
    result: PullrequestCommentTask;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks/{task_id}': {
    path: PathOfWorkspaceRepoSlugPullRequestIdTaskId;
    query: QueryOfFields;
    body: PullrequestTaskUpdate;
    result: PullrequestCommentTask;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pullrequest_id}/properties/{app_key}/{property_name}': {
    path: PathOfWorkspaceRepoSlugPullrequestIdAppKeyPropertyName;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pullrequest_id}/properties/{app_key}/{property_name}': {
    path: PathOfWorkspaceRepoSlugPullrequestIdAppKeyPropertyName;
    query: QueryOfFields;
    result: ApplicationProperty;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'PUT /repositories/{workspace}/{repo_slug}/pullrequests/{pullrequest_id}/properties/{app_key}/{property_name}': {
    path: PathOfWorkspaceRepoSlugPullrequestIdAppKeyPropertyName;
    body: Draft<ApplicationProperty>;
  };
  'GET /repositories/{workspace}/{repo_slug}/refs': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedRefs;
  };
  'GET /repositories/{workspace}/{repo_slug}/refs/branches': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedBranches;
  };
  'POST /repositories/{workspace}/{repo_slug}/refs/branches': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<Branch>;
    result: Branch;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/refs/branches/{name}': { path: PathOfWorkspaceRepoSlugName };
  'GET /repositories/{workspace}/{repo_slug}/refs/branches/{name}': {
    path: PathOfWorkspaceRepoSlugName;
    query: QueryOfFields;
    result: Branch;
  };
  'GET /repositories/{workspace}/{repo_slug}/refs/tags': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedTags;
  };
  'POST /repositories/{workspace}/{repo_slug}/refs/tags': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFields;
    body: Draft<Tag>;
    result: Tag;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/refs/tags/{name}': { path: PathOfWorkspaceRepoSlugName };
  'GET /repositories/{workspace}/{repo_slug}/refs/tags/{name}': {
    path: PathOfWorkspaceRepoSlugName;
    query: QueryOfFields;
    result: Tag;
  };
  'GET /repositories/{workspace}/{repo_slug}/src': {
    path: PathOfWorkspaceRepoSlug;
    query: {
      fields?: string | undefined;
      format?: 'meta' | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
    };
    result: PaginatedTreeentries;
  };
  'POST /repositories/{workspace}/{repo_slug}/src': {
    path: PathOfWorkspaceRepoSlug;
    body: FormData | Multipart | URLSearchParams;
  };
  'GET /repositories/{workspace}/{repo_slug}/src/{commit}/{path}': {
    path: PathOfWorkspaceRepoSlugCommitPath;
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
    path: PathOfWorkspaceRepoSlugCommitPath;
    query: {
      format?: 'meta' | 'rendered' | undefined;
      max_depth?: number | undefined;
      q?: string | undefined;
      sort?: string | undefined;
    };
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/versions': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedVersions;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/versions/{version_id}': {
    path: { workspace: string; repo_slug: string; version_id: number | string };
    query: QueryOfFields;
    result: Version;
  };
  'GET /repositories/{workspace}/{repo_slug}/watchers': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelen;
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
  'POST /snippets': { query: QueryOfFields; body: Draft<Snippet> | FormData | Multipart; result: Snippet };
  'GET /snippets/{workspace}': {
    path: PathOfWorkspace;
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      role?: 'owner' | 'contributor' | 'member' | undefined;
    };
    result: PaginatedSnippets;
  };
  'POST /snippets/{workspace}': {
    path: PathOfWorkspace;
    query: QueryOfFields;
    body: Draft<Snippet> | FormData | Multipart;
    result: Snippet;
  };
  'DELETE /snippets/{workspace}/{encoded_id}': { path: PathOfWorkspaceEncodedId };
  'GET /snippets/{workspace}/{encoded_id}': {
    path: PathOfWorkspaceEncodedId;
    query: QueryOfFields;
    result: Snippet;
  };
  'PUT /snippets/{workspace}/{encoded_id}': {
    path: PathOfWorkspaceEncodedId;
    query: QueryOfFields;
    body: Draft<Snippet> | FormData | Multipart;
    result: Snippet;
  };
  'GET /snippets/{workspace}/{encoded_id}/comments': {
    path: PathOfWorkspaceEncodedId;
    query: {
      fields?: string | undefined;
      page?: number | string | undefined;
      pagelen?: number | undefined;
      sort?: string | undefined;
    };
    result: PaginatedSnippetComments;
  };
  'POST /snippets/{workspace}/{encoded_id}/comments': {
    path: PathOfWorkspaceEncodedId;
    query: QueryOfFields;
    body: Draft<SnippetComment>;
    result: SnippetComment;
  };
  'DELETE /snippets/{workspace}/{encoded_id}/comments/{comment_id}': {
    path: PathOfWorkspaceEncodedIdCommentId;
  };
  'GET /snippets/{workspace}/{encoded_id}/comments/{comment_id}': {
    path: PathOfWorkspaceEncodedIdCommentId;
    query: QueryOfFields;
    result: SnippetComment;
  };
  'PUT /snippets/{workspace}/{encoded_id}/comments/{comment_id}': {
    path: PathOfWorkspaceEncodedIdCommentId;
    query: QueryOfFields;
    body: Draft<SnippetComment>;
    result: SnippetComment;
  };
  'GET /snippets/{workspace}/{encoded_id}/commits': {
    path: PathOfWorkspaceEncodedId;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedSnippetCommit;
  };
  'GET /snippets/{workspace}/{encoded_id}/commits/{revision}': {
    path: PathOfWorkspaceEncodedIdRevision;
    query: QueryOfFields;
    result: SnippetCommit;
  };
  'GET /snippets/{workspace}/{encoded_id}/files/{path}': {
    path: { workspace: string; encoded_id: string; path: string };
    as: 'text' | 'bytes' | 'stream';
  };
  'DELETE /snippets/{workspace}/{encoded_id}/watch': { path: PathOfWorkspaceEncodedId };
  'GET /snippets/{workspace}/{encoded_id}/watch': { path: PathOfWorkspaceEncodedId };
  'PUT /snippets/{workspace}/{encoded_id}/watch': {
    path: PathOfWorkspaceEncodedId;
    body: JsonObject | undefined;
  };
  /** @deprecated Will be removed. */
  'GET /snippets/{workspace}/{encoded_id}/watchers': {
    path: PathOfWorkspaceEncodedId;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedAccounts;
  };
  'DELETE /snippets/{workspace}/{encoded_id}/{node_id}': { path: PathOfWorkspaceEncodedIdNodeId };
  'GET /snippets/{workspace}/{encoded_id}/{node_id}': {
    path: PathOfWorkspaceEncodedIdNodeId;
    query: QueryOfFields;
    result: Snippet;
  };
  'PUT /snippets/{workspace}/{encoded_id}/{node_id}': {
    path: PathOfWorkspaceEncodedIdNodeId;
    query: QueryOfFields;
    body: Draft<Snippet> | FormData | Multipart;
    result: Snippet;
  };
  'GET /snippets/{workspace}/{encoded_id}/{node_id}/files/{path}': {
    path: { workspace: string; encoded_id: string; node_id: string; path: string };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /snippets/{workspace}/{encoded_id}/{revision}/diff': {
    path: PathOfWorkspaceEncodedIdRevision;
    query: { path?: string | undefined };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /snippets/{workspace}/{encoded_id}/{revision}/patch': {
    path: PathOfWorkspaceEncodedIdRevision;
    as: 'text' | 'bytes' | 'stream';
  };
  /** @deprecated Use `GET /workspaces/{workspace}/pipelines-config/variables`. */
  'GET /teams/{username}/pipelines_config/variables': {
    path: PathOfUsername;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedPipelineVariables;
  };
  /** @deprecated Use `POST /workspaces/{workspace}/pipelines-config/variables`. */
  'POST /teams/{username}/pipelines_config/variables': {
    path: PathOfUsername;
    query: QueryOfFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  /** @deprecated Use `DELETE /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'DELETE /teams/{username}/pipelines_config/variables/{variable_uuid}': { path: PathOfUsernameVariableUuid };
  /** @deprecated Use `GET /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'GET /teams/{username}/pipelines_config/variables/{variable_uuid}': {
    path: PathOfUsernameVariableUuid;
    query: QueryOfFields;
    result: PipelineVariable;
  };
  /** @deprecated Use `PUT /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'PUT /teams/{username}/pipelines_config/variables/{variable_uuid}': {
    path: PathOfUsernameVariableUuid;
    query: QueryOfFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  /** @deprecated Deprecated since 2026-11-01. */
  'GET /teams/{username}/search/code': {
    path: PathOfUsername;
    query: QueryOfFieldsPagePagelenSearchQuery;
    result: SearchResultPage;
  };
  'GET /user': { query: QueryOfFields; result: Account };
  'GET /user/emails': { query: QueryOfFieldsPagePagelen; result: Page<EmailAddress> };
  'GET /user/emails/{email}': { path: { email: string }; query: QueryOfFields; result: EmailAddress };
  /** @deprecated Removed on 2026-04-14 (CHANGE-2770); use `GET /user/workspaces/{workspace}/permissions/repositories`. */
  'GET /user/permissions/repositories': {
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedRepositoryPermissions;
  };
  /** @deprecated Removed on 2026-04-14 (CHANGE-2770); use `GET /user/workspaces/{workspace}/permission`. */
  'GET /user/permissions/workspaces': {
    query: QueryOfFieldsPagePagelenQSort;
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
    path: PathOfWorkspace;
    query: QueryOfFields;
    result: WorkspaceMembership;
  };
  'GET /user/workspaces/{workspace}/permissions/repositories': {
    path: PathOfWorkspace;
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedRepositoryPermissions;
  };
  'GET /users/{selected_user}': { path: PathOfSelectedUser; query: QueryOfFields; result: Account };
  'GET /users/{selected_user}/gpg-keys': {
    path: PathOfSelectedUser;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedGpgUserKeys;
  };
  'POST /users/{selected_user}/gpg-keys': {
    path: PathOfSelectedUser;
    query: QueryOfFields;
    body: Draft<GPGAccountKey>;
    result: GPGAccountKey;
  };
  'DELETE /users/{selected_user}/gpg-keys/{fingerprint}': {
    path: { selected_user: string; fingerprint: string };
  };
  'GET /users/{selected_user}/gpg-keys/{fingerprint}': {
    path: { selected_user: string; fingerprint: string };
    query: QueryOfFields;
    result: GPGAccountKey;
  };
  /** @deprecated Use `GET /workspaces/{workspace}/pipelines-config/variables`. */
  'GET /users/{selected_user}/pipelines_config/variables': {
    path: PathOfSelectedUser;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedPipelineVariables;
  };
  /** @deprecated Use `POST /workspaces/{workspace}/pipelines-config/variables`. */
  'POST /users/{selected_user}/pipelines_config/variables': {
    path: PathOfSelectedUser;
    query: QueryOfFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  /** @deprecated Use `DELETE /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'DELETE /users/{selected_user}/pipelines_config/variables/{variable_uuid}': {
    path: PathOfSelectedUserVariableUuid;
  };
  /** @deprecated Use `GET /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'GET /users/{selected_user}/pipelines_config/variables/{variable_uuid}': {
    path: PathOfSelectedUserVariableUuid;
    query: QueryOfFields;
    result: PipelineVariable;
  };
  /** @deprecated Use `PUT /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'PUT /users/{selected_user}/pipelines_config/variables/{variable_uuid}': {
    path: PathOfSelectedUserVariableUuid;
    query: QueryOfFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'DELETE /users/{selected_user}/properties/{app_key}/{property_name}': {
    path: PathOfSelectedUserAppKeyPropertyName;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'GET /users/{selected_user}/properties/{app_key}/{property_name}': {
    path: PathOfSelectedUserAppKeyPropertyName;
    query: QueryOfFields;
    result: ApplicationProperty;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'PUT /users/{selected_user}/properties/{app_key}/{property_name}': {
    path: PathOfSelectedUserAppKeyPropertyName;
    body: Draft<ApplicationProperty>;
  };
  /** @deprecated Deprecated since 2026-11-01. */
  'GET /users/{selected_user}/search/code': {
    path: PathOfSelectedUser;
    query: QueryOfFieldsPagePagelenSearchQuery;
    result: SearchResultPage;
  };
  'GET /users/{selected_user}/ssh-keys': {
    path: PathOfSelectedUser;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedSshUserKeys;
  };
  'POST /users/{selected_user}/ssh-keys': {
    path: PathOfSelectedUser;
    query: { expires_on?: string | undefined; fields?: string | undefined };
    body: Draft<SshAccountKey>;
    result: SshAccountKey;
  };
  'DELETE /users/{selected_user}/ssh-keys/{key_id}': { path: PathOfSelectedUserKeyId };
  'GET /users/{selected_user}/ssh-keys/{key_id}': {
    path: PathOfSelectedUserKeyId;
    query: QueryOfFields;
    result: SshAccountKey;
  };
  'PUT /users/{selected_user}/ssh-keys/{key_id}': {
    path: PathOfSelectedUserKeyId;
    query: QueryOfFields;
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
  'GET /workspaces/{workspace}': { path: PathOfWorkspace; query: QueryOfFields; result: Workspace };
  'GET /workspaces/{workspace}/hooks': {
    path: PathOfWorkspace;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedWebhookSubscriptions;
  };
  'POST /workspaces/{workspace}/hooks': {
    path: PathOfWorkspace;
    query: QueryOfFields;
    body: Draft<WebhookSubscription>;
    result: WebhookSubscription;
  };
  'DELETE /workspaces/{workspace}/hooks/{uid}': { path: PathOfWorkspaceUid };
  'GET /workspaces/{workspace}/hooks/{uid}': {
    path: PathOfWorkspaceUid;
    query: QueryOfFields;
    result: WebhookSubscription;
  };
  'PUT /workspaces/{workspace}/hooks/{uid}': {
    path: PathOfWorkspaceUid;
    query: QueryOfFields;
    body: Draft<WebhookSubscription>;
    result: WebhookSubscription;
  };
  'GET /workspaces/{workspace}/members': {
    path: PathOfWorkspace;
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedWorkspaceMemberships;
  };
  'GET /workspaces/{workspace}/members/{member}': {
    path: { workspace: string; member: string };
    query: QueryOfFields;
    result: WorkspaceMembership;
  };
  'GET /workspaces/{workspace}/permissions': {
    path: PathOfWorkspace;
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedWorkspaceMemberships;
  };
  'GET /workspaces/{workspace}/permissions/repositories': {
    path: PathOfWorkspace;
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedRepositoryPermissions;
  };
  'GET /workspaces/{workspace}/permissions/repositories/{repo_slug}': {
    path: PathOfWorkspaceRepoSlug;
    query: QueryOfFieldsPagePagelenQSort;
    result: PaginatedRepositoryPermissions;
  };
  'GET /workspaces/{workspace}/pipelines-config/identity/oidc/.well-known/openid-configuration': {
    path: PathOfWorkspace;
    query: QueryOfFields;
    result: JsonObject;
  };
  'GET /workspaces/{workspace}/pipelines-config/identity/oidc/keys.json': {
    path: PathOfWorkspace;
    query: QueryOfFields;
    result: JsonObject;
  };
  'GET /workspaces/{workspace}/pipelines-config/runners': {
    path: PathOfWorkspace;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedPipelineRunners;
  };
  'POST /workspaces/{workspace}/pipelines-config/runners': {
    path: PathOfWorkspace;
    query: QueryOfFields;
    body: Draft<PipelineRunner>;
    result: PipelineRunner;
  };
  'DELETE /workspaces/{workspace}/pipelines-config/runners/{runner_uuid}': {
    path: PathOfWorkspaceRunnerUuid;
  };
  'GET /workspaces/{workspace}/pipelines-config/runners/{runner_uuid}': {
    path: PathOfWorkspaceRunnerUuid;
    query: QueryOfFields;
    result: PipelineRunner;
  };
  'PUT /workspaces/{workspace}/pipelines-config/runners/{runner_uuid}': {
    path: PathOfWorkspaceRunnerUuid;
    query: QueryOfFields;
    body: Draft<PipelineRunner>;
    result: PipelineRunner;
  };
  'GET /workspaces/{workspace}/pipelines-config/variables': {
    path: PathOfWorkspace;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedPipelineVariables;
  };
  'POST /workspaces/{workspace}/pipelines-config/variables': {
    path: PathOfWorkspace;
    query: QueryOfFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  'DELETE /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}': {
    path: PathOfWorkspaceVariableUuid;
  };
  'GET /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}': {
    path: PathOfWorkspaceVariableUuid;
    query: QueryOfFields;
    result: PipelineVariable;
  };
  'PUT /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}': {
    path: PathOfWorkspaceVariableUuid;
    query: QueryOfFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  'GET /workspaces/{workspace}/projects': {
    path: PathOfWorkspace;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedProjects;
  };
  'POST /workspaces/{workspace}/projects': {
    path: PathOfWorkspace;
    query: QueryOfFields;
    body: Draft<Project>;
    result: Project;
  };
  'DELETE /workspaces/{workspace}/projects/{project_key}': { path: PathOfWorkspaceProjectKey };
  'GET /workspaces/{workspace}/projects/{project_key}': {
    path: PathOfWorkspaceProjectKey;
    query: QueryOfFields;
    result: Project;
  };
  'PUT /workspaces/{workspace}/projects/{project_key}': {
    path: PathOfWorkspaceProjectKey;
    query: QueryOfFields;
    body: Draft<Project>;
    result: Project;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/branching-model': {
    path: PathOfWorkspaceProjectKey;
    query: QueryOfFields;
    result: ProjectBranchingModel;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/branching-model/settings': {
    path: PathOfWorkspaceProjectKey;
    query: QueryOfFields;
    result: BranchingModelSettings;
  };
  'PUT /workspaces/{workspace}/projects/{project_key}/branching-model/settings': {
    path: PathOfWorkspaceProjectKey;
    query: QueryOfFields;
    body: Draft<BranchingModelSettings>;
    result: BranchingModelSettings;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/default-reviewers': {
    path: PathOfWorkspaceProjectKey;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedDefaultReviewerAndType;
  };
  'DELETE /workspaces/{workspace}/projects/{project_key}/default-reviewers/{selected_user}': {
    path: PathOfWorkspaceProjectKeySelectedUser;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/default-reviewers/{selected_user}': {
    path: PathOfWorkspaceProjectKeySelectedUser;
    query: QueryOfFields;
    result: User;
  };
  'PUT /workspaces/{workspace}/projects/{project_key}/default-reviewers/{selected_user}': {
    path: PathOfWorkspaceProjectKeySelectedUser;
    query: QueryOfFields;
    body: JsonObject | undefined;
    result: User;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/deploy-keys': {
    path: PathOfWorkspaceProjectKey;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedProjectDeployKeys;
  };
  'POST /workspaces/{workspace}/projects/{project_key}/deploy-keys': {
    path: PathOfWorkspaceProjectKey;
    query: QueryOfFields;
    body: Draft<ProjectDeployKey>;
    result: ProjectDeployKey;
  };
  'DELETE /workspaces/{workspace}/projects/{project_key}/deploy-keys/{key_id}': {
    path: { workspace: string; project_key: string; key_id: number | string };
  };
  'GET /workspaces/{workspace}/projects/{project_key}/deploy-keys/{key_id}': {
    path: { workspace: string; project_key: string; key_id: number | string };
    query: QueryOfFields;
    result: ProjectDeployKey;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/permissions-config/groups': {
    path: PathOfWorkspaceProjectKey;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedProjectGroupPermissions;
  };
  'DELETE /workspaces/{workspace}/projects/{project_key}/permissions-config/groups/{group_slug}': {
    path: PathOfWorkspaceProjectKeyGroupSlug;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/permissions-config/groups/{group_slug}': {
    path: PathOfWorkspaceProjectKeyGroupSlug;
    query: QueryOfFields;
    result: ProjectGroupPermission;
  };
  'PUT /workspaces/{workspace}/projects/{project_key}/permissions-config/groups/{group_slug}': {
    path: PathOfWorkspaceProjectKeyGroupSlug;
    query: QueryOfFields;
    body: ProjectPermissionUpdateSchema;
    result: ProjectGroupPermission;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/permissions-config/users': {
    path: PathOfWorkspaceProjectKey;
    query: QueryOfFieldsPagePagelen;
    result: PaginatedProjectUserPermissions;
  };
  'DELETE /workspaces/{workspace}/projects/{project_key}/permissions-config/users/{selected_user_id}': {
    path: PathOfWorkspaceProjectKeySelectedUserId;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/permissions-config/users/{selected_user_id}': {
    path: PathOfWorkspaceProjectKeySelectedUserId;
    query: QueryOfFields;
    result: ProjectUserPermission;
  };
  'PUT /workspaces/{workspace}/projects/{project_key}/permissions-config/users/{selected_user_id}': {
    path: PathOfWorkspaceProjectKeySelectedUserId;
    query: QueryOfFields;
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
    path: PathOfWorkspace;
    query: QueryOfFieldsPagePagelenSearchQuery;
    result: SearchResultPage;
  };
  'GET /workspaces/{workspace}/settings/gpg/public-key': {
    path: PathOfWorkspace;
    as: 'text' | 'bytes' | 'stream';
  };
}
