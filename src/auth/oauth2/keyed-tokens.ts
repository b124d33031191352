/** The row of one grant in a token store, whose failures are errors of ours. */
import { AuthError } from '../../errors/auth-error.ts';
import { isBitbucketError } from '../../errors/bitbucket-error.ts';
import type { Clock } from '../../shared/clock.ts';
import type { MaybePromise } from '../../shared/types.ts';
import type { StoredToken, TokenLease, TokenStore } from '../token-store.ts';

export interface KeyedTokens {
  /** For the log: which grant it speaks of. */
  readonly key: string;
  read(): Promise<StoredToken | undefined>;
  lease(): Promise<TokenLease | undefined>;
  save(fence: number, token: StoredToken): Promise<boolean>;
  /** Fails never: a lease that cannot be ended ends by itself. */
  release(fence: number): Promise<void>;
}

export interface KeyedTokensOptions {
  readonly tokens: TokenStore;
  readonly key: string;
  /** Milliseconds that a lease lasts. */
  readonly leaseFor: number;
  readonly now: Clock;
}

export function keyedTokens({ tokens, key, leaseFor, now }: KeyedTokensOptions): KeyedTokens {
  const owner = `process ${process.pid}`;
  return {
    key,
    read: () => withOurError(() => tokens.read(key)),
    lease: () =>
      withOurError(() => {
        const at = now();
        return tokens.lease(key, { owner, now: at, until: at + leaseFor });
      }),
    save: (fence, token) => withOurError(() => tokens.save(key, fence, token)),
    release: async (fence) => {
      try {
        await tokens.release(key, fence);
      } catch {
        // What the caller has to tell matters more.
      }
    },
  };
}

async function withOurError<T>(call: () => MaybePromise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (isBitbucketError(cause)) throw cause;
    throw new AuthError('credential_unavailable', 'The token store failed', { cause });
  }
}
