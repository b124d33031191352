/** What differs between the grants: where the next token comes from. */
import type { OAuth2Token, StoredToken } from '../token-store.ts';

export interface Grant {
  /** Why there can be no next token until a person authorizes again, if so. */
  readonly findFlaw: (stored: StoredToken | undefined) => string | undefined;
  /** The next token, by what is stored. */
  readonly obtain: (stored: StoredToken | undefined) => Promise<OAuth2Token>;
  /** Is it dead for good when the server answers `invalid_grant`? */
  readonly canDie: boolean;
}

/** A grant of a person's, which is refreshed. */
export function refreshedGrant(
  refresh: (input: { readonly refreshToken: string }) => Promise<OAuth2Token>,
): Grant {
  return {
    findFlaw(stored) {
      if (stored === undefined) return 'There is no OAuth 2.0 grant under this key';
      if (stored.refusedAt !== undefined) return 'Bitbucket has refused to renew the OAuth 2.0 grant';
      return stored.refreshToken === undefined ? 'The OAuth 2.0 grant has no refresh token' : undefined;
    },
    async obtain(stored) {
      const refreshToken = stored?.refreshToken ?? '';
      const next = await refresh({ refreshToken });
      // What a server does not name it has left as it was (RFC 6749, sections 5.1 and 6).
      const scopes = next.scopes.length === 0 ? (stored?.scopes ?? []) : next.scopes;
      return { ...next, refreshToken: next.refreshToken ?? refreshToken, scopes };
    },
    canDie: true,
  };
}

/** A credential that can be exchanged for a token at any time. */
export function repeatedGrant(obtain: () => Promise<OAuth2Token>): Grant {
  return { findFlaw: () => undefined, obtain, canDie: false };
}
