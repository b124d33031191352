/** Branches and tags. */
import type { EmulatorContext } from '../context.ts';
import { readCommit } from '../git/log.ts';
import { findRef, type GitRef, listRefs, type RefKind, targetOf } from '../git/refs.ts';
import type { Repository } from '../world.ts';
import { repositoryOf } from './access.ts';
import { type Call, json, type Route } from './call.ts';
import { changeRefRoutes } from './change-refs.ts';
import { type CommitScope, refShape } from './commit-shapes.ts';
import { notFound } from './errors.ts';
import { filterAndSort } from './filter.ts';
import { pageOf } from './paging.ts';
import { secondsDate } from './shapes.ts';

export function refRoutes(context: EmulatorContext): Route[] {
  const { world } = context;
  const below = '/repositories/{workspace}/{repo_slug}/refs';
  const list = (pattern: string, kinds: readonly RefKind[]): Route => ({
    method: 'GET',
    pattern,
    right: 'repository:read',
    handler: (call) => {
      const repository = repositoryOf(world, call);
      return listAnswer(call, kinds, { world, repository, origins: call.origins });
    },
  });
  const one = (pattern: string, kind: RefKind): Route => ({
    method: 'GET',
    pattern: `${pattern}/{name...}`,
    right: 'repository:read',
    handler: (call) => {
      const repository = repositoryOf(world, call);
      return oneAnswer(call, kind, { world, repository, origins: call.origins });
    },
  });
  return [
    list(below, ['heads', 'tags']),
    list(`${below}/branches`, ['heads']),
    list(`${below}/tags`, ['tags']),
    one(`${below}/branches`, 'heads'),
    one(`${below}/tags`, 'tags'),
    ...changeRefRoutes(`${below}/branches`, 'heads', context),
    ...changeRefRoutes(`${below}/tags`, 'tags', context),
  ];
}

interface Listed extends Pick<GitRef, 'name' | 'hash'> {
  readonly kind: RefKind;
  readonly type: 'branch' | 'tag';
  /** Only where the list is sorted or filtered by it. */
  readonly target?: { readonly hash: string; readonly date: string };
}

async function listAnswer(call: Call, kinds: readonly RefKind[], scope: CommitScope): Promise<Response> {
  const byTarget = `${call.query.get('q')} ${call.query.get('sort')}`.includes('target.');
  const lists = await Promise.all(kinds.map((kind) => readRefs(scope.repository, kind, byTarget)));
  const refs = filterAndSort(lists.flat(), call.query);
  return pageOf(call, refs, (ref) => refShape(ref.kind, ref, scope));
}

/** Tags may name what is no commit; Bitbucket has nothing to show for those. */
async function readRefs({ git }: Repository, kind: RefKind, byTarget: boolean): Promise<Listed[]> {
  const type = kind === 'heads' ? 'branch' : 'tag';
  const listed = await Promise.all(
    (await listRefs(git, kind)).map(async (ref): Promise<Listed[]> => {
      const hash = await targetOf(git, ref);
      if (hash === undefined) return [];
      const listed = { name: ref.name, hash: ref.hash, kind, type } as const;
      if (!byTarget) return [listed];
      const commit = await readCommit(git, hash);
      return [{ ...listed, target: { hash, date: secondsDate(commit?.author.time ?? 0) } }];
    }),
  );
  return listed.flat();
}

async function oneAnswer(call: Call, kind: RefKind, scope: CommitScope): Promise<Response> {
  const name = call.params['name'] ?? '';
  const ref = await findRef(scope.repository.git, kind, name);
  const shape = ref === undefined ? undefined : await refShape(kind, ref, scope);
  if (shape === undefined)
    throw notFound(`${kind === 'heads' ? 'Branch' : 'Tag'} ${JSON.stringify(name)} not found`);
  return json(call, shape);
}
