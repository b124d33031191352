/** The projects of a workspace, and the one that a repository is in if nobody says which. */
import { ConfigError } from '../../errors/config-error.ts';
import { namedUuid } from './identifiers.ts';
import type { EmulatedProjectOptions } from './options.ts';
import type { Project, Workspace, World } from './world.ts';

const keyForm = /^[A-Z][A-Z0-9_]*$/;

/** A project of the workspace by its key, however that is written. */
export const findProject = (
  { projects }: Pick<World, 'projects'>,
  { slug }: Workspace,
  key: string,
): Project | undefined => projects.get(`${slug}/${key.toUpperCase()}`);

export const projectsOf = ({ projects }: World, workspace: Workspace): Project[] =>
  [...projects.values()].filter((project) => project.workspace === workspace);

/** The project that options name, made if it is new. @throws ConfigError `invalid_option` for a key that is none */
export function namedProject(
  world: Pick<World, 'projects'>,
  workspace: Workspace,
  { key, name = key }: EmulatedProjectOptions,
): Project {
  if (typeof key !== 'string' || !keyForm.test(key)) {
    const fix = "Pass a capital, then capitals, digits and '_'";
    throw new ConfigError('repositories.project.key', `${JSON.stringify(key)} is no key of a project`, fix);
  }
  return findProject(world, workspace, key) ?? addProject(world, workspace, { key, name });
}

/** The one that every workspace has: its slug in capitals, as far as a key may have them. */
export function defaultProject(world: Pick<World, 'projects'>, workspace: Workspace): Project {
  const letters = workspace.slug.toUpperCase().replace(/[^A-Z0-9_]/g, '');
  const key = keyForm.test(letters) ? letters : `P${letters}`;
  return findProject(world, workspace, key) ?? addProject(world, workspace, { key, name: workspace.name });
}

function addProject(
  { projects }: Pick<World, 'projects'>,
  workspace: Workspace,
  { key, name }: { key: string; name: string },
): Project {
  const place = `${workspace.slug}/${key}`;
  const { createdOn } = workspace;
  const project: Project = { uuid: namedUuid('project', place), key, name, workspace, createdOn };
  projects.set(place, project);
  return project;
}
