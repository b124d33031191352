/** The options of the mounted app, and their check: once, when it is made, and not on a customer's first delivery. */
import { checkOptions } from '../errors/check-options.ts';
import { ConfigError } from '../errors/config-error.ts';
import { type ClientOptions, checkBaseUrl, clientOptionNames } from '../http/client-options.ts';
import type { Authorize } from '../http/host-authorization.ts';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import type { MaybePromise } from '../shared/types.ts';
import { CLOUD_EVENTS, type CloudEventKey } from '../webhooks/cloud-events.ts';
import type { CloudConsumerOptions } from './cloud/create-cloud-setup.ts';
import type { IntegrationRecord } from './integrations.ts';
import type { IssueTracker } from './issue-tracker.ts';
import type { PluginRepositorySource } from './plugin-repository-source.ts';
import type { ServerAppOptions } from './server/create-server-app.ts';
import type { BitbucketStore } from './store.ts';
import type { CommitsEvent, EventHandlers, WebhookEndpointOptions } from './webhook-endpoint.ts';

export interface BitbucketAppOptions
  extends EventHandlers<CommitsEvent>,
    Pick<
      WebhookEndpointOptions,
      | 'commits'
      | 'onError'
      | 'ipRanges'
      | 'trustedProxies'
      | 'replayWindow'
      | 'bodyLimit'
      | 'recheckAccessAfter'
    > {
  /** What hooks of linked repositories send beside pushes and merged pull requests, for `onEvent`. */
  readonly hookEvents?: readonly CloudEventKey[] | undefined;
  /** Where the world reaches this app: https, with the path that it is mounted under, if any. */
  readonly baseUrl: string;
  /** The descriptor's key. Default: the host's name and `.bitbucket`. */
  readonly key?: string | undefined;
  readonly name: string;
  readonly description: string;
  readonly vendor?: { readonly name: string; readonly url: string } | undefined;
  /** What the app may do. Default `issue:write`, `pullrequest`, `webhook`, `repository`. */
  readonly scopes?: readonly string[] | undefined;
  readonly store: BitbucketStore;
  /**
   * The app's OAuth 2.0 consumer on Bitbucket: people connect a workspace by it at `createSetupUrl`. Its callback URL is
   * `{baseUrl}/cloud/setup/callback`; it needs the permissions account, repository, pullrequest and webhook. Without
   * it they paste tokens there.
   */
  readonly oauth2?: CloudConsumerOptions | undefined;
  /** Mounts Bitbucket Server beside Cloud: its set-up and webhooks. `{}` allows servers on the public internet. */
  readonly server?: ServerAppOptions | undefined;
  /** The host's word on who may set up and search. Without it these endpoints answer 403. */
  readonly authorize?: Authorize | undefined;
  /** What people call an organization, for the page that asks them to confirm. Default its id. */
  readonly organizationName?: ((organizationId: string) => MaybePromise<string>) | undefined;
  /** Where the browser goes after a set-up; without it a small page says that it is done. */
  readonly afterSetup?: ((integration: IntegrationRecord) => string) | undefined;
  /** Where issues are kept. Default: Bitbucket's own tracker, which it removed on 2026-08-20. */
  readonly issueTracker?: ((integration: IntegrationRecord) => IssueTracker | undefined) | undefined;
  /** The host's repositories of the older plugin: taken over after a set-up. */
  readonly pluginRepositories?: PluginRepositorySource | undefined;
  /** For the calls to Bitbucket: where its API answers, a fetch, limits. */
  readonly client?: Omit<ClientOptions, 'auth'> | undefined;
  /** Where people install: for a staging Bitbucket or an emulator. Default `https://bitbucket.org`. */
  readonly siteUrl?: string | undefined;
  readonly now?: Clock | undefined;
  readonly logger?: Logger | undefined;
}

const optionNames = [
  ...[
    'baseUrl',
    'key',
    'name',
    'description',
    'vendor',
    'scopes',
    'siteUrl',
    'client',
    'store',
    'now',
    'logger',
  ],
  ...[
    'oauth2',
    'server',
    'authorize',
    'afterSetup',
    'issueTracker',
    'pluginRepositories',
    'hookEvents',
    'commits',
  ],
  ...['organizationName', 'recheckAccessAfter'],
  ...[
    'onCommits',
    'onPullRequest',
    'onEvent',
    'onError',
    'ipRanges',
    'trustedProxies',
    'replayWindow',
    'bodyLimit',
  ],
];

const functions = [
  ...(['onCommits', 'onPullRequest', 'onEvent', 'onError', 'authorize'] as const),
  ...(['afterSetup', 'issueTracker', 'organizationName'] as const),
] as const;
const commitOptions = ['fileChanges', 'skipMarkers', 'keyPattern', 'maxCommits'];
const storeParts = ['installations', 'integrations', 'repositories', 'inbox', 'states', 'tokens'] as const;

/** @throws ConfigError `invalid_option` naming the option */
export function checkAppOptions(options: BitbucketAppOptions): void {
  checkOptions('createBitbucketApp', options, optionNames);
  const { store, siteUrl, client, commits, hookEvents, recheckAccessAfter } = options;
  for (const name of functions) {
    if (options[name] === undefined || typeof options[name] === 'function') continue;
    throw new ConfigError(name, 'it is no function', 'Pass a function, or leave it out');
  }
  const missing = storeParts.find((part) => typeof store?.[part] !== 'object');
  if (missing !== undefined) {
    const fix = 'Pass memoryStore(), sqliteStore(path), or an object with every contract of BitbucketStore';
    throw new ConfigError('store', `it has no ${missing}`, fix);
  }
  if (siteUrl !== undefined) checkBaseUrl('siteUrl', siteUrl);
  if (client !== undefined) {
    checkOptions(
      'client',
      client,
      clientOptionNames.filter((name) => name !== 'auth'),
    );
    if (client.baseUrl !== undefined) checkBaseUrl('client.baseUrl', client.baseUrl);
    if (client.fetch !== undefined && typeof client.fetch !== 'function') {
      throw new ConfigError(
        'client.fetch',
        'it is no function',
        'Pass one that takes an address and an init',
      );
    }
  }
  if (options.oauth2 !== undefined) checkConsumer(options.oauth2);
  if (commits !== undefined) checkCommits(commits);
  if (hookEvents !== undefined) checkHookEvents(hookEvents);
  if (recheckAccessAfter !== undefined && !(recheckAccessAfter >= 0)) {
    throw new ConfigError('recheckAccessAfter', 'it is no time', 'Pass milliseconds');
  }
}

function checkConsumer(consumer: CloudConsumerOptions): void {
  checkOptions('oauth2', consumer, ['clientId', 'clientSecret', 'scopes']);
  for (const name of ['clientId', 'clientSecret'] as const) {
    if (typeof consumer[name] === 'string' && consumer[name] !== '') continue;
    const fix = 'Pass key and secret of the OAuth consumer as Bitbucket shows them';
    throw new ConfigError(`oauth2.${name}`, 'it is empty, or no text', fix);
  }
  const { scopes = [] } = consumer;
  if (Array.isArray(scopes) && scopes.every((scope) => /^[!-~]+$/.test(String(scope)))) return;
  throw new ConfigError(
    'oauth2.scopes',
    'it is no list of scopes',
    "Pass one such as ['repository', 'webhook']",
  );
}

function checkCommits(commits: NonNullable<BitbucketAppOptions['commits']>): void {
  checkOptions('commits', commits, commitOptions);
  const { maxCommits } = commits;
  if (maxCommits === undefined || (Number.isInteger(maxCommits) && maxCommits > 0)) return;
  throw new ConfigError(
    'commits.maxCommits',
    'it is not a positive whole number',
    'Pass how many to read at most',
  );
}

function checkHookEvents(hookEvents: unknown): void {
  const fix = 'Pass a list of event keys, such as pullrequest:created';
  if (!Array.isArray(hookEvents)) throw new ConfigError('hookEvents', 'it is no list', fix);
  const unknown = hookEvents.find((key) => !Object.hasOwn(CLOUD_EVENTS, String(key)));
  if (unknown !== undefined)
    throw new ConfigError('hookEvents', `Bitbucket has no event ${JSON.stringify(unknown)}`, fix);
}
