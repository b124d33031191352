/** Ends an integration from the app's side: nobody tells the app of an uninstall where there is no Connect. */
import { AuthError } from '../errors/auth-error.ts';
import { isBitbucketError } from '../errors/bitbucket-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import type { Logger } from '../shared/logger.ts';
import { checkInput } from './check-ids.ts';
import { failureCode } from './failure-code.ts';
import type { IntegrationRecord } from './integrations.ts';
import type { LinkedRepository } from './repositories.ts';
import type { BitbucketStore } from './store.ts';

export interface DisconnectInput {
  /** Whose integration it is. */
  readonly organizationId: string;
  readonly integrationId: string;
  /** Aborted, it throws, and a later call goes on with what is left. */
  readonly signal?: AbortSignal | undefined;
}

export interface Disconnection {
  /** The row that stays: disabled, and without the secrets of its credential. */
  readonly record: IntegrationRecord;
  /**
   * Repositories whose hook may still be there, since Bitbucket refused or did not answer: somebody has to delete them
   * by hand. Until then what they deliver is refused. Setting up again finds them by their address.
   */
  readonly hooksLeft: readonly LinkedRepository[];
}

/** What a product brings. */
export interface Disconnecting<Integration> {
  readonly provider: IntegrationRecord['provider'];
  readonly store: Pick<BitbucketStore, 'integrations' | 'repositories' | 'tokens'>;
  /** Puts an integration's record to work. */
  readonly work: (record: IntegrationRecord) => Integration;
  readonly repositoryProvider: {
    onDeleteRepository(
      integration: Integration,
      repository: LinkedRepository,
      options: { readonly signal: AbortSignal | undefined },
    ): Promise<void>;
  };
  readonly logger: Logger;
}

/**
 * Takes the hooks away, disables the integration and its repositories, removes the credential's secrets from the row, and
 * forgets its grant. The rows stay: setting up again goes on with them. `undefined` where the organization has no such
 * integration; for one that was disconnected before there is nothing left to do.
 *
 * @throws TransportError `aborted` · StoreError; calling it again goes on · ConfigError `invalid_option` without an id
 */
export async function disconnectIntegration<Integration>(
  input: DisconnectInput,
  parts: Disconnecting<Integration>,
): Promise<Disconnection | undefined> {
  checkInput('disconnect', input, ['organizationId', 'integrationId']);
  const { organizationId, integrationId, signal } = input;
  const { store, provider, logger } = parts;
  const found = await store.integrations.get(integrationId);
  if (found?.organizationId !== organizationId || found.provider !== provider) return undefined;
  // First of all: from here on no delivery is taken.
  await store.integrations.update(found.id, { status: 'disabled' });
  const hooksLeft = await removeHooks(found, parts, signal);
  const record = await removeCredential(found, parts);
  const left = hooksLeft.length;
  logger.info('bitbucket disconnected', { provider, organizationId, integrationId, hooksLeft: left });
  return { record, hooksLeft };
}

/** Disables each repository once its hook is gone or out of reach. Gives those that are out of reach. */
async function removeHooks<Integration>(
  found: IntegrationRecord,
  { store: { repositories }, work, repositoryProvider, logger }: Disconnecting<Integration>,
  signal: AbortSignal | undefined,
): Promise<readonly LinkedRepository[]> {
  const integration = work(found);
  const failures: unknown[] = [];
  const left: LinkedRepository[] = [];
  for (const repository of await repositories.list(found.id)) {
    // Done by a call before, or by an uninstall.
    if (repository.status === 'disabled' && found.status === 'disabled') continue;
    try {
      if (isHopeless(failures)) throw failures.at(-1);
      if (signal?.aborted) throw new TransportError('aborted', 'It was given up', { cause: signal.reason });
      await repositoryProvider.onDeleteRepository(integration, repository, { signal });
    } catch (error) {
      if (!isBitbucketError(error) || error.code === 'aborted') throw error;
      failures.push(error);
      left.push(repository);
    }
    await repositories.update(repository.id, { status: 'disabled' });
  }
  if (left.length > 0) {
    const { organizationId, id: integrationId } = found;
    const code = failureCode(new AggregateError(failures), 'unknown');
    logger.warn('hooks were left behind', { organizationId, integrationId, count: left.length, code });
  }
  return left;
}

/** As many removals may go unanswered before no more are tried: a server that was switched off answers none. */
const mostUnanswered = 3;

const isHopeless = (failures: readonly unknown[]): boolean =>
  failures.at(-1) instanceof AuthError ||
  failures.filter((error) => error instanceof TransportError).length >= mostUnanswered;

/** What stays says how the integration was set up, and for what: a row without credentials is one of Connect. */
const staying = ['type', 'repository', 'project'];

/** The grant first: its key is in the row, for a call that goes on where this one failed. */
async function removeCredential(
  found: IntegrationRecord,
  { store: { integrations, tokens } }: Pick<Disconnecting<unknown>, 'store'>,
): Promise<IntegrationRecord> {
  const tokenKey = found.credentials?.['tokenKey'];
  if (tokenKey !== undefined) await tokens.forget(tokenKey);
  const credentials =
    found.credentials &&
    Object.fromEntries(Object.entries(found.credentials).filter(([name]) => staying.includes(name)));
  const disabled = { status: 'disabled', credentials } as const;
  return (await integrations.update(found.id, disabled)) ?? { ...found, ...disabled };
}
