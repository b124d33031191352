/** What a caller may see and do: 404 for what is hidden, 401 or 403 for a missing right. */
import type { EmulatedRole } from '../options.ts';
import type { Principal } from '../principal.ts';
import { findRepository, findWorkspace, type Repository, type Workspace, type World } from '../world.ts';
import type { Call } from './call.ts';
import { notFound, RestError, unauthorized } from './errors.ts';
import { hasScope, neededScopes, needs, type Right } from './scopes.ts';

/** What everybody may do with something public, without a credential. */
const openToAll: readonly Right[] = ['repository:read', 'pullrequest:read', 'issue:read'];

const ranks: Readonly<Record<EmulatedRole, number>> = { read: 1, write: 2, admin: 3 };
export function canSee(principal: Principal, repository: Repository): boolean {
  if (principal.roleIn(repository.workspace, repository) !== undefined) return true;
  // What acts for itself sees only the workspace that it is of.
  return !repository.isPrivate && !['installation', 'app-user'].includes(principal.kind);
}

export function isAtLeast(role: EmulatedRole | undefined, needed: EmulatedRole): boolean {
  return role !== undefined && ranks[role] >= ranks[needed];
}

/** The repository that the path names, if the caller may see it and has the right of the route. */
export function repositoryOf(world: World, call: Call): Repository {
  const { right = 'repository:read' } = call;
  const { workspace = '', repo_slug: slug = '' } = call.params;
  const repository = findRepository(world, workspace, slug);
  if (repository === undefined || !canSee(call.principal, repository)) {
    throw notFound(`Repository ${workspace}/${slug} not found`);
  }
  const { isPrivate } = repository;
  if (!isPrivate && openToAll.includes(right)) return repository;
  // Who has an account may take part in what is public.
  const role = call.principal.roleIn(repository.workspace, repository) ?? (isPrivate ? undefined : 'read');
  demand(call.principal, right, role);
  return repository;
}

/** The workspace that the path names, if the caller is a member of it or it has something public. */
export function workspaceOf(world: World, call: Call): Workspace {
  const { workspace: id = '' } = call.params;
  const workspace = findWorkspace(world, id);
  if (workspace === undefined || !canSeeWorkspace(world, call.principal, workspace)) {
    throw notFound(`No workspace with identifier '${id}'.`);
  }
  return workspace;
}

function canSeeWorkspace({ repositories }: World, principal: Principal, workspace: Workspace): boolean {
  if (principal.roleIn(workspace) !== undefined) return true;
  return [...repositories.values()].some((one) => one.workspace === workspace && canSee(principal, one));
}

/**
 * Refuses a credential whose scopes do not reach, whatever it asks about. For issues and for what belongs to a user
 * something else is asked before: whether there is a tracker at all, and whether there is a user.
 *
 * @throws RestError 403
 */
export function checkScope({ principal, right }: Call): void {
  if (right === undefined || principal.kind === 'anonymous' || /^(issue|account):/.test(right)) return;
  demandScope(principal, right);
}

export function demandScope(principal: Principal, right: Right): void {
  if (hasScope(principal, right)) return;
  throw new RestError(403, 'Your credentials lack one or more required privilege scopes.', {
    detail: { granted: [...(principal.scopes ?? [])], required: [...neededScopes(principal, right)] },
  });
}

/** @throws RestError 401 for those whom nobody knows, 403 for a scope or a role that is missing */
export function demand(principal: Principal, right: Right, role: EmulatedRole | undefined): void {
  if (principal.kind === 'anonymous') throw unauthorized('Access denied. You must be authenticated.');
  demandScope(principal, right);
  if (!isAtLeast(role, needs[right].role)) {
    throw new RestError(403, `Access denied. You must have ${needs[right].role} access.`);
  }
}
