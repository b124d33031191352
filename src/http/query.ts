/** Writes a query string: undefined values are left out, lists repeat their key. */
import { ConfigError } from '../errors/config-error.ts';

export type QueryValue = string | number | boolean | undefined | readonly (string | number | boolean)[];

/** `''`, or `?` and the pairs in the order of the keys. A space is `%20`, so that signatures over the text agree. */
export function queryString(query: object | undefined): string {
  if (query === undefined) return '';
  const pairs: string[] = [];
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      pairs.push(`${encodeURIComponent(key)}=${encodeURIComponent(checked(key, item))}`);
    }
  }
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function checked(key: string, value: unknown): string {
  if (typeof value === 'string' && value.isWellFormed()) return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'boolean') return String(value);
  throw new ConfigError(
    `query.${key}`,
    'it cannot be written in an address',
    'Pass text, a number or a boolean, or a list of these',
  );
}
