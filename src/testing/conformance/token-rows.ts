/** Tokens and leases for the checks of token stores. */
import assert from 'node:assert/strict';
import type { StoredToken, TokenLease, TokenStore } from '../../auth/token-store.ts';

/** When every check begins, in ms since 1970; none of them waits. */
export const start = 1_700_000_000_000;
/** How long a lease of the checks lasts, in ms. */
export const term = 30_000;

export const token = (name: string, fields: Partial<StoredToken> = {}): StoredToken => ({
  accessToken: `access-${name}`,
  refreshToken: `refresh-${name}`,
  expiresAt: start + 7_200_000,
  scopes: ['account', 'repository:write'],
  ...fields,
});

/** Asks for the lease at a time, for a term. */
export const ask = async (store: TokenStore, key: string, now = start): Promise<TokenLease | undefined> =>
  store.lease(key, { owner: 'process 1', now, until: now + term });

/** The lease, which must be free. */
export async function take(store: TokenStore, key: string, now = start): Promise<TokenLease> {
  const lease = await ask(store, key, now);
  assert.ok(lease !== undefined, `nobody holds the lease of ${key}, so it is given`);
  return lease;
}
