import { memoryStore } from 'bitbucket-sdk';
import { createBitbucketApp } from 'bitbucket-sdk/integration';
import { sqliteStore } from 'bitbucket-sdk/sqlite';
import { describe, expect, test } from 'vitest';

/** Both products' apps, as a caller without types has them. */
function callers(store = memoryStore()) {
  const app = createBitbucketApp({
    ...{ baseUrl: 'https://app.example.com/bitbucket', name: 'Example', description: 'An example', store },
    server: {},
  });
  return { cloud: app, server: app.server };
}

const refused = (option: string) => ({ name: 'ConfigError', code: 'invalid_option', option });
const none = undefined as never;

describe.each(['cloud', 'server'] as const)('without types, at %s', (product) => {
  test.each<[string, unknown]>([
    ['organizationId', {}],
    ['organizationId', { organizationId: '' }],
    ['organizationId', { organizationId: 7 }],
    ['options', undefined],
    ['options', 'org-1'],
  ])('createSetupUrl names %s, given %j', (option, input) => {
    const app = callers()[product];
    expect(() => app.createSetupUrl(input as never)).toThrow(expect.objectContaining(refused(option)));
  });

  test.each<[string, unknown]>([
    ['options', 'org-1'],
    ['organizationId', { integrationId: '1' }],
    ['integrationId', { organizationId: 'org-1' }],
  ])('disconnect names %s, given %j', async (option, input) => {
    await expect(callers()[product].disconnect(input as never)).rejects.toMatchObject(refused(option));
  });

  test('an integration is asked for by both ids, whatever the store', async () => {
    const store = sqliteStore(':memory:');
    try {
      const app = callers(store)[product];
      await expect(app.getIntegration('org-1', none)).rejects.toMatchObject(refused('integrationId'));
      await expect(app.getIntegration(none, '1')).rejects.toMatchObject(refused('organizationId'));
      await expect(app.getIntegrations(none)).rejects.toMatchObject(refused('organizationId'));
      await expect(app.getIntegration('org-1', '1')).resolves.toBeUndefined();
    } finally {
      store.close();
    }
  });
});

test('connectWorkspace names what is missing, given nothing at all', async () => {
  const { cloud } = callers();
  await expect(cloud.connectWorkspace(none)).rejects.toMatchObject(refused('options'));
  await expect(cloud.connectWorkspace({} as never)).rejects.toMatchObject(refused('organizationId'));
});
