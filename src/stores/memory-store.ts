/** Everything in memory: for tests, trials, and services that may forget. */
import type { BitbucketStore } from '../integration/store.ts';
import { createMemoryInbox } from '../webhooks/memory-inbox.ts';
import { memoryInstallations } from './memory/installations.ts';
import { memoryIntegrations } from './memory/integrations.ts';
import { memoryRepositories } from './memory/repositories.ts';
import { memorySignedStates } from './memory/signed-states.ts';

/**
 * A store that lives as long as the process. Its inbox is bounded; installations, integrations and repositories are as
 * many as there are.
 */
export function memoryStore(): BitbucketStore {
  return {
    installations: memoryInstallations(),
    integrations: memoryIntegrations(),
    repositories: memoryRepositories(),
    inbox: createMemoryInbox(),
    states: memorySignedStates(),
  };
}
