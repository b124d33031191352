/** `/site/oauth2/authorize`: where a person is asked, and their browser is sent back with a code or a refusal. */
import { WebhookError } from '../../../../errors/webhook-error.ts';
import { readBody } from '../../../../http/inbound.ts';
import type { EmulatorContext } from '../../context.ts';
import type { User } from '../../world.ts';
import type { Consumer } from './book.ts';
import { issueCode, randomText } from './issue.ts';
import { narrowScopes } from './narrow-scopes.ts';
import { askPage, misconfiguredPage, stalePage } from './page.ts';
import { withoutEmpty } from './without-empty.ts';

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1 */
export async function serveAuthorize(request: Request, context: EmulatorContext): Promise<Response> {
  const { oauth2: book } = context;
  const query = withoutEmpty(new URL(request.url).searchParams);
  if (request.method !== 'GET' && !(request.method === 'POST' && book.authorize === 'ask')) {
    const headers = { allow: book.authorize === 'ask' ? 'GET, POST' : 'GET' };
    return new Response('Method not allowed\n', { status: 405, headers });
  }
  const consumer = book.consumers.get(query.get('client_id') ?? '');
  if (consumer === undefined || consumer.revoked) return misconfiguredPage('client_id');
  const target = targetOf(query.get('redirect_uri'), consumer);
  if (target === undefined) return misconfiguredPage('redirect_uri');
  const back = (fields: Readonly<Record<string, string>>): Response => sendBack(target, query, fields);
  const type = query.get('response_type');
  if (type === null)
    return back({ error: 'invalid_request', error_description: 'The response_type is missing' });
  if (type !== 'code') {
    return back({
      error: 'unsupported_response_type',
      error_description: 'The only response_type is code',
    });
  }
  const scopes = narrowScopes(consumer.scopes, query.get('scope'));
  if (scopes === undefined)
    return back({ error: 'invalid_scope', error_description: 'The consumer does not have such a scope' });
  const { user } = book;
  if (user === undefined) return back(denied);
  const word = await wordOf(request, { consumer, user, scopes, context });
  if (typeof word !== 'string') return word;
  if (word === 'deny') return back(denied);
  const grant = { consumer, user, installation: undefined, scopes, revoked: false };
  const mint = { book, now: context.now(), random: context.random };
  return back({ code: issueCode(mint, { grant, redirectUri: query.get('redirect_uri') ?? undefined }) });
}

const denied = {
  error: 'access_denied',
  error_description: 'The resource owner denied the request',
} as const;

/** The callback address, or an address that begins with it: the same host, the same folder. */
function targetOf(redirectUri: string | null, { callbackUrl }: Consumer): URL | undefined {
  if (callbackUrl === undefined) return undefined;
  if (redirectUri === null) return new URL(callbackUrl);
  const target = URL.parse(redirectUri);
  if (target === null || redirectUri.includes('#') || target.username !== '' || target.password !== '')
    return undefined;
  const folder = callbackUrl.pathname.replace(/\/+$/, '');
  const isInside = target.pathname === callbackUrl.pathname || target.pathname.startsWith(`${folder}/`);
  return target.origin === callbackUrl.origin && isInside ? target : undefined;
}

function sendBack(target: URL, query: URLSearchParams, fields: Readonly<Record<string, string>>): Response {
  const state = query.get('state');
  for (const [name, value] of Object.entries(fields)) target.searchParams.set(name, value);
  if (state !== null) target.searchParams.set('state', state);
  const headers = { location: target.href, 'cache-control': 'no-store' };
  return new Response(null, { status: 302, headers });
}

interface Question {
  readonly consumer: Consumer;
  readonly user: User;
  readonly scopes: readonly string[];
  readonly context: EmulatorContext;
}

/** Milliseconds for which a page can be answered. */
const pageLife = 30 * 60 * 1000;

/** What the person says, or the page that asks them. A form counts once, and only if it came from such a page. */
async function wordOf(
  request: Request,
  { context, ...question }: Question,
): Promise<'grant' | 'deny' | Response> {
  const { oauth2: book, now, random } = context;
  if (book.authorize !== 'ask') return book.authorize;
  if (request.method === 'GET') {
    const pageToken = randomText(random, 24);
    book.pages.set(pageToken, now() + pageLife);
    return askPage({ ...question, pageToken });
  }
  const form = await readAnswer(request);
  const pageToken = form.get('page_token') ?? '';
  const until = book.pages.get(pageToken);
  book.pages.delete(pageToken);
  if (until === undefined || until <= now()) return stalePage();
  return form.get('decision') === 'grant' ? 'grant' : 'deny';
}

async function readAnswer(request: Request): Promise<URLSearchParams> {
  try {
    return new URLSearchParams(new TextDecoder().decode(await readBody(request, 16 * 1024)));
  } catch (error) {
    // A form that cannot be read is none that a page of ours has sent.
    if (error instanceof WebhookError) return new URLSearchParams();
    throw error;
  }
}
