/** What an integration store must do, as checks. */
import assert from 'node:assert/strict';
import type { IntegrationStore, NewIntegration } from '../../integration/integrations.ts';
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

const account = '{11111111-2222-4333-8444-555555555555}';
const metadata = {
  baseUrl: 'https://api.bitbucket.org',
  domainName: 'bitbucket.org/acme',
  scopes: ['repository', 'webhook'],
  uuid: account,
  type: 'team',
};

const integration = (fields: Partial<NewIntegration> = {}): NewIntegration => ({
  organizationId: 'org-1',
  provider: 'bitbucket',
  externalId: 'connection:1',
  name: 'Acme',
  status: 'active',
  metadata,
  webhookSecrets: ['secret-1'],
  ...fields,
});

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

const demands: Demands<IntegrationStore> = {
  async 'what is unknown is undefined or an empty list'(store) {
    assert.strictEqual(await store.get('unknown'), undefined);
    assert.strictEqual(await store.update('unknown', { name: 'x' }), undefined);
    assert.deepStrictEqual([...(await store.findByOrganization('unknown'))], []);
    assert.deepStrictEqual([...(await store.findByExternalId('bitbucket', 'unknown'))], []);
    assert.deepStrictEqual([...(await store.findByAccount('bitbucket', 'unknown'))], []);
  },

  async 'a row comes back with an id and every field that it was stored with'(store) {
    const given = integration({
      metadata: { ...metadata, icon: 'https://example.com/i', publicKey: 'key', verifyTls: false },
      credentials: { type: 'oauth1', consumerKey: 'app', privateKey: '-----BEGIN …\n' },
    });
    const stored = await store.put(given);
    assert.ok(typeof stored.id === 'string' && stored.id !== '', 'it has an id');
    assertSame(stored, { ...given, id: stored.id }, 'put');
    assertSame(await store.get(stored.id), stored, 'get');
    assertSame(await store.findByOrganization('org-1'), [stored], 'findByOrganization');
    assertSame(await store.findByExternalId('bitbucket', 'connection:1'), [stored], 'findByExternalId');
    assertSame(await store.findByAccount('bitbucket', account), [stored], 'findByAccount');
  },

  async 'the same organization, provider and external id is renewed under its id'(store) {
    const { id } = await store.put(integration());
    const renewed = await store.put(integration({ name: 'Renamed', webhookSecrets: ['new', 'old'] }));
    assert.strictEqual(renewed.id, id);
    assertSame(await store.findByOrganization('org-1'), [renewed], 'the one row');
    assert.strictEqual(renewed.name, 'Renamed');
    assert.deepStrictEqual([...renewed.webhookSecrets], ['new', 'old']);
  },

  async 'another organization, provider or external id is another row'(store) {
    const rows = [
      await store.put(integration()),
      await store.put(integration({ organizationId: 'org-2' })),
      await store.put(integration({ provider: 'bitbucket_server' })),
      await store.put(integration({ externalId: 'connection:2' })),
    ];
    const [first, second, third, fourth] = idsOf(rows);
    assert.strictEqual(new Set(idsOf(rows)).size, 4);
    assert.deepStrictEqual(idsOf(await store.findByOrganization('org-1')), [first, third, fourth]);
    assert.deepStrictEqual(idsOf(await store.findByExternalId('bitbucket', 'connection:1')), [first, second]);
    assert.deepStrictEqual(idsOf(await store.findByAccount('bitbucket_server', account)), [third]);
    assert.deepStrictEqual(idsOf(await store.findByAccount('bitbucket', account)), [first, second, fourth]);
  },

  async 'lists stay in the order in which their rows were first stored'(store) {
    const ids: string[] = [];
    for (const externalId of ['c', 'a', 'd', 'b'])
      ids.push((await store.put(integration({ externalId }))).id);
    await store.put(integration({ externalId: 'c', name: 'Renewed' }));
    await store.update(ids[1] ?? '', { name: 'Changed' });
    assert.deepStrictEqual(idsOf(await store.findByOrganization('org-1')), ids);
  },

  async 'an update changes what it names and nothing else'(store) {
    const row = await store.put(integration());
    const other = await store.put(integration({ externalId: 'connection:2' }));
    const patch = {
      status: 'disabled',
      externalId: 'connection:3',
      metadata: { ...metadata, uuid: '{other}' },
    } as const;
    assertSame(await store.update(row.id, patch), { ...row, ...patch }, 'update');
    assertSame(await store.get(row.id), { ...row, ...patch }, 'get');
    assertSame(await store.get(other.id), other, 'the other row');
    assert.deepStrictEqual([...(await store.findByExternalId('bitbucket', 'connection:1'))], []);
    assert.deepStrictEqual(idsOf(await store.findByExternalId('bitbucket', 'connection:3')), [row.id]);
    assert.deepStrictEqual(idsOf(await store.findByAccount('bitbucket', '{other}')), [row.id]);
  },

  async 'an update changes neither the id nor what is undefined in it'(store) {
    const row = await store.put(integration());
    // What callers without types pass: a whole row, and a field without a value.
    const patch: object = { id: 'another', name: undefined, status: 'disabled' };
    assertSame(await store.update(row.id, patch), { ...row, status: 'disabled' }, 'update');
    assert.strictEqual(await store.get('another'), undefined);
  },

  async 'an update that would make a second row of one key throws and changes nothing'(store) {
    const row = await store.put(integration());
    const other = await store.put(integration({ externalId: 'connection:2' }));
    assert.ok(await isRefused(() => store.update(other.id, { externalId: 'connection:1' })), 'it throws');
    assertSame(await store.findByOrganization('org-1'), [row, other], 'both rows');
  },

  async 'rows are copied in and out'(store) {
    const secrets = ['secret-1'];
    const row = await store.put(integration({ webhookSecrets: secrets }));
    const expected = structuredClone(row);
    secrets.push('changed');
    const taken = [row, await store.get(row.id), await store.update(row.id, {})];
    const lists = [
      await store.findByOrganization('org-1'),
      await store.findByExternalId('bitbucket', 'connection:1'),
      await store.findByAccount('bitbucket', account),
    ];
    for (const each of [...taken, ...lists.flat()]) {
      Object.assign(each ?? {}, { name: 'changed' });
      Object.assign(each?.metadata ?? {}, { domainName: 'changed' });
    }
    assertSame(await store.get(row.id), expected, 'the stored row');
  },

  async 'of many that put one key at once one row stands'(store) {
    const rows = await allAtOnce(20, (index) => store.put(integration({ name: `Name ${index}` })));
    assert.strictEqual(new Set(idsOf(rows)).size, 1, 'they are given one id');
    assert.strictEqual((await store.findByOrganization('org-1')).length, 1);
  },

  async 'updates of different fields at once all stand'(store) {
    const { id } = await store.put(integration());
    const patches = [{ name: 'New' }, { status: 'disabled' }, { webhookSecrets: ['new'] }] as const;
    await Promise.all(patches.map(async (patch) => store.update(id, patch)));
    const row = await store.get(id);
    assert.deepStrictEqual([row?.name, row?.status, row?.webhookSecrets[0]], ['New', 'disabled', 'new']);
  },

  async 'text comes back as it was given'(store) {
    for (const [index, text] of oddTexts.entries()) {
      const externalId = `${index} ${text.slice(0, 100)}`;
      const row = await store.put(integration({ externalId, name: text, webhookSecrets: [text] }));
      assertSame((await store.findByExternalId('bitbucket', externalId))[0], row, `text ${index}`);
      assert.strictEqual(row.name, text);
    }
    const nul = integration({ externalId: 'nul', name: textWithNul });
    if (!(await isRefused(() => store.put(nul)))) {
      assert.strictEqual((await store.findByExternalId('bitbucket', 'nul'))[0]?.name, textWithNul);
    }
  },
};

/**
 * The checks of {@link IntegrationStore}, for a store of one's own. `storeSuite` shows how to run them.
 *
 * @example for (const { name, run } of integrationStoreSuite(() => myIntegrations())) test(name, run)
 */
export function integrationStoreSuite(create: CreateStore<IntegrationStore>): StoreCheck[] {
  return suiteOf(create, demands);
}
