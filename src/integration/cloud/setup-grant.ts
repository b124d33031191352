/** The set-up by OAuth 2.0: away to Bitbucket, back with a code, and the choice of a workspace. */
import { randomUUID } from 'node:crypto';
import { accessToken } from '../../auth/access-token.ts';
import { oauth2Refusal } from '../../auth/oauth2/answer.ts';
import { oauth2 } from '../../auth/oauth2/credential.ts';
import type { OAuth2Token } from '../../auth/token-store.ts';
import { ApiError } from '../../errors/api-error.ts';
import { clearedCookie } from '../../http/browser-binding.ts';
import { claimedData } from '../../http/signed-state.ts';
import { fromHost, refusalPage, SetupRefusal } from '../setup/refusal.ts';
import { authorized, bindPage, redeemPage, seeOther } from '../setup/visit.ts';
import { missingScopes } from './needed-scopes.ts';
import { listOwnWorkspaces } from './own-workspaces.ts';
import { keep, organizationNameOf, readForm, sendOn, type Visit } from './setup-finish.ts';
import type { CloudSetupConsumer, Setup } from './setup-options.ts';
import { choicePage } from './setup-pages.ts';
import type { WorkspaceFacts } from './workspace-facts.ts';

/** Without a query: Bitbucket compares it with the address that the consumer has. */
const redirectUriOf = ({ baseUrl }: Setup): string => `${baseUrl}/cloud/setup/callback`;

/** Sends the browser to Bitbucket. */
export async function depart({ organizationId, user }: Visit, setup: Setup): Promise<Response> {
  const { client, scopes } = consumerOf(setup);
  const { state, cookie } = await bindPage({ organizationId }, user, setup.away);
  return seeOther(client.getAuthorizeUrl({ state, redirectUri: redirectUriOf(setup), scopes }), cookie);
}

function consumerOf({ oauth2: consumer }: Setup): CloudSetupConsumer {
  if (consumer === undefined) throw new SetupRefusal('request_invalid', 400);
  return consumer;
}

/** `GET /cloud/setup/callback`: no code is exchanged unless the state holds for this very browser and session. */
export async function comeBack(request: Request, setup: Setup): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const state = query.get('state') ?? '';
  const claimed = claimedData(state)?.['organizationId'];
  const organizationId = typeof claimed === 'string' ? claimed : undefined;
  const user = await authorized(request, organizationId, setup);
  if (organizationId === undefined) throw new SetupRefusal('state_invalid', 403);
  await redeemPage(request, { state, organizationId, user }, setup.away);
  return atItsEnd(setup, () => takeGrant(query, { request, organizationId, user }, setup));
}

/** Once its state is used up a set-up goes on, or is over for this browser. */
async function atItsEnd(setup: Setup, step: () => Promise<Response>): Promise<Response> {
  try {
    return await step();
  } catch (error) {
    return refusalPage(error, setup, clearedCookie(setup.form));
  }
}

async function takeGrant(query: URLSearchParams, visit: Visit, setup: Setup): Promise<Response> {
  const error = query.get('error');
  if (error === 'access_denied') throw new SetupRefusal('denied', 400);
  if (error !== null) {
    throw oauth2Refusal({ name: 'The authorization', status: 400, body: { error }, retryAfter: undefined });
  }
  const code = query.get('code') ?? '';
  if (code === '') throw new SetupRefusal('request_invalid', 400);
  const token = await consumerOf(setup).client.getAccessToken({ code, redirectUri: redirectUriOf(setup) });
  checkScopes(token);
  const workspaces = await listOwnWorkspaces(accessToken(token.accessToken), setup.client);
  const [first, ...others] = workspaces;
  if (first === undefined) throw new SetupRefusal('no_workspace', 422);
  const tokenKey = randomUUID();
  if (others.length > 0) return offerChoice({ status: 200, workspaces, tokenKey, token }, visit, setup);
  return keepGrant({ workspace: first, tokenKey, token }, visit, setup);
}

/** What the consumer lacks would fail only later, at the first repository. */
function checkScopes({ scopes }: OAuth2Token): void {
  const missing = missingScopes('oauth2', scopes);
  if (missing.length === 0) return;
  throw new ApiError('forbidden', `The grant lacks the scopes ${missing.join(', ')}`, { status: 403 });
}

interface Offer {
  readonly status: number;
  readonly workspaces: readonly WorkspaceFacts[];
  readonly tokenKey: string;
  readonly token: OAuth2Token;
  readonly alert?: string | undefined;
}

/** The grant waits in the store, since its tokens are too long for a cookie, and is forgotten if nobody chooses. */
async function offerChoice(offer: Offer, { organizationId, user }: Visit, setup: Setup): Promise<Response> {
  const { tokenKey, token, status, workspaces, alert } = offer;
  const { tokens } = consumerOf(setup);
  const keepUntil = setup.now() + setup.lifetime;
  await fromHost(() => tokens.put(tokenKey, token, { keepUntil }));
  const { state, cookie } = await bindPage({ organizationId, tokenKey }, user, setup.choice);
  const organizationName = await organizationNameOf(organizationId, setup);
  const action = `${setup.baseUrl}/cloud/setup/workspace`;
  return choicePage({ status, action, state, organizationId, organizationName, cookie, alert, workspaces });
}

/** `POST /cloud/setup/workspace`. */
export async function choose(request: Request, setup: Setup): Promise<Response> {
  const form = await readForm(request);
  const organizationId = form.get('organization') ?? '';
  const user = await authorized(request, organizationId, setup);
  const state = form.get('state') ?? '';
  const { tokenKey = '' } = await redeemPage(request, { state, organizationId, user }, setup.choice);
  const visit = { request, organizationId, user };
  return atItsEnd(setup, () => takeChoice(form.get('workspace') ?? '', tokenKey, visit, setup));
}

async function takeChoice(uuid: string, tokenKey: string, visit: Visit, setup: Setup): Promise<Response> {
  const { workspace, workspaces, token } = await forgetOnFailure(tokenKey, setup, () =>
    findChoice(uuid, tokenKey, setup),
  );
  if (workspace !== undefined) return keepGrant({ workspace, tokenKey, token }, visit, setup);
  return offerChoice(
    { status: 400, workspaces, tokenKey, token, alert: 'Choose a workspace.' },
    visit,
    setup,
  );
}

interface Choice {
  /** `undefined` where none was chosen. */
  readonly workspace: WorkspaceFacts | undefined;
  readonly workspaces: readonly WorkspaceFacts[];
  readonly token: OAuth2Token;
}

/** @throws SetupRefusal 403 for a workspace that is not the person's */
async function findChoice(uuid: string, tokenKey: string, setup: Setup): Promise<Choice> {
  const { client, tokens } = consumerOf(setup);
  // Asked again: what the page listed went through the browser, and time has passed.
  const workspaces = await listOwnWorkspaces(
    oauth2({ client, tokens, key: tokenKey, now: setup.now }),
    setup.client,
  );
  const token = await fromHost(() => tokens.read(tokenKey));
  const workspace = workspaces.find((own) => own.uuid === uuid);
  if (token === undefined || (workspace === undefined && uuid !== '')) {
    throw new SetupRefusal('state_invalid', 403);
  }
  return { workspace, workspaces, token };
}

interface Chosen {
  readonly workspace: WorkspaceFacts;
  readonly tokenKey: string;
  readonly token: OAuth2Token;
}

/** The tokens first, so that no integration ever stands without; they are forgotten only where none was kept. */
async function keepGrant(
  { workspace, tokenKey, token }: Chosen,
  visit: Visit,
  setup: Setup,
): Promise<Response> {
  const { tokens } = consumerOf(setup);
  const credentials = { type: 'oauth2', tokenKey } as const;
  const grant = { workspace, credentials, scopes: token.scopes };
  const target = await forgetOnFailure(tokenKey, setup, async () => {
    await fromHost(() => tokens.put(tokenKey, token));
    return keep(grant, visit, setup);
  });
  return sendOn(target, grant, visit, setup);
}

async function forgetOnFailure<T>(tokenKey: string, setup: Setup, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const { tokens } = consumerOf(setup);
    // What failed is told; a store that fails again says nothing new.
    await fromHost(() => tokens.forget(tokenKey)).catch(() => undefined);
    throw error;
  }
}
