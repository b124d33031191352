/** Broken stores of signed states. */
import { setImmediate } from 'node:timers/promises';
import { memoryStore } from 'bitbucket-sdk';
import type { BitbucketStore } from 'bitbucket-sdk/integration';
import { counter, type Mutant, mutate } from './mutate.ts';

type States = BitbucketStore['states'];
const brokenStates = mutate<States>(() => memoryStore().states);
const fresh = counter();

export const stateMutants: readonly Mutant<States>[] = [
  brokenStates('has a short key', ['the signing key is 32 bytes in hex'], (good) => ({
    signingKey: async () => (await good.signingKey()).slice(0, 32),
  })),
  brokenStates(
    'makes a key for each that asks at once',
    'the signing key stays the same, also for many that ask at once',
    () => {
      let key: string | undefined;
      return {
        async signingKey() {
          if (key !== undefined) return key;
          await setImmediate();
          key = `${fresh()}`.padStart(64, '0');
          return key;
        },
      };
    },
  ),
  brokenStates('knows an id by its time, too', 'an id is used once, each for itself', (good) => ({
    useOnce: (id, expiresAt) => good.useOnce(`${id} ${expiresAt}`, expiresAt),
  })),
  brokenStates('takes every id for used after the first', 'an id is used once, each for itself', (good) => ({
    useOnce: (_, expiresAt) => good.useOnce('', expiresAt),
  })),
  brokenStates(
    'looks, waits, and then keeps',
    'of many that use an id at once one is told that it was first',
    () => {
      const used = new Set<string>();
      return {
        async useOnce(id) {
          if (used.has(id)) return false;
          await setImmediate();
          used.add(id);
          return true;
        },
      };
    },
  ),
  brokenStates('holds a hundred', 'a thousand others do not make it forget one that has not expired', () => {
    const used = new Set<string>();
    return {
      useOnce(id) {
        if (used.has(id)) return false;
        used.add(id);
        const [oldest] = used;
        if (used.size > 100 && oldest !== undefined) used.delete(oldest);
        return true;
      },
    };
  }),
  brokenStates('cuts long ids', 'text in an id is taken as it is', (good) => ({
    useOnce: (id, expiresAt) => good.useOnce(id.slice(0, 1), expiresAt),
  })),
];
