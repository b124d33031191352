/** The JSON of a repository in the payloads of hooks. */
import type { Origins } from '../origins.ts';
import type { Repository } from '../world.ts';
import { type Json, parentShape, projectShape, repositoryLinkShape, teamShape } from './shapes.ts';

/** A repository as payloads have it: more than a reference, less than the REST object. */
export function hookRepositoryShape(repository: Repository, origins: Origins): Json {
  const rest = repositoryLinkShape(repository, origins);
  const { slug, uuid, name } = repository.workspace;
  return {
    ...rest,
    scm: 'git',
    website: repository.website,
    is_private: repository.isPrivate,
    owner: teamShape(repository.workspace, origins),
    workspace: {
      type: 'workspace',
      slug,
      uuid,
      name,
      links: teamShape(repository.workspace, origins)['links'],
    },
    project: projectShape(repository.project, origins),
    parent: parentShape(repository, origins),
  };
}
