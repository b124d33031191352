/** Who is asked for a review, and what they think of it. */
import { isRecord } from '../../../../shared/types.ts';
import { json, jsonBody, type ServerCall } from '../call.ts';
import { badArgument, badField, noSuchUser, notPermitted, ServerError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { userSlug } from '../world.ts';
import { reviewer } from './create.ts';
import { mustBeCurrent, mustBeOpen, pullRequestOf, versionIn } from './find.ts';
import type { Person } from './person.ts';
import { type Participant, type PullRequest, type ReviewStatus, reviewersOf } from './pull-request.ts';
import { readReviewers } from './read-fields.ts';
import { participantShape, participantShapes } from './shapes.ts';
import { type Doer, doerOf, note, type Rooms, tell } from './tell.ts';
import { assign, tellReviewers } from './update.ts';

const kinds = {
  APPROVED: { action: 'APPROVED', event: 'reviewer:approved' },
  NEEDS_WORK: { action: 'REVIEWED', event: 'reviewer:needs_work' },
  UNAPPROVED: { action: 'UNAPPROVED', event: 'reviewer:unapproved' },
} as const satisfies Readonly<Record<ReviewStatus, { action: string; event: string }>>;

const isStatus = (text: unknown): text is ReviewStatus =>
  typeof text === 'string' && Object.hasOwn(kinds, text);

/** `approve`: with POST and DELETE, for the caller. */
export async function setApproval(
  call: ServerCall,
  rooms: Rooms,
  status: 'APPROVED' | 'UNAPPROVED',
): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  const doer = doerOf(call, rooms);
  mustBeOpen(pullRequest);
  if (status === 'UNAPPROVED' && !pullRequest.participants.has(doer.person.key))
    throw noSuchUser(doer.person.key);
  return json(participantShape(review(pullRequest, status, { rooms, doer }), doer.scope));
}

/** `participants/{userSlug}`: for the caller alone. */
export async function setStatus(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  const doer = doerOf(call, rooms);
  const body = await jsonBody(call);
  if ((call.params['userSlug'] ?? '').toLowerCase() !== doer.person.key) throw notPermitted();
  const version = versionIn(call, body);
  if (version !== -1) mustBeCurrent(pullRequest, version, { call, rooms });
  mustBeOpen(pullRequest);
  const { status, approved, lastReviewedCommit } = body;
  const wanted =
    status ?? (typeof approved === 'boolean' ? (approved ? 'APPROVED' : 'UNAPPROVED') : undefined);
  if (!isStatus(wanted)) throw badField('status', `A status is one of ${Object.keys(kinds).join(', ')}.`);
  if (lastReviewedCommit !== undefined && lastReviewedCommit !== pullRequest.from.hash)
    throw new ServerError(409, 'The pull request has been updated since the commit that was reviewed.', null);
  return json(participantShape(review(pullRequest, wanted, { rooms, doer }), doer.scope));
}

/** Whoever reviews without having been asked becomes a reviewer. The same status again changes and tells nothing. */
function review(
  pullRequest: PullRequest,
  status: ReviewStatus,
  { rooms, doer }: { rooms: Rooms; doer: Doer },
): Participant {
  const { person } = doer;
  const { author, participants, from } = pullRequest;
  if (author.key === person.key) throw badArgument('Authors may not update their status.');
  const participant = participants.get(person.key) ?? reviewer(person);
  const before = participant.status;
  if (status !== 'UNAPPROVED') Object.assign(participant, { role: 'REVIEWER', lastReviewed: from.hash });
  participant.status = status;
  participants.set(person.key, participant);
  if (before === status) return participant;
  const { action, event } = kinds[status];
  note(rooms, pullRequest, { action, person });
  const more = { participant: participantShape(participant, doer.scope), previousStatus: before };
  tell(rooms, pullRequest, { event, doer, more });
  return participant;
}

export async function listParticipants(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  const scope = { base: call.base, users: rooms.world.users };
  return pageOf(call, participantShapes(pullRequest, scope), (shape) => shape);
}

/** `{ user: { name }, role: 'REVIEWER' }` */
export async function addReviewer(call: ServerCall, rooms: Rooms): Promise<Response> {
  const { world } = rooms;
  const pullRequest = await pullRequestOf(call, rooms, 'write');
  const doer = doerOf(call, rooms);
  const { role, user } = await jsonBody(call);
  mustBeOpen(pullRequest);
  if (role !== 'REVIEWER' || !isRecord(user)) throw badField('role', 'Only the role REVIEWER can be given.');
  const { author, to } = pullRequest;
  const [person] = readReviewers({ reviewers: [{ user }] }, { world, home: to.found, author });
  if (person === undefined) throw badField('user', 'A user is needed.');
  reassign(pullRequest, [...current(pullRequest, person), person], { rooms, doer });
  const added = pullRequest.participants.get(person.key) ?? reviewer(person);
  return json(participantShape(added, doer.scope));
}

/** By `username`, or by the path. One who is no reviewer stays what they are. */
export async function removeReviewer(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms, 'write');
  const doer = doerOf(call, rooms);
  mustBeOpen(pullRequest);
  const named = call.params['userSlug'] ?? call.query.get('username') ?? '';
  if (named === '') throw badField('username', 'A user is needed.');
  const wanted = named.toLowerCase();
  const user = rooms.world.users.find(
    (one) => one.username.toLowerCase() === wanted || userSlug(one) === wanted,
  );
  if (user === undefined) throw noSuchUser(named);
  reassign(pullRequest, current(pullRequest, { key: userSlug(user) }), { rooms, doer });
  return new Response(null, { status: 204 });
}

/** The reviewers of now without this one. */
const current = (pullRequest: PullRequest, { key }: Pick<Person, 'key'>): Person[] =>
  reviewersOf(pullRequest)
    .map(({ person }) => person)
    .filter((person) => person.key !== key);

function reassign(
  pullRequest: PullRequest,
  reviewers: readonly Person[],
  { rooms, doer }: { rooms: Rooms; doer: Doer },
): void {
  const moved = assign(pullRequest, reviewers);
  if (moved.added.length + moved.removed.length === 0) return;
  note(rooms, pullRequest, { action: 'UPDATED', person: doer.person, reviewers: moved });
  tellReviewers(rooms, pullRequest, { doer, moved });
}
