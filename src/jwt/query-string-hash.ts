/** The canonical form of a request and its SHA-256, which bind a Connect JWT to one method, path and query. */
import { sha256Hex } from '../shared/bytes.ts';

export interface CanonicalRequestInput {
  readonly method: string;
  /** An absolute address, or a path with its query. */
  readonly url: string | URL;
  /** The path that the app is mounted under; cut off the front of the address's path. */
  readonly basePath?: string | undefined;
}

/**
 * The text that the hash is made of: `METHOD&path&query`.
 *
 * @example canonicalRequest({ method: 'get', url: '/a/b/?z=1&b=2&b=1&jwt=…' }) // 'GET&/a/b&b=1,2&z=1'
 * @see https://developer.atlassian.com/cloud/bitbucket/query-string-hash/
 */
export function canonicalRequest({ method, url, basePath = '' }: CanonicalRequestInput): string {
  const { path, query } = split(String(url));
  return `${method.toUpperCase()}&${canonicalPath(path, basePath)}&${canonicalQuery(query)}`;
}

/**
 * The `qsh` claim: hex of the SHA-256 of {@link canonicalRequest}.
 *
 * @see https://developer.atlassian.com/cloud/bitbucket/query-string-hash/
 */
export function queryStringHash(input: CanonicalRequestInput): string {
  return sha256Hex(canonicalRequest(input));
}

/** By hand and not by `URL`, which would rewrite the path: what is hashed are the characters that were sent. */
function split(url: string): { path: string; query: string } {
  const withoutFragment = url.split('#', 1)[0] ?? '';
  const relative = withoutFragment.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?]*/i, '');
  const mark = relative.indexOf('?');
  return mark === -1
    ? { path: relative, query: '' }
    : { path: relative.slice(0, mark), query: relative.slice(mark + 1) };
}

function canonicalPath(path: string, basePath: string): string {
  const base = basePath.replace(/\/+$/, '');
  const inside =
    base !== '' && (path === base || path.startsWith(`${base}/`)) ? path.slice(base.length) : path;
  const rooted = inside.startsWith('/') ? inside : `/${inside}`;
  const trimmed = rooted.length > 1 && rooted.endsWith('/') ? rooted.slice(0, -1) : rooted;
  return trimmed.replaceAll('&', '%26');
}

function canonicalQuery(query: string): string {
  const valuesByKey = new Map<string, string[]>();
  for (const pair of query.split('&')) {
    const mark = pair.indexOf('=');
    const key = decode(mark === -1 ? pair : pair.slice(0, mark));
    if (pair === '' || key === 'jwt') continue;
    const values = valuesByKey.get(key) ?? [];
    values.push(mark === -1 ? '' : decode(pair.slice(mark + 1)));
    valuesByKey.set(key, values);
  }
  return [...valuesByKey]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, values]) => `${encode(key)}=${values.sort(byCodeUnit).map(encode).join(',')}`)
    .join('&');
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // Not UTF-8: hashed as it came, so that such an address is bound to its token, too.
    return spaced;
  }
}

/** RFC 3986: all but the unreserved characters. `encodeURIComponent` leaves five of them too many. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
