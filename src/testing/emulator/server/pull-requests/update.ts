/** Changes a pull request: its text, its reviewers, where it goes. */
import { json, jsonBody, type ServerCall } from '../call.ts';
import { badField } from '../errors.ts';
import { type Json, minimalRef } from '../shapes.ts';
import { mustBeAlone, mustBeKin, mustDiffer, reviewer } from './create.ts';
import { mustBeAuthorOr, mustBeCurrent, mustBeOpen, pullRequestOf, shelved, versionIn } from './find.ts';
import type { Person } from './person.ts';
import { type PullRequest, reviewersOf, type Side } from './pull-request.ts';
import { type Body, readReviewers, readSide, readText } from './read-fields.ts';
import { pullRequestShape } from './shapes.ts';
import { type Doer, doerOf, note, type Rooms, tell } from './tell.ts';

/** A PUT for all that there is: reviewers and a description that it does not name are taken away. */
export async function updatePullRequest(call: ServerCall, rooms: Rooms): Promise<Response> {
  const { world } = rooms;
  const pullRequest = await pullRequestOf(call, rooms);
  const doer = doerOf(call, rooms);
  mustBeAuthorOr('write', pullRequest, { call, person: doer.person });
  const body = await jsonBody(call);
  if (body['version'] === undefined)
    throw badField('version', 'The version of the pull request is required.');
  if (body['author'] !== undefined && !isAuthor(body, pullRequest))
    throw badField('author', 'The author of a pull request cannot be changed.');
  const version = versionIn(call, body);
  mustBeCurrent(pullRequest, version, { call, rooms });
  mustBeOpen(pullRequest);
  const text = readText(body, pullRequest);
  const home = pullRequest.to.found;
  const reviewers = readReviewers(body, { world, home, author: pullRequest.author });
  const to =
    body['toRef'] === undefined
      ? pullRequest.to
      : await readSide(body, { field: 'toRef', home, world, call });
  if (to.name !== pullRequest.to.name) await mustFit(to, { pullRequest, rooms, doer });
  // Once more: somebody else may have changed it while git was asked.
  mustBeCurrent(pullRequest, version, { call, rooms });
  change({ ...pullRequest, ...text, to }, { pullRequest, reviewers, rooms, doer });
  return json(pullRequestShape(pullRequest, doer.scope));
}

const isAuthor = ({ author }: Body, { author: own }: PullRequest): boolean => {
  const name = (author as { user?: { name?: unknown } } | null)?.user?.name;
  return name === undefined || String(name) === (own.user?.username ?? own.key);
};

interface Fit {
  readonly pullRequest: PullRequest;
  readonly rooms: Rooms;
  readonly doer: Doer;
}

async function mustFit(to: Side, { pullRequest, rooms, doer }: Fit): Promise<void> {
  const { from } = pullRequest;
  mustBeKin(from, to);
  mustBeAlone(shelved(rooms, to.found), { from, to, scope: doer.scope });
  await mustDiffer(from, to);
}

function change(
  wanted: Pick<PullRequest, 'title' | 'description' | 'draft' | 'to'>,
  { pullRequest, reviewers, rooms, doer }: Fit & { readonly reviewers: readonly Person[] },
): void {
  const before = previous(pullRequest);
  const { title, description, draft, to } = wanted;
  const isModified =
    title !== pullRequest.title ||
    description !== pullRequest.description ||
    draft !== pullRequest.draft ||
    to.name !== pullRequest.to.name;
  Object.assign(pullRequest, { title, description, draft, to });
  const moved = assign(pullRequest, reviewers);
  pullRequest.version += 1;
  pullRequest.updatedDate = rooms.context.now();
  note(rooms, pullRequest, { action: 'UPDATED', person: doer.person, reviewers: moved });
  if (isModified) tell(rooms, pullRequest, { event: 'modified', doer, more: before });
  tellReviewers(rooms, pullRequest, { doer, moved });
}

function previous({ title, description, draft, to }: PullRequest): Json {
  const previousTarget = {
    ...minimalRef('heads', to.name),
    latestCommit: to.hash,
    latestChangeset: to.hash,
  };
  return {
    previousTitle: title,
    ...(description === '' ? {} : { previousDescription: description }),
    previousTarget,
    previousDraft: draft,
  };
}

interface Moved {
  readonly added: readonly Person[];
  readonly removed: readonly Person[];
}

/** Whoever is no longer asked stays as one who took part. */
export function assign(pullRequest: PullRequest, reviewers: readonly Person[]): Moved {
  const { participants } = pullRequest;
  const wanted = new Set(reviewers.map(({ key }) => key));
  const before = reviewersOf(pullRequest).map(({ person }) => person);
  const removed = before.filter(({ key }) => !wanted.has(key));
  const added = reviewers.filter(({ key }) => before.every((one) => one.key !== key));
  for (const { key } of removed) {
    const participant = participants.get(key);
    if (participant !== undefined) Object.assign(participant, { role: 'PARTICIPANT', status: 'UNAPPROVED' });
  }
  for (const person of added) participants.set(person.key, reviewer(person));
  return { added, removed };
}

export function tellReviewers(
  rooms: Rooms,
  pullRequest: PullRequest,
  { doer, moved: { added, removed } }: { doer: Doer; moved: Moved },
): void {
  if (added.length + removed.length === 0) return;
  const more = {
    addedReviewers: added.map((person) => person.shape(doer.scope)),
    removedReviewers: removed.map((person) => person.shape(doer.scope)),
  };
  tell(rooms, pullRequest, { event: 'reviewer:updated', doer, more });
}
