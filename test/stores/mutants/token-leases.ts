/** Token stores that let two renew one token, or keep what they should refuse. */
import { setImmediate } from 'node:timers/promises';
import { brokenTokens, leasing, type Tokens } from './leasing.ts';
import type { Mutant } from './mutate.ts';

const rise = 'fences rise with each lease, of whatever key, however it ended';

export const tokenLeaseMutants: readonly Mutant<Tokens>[] = [
  brokenTokens('gives the lease to all', 'a lease is held by one at a time, for each key', (good) =>
    leasing(good, (own) => ({
      lease: (key, { until }) => own.give(key, until),
    })),
  ),
  brokenTokens('has one lease for all keys', 'a lease is held by one at a time, for each key', (good) => ({
    ...good,
    lease: (_, request) => good.lease('one', request),
  })),
  brokenTokens(
    'looks who holds the lease, waits, and then takes it',
    'of many that ask for a lease at once one is given it',
    (good) =>
      leasing(good, (own) => ({
        async lease(key, { now, until }) {
          if (own.isHeld(key, now)) return undefined;
          await setImmediate();
          return own.give(key, until);
        },
      })),
  ),
  brokenTokens('never ends a lease by time', 'a lease ends when its time has come', (good) => ({
    lease: (key, request) => good.lease(key, { ...request, now: 0 }),
  })),
  brokenTokens('holds a lease for a moment longer', 'a lease ends when its time has come', (good) => ({
    lease: (key, request) => good.lease(key, { ...request, until: request.until + 1 }),
  })),
  brokenTokens(
    'holds a lease for ten seconds, whatever was asked',
    ['a lease is held by one at a time, for each key', 'a lease ends when its time has come'],
    (good) => ({ lease: (key, request) => good.lease(key, { ...request, until: request.now + 10_000 }) }),
  ),
  brokenTokens(
    'keeps the lease after a save',
    'what the holder got is stored once, and ends the lease',
    (good) =>
      leasing(good, (own) => ({
        async save(key, fence, token) {
          if (!own.holds(key, fence)) return false;
          await good.put(key, token);
          return true;
        },
      })),
  ),
  brokenTokens(
    'says that it saved, and did not',
    ['what the holder got is stored once, and ends the lease', 'a refusal is kept with its token'],
    (good) => ({
      async save(key, fence) {
        await good.release(key, fence);
        return true;
      },
    }),
  ),
  brokenTokens(
    'refuses by its own clock what came late',
    'what came late is stored where nobody took the lease since',
    (good) =>
      leasing(good, (own) => ({
        async save(key, fence, token) {
          const held = own.holders.get(key);
          if (held?.fence !== fence || held.until < 1_000_000) return false;
          return own.finish(key, token);
        },
      })),
  ),
  brokenTokens(
    'keeps the lease after a grant',
    'a new grant ends the lease: what its holder saves is refused',
    (good) => leasing(good, () => ({ put: (key, token, options) => good.put(key, token, options) })),
  ),
  brokenTokens(
    'keeps the lease of what was forgotten',
    'a forgotten token ends the lease: what its holder saves is refused',
    (good) => leasing(good, () => ({ forget: (key) => good.forget(key) })),
  ),
  brokenTokens('releases nothing', 'a release ends the lease and changes nothing else', () => ({
    release: () => {},
  })),
  brokenTokens(
    'forgets the token with the lease',
    'a release ends the lease and changes nothing else',
    (good) => ({
      async release(key, fence) {
        await good.save(key, fence, { accessToken: 'none', expiresAt: 0, scopes: [] });
      },
    }),
  ),
  brokenTokens(
    'ends whatever lease there is',
    'a release that comes late does not end the lease of another',
    (good) => leasing(good, (own) => ({ release: (key) => void own.holders.delete(key) })),
  ),
  brokenTokens(
    'has a lease only where there is a token',
    'a lease can be had where there is no token',
    (good) => ({
      lease: async (key, request) =>
        (await good.read(key)) === undefined ? undefined : good.lease(key, request),
    }),
  ),
  brokenTokens('keeps an empty token with a lease', 'a lease can be had where there is no token', (good) => {
    const leased = new Set<string>();
    return {
      read: async (key) =>
        (await good.read(key)) ??
        (leased.has(key) ? { accessToken: '', expiresAt: 0, scopes: [] } : undefined),
      lease(key, request) {
        leased.add(key);
        return good.lease(key, request);
      },
    };
  }),

  brokenTokens('counts the fences of each key', rise, (good) => {
    const counts = new Map<string, number>();
    return leasing(good, (own) => ({
      async lease(key, { now, until }) {
        if (own.isHeld(key, now)) return undefined;
        const fence = (counts.get(key) ?? 0) + 1;
        counts.set(key, fence);
        return own.give(key, until, fence);
      },
    }));
  }),
  brokenTokens(
    'counts anew where a token was forgotten',
    [rise, 'a forgotten token ends the lease: what its holder saves is refused'],
    (good) =>
      leasing(good, (own) => ({
        async forget(key) {
          own.holders.delete(key);
          own.next = 1;
          await good.forget(key);
        },
      })),
  ),
  brokenTokens(
    'takes the owner for the fence',
    'what came late is refused once another took the lease',
    (good) => {
      const fences = new Map<string, number>();
      return {
        async lease(key, request) {
          const lease = await good.lease(key, request);
          if (lease !== undefined) fences.set(key, lease.fence);
          return lease;
        },
        save: (key, _, token) => good.save(key, fences.get(key) ?? 0, token),
      };
    },
  ),
  brokenTokens(
    'looks at the fence, waits, and then writes',
    'of many that save with one fence at once one stands',
    (good) =>
      leasing(good, (own) => ({
        async save(key, fence, token) {
          if (!own.holds(key, fence)) return false;
          await setImmediate();
          return own.finish(key, token);
        },
      })),
  ),
  brokenTokens(
    'lets the first of those that save win',
    'of many that held it one after another and save at once the last one stands',
    (good) => {
      const waiting = new Map<string, number[]>();
      return leasing(good, (own) => ({
        async lease(key, { now, until }) {
          if (own.isHeld(key, now)) return undefined;
          waiting.set(key, [...(waiting.get(key) ?? []), own.next]);
          return own.give(key, until);
        },
        async save(key, fence, token) {
          if (!waiting.get(key)?.includes(fence)) return false;
          waiting.delete(key);
          return own.finish(key, token);
        },
      }));
    },
  ),
  brokenTokens('takes the fence of another key', 'a fence counts for its own key', (good) => {
    const all = new Set<number>();
    return leasing(good, (own) => ({
      async lease(key, { now, until }) {
        if (own.isHeld(key, now)) return undefined;
        all.add(own.next);
        return own.give(key, until);
      },
      async save(key, fence, token) {
        if (!all.delete(fence)) return false;
        return own.finish(key, token);
      },
    }));
  }),
];
