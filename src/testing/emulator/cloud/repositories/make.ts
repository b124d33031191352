/** Makes a repository while the emulator runs. */
import { join } from 'node:path';
import type { EmulatorContext } from '../../context.ts';
import { cloneRepository, createEmptyRepository } from '../../git/clone.ts';
import { randomUuid } from '../../identifiers.ts';
import { defaultProject } from '../../projects.ts';
import type { Project, Repository, Workspace } from '../../world.ts';
import { RestError } from '../errors.ts';

export type NewRepository = Pick<
  Repository,
  'slug' | 'name' | 'description' | 'website' | 'language' | 'isPrivate' | 'issueTracker'
> & {
  readonly workspace: Workspace;
  /** Default: the one that every workspace has. */
  readonly project?: Project | undefined;
  readonly mainBranch?: string | undefined;
  /** What it is a fork of. */
  readonly parent?: Repository | undefined;
};

/** @throws RestError 400 when the workspace has one of that address */
export async function makeRepository(
  input: NewRepository,
  { world, git, repositoriesFolder, now, random }: EmulatorContext,
): Promise<Repository> {
  const { mainBranch = 'main', parent, project, ...fields } = input;
  const fullName = `${fields.workspace.slug}/${fields.slug}`;
  const uuid = randomUuid(random);
  mustBeFree(fullName, world.repositories);
  // Named by what never changes: the address may, and another repository may then take it.
  const place = { folder: join(repositoriesFolder, `${uuid}.git`), cwd: repositoriesFolder };
  const made =
    parent === undefined
      ? await createEmptyRepository(git, { ...place, branch: mainBranch })
      : await cloneRepository(git, parent.git.folder, place);
  mustBeFree(fullName, world.repositories);
  const times = { createdOn: now(), updatedOn: now() };
  const repository: Repository = {
    ...fields,
    ...times,
    project: project ?? defaultProject(world, fields.workspace),
    parent,
    fullName,
    uuid: `{${uuid}}`,
    hooks: new Map(),
    git: made,
  };
  world.repositories.set(fullName, repository);
  return repository;
}

function mustBeFree(fullName: string, repositories: ReadonlyMap<string, Repository>): void {
  if (repositories.has(fullName))
    throw new RestError(400, 'Repository with this Slug and Owner already exists.', {
      fields: { name: ['Repository with this Slug and Owner already exists.'] },
    });
}

/** Gives a repository another address. By its UUID it is found as before; its old address is no longer known. */
export function readdress(
  repository: Repository,
  { workspace, slug }: Pick<Repository, 'workspace' | 'slug'>,
  world: EmulatorContext['world'],
): void {
  const { repositories } = world;
  const fullName = `${workspace.slug}/${slug}`;
  if (fullName === repository.fullName) return;
  mustBeFree(fullName, repositories);
  repositories.delete(repository.fullName);
  // A project belongs to its workspace: what is handed over leaves it.
  if (workspace !== repository.workspace) repository.project = defaultProject(world, workspace);
  Object.assign(repository, { workspace, slug, fullName });
  repositories.set(fullName, repository);
}
