/** What a lookup of a repository gives, before it is linked. */
import { type NamedRepository, repositoryUrl, workspaceIdOf } from './repository-address.ts';

/** A repository that was looked up before it is linked. */
export interface RepositoryData {
  /** `workspace/slug`. */
  readonly identifier: string;
  /** The UUID, in braces. */
  readonly externalId: string;
  readonly name: string;
  readonly url: string;
  /** The UUID of its workspace, where Bitbucket gives it. */
  readonly workspaceId?: string | undefined;
}

export function toRepositoryData(found: NamedRepository, siteUrl: string): RepositoryData {
  const { uuid, full_name: name } = found;
  const workspaceId = workspaceIdOf(found);
  return {
    identifier: name,
    externalId: uuid,
    name,
    url: repositoryUrl(name, siteUrl),
    ...(workspaceId === undefined ? {} : { workspaceId }),
  };
}
