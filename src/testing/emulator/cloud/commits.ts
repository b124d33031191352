/** Commits: one, and pages of a history. */

import { sha256Hex } from '../../../shared/bytes.ts';
import type { EmulatorContext } from '../context.ts';
import { type HistoryRange, listHistory, readCommit, readCommits } from '../git/log.ts';
import { listRefs, resolveRevision, targetOf } from '../git/refs.ts';
import type { GitRepository } from '../git/repository.ts';
import { repositoryPath } from '../git/revision.ts';
import type { Repository, World } from '../world.ts';
import { repositoryOf } from './access.ts';
import { bytesOf, type Call, json, type Route, sameAddress } from './call.ts';
import { commitShape } from './commit-shapes.ts';
import { commitNotFound, notFound, RestError } from './errors.ts';
import { pageRequest } from './paging.ts';

/** Walks that `next` links refer to are remembered up to this many hashes in all; the oldest is forgotten first. */
const rememberedHashes = 100_000;

export function commitRoutes({ world }: EmulatorContext): Route[] {
  const walks = new Map<string, HistoryRange>();
  const history = (call: Call) => listCommits(call, repositoryOf(world, call), { world, walks });
  const list = '/repositories/{workspace}/{repo_slug}/commits';
  const right = 'repository:read';
  return [
    { method: 'GET', pattern: list, right, handler: history },
    { method: 'POST', pattern: list, right, handler: history },
    { method: 'GET', pattern: `${list}/{revision...}`, right, handler: history },
    { method: 'POST', pattern: `${list}/{revision...}`, right, handler: history },
    {
      method: 'GET',
      pattern: '/repositories/{workspace}/{repo_slug}/commit/{commit...}',
      right,
      handler: async (call) => {
        const repository = repositoryOf(world, call);
        const revision = call.params['commit'] ?? '';
        const hash = await commitOf(repository.git, revision);
        const commit = await readCommit(repository.git, hash);
        if (commit === undefined) throw commitNotFound(revision);
        return json(call, {
          ...commitShape(commit, { world, repository, origins: call.origins }),
          participants: [],
        });
      },
    },
  ];
}

/** @throws RestError 404 naming the revision, as Bitbucket does */
export async function commitOf(git: GitRepository, revision: string): Promise<string> {
  const hash = await resolveRevision(git, revision);
  if (hash === undefined) throw commitNotFound(revision);
  return hash;
}

interface Walks {
  readonly world: World;
  readonly walks: Map<string, HistoryRange>;
}

/**
 * A page of a walk. The walk is fixed on its first page, so that a push between two pages shifts nothing: `next`
 * carries a key (`ctx`) of the hashes that it began with. A forgotten key starts again from the names.
 */
async function listCommits(call: Call, repository: Repository, { world, walks }: Walks): Promise<Response> {
  const form =
    call.request.method === 'POST'
      ? new URLSearchParams(new TextDecoder().decode(await bytesOf(call)))
      : new URLSearchParams();
  const query = new URLSearchParams([...call.query, ...form]);
  const { page, pagelen, skip } = pageRequest(query, { byDefault: 30 });
  const known = walks.get(query.get('ctx') ?? '');
  const range = known ?? (await readRange(call, query, repository));
  const hashes = await listHistory(repository.git, range, { skip, count: pagelen + 1 });
  if (page > 1 && hashes.length === 0) throw new RestError(400, 'Invalid page');
  const commits = await readCommits(repository.git, hashes.slice(0, pagelen));
  const scope = { world, repository, origins: call.origins };
  const values = commits.map((commit) => commitShape(commit, scope));
  if (hashes.length <= pagelen) return json(call, { values, pagelen });
  const next = new URLSearchParams(call.query);
  next.set('ctx', remember(walks, repository.uuid, range));
  next.set('page', String(page + 1));
  next.set('pagelen', String(pagelen));
  return json(call, { values, pagelen, next: sameAddress(call, next) });
}

function remember(walks: Map<string, HistoryRange>, repository: string, range: HistoryRange): string {
  const key = sha256Hex(JSON.stringify([repository, range.include, range.exclude, range.path ?? '']));
  walks.delete(key);
  walks.set(key, range);
  let hashes = [...walks.values()].reduce((sum, walk) => sum + sizeOf(walk), 0);
  for (const [oldest, walk] of walks) {
    if (hashes <= rememberedHashes || oldest === key) break;
    walks.delete(oldest);
    hashes -= sizeOf(walk);
  }
  return key;
}

const sizeOf = ({ include, exclude }: HistoryRange): number => include.length + exclude.length + 1;

async function readRange(call: Call, query: URLSearchParams, { git }: Repository): Promise<HistoryRange> {
  const revision = call.params['revision'];
  const names = [...(revision === undefined ? [] : [revision]), ...query.getAll('include')];
  const resolve = (all: readonly string[]) => Promise.all(all.map((name) => commitOf(git, name)));
  const exclude = await resolve(query.getAll('exclude'));
  const include = names.length === 0 ? await allTips(git) : await resolve(names);
  const path = repositoryPath(query.get('path') ?? '');
  if (path === undefined) throw notFound(`No such file or directory: ${query.get('path')}`);
  return { include, exclude, path };
}

/** Where no revision is named, the history is that of all branches and tags. */
async function allTips(git: GitRepository): Promise<string[]> {
  const refs = [...(await listRefs(git, 'heads')), ...(await listRefs(git, 'tags'))];
  const commits = await Promise.all(refs.map((ref) => targetOf(git, ref)));
  return [...new Set(commits)].filter((hash) => hash !== undefined);
}
