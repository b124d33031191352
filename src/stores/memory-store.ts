/** Everything in memory: for tests, trials, and services that may forget. */
import type { BitbucketStore } from '../integration/store.ts';
import { createMemoryInbox } from '../webhooks/memory-inbox.ts';
import { memoryInstallations } from './memory/installations.ts';
import { memoryIntegrations } from './memory/integrations.ts';
import { memoryRepositories } from './memory/repositories.ts';
import { memorySignedStates } from './memory/signed-states.ts';
import { memoryTokens } from './memory/tokens.ts';

/**
 * A store that lives as long as the process. Its inbox is bounded; installations, integrations, repositories and
 * tokens are as many as there are.
 */
export function memoryStore(): BitbucketStore {
  return {
    installations: memoryInstallations(),
    integrations: memoryIntegrations(),
    repositories: memoryRepositories(),
    inbox: createMemoryInbox(),
    states: memorySignedStates(),
    tokens: memoryTokens(),
  };
}
