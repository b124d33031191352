/** `POST /uninstalled`: believed only when signed; the row is kept, since a re-install is signed with its secret. */
import { randomUUID } from 'node:crypto';
import { checkOptions } from '../errors/check-options.ts';
import { ConnectError } from '../errors/connect-error.ts';
import { type InboundHandler, readBody } from '../http/inbound.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import { type Logger, silentLogger } from '../shared/logger.ts';
import { isRecord, type MaybePromise } from '../shared/types.ts';
import { fromHost, fromStore, lifecycleBodyLimit, lifecycleEndpoint } from './answers.ts';
import { type Installation, type InstallationStore, isInstalled } from './installations.ts';
import { parseJson } from './installed-body.ts';
import { checkFunction, checkLimit, checkMount, checkStore, type MountOptions } from './options.ts';
import { authorizationToken, type SenderCheck, verifySender } from './sender.ts';

export interface UninstalledEndpointOptions extends MountOptions {
  readonly store: InstallationStore;
  readonly now?: Clock | undefined;
  readonly logger?: Logger | undefined;
  /** Bytes. Default 64 KiB. */
  readonly bodyLimit?: number | undefined;
  /**
   * Awaited once the row is marked: to disable what belongs to the installation. When it throws, the answer is 503,
   * and the same call made again calls it again, so doing its work twice must do no harm. Not called for an
   * installation whose account has a newer one.
   */
  readonly onUninstalled?: ((installation: Installation) => MaybePromise<void>) | undefined;
}

const optionNames = ['store', 'baseUrl', 'basePath', 'now', 'logger', 'bodyLimit', 'onUninstalled'] as const;

/** How often a lost race is run again, from the first read on. */
const maxAttempts = 3;

interface Uninstaller extends SenderCheck {
  readonly store: InstallationStore;
  readonly logger: Logger;
}

/**
 * Takes Bitbucket's `uninstalled` call: 200 also when it was uninstalled before, 401 without a JWT signed with the
 * stored secret for this request, 403 when the body is about another installation, 503 when store or host fails.
 *
 * @deprecated Bitbucket Cloud takes no new Connect apps since 2026-02-02 and ends Connect on 2027-01-31.
 * @throws ConfigError `invalid_option`, when it is made and not when it is called
 */
export function createUninstalledEndpoint(options: UninstalledEndpointOptions): InboundHandler {
  checkOptions('createUninstalledEndpoint', options, optionNames);
  const { store, now = systemClock, logger = silentLogger, onUninstalled } = options;
  checkStore('store', store, ['findByClientKey', 'save']);
  if (onUninstalled !== undefined) checkFunction('onUninstalled', onUninstalled, 'Pass one or none');
  const bodyLimit = checkLimit(options.bodyLimit ?? lifecycleBodyLimit);
  const uninstaller = { store, basePath: checkMount(options), now, logger };
  return lifecycleEndpoint({
    name: 'uninstalled',
    logger,
    handle: async (request) => {
      const { clientKey } = await sender(request, uninstaller);
      checkBody(await readBody(request, bodyLimit), clientKey);
      const installation = await mark(request, uninstaller);
      if (installation.supersededBy === undefined) await fromHost(() => onUninstalled?.(installation));
      logger.info('bitbucket uninstalled', { clientKey });
    },
  });
}

const sender = (request: Request, uninstaller: Uninstaller): Promise<Installation> =>
  verifySender(request, { ...uninstaller, token: authorizationToken(request) });

/** An empty body is let through: the JWT says who is meant. */
function checkBody(bytes: Uint8Array, clientKey: string): void {
  if (bytes.length === 0) return;
  const body = parseJson(bytes);
  if (!isRecord(body)) throw new ConnectError('payload_invalid', 400, 'The lifecycle body is no object');
  if (body['clientKey'] === undefined || body['clientKey'] === clientKey) return;
  throw new ConnectError('wrong_tenant', 403, 'The JWT is of another installation than the body');
}

/** Marks the row as it is now; verified afresh each time, since a re-install in between brings another secret. */
async function mark(request: Request, uninstaller: Uninstaller): Promise<Installation> {
  const { store, now } = uninstaller;
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const row = await sender(request, uninstaller);
    if (!isInstalled(row)) return row;
    const time = now();
    const marked = { ...row, uninstalledAt: time, updatedAt: time, version: randomUUID() };
    if (await fromStore(() => store.save([{ installation: marked, replaces: row.version }]))) return marked;
  }
  throw new ConnectError('store_conflict', 503, 'Others changed the installation at the same time');
}
