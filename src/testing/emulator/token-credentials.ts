/** Tokens and passwords: those that the options name, and those that OAuth 2.0 gave. */
import { constantTimeEqual } from '../../shared/bytes.ts';
import { unauthorized } from './cloud/errors.ts';
import { type AccessToken, findAccessToken } from './cloud/oauth2/book.ts';
import { appPrincipal } from './connect-credential.ts';
import type { EmulatorContext } from './context.ts';
import type { EmulatedAccessToken, EmulatedApiToken } from './options.ts';
import { nobody, type Principal } from './principal.ts';
import { roleOf, type User } from './world.ts';

interface Secret {
  readonly name: string;
  readonly secret: string;
}

/** `Bearer`: an API token, an access token, or one that OAuth 2.0 gave. @throws RestError 401 */
export function bearerPrincipal(token: string, context: EmulatorContext): Principal {
  return (
    apiTokenPrincipal(context, (one) => constantTimeEqual(one.token, token)) ??
    namelessPrincipal(token, context)
  );
}

/** `Basic`: an API token with the address of its user, or a name and a password. @throws RestError 401 */
export function basicPrincipal({ name, secret }: Secret, context: EmulatorContext): Principal {
  const byAddress = ({ email, token }: EmulatedApiToken): boolean =>
    email.toLowerCase() === name.toLowerCase() && constantTimeEqual(token, secret);
  return apiTokenPrincipal(context, byAddress) ?? passwordPrincipal({ name, secret }, context);
}

/** As git sends it, with names that are the same for everybody. @throws RestError 401 */
export function gitPrincipal({ name, secret }: Secret, context: EmulatorContext): Principal {
  if (name === 'x-token-auth') return namelessPrincipal(secret, context);
  const found = apiTokenPrincipal(context, ({ token }) => constantTimeEqual(token, secret));
  if (found !== undefined && (name === 'x-bitbucket-api-token-auth' || name === found.user?.username))
    return found;
  return passwordPrincipal({ name, secret }, context);
}

function apiTokenPrincipal(
  { options, world, now }: EmulatorContext,
  fits: (token: EmulatedApiToken) => boolean,
): Principal | undefined {
  const found = options.credentials?.apiTokens?.find(fits);
  if (found === undefined) return undefined;
  if (hasExpired(found, now())) throw unauthorized();
  const user = world.users.find(({ email }) => email === found.email);
  return user && userPrincipal(user, found.scopes);
}

const hasExpired = ({ expiresAt }: { expiresAt?: number | undefined }, now: number): boolean =>
  expiresAt !== undefined && expiresAt <= now;

function passwordPrincipal({ name, secret }: Secret, { options, world }: EmulatorContext): Principal {
  const known = options.credentials?.basic?.find(
    ({ username, password }) => username === name && constantTimeEqual(password, secret),
  );
  const user = world.users.find(({ username }) => username === known?.username);
  if (user === undefined) throw unauthorized();
  return userPrincipal(user, undefined);
}

export function userPrincipal(user: User, scopes: readonly string[] | undefined): Principal {
  const roleIn: Principal['roleIn'] = (workspace) => roleOf(user, workspace);
  return { ...nobody, kind: 'user', credential: 'apitoken', user, scopes, roleIn };
}

/** A token that says by itself who is behind it. */
function namelessPrincipal(secret: string, context: EmulatorContext): Principal {
  const now = context.now();
  const granted = findAccessToken(context.oauth2, secret, now);
  if (granted !== undefined) return grantPrincipal(granted);
  const found = context.options.credentials?.accessTokens?.find(({ token }) =>
    constantTimeEqual(token, secret),
  );
  if (found === undefined || hasExpired(found, now)) throw unauthorized();
  return accessTokenPrincipal(found);
}

function accessTokenPrincipal(accessToken: EmulatedAccessToken): Principal {
  const { workspace: home, repository: slug, project, scopes } = accessToken;
  return {
    ...nobody,
    kind: 'access-token',
    credential: 'accesstoken',
    accessToken,
    scopes,
    roleIn: (workspace, repository) => {
      if (workspace.slug !== home) return undefined;
      if (slug !== undefined) return repository?.slug === slug ? 'admin' : undefined;
      return project === undefined || repository?.project.key === project ? 'admin' : undefined;
    },
  };
}

/** A user within what they allowed, the app user of a consumer, or an app. */
function grantPrincipal({ grant: { user, installation, consumer }, scopes }: AccessToken): Principal {
  const credential = 'oauth2';
  if (user !== undefined) return { ...userPrincipal(user, scopes), credential, consumer };
  if (installation !== undefined) return { ...appPrincipal(installation, scopes), credential };
  return {
    ...nobody,
    kind: 'app-user',
    credential,
    consumer,
    scopes,
    roleIn: (workspace) => (workspace === consumer?.workspace ? 'admin' : undefined),
  };
}
