import { sqliteStore } from 'bitbucket-sdk/sqlite';
import { expect, test } from 'vitest';
import { raw } from './support/database-file.ts';
import { repository } from './support/rows.ts';
import { temporaryFile } from './support/temporary-folder.ts';

const integration = {
  organizationId: 'org-1',
  provider: 'bitbucket_server',
  externalId: 'git.example.com:app',
  name: 'app',
  status: 'active',
  metadata: {
    ...{
      baseUrl: 'https://git.example.com',
      siteUrl: 'https://git.example.com',
      domainName: 'git.example.com',
    },
    ...{ scopes: [], uuid: 'git.example.com:app', type: 'server', verifyTls: false },
  },
  webhookSecrets: ['hidden-webhook'],
  credentials: { type: 'oauth1', consumerKey: 'app', privateKey: 'hidden-key', token: 'hidden-token' },
} as const;

const linked = repository({ config: { webhookId: '7', webhookSecret: 'hidden-own', projectKey: 'ACME' } });

test('credentials and secrets of a Server come back, and are in the columns for secrets alone', () => {
  const file = temporaryFile();
  using store = sqliteStore(file);
  const stored = store.integrations.put(integration);
  const row = store.repositories.put(linked);
  expect(store.integrations.findByOrganization('org-1')).toEqual([
    { ...integration, id: expect.any(String) },
  ]);
  expect(stored).toMatchObject(integration);
  expect(row).toMatchObject(linked);
  expect(store.repositories.find('integration-1', '{repository}')).toEqual(row);
  for (const table of ['bitbucket_integrations', 'bitbucket_repositories']) {
    const [columns = {}] = raw(file).prepare(`SELECT * FROM ${table}`).all();
    const { secrets, ...others } = columns;
    expect(String(secrets)).toContain('hidden');
    expect(JSON.stringify(others)).not.toContain('hidden');
  }
});

test('a file from before there were secrets of repositories and credentials is read and brought on', () => {
  const file = temporaryFile();
  {
    using store = sqliteStore(file);
    store.integrations.put(integration);
    store.repositories.put(repository());
  }
  const old = raw(file);
  old.exec(`UPDATE bitbucket_integrations SET secrets = '["hidden-webhook"]'`);
  old.exec('ALTER TABLE bitbucket_repositories DROP COLUMN secrets');
  old.exec('DROP TABLE bitbucket_tokens; DROP TABLE bitbucket_token_leases; PRAGMA user_version = 1');

  using store = sqliteStore(file);
  const [row] = store.integrations.findByOrganization('org-1') as readonly object[];
  expect(row).toMatchObject({ webhookSecrets: ['hidden-webhook'] });
  expect(row).not.toHaveProperty('credentials');
  expect(store.repositories.put(linked)).toMatchObject(linked);
});
