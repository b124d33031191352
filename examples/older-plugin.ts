/**
 * A host that still has the older plugin: OAuth 1.0a, one repository for a project, issues in Bitbucket's own tracker.
 * Bitbucket Cloud has ended all of it: it answers OAuth 1.0a with 401 since about March 2026, and removed the tracker on
 * 2026-08-20. So this runs against an emulator that is as Bitbucket was until then, and shows in its last steps what a
 * host meets today. What takes its place: oauth2-install.ts; its set-up takes the plugin's repositories over, where the
 * app is given `pluginRepositories`.
 *
 *   npm run --silent build:js && node examples/older-plugin.ts [--repo PATH]
 *
 * BITBUCKET_CONSUMER_KEY and BITBUCKET_CONSUMER_SECRET are the consumer's, as a host sets them; made up if they are not
 * set. The repository is read, never changed.
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  BitbucketClient,
  BitbucketPlugin,
  BitbucketPluginRepositoryProvider,
  createPluginWebhookEndpoint,
  type PluginCommitsEvent,
  type PluginSecretStore,
  pluginWebhookPath,
  type StoredPluginRepository,
} from 'bitbucket-sdk/integration';
import { createNodeHandler } from 'bitbucket-sdk/node';
import { createBitbucketEmulator, samples, signDelivery } from 'bitbucket-sdk/testing';
import { check, createReport } from './demo/report.ts';
import { cloneWorkTree } from './demo/work-tree.ts';

const { values } = parseArgs({
  options: { repo: { type: 'string', default: resolve(import.meta.dirname, '..') } },
});
const env = { BITBUCKET_CONSUMER_KEY: 'demo:key', BITBUCKET_CONSUMER_SECRET: 'demo secret', ...process.env };
const { step } = createReport({ quiet: false });
const folder = await mkdtemp(join(tmpdir(), 'older-plugin-'));

// What the host keeps: tokens of its users, options of its projects, rows of repositories, secrets of organizations.
const tokens = { ann: { token: 'token of ann', tokenSecret: 'secret of ann' } };
const organizationId = 'org-1';
const options = { repo: 'https://bitbucket.org/demo/widgets' };
const rows = new Map<string, StoredPluginRepository>();
const secrets = new Map<string, string>();
const secretStore: PluginSecretStore = {
  find: (organization) => secrets.get(organization),
  keep(organization, fresh) {
    secrets.set(organization, secrets.get(organization) ?? fresh);
    return secrets.get(organization) ?? fresh;
  },
};
const received: PluginCommitsEvent[] = [];

const webhook = createPluginWebhookEndpoint({
  // Before a real Bitbucket: `createIpRanges()`, kept fresh.
  ipRanges: { contains: (address) => /^(::ffff:)?127\.0\.0\.1$/.test(address) },
  repositories: {
    find: (organization, externalId) =>
      [...rows.values()].find((row) => row.organizationId === organization && row.externalId === externalId),
    update(id, patch) {
      const row = rows.get(id);
      if (row !== undefined) rows.set(id, { ...row, ...patch });
    },
  },
  secrets: secretStore,
  onCommits: (event) => void received.push(event),
});
const host = createServer(createNodeHandler(webhook.handle));
await once(host.listen(0, '127.0.0.1'), 'listening');
const hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;

/** A Bitbucket that takes the consumer; with the issue tracker as it was, or removed as it is. */
const startBitbucket = async (issueTracker: 'on' | 'removed') => {
  const { BITBUCKET_CONSUMER_KEY: consumerKey, BITBUCKET_CONSUMER_SECRET: consumerSecret } = env;
  const emulator = await createBitbucketEmulator({
    repositories: [{ fullName: 'demo/widgets', from: values.repo }],
    users: [{ username: 'ann', email: 'ann@example.com' }],
    issueTracker,
    credentials: {
      oauth1: [{ consumerKey, consumerSecret, ...tokens.ann, user: 'ann' }],
      basic: [{ username: 'ann', password: 'git-only' }],
    },
  });
  const { url } = await emulator.listen();
  const clientFor = (user: 'ann') => new BitbucketClient({ ...tokens[user], env, baseUrl: url });
  return { emulator, url, clientFor };
};
const { emulator, url, clientFor } = await startBitbucket('on');
const today = await startBitbucket('removed');
const plugin = new BitbucketPlugin({ clientFor });
const provider = new BitbucketPluginRepositoryProvider({ clientFor, baseUrl: hostUrl, secrets: secretStore });
const user = 'ann';

try {
  await step('configure', async () => {
    const [field] = plugin.getConfigureFields(options);
    check(plugin.isConfigured(options), 'an address to be as good as a name');
    return `${field?.label} is ${field?.default}`;
  });

  await step('an issue', async () => {
    const data = { title: 'The door does not open', issue_type: 'bug', priority: 'major' };
    const id = await plugin.createIssue(data, { options, user });
    const found = await plugin.autocomplete({ field: 'issue_id', query: 'door' }, { options, user });
    const comment = `Linked from ${hostUrl}`;
    await plugin.linkIssue({ issue_id: id, comment }, { options, user });
    return `${plugin.getIssueLabel(id)}, found as ${found.issue_id[0]?.text}, at ${plugin.getIssueUrl(id, options)}`;
  });

  await step('link a repository', async () => {
    const data = await provider.validateConfig({ name: options.repo }, { user });
    const row = await provider.createRepository(organizationId, data, { user });
    rows.set('1', { ...row, id: '1' });
    return `${row.name} is ${row.externalId}, its pushes go to ${pluginWebhookPath(organizationId)}`;
  });

  await step('push', async () => {
    const address = new URL(`${url}/demo/widgets.git`);
    Object.assign(address, { username: 'ann', password: 'git-only' });
    const { git, commit } = await cloneWorkTree(address.href, folder);
    await commit('Oil the hinges\n\nFixes DOOR-7', { 'hinges.txt': 'oiled\n' });
    await git('push', '--quiet');
    await emulator.settled();
    const [event] = received;
    check(event?.commits.length === 1, 'one commit');
    const [{ author, resolves = [] } = {}] = event.commits;
    return `${author?.name} resolves ${resolves.join()}`;
  });

  await step('a push that nobody signed', async () => {
    const payload = samples.cloud['repo:push']();
    const forged = signDelivery({ product: 'cloud', eventKey: 'repo:push', payload });
    const { status } = await fetch(forged.toRequest(hostUrl + pluginWebhookPath(organizationId)));
    check(status === 401 && received.length === 1, 'a 401, and nothing received');
    return `answered ${status}`;
  });

  await step('a release', async () => {
    const [row] = rows.values();
    check(row !== undefined, 'a row');
    const head = received[0]?.commits[0]?.id ?? '';
    const { commits } = await provider.compareCommits(row, { end: head, user });
    const files = commits[0]?.patchSet.map(({ type, path }) => `${type} ${path}`);
    return `${commits.length} commits, the newest: ${files?.join(', ')}`;
  });

  await step('unlink', async () => {
    const [row] = rows.values();
    check(row !== undefined, 'a row');
    await provider.deleteRepository(row, { user });
    await provider.deleteRepository(row, { user });
    return `${row.name} has no hook, and a second time is no error`;
  });

  await step('the tracker today', async () => {
    const now = new BitbucketPlugin({ clientFor: today.clientFor });
    const refusal = await now.createIssue({ title: 'x' }, { options, user }).catch((error: unknown) => error);
    return now.messageFromError(refusal);
  });

  await step('OAuth 1.0a today', async () => {
    const client = new BitbucketClient({ token: 'revoked', tokenSecret: 'x', env, baseUrl: today.url });
    const now = new BitbucketPlugin({ client });
    const refusal = await now.createIssue({ title: 'x' }, { options }).catch((error: unknown) => error);
    return now.messageFromError(refusal);
  });
} finally {
  await Promise.all([emulator.close(), today.emulator.close(), webhook.close()]);
  host.close();
  await rm(folder, { recursive: true, force: true });
}
