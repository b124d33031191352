/** Links repositories of Bitbucket Cloud: finds them, makes and removes their hooks, reads their releases. */
import { ApiError } from '../errors/api-error.ts';
import { ConfigError } from '../errors/config-error.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import type { BitbucketIntegration, RepositoryName } from './integration.ts';
import { reconcileHook } from './reconcile-hook.ts';
import { cloudRepositoryHooks } from './reconcile-hook-ports.ts';
import { type CompareReleaseOptions, type ReleaseComparison, toReleaseCommit } from './release-commits.ts';
import type { LinkedRepository, NewRepository, RepositoryStore } from './repositories.ts';
import {
  isRefusal,
  isShut,
  type RepositoryAccess,
  refreshRepository,
  withAccess,
} from './repository-access.ts';
import { followNames, repositoryUrl, siteUrlOf, workspaceIdOf } from './repository-address.ts';

/** A repository that was looked up before it is linked. */
export interface RepositoryData {
  /** `workspace/slug`. */
  readonly identifier: string;
  /** The UUID, in braces. */
  readonly externalId: string;
  readonly name: string;
  readonly url: string;
  /** The UUID of its workspace, where Bitbucket gives it. */
  readonly workspaceId?: string | undefined;
}

export interface BitbucketRepositoryProviderOptions {
  readonly repositories: RepositoryStore;
  /** What hooks subscribe to beside `repo:push` and `pullrequest:fulfilled`. */
  readonly hookEvents?: readonly string[] | undefined;
  /** The address that hooks deliver to, for an integration. */
  readonly webhookUrl: (integration: { readonly organizationId: string; readonly id: string }) => string;
  /** Milliseconds until a repository that Bitbucket refused is asked for again. Default 1 hour. */
  readonly recheckAccessAfter?: number | undefined;
  readonly now?: Clock | undefined;
}

interface CallSignal {
  readonly signal?: AbortSignal | undefined;
}

/** What a linked repository's hook subscribes to. */
const hookEvents = ['repo:push', 'pullrequest:fulfilled'] as const;

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
    const found = await integration.getClient().getRepo(repo, { signal });
    const { uuid, full_name } = found;
    const url = repositoryUrl(full_name, siteUrlOf(integration.record.metadata));
    const workspaceId = workspaceIdOf(found);
    return {
      identifier: full_name,
      externalId: uuid,
      name: full_name,
      url,
      ...(workspaceId === undefined ? {} : { workspaceId }),
    };
  }

  /** Makes the hook, signed with the integration's secret, and gives the row to store. */
  async buildRepositoryConfig(
    integration: BitbucketIntegration,
    data: RepositoryData,
    { signal }: CallSignal = {},
  ): Promise<NewRepository> {
    const { record } = integration;
    const { externalId, name, url, workspaceId } = data;
    const place = { name, ...(workspaceId === undefined ? {} : { workspaceId }) };
    const repo = integration.addressOf({ externalId, name, config: { ...place, webhookId: '' } });
    const hook = await integration.getClient().createHook(repo, this.#hook(integration), { signal });
    return {
      integrationId: record.id,
      organizationId: record.organizationId,
      externalId,
      name,
      url,
      status: 'active',
      config: { ...place, webhookId: hook.uuid },
    };
  }

  /** Deletes the hook of a repository that is being unlinked. A hook that is gone already is success. */
  async onDeleteRepository(
    integration: BitbucketIntegration,
    repository: Pick<LinkedRepository, 'externalId' | 'config'>,
    { signal }: CallSignal = {},
  ): Promise<void> {
    const repo = integration.addressOf({ name: '', ...repository });
    try {
      await integration.getClient().deleteHook(repo, repository.config.webhookId, { signal });
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    }
  }

  /**
   * The commits of a release, newest first, each with author and file changes. A linked repository that Bitbucket does
   * not show any more is marked `access_lost`, and then refused without a call for an hour.
   *
   * @throws ApiError · TransportError · AuthError · ConfigError
   */
  async compareCommits(
    integration: BitbucketIntegration,
    repository: RepositoryName,
    options: CompareReleaseOptions,
  ): Promise<ReleaseComparison> {
    const repo = integration.addressOf(repository);
    const read = () => integration.getClient().compareCommits(repo, options);
    const linked = asLinked(repository);
    if (linked !== undefined) this.#refuseShut(linked);
    const access = linked && this.#access(integration, linked, options.signal);
    const { commits, truncated } = await (linked && access ? withAccess(linked, access, read) : read());
    return { commits: commits.map((commit) => toReleaseCommit(commit, repository.name)), truncated };
  }

  /** What the repository is called in Bitbucket's own addresses. */
  repositoryExternalSlug(repository: Pick<LinkedRepository, 'name'>): string {
    return repository.name;
  }

  /**
   * Links a repository: looks it up, makes its hook, stores it. One that is linked already is given back with the names
   * of today, its hook put right if it was disabled or lost. If it cannot be stored, the hook is taken away again.
   */
  async link(
    integration: BitbucketIntegration,
    repo: string,
    { signal }: CallSignal = {},
  ): Promise<LinkedRepository> {
    const data = await this.getRepositoryData(integration, repo, { signal });
    const known = await this.#options.repositories.find(integration.record.id, data.externalId);
    if (known !== undefined) return this.#linkAgain(integration, known, { data, signal });
    const row = await this.buildRepositoryConfig(integration, data, { signal });
    try {
      return await this.#options.repositories.put(row);
    } catch (error) {
      await this.onDeleteRepository(integration, row, { signal });
      throw error;
    }
  }

  async #linkAgain(
    integration: BitbucketIntegration,
    known: LinkedRepository,
    { data, signal }: CallSignal & { readonly data: RepositoryData },
  ): Promise<LinkedRepository> {
    const { externalId: uuid, name: full_name, workspaceId } = data;
    const named = { uuid, full_name, workspace: { uuid: workspaceId } };
    const siteUrl = siteUrlOf(integration.record.metadata);
    const followed = await followNames(this.#options.repositories, known, { named, siteUrl });
    return known.status === 'active' ? followed : this.reconcileHook(integration, followed, { signal });
  }

  /** Unlinks a repository: deletes its hook, then its row. One that Bitbucket does not show any more has none to delete. */
  async unlink(
    integration: BitbucketIntegration,
    repository: LinkedRepository,
    { signal }: CallSignal = {},
  ): Promise<void> {
    try {
      await this.onDeleteRepository(integration, repository, { signal });
    } catch (error) {
      if (!(repository.status === 'access_lost' && isRefusal(error))) throw error;
    }
    await this.#options.repositories.remove(repository.id);
  }

  /**
   * Asks Bitbucket for a linked repository and stores what changed: its names after a rename or a transfer, access that
   * was lost (`access_lost`) or came back.
   */
  refreshRepository(
    integration: BitbucketIntegration,
    repository: LinkedRepository,
    { signal }: CallSignal = {},
  ): Promise<LinkedRepository> {
    return refreshRepository(repository, this.#access(integration, repository, signal));
  }

  /**
   * Enables the integration's repositories again after the app came back, and signs their hooks with the secret in
   * use now. A hook that is gone is made anew; a repository that Bitbucket does not show is marked `access_lost`, and
   * the others go on.
   */
  async reinstall(integration: BitbucketIntegration, { signal }: CallSignal = {}): Promise<void> {
    for (const repository of await this.#options.repositories.list(integration.record.id)) {
      await this.reconcileHook(integration, repository, { signal });
    }
  }

  /**
   * Puts a linked repository's hook right: its address, its events, the secret in use now. Gives the row that stands,
   * `active` or, where Bitbucket does not show the repository, `access_lost`.
   */
  async reconcileHook(
    integration: BitbucketIntegration,
    repository: LinkedRepository,
    { signal }: CallSignal = {},
  ): Promise<LinkedRepository> {
    const access = this.#access(integration, repository, signal);
    try {
      const webhookId = await this.#secureHook(integration, repository, signal);
      const { accessLostAt: _, ...config } = repository.config;
      const patch = { status: 'active', config: { ...config, webhookId } } as const;
      return (await this.#options.repositories.update(repository.id, patch)) ?? { ...repository, ...patch };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const seen = await refreshRepository({ ...repository, status: 'active' }, access);
      if (seen.status !== 'access_lost') throw error;
      return seen;
    }
  }

  /** The id of the one hook that stands. Ours are told by their address, and by the id that was stored. */
  async #secureHook(
    integration: BitbucketIntegration,
    repository: LinkedRepository,
    signal: AbortSignal | undefined,
  ): Promise<string> {
    const hooks = cloudRepositoryHooks(integration.getClient(), integration.addressOf(repository), {
      signal,
    });
    const { webhookId } = repository.config;
    const { hookId } = await reconcileHook({
      hooks,
      wanted: this.#hook(integration),
      isOurs: ({ id }) => id === webhookId,
      // Bitbucket shows no secret, and the one in use may have changed.
      rotate: true,
    });
    return hookId ?? webhookId;
  }

  #hook({ record }: BitbucketIntegration) {
    const [secret] = record.webhookSecrets;
    if (secret === undefined || secret === '') {
      throw new ConfigError(
        'webhookSecrets',
        'the integration has none',
        'Give it one: a hook without a secret proves nothing',
      );
    }
    const url = this.#options.webhookUrl(record);
    return {
      description: 'Linked repository',
      url,
      active: true,
      events: [...new Set([...hookEvents, ...(this.#options.hookEvents ?? [])])],
      secret,
    };
  }

  #access(
    integration: BitbucketIntegration,
    repository: LinkedRepository,
    signal: AbortSignal | undefined,
  ): RepositoryAccess {
    const { repositories, recheckAccessAfter: recheckAfter, now = systemClock } = this.#options;
    return {
      repositories,
      client: integration.getClient(),
      address: integration.addressOf(repository),
      siteUrl: siteUrlOf(integration.record.metadata),
      now,
      recheckAfter,
      signal,
    };
  }

  #refuseShut(repository: LinkedRepository): void {
    const { recheckAccessAfter: recheckAfter, now = systemClock } = this.#options;
    if (!isShut(repository, { now, recheckAfter })) return;
    throw new ApiError(
      'not_found',
      `Bitbucket does not show ${repository.name} to the integration since ${repository.config['accessLostAt']}; ` +
        'refreshRepository() asks again',
      { status: 404 },
    );
  }
}

/** The whole row, where the caller gave it. */
const asLinked = (repository: RepositoryName): LinkedRepository | undefined =>
  repository.id !== undefined && repository.config !== undefined && repository.status !== undefined
    ? (repository as LinkedRepository)
    : undefined;
