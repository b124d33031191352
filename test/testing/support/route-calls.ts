/** One call for each route that the emulator serves, in an order in which each finds what it needs. */
import { type EventScene, type Json, widgets } from './event-scene.ts';

export interface RouteCall {
  /** As the contract and the OpenAPI file have it: method and route. */
  readonly route: string;
  readonly status: number;
  readonly body: unknown;
}

const repo = '/repositories/{workspace}/{repo_slug}';
const pull = `${repo}/pullrequests/{pull_request_id}`;

/** Makes all calls and gives back what was answered. */
export async function callEveryRoute(it: EventScene): Promise<RouteCall[]> {
  const calls: RouteCall[] = [];
  const call: Caller = async (route, path, body) => {
    const method = route.split(' ')[0] ?? '';
    const answer = await it.call(method, path, body);
    calls.push({ route, status: answer.status, body: answer.body });
    return answer;
  };
  await callWorkspaces(call);
  await callRepositories(call);
  await callContents(call, it);
  await callRefs(call);
  await callCommits(call, it);
  await callReviewers(call);
  await callPullRequests(call, it);
  await callIssues(call);
  await callHooks(call, `${repo}/hooks`, `${widgets}/hooks`);
  await callHooks(call, '/workspaces/{workspace}/hooks', '/workspaces/demo/hooks');
  return calls;
}

type Caller = (route: string, path: string, body?: unknown) => ReturnType<EventScene['call']>;

async function callWorkspaces(call: Caller): Promise<void> {
  await call('GET /repositories', '/repositories');
  await call('GET /workspaces', '/workspaces');
  await call('GET /snippets', '/snippets');
  await call('GET /user/permissions/repositories', '/user/permissions/repositories');
  await call('GET /user/permissions/workspaces', '/user/permissions/workspaces');
  await call('GET /user', '/user');
  await call('GET /user/emails', '/user/emails');
  await call('GET /user/workspaces', '/user/workspaces');
  await call('GET /user/workspaces/{workspace}/permission', '/user/workspaces/demo/permission');
  await call('GET /workspaces/{workspace}', '/workspaces/demo');
  await call('GET /workspaces/{workspace}/members', '/workspaces/demo/members');
  await call('GET /workspaces/{workspace}/members/{member}', '/workspaces/demo/members/rita');
  await call('GET /workspaces/{workspace}/permissions', '/workspaces/demo/permissions');
  await call(
    'GET /user/workspaces/{workspace}/permissions/repositories',
    '/user/workspaces/demo/permissions/repositories',
  );
  await call('GET /users/{selected_user}', '/users/rita');
  await call('GET /workspaces/{workspace}/projects', '/workspaces/demo/projects');
  await call('GET /workspaces/{workspace}/projects/{project_key}', '/workspaces/demo/projects/DEMO');
  await call('GET /hook_events', '/hook_events');
  await call('GET /hook_events/{subject_type}', '/hook_events/workspace?pagelen=100');
}

async function callRepositories(call: Caller): Promise<void> {
  await call(`POST ${repo}`, '/repositories/demo/made', { description: 'Made' });
  await call(`PUT ${repo}`, '/repositories/demo/made', { name: 'renamed' });
  await call(`DELETE ${repo}`, '/repositories/demo/renamed');
  await call(`POST ${repo}/forks`, `${widgets}/forks`, { name: 'fork' });
  await call(`GET ${repo}/forks`, `${widgets}/forks`);
  await call('GET /repositories/{workspace}', '/repositories/demo');
  await call(`GET ${repo}`, widgets);
}

async function callContents(call: Caller, { commits }: EventScene): Promise<void> {
  await call(`GET ${repo}/commits`, `${widgets}/commits`);
  await call(`POST ${repo}/commits`, `${widgets}/commits`);
  await call(`GET ${repo}/commits/{revision}`, `${widgets}/commits/main?pagelen=1`);
  await call(`POST ${repo}/commits/{revision}`, `${widgets}/commits/main`);
  await call(`GET ${repo}/commit/{commit}`, `${widgets}/commit/main`);
  await call(`GET ${repo}/diff/{spec}`, `${widgets}/diff/${commits.topic}`);
  await call(`GET ${repo}/patch/{spec}`, `${widgets}/patch/${commits.topic}`);
  await call(`GET ${repo}/diffstat/{spec}`, `${widgets}/diffstat/${commits.more}..main`);
  await call(`GET ${repo}/src`, `${widgets}/src`);
  await call(`POST ${repo}/src`, `${widgets}/src`, new URLSearchParams({ 'x.txt': 'x', branch: 'files' }));
  await call(`GET ${repo}/src/{commit}/{path}`, `${widgets}/src/main/`);
  await call(`GET ${repo}/filehistory/{commit}/{path}`, `${widgets}/filehistory/main/app.txt`);
}

async function callRefs(call: Caller): Promise<void> {
  const target = { hash: 'main' };
  await call(`POST ${repo}/refs/branches`, `${widgets}/refs/branches`, { name: 'new', target });
  await call(`POST ${repo}/refs/tags`, `${widgets}/refs/tags`, { name: 'v1', target });
  await call(`GET ${repo}/refs`, `${widgets}/refs`);
  await call(`GET ${repo}/refs/branches`, `${widgets}/refs/branches`);
  await call(`GET ${repo}/refs/branches/{name}`, `${widgets}/refs/branches/new`);
  await call(`GET ${repo}/refs/tags`, `${widgets}/refs/tags`);
  await call(`GET ${repo}/refs/tags/{name}`, `${widgets}/refs/tags/v1`);
  await call(`DELETE ${repo}/refs/branches/{name}`, `${widgets}/refs/branches/new`);
  await call(`DELETE ${repo}/refs/tags/{name}`, `${widgets}/refs/tags/v1`);
}

async function callCommits(call: Caller, { commits }: EventScene): Promise<void> {
  const at = `${widgets}/commit/${commits.topic}`;
  const route = `${repo}/commit/{commit}`;
  const status = { key: 'ci', state: 'FAILED', url: 'https://ci.example.com/1', refname: 'topic' };
  await call(`POST ${route}/statuses/build`, `${at}/statuses/build`, status);
  await call(`PUT ${route}/statuses/build/{key}`, `${at}/statuses/build/ci`, { state: 'SUCCESSFUL' });
  await call(`GET ${route}/statuses/build/{key}`, `${at}/statuses/build/ci`);
  await call(`GET ${route}/statuses`, `${at}/statuses`);
  await callComments(call, { route, at });
}

/** Makes one with lines of a file, reads, changes, lists and deletes it. */
async function callComments(call: Caller, { route, at }: { route: string; at: string }): Promise<void> {
  const inline = route.includes('issue') ? {} : { inline: { path: 'topic.txt', to: 1 } };
  const made = await call(`POST ${route}/comments`, `${at}/comments`, { content: { raw: 'Hm' }, ...inline });
  const one = `${at}/comments/${made.body['id']}`;
  await call(`PUT ${route}/comments/{comment_id}`, one, { content: { raw: 'Aha' } });
  await call(`GET ${route}/comments/{comment_id}`, one);
  if (route === pull) {
    await call(`POST ${route}/comments/{comment_id}/resolve`, `${one}/resolve`);
    await call(`GET ${route}/comments`, `${at}/comments`);
    await call(`DELETE ${route}/comments/{comment_id}/resolve`, `${one}/resolve`);
  }
  await call(`POST ${route}/comments`, `${at}/comments`, {
    content: { raw: 'So' },
    parent: { id: made.body['id'] },
  });
  await call(`GET ${route}/comments`, `${at}/comments`);
  await call(`DELETE ${route}/comments/{comment_id}`, one);
  await call(`GET ${route}/comments`, `${at}/comments`);
}

async function callTasks(call: Caller, at: string): Promise<void> {
  const made = await call(`POST ${pull}/tasks`, `${at}/tasks`, { content: { raw: 'To do' } });
  const one = `${at}/tasks/${made.body['id']}`;
  await call(`GET ${pull}/tasks`, `${at}/tasks`);
  await call(`PUT ${pull}/tasks/{task_id}`, one, { state: 'RESOLVED' });
  await call(`GET ${pull}/tasks/{task_id}`, one);
  await call(`DELETE ${pull}/tasks/{task_id}`, one);
}

async function callReviewers(call: Caller): Promise<void> {
  const list = `${widgets}/default-reviewers`;
  await call(`PUT ${repo}/default-reviewers/{target_username}`, `${list}/rita`);
  await call(`GET ${repo}/default-reviewers/{target_username}`, `${list}/rita`);
  await call(`GET ${repo}/default-reviewers`, list);
  await call(`GET ${repo}/effective-default-reviewers`, `${widgets}/effective-default-reviewers`);
  await call(`DELETE ${repo}/default-reviewers/{target_username}`, `${list}/rita`);
}

async function callPullRequests(call: Caller, it: EventScene): Promise<void> {
  const list = `${widgets}/pullrequests`;
  const open = async (name: string) => {
    const source = { branch: { name: await it.branch(name, 'topic') } };
    const reviewers = [{ username: 'rita' }];
    const body: Json = { title: name, description: 'Some', source, reviewers };
    const made = await call(`POST ${repo}/pullrequests`, list, body);
    return `${list}/${made.body['id']}`;
  };
  const [at, other, third] = [await open('one'), await open('two'), await open('three')];
  await call(`PUT ${pull}`, at, { title: 'Better' });
  await call(`POST ${pull}/request-changes`, `${at}/request-changes`);
  await call(`DELETE ${pull}/request-changes`, `${at}/request-changes`);
  await call(`POST ${pull}/approve`, `${at}/approve`);
  await callComments(call, { route: pull, at });
  await callTasks(call, at);
  for (const kind of ['commits', 'activity', 'statuses', 'diff', 'diffstat', 'patch'])
    await call(`GET ${pull}/${kind}`, `${at}/${kind}`);
  await call(`GET ${pull}`, at);
  await call(`DELETE ${pull}/approve`, `${at}/approve`);
  await call(`POST ${pull}/merge`, `${at}/merge`, { merge_strategy: 'squash' });
  await call(`POST ${pull}/decline`, `${other}/decline`);
  const task = await it.call('POST', `${third}/merge?async=true`);
  await it.emulator.settled();
  await call(`GET ${pull}/merge/task-status/{task_id}`, task.headers.get('location') ?? '');
  await call(`GET ${repo}/pullrequests`, `${list}?state=OPEN&state=MERGED&state=DECLINED`);
}

async function callIssues(call: Caller): Promise<void> {
  const list = `${widgets}/issues`;
  const made = await call(`POST ${repo}/issues`, list, { title: 'Bug', content: { raw: 'Oh' } });
  const at = `${list}/${made.body['id']}`;
  await call(`PUT ${repo}/issues/{issue_id}`, at, { state: 'open', assignee: { username: 'rita' } });
  await call(`GET ${repo}/issues/{issue_id}`, at);
  await callComments(call, { route: `${repo}/issues/{issue_id}`, at });
  await call(`GET ${repo}/issues`, list);
  await call(`DELETE ${repo}/issues/{issue_id}`, at);
}

async function callHooks(call: Caller, route: string, path: string): Promise<void> {
  const body = { url: 'http://hooks/x', events: ['repo:fork'], secret: 's', description: 'Mine' };
  const made = await call(`POST ${route}`, path, body);
  const one = `${path}/${made.body['uuid']}`;
  await call(`GET ${route}`, path);
  await call(`GET ${route}/{uid}`, one);
  await call(`PUT ${route}/{uid}`, one, { active: false });
  await call(`DELETE ${route}/{uid}`, one);
}
