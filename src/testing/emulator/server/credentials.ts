/** Who calls the Server half: tokens, passwords and signatures, checked for real. */
import { constantTimeEqual } from '../../../shared/bytes.ts';
import type { EmulatorContext } from '../context.ts';
import { wrongCredentials } from './errors.ts';
import type { OAuth1Provider } from './oauth1-provider.ts';
import type { OAuth2Provider } from './oauth2-provider.ts';
import type { EmulatedServerToken } from './options.ts';
import { anonymous, findToken, type ServerPrincipal, tokenPrincipal, userPrincipal } from './principal.ts';

interface Deps {
  readonly context: EmulatorContext;
  readonly tokens: readonly EmulatedServerToken[];
  readonly oauth1: OAuth1Provider;
  readonly oauth2: Pick<OAuth2Provider, 'find'>;
}

type WithoutSignatures = Omit<Deps, 'oauth1'>;

/**
 * Who a REST call comes from.
 *
 * @param url where the caller sees the server, which is what signatures are over
 * @throws ServerError 401, OAuth1Problem
 */
export async function authenticate(request: Request, url: string, deps: Deps): Promise<ServerPrincipal> {
  const header = request.headers.get('authorization')?.trim() ?? '';
  if (header === '') return anonymous;
  const [scheme = '', credential = ''] = header.split(/\s+/);
  if (scheme.toLowerCase() === 'oauth') return userPrincipal(await deps.oauth1.authenticate(request, url));
  if (scheme.toLowerCase() === 'bearer') return bearer(credential, deps);
  if (scheme.toLowerCase() === 'basic') return basic(credential, deps, false);
  throw wrongCredentials();
}

/** Who clones or pushes: `x-token-auth` goes with any token. */
export function authenticateGit(request: Request, deps: WithoutSignatures): ServerPrincipal {
  const header = request.headers.get('authorization')?.trim() ?? '';
  if (header === '') return anonymous;
  const [scheme = '', credential = ''] = header.split(/\s+/);
  if (scheme.toLowerCase() === 'bearer') return bearer(credential, deps);
  if (scheme.toLowerCase() === 'basic') return basic(credential, deps, true);
  throw wrongCredentials(challenge);
}

export const challenge = { 'www-authenticate': 'Basic realm="Atlassian Bitbucket"' };

function bearer(text: string, { tokens, context, oauth2 }: WithoutSignatures): ServerPrincipal {
  const token = findToken(tokens, text);
  if (token === undefined) {
    const granted = oauth2.find(text);
    if (granted === undefined) throw wrongCredentials();
    return granted;
  }
  if (token.user === undefined) return tokenPrincipal(token);
  const user = context.world.users.find(({ username }) => username === token.user);
  if (user === undefined) throw wrongCredentials();
  return userPrincipal(user, token.permission);
}

function basic(credential: string, deps: WithoutSignatures, isGit: boolean): ServerPrincipal {
  const { context, tokens } = deps;
  const text = Buffer.from(credential, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  const name = text.slice(0, Math.max(colon, 0));
  const secret = text.slice(colon + 1);
  if (isGit && name === 'x-token-auth') return bearer(secret, deps);
  const password = context.options.credentials?.basic?.find(
    (one) => one.username === name && constantTimeEqual(one.password, secret),
  );
  const token = findToken(tokens, secret);
  const user = context.world.users.find(({ username }) => username === name);
  if (user === undefined || (password === undefined && token?.user !== name)) throw wrongCredentials();
  return userPrincipal(user, password === undefined ? token?.permission : 'admin');
}
