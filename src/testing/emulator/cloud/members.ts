/** The members of a workspace, and users as everybody may see them. */
import type { EmulatorContext } from '../context.ts';
import { findUser, roleOf, type User, type Workspace } from '../world.ts';
import { demand, demandScope, workspaceOf } from './access.ts';
import { type Call, json, type Route } from './call.ts';
import { notFound, RestError } from './errors.ts';
import { filterAndSort } from './filter.ts';
import { pageOf } from './paging.ts';
import { type Json, link, microsDate, userShape, workspaceLinkShape } from './shapes.ts';

export function memberRoutes({ world }: EmulatorContext): Route[] {
  const pattern = '/workspaces/{workspace}/members';
  const right = 'account:workspaces';
  /** For members only, and for what acts for them. */
  const lookInto = (call: Call): Workspace => {
    const workspace = workspaceOf(world, call);
    demand(call.principal, right, call.principal.roleIn(workspace));
    return workspace;
  };
  return [
    {
      method: 'GET',
      pattern,
      right,
      handler: (call) => {
        const workspace = lookInto(call);
        const members = world.users.filter((user) => roleOf(user, workspace) !== undefined);
        return list(call, workspace, members);
      },
    },
    {
      method: 'GET',
      pattern: '/workspaces/{workspace}/permissions',
      right,
      handler: (call) => {
        const workspace = lookInto(call);
        const shapes = world.users.flatMap((user): Json[] => {
          const role = roleOf(user, workspace);
          if (role === undefined) return [];
          const permission = role === 'admin' ? 'owner' : 'member';
          return [{ ...memberShape(user, workspace, call), permission }];
        });
        return pageOf(call, filterAndSort(shapes, call.query), (shape) => shape);
      },
    },
    {
      method: 'GET',
      pattern: `${pattern}/{member}`,
      right,
      handler: (call) => {
        const workspace = lookInto(call);
        const user = findUser(world, call.params['member'] ?? '');
        if (user === undefined || roleOf(user, workspace) === undefined)
          throw notFound(`${call.params['member']} is not a member of the workspace ${workspace.slug}`);
        return json(call, memberShape(user, workspace, call));
      },
    },
    {
      method: 'GET',
      pattern: '/users/{selected_user}',
      right: 'account:profile',
      handler: (call) => {
        if (call.principal.kind !== 'anonymous') demandScope(call.principal, 'account:profile');
        const user = findUser(world, call.params['selected_user'] ?? '');
        if (user === undefined) throw notFound(`${call.params['selected_user']} is not a known user`);
        const shape = userShape(user, call.origins);
        return json(call, {
          ...shape,
          ...{ account_status: 'active', created_on: microsDate(user.createdOn) },
        });
      },
    },
  ];
}

/** Administrators may look members up by address, and are then shown the addresses that they named if `fields` asks. */
function list(call: Call, workspace: Workspace, members: readonly User[]): Promise<Response> {
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
