/** OAuth 1.0a as Bitbucket Cloud had it until 2026: a consumer's secret and a user's token sign each call by HMAC-SHA1. */
import { createHmac } from 'node:crypto';
import { constantTimeEqual } from '../../shared/bytes.ts';
import { RestError } from './cloud/errors.ts';
import type { EmulatorContext } from './context.ts';
import { encode, type NonceBook, OAuth1Problem, readMessage, signedText } from './oauth1-message.ts';
import type { EmulatedOAuth1Token } from './options.ts';
import type { Principal } from './principal.ts';
import { userPrincipal } from './token-credentials.ts';

const headers = { 'www-authenticate': 'OAuth realm="https://bitbucket.org/"' };

/**
 * Whose token signed the request.
 *
 * @throws RestError 401, the same for an unknown consumer or token, a wrong signature, a nonce that was used, and a
 *   time that is more than five minutes off
 */
export async function oauth1Principal(
  request: Request,
  { options, world, oauth1Nonces: nonces }: EmulatorContext,
): Promise<Principal> {
  try {
    const tokens = options.credentials?.oauth1 ?? [];
    const token = await verify(request, { tokens, nonces, publicUrl: options.publicUrl });
    const user =
      token.user === undefined ? world.users[0] : world.users.find(({ username }) => username === token.user);
    if (user !== undefined) return { ...userPrincipal(user, undefined), credential: 'oauth1' };
  } catch (error) {
    if (!(error instanceof OAuth1Problem)) throw error;
  }
  throw new RestError(401, 'Could not verify OAuth request.', { headers });
}

interface Ground {
  readonly tokens: readonly EmulatedOAuth1Token[];
  readonly nonces: NonceBook;
  readonly publicUrl: string | undefined;
}

async function verify(request: Request, { tokens, nonces, publicUrl }: Ground): Promise<EmulatedOAuth1Token> {
  const message = await readMessage(request, signedAddress(request.url, publicUrl));
  const known = tokens.find(
    ({ consumerKey, token }) =>
      consumerKey === message.get('oauth_consumer_key') && token === message.get('oauth_token'),
  );
  if (known === undefined) throw new OAuth1Problem('token_rejected');
  if (message.get('oauth_signature_method') !== 'HMAC-SHA1' || message.get('oauth_nonce') === undefined)
    throw new OAuth1Problem('signature_method_rejected');
  if ((message.get('oauth_version') ?? '1.0') !== '1.0') throw new OAuth1Problem('version_rejected');
  nonces.checkTime(message);
  const key = `${encode(known.consumerSecret)}&${encode(known.tokenSecret)}`;
  const signature = createHmac('sha1', key).update(signedText(message)).digest('base64');
  if (!constantTimeEqual(signature, message.get('oauth_signature') ?? ''))
    throw new OAuth1Problem('signature_invalid');
  nonces.use(message);
  return known;
}

/** The address that the client called: behind a proxy, the public one. */
function signedAddress(url: string, publicUrl: string | undefined): string {
  if (publicUrl === undefined) return url;
  const { pathname, search } = new URL(url);
  return publicUrl.replace(/\/+$/, '') + pathname + search;
}
