/** The members of a workspace, and users as everybody may see them. */
import type { EmulatorContext } from '../context.ts';
import { findUser, roleOf, type User, type Workspace, type World } from '../world.ts';
import { demand, demandScope, workspaceOf } from './access.ts';
import { type Call, json, type Route } from './call.ts';
import { notFound, RestError } from './errors.ts';
import { filterAndSort } from './filter.ts';
import { pageOf } from './paging.ts';
import { type Json, link, microsDate, userShape, workspaceLinkShape } from './shapes.ts';

export function memberRoutes({ world }: EmulatorContext): Route[] {
  const below = '/workspaces/{workspace}';
  const right = 'account:workspaces';
  const one = (call: Call): Response => {
    const { workspace } = lookInto(call, world);
    const user = findUser(world, call.params['member'] ?? '');
    if (user === undefined || roleOf(user, workspace) === undefined)
      throw notFound(`${call.params['member']} is not a member of the workspace ${workspace.slug}`);
    return json(call, memberShape(user, workspace, call));
  };
  return [
    { method: 'GET', pattern: `${below}/members`, right, handler: (call) => listMembers(call, world) },
    { method: 'GET', pattern: `${below}/members/{member}`, right, handler: one },
    {
      method: 'GET',
      pattern: `${below}/permissions`,
      right,
      handler: (call) => listPermissions(call, world),
    },
    {
      method: 'GET',
      pattern: '/users/{selected_user}',
      right: 'account:profile',
      handler: (call) => getUser(call, world),
    },
  ];
}

/** For members only, and for what acts for them. */
function lookInto(call: Call, world: World) {
  const workspace = workspaceOf(world, call);
  demand(call.principal, 'account:workspaces', call.principal.roleIn(workspace));
  const members = world.users.filter((user) => roleOf(user, workspace) !== undefined);
  return { workspace, members };
}

function listPermissions(call: Call, world: World): Promise<Response> {
  const { workspace, members } = lookInto(call, world);
  const shapes = members.map((user) => ({
    ...memberShape(user, workspace, call),
    permission: roleOf(user, workspace) === 'admin' ? 'owner' : 'member',
  }));
  return pageOf(call, filterAndSort(shapes, call.query), (shape) => shape);
}

/** Users are known to everybody, also to those without a credential. */
function getUser(call: Call, world: World): Response {
  if (call.principal.kind !== 'anonymous') demandScope(call.principal, 'account:profile');
  const user = findUser(world, call.params['selected_user'] ?? '');
  if (user === undefined) throw notFound(`${call.params['selected_user']} is not a known user`);
  return json(call, {
    ...userShape(user, call.origins),
    account_status: 'active',
    created_on: microsDate(user.createdOn),
  });
}

/** Administrators may look members up by address, and are then shown the addresses that they named if `fields` asks. */
function listMembers(call: Call, world: World): Promise<Response> {
  const { workspace, members } = lookInto(call, world);
  const byEmail = (call.query.get('q') ?? '').includes('user.email');
  if (byEmail && call.principal.roleIn(workspace) !== 'admin')
    throw new RestError(403, 'Only administrators of the workspace may filter by email.');
  const shows = byEmail && (call.query.get('fields') ?? '').includes('user.email');
  const shapes = members.map((user) => {
    const shape = memberShape(user, workspace, call);
    const known = { ...(shape['user'] as Json), email: user.email };
    return { shape: shows ? { ...shape, user: known } : shape, user: known };
  });
  return pageOf(call, filterAndSort(shapes, call.query), ({ shape }) => shape);
}

function memberShape(user: User, workspace: Workspace, { origins }: Call): Json {
  const self = `${origins.api}/2.0/workspaces/${workspace.slug}/members/${encodeURIComponent(user.uuid)}`;
  return {
    type: 'workspace_membership',
    user: userShape(user, origins),
    workspace: workspaceLinkShape(workspace, origins),
    links: { self: link(self) },
  };
}
