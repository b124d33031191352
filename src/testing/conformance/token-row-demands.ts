/** What a token store must do with tokens, as checks. */
import assert from 'node:assert/strict';
import type { TokenStore } from '../../auth/token-store.ts';
import { assertSame, type Demands, isRefused, oddTexts, textWithNul } from './check.ts';
import { ask, start, take, token } from './token-rows.ts';

const later = Date.UTC(2200, 0);

/** 100 kB that no store can make smaller by much. */
function longToken(): string {
  let state = 1;
  return Array.from({ length: 100_000 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[state % 64];
  }).join('');
}

/** Long ones cut: a key is a name. Of some there are two that careless stores take for one. */
const oddKeys = [
  ...oddTexts.map((text) => text.slice(0, 500)).flatMap((text) => [`${text}1`, `${text}2`]),
  ...['key', 'KEY', 'key ', ' key', 'k\u00e9y', 'ke\u0301y', '__proto__', 'constructor', '1', '01', '1.0'],
];

export const tokenRowDemands: Demands<TokenStore> = {
  async 'an unknown key has no token, and to forget or release it does nothing'(store) {
    assert.strictEqual(await store.read('unknown'), undefined);
    await store.forget('unknown');
    await store.release('unknown', 1);
    assert.strictEqual(await store.save('unknown', 1, token('a')), false);
    assert.strictEqual(await store.read('unknown'), undefined);
  },

  async 'a token comes back with every field that it was put with'(store) {
    const full = token('full', { expiresAt: start + 0.5 });
    await store.put('key', full);
    assertSame(await store.read('key'), full, 'read');
    assertSame((await take(store, 'key')).token, full, 'lease');
    const bare = { accessToken: 'access', expiresAt: start, scopes: [] };
    await store.put('key', bare);
    assertSame(await store.read('key'), bare, 'a new grant keeps nothing of the one before');
  },

  async 'a refusal is kept with its token'(store) {
    await store.put('key', token('a'));
    const refused = token('a', { refusedAt: start + 1 });
    assert.strictEqual(await store.save('key', (await take(store, 'key')).fence, refused), true);
    assertSame(await store.read('key'), refused, 'read');
    const { fence, token: leased } = await take(store, 'key');
    assertSame(leased, refused, 'lease');
    await store.release('key', fence);
    assertSame(await store.read('key'), refused, 'read after a release');
  },

  async 'a new grant is not refused, whatever was before'(store) {
    await store.put('key', token('a'));
    const refused = token('a', { refusedAt: start + 1 });
    await store.save('key', (await take(store, 'key')).fence, refused);
    await store.put('key', token('b'));
    assertSame(await store.read('key'), token('b'), 'a grant after a refusal');
    await store.put('key', refused);
    assertSame(await store.read('key'), token('a'), 'a refusal is no part of what is put');
  },

  async 'a saved token keeps nothing of the one before'(store) {
    await store.put('key', token('a'));
    const bare = { accessToken: 'access', expiresAt: start, scopes: [] };
    await store.save('key', (await take(store, 'key')).fence, bare);
    assertSame(await store.read('key'), bare, 'read');
  },

  async 'a forgotten token is gone, and those of others stay'(store) {
    await store.put('key', token('a'));
    await store.put('other', token('b'));
    await store.forget('key');
    assert.strictEqual(await store.read('key'), undefined);
    assert.strictEqual((await take(store, 'key')).token, undefined);
    assertSame(await store.read('other'), token('b'), 'the other');
  },

  async 'a token is kept while its time has not come, or when it was put again without one'(store) {
    await store.put('undecided', token('a'), { keepUntil: later });
    await store.put('decided', token('b'), { keepUntil: 1 });
    await store.put('decided', token('c'));
    // Enough that a store that clears away now and again does so.
    for (let index = 0; index < 300; index += 1) await store.put(`other ${index}`, token('d'));
    assertSame(await store.read('undecided'), token('a'), 'before its time');
    assertSame(await store.read('decided'), token('c'), 'put again without');
    assertSame(await store.read('other 0'), token('d'), 'put without');
  },

  async 'tokens of 100 kB come back whole'(store) {
    const long = longToken();
    const given = token('a', { accessToken: long, refreshToken: `${long}.` });
    await store.put('put', given);
    assertSame(await store.read('put'), given, 'put');
    await store.save('save', (await take(store, 'save')).fence, given);
    assertSame(await store.read('save'), given, 'save');
    assertSame((await take(store, 'save')).token, given, 'lease');
  },

  async 'text in a token comes back as it was given'(store) {
    for (const [index, text] of oddTexts.entries()) {
      const odd = token('a', { accessToken: text, refreshToken: text, scopes: [text] });
      await store.put('key', odd);
      assertSame(await store.read('key'), odd, `text ${index}`);
    }
    const nul = token('a', { accessToken: textWithNul });
    if (!(await isRefused(() => store.put('nul', nul)))) {
      assertSame(await store.read('nul'), nul, 'text with a NUL');
    }
  },

  async 'a key is taken as it is'(store) {
    for (const [index, key] of oddKeys.entries()) await store.put(key, token(`${index}`));
    for (const [index, key] of oddKeys.entries()) {
      assertSame(await store.read(key), token(`${index}`), `key ${index}`);
      const lease = await take(store, key);
      assert.strictEqual(await ask(store, key), undefined, `the lease of key ${index} is held`);
      assert.strictEqual(await store.save(key, lease.fence, token(`new ${index}`)), true);
    }
    for (const [index, key] of oddKeys.entries()) {
      assertSame(await store.read(key), token(`new ${index}`), `key ${index}, saved`);
      await store.forget(key);
      assert.strictEqual(await store.read(key), undefined, `key ${index}, forgotten`);
    }
    if (await isRefused(() => store.put(textWithNul, token('nul')))) return;
    assert.strictEqual(await store.read(textWithNul.split('\0')[0] ?? ''), undefined, 'cut at the NUL');
    assertSame(await store.read(textWithNul), token('nul'), 'a key with a NUL');
  },

  async 'rows are copied in and out'(store) {
    const given = { ...token('a'), scopes: ['account'] };
    const expected = structuredClone(given);
    const spoil = (row: object | undefined): void => {
      Object.assign(Object(row).scopes ?? {}, { 0: 'changed' });
      Object.assign(row ?? {}, { accessToken: 'changed' });
    };
    await store.put('key', given);
    spoil(given);
    spoil(await store.read('key'));
    const lease = await take(store, 'key');
    spoil(lease.token);
    assertSame(await store.read('key'), expected, 'after put, read and lease');
    const saved = structuredClone(expected);
    await store.save('key', lease.fence, saved);
    spoil(saved);
    assertSame(await store.read('key'), expected, 'after save');
  },
};
