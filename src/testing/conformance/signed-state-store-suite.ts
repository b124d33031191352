/** What the store of signed states must do, as checks. */
import assert from 'node:assert/strict';
import type { SignedStateStore } from '../../http/signed-state.ts';
import { allAtOnce, type CreateStore, type Demands, oddTexts, type StoreCheck, suiteOf } from './check.ts';

/** Far enough ahead that no state expires while a check runs. */
const later = Date.UTC(2200, 0);

const demands: Demands<SignedStateStore> = {
  async 'the signing key is 32 bytes in hex'(store) {
    assert.match(await store.signingKey(), /^[\da-f]{64}$/);
  },

  async 'the signing key stays the same, also for many that ask at once'(store) {
    const keys = new Set(await allAtOnce(20, () => store.signingKey()));
    keys.add(await store.signingKey());
    await store.useOnce('id', later);
    keys.add(await store.signingKey());
    assert.strictEqual(keys.size, 1);
  },

  async 'an id is used once, each for itself'(store) {
    assert.strictEqual(await store.useOnce('one', later), true);
    assert.strictEqual(await store.useOnce('one', later), false);
    assert.strictEqual(await store.useOnce('two', later), true);
    assert.strictEqual(await store.useOnce('one', later + 1), false, 'under another time, too');
  },

  async 'of many that use an id at once one is told that it was first'(store) {
    const answers = await allAtOnce(20, () => store.useOnce('one', later));
    assert.strictEqual(answers.filter((first) => first === true).length, 1);
    assert.strictEqual(answers.filter((first) => first === false).length, 19);
  },

  async 'a thousand others do not make it forget one that has not expired'(store) {
    await store.useOnce('one', later);
    for (let index = 0; index < 1_000; index += 1) await store.useOnce(`other-${index}`, later + index);
    assert.strictEqual(await store.useOnce('one', later), false);
  },

  async 'text in an id is taken as it is'(store) {
    const ids = oddTexts.map((text) => text.slice(0, 1_000)).flatMap((text) => [`${text}1`, `${text}2`]);
    for (const id of ids) assert.strictEqual(await store.useOnce(id, later), true);
    for (const id of ids) assert.strictEqual(await store.useOnce(id, later), false);
  },
};

/**
 * The checks of {@link SignedStateStore}, for one's own. `storeSuite` shows how to run them.
 *
 * @example for (const { name, run } of signedStateStoreSuite(() => myStates())) test(name, run)
 */
export function signedStateStoreSuite(create: CreateStore<SignedStateStore>): StoreCheck[] {
  return suiteOf(create, demands);
}
