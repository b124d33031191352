/** Changed files: of one commit, and between two. */
import { mergeBase } from '../git/diff.ts';
import { readCommit } from '../git/log.ts';
import { json, type ServerCall, type ServerRoute } from './call.ts';
import { comparedCommits } from './commits.ts';
import { commitOf, repositoryOf } from './find.ts';
import { type GitChange, walkChanges } from './git-changes.ts';
import { pageRequest, pageShape } from './paging.ts';
import { type Json, pathShape } from './shapes.ts';
import type { ServerRepository, ServerWorld } from './world.ts';

/** `page.max.changes`: what lies beyond cannot be asked for. */
const mostChanges = 1_000;

export function changeRoutes(world: ServerWorld): ServerRoute[] {
  const repository = '/projects/{projectKey}/repos/{repositorySlug}';
  return [
    {
      method: 'GET',
      pattern: `${repository}/commits/{commitId}/changes`,
      handler: async (call) => {
        const found = repositoryOf(world, call);
        const toHash = await commitOf(found, call.params['commitId'] ?? '');
        const since = call.query.get('since');
        const fromHash = since === null ? await firstParent(found, toHash) : await commitOf(found, since);
        return changesAnswer(call, found, {
          from: fromHash,
          to: toHash,
          more: { fromHash: fromHash ?? null, toHash },
        });
      },
    },
    {
      method: 'GET',
      pattern: `${repository}/compare/changes`,
      handler: async (call) => {
        const found = repositoryOf(world, call);
        const { from, to } = await comparedTrees(call, found, world);
        return changesAnswer(call, found, { from, to, more: {} });
      },
    },
  ];
}

/** What `from` has changed since it parted from `to`. */
export async function comparedTrees(
  call: ServerCall,
  found: ServerRepository,
  world: ServerWorld,
): Promise<{ from: string; to: string }> {
  const { from, to } = await comparedCommits(call, found, world);
  return { from: (await mergeBase(found.repository.git, from, to)) ?? to, to: from };
}

/** `undefined` for a first commit. */
export async function firstParent(
  { repository }: ServerRepository,
  hash: string,
): Promise<string | undefined> {
  return (await readCommit(repository.git, hash))?.parents[0];
}

interface Ends {
  readonly from: string | undefined;
  readonly to: string;
  readonly more: Json;
}

export async function changesAnswer(
  { query, base }: ServerCall,
  { repository: { git }, project, slug }: ServerRepository,
  { from = git.emptyTree, to, more }: Ends,
): Promise<Response> {
  const page = pageRequest(query, { most: mostChanges });
  const href = `${base}/projects/${project.key}/repos/${slug}/commits/${to}`;
  const values: Json[] = [];
  let next: number | undefined;
  let index = 0;
  for await (const change of walkChanges(git, { from, to })) {
    if (index >= page.start + page.limit) {
      next = index;
      break;
    }
    if (index >= page.start) values.push(changeShape(change, href));
    index += 1;
  }
  const shape = pageShape(page, { values, next });
  // The cap is told by a page that is not the last and names no next one.
  const end = next === undefined || next < mostChanges ? {} : { isLastPage: false, nextPageStart: null };
  return json({ ...more, ...shape, ...end });
}

const types: Readonly<Record<GitChange['letter'], readonly [type: string, gitType: string]>> = {
  A: ['ADD', 'ADD'],
  C: ['COPY', 'COPY'],
  D: ['DELETE', 'DELETE'],
  M: ['MODIFY', 'MODIFY'],
  R: ['MOVE', 'RENAME'],
  T: ['MODIFY', 'MODIFY'],
};

const isExecutable = (mode: string): boolean => mode === '100755';

function changeShape({ letter, score, path, srcPath, ...sides }: GitChange, href: string): Json {
  const [type, gitChangeType] = types[letter];
  return {
    contentId: sides.hash,
    fromContentId: sides.srcHash,
    path: pathShape(path),
    ...(letter === 'D' ? {} : { executable: isExecutable(sides.mode) }),
    percentUnchanged: score ?? -1,
    type,
    nodeType: sides.mode === '160000' || sides.srcMode === '160000' ? 'SUBMODULE' : 'FILE',
    ...(srcPath === undefined ? {} : { srcPath: pathShape(srcPath) }),
    ...(letter === 'A' ? {} : { srcExecutable: isExecutable(sides.srcMode) }),
    links: { self: [{ href: `${href}#${encodeURI(path)}` }] },
    properties: { gitChangeType },
  };
}
