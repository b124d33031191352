/** Changes a pull request and keeps what is not changed: Bitbucket itself takes a PUT for all that there is. */
import { withChanges } from '../http/changes.ts';
import type { CallSignal } from '../http/list-pages.ts';
import type { RestClient } from '../http/rest-client.ts';
import type { Draft, ServerRoutes } from './operations.ts';
import { isOutOfDate } from './pull-request-version.ts';
import { splitRepo } from './repo.ts';
import type { PullRequest } from './types.ts';

/** What may be changed. `reviewers` are all that there are to be: `[{ user: { name: 'jane' } }]`. */
export type PullRequestChanges = Pick<
  Draft<PullRequest>,
  'title' | 'description' | 'reviewers' | 'toRef' | 'draft'
>;

export interface UpdatePullRequestOptions extends CallSignal {
  /** `PROJECT/slug` */
  readonly repo: string;
  readonly id: number | string;
  /** The changes, or what makes them of the pull request as it is: to add a reviewer to those that there are. */
  readonly changes: PullRequestChanges | ((current: PullRequest) => PullRequestChanges);
}

const route = '/api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests/{pullRequestId}';

/**
 * Reads the pull request, changes it and writes it whole, with the version that was read: a PUT that leaves out
 * reviewers or description would take them away. Where somebody else changed it between the two calls, both are made
 * once more. Gives the pull request as it is then.
 *
 * @example await updatePullRequest(server, { repo: 'ACME/api', id: 7, changes: ({ title }) => ({ title: `WIP ${title}` }) })
 * @throws ApiError, `conflict` where it was changed twice meanwhile or is no longer open · TransportError · ConfigError
 * @see https://developer.atlassian.com/server/bitbucket/rest/
 */
export async function updatePullRequest(
  client: RestClient<ServerRoutes>,
  options: UpdatePullRequestOptions,
): Promise<PullRequest> {
  try {
    return await readAndWrite(client, options);
  } catch (error) {
    if (isOutOfDate(error)) return readAndWrite(client, options);
    throw error;
  }
}

async function readAndWrite(
  client: RestClient<ServerRoutes>,
  { repo, id, changes, signal }: UpdatePullRequestOptions,
): Promise<PullRequest> {
  const path = { ...splitRepo(repo), pullRequestId: id };
  const current = await client.request(`GET ${route}`, { path, signal });
  const wanted = typeof changes === 'function' ? changes(current) : changes;
  const body = { ...withChanges(keptOf(current), wanted), version: current.version };
  return client.request(`PUT ${route}`, { path, body, signal });
}

/** The branches stay by themselves. */
function keptOf({ title, description = '', reviewers = [], draft }: PullRequest): PullRequestChanges {
  return {
    title,
    description,
    reviewers: reviewers.map(({ user: { name } }) => ({ user: { name } })),
    draft,
  };
}
