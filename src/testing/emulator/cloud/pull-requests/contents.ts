/** What a pull request would change: its commits, and where its diff is. */
import type { EmulatorContext } from '../../context.ts';
import { listHistory, readCommits } from '../../git/log.ts';
import { type Call, json, sameAddress } from '../call.ts';
import { commitShape } from '../commit-shapes.ts';
import { RestError } from '../errors.ts';
import { pageRequest } from '../paging.ts';
import { repositoryAddress } from '../shapes.ts';
import { pullRequestOf } from './find.ts';

/** The commits that the source has and the destination has not, or had not when it was merged; newest first. */
export async function listCommitsOf(call: Call, context: EmulatorContext): Promise<Response> {
  const { source, destination, repository } = await pullRequestOf(call, context);
  const { page, pagelen, skip } = pageRequest(call.query);
  const range = { include: [source.hash], exclude: [destination.hash] };
  const hashes = await listHistory(repository.git, range, { skip, count: pagelen + 1 });
  if (page > 1 && hashes.length === 0) throw new RestError(400, 'Invalid page');
  const scope = { world: context.world, repository, origins: call.origins };
  const commits = await readCommits(repository.git, hashes.slice(0, pagelen));
  const values = commits.map((commit) => commitShape(commit, scope));
  if (hashes.length <= pagelen) return json(call, { values, pagelen, page });
  const query = new URLSearchParams(call.query);
  query.set('page', String(page + 1));
  return json(call, { values, pagelen, page, next: sameAddress(call, query) });
}

/** To the same of the repository, from the merge base of both branches to the source. */
export async function redirectTo(
  call: Call,
  context: EmulatorContext,
  kind: 'diff' | 'diffstat' | 'patch',
): Promise<Response> {
  const { id, source, destination, repository } = await pullRequestOf(call, context);
  const query = new URLSearchParams(call.query);
  query.set('from_pullrequest_id', String(id));
  if (kind !== 'patch') query.set('topic', 'true');
  const location = `${repositoryAddress(repository, call.origins)}/${kind}/${source.hash}..${destination.hash}?${query}`;
  return new Response(null, { status: 302, headers: { location } });
}
