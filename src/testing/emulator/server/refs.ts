/** Branches, tags and the default branch. */
import {
  findRef,
  type GitRef,
  listRefs,
  mainBranch,
  type RefKind,
  setMainBranch,
  targetOf,
} from '../git/refs.ts';
import { json, jsonBody, type ServerCall, type ServerRoute } from './call.ts';
import { badField, noDefaultBranch, noSuchTag, ServerError } from './errors.ts';
import { repositoryOf } from './find.ts';
import { pageOf } from './paging.ts';
import { type Json, minimalRef } from './shapes.ts';
import type { ServerRepository, ServerWorld } from './world.ts';

export function refRoutes(world: ServerWorld): ServerRoute[] {
  const repository = '/projects/{projectKey}/repos/{repositorySlug}';
  const readDefault = (call: ServerCall) => defaultBranch(repositoryOf(world, call));
  return [
    {
      method: 'GET',
      pattern: `${repository}/branches`,
      handler: (call) => listAnswer(call, repositoryOf(world, call), 'heads'),
    },
    {
      method: 'GET',
      pattern: `${repository}/tags`,
      handler: (call) => listAnswer(call, repositoryOf(world, call), 'tags'),
    },
    {
      method: 'GET',
      pattern: `${repository}/tags/{name...}`,
      handler: async (call) => {
        const found = repositoryOf(world, call);
        const name = (call.params['name'] ?? '').replace(/^refs\/tags\//, '');
        const ref = await findRef(found.repository.git, 'tags', name);
        const shape = ref === undefined ? undefined : await refShape(found, 'tags', ref);
        if (shape === undefined) throw noSuchTag(name);
        return json(shape);
      },
    },
    { method: 'GET', pattern: `${repository}/branches/default`, handler: readDefault },
    { method: 'GET', pattern: `${repository}/default-branch`, handler: readDefault },
    {
      method: 'PUT',
      pattern: `${repository}/default-branch`,
      handler: (call) => changeDefault(call, repositoryOf(world, call, 'admin')),
    },
  ];
}

async function listAnswer(call: ServerCall, found: ServerRepository, kind: RefKind): Promise<Response> {
  const { git } = found.repository;
  const filter = call.query.get('filterText')?.toLowerCase() ?? '';
  const refs = (await listRefs(git, kind)).filter(({ name }) => name.toLowerCase().includes(filter));
  const main = await mainBranch(git);
  const shapes = await Promise.all(refs.map((ref) => refShape(found, kind, ref, main)));
  return pageOf(
    call,
    // A tag may name what is no commit; Bitbucket has nothing to show for those.
    shapes.filter((shape) => shape !== undefined),
    (shape) => shape,
  );
}

async function refShape(
  { repository: { git } }: ServerRepository,
  kind: RefKind,
  ref: GitRef,
  main?: string | undefined,
): Promise<Json | undefined> {
  const target = await targetOf(git, ref);
  if (target === undefined) return undefined;
  const shape = { ...minimalRef(kind, ref.name), latestCommit: target, latestChangeset: target };
  if (kind === 'heads') return { ...shape, isDefault: ref.name === main };
  return { ...shape, hash: ref.type === 'tag' ? ref.hash : null };
}

async function defaultBranch(found: ServerRepository): Promise<Response> {
  const { git } = found.repository;
  const name = (await mainBranch(git)) ?? 'main';
  const ref = await findRef(git, 'heads', name);
  const shape = ref === undefined ? undefined : await refShape(found, 'heads', ref, name);
  if (shape === undefined) throw noDefaultBranch(`refs/heads/${name}`);
  return json(shape);
}

async function changeDefault(call: ServerCall, { repository: { git } }: ServerRepository): Promise<Response> {
  const { id } = await jsonBody(call);
  if (typeof id !== 'string') throw badField('id', 'A branch is needed.');
  const name = id.replace(/^refs\/heads\//, '');
  if ((await findRef(git, 'heads', name)) === undefined) {
    const kind = 'com.atlassian.bitbucket.repository.NoSuchBranchException';
    throw new ServerError(404, `Branch "${name}" does not exist`, kind);
  }
  await setMainBranch(git, name);
  return new Response(null, { status: 204 });
}
