/**
 * What integrations rely on in the answers of Bitbucket Cloud: for each route that the emulator serves, the properties
 * that must be there and what they are. Short enough to be read; the OpenAPI file says the rest.
 */

/**
 * A kind of value: a word of {@link kinds}, or `=text` for that very text; with `|null` it may be null. An object has
 * these properties (a name with `?` may be missing) and any others; a list of one shape has only such items.
 */
export type Shape = string | { readonly [name: string]: Shape } | readonly Shape[];

export const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  list: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  hash: (value) => typeof value === 'string' && /^[0-9a-f]{40}$/.test(value),
  hash12: (value) => typeof value === 'string' && /^[0-9a-f]{12}$/.test(value),
  uuid: (value) => typeof value === 'string' && /^\{[0-9a-f-]{36}\}$/.test(value),
  url: (value) => typeof value === 'string' && /^https?:\/\/\S+$/.test(value),
  date: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$/.test(value),
};

const self = { self: { href: 'url' } };
const page = (item: Shape): Shape => ({ values: [item], pagelen: 'number', size: 'number', page: 'number' });
/** A walk through a history, of which nobody knows the size. */
const walk = (item: Shape): Shape => ({ values: [item], pagelen: 'number' });

const account = { type: 'text', uuid: 'uuid', display_name: 'text', links: self };
const rendered = { type: '=rendered', raw: 'text', markup: '=markdown', html: 'text' };
const commitLink = { type: '=commit', hash: 'hash', links: self };
const repositoryLink = {
  type: '=repository',
  uuid: 'uuid',
  full_name: 'text',
  name: 'text',
  links: { ...self, html: { href: 'url' } },
};
const workspaceLink = { type: '=workspace', uuid: 'uuid', slug: 'text', name: 'text', links: self };
const repository = {
  ...repositoryLink,
  slug: 'text',
  scm: '=git',
  is_private: 'boolean',
  description: 'text',
  size: 'number',
  created_on: 'date',
  updated_on: 'date',
  mainbranch: 'object|null',
  owner: account,
  workspace: workspaceLink,
  project: { type: '=project', key: 'text', uuid: 'uuid' },
  parent: 'object|null',
  has_issues: 'boolean',
  links: { ...self, html: { href: 'url' }, clone: [{ name: 'text', href: 'text' }], hooks: { href: 'url' } },
};
const commit = {
  ...commitLink,
  date: 'date',
  message: 'text',
  author: { type: '=author', raw: 'text' },
  parents: [commitLink],
  repository: repositoryLink,
};
const branch = { type: '=branch', name: 'text', target: commit, links: self };
const tag = { type: '=tag', name: 'text', target: commit, message: 'text|null', date: 'date|null' };
const hook = {
  type: '=webhook_subscription',
  uuid: 'uuid',
  url: 'text',
  description: 'text',
  active: 'boolean',
  events: ['text'],
  secret_set: 'boolean',
  subject_type: 'text',
  created_at: 'date',
  links: self,
};
const file = { path: 'text', type: 'text', commit: commitLink, links: self };
const comment = {
  type: 'text',
  id: 'number',
  created_on: 'date',
  updated_on: 'date',
  content: rendered,
  user: account,
  deleted: 'boolean',
  links: { ...self, html: { href: 'url' } },
};
const status = {
  type: '=build',
  key: 'text',
  state: 'text',
  url: 'url',
  name: 'text',
  description: 'text',
  refname: 'text|null',
  commit: commitLink,
  repository: repositoryLink,
  created_on: 'date',
  updated_on: 'date',
  links: { ...self, commit: { href: 'url' } },
};
const participant = {
  type: '=participant',
  user: account,
  role: 'text',
  approved: 'boolean',
  state: 'text|null',
  participated_on: 'date|null',
};
const endpoint = {
  branch: { name: 'text' },
  commit: { type: '=commit', hash: 'hash12', links: self },
  repository: repositoryLink,
};
const listedPullRequest = {
  type: '=pullrequest',
  id: 'number',
  title: 'text',
  description: 'text',
  rendered: { title: rendered, description: rendered },
  state: 'text',
  draft: 'boolean',
  author: account,
  source: endpoint,
  destination: endpoint,
  merge_commit: 'object|null',
  closed_by: 'object|null',
  close_source_branch: 'boolean',
  comment_count: 'number',
  task_count: 'number',
  reason: 'text',
  created_on: 'date',
  updated_on: 'date',
  links: {
    ...self,
    html: { href: 'url' },
    commits: { href: 'url' },
    diff: { href: 'url' },
    diffstat: { href: 'url' },
    comments: { href: 'url' },
    activity: { href: 'url' },
    approve: { href: 'url' },
    merge: { href: 'url' },
    decline: { href: 'url' },
    statuses: { href: 'url' },
  },
};
const pullRequest = { ...listedPullRequest, reviewers: [account], participants: [participant] };
const pullRequestComment = { ...comment, pullrequest: { type: '=pullrequest', id: 'number', title: 'text' } };
const task = {
  id: 'number',
  created_on: 'date',
  updated_on: 'date',
  state: 'text',
  content: rendered,
  creator: account,
  pending: 'boolean',
  resolved_on: 'date|null',
  resolved_by: 'object|null',
  links: { ...self, html: { href: 'url' } },
};
const issue = {
  type: '=issue',
  id: 'number',
  title: 'text',
  content: rendered,
  kind: 'text',
  priority: 'text',
  state: 'text',
  reporter: account,
  assignee: 'object|null',
  created_on: 'date',
  updated_on: 'date',
  repository: repositoryLink,
  links: { ...self, html: { href: 'url' }, comments: { href: 'url' } },
};
const issueComment = { ...comment, issue: { type: '=issue', id: 'number' } };
const project = {
  type: '=project',
  uuid: 'uuid',
  key: 'text',
  name: 'text',
  is_private: 'boolean',
  created_on: 'date',
  owner: account,
  links: { ...self, html: { href: 'url' } },
};
const workspace = { ...workspaceLink, is_private: 'boolean', created_on: 'date' };
const membership = { type: '=workspace_membership', permission: 'text', user: account, workspace: 'object' };
const member = { type: '=workspace_membership', user: account, workspace: workspaceLink, links: self };
const diffstat = {
  type: '=diffstat',
  status: 'text',
  lines_added: 'number',
  lines_removed: 'number',
  old: 'object|null',
  new: 'object|null',
};
const hookEvent = { event: 'text', category: 'text', label: 'text', description: 'text' };

export const error: Shape = { type: '=error', error: { message: 'text', 'fields?': 'object' } };

const repo = '/repositories/{workspace}/{repo_slug}';
const pull = `${repo}/pullrequests/{pull_request_id}`;

/** By method and route; a text is what has no JSON: the type of its content, `nothing`, `created` without a word, a redirect, or an error. */
export const contract: Readonly<
  Record<string, Shape | 'nothing' | 'created' | 'redirect' | 'text' | 'error'>
> = {
  'GET /repositories': 'error',
  'GET /workspaces': 'error',
  'GET /snippets': 'error',
  'GET /user/permissions/repositories': 'error',
  'GET /user/permissions/workspaces': 'error',
  'GET /user': { ...account, account_id: 'text', nickname: 'text' },
  'GET /user/emails': page({ type: '=email', email: 'text', is_primary: 'boolean', is_confirmed: 'boolean' }),
  'GET /user/workspaces': page({ type: '=workspace_access', administrator: 'boolean', workspace: 'object' }),
  'GET /user/workspaces/{workspace}/permission': membership,
  'GET /workspaces/{workspace}': workspace,
  'GET /workspaces/{workspace}/members': page(member),
  'GET /workspaces/{workspace}/members/{member}': member,
  'GET /workspaces/{workspace}/permissions': page({ ...member, permission: 'text' }),
  'GET /user/workspaces/{workspace}/permissions/repositories': page({
    type: '=repository_permission',
    permission: 'text',
    user: account,
    repository: repositoryLink,
  }),
  'GET /users/{selected_user}': { ...account, account_id: 'text', nickname: 'text' },
  'GET /workspaces/{workspace}/projects': page(project),
  'GET /workspaces/{workspace}/projects/{project_key}': project,
  'GET /hook_events': { repository: 'object', workspace: 'object' },
  'GET /hook_events/{subject_type}': page(hookEvent),
  'GET /repositories/{workspace}': page(repository),
  [`GET ${repo}`]: repository,
  [`POST ${repo}`]: repository,
  [`PUT ${repo}`]: repository,
  [`DELETE ${repo}`]: 'nothing',
  [`GET ${repo}/forks`]: page(repository),
  [`POST ${repo}/forks`]: repository,
  [`GET ${repo}/commits`]: walk(commit),
  [`POST ${repo}/commits`]: walk(commit),
  [`GET ${repo}/commits/{revision}`]: walk(commit),
  [`POST ${repo}/commits/{revision}`]: walk(commit),
  [`GET ${repo}/commit/{commit}`]: { ...commit, participants: 'list' },
  [`GET ${repo}/commit/{commit}/comments`]: page(comment),
  [`POST ${repo}/commit/{commit}/comments`]: { ...comment, commit: commitLink },
  [`GET ${repo}/commit/{commit}/comments/{comment_id}`]: comment,
  [`PUT ${repo}/commit/{commit}/comments/{comment_id}`]: comment,
  [`DELETE ${repo}/commit/{commit}/comments/{comment_id}`]: 'nothing',
  [`GET ${repo}/commit/{commit}/statuses`]: page(status),
  [`POST ${repo}/commit/{commit}/statuses/build`]: status,
  [`GET ${repo}/commit/{commit}/statuses/build/{key}`]: status,
  [`PUT ${repo}/commit/{commit}/statuses/build/{key}`]: status,
  [`GET ${repo}/diff/{spec}`]: 'text',
  [`GET ${repo}/patch/{spec}`]: 'text',
  [`GET ${repo}/diffstat/{spec}`]: page(diffstat),
  [`GET ${repo}/src`]: 'redirect',
  [`POST ${repo}/src`]: 'created',
  [`GET ${repo}/src/{commit}/{path}`]: page(file),
  [`GET ${repo}/filehistory/{commit}/{path}`]: walk(file),
  [`GET ${repo}/refs`]: page({ type: 'text', name: 'text', target: commit }),
  [`GET ${repo}/refs/branches`]: page(branch),
  [`POST ${repo}/refs/branches`]: branch,
  [`GET ${repo}/refs/branches/{name}`]: branch,
  [`DELETE ${repo}/refs/branches/{name}`]: 'nothing',
  [`GET ${repo}/refs/tags`]: page(tag),
  [`POST ${repo}/refs/tags`]: tag,
  [`GET ${repo}/refs/tags/{name}`]: tag,
  [`DELETE ${repo}/refs/tags/{name}`]: 'nothing',
  [`GET ${repo}/pullrequests`]: page(listedPullRequest),
  [`POST ${repo}/pullrequests`]: pullRequest,
  [`GET ${pull}`]: pullRequest,
  [`PUT ${pull}`]: pullRequest,
  [`POST ${pull}/approve`]: participant,
  [`DELETE ${pull}/approve`]: 'nothing',
  [`POST ${pull}/request-changes`]: participant,
  [`DELETE ${pull}/request-changes`]: 'nothing',
  [`POST ${pull}/decline`]: pullRequest,
  [`POST ${pull}/merge`]: pullRequest,
  [`GET ${pull}/merge/task-status/{task_id}`]: { task_status: 'text', links: self },
  [`GET ${pull}/commits`]: walk(commit),
  [`GET ${pull}/activity`]: page({ pull_request: 'object' }),
  [`GET ${pull}/statuses`]: page(status),
  [`GET ${pull}/diff`]: 'redirect',
  [`GET ${pull}/diffstat`]: 'redirect',
  [`GET ${pull}/patch`]: 'redirect',
  [`GET ${pull}/comments`]: page(pullRequestComment),
  [`POST ${pull}/comments`]: pullRequestComment,
  [`GET ${pull}/comments/{comment_id}`]: pullRequestComment,
  [`PUT ${pull}/comments/{comment_id}`]: pullRequestComment,
  [`DELETE ${pull}/comments/{comment_id}`]: 'nothing',
  [`POST ${pull}/comments/{comment_id}/resolve`]: {
    type: '=comment_resolution',
    user: account,
    created_on: 'date',
  },
  [`DELETE ${pull}/comments/{comment_id}/resolve`]: 'nothing',
  [`GET ${pull}/tasks`]: page(task),
  [`POST ${pull}/tasks`]: task,
  [`GET ${pull}/tasks/{task_id}`]: task,
  [`PUT ${pull}/tasks/{task_id}`]: task,
  [`DELETE ${pull}/tasks/{task_id}`]: 'nothing',
  [`GET ${repo}/default-reviewers`]: page(account),
  [`GET ${repo}/default-reviewers/{target_username}`]: account,
  [`PUT ${repo}/default-reviewers/{target_username}`]: account,
  [`DELETE ${repo}/default-reviewers/{target_username}`]: 'nothing',
  [`GET ${repo}/effective-default-reviewers`]: page({
    type: '=default_reviewer',
    reviewer_type: 'text',
    user: account,
  }),
  [`GET ${repo}/issues`]: page(issue),
  [`POST ${repo}/issues`]: issue,
  [`GET ${repo}/issues/{issue_id}`]: issue,
  [`PUT ${repo}/issues/{issue_id}`]: issue,
  [`DELETE ${repo}/issues/{issue_id}`]: 'nothing',
  [`GET ${repo}/issues/{issue_id}/comments`]: page(issueComment),
  [`POST ${repo}/issues/{issue_id}/comments`]: issueComment,
  [`GET ${repo}/issues/{issue_id}/comments/{comment_id}`]: issueComment,
  [`PUT ${repo}/issues/{issue_id}/comments/{comment_id}`]: issueComment,
  [`DELETE ${repo}/issues/{issue_id}/comments/{comment_id}`]: 'nothing',
  ...hookRoutes(`${repo}/hooks`),
  ...hookRoutes('/workspaces/{workspace}/hooks'),
};

function hookRoutes(list: string): Record<string, Shape> {
  return {
    [`GET ${list}`]: page(hook),
    [`POST ${list}`]: hook,
    [`GET ${list}/{uid}`]: hook,
    [`PUT ${list}/{uid}`]: hook,
    [`DELETE ${list}/{uid}`]: 'nothing',
  };
}
