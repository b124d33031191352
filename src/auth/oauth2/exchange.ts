/** Sends the exchanges of an OAuth 2.0 client: once each, with a bound on time and answer. */
import type { Authorizer } from '../../http/authorizer.ts';
import { boundedFetch } from '../../http/bounded-fetch.ts';
import { toTransportOptions } from '../../http/client-options.ts';
import { createTransport } from '../../http/transport.ts';
import { type Clock, systemClock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { FetchLike } from '../../shared/types.ts';
import type { OAuth2Token } from '../token-store.ts';
import { oauth2Refusal, readOAuth2Answer } from './answer.ts';
import type { OAuth2Request } from './request.ts';

/** What every OAuth 2.0 client takes. */
export interface OAuth2ClientOptions {
  /** Instead of the global `fetch`: for a proxy, or to observe. Called with an address and an init, apart. */
  readonly fetch?: FetchLike | undefined;
  /** Milliseconds for an exchange, and again for reading its answer. Default 10,000. */
  readonly timeout?: number | undefined;
  readonly now?: Clock | undefined;
  readonly logger?: Logger | undefined;
}

export const clientOptionNames = ['fetch', 'timeout', 'now', 'logger'] as const;

export interface Exchange {
  readonly request: OAuth2Request;
  readonly signal?: AbortSignal | undefined;
  /** What signs the request anew on each hop; by itself it has its `authorization` header, if it needs one. */
  readonly auth?: Authorizer | undefined;
}

/** A token has a few thousand characters; an answer of many is somebody else's. */
const longestAnswer = 64 * 1024;

/**
 * Never sent twice: a refresh token that was used may be worth nothing.
 *
 * @throws ConfigError `invalid_option`
 */
export function createExchanges(options: OAuth2ClientOptions): (exchange: Exchange) => Promise<OAuth2Token> {
  const { fetch, timeout = 10_000, now = systemClock, logger } = options;
  const send = (auth: Authorizer): ReturnType<typeof createTransport> => {
    const transport = toTransportOptions({ auth, fetch, timeout, logger, retry: { limit: 0 } });
    return createTransport({
      ...transport,
      fetch: boundedFetch(transport.fetch, longestAnswer),
      toApiError: ({ name, response, body, retryAfter }) => {
        // Thrown and not given back: some refusals are AuthErrors.
        throw oauth2Refusal({ name, status: response.status, body, retryAfter });
      },
    });
  };
  // The options are checked here and not on the first call.
  send(withHeader(undefined));
  return async ({ request, signal, auth }) => {
    const { authorization, ...headers } = request.headers;
    const { method, url, body } = request;
    const sentAt = now();
    const answer = await send(auth ?? withHeader(authorization))({
      method,
      url,
      headers,
      body,
      signal,
    });
    const { status } = answer.response;
    return readOAuth2Answer({ status, body: String(answer.body) }, { sentAt, name: answer.name });
  };
}

/** Puts the header on each hop, since redirects are not given it. */
const withHeader = (authorization: string | undefined): Authorizer => ({
  authorize: async (request) => {
    if (authorization !== undefined) request.headers.set('authorization', authorization);
    return request;
  },
});
