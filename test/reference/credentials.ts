/** Which credential may do which row, and why another may not: what the second table of `coverage:reference` is made of. */
import type { CredentialTable } from '../../scripts/reference-credentials.ts';

/** Rows of one section: `S2-03`, `S2-04` and so on. */
const rowsOf = (section: string, ...numbers: readonly number[]): string[] =>
  numbers.map((number) => `${section}-${String(number).padStart(2, '0')}`);

const cloud = {
  /** `BitbucketApiClient`. */
  client: rowsOf('S2', 3, 4, 5, 6, 7, 8, 9),
  /** `BitbucketIntegration`, its provider, and the repository provider. */
  integration: rowsOf('S2', 11, 12, 13, 15, 16, 17, 18, 22, 23, 24, 25, 26),
  search: rowsOf('S0', 8, 9),
  push: rowsOf('S1', 5, 6),
  /** `BitbucketClient`, `BitbucketPlugin` and the plugin's repositories. */
  plugin: rowsOf('S3', 3, 4, 5, 8, 9, 11, 13),
};

const accessTokens = ['workspace-token', 'project-token', 'repository-token'];

export const cloudCredentials: CredentialTable = {
  product: 'Cloud',
  credentials: [
    ...['connect-jwt', 'connect-oauth2', 'oauth2-grant', 'oauth2-client'],
    ...accessTokens,
    ...['api-token', 'oauth1-plugin'],
  ],
  rows: [...cloud.search, ...cloud.push, ...cloud.client, ...cloud.integration, ...cloud.plugin],
  exceptions: [
    {
      kind: 'refused',
      rows: [...rowsOf('S2', 3, 17, 18), ...rowsOf('S0', 8)],
      credentials: accessTokens,
      // https://jira.atlassian.com/browse/BCLOUD-22603
      reason: 'Bitbucket gives access tokens no scope for issues (BCLOUD-22603)',
    },
    {
      kind: 'none',
      rows: [...cloud.search, ...cloud.integration],
      credentials: ['connect-oauth2'],
      reason:
        'an integration that was installed by Connect signs each call by itself; the grant is for other calls',
    },
    {
      kind: 'none',
      rows: [...cloud.search, ...cloud.integration],
      credentials: ['oauth2-client'],
      reason: "an integration keeps a person's grant, and no token of the consumer's own",
    },
    {
      kind: 'none',
      rows: [...cloud.search, ...cloud.integration],
      credentials: ['oauth1-plugin'],
      reason: 'no integration keeps OAuth 1.0a for Cloud, which ended it; the plugin has rows of its own',
    },
    {
      kind: 'none',
      rows: cloud.plugin,
      credentials: [
        'connect-jwt',
        'connect-oauth2',
        'oauth2-grant',
        'oauth2-client',
        ...accessTokens,
        'api-token',
      ],
      reason: "the plugin's client signs by OAuth 1.0a and takes nothing else",
    },
  ],
};

const server = {
  client: rowsOf('S4', 2, 3, 4, 5, 6),
  integration: rowsOf('S4', 13, 14, 15, 16, 17, 18),
  push: rowsOf('S4', 21),
};

export const serverCredentials: CredentialTable = {
  product: 'Server',
  credentials: [
    'oauth1-link',
    'oauth2-server',
    'user-token',
    'project-token',
    'repository-token',
    'password',
  ],
  rows: [...server.client, ...server.integration, ...server.push],
  exceptions: [
    {
      kind: 'none',
      rows: server.integration,
      credentials: ['password'],
      reason: 'an integration keeps a link, a grant or a token, and nobody’s password',
    },
  ],
};
