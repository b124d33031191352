/** What is kept of OAuth 2.0 grants, and how processes agree on who renews one. */
import type { MaybePromise } from '../shared/types.ts';

/** What a token endpoint gave. Keep it as you keep passwords. */
export interface OAuth2Token {
  readonly accessToken: string;
  /** None for client credentials and for the Connect grant: those ask anew. */
  readonly refreshToken?: string | undefined;
  /** Milliseconds since 1970, by the clock of the machine that asked. */
  readonly expiresAt: number;
  readonly scopes: readonly string[];
}

export interface StoredToken extends OAuth2Token {
  /** Since when Bitbucket refuses to renew it (ms since 1970): a person has to authorize again. */
  readonly refusedAt?: number | undefined;
}

export interface TokenLeaseRequest {
  /** Who asks: names the one who holds it, for people who look into the store. */
  readonly owner: string;
  /** Milliseconds since 1970. A lease whose `until` is not after it has ended. */
  readonly now: number;
  /** When it ends by itself, in case its owner dies. */
  readonly until: number;
}

/** The right to renew a token: held by one at a time. */
export interface TokenLease {
  /** Higher than that of any lease before, of whatever key, also of one that was forgotten since. */
  readonly fence: number;
  /** What is kept, as of the moment when the lease was taken. */
  readonly token: StoredToken | undefined;
}

/**
 * Tokens by a key of the caller's, and for each key a lease: who holds it asks Bitbucket for the next token while others
 * wait. Bitbucket puts another refresh token in the place of each one that was used, so two who renew at once may lose
 * the grant.
 *
 * Every method is one transaction and none spans a network call. A method that fails must leave things as they were.
 * Tokens are of any length. Keys are names, which the log tells. Rows that are given out are the caller's own. A store
 * of one's own is held to all this by `tokenStoreSuite` of `./testing`.
 */
export interface TokenStore {
  read(key: string): MaybePromise<StoredToken | undefined>;
  /**
   * Stores a new grant in place of any. It ends a lease that somebody holds: what that one saves is refused.
   *
   * @param options `keepUntil` (ms since 1970): forgotten some time after that, unless it is put again without. For a
   *   grant that nobody has decided about yet
   */
  put(
    key: string,
    token: OAuth2Token,
    options?: { readonly keepUntil?: number | undefined },
  ): MaybePromise<void>;
  /** The lease, where nobody holds it at `now`; there need not be a token. `undefined` while another holds it. */
  lease(key: string, request: TokenLeaseRequest): MaybePromise<TokenLease | undefined>;
  /**
   * Stores what the holder of the lease got, and ends the lease; also after its `until`, where nobody took it since: a
   * token that was paid for with the one before must not be lost. What was said of `keepUntil` holds on. False, and
   * nothing stored, where it holds no more.
   */
  save(key: string, fence: number, token: StoredToken): MaybePromise<boolean>;
  /** Ends the lease and changes nothing else. Does nothing where it holds no more. */
  release(key: string, fence: number): MaybePromise<void>;
  /** Removes token and lease. Does nothing where there are none. */
  forget(key: string): MaybePromise<void>;
}
