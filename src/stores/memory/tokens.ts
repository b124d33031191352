/** Tokens of OAuth 2.0 grants, and who renews each, in memory: for one process. */
import type { StoredToken, TokenStore } from '../../auth/token-store.ts';
import { type Clock, systemClock } from '../../shared/clock.ts';

export interface MemoryTokensOptions {
  readonly now?: Clock | undefined;
}

interface Kept {
  token?: StoredToken | undefined;
  keepUntil?: number | undefined;
  lease?: { readonly owner: string; readonly until: number; readonly fence: number } | undefined;
}

/** An empty store. Tokens are copied in and out, so that nobody changes what is stored but by `put` and `save`. */
export function memoryTokens({ now = systemClock }: MemoryTokensOptions = {}): TokenStore {
  const rows = new Map<string, Kept>();
  let fences = 0;
  const prune = (): void => {
    for (const [key, { keepUntil }] of rows)
      if (keepUntil !== undefined && keepUntil < now()) rows.delete(key);
  };
  const heldBy = (key: string, fence: number): Kept | undefined => {
    const row = rows.get(key);
    return row?.lease?.fence === fence ? row : undefined;
  };
  return {
    read: (key) => structuredClone(rows.get(key)?.token),
    put(key, token, { keepUntil } = {}) {
      prune();
      rows.set(key, { token: structuredClone({ ...token, refusedAt: undefined }), keepUntil });
    },
    lease(key, { owner, now: at, until }) {
      const row = rows.get(key) ?? {};
      if (row.lease !== undefined && row.lease.until > at) return undefined;
      fences += 1;
      rows.set(key, { ...row, lease: { owner, until, fence: fences } });
      return { fence: fences, token: structuredClone(row.token) };
    },
    save(key, fence, token) {
      const row = heldBy(key, fence);
      if (row === undefined) return false;
      rows.set(key, { token: structuredClone(token), keepUntil: row.keepUntil });
      return true;
    },
    release(key, fence) {
      const row = heldBy(key, fence);
      if (row === undefined) return;
      if (row.token === undefined) rows.delete(key);
      else rows.set(key, { token: row.token, keepUntil: row.keepUntil });
    },
    forget: (key) => void rows.delete(key),
  };
}
