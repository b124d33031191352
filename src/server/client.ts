/** The client of the REST API of Bitbucket Server and Data Center. */
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
import type { TlsOptions } from '../http/tls-fetch.ts';
import { createTransport } from '../http/transport.ts';
import type { FileChange } from '../shared/file-change.ts';
import { isLoginPage, toServerApiError } from './api-error.ts';
import {
  type CommitComparison,
  type CommitsOptions,
  type CommitWithChanges,
  compareServerCommits,
  readCommits,
  readFileChanges,
} from './commits.ts';
import { type Connection, openConnection } from './connection.ts';
import { mayBeEmpty } from './empty-answers.ts';
import { fileExists, readBlame, readFile } from './files.ts';
import { nextPage } from './next-page.ts';
import type { ServerRoutes } from './operations.ts';
import { splitRepo } from './repo.ts';
import type { BlameSpan, Commit, Repository, Webhook, WebhookInput } from './types.ts';

export interface BitbucketServerOptions extends ClientOptions {
  /** Where the server answers, with its context path if it has one: `https://git.example.com/bitbucket`. */
  readonly baseUrl: string;
  /** A private CA, a client certificate, or no verification. Needs the package undici; excludes `fetch`. */
  readonly tls?: TlsOptions | undefined;
}

const largestPage = 250;
const hooks = '/api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks';

/**
 * Calls Bitbucket Server. Every operation is reachable by its route with `request`, `requestRaw` and `paginate`; the
 * methods are for what takes more than one call, or what integrations do most.
 *
 * `repo` is `PROJECT/slug`, or `~user/slug` for a personal repository.
 * Each method throws ApiError when Bitbucket refuses, TransportError when nobody answers, and ConfigError for an
 * argument that cannot be sent.
 *
 * @example
 * const server = new BitbucketServer({ baseUrl: 'https://git.example.com', auth: accessToken(token) })
 * const { commits } = await server.compareCommits('ACME/api', { start: 'a1b2c3d', end: 'main' })
 * @see https://developer.atlassian.com/server/bitbucket/rest/
 */
export class BitbucketServer extends RestClient<ServerRoutes> {
  readonly #connection: Connection;

  /** @throws ConfigError `invalid_option` naming a wrong or unknown option */
  constructor(options: BitbucketServerOptions) {
    checkOptions('BitbucketServer', options, [...clientOptionNames, 'tls']);
    const { fetch, tls } = options;
    const baseUrl = checkBaseUrl('baseUrl', options.baseUrl);
    const connection = openConnection({ baseUrl, fetch, tls });
    super({
      root: `${baseUrl}/rest`,
      transport: createTransport({
        ...toTransportOptions({ ...options, fetch: connection.fetch }),
        toApiError: toServerApiError,
        isLoginPage,
      }),
      nextPage,
      mayBeEmpty,
      // Without it Bitbucket takes a form or a multipart body for one of a forged page.
      headers: { 'x-atlassian-token': 'no-check' },
    });
    this.#connection = connection;
  }

  /** Ends the connections that `tls` holds; without `tls` there is nothing to end. */
  close(): Promise<void> {
    return this.#connection.close();
  }

  getRepo(repo: string, { signal }: CallSignal = {}): Promise<Repository> {
    const path = splitRepo(repo);
    return this.request('GET /api/latest/projects/{projectKey}/repos/{repositorySlug}', { path, signal });
  }

  /** The repositories that the credential administers, page by page up to the bound. */
  getRepos(options: ListOptions = {}): Promise<Repository[]> {
    return this.#listRepos(options, undefined);
  }

  /** Those of them whose name has the text in it, in any case. */
  searchRepositories(text: string, options: ListOptions = {}): Promise<Repository[]> {
    return this.#listRepos(options, text);
  }

  /** The hook as Bitbucket stored it, with its `id`. */
  createHook(repo: string, hook: WebhookInput, { signal }: CallSignal = {}): Promise<Webhook> {
    return this.request(`POST ${hooks}`, { path: splitRepo(repo), body: hook, signal });
  }

  getHooks(repo: string, { signal }: CallSignal = {}): Promise<Webhook[]> {
    const query = { limit: largestPage };
    return Array.fromAsync(this.paginate(`GET ${hooks}`, { path: splitRepo(repo), query, signal }));
  }

  /** Replaces the hook's settings: pass all of them, the secret too. */
  updateHook(
    repo: string,
    id: number | string,
    hook: WebhookInput,
    { signal }: CallSignal = {},
  ): Promise<Webhook> {
    const path = { ...splitRepo(repo), webhookId: id };
    return this.request(`PUT ${hooks}/{webhookId}`, { path, body: hook, signal });
  }

  async deleteHook(repo: string, id: number | string, { signal }: CallSignal = {}): Promise<void> {
    const path = { ...splitRepo(repo), webhookId: id };
    await this.request(`DELETE ${hooks}/{webhookId}`, { path, signal });
  }

  /** The commits of a range without merges, newest first, in pages of 1,000 up to the bound. */
  async getCommits(repo: string, options: CommitsOptions = {}): Promise<Commit[]> {
    return readCommits(this, repo, options);
  }

  /** The newest commits of a ref, each with its file changes; 10 unless `limit` says otherwise. */
  async getLastCommits(
    repo: string,
    ref: string,
    { limit, signal }: CallSignal & { readonly limit?: number | undefined } = {},
  ): Promise<readonly CommitWithChanges[]> {
    const { commits } = await compareServerCommits(this, repo, { end: ref, maxCommits: limit, signal });
    return commits;
  }

  /** What a commit did to files, against its first parent. A move is a D of the source and an A of the target. */
  getCommitFileChanges(repo: string, hash: string, { signal }: CallSignal = {}): Promise<FileChange[]> {
    return readFileChanges(this, repo, hash, signal);
  }

  /** The commits after `start` up to `end` without merges, newest first, each with its file changes. */
  compareCommits(repo: string, options: CompareCommitsOptions): Promise<CommitComparison> {
    return compareServerCommits(this, repo, options);
  }

  /** Is there a file at the ref? */
  async checkFile(repo: string, options: FileOptions): Promise<boolean> {
    return fileExists(this, repo, options);
  }

  /** The file's text at the ref, or `undefined` where there is no such file. */
  async getFile(repo: string, options: FileOptions): Promise<string | undefined> {
    return readFile(this, repo, options);
  }

  /** Who last changed each line of the file, as spans in order; nothing where there is no such file. */
  async getBlame(repo: string, options: FileOptions): Promise<BlameSpan[]> {
    return readBlame(this, repo, options);
  }

  #listRepos({ maxPages, signal }: ListOptions, name: string | undefined): Promise<Repository[]> {
    const query = { limit: largestPage, permission: 'REPO_ADMIN', name } as const;
    return listPages(this.paginate('GET /api/latest/repos', { query, signal }), maxPages);
  }
}
