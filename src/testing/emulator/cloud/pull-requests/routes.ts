/** The routes of pull requests. */
import type { EmulatorContext } from '../../context.ts';
import type { Call, Route } from '../call.ts';
import type { Right } from '../scopes.ts';
import { listActivity } from './activity.ts';
import { declinePullRequest, type MergeTask, mergePullRequest, mergeTaskStatus } from './close.ts';
import { pullRequestCommentRoutes } from './comments.ts';
import { listCommitsOf, redirectTo } from './contents.ts';
import { createPullRequest, updatePullRequest } from './create.ts';
import { getPullRequest, listPullRequests } from './list.ts';
import { approval, changesRequest, giveReview, takeBackReview } from './reviews.ts';
import { taskRoutes } from './tasks.ts';

type Action = (call: Call, context: EmulatorContext) => Promise<Response>;

const usualRights: Readonly<Record<Route['method'], Right>> = {
  GET: 'pullrequest:read',
  POST: 'pullrequest:write',
  PUT: 'pullrequest:write',
  DELETE: 'pullrequest:take-back',
};

export function pullRequestRoutes(context: EmulatorContext): Route[] {
  const list = '/repositories/{workspace}/{repo_slug}/pullrequests';
  const one = `${list}/{pull_request_id}`;
  const tasks = new Map<string, MergeTask>();
  const route = (method: Route['method'], pattern: string, action: Action): Route => ({
    method,
    pattern,
    right: usualRights[method],
    handler: (call) => action(call, context),
  });
  const merge = route('POST', `${one}/merge`, (call) => mergePullRequest(call, context, tasks));
  return [
    route('GET', list, listPullRequests),
    route('POST', list, createPullRequest),
    route('GET', one, getPullRequest),
    route('PUT', one, updatePullRequest),
    route('POST', `${one}/approve`, (call) => giveReview(call, context, approval)),
    route('DELETE', `${one}/approve`, (call) => takeBackReview(call, context, approval)),
    route('POST', `${one}/request-changes`, (call) => giveReview(call, context, changesRequest)),
    route('DELETE', `${one}/request-changes`, (call) => takeBackReview(call, context, changesRequest)),
    route('POST', `${one}/decline`, declinePullRequest),
    { ...merge, right: 'pullrequest:merge' },
    route('GET', `${one}/merge/task-status/{task_id}`, (call) => mergeTaskStatus(call, context, tasks)),
    route('GET', `${one}/commits`, listCommitsOf),
    route('GET', `${one}/activity`, listActivity),
    ...(['diff', 'diffstat', 'patch'] as const).map((kind) =>
      route('GET', `${one}/${kind}`, (call) => redirectTo(call, context, kind)),
    ),
    ...pullRequestCommentRoutes(one, context),
    ...taskRoutes(one, context),
  ];
}
