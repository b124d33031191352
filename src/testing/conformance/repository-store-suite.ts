/** What a repository store must do, as checks. */
import assert from 'node:assert/strict';
import type { NewRepository, RepositoryStore } from '../../integration/repositories.ts';
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

const repository = (fields: Partial<NewRepository> = {}): NewRepository => ({
  integrationId: 'integration-1',
  organizationId: 'org-1',
  externalId: '{11111111-2222-4333-8444-555555555555}',
  name: 'acme/widgets',
  url: 'https://bitbucket.org/acme/widgets',
  status: 'active',
  config: { webhookId: '{hook}', name: 'acme/widgets', webhookSecret: 'secret-1' },
  ...fields,
});

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

const demands: Demands<RepositoryStore> = {
  async 'what is unknown is undefined or an empty list'(store) {
    assert.strictEqual(await store.get('unknown'), undefined);
    assert.strictEqual(await store.find('integration-1', 'unknown'), undefined);
    assert.deepStrictEqual([...(await store.list('integration-1'))], []);
    assert.strictEqual(await store.update('unknown', { name: 'x' }), undefined);
    await store.remove('unknown');
  },

  async 'a row comes back with an id and every field that it was stored with'(store) {
    const given = repository();
    const stored = await store.put(given);
    assert.ok(typeof stored.id === 'string' && stored.id !== '', 'it has an id');
    assertSame(stored, { ...given, id: stored.id }, 'put');
    assertSame(await store.get(stored.id), stored, 'get');
    assertSame(await store.find('integration-1', given.externalId), stored, 'find');
    assertSame(await store.list('integration-1'), [stored], 'list');
  },

  async 'the same integration and external id is renewed under its id'(store) {
    const { id } = await store.put(repository());
    const renewed = await store.put(repository({ name: 'acme/renamed', config: { webhookId: '{new}' } }));
    assert.strictEqual(renewed.id, id);
    assertSame(await store.list('integration-1'), [renewed], 'the one row');
    assert.strictEqual(renewed.name, 'acme/renamed');
    assertSame(renewed.config, { webhookId: '{new}' }, 'its config');
  },

  async 'another integration or external id is another row, whatever its name'(store) {
    const first = await store.put(repository());
    const second = await store.put(repository({ integrationId: 'integration-2' }));
    const third = await store.put(repository({ externalId: '{other}' }));
    assert.strictEqual(new Set(idsOf([first, second, third])).size, 3);
    assert.deepStrictEqual(idsOf(await store.list('integration-1')), [first.id, third.id]);
    assert.deepStrictEqual(idsOf(await store.list('integration-2')), [second.id]);
    assertSame(await store.find('integration-2', second.externalId), second, 'find');
  },

  async 'a list stays in the order in which its rows were first stored'(store) {
    const ids: string[] = [];
    for (const externalId of ['c', 'a', 'd', 'b']) ids.push((await store.put(repository({ externalId }))).id);
    await store.put(repository({ externalId: 'c', name: 'acme/renewed' }));
    await store.update(ids[1] ?? '', { name: 'acme/changed' });
    assert.deepStrictEqual(idsOf(await store.list('integration-1')), ids);
  },

  async 'an update changes what it names and nothing else'(store) {
    const row = await store.put(repository());
    const other = await store.put(repository({ externalId: '{other}' }));
    const patch = { status: 'disabled', externalId: '{third}', config: { webhookId: '{new}' } } as const;
    assertSame(await store.update(row.id, patch), { ...row, ...patch }, 'update');
    assertSame(await store.get(row.id), { ...row, ...patch }, 'get');
    assertSame(await store.get(other.id), other, 'the other row');
    assert.strictEqual(await store.find('integration-1', row.externalId), undefined);
    assert.strictEqual((await store.find('integration-1', '{third}'))?.id, row.id);
  },

  async 'an update changes neither the id nor what is undefined in it'(store) {
    const row = await store.put(repository());
    // What callers without types pass: a whole row, and a field without a value.
    const patch: object = { id: 'another', name: undefined, status: 'disabled' };
    assertSame(await store.update(row.id, patch), { ...row, status: 'disabled' }, 'update');
    assert.strictEqual(await store.get('another'), undefined);
  },

  async 'an update that would make a second row of one key throws and changes nothing'(store) {
    const row = await store.put(repository());
    const other = await store.put(repository({ externalId: '{other}' }));
    assert.ok(await isRefused(() => store.update(other.id, { externalId: row.externalId })), 'it throws');
    assertSame(await store.list('integration-1'), [row, other], 'both rows');
  },

  async 'a removed row is gone, and linking it again makes a new one'(store) {
    const row = await store.put(repository());
    const other = await store.put(repository({ externalId: '{other}' }));
    await store.remove(row.id);
    assert.strictEqual(await store.get(row.id), undefined);
    assert.strictEqual(await store.find('integration-1', row.externalId), undefined);
    assert.deepStrictEqual(idsOf(await store.list('integration-1')), [other.id]);
    const again = await store.put(repository());
    assert.notStrictEqual(again.id, row.id, 'ids are not given twice');
  },

  async 'rows are copied in and out'(store) {
    const config = { webhookId: '{hook}' };
    const row = await store.put(repository({ config }));
    const expected = structuredClone(row);
    config.webhookId = 'changed';
    const taken = [
      row,
      await store.get(row.id),
      await store.find('integration-1', row.externalId),
      await store.update(row.id, {}),
      ...(await store.list('integration-1')),
    ];
    for (const each of taken) Object.assign(each?.config ?? {}, { webhookId: 'changed' });
    assertSame(await store.get(row.id), expected, 'the stored row');
  },

  async 'of many that put one key at once one row stands'(store) {
    const rows = await allAtOnce(20, (index) => store.put(repository({ name: `acme/${index}` })));
    assert.strictEqual(new Set(idsOf(rows)).size, 1, 'they are given one id');
    assert.strictEqual((await store.list('integration-1')).length, 1);
  },

  async 'updates of different fields at once all stand'(store) {
    const { id } = await store.put(repository());
    const patches = [{ name: 'acme/new' }, { status: 'disabled' }, { url: 'https://new' }] as const;
    await Promise.all(patches.map(async (patch) => store.update(id, patch)));
    const row = await store.get(id);
    assert.deepStrictEqual([row?.name, row?.status, row?.url], ['acme/new', 'disabled', 'https://new']);
  },

  async 'text comes back as it was given'(store) {
    for (const [index, text] of oddTexts.entries()) {
      const externalId = `${index} ${text.slice(0, 100)}`;
      const config = { webhookId: text, [text.slice(0, 100)]: text };
      const row = await store.put(repository({ externalId, name: text, config }));
      assert.strictEqual(row.name, text);
      assertSame(await store.find('integration-1', externalId), row, `text ${index}`);
    }
    const nul = repository({ externalId: 'nul', name: textWithNul });
    if (!(await isRefused(() => store.put(nul)))) {
      assert.strictEqual((await store.find('integration-1', 'nul'))?.name, textWithNul);
    }
  },
};

/**
 * The checks of {@link RepositoryStore}, for a store of one's own. `storeSuite` shows how to run them.
 *
 * @example for (const { name, run } of repositoryStoreSuite(() => myRepositories())) test(name, run)
 */
export function repositoryStoreSuite(create: CreateStore<RepositoryStore>): StoreCheck[] {
  return suiteOf(create, demands);
}
