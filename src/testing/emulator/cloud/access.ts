/** What a caller may see and do: 404 for what is hidden, 401 or 403 for a missing right. */
import type { EmulatedRole } from '../options.ts';
import type { Principal } from '../principal.ts';
import { findRepository, findWorkspace, type Repository, type Workspace, type World } from '../world.ts';
import type { Call } from './call.ts';
import { notFound, RestError, unauthorized } from './errors.ts';

export type Right =
  | 'repository:read'
  | 'repository:comment'
  | 'repository:report'
  | 'repository:write'
  | 'repository:admin'
  | 'repository:delete'
  | 'pullrequest:read'
  | 'pullrequest:comment'
  | 'pullrequest:write'
  | 'pullrequest:merge'
  | 'issue:read'
  | 'issue:write'
  | 'issue:delete'
  | 'webhook:read'
  | 'webhook:write'
  | 'webhook:delete'
  | 'account';

const readScopes = [
  'repository',
  'repository:write',
  'pullrequest',
  'pullrequest:write',
  'read:repository:bitbucket',
];

/** The scopes of which one is enough: those of access tokens and apps, and those of API tokens. */
const accepted: Readonly<Record<Right, readonly string[]>> = {
  'repository:read': readScopes,
  'repository:comment': readScopes,
  'repository:report': readScopes,
  'repository:write': ['repository:write', 'pullrequest:write', 'write:repository:bitbucket'],
  'repository:admin': ['repository:admin', 'admin:repository:bitbucket'],
  'repository:delete': ['repository:delete', 'delete:repository:bitbucket'],
  'pullrequest:read': ['pullrequest', 'pullrequest:write', 'read:pullrequest:bitbucket'],
  'pullrequest:comment': [
    'pullrequest',
    'pullrequest:write',
    'read:pullrequest:bitbucket',
    'write:pullrequest:bitbucket',
  ],
  'pullrequest:write': ['pullrequest:write', 'write:pullrequest:bitbucket'],
  'pullrequest:merge': ['pullrequest:write', 'write:pullrequest:bitbucket'],
  'issue:read': ['issue', 'issue:write', 'read:issue:bitbucket'],
  'issue:write': ['issue:write', 'write:issue:bitbucket'],
  'issue:delete': ['issue:write', 'delete:issue:bitbucket'],
  'webhook:read': ['webhook', 'read:webhook:bitbucket'],
  'webhook:write': ['webhook', 'write:webhook:bitbucket'],
  'webhook:delete': ['webhook', 'delete:webhook:bitbucket'],
  account: [
    'account',
    'account:write',
    'read:account',
    'read:user:bitbucket',
    'read:workspace:bitbucket',
    'read:me',
  ],
};

/** What everybody may do with something public, without a credential. */
const openToAll: readonly Right[] = ['repository:read', 'pullrequest:read', 'issue:read'];

const ranks: Readonly<Record<EmulatedRole, number>> = { read: 1, write: 2, admin: 3 };
const neededRole: Readonly<Record<Right, EmulatedRole>> = {
  'repository:read': 'read',
  'repository:comment': 'read',
  'repository:report': 'write',
  'repository:write': 'write',
  'repository:admin': 'admin',
  'repository:delete': 'admin',
  'pullrequest:read': 'read',
  'pullrequest:comment': 'read',
  'pullrequest:write': 'read',
  'pullrequest:merge': 'write',
  'issue:read': 'read',
  'issue:write': 'read',
  'issue:delete': 'write',
  'webhook:read': 'admin',
  'webhook:write': 'admin',
  'webhook:delete': 'admin',
  account: 'read',
};

export const hasScope = ({ scopes }: Principal, right: Right): boolean =>
  scopes === undefined || accepted[right].some((scope) => scopes.includes(scope));

export function canSee(principal: Principal, repository: Repository): boolean {
  if (principal.roleIn(repository.workspace, repository) !== undefined) return true;
  return !repository.isPrivate && principal.kind !== 'installation';
}

export function isAtLeast(role: EmulatedRole | undefined, needed: EmulatedRole): boolean {
  return role !== undefined && ranks[role] >= ranks[needed];
}

/** The repository that the path names, if the caller may see it and has the right. */
export function repositoryOf(world: World, call: Call, right: Right = 'repository:read'): Repository {
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
export function workspaceOf(world: World, call: Call, right?: Right): Workspace {
  const { workspace: id = '' } = call.params;
  const workspace = findWorkspace(world, id);
  if (workspace === undefined || !canSeeWorkspace(world, call.principal, workspace)) {
    throw notFound(`No workspace with identifier '${id}'.`);
  }
  if (right !== undefined) demand(call.principal, right, call.principal.roleIn(workspace));
  return workspace;
}

function canSeeWorkspace({ repositories }: World, principal: Principal, workspace: Workspace): boolean {
  if (principal.roleIn(workspace) !== undefined) return true;
  return [...repositories.values()].some((one) => one.workspace === workspace && canSee(principal, one));
}

export function demand(principal: Principal, right: Right, role: EmulatedRole | undefined): void {
  if (principal.kind === 'anonymous') throw unauthorized('Access denied. You must be authenticated.');
  if (!hasScope(principal, right)) {
    throw new RestError(403, 'Your credentials lack one or more required privilege scopes.', {
      detail: { granted: [...(principal.scopes ?? [])], required: [accepted[right][0]] },
    });
  }
  if (!isAtLeast(role, neededRole[right])) {
    throw new RestError(403, `Access denied. You must have ${neededRole[right]} access.`);
  }
}
