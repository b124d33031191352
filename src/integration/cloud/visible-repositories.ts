/** The repositories that an integration lists: those of its workspace, or as much of it as its credential is for. */
import type { BitbucketApiClient } from '../../cloud/client.ts';
import { quoteLiteral } from '../../cloud/literal.ts';
import type { Repository } from '../../cloud/types.ts';
import { type ListOptions, listPages } from '../../http/list-pages.ts';
import type { IntegrationRecord } from '../integrations.ts';

export interface RepositoryListing extends ListOptions {
  /** A text that names have in them; exact names come first. */
  readonly query?: string | undefined;
}

const largestPage = 100;

/** @throws ApiError, TransportError, AuthError */
export async function listVisible(
  client: BitbucketApiClient,
  { metadata, credentials }: Pick<IntegrationRecord, 'metadata' | 'credentials'>,
  { query = '', maxPages, signal }: RepositoryListing,
): Promise<Repository[]> {
  const workspace = metadata.uuid;
  const { repository, project } = credentials ?? {};
  if (repository !== undefined) {
    const found = await client.getRepo(`${workspace}/${repository}`, { signal });
    return isFound(found, query) ? [found] : [];
  }
  if (project !== undefined) return listProject(client, { workspace, project }, { query, maxPages, signal });
  return query === ''
    ? client.getRepos(workspace, { maxPages, signal })
    : client.searchRepositories(workspace, query, { maxPages: maxPages ?? 1, signal });
}

const isFound = ({ name, full_name }: Repository, query: string): boolean =>
  [name, full_name].some((text) => text.toLowerCase().includes(query.toLowerCase()));

async function listProject(
  client: BitbucketApiClient,
  { workspace, project }: { readonly workspace: string; readonly project: string },
  { query = '', maxPages, signal }: RepositoryListing,
): Promise<Repository[]> {
  const within = `project.key=${quoteLiteral(project)}`;
  const list = (more: string, pages: number | undefined): Promise<Repository[]> =>
    listPages(
      client.paginate('GET /repositories/{workspace}', {
        path: { workspace },
        query: { q: `${within}${more}`, pagelen: largestPage },
        signal,
      }),
      pages,
    );
  if (query === '') return list('', maxPages);
  const literal = quoteLiteral(query);
  const pages = maxPages ?? 1;
  const lists = await Promise.all([list(` AND name=${literal}`, pages), list(` AND name~${literal}`, pages)]);
  return [...new Map(lists.flat().map((repository) => [repository.uuid, repository])).values()];
}
