/** A token store for one credential in this process, where the token can be had anew at any time. */
import type { StoredToken, TokenStore } from '../token-store.ts';

/** Has one row, whatever the key. */
export function createOwnTokens(): TokenStore {
  let token: StoredToken | undefined;
  let until = Number.NEGATIVE_INFINITY;
  let fence = 0;
  let held = false;
  const holds = (claimed: number): boolean => held && claimed === fence;
  return {
    read: () => token,
    put(_key, next) {
      token = next;
      held = false;
    },
    lease(_key, request) {
      if (held && until > request.now) return undefined;
      held = true;
      until = request.until;
      fence += 1;
      return { fence, token };
    },
    save(_key, claimed, next) {
      if (!holds(claimed)) return false;
      token = next;
      held = false;
      return true;
    },
    release(_key, claimed) {
      if (holds(claimed)) held = false;
    },
    forget() {
      token = undefined;
      held = false;
    },
  };
}
