/** The hook of a linked repository on Bitbucket Cloud: what it is made with, and how it is put right. */
import { ConfigError } from '../errors/config-error.ts';
import type { BitbucketIntegration } from './integration.ts';
import { reconcileHook } from './reconcile-hook.ts';
import { cloudRepositoryHooks } from './reconcile-hook-ports.ts';
import type { LinkedRepository } from './repositories.ts';

export interface HookOptions {
  /** What hooks subscribe to beside `repo:push` and `pullrequest:fulfilled`. */
  readonly hookEvents?: readonly string[] | undefined;
  /** The address that hooks deliver to, for an integration. */
  readonly webhookUrl: (integration: { readonly organizationId: string; readonly id: string }) => string;
}

/** What the integration always listens to. */
const neededEvents = ['repo:push', 'pullrequest:fulfilled'] as const;

/** @throws ConfigError `invalid_option` for an integration without a secret */
export function hookFor(
  { record }: Pick<BitbucketIntegration, 'record'>,
  { hookEvents = [], webhookUrl }: HookOptions,
) {
  const [secret] = record.webhookSecrets;
  if (secret === undefined || secret === '') {
    throw new ConfigError(
      'webhookSecrets',
      'the integration has none',
      'Give it one: a hook without a secret proves nothing',
    );
  }
  return {
    description: 'Linked repository',
    url: webhookUrl(record),
    active: true,
    events: [...new Set([...neededEvents, ...hookEvents])],
    secret,
  };
}

/** The id of the one hook that stands. Ours are told by their address, and by the id that was stored. */
export async function secureHook(
  integration: BitbucketIntegration,
  repository: LinkedRepository,
  { signal, ...options }: HookOptions & { readonly signal?: AbortSignal | undefined },
): Promise<string> {
  const { webhookId } = repository.config;
  const address = integration.addressOf(repository);
  const { hookId } = await reconcileHook({
    hooks: cloudRepositoryHooks(integration.getClient(), address, { signal }),
    wanted: hookFor(integration, options),
    isOurs: ({ id }) => id === webhookId,
    // Bitbucket shows no secret, and the one in use may have changed.
    rotate: true,
  });
  return hookId ?? webhookId;
}
