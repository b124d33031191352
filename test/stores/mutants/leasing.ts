/** Token stores that look in a way of their own who holds a lease: so that the way can be broken. */
import { memoryStore } from 'bitbucket-sdk';
import type { BitbucketStore } from 'bitbucket-sdk/integration';
import { mutate } from './mutate.ts';

export type Tokens = BitbucketStore['tokens'];
export type Token = NonNullable<Awaited<ReturnType<Tokens['read']>>>;
type Lease = Awaited<ReturnType<Tokens['lease']>>;

export const brokenTokens = mutate<Tokens>(() => memoryStore().tokens);

export interface Own {
  readonly holders: Map<string, { fence: number; until: number }>;
  next: number;
  isHeld(key: string, now: number): boolean;
  holds(key: string, fence: number): boolean;
  /** Gives the lease, whoever holds it. */
  give(key: string, until: number, fence?: number): Promise<Lease>;
  /** Stores the token and ends the lease. */
  finish(key: string, token: Token): Promise<true>;
}

/** Leases as they should be, but for the change; the good store keeps the tokens only. */
export function leasing(good: Tokens, change: (own: Own) => Partial<Tokens>): Partial<Tokens> {
  const own: Own = {
    holders: new Map(),
    next: 1,
    isHeld: (key, now) => (own.holders.get(key)?.until ?? now) > now,
    holds: (key, fence) => own.holders.get(key)?.fence === fence,
    async give(key, until, fence = own.next++) {
      own.holders.set(key, { fence, until });
      return { fence, token: await good.read(key) };
    },
    async finish(key, token) {
      own.holders.delete(key);
      await good.put(key, token);
      return true;
    },
  };
  return {
    lease: (key, { now, until }) => (own.isHeld(key, now) ? undefined : own.give(key, until)),
    save: (key, fence, token) => own.holds(key, fence) && own.finish(key, token),
    release: (key, fence) => void (own.holds(key, fence) && own.holders.delete(key)),
    async put(key, token, options) {
      own.holders.delete(key);
      await good.put(key, token, options);
    },
    async forget(key) {
      own.holders.delete(key);
      await good.forget(key);
    },
    ...change(own),
  };
}
