/** The client of Bitbucket Cloud's REST API 2.0. */
import { ApiError } from '../errors/api-error.ts';
import { checkOptions } from '../errors/check-options.ts';
import {
  type ClientOptions,
  checkBaseUrl,
  clientOptionNames,
  toTransportOptions,
} from '../http/client-options.ts';
import type { CompareCommitsOptions } from '../http/compare-commits.ts';
import type { FileOptions } from '../http/files.ts';
import { type CallSignal, type ListOptions, listPages } from '../http/list-pages.ts';
import { RestClient } from '../http/rest-client.ts';
import { createTransport } from '../http/transport.ts';
import type { FileChange } from '../shared/file-change.ts';
import { toCloudApiError } from './api-error.ts';
import { type Blame, type BlameOptions, readBlame } from './blame.ts';
import {
  type CommitComparison,
  type CommitWithChanges,
  compareCloudCommits,
  readFileChanges,
} from './commits.ts';
import { mayBeEmpty } from './empty-answers.ts';
import { fileExists, readFile } from './files.ts';
import { quoteLiteral } from './literal.ts';
import type { CloudRoutes } from './operations.ts';
import { fitPage } from './page-size.ts';
import { splitRepo } from './repo.ts';
import type { Issue, IssueComment, IssueInput, Repository, Webhook, WebhookInput } from './types.ts';

const largestPage = 100;
const largestIssuePage = 50;

/**
 * Calls Bitbucket Cloud. Every operation is reachable by its route with `request`, `requestRaw` and `paginate`; the
 * methods are for what takes more than one call, or what integrations do most.
 *
 * `repo` is `workspace/slug`; either half may be a UUID in braces, which stays right when names change.
 * Each method throws ApiError when Bitbucket refuses, TransportError when nobody answers, AuthError when the
 * credential is dead, and ConfigError for an argument that cannot be sent.
 *
 * @example
 * const cloud = new BitbucketApiClient({ auth: accessToken(process.env.BITBUCKET_TOKEN) })
 * const { commits } = await cloud.compareCommits('acme/api', { start: 'a1b2c3d', end: 'main' })
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/
 */
export class BitbucketApiClient extends RestClient<CloudRoutes> {
  /** @throws ConfigError `invalid_option` naming a wrong or unknown option */
  constructor(options: ClientOptions) {
    checkOptions('BitbucketApiClient', options, clientOptionNames);
    const origin = checkBaseUrl('baseUrl', options.baseUrl ?? 'https://api.bitbucket.org').replace(
      /\/2\.0$/,
      '',
    );
    super({
      root: `${origin}/2.0`,
      transport: createTransport({ ...toTransportOptions(options), toApiError: toCloudApiError }),
      nextPage: ({ next }) => (typeof next === 'string' && next !== '' ? next : undefined),
      mayBeEmpty,
      fitPage,
    });
  }

  getRepo(repo: string, { signal }: CallSignal = {}): Promise<Repository> {
    return this.request('GET /repositories/{workspace}/{repo_slug}', { path: splitRepo(repo), signal });
  }

  /** The workspace's repositories that the credential sees, page by page up to the bound. */
  getRepos(workspace: string, options: ListOptions = {}): Promise<Repository[]> {
    return this.#listRepos(workspace, options, {});
  }

  /** Repositories whose name is the text, then those whose name has it in it, each once. */
  async searchRepositories(
    workspace: string,
    text: string,
    options: ListOptions = {},
  ): Promise<Repository[]> {
    const literal = quoteLiteral(text);
    const [exact, fuzzy] = await Promise.all([
      this.#listRepos(workspace, options, { q: `name=${literal}` }),
      this.#listRepos(workspace, options, { q: `name~${literal}` }),
    ]);
    return [...new Map([...exact, ...fuzzy].map((repository) => [repository.uuid, repository])).values()];
  }

  /** The hook as Bitbucket stored it, with its `uuid`; the secret is not given back. */
  createHook(repo: string, hook: WebhookInput, { signal }: CallSignal = {}): Promise<Webhook> {
    const path = splitRepo(repo);
    return this.request('POST /repositories/{workspace}/{repo_slug}/hooks', { path, body: hook, signal });
  }

  getHooks(repo: string, { signal }: CallSignal = {}): Promise<Webhook[]> {
    const path = splitRepo(repo);
    const query = { pagelen: largestPage };
    return Array.fromAsync(
      this.paginate('GET /repositories/{workspace}/{repo_slug}/hooks', { path, query, signal }),
    );
  }

  /** Replaces the hook's settings; a `secret` that is left out stays as it is. */
  updateHook(repo: string, uuid: string, hook: WebhookInput, { signal }: CallSignal = {}): Promise<Webhook> {
    const path = { ...splitRepo(repo), uid: uuid };
    return this.request('PUT /repositories/{workspace}/{repo_slug}/hooks/{uid}', {
      path,
      body: hook,
      signal,
    });
  }

  async deleteHook(repo: string, uuid: string, { signal }: CallSignal = {}): Promise<void> {
    const path = { ...splitRepo(repo), uid: uuid };
    await this.request('DELETE /repositories/{workspace}/{repo_slug}/hooks/{uid}', { path, signal });
  }

  /** What a commit did to files, against its first parent. A rename is a D of the old path and an A of the new. */
  getCommitFileChanges(repo: string, hash: string, { signal }: CallSignal = {}): Promise<FileChange[]> {
    return readFileChanges(this, repo, hash, signal);
  }

  /** The newest commits of a ref, each with its file changes; 10 unless `limit` says otherwise. */
  async getLastCommits(
    repo: string,
    ref: string,
    { limit, signal }: CallSignal & { readonly limit?: number | undefined } = {},
  ): Promise<readonly CommitWithChanges[]> {
    const { commits } = await compareCloudCommits(this, repo, { end: ref, maxCommits: limit, signal });
    return commits;
  }

  /** The commits after `start` up to `end`, newest first, each with its file changes. */
  compareCommits(repo: string, options: CompareCommitsOptions): Promise<CommitComparison> {
    return compareCloudCommits(this, repo, options);
  }

  /** Is there a file at the ref? */
  checkFile(repo: string, options: FileOptions): Promise<boolean> {
    return fileExists(this, repo, options);
  }

  /** The file's text at the ref, or `undefined` where there is no such file. */
  getFile(repo: string, options: FileOptions): Promise<string | undefined> {
    return readFile(this, repo, options);
  }

  /**
   * The commit that a line of a file comes from; without `line`, the newest that changed the file. `undefined` where
   * there is no such file, or the line is older than `maxCommits` commits of the file.
   *
   * Bitbucket Cloud has no call for this: the file's history is walked, newest first, and the line followed through
   * each commit's diff against its first parent. So it takes a call for each of these commits, follows renames as far
   * as Bitbucket does, and names the merge for a line that a merge brought. Data Center has a call of its own.
   */
  getBlame(repo: string, options: BlameOptions): Promise<Blame | undefined> {
    return readBlame(this, repo, options);
  }

  /** The unified diff of a commit (`hash`) or of two (`newer..older`, as Bitbucket orders them). */
  getDiff(repo: string, spec: string, { signal }: CallSignal = {}): Promise<string> {
    const path = { ...splitRepo(repo), spec };
    return this.request('GET /repositories/{workspace}/{repo_slug}/diff/{spec}', {
      path,
      signal,
      as: 'text',
    });
  }

  /**
   * @deprecated Bitbucket removed the issue tracker on 2026-08-20: every issue call ends in a FeatureRemovedError, or
   *   in an ApiError `no_issue_tracker` where Bitbucket names the tracker that the repository lacks.
   */
  getIssue(repo: string, id: string | number, { signal }: CallSignal = {}): Promise<Issue> {
    const path = { ...splitRepo(repo), issue_id: id };
    return this.request('GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}', { path, signal });
  }

  /** @deprecated as {@link getIssue} */
  createIssue(repo: string, issue: IssueInput, { signal }: CallSignal = {}): Promise<Issue> {
    const path = splitRepo(repo);
    return this.request('POST /repositories/{workspace}/{repo_slug}/issues', { path, body: issue, signal });
  }

  /**
   * Issues whose title has the text in it; one page, of 50 at most. Line breaks count as spaces, and only the text's
   * first 200 characters are looked for.
   *
   * @deprecated as {@link getIssue}
   */
  async searchIssues(repo: string, text: string, { signal }: CallSignal = {}): Promise<readonly Issue[]> {
    const { values = [] } = await this.request('GET /repositories/{workspace}/{repo_slug}/issues', {
      path: splitRepo(repo),
      query: { q: `title~${quoteLiteral(text)}`, pagelen: largestIssuePage },
      signal,
    });
    return values;
  }

  /** @deprecated as {@link getIssue} */
  createComment(
    repo: string,
    id: string | number,
    text: string,
    { signal }: CallSignal = {},
  ): Promise<IssueComment> {
    const path = { ...splitRepo(repo), issue_id: id };
    return this.request('POST /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments', {
      path,
      body: { content: { raw: text } },
      signal,
    });
  }

  /**
   * Does Bitbucket know the secret that this client signs with? Asked by reading the workspace's hooks, as a Connect
   * app may: the proof of a first installation. False for 401, 403 and 404; any other failure is thrown.
   */
  async verifySharedSecret(workspaceUuid: string, { signal }: CallSignal = {}): Promise<boolean> {
    try {
      await this.request('GET /workspaces/{workspace}/hooks', { path: { workspace: workspaceUuid }, signal });
      return true;
    } catch (error) {
      if (error instanceof ApiError && [401, 403, 404].includes(error.status)) return false;
      throw error;
    }
  }

  #listRepos(
    workspace: string,
    { maxPages, signal }: ListOptions,
    query: { q?: string },
  ): Promise<Repository[]> {
    const listed = this.paginate('GET /repositories/{workspace}', {
      path: { workspace },
      query: { ...query, pagelen: largestPage },
      signal,
    });
    return listPages(listed, maxPages);
  }
}
