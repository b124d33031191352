/** What the mounted app makes of a set-up that has been done: an integration in its store, and the way on. */
import type { IntegrationRecord } from '../integrations.ts';
import { type AfterSetup, addressAfter } from '../setup/after-setup.ts';
import type { BitbucketStore } from '../store.ts';
import type { BitbucketServerIntegrationProvider, BuiltServerIntegration } from './integration-provider.ts';
import type { ServerSetupOptions } from './setup-options.ts';

export interface ServerCompletionOptions extends AfterSetup {
  readonly store: Pick<BitbucketStore, 'integrations' | 'tokens'>;
  readonly provider: BitbucketServerIntegrationProvider;
}

/** Throws only where nothing was kept: an integration that stands keeps its grant, whatever fails after it. */
export function createServerCompletion(options: ServerCompletionOptions): ServerSetupOptions['complete'] {
  const { store, provider } = options;
  return async ({ setup, organizationId }) => {
    const built = provider.buildIntegration(setup);
    const before = await findBefore(built, organizationId, store);
    const integration = await store.integrations.put({
      ...{ ...built, credentials: { ...built.credentials }, organizationId },
      status: 'active',
      webhookSecrets: [],
    });
    await forgetGrant(before, integration, options);
    return addressAfter(integration, options);
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

/** The grant that the new one takes the place of. What cannot be forgotten is a row too many, and no reason to fail. */
async function forgetGrant(
  before: IntegrationRecord | undefined,
  after: IntegrationRecord,
  { store, logger }: ServerCompletionOptions,
): Promise<void> {
  const tokenKey = before?.credentials?.['tokenKey'];
  if (tokenKey === undefined || tokenKey === after.credentials?.['tokenKey']) return;
  try {
    await store.tokens.forget(tokenKey);
  } catch (error) {
    const cause = error instanceof Error ? error.name : undefined;
    logger.warn('bitbucket server grant not forgotten', { integration: after.id, cause });
  }
}
