/** Who is calling: checks the credentials of a request for real. */
import { verifyConnectJwt } from '../../jwt/connect-jwt.ts';
import { constantTimeEqual } from '../../shared/bytes.ts';
import { isRecord } from '../../shared/types.ts';
import { RestError } from './cloud/errors.ts';
import type { EmulatorContext } from './context.ts';
import type { Principal } from './principal.ts';
import { type Installation, roleOf, type User } from './world.ts';

const nobody = { user: undefined, installation: undefined, accessToken: undefined, scopes: undefined };

const anonymous: Principal = { ...nobody, kind: 'anonymous', scopes: [], roleIn: () => undefined };

const badToken = 'Token is invalid, expired, or not supported for this endpoint.';

export const unauthorized = (message: string = badToken): RestError =>
  new RestError(401, message, { headers: { 'www-authenticate': 'Basic realm="Bitbucket.org HTTP"' } });

/**
 * Who the REST call comes from.
 *
 * @throws RestError 401 for a credential that does not hold, and for one in the query
 */
export async function authenticate(request: Request, context: EmulatorContext): Promise<Principal> {
  const { searchParams } = new URL(request.url);
  if (searchParams.has('access_token') || searchParams.has('jwt')) throw unauthorized();
  const header = request.headers.get('authorization');
  if (header === null || header.trim() === '') return anonymous;
  const [scheme = '', ...rest] = header.trim().split(/\s+/);
  const credential = rest.join(' ');
  if (scheme.toLowerCase() === 'jwt') return verifyApp(credential, request, context);
  if (scheme.toLowerCase() === 'bearer') return findBearer(credential, context);
  if (scheme.toLowerCase() === 'basic') return findBasic(credential, context);
  throw unauthorized();
}

/** Who pushes or fetches: git sends Basic, with fixed user names for tokens. */
export function authenticateGit(request: Request, context: EmulatorContext): Principal {
  const header = request.headers.get('authorization');
  if (header === null) return anonymous;
  const credential = /^basic\s+(\S+)$/i.exec(header)?.[1];
  if (credential === undefined) throw unauthorized();
  const { name, secret } = splitBasic(credential);
  if (name === 'x-token-auth') return accessTokenPrincipal(secret, context);
  const apiToken = context.options.credentials?.apiTokens?.find(({ token }) =>
    constantTimeEqual(token, secret),
  );
  const user = context.world.users.find(({ email }) => email === apiToken?.email);
  if (user !== undefined && (name === 'x-bitbucket-api-token-auth' || name === user.username)) {
    return userPrincipal(user, apiToken?.scopes);
  }
  return passwordPrincipal(name, secret, context);
}

function findBearer(token: string, context: EmulatorContext): Principal {
  const apiToken = context.options.credentials?.apiTokens?.find((one) => constantTimeEqual(one.token, token));
  const user = context.world.users.find(({ email }) => email === apiToken?.email);
  return user === undefined ? accessTokenPrincipal(token, context) : userPrincipal(user, apiToken?.scopes);
}

function findBasic(credential: string, context: EmulatorContext): Principal {
  const { name, secret } = splitBasic(credential);
  const apiToken = context.options.credentials?.apiTokens?.find(
    ({ email, token }) => email.toLowerCase() === name.toLowerCase() && constantTimeEqual(token, secret),
  );
  const user = context.world.users.find(({ email }) => email === apiToken?.email);
  return user === undefined
    ? passwordPrincipal(name, secret, context)
    : userPrincipal(user, apiToken?.scopes);
}

function splitBasic(credential: string): { name: string; secret: string } {
  const text = Buffer.from(credential, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon === -1) throw unauthorized();
  return { name: text.slice(0, colon), secret: text.slice(colon + 1) };
}

function passwordPrincipal(name: string, secret: string, { options, world }: EmulatorContext): Principal {
  const known = options.credentials?.basic?.find(
    ({ username, password }) => username === name && constantTimeEqual(password, secret),
  );
  const user = world.users.find(({ username }) => username === known?.username);
  if (user === undefined) throw unauthorized();
  return userPrincipal(user, undefined);
}

function userPrincipal(user: User, scopes: readonly string[] | undefined): Principal {
  return { ...nobody, kind: 'user', user, scopes, roleIn: (workspace) => roleOf(user, workspace) };
}

function accessTokenPrincipal(secret: string, { options }: EmulatorContext): Principal {
  const accessToken = options.credentials?.accessTokens?.find(({ token }) =>
    constantTimeEqual(token, secret),
  );
  if (accessToken === undefined) throw unauthorized();
  return {
    ...nobody,
    kind: 'access-token',
    accessToken,
    scopes: accessToken.scopes,
    roleIn: (workspace, repository) => {
      if (workspace.slug !== accessToken.workspace) return undefined;
      if (accessToken.repository === undefined) return 'admin';
      return repository?.slug === accessToken.repository ? 'admin' : undefined;
    },
  };
}

async function verifyApp(token: string, request: Request, context: EmulatorContext): Promise<Principal> {
  const clientKey = unverifiedSubject(token);
  const installation = context.world.installations.get(clientKey ?? '');
  if (installation === undefined) throw unauthorized();
  const { sharedSecret, offeredSecret, descriptor, active } = installation;
  const secrets = [
    ...(active ? [sharedSecret] : []),
    ...(offeredSecret === undefined ? [] : [offeredSecret]),
  ];
  for (const secret of secrets) {
    if (await holds(token, secret, request, { issuer: descriptor.key, context }))
      return appPrincipal(installation);
  }
  throw unauthorized();
}

/** Says only which secret to try. */
function unverifiedSubject(token: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return isRecord(claims) && typeof claims['sub'] === 'string' ? claims['sub'] : undefined;
  } catch {
    return undefined;
  }
}

async function holds(
  token: string,
  sharedSecret: string,
  { method, url }: Request,
  { issuer, context }: { issuer: string; context: EmulatorContext },
): Promise<boolean> {
  try {
    const claims = await verifyConnectJwt({ token, method, url, sharedSecret, now: context.now });
    return claims.iss === issuer;
  } catch {
    return false;
  }
}

function appPrincipal(installation: Installation): Principal {
  return {
    ...nobody,
    kind: 'installation',
    installation,
    scopes: installation.descriptor.scopes,
    roleIn: (workspace) => (workspace === installation.workspace ? 'admin' : undefined),
  };
}
