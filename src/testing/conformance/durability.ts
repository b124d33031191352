/** What a store that outlives its process must still know afterwards, as checks. */
import assert from 'node:assert/strict';
import type { BitbucketStore } from '../../integration/store.ts';
import { assertSame, type Demands } from './check.ts';
import { ask, take, token } from './token-rows.ts';

const uuid = '{11111111-2222-4333-8444-555555555555}';
const later = Date.UTC(2200, 0);
const at = 1_700_000_000_000;

const installation = {
  clientKey: 'connection:1',
  appKey: 'app',
  sharedSecret: 'secret',
  baseUrl: 'https://bitbucket.org',
  baseApiUrl: 'https://api.bitbucket.org',
  principal: { uuid, type: 'team', displayName: 'Acme' },
  installedAt: at,
  updatedAt: at,
  version: 'v1',
};

const integration = {
  organizationId: 'org-1',
  provider: 'bitbucket',
  externalId: 'connection:1',
  name: 'Acme',
  status: 'active',
  metadata: { baseUrl: 'https://api.bitbucket.org', domainName: 'acme', scopes: [], uuid, type: 'team' },
  webhookSecrets: ['secret'],
} as const;

const repository = {
  organizationId: 'org-1',
  externalId: '{repository}',
  name: 'acme/widgets',
  url: 'https://bitbucket.org/acme/widgets',
  status: 'active',
  config: { webhookId: '{hook}' },
} as const;

const entry = {
  scope: '',
  hookId: 'hook',
  deliveryId: 'delivery',
  digest: 'a'.repeat(64),
  at,
  replayedSince: at,
};

export function durabilityDemands<Store extends BitbucketStore>(
  reopen: (store: Store) => Store | Promise<Store>,
): Demands<Store> {
  return {
    async 'rows are there when the store is opened again'(store) {
      await store.installations.save([{ installation, replaces: undefined }]);
      const bound = await store.integrations.put(integration);
      const linked = await store.repositories.put({ ...repository, integrationId: bound.id });
      const again = await reopen(store);
      assertSame(await again.installations.findByClientKey('connection:1'), installation, 'installation');
      assertSame(await again.integrations.findByOrganization('org-1'), [bound], 'integration');
      assertSame(await again.repositories.list(bound.id), [linked], 'repository');
    },

    async 'deliveries that were done and states that were used stay so when the store is opened again'(
      store,
    ) {
      await store.inbox.record(entry);
      await store.states.useOnce('id', later);
      const key = await store.states.signingKey();
      const again = await reopen(store);
      assert.strictEqual(await again.inbox.seen(entry), true, 'the delivery');
      assert.strictEqual(await again.states.useOnce('id', later), false, 'the state');
      assert.strictEqual(await again.states.signingKey(), key, 'the signing key');
    },

    async 'tokens and the leases of those that are being renewed are there when the store is opened again'(
      store,
    ) {
      await store.tokens.put('key', token('old'));
      const { fence } = await take(store.tokens, 'key');
      const again = await reopen(store);
      assertSame(await again.tokens.read('key'), token('old'), 'the token');
      assert.strictEqual(await ask(again.tokens, 'key'), undefined, 'the lease is held');
      assert.strictEqual(await again.tokens.save('key', fence, token('new')), true, 'by its fence');
    },

    async 'fences rise, also when the store is opened again after all was forgotten'(store) {
      const { fence } = await take(store.tokens, 'key');
      await store.tokens.forget('key');
      const again = await reopen(store);
      assert.ok((await take(again.tokens, 'key')).fence > fence);
    },
  };
}
