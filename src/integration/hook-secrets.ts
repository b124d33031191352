/** A fresh secret for the hooks of an integration, put before the old ones until every hook is signed with it. */
import type { BitbucketIntegration } from './integration.ts';
import type { BitbucketIntegrationProvider } from './integration-provider.ts';
import type { IntegrationRecord } from './integrations.ts';
import type { BitbucketRepositoryProvider } from './repository-provider.ts';
import type { BitbucketStore } from './store.ts';

export interface HookSecuring {
  readonly store: Pick<BitbucketStore, 'integrations'>;
  readonly provider: BitbucketIntegrationProvider;
  readonly repositoryProvider: BitbucketRepositoryProvider;
  /** Puts an integration's record to work. */
  readonly work: (record: IntegrationRecord) => BitbucketIntegration;
}

/** Hooks that are on their way may be signed with a secret of before; more than these few are from failed attempts. */
const mostSecrets = 3;

export const withFreshSecret = (
  secret: string,
  { webhookSecrets = [] }: Partial<Pick<IntegrationRecord, 'webhookSecrets'>> = {},
): readonly string[] => [secret, ...webhookSecrets].slice(0, mostSecrets);

/** Signs every hook of the integration with its first secret, then drops those that are older. */
export async function secureHooks(
  { store: { integrations }, provider, repositoryProvider, work }: HookSecuring,
  record: IntegrationRecord,
): Promise<void> {
  const [secret = ''] = record.webhookSecrets;
  await provider.reinstall(work(record), { repositoryProvider });
  // Another run may have put its own secret before ours meanwhile: only what is older than ours is dropped.
  const now = (await integrations.get(record.id))?.webhookSecrets ?? [];
  const ours = now.indexOf(secret);
  if (ours !== -1) await integrations.update(record.id, { webhookSecrets: now.slice(0, ours + 1) });
}
