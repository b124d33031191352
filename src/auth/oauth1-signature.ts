/** OAuth 1.0a signatures by RSA-SHA1 and HMAC-SHA1. The one file that knows oauth-1.0a. */
import { createHmac, type KeyObject, sign } from 'node:crypto';
import OAuth from 'oauth-1.0a';
import { ConfigError } from '../errors/config-error.ts';

/** A form body as it is sent, or its fields. */
export type OAuth1Form = string | URLSearchParams | Readonly<Record<string, string>>;

/** Protocol parameters, such as `oauth_callback`. One that is `undefined` is left out. */
export type OAuth1Parameters = Readonly<Record<`oauth_${string}`, string | undefined>>;

export interface OAuth1Request {
  readonly method: string;
  /** Absolute, with its query, which is signed too. */
  readonly url: string;
  /** The body, where it is sent as `application/x-www-form-urlencoded`; no other body is signed. */
  readonly form?: OAuth1Form | undefined;
}

/** What signs: an RSA key, or the two secrets that make the key of an HMAC. */
export type OAuth1Key =
  | { readonly rsa: KeyObject }
  | { readonly consumerSecret: string; readonly tokenSecret: string };

type Pair = readonly [name: string, value: string];

/**
 * The text that is signed: the method, the address without its query, and every parameter of the query, the form and
 * the protocol, encoded and in order. `oauth_signature` and `realm` do not belong in it.
 *
 * @example oauth1BaseString({ method: 'GET', url: 'http://h.example/?b=2', oauth: { oauth_nonce: 'n' } })
 *   // 'GET&http%3A%2F%2Fh.example%2F&b%3D2%26oauth_nonce%3Dn'
 * @throws ConfigError `invalid_option` for an address that is none
 * @see https://www.rfc-editor.org/rfc/rfc5849#section-3.4.1
 */
export function oauth1BaseString(request: OAuth1Request & { readonly oauth: OAuth1Parameters }): string {
  return baseString(createEngine(''), request, pairsOf(request.oauth));
}

/** The value of an `Authorization` header: `oauth` with its signature, the method of which the key decides. */
export function oauth1Header(request: OAuth1Request, oauth: OAuth1Parameters, key: OAuth1Key): string {
  const engine = createEngine('rsa' in key ? '' : key.consumerSecret);
  const sent = pairsOf({ ...oauth, oauth_signature_method: 'rsa' in key ? 'RSA-SHA1' : 'HMAC-SHA1' });
  const text = baseString(engine, request, sent);
  const signature =
    'rsa' in key
      ? sign('sha1', Buffer.from(text), key.rsa).toString('base64')
      : createHmac('sha1', engine.getSigningKey(key.tokenSecret)).update(text).digest('base64');
  const data = Object.fromEntries([...sent, ['oauth_signature', signature]]);
  return engine.toHeader(data as unknown as OAuth.Authorization).Authorization;
}

/**
 * The package encodes, puts the base string together and writes the header. What it does to parameters is replaced:
 * it encodes the names of a query twice, keeps a `+`, and loses one of two parameters of a name in query and form.
 */
class Engine extends OAuth {
  override getParameterString(request: OAuth.RequestOptions): string {
    return (request.data as readonly Pair[])
      .map(([name, value]): Pair => [this.percentEncode(name), this.percentEncode(value)])
      .sort(([name, value], [otherName, otherValue]) => order(name, otherName) || order(value, otherValue))
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
  }
}

/** The package takes a function to sign with; it is not called, since it knows secrets only and no keys. */
const createEngine = (consumerSecret: string): Engine =>
  new Engine({ consumer: { key: '', secret: consumerSecret }, hash_function: (text) => text });

const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function baseString(engine: Engine, { method, url, form }: OAuth1Request, oauth: readonly Pair[]): string {
  const address = URL.parse(url);
  if (address === null) throw new ConfigError('url', 'it is no address', 'Pass an absolute one');
  // The URL has the host in lower case and no default port, as the signature wants them.
  const base = `${address.protocol}//${address.host}${address.pathname}`;
  const data: readonly Pair[] = [...address.searchParams, ...fieldsOf(form), ...oauth];
  return engine.getBaseString({ method, url: base, data }, {} as OAuth.Data);
}

function fieldsOf(form: OAuth1Form | undefined): URLSearchParams {
  // A body may begin with a question mark, which URLSearchParams would take for that of a query.
  return new URLSearchParams(typeof form === 'string' ? `&${form}` : form);
}

function pairsOf(parameters: OAuth1Parameters): Pair[] {
  return Object.entries(parameters).flatMap(([name, value]): Pair[] =>
    value === undefined ? [] : [[name, value.toWellFormed()]],
  );
}
