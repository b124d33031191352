/** The calls of a set-up by OAuth 2.0: see that a server is there, send a person to it, take what they granted. */
import { newCodeVerifier } from '../../auth/oauth2/pkce.ts';
import { createServerOAuth2Client, type ServerOAuth2Client } from '../../auth/oauth2/server-client.ts';
import type { OAuth2Token } from '../../auth/token-store.ts';
import { ApiError } from '../../errors/api-error.ts';
import { BitbucketServer } from '../../server/client.ts';
import { probe, type ServerCalls } from './connect-server.ts';
import type { ServerSetupState } from './integration-provider.ts';
import type { CheckedSetup } from './setup-form.ts';
import type { PendingGrant } from './setup-secret.ts';

/** To make hooks, an application has to administer repositories; Bitbucket's scope for it has reading in it. */
const scopes: readonly string[] = ['REPO_ADMIN'];

type OAuth2Form = Extract<CheckedSetup, { readonly method: 'oauth2' }>;

/** Where a person is asked to agree, and what is to be kept until they come back. */
export async function askForGrant(
  form: OAuth2Form,
  { state, redirectUri }: { readonly state: string; readonly redirectUri: string },
  calls: ServerCalls,
): Promise<{ readonly pending: PendingGrant; readonly authorizeUrl: string }> {
  await reach(form, calls);
  const pending: PendingGrant = { ...form, codeVerifier: newCodeVerifier() };
  const { codeVerifier } = pending;
  const client = clientFor(pending, calls);
  return { pending, authorizeUrl: client.getAuthorizeUrl({ state, redirectUri, scopes, codeVerifier }) };
}

export interface TakenGrant {
  readonly token: OAuth2Token;
  /** What an integration is built of, but for its credentials. */
  readonly connected: Omit<ServerSetupState, 'credentials'>;
}

/** What a person agreed to; the access token was seen to work. */
export async function takeGrant(
  pending: PendingGrant,
  { code, redirectUri }: { readonly code: string; readonly redirectUri: string },
  calls: ServerCalls,
): Promise<TakenGrant> {
  const { baseUrl, verifyTls, codeVerifier } = pending;
  const token = await clientFor(pending, calls).getAccessToken({ code, redirectUri, codeVerifier });
  const userName = await probe(pending, { type: 'accessToken', token: token.accessToken }, calls);
  return { token, connected: { baseUrl, verifyTls, userName, scopes: token.scopes } };
}

function clientFor(
  { baseUrl, verifyTls, clientId, clientSecret }: Omit<OAuth2Form, 'method'>,
  { connections, timeout, now }: ServerCalls,
): ServerOAuth2Client {
  const fetch = connections.fetchFor({ baseUrl, verifyTls });
  return createServerOAuth2Client({ baseUrl, clientId, clientSecret, fetch, timeout, now });
}

/**
 * Nothing of the server is asked before the browser is sent there: a mistyped address is better told of on the form
 * than by whatever stands at it. What it says of itself, everybody may ask.
 */
async function reach(
  { baseUrl, verifyTls }: OAuth2Form,
  { connections, timeout }: ServerCalls,
): Promise<void> {
  const client = new BitbucketServer({
    baseUrl,
    auth: { authorize: async (request) => request },
    fetch: connections.fetchFor({ baseUrl, verifyTls }),
    timeout,
    retry: { limit: 0 },
  });
  try {
    await client.requestRaw('GET /api/latest/application-properties');
  } catch (error) {
    // One that keeps this to itself may be a Bitbucket nevertheless.
    if (!(error instanceof ApiError) || ![401, 403].includes(error.status)) throw error;
  }
}
