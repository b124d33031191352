/** What an inbox must do, as checks. */
import assert from 'node:assert/strict';
import type { Inbox, InboxEntry } from '../../webhooks/inbox.ts';
import { allAtOnce, type CreateStore, type Demands, oddTexts, type StoreCheck, suiteOf } from './check.ts';

const start = 1_700_000_000_000;
const window = 600_000;
const hour = 3_600_000;

/** An entry that came so many milliseconds after the start. */
const entry = (fields: Partial<InboxEntry> = {}, after = 0): InboxEntry => ({
  scope: '{"integrationId":"1"}',
  hookId: 'hook-1',
  deliveryId: 'delivery-1',
  digest: 'a'.repeat(64),
  at: start + after,
  replayedSince: start + after - window,
  ...fields,
});

const otherBody = { digest: 'b'.repeat(64) };
const otherId = { deliveryId: 'delivery-2' };

const demands: Demands<Inbox> = {
  async 'a delivery is seen after it was recorded, and not before'(inbox) {
    assert.strictEqual(await inbox.seen(entry()), false);
    assert.strictEqual(await inbox.seen(entry()), false, 'asking does not record');
    await inbox.record(entry());
    assert.strictEqual(await inbox.seen(entry()), true);
  },

  async 'a delivery is the same by scope, hook and id, with whatever body, hours later too'(inbox) {
    await inbox.record(entry());
    assert.strictEqual(await inbox.seen(entry(otherBody, 20 * hour)), true);
    assert.strictEqual(await inbox.seen(entry({ ...otherBody, ...otherId })), false, 'another id');
    assert.strictEqual(await inbox.seen(entry({ ...otherBody, hookId: 'hook-2' })), false, 'another hook');
  },

  async 'a body under another id is a replay within the window, and not after it'(inbox) {
    await inbox.record(entry());
    assert.strictEqual(await inbox.seen(entry({ ...otherId, hookId: 'hook-2' }, window - 1)), true, 'within');
    assert.strictEqual(await inbox.seen(entry(otherId, window)), true, 'at its very end');
    assert.strictEqual(await inbox.seen(entry(otherId, window + 1)), false, 'after it');
  },

  async 'a body that was done again counts from the last time'(inbox) {
    await inbox.record(entry());
    await inbox.record(entry(otherId, 2 * window));
    assert.strictEqual(await inbox.seen(entry({ deliveryId: 'delivery-3' }, 3 * window)), true);
  },

  async 'deliveries without an id are told apart by their bodies alone'(inbox) {
    await inbox.record(entry({ deliveryId: undefined }));
    assert.strictEqual(
      await inbox.seen(entry({ deliveryId: undefined, ...otherBody })),
      false,
      'another body',
    );
    assert.strictEqual(await inbox.seen(entry({ deliveryId: undefined }, 1)), true, 'the same body');
    await inbox.record(entry({ deliveryId: undefined, ...otherBody }, 2));
    assert.strictEqual(
      await inbox.seen(entry({ deliveryId: undefined, ...otherBody }, 3)),
      true,
      'a second one',
    );
    assert.strictEqual(
      await inbox.seen(entry({ deliveryId: undefined }, window + 1)),
      false,
      'after the window',
    );
  },

  async 'deliveries of two scopes are never the same'(inbox) {
    await inbox.record(entry());
    assert.strictEqual(await inbox.seen(entry({ scope: '{"integrationId":"2"}' })), false);
    assert.strictEqual(await inbox.seen(entry({ scope: '' })), false);
  },

  async 'parts of the key do not run into each other'(inbox) {
    await inbox.record(entry({ scope: 'ab', hookId: 'c', deliveryId: 'd' }));
    assert.strictEqual(
      await inbox.seen(entry({ ...otherBody, scope: 'a', hookId: 'bc', deliveryId: 'd' })),
      false,
    );
    assert.strictEqual(
      await inbox.seen(entry({ ...otherBody, scope: 'ab', hookId: '', deliveryId: 'cd' })),
      false,
    );
  },

  async 'recording the same entry again, and many times at once, does no harm'(inbox) {
    await inbox.record(entry());
    await inbox.record(entry());
    await allAtOnce(20, () => inbox.record(entry(otherId, 1)));
    await allAtOnce(20, (index) =>
      inbox.record(entry({ deliveryId: `many-${index}`, digest: `${index}`.padEnd(64, '0') })),
    );
    for (const deliveryId of ['delivery-1', 'delivery-2', 'many-0', 'many-19']) {
      assert.strictEqual(await inbox.seen(entry({ ...otherBody, deliveryId })), true, deliveryId);
    }
  },

  async 'a thousand later deliveries do not make it forget those of today'(inbox) {
    await inbox.record(entry());
    for (let index = 0; index < 1_000; index += 1) {
      const digest = index.toString(16).padStart(64, '0');
      await inbox.record(entry({ deliveryId: `later-${index}`, digest }, 20 * hour + index));
    }
    assert.strictEqual(await inbox.seen(entry(otherBody, 21 * hour)), true);
  },

  async 'text in a key is taken as it is'(inbox) {
    for (const text of oddTexts.map((odd) => odd.slice(0, 256))) {
      const odd = entry({ scope: JSON.stringify({ text }), hookId: text, deliveryId: text });
      assert.strictEqual(await inbox.seen({ ...odd, ...otherBody }), false);
      await inbox.record(odd);
      assert.strictEqual(await inbox.seen({ ...odd, ...otherBody }), true);
    }
  },
};

/**
 * The checks of {@link Inbox}, for one's own. `storeSuite` shows how to run them.
 *
 * @example for (const { name, run } of inboxSuite(() => myInbox())) test(name, run)
 */
export function inboxSuite(create: CreateStore<Inbox>): StoreCheck[] {
  return suiteOf(create, demands);
}
