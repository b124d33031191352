/** `GET|POST /server/setup` and its callback: a person names a server, agrees there, and an integration stands. */
import { IntegrationFormError } from '../../errors/integration-form-error.ts';
import {
  bindingCookie,
  clearedCookie,
  readBindingCookie,
  redeemBoundState,
} from '../../http/browser-binding.ts';
import type { HostUser } from '../../http/host-authorization.ts';
import { type InboundHandler, readBody } from '../../http/inbound.ts';
import { constantTimeEqual } from '../../shared/bytes.ts';
import {
  fromHost,
  isProductFailure,
  logFailure,
  productFailedStatus,
  refusalPage,
  SetupRefusal,
} from '../setup/refusal.ts';
import { authorized, bindPage, redeemPage, seeOther } from '../setup/visit.ts';
import { askForToken, takeToken, tryAccessToken } from './connect-server.ts';
import type { ServerSetupState } from './integration-provider.ts';
import { type CheckedSetup, checkSetupForm, methodOf } from './setup-form.ts';
import { checkSetup, type ServerSetupOptions, type Setup } from './setup-options.ts';
import { type SetupFormPage, setupDonePage, setupFormPage } from './setup-pages.ts';
import { longestSeal, openSetup, sealSetup } from './setup-secret.ts';

export interface ServerSetupEndpoints {
  /** `GET|POST /server/setup?organization=…` */
  readonly setup: InboundHandler;
  /** `GET /server/setup/callback` */
  readonly callback: InboundHandler;
}

/** Bytes of the posted form: a key of 4096 bits has 3,300. */
const formLimit = 32 * 1024;

/**
 * The set-up of an integration with a Bitbucket Server. GET shows a form, POST takes it: with an application link the
 * user is sent to the server to agree and comes back to the callback, with an HTTP access token it is tried at once.
 * What was typed in is judged field by field and shown again, keys and tokens excepted. Form and callback hold once,
 * for 15 minutes, in the browser and session that they were made for.
 *
 * Statuses of the pages: 400 something to mend · 403 the host does not let the user, or the page is out of date · 405 ·
 * 413 · 422 the server refused, was not reached, or is none · 503 the host or its store failed.
 *
 * @throws ConfigError `invalid_option`, when they are made and not when they are called
 * @see https://confluence.atlassian.com/bitbucketserver/link-bitbucket-with-external-applications-1018764670.html
 */
export function createServerSetupEndpoints(options: ServerSetupOptions): ServerSetupEndpoints {
  const setup = checkSetup(options);
  return {
    setup: async (request) => {
      try {
        if (request.method === 'GET') return await begin(request, setup);
        if (request.method === 'POST') return await submit(request, setup);
        throw new SetupRefusal('method_not_allowed', 405);
      } catch (error) {
        return refusalPage(error, setup);
      }
    },
    callback: async (request) => {
      try {
        if (request.method !== 'GET') throw new SetupRefusal('method_not_allowed', 405);
        const visit = await redeemVisit(request, setup);
        return await comeBack(visit, setup).catch((error: unknown) =>
          refusalPage(error, setup, clearedCookie(setup.away)),
        );
      } catch (error) {
        // Whoever leads the browser here with a state of no worth takes no set-up from it.
        return refusalPage(error, setup);
      }
    },
  };
}

async function begin(request: Request, setup: Setup): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('organization') ?? undefined;
  const user = await authorized(request, asked, setup);
  const organizationId = asked ?? user.organizationId;
  if (organizationId === undefined) throw new SetupRefusal('organization_missing', 400);
  const typed = { method: 'oauth1', url: '', verifyTls: true, consumerKey: '' } as const;
  return showForm({ status: 200, organizationId, typed }, user, setup);
}

type ShownForm = Omit<SetupFormPage, 'action' | 'state' | 'organizationName' | 'cookie'>;

/** Each page has a state of its own: what was posted is used up, right or wrong. */
async function showForm(shown: ShownForm, user: HostUser, setup: Setup): Promise<Response> {
  const { organizationId } = shown;
  const { state, cookie } = await bindPage({ organizationId }, user, setup.form);
  const organizationName = (await fromHost(() => setup.organizationName?.(organizationId))) ?? organizationId;
  return setupFormPage({
    ...shown,
    ...{ state, organizationName, cookie },
    action: `${setup.baseUrl}/server/setup`,
  });
}

async function submit(request: Request, setup: Setup): Promise<Response> {
  const form = new URLSearchParams(Buffer.from(await readBody(request, formLimit)).toString());
  const organizationId = form.get('organization') ?? '';
  const user = await authorized(request, organizationId, setup);
  const state = form.get('state') ?? '';
  await redeemPage(request, { state, organizationId, user }, setup.form);
  try {
    return await proceed(checkSetupForm(form), { request, organizationId, user }, setup);
  } catch (error) {
    return showForm({ ...mendable(error, setup), organizationId, typed: typedIn(form) }, user, setup);
  }
}

/** What is shown above or beside the fields. @throws what is not for the person at the form to mend */
function mendable(error: unknown, setup: Setup): Pick<ShownForm, 'status' | 'errors' | 'alert'> {
  if (error instanceof IntegrationFormError) return { status: 400, errors: error.fields };
  if (!isProductFailure(error)) throw error;
  logFailure(error, setup);
  return { status: productFailedStatus, alert: setup.adviceFor(error) };
}

const typedIn = (form: URLSearchParams): ShownForm['typed'] => ({
  method: methodOf(form),
  url: form.get('url') ?? '',
  verifyTls: form.get('verifyTls') !== null,
  consumerKey: form.get('consumerKey') ?? '',
});

interface Visit {
  readonly request: Request;
  readonly organizationId: string;
  readonly user: HostUser;
}

async function proceed(checked: CheckedSetup, visit: Visit, setup: Setup): Promise<Response> {
  if (checked.method === 'accessToken') return finish(await tryAccessToken(checked, setup), visit, setup);
  const { organizationId, user } = visit;
  const { nonce, state } = await bindPage({ organizationId }, user, setup.away);
  const query = new URLSearchParams({ organization: organizationId, state });
  const callbackUrl = `${setup.baseUrl}/server/setup/callback?${query}`;
  const { pending, authorizeUrl } = await askForToken(checked, callbackUrl, setup);
  const signingKey = await fromHost(() => setup.states.signingKey());
  const sealed = sealSetup(pending, { signingKey, nonce });
  if (sealed.length > longestSeal) {
    const privateKey = 'This key and what stands beside it are too long together: make a key of 2048 bits.';
    throw new IntegrationFormError({ privateKey });
  }
  return seeOther(authorizeUrl, bindingCookie(`${nonce}.${sealed}`, setup.away));
}

interface ReturnVisit extends Omit<Visit, 'user'> {
  readonly nonce: string;
  readonly sealed: string;
}

/** The visit of a browser that has come back: its state is used up from here on. */
async function redeemVisit(request: Request, setup: Setup): Promise<ReturnVisit> {
  const query = new URL(request.url).searchParams;
  const organizationId = query.get('organization') ?? '';
  const { session } = await authorized(request, organizationId, setup);
  const [nonce = '', sealed = ''] = (readBindingCookie(request, setup.away) ?? '').split('.');
  const state = query.get('state') ?? '';
  const data = await fromHost(() => redeemBoundState(state, { nonce, session }, setup.away));
  if (data?.['organizationId'] !== organizationId) throw new SetupRefusal('state_invalid', 403);
  return { request, organizationId, nonce, sealed };
}

async function comeBack(visit: ReturnVisit, setup: Setup): Promise<Response> {
  const { nonce, sealed, request } = visit;
  const query = new URL(request.url).searchParams;
  const signingKey = await fromHost(() => setup.states.signingKey());
  const pending = openSetup(sealed, { signingKey, nonce });
  if (pending === undefined) throw new SetupRefusal('state_invalid', 403);
  if (query.get('oauth_verifier') === 'denied') throw new SetupRefusal('denied', 400);
  const token = query.get('oauth_token') ?? '';
  if (!constantTimeEqual(token, pending.token)) throw new SetupRefusal('state_invalid', 403);
  // Servers that follow the first OAuth 1.0 send no verifier: their token stands for it.
  const verifier = query.get('oauth_verifier') || token;
  return finish(await takeToken(pending, verifier, setup), visit, setup);
}

async function finish(
  connected: ServerSetupState,
  { request, organizationId }: Omit<Visit, 'user'>,
  { complete, away, logger }: Setup,
): Promise<Response> {
  const target = await fromHost(() => complete({ setup: connected, organizationId, request }));
  const { host } = new URL(connected.baseUrl);
  logger.info('bitbucket server set up', { organizationId, host });
  if (target !== undefined) return seeOther(String(target), clearedCookie(away));
  return setupDonePage(host, clearedCookie(away));
}
