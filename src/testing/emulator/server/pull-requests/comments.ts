/** Comments and tasks of pull requests: made, read, changed under their version, taken away. */
import { isRecord } from '../../../../shared/types.ts';
import { json, jsonBody, type ServerCall, type ServerRoute } from '../call.ts';
import { badArgument, badField, notPermitted } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { isAtLeast, type ServerPrincipal } from '../principal.ts';
import type { Json } from '../shapes.ts';
import { type Comment, commentShape, isOwn } from './comment.ts';
import { pullRequestOf } from './find.ts';
import { personOf } from './person.ts';
import { type PullRequest, takePart } from './pull-request.ts';
import { commentOutOfDate, hasReplies, noSuchComment } from './refusals.ts';
import { addressOf, inMilliseconds, placeOf } from './shapes.ts';
import { type Doer, doerOf, note, type Rooms, tellComment } from './tell.ts';

export function commentRoutes(below: string, rooms: Rooms): ServerRoute[] {
  const one = `${below}/comments/{commentId}`;
  return [
    { method: 'GET', pattern: `${below}/comments`, handler: (call) => listComments(call, rooms) },
    { method: 'POST', pattern: `${below}/comments`, handler: (call) => createComment(call, rooms) },
    { method: 'GET', pattern: one, handler: (call) => readComment(call, rooms) },
    { method: 'PUT', pattern: one, handler: (call) => updateComment(call, rooms) },
    { method: 'DELETE', pattern: one, handler: (call) => deleteComment(call, rooms) },
  ];
}

/** As whoever asks sees it. */
function shapeFor({ base, principal }: ServerCall, { world }: Rooms, pullRequest: PullRequest) {
  const scope = { base, users: world.users };
  const viewer = viewerOf(principal);
  return (comment: Comment): Json =>
    commentShape(comment, { found: pullRequest.to.found, scope, time: inMilliseconds, viewer });
}

function viewerOf(principal: ServerPrincipal) {
  const isKnown = principal.kind !== 'anonymous' && principal.reach !== 'public';
  return { key: isKnown ? personOf(principal).key : '', principal };
}

/** The threads on one file. Those of all, and on none, are found among the activities, as on Bitbucket. */
async function listComments(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  const path = call.query.get('path');
  if (path === null || path === '')
    throw badArgument('The path query parameter is required when retrieving comments.');
  const states = call.query.getAll('states').concat(call.query.getAll('state'));
  const threads = pullRequest.comments.filter(
    ({ anchor, parent, state }) =>
      parent === undefined && anchor?.['path'] === path && (states.length === 0 || states.includes(state)),
  );
  return pageOf(call, threads, shapeFor(call, rooms, pullRequest));
}

async function readComment(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  return json(shapeFor(call, rooms, pullRequest)(commentOf(call, pullRequest)));
}

function commentOf({ params }: ServerCall, pullRequest: PullRequest): Comment {
  const id = params['commentId'] ?? '';
  const found = pullRequest.comments.find((one) => String(one.id) === id);
  if (found === undefined) throw noSuchComment(id, `${placeOf(pullRequest.to)}#${pullRequest.id}`);
  return found;
}

async function createComment(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  const doer = doerOf(call, rooms);
  const body = await jsonBody(call);
  const { parent: named, state = 'OPEN' } = body;
  const severity = readSeverity(body['severity'] ?? 'NORMAL');
  if (state !== 'OPEN') throw badField('state', 'The emulator has no pending comments.');
  const id = isRecord(named) ? String(named['id']) : undefined;
  const parent =
    id === undefined ? undefined : commentOf({ ...call, params: { commentId: id } }, pullRequest);
  const anchor = parent === undefined ? readAnchor(body['anchor'], pullRequest) : undefined;
  const fields = { text: readText(body['text']), severity, parent, anchor };
  const comment = addComment(rooms, pullRequest, { doer, fields });
  const location = `${addressOf(pullRequest, call.base)}/comments/${comment.id}`;
  return json(shapeFor(call, rooms, pullRequest)(comment), { status: 201, headers: { location } });
}

function readText(text: unknown): string {
  if (typeof text !== 'string' || text.trim() === '') throw badField('text', 'A comment needs a text.');
  if (text.length > 32_768) throw badField('text', 'A text has at most 32,768 characters.');
  return text;
}

/** A comment with the severity `BLOCKER` is a task. */
function readSeverity(severity: unknown): Comment['severity'] {
  if (severity === 'NORMAL' || severity === 'BLOCKER') return severity;
  throw badField('severity', 'A severity is NORMAL or BLOCKER.');
}

const lineTypes: readonly unknown[] = ['ADDED', 'REMOVED', 'CONTEXT'];

/** On a file, or on a line of it; the whole diff of the pull request is meant where no other is named. */
function readAnchor(given: unknown, { from, to }: PullRequest): Json | undefined {
  if (given === undefined || given === null) return undefined;
  const { path, line, lineType, fileType = 'TO', diffType = 'EFFECTIVE' } = isRecord(given) ? given : {};
  if (!isRecord(given) || typeof path !== 'string' || path === '')
    throw badField('anchor.path', 'An anchor needs the path of a file.');
  if (line !== undefined && (!Number.isInteger(line) || !lineTypes.includes(lineType)))
    throw badField('anchor.line', 'A line is a whole number, and has a lineType.');
  if (diffType !== 'EFFECTIVE' && (given['fromHash'] === undefined || given['toHash'] === undefined))
    throw badField('anchor.diffType', 'This diff needs fromHash and toHash.');
  return {
    fromHash: to.hash,
    toHash: from.hash,
    ...given,
    ...(line === undefined ? {} : { fileType }),
    ...{ path, diffType, orphaned: false },
  };
}

type NewComment = Pick<Comment, 'text'> & Partial<Pick<Comment, 'severity' | 'parent' | 'anchor'>>;

/** Writes a comment and tells of it. */
export function addComment(
  rooms: Rooms,
  pullRequest: PullRequest,
  { doer, fields }: { doer: Doer; fields: NewComment },
): Comment {
  const { text, severity = 'NORMAL', parent, anchor } = fields;
  const now = rooms.context.now();
  const comment: Comment = {
    id: rooms.context.nextCommentId(),
    ...{ author: doer.person, createdDate: now, updatedDate: now, version: 0 },
    ...{ text, severity, parent, anchor },
    ...{ replies: [], state: 'OPEN', resolution: undefined },
  };
  pullRequest.comments.push(comment);
  parent?.replies.push(comment);
  takePart(pullRequest, doer.person);
  // Answers are told of inside the thread.
  if (parent === undefined) note(rooms, pullRequest, { action: 'COMMENTED', person: doer.person, comment });
  tellComment(rooms, pullRequest, { change: 'added', comment, doer });
  return comment;
}

/** @throws ServerError 409 for a version that is not the one of now, or none */
function mustBeCurrent({ version }: Comment, given: unknown): void {
  const expected = given === undefined || given === null ? -1 : Number(given);
  if (expected !== version) throw commentOutOfDate(version, Number.isNaN(expected) ? -1 : expected);
}

/** Its author changes the text; the state also who opened the pull request, and admins. */
async function updateComment(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  const doer = doerOf(call, rooms);
  const body = await jsonBody(call);
  const comment = commentOf(call, pullRequest);
  mustBeCurrent(comment, body['version']);
  const { text = comment.text, state = comment.state } = body;
  const own = isOwn(comment, doer.person);
  const admin = isAtLeast(call.principal.roleIn(pullRequest.to.found), 'admin');
  const may = own || admin || pullRequest.author.key === doer.person.key;
  if (!may || (!own && text !== comment.text)) throw notPermitted();
  const severity = readSeverity(body['severity'] ?? comment.severity);
  if (state !== 'OPEN' && state !== 'RESOLVED') throw badField('state', 'OPEN or RESOLVED.');
  const before = comment.text;
  const now = rooms.context.now();
  const resolution = state === 'OPEN' ? undefined : (comment.resolution ?? { person: doer.person, on: now });
  Object.assign(comment, { text: readText(text), severity, state, resolution, updatedDate: now });
  comment.version += 1;
  tellComment(rooms, pullRequest, { change: 'edited', comment, doer, more: { previousComment: before } });
  return json(shapeFor(call, rooms, pullRequest)(comment));
}

async function deleteComment(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  const doer = doerOf(call, rooms);
  const comment = commentOf(call, pullRequest);
  const admin = isAtLeast(call.principal.roleIn(pullRequest.to.found), 'admin');
  if (!admin && !isOwn(comment, doer.person)) throw notPermitted();
  mustBeCurrent(comment, call.query.get('version'));
  if (comment.replies.length > 0) throw hasReplies();
  const { comments, activities } = pullRequest;
  comments.splice(comments.indexOf(comment), 1);
  comment.parent?.replies.splice(comment.parent.replies.indexOf(comment), 1);
  const told = activities.findIndex((entry) => entry.comment === comment);
  if (told >= 0) activities.splice(told, 1);
  tellComment(rooms, pullRequest, { change: 'deleted', comment, doer });
  return new Response(null, { status: 204 });
}
