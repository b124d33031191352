/** Where the browser of a person is sent by an application: it goes back with a code, or with why there is none. */
import { authorizePage } from './authorize-page.ts';
import { covers, isScope, type OAuth2Client } from './oauth2-clients.ts';
import type { Challenge, GrantBook } from './oauth2-grants.ts';
import { OAuth2Refusal, readParameter } from './oauth2-refusal.ts';
import type { EmulatedServerOptions } from './options.ts';

export interface AuthorizeDeps {
  readonly clients: ReadonlyMap<string, OAuth2Client>;
  readonly grants: GrantBook;
  readonly rule: EmulatedServerOptions['authorize'];
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1 */
export async function authorize(request: Request, deps: AuthorizeDeps): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'POST') {
    return new Response(null, { status: 405, headers: { allow: 'GET, POST' } });
  }
  const query = new URL(request.url).searchParams;
  const client = deps.clients.get(query.get('client_id') ?? '');
  if (client === undefined) return authorizePage.showProblem('There is no application with this client ID.');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!client.redirectUris.includes(redirectUri)) {
    return authorizePage.showProblem('The redirect URI is not one of this application.');
  }
  try {
    return await decide(request, { client, redirectUri, query }, deps);
  } catch (error) {
    if (!(error instanceof OAuth2Refusal)) throw error;
    return goBack(redirectUri, query, { error: error.error, error_description: error.message });
  }
}

interface Asked {
  readonly client: OAuth2Client;
  readonly redirectUri: string;
  readonly query: URLSearchParams;
}

async function decide(
  request: Request,
  { client, redirectUri, query }: Asked,
  deps: AuthorizeDeps,
): Promise<Response> {
  for (const name of ['client_id', 'redirect_uri', 'state']) readParameter(query, name);
  if (readParameter(query, 'response_type') !== 'code') {
    throw new OAuth2Refusal('unsupported_response_type', 'Only response_type=code is served');
  }
  const scopes = readScopes(query, client);
  const challenge = readChallenge(query);
  const word = await authorizePage.word(request, deps.rule);
  const { clientId: application, user } = client;
  if (word === undefined) return authorizePage.show({ application, user, access: scopes.join(' ') });
  if (word === 'deny') throw new OAuth2Refusal('access_denied', 'The person did not agree');
  const code = deps.grants.giveCode({ client, scopes, redirectUri, challenge });
  return goBack(redirectUri, query, { code });
}

/** Who asks for nothing gets what is public. [U] */
function readScopes(query: URLSearchParams, client: OAuth2Client): readonly string[] {
  const asked = (readParameter(query, 'scope') ?? 'PUBLIC_REPOS').split(' ').filter((scope) => scope !== '');
  const unknown = asked.find((scope) => !isScope(scope));
  if (unknown !== undefined) throw new OAuth2Refusal('invalid_scope', 'A scope is not known');
  if (!asked.every((scope) => covers(client.scopes, scope))) {
    throw new OAuth2Refusal('invalid_scope', 'The application may not ask for so much');
  }
  return asked;
}

/** @see https://www.rfc-editor.org/rfc/rfc7636#section-4.3 */
function readChallenge(query: URLSearchParams): Challenge | undefined {
  const value = readParameter(query, 'code_challenge');
  const method = readParameter(query, 'code_challenge_method');
  if (value === undefined) {
    if (method === undefined) return undefined;
    throw new OAuth2Refusal('invalid_request', 'code_challenge is missing');
  }
  if (method === undefined || method === 'plain') {
    if (/^[\w.~-]{43,128}$/.test(value)) return { method: 'plain', value };
  } else if (method === 'S256') {
    if (/^[\w-]{43}$/.test(value)) return { method, value };
  } else {
    throw new OAuth2Refusal('invalid_request', 'code_challenge_method is neither S256 nor plain');
  }
  throw new OAuth2Refusal('invalid_request', 'code_challenge is not of the right form');
}

function goBack(redirectUri: string, query: URLSearchParams, fields: Record<string, string>): Response {
  const target = new URL(redirectUri);
  const state = query.get('state');
  for (const [name, value] of Object.entries({ ...fields, ...(state === null ? {} : { state }) })) {
    target.searchParams.set(name, value);
  }
  return new Response(null, { status: 302, headers: { location: target.href, 'cache-control': 'no-store' } });
}
