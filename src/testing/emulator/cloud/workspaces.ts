/** Workspaces and the user behind a credential. */
import type { EmulatorContext } from '../context.ts';
import type { User, Workspace, World } from '../world.ts';
import { findWorkspace, roleOf } from '../world.ts';
import { demand, workspaceOf } from './access.ts';
import { type Call, flag, json, type Route } from './call.ts';
import { notFound, RestError, removedByChange2770, unauthorized } from './errors.ts';
import { filterAndSort } from './filter.ts';
import { pageOf } from './paging.ts';
import { type Json, link, microsDate, repositoryLinkShape, userShape, workspaceShape } from './shapes.ts';

export function workspaceRoutes({ world }: EmulatorContext): Route[] {
  return [
    ...removedRoutes,
    {
      method: 'GET',
      pattern: '/workspaces/{workspace}',
      right: 'workspace:read',
      handler: (call) => {
        const workspace = workspaceOf(world, call);
        return json(call, workspaceShape(workspace, call.origins, isPrivate(world, workspace)));
      },
    },
    {
      method: 'GET',
      pattern: '/user',
      right: 'account:user',
      handler: (call) => {
        const user = userOf(call);
        return json(call, {
          ...userShape(user, call.origins),
          username: user.username,
          created_on: microsDate(user.createdOn),
          account_status: 'active',
          has_2fa_enabled: null,
          is_staff: false,
          location: null,
        });
      },
    },
    { method: 'GET', pattern: '/user/emails', right: 'account:email', handler: listEmails },
    {
      method: 'GET',
      pattern: '/user/workspaces',
      right: 'account:workspaces',
      handler: (call) => listWorkspaces(call, world),
    },
    {
      method: 'GET',
      pattern: '/user/workspaces/{workspace}/permission',
      right: 'account:workspaces',
      handler: (call) => permission(call, world),
    },
    {
      method: 'GET',
      pattern: '/user/workspaces/{workspace}/permissions/repositories',
      right: 'account:repositories',
      handler: (call) => listRepositoryPermissions(call, world),
    },
  ];
}

/** Lists across workspaces, gone since 2026-04-14. */
const removedRoutes: readonly Route[] = [
  '/workspaces',
  '/snippets',
  '/user/permissions/repositories',
  '/user/permissions/workspaces',
].map((pattern) => ({
  method: 'GET',
  pattern,
  handler: () => {
    throw removedByChange2770();
  },
}));

function isPrivate({ repositories }: World, workspace: Workspace): boolean {
  return [...repositories.values()].every((one) => one.workspace !== workspace || one.isPrivate);
}

/** @throws RestError 401 for access tokens and apps: behind them is nobody whom `/user` could tell of */
function userOf({ principal, right = 'account:user' }: Call): User {
  if (principal.user === undefined) throw unauthorized();
  demand(principal, right, 'admin');
  return principal.user;
}

/** Clients that sign users in ask for it after every grant. */
function listEmails(call: Call): Promise<Response> {
  const { email } = userOf(call);
  const links = { self: link(`${call.origins.api}/2.0/user/emails/${encodeURIComponent(email)}`) };
  return pageOf(call, [email], () => ({ type: 'email', email, is_primary: true, is_confirmed: true, links }));
}

function listWorkspaces(call: Call, { workspaces }: World): Promise<Response> {
  const user = userOf(call);
  const onlyAdministrator =
    call.query.get('administrator') === null ? undefined : flag(call.query, 'administrator', true);
  const accesses = [...workspaces.values()].flatMap((workspace): Json[] => {
    const role = roleOf(user, workspace);
    const administrator = role === 'admin';
    if (role === undefined || (onlyAdministrator ?? administrator) !== administrator) return [];
    return [
      {
        type: 'workspace_access',
        administrator,
        slug: workspace.slug,
        workspace: baseShape(workspace, call),
      },
    ];
  });
  return pageOf(call, filterAndSort(accesses, call.query), ({ slug: _, ...shape }) => shape);
}

function baseShape({ uuid, slug, name }: Workspace, { origins: { api } }: Call): Json {
  const links = {
    self: link(`${api}/2.0/workspaces/${slug}`),
    avatar: link(`${api}/workspaces/${slug}/avatar/`),
  };
  return { type: 'workspace_base', uuid, slug, name, links };
}

/** @throws RestError 404 for a workspace that the user is no member of */
function membershipOf(call: Call, world: World) {
  const user = userOf(call);
  const id = call.params['workspace'] ?? '';
  const workspace = findWorkspace(world, id);
  const role = workspace === undefined ? undefined : roleOf(user, workspace);
  if (workspace === undefined || role === undefined) throw notFound(`No workspace with identifier '${id}'.`);
  return { user, workspace, role };
}

/** What took the place of the list over all workspaces, which is gone. */
function listRepositoryPermissions(call: Call, world: World): Promise<Response> {
  const { user, workspace, role } = membershipOf(call, world);
  if (/\bpermission\s*[<>]/.test(call.query.get('q') ?? ''))
    throw new RestError(400, 'q: the emulator compares permissions by = and != only');
  const shapes = [...world.repositories.values()]
    .filter((repository) => repository.workspace === workspace)
    .map((repository) => ({
      type: 'repository_permission',
      permission: role,
      user: userShape(user, call.origins),
      repository: repositoryLinkShape(repository, call.origins),
    }));
  return pageOf(call, filterAndSort(shapes, call.query), (shape) => shape);
}

function permission(call: Call, world: World): Response {
  const { user, workspace, role } = membershipOf(call, world);
  return json(call, {
    type: 'workspace_membership',
    permission: role === 'admin' ? 'owner' : 'member',
    user: userShape(user, call.origins),
    workspace: baseShape(workspace, call),
  });
}
