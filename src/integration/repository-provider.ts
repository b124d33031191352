/** Links repositories of Bitbucket Cloud: finds them, makes and removes their hooks, reads their releases. */
import type { CommitWithChanges } from '../cloud/commits.ts';
import { ApiError } from '../errors/api-error.ts';
import type { FileChange } from '../shared/file-change.ts';
import { type CommitAuthor, parseAuthor, toUtc } from './commit-record.ts';
import type { BitbucketIntegration } from './integration.ts';
import { reconcileHook } from './reconcile-hook.ts';
import { cloudRepositoryHooks } from './reconcile-hook-ports.ts';
import type { LinkedRepository, NewRepository, RepositoryStore } from './repositories.ts';

/** A repository that was looked up before it is linked. */
export interface RepositoryData {
  /** `workspace/slug`. */
  readonly identifier: string;
  /** The UUID, in braces. */
  readonly externalId: string;
  readonly name: string;
  readonly url: string;
}

/** A commit of a release. */
export interface ReleaseCommit {
  readonly id: string;
  /** The repository's name. */
  readonly repository: string;
  /** `undefined` where the commit names none that can be kept. */
  readonly author: CommitAuthor | undefined;
  readonly message: string;
  /** ISO 8601, UTC. */
  readonly timestamp: string;
  readonly patchSet: readonly FileChange[];
}

export interface ReleaseComparison {
  /** Newest first. */
  readonly commits: readonly ReleaseCommit[];
  /** True when there were more than were read. */
  readonly truncated: boolean;
}

export interface BitbucketRepositoryProviderOptions {
  readonly repositories: RepositoryStore;
  /** The address that hooks deliver to, for an integration. */
  readonly webhookUrl: (integration: { readonly organizationId: string; readonly id: string }) => string;
}

export interface CompareReleaseOptions {
  /** The commit of the release before; without it the last 10 commits are given. */
  readonly start?: string | undefined;
  readonly end: string;
  readonly maxCommits?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface CallSignal {
  readonly signal?: AbortSignal | undefined;
}

/** What a linked repository's hook subscribes to. */
export const hookEvents = ['repo:push', 'pullrequest:fulfilled'] as const;

export class BitbucketRepositoryProvider {
  readonly key = 'bitbucket';
  readonly name = 'Bitbucket';
  readonly #options: BitbucketRepositoryProviderOptions;

  constructor(options: BitbucketRepositoryProviderOptions) {
    this.#options = options;
  }

  /** Looks a repository up by `workspace/slug`. */
  async getRepositoryData(
    integration: BitbucketIntegration,
    repo: string,
    { signal }: CallSignal = {},
  ): Promise<RepositoryData> {
    const { uuid, full_name } = await integration.getClient().getRepo(repo, { signal });
    return { identifier: full_name, externalId: uuid, name: full_name, url: repositoryUrl(full_name) };
  }

  /** Makes the hook, signed with the integration's secret, and gives the row to store. */
  async buildRepositoryConfig(
    integration: BitbucketIntegration,
    data: RepositoryData,
    { signal }: CallSignal = {},
  ): Promise<NewRepository> {
    const { record } = integration;
    const repo = byUuid(integration, data.externalId);
    const hook = await integration.getClient().createHook(repo, this.#hook(integration), { signal });
    return {
      integrationId: record.id,
      organizationId: record.organizationId,
      externalId: data.externalId,
      name: data.name,
      url: data.url,
      status: 'active',
      config: { name: data.name, webhookId: hook.uuid },
    };
  }

  /** Deletes the hook of a repository that is being unlinked. A hook that is gone already is success. */
  async onDeleteRepository(
    integration: BitbucketIntegration,
    repository: Pick<LinkedRepository, 'externalId' | 'config'>,
    { signal }: CallSignal = {},
  ): Promise<void> {
    const repo = byUuid(integration, repository.externalId);
    try {
      await integration.getClient().deleteHook(repo, repository.config.webhookId, { signal });
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    }
  }

  /** The commits of a release, newest first, each with author and file changes. */
  async compareCommits(
    integration: BitbucketIntegration,
    repository: Pick<LinkedRepository, 'externalId' | 'name'>,
    options: CompareReleaseOptions,
  ): Promise<ReleaseComparison> {
    const repo = byUuid(integration, repository.externalId);
    const { commits, truncated } = await integration.getClient().compareCommits(repo, options);
    return { commits: commits.map((commit) => toReleaseCommit(commit, repository.name)), truncated };
  }

  /** What the repository is called in Bitbucket's own addresses. */
  repositoryExternalSlug(repository: Pick<LinkedRepository, 'name'>): string {
    return repository.name;
  }

  /**
   * Links a repository: looks it up, makes its hook, stores it. One that is linked already is given back as it is.
   * If it cannot be stored, the hook is taken away again.
   */
  async link(
    integration: BitbucketIntegration,
    repo: string,
    { signal }: CallSignal = {},
  ): Promise<LinkedRepository> {
    const data = await this.getRepositoryData(integration, repo, { signal });
    const known = await this.#options.repositories.find(integration.record.id, data.externalId);
    if (known?.status === 'active') return known;
    const row = await this.buildRepositoryConfig(integration, data, { signal });
    try {
      return await this.#options.repositories.put(row);
    } catch (error) {
      await this.onDeleteRepository(integration, row, { signal });
      throw error;
    }
  }

  /** Unlinks a repository: deletes its hook, then its row. */
  async unlink(
    integration: BitbucketIntegration,
    repository: LinkedRepository,
    { signal }: CallSignal = {},
  ): Promise<void> {
    await this.onDeleteRepository(integration, repository, { signal });
    await this.#options.repositories.remove(repository.id);
  }

  /**
   * Enables the integration's repositories again after the app came back, and signs their hooks with the secret in
   * use now. A hook that is gone is made anew.
   */
  async reinstall(integration: BitbucketIntegration, { signal }: CallSignal = {}): Promise<void> {
    const { repositories } = this.#options;
    for (const repository of await repositories.list(integration.record.id)) {
      const webhookId = await this.#secureHook(integration, repository, signal);
      await repositories.update(repository.id, {
        status: 'active',
        config: { ...repository.config, webhookId },
      });
    }
  }

  /** The id of the one hook that stands. Ours are told by their address, and by the id that was stored. */
  async #secureHook(
    integration: BitbucketIntegration,
    { externalId, config }: LinkedRepository,
    signal: AbortSignal | undefined,
  ): Promise<string> {
    const repo = byUuid(integration, externalId);
    const { hookId } = await reconcileHook({
      hooks: cloudRepositoryHooks(integration.getClient(), repo, { signal }),
      wanted: this.#hook(integration),
      isOurs: ({ id }) => id === config.webhookId,
      // Bitbucket shows no secret, and the one in use may have changed.
      rotate: true,
    });
    return hookId ?? config.webhookId;
  }

  #hook({ record }: BitbucketIntegration) {
    const [secret] = record.webhookSecrets;
    const url = this.#options.webhookUrl(record);
    return {
      description: 'Linked repository',
      url,
      active: true,
      events: hookEvents,
      ...(secret ? { secret } : {}),
    };
  }
}

/** By UUID on both sides, so that a rename between two calls does no harm. */
const byUuid = (integration: BitbucketIntegration, uuid: string): string =>
  `${integration.record.metadata.uuid}/${uuid}`;

/** Where people see a repository. */
export const repositoryUrl = (fullName: string): string => `https://bitbucket.org/${fullName}`;

function toReleaseCommit(
  { hash, author, message, date, patchSet }: CommitWithChanges,
  repository: string,
): ReleaseCommit {
  return {
    id: hash,
    repository,
    author: parseAuthor(author?.raw),
    message,
    timestamp: toUtc(date),
    patchSet,
  };
}
