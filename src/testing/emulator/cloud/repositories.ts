/** Repositories: one, and those of a workspace. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmulatorContext } from '../context.ts';
import { findRef, mainBranch } from '../git/refs.ts';
import type { Repository } from '../world.ts';
import { canSee, demand, hasScope, repositoryOf, workspaceOf } from './access.ts';
import { type Call, json, type Route } from './call.ts';
import { removedByChange2770 } from './errors.ts';
import { filterAndSort } from './filter.ts';
import { pageOf } from './paging.ts';
import { type Json, repositoryShape } from './shapes.ts';

export function repositoryRoutes({ world }: EmulatorContext): Route[] {
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
      handler: async (call) => {
        const workspace = workspaceOf(world, call);
        if (!hasScope(call.principal, 'repository:read') && call.principal.kind !== 'anonymous') {
          demand(call.principal, 'repository:read', call.principal.roleIn(workspace));
        }
        const visible = [...world.repositories.values()].filter(
          (repository) => repository.workspace === workspace && canSee(call.principal, repository),
        );
        const shaped = await Promise.all(visible.map((repository) => shapeOf(repository, call)));
        return pageOf(call, filterAndSort(shaped, call.query), (shape) => shape);
      },
    },
    {
      method: 'GET',
      pattern: '/repositories/{workspace}/{repo_slug}',
      handler: async (call) => json(call, await shapeOf(repositoryOf(world, call), call)),
    },
  ];
}

async function shapeOf(repository: Repository, { origins }: Call): Promise<Json> {
  const branch = await mainBranch(repository.git);
  // The main branch of an empty repository is not there yet; Bitbucket says null.
  const born = branch !== undefined && (await findRef(repository.git, 'heads', branch)) !== undefined;
  const size = await packSize(repository.git.folder);
  return repositoryShape(repository, origins, { mainBranch: born ? branch : undefined, size });
}

/** Bytes of the packed objects: enough for a size, and without a process for each repository of a list. */
async function packSize(folder: string): Promise<number> {
  const packs = join(folder, 'objects', 'pack');
  const names = await readdir(packs).catch(() => []);
  const sizes = await Promise.all(
    names.map(async (name) => (await stat(join(packs, name)).catch(() => undefined))?.size ?? 0),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
