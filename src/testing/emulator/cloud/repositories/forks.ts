/** Forks: makes one, and lists those of a repository. */
import { isRecord } from '../../../../shared/types.ts';
import type { EmulatorContext } from '../../context.ts';
import { findWorkspace, type Workspace } from '../../world.ts';
import { canSee, demand, repositoryOf } from '../access.ts';
import { accountOf } from '../accounts.ts';
import { type Call, json, jsonBody, type Route } from '../call.ts';
import { badFields } from '../errors.ts';
import { filterAndSort } from '../filter.ts';
import { hookRepositoryShape } from '../hook-repository.ts';
import { pageOf } from '../paging.ts';
import { fullShape } from './full-shape.ts';
import { makeRepository } from './make.ts';
import { readProject, readRepositoryFields, slugOf } from './read-fields.ts';
import { tellOfRepository } from './tell.ts';

export function forkRoutes(pattern: string, context: EmulatorContext): Route[] {
  return [
    { method: 'GET', pattern, right: 'repository:read', handler: (call) => list(call, context) },
    { method: 'POST', pattern, right: 'repository:fork', handler: (call) => fork(call, context) },
  ];
}

async function list(call: Call, { world }: EmulatorContext): Promise<Response> {
  const parent = repositoryOf(world, call);
  const forks = [...world.repositories.values()].filter(
    (one) => one.parent === parent && canSee(call.principal, one),
  );
  const shapes = await Promise.all(forks.map((one) => fullShape(one, call)));
  return pageOf(call, filterAndSort(shapes, call.query), (shape) => shape);
}

/** With all branches and tags of its parent; hooks, pull requests and issues stay behind. */
async function fork(call: Call, context: EmulatorContext): Promise<Response> {
  const parent = repositoryOf(context.world, call);
  const body = await jsonBody(call);
  const workspace = readWorkspace(body['workspace'], call, { context, home: parent.workspace });
  demand(call.principal, 'repository:write', call.principal.roleIn(workspace));
  const fields = readRepositoryFields(body, parent);
  if (parent.isPrivate && !fields.isPrivate) throw badFields({ is_private: ['the fork policy forbids it'] });
  const project = readProject(body, workspace, context.world);
  const input = { ...fields, workspace, project, slug: slugOf(fields.name), parent };
  const made = await makeRepository(input, context);
  const { origins, principal } = call;
  const more = { fork: hookRepositoryShape(made, origins) };
  const doer = { account: accountOf(principal), origins };
  tellOfRepository(context, parent, { event: 'fork', doer, more });
  return json(call, await fullShape(made, call), { status: 201 });
}

function readWorkspace(
  given: unknown,
  { principal }: Call,
  { context, home }: { context: EmulatorContext; home: Workspace },
): Workspace {
  if (given === undefined) return home;
  const id = isRecord(given) ? (given['slug'] ?? given['uuid']) : undefined;
  const found = typeof id === 'string' ? findWorkspace(context.world, id) : undefined;
  if (found === undefined || principal.roleIn(found) === undefined)
    throw badFields({ workspace: ['no such workspace'] });
  return found;
}
