/** Tells what came of a build, under a key of any length. */
import { fittingKey } from '../http/build-key.ts';
import type { CallSignal } from '../http/list-pages.ts';
import type { RestClient } from '../http/rest-client.ts';
import type { RestBuildStatusSetRequest, ServerRoutes } from './operations.ts';
import { splitRepo } from './repo.ts';

/** `ref` is a full one, `refs/heads/main`; `duration` and `lastUpdated` are milliseconds. */
export type BuildStatus = RestBuildStatusSetRequest;

export interface SetBuildStatusOptions extends CallSignal {
  /** `PROJECT/slug` */
  readonly repo: string;
  /** The commit's full hash. */
  readonly commit: string;
  readonly status: BuildStatus;
}

const longest = 255;

/**
 * Sets the status of the build with this key, new or not. Bitbucket refuses a key or a name of more than 255
 * characters: a longer key is sent as its SHA-1 in hex, so that the next status of the same build finds it; a longer
 * name is cut.
 *
 * @throws ApiError · TransportError · ConfigError
 * @see https://developer.atlassian.com/server/bitbucket/rest/
 */
export async function setBuildStatus(
  client: RestClient<ServerRoutes>,
  { repo, commit, status, signal }: SetBuildStatusOptions,
): Promise<void> {
  const name = (status.name ?? status.key).slice(0, longest).toWellFormed();
  await client.request(
    'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/builds',
    {
      path: { ...splitRepo(repo), commitId: commit },
      body: { ...status, name, key: fittingKey(status.key, longest) },
      signal,
    },
  );
}
