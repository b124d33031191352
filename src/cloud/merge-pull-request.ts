/** Merges a pull request, however long Bitbucket takes: it is told to work on its own and asked until it has ended. */
import { setTimeout as wait } from 'node:timers/promises';
import { TransportError } from '../errors/transport-error.ts';
import type { CallSignal } from '../http/list-pages.ts';
import type { RestClient } from '../http/rest-client.ts';
import type { CloudRoutes, MergeStrategy } from './operations.ts';
import { splitRepo } from './repo.ts';
import type { PullRequest } from './types.ts';

export interface MergePullRequestOptions extends CallSignal {
  /** `workspace/slug` */
  readonly repo: string;
  readonly id: number | string;
  /** The message of the commit; Bitbucket writes one where there is none. */
  readonly message?: string | undefined;
  /** Default: the destination branch's own. */
  readonly strategy?: MergeStrategy | undefined;
  /** Default: as the pull request says. */
  readonly closeSourceBranch?: boolean | undefined;
  /** Milliseconds between two questions whether it has ended. Default 1,000. */
  readonly pollEvery?: number | undefined;
  /** Milliseconds to ask for at most. Default 600,000. The merge itself goes on after that. */
  readonly maxWait?: number | undefined;
  /** Called after each question whose answer was “not yet”; `elapsed` is in milliseconds. */
  readonly onProgress?:
    | ((progress: { readonly polls: number; readonly elapsed: number }) => void)
    | undefined;
}

const route = '/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}';

/**
 * Merges and gives the pull request as it is then. Without `async` Bitbucket would give up on a long merge with the
 * status 555, and leave open whether it went through.
 *
 * @throws ApiError `conflict` where a branch moved meanwhile, `bad_request` where a merge check says no ·
 *   TransportError `timeout` after `maxWait`, `aborted` by the signal (the merge goes on in both cases), `bad_answer` ·
 *   AuthError · ConfigError
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests/#api-repositories-workspace-repo-slug-pullrequests-pull-request-id-merge-post
 */
export async function mergePullRequest(
  client: RestClient<CloudRoutes>,
  options: MergePullRequestOptions,
): Promise<PullRequest> {
  const { repo, id, message, strategy, closeSourceBranch, signal } = options;
  const path = { ...splitRepo(repo), pull_request_id: id };
  const { data, response } = await client.requestRaw(`POST ${route}/merge`, {
    path,
    query: { async: true },
    body: { message, merge_strategy: strategy, close_source_branch: closeSourceBranch },
    signal,
  });
  if (response.status !== 202 && data !== undefined) return data;
  return untilMerged(client, { ...path, task_id: taskIdOf(response) }, options);
}

/** Only the id is taken of the address: where the answer leads is nobody's to choose. */
function taskIdOf({ headers }: Response): string {
  const id = /\/task-status\/([^/?#]+)/.exec(headers.get('location') ?? '')?.[1];
  if (id !== undefined) return decodeURIComponent(id);
  throw new TransportError(
    'bad_answer',
    `POST ${route}/merge was accepted without saying where to ask for it`,
  );
}

interface TaskPath {
  readonly workspace: string;
  readonly repo_slug: string;
  readonly pull_request_id: number | string;
  readonly task_id: string;
}

async function untilMerged(
  client: RestClient<CloudRoutes>,
  path: TaskPath,
  { pollEvery = 1000, maxWait = 600_000, onProgress, signal }: MergePullRequestOptions,
): Promise<PullRequest> {
  const started = performance.now();
  for (let polls = 1; ; polls += 1) {
    const task = await client.request(`GET ${route}/merge/task-status/{task_id}`, { path, signal });
    if (task.task_status === 'SUCCESS') {
      return task.merge_result ?? (await client.request(`GET ${route}`, { path, signal }));
    }
    if (task.task_status !== 'PENDING') {
      throw new TransportError('bad_answer', `POST ${route}/merge ended as ${task.task_status}`);
    }
    const elapsed = Math.round(performance.now() - started);
    onProgress?.({ polls, elapsed });
    if (elapsed + pollEvery > maxWait) {
      throw new TransportError(
        'timeout',
        `POST ${route}/merge has not ended after ${elapsed} ms; it goes on`,
      );
    }
    await pause(pollEvery, signal);
  }
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await wait(milliseconds, undefined, { signal });
  } catch (cause) {
    const text = `The wait for POST ${route}/merge was aborted by its signal; the merge goes on`;
    throw new TransportError('aborted', text, { cause });
  }
}
