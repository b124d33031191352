/** Builds the OAuth 2.0 requests of Bitbucket Cloud, for the clients here and for hosts that send them by themselves. */
import { checkBaseUrl } from '../../http/client-options.ts';
import { type Clock, systemClock } from '../../shared/clock.ts';
import { connectJwt } from '../connect-jwt.ts';
import { checkRedirectUri, checkTexts, scopeText } from './checks.ts';
import {
  type Fields,
  formOf,
  type OAuth2Consumer,
  type OAuth2Request,
  post,
  type RefreshInput,
} from './request.ts';

export interface CloudSite {
  /** Default `https://bitbucket.org`. */
  readonly siteUrl?: string | undefined;
}

export interface CloudAuthorizeInput {
  /** Comes back with the browser: single-use, and bound to the browser that was sent out. */
  readonly state: string;
  /** Only where the consumer has several. Default: the one that is registered. */
  readonly redirectUri?: string | undefined;
  /** Can only narrow what the consumer has. */
  readonly scopes?: readonly string[] | undefined;
}

export interface CloudCodeInput {
  /** `code` of the callback. */
  readonly code: string;
  /** The one that the browser was sent out with, if it was. */
  readonly redirectUri?: string | undefined;
}

export interface ConnectGrantInput extends CloudSite {
  /** The `key` of the app's descriptor. */
  readonly appKey: string;
  /** The installation. */
  readonly clientKey: string;
  readonly sharedSecret: string;
  readonly now?: Clock | undefined;
}

export const cloudSite = 'https://bitbucket.org';

/**
 * Where a browser goes for a person to grant access. Cloud has no PKCE: all depends on `state`.
 *
 * @throws ConfigError `invalid_option`
 * @see https://developer.atlassian.com/cloud/bitbucket/oauth-2/
 */
export function cloudAuthorizeUrl(
  input: CloudAuthorizeInput & CloudSite & Pick<OAuth2Consumer, 'clientId'>,
): string {
  const { siteUrl = cloudSite, clientId, state, redirectUri, scopes } = input;
  checkTexts({ clientId, state });
  const query = formOf({
    client_id: clientId,
    response_type: 'code',
    state,
    redirect_uri: redirectUri === undefined ? undefined : checkRedirectUri(redirectUri),
    scope: scopeText(scopes),
  });
  return `${checkBaseUrl('siteUrl', siteUrl)}/site/oauth2/authorize?${query}`;
}

/**
 * Exchanges the code of a callback.
 *
 * @throws ConfigError `invalid_option`
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3
 */
export function cloudCodeRequest(input: CloudCodeInput & CloudSite & OAuth2Consumer): OAuth2Request {
  const { code, redirectUri } = input;
  checkTexts({ code });
  return cloudRequest(input, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri === undefined ? undefined : checkRedirectUri(redirectUri),
  });
}

/**
 * Asks for the next token. Bitbucket Cloud puts another refresh token in the place of the one that is sent.
 *
 * @throws ConfigError `invalid_option`
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-6
 */
export function cloudRefreshRequest(input: RefreshInput & CloudSite & OAuth2Consumer): OAuth2Request {
  const { refreshToken } = input;
  checkTexts({ refreshToken });
  return cloudRequest(input, { grant_type: 'refresh_token', refresh_token: refreshToken });
}

/**
 * Asks for a token of the consumer's own, without a person and without a refresh token.
 *
 * @throws ConfigError `invalid_option`
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4.2
 */
export function cloudClientTokenRequest(
  input: { readonly scopes?: readonly string[] | undefined } & CloudSite & OAuth2Consumer,
): OAuth2Request {
  return cloudRequest(input, { grant_type: 'client_credentials', scope: scopeText(input.scopes) });
}

/**
 * Exchanges a Connect installation's secret for an access token, by a JWT in the header; there is no refresh token.
 *
 * @throws ConfigError `invalid_option`
 * @see https://developer.atlassian.com/cloud/bitbucket/oauth-2/
 */
export async function connectTokenRequest(input: ConnectGrantInput): Promise<OAuth2Request> {
  const { siteUrl, appKey, clientKey, sharedSecret, now = systemClock } = input;
  const request = unsignedConnectRequest({ siteUrl });
  const { method, url, headers } = request;
  const auth = connectJwt({ appKey, clientKey, sharedSecret, now });
  const signed = await auth.authorize(new Request(url, { method }));
  return { ...request, headers: { ...headers, authorization: signed.headers.get('authorization') ?? '' } };
}

/** As {@link connectTokenRequest}, for who signs each attempt anew. */
export function unsignedConnectRequest({ siteUrl = cloudSite }: CloudSite): OAuth2Request {
  return post(cloudTokenUrl(siteUrl), { grant_type: 'urn:bitbucket:oauth2:jwt' });
}

const cloudTokenUrl = (siteUrl: string): string =>
  `${checkBaseUrl('siteUrl', siteUrl)}/site/oauth2/access_token`;

/**
 * In Basic both are to be encoded, which not every server undoes. Where that makes a difference they go into the form.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1
 */
function cloudRequest(input: CloudSite & OAuth2Consumer, fields: Fields): OAuth2Request {
  const { siteUrl = cloudSite, clientId, clientSecret } = input;
  checkTexts({ clientId, clientSecret });
  const url = cloudTokenUrl(siteUrl);
  if (!/^[\w.-]+$/.test(clientId + clientSecret)) {
    return post(url, { ...fields, client_id: clientId, client_secret: clientSecret });
  }
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  return post(url, fields, { authorization: `Basic ${basic}` });
}
