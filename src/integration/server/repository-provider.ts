/** Links repositories of a Bitbucket Server: finds them, makes and removes their hooks, reads their releases. */
import { randomBytes } from 'node:crypto';
import { ApiError } from '../../errors/api-error.ts';
import { TransportError } from '../../errors/transport-error.ts';
import type { CallSignal } from '../../http/list-pages.ts';
import { type CommitWithChanges, compareServerCommits } from '../../server/commits.ts';
import { toAuthor, toUtc } from '../commit-record.ts';
import { type HookPort, reconcileHook } from '../reconcile-hook.ts';
import { serverRepositoryHooks } from '../reconcile-hook-ports.ts';
import type { CompareReleaseOptions, ReleaseCommit, ReleaseComparison } from '../release-commits.ts';
import type { LinkedRepository, NewRepository, RepositoryStore } from '../repositories.ts';
import { tryAll } from '../try-all.ts';
import type { BitbucketServerIntegration } from './integration.ts';
import { createPatchSetCache, type PatchSetCache } from './patch-set-cache.ts';
import {
  followNames,
  fullNameOf,
  type NamedServerRepository,
  readRepository,
  repositoryUrl,
} from './repository-names.ts';

/** A repository that was looked up before it is linked. */
export interface ServerRepositoryData extends NamedServerRepository {
  /** `PROJECT/slug`. */
  readonly identifier: string;
  readonly name: string;
  /** Where people see it: `…/projects/PROJECT/repos/slug/browse`. */
  readonly url: string;
}

export interface BitbucketServerRepositoryProviderOptions {
  readonly repositories: RepositoryStore;
  /** The address that hooks deliver to, for an integration. */
  readonly webhookUrl: (integration: { readonly organizationId: string; readonly id: string }) => string;
  /** What was read of commits. Default: a memory of its own. */
  readonly patchSets?: PatchSetCache | undefined;
}

/** What a linked repository's hook subscribes to. */
const serverHookEvents = ['repo:refs_changed', 'pr:merged'] as const;

/** 32 random bytes in hex. */
const newSecret = (): string => randomBytes(32).toString('hex');

export class BitbucketServerRepositoryProvider {
  readonly key = 'bitbucket_server';
  readonly name = 'Bitbucket Server';
  readonly #options: BitbucketServerRepositoryProviderOptions;
  readonly #patchSets: PatchSetCache;

  constructor(options: BitbucketServerRepositoryProviderOptions) {
    this.#options = options;
    this.#patchSets = options.patchSets ?? createPatchSetCache();
  }

  /**
   * Looks a repository up by `PROJECT/slug`.
   *
   * @throws TransportError `bad_answer` for an answer that names no repository
   */
  async getRepositoryData(
    integration: BitbucketServerIntegration,
    repo: string,
    { signal }: CallSignal = {},
  ): Promise<ServerRepositoryData> {
    const named = readRepository(await integration.getClient().getRepo(repo, { signal }));
    if (named === undefined) {
      throw new TransportError('bad_answer', 'The server answered with something that is no repository');
    }
    const name = fullNameOf(named);
    return {
      ...named,
      identifier: name,
      name,
      url: repositoryUrl(integration.record.metadata.baseUrl, named),
    };
  }

  /** Makes the hook, signed with a secret of this repository alone, and gives the row to store. */
  async buildRepositoryConfig(
    integration: BitbucketServerIntegration,
    data: ServerRepositoryData,
    { signal }: CallSignal = {},
  ): Promise<NewRepository> {
    const { record } = integration;
    const { externalId, name, url, projectKey, repositorySlug } = data;
    const secret = newSecret();
    const hook = await integration.getClient().createHook(
      name,
      {
        name: hookName,
        url: this.#options.webhookUrl(record),
        active: true,
        events: [...serverHookEvents],
        configuration: { secret },
        sslVerificationRequired: record.metadata.verifyTls ?? true,
      },
      { signal },
    );
    return {
      integrationId: record.id,
      organizationId: record.organizationId,
      externalId,
      name,
      url,
      status: 'active',
      config: { projectKey, repositorySlug, webhookId: String(hook.id), webhookSecret: secret },
    };
  }

  /** Deletes the hook of a repository that is being unlinked. A hook that is gone already is success. */
  async onDeleteRepository(
    integration: BitbucketServerIntegration,
    { name, config }: Pick<LinkedRepository, 'name' | 'config'>,
    { signal }: CallSignal = {},
  ): Promise<void> {
    try {
      await integration.getClient().deleteHook(name, config.webhookId, { signal });
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    }
  }

  /**
   * The commits of a release, newest first, each with author and file changes. Without a start, or with one of zeros,
   * the last ones. What a commit did to files is read once.
   *
   * @throws ApiError · TransportError · AuthError · ConfigError
   */
  async compareCommits(
    integration: BitbucketServerIntegration,
    { name }: Pick<LinkedRepository, 'name'>,
    options: CompareReleaseOptions,
  ): Promise<ReleaseComparison> {
    const client = integration.getClient();
    const { commits, ...found } = await compareServerCommits(client, name, {
      ...options,
      readChanges: (hash, signal) =>
        this.#patchSets.get(JSON.stringify([integration.record.id, name, hash]), () =>
          client.getCommitFileChanges(name, hash, { signal }),
        ),
    });
    return { commits: commits.map((commit) => toReleaseCommit(commit, name)), ...found };
  }

  /** What the repository is called in the server's own addresses: `PROJECT/slug`. */
  repositoryExternalSlug({ name }: Pick<LinkedRepository, 'name'>): string {
    return name;
  }

  /**
   * Links a repository: looks it up, makes its hook, stores it. One that is linked already is given back with the names
   * of today, its hook put right if it was disabled. If it cannot be stored, the hook is taken away again.
   */
  async link(
    integration: BitbucketServerIntegration,
    repo: string,
    { signal }: CallSignal = {},
  ): Promise<LinkedRepository> {
    const { repositories } = this.#options;
    const data = await this.getRepositoryData(integration, repo, { signal });
    const known = await repositories.find(integration.record.id, data.externalId);
    if (known !== undefined) {
      const { baseUrl } = integration.record.metadata;
      const followed = await followNames(repositories, known, { named: data, baseUrl });
      return known.status === 'active' ? followed : this.reconcileHook(integration, followed, { signal });
    }
    const row = await this.buildRepositoryConfig(integration, data, { signal });
    try {
      return await repositories.put(row);
    } catch (error) {
      await this.onDeleteRepository(integration, row, { signal });
      throw error;
    }
  }

  /** Unlinks a repository: deletes its hook, then its row. */
  async unlink(
    integration: BitbucketServerIntegration,
    repository: LinkedRepository,
    { signal }: CallSignal = {},
  ): Promise<void> {
    await this.onDeleteRepository(integration, repository, { signal });
    await this.#options.repositories.remove(repository.id);
  }

  /**
   * Enables the integration's repositories again, and puts their hooks right.
   *
   * @throws AggregateError of what failed, once all of them were tried: call it again for the rest
   */
  async reinstall(integration: BitbucketServerIntegration, { signal }: CallSignal = {}): Promise<void> {
    await tryAll(
      await this.#options.repositories.list(integration.record.id),
      (repository) => this.reconcileHook(integration, repository, { signal }),
      { what: 'hooks could not be put right', signal },
    );
  }

  /**
   * Puts a linked repository's hook right: its address, its events, its secret, which is made where the row has none.
   * Gives the row that stands, `active`.
   */
  async reconcileHook(
    integration: BitbucketServerIntegration,
    repository: LinkedRepository,
    { signal }: CallSignal = {},
  ): Promise<LinkedRepository> {
    const { webhookId, webhookSecret: known = '' } = repository.config;
    const secret = known === '' ? newSecret() : known;
    // Stored before the hook has it: what the hook signs from then on can be proven.
    const config = { ...repository.config, webhookSecret: secret };
    await this.#update(repository, { config });
    const { hookId } = await reconcileHook({
      hooks: this.#hooks(integration, repository, signal),
      wanted: {
        url: this.#options.webhookUrl(integration.record),
        events: serverHookEvents,
        secret,
        description: hookName,
      },
      isOurs: ({ id }) => id === webhookId,
    });
    return this.#update(repository, {
      status: 'active',
      config: { ...config, webhookId: hookId ?? webhookId },
    });
  }

  #hooks(
    integration: BitbucketServerIntegration,
    { name }: Pick<LinkedRepository, 'name'>,
    signal: AbortSignal | undefined,
  ): HookPort {
    const sslVerificationRequired = integration.record.metadata.verifyTls ?? true;
    return serverRepositoryHooks(integration.getClient(), name, { signal, sslVerificationRequired });
  }

  async #update(
    repository: LinkedRepository,
    patch: Pick<Partial<NewRepository>, 'status' | 'config'>,
  ): Promise<LinkedRepository> {
    return (await this.#options.repositories.update(repository.id, patch)) ?? { ...repository, ...patch };
  }
}

/** What people see the hook by. */
const hookName = 'Linked repository';

function toReleaseCommit(
  { id, author, message, authorTimestamp, patchSet }: CommitWithChanges,
  repository: string,
): ReleaseCommit {
  return {
    id,
    repository,
    author: toAuthor(author.displayName ?? author.name, author.emailAddress),
    message,
    timestamp: toUtc(authorTimestamp),
    patchSet,
  };
}
