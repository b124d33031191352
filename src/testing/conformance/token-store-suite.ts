/** What a token store must do, as checks: keep tokens, and let one at a time renew each of them. */
import type { TokenStore } from '../../auth/token-store.ts';
import { type CreateStore, type StoreCheck, suiteOf } from './check.ts';
import { tokenLeaseDemands } from './token-lease-demands.ts';
import { tokenRowDemands } from './token-row-demands.ts';

/**
 * The checks of {@link TokenStore}, for a store of one's own. `storeSuite` shows how to run them.
 *
 * @example for (const { name, run } of tokenStoreSuite(() => myTokens())) test(name, run)
 */
export function tokenStoreSuite(create: CreateStore<TokenStore>): StoreCheck[] {
  return suiteOf(create, { ...tokenRowDemands, ...tokenLeaseDemands });
}
