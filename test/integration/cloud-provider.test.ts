import { ConfigError } from 'bitbucket-sdk';
import {
  BitbucketIntegration,
  BitbucketIntegrationProvider,
  type CloudCredentials,
  createCloudSetupEndpoints,
  type IntegrationRecord,
} from 'bitbucket-sdk/integration';
import { describe, expect, test } from 'vitest';
import { bitbucketOf, integrationRecord } from './integration-kit.ts';

const workspace = { uuid: '{5a1f8e1c-7d4b-4f0e-9d3a-2b6c8e0f1a35}', slug: 'acme', name: 'Acme Inc' };
const repository = '{8d3c5f7a-1b2e-4f6a-9c0d-7e8f9a0b1c2d}';

describe('an integration that is built of a credential and its workspace', () => {
  test.each<[string, CloudCredentials, string]>([
    ['an OAuth 2.0 grant', { type: 'oauth2', tokenKey: 'k' }, workspace.uuid],
    ['a workspace token', { type: 'accessToken', token: 't' }, workspace.uuid],
    [
      'a repository token',
      { type: 'accessToken', token: 't', repository },
      `${workspace.uuid}/${repository}`,
    ],
    [
      'a project token',
      { type: 'accessToken', token: 't', project: 'CORE' },
      `${workspace.uuid}/projects/CORE`,
    ],
    ['an API token', { type: 'apiToken', email: 'a@b.c', token: 't' }, workspace.uuid],
  ])('%s: its external id says what it is for', (_, credentials, externalId) => {
    const provider = new BitbucketIntegrationProvider();
    const built = provider.buildIntegration({ workspace, credentials, scopes: ['repository'] });
    expect(built).toEqual({
      provider: 'bitbucket',
      externalId,
      name: 'acme',
      metadata: {
        baseUrl: 'https://api.bitbucket.org',
        siteUrl: 'https://bitbucket.org',
        domainName: 'bitbucket.org/acme',
        icon: undefined,
        scopes: ['repository'],
        uuid: workspace.uuid,
        type: 'team',
      },
      credentials,
      webhookSecret: expect.stringMatching(/^[\da-f]{64}$/),
    });
    // As a host would store it.
    const row: IntegrationRecord['credentials'] = built.credentials;
    expect(Object.values(row)).not.toContain(undefined);
    const again = provider.buildIntegration({ workspace, credentials, scopes: [] });
    expect(again.webhookSecret).not.toBe(built.webhookSecret);
  });

  test('is called as the state says, and lies where the provider was told', () => {
    const provider = new BitbucketIntegrationProvider({
      apiUrl: 'https://api.example.com/',
      siteUrl: 'https://bitbucket.example.com/',
    });
    const credentials = { type: 'accessToken', token: 't' } as const;
    const avatarUrl = 'https://bitbucket.example.com/a.png';
    const state = { workspace: { ...workspace, avatarUrl }, credentials, scopes: [], name: 'acme/api' };
    expect(provider.buildIntegration(state)).toMatchObject({
      name: 'acme/api',
      metadata: {
        baseUrl: 'https://api.example.com',
        siteUrl: 'https://bitbucket.example.com',
        domainName: 'bitbucket.example.com/acme',
        icon: avatarUrl,
      },
    });
    expect(() => new BitbucketIntegrationProvider({ siteUrl: 'nonsense' })).toThrow(ConfigError);
  });

  test.each([
    ['no workspace', { credentials: { type: 'accessToken', token: 't' }, scopes: [] }],
    ['a workspace without UUID', { workspace: { slug: 'a' }, credentials: { type: 'oauth2' }, scopes: [] }],
    ['no credential', { workspace, scopes: [] }],
    ['a credential of no known type', { workspace, credentials: { type: 'magic' }, scopes: [] }],
  ])('of %s is refused', (_, state) => {
    const provider = new BitbucketIntegrationProvider();
    const build = () => provider.buildIntegration(state as unknown as { externalId: string });
    expect(build).toThrow(expect.objectContaining({ code: 'invalid_option' }));
  });
});

describe('an integration that a host puts to work by itself', () => {
  test('needs neither installations nor the key of an app for a token', async () => {
    const bitbucket = bitbucketOf(() => ({ values: [] }));
    const record = integrationRecord({ credentials: { type: 'accessToken', token: 'the-token' } });
    const integration = new BitbucketIntegration({ record, client: { fetch: bitbucket.fetch } });
    await integration.getRepositories();
    expect(bitbucket.lines()).toEqual([`GET /repositories/${workspace.uuid}`]);
  });

  test('by Connect and without installations has to be set up again', async () => {
    const integration = new BitbucketIntegration({ record: integrationRecord() });
    await expect(integration.getRepositories()).rejects.toMatchObject({ code: 'reauthorization_required' });
  });
});

describe('the endpoints of a set-up on their own', () => {
  const states = { signingKey: () => 'k', useOnce: () => true };
  const whole = { states, baseUrl: 'https://app.example.com', complete: () => undefined };
  test.each<[string, object]>([
    ['states', { ...whole, states: {} }],
    ['complete', { ...whole, complete: undefined }],
    ['baseUrl', { ...whole, baseUrl: 'https://app.example.com/#x' }],
    ['oauth2.client', { ...whole, oauth2: { tokens: {} } }],
    ['oauth2.tokens', { ...whole, oauth2: { client: { getAuthorizeUrl: () => '' } } }],
    ['siteURL', { ...whole, siteURL: 'https://bitbucket.org' }],
  ])('name the option that is wrong: %s', (option, options) => {
    const make = () => createCloudSetupEndpoints(options as typeof whole);
    expect(make).toThrow(expect.objectContaining({ code: 'invalid_option', option }));
  });
});
