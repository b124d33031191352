/** What a whole store must do: the checks of every contract, and those of being there after a restart. */
import type { BitbucketStore } from '../../integration/store.ts';
import { type CreateStore, type StoreCheck, suiteOf } from './check.ts';
import { durabilityDemands } from './durability.ts';
import { inboxSuite } from './inbox-suite.ts';
import { installationStoreSuite } from './installation-store-suite.ts';
import { integrationStoreSuite } from './integration-store-suite.ts';
import { repositoryStoreSuite } from './repository-store-suite.ts';
import { signedStateStoreSuite } from './signed-state-store-suite.ts';
import { tokenStoreSuite } from './token-store-suite.ts';

export interface StoreSuiteOptions<Store> {
  /**
   * Opens what the given store has kept anew, as a process that starts does. With it, the suite also asks that nothing
   * is lost by that.
   */
  readonly reopen?: ((store: Store) => Store | Promise<Store>) | undefined;
}

/**
 * The checks of every contract of {@link BitbucketStore}, for a store of one's own, in any test runner. Each check
 * calls `create` for a store that is new and empty; closing it is the caller's.
 *
 * @example
 * // vitest
 * describe('my store', () => {
 *   for (const { name, run } of storeSuite(() => myStore())) test(name, run)
 * })
 * @example
 * // node:test
 * for (const { name, run } of storeSuite(() => myStore())) test(name, run)
 */
export function storeSuite<Store extends BitbucketStore>(
  create: CreateStore<Store>,
  { reopen }: StoreSuiteOptions<Store> = {},
): StoreCheck[] {
  const parts = {
    installations: installationStoreSuite(async () => (await create()).installations),
    integrations: integrationStoreSuite(async () => (await create()).integrations),
    repositories: repositoryStoreSuite(async () => (await create()).repositories),
    inbox: inboxSuite(async () => (await create()).inbox),
    states: signedStateStoreSuite(async () => (await create()).states),
    tokens: tokenStoreSuite(async () => (await create()).tokens),
    restart: reopen === undefined ? [] : suiteOf(create, durabilityDemands(reopen)),
  };
  return Object.entries(parts).flatMap(([part, checks]) =>
    checks.map(({ name, run }) => ({ name: `${part}: ${name}`, run })),
  );
}
