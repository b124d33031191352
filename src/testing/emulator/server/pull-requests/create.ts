/** Opens a pull request. */
import { listHistory } from '../../git/log.ts';
import { takeOver } from '../../git/write.ts';
import type { Repository } from '../../world.ts';
import { json, jsonBody, type ServerCall } from '../call.ts';
import { ServerError } from '../errors.ts';
import { repositoryOf } from '../find.ts';
import type { ShapeScope } from '../shapes.ts';
import type { ServerRepository } from '../world.ts';
import { shelved } from './find.ts';
import type { Person } from './person.ts';
import { isOpen, type Participant, type PullRequest, type Side } from './pull-request.ts';
import { readReviewers, readSide, readText } from './read-fields.ts';
import { duplicate, empty, wrongTarget } from './refusals.ts';
import { addressOf, placeOf, pullRequestShape } from './shapes.ts';
import { doerOf, note, type Rooms, tell } from './tell.ts';

export async function createPullRequest(call: ServerCall, rooms: Rooms): Promise<Response> {
  const { world, book, context } = rooms;
  const home = repositoryOf(world, call);
  const doer = doerOf(call, rooms);
  const body = await jsonBody(call);
  const text = readText(body, { title: '', draft: false });
  const from = await readSide(body, { field: 'fromRef', home, world, call });
  const to = await readSide(body, { field: 'toRef', home, world, call });
  const reviewers = readReviewers(body, { world, home, author: doer.person });
  mustBeKin(from, to);
  mustBeAlone(shelved(rooms, home), { from, to, scope: doer.scope });
  const shelf = book.shelf(home.repository);
  const id = shelf.last + 1;
  await bringHome(from, home, id);
  await mustDiffer(from, to);
  // Somebody else may have opened one while git was asked.
  if (shelf.last !== id - 1)
    throw new ServerError(409, 'Another pull request was opened meanwhile. Try again.', null);
  const now = context.now();
  const pullRequest: PullRequest = {
    ...{ id, author: doer.person, createdDate: now, updatedDate: now, closedDate: undefined },
    ...{ from, to, ...text, version: 0, state: 'OPEN', mergeCommit: undefined },
    participants: new Map(reviewers.map((person) => [person.key, reviewer(person)])),
    ...{ comments: [], activities: [] },
  };
  shelf.last = id;
  shelf.all.set(id, pullRequest);
  note(rooms, pullRequest, { action: 'OPENED', person: doer.person });
  tell(rooms, pullRequest, { event: 'opened', doer });
  const location = addressOf(pullRequest, call.base);
  return json(pullRequestShape(pullRequest, doer.scope), { status: 201, headers: { location } });
}

export const reviewer = (person: Person): Participant => ({
  person,
  role: 'REVIEWER',
  status: 'UNAPPROVED',
  lastReviewed: undefined,
});

const originOf = (repository: Repository): Repository =>
  repository.parent === undefined ? repository : originOf(repository.parent);

const isSame = (left: Side, right: Side): boolean =>
  left.found === right.found && left.kind === right.kind && left.name === right.name;

/** Both ends are of one hierarchy of forks, and not the same. */
export function mustBeKin(from: Side, to: Side): void {
  if (originOf(from.found.repository) !== originOf(to.found.repository))
    throw wrongTarget('Pull requests go between repositories of the same hierarchy only.');
  if (isSame(from, to)) throw wrongTarget('The source and the target of a pull request are the same branch.');
}

export function mustBeAlone(
  all: readonly PullRequest[],
  { from, to, scope }: { from: Side; to: Side; scope: ShapeScope },
): void {
  const other = all.find((one) => isOpen(one) && isSame(one.from, from) && isSame(one.to, to));
  if (other !== undefined) throw duplicate(pullRequestShape(other, scope));
}

/** What a fork's branch has is kept beside the target's own, where diffs and merges find it. */
export async function bringHome({ found, hash }: Side, home: ServerRepository, id: number): Promise<void> {
  if (found === home) return;
  const ref = `refs/pull-requests/server/${id}/from`;
  await takeOver(home.repository.git, { from: found.repository.git, hash, ref });
}

export async function mustDiffer(from: Side, to: Side): Promise<void> {
  const range = { include: [from.hash], exclude: [to.hash] };
  const ahead = await listHistory(to.found.repository.git, range, { count: 1 });
  if (ahead.length === 0) throw empty(to.name, from.name, placeOf(to));
}
