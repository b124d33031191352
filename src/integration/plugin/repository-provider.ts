/** The repository half of the older plugin: its rows, their hooks, their releases. */
import { ApiError } from '../../errors/api-error.ts';
import { checkOptions } from '../../errors/check-options.ts';
import { ConfigError } from '../../errors/config-error.ts';
import { IntegrationFormError } from '../../errors/integration-form-error.ts';
import { checkBaseUrl } from '../../http/client-options.ts';
import { newWebhookSecret } from '../integration-provider.ts';
import { type FormData, textOf } from '../issue-forms.ts';
import { reconcileHook } from '../reconcile-hook.ts';
import { cloudRepositoryHooks } from '../reconcile-hook-ports.ts';
import { type CompareReleaseOptions, type ReleaseComparison, toReleaseCommit } from '../release-commits.ts';
import { isRefusal } from '../repository-access.ts';
import { repositoryUrl } from '../repository-address.ts';
import { isFullName, parseRepositoryName } from '../repository-name.ts';
import { type PluginField, repositoryFields } from './fields.ts';
import type { NewPluginRepository, PluginSecretStore } from './repositories.ts';
import { checkClients, clientNames, clientOf, type PluginCall, type PluginClients } from './user-client.ts';
import { pluginWebhookPath } from './webhook-path.ts';

export interface BitbucketPluginRepositoryProviderOptions<User = unknown> extends PluginClients<User> {
  /** Where the world reaches the host; hooks deliver to `/plugins/bitbucket/organizations/{id}/webhook/` below it. */
  readonly baseUrl: string;
  /** Where the host keeps secrets of hooks. Without it, new hooks have none either. */
  readonly secrets?: PluginSecretStore | undefined;
  /** Where people go. Default `https://bitbucket.org`. */
  readonly siteUrl?: string | undefined;
}

/** A repository to link, checked. */
export interface CheckedRepositoryConfig {
  /** `workspace/slug`, as Bitbucket writes it. */
  readonly name: string;
  /** The UUID in braces. */
  readonly external_id: string;
}

type Row = Pick<NewPluginRepository, 'name' | 'config'>;

/**
 * Links repositories for the older plugin. It keeps no rows: the host stores what `createRepository` gives.
 *
 * @deprecated Bitbucket Cloud answers OAuth 1.0a with 401 since about March 2026. Use `BitbucketRepositoryProvider`; a
 *   set-up takes the rows of this one over.
 */
export class BitbucketPluginRepositoryProvider<User = unknown> {
  readonly name = 'Bitbucket';
  readonly #options: BitbucketPluginRepositoryProviderOptions<User>;
  readonly #baseUrl: string;
  readonly #siteUrl: string;

  /** @throws ConfigError `invalid_option` */
  constructor(options: BitbucketPluginRepositoryProviderOptions<User>) {
    checkOptions('BitbucketPluginRepositoryProvider', options, [
      ...clientNames,
      'baseUrl',
      'secrets',
      'siteUrl',
    ]);
    checkClients(options);
    const { secrets } = options;
    if (secrets !== undefined && !(typeof secrets?.find === 'function' && typeof secrets.keep === 'function'))
      throw new ConfigError('secrets', 'it lacks find or keep', 'Pass a PluginSecretStore, or leave it out');
    this.#options = options;
    this.#baseUrl = checkBaseUrl('baseUrl', options.baseUrl);
    this.#siteUrl = checkBaseUrl('siteUrl', options.siteUrl ?? 'https://bitbucket.org');
  }

  /** The form that a repository is linked with: its name. */
  getConfig(): readonly PluginField[] {
    return repositoryFields;
  }

  /**
   * Looks up what the form names. Gives it back with the name as Bitbucket writes it and the UUID as `external_id`.
   *
   * @throws IntegrationFormError on `name`, also for a repository that Bitbucket does not show · AuthError · ApiError,
   *   TransportError for any other failure
   */
  async validateConfig(config: FormData, call: PluginCall<User> = {}): Promise<CheckedRepositoryConfig> {
    const name = parseRepositoryName(config['name'], { field: 'name', siteUrl: this.#siteUrl });
    const client = await clientOf(this.#options, call);
    try {
      const { uuid, full_name } = await client.getRepo(name, { signal: call.signal });
      return { ...config, name: isFullName(full_name) ? full_name : name, external_id: uuid };
    } catch (cause) {
      if (!isRefusal(cause)) throw cause;
      const text = 'Bitbucket shows your account no such repository';
      throw new IntegrationFormError({ name: text }, { cause });
    }
  }

  /**
   * Makes the hook, for pushes, and gives the row to store. Where the host keeps secrets the hook signs with the
   * organization's, made now if it has none.
   *
   * @param data what `validateConfig` gave
   * @throws ConfigError for data that was not checked · ApiError, TransportError, AuthError
   */
  async createRepository(
    organizationId: string,
    data: CheckedRepositoryConfig,
    call: PluginCall<User> = {},
  ): Promise<NewPluginRepository> {
    const name = textOf({ ...data }, 'name');
    const externalId = textOf({ ...data }, 'external_id');
    if (!isFullName(name) || externalId === '')
      throw new ConfigError('data', 'it was not checked', 'Pass what validateConfig gave');
    const client = await clientOf(this.#options, call);
    const { url, secret } = await this.#hookOf(organizationId);
    const { uuid: webhookId } = await client.createHook(
      name,
      {
        description: 'Linked repository',
        url,
        active: true,
        events: ['repo:push'],
        ...(secret === undefined ? {} : { secret }),
      },
      { signal: call.signal },
    );
    const address = repositoryUrl(name, this.#siteUrl);
    return { organizationId, name, externalId, url: address, config: { name, webhookId } };
  }

  /** Deletes the hook of a repository that is unlinked. A hook or repository that is gone already is success. */
  async deleteRepository({ config }: Row, call: PluginCall<User> = {}): Promise<void> {
    const client = await clientOf(this.#options, call);
    try {
      await client.deleteHook(config.name, config.webhookId, { signal: call.signal });
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    }
  }

  /**
   * Gives an older hook the organization's secret, and mends what else is wrong with it; one that is gone is made anew.
   * Gives the hook's id, for the row's `config.webhookId`.
   */
  async secureHook(
    { organizationId, config }: Pick<NewPluginRepository, 'organizationId' | 'config'>,
    call: PluginCall<User> = {},
  ): Promise<string> {
    const client = await clientOf(this.#options, call);
    const { hookId } = await reconcileHook({
      hooks: cloudRepositoryHooks(client.api, config.name, { signal: call.signal }),
      wanted: {
        ...(await this.#hookOf(organizationId)),
        events: ['repo:push'],
        description: 'Linked repository',
      },
      isOurs: ({ id }) => id === config.webhookId,
      rotate: true,
    });
    return hookId ?? config.webhookId;
  }

  /**
   * The commits of a release, newest first, each with author and file changes: those after `start`, or without it the
   * last 10.
   */
  async compareCommits(
    { name, config }: Row,
    { user, ...options }: CompareReleaseOptions & PluginCall<User>,
  ): Promise<ReleaseComparison> {
    const client = await clientOf(this.#options, { user });
    const { commits, ...found } = await client.compareCommits(config.name, options);
    return { commits: commits.map((commit) => toReleaseCommit(commit, name)), ...found };
  }

  async #hookOf(organizationId: string): Promise<{ url: string; secret: string | undefined }> {
    const url = this.#baseUrl + pluginWebhookPath(organizationId);
    const secret = await this.#options.secrets?.keep(organizationId, newWebhookSecret());
    if (secret !== '') return { url, secret };
    throw new ConfigError('secrets', 'it gave an empty secret', 'Let keep() give the secret that stands');
  }
}
