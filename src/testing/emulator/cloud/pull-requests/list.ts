/** Pull requests as lists: those of a repository, and one by its number. */
import type { EmulatorContext } from '../../context.ts';
import { repositoryOf } from '../access.ts';
import { type Call, json } from '../call.ts';
import { badFields } from '../errors.ts';
import { filterAndSort } from '../filter.ts';
import { pageOf } from '../paging.ts';
import type { Json } from '../shapes.ts';
import { freshen, pullRequestOf } from './find.ts';
import { pullRequestShape } from './shapes.ts';

const states = ['OPEN', 'MERGED', 'DECLINED', 'SUPERSEDED'];

/**
 * Open ones, unless `state` (which may be repeated) or the query says otherwise; newest first. As on Bitbucket, a list
 * has neither reviewers nor participants unless `fields` asks for them.
 */
export async function listPullRequests(call: Call, context: EmulatorContext): Promise<Response> {
  const { world, pullRequests } = context;
  const { query, origins } = call;
  const repository = repositoryOf(world, call);
  const wanted = wantedStates(query);
  const all = pullRequests(repository).filter(({ state }) => wanted.includes(state));
  await Promise.all(all.map(freshen));
  const shapes = all.toReversed().map((one) => pullRequestShape(one, { world, origins }));
  const asked = query.get('fields') ?? '';
  return pageOf(
    call,
    filterAndSort(shapes, query),
    (shape) =>
      without(
        shape,
        ['reviewers', 'participants'].filter((name) => !asked.includes(name)),
      ),
    { most: 50 },
  );
}

function wantedStates(query: URLSearchParams): readonly string[] {
  const given = query.getAll('state').flatMap((state) => state.toUpperCase().split(','));
  if (given.length === 0) return /\bstate\b/.test(query.get('q') ?? '') ? states : ['OPEN'];
  const wrong = given.find((state) => !states.includes(state));
  if (wrong !== undefined) throw badFields({ state: [`${JSON.stringify(wrong)} is not a valid state`] });
  return given;
}

const without = (shape: Json, names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(shape).filter(([name]) => !names.includes(name)));

export async function getPullRequest(call: Call, context: EmulatorContext): Promise<Response> {
  const pullRequest = await pullRequestOf(call, context);
  return json(call, pullRequestShape(pullRequest, { world: context.world, origins: call.origins }));
}
