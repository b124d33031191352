/** The OAuth 2.0 client of a Connect installation: its secret is exchanged for an access token. */
import { checkOptions } from '../../errors/check-options.ts';
import { checkBaseUrl } from '../../http/client-options.ts';
import { connectJwt } from '../connect-jwt.ts';
import type { OAuth2Token } from '../token-store.ts';
import { type ConnectGrantInput, cloudSite, unsignedConnectRequest } from './cloud-requests.ts';
import { clientOptionNames, createExchanges, type OAuth2ClientOptions } from './exchange.ts';

export interface ConnectOAuth2ClientOptions extends OAuth2ClientOptions, Omit<ConnectGrantInput, 'now'> {}

export interface ConnectOAuth2Client {
  /**
   * An access token of the installation. It has no refresh token: ask again when it has expired. A clock that is off is
   * repaired by the server's `Date`, once. Throws as the exchanges of a {@link CloudOAuth2Client} do.
   */
  getAccessToken(input?: { readonly signal?: AbortSignal | undefined }): Promise<OAuth2Token>;
}

/**
 * The grant `urn:bitbucket:oauth2:jwt`.
 *
 * @deprecated Bitbucket Cloud ends Connect on 2027-01-31; move installations to OAuth 2.0 or access tokens.
 * @throws ConfigError `invalid_option` naming a wrong or unknown option
 * @see https://developer.atlassian.com/cloud/bitbucket/oauth-2/
 */
export function createConnectOAuth2Client(options: ConnectOAuth2ClientOptions): ConnectOAuth2Client {
  const names = ['appKey', 'clientKey', 'sharedSecret', 'siteUrl', ...clientOptionNames];
  checkOptions('createConnectOAuth2Client', options, names);
  const { appKey, clientKey, sharedSecret, siteUrl = cloudSite, now } = options;
  const auth = connectJwt({ appKey, clientKey, sharedSecret, now });
  const request = unsignedConnectRequest({ siteUrl: checkBaseUrl('siteUrl', siteUrl) });
  const exchange = createExchanges(options);
  return {
    getAccessToken: async ({ signal } = {}) => exchange({ request, signal, auth }),
  };
}
