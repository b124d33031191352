/** One integration with Bitbucket Cloud: its client, and what it sees. */
import { connectJwt } from '../auth/connect-jwt.ts';
import { BitbucketApiClient } from '../cloud/client.ts';
import type { Repository } from '../cloud/types.ts';
import type { InstallationStore } from '../connect/installations.ts';
import { ApiError } from '../errors/api-error.ts';
import { AuthError } from '../errors/auth-error.ts';
import type { Authorizer } from '../http/authorizer.ts';
import type { ClientOptions } from '../http/client-options.ts';
import type { Clock } from '../shared/clock.ts';
import type { IntegrationRecord } from './integrations.ts';

/** A repository to choose from. */
export interface RepositoryChoice {
  /** What `getRepositoryData` takes: `workspace/slug`. */
  readonly identifier: string;
  readonly name: string;
  /** The UUID, in braces. */
  readonly externalId: string;
  readonly defaultBranch: string | undefined;
}

export interface BitbucketIntegrationOptions {
  readonly record: IntegrationRecord;
  readonly installations: Pick<InstallationStore, 'findByClientKey'>;
  /** The `key` of the app's descriptor. */
  readonly appKey: string;
  /** For the client: where the API answers, a fetch, limits. */
  readonly client?: Omit<ClientOptions, 'auth'> | undefined;
  readonly now?: Clock | undefined;
}

interface CallSignal {
  readonly signal?: AbortSignal | undefined;
}

/** An integration at work. Made by the mounted app, or by a host that keeps its records in its own way. */
export class BitbucketIntegration {
  readonly record: IntegrationRecord;
  readonly #client: BitbucketApiClient;

  constructor({ record, installations, appKey, client, now }: BitbucketIntegrationOptions) {
    this.record = record;
    const auth = installationCredential({ clientKey: record.externalId, installations, appKey, now });
    this.#client = new BitbucketApiClient({ ...client, auth });
  }

  /** The client that acts as this installation. */
  getClient(): BitbucketApiClient {
    return this.#client;
  }

  /**
   * The account's repositories: all of them (bounded), or those that a search text finds, exact names first.
   *
   * @throws ApiError, TransportError; AuthError `reauthorization_required` when the app was uninstalled
   */
  async getRepositories(query?: string, { signal }: CallSignal = {}): Promise<RepositoryChoice[]> {
    const workspace = this.record.metadata.uuid;
    const found =
      query === undefined || query === ''
        ? await this.#client.getRepos(workspace, { signal })
        : await this.#client.searchRepositories(workspace, query, { signal });
    return found.map(toChoice);
  }

  /** May this integration read the repository? False when Bitbucket refuses; other failures are thrown. */
  async hasRepoAccess(repo: string, { signal }: CallSignal = {}): Promise<boolean> {
    try {
      await this.#client.getHooks(repo, { signal });
      return true;
    } catch (error) {
      if (error instanceof ApiError && [401, 403, 404].includes(error.status)) return false;
      throw error;
    }
  }
}

function toChoice({ full_name, name, uuid, mainbranch }: Repository): RepositoryChoice {
  return { identifier: full_name, name, externalId: uuid, defaultBranch: mainbranch?.name };
}

interface InstallationCredential {
  readonly clientKey: string;
  readonly installations: Pick<InstallationStore, 'findByClientKey'>;
  readonly appKey: string;
  readonly now: Clock | undefined;
}

/** Reads the secret anew for each request: a re-install changes it while clients are alive. */
function installationCredential({
  clientKey,
  installations,
  appKey,
  now,
}: InstallationCredential): Authorizer {
  return {
    async authorize(request) {
      const installation = await installations.findByClientKey(clientKey);
      if (installation === undefined || installation.uninstalledAt !== undefined) {
        throw new AuthError(
          'reauthorization_required',
          'The app is not installed any more for this integration',
        );
      }
      return connectJwt({ appKey, clientKey, sharedSecret: installation.sharedSecret, now }).authorize(
        request,
      );
    },
  };
}
