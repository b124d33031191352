/** Broken inboxes. */
import { createMemoryInbox } from 'bitbucket-sdk';
import type { Inbox, InboxEntry } from 'bitbucket-sdk/webhooks';
import { counter, type Mutant, mutate } from './mutate.ts';

const brokenInbox = mutate<Inbox>(() => createMemoryInbox());
const fresh = counter();
const changed = (good: Inbox, change: (entry: InboxEntry) => Partial<InboxEntry>): Inbox => ({
  seen: (entry) => good.seen({ ...entry, ...change(entry) }),
  record: (entry) => good.record({ ...entry, ...change(entry) }),
});

export const inboxMutants: readonly Mutant<Inbox>[] = [
  brokenInbox(
    'records what it is asked about',
    'a delivery is seen after it was recorded, and not before',
    (good) => ({
      async seen(entry) {
        const was = await good.seen(entry);
        await good.record(entry);
        return was;
      },
    }),
  ),
  brokenInbox(
    'knows bodies alone',
    'a delivery is the same by scope, hook and id, with whatever body, hours later too',
    (good) => changed(good, () => ({ deliveryId: undefined })),
  ),
  brokenInbox(
    'leaves the hook out of the key',
    'a delivery is the same by scope, hook and id, with whatever body, hours later too',
    (good) => changed(good, () => ({ hookId: '' })),
  ),
  brokenInbox(
    'takes a body for a replay for ever',
    'a body under another id is a replay within the window, and not after it',
    (good) => ({
      seen: (entry) => good.seen({ ...entry, replayedSince: 0 }),
    }),
  ),
  brokenInbox(
    'ends the window a little early',
    'a body under another id is a replay within the window, and not after it',
    (good) => ({
      seen: (entry) => good.seen({ ...entry, replayedSince: entry.replayedSince + 1 }),
    }),
  ),
  brokenInbox(
    'keeps the first time of a body',
    'a body that was done again counts from the last time',
    (good) => {
      const times = new Map<string, number>();
      return {
        record(entry) {
          const at = times.get(entry.digest) ?? entry.at;
          times.set(entry.digest, at);
          return good.record({ ...entry, at });
        },
      };
    },
  ),
  brokenInbox(
    'takes all deliveries without an id for one',
    'deliveries without an id are told apart by their bodies alone',
    (good) => changed(good, ({ deliveryId }) => ({ deliveryId: deliveryId ?? 'none' })),
  ),
  brokenInbox(
    'does not keep what has no id',
    'deliveries without an id are told apart by their bodies alone',
    (good) => ({
      record: (entry) => (entry.deliveryId === undefined ? undefined : good.record(entry)),
    }),
  ),
  brokenInbox('knows no scopes', 'deliveries of two scopes are never the same', (good) =>
    changed(good, () => ({ scope: '' })),
  ),
  brokenInbox(
    'strings the parts of the key together',
    'parts of the key do not run into each other',
    (good) =>
      changed(good, ({ scope, hookId, deliveryId = '' }) => ({
        scope: '',
        hookId: '',
        deliveryId: scope + hookId + deliveryId,
      })),
  ),
  brokenInbox(
    'throws when an entry is there already',
    'recording the same entry again, and many times at once, does no harm',
    (good) => ({
      async record(entry) {
        if (await good.seen({ ...entry, digest: '' })) throw new Error('UNIQUE constraint failed');
        await good.record(entry);
      },
    }),
  ),
  {
    fault: 'holds a hundred',
    caughtBy: ['a thousand later deliveries do not make it forget those of today'],
    create: () => createMemoryInbox({ maxEntries: 100 }),
  },
  {
    fault: 'holds an hour',
    caughtBy: ['a delivery is the same by scope, hook and id, with whatever body, hours later too'],
    create: () => createMemoryInbox({ maxAge: 3_600_000 }),
  },
  brokenInbox('takes signs of SQL for its own', 'text in a key is taken as it is', (good) =>
    changed(good, ({ hookId, deliveryId }) => ({
      hookId: hookId.replace(/[%_?]/g, ''),
      deliveryId: deliveryId?.includes("'") ? `${fresh()}` : deliveryId,
    })),
  ),
];
