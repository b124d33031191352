/** Build statuses: of a commit in a repository, and by the older resource that knows commits alone. */
import type { Clock } from '../../../../shared/clock.ts';
import { isHash } from '../../git/revision.ts';
import { json, jsonBody, type ServerCall, type ServerRoute } from '../call.ts';
import { badArgument, badField, notPermitted, ServerError } from '../errors.ts';
import { repositoryOf } from '../find.ts';
import { pageOf } from '../paging.ts';
import { isAtLeast } from '../principal.ts';
import { personOf } from '../pull-requests/person.ts';
import type { ServerRepository, ServerWorld } from '../world.ts';
import {
  type BuildState,
  type BuildStatus,
  buildStatusShape,
  oldStatusShape,
  readBuildStatus,
} from './build-status.ts';

interface Rooms {
  readonly world: ServerWorld;
  readonly now: Clock;
  /** By commit; newest last. */
  readonly book: Map<string, BuildStatus[]>;
}

/** The routes of both resources, by what stands before the version in their paths. */
export function buildRoutes(
  world: ServerWorld,
  now: Clock,
): { readonly api: ServerRoute[]; readonly 'build-status': ServerRoute[] } {
  const rooms: Rooms = { world, now, book: new Map() };
  const pattern = '/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/builds';
  return {
    api: [
      { method: 'POST', pattern, handler: (call) => setStatus(call, rooms) },
      { method: 'GET', pattern, handler: (call) => readStatus(call, rooms) },
      { method: 'DELETE', pattern, handler: (call) => deleteStatus(call, rooms) },
    ],
    'build-status': [
      { method: 'GET', pattern: '/commits/stats/{commitId}', handler: (call) => stats(call, rooms) },
      { method: 'POST', pattern: '/commits/{commitId}', handler: (call) => setOldStatus(call, rooms) },
      { method: 'GET', pattern: '/commits/{commitId}', handler: (call) => listStatuses(call, rooms) },
    ],
  };
}

/** One that is not there is not refused: the OpenAPI file foresees no answer for it, and builds may outrun a push. */
export function hashOf({ params }: ServerCall): string {
  const id = params['commitId'] ?? '';
  if (!isHash(id) || id.length < 40) throw badArgument(`'${id}' is not the full hash of a commit`);
  return id;
}

type NewStatus = Pick<BuildStatus, 'key' | 'state' | 'url' | 'more' | 'found'>;

/** The newest takes the place of an older one with its key. */
function store({ book, now }: Rooms, commit: string, status: NewStatus): void {
  const before = book.get(commit) ?? [];
  const isSame = (one: BuildStatus): boolean => one.key === status.key && one.found === status.found;
  const createdDate = before.find(isSame)?.createdDate ?? now();
  const made: BuildStatus = { ...status, createdDate, updatedDate: now() };
  book.set(commit, [...before.filter((one) => !isSame(one)), made]);
}

async function setStatus(call: ServerCall, rooms: Rooms): Promise<Response> {
  const found = repositoryOf(rooms.world, call);
  personOf(call.principal);
  const commit = hashOf(call);
  store(rooms, commit, { ...readBuildStatus(await jsonBody(call)), found });
  return new Response(null, { status: 204 });
}

async function setOldStatus(call: ServerCall, rooms: Rooms): Promise<Response> {
  personOf(call.principal);
  const commit = hashOf(call);
  const read = readBuildStatus(await jsonBody(call), ['SUCCESSFUL', 'FAILED', 'INPROGRESS']);
  store(rooms, commit, { ...read, found: undefined });
  return new Response(null, { status: 204 });
}

/** One that was set for the commit alone holds in every repository. */
function statusOf(call: ServerCall, rooms: Rooms, found: ServerRepository): BuildStatus {
  const key = call.query.get('key');
  if (key === null || key === '') throw badField('key', 'The key of a build is required.');
  const all = rooms.book.get(hashOf(call)) ?? [];
  const status =
    all.find((one) => one.key === key && one.found === found) ??
    all.find((one) => one.key === key && one.found === undefined);
  if (status !== undefined) return status;
  throw new ServerError(
    404,
    `There is no build status with the key ${key}.`,
    'com.atlassian.bitbucket.dmz.build.status.NoSuchBuildStatusException',
  );
}

const readStatus = (call: ServerCall, rooms: Rooms): Response =>
  json(buildStatusShape(statusOf(call, rooms, repositoryOf(rooms.world, call))));

function deleteStatus(call: ServerCall, rooms: Rooms): Response {
  const status = statusOf(call, rooms, repositoryOf(rooms.world, call, 'admin'));
  const commit = hashOf(call);
  rooms.book.set(
    commit,
    (rooms.book.get(commit) ?? []).filter((one) => one !== status),
  );
  return new Response(null, { status: 204 });
}

/** Those of repositories that the caller may see, newest first. */
function visible(call: ServerCall, { book }: Rooms): BuildStatus[] {
  if (call.principal.kind === 'anonymous') throw notPermitted();
  const all = (book.get(call.params['commitId'] ?? '') ?? []).toReversed();
  return all.filter(({ found }) => found === undefined || isAtLeast(call.principal.roleIn(found), 'read'));
}

function listStatuses(call: ServerCall, rooms: Rooms): Promise<Response> {
  const newestFirst = visible(call, rooms);
  const isOldest = call.query.get('orderBy')?.toUpperCase() === 'OLDEST';
  return pageOf(call, isOldest ? newestFirst.toReversed() : newestFirst, oldStatusShape, { most: 100 });
}

function stats(call: ServerCall, rooms: Rooms): Response {
  const all = visible(call, rooms);
  const count = (state: BuildState): number => all.filter((one) => one.state === state).length;
  return json({
    successful: count('SUCCESSFUL'),
    inProgress: count('INPROGRESS'),
    failed: count('FAILED'),
    cancelled: count('CANCELLED'),
    unknown: count('UNKNOWN'),
  });
}
