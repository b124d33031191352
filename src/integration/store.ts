/** All that the mounted app keeps, as one object; each part has its own contract. */
import type { TokenStore } from '../auth/token-store.ts';
import type { InstallationStore } from '../connect/installations.ts';
import type { SignedStateStore } from '../http/signed-state.ts';
import type { Inbox } from '../webhooks/inbox.ts';
import type { IntegrationStore } from './integrations.ts';
import type { RepositoryStore } from './repositories.ts';

/** `memoryStore()` for tests and trials; for a service `sqliteStore(path)` of `./sqlite`. Parts of several stores may be combined. */
export interface BitbucketStore {
  readonly installations: InstallationStore;
  readonly integrations: IntegrationStore;
  readonly repositories: RepositoryStore;
  readonly inbox: Inbox;
  readonly states: SignedStateStore;
  /** Of OAuth 2.0 grants. */
  readonly tokens: TokenStore;
}
