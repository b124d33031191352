/** Makes integrations of what a set-up brings, and shows the provider to a host's users. */
import { ConfigError } from '../../errors/config-error.ts';
import { checkBaseUrl } from '../../http/client-options.ts';
import type { ProviderMetadata } from '../integration-provider.ts';
import type { IntegrationMetadata } from '../integrations.ts';
import { type Migration, type MigrationOptions, migratePluginRepositories } from '../plugin-repositories.ts';
import type { ServerCredentials } from './credentials.ts';
import type { BitbucketServerIntegration } from './integration.ts';
import type { BitbucketServerRepositoryProvider } from './repository-provider.ts';

/** What a set-up brings. */
export interface ServerSetupState {
  /** Where the server answers, with its context path. */
  readonly baseUrl: string;
  readonly verifyTls: boolean;
  readonly credentials: ServerCredentials;
  /** Whom the credential acts as, where the server says so. */
  readonly userName?: string | undefined;
  /** What was granted by OAuth 2.0. */
  readonly scopes?: readonly string[] | undefined;
}

/** What `buildIntegration` makes of a set-up: to be bound to an organization and stored. */
export interface BuiltServerIntegration {
  readonly provider: 'bitbucket_server';
  /** `host:consumerKey`, `host:clientId`, or `host:user` with an access token; cut to 64 characters. */
  readonly externalId: string;
  readonly name: string;
  readonly metadata: IntegrationMetadata & { readonly verifyTls: boolean };
  readonly credentials: ServerCredentials;
}

const longestExternalId = 64;

/** The provider "Bitbucket Server" as an integration directory lists it. */
export class BitbucketServerIntegrationProvider {
  readonly key = 'bitbucket_server';
  readonly name = 'Bitbucket Server';
  /** An application link acts as the person who agreed, within what that person may do. */
  readonly scopes: readonly string[] = [];
  readonly metadata: ProviderMetadata = {
    description: 'Connect your organization to Bitbucket Server or Data Center: commits and source links.',
    features: [
      { name: 'commits', description: 'Track commits and releases of linked repositories.' },
      { name: 'stacktrace-link', description: 'Open the source of a stack trace at the commit that ran.' },
      { name: 'codeowners', description: 'Read who owns which files.' },
    ],
    author: 'bitbucket-sdk',
    sourceUrl: 'https://confluence.atlassian.com/bitbucketserver/',
    issueUrl: 'https://confluence.atlassian.com/bitbucketserver/',
  };

  /**
   * An integration from what a set-up brings.
   *
   * @throws ConfigError `invalid_option` for an address that is none, or a state without credentials
   */
  buildIntegration({
    baseUrl: given,
    verifyTls,
    credentials,
    userName,
    scopes = this.scopes,
  }: ServerSetupState): BuiltServerIntegration {
    const baseUrl = checkBaseUrl('baseUrl', given);
    const { host } = new URL(baseUrl);
    const account = accountOf(credentials, userName);
    const externalId = `${host}:${account ?? 'access-token'}`.slice(0, longestExternalId).toWellFormed();
    return {
      provider: this.key,
      externalId,
      // A client ID is made of random letters; people know the server.
      name: credentials.type === 'oauth2' ? host : (account ?? host),
      metadata: {
        baseUrl,
        siteUrl: baseUrl,
        domainName: host,
        scopes,
        uuid: externalId,
        type: 'server',
        verifyTls,
      },
      credentials,
    };
  }

  /** Takes over the repositories that the organization linked by hand, as far as the integration sees them. */
  postInstall(
    integration: BitbucketServerIntegration,
    options: MigrationOptions<BitbucketServerIntegration>,
  ): Promise<Migration> {
    return migratePluginRepositories(integration, options);
  }

  /** Enables the integration's repositories again and puts their hooks right; see the repository provider. */
  reinstall(
    integration: BitbucketServerIntegration,
    {
      repositoryProvider,
      signal,
    }: {
      readonly repositoryProvider: BitbucketServerRepositoryProvider;
      readonly signal?: AbortSignal | undefined;
    },
  ): Promise<void> {
    return repositoryProvider.reinstall(integration, { signal });
  }
}

function accountOf(credentials: ServerCredentials, userName: string | undefined): string | undefined {
  if (credentials?.type === 'oauth1') return credentials.consumerKey;
  if (credentials?.type === 'oauth2') return credentials.clientId;
  if (credentials?.type === 'accessToken') return userName;
  throw new ConfigError('credentials', 'they are of no known type', 'Pass those of a set-up');
}
