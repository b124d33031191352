/** One integration with a Bitbucket Server: its client, what it sees, and its source links. */
import type { TokenStore } from '../../auth/token-store.ts';
import { ApiError } from '../../errors/api-error.ts';
import { ConfigError } from '../../errors/config-error.ts';
import type { ClientOptions } from '../../http/client-options.ts';
import { orMissing } from '../../http/files.ts';
import type { GuardedConnections } from '../../http/guarded-fetch.ts';
import type { CallSignal, ListOptions } from '../../http/list-pages.ts';
import { BitbucketServer } from '../../server/client.ts';
import { splitRepo } from '../../server/repo.ts';
import type { Repository } from '../../server/types.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { CodeOwnersFile } from '../code-owners.ts';
import type { IntegrationRecord } from '../integrations.ts';
import type { PluginRepository } from '../plugin-repository-source.ts';
import type { LinkedRepository } from '../repositories.ts';
import { isRefusal } from '../repository-access.ts';
import type { SharedCredentials } from '../shared-credentials.ts';
import type { SourcePlace } from '../source-links.ts';
import {
  type CodeOwnersOptions,
  createSourceCache,
  defaultBranch,
  fileExists,
  readCodeOwners,
  type SourceCache,
  type Sources,
} from '../sources.ts';
import { findStacktraceLink, type StacktraceLink, type StacktraceLinkInput } from '../stacktrace-link.ts';
import { serverAuthorizer } from './credentials.ts';
import { fullNameOf } from './repository-names.ts';
import {
  isServerSourceUrl,
  parseServerSourceUrl,
  type ServerSourceLocation,
  writeServerSourceUrl,
} from './source-links.ts';

/** A repository to choose from. */
export interface ServerRepositoryChoice {
  /** What `getRepositoryData` takes: `PROJECT/slug`. */
  readonly identifier: string;
  /** The project's key. */
  readonly project: string;
  /** The repository's slug. */
  readonly repo: string;
  /** `Project name/Repository name`. */
  readonly name: string;
  /** The repository's number, as text. */
  readonly externalId: string;
}

export interface BitbucketServerIntegrationOptions {
  readonly record: IntegrationRecord;
  /** Reaches the servers that tenants name, and nothing inside; see `createServerConnections`. */
  readonly connections: Pick<GuardedConnections, 'fetchFor'>;
  /** Where the tokens of OAuth 2.0 grants are kept: for integrations that were set up by one. */
  readonly tokens?: TokenStore | undefined;
  /** Pass one `createSharedCredentials()` where integrations are made anew for each call. Default: one of its own. */
  readonly sharedCredentials?: SharedCredentials | undefined;
  /** For the client: limits, a log. */
  readonly client?: Omit<ClientOptions, 'auth' | 'baseUrl' | 'fetch'> | undefined;
  /** What was asked about files. Default: a memory of its own. */
  readonly sourceCache?: SourceCache | undefined;
  readonly now?: Clock | undefined;
  /** Told when an OAuth 2.0 grant can be renewed no more. */
  readonly logger?: Logger | undefined;
}

type RepositoryName = Pick<LinkedRepository, 'name'>;

/** An integration at work. Made by the mounted app, or by a host that keeps its records in its own way. */
export class BitbucketServerIntegration {
  readonly record: IntegrationRecord;
  readonly #client: BitbucketServer;
  readonly #sources: Sources;
  readonly #baseUrl: string;

  /** @throws ConfigError `invalid_option` for the record of another product */
  constructor({
    record,
    connections,
    tokens,
    sharedCredentials: shared,
    client,
    sourceCache,
    now,
    logger,
  }: BitbucketServerIntegrationOptions) {
    if (record?.provider !== 'bitbucket_server') {
      throw new ConfigError(
        'record',
        'it is of another product',
        'Pass one whose provider is bitbucket_server',
      );
    }
    const { baseUrl, verifyTls = true } = record.metadata;
    this.record = record;
    this.#baseUrl = baseUrl;
    const fetch = connections.fetchFor({ baseUrl, verifyTls });
    const grants = tokens && { tokens, baseUrl, verifyTls, fetch, shared, logger };
    const auth = serverAuthorizer(record, { now, grants });
    this.#client = new BitbucketServer({ ...client, baseUrl, auth, fetch });
    this.#sources = {
      client: this.#client,
      mainBranch: (repo, call) => readMainBranch(this.#client, repo, call),
      cache: sourceCache ?? createSourceCache({ now }),
      owner: record.id,
    };
  }

  /** The client that acts as this integration. */
  getClient(): BitbucketServer {
    return this.#client;
  }

  /**
   * The repositories that the integration administers: all of them (50 pages of 250 at most), or those whose name has
   * the text in it (one page: who does not find it types more).
   *
   * @throws ApiError · TransportError · AuthError `reauthorization_required`
   */
  async getRepositories(
    query?: string,
    { maxPages, signal }: ListOptions = {},
  ): Promise<ServerRepositoryChoice[]> {
    const found =
      query === undefined || query === ''
        ? await this.#client.getRepos({ maxPages, signal })
        : await this.#client.searchRepositories(query, { maxPages: maxPages ?? 1, signal });
    return found.map(toChoice);
  }

  /** May this integration administer the repository? False when the server refuses; other failures are thrown. */
  async hasRepoAccess(repo: string, { signal }: CallSignal = {}): Promise<boolean> {
    try {
      await this.#client.getHooks(repo, { signal });
      return true;
    } catch (error) {
      if (error instanceof ApiError && [401, 403, 404].includes(error.status)) return false;
      throw error;
    }
  }

  /** Those of the repositories without an integration that this one does not see, and so cannot take over. */
  async getUnmigratableRepositories(
    repositories: readonly PluginRepository[],
    { signal }: CallSignal = {},
  ): Promise<PluginRepository[]> {
    const seen = await this.getRepositories(undefined, { signal });
    const names = new Set(seen.map(({ identifier }) => identifier.toLowerCase()));
    return repositories.filter(({ name }) => !names.has(name.toLowerCase()));
  }

  /** The repository as calls name it: a Server knows it by project key and slug only. */
  addressOf({ name }: RepositoryName): string {
    return name;
  }

  /** Is it an address of this server? Look-alikes are not. */
  sourceUrlMatches(url: string): boolean {
    return isServerSourceUrl(url, this.#baseUrl);
  }

  /** @throws ConfigError `invalid_option` for a path that no address can have, such as one with `..` */
  formatSourceUrl(repository: RepositoryName, place: SourcePlace): string {
    return writeServerSourceUrl(this.#baseUrl, repository.name, place);
  }

  /** The branch, tag or commit in a file's address; `undefined` where it is no address of the repository, or names none. */
  extractBranchFromSourceUrl(repository: RepositoryName, url: string): string | undefined {
    return this.#locate(repository, url)?.ref;
  }

  /** The path in a file's address, without query; as {@link extractBranchFromSourceUrl}. */
  extractSourcePathFromSourceUrl(repository: RepositoryName, url: string): string | undefined {
    return this.#locate(repository, url)?.path;
  }

  /** Repository, ref, path and line of a file's address; `undefined` for an address that is none. */
  parseSourceUrl(url: string): ServerSourceLocation | undefined {
    return parseServerSourceUrl(url, this.#baseUrl);
  }

  /** The owners of files by the repository's CODEOWNERS; `undefined` where it has none. */
  getCodeOwners(
    repository: RepositoryName,
    options?: CodeOwnersOptions,
  ): Promise<CodeOwnersFile | undefined> {
    return readCodeOwners(this.#sources, repository.name, options);
  }

  /**
   * Where the line of a stack trace is seen. Whether the file is there is asked once in five minutes.
   *
   * @throws TransportError, AuthError, and ApiError for what is neither "not there" nor "not for you"
   */
  getStacktraceLink(input: StacktraceLinkInput): Promise<StacktraceLink> {
    const { line, signal } = input;
    return findStacktraceLink(input, {
      fileExists: ({ name }, path, ref) => fileExists(this.#sources, name, { path, ref, signal }),
      defaultBranch: ({ name }) => defaultBranch(this.#sources, name, { signal }),
      sourceUrl: (repository, path, ref) => this.formatSourceUrl(repository, { path, ref, line }),
      isRefusal,
    });
  }

  #locate({ name }: RepositoryName, url: string): ServerSourceLocation | undefined {
    const found = this.parseSourceUrl(url);
    return found?.repository.toLowerCase() === name.toLowerCase() ? found : undefined;
  }
}

function toChoice({ id, slug, name, project }: Repository): ServerRepositoryChoice {
  return {
    identifier: fullNameOf({ projectKey: project.key, repositorySlug: slug }),
    project: project.key,
    repo: slug,
    name: `${project.name ?? project.key}/${name}`,
    externalId: String(id),
  };
}

/** `undefined` for a repository without commits, whose answer is empty or a 404. */
async function readMainBranch(
  client: BitbucketServer,
  repo: string,
  { signal }: CallSignal,
): Promise<string | undefined> {
  const branch = await orMissing(
    client.request('GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/default-branch', {
      path: splitRepo(repo),
      signal,
    }),
  );
  return branch?.displayId;
}
