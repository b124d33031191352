/** Who is calling: checks the credentials of a request for real. */
import { unauthorized } from './cloud/errors.ts';
import { appPrincipal, verifyApp } from './connect-credential.ts';
import type { EmulatorContext } from './context.ts';
import { oauth1Principal } from './oauth1-credential.ts';
import { anonymous, type Principal } from './principal.ts';
import { basicPrincipal, bearerPrincipal, gitPrincipal } from './token-credentials.ts';

/**
 * Who the REST call comes from.
 *
 * @throws RestError 401 for a credential that does not hold, and for one in the query or in the body
 */
export async function authenticate(request: Request, context: EmulatorContext): Promise<Principal> {
  const { searchParams } = new URL(request.url);
  if (searchParams.has('access_token') || searchParams.has('jwt')) throw unauthorized();
  const { scheme, credential } = readAuthorization(request);
  if (scheme === undefined) {
    if (await hasTokenInBody(request)) throw unauthorized();
    return anonymous;
  }
  if (scheme === 'jwt') return appPrincipal(await verifyApp({ token: credential, request }, context));
  if (scheme === 'bearer') return bearerPrincipal(credential, context);
  if (scheme === 'basic') return basicPrincipal(splitBasic(credential), context);
  if (scheme === 'oauth' && context.options.credentials?.oauth1 !== undefined)
    return oauth1Principal(request, context);
  throw unauthorized();
}

/** Who pushes or fetches: git sends Basic, with fixed user names for tokens. */
export function authenticateGit(request: Request, context: EmulatorContext): Principal {
  const { scheme, credential } = readAuthorization(request);
  if (scheme === undefined) return anonymous;
  if (scheme !== 'basic') throw unauthorized();
  return gitPrincipal(splitBasic(credential), context);
}

/** The scheme in small letters, and what stands behind it. */
function readAuthorization({ headers }: Request): { scheme: string | undefined; credential: string } {
  const [scheme, ...rest] = (headers.get('authorization') ?? '').trim().split(/\s+/);
  return { scheme: scheme?.toLowerCase() || undefined, credential: rest.join(' ') };
}

function splitBasic(credential: string): { name: string; secret: string } {
  const text = Buffer.from(credential, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon === -1) throw unauthorized();
  return { name: text.slice(0, colon), secret: text.slice(colon + 1) };
}

/** Where OAuth 2.0 once allowed it, Bitbucket has answered 401 since May 2026. */
async function hasTokenInBody(request: Request): Promise<boolean> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded') || request.body === null) return false;
  return new URLSearchParams(await request.clone().text()).has('access_token');
}
