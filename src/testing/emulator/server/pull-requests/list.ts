/** Pull requests as lists: those of a repository, and those that somebody has to do with. */
import { json, type ServerCall } from '../call.ts';
import { badField, noSuchUser, notPermitted } from '../errors.ts';
import { repositoryOf } from '../find.ts';
import { pageOf } from '../paging.ts';
import { isAtLeast } from '../principal.ts';
import { freshen, pullRequestOf, shelved } from './find.ts';
import { personOf, userPerson } from './person.ts';
import { isOpen, type PullRequest } from './pull-request.ts';
import { pullRequestShape } from './shapes.ts';
import type { Rooms } from './tell.ts';

type Test = (pullRequest: PullRequest) => boolean;

const states = ['OPEN', 'MERGED', 'DECLINED', 'ALL'];

/** Open ones to the repository, newest first, unless the query says otherwise. */
export async function listPullRequests(call: ServerCall, rooms: Rooms): Promise<Response> {
  const { query } = call;
  const found = repositoryOf(rooms.world, call);
  const direction = oneOf(query, 'direction', ['INCOMING', 'OUTGOING']);
  const all =
    direction === 'INCOMING'
      ? shelved(rooms, found)
      : everywhere(rooms).filter((one) => one.from.found === found && canSee(call, one));
  const side = direction === 'INCOMING' ? 'to' : 'from';
  const at = query.get('at');
  const tests: Test[] = [
    stateTest(oneOf(query, 'state', states)),
    (one) => at === null || `refs/${one[side].kind}/${one[side].name}` === at,
    textTest(query.get('filterText')),
    draftTest(query.get('draft')),
    ...participantTests(query),
  ];
  const order = oneOf(query, 'order', ['NEWEST', 'OLDEST']);
  return answer(
    call,
    rooms,
    inOrder(
      all.filter((one) => tests.every((holds) => holds(one))),
      order,
    ),
  );
}

export async function getPullRequest(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  return json(pullRequestShape(pullRequest, { base: call.base, users: rooms.world.users }));
}

/** Of all repositories that the caller may see, those where a user is author, reviewer or takes part. */
export async function dashboard(call: ServerCall, rooms: Rooms): Promise<Response> {
  const { query } = call;
  const key = involvedKey(call, rooms);
  const role = query.get('role');
  const statuses = query.get('participantStatus')?.toUpperCase().split(',');
  const seconds = Number(query.get('closedSince') ?? Number.NaN);
  const tests: Test[] = [
    stateTest(query.has('state') ? oneOf(query, 'state', states) : 'ALL'),
    (one) => roleOf(one, key) !== undefined && (role === null || roleOf(one, key) === role.toUpperCase()),
    (one) => statuses === undefined || statuses.includes(statusOf(one, key)),
    ({ closedDate = 0 }) => Number.isNaN(seconds) || closedDate > rooms.context.now() - seconds * 1_000,
  ];
  const all = everywhere(rooms).filter((one) => canSee(call, one) && tests.every((holds) => holds(one)));
  const order = query.get('order')?.toUpperCase() === 'OLDEST' ? 'OLDEST' : 'NEWEST';
  return answer(call, rooms, inOrder(all, order));
}

function involvedKey({ principal, query }: ServerCall, { world }: Rooms): string {
  const own = personOf(principal);
  const named = query.get('user');
  if (named === null) return own.key;
  const user = world.users.find(({ username }) => username.toLowerCase() === named.toLowerCase());
  if (user === undefined) throw noSuchUser(named);
  return userPerson(user).key;
}

/** Open ones that wait for the caller's review; with `role=author`, the caller's own. */
function inboxOf(call: ServerCall, rooms: Rooms): PullRequest[] {
  const { key } = personOf(call.principal);
  if (call.principal.user === undefined) throw notPermitted();
  const role = oneOf(call.query, 'role', ['REVIEWER', 'AUTHOR']);
  const waits: Test = (one) =>
    roleOf(one, key) === role && (role === 'AUTHOR' || statusOf(one, key) === 'UNAPPROVED');
  return everywhere(rooms).filter((one) => isOpen(one) && canSee(call, one) && waits(one));
}

export const inbox = (call: ServerCall, rooms: Rooms): Promise<Response> =>
  answer(call, rooms, inOrder(inboxOf(call, rooms), 'NEWEST'));

export const inboxCount = (call: ServerCall, rooms: Rooms): Response =>
  json({ count: inboxOf(call, rooms).length });

async function answer(call: ServerCall, { world }: Rooms, found: readonly PullRequest[]): Promise<Response> {
  const scope = { base: call.base, users: world.users };
  return pageOf(call, found, async (one) => {
    await freshen(one);
    return pullRequestShape(one, scope);
  });
}

/** By age; ids count within one repository only. */
function inOrder(found: readonly PullRequest[], order: string): PullRequest[] {
  const oldestFirst = found.toSorted(
    (left, right) => left.createdDate - right.createdDate || left.id - right.id,
  );
  return order === 'OLDEST' ? oldestFirst : oldestFirst.toReversed();
}

const everywhere = (rooms: Rooms): PullRequest[] =>
  rooms.world.repositories().flatMap((found) => shelved(rooms, found));

const canSee = ({ principal }: ServerCall, { to }: PullRequest): boolean =>
  isAtLeast(principal.roleIn(to.found), 'read');

/** The first is what is meant where nothing is said. */
function oneOf(query: URLSearchParams, name: string, known: readonly string[]): string {
  const given = (query.get(name) || known[0] || '').toUpperCase();
  if (!known.includes(given)) throw badField(name, `${given} is none of ${known.join(', ')}.`);
  return given;
}

const stateTest =
  (wanted: string): Test =>
  ({ state }) =>
    wanted === 'ALL' || state === wanted;

function textTest(text: string | null): Test {
  const wanted = text?.toLowerCase() ?? '';
  return ({ title, description }) =>
    title.toLowerCase().includes(wanted) || description.toLowerCase().includes(wanted);
}

const draftTest =
  (given: string | null): Test =>
  ({ draft }) =>
    given === null || draft === (given === 'true');

/** `username.1`, `role.1`, `approved.1`, and so on to 10. */
function participantTests(query: URLSearchParams): Test[] {
  const tests: Test[] = [];
  for (let index = 1; index <= 10 && query.has(`username.${index}`); index += 1) {
    const key = (query.get(`username.${index}`) ?? '').toLowerCase();
    const role = query.get(`role.${index}`)?.toUpperCase();
    const approved = query.get(`approved.${index}`);
    tests.push(
      (one) =>
        roleOf(one, key) !== undefined &&
        (role === undefined || roleOf(one, key) === role) &&
        (approved === null || (statusOf(one, key) === 'APPROVED') === (approved === 'true')),
    );
  }
  return tests;
}

const roleOf = ({ author, participants }: PullRequest, key: string): string | undefined =>
  author.key === key ? 'AUTHOR' : participants.get(key)?.role;

const statusOf = ({ participants }: PullRequest, key: string): string =>
  participants.get(key)?.status ?? 'UNAPPROVED';
