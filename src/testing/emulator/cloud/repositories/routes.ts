/** Repositories: one, those of a workspace, and what is done with them. */
import type { EmulatorContext } from '../../context.ts';
import { canSee, repositoryOf, workspaceOf } from '../access.ts';
import { json, type Route } from '../call.ts';
import { removedByChange2770 } from '../errors.ts';
import { filterAndSort } from '../filter.ts';
import { pageOf } from '../paging.ts';
import { createOrUpdate, createRepository, deleteRepository } from './change.ts';
import { forkRoutes } from './forks.ts';
import { fullShape } from './full-shape.ts';

export function repositoryRoutes(context: EmulatorContext): Route[] {
  const { world } = context;
  const one = '/repositories/{workspace}/{repo_slug}';
  return [
    {
      method: 'GET',
      pattern: '/repositories',
      handler: () => {
        throw removedByChange2770();
      },
    },
    {
      method: 'GET',
      pattern: '/repositories/{workspace}',
      right: 'repository:read',
      handler: async (call) => {
        const workspace = workspaceOf(world, call);
        const visible = [...world.repositories.values()].filter(
          (repository) => repository.workspace === workspace && canSee(call.principal, repository),
        );
        const shaped = await Promise.all(visible.map((repository) => fullShape(repository, call)));
        return pageOf(call, filterAndSort(shaped, call.query), (shape) => shape);
      },
    },
    {
      method: 'GET',
      pattern: one,
      right: 'repository:read',
      handler: async (call) => json(call, await fullShape(repositoryOf(world, call), call)),
    },
    {
      method: 'POST',
      pattern: one,
      right: 'repository:admin',
      handler: (call) => createRepository(call, context),
    },
    {
      method: 'PUT',
      pattern: one,
      right: 'repository:admin',
      handler: (call) => createOrUpdate(call, context),
    },
    {
      method: 'DELETE',
      pattern: one,
      right: 'repository:delete',
      handler: (call) => deleteRepository(call, context),
    },
    ...forkRoutes(`${one}/forks`, context),
  ];
}
