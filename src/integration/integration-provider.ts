/** Makes integrations of what an installation brings, and shows the provider to a host's users. */
import { randomBytes } from 'node:crypto';
import { accountName, domainName, type Installation, type Principal } from '../connect/installations.ts';
import { type InstalledBody, toPrincipal } from '../connect/installed-body.ts';
import { ConfigError } from '../errors/config-error.ts';
import { checkBaseUrl } from '../http/client-options.ts';
import { isRecord } from '../shared/types.ts';
import { isUuid } from './cloud/workspace-facts.ts';
import {
  type CloudCredentialRow,
  type CloudCredentials,
  toCredentialRow,
  type WorkspaceGrant,
} from './cloud-credentials.ts';
import type { BitbucketIntegration } from './integration.ts';
import type { IntegrationMetadata } from './integrations.ts';
import { type Migration, type MigrationOptions, migratePluginRepositories } from './plugin-repositories.ts';
import type { BitbucketRepositoryProvider } from './repository-provider.ts';

/** How a host shows the provider. */
export interface ProviderMetadata {
  readonly description: string;
  readonly features: readonly { readonly name: string; readonly description: string }[];
  readonly author: string;
  readonly sourceUrl: string;
  readonly issueUrl: string;
}

/** What `buildIntegration` makes of an installation: to be bound to an organization and stored. */
export interface BuiltIntegration {
  readonly provider: 'bitbucket';
  /** The Connect client key; without Connect see {@link IntegrationRecord.externalId}. */
  readonly externalId: string;
  readonly name: string;
  readonly metadata: IntegrationMetadata;
  /** A fresh secret of 64 hex digits for the hooks of this integration. */
  readonly webhookSecret: string;
}

/** The same of a credential that needs no Connect. */
export interface BuiltCloudIntegration extends BuiltIntegration {
  /** Ready to be stored. Keep them as you keep passwords. */
  readonly credentials: CloudCredentialRow;
}

/** What `buildIntegration` makes of an external id alone: the installation must be known already. */
export interface ExpectedIntegration {
  readonly provider: 'bitbucket';
  readonly externalId: string;
  readonly expectExists: true;
}

export interface BitbucketIntegrationProviderOptions {
  /** What the Connect app may do. */
  readonly scopes?: readonly string[] | undefined;
  /** Where the API answers, for integrations without Connect. Default `https://api.bitbucket.org`. */
  readonly apiUrl?: string | undefined;
  /** Where people go, likewise. Default `https://bitbucket.org`. */
  readonly siteUrl?: string | undefined;
}

const defaultScopes = ['issue:write', 'pullrequest', 'webhook', 'repository'];

/**
 * The provider "Bitbucket" as an integration directory lists it.
 *
 * @example new BitbucketIntegrationProvider().buildIntegration(installedBody).externalId
 */
export class BitbucketIntegrationProvider {
  readonly key = 'bitbucket';
  readonly name = 'Bitbucket';
  readonly scopes: readonly string[];
  readonly metadata: ProviderMetadata = {
    description:
      'Connect your organization to Bitbucket: commits, issues and source links of your repositories.',
    features: [
      { name: 'commits', description: 'Track commits and releases of linked repositories.' },
      { name: 'issue-basic', description: 'Create issues in a repository and link those that are there.' },
      { name: 'stacktrace-link', description: 'Open the source of a stack trace at the commit that ran.' },
    ],
    author: 'bitbucket-sdk',
    sourceUrl: 'https://support.atlassian.com/bitbucket-cloud/',
    issueUrl: 'https://support.atlassian.com/bitbucket-cloud/',
  };

  readonly #apiUrl: string;
  readonly #siteUrl: string;

  /** @throws ConfigError `invalid_option` for an address that is none */
  constructor(options: BitbucketIntegrationProviderOptions = {}) {
    const { scopes = defaultScopes, apiUrl = 'https://api.bitbucket.org' } = options;
    const { siteUrl = 'https://bitbucket.org' } = options;
    this.scopes = scopes;
    this.#apiUrl = checkBaseUrl('apiUrl', apiUrl);
    this.#siteUrl = checkBaseUrl('siteUrl', siteUrl);
  }

  /**
   * An integration from a Connect `installed` body, or from the row that was stored of it; from an OAuth 2.0 grant or a
   * token with the workspace that it opens; or, at a later stage, from the external id of one that is known.
   *
   * A principal without user name is called by its display name. A workspace's place is `baseUrl/username`, a
   * person's just the name.
   *
   * @throws ConfigError `invalid_option` for a state that is none of these
   */
  buildIntegration(state: WorkspaceGrant): BuiltCloudIntegration;
  buildIntegration(state: InstalledBody | Installation): BuiltIntegration;
  buildIntegration(state: { readonly externalId: string }): ExpectedIntegration;
  buildIntegration(
    state: WorkspaceGrant | InstalledBody | Installation | { readonly externalId: string },
  ): BuiltIntegration | ExpectedIntegration {
    if (isGrant(state)) return this.#fromGrant(state);
    if ('clientKey' in state) return this.#fromInstallation(state);
    if (typeof state.externalId === 'string' && state.externalId !== '') {
      return { provider: this.key, externalId: state.externalId, expectExists: true };
    }
    throw new ConfigError(
      'state',
      'it is no installation',
      'Pass { workspace, credentials, scopes }, the body of the installed call, or { externalId }',
    );
  }

  /**
   * Takes over the repositories that the organization linked by hand for the older plugin, as far as the integration
   * sees them.
   *
   * @throws ApiError, TransportError, AuthError, and what the host's source throws; calling it again goes on
   */
  postInstall(
    integration: BitbucketIntegration,
    options: MigrationOptions<BitbucketIntegration>,
  ): Promise<Migration> {
    return migratePluginRepositories(integration, options);
  }

  /** Enables the integration's repositories again and signs their hooks anew; see the repository provider. */
  reinstall(
    integration: BitbucketIntegration,
    {
      repositoryProvider,
      signal,
    }: {
      readonly repositoryProvider: BitbucketRepositoryProvider;
      readonly signal?: AbortSignal | undefined;
    },
  ): Promise<void> {
    return repositoryProvider.reinstall(integration, { signal });
  }

  #fromGrant({ workspace, credentials, scopes, name }: WorkspaceGrant): BuiltCloudIntegration {
    const { uuid, slug, avatarUrl } = workspace;
    checkGrant({ workspace, credentials });
    const siteUrl = this.#siteUrl;
    return {
      provider: this.key,
      externalId: externalIdOf(uuid, credentials),
      name: name ?? slug,
      metadata: {
        baseUrl: this.#apiUrl,
        siteUrl,
        domainName: `${siteUrl.replace(/^https?:\/\//, '')}/${slug}`,
        icon: avatarUrl,
        scopes,
        uuid,
        type: 'team',
      },
      credentials: toCredentialRow(credentials),
      webhookSecret: newWebhookSecret(),
    };
  }

  #fromInstallation(state: InstalledBody | Installation): BuiltIntegration {
    const { clientKey, publicKey, baseUrl, baseApiUrl } = state;
    const principal = principalOf(state);
    const account = { baseUrl, principal };
    return {
      provider: this.key,
      externalId: clientKey,
      name: accountName(account),
      metadata: {
        baseUrl: baseApiUrl,
        siteUrl: siteUrlFrom(baseUrl),
        domainName: domainName(account),
        icon: principal.avatarUrl,
        scopes: this.scopes,
        uuid: principal.uuid,
        type: principal.type,
        publicKey: publicKey ?? undefined,
      },
      webhookSecret: newWebhookSecret(),
    };
  }
}

const isGrant = (state: object): state is WorkspaceGrant =>
  isRecord(Reflect.get(state, 'workspace')) && isRecord(Reflect.get(state, 'credentials'));

function checkGrant({ workspace, credentials }: Pick<WorkspaceGrant, 'workspace' | 'credentials'>): void {
  if (!isUuid(workspace.uuid) || typeof workspace.slug !== 'string') {
    throw new ConfigError(
      'workspace',
      'it has no uuid or no slug',
      'Pass { uuid, slug, name } of Bitbucket’s answer',
    );
  }
  if (['oauth2', 'accessToken', 'apiToken'].includes(credentials.type)) return;
  throw new ConfigError(
    'credentials',
    'they are of no known type',
    'Pass those of an OAuth 2.0 grant or a token',
  );
}

/** Two credentials for the same stand for one integration; those for parts of a workspace stand beside each other. */
function externalIdOf(workspace: string, credentials: CloudCredentials): string {
  if (credentials.type === 'oauth2') return workspace;
  const { repository, project } = credentials;
  if (repository !== undefined) return `${workspace}/${repository}`;
  return project === undefined ? workspace : `${workspace}/projects/${project}`;
}

/** Links are made of it: what is no web address is left out, and the default stands. */
function siteUrlFrom(baseUrl: string): string | undefined {
  const url = URL.parse(baseUrl);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    return undefined;
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** 32 random bytes in hex. */
export const newWebhookSecret = (): string => randomBytes(32).toString('hex');

function principalOf(state: InstalledBody | Installation): Principal {
  return 'installedAt' in state && typeof state.installedAt === 'number'
    ? (state as Installation).principal
    : toPrincipal((state as InstalledBody).principal);
}
