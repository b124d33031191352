/** Tells what came of a build, under a key of any length. */
import { fittingKey } from '../http/build-key.ts';
import type { CallSignal } from '../http/list-pages.ts';
import type { RestClient } from '../http/rest-client.ts';
import type { CloudRoutes, Commitstatus, DraftWith } from './operations.ts';
import { splitRepo } from './repo.ts';

/** `refname`, the source branch, ties it to the pull requests of that branch. */
export type BuildStatus = Pick<
  DraftWith<Commitstatus, 'key' | 'state' | 'url'>,
  'key' | 'state' | 'url' | 'name' | 'description' | 'refname'
>;

export interface SetBuildStatusOptions extends CallSignal {
  /** `workspace/slug` */
  readonly repo: string;
  /** The commit's hash. */
  readonly commit: string;
  readonly status: BuildStatus;
}

const longestKey = 40;

/**
 * Sets the status of the build with this key, new or not. Bitbucket refuses a key of more than 40 characters; a longer
 * one is sent as its SHA-1 in hex, so that the next status of the same build finds it, with the key as its name.
 *
 * @example await setBuildStatus(cloud, { repo: 'acme/api', commit: 'a1b2c3d', status: { key: 'ci', state: 'INPROGRESS', url } })
 * @throws ApiError · TransportError · AuthError · ConfigError
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/api-group-commit-statuses/#api-repositories-workspace-repo-slug-commit-commit-statuses-build-post
 */
export function setBuildStatus(
  client: RestClient<CloudRoutes>,
  { repo, commit, status, signal }: SetBuildStatusOptions,
): Promise<Commitstatus> {
  return client.request('POST /repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build', {
    path: { ...splitRepo(repo), commit },
    body: { ...status, name: status.name ?? status.key, key: fittingKey(status.key, longestKey) },
    signal,
  });
}
