/** The options of a set-up without Connect, checked and completed. */
import type { CloudOAuth2Client } from '../../auth/oauth2/cloud-client.ts';
import type { TokenStore } from '../../auth/token-store.ts';
import { checkOptions } from '../../errors/check-options.ts';
import { ConfigError } from '../../errors/config-error.ts';
import type { BrowserBinding } from '../../http/browser-binding.ts';
import { type ClientOptions, checkBaseUrl } from '../../http/client-options.ts';
import type { Authorize } from '../../http/host-authorization.ts';
import type { SignedStateStore } from '../../http/signed-state.ts';
import { type Clock, systemClock } from '../../shared/clock.ts';
import { type Logger, silentLogger } from '../../shared/logger.ts';
import type { MaybePromise } from '../../shared/types.ts';
import type { WorkspaceGrant } from '../cloud-credentials.ts';
import type { SetupVoice } from '../setup/refusal.ts';
import { adviceFor } from './setup-failure.ts';

export interface CloudSetupCompletion {
  /** The workspace and what opens it. The tokens of an OAuth 2.0 grant lie in `tokens` already. */
  readonly grant: WorkspaceGrant;
  /** The organization that the user may set up and meant. */
  readonly organizationId: string;
  readonly request: Request;
}

export interface CloudSetupOptions {
  readonly states: SignedStateStore;
  /** Where the app is mounted. Bitbucket sends the browser back to `/cloud/setup/callback` below it. */
  readonly baseUrl: string;
  /** Who asks, and may they set up the organization? Without it everybody is refused. */
  readonly authorize?: Authorize | undefined;
  /** Offers "Connect with Bitbucket" beside pasting a token. */
  readonly oauth2?: CloudSetupConsumer | undefined;
  /** For the calls to Bitbucket: where its API answers, a fetch, limits. */
  readonly client?: Omit<ClientOptions, 'auth'> | undefined;
  /** Where people see Bitbucket. Default `https://bitbucket.org`. */
  readonly siteUrl?: string | undefined;
  /**
   * Keeps the integration. The user is sent to the address that it gives, or told it is done. Where it throws, nothing may
   * stand: the tokens of the grant are forgotten then. An IntegrationFormError is for the person to mend, and shown.
   */
  readonly complete: (completion: CloudSetupCompletion) => MaybePromise<string | URL | undefined>;
  /** What people call an organization, for the page. Default its id. */
  readonly organizationName?: ((organizationId: string) => MaybePromise<string>) | undefined;
  readonly now?: Clock | undefined;
  readonly logger?: Logger | undefined;
}

/** An OAuth 2.0 consumer, and where its grants are kept. */
export interface CloudSetupConsumer {
  readonly client: CloudOAuth2Client;
  readonly tokens: TokenStore;
  /** Less than the consumer has. Default: all of it. */
  readonly scopes?: readonly string[] | undefined;
}

const optionNames = [
  ...['states', 'baseUrl', 'authorize', 'oauth2', 'client', 'siteUrl', 'complete'],
  ...['organizationName', 'now', 'logger'],
];

/** Milliseconds that a person may take for the form, again at Bitbucket, and again to choose: 15 minutes. */
const lifetime = 15 * 60 * 1000;

/** The options once checked, and what binds a browser on each of its ways. */
export interface Setup extends Omit<CloudSetupOptions, 'logger'>, SetupVoice {
  readonly siteUrl: string;
  readonly now: Clock;
  readonly client: Omit<ClientOptions, 'auth'>;
  readonly form: BrowserBinding;
  readonly away: BrowserBinding;
  readonly choice: BrowserBinding;
  readonly lifetime: number;
}

/** @throws ConfigError `invalid_option` naming a wrong or unknown option */
export function checkSetup(options: CloudSetupOptions): Setup {
  checkOptions('createCloudSetupEndpoints', options, optionNames);
  const { states: store, complete, oauth2 } = options;
  const { now = systemClock, logger = silentLogger } = options;
  if (typeof store?.useOnce !== 'function' || typeof store.signingKey !== 'function') {
    throw new ConfigError('states', 'it is no store of states', 'Pass the states of a store');
  }
  if (typeof complete !== 'function') {
    throw new ConfigError('complete', 'it is no function', 'Pass what keeps the integration');
  }
  if (oauth2 !== undefined) checkConsumer(oauth2);
  const baseUrl = checkBaseUrl('baseUrl', options.baseUrl);
  const siteUrl = checkBaseUrl('siteUrl', options.siteUrl ?? 'https://bitbucket.org');
  const binding = { store, now, baseUrl, lifetime, cookie: 'bitbucket-cloud-setup' };
  return {
    ...{ ...options, baseUrl, siteUrl, now, lifetime },
    // Somebody waits for the page.
    client: { timeout: 10_000, ...options.client, retry: { limit: 0 } },
    ...{ logger, product: 'bitbucket cloud', adviceFor },
    form: { ...binding, purpose: 'cloud-setup-form' },
    away: { ...binding, purpose: 'cloud-setup-callback' },
    choice: { ...binding, purpose: 'cloud-setup-choice' },
  };
}

function checkConsumer({ client, tokens }: CloudSetupConsumer): void {
  if (typeof client?.getAuthorizeUrl !== 'function') {
    throw new ConfigError('oauth2.client', 'it is no OAuth 2.0 client', 'Pass createCloudOAuth2Client(…)');
  }
  if (typeof tokens?.put !== 'function') {
    throw new ConfigError('oauth2.tokens', 'it is no store of tokens', 'Pass the tokens of a store');
  }
}
