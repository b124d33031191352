/** Where an application gets tokens, for a code or for a refresh token. */
import { createHash } from 'node:crypto';
import { WebhookError } from '../../../errors/webhook-error.ts';
import { readBody } from '../../../http/inbound.ts';
import { constantTimeEqual } from '../../../shared/bytes.ts';
import type { Clock } from '../../../shared/clock.ts';
import { covers, type OAuth2Client } from './oauth2-clients.ts';
import type { Challenge, Grant, GrantBook } from './oauth2-grants.ts';
import { needParameter, OAuth2Refusal, readParameter } from './oauth2-refusal.ts';

export interface TokenDeps {
  readonly clients: ReadonlyMap<string, OAuth2Client>;
  readonly grants: GrantBook;
  /** Milliseconds. */
  readonly tokenLife: number;
  readonly now: Clock;
  /** Told of each exchange, once it is known how it ended. */
  log(exchange: { grant: string; clientId: string; outcome: string }): void;
}

const formLimit = 64 * 1024;

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-5 */
export async function giveToken(request: Request, deps: TokenDeps): Promise<Response> {
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'POST' } });
  const told = { grant: '', clientId: '' };
  try {
    const form = await readForm(request);
    told.grant = form.get('grant_type') ?? '';
    const client = identify(request, form, deps.clients, (clientId) => {
      told.clientId = clientId;
    });
    const given = exchange(form, client, deps.grants);
    deps.log({ ...told, outcome: 'granted' });
    return tokenAnswer(given, deps);
  } catch (error) {
    if (!(error instanceof OAuth2Refusal)) throw error;
    deps.log({ ...told, outcome: error.error });
    return refusal(error);
  }
}

/** As servlets read it: what stands in the query counts, too, and Atlassian's own examples have all of it there. */
async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') {
    throw new OAuth2Refusal('invalid_request', 'The body is no form');
  }
  try {
    const body = new TextDecoder().decode(await readBody(request, formLimit));
    return new URLSearchParams([...new URL(request.url).searchParams, ...new URLSearchParams(body)]);
  } catch (error) {
    if (error instanceof WebhookError) throw new OAuth2Refusal('invalid_request', 'The body cannot be read');
    throw error;
  }
}

/** By form fields or by Basic, and not by both. @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 */
function identify(
  request: Request,
  form: URLSearchParams,
  clients: ReadonlyMap<string, OAuth2Client>,
  tell: (clientId: string) => void,
): OAuth2Client {
  const basic = /^basic\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (basic !== undefined && form.has('client_secret')) {
    throw new OAuth2Refusal('invalid_request', 'The client names itself twice');
  }
  const [clientId, secret] =
    basic === undefined
      ? [readParameter(form, 'client_id') ?? '', readParameter(form, 'client_secret') ?? '']
      : readBasic(basic);
  tell(clientId);
  const client = clients.get(clientId);
  if (client !== undefined && constantTimeEqual(client.clientSecret, secret)) return client;
  throw new OAuth2Refusal('invalid_client', 'The client ID or the client secret is wrong');
}

/** Both halves are written as in a form, so that an id may have a colon. */
function readBasic(text: string): [string, string] {
  const [id = '', ...rest] = Buffer.from(text, 'base64').toString('utf8').split(':');
  const decode = (part: string): string =>
    new URLSearchParams(`x=${part.replaceAll('&', '%26')}`).get('x') ?? '';
  return [decode(id), decode(rest.join(':'))];
}

interface Given {
  readonly grant: Grant;
  /** Of the access token: those of the grant, or fewer. */
  readonly scopes: readonly string[];
}

function exchange(form: URLSearchParams, client: OAuth2Client, grants: GrantBook): Given {
  const type = needParameter(form, 'grant_type');
  if (type === 'authorization_code') return takeCode(form, client, grants);
  if (type === 'refresh_token') return refresh(form, client, grants);
  throw new OAuth2Refusal('unsupported_grant_type', 'Only authorization_code and refresh_token are served');
}

function takeCode(form: URLSearchParams, client: OAuth2Client, grants: GrantBook): Given {
  const code = needParameter(form, 'code');
  const redirectUri = needParameter(form, 'redirect_uri');
  const verifier = readParameter(form, 'code_verifier');
  // Whoever tries with a wrong verifier has used the code up.
  const grant = grants.takeCode(code, client);
  if (grant === undefined) throw new OAuth2Refusal('invalid_grant', 'The code is not known');
  if (grant.redirectUri !== redirectUri) {
    throw new OAuth2Refusal('invalid_grant', 'The redirect URI is not that of the code');
  }
  if (!proves(verifier, grant.challenge)) {
    throw new OAuth2Refusal('invalid_grant', 'The code verifier does not fit the challenge');
  }
  return { grant, scopes: grant.scopes };
}

/** @see https://www.rfc-editor.org/rfc/rfc7636#section-4.6 */
function proves(verifier: string | undefined, challenge: Challenge | undefined): boolean {
  if (verifier === undefined || challenge === undefined) return verifier === challenge;
  if (!/^[\w.~-]{43,128}$/.test(verifier)) return false;
  const seen =
    challenge.method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
  return constantTimeEqual(seen, challenge.value);
}

/**
 * Ends the tokens of before, both of them. The redirect URI is in Atlassian's example, too; whether it may be left out
 * there is not known: [U]. A narrower scope is for the access token alone.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-6
 */
function refresh(form: URLSearchParams, client: OAuth2Client, grants: GrantBook): Given {
  const token = needParameter(form, 'refresh_token');
  const redirectUri = readParameter(form, 'redirect_uri');
  const asked = readParameter(form, 'scope')
    ?.split(' ')
    .filter((scope) => scope !== '');
  const grant = grants.readRefreshToken(token, client);
  if (grant === undefined) throw new OAuth2Refusal('invalid_grant', 'The refresh token is not known');
  if (redirectUri !== undefined && redirectUri !== grant.redirectUri) {
    throw new OAuth2Refusal('invalid_grant', 'The redirect URI is not that of the grant');
  }
  if (asked?.some((scope) => !covers(grant.scopes, scope))) {
    throw new OAuth2Refusal('invalid_scope', 'More was asked for than was granted');
  }
  grants.endRefreshToken(token);
  return { grant, scopes: asked ?? grant.scopes };
}

const headers = { 'cache-control': 'no-store', pragma: 'no-cache' };

function tokenAnswer({ grant, scopes }: Given, { grants, tokenLife, now }: TokenDeps): Response {
  const { accessToken, refreshToken } = grants.giveTokens(grant, scopes);
  const answer = {
    access_token: accessToken,
    token_type: 'bearer',
    expires_in: tokenLife / 1_000,
    refresh_token: refreshToken,
    scope: scopes.join(' '),
    // Seconds in Atlassian's example.
    created_at: Math.floor(now() / 1_000),
  };
  return Response.json(answer, { headers });
}

function refusal({ error, message }: OAuth2Refusal): Response {
  const isClient = error === 'invalid_client';
  return Response.json(
    { error, error_description: message },
    {
      status: isClient ? 401 : 400,
      headers: isClient ? { ...headers, 'www-authenticate': 'Basic realm="Atlassian Bitbucket"' } : headers,
    },
  );
}
