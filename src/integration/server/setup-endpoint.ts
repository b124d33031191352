/** `GET|POST /server/setup` and its callback: a person names a server, agrees there, and an integration stands. */
import { IntegrationFormError } from '../../errors/integration-form-error.ts';
import { clearedCookie } from '../../http/browser-binding.ts';
import type { HostUser } from '../../http/host-authorization.ts';
import { type InboundHandler, readBody } from '../../http/inbound.ts';
import {
  fromHost,
  isProductFailure,
  logFailure,
  productFailedStatus,
  refusalPage,
  SetupRefusal,
} from '../setup/refusal.ts';
import { authorized, bindPage, redeemPage } from '../setup/visit.ts';
import { checkSetupForm, methodOf } from './setup-form.ts';
import { proceed } from './setup-leave.ts';
import { checkSetup, type ServerSetupOptions, type Setup } from './setup-options.ts';
import { type SetupFormPage, setupFormPage } from './setup-pages.ts';
import { comeBack, redeemVisit } from './setup-return.ts';

export interface ServerSetupEndpoints {
  /** `GET|POST /server/setup?organization=…` */
  readonly setup: InboundHandler;
  /** `GET /server/setup/callback` */
  readonly callback: InboundHandler;
}

/** Bytes of the posted form: a key of 4096 bits has 3,300. */
const formLimit = 32 * 1024;

/**
 * The set-up of an integration with a Bitbucket Server. GET shows a form, POST takes it: with an application link, of
 * OAuth 1.0a or 2.0, the user is sent to the server to agree and comes back to the callback; an HTTP access token is
 * tried at once. What was typed in is judged field by field and shown again, keys, secrets and tokens excepted. Form and
 * callback hold once, for 15 minutes, in the browser and session that they were made for.
 *
 * A link of OAuth 2.0 is registered with `{baseUrl}/server/setup/callback` as its redirect URL, which the page names.
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
          refusalPage(error, setup, clearedCookie(setup.form)),
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
  const typed = { method: 'oauth1', url: '', verifyTls: true, consumerKey: '', clientId: '' } as const;
  return showForm({ status: 200, organizationId, typed }, user, setup);
}

type ShownForm = Pick<SetupFormPage, 'status' | 'organizationId' | 'typed' | 'errors' | 'alert'>;

/** Each page has a state of its own: what was posted is used up, right or wrong. */
async function showForm(shown: ShownForm, user: HostUser, setup: Setup): Promise<Response> {
  const { organizationId } = shown;
  const { state, cookie } = await bindPage({ organizationId }, user, setup.form);
  const organizationName = (await fromHost(() => setup.organizationName?.(organizationId))) ?? organizationId;
  return setupFormPage({
    ...shown,
    ...{ state, organizationName, cookie },
    ...{ methods: setup.methods, callbackUrl: setup.callbackUrl },
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
    return await proceed(checkSetupForm(form, setup.methods), { request, organizationId, user }, setup);
  } catch (error) {
    return showForm({ ...mendable(error, setup), organizationId, typed: typedIn(form, setup) }, user, setup);
  }
}

/** What is shown above or beside the fields. @throws what is not for the person at the form to mend */
function mendable(error: unknown, setup: Setup): Pick<ShownForm, 'status' | 'errors' | 'alert'> {
  if (error instanceof IntegrationFormError) return { status: 400, errors: error.fields };
  if (!isProductFailure(error)) throw error;
  logFailure(error, setup);
  return { status: productFailedStatus, alert: setup.adviceFor(error) };
}

const typedIn = (form: URLSearchParams, { methods }: Setup): ShownForm['typed'] => ({
  method: methodOf(form, methods),
  url: form.get('url') ?? '',
  verifyTls: form.get('verifyTls') !== null,
  consumerKey: form.get('consumerKey') ?? '',
  clientId: form.get('clientId') ?? '',
});
