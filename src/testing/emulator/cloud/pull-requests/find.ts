/** The pull request that a path names, brought up to date. */
import type { EmulatorContext } from '../../context.ts';
import { findRef, targetOf } from '../../git/refs.ts';
import { repositoryOf } from '../access.ts';
import type { Call } from '../call.ts';
import { notFound, RestError } from '../errors.ts';
import type { PullRequest } from './pull-request.ts';

/** @throws RestError 404 when there is none, 401 or 403 without the right */
export async function pullRequestOf(
  call: Call,
  { world, pullRequests }: EmulatorContext,
): Promise<PullRequest> {
  const repository = repositoryOf(world, call);
  const id = call.params['pull_request_id'] ?? '';
  const found = pullRequests(repository).find((one) => String(one.id) === id);
  if (found === undefined) throw notFound(`Pull request ${id} not found`);
  await freshen(found);
  return found;
}

/** While it is open, the destination is where its branch is; a closed one keeps what it had. */
export async function freshen({ state, destination }: PullRequest): Promise<void> {
  if (state !== 'OPEN') return;
  const { git } = destination.repository;
  const ref = await findRef(git, 'heads', destination.branch);
  const hash = ref === undefined ? undefined : await targetOf(git, ref);
  if (hash !== undefined) destination.hash = hash;
}

/** @throws RestError 400 for what can be done to open ones only */
export function mustBeOpen({ state }: PullRequest): void {
  if (state !== 'OPEN') throw new RestError(400, 'This pull request is already closed.');
}
