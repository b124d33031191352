/** The four grants: what is exchanged, and what has to be true of it. */
import { appPrincipal, verifyApp } from '../../connect-credential.ts';
import type { EmulatorContext } from '../../context.ts';
import { RestError } from '../errors.ts';
import { classicScopes } from '../scopes.ts';
import { type Consumer, findRefreshToken, type Grant } from './book.ts';
import { authenticateClient, namedClient } from './client.ts';
import { issueAccessToken, issueRefreshToken, type Mint } from './issue.ts';
import { narrowScopes } from './narrow-scopes.ts';
import { invalidGrant, invalidRequest, OAuth2Problem } from './problem.ts';

export interface Asked {
  readonly request: Request;
  readonly form: URLSearchParams;
  readonly context: EmulatorContext;
}

/** What is given, and whether it can be refreshed. */
interface Given {
  readonly grant: Grant;
  readonly refreshable: boolean;
}

type Exchange = (asked: Asked, consumer: Consumer) => Given;

const exchanges: Readonly<Record<string, Exchange>> = {
  authorization_code: exchangeCode,
  refresh_token: refresh,
  client_credentials: giveToClient,
};

/** As it was sent; the last segment is what Bitbucket's own documents call it. */
export const connectGrant = 'urn:bitbucket:oauth2:jwt';

/**
 * The answer of a granted exchange.
 *
 * @throws OAuth2Problem
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.1
 */
export async function exchange(asked: Asked): Promise<Readonly<Record<string, unknown>>> {
  const { request, form, context } = asked;
  const type = form.get('grant_type') ?? 'None';
  const given =
    type === connectGrant
      ? { grant: await connectGrantOf(asked), refreshable: false }
      : exchangeOf(type)(asked, authenticateClient(namedClient(request, form), context.oauth2));
  const { grant, refreshable } = given;
  const scopes = narrowScopes(grant.scopes, form.get('scope'));
  if (scopes === undefined) throw new OAuth2Problem('invalid_scope', 'A scope goes beyond what was allowed');
  const mint: Mint = { book: context.oauth2, now: context.now(), random: context.random };
  return {
    scope: scopes.join(' '),
    access_token: issueAccessToken(mint, grant, scopes),
    expires_in: context.oauth2.accessTokenLife / 1000,
    token_type: 'bearer',
    state: type,
    ...(refreshable ? { refresh_token: issueRefreshToken(mint, grant) } : {}),
  };
}

function exchangeOf(type: string): Exchange {
  const found = Object.hasOwn(exchanges, type) ? exchanges[type] : undefined;
  if (found !== undefined) return found;
  throw new OAuth2Problem('unsupported_grant_type', `Unsupported grant type: ${type.slice(0, 100)}`);
}

/** Once, and within ten minutes. A second use takes back what the first one gave. */
function exchangeCode({ form, context }: Asked, consumer: Consumer): Given {
  const text = form.get('code');
  if (text === null) throw invalidRequest('The code is missing');
  const code = context.oauth2.codes.get(text);
  if (code === undefined || code.grant.consumer !== consumer || code.expiresAt <= context.now())
    throw invalidGrant('The specified code is not valid or has expired');
  if (code.used) {
    code.grant.revoked = true;
    throw invalidGrant('The specified code was used before');
  }
  if (!isSameAddress(form.get('redirect_uri'), code.redirectUri, consumer))
    throw invalidGrant('The redirect_uri is not that of the authorization');
  code.used = true;
  return { grant: code.grant, refreshable: true };
}

/** What the page was given has to be repeated; what it was not given is the callback address. */
function isSameAddress(given: string | null, before: string | undefined, { callbackUrl }: Consumer): boolean {
  if (before !== undefined) return given === before;
  return given === null || URL.parse(given)?.href === callbackUrl?.href;
}

/** Another refresh token takes the place of the one that is used, which goes on for a while. */
function refresh({ form, context }: Asked, consumer: Consumer): Given {
  const text = form.get('refresh_token');
  if (text === null) throw invalidRequest('The refresh_token is missing');
  const now = context.now();
  const token = findRefreshToken(context.oauth2, text, now);
  if (token === undefined || token.grant.consumer !== consumer) throw invalidGrant('Invalid refresh_token');
  token.replacedAt ??= now;
  return { grant: token.grant, refreshable: true };
}

/** For the consumer itself. Its words are Bitbucket's, `invalid_grant` too. */
function giveToClient(_: Asked, consumer: Consumer): Given {
  if (consumer.isPublic) {
    throw invalidGrant(
      'Cannot use client_credentials with a consumer marked as "public". Calls for auto generated consumers should use urn:bitbucket:oauth2:jwt instead.',
    );
  }
  const nobody = { user: undefined, installation: undefined };
  const grant = { ...nobody, consumer, scopes: consumer.scopes, revoked: false };
  return { grant, refreshable: false };
}

/** For an app, by a token of its own in the header, which here need not be bound to the request. */
async function connectGrantOf({ request, context }: Asked): Promise<Grant> {
  const [scheme = '', token = ''] = (request.headers.get('authorization') ?? '').trim().split(/\s+/);
  if (scheme.toLowerCase() !== 'jwt') throw invalidRequest('The header has no JWT');
  try {
    const installation = await verifyApp({ token, request, unbound: true }, context);
    const { scopes = classicScopes } = appPrincipal(installation);
    return { consumer: undefined, user: undefined, installation, scopes, revoked: false };
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    throw new OAuth2Problem('invalid_client', 'The JWT does not hold', 401);
  }
}
