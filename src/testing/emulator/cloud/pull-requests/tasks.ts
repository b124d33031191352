/** Tasks of pull requests: what is to be done before a merge. Bitbucket tells no hook of them. */

import { isRecord } from '../../../../shared/types.ts';
import type { EmulatorContext } from '../../context.ts';
import type { Origins } from '../../origins.ts';
import { isAtLeast } from '../access.ts';
import { type Account, accountOf } from '../accounts.ts';
import { type Call, json, jsonBody, type Route } from '../call.ts';
import { readContent } from '../comments/read-comment.ts';
import { badFields, notFound, RestError } from '../errors.ts';
import { filterAndSort } from '../filter.ts';
import { pageOf } from '../paging.ts';
import { renderedShape } from '../rendered.ts';
import { type Json, link, microsDate } from '../shapes.ts';
import { commentPlace } from './comments.ts';
import { pullRequestOf } from './find.ts';
import type { PullRequest, Task } from './pull-request.ts';
import { pullRequestAddress, pullRequestPage } from './shapes.ts';

export function taskRoutes(below: string, context: EmulatorContext): Route[] {
  let last = 0;
  const list = `${below}/tasks`;
  const one = `${list}/{task_id}`;
  const read = 'pullrequest:read';
  const write = 'pullrequest:comment';
  const get = async (call: Call): Promise<Response> => {
    const { task, pullRequest } = await taskOf(call, context);
    return json(call, taskShape(task, pullRequest, call.origins));
  };
  const create = (call: Call): Promise<Response> => {
    last += 1;
    return createTask(call, context, last);
  };
  return [
    { method: 'GET', pattern: list, right: read, handler: (call) => listTasks(call, context) },
    { method: 'POST', pattern: list, right: write, handler: create },
    { method: 'GET', pattern: one, right: read, handler: get },
    { method: 'PUT', pattern: one, right: write, handler: (call) => updateTask(call, context) },
    { method: 'DELETE', pattern: one, right: write, handler: (call) => deleteTask(call, context) },
  ];
}

async function listTasks(call: Call, context: EmulatorContext): Promise<Response> {
  const pullRequest = await pullRequestOf(call, context);
  const shapes = pullRequest.tasks.map((task) => taskShape(task, pullRequest, call.origins));
  return pageOf(call, filterAndSort(shapes, call.query), (shape) => shape);
}

async function createTask(call: Call, context: EmulatorContext, id: number): Promise<Response> {
  const pullRequest = await pullRequestOf(call, context);
  const body = await jsonBody(call);
  const now = context.now();
  const task: Task = {
    id,
    creator: accountOf(call.principal),
    createdOn: now,
    comment: readComment(body['comment'], pullRequest),
    raw: readContent(body),
    updatedOn: now,
    resolution: undefined,
  };
  pullRequest.tasks.push(task);
  const location = taskAddress(task, pullRequest, call.origins);
  return json(call, taskShape(task, pullRequest, call.origins), { status: 201, headers: { location } });
}

/** The comment below which the task stands. */
function readComment(comment: unknown, { comments }: PullRequest): number | undefined {
  if (comment === undefined || comment === null) return undefined;
  const id = isRecord(comment) ? comment['id'] : undefined;
  const found = comments.find((one) => one.id === id && !one.deleted);
  if (found === undefined) throw badFields({ comment: ['There is no such comment'] });
  return found.id;
}

async function updateTask(call: Call, context: EmulatorContext): Promise<Response> {
  const { task, pullRequest } = await taskOf(call, context);
  const body = await jsonBody(call);
  const { state } = body;
  if (state !== undefined && state !== 'RESOLVED' && state !== 'UNRESOLVED')
    throw badFields({ state: ['RESOLVED or UNRESOLVED is needed'] });
  if (body['content'] !== undefined) task.raw = readContent(body);
  task.updatedOn = context.now();
  if (state === 'UNRESOLVED') task.resolution = undefined;
  if (state === 'RESOLVED') task.resolution ??= { account: accountOf(call.principal), on: task.updatedOn };
  return json(call, taskShape(task, pullRequest, call.origins));
}

async function deleteTask(call: Call, context: EmulatorContext): Promise<Response> {
  const { task, pullRequest } = await taskOf(call, context);
  const { principal } = call;
  const { workspace } = pullRequest.repository;
  const isOwn = accountOf(principal).uuid === task.creator.uuid;
  if (!isOwn && !isAtLeast(principal.roleIn(workspace, pullRequest.repository), 'write'))
    throw new RestError(403, 'You can only delete your own tasks.');
  pullRequest.tasks.splice(pullRequest.tasks.indexOf(task), 1);
  return new Response(null, { status: 204 });
}

async function taskOf(
  call: Call,
  context: EmulatorContext,
): Promise<{ task: Task; pullRequest: PullRequest }> {
  const pullRequest = await pullRequestOf(call, context);
  const id = call.params['task_id'] ?? '';
  const task = pullRequest.tasks.find((one) => String(one.id) === id);
  if (task === undefined) throw notFound(`Task ${id} not found`);
  return { task, pullRequest };
}

const taskAddress = ({ id }: Task, pullRequest: PullRequest, origins: Origins): string =>
  `${pullRequestAddress(pullRequest, origins)}/tasks/${id}`;

function taskShape(task: Task, pullRequest: PullRequest, origins: Origins): Json {
  const { resolution, comment } = task;
  const by: Account | undefined = resolution?.account;
  const html = link(`${pullRequestPage(pullRequest, origins)}/_/diff`);
  return {
    id: task.id,
    created_on: microsDate(task.createdOn),
    updated_on: microsDate(task.updatedOn),
    state: resolution === undefined ? 'UNRESOLVED' : 'RESOLVED',
    content: renderedShape(task.raw),
    creator: task.creator.shape(origins),
    pending: false,
    resolved_on: resolution === undefined ? null : microsDate(resolution.on),
    resolved_by: by === undefined ? null : by.shape(origins),
    links: { self: link(taskAddress(task, pullRequest, origins)), html },
    ...(comment === undefined ? {} : { comment: commentLink(comment, pullRequest, origins) }),
  };
}

function commentLink(id: number, pullRequest: PullRequest, origins: Origins): Json {
  const { type, address, page } = commentPlace(pullRequest, origins);
  return { type, id, links: { self: link(`${address}/${id}`), html: link(`${page}#comment-${id}`) } };
}
