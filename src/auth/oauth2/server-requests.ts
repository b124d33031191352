/** Builds the OAuth 2.0 requests of Bitbucket Server, for the client here and for hosts that send them by themselves. */
import { ConfigError } from '../../errors/config-error.ts';
import { checkBaseUrl } from '../../http/client-options.ts';
import { checkRedirectUri, checkTexts, scopeText } from './checks.ts';
import { checkCodeVerifier, codeChallenge } from './pkce.ts';
import {
  type Fields,
  formOf,
  type OAuth2Consumer,
  type OAuth2Request,
  post,
  type RefreshInput,
} from './request.ts';

export interface ServerSite {
  /** The server, with its context path if it has one. */
  readonly baseUrl: string;
}

export interface ServerAuthorizeInput {
  readonly state: string;
  readonly redirectUri: string;
  /** Such as `REPO_READ`; Server wants at least one. */
  readonly scopes: readonly string[];
  /** Of {@link newCodeVerifier}. */
  readonly codeVerifier: string;
}

export interface ServerCodeInput {
  readonly code: string;
  readonly redirectUri: string;
  readonly codeVerifier: string;
}

/**
 * Where a browser goes for a person to grant access, with the challenge of `codeVerifier`.
 *
 * @throws ConfigError `invalid_option`
 * @see https://confluence.atlassian.com/bitbucketserver/bitbucket-oauth-2-0-provider-api-1108483661.html
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.3
 */
export function serverAuthorizeUrl(
  input: ServerAuthorizeInput & ServerSite & Pick<OAuth2Consumer, 'clientId'>,
): string {
  const { baseUrl, clientId, state, redirectUri, scopes, codeVerifier } = input;
  checkTexts({ clientId, state });
  const scope = scopeText(scopes);
  if (scope === undefined) throw new ConfigError('scopes', 'Server wants at least one', "Pass ['REPO_READ']");
  const query = formOf({
    client_id: clientId,
    redirect_uri: checkRedirectUri(redirectUri),
    response_type: 'code',
    state,
    scope,
    code_challenge: codeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  });
  return `${checkBaseUrl('baseUrl', baseUrl)}/rest/oauth2/latest/authorize?${query}`;
}

/**
 * Exchanges the code of a callback, with the verifier whose challenge the browser was sent out with.
 *
 * @throws ConfigError `invalid_option`
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.5
 */
export function serverCodeRequest(input: ServerCodeInput & ServerSite & OAuth2Consumer): OAuth2Request {
  const { code, redirectUri, codeVerifier } = input;
  checkTexts({ code });
  return serverRequest(input, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: checkRedirectUri(redirectUri),
    code_verifier: checkCodeVerifier(codeVerifier),
  });
}

export interface ServerRefreshInput extends RefreshInput {
  /** The one that the grant was given with: Atlassian's description has it here, too, which RFC 6749 has not. */
  readonly redirectUri?: string | undefined;
}

/**
 * Asks for the next token.
 *
 * @throws ConfigError `invalid_option`
 * @see https://confluence.atlassian.com/bitbucketserver/bitbucket-oauth-2-0-provider-api-1108483661.html
 */
export function serverRefreshRequest(input: ServerRefreshInput & ServerSite & OAuth2Consumer): OAuth2Request {
  const { refreshToken, redirectUri } = input;
  checkTexts({ refreshToken });
  return serverRequest(input, {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    redirect_uri: redirectUri === undefined ? undefined : checkRedirectUri(redirectUri),
  });
}

function serverRequest(input: ServerSite & OAuth2Consumer, fields: Fields): OAuth2Request {
  const { baseUrl, clientId, clientSecret } = input;
  checkTexts({ clientId, clientSecret });
  const url = `${checkBaseUrl('baseUrl', baseUrl)}/rest/oauth2/latest/token`;
  const form = { ...fields, client_id: clientId, client_secret: clientSecret };
  // Without it Server takes a posted form for a forged one.
  return post(url, form, { 'x-atlassian-token': 'no-check' });
}
