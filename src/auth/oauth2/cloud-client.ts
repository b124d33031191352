/** The OAuth 2.0 client of a consumer on Bitbucket Cloud. */
import { AuthError } from '../../errors/auth-error.ts';
import { checkOptions } from '../../errors/check-options.ts';
import { checkBaseUrl } from '../../http/client-options.ts';
import type { OAuth2Token } from '../token-store.ts';
import { checkTexts } from './checks.ts';
import {
  type CloudAuthorizeInput,
  type CloudCodeInput,
  type CloudSite,
  cloudAuthorizeUrl,
  cloudClientTokenRequest,
  cloudCodeRequest,
  cloudRefreshRequest,
  cloudSite,
} from './cloud-requests.ts';
import { clientOptionNames, createExchanges, type OAuth2ClientOptions } from './exchange.ts';
import type { OAuth2Consumer, RefreshInput } from './request.ts';

export interface CloudOAuth2ClientOptions extends OAuth2ClientOptions, OAuth2Consumer, CloudSite {}

interface Cancellable {
  readonly signal?: AbortSignal | undefined;
}

/**
 * Each exchange throws AuthError `reauthorization_required` when code or refresh token are worth nothing,
 * `client_refused` when the consumer is not known; ApiError for any other refusal; TransportError `bad_answer` when a
 * success brings no token, and `network`, `timeout` or `aborted` when there is none.
 */
export interface CloudOAuth2Client {
  /** Where the browser goes for a person to agree. `state` must be single-use and bound to that browser. */
  getAuthorizeUrl(input: CloudAuthorizeInput): string;
  /** The token for the `code` of a callback. */
  getAccessToken(input: CloudCodeInput & Cancellable): Promise<OAuth2Token>;
  /** The next token. Store it before you use it: the refresh token that was sent is replaced. */
  refresh(input: RefreshInput & Cancellable): Promise<OAuth2Token>;
  /** A token of the consumer's own (`client_credentials`), which has no refresh token. */
  getClientToken(
    input?: { readonly scopes?: readonly string[] | undefined } & Cancellable,
  ): Promise<OAuth2Token>;
}

/**
 * @example
 * const client = createCloudOAuth2Client({ clientId, clientSecret })
 * client.getAuthorizeUrl({ state })  // redirect there; on the callback:
 * const token = await client.getAccessToken({ code })
 * @throws ConfigError `invalid_option` naming a wrong or unknown option
 * @see https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/
 * @see https://developer.atlassian.com/cloud/bitbucket/oauth-2/
 */
export function createCloudOAuth2Client(options: CloudOAuth2ClientOptions): CloudOAuth2Client {
  checkOptions('createCloudOAuth2Client', options, [
    'clientId',
    'clientSecret',
    'siteUrl',
    ...clientOptionNames,
  ]);
  const { clientId, clientSecret, siteUrl = cloudSite } = options;
  checkTexts({ clientId, clientSecret });
  const consumer = { clientId, clientSecret, siteUrl: checkBaseUrl('siteUrl', siteUrl) };
  const exchange = createExchanges(options);
  return {
    getAuthorizeUrl: (input) => cloudAuthorizeUrl({ ...input, ...consumer }),
    getAccessToken: async ({ signal, ...input }) =>
      exchange({ request: cloudCodeRequest({ ...input, ...consumer }), signal }),
    refresh: async ({ signal, ...input }) =>
      exchange({ request: cloudRefreshRequest({ ...input, ...consumer }), signal }),
    getClientToken: async ({ signal, ...input } = {}) =>
      exchange({ request: cloudClientTokenRequest({ ...input, ...consumer }), signal }).catch(ofConsumer),
  };
}

/** No person has a part in it: Bitbucket says `invalid_grant` of a consumer that is not marked as private. */
function ofConsumer(error: unknown): never {
  if (!(error instanceof AuthError) || error.code !== 'reauthorization_required') throw error;
  const text = 'The consumer may not have a token of its own: mark it as a private consumer in Bitbucket';
  throw new AuthError('client_refused', text, { cause: error.cause });
}
