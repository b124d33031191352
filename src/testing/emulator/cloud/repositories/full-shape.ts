/** The JSON of a repository with what has to be asked of git and the disk. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findRef, mainBranch } from '../../git/refs.ts';
import type { Origins } from '../../origins.ts';
import type { Repository } from '../../world.ts';
import { type Json, repositoryShape } from '../shapes.ts';

export async function fullShape(repository: Repository, { origins }: { origins: Origins }): Promise<Json> {
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
