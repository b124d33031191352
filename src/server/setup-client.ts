/** The three steps by which an application link gives a token: ask, have a person agree, take. */
import { createOAuth1Authorizer, type SignOAuth1Input } from '../auth/oauth1.ts';
import { checkOptions } from '../errors/check-options.ts';
import { ConfigError } from '../errors/config-error.ts';
import { boundedFetch } from '../http/bounded-fetch.ts';
import { checkBaseUrl, toTransportOptions } from '../http/client-options.ts';
import { createTransport } from '../http/transport.ts';
import type { Clock } from '../shared/clock.ts';
import { isLoginPage } from './api-error.ts';
import { type Connection, type ConnectionOptions, openConnection } from './connection.ts';
import { type OAuth1Token, readTokenAnswer, toSetupApiError } from './setup-answers.ts';

export type { OAuth1Token } from './setup-answers.ts';

export interface BitbucketServerSetupOptions extends ConnectionOptions {
  readonly consumerKey: string;
  /** PEM of the RSA key whose public half stands in the application link. */
  readonly privateKey: string;
  /** Milliseconds for each step, and again for reading its answer. Default 30,000. */
  readonly timeout?: number | undefined;
  readonly now?: Clock | undefined;
  readonly nonce?: (() => string) | undefined;
}

export interface AccessTokenInput extends OAuth1Token {
  /** `oauth_verifier` of the callback; its `oauth_token` where a server sends no other. */
  readonly verifier: string;
}

const optionNames = ['baseUrl', 'consumerKey', 'privateKey', 'fetch', 'tls', 'timeout', 'now', 'nonce'];
const servlet = '/plugins/servlet/oauth';
/** A token answer has a few hundred bytes; one of many is somebody else's. */
const longestAnswer = 64 * 1024;

/**
 * Obtains the OAuth 1.0a token of an application link. Each step throws ApiError when the server refuses,
 * TransportError `bad_answer` when it answers something that is no token, and `network` or `timeout` when it is not
 * reached. Nothing that the server wrote is in a message: it may be shown to whoever typed the address.
 *
 * @example
 * const setup = new BitbucketServerSetupClient({ baseUrl, consumerKey, privateKey })
 * const request = await setup.getRequestToken({ callbackUrl })  // keep it, then redirect:
 * setup.getAuthorizeUrl(request.token)
 * const { token, tokenSecret } = await setup.getAccessToken({ ...request, verifier })
 * @see https://www.rfc-editor.org/rfc/rfc5849#section-2
 */
export class BitbucketServerSetupClient {
  readonly #options: BitbucketServerSetupOptions;
  readonly #baseUrl: string;
  readonly #connection: Connection;

  /** @throws ConfigError `invalid_option` naming a wrong or unknown option, and what is wrong with a key */
  constructor(options: BitbucketServerSetupOptions) {
    checkOptions('BitbucketServerSetupClient', options, optionNames);
    this.#options = options;
    this.#baseUrl = checkBaseUrl('baseUrl', options.baseUrl);
    this.#connection = openConnection({ ...options, baseUrl: this.#baseUrl });
    // The options are checked here and not on the first call.
    this.#transport({});
  }

  /** A token that a person can be asked to agree to; they come back to `callbackUrl`. */
  async getRequestToken({ callbackUrl }: { readonly callbackUrl: string }): Promise<OAuth1Token> {
    const callback = URL.parse(callbackUrl);
    if (callback === null || !/^https?:$/.test(callback.protocol)) {
      throw new ConfigError(
        'callbackUrl',
        'it is no web address',
        'Pass where the browser shall come back to',
      );
    }
    return this.#exchange('request-token', { oauth: { oauth_callback: callback.href } });
  }

  /** Where the browser goes for a person to agree. */
  getAuthorizeUrl(token: string): string {
    return `${this.#baseUrl}${servlet}/authorize?oauth_token=${encodeURIComponent(token)}`;
  }

  /** The access token, for the request token that a person agreed to. */
  async getAccessToken({ token, tokenSecret, verifier }: AccessTokenInput): Promise<OAuth1Token> {
    for (const [option, value] of Object.entries({ token, tokenSecret, verifier })) {
      if (typeof value === 'string' && value !== '') continue;
      throw new ConfigError(option, 'it is missing', 'Pass what the request token and the callback gave');
    }
    return this.#exchange('access-token', { token, tokenSecret, oauth: { oauth_verifier: verifier } });
  }

  /** Ends the connections that `tls` holds; without `tls` there is nothing to end. */
  close(): Promise<void> {
    return this.#connection.close();
  }

  async #exchange(step: string, signed: Signed): Promise<OAuth1Token> {
    return readTokenAnswer(
      await this.#transport(signed)({
        method: 'POST',
        url: `${this.#baseUrl}${servlet}/${step}`,
        headers: { accept: '*/*', 'x-atlassian-token': 'no-check' },
      }),
    );
  }

  /** A transport for one step, since each is signed with parameters of its own. */
  #transport(signed: Signed): ReturnType<typeof createTransport> {
    const { consumerKey, privateKey, now, nonce, timeout } = this.#options;
    const auth = createOAuth1Authorizer({ consumerKey, privateKey, now, nonce, ...signed });
    const { fetch, ...options } = toTransportOptions({ auth, fetch: this.#connection.fetch, timeout });
    return createTransport({
      ...options,
      fetch: boundedFetch(fetch, longestAnswer),
      toApiError: toSetupApiError,
      isLoginPage,
    });
  }
}

type Signed = Pick<SignOAuth1Input, 'token' | 'tokenSecret' | 'oauth'>;
