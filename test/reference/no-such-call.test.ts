/** Why some credentials have no call for some rows: what `-` stands for in the table of credentials. */
import { AuthError, ConfigError, memoryStore } from 'bitbucket-sdk';
import { accessToken, createCloudOAuth2Client } from 'bitbucket-sdk/auth';
import { BitbucketClient, BitbucketIntegration, BitbucketServerIntegration } from 'bitbucket-sdk/integration';
import { expect, test } from 'vitest';
import { integrationRecord } from '../integration/integration-kit.ts';

/** Counts the calls, and refuses them. */
function countingFetch() {
  const called: string[] = [];
  const fetch = async (url: string) => {
    called.push(url);
    return Response.json({}, { status: 500 });
  };
  return { called, fetch };
}

const needsSetup = expect.objectContaining({ name: AuthError.name, code: 'reauthorization_required' });

test('an integration with Cloud takes no OAuth 1.0a from its row, and calls nobody', async () => {
  const { called, fetch } = countingFetch();
  const credentials = { type: 'oauth1', consumerKey: 'k', consumerSecret: 's', token: 't', tokenSecret: 's' };
  const integration = new BitbucketIntegration({
    record: integrationRecord({ credentials }),
    client: { fetch },
  });
  await expect(integration.getRepositories()).rejects.toEqual(needsSetup);
  expect(called).toEqual([]);
});

test('an integration with Server takes no password from its row, and calls nobody', async () => {
  const { called, fetch } = countingFetch();
  const credentials = { type: 'password', username: 'ada', password: 'secret' };
  const record = integrationRecord({ provider: 'bitbucket_server', credentials });
  const integration = new BitbucketServerIntegration({ record, connections: { fetchFor: () => fetch } });
  await expect(integration.getRepositories()).rejects.toEqual(needsSetup);
  expect(called).toEqual([]);
});

test('a token of the consumer’s own, or of the Connect grant, keeps no integration alive: nothing renews it', async () => {
  const { called, fetch } = countingFetch();
  const { tokens } = memoryStore();
  await tokens.put('key', { accessToken: 'without a refresh token', expiresAt: 0, scopes: [] });
  const integration = new BitbucketIntegration({
    record: integrationRecord({ credentials: { type: 'oauth2', tokenKey: 'key' } }),
    oauth2: createCloudOAuth2Client({ clientId: 'k', clientSecret: 's', fetch }),
    tokens,
    client: { fetch },
  });
  await expect(integration.getRepositories()).rejects.toEqual(needsSetup);
  expect(called).toEqual([]);
});

test('the client of the older plugin takes no other credential than its own', () => {
  const options = { consumerKey: 'k', consumerSecret: 's', auth: accessToken('t') };
  expect(() => new BitbucketClient(options)).toThrow(ConfigError);
});
