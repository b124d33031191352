/** What signed states need kept, in memory: a key of this process, and the ids that were used. */
import { randomBytes } from 'node:crypto';
import type { SignedStateStore } from '../../http/signed-state.ts';
import { type Clock, systemClock } from '../../shared/clock.ts';

export interface MemorySignedStatesOptions {
  readonly now?: Clock | undefined;
}

/** An empty store. An id is dropped once it has expired, so that it holds no more than a state's lifetime of them. */
export function memorySignedStates({ now = systemClock }: MemorySignedStatesOptions = {}): SignedStateStore {
  const used = new Map<string, number>();
  let key: string | undefined;
  return {
    signingKey() {
      key ??= randomBytes(32).toString('hex');
      return key;
    },
    useOnce(id, expiresAt) {
      for (const [old, end] of used) if (end <= now()) used.delete(old);
      if (used.has(id)) return false;
      used.set(id, expiresAt);
      return true;
    },
  };
}
