/** Projects: one, and those of a workspace. */
import type { EmulatorContext } from '../context.ts';
import type { Origins } from '../origins.ts';
import { findProject, projectsOf } from '../projects.ts';
import type { Project, World } from '../world.ts';
import { canSee, workspaceOf } from './access.ts';
import { type Call, json, type Route } from './call.ts';
import { notFound } from './errors.ts';
import { filterAndSort } from './filter.ts';
import { pageOf } from './paging.ts';
import { type Json, link, microsDate, projectShape, teamShape, workspaceLinkShape } from './shapes.ts';

export function projectRoutes({ world }: EmulatorContext): Route[] {
  const pattern = '/workspaces/{workspace}/projects';
  const right = 'project:read';
  return [
    {
      method: 'GET',
      pattern,
      right,
      handler: (call) => {
        const visible = projectsOf(world, workspaceOf(world, call)).filter((one) =>
          isVisible(one, call, world),
        );
        const shapes = visible.map((project) => fullShape(project, call.origins, world));
        return pageOf(call, filterAndSort(shapes, call.query), (shape) => shape);
      },
    },
    {
      method: 'GET',
      pattern: `${pattern}/{project_key}`,
      right,
      handler: (call) => {
        const { project_key: key = '' } = call.params;
        const project = findProject(world, workspaceOf(world, call), key);
        if (project === undefined || !isVisible(project, call, world))
          throw notFound(`Project ${key} not found`);
        return json(call, fullShape(project, call.origins, world));
      },
    },
  ];
}

const repositoriesIn = ({ repositories }: World, project: Project) =>
  [...repositories.values()].filter((one) => one.project === project);

/** To members of the workspace; to others, where they may see something that is in it. */
function isVisible(project: Project, { principal }: Call, world: World): boolean {
  if (principal.roleIn(project.workspace) !== undefined) return true;
  const { accessToken } = principal;
  if (accessToken?.project === project.key && accessToken.workspace === project.workspace.slug) return true;
  return repositoriesIn(world, project).some((one) => canSee(principal, one));
}

function fullShape(project: Project, origins: Origins, world: World): Json {
  const base = projectShape(project, origins);
  const { workspace, key, createdOn } = project;
  const isPublic = repositoriesIn(world, project).some((one) => !one.isPrivate);
  const q = encodeURIComponent(`project.key="${key}"`);
  return {
    ...base,
    owner: teamShape(workspace, origins),
    workspace: workspaceLinkShape(workspace, origins),
    description: '',
    is_private: !isPublic,
    has_publicly_visible_repos: isPublic,
    created_on: microsDate(createdOn),
    updated_on: microsDate(createdOn),
    links: {
      ...(base['links'] as Json),
      repositories: link(`${origins.api}/2.0/repositories/${workspace.slug}?q=${q}`),
    },
  };
}
