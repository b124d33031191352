/** One emulated Bitbucket Cloud, and a host whose app is installed there by Connect. */
import { memoryStore } from 'bitbucket-sdk';
import type { BitbucketApiClient } from 'bitbucket-sdk/cloud';
import {
  type BitbucketApp,
  type BitbucketIntegration,
  type BitbucketStore,
  type CommitsEvent,
  createBitbucketApp,
} from 'bitbucket-sdk/integration';
import { type BitbucketEmulator, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { makeSample, type Sample, write } from '../testing/support/git-repository.ts';

/** The repository that every credential is for, at least. */
export const repo = 'demo/widgets';
/** In the same project; no other repository's name has this one's in it. */
export const docs = 'demo/widgets-docs';
/** In another project of the workspace. */
export const gadgets = 'demo/gadgets';
/** As well, and public, so that everybody may read it. */
export const open = 'demo/open';
/** Public, and nobody's here. */
export const foreign = 'other/open';
/** Another workspace's, and private. */
export const hidden = 'other/things';

export const baseUrl = 'https://app.example.com/bitbucket';
const session = 'session-of-ann';
export const consumer = { clientId: 'consumer', clientSecret: 'consumer-secret' };
export const plugin = {
  consumerKey: 'plugin',
  consumerSecret: 'plugin-secret',
  token: 'ada',
  tokenSecret: 'of-ada',
};
export const email = 'ada@example.com';

/** All that Bitbucket offers for an access token of a repository; those of a project and a workspace have some more. */
const accessTokenScopes = [
  ...['repository', 'repository:write', 'repository:admin', 'repository:delete'],
  ...['pullrequest', 'pullrequest:write', 'webhook', 'runner', 'runner:write'],
  ...['pipeline', 'pipeline:write', 'pipeline:variable'],
];

/** What the rows need, of which nothing implies another. */
const apiTokenScopes = [
  ...[
    'read:repository',
    'read:pullrequest',
    'read:issue',
    'write:issue',
    'read:webhook',
    'write:webhook',
    'delete:webhook',
  ],
].map((scope) => `${scope}:bitbucket`);

export interface CloudGround {
  readonly emulator: BitbucketEmulator;
  readonly sample: Sample;
  /** The hashes of `main`, newest first; the newest adds a CODEOWNERS file. */
  readonly history: readonly string[];
  readonly app: BitbucketApp;
  readonly store: BitbucketStore;
  /** What `onCommits` was called with. */
  readonly received: CommitsEvent[];
  /** The Connect installation of the workspace. */
  readonly installed: BitbucketIntegration;
  /** Calls the API by it. */
  readonly owner: BitbucketApiClient;
  /** Calls the emulator. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  close(): Promise<void>;
}

export async function startCloud(): Promise<CloudGround> {
  const { sample, history } = await makeHistory();
  const parts: { app?: BitbucketApp } = {};
  const emulator = await startEmulator(sample, async (url, init) => {
    if (parts.app === undefined) throw new Error('there is no app yet');
    return parts.app.fetch(new Request(url, init));
  });
  const fetch = (url: string, init?: RequestInit) => emulator.fetch(new Request(url, init));
  const store = memoryStore();
  const received: CommitsEvent[] = [];
  const app = createBitbucketApp({
    ...{ baseUrl, key: 'example', name: 'Example', description: 'An example', store },
    authorize: (_, { organizationId }) => ({ session, organizationId: organizationId ?? 'connect-jwt' }),
    onCommits: (event) => void received.push(event),
    client: { fetch, retry: { limit: 0 } },
    oauth2: consumer,
  });
  parts.app = app;
  const installed = await installByConnect({ app, store, fetch });
  const close = async () => {
    await app.close();
    await emulator.close();
    await sample.remove();
  };
  const owner = installed.getClient();
  return { emulator, sample, history, app, store, received, installed, owner, fetch, close };
}

/** Over ten commits, so that the last ten are not all. */
export async function makeHistory(): Promise<Pick<CloudGround, 'sample' | 'history'>> {
  const sample = await makeSample();
  const { git, folder } = sample;
  for (const step of [1, 2, 3, 4]) await git('commit', '--quiet', '--allow-empty', '-m', `Step ${step}`);
  await write(folder, '.bitbucket/CODEOWNERS', '*.md @docs\nsrc/** ada@example.com\n');
  await git('add', '.bitbucket');
  await git('commit', '--quiet', '-m', 'Name owners\n\nFixes DEMO-7');
  return { sample, history: (await git('rev-list', 'main')).split('\n') };
}

function startEmulator(
  { folder: from }: Sample,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<BitbucketEmulator> {
  const tools = { key: 'TOOLS', name: 'Tools' };
  return createBitbucketEmulator({
    issueTracker: 'on',
    repositories: [
      { fullName: repo, from, project: tools },
      { fullName: docs, from, project: tools },
      { fullName: gadgets, from, project: { key: 'TOYS' } },
      { fullName: open, project: { key: 'TOYS' }, private: false },
      { fullName: foreign, from, private: false },
      { fullName: hidden, from },
    ],
    users: [{ username: 'ada', email, displayName: 'Ada Löw', workspaces: { demo: 'admin' } }],
    credentials: {
      accessTokens: [
        { token: 'of-workspace', workspace: 'demo', scopes: [...accessTokenScopes, 'project', 'account'] },
        {
          token: 'of-project',
          workspace: 'demo',
          project: 'TOOLS',
          scopes: [...accessTokenScopes, 'project'],
        },
        { token: 'of-repository', workspace: 'demo', repository: 'widgets', scopes: accessTokenScopes },
      ],
      apiTokens: [{ email, token: 'of-ada', scopes: apiTokenScopes }],
      oauth1: [plugin],
    },
    oauth2: {
      consumers: [{ ...consumer, workspace: 'demo', callbackUrl: `${baseUrl}/cloud/setup/callback` }],
    },
    hooks: { retryDelay: 1 },
    fetch,
  });
}

/** Goes through the install as a browser would. */
async function installByConnect({
  app,
  store,
  fetch,
}: Pick<CloudGround, 'app' | 'store' | 'fetch'>): Promise<BitbucketIntegration> {
  const site = new URL(await app.createInstallUrl({ organizationId: 'connect-jwt', session }));
  site.searchParams.set('workspace', 'demo');
  const granted = await fetch(site.href);
  await app.fetch(new Request(granted.headers.get('location') ?? ''));
  const [record] = await store.integrations.findByOrganization('connect-jwt');
  const integration = record && (await app.getIntegration('connect-jwt', record.id));
  if (integration === undefined) throw new Error('the app was not installed');
  return integration;
}
