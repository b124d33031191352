/** What the path of a call names: a repository that the caller may see, a commit, a path inside. */

import { mainBranch, resolveRevision } from '../git/refs.ts';
import { repositoryPath } from '../git/revision.ts';
import type { EmulatedRole } from '../options.ts';
import type { ServerCall } from './call.ts';
import { noDefaultBranch, noSuchCommit, noSuchPath, noSuchProject, noSuchRepository } from './errors.ts';
import { demand } from './principal.ts';
import type { ServerRepository, ServerWorld } from './world.ts';

/** @throws ServerError 404 for one that is not there, 401 for one that the caller may not see or not do this with */
export function repositoryOf(
  world: ServerWorld,
  { params, principal }: ServerCall,
  needed: EmulatedRole = 'read',
): ServerRepository {
  const { projectKey = '', repositorySlug = '' } = params;
  if (world.findProject(projectKey) === undefined) throw noSuchProject(projectKey);
  const found = world.findRepository(projectKey, repositorySlug);
  if (found === undefined) throw noSuchRepository(projectKey, repositorySlug);
  demand(principal, found, needed);
  return found;
}

/** The commit that a hash, a short or a full name of a ref means; the default branch where nothing is named. */
export async function commitOf(found: ServerRepository, revision: string | null): Promise<string> {
  const { git } = found.repository;
  if (revision === null || revision === '') {
    const branch = (await mainBranch(git)) ?? 'main';
    const tip = await resolveRevision(git, branch);
    if (tip === undefined) throw noDefaultBranch(`refs/heads/${branch}`);
    return tip;
  }
  const hash = await resolveRevision(git, revision.replace(/^refs\/(?:heads|tags)\//, ''));
  if (hash === undefined) throw noSuchCommit(revision, found.slug);
  return hash;
}

/** @throws ServerError 404 for one that no tree can hold */
export function pathOf(path: string, revision: string): string {
  const clean = repositoryPath(path);
  if (clean === undefined) throw noSuchPath(path, revision);
  return clean;
}
