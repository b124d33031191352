/** The older plugin over an emulated Bitbucket that holds its signatures, with rows and secrets as a host keeps them. */
import {
  BitbucketClient,
  type BitbucketClientOptions,
  BitbucketPlugin,
  BitbucketPluginRepositoryProvider,
  createPluginWebhookEndpoint,
  type NewPluginRepository,
  type PluginCommitsEvent,
  type PluginRepositoryStore,
  type PluginSecretStore,
  type PluginWebhookEndpointOptions,
  type StoredPluginRepository,
} from 'bitbucket-sdk/integration';
import { type BitbucketEmulatorOptions, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { onTestFinished } from 'vitest';
import { makeSample } from '../../testing/support/git-repository.ts';

/** A colon would end the name in Basic; here it is signed like any other sign. */
export const consumer = { consumerKey: 'key:with:colons', consumerSecret: 'consumer & secret' };
export const annToken = { token: 'ann-token', tokenSecret: 'ann secret' };
export const hostUrl = 'https://host.example.com';
/** An address of Bitbucket's, as far as the test goes. */
export const bitbucketAddress = '192.0.2.10';

/** Users of the host: `bea` has connected no account. */
export type HostUser = 'ann' | 'bea';

export function hostRows() {
  const rows = new Map<string, StoredPluginRepository>();
  const secrets = new Map<string, string>();
  const repositories: PluginRepositoryStore = {
    find: (organizationId, externalId) =>
      [...rows.values()].find(
        (row) => row.organizationId === organizationId && row.externalId === externalId,
      ),
    update: (id, patch) => {
      const row = rows.get(id);
      if (row !== undefined) rows.set(id, { ...row, ...patch });
    },
  };
  const secretStore: PluginSecretStore = {
    find: (organizationId) => secrets.get(organizationId),
    keep: (organizationId, fresh) => {
      const secret = secrets.get(organizationId) ?? fresh;
      secrets.set(organizationId, secret);
      return secret;
    },
  };
  const store = (row: NewPluginRepository): StoredPluginRepository => {
    const stored = { ...row, id: `row-${rows.size + 1}` };
    rows.set(stored.id, stored);
    return stored;
  };
  return { rows, secrets, repositories, secretStore, store };
}

interface WorldOptions {
  readonly issueTracker?: BitbucketEmulatorOptions['issueTracker'];
  readonly endpoint?: Partial<PluginWebhookEndpointOptions>;
  /** Hooks are made with the organization's secret. */
  readonly withSecrets?: boolean;
  /** Empty commits on top of the sample's. */
  readonly moreCommits?: number;
  /** Answers what Bitbucket sends to other addresses than the plugin's webhook. */
  readonly elsewhere?: (request: Request) => Promise<Response>;
}

/** Repositories `acme/api` (with history) and `acme/empty`, and a rival's; hooks come from Bitbucket's address. */
export async function createPluginWorld({
  issueTracker = 'on',
  endpoint,
  withSecrets = false,
  moreCommits = 0,
  elsewhere,
}: WorldOptions = {}) {
  const sample = await makeSample();
  onTestFinished(() => sample.remove());
  for (let n = 1; n <= moreCommits; n += 1)
    await sample.git('commit', '--quiet', '--allow-empty', '-m', `Step ${n}`);
  const clock = { now: Date.UTC(2026, 1, 1) };
  const now = () => clock.now;
  const host = hostRows();
  const received: PluginCommitsEvent[] = [];
  const calls: Request[] = [];
  const secrets = withSecrets ? host.secretStore : undefined;

  const webhook = createPluginWebhookEndpoint({
    ipRanges: { contains: (address) => address === bitbucketAddress },
    repositories: host.repositories,
    onCommits: (event) => void received.push(event),
    secrets,
    now,
    ...endpoint,
  });
  onTestFinished(() => webhook.close());
  const emulator = await createBitbucketEmulator({
    repositories: [
      { fullName: 'acme/api', from: sample.folder },
      { fullName: 'acme/empty' },
      { fullName: 'rival/site' },
    ],
    issueTracker,
    users: [{ username: 'ann', email: 'ann@example.com', workspaces: { acme: 'admin' } }],
    credentials: {
      oauth1: [{ ...consumer, ...annToken, user: 'ann' }],
      basic: [{ username: 'ann', password: 'p' }],
    },
    hooks: { retryDelay: 1 },
    now,
    fetch: (url, init) => {
      const request = new Request(url, init);
      return url.startsWith(hostUrl) || elsewhere === undefined
        ? webhook.handle(request, { remoteAddress: bitbucketAddress })
        : elsewhere(request);
    },
  });
  onTestFinished(() => emulator.close());

  const clientWith = (options: BitbucketClientOptions = {}) =>
    new BitbucketClient({
      ...consumer,
      ...annToken,
      now,
      retry: { limit: 0 },
      fetch: (url, init) => {
        const request = new Request(url, init);
        calls.push(request.clone());
        return emulator.fetch(request);
      },
      ...options,
    });
  const clientFor = (user: HostUser) =>
    clientWith(user === 'ann' ? {} : { token: undefined, tokenSecret: undefined });
  const plugin = new BitbucketPlugin<HostUser>({ clientFor });
  const provider = new BitbucketPluginRepositoryProvider<HostUser>({ clientFor, baseUrl: hostUrl, secrets });
  const lines = () =>
    calls.map(({ method, url }) => `${method} ${decodeURIComponent(new URL(url).pathname)}`);
  return {
    ...host,
    sample,
    clock,
    emulator,
    webhook,
    received,
    calls,
    lines,
    clientWith,
    clientFor,
    plugin,
    provider,
  };
}
