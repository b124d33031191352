/** `POST /installed`: a first installation proves itself at Bitbucket, a later one is signed with the secret we keep. */
import { randomUUID } from 'node:crypto';
import { checkOptions } from '../errors/check-options.ts';
import { ConnectError } from '../errors/connect-error.ts';
import { checkBaseUrl } from '../http/client-options.ts';
import { type InboundHandler, readBody } from '../http/inbound.ts';
import { createLimiter } from '../http/limiter.ts';
import { constantTimeEqual } from '../shared/bytes.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import { type Logger, silentLogger } from '../shared/logger.ts';
import type { FetchLike, MaybePromise } from '../shared/types.ts';
import { fromHost, fromStore, lifecycleBodyLimit, lifecycleEndpoint, refusalOf } from './answers.ts';
import { confirmInstallation, type ProofOptions } from './confirm-installation.ts';
import {
  type Installation,
  type InstallationChange,
  type InstallationStore,
  isInstalled,
} from './installations.ts';
import { type InstallationFacts, type InstalledBodyRules, parseInstalled } from './installed-body.ts';
import {
  checkFunction,
  checkLimit,
  checkMount,
  checkStore,
  checkText,
  type MountOptions,
} from './options.ts';
import { authorizationToken, type SenderCheck, verifySender } from './sender.ts';

/** How an installation came about. */
export interface InstalledEvent {
  /**
   * `first`: the account was never here. `again`: the same clientKey as before, with a new secret. `replacement`: a
   * new clientKey for an account that was here, whose repositories are to be enabled and secured again.
   */
  readonly kind: 'first' | 'again' | 'replacement';
  /** What was stored before: the same clientKey's row, or the account's latest. */
  readonly previous?: Installation | undefined;
}

export type InstalledListener = (installation: Installation, event: InstalledEvent) => MaybePromise<void>;

export interface InstalledEndpointOptions extends MountOptions {
  /** The `key` of the descriptor. */
  readonly appKey: string;
  readonly store: InstallationStore;
  /** Where the proof is asked for. Default `https://api.bitbucket.org`. */
  readonly apiUrl?: string | undefined;
  /** Further API addresses that a body's `baseApiUrl` may name; none of them is called. */
  readonly allowedApiUrls?: readonly string[] | undefined;
  readonly fetch?: FetchLike | undefined;
  readonly now?: Clock | undefined;
  readonly logger?: Logger | undefined;
  /** Bytes. Default 64 KiB. */
  readonly bodyLimit?: number | undefined;
  /**
   * Awaited once the installation is proven and before it is stored: when it throws, nothing is stored and the answer
   * is 503, so that the sender can begin anew. It may be called again for the same installation, so doing its work
   * twice must do no harm. Use the installation that it is given: the store still has what was before.
   */
  readonly onInstalled?: InstalledListener | undefined;
  /**
   * Called once the installation is stored, and not waited for: for work that reads the store or calls Bitbucket with
   * the new secret, which Bitbucket may take as valid only after the answer. A failure is logged.
   */
  readonly onStored?: InstalledListener | undefined;
}

const optionNames = [
  'appKey',
  'store',
  'apiUrl',
  'allowedApiUrls',
  'fetch',
  'baseUrl',
  'basePath',
  'now',
  'logger',
  'bodyLimit',
  'onInstalled',
  'onStored',
] as const;

/** Anybody can ask for a proof: so many calls to Bitbucket at once for all of them, the others wait their turn. */
const proofsAtOnce = 8;

/** How often a lost race is run again, from the first read on. */
const maxAttempts = 3;

interface Installer extends SenderCheck {
  readonly store: InstallationStore;
  readonly rules: InstalledBodyRules;
  readonly proof: ProofOptions;
  readonly logger: Logger;
  readonly bodyLimit: number;
  readonly onInstalled: InstalledListener | undefined;
  readonly onStored: InstalledListener | undefined;
}

/**
 * Takes Bitbucket's `installed` call: 200 once stored, 400 for a body that does not fit, 401 for one that is not
 * proven, 403 for one that another tenant signed, 503 when Bitbucket, the store or the host fails.
 *
 * A known clientKey needs a JWT signed with the stored secret, also once it was uninstalled, and stays with its
 * account. For an unknown one the proof decides, whether a JWT came with it or not.
 *
 * @deprecated Bitbucket Cloud takes no new Connect apps since 2026-02-02 and ends Connect on 2027-01-31.
 * @throws ConfigError `invalid_option`, when it is made and not when it is called
 * @see https://developer.atlassian.com/cloud/bitbucket/app-int-install/
 */
export function createInstalledEndpoint(options: InstalledEndpointOptions): InboundHandler {
  const installer = toInstaller(options);
  return lifecycleEndpoint({
    name: 'installed',
    logger: installer.logger,
    handle: async (request) => {
      const facts = parseInstalled(await readBody(request, installer.bodyLimit), installer.rules);
      await install(request, facts, installer);
    },
  });
}

function toInstaller(options: InstalledEndpointOptions): Installer {
  checkOptions('createInstalledEndpoint', options, optionNames);
  const { store, fetch, now = systemClock, logger = silentLogger, allowedApiUrls = [] } = options;
  checkStore('store', store, ['findByClientKey', 'findByPrincipal', 'save']);
  for (const option of ['onInstalled', 'onStored'] as const) {
    if (options[option] !== undefined) checkFunction(option, options[option], 'Pass one or none');
  }
  const appKey = checkText('appKey', options.appKey, 'Pass the key of the descriptor');
  const apiUrl = checkBaseUrl('apiUrl', options.apiUrl ?? 'https://api.bitbucket.org');
  const apiUrls = [apiUrl, ...allowedApiUrls.map((url) => checkBaseUrl('allowedApiUrls', url))];
  return {
    store,
    basePath: checkMount(options),
    now,
    rules: { appKey, apiUrls },
    proof: { apiUrl, fetch, now, logger, limit: createLimiter(proofsAtOnce) },
    logger,
    bodyLimit: checkLimit(options.bodyLimit ?? lifecycleBodyLimit),
    onInstalled: options.onInstalled,
    onStored: options.onStored,
  };
}

/** Read, prove, tell the host, save; from the start again when somebody else saved in between. */
async function install(request: Request, facts: InstallationFacts, installer: Installer): Promise<void> {
  const { store, logger } = installer;
  let proven = false;
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const known = await fromStore(() => store.findByClientKey(facts.clientKey));
    if (proven && known !== undefined && isSame(known, facts)) return;
    if (known !== undefined) {
      await verifyReinstall(request, facts, installer);
    } else if (!proven) {
      await confirmInstallation(facts, installer.proof);
      proven = true;
    }
    const { event, changes, installation } = await plan(facts, known, installer);
    await fromHost(() => installer.onInstalled?.(installation, event));
    if (await fromStore(() => store.save(changes))) {
      logger.info('bitbucket installed', { clientKey: installation.clientKey, kind: event.kind });
      void tellStored(installation, event, installer);
      return;
    }
  }
  throw new ConnectError('store_conflict', 503, 'Others changed the installation at the same time');
}

async function tellStored(
  installation: Installation,
  event: InstalledEvent,
  installer: Installer,
): Promise<void> {
  try {
    await fromHost(() => installer.onStored?.(installation, event));
  } catch (error) {
    refusalOf('installed: onStored', error, installer.logger);
  }
}

/** A twin of this very call was faster, and stored what this one brings. */
const isSame = (known: Installation, { sharedSecret, principal }: InstallationFacts): boolean =>
  isInstalled(known) &&
  known.principal.uuid === principal.uuid &&
  constantTimeEqual(known.sharedSecret, sharedSecret);

/**
 * The account must stay: the JWT says who sends and nothing of the body, and whoever holds a secret of their own
 * installation could otherwise name another's account, which no proof was asked for.
 */
async function verifyReinstall(
  request: Request,
  facts: InstallationFacts,
  installer: Installer,
): Promise<void> {
  const sender = await verifySender(request, { ...installer, token: authorizationToken(request) });
  if (sender.clientKey !== facts.clientKey) {
    throw new ConnectError('wrong_tenant', 403, 'The JWT is of another installation than the body');
  }
  if (sender.principal.uuid !== facts.principal.uuid) {
    throw new ConnectError('wrong_tenant', 403, 'The body names another account than the installation has');
  }
}

interface InstallPlan {
  readonly installation: Installation;
  readonly event: InstalledEvent;
  readonly changes: readonly InstallationChange[];
}

/** The row to write, and the account's other rows that it takes over from. */
async function plan(
  facts: InstallationFacts,
  known: Installation | undefined,
  { store, now }: Installer,
): Promise<InstallPlan> {
  const time = now();
  const installation = { ...facts, installedAt: time, updatedAt: time, version: randomUUID() };
  const rows = await fromStore(() => store.findByPrincipal(facts.principal.uuid));
  const others = rows.filter(({ clientKey }) => clientKey !== facts.clientKey);
  const superseded = others
    .filter(({ supersededBy }) => supersededBy === undefined)
    .map((row) => ({ installation: supersede(row, installation), replaces: row.version }));
  return {
    installation,
    event: eventOf(known, others[0]),
    changes: [{ installation, replaces: known?.version }, ...superseded],
  };
}

function eventOf(known: Installation | undefined, latest: Installation | undefined): InstalledEvent {
  if (known !== undefined) return { kind: 'again', previous: known };
  return latest === undefined ? { kind: 'first' } : { kind: 'replacement', previous: latest };
}

function supersede(row: Installation, { clientKey, updatedAt }: Installation): Installation {
  const uninstalledAt = row.uninstalledAt ?? updatedAt;
  return { ...row, uninstalledAt, updatedAt, supersededBy: clientKey, version: randomUUID() };
}
