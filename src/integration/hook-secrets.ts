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

/** Runs that come while one is at work follow it; who is overtaken more often than that leaves it to them. */
const mostRuns = 3;

/**
 * Signs every hook of the integration with its first secret, then drops those that are older. Another run that put a
 * secret of its own first meanwhile may have been faster at a hook: then all are signed again, with that one.
 */
export async function secureHooks(
  { store: { integrations }, provider, repositoryProvider, work }: HookSecuring,
  record: IntegrationRecord,
): Promise<void> {
  let standing = record;
  for (let run = 0; run < mostRuns; run += 1) {
    await provider.reinstall(work(standing), { repositoryProvider });
    const now = await integrations.get(record.id);
    if (now === undefined || now.status !== 'active') return;
    const [secret = ''] = now.webhookSecrets;
    if (secret === standing.webhookSecrets[0]) {
      await integrations.update(record.id, { webhookSecrets: [secret] });
      return;
    }
    standing = now;
  }
}
