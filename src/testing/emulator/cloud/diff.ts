/** What changed: `diff`, `diffstat` and `patch` of one commit or of two. */
import type { EmulatorContext } from '../context.ts';
import {
  type Comparison,
  type FileChange,
  listChanges,
  mergeBase,
  streamDiff,
  streamPatch,
  streamPatches,
} from '../git/diff.ts';
import { readCommit } from '../git/log.ts';
import type { GitRepository } from '../git/repository.ts';
import { repositoryPath } from '../git/revision.ts';
import type { Repository } from '../world.ts';
import { repositoryOf } from './access.ts';
import { type Call, flag, type Route } from './call.ts';
import { commitOf } from './commits.ts';
import { commitNotFound, notFound, RestError } from './errors.ts';
import { escapePath } from './escape-path.ts';
import { pageAnswer, pageRequest } from './paging.ts';
import { encodePath, type Json, link, repositoryAddress } from './shapes.ts';

export function diffRoutes({ world }: EmulatorContext): Route[] {
  const below = '/repositories/{workspace}/{repo_slug}';
  return [
    {
      method: 'GET',
      pattern: `${below}/diff/{spec...}`,
      right: 'repository:read',
      handler: async (call) => {
        const { git } = repositoryOf(world, call);
        const comparison = await readComparison(call, git);
        return text(streamDiff(git, { ...comparison, context: contextOf(call) }));
      },
    },
    {
      method: 'GET',
      pattern: `${below}/diffstat/{spec...}`,
      right: 'repository:read',
      handler: async (call) => {
        const repository = repositoryOf(world, call);
        const page = pageRequest(call.query, { byDefault: 500, most: 5_000 });
        const comparison = await readComparison(call, repository.git);
        const changes = await listChanges(repository.git, comparison);
        const values = changes
          .slice(page.skip, page.skip + page.pagelen)
          .map((change) => diffstatShape(change, { call, repository, comparison }));
        return pageAnswer(call, page, { values, size: changes.length });
      },
    },
    {
      method: 'GET',
      pattern: `${below}/patch/{spec...}`,
      right: 'repository:read',
      handler: async (call) => {
        const { git } = repositoryOf(world, call);
        const [source = '', destination] = splitSpec(call);
        const hash = await commitOf(git, source);
        if (destination === undefined) return text(streamPatch(git, hash));
        return text(streamPatches(git, { source: hash, destination: await commitOf(git, destination) }));
      },
    },
  ];
}

const text = (body: ReadableStream<Uint8Array>): Response =>
  new Response(body, { headers: { 'content-type': 'text/plain' } });

/** One revision, or two with `..` between them. */
function splitSpec(call: Call): string[] {
  const spec = call.params['spec'] ?? '';
  const parts = spec.split('..');
  if (parts.length > 2 || parts.includes('')) throw commitNotFound(spec);
  return parts;
}

/**
 * The trees to compare. Of two revisions the first has the changes and the second is the state before, which is the
 * opposite of `git diff`; the state before is their merge base unless `topic=false` (or, in older words, `merge=false`).
 */
async function readComparison(call: Call, git: GitRepository): Promise<Comparison> {
  const { query } = call;
  const options = {
    paths: readPaths(query),
    renames: flag(query, 'renames', true),
    ignoreWhitespace: flag(query, 'ignore_whitespace', false),
  };
  if (query.has('topic') && query.has('merge')) {
    throw new RestError(400, 'The merge and topic parameters cannot be used together');
  }
  const [source = '', destination] = splitSpec(call);
  const to = await commitOf(git, source);
  if (destination === undefined) {
    const parent = (await readCommit(git, to))?.parents[0];
    return { ...options, from: await parentOrEmpty(git, parent), to };
  }
  const other = await commitOf(git, destination);
  const threeDot = flag(query, query.has('merge') ? 'merge' : 'topic', true);
  const base = threeDot ? await mergeBase(git, other, to) : undefined;
  return { ...options, from: base ?? other, to };
}

/** In a shallow repository the first commits name parents that are not there. */
async function parentOrEmpty(git: GitRepository, parent: string | undefined): Promise<string> {
  const known = parent === undefined ? undefined : await git.objects.info(parent);
  return known?.hash ?? git.emptyTree;
}

function readPaths(query: URLSearchParams): string[] {
  return query.getAll('path').map((path) => {
    const clean = repositoryPath(path);
    if (clean === undefined) throw notFound(`No such file or directory: ${path}`);
    return clean === '' ? '.' : clean;
  });
}

function contextOf({ query }: Call): number {
  const value = query.get('context') ?? '3';
  if (!/^\d{1,6}$/.test(value)) throw new RestError(400, 'context: a whole number is needed');
  return Number(value);
}

interface Place {
  readonly call: Call;
  readonly repository: Repository;
  readonly comparison: Comparison;
}

function diffstatShape(
  { status, oldPath, newPath, linesAdded, linesRemoved }: FileChange,
  place: Place,
): Json {
  return {
    type: 'diffstat',
    status,
    lines_added: linesAdded,
    lines_removed: linesRemoved,
    old: fileShape(oldPath, place.comparison.from, place),
    new: fileShape(newPath, place.comparison.to, place),
  };
}

function fileShape(path: string | undefined, commit: string, { call, repository }: Place): Json | null {
  if (path === undefined) return null;
  const self = `${repositoryAddress(repository, call.origins)}/src/${commit}/${encodePath(path)}`;
  return { type: 'commit_file', path, escaped_path: escapePath(path), links: { self: link(self) } };
}
