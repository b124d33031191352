/** What an installation store must do, as checks. */
import assert from 'node:assert/strict';
import type { Installation, InstallationStore } from '../../connect/installations.ts';
import {
  allAtOnce,
  assertSame,
  type CreateStore,
  type Demands,
  isRefused,
  oddTexts,
  type StoreCheck,
  suiteOf,
  textWithNul,
} from './check.ts';

const uuid = '{11111111-2222-4333-8444-555555555555}';
const account = { uuid, type: 'team', username: 'acme', displayName: 'Acme' };

const row = (fields: Partial<Installation> = {}): Installation => ({
  clientKey: 'connection:1',
  appKey: 'app',
  sharedSecret: 'secret-1',
  baseUrl: 'https://bitbucket.org',
  baseApiUrl: 'https://api.bitbucket.org',
  principal: account,
  installedAt: 1_000,
  updatedAt: 1_000,
  version: 'v1',
  ...fields,
});

const add = (installation: Installation) => [{ installation, replaces: undefined }];

const demands: Demands<InstallationStore> = {
  async 'an unknown client key or account is undefined or an empty list'(store) {
    assert.strictEqual(await store.findByClientKey('connection:1'), undefined);
    assert.deepStrictEqual([...(await store.findByPrincipal(uuid))], []);
  },

  async 'a row comes back with every field that it was stored with'(store) {
    const full = row({
      publicKey: 'key',
      principal: { ...account, avatarUrl: 'https://example.com/a.png' },
      uninstalledAt: 2_000.5,
      supersededBy: 'connection:2',
    });
    assert.strictEqual(await store.save(add(full)), true);
    assertSame(await store.findByClientKey('connection:1'), full, 'findByClientKey');
    assertSame(await store.findByPrincipal(uuid), [full], 'findByPrincipal');
    const bare = row({ version: 'v2', principal: { uuid, type: 'user', displayName: 'Ada' } });
    await store.save([{ installation: bare, replaces: 'v1' }]);
    assertSame(
      await store.findByClientKey('connection:1'),
      bare,
      'a replaced row keeps nothing of the one before',
    );
  },

  async 'a new row is written only where there is none'(store) {
    assert.strictEqual(await store.save(add(row())), true);
    assert.strictEqual(await store.save(add(row({ sharedSecret: 'other', version: 'v2' }))), false);
    assertSame(await store.findByClientKey('connection:1'), row(), 'the row that was there');
  },

  async 'a row is replaced only in the version that was read'(store) {
    await store.save(add(row()));
    const next = row({ sharedSecret: 'other', version: 'v2' });
    assert.strictEqual(await store.save([{ installation: next, replaces: 'v0' }]), false);
    assertSame(await store.findByClientKey('connection:1'), row(), 'after a lost comparison');
    assert.strictEqual(await store.save([{ installation: next, replaces: 'v1' }]), true);
    assertSame(await store.findByClientKey('connection:1'), next, 'after a won comparison');
    assert.strictEqual(await store.save([{ installation: next, replaces: 'v1' }]), false);
  },

  async 'a row that is not there is not replaced'(store) {
    assert.strictEqual(await store.save([{ installation: row(), replaces: 'v0' }]), false);
    assert.strictEqual(await store.findByClientKey('connection:1'), undefined);
  },

  async 'of several rows all are written or none'(store) {
    await store.save(add(row()));
    const two = row({ clientKey: 'connection:2' });
    const changed = row({ version: 'v2', supersededBy: 'connection:2' });
    const changes = (replaces: string) => [...add(two), { installation: changed, replaces }];
    assert.strictEqual(await store.save(changes('v0')), false);
    assert.strictEqual(await store.findByClientKey('connection:2'), undefined);
    assert.strictEqual(await store.save(changes('v1').reverse()), true);
    assertSame(await store.findByClientKey('connection:1'), changed, 'the changed row');
    assertSame(await store.findByClientKey('connection:2'), two, 'the new row');
  },

  async 'a client key that stands twice is compared with what the first wrote'(store) {
    const changes = (replaces: string) => [...add(row()), { installation: row({ version: 'v2' }), replaces }];
    assert.strictEqual(await store.save(changes('v0')), false);
    assert.strictEqual(await store.findByClientKey('connection:1'), undefined);
    assert.strictEqual(await store.save(changes('v1')), true);
    assertSame(await store.findByClientKey('connection:1'), row({ version: 'v2' }), 'the last one stands');
  },

  async 'the rows of an account come latest installed first, those of others not at all'(store) {
    const other = { ...account, uuid: '{99999999-2222-4333-8444-555555555555}' };
    for (const [clientKey, installedAt] of [
      ['a', 5],
      ['b', 30],
      ['c', 200],
      ['d', 10],
    ] as const) {
      const uninstalledAt = clientKey === 'b' ? 31 : undefined;
      await store.save(add(row({ clientKey, installedAt, uninstalledAt })));
    }
    await store.save(add(row({ clientKey: 'e', principal: other })));
    const found = await store.findByPrincipal(uuid);
    assert.deepStrictEqual(
      found.map(({ clientKey }) => clientKey),
      ['c', 'b', 'd', 'a'],
    );
  },

  async 'a row that moves to another account is found there only'(store) {
    await store.save(add(row()));
    const moved = row({ version: 'v2', principal: { ...account, uuid: '{other}' } });
    await store.save([{ installation: moved, replaces: 'v1' }]);
    assert.deepStrictEqual([...(await store.findByPrincipal(uuid))], []);
    assertSame(await store.findByPrincipal('{other}'), [moved], 'findByPrincipal');
  },

  async 'a forgotten row is gone, and another can take its place'(store) {
    await store.save([...add(row()), ...add(row({ clientKey: 'connection:2' }))]);
    await store.forget('connection:1');
    await store.forget('connection:1');
    assert.strictEqual(await store.findByClientKey('connection:1'), undefined);
    assert.strictEqual((await store.findByPrincipal(uuid)).length, 1);
    assert.strictEqual(await store.save([{ installation: row(), replaces: 'v1' }]), false);
    assert.strictEqual(await store.save(add(row())), true);
  },

  async 'rows are copied in and out'(store) {
    const given = { ...row(), principal: { ...account } };
    await store.save(add(given));
    given.principal.displayName = 'changed';
    for (const taken of [
      await store.findByClientKey('connection:1'),
      ...(await store.findByPrincipal(uuid)),
    ]) {
      Object.assign(taken?.principal ?? {}, { displayName: 'changed' });
    }
    assertSame(await store.findByClientKey('connection:1'), row(), 'the stored row');
  },

  async 'of many that save at once one wins'(store) {
    const first = await allAtOnce(20, (index) => store.save(add(row({ version: `v${index}` }))));
    assert.strictEqual(first.filter(Boolean).length, 1, 'of those that insert');
    const winner = `v${first.indexOf(true)}`;
    assert.strictEqual((await store.findByClientKey('connection:1'))?.version, winner);
    const second = await allAtOnce(20, (index) =>
      store.save([{ installation: row({ version: `w${index}` }), replaces: winner }]),
    );
    assert.strictEqual(second.filter(Boolean).length, 1, 'of those that replace');
    assert.strictEqual((await store.findByClientKey('connection:1'))?.version, `w${second.indexOf(true)}`);
  },

  async 'text comes back as it was given'(store) {
    for (const [index, text] of oddTexts.entries()) {
      const odd = row({
        clientKey: `key ${index} ${text.slice(0, 100)}`,
        sharedSecret: text,
        principal: { ...account, displayName: text },
      });
      await store.save(add(odd));
      assertSame(await store.findByClientKey(odd.clientKey), odd, `text ${index}`);
    }
    const nul = row({ sharedSecret: textWithNul });
    if (!(await isRefused(() => store.save(add(nul))))) {
      assertSame(await store.findByClientKey(nul.clientKey), nul, 'text with a NUL');
    }
  },
};

/**
 * The checks of {@link InstallationStore}, for a store of one's own. `storeSuite` shows how to run them.
 *
 * @example for (const { name, run } of installationStoreSuite(() => myInstallations())) test(name, run)
 */
export function installationStoreSuite(create: CreateStore<InstallationStore>): StoreCheck[] {
  return suiteOf(create, demands);
}
