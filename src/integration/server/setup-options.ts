/** The options of a set-up, checked and completed. */
import { checkRedirectUri } from '../../auth/oauth2/checks.ts';
import type { TokenStore } from '../../auth/token-store.ts';
import { checkOptions } from '../../errors/check-options.ts';
import { ConfigError } from '../../errors/config-error.ts';
import type { BrowserBinding } from '../../http/browser-binding.ts';
import { checkBaseUrl } from '../../http/client-options.ts';
import type { GuardedConnections } from '../../http/guarded-fetch.ts';
import type { Authorize } from '../../http/host-authorization.ts';
import type { SignedStateStore } from '../../http/signed-state.ts';
import { type Clock, systemClock } from '../../shared/clock.ts';
import { type Logger, silentLogger } from '../../shared/logger.ts';
import type { MaybePromise } from '../../shared/types.ts';
import type { SetupVoice } from '../setup/refusal.ts';
import type { ServerCalls } from './connect-server.ts';
import type { ServerSetupState } from './integration-provider.ts';
import { adviceFor } from './setup-failure.ts';
import type { SetupMethod } from './setup-form.ts';
import type { PendingSetup } from './setup-secret.ts';

export interface ServerSetupCompletion {
  readonly setup: ServerSetupState;
  /** The organization that the user may set up and meant. */
  readonly organizationId: string;
  readonly request: Request;
}

export interface ServerSetupOptions {
  readonly states: SignedStateStore;
  /** Where the app is mounted; the server sends the browser back to `/server/setup/callback` below it. */
  readonly baseUrl: string;
  /** Who asks, and may they set up the organization? Without it everybody is refused. */
  readonly authorize?: Authorize | undefined;
  /** Reaches the servers that people name, and nothing inside; see `createServerConnections`. */
  readonly connections: Pick<GuardedConnections, 'fetchFor'>;
  /**
   * Where the tokens of grants are kept. Without it the set-up by OAuth 2.0 is not offered, and neither where `baseUrl`
   * is not https (or this machine), which Data Center demands of an address that it sends a browser to.
   */
  readonly tokens?: TokenStore | undefined;
  /**
   * Keeps the integration. The user is sent to the address that it gives, or told it is done. Let it throw only where
   * it has kept nothing: the tokens of an OAuth 2.0 grant are forgotten then.
   */
  readonly complete: (completion: ServerSetupCompletion) => MaybePromise<string | URL | undefined>;
  /** What people call an organization, for the page. Default its id. */
  readonly organizationName?: ((organizationId: string) => MaybePromise<string>) | undefined;
  /** Milliseconds for each call to the server. Default 10,000. */
  readonly timeout?: number | undefined;
  readonly now?: Clock | undefined;
  readonly logger?: Logger | undefined;
}

const optionNames = [
  ...['states', 'baseUrl', 'authorize', 'connections', 'complete', 'organizationName'],
  ...['tokens', 'timeout', 'now', 'logger'],
];

/** Milliseconds that a person may take for the form, and again at the server: 15 minutes. */
const lifetime = 15 * 60 * 1000;
/** The options once checked, and what binds a browser on each of its two ways. */
export interface Setup
  extends Omit<ServerSetupOptions, 'now' | 'timeout' | 'logger'>,
    ServerCalls,
    SetupVoice {
  readonly form: BrowserBinding;
  /** By the protocol, so that the state of one is worth nothing in the other. */
  readonly away: Readonly<Record<PendingSetup['method'], BrowserBinding>>;
  /** Where the server sends the browser back to, without a query. */
  readonly callbackUrl: string;
  /** The forms that the page shows. */
  readonly methods: readonly SetupMethod[];
}

/** @throws ConfigError `invalid_option` naming a wrong or unknown option */
export function checkSetup(options: ServerSetupOptions): Setup {
  checkOptions('createServerSetupEndpoints', options, optionNames);
  const { states: store, complete, connections, tokens, timeout = 10_000 } = options;
  const { now = systemClock, logger = silentLogger } = options;
  if (typeof store?.useOnce !== 'function' || typeof store.signingKey !== 'function') {
    throw new ConfigError('states', 'it is no store of states', 'Pass the states of a store');
  }
  if (typeof complete !== 'function') {
    throw new ConfigError('complete', 'it is no function', 'Pass what keeps the integration');
  }
  if (typeof connections?.fetchFor !== 'function') {
    throw new ConfigError('connections', 'there are none', 'Pass createServerConnections()');
  }
  if (tokens !== undefined && typeof tokens?.put !== 'function') {
    throw new ConfigError('tokens', 'it is no store of tokens', 'Pass the tokens of a store, or none');
  }
  const baseUrl = checkBaseUrl('baseUrl', options.baseUrl);
  const callbackUrl = `${baseUrl}/server/setup/callback`;
  const hasOAuth2 = tokens !== undefined && isRedirectUri(callbackUrl);
  const binding = { store, now, baseUrl, lifetime, cookie: 'bitbucket-server-setup' };
  return {
    ...{ ...options, baseUrl, timeout, now },
    ...{ logger, product: 'bitbucket server', adviceFor },
    form: { ...binding, purpose: 'server-setup-form' },
    away: {
      oauth1: { ...binding, purpose: 'server-setup-callback' },
      oauth2: { ...binding, purpose: 'server-setup-oauth2' },
    },
    callbackUrl,
    methods: ['oauth1', 'accessToken', ...(hasOAuth2 ? (['oauth2'] as const) : [])],
  };
}

function isRedirectUri(url: string): boolean {
  try {
    return checkRedirectUri(url) !== '';
  } catch {
    return false;
  }
}
