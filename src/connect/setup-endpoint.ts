/** `GET|POST /setup`: where Bitbucket sends the user after an install, and a workspace meets its organization. */
import { checkOptions } from '../errors/check-options.ts';
import { ConnectError } from '../errors/connect-error.ts';
import { type Authorize, askHost, type HostUser } from '../http/host-authorization.ts';
import { type InboundHandler, readBody } from '../http/inbound.ts';
import { headerAddress, privateHeaders } from '../http/page.ts';
import { claimedData, redeemState, type SignedStateStore } from '../http/signed-state.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import { type Logger, silentLogger } from '../shared/logger.ts';
import type { MaybePromise } from '../shared/types.ts';
import { fromHost, fromStore, methodNotAllowed, refusalOf } from './answers.ts';
import { setupPurpose } from './install-url.ts';
import { type Installation, type InstallationStore, isInstalled } from './installations.ts';
import { checkAppUrl, checkFunction, checkStore } from './options.ts';
import { verifySender } from './sender.ts';
import { offerConfirmation, redeemConfirmation } from './setup-confirmation.ts';
import { confirmationPage, connectedPage, errorPage } from './setup-pages.ts';

export interface SetupCompletion {
  readonly installation: Installation;
  /** The organization that the user may set up and meant. */
  readonly organizationId: string;
  readonly request: Request;
}

export interface SetupEndpointOptions {
  readonly installations: InstallationStore;
  /** The store that `createInstallUrl` has, too. */
  readonly states: SignedStateStore;
  /** The app's `baseUrl`, as its descriptor has it. */
  readonly baseUrl: string;
  /** Who asks, and may they set up the organization? Without it everybody is refused. */
  readonly authorize?: Authorize | undefined;
  /** Binds the workspace to the organization. The user is sent to the address that it gives, or told it is done. */
  readonly complete: (completion: SetupCompletion) => MaybePromise<string | URL | undefined>;
  /** What people call an organization, for the page that asks them. Default its id. */
  readonly organizationName?: ((organizationId: string) => MaybePromise<string>) | undefined;
  readonly now?: Clock | undefined;
  readonly logger?: Logger | undefined;
}

const optionNames = [
  'installations',
  'states',
  'baseUrl',
  'authorize',
  'complete',
  'organizationName',
  'now',
  'logger',
] as const;

/** Bytes of the posted form: a state of some 400 and an id. */
const formLimit = 8 * 1024;

interface Setup extends SetupEndpointOptions {
  readonly now: Clock;
  readonly logger: Logger;
}

/**
 * Finishes an installation. GET needs Bitbucket's `?jwt=` (401) and the host's word (403). With a state of
 * `createInstallUrl` that holds for the user's session it completes; without one it asks the user to confirm by a
 * form, which binds nothing but what it shows, and only for the browser that it was shown to.
 *
 * @deprecated Bitbucket Cloud takes no new Connect apps since 2026-02-02 and ends Connect on 2027-01-31.
 * @throws ConfigError `invalid_option`, when it is made and not when it is called
 * @see https://developer.atlassian.com/cloud/bitbucket/app-int-install/
 */
export function createSetupEndpoint(options: SetupEndpointOptions): InboundHandler {
  const setup = checkSetup(options);
  return async (request) => {
    try {
      if (request.method === 'GET') return await begin(request, setup);
      if (request.method === 'POST') return await confirm(request, setup);
      throw methodNotAllowed();
    } catch (error) {
      const { code, status } = refusalOf('setup', error, setup.logger);
      return errorPage(code, status);
    }
  };
}

function checkSetup(options: SetupEndpointOptions): Setup {
  checkOptions('createSetupEndpoint', options, optionNames);
  const { installations, states, authorize, complete, organizationName } = options;
  const { now = systemClock, logger = silentLogger } = options;
  checkStore('installations', installations, ['findByClientKey']);
  checkStore('states', states, ['signingKey', 'useOnce']);
  checkFunction('complete', complete, 'Pass what binds the workspace to the organization');
  if (authorize !== undefined)
    checkFunction('authorize', authorize, 'Pass the host’s word on who may set up');
  if (organizationName !== undefined) checkFunction('organizationName', organizationName, 'Pass one or none');
  return { ...options, baseUrl: checkAppUrl(options.baseUrl), now, logger };
}

async function begin(request: Request, setup: Setup): Promise<Response> {
  const query = new URL(request.url).searchParams;
  if (query.has('error')) throw new ConnectError('setup_denied', 400, 'Bitbucket did not install the app');
  const installation = await verifyInstallation(request, query.get('jwt') ?? undefined, setup);
  const state = query.get('state') ?? '';
  const claimed = claimedOrganization(state);
  const user = await authorized(request, claimed, setup);
  if (claimed !== undefined && (await holds(state, claimed, user, setup))) {
    return finish({ installation, organizationId: claimed, request }, setup);
  }
  return askToConfirm(installation, { user, claimed }, setup);
}

async function verifyInstallation(
  request: Request,
  token: string | undefined,
  { installations: store, baseUrl, now }: Setup,
): Promise<Installation> {
  const basePath = new URL(baseUrl).pathname;
  return installedOnly(await verifySender(request, { token, store, basePath, now }));
}

function installedOnly(installation: Installation | undefined): Installation {
  if (installation !== undefined && isInstalled(installation)) return installation;
  throw new ConnectError('uninstalled', 401, 'The installation is not installed any more');
}

/** The organization that a state names, taken at its word. */
function claimedOrganization(state: string): string | undefined {
  const organizationId = claimedData(state)?.['organizationId'];
  return typeof organizationId === 'string' ? organizationId : undefined;
}

async function authorized(
  request: Request,
  organizationId: string | undefined,
  setup: Setup,
): Promise<HostUser> {
  const question = { action: 'setup', organizationId } as const;
  const user = await fromHost(() => askHost(setup.authorize, request, question));
  if (user !== undefined) return user;
  throw new ConnectError('forbidden', 403, 'The host does not let the user set up');
}

/** Is the state genuine, fresh, unused and of this very session? Uses it up. */
async function holds(
  state: string,
  organizationId: string,
  { session }: HostUser,
  setup: Setup,
): Promise<boolean> {
  if (session === undefined || session === '') return false;
  const { states: store, now } = setup;
  const data = await fromStore(() => redeemState(state, { purpose: setupPurpose, session }, { store, now }));
  return data?.['organizationId'] === organizationId;
}

async function askToConfirm(
  installation: Installation,
  { user, claimed }: { readonly user: HostUser; readonly claimed: string | undefined },
  setup: Setup,
): Promise<Response> {
  const organizationId = user.organizationId ?? claimed;
  if (organizationId === undefined) {
    throw new ConnectError(
      'organization_missing',
      400,
      'Neither the request nor the host names an organization',
    );
  }
  const { session } = user;
  const { clientKey } = installation;
  const offer = await fromStore(() => offerConfirmation({ clientKey, organizationId, session }, setup));
  const organizationName = (await fromHost(() => setup.organizationName?.(organizationId))) ?? organizationId;
  const action = `${setup.baseUrl}/setup`;
  return confirmationPage({ ...offer, action, organizationId, organizationName, installation });
}

async function confirm(request: Request, setup: Setup): Promise<Response> {
  const form = new URLSearchParams(Buffer.from(await readBody(request, formLimit)).toString());
  const organizationId = form.get('organization') ?? undefined;
  const { session } = await authorized(request, organizationId, setup);
  const state = form.get('state') ?? '';
  const data = await fromStore(() => redeemConfirmation(request, { state, session }, setup));
  const clientKey = data?.['clientKey'];
  if (
    clientKey === undefined ||
    organizationId === undefined ||
    data?.['organizationId'] !== organizationId
  ) {
    throw new ConnectError('state_invalid', 403, 'The confirmation does not hold for this browser');
  }
  const installation = installedOnly(await fromStore(() => setup.installations.findByClientKey(clientKey)));
  return finish({ installation, organizationId, request }, setup);
}

async function finish(completion: SetupCompletion, { complete, logger }: Setup): Promise<Response> {
  const target = await fromHost(() => complete(completion));
  const { installation, organizationId } = completion;
  logger.info('bitbucket set up', { clientKey: installation.clientKey, organizationId });
  if (target === undefined) return connectedPage(installation);
  return new Response(null, { status: 303, headers: { location: headerAddress(target), ...privateHeaders } });
}
