/** What a token store must do so that one at a time renews a token, as checks. */
import assert from 'node:assert/strict';
import type { TokenStore } from '../../auth/token-store.ts';
import { allAtOnce, assertSame, type Demands } from './check.ts';
import { ask, start, take, term, token } from './token-rows.ts';

/** Stores `old`, which every check begins with. */
const putOld = async (store: TokenStore, key = 'key'): Promise<void> => store.put(key, token('old'));

const late = start + term;

export const tokenLeaseDemands: Demands<TokenStore> = {
  async 'a lease is held by one at a time, for each key'(store) {
    await putOld(store);
    await take(store, 'key');
    assert.strictEqual(await ask(store, 'key'), undefined, 'at once');
    assert.strictEqual(await ask(store, 'key', late - 1), undefined, 'just before it ends');
    await take(store, 'other');
    assert.strictEqual(await ask(store, 'key', late - 1), undefined, 'while another key has one, too');
  },

  async 'of many that ask for a lease at once one is given it'(store) {
    for (const key of ['key', 'without a token']) {
      if (key === 'key') await putOld(store);
      const given = await allAtOnce(20, () => ask(store, key));
      assert.strictEqual(given.filter((lease) => lease !== undefined).length, 1, key);
    }
  },

  async 'a lease ends when its time has come'(store) {
    await putOld(store);
    const first = await take(store, 'key');
    const second = await take(store, 'key', late);
    assertSame(second.token, token('old'), 'its token');
    assert.strictEqual(await ask(store, 'key', late + term - 1), undefined, 'the next is held as long');
    assert.ok(second.fence > first.fence);
  },

  async 'fences rise with each lease, of whatever key, however it ended'(store) {
    const fences: number[] = [];
    const taken = async (key: string, now = start): Promise<number> => {
      const { fence } = await take(store, key, now);
      fences.push(fence);
      return fence;
    };
    await store.release('a', await taken('a'));
    await store.save('b', await taken('b'), token('b'));
    await taken('a');
    await taken('a', late);
    await store.put('a', token('a'));
    await taken('a');
    await store.forget('a');
    await taken('a');
    for (const key of ['a', 'b']) await store.forget(key);
    await taken('b');
    await store.release('b', fences.at(-1) ?? 0);
    await taken('c');
    assert.ok(fences.every((fence) => Number.isSafeInteger(fence)));
    const rises = fences.every((fence, index) => index === 0 || fence > (fences[index - 1] ?? 0));
    assert.ok(rises, `they rise: ${fences.join(', ')}`);
  },

  async 'what the holder got is stored once, and ends the lease'(store) {
    await putOld(store);
    const { fence } = await take(store, 'key');
    assert.strictEqual(await store.save('key', fence, token('new')), true);
    assertSame(await store.read('key'), token('new'), 'read');
    assert.strictEqual(await store.save('key', fence, token('newer')), false);
    assertSame(await store.read('key'), token('new'), 'after a second save');
    assertSame((await take(store, 'key')).token, token('new'), 'the next lease, at the same time');
  },

  async 'what came late is stored where nobody took the lease since'(store) {
    await putOld(store);
    // The time is past by any clock: what was got must not be lost, since the token that is stored was used for it.
    const { fence } = await take(store, 'key', 1);
    assert.strictEqual(await store.save('key', fence, token('new')), true);
    assertSame(await store.read('key'), token('new'), 'read');
  },

  async 'what came late is refused once another took the lease'(store) {
    await putOld(store);
    const slow = await take(store, 'key');
    const next = await take(store, 'key', late);
    assert.strictEqual(await store.save('key', slow.fence, token('slow')), false);
    assertSame(await store.read('key'), token('old'), 'the token before');
    assert.strictEqual(await ask(store, 'key', late), undefined, 'the next one holds it still');
    assert.strictEqual(await store.save('key', next.fence, token('new')), true);
    assert.strictEqual(
      await store.save('key', slow.fence, token('slow')),
      false,
      'also when that one is done',
    );
    assertSame(await store.read('key'), token('new'), 'the token of the next');
  },

  async 'of many that held it one after another and save at once the last one stands'(store) {
    await putOld(store);
    const fences: number[] = [];
    for (let index = 0; index < 20; index += 1) {
      fences.push((await take(store, 'key', start + index * term)).fence);
    }
    const saved = await allAtOnce(20, (index) =>
      store.save('key', fences[index] ?? 0, token(`${index}`, { expiresAt: start + index })),
    );
    assert.deepStrictEqual(
      saved,
      fences.map((_, index) => index === 19),
    );
    assertSame(await store.read('key'), token('19', { expiresAt: start + 19 }), 'the token of the last');
  },

  async 'of many that save with one fence at once one stands'(store) {
    const { fence } = await take(store, 'key');
    const saved = await allAtOnce(20, (index) => store.save('key', fence, token(`${index}`)));
    assert.strictEqual(saved.filter((stored) => stored === true).length, 1);
    assertSame(await store.read('key'), token(`${saved.indexOf(true)}`), 'its token');
  },

  async 'a fence counts for its own key'(store) {
    await putOld(store);
    await putOld(store, 'other');
    const { fence } = await take(store, 'key');
    assert.strictEqual(await store.save('other', fence, token('new')), false);
    await take(store, 'other');
    await store.release('other', fence);
    assert.strictEqual(await ask(store, 'other'), undefined, 'the lease of the other');
    assertSame(await store.read('other'), token('old'), 'the token of the other');
    assert.strictEqual(await store.save('key', fence, token('new')), true);
  },

  async 'a new grant ends the lease: what its holder saves is refused'(store) {
    await putOld(store);
    const { fence } = await take(store, 'key');
    await store.put('key', token('granted'));
    assert.strictEqual(await store.save('key', fence, token('new')), false);
    assertSame(await store.read('key'), token('granted'), 'the grant');
    assertSame((await take(store, 'key')).token, token('granted'), 'the next lease, at the same time');
  },

  async 'a forgotten token ends the lease: what its holder saves is refused'(store) {
    await putOld(store);
    const { fence } = await take(store, 'key');
    await store.forget('key');
    assert.strictEqual(await store.save('key', fence, token('new')), false);
    assert.strictEqual(await store.read('key'), undefined);
    const next = await take(store, 'key');
    assert.strictEqual(await store.save('key', fence, token('new')), false, 'while another holds it');
    await store.release('key', next.fence);
    assert.strictEqual(await store.save('key', fence, token('new')), false, 'when that one has released it');
    assert.strictEqual(await store.read('key'), undefined);
  },

  async 'a release ends the lease and changes nothing else'(store) {
    await putOld(store);
    const { fence } = await take(store, 'key');
    await store.release('key', fence);
    assertSame(await store.read('key'), token('old'), 'the token');
    assert.strictEqual(await store.save('key', fence, token('new')), false, 'it holds no more');
    assertSame((await take(store, 'key')).token, token('old'), 'the next lease, at the same time');
  },

  async 'a release that comes late does not end the lease of another'(store) {
    await putOld(store);
    const slow = await take(store, 'key');
    const next = await take(store, 'key', late);
    await store.release('key', slow.fence);
    assert.strictEqual(await ask(store, 'key', late), undefined, 'the lease is held');
    assert.strictEqual(await store.save('key', next.fence, token('new')), true);
    await store.release('key', next.fence);
    assertSame(await store.read('key'), token('new'), 'a release after a save');
  },

  async 'a lease can be had where there is no token'(store) {
    const first = await take(store, 'key');
    assert.strictEqual(first.token, undefined);
    assert.strictEqual(await store.read('key'), undefined, 'a lease is no token');
    assert.strictEqual(await ask(store, 'key', late - 1), undefined, 'it is held');
    await store.release('key', first.fence);
    assert.strictEqual(await store.read('key'), undefined, 'after the release');
    const second = await take(store, 'key');
    assert.strictEqual(await store.save('key', second.fence, token('new')), true);
    assertSame(await store.read('key'), token('new'), 'read');
  },
};
