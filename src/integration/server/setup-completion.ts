/** What the mounted app makes of a set-up that has been done: an integration in its store, and the way on. */
import type { Background } from '../background.ts';
import { failureCode } from '../failure-code.ts';
import { forgetGrants, type SetUp } from '../forget-grants.ts';
import type { IntegrationRecord } from '../integrations.ts';
import { type AfterSetup, addressAfter } from '../setup/after-setup.ts';
import type { BitbucketStore } from '../store.ts';
import type { BitbucketServerIntegration } from './integration.ts';
import type { BitbucketServerIntegrationProvider, BuiltServerIntegration } from './integration-provider.ts';
import type { BitbucketServerRepositoryProvider } from './repository-provider.ts';
import type { ServerSetupOptions } from './setup-options.ts';

export interface ServerCompletionOptions extends AfterSetup {
  readonly store: Pick<BitbucketStore, 'integrations' | 'tokens'>;
  readonly provider: BitbucketServerIntegrationProvider;
  readonly repositoryProvider: BitbucketServerRepositoryProvider;
  /** Puts an integration's record to work. */
  readonly work: (record: IntegrationRecord) => BitbucketServerIntegration;
  readonly background: Background;
}

/** Throws only where nothing was kept: an integration that stands keeps its grant, whatever fails after it. */
export function createServerCompletion(options: ServerCompletionOptions): ServerSetupOptions['complete'] {
  const { store, provider } = options;
  return async ({ setup, organizationId }) => {
    const built = provider.buildIntegration(setup);
    const before = await findBefore(built, organizationId, store);
    const record = await store.integrations.put({
      ...{ ...built, credentials: { ...built.credentials }, organizationId },
      status: 'active',
      webhookSecrets: [],
    });
    await forgetOthers({ record, before }, options);
    // The user's browser waits for the page, not for every repository.
    if (before !== undefined) void options.background.run(secureHooks(record, options));
    return addressAfter(record, options);
  };
}

async function findBefore(
  { externalId, provider }: BuiltServerIntegration,
  organizationId: string,
  { integrations }: ServerCompletionOptions['store'],
): Promise<IntegrationRecord | undefined> {
  const all = await integrations.findByOrganization(organizationId);
  return all.find((one) => one.provider === provider && one.externalId === externalId);
}

/** What was disconnected has repositories without hooks. What fails is logged; setting up again goes on with it. */
async function secureHooks(
  integration: IntegrationRecord,
  { provider, repositoryProvider, work, logger }: ServerCompletionOptions,
): Promise<void> {
  try {
    await provider.reinstall(work(integration), { repositoryProvider });
  } catch (error) {
    const { organizationId, id: integrationId } = integration;
    const code = failureCode(error, 'unknown');
    const text = 'an integration was not made whole after it was set up';
    logger.error(text, { organizationId, integrationId, step: 'hooks', code });
  }
}

/** What cannot be forgotten is a row too many, and no reason to fail. */
async function forgetOthers(setUp: SetUp, { store, logger }: ServerCompletionOptions): Promise<void> {
  try {
    await forgetGrants(setUp, store);
  } catch (error) {
    const cause = error instanceof Error ? error.name : undefined;
    logger.warn('bitbucket server grant not forgotten', { integration: setUp.record.id, cause });
  }
}
