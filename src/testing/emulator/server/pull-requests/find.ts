/** The pull request that a path names, brought up to date, and whether the caller knows its version. */
import { findRef, targetOf } from '../../git/refs.ts';
import type { ServerCall } from '../call.ts';
import { badArgument, notPermitted } from '../errors.ts';
import { repositoryOf } from '../find.ts';
import { isAtLeast } from '../principal.ts';
import type { ServerRepository } from '../world.ts';
import type { Person } from './person.ts';
import { isOpen, type PullRequest } from './pull-request.ts';
import { noSuchPullRequest, outOfDate, wrongState } from './refusals.ts';
import { pullRequestShape } from './shapes.ts';
import type { Rooms } from './tell.ts';

/** @throws ServerError 404 when there is none, 401 for one whose repository the caller may not use like this */
export async function pullRequestOf(
  call: ServerCall,
  { world, book }: Rooms,
  needed: 'read' | 'write' = 'read',
): Promise<PullRequest> {
  const found = repositoryOf(world, call, needed);
  const id = call.params['pullRequestId'] ?? '';
  const known = /^\d{1,9}$/.test(id) ? book.shelf(found.repository).all.get(Number(id)) : undefined;
  if (known === undefined) throw noSuchPullRequest(id, `${found.project.key}/${found.slug}`);
  await freshen(known);
  return known;
}

/** While it is open, the target is where its branch is; a closed one keeps what it had. */
export async function freshen({ state, to }: Pick<PullRequest, 'state' | 'to'>): Promise<void> {
  if (state !== 'OPEN') return;
  const { git } = to.found.repository;
  const ref = await findRef(git, 'heads', to.name);
  const hash = ref === undefined ? undefined : await targetOf(git, ref);
  if (hash !== undefined) to.hash = hash;
}

/** The version that a call names in its query or, since 8.0, in its body; -1 where it names none. */
export function versionIn({ query }: ServerCall, body: Readonly<Record<string, unknown>>): number {
  const given = body['version'] ?? query.get('version') ?? undefined;
  if (given === undefined) return -1;
  const version = Number(given);
  if (!Number.isInteger(version)) throw badArgument("The 'version' is not a whole number");
  return version;
}

/** @throws ServerError 409 for a version that is not the one of now */
export function mustBeCurrent(
  pullRequest: PullRequest,
  version: number,
  { call, rooms }: { call: ServerCall; rooms: Rooms },
): void {
  if (pullRequest.version === version) return;
  const scope = { base: call.base, users: rooms.world.users };
  throw outOfDate(pullRequest.version, version, pullRequestShape(pullRequest, scope));
}

/** @throws ServerError 409 for what can be done to open ones only */
export function mustBeOpen(pullRequest: PullRequest): void {
  if (isOpen(pullRequest)) return;
  throw wrongState(`This pull request has already been ${pullRequest.state.toLowerCase()}.`);
}

/** Its author may do it, and whoever has this role. @throws ServerError 401 */
export function mustBeAuthorOr(
  role: 'write' | 'admin',
  { author, to }: PullRequest,
  { call, person }: { call: ServerCall; person: Person },
): void {
  const allowed = author.key === person.key || isAtLeast(call.principal.roleIn(to.found), role);
  if (!allowed) throw notPermitted();
}

/** All that the repository has. */
export const shelved = ({ book }: Rooms, { repository }: ServerRepository): PullRequest[] => [
  ...book.shelf(repository).all.values(),
];
