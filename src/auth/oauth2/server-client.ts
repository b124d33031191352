/** The OAuth 2.0 client of an incoming application link of Bitbucket Server. */
import { checkOptions } from '../../errors/check-options.ts';
import { ConfigError } from '../../errors/config-error.ts';
import { checkBaseUrl } from '../../http/client-options.ts';
import { createTlsFetch, type TlsOptions } from '../../http/tls-fetch.ts';
import type { OAuth2Token } from '../token-store.ts';
import { checkRedirectUri, checkTexts } from './checks.ts';
import { clientOptionNames, createExchanges, type OAuth2ClientOptions } from './exchange.ts';
import type { OAuth2Consumer } from './request.ts';
import {
  type ServerAuthorizeInput,
  type ServerCodeInput,
  type ServerRefreshInput,
  type ServerSite,
  serverAuthorizeUrl,
  serverCodeRequest,
  serverRefreshRequest,
} from './server-requests.ts';

export interface ServerOAuth2ClientOptions extends OAuth2ClientOptions, OAuth2Consumer, ServerSite {
  /** The redirect URL of the grants, where a call names none. Sent with each refresh, too: a server may ask for it. */
  readonly redirectUri?: string | undefined;
  /** A private CA, a client certificate, or no verification. Needs the package undici; excludes `fetch`. */
  readonly tls?: TlsOptions | undefined;
}

interface Cancellable {
  readonly signal?: AbortSignal | undefined;
}

/** `redirectUri` may be left to that of the client. */
type DefaultRedirect<Input extends { readonly redirectUri: string }> = Omit<Input, 'redirectUri'> & {
  readonly redirectUri?: string | undefined;
};

/** Each exchange throws as those of a {@link CloudOAuth2Client} do. */
export interface ServerOAuth2Client {
  /** Where the browser goes for a person to agree. Keep `state` and `codeVerifier`, bound to that browser. */
  getAuthorizeUrl(input: DefaultRedirect<ServerAuthorizeInput>): string;
  /** The token for the `code` of a callback. */
  getAccessToken(input: DefaultRedirect<ServerCodeInput> & Cancellable): Promise<OAuth2Token>;
  /** The next token. Store it before you use it. */
  refresh(input: ServerRefreshInput & Cancellable): Promise<OAuth2Token>;
  /** Ends the connections that `tls` holds; without `tls` there is nothing to end. */
  close(): Promise<void>;
}

/**
 * @example
 * const client = createServerOAuth2Client({ baseUrl, clientId, clientSecret, redirectUri })
 * const codeVerifier = newCodeVerifier()  // keep it, then redirect:
 * client.getAuthorizeUrl({ state, scopes: ['REPO_READ'], codeVerifier })
 * const token = await client.getAccessToken({ code, codeVerifier })
 * @throws ConfigError `invalid_option` naming a wrong or unknown option
 * @see https://confluence.atlassian.com/bitbucketserver/bitbucket-oauth-2-0-provider-api-1108483661.html
 */
export function createServerOAuth2Client(options: ServerOAuth2ClientOptions): ServerOAuth2Client {
  const names = ['baseUrl', 'clientId', 'clientSecret', 'redirectUri', 'tls', ...clientOptionNames];
  checkOptions('createServerOAuth2Client', options, names);
  const { clientId, clientSecret, tls, fetch } = options;
  checkTexts({ clientId, clientSecret });
  const redirectUri = options.redirectUri && checkRedirectUri(options.redirectUri);
  const consumer = { clientId, clientSecret, baseUrl: checkBaseUrl('baseUrl', options.baseUrl) };
  if (tls !== undefined && fetch !== undefined) {
    throw new ConfigError('tls', 'it has no effect on a fetch of your own', 'Pass tls or fetch, not both');
  }
  const connection = tls === undefined ? undefined : createTlsFetch(tls, consumer.baseUrl);
  const exchange = createExchanges({ ...options, fetch: connection?.fetch ?? fetch });
  const withRedirect = <T extends { readonly redirectUri?: string | undefined }>(input: T) => ({
    ...input,
    redirectUri: namedRedirect(input.redirectUri ?? redirectUri),
  });
  return {
    getAuthorizeUrl: (input) => serverAuthorizeUrl({ ...withRedirect(input), ...consumer }),
    getAccessToken: async ({ signal, ...input }) =>
      exchange({ request: serverCodeRequest({ ...withRedirect(input), ...consumer }), signal }),
    refresh: async ({ signal, ...input }) =>
      exchange({ request: serverRefreshRequest({ redirectUri, ...input, ...consumer }), signal }),
    close: async () => connection?.close(),
  };
}

function namedRedirect(redirectUri: string | undefined): string {
  if (redirectUri !== undefined) return redirectUri;
  const fix = 'Pass the https address of your callback to createServerOAuth2Client, or with each call';
  throw new ConfigError('redirectUri', 'neither the client nor the call names one', fix);
}
