/** Writes a query string: undefined values are left out, lists repeat their key. */
import { ConfigError } from '../errors/config-error.ts';

export interface QueryInput {
  readonly query: object | undefined;
  /** The call as messages name it: its route. */
  readonly call: string;
}

/** `''`, or `?` and the pairs in the order of the keys. A space is `%20`, so that signatures over the text agree. */
export function queryString({ query, call }: QueryInput): string {
  if (query === undefined) return '';
  const pairs: string[] = [];
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      const text = checked(key, item, call);
      pairs.push(`${encodeURIComponent(key)}=${encodeURIComponent(text)}`);
    }
  }
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function checked(key: string, value: unknown, call: string): string {
  const isText = typeof value === 'string' && value.isWellFormed();
  const isPlain =
    isText || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
  if (isPlain && key.isWellFormed()) return String(value);
  throw new ConfigError(
    `query.${key}`,
    `it cannot be written in an address (${call})`,
    'Pass text, a number or a boolean, or a list of these',
  );
}
