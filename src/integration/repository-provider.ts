/** Links repositories of Bitbucket Cloud: finds them, makes and removes their hooks, reads their releases. */
import { ApiError } from '../errors/api-error.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import type { BitbucketIntegration } from './integration.ts';
import type { RepositoryName } from './integration-options.ts';
import { type HookOptions, hookFor, secureHook } from './linked-hook.ts';
import { type CompareReleaseOptions, type ReleaseComparison, toReleaseCommit } from './release-commits.ts';
import type { LinkedRepository, NewRepository, RepositoryStore } from './repositories.ts';
import {
  isRefusal,
  isShut,
  type RepositoryAccess,
  refreshRepository,
  withAccess,
} from './repository-access.ts';
import { followNames, siteUrlOf } from './repository-address.ts';
import { type RepositoryData, toRepositoryData } from './repository-data.ts';
import { tryAll } from './try-all.ts';

export interface BitbucketRepositoryProviderOptions extends HookOptions {
  readonly repositories: RepositoryStore;
  /** Milliseconds until a repository that Bitbucket refused is asked for again. Default 1 hour. */
  readonly recheckAccessAfter?: number | undefined;
  readonly now?: Clock | undefined;
}

interface CallSignal {
  readonly signal?: AbortSignal | undefined;
}

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
    return toRepositoryData(found, siteUrlOf(integration.record.metadata));
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
    const hook = await integration
      .getClient()
      .createHook(repo, hookFor(integration, this.#options), { signal });
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
    const read = (repo: string) => integration.getClient().compareCommits(repo, options);
    const linked = asLinked(repository);
    if (linked !== undefined) this.#refuseShut(linked);
    const { commits, ...found } = await (linked === undefined
      ? read(integration.addressOf(repository))
      : withAccess(linked, this.#access(integration, options.signal), read));
    return { commits: commits.map((commit) => toReleaseCommit(commit, repository.name)), ...found };
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
    return refreshRepository(repository, this.#access(integration, signal));
  }

  /**
   * Enables the integration's repositories again after the app came back, and signs their hooks with the secret in
   * use now. A hook that is gone is made anew; a repository that Bitbucket does not show is marked `access_lost`.
   *
   * @throws AggregateError of what failed, once all of them were tried: call it again for the rest
   */
  async reinstall(integration: BitbucketIntegration, { signal }: CallSignal = {}): Promise<void> {
    await tryAll(
      await this.#options.repositories.list(integration.record.id),
      (repository) => this.reconcileHook(integration, repository, { signal }),
      { what: 'hooks could not be secured', signal },
    );
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
    const access = this.#access(integration, signal);
    try {
      const webhookId = await secureHook(integration, repository, { ...this.#options, signal });
      const { accessLostAt: _, ...config } = repository.config;
      const patch = { status: 'active', config: { ...config, webhookId } } as const;
      return (await this.#options.repositories.update(repository.id, patch)) ?? { ...repository, ...patch };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const seen = await refreshRepository({ ...repository, status: 'active' }, access);
      if (seen.status === 'access_lost') return seen;
      if (access.addressOf(seen) === access.addressOf(repository)) throw error;
      return this.reconcileHook(integration, seen, { signal });
    }
  }

  #access(integration: BitbucketIntegration, signal: AbortSignal | undefined): RepositoryAccess {
    const { repositories, recheckAccessAfter: recheckAfter, now = systemClock } = this.#options;
    return {
      repositories,
      client: integration.getClient(),
      addressOf: (linked) => integration.addressOf(linked),
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
