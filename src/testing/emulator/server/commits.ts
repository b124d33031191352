/** Commits: pages of a history, one of them, and what two have not in common. */
import { listFileHistory } from '../git/file-history.ts';
import { type HistoryRange, listHistory, readCommit, readCommits } from '../git/log.ts';
import { isTrue, json, type ServerCall, type ServerRoute } from './call.ts';
import { badArgument, noSuchCommit, ServerError } from './errors.ts';
import { commitOf, pathOf, repositoryOf } from './find.ts';
import { type PageRequest, pageRequest, pageShape } from './paging.ts';
import { scopeOf } from './repositories.ts';
import { commitShape, fullCommitShape } from './shapes.ts';
import type { ServerRepository, ServerWorld } from './world.ts';

/** `page.max.commits`: whoever asks for more gets this many. */
const mostCommits = 100;

export function commitRoutes(world: ServerWorld): ServerRoute[] {
  const repository = '/projects/{projectKey}/repos/{repositorySlug}';
  return [
    { method: 'GET', pattern: `${repository}/commits`, handler: (call) => listCommits(call, world) },
    { method: 'GET', pattern: `${repository}/commits/{commitId}`, handler: (call) => oneCommit(call, world) },
    {
      method: 'GET',
      pattern: `${repository}/compare/commits`,
      handler: async (call) => {
        const found = repositoryOf(world, call);
        const { from, to } = await comparedCommits(call, found, world);
        return answer(call, world, { found, range: { include: [from], exclude: [to] } });
      },
    },
  ];
}

/**
 * The two ends of a comparison: `from` has the changes, `to` is what they would go to. `fromRepo` may name another
 * repository only if that is the same one.
 */
export async function comparedCommits(
  { query }: ServerCall,
  found: ServerRepository,
  world: ServerWorld,
): Promise<{ from: string; to: string }> {
  const [projectKey = '', slug = ''] = query.get('fromRepo')?.split('/') ?? [];
  const other = slug === '' ? found : world.findRepository(projectKey, slug);
  const isSame = query.get('fromRepo') === String(found.id) || other === found;
  if (query.has('fromRepo') && !isSame) throw badArgument('The emulator compares inside one repository only');
  return {
    from: await commitOf(found, query.get('from')),
    to: await commitOf(found, query.get('to')),
  };
}

const mergeFilters: Readonly<Record<string, HistoryRange['merges']>> = {
  include: undefined,
  exclude: 'exclude',
  only: 'only',
};

async function listCommits(call: ServerCall, world: ServerWorld): Promise<Response> {
  const { query } = call;
  const found = repositoryOf(world, call);
  const merges = query.get('merges')?.toLowerCase() ?? 'include';
  if (!Object.hasOwn(mergeFilters, merges)) throw badArgument(`'${merges}' is no filter for merges`);
  const ends = await Promise.all(
    (['until', 'since'] as const).map((name) => endOf(found, query.get(name), { name, query })),
  );
  const [until, since] = ends;
  // `until` was not there and was to be ignored.
  const include = typeof until === 'string' ? [until] : [];
  const range = {
    include,
    exclude: typeof since === 'string' ? [since] : [],
    path: pathOf(query.get('path') ?? '', query.get('until') ?? 'HEAD'),
    merges: mergeFilters[merges],
  };
  const follows = isTrue(query, 'followRenames') && range.path !== '' && include.length > 0;
  return answer(call, world, { found, range, follows });
}

/** @throws ServerError 404 unless commits that are not there are to be ignored */
async function endOf(
  found: ServerRepository,
  revision: string | null,
  { name, query }: { name: 'until' | 'since'; query: URLSearchParams },
): Promise<string | undefined> {
  if (name === 'since' && (revision === null || revision === '')) return undefined;
  try {
    return await commitOf(found, revision);
  } catch (error) {
    if (error instanceof ServerError && revision !== null && isTrue(query, 'ignoreMissing')) return undefined;
    throw error;
  }
}

interface Walk {
  readonly found: ServerRepository;
  readonly range: HistoryRange;
  /** Goes past renames of the one file. */
  readonly follows?: boolean;
}

async function answer(call: ServerCall, world: ServerWorld, walk: Walk): Promise<Response> {
  const page = pageRequest(call.query, { most: mostCommits });
  const hashes = await hashesOf(walk, page);
  const commits = await readCommits(walk.found.repository.git, hashes.slice(0, page.limit));
  const values = commits.map((commit) => commitShape(commit, scopeOf(call, world)));
  const next = hashes.length > page.limit ? page.start + page.limit : undefined;
  return json(pageShape(page, { values, next }));
}

/** One more than the page has, if there is one. */
async function hashesOf({ found, range, follows }: Walk, { start, limit }: PageRequest): Promise<string[]> {
  const { git } = found.repository;
  const window = { skip: start, count: limit + 1 };
  const [commit] = range.include;
  if (!follows || commit === undefined) return listHistory(git, range, window);
  const versions = await listFileHistory(git, { commit, path: range.path ?? '', follow: true }, window);
  return versions.map((version) => version.commit);
}

async function oneCommit(call: ServerCall, world: ServerWorld): Promise<Response> {
  const found = repositoryOf(world, call);
  const { git } = found.repository;
  const id = call.params['commitId'] ?? '';
  const commit = await readCommit(git, await commitOf(found, id));
  if (commit === undefined) throw noSuchCommit(id, found.slug);
  const parents = await readCommits(git, commit.parents);
  return json(fullCommitShape(commit, { parents, scope: scopeOf(call, world) }));
}
