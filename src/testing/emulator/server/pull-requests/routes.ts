/** The routes of pull requests, and what changed branches do to them. */
import { perRepository } from '../../per-repository.ts';
import type { ServerCall, ServerRoute } from '../call.ts';
import { listActivities } from './activities.ts';
import { declinePullRequest, deletePullRequest, reopenPullRequest } from './close.ts';
import { commentRoutes } from './comments.ts';
import { diffOf, listChangesOf, listCommitsOf, listOfCommit, mergeBaseOf, textOf } from './contents.ts';
import { createPullRequest } from './create.ts';
import { dashboard, getPullRequest, inbox, inboxCount, listPullRequests } from './list.ts';
import { mergeability, mergePullRequest } from './merge.ts';
import type { PullRequest, PullRequestBook } from './pull-request.ts';
import { addReviewer, listParticipants, removeReviewer, setApproval, setStatus } from './reviews.ts';
import type { Rooms } from './tell.ts';
import { updatePullRequest } from './update.ts';

type Action = (call: ServerCall, rooms: Rooms) => Promise<Response> | Response;

export function createPullRequestBook(): PullRequestBook {
  let activities = 0;
  return {
    shelf: perRepository(() => ({ last: 0, all: new Map<number, PullRequest>() })),
    nextActivityId: () => {
      activities += 1;
      return activities;
    },
  };
}

export function pullRequestRoutes(rooms: Rooms): ServerRoute[] {
  const repository = '/projects/{projectKey}/repos/{repositorySlug}';
  const list = `${repository}/pull-requests`;
  const one = `${list}/{pullRequestId}`;
  const route = (method: ServerRoute['method'], pattern: string, action: Action): ServerRoute => ({
    method,
    pattern,
    handler: (call) => action(call, rooms),
  });
  return [
    route('GET', list, listPullRequests),
    route('POST', list, createPullRequest),
    route('GET', one, readOne),
    route('PUT', one, updatePullRequest),
    route('DELETE', one, deletePullRequest),
    route('GET', `${one}/merge`, mergeability),
    route('POST', `${one}/merge`, mergePullRequest),
    route('POST', `${one}/decline`, declinePullRequest),
    route('POST', `${one}/reopen`, reopenPullRequest),
    route('POST', `${one}/approve`, (call) => setApproval(call, rooms, 'APPROVED')),
    route('DELETE', `${one}/approve`, (call) => setApproval(call, rooms, 'UNAPPROVED')),
    route('GET', `${one}/participants`, listParticipants),
    route('POST', `${one}/participants`, addReviewer),
    route('DELETE', `${one}/participants`, removeReviewer),
    route('PUT', `${one}/participants/{userSlug}`, setStatus),
    route('DELETE', `${one}/participants/{userSlug}`, removeReviewer),
    route('GET', `${one}/activities`, listActivities),
    route('GET', `${one}/commits`, listCommitsOf),
    route('GET', `${one}/changes`, listChangesOf),
    route('GET', `${one}/merge-base`, mergeBaseOf),
    route('GET', `${one}/diff`, diffOf),
    route('GET', `${one}/diff/{path...}`, diffOf),
    route('GET', `${repository}/commits/{commitId}/pull-requests`, listOfCommit),
    route('GET', '/dashboard/pull-requests', dashboard),
    route('GET', '/inbox/pull-requests', inbox),
    route('GET', '/inbox/pull-requests/count', inboxCount),
    ...commentRoutes(one, rooms),
  ];
}

/** As JSON, or as text where the address ends in `.diff` or `.patch`. */
function readOne(call: ServerCall, rooms: Rooms): Promise<Response> {
  const [, id, kind] = /^(\d+)\.(diff|patch)$/.exec(call.params['pullRequestId'] ?? '') ?? [];
  if (id === undefined || (kind !== 'diff' && kind !== 'patch')) return getPullRequest(call, rooms);
  return textOf({ ...call, params: { ...call.params, pullRequestId: id } }, rooms, kind);
}
