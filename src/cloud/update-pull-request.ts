/** Changes a pull request and keeps what is not changed: Bitbucket itself takes a PUT for all that there is. */
import { withChanges } from '../http/changes.ts';
import type { CallSignal } from '../http/list-pages.ts';
import type { RestClient } from '../http/rest-client.ts';
import type { CloudRoutes, Draft } from './operations.ts';
import { splitRepo } from './repo.ts';
import type { PullRequest } from './types.ts';

/** What may be changed. `reviewers` are all that there are to be: `[{ uuid: '{…}' }]`. */
export type PullRequestChanges = Pick<
  Draft<PullRequest>,
  'title' | 'description' | 'reviewers' | 'destination' | 'close_source_branch' | 'draft'
>;

export interface UpdatePullRequestOptions extends CallSignal {
  /** `workspace/slug` */
  readonly repo: string;
  readonly id: number | string;
  /** The changes, or what makes them of the pull request as it is: to add a reviewer to those that there are. */
  readonly changes: PullRequestChanges | ((current: PullRequest) => PullRequestChanges);
}

const route = '/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}';

/**
 * Reads the pull request, changes it and writes it whole: a PUT that leaves out reviewers or description would take
 * them away. Gives the pull request as it is then. Bitbucket Cloud has no version to tell that somebody else changed
 * it between the two calls: the last one to write wins.
 *
 * @example await updatePullRequest(cloud, { repo: 'acme/api', id: 7, changes: { title: 'Ready' } })
 * @throws ApiError, `bad_request` where it is no longer open · TransportError · AuthError · ConfigError
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests/#api-repositories-workspace-repo-slug-pullrequests-pull-request-id-put
 */
export async function updatePullRequest(
  client: RestClient<CloudRoutes>,
  { repo, id, changes, signal }: UpdatePullRequestOptions,
): Promise<PullRequest> {
  const path = { ...splitRepo(repo), pull_request_id: id };
  const current = await client.request(`GET ${route}`, { path, signal });
  const wanted = typeof changes === 'function' ? changes(current) : changes;
  const body = withChanges(keptOf(current), wanted);
  return client.request(`PUT ${route}`, { path, body, signal });
}

/** The branches stay by themselves. */
function keptOf(current: PullRequest): PullRequestChanges {
  const { title, description = '', reviewers = [], close_source_branch, draft } = current;
  return {
    title,
    description,
    reviewers: reviewers.map(({ uuid }) => ({ uuid })),
    close_source_branch,
    draft,
  };
}
