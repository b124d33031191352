/** The browser that comes back from the server: is it the one that left, and what did its person say there? */
import { ApiError } from '../../errors/api-error.ts';
import { readBindingCookie, redeemBoundState } from '../../http/browser-binding.ts';
import { claimedData } from '../../http/signed-state.ts';
import { constantTimeEqual } from '../../shared/bytes.ts';
import { fromHost, SetupRefusal } from '../setup/refusal.ts';
import { authorized } from '../setup/visit.ts';
import { takeGrant } from './connect-oauth2.ts';
import { takeToken } from './connect-server.ts';
import { type FinishedVisit, finish, finishGrant } from './setup-finish.ts';
import type { Setup } from './setup-options.ts';
import { openSetup, type PendingGrant, type PendingLink } from './setup-secret.ts';

export interface ReturnVisit extends FinishedVisit {
  readonly nonce: string;
  readonly sealed: string;
}

/**
 * The visit of a browser that has come back: its state is used up from here on. A server that knows OAuth 2.0 adds its
 * answer to the registered address, which cannot name the organization: there the state does, whose word is taken to
 * ask the host, and proven right after.
 *
 * @throws SetupRefusal 403, and nothing is used up
 */
export async function redeemVisit(request: Request, setup: Setup): Promise<ReturnVisit> {
  const query = new URL(request.url).searchParams;
  const state = query.get('state') ?? '';
  const named = query.get('organization');
  const organizationId = named ?? claimedData(state)?.['organizationId'];
  if (typeof organizationId !== 'string') throw new SetupRefusal('state_invalid', 403);
  const { session } = await authorized(request, organizationId, setup);
  const away = setup.away[named === null ? 'oauth2' : 'oauth1'];
  const [nonce = '', sealed = ''] = (readBindingCookie(request, away) ?? '').split('.');
  const data = await fromHost(() => redeemBoundState(state, { nonce, session }, away));
  if (data?.['organizationId'] !== organizationId) throw new SetupRefusal('state_invalid', 403);
  return { request, organizationId, nonce, sealed };
}

export async function comeBack(visit: ReturnVisit, setup: Setup): Promise<Response> {
  const signingKey = await fromHost(() => setup.states.signingKey());
  const pending = openSetup(visit.sealed, { signingKey, nonce: visit.nonce });
  if (pending === undefined) throw new SetupRefusal('state_invalid', 403);
  return pending.method === 'oauth1' ? endLink(pending, visit, setup) : endGrant(pending, visit, setup);
}

async function endLink(pending: PendingLink, visit: ReturnVisit, setup: Setup): Promise<Response> {
  const query = new URL(visit.request.url).searchParams;
  if (query.get('oauth_verifier') === 'denied') throw new SetupRefusal('denied', 400);
  const token = query.get('oauth_token') ?? '';
  if (!constantTimeEqual(token, pending.token)) throw new SetupRefusal('state_invalid', 403);
  // Servers that follow the first OAuth 1.0 send no verifier: their token stands for it.
  const verifier = query.get('oauth_verifier') || token;
  return finish(await takeToken(pending, verifier, setup), visit, setup);
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2 */
async function endGrant(pending: PendingGrant, visit: ReturnVisit, setup: Setup): Promise<Response> {
  const { tokens, callbackUrl: redirectUri } = setup;
  const query = new URL(visit.request.url).searchParams;
  const problem = query.get('error');
  if (problem === 'access_denied') throw new SetupRefusal('denied', 400);
  if (problem !== null) throw refusedThere(problem);
  const code = query.get('code') ?? '';
  if (code === '' || tokens === undefined) throw new SetupRefusal('request_invalid', 400);
  const taken = await takeGrant(pending, { code, redirectUri }, setup);
  return finishGrant(taken, pending, { visit, tokens }, setup);
}

/** For the log and for advice; what came in the address is looked up there, and shown nowhere. */
const refusedThere = (detail: string): ApiError =>
  new ApiError('bad_request', 'The server sent the browser back with an error', { status: 400, detail });
