/** Merges a pull request with the version that Bitbucket asks for. */
import type { CallSignal } from '../http/list-pages.ts';
import type { RestClient } from '../http/rest-client.ts';
import type { ServerRoutes } from './operations.ts';
import { isOutOfDate } from './pull-request-version.ts';
import { type RepositoryPath, splitRepo } from './repo.ts';
import type { PullRequest } from './types.ts';

export interface MergePullRequestOptions extends CallSignal {
  /** `PROJECT/slug` */
  readonly repo: string;
  readonly id: number | string;
  /** The message of the commit; Bitbucket writes one where there is none. */
  readonly message?: string | undefined;
  /** Such as `squash` or `no-ff`. Default: the repository's own. */
  readonly strategyId?: string | undefined;
}

const route = '/api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}';

/**
 * Merges and gives the pull request as it is then. Where its version grew between reading and merging, it is read
 * again and merged once more; but not if the source branch moved or it was closed: what was to be merged is another
 * thing then.
 *
 * @throws ApiError `conflict` for that, for conflicts, vetoes and a second change · TransportError · ConfigError
 * @see https://developer.atlassian.com/server/bitbucket/rest/
 */
export async function mergePullRequest(
  client: RestClient<ServerRoutes>,
  options: MergePullRequestOptions,
): Promise<PullRequest> {
  const { repo, id, signal } = options;
  const path = { ...splitRepo(repo), pullRequestId: id };
  const seen = await client.request(`GET ${route}`, { path, signal });
  try {
    return await merge(client, { path, version: seen.version }, options);
  } catch (error) {
    if (!isOutOfDate(error)) throw error;
    const now = await client.request(`GET ${route}`, { path, signal });
    const isTheSame = now.state === 'OPEN' && now.fromRef.latestCommit === seen.fromRef.latestCommit;
    if (!isTheSame) throw error;
    return merge(client, { path, version: now.version }, options);
  }
}

interface Version {
  readonly path: RepositoryPath & { readonly pullRequestId: number | string };
  readonly version: number;
}

/** Versions before 8 read the version from the query, those after from the body. */
function merge(
  client: RestClient<ServerRoutes>,
  { path, version }: Version,
  { message, strategyId, signal }: MergePullRequestOptions,
): Promise<PullRequest> {
  const query = { version: String(version) };
  return client.request(`POST ${route}/merge`, {
    path,
    query,
    body: { message, strategyId, version },
    signal,
  });
}
