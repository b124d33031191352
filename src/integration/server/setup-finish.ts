/** The end of a set-up: the host keeps what was connected, and the browser is sent on or told so. */
import { randomUUID } from 'node:crypto';
import type { TokenStore } from '../../auth/token-store.ts';
import { clearedCookie } from '../../http/browser-binding.ts';
import { fromHost } from '../setup/refusal.ts';
import { seeOther } from '../setup/visit.ts';
import type { TakenGrant } from './connect-oauth2.ts';
import type { ServerSetupState } from './integration-provider.ts';
import type { Setup } from './setup-options.ts';
import { setupDonePage } from './setup-pages.ts';
import type { PendingGrant } from './setup-secret.ts';

export interface FinishedVisit {
  readonly request: Request;
  readonly organizationId: string;
}

export async function finish(
  connected: ServerSetupState,
  visit: FinishedVisit,
  setup: Setup,
): Promise<Response> {
  return sendOn(await keep(connected, visit, setup), connected, visit, setup);
}

/** The tokens are kept before the integration is, so that none ever stands without. */
export async function finishGrant(
  { token, connected }: TakenGrant,
  { clientId, clientSecret }: PendingGrant,
  { visit, tokens }: { readonly visit: FinishedVisit; readonly tokens: TokenStore },
  setup: Setup,
): Promise<Response> {
  const tokenKey = randomUUID();
  const { callbackUrl: redirectUri } = setup;
  const credentials = { type: 'oauth2', clientId, clientSecret, redirectUri, tokenKey } as const;
  await fromHost(() => tokens.put(tokenKey, token));
  let target: Target;
  try {
    target = await keep({ ...connected, credentials }, visit, setup);
  } catch (error) {
    // Nobody will ask for them. Where they cannot be forgotten either, the first failure is the one to tell of.
    await fromHost(() => tokens.forget(tokenKey)).catch(() => undefined);
    throw error;
  }
  return sendOn(target, connected, visit, setup);
}

type Target = string | URL | undefined;

const keep = (
  connected: ServerSetupState,
  { request, organizationId }: FinishedVisit,
  { complete }: Setup,
): Promise<Target> => fromHost(() => complete({ setup: connected, organizationId, request }));

function sendOn(
  target: Target,
  { baseUrl }: Pick<ServerSetupState, 'baseUrl'>,
  { organizationId }: FinishedVisit,
  { form, logger }: Setup,
): Response {
  const { host } = new URL(baseUrl);
  logger.info('bitbucket server set up', { organizationId, host });
  // Both ways of a browser have one cookie.
  if (target !== undefined) return seeOther(target, clearedCookie(form));
  return setupDonePage(host, clearedCookie(form));
}
