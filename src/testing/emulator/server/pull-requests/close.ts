/** Declines a pull request, opens it again, or deletes it. */

import { isAncestor } from '../../git/log.ts';
import { findRef, targetOf } from '../../git/refs.ts';
import { json, jsonBody, type ServerCall } from '../call.ts';
import { addComment } from './comments.ts';
import { bringHome, mustBeAlone } from './create.ts';
import { mustBeAuthorOr, mustBeCurrent, mustBeOpen, pullRequestOf, shelved, versionIn } from './find.ts';
import type { PullRequest, Side } from './pull-request.ts';
import { empty, noSuchBranch, wrongState } from './refusals.ts';
import { placeOf, pullRequestShape } from './shapes.ts';
import { type Doer, doerOf, note, type Rooms, tell } from './tell.ts';

export async function declinePullRequest(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  const doer = doerOf(call, rooms);
  const body = await jsonBody(call);
  mustBeCurrent(pullRequest, versionIn(call, body), { call, rooms });
  mustBeOpen(pullRequest);
  const { comment } = body;
  decline(pullRequest, rooms, doer);
  if (typeof comment === 'string' && comment.trim() !== '') {
    addComment(rooms, pullRequest, { doer, fields: { text: comment } });
  }
  return json(pullRequestShape(pullRequest, doer.scope));
}

export function decline(pullRequest: PullRequest, rooms: Rooms, doer: Doer): void {
  const now = rooms.context.now();
  const closed = { state: 'DECLINED', updatedDate: now, closedDate: now } as const;
  Object.assign(pullRequest, closed, { version: pullRequest.version + 1 });
  note(rooms, pullRequest, { action: 'DECLINED', person: doer.person });
  tell(rooms, pullRequest, { event: 'declined', doer });
}

/** Both ends are where their branches are by then. No event of hooks tells of it. */
export async function reopenPullRequest(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  const doer = doerOf(call, rooms);
  const version = versionIn(call, await jsonBody(call));
  mustBeCurrent(pullRequest, version, { call, rooms });
  if (pullRequest.state !== 'DECLINED') throw wrongState('Only a declined pull request can be reopened.');
  const { from, to } = pullRequest;
  mustBeAlone(shelved(rooms, to.found), { from, to, scope: doer.scope });
  const hash = await tipOf(from);
  const target = await tipOf(to);
  await bringHome({ ...from, hash }, to.found, pullRequest.id);
  if (await isAncestor(to.found.repository.git, { older: hash, newer: target }))
    throw empty(to.name, from.name, placeOf(to));
  mustBeCurrent(pullRequest, version, { call, rooms });
  from.hash = hash;
  to.hash = target;
  Object.assign(pullRequest, { state: 'OPEN', closedDate: undefined, updatedDate: rooms.context.now() });
  pullRequest.version += 1;
  note(rooms, pullRequest, { action: 'REOPENED', person: doer.person });
  return json(pullRequestShape(pullRequest, doer.scope));
}

/** @throws ServerError 404 where the branch is gone */
async function tipOf(side: Side): Promise<string> {
  const { git } = side.found.repository;
  const ref = await findRef(git, side.kind, side.name);
  const hash = ref === undefined ? undefined : await targetOf(git, ref);
  if (hash === undefined) throw noSuchBranch(side.name, placeOf(side));
  return hash;
}

export async function deletePullRequest(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  const doer = doerOf(call, rooms);
  mustBeAuthorOr('admin', pullRequest, { call, person: doer.person });
  mustBeCurrent(pullRequest, versionIn(call, await jsonBody(call)), { call, rooms });
  rooms.book.shelf(pullRequest.to.found.repository).all.delete(pullRequest.id);
  tell(rooms, pullRequest, { event: 'deleted', doer });
  return new Response(null, { status: 204 });
}
