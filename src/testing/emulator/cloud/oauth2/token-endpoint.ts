/** `/site/oauth2/access_token`: where codes, refresh tokens, secrets and app tokens become access tokens. */
import { WebhookError } from '../../../../errors/webhook-error.ts';
import { readBody } from '../../../../http/inbound.ts';
import { unverifiedSubject } from '../../connect-credential.ts';
import type { EmulatorContext } from '../../context.ts';
import { tidy } from './book.ts';
import { namedClient } from './client.ts';
import { connectGrant, exchange } from './exchange.ts';
import { invalidRequest, noStore, OAuth2Problem, problemResponse } from './problem.ts';
import { withoutEmpty } from './without-empty.ts';

/** Bytes. */
const formLimit = 64 * 1024;

export async function serveAccessToken(request: Request, context: EmulatorContext): Promise<Response> {
  if (request.method !== 'POST') {
    const headers = { allow: 'POST', 'content-type': 'text/plain' };
    return new Response('Method not allowed\n', { status: 405, headers });
  }
  let form = new URLSearchParams();
  try {
    form = await readForm(request);
    const answer = await exchange({ request, form, context });
    note(request, form, { context, outcome: 'granted' });
    return Response.json(answer, { headers: noStore });
  } catch (error) {
    if (!(error instanceof OAuth2Problem)) throw error;
    note(request, form, { context, outcome: error.error });
    return problemResponse(error);
  }
}

/** Bitbucket reads forms only: what comes as JSON has no grant type, and it says so. */
async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return new URLSearchParams();
  try {
    const bytes = await readBody(request, formLimit);
    return withoutEmpty(new URLSearchParams(new TextDecoder().decode(bytes)));
  } catch (error) {
    if (error instanceof WebhookError) throw invalidRequest('The form cannot be read');
    throw error;
  }
}

function note(
  request: Request,
  form: URLSearchParams,
  { context, outcome }: { context: EmulatorContext; outcome: string },
): void {
  const { oauth2: book, now } = context;
  const grant = (form.get('grant_type') ?? '').slice(0, 100);
  const at = now();
  book.exchanges.push({ grant, clientId: clientIdOf(request, form, grant).slice(0, 200), at, outcome });
  tidy(book, at);
}

function clientIdOf(request: Request, form: URLSearchParams, grant: string): string {
  if (grant === connectGrant)
    return unverifiedSubject(request.headers.get('authorization')?.split(/\s+/)[1] ?? '') ?? '';
  try {
    return namedClient(request, form)?.clientId ?? '';
  } catch {
    return '';
  }
}
