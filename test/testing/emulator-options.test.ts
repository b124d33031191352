import { type BitbucketEmulatorOptions, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { expect, test } from 'vitest';
import { app } from './support/oauth2-scene.ts';

const repositories = [{ fullName: 'demo/widgets' }];

const consumer = (more: Record<string, unknown>) => ({ oauth2: { consumers: [{ ...app, ...more }] } });
const accessToken = (more: Record<string, unknown>) => ({
  credentials: { accessTokens: [{ token: 't', workspace: 'demo', ...more }] },
});

test.each<[string, Record<string, unknown>]>([
  ['oauth3', { oauth3: {} }],
  ['autorize', { oauth2: { consumers: [], autorize: 'ask' } }],
  ['options', { oauth2: 'yes' }],
  ['oauth2.consumers', { oauth2: { consumers: 'app' } }],
  ['oauth2.consumers', { oauth2: {} }],
  ['oauth2.authorize', { oauth2: { consumers: [], authorize: 'maybe' } }],
  ['oauth2.user', { oauth2: { consumers: [], user: 'nobody' } }],
  ['oauth2.accessTokenLife', { oauth2: { consumers: [], accessTokenLife: 0 } }],
  ['oauth2.accessTokenLife', { oauth2: { consumers: [], accessTokenLife: '7200' } }],
  ['oauth2.refreshGrace', { oauth2: { consumers: [], refreshGrace: -1 } }],
  ['callback', consumer({ callback: 'https://app.example.com/' })],
  ['oauth2.consumers.clientId', consumer({ clientId: '' })],
  ['oauth2.consumers.clientId', consumer({ clientId: 'a:b' })],
  ['oauth2.consumers.clientId', { oauth2: { consumers: [app, app] } }],
  ['oauth2.consumers.clientSecret', consumer({ clientSecret: '' })],
  ['oauth2.consumers.workspace', consumer({ workspace: 'nowhere' })],
  ['oauth2.consumers.callbackUrl', consumer({ callbackUrl: '/callback' })],
  ['oauth2.consumers.callbackUrl', consumer({ callbackUrl: 'https://app.example.com/#here' })],
  ['oauth2.consumers.scopes', consumer({ scopes: ['everything'] })],
  ['tokens', { credentials: { tokens: [] } }],
  ['repo', accessToken({ repo: 'widgets' })],
  ['credentials.accessTokens.scopes', accessToken({ scopes: ['read:repository:bitbucket'] })],
  ['credentials.accessTokens.project', accessToken({ repository: 'widgets', project: 'DEMO' })],
  ['credentials.accessTokens.expiresAt', accessToken({ expiresAt: '2027-01-01' })],
  ['username', { credentials: { apiTokens: [{ username: 'ada', token: 't' }] } }],
  [
    'credentials.apiTokens.expiresAt',
    { credentials: { apiTokens: [{ email: 'a@b.c', token: 't', expiresAt: Number.NaN }] } },
  ],
  ['pasword', { credentials: { basic: [{ username: 'ada', pasword: 'x' }] } }],
  ['project.key', { repositories: [{ fullName: 'demo/a', project: { key: 'no-key' } }] }],
  ['id', { repositories: [{ fullName: 'demo/a', project: { id: 'X' } }] }],
  ['nam', { workspaces: [{ slug: 'demo', nam: 'Demo' }] }],
  ['role', { users: [{ username: 'ada', email: 'ada@example.com', role: 'admin' }] }],
  ['retries', { hooks: { retries: 2 } }],
  ['descriptor', { apps: [{ key: 'a', descriptor: 'https://app.example.com/' }] }],
  ['isPrivate', { repositories: [{ fullName: 'demo/a', isPrivate: true }] }],
])('%s is refused in %o', async (option, options) => {
  const all = { repositories, ...options } as BitbucketEmulatorOptions;
  await expect(createBitbucketEmulator(all)).rejects.toMatchObject({
    code: 'invalid_option',
    option: expect.stringContaining(option),
  });
});

test('what is right is taken', async () => {
  const emulator = await createBitbucketEmulator({
    repositories,
    oauth2: { consumers: [app], authorize: 'ask', user: 'owner', accessTokenLife: 60, refreshGrace: 0 },
    ...accessToken({ project: 'DEMO', scopes: ['repository'], expiresAt: 1 }),
  });
  expect(emulator.oauth2.exchanges).toEqual([]);
  await emulator.close();
});
