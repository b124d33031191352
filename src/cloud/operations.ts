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
/** What may be left out, by `undefined` too. */
type Text = string | undefined;
type Num = number | undefined;
type Bool = boolean | undefined;

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
  include_attachments?: Bool;
  project_key?: Text;
  project_name?: Text;
  send_email?: Bool;
  type?: Text;
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
  enabled?: Bool;
  target: { ref_name: string; ref_type: Open<'branch'>; selector: Draft<PipelineSelector> };
  type?: Text;
}
export interface PipelineSchedulePutRequestBody {
  enabled?: Bool;
  type?: Text;
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
  close_source_branch?: Bool;
  merge_strategy?: MergeStrategy | undefined;
  message?: Text;
  type?: Text;
}
export interface PullrequestTaskCreate {
  comment?: Draft<Comment> | undefined;
  content: { raw: string };
  pending?: Bool;
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

interface ByFields {
  fields?: Text;
}
interface ByFieldsPagePagelen {
  fields?: Text;
  page?: number | string | undefined;
  pagelen?: Num;
}
interface ByFieldsPagePagelenQSort {
  fields?: Text;
  page?: number | string | undefined;
  pagelen?: Num;
  q?: Text;
  sort?: Text;
}
interface ByFieldsPagePagelenSearchQuery {
  fields?: Text;
  page?: number | string | undefined;
  pagelen?: Num;
  search_query: string;
}
interface InRepo {
  workspace: string;
  repo_slug: string;
}
interface InRepoAppKeyPropertyName {
  workspace: string;
  repo_slug: string;
  app_key: string;
  property_name: string;
}
interface InRepoCommit {
  workspace: string;
  repo_slug: string;
  commit: string;
}
interface InRepoCommitAppKeyPropertyName {
  workspace: string;
  repo_slug: string;
  commit: string;
  app_key: string;
  property_name: string;
}
interface InRepoCommitCommentId {
  workspace: string;
  repo_slug: string;
  commit: string;
  comment_id: number | string;
}
interface InRepoCommitPath {
  workspace: string;
  repo_slug: string;
  commit: string;
  path: string;
}
interface InRepoCommitReportId {
  workspace: string;
  repo_slug: string;
  commit: string;
  reportId: string;
}
interface InRepoCommitReportIdAnnotationId {
  workspace: string;
  repo_slug: string;
  commit: string;
  reportId: string;
  annotationId: number | string;
}
interface InRepoEnvironmentUuid {
  workspace: string;
  repo_slug: string;
  environment_uuid: string;
}
interface InRepoGroupSlug {
  workspace: string;
  repo_slug: string;
  group_slug: string;
}
interface InRepoId {
  workspace: string;
  repo_slug: string;
  id: number | string;
}
interface InRepoIssueId {
  workspace: string;
  repo_slug: string;
  issue_id: number | string;
}
interface InRepoIssueIdCommentId {
  workspace: string;
  repo_slug: string;
  issue_id: number | string;
  comment_id: number | string;
}
interface InRepoKeyId {
  workspace: string;
  repo_slug: string;
  key_id: number | string;
}
interface InRepoKnownHostUuid {
  workspace: string;
  repo_slug: string;
  known_host_uuid: string;
}
interface InRepoName {
  workspace: string;
  repo_slug: string;
  name: string;
}
interface InRepoPipelineUuid {
  workspace: string;
  repo_slug: string;
  pipeline_uuid: string;
}
interface InRepoPipelineUuidStepUuid {
  workspace: string;
  repo_slug: string;
  pipeline_uuid: string;
  step_uuid: string;
}
interface InRepoPullRequestId {
  workspace: string;
  repo_slug: string;
  pull_request_id: number | string;
}
interface InRepoPullRequestIdCommentId {
  workspace: string;
  repo_slug: string;
  pull_request_id: number | string;
  comment_id: number | string;
}
interface InRepoPullRequestIdTaskId {
  workspace: string;
  repo_slug: string;
  pull_request_id: number | string;
  task_id: number | string;
}
interface InRepoPullrequestIdAppKeyPropertyName {
  workspace: string;
  repo_slug: string;
  pullrequest_id: number | string;
  app_key: string;
  property_name: string;
}
interface InRepoRunnerUuid {
  workspace: string;
  repo_slug: string;
  runner_uuid: string;
}
interface InRepoScheduleUuid {
  workspace: string;
  repo_slug: string;
  schedule_uuid: string;
}
interface InRepoSelectedUserId {
  workspace: string;
  repo_slug: string;
  selected_user_id: string;
}
interface InRepoSpec {
  workspace: string;
  repo_slug: string;
  spec: string;
}
interface InRepoTargetUsername {
  workspace: string;
  repo_slug: string;
  target_username: string;
}
interface InRepoUid {
  workspace: string;
  repo_slug: string;
  uid: string;
}
interface InRepoVariableUuid {
  workspace: string;
  repo_slug: string;
  variable_uuid: string;
}
interface InSelectedUser {
  selected_user: string;
}
interface InSelectedUserAppKeyPropertyName {
  selected_user: string;
  app_key: string;
  property_name: string;
}
interface InSelectedUserKeyId {
  selected_user: string;
  key_id: number | string;
}
interface InSelectedUserVariableUuid {
  selected_user: string;
  variable_uuid: string;
}
interface InUsername {
  username: string;
}
interface InUsernameVariableUuid {
  username: string;
  variable_uuid: string;
}
interface InWorkspace {
  workspace: string;
}
interface InWorkspaceEncodedId {
  workspace: string;
  encoded_id: string;
}
interface InWorkspaceEncodedIdCommentId {
  workspace: string;
  encoded_id: string;
  comment_id: number | string;
}
interface InWorkspaceEncodedIdNodeId {
  workspace: string;
  encoded_id: string;
  node_id: string;
}
interface InWorkspaceEncodedIdRevision {
  workspace: string;
  encoded_id: string;
  revision: string;
}
interface InWorkspaceProjectKey {
  workspace: string;
  project_key: string;
}
interface InWorkspaceProjectKeyGroupSlug {
  workspace: string;
  project_key: string;
  group_slug: string;
}
interface InWorkspaceProjectKeySelectedUser {
  workspace: string;
  project_key: string;
  selected_user: string;
}
interface InWorkspaceProjectKeySelectedUserId {
  workspace: string;
  project_key: string;
  selected_user_id: string;
}
interface InWorkspaceRunnerUuid {
  workspace: string;
  runner_uuid: string;
}
interface InWorkspaceUid {
  workspace: string;
  uid: string;
}
interface InWorkspaceVariableUuid {
  workspace: string;
  variable_uuid: string;
}

/** Every operation of Bitbucket Cloud's REST API by its route, without the `/2.0` before it. */
export interface CloudRoutes {
  'DELETE /addon': { result: undefined };
  'PUT /addon': { body: JsonObject | undefined };
  'GET /addon/{addon_key}/client-key': { path: { addon_key: string }; query: ByFields; result: JsonObject };
  'GET /hook_events': { query: ByFields; result: SubjectTypes };
  'GET /hook_events/{subject_type}': {
    path: { subject_type: 'repository' | 'workspace' };
    query: ByFieldsPagePagelen;
    result: PaginatedHookEvents;
  };
  /** @deprecated Removed on 2026-04-14 (CHANGE-2770); use `GET /repositories/{workspace}`. */
  'GET /repositories': {
    query: {
      after?: Text;
      fields?: Text;
      page?: number | string | undefined;
      pagelen?: Num;
      q?: Text;
      role?: 'admin' | 'contributor' | 'member' | 'owner' | undefined;
      sort?: Text;
    };
    result: PaginatedRepositories;
  };
  'GET /repositories/{workspace}': {
    path: InWorkspace;
    query: {
      fields?: Text;
      page?: number | string | undefined;
      pagelen?: Num;
      q?: Text;
      role?: 'admin' | 'contributor' | 'member' | 'owner' | undefined;
      sort?: Text;
    };
    result: PaginatedRepositories;
  };
  'DELETE /repositories/{workspace}/{repo_slug}': { path: InRepo; query: { redirect_to?: Text } };
  'GET /repositories/{workspace}/{repo_slug}': { path: InRepo; query: ByFields; result: Repository };
  'POST /repositories/{workspace}/{repo_slug}': {
    path: InRepo;
    query: ByFields;
    body: Draft<Repository> | undefined;
    result: Repository;
  };
  'PUT /repositories/{workspace}/{repo_slug}': {
    path: InRepo;
    query: ByFields;
    body: Draft<Repository>;
    result: Repository;
  };
  'GET /repositories/{workspace}/{repo_slug}/branch-restrictions': {
    path: InRepo;
    query: { fields?: Text; kind?: Text; page?: number | string | undefined; pagelen?: Num; pattern?: Text };
    result: PaginatedBranchrestrictions;
  };
  'POST /repositories/{workspace}/{repo_slug}/branch-restrictions': {
    path: InRepo;
    query: ByFields;
    body: DraftWith<Branchrestriction, 'branch_match_kind' | 'kind' | 'pattern'>;
    result: Branchrestriction;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/branch-restrictions/{id}': { path: InRepoId };
  'GET /repositories/{workspace}/{repo_slug}/branch-restrictions/{id}': {
    path: InRepoId;
    query: ByFields;
    result: Branchrestriction;
  };
  'PUT /repositories/{workspace}/{repo_slug}/branch-restrictions/{id}': {
    path: InRepoId;
    query: ByFields;
    body: DraftWith<Branchrestriction, 'branch_match_kind' | 'kind' | 'pattern'>;
    result: Branchrestriction;
  };
  'GET /repositories/{workspace}/{repo_slug}/branching-model': {
    path: InRepo;
    query: ByFields;
    result: BranchingModel;
  };
  'GET /repositories/{workspace}/{repo_slug}/branching-model/settings': {
    path: InRepo;
    query: ByFields;
    result: BranchingModelSettings;
  };
  'PUT /repositories/{workspace}/{repo_slug}/branching-model/settings': {
    path: InRepo;
    query: ByFields;
    body: Draft<BranchingModelSettings>;
    result: BranchingModelSettings;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}': {
    path: InRepoCommit;
    query: ByFields;
    result: Commit;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/commit/{commit}/approve': { path: InRepoCommit };
  'POST /repositories/{workspace}/{repo_slug}/commit/{commit}/approve': {
    path: InRepoCommit;
    query: ByFields;
    body: JsonObject | undefined;
    result: Participant;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/comments': {
    path: InRepoCommit;
    query: ByFieldsPagePagelenQSort;
    result: PaginatedCommitComments;
  };
  'POST /repositories/{workspace}/{repo_slug}/commit/{commit}/comments': {
    path: InRepoCommit;
    query: ByFields;
    body: Draft<CommitComment>;
    result: CommitComment;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/commit/{commit}/comments/{comment_id}': {
    path: InRepoCommitCommentId;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/comments/{comment_id}': {
    path: InRepoCommitCommentId;
    query: ByFields;
    result: CommitComment;
  };
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/comments/{comment_id}': {
    path: InRepoCommitCommentId;
    query: ByFields;
    body: Draft<CommitComment>;
    result: CommitComment;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'DELETE /repositories/{workspace}/{repo_slug}/commit/{commit}/properties/{app_key}/{property_name}': {
    path: InRepoCommitAppKeyPropertyName;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/properties/{app_key}/{property_name}': {
    path: InRepoCommitAppKeyPropertyName;
    query: ByFields;
    result: ApplicationProperty;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/properties/{app_key}/{property_name}': {
    path: InRepoCommitAppKeyPropertyName;
    body: Draft<ApplicationProperty>;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/pullrequests': {
    path: InRepoCommit;
    query: ByFieldsPagePagelen;
    result: PaginatedPullrequests;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/reports': {
    path: InRepoCommit;
    query: ByFieldsPagePagelen;
    result: PaginatedReports;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}': {
    path: InRepoCommitReportId;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}': {
    path: InRepoCommitReportId;
    query: ByFields;
    result: Report;
  };
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}': {
    path: InRepoCommitReportId;
    query: ByFields;
    body: Draft<Report>;
    result: Report;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations': {
    path: InRepoCommitReportId;
    query: ByFieldsPagePagelen;
    result: PaginatedAnnotations;
  };
  'POST /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations': {
    path: InRepoCommitReportId;
    query: ByFields;
    body: readonly Draft<ReportAnnotation>[];
    result: ReportAnnotation[];
  };
  'DELETE /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations/{annotationId}': {
    path: InRepoCommitReportIdAnnotationId;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations/{annotationId}': {
    path: InRepoCommitReportIdAnnotationId;
    query: ByFields;
    result: ReportAnnotation;
  };
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations/{annotationId}': {
    path: InRepoCommitReportIdAnnotationId;
    query: ByFields;
    body: Draft<ReportAnnotation>;
    result: ReportAnnotation;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/statuses': {
    path: InRepoCommit;
    query: {
      fields?: Text;
      page?: number | string | undefined;
      pagelen?: Num;
      q?: Text;
      refname?: Text;
      sort?: Text;
    };
    result: PaginatedCommitstatuses;
  };
  'POST /repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build': {
    path: InRepoCommit;
    query: ByFields;
    body: DraftWith<Commitstatus, 'key' | 'state'>;
    result: Commitstatus;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build/{key}': {
    path: { workspace: string; repo_slug: string; commit: string; key: string };
    query: ByFields;
    result: Commitstatus;
  };
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build/{key}': {
    path: { workspace: string; repo_slug: string; commit: string; key: string };
    query: ByFields;
    body: DraftWith<Commitstatus, 'key' | 'state'>;
    result: Commitstatus;
  };
  'GET /repositories/{workspace}/{repo_slug}/commits': {
    path: InRepo;
    query: {
      exclude?: string | readonly string[] | undefined;
      fields?: Text;
      include?: string | readonly string[] | undefined;
      page?: number | string | undefined;
      pagelen?: Num;
      path?: Text;
    };
    result: PaginatedChangeset;
  };
  'POST /repositories/{workspace}/{repo_slug}/commits': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    body: URLSearchParams | undefined;
    result: PaginatedChangeset;
  };
  'GET /repositories/{workspace}/{repo_slug}/commits/{revision}': {
    path: { workspace: string; repo_slug: string; revision: string };
    query: {
      exclude?: string | readonly string[] | undefined;
      fields?: Text;
      include?: string | readonly string[] | undefined;
      page?: number | string | undefined;
      pagelen?: Num;
      path?: Text;
    };
    result: PaginatedChangeset;
  };
  'POST /repositories/{workspace}/{repo_slug}/commits/{revision}': {
    path: { workspace: string; repo_slug: string; revision: string };
    query: ByFieldsPagePagelen;
    body: URLSearchParams | undefined;
    result: PaginatedChangeset;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/components': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedComponents;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/components/{component_id}': {
    path: { workspace: string; repo_slug: string; component_id: number | string };
    query: ByFields;
    result: Component;
  };
  'GET /repositories/{workspace}/{repo_slug}/default-reviewers': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedAccounts;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/default-reviewers/{target_username}': {
    path: InRepoTargetUsername;
  };
  'GET /repositories/{workspace}/{repo_slug}/default-reviewers/{target_username}': {
    path: InRepoTargetUsername;
    query: ByFields;
    result: Account;
  };
  'PUT /repositories/{workspace}/{repo_slug}/default-reviewers/{target_username}': {
    path: InRepoTargetUsername;
    query: ByFields;
    body: JsonObject | undefined;
    result: Account;
  };
  'GET /repositories/{workspace}/{repo_slug}/deploy-keys': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedDeployKeys;
  };
  'POST /repositories/{workspace}/{repo_slug}/deploy-keys': {
    path: InRepo;
    query: ByFields;
    body: Draft<DeployKey>;
    result: DeployKey;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/deploy-keys/{key_id}': { path: InRepoKeyId };
  'GET /repositories/{workspace}/{repo_slug}/deploy-keys/{key_id}': {
    path: InRepoKeyId;
    query: ByFields;
    result: DeployKey;
  };
  'PUT /repositories/{workspace}/{repo_slug}/deploy-keys/{key_id}': {
    path: InRepoKeyId;
    query: ByFields;
    body: Draft<DeployKey>;
    result: DeployKey;
  };
  'GET /repositories/{workspace}/{repo_slug}/deployments': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedDeployments;
  };
  'GET /repositories/{workspace}/{repo_slug}/deployments/{deployment_uuid}': {
    path: { workspace: string; repo_slug: string; deployment_uuid: string };
    query: ByFields;
    result: Deployment;
  };
  'GET /repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables': {
    path: InRepoEnvironmentUuid;
    query: ByFieldsPagePagelen;
    result: PaginatedDeploymentVariable;
  };
  'POST /repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables': {
    path: InRepoEnvironmentUuid;
    query: ByFields;
    body: Draft<DeploymentVariable>;
    result: DeploymentVariable;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables/{variable_uuid}': {
    path: { workspace: string; repo_slug: string; environment_uuid: string; variable_uuid: string };
  };
  'PUT /repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables/{variable_uuid}': {
    path: { workspace: string; repo_slug: string; environment_uuid: string; variable_uuid: string };
    query: ByFields;
    body: Draft<DeploymentVariable>;
    result: DeploymentVariable;
  };
  'GET /repositories/{workspace}/{repo_slug}/diff/{spec}': {
    path: InRepoSpec;
    query: {
      binary?: Bool;
      context?: Num;
      ignore_whitespace?: Bool;
      merge?: Bool;
      path?: string | readonly string[] | undefined;
      renames?: Bool;
      topic?: Bool;
    };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /repositories/{workspace}/{repo_slug}/diffstat/{spec}': {
    path: InRepoSpec;
    query: {
      fields?: Text;
      ignore_whitespace?: Bool;
      merge?: Bool;
      page?: number | string | undefined;
      pagelen?: Num;
      path?: string | readonly string[] | undefined;
      renames?: Bool;
      topic?: Bool;
    };
    result: PaginatedDiffstats;
  };
  'GET /repositories/{workspace}/{repo_slug}/downloads': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: Page<Download>;
  };
  'POST /repositories/{workspace}/{repo_slug}/downloads': { path: InRepo; body: FormData | Multipart };
  'DELETE /repositories/{workspace}/{repo_slug}/downloads/{filename}': {
    path: { workspace: string; repo_slug: string; filename: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/downloads/{filename}': {
    path: { workspace: string; repo_slug: string; filename: string };
    as: 'bytes' | 'stream';
  };
  'GET /repositories/{workspace}/{repo_slug}/effective-branching-model': {
    path: InRepo;
    query: ByFields;
    result: EffectiveRepoBranchingModel;
  };
  'GET /repositories/{workspace}/{repo_slug}/effective-default-reviewers': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedDefaultReviewerAndType;
  };
  'GET /repositories/{workspace}/{repo_slug}/environments': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedEnvironments;
  };
  'POST /repositories/{workspace}/{repo_slug}/environments': {
    path: InRepo;
    query: ByFields;
    body: Draft<DeploymentEnvironment>;
    result: DeploymentEnvironment;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/environments/{environment_uuid}': {
    path: InRepoEnvironmentUuid;
  };
  'GET /repositories/{workspace}/{repo_slug}/environments/{environment_uuid}': {
    path: InRepoEnvironmentUuid;
    query: ByFields;
    result: DeploymentEnvironment;
  };
  'POST /repositories/{workspace}/{repo_slug}/environments/{environment_uuid}/changes': {
    path: InRepoEnvironmentUuid;
    body: JsonObject | undefined;
  };
  'GET /repositories/{workspace}/{repo_slug}/file-conflicts/{spec}': {
    path: InRepoSpec;
    query: ByFieldsPagePagelen;
    result: PaginatedFileConflicts;
  };
  'GET /repositories/{workspace}/{repo_slug}/filehistory/{commit}/{path}': {
    path: InRepoCommitPath;
    query: {
      fields?: Text;
      page?: number | string | undefined;
      pagelen?: Num;
      q?: Text;
      renames?: Bool;
      sort?: Text;
    };
    result: PaginatedFiles;
  };
  'GET /repositories/{workspace}/{repo_slug}/forks': {
    path: InRepo;
    query: {
      fields?: Text;
      page?: number | string | undefined;
      pagelen?: Num;
      q?: Text;
      role?: 'admin' | 'contributor' | 'member' | 'owner' | undefined;
      sort?: Text;
    };
    result: PaginatedRepositories;
  };
  'POST /repositories/{workspace}/{repo_slug}/forks': {
    path: InRepo;
    query: ByFields;
    body: Draft<Repository> | undefined;
    result: Repository;
  };
  'GET /repositories/{workspace}/{repo_slug}/hooks': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedWebhookSubscriptions;
  };
  'POST /repositories/{workspace}/{repo_slug}/hooks': {
    path: InRepo;
    query: ByFields;
    body: Draft<WebhookSubscription>;
    result: WebhookSubscription;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/hooks/{uid}': { path: InRepoUid };
  'GET /repositories/{workspace}/{repo_slug}/hooks/{uid}': {
    path: InRepoUid;
    query: ByFields;
    result: WebhookSubscription;
  };
  'PUT /repositories/{workspace}/{repo_slug}/hooks/{uid}': {
    path: InRepoUid;
    query: ByFields;
    body: Draft<WebhookSubscription>;
    result: WebhookSubscription;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues': {
    path: InRepo;
    query: ByFieldsPagePagelenQSort;
    result: PaginatedIssues;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues': {
    path: InRepo;
    query: ByFields;
    body: Draft<Issue>;
    result: Issue;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues/export': {
    path: InRepo;
    body: ExportOptions | undefined;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/export/{repo_name}-issues-{task_id}.zip': {
    path: { workspace: string; repo_slug: string; repo_name: string; task_id: number | string };
    query: ByFields;
    result: IssueJobStatus;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/import': {
    path: InRepo;
    query: ByFields;
    result: IssueJobStatus;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues/import': {
    path: InRepo;
    query: ByFields;
    body: FormData | Multipart;
    result: IssueJobStatus;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'DELETE /repositories/{workspace}/{repo_slug}/issues/{issue_id}': { path: InRepoIssueId };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}': {
    path: InRepoIssueId;
    query: ByFields;
    result: Issue;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'PUT /repositories/{workspace}/{repo_slug}/issues/{issue_id}': {
    path: InRepoIssueId;
    query: ByFields;
    body: Draft<Issue>;
    result: Issue;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/attachments': {
    path: InRepoIssueId;
    query: ByFieldsPagePagelen;
    result: PaginatedIssueAttachments;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues/{issue_id}/attachments': {
    path: InRepoIssueId;
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
    path: InRepoIssueId;
    query: ByFieldsPagePagelenQSort;
    result: PaginatedLogEntries;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues/{issue_id}/changes': {
    path: InRepoIssueId;
    query: ByFields;
    body: Draft<IssueChange>;
    result: IssueChange;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/changes/{change_id}': {
    path: { workspace: string; repo_slug: string; issue_id: number | string; change_id: number | string };
    query: ByFields;
    result: IssueChange;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments': {
    path: InRepoIssueId;
    query: ByFieldsPagePagelenQSort;
    result: PaginatedIssueComments;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'POST /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments': {
    path: InRepoIssueId;
    query: ByFields;
    body: Draft<IssueComment>;
    result: IssueComment;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'DELETE /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments/{comment_id}': {
    path: InRepoIssueIdCommentId;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments/{comment_id}': {
    path: InRepoIssueIdCommentId;
    query: ByFields;
    result: IssueComment;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'PUT /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments/{comment_id}': {
    path: InRepoIssueIdCommentId;
    query: ByFields;
    body: Draft<IssueComment>;
    result: IssueComment;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'DELETE /repositories/{workspace}/{repo_slug}/issues/{issue_id}/vote': { path: InRepoIssueId };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/vote': { path: InRepoIssueId };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'PUT /repositories/{workspace}/{repo_slug}/issues/{issue_id}/vote': {
    path: InRepoIssueId;
    body: JsonObject | undefined;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'DELETE /repositories/{workspace}/{repo_slug}/issues/{issue_id}/watch': { path: InRepoIssueId };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/watch': { path: InRepoIssueId };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'PUT /repositories/{workspace}/{repo_slug}/issues/{issue_id}/watch': {
    path: InRepoIssueId;
    body: JsonObject | undefined;
  };
  'GET /repositories/{workspace}/{repo_slug}/merge-base/{revspec}': {
    path: { workspace: string; repo_slug: string; revspec: string };
    query: ByFields;
    result: Commit;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/milestones': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedMilestones;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/milestones/{milestone_id}': {
    path: { workspace: string; repo_slug: string; milestone_id: number | string };
    query: ByFields;
    result: Milestone;
  };
  'GET /repositories/{workspace}/{repo_slug}/override-settings': {
    path: InRepo;
    query: ByFields;
    result: RepositoryInheritanceState;
  };
  'PUT /repositories/{workspace}/{repo_slug}/override-settings': {
    path: InRepo;
    body: Draft<RepositoryInheritanceState>;
  };
  'GET /repositories/{workspace}/{repo_slug}/patch/{spec}': {
    path: InRepoSpec;
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /repositories/{workspace}/{repo_slug}/permissions-config/groups': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedRepositoryGroupPermissions;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/permissions-config/groups/{group_slug}': {
    path: InRepoGroupSlug;
  };
  'GET /repositories/{workspace}/{repo_slug}/permissions-config/groups/{group_slug}': {
    path: InRepoGroupSlug;
    query: ByFields;
    result: RepositoryGroupPermission;
  };
  'PUT /repositories/{workspace}/{repo_slug}/permissions-config/groups/{group_slug}': {
    path: InRepoGroupSlug;
    query: ByFields;
    body: RepoPermissionUpdateSchema;
    result: RepositoryGroupPermission;
  };
  'GET /repositories/{workspace}/{repo_slug}/permissions-config/users': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedRepositoryUserPermissions;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/permissions-config/users/{selected_user_id}': {
    path: InRepoSelectedUserId;
  };
  'GET /repositories/{workspace}/{repo_slug}/permissions-config/users/{selected_user_id}': {
    path: InRepoSelectedUserId;
    query: ByFields;
    result: RepositoryUserPermission;
  };
  'PUT /repositories/{workspace}/{repo_slug}/permissions-config/users/{selected_user_id}': {
    path: InRepoSelectedUserId;
    query: ByFields;
    body: RepoPermissionUpdateSchema;
    result: RepositoryUserPermission;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines': {
    path: InRepo;
    query: {
      created_on?: Text;
      'creator.uuid'?: Text;
      fields?: Text;
      page?: number | string | undefined;
      pagelen?: Num;
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
      'target.branch'?: Text;
      'target.commit.hash'?: Text;
      'target.ref_name'?: Text;
      'target.ref_type'?: 'BRANCH' | 'TAG' | 'ANNOTATED_TAG' | undefined;
      'target.selector.pattern'?: Text;
      'target.selector.type'?: 'BRANCH' | 'TAG' | 'CUSTOM' | 'PULLREQUESTS' | 'DEFAULT' | undefined;
      trigger_type?: 'PUSH' | 'MANUAL' | 'SCHEDULED' | 'PARENT_STEP' | undefined;
    };
    result: PaginatedPipelines;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines': {
    path: InRepo;
    query: ByFields;
    body: Draft<Pipeline>;
    result: Pipeline;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines-config/caches': {
    path: InRepo;
    query: { name: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines-config/caches': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedPipelineCaches;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines-config/caches/{cache_uuid}': {
    path: { workspace: string; repo_slug: string; cache_uuid: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines-config/caches/{cache_uuid}/content-uri': {
    path: { workspace: string; repo_slug: string; cache_uuid: string };
    query: ByFields;
    result: PipelineCacheContentUri;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines-config/runners': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedPipelineRunners;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines-config/runners': {
    path: InRepo;
    query: ByFields;
    body: Draft<PipelineRunner>;
    result: PipelineRunner;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines-config/runners/{runner_uuid}': {
    path: InRepoRunnerUuid;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines-config/runners/{runner_uuid}': {
    path: InRepoRunnerUuid;
    query: ByFields;
    result: PipelineRunner;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines-config/runners/{runner_uuid}': {
    path: InRepoRunnerUuid;
    query: ByFields;
    body: Draft<PipelineRunner>;
    result: PipelineRunner;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}': {
    path: InRepoPipelineUuid;
    query: ByFields;
    result: Pipeline;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps': {
    path: InRepoPipelineUuid;
    query: ByFieldsPagePagelen;
    result: PaginatedPipelineSteps;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}': {
    path: InRepoPipelineUuidStepUuid;
    query: ByFields;
    result: PipelineStep;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/log': {
    path: InRepoPipelineUuidStepUuid;
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
    path: InRepoPipelineUuidStepUuid;
    query: ByFields;
    result: JsonObject;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/test_reports/test_cases': {
    path: InRepoPipelineUuidStepUuid;
    query: ByFields;
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
    query: ByFields;
    result: JsonObject;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/stopPipeline': {
    path: InRepoPipelineUuid;
    body: JsonObject | undefined;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config': {
    path: InRepo;
    query: ByFields;
    result: PipelinesConfig;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config': {
    path: InRepo;
    query: ByFields;
    body: Draft<PipelinesConfig>;
    result: PipelinesConfig;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config/build_number': {
    path: InRepo;
    query: ByFields;
    body: Draft<PipelineBuildNumber>;
    result: PipelineBuildNumber;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/schedules': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedPipelineSchedules;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines_config/schedules': {
    path: InRepo;
    query: ByFields;
    body: PipelineSchedulePostRequestBody;
    result: PipelineSchedule;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}': {
    path: InRepoScheduleUuid;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}': {
    path: InRepoScheduleUuid;
    query: ByFields;
    result: PipelineSchedule;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}': {
    path: InRepoScheduleUuid;
    query: ByFields;
    body: PipelineSchedulePutRequestBody;
    result: PipelineSchedule;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/schedules/{schedule_uuid}/executions': {
    path: InRepoScheduleUuid;
    query: ByFieldsPagePagelen;
    result: PaginatedPipelineScheduleExecutions;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/key_pair': { path: InRepo };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/key_pair': {
    path: InRepo;
    query: ByFields;
    result: PipelineSshKeyPair;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/key_pair': {
    path: InRepo;
    query: ByFields;
    body: Draft<PipelineSshKeyPair>;
    result: PipelineSshKeyPair;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedPipelineKnownHosts;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts': {
    path: InRepo;
    query: ByFields;
    body: Draft<PipelineKnownHost>;
    result: PipelineKnownHost;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts/{known_host_uuid}': {
    path: InRepoKnownHostUuid;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts/{known_host_uuid}': {
    path: InRepoKnownHostUuid;
    query: ByFields;
    result: PipelineKnownHost;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config/ssh/known_hosts/{known_host_uuid}': {
    path: InRepoKnownHostUuid;
    query: ByFields;
    body: Draft<PipelineKnownHost>;
    result: PipelineKnownHost;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/variables': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedPipelineVariables;
  };
  'POST /repositories/{workspace}/{repo_slug}/pipelines_config/variables': {
    path: InRepo;
    query: ByFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pipelines_config/variables/{variable_uuid}': {
    path: InRepoVariableUuid;
  };
  'GET /repositories/{workspace}/{repo_slug}/pipelines_config/variables/{variable_uuid}': {
    path: InRepoVariableUuid;
    query: ByFields;
    result: PipelineVariable;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pipelines_config/variables/{variable_uuid}': {
    path: InRepoVariableUuid;
    query: ByFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'DELETE /repositories/{workspace}/{repo_slug}/properties/{app_key}/{property_name}': {
    path: InRepoAppKeyPropertyName;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'GET /repositories/{workspace}/{repo_slug}/properties/{app_key}/{property_name}': {
    path: InRepoAppKeyPropertyName;
    query: ByFields;
    result: ApplicationProperty;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'PUT /repositories/{workspace}/{repo_slug}/properties/{app_key}/{property_name}': {
    path: InRepoAppKeyPropertyName;
    body: Draft<ApplicationProperty>;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests': {
    path: InRepo;
    query: {
      fields?: Text;
      page?: number | string | undefined;
      pagelen?: Num;
      q?: Text;
      sort?: Text;
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
    path: InRepo;
    query: ByFields;
    body: Draft<Pullrequest>;
    result: Pullrequest;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/activity': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: Page<PullrequestActivity>;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}': {
    path: InRepoPullRequestId;
    query: ByFields;
    result: Pullrequest;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}': {
    path: InRepoPullRequestId;
    query: ByFields;
    body: Draft<Pullrequest>;
    result: Pullrequest;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/activity': {
    path: InRepoPullRequestId;
    query: ByFieldsPagePagelen;
    result: Page<PullrequestActivity>;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/approve': {
    path: InRepoPullRequestId;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/approve': {
    path: InRepoPullRequestId;
    query: ByFields;
    body: JsonObject | undefined;
    result: Participant;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments': {
    path: InRepoPullRequestId;
    query: ByFieldsPagePagelenQSort;
    result: PaginatedPullrequestComments;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments': {
    path: InRepoPullRequestId;
    query: ByFields;
    body: Draft<PullrequestComment>;
    result: PullrequestComment;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}': {
    path: InRepoPullRequestIdCommentId;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}': {
    path: InRepoPullRequestIdCommentId;
    query: ByFields;
    result: PullrequestComment;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}': {
    path: InRepoPullRequestIdCommentId;
    query: ByFields;
    body: Draft<PullrequestComment>;
    result: PullrequestComment;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}/resolve': {
    path: InRepoPullRequestIdCommentId;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}/resolve': {
    path: InRepoPullRequestIdCommentId;
    query: ByFields;
    body: JsonObject | undefined;
    result: CommentResolution;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/commits': {
    path: InRepoPullRequestId;
    query: ByFieldsPagePagelen;
    result: PaginatedChangeset;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/conflicts': {
    path: InRepoPullRequestId;
    query: ByFieldsPagePagelen;
    result: PaginatedFileConflicts;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/decline': {
    path: InRepoPullRequestId;
    query: ByFields;
    body: JsonObject | undefined;
    result: Pullrequest;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/diff': {
    path: InRepoPullRequestId;
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/diffstat': {
    path: InRepoPullRequestId;
    query: ByFieldsPagePagelen;
    result: PaginatedDiffstats;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/merge': {
    path: InRepoPullRequestId;
    query: { async?: Bool; fields?: Text };
    body: PullrequestMergeParameters | undefined;
    result: Pullrequest | undefined;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/merge/task-status/{task_id}': {
    path: InRepoPullRequestIdTaskId;
    query: ByFields;
    result: MergeTask;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/mergeability/checks': {
    path: InRepoPullRequestId;
    query: ByFields;
    result: JsonObject;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/patch': {
    path: InRepoPullRequestId;
    as: 'text' | 'bytes' | 'stream';
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/request-changes': {
    path: InRepoPullRequestId;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/request-changes': {
    path: InRepoPullRequestId;
    query: ByFields;
    body: JsonObject | undefined;
    result: Participant;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/statuses': {
    path: InRepoPullRequestId;
    query: ByFieldsPagePagelenQSort;
    result: PaginatedCommitstatuses;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks': {
    path: InRepoPullRequestId;
    query: ByFieldsPagePagelenQSort;
    result: PaginatedTasks;
  };
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks': {
    path: InRepoPullRequestId;
    query: ByFields;
    body: PullrequestTaskCreate;
    result: PullrequestCommentTask;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks/{task_id}': {
    path: InRepoPullRequestIdTaskId;
  };
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks/{task_id}': {
    path: InRepoPullRequestIdTaskId;
    query: ByFields;
    result: PullrequestCommentTask;
  };
  'PUT /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks/{task_id}': {
    path: InRepoPullRequestIdTaskId;
    query: ByFields;
    body: PullrequestTaskUpdate;
    result: PullrequestCommentTask;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'DELETE /repositories/{workspace}/{repo_slug}/pullrequests/{pullrequest_id}/properties/{app_key}/{property_name}': {
    path: InRepoPullrequestIdAppKeyPropertyName;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pullrequest_id}/properties/{app_key}/{property_name}': {
    path: InRepoPullrequestIdAppKeyPropertyName;
    query: ByFields;
    result: ApplicationProperty;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'PUT /repositories/{workspace}/{repo_slug}/pullrequests/{pullrequest_id}/properties/{app_key}/{property_name}': {
    path: InRepoPullrequestIdAppKeyPropertyName;
    body: Draft<ApplicationProperty>;
  };
  'GET /repositories/{workspace}/{repo_slug}/refs': {
    path: InRepo;
    query: ByFieldsPagePagelenQSort;
    result: PaginatedRefs;
  };
  'GET /repositories/{workspace}/{repo_slug}/refs/branches': {
    path: InRepo;
    query: ByFieldsPagePagelenQSort;
    result: PaginatedBranches;
  };
  'POST /repositories/{workspace}/{repo_slug}/refs/branches': {
    path: InRepo;
    query: ByFields;
    body: Draft<Branch>;
    result: Branch;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/refs/branches/{name}': { path: InRepoName };
  'GET /repositories/{workspace}/{repo_slug}/refs/branches/{name}': {
    path: InRepoName;
    query: ByFields;
    result: Branch;
  };
  'GET /repositories/{workspace}/{repo_slug}/refs/tags': {
    path: InRepo;
    query: ByFieldsPagePagelenQSort;
    result: PaginatedTags;
  };
  'POST /repositories/{workspace}/{repo_slug}/refs/tags': {
    path: InRepo;
    query: ByFields;
    body: Draft<Tag>;
    result: Tag;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/refs/tags/{name}': { path: InRepoName };
  'GET /repositories/{workspace}/{repo_slug}/refs/tags/{name}': {
    path: InRepoName;
    query: ByFields;
    result: Tag;
  };
  'GET /repositories/{workspace}/{repo_slug}/src': {
    path: InRepo;
    query: { fields?: Text; format?: 'meta' | undefined; page?: number | string | undefined; pagelen?: Num };
    result: PaginatedTreeentries;
  };
  'POST /repositories/{workspace}/{repo_slug}/src': {
    path: InRepo;
    body: FormData | Multipart | URLSearchParams;
  };
  'GET /repositories/{workspace}/{repo_slug}/src/{commit}/{path}': {
    path: InRepoCommitPath;
    query: {
      fields?: Text;
      format?: 'meta' | 'rendered' | undefined;
      max_depth?: Num;
      page?: number | string | undefined;
      pagelen?: Num;
      q?: Text;
      sort?: Text;
    };
    result: PaginatedTreeentries;
  };
  'HEAD /repositories/{workspace}/{repo_slug}/src/{commit}/{path}': {
    path: InRepoCommitPath;
    query: { format?: 'meta' | 'rendered' | undefined; max_depth?: Num; q?: Text; sort?: Text };
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/versions': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedVersions;
  };
  /** @deprecated Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more. */
  'GET /repositories/{workspace}/{repo_slug}/versions/{version_id}': {
    path: { workspace: string; repo_slug: string; version_id: number | string };
    query: ByFields;
    result: Version;
  };
  'GET /repositories/{workspace}/{repo_slug}/watchers': {
    path: InRepo;
    query: ByFieldsPagePagelen;
    result: PaginatedAccounts;
  };
  /** @deprecated Removed on 2026-04-14 (CHANGE-2770); use `GET /snippets/{workspace}`. */
  'GET /snippets': {
    query: {
      fields?: Text;
      page?: number | string | undefined;
      pagelen?: Num;
      role?: 'owner' | 'contributor' | 'member' | undefined;
    };
    result: PaginatedSnippets;
  };
  'POST /snippets': { query: ByFields; body: Draft<Snippet> | FormData | Multipart; result: Snippet };
  'GET /snippets/{workspace}': {
    path: InWorkspace;
    query: {
      fields?: Text;
      page?: number | string | undefined;
      pagelen?: Num;
      role?: 'owner' | 'contributor' | 'member' | undefined;
    };
    result: PaginatedSnippets;
  };
  'POST /snippets/{workspace}': {
    path: InWorkspace;
    query: ByFields;
    body: Draft<Snippet> | FormData | Multipart;
    result: Snippet;
  };
  'DELETE /snippets/{workspace}/{encoded_id}': { path: InWorkspaceEncodedId };
  'GET /snippets/{workspace}/{encoded_id}': { path: InWorkspaceEncodedId; query: ByFields; result: Snippet };
  'PUT /snippets/{workspace}/{encoded_id}': {
    path: InWorkspaceEncodedId;
    query: ByFields;
    body: Draft<Snippet> | FormData | Multipart;
    result: Snippet;
  };
  'GET /snippets/{workspace}/{encoded_id}/comments': {
    path: InWorkspaceEncodedId;
    query: { fields?: Text; page?: number | string | undefined; pagelen?: Num; sort?: Text };
    result: PaginatedSnippetComments;
  };
  'POST /snippets/{workspace}/{encoded_id}/comments': {
    path: InWorkspaceEncodedId;
    query: ByFields;
    body: Draft<SnippetComment>;
    result: SnippetComment;
  };
  'DELETE /snippets/{workspace}/{encoded_id}/comments/{comment_id}': { path: InWorkspaceEncodedIdCommentId };
  'GET /snippets/{workspace}/{encoded_id}/comments/{comment_id}': {
    path: InWorkspaceEncodedIdCommentId;
    query: ByFields;
    result: SnippetComment;
  };
  'PUT /snippets/{workspace}/{encoded_id}/comments/{comment_id}': {
    path: InWorkspaceEncodedIdCommentId;
    query: ByFields;
    body: Draft<SnippetComment>;
    result: SnippetComment;
  };
  'GET /snippets/{workspace}/{encoded_id}/commits': {
    path: InWorkspaceEncodedId;
    query: ByFieldsPagePagelen;
    result: PaginatedSnippetCommit;
  };
  'GET /snippets/{workspace}/{encoded_id}/commits/{revision}': {
    path: InWorkspaceEncodedIdRevision;
    query: ByFields;
    result: SnippetCommit;
  };
  'GET /snippets/{workspace}/{encoded_id}/files/{path}': {
    path: { workspace: string; encoded_id: string; path: string };
    as: 'text' | 'bytes' | 'stream';
  };
  'DELETE /snippets/{workspace}/{encoded_id}/watch': { path: InWorkspaceEncodedId };
  'GET /snippets/{workspace}/{encoded_id}/watch': { path: InWorkspaceEncodedId };
  'PUT /snippets/{workspace}/{encoded_id}/watch': {
    path: InWorkspaceEncodedId;
    body: JsonObject | undefined;
  };
  /** @deprecated Will be removed. */
  'GET /snippets/{workspace}/{encoded_id}/watchers': {
    path: InWorkspaceEncodedId;
    query: ByFieldsPagePagelen;
    result: PaginatedAccounts;
  };
  'DELETE /snippets/{workspace}/{encoded_id}/{node_id}': { path: InWorkspaceEncodedIdNodeId };
  'GET /snippets/{workspace}/{encoded_id}/{node_id}': {
    path: InWorkspaceEncodedIdNodeId;
    query: ByFields;
    result: Snippet;
  };
  'PUT /snippets/{workspace}/{encoded_id}/{node_id}': {
    path: InWorkspaceEncodedIdNodeId;
    query: ByFields;
    body: Draft<Snippet> | FormData | Multipart;
    result: Snippet;
  };
  'GET /snippets/{workspace}/{encoded_id}/{node_id}/files/{path}': {
    path: { workspace: string; encoded_id: string; node_id: string; path: string };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /snippets/{workspace}/{encoded_id}/{revision}/diff': {
    path: InWorkspaceEncodedIdRevision;
    query: { path?: Text };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /snippets/{workspace}/{encoded_id}/{revision}/patch': {
    path: InWorkspaceEncodedIdRevision;
    as: 'text' | 'bytes' | 'stream';
  };
  /** @deprecated Use `GET /workspaces/{workspace}/pipelines-config/variables`. */
  'GET /teams/{username}/pipelines_config/variables': {
    path: InUsername;
    query: ByFieldsPagePagelen;
    result: PaginatedPipelineVariables;
  };
  /** @deprecated Use `POST /workspaces/{workspace}/pipelines-config/variables`. */
  'POST /teams/{username}/pipelines_config/variables': {
    path: InUsername;
    query: ByFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  /** @deprecated Use `DELETE /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'DELETE /teams/{username}/pipelines_config/variables/{variable_uuid}': { path: InUsernameVariableUuid };
  /** @deprecated Use `GET /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'GET /teams/{username}/pipelines_config/variables/{variable_uuid}': {
    path: InUsernameVariableUuid;
    query: ByFields;
    result: PipelineVariable;
  };
  /** @deprecated Use `PUT /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'PUT /teams/{username}/pipelines_config/variables/{variable_uuid}': {
    path: InUsernameVariableUuid;
    query: ByFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  /** @deprecated Deprecated since 2026-11-01. */
  'GET /teams/{username}/search/code': {
    path: InUsername;
    query: ByFieldsPagePagelenSearchQuery;
    result: SearchResultPage;
  };
  'GET /user': { query: ByFields; result: Account };
  'GET /user/emails': { query: ByFieldsPagePagelen; result: Page<EmailAddress> };
  'GET /user/emails/{email}': { path: { email: string }; query: ByFields; result: EmailAddress };
  /** @deprecated Removed on 2026-04-14 (CHANGE-2770); use `GET /user/workspaces/{workspace}/permissions/repositories`. */
  'GET /user/permissions/repositories': {
    query: ByFieldsPagePagelenQSort;
    result: PaginatedRepositoryPermissions;
  };
  /** @deprecated Removed on 2026-04-14 (CHANGE-2770); use `GET /user/workspaces/{workspace}/permission`. */
  'GET /user/permissions/workspaces': {
    query: ByFieldsPagePagelenQSort;
    result: PaginatedWorkspaceMemberships;
  };
  'GET /user/workspaces': {
    query: {
      administrator?: Bool;
      fields?: Text;
      page?: number | string | undefined;
      pagelen?: Num;
      q?: Text;
      sort?: Text;
    };
    result: PaginatedWorkspaceAccess;
  };
  'GET /user/workspaces/{workspace}/permission': {
    path: InWorkspace;
    query: ByFields;
    result: WorkspaceMembership;
  };
  'GET /user/workspaces/{workspace}/permissions/repositories': {
    path: InWorkspace;
    query: ByFieldsPagePagelenQSort;
    result: PaginatedRepositoryPermissions;
  };
  'GET /users/{selected_user}': { path: InSelectedUser; query: ByFields; result: Account };
  'GET /users/{selected_user}/gpg-keys': {
    path: InSelectedUser;
    query: ByFieldsPagePagelen;
    result: PaginatedGpgUserKeys;
  };
  'POST /users/{selected_user}/gpg-keys': {
    path: InSelectedUser;
    query: ByFields;
    body: Draft<GPGAccountKey>;
    result: GPGAccountKey;
  };
  'DELETE /users/{selected_user}/gpg-keys/{fingerprint}': {
    path: { selected_user: string; fingerprint: string };
  };
  'GET /users/{selected_user}/gpg-keys/{fingerprint}': {
    path: { selected_user: string; fingerprint: string };
    query: ByFields;
    result: GPGAccountKey;
  };
  /** @deprecated Use `GET /workspaces/{workspace}/pipelines-config/variables`. */
  'GET /users/{selected_user}/pipelines_config/variables': {
    path: InSelectedUser;
    query: ByFieldsPagePagelen;
    result: PaginatedPipelineVariables;
  };
  /** @deprecated Use `POST /workspaces/{workspace}/pipelines-config/variables`. */
  'POST /users/{selected_user}/pipelines_config/variables': {
    path: InSelectedUser;
    query: ByFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  /** @deprecated Use `DELETE /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'DELETE /users/{selected_user}/pipelines_config/variables/{variable_uuid}': {
    path: InSelectedUserVariableUuid;
  };
  /** @deprecated Use `GET /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'GET /users/{selected_user}/pipelines_config/variables/{variable_uuid}': {
    path: InSelectedUserVariableUuid;
    query: ByFields;
    result: PipelineVariable;
  };
  /** @deprecated Use `PUT /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}`. */
  'PUT /users/{selected_user}/pipelines_config/variables/{variable_uuid}': {
    path: InSelectedUserVariableUuid;
    query: ByFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'DELETE /users/{selected_user}/properties/{app_key}/{property_name}': {
    path: InSelectedUserAppKeyPropertyName;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'GET /users/{selected_user}/properties/{app_key}/{property_name}': {
    path: InSelectedUserAppKeyPropertyName;
    query: ByFields;
    result: ApplicationProperty;
  };
  /** @deprecated Ends on 2027-01-31 with Connect. */
  'PUT /users/{selected_user}/properties/{app_key}/{property_name}': {
    path: InSelectedUserAppKeyPropertyName;
    body: Draft<ApplicationProperty>;
  };
  /** @deprecated Deprecated since 2026-11-01. */
  'GET /users/{selected_user}/search/code': {
    path: InSelectedUser;
    query: ByFieldsPagePagelenSearchQuery;
    result: SearchResultPage;
  };
  'GET /users/{selected_user}/ssh-keys': {
    path: InSelectedUser;
    query: ByFieldsPagePagelen;
    result: PaginatedSshUserKeys;
  };
  'POST /users/{selected_user}/ssh-keys': {
    path: InSelectedUser;
    query: { expires_on?: Text; fields?: Text };
    body: Draft<SshAccountKey>;
    result: SshAccountKey;
  };
  'DELETE /users/{selected_user}/ssh-keys/{key_id}': { path: InSelectedUserKeyId };
  'GET /users/{selected_user}/ssh-keys/{key_id}': {
    path: InSelectedUserKeyId;
    query: ByFields;
    result: SshAccountKey;
  };
  'PUT /users/{selected_user}/ssh-keys/{key_id}': {
    path: InSelectedUserKeyId;
    query: ByFields;
    body: Draft<SshAccountKey>;
    result: SshAccountKey;
  };
  /** @deprecated Removed on 2026-04-14 (CHANGE-2770); use `GET /user/workspaces`. */
  'GET /workspaces': {
    query: {
      fields?: Text;
      page?: number | string | undefined;
      pagelen?: Num;
      q?: Text;
      role?: 'owner' | 'collaborator' | 'member' | undefined;
      sort?: Text;
    };
    result: PaginatedWorkspaces;
  };
  'GET /workspaces/{workspace}': { path: InWorkspace; query: ByFields; result: Workspace };
  'GET /workspaces/{workspace}/hooks': {
    path: InWorkspace;
    query: ByFieldsPagePagelen;
    result: PaginatedWebhookSubscriptions;
  };
  'POST /workspaces/{workspace}/hooks': {
    path: InWorkspace;
    query: ByFields;
    body: Draft<WebhookSubscription>;
    result: WebhookSubscription;
  };
  'DELETE /workspaces/{workspace}/hooks/{uid}': { path: InWorkspaceUid };
  'GET /workspaces/{workspace}/hooks/{uid}': {
    path: InWorkspaceUid;
    query: ByFields;
    result: WebhookSubscription;
  };
  'PUT /workspaces/{workspace}/hooks/{uid}': {
    path: InWorkspaceUid;
    query: ByFields;
    body: Draft<WebhookSubscription>;
    result: WebhookSubscription;
  };
  'GET /workspaces/{workspace}/members': {
    path: InWorkspace;
    query: ByFieldsPagePagelenQSort;
    result: PaginatedWorkspaceMemberships;
  };
  'GET /workspaces/{workspace}/members/{member}': {
    path: { workspace: string; member: string };
    query: ByFields;
    result: WorkspaceMembership;
  };
  'GET /workspaces/{workspace}/permissions': {
    path: InWorkspace;
    query: ByFieldsPagePagelenQSort;
    result: PaginatedWorkspaceMemberships;
  };
  'GET /workspaces/{workspace}/permissions/repositories': {
    path: InWorkspace;
    query: ByFieldsPagePagelenQSort;
    result: PaginatedRepositoryPermissions;
  };
  'GET /workspaces/{workspace}/permissions/repositories/{repo_slug}': {
    path: InRepo;
    query: ByFieldsPagePagelenQSort;
    result: PaginatedRepositoryPermissions;
  };
  'GET /workspaces/{workspace}/pipelines-config/identity/oidc/.well-known/openid-configuration': {
    path: InWorkspace;
    query: ByFields;
    result: JsonObject;
  };
  'GET /workspaces/{workspace}/pipelines-config/identity/oidc/keys.json': {
    path: InWorkspace;
    query: ByFields;
    result: JsonObject;
  };
  'GET /workspaces/{workspace}/pipelines-config/runners': {
    path: InWorkspace;
    query: ByFieldsPagePagelen;
    result: PaginatedPipelineRunners;
  };
  'POST /workspaces/{workspace}/pipelines-config/runners': {
    path: InWorkspace;
    query: ByFields;
    body: Draft<PipelineRunner>;
    result: PipelineRunner;
  };
  'DELETE /workspaces/{workspace}/pipelines-config/runners/{runner_uuid}': { path: InWorkspaceRunnerUuid };
  'GET /workspaces/{workspace}/pipelines-config/runners/{runner_uuid}': {
    path: InWorkspaceRunnerUuid;
    query: ByFields;
    result: PipelineRunner;
  };
  'PUT /workspaces/{workspace}/pipelines-config/runners/{runner_uuid}': {
    path: InWorkspaceRunnerUuid;
    query: ByFields;
    body: Draft<PipelineRunner>;
    result: PipelineRunner;
  };
  'GET /workspaces/{workspace}/pipelines-config/variables': {
    path: InWorkspace;
    query: ByFieldsPagePagelen;
    result: PaginatedPipelineVariables;
  };
  'POST /workspaces/{workspace}/pipelines-config/variables': {
    path: InWorkspace;
    query: ByFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  'DELETE /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}': {
    path: InWorkspaceVariableUuid;
  };
  'GET /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}': {
    path: InWorkspaceVariableUuid;
    query: ByFields;
    result: PipelineVariable;
  };
  'PUT /workspaces/{workspace}/pipelines-config/variables/{variable_uuid}': {
    path: InWorkspaceVariableUuid;
    query: ByFields;
    body: Draft<PipelineVariable>;
    result: PipelineVariable;
  };
  'GET /workspaces/{workspace}/projects': {
    path: InWorkspace;
    query: ByFieldsPagePagelen;
    result: PaginatedProjects;
  };
  'POST /workspaces/{workspace}/projects': {
    path: InWorkspace;
    query: ByFields;
    body: Draft<Project>;
    result: Project;
  };
  'DELETE /workspaces/{workspace}/projects/{project_key}': { path: InWorkspaceProjectKey };
  'GET /workspaces/{workspace}/projects/{project_key}': {
    path: InWorkspaceProjectKey;
    query: ByFields;
    result: Project;
  };
  'PUT /workspaces/{workspace}/projects/{project_key}': {
    path: InWorkspaceProjectKey;
    query: ByFields;
    body: Draft<Project>;
    result: Project;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/branching-model': {
    path: InWorkspaceProjectKey;
    query: ByFields;
    result: ProjectBranchingModel;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/branching-model/settings': {
    path: InWorkspaceProjectKey;
    query: ByFields;
    result: BranchingModelSettings;
  };
  'PUT /workspaces/{workspace}/projects/{project_key}/branching-model/settings': {
    path: InWorkspaceProjectKey;
    query: ByFields;
    body: Draft<BranchingModelSettings>;
    result: BranchingModelSettings;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/default-reviewers': {
    path: InWorkspaceProjectKey;
    query: ByFieldsPagePagelen;
    result: PaginatedDefaultReviewerAndType;
  };
  'DELETE /workspaces/{workspace}/projects/{project_key}/default-reviewers/{selected_user}': {
    path: InWorkspaceProjectKeySelectedUser;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/default-reviewers/{selected_user}': {
    path: InWorkspaceProjectKeySelectedUser;
    query: ByFields;
    result: User;
  };
  'PUT /workspaces/{workspace}/projects/{project_key}/default-reviewers/{selected_user}': {
    path: InWorkspaceProjectKeySelectedUser;
    query: ByFields;
    body: JsonObject | undefined;
    result: User;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/deploy-keys': {
    path: InWorkspaceProjectKey;
    query: ByFieldsPagePagelen;
    result: PaginatedProjectDeployKeys;
  };
  'POST /workspaces/{workspace}/projects/{project_key}/deploy-keys': {
    path: InWorkspaceProjectKey;
    query: ByFields;
    body: Draft<ProjectDeployKey>;
    result: ProjectDeployKey;
  };
  'DELETE /workspaces/{workspace}/projects/{project_key}/deploy-keys/{key_id}': {
    path: { workspace: string; project_key: string; key_id: number | string };
  };
  'GET /workspaces/{workspace}/projects/{project_key}/deploy-keys/{key_id}': {
    path: { workspace: string; project_key: string; key_id: number | string };
    query: ByFields;
    result: ProjectDeployKey;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/permissions-config/groups': {
    path: InWorkspaceProjectKey;
    query: ByFieldsPagePagelen;
    result: PaginatedProjectGroupPermissions;
  };
  'DELETE /workspaces/{workspace}/projects/{project_key}/permissions-config/groups/{group_slug}': {
    path: InWorkspaceProjectKeyGroupSlug;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/permissions-config/groups/{group_slug}': {
    path: InWorkspaceProjectKeyGroupSlug;
    query: ByFields;
    result: ProjectGroupPermission;
  };
  'PUT /workspaces/{workspace}/projects/{project_key}/permissions-config/groups/{group_slug}': {
    path: InWorkspaceProjectKeyGroupSlug;
    query: ByFields;
    body: ProjectPermissionUpdateSchema;
    result: ProjectGroupPermission;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/permissions-config/users': {
    path: InWorkspaceProjectKey;
    query: ByFieldsPagePagelen;
    result: PaginatedProjectUserPermissions;
  };
  'DELETE /workspaces/{workspace}/projects/{project_key}/permissions-config/users/{selected_user_id}': {
    path: InWorkspaceProjectKeySelectedUserId;
  };
  'GET /workspaces/{workspace}/projects/{project_key}/permissions-config/users/{selected_user_id}': {
    path: InWorkspaceProjectKeySelectedUserId;
    query: ByFields;
    result: ProjectUserPermission;
  };
  'PUT /workspaces/{workspace}/projects/{project_key}/permissions-config/users/{selected_user_id}': {
    path: InWorkspaceProjectKeySelectedUserId;
    query: ByFields;
    body: ProjectPermissionUpdateSchema;
    result: ProjectUserPermission;
  };
  'GET /workspaces/{workspace}/pullrequests/{selected_user}': {
    path: { workspace: string; selected_user: string };
    query: {
      fields?: Text;
      page?: number | string | undefined;
      pagelen?: Num;
      q?: Text;
      sort?: Text;
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
    path: InWorkspace;
    query: ByFieldsPagePagelenSearchQuery;
    result: SearchResultPage;
  };
  'GET /workspaces/{workspace}/settings/gpg/public-key': {
    path: InWorkspace;
    as: 'text' | 'bytes' | 'stream';
  };
}
