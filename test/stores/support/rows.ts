/** Rows to store. */
import type { Installation } from 'bitbucket-sdk/connect';
import type { NewRepository } from 'bitbucket-sdk/integration';
import type { InboxEntry } from 'bitbucket-sdk/webhooks';

const uuid = '{11111111-2222-4333-8444-555555555555}';

export const installation = (fields: Partial<Installation> = {}): Installation => ({
  clientKey: 'connection:1',
  appKey: 'app',
  sharedSecret: 'shared-secret',
  baseUrl: 'https://bitbucket.org',
  baseApiUrl: 'https://api.bitbucket.org',
  principal: { uuid, type: 'team', displayName: 'Acme' },
  installedAt: 1,
  updatedAt: 1,
  version: 'v1',
  ...fields,
});

export const repository = (fields: Partial<NewRepository> = {}): NewRepository => ({
  integrationId: 'integration-1',
  organizationId: 'org-1',
  externalId: '{repository}',
  name: 'acme/widgets',
  url: 'https://bitbucket.org/acme/widgets',
  status: 'active',
  config: { webhookId: '{hook}' },
  ...fields,
});

export const inboxEntry = (fields: Partial<InboxEntry> = {}): InboxEntry => ({
  scope: '',
  hookId: 'hook',
  deliveryId: 'delivery',
  digest: 'a'.repeat(64),
  at: 1_700_000_000_000,
  replayedSince: 1_700_000_000_000 - 600_000,
  ...fields,
});
