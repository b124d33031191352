/** `GET|POST /cloud/setup` and what follows it: a workspace is connected without Connect, by OAuth 2.0 or a token. */
import { IntegrationFormError } from '../../errors/integration-form-error.ts';
import type { InboundHandler } from '../../http/inbound.ts';
import {
  isProductFailure,
  logFailure,
  productFailedStatus,
  refusalPage,
  SetupRefusal,
} from '../setup/refusal.ts';
import { authorized, bindPage, redeemPage } from '../setup/visit.ts';
import { checkCredentialForm } from './credential-form.ts';
import { probeCredential } from './probe.ts';
import { finish, organizationNameOf, readForm, type Visit } from './setup-finish.ts';
import { choose, comeBack, depart } from './setup-grant.ts';
import { type CloudSetupOptions, checkSetup, type Setup } from './setup-options.ts';
import { type SetupFormPage, type SetupMethod, setupFormPage } from './setup-pages.ts';

export interface CloudSetupEndpoints {
  /** `GET|POST /cloud/setup?organization=…` */
  readonly setup: InboundHandler;
  /** `GET /cloud/setup/callback` */
  readonly callback: InboundHandler;
  /** `POST /cloud/setup/workspace` */
  readonly workspace: InboundHandler;
}

/**
 * The set-up of an integration with Bitbucket Cloud that needs no Connect. GET shows a page, POST takes its form: with
 * an OAuth 2.0 consumer the user is sent to Bitbucket to agree, comes back to the callback, and chooses among several
 * workspaces; a pasted access token or API token is tried at once. What was typed in is judged field by field and shown
 * again, tokens excepted. Every page holds once, for 15 minutes, in the browser and session that it was made for.
 *
 * Statuses of the pages: 400 something to mend, or not allowed at Bitbucket · 403 the host does not let the user, or
 * the page is out of date · 405 · 413 · 422 Bitbucket refused, was not reached, shows no workspace, or would let the
 * grant do less than what it replaces · 503 the host or its store failed.
 *
 * @throws ConfigError `invalid_option`, when they are made and not when they are called
 * @see https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/
 * @see https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/
 */
export function createCloudSetupEndpoints(options: CloudSetupOptions): CloudSetupEndpoints {
  const setup = checkSetup(options);
  const page = (steps: Readonly<Record<string, Step>>): InboundHandler => {
    return async (request) => {
      try {
        const step = Object.hasOwn(steps, request.method) ? steps[request.method] : undefined;
        if (step === undefined) throw new SetupRefusal('method_not_allowed', 405);
        return await step(request, setup);
      } catch (error) {
        return refusalPage(error, setup);
      }
    };
  };
  return {
    setup: page({ GET: begin, POST: submit }),
    callback: page({ GET: comeBack }),
    workspace: page({ POST: choose }),
  };
}

type Step = (request: Request, setup: Setup) => Promise<Response>;

async function begin(request: Request, setup: Setup): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('organization') ?? undefined;
  const user = await authorized(request, asked, setup);
  const organizationId = asked ?? user.organizationId;
  if (organizationId === undefined) throw new SetupRefusal('organization_missing', 400);
  const typed = { method: undefined, target: '', email: '' };
  return showForm({ status: 200, typed }, { request, organizationId, user }, setup);
}

type ShownForm = Pick<SetupFormPage, 'status' | 'typed' | 'errors' | 'alert'>;

/** Each page has a state of its own: what was posted is used up, right or wrong. */
async function showForm(shown: ShownForm, { organizationId, user }: Visit, setup: Setup): Promise<Response> {
  const { state, cookie } = await bindPage({ organizationId }, user, setup.form);
  return setupFormPage({
    ...shown,
    ...{ state, cookie, organizationId },
    organizationName: await organizationNameOf(organizationId, setup),
    hasConsumer: setup.oauth2 !== undefined,
    action: `${setup.baseUrl}/cloud/setup`,
  });
}

async function submit(request: Request, setup: Setup): Promise<Response> {
  const form = await readForm(request);
  const organizationId = form.get('organization') ?? '';
  const user = await authorized(request, organizationId, setup);
  await redeemPage(request, { state: form.get('state') ?? '', organizationId, user }, setup.form);
  const visit = { request, organizationId, user };
  if (methodOf(form) === 'oauth2') return depart(visit, setup);
  try {
    return await finish(await tryCredential(form, setup), visit, setup);
  } catch (error) {
    return showForm({ ...mendable(error, setup), typed: typedIn(form) }, visit, setup);
  }
}

async function tryCredential(form: URLSearchParams, { client, siteUrl }: Setup) {
  const credential = { type: form.get('method'), email: form.get('email'), token: form.get('token') };
  const checked = checkCredentialForm({ target: form.get('target'), credential }, { siteUrl });
  return probeCredential(checked, { client });
}

/** What is shown above or beside the fields. @throws what is not for the person at the form to mend */
function mendable(error: unknown, setup: Setup): Pick<ShownForm, 'status' | 'errors' | 'alert'> {
  if (error instanceof IntegrationFormError) {
    return { status: 400, errors: error.fields, alert: error.fields['type'] };
  }
  if (!isProductFailure(error)) throw error;
  logFailure(error, setup);
  return { status: productFailedStatus, alert: setup.adviceFor(error) };
}

const typedIn = (form: URLSearchParams): ShownForm['typed'] => ({
  method: methodOf(form),
  target: form.get('target') ?? '',
  email: form.get('email') ?? '',
});

function methodOf(form: URLSearchParams): SetupMethod | undefined {
  const method = form.get('method');
  return method === 'oauth2' || method === 'accessToken' || method === 'apiToken' ? method : undefined;
}
