/** The credential of an OAuth 1.0a application link of Bitbucket Server: every request is signed. */
import { randomUUID } from 'node:crypto';
import { checkOptions } from '../errors/check-options.ts';
import { ConfigError } from '../errors/config-error.ts';
import type { Authorizer } from '../http/authorizer.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import { readRsaPrivateKey } from './oauth1-private-key.ts';
import {
  type OAuth1Key,
  type OAuth1Parameters,
  type OAuth1Request,
  oauth1Header,
} from './oauth1-signature.ts';
import { createServerClock } from './server-clock.ts';

/** Who signs: the consumer, by its RSA key (RSA-SHA1) or its secret (HMAC-SHA1), and the token that it acts with. */
export interface OAuth1Credential {
  readonly consumerKey: string;
  /** PEM, in PKCS#1 or PKCS#8. An application link of Bitbucket Server takes this. */
  readonly privateKey?: string | undefined;
  /** Instead of `privateKey`. */
  readonly consumerSecret?: string | undefined;
  /** The access token; none or a request token while one is asked for. */
  readonly token?: string | undefined;
  /** Part of the key of HMAC-SHA1; RSA-SHA1 has no use for it. */
  readonly tokenSecret?: string | undefined;
}

export interface OAuth1Options extends OAuth1Credential {
  readonly token: string;
  readonly now?: Clock | undefined;
  /** Gives a text that was never given before. Default: a random UUID. */
  readonly nonce?: (() => string) | undefined;
}

export interface SignOAuth1Input extends OAuth1Request, OAuth1Credential {
  /** Default: a random UUID. */
  readonly nonce?: string | undefined;
  /** Seconds since 1970. Default: now. */
  readonly timestamp?: number | undefined;
  /** Further protocol parameters, such as `oauth_callback`; `undefined` leaves out one that would be there. */
  readonly oauth?: OAuth1Parameters | undefined;
}

const credentialNames = ['consumerKey', 'privateKey', 'consumerSecret', 'token', 'tokenSecret'] as const;

/**
 * Sends `Authorization: OAuth …`: a signature over method, address, query and form body, with a nonce and the time. When
 * the server refuses it and its `Date` shows that the clock is off, the call is signed again by the server's time.
 *
 * @example oauth1({ consumerKey: 'my-app', privateKey: pem, token, tokenSecret })
 * @throws ConfigError `invalid_option` for an empty part, or a key that cannot sign, with the reason
 * @see https://www.rfc-editor.org/rfc/rfc5849#section-3
 */
export function oauth1(options: OAuth1Options): Authorizer {
  checkOptions('oauth1', options, [...credentialNames, 'now', 'nonce']);
  checkText('token', options.token);
  return createOAuth1Authorizer(options);
}

/** As {@link oauth1}, for the steps before there is an access token, with the parameters that they need. */
export function createOAuth1Authorizer({
  now,
  nonce = randomUUID,
  ...input
}: Omit<OAuth1Options, 'token'> & Pick<SignOAuth1Input, 'token' | 'oauth'>): Authorizer {
  const key = readKey(input);
  const clock = createServerClock(now);
  return {
    async authorize(request) {
      const { method, url } = request;
      const timestamp = Math.floor(clock.stamp(request) / 1000);
      const oauth = protocolParameters({ ...input, nonce: nonce(), timestamp });
      const header = oauth1Header({ method, url, form: await readForm(request) }, oauth, key);
      request.headers.set('authorization', header);
      return request;
    },
    renew: async (refused, answer) => clock.repair(refused, answer),
  };
}

/**
 * The `Authorization` header of one request, for hosts that send it by themselves.
 *
 * @throws ConfigError `invalid_option`
 * @see https://www.rfc-editor.org/rfc/rfc5849#section-3.5.1
 */
export function signOAuth1(input: SignOAuth1Input): string {
  const { nonce = randomUUID(), timestamp = Math.floor(systemClock() / 1000) } = input;
  return oauth1Header(input, protocolParameters({ ...input, nonce, timestamp }), readKey(input));
}

function protocolParameters({
  consumerKey,
  token,
  nonce,
  timestamp,
  oauth,
}: Pick<SignOAuth1Input, 'consumerKey' | 'token' | 'nonce' | 'timestamp' | 'oauth'>): OAuth1Parameters {
  return {
    oauth_consumer_key: consumerKey,
    oauth_token: token,
    oauth_timestamp: String(timestamp),
    oauth_nonce: nonce,
    oauth_version: '1.0',
    ...oauth,
  };
}

function readKey({ consumerKey, privateKey, consumerSecret, tokenSecret = '' }: OAuth1Credential): OAuth1Key {
  checkText('consumerKey', consumerKey);
  if ((privateKey === undefined) === (consumerSecret === undefined)) {
    const fix = 'Pass privateKey (RSA-SHA1) or consumerSecret (HMAC-SHA1), one of them';
    throw new ConfigError('privateKey', 'there is no one thing to sign with', fix);
  }
  if (privateKey !== undefined) return { rsa: readRsaPrivateKey(privateKey) };
  checkText('consumerSecret', consumerSecret);
  return { consumerSecret, tokenSecret };
}

function checkText(option: string, value: unknown): asserts value is string {
  if (typeof value === 'string' && value !== '') return;
  throw new ConfigError(option, 'it is empty', 'Pass it as it was given to you');
}

/** The form that is sent, if one is; a body that is streamed cannot be read before it leaves. */
async function readForm(request: Request): Promise<string | undefined> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded' || request.body === null) return undefined;
  return request.clone().text();
}
