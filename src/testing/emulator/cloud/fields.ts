/** Partial answers: the `fields` parameter, which names what is wanted, added (`+`) or left out (`-`). */
import { isRecord } from '../../../shared/types.ts';

/** A tree of names; an empty one means everything below. `*` fits any name. */
type Selection = Map<string, Selection>;

/**
 * The value with only what `fields` asks for.
 *
 * @example selectFields({ a: 1, b: { c: 2, d: 3 } }, '-b.d') // { a: 1, b: { c: 2 } }
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/intro/#partial-responses
 */
export function selectFields(value: unknown, fields: string): unknown {
  const names = fields
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const removed = names.filter((name) => name.startsWith('-')).map((name) => name.slice(1));
  const wanted = names.filter((name) => !/^[-+ ]/.test(name));
  const kept = wanted.length === 0 ? value : keep(value, parse(wanted));
  return removed.reduce((rest, name) => drop(rest, name.split('.')), kept);
}

function parse(names: readonly string[]): Selection {
  const root: Selection = new Map();
  for (const name of names) {
    let at = root;
    for (const part of name.split('.')) {
      const next = at.get(part) ?? new Map();
      at.set(part, next);
      at = next;
    }
  }
  return root;
}

function keep(value: unknown, selection: Selection): unknown {
  if (selection.size === 0 || (selection.has('*') && selection.size === 1 && selection.get('*')?.size === 0))
    return value;
  if (Array.isArray(value)) return value.map((item) => keep(item, selection));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).flatMap(([name, field]): [string, unknown][] => {
    const inner = selection.get(name) ?? selection.get('*');
    return inner === undefined ? [] : [[name, keep(field, inner)]];
  });
  return Object.fromEntries(entries);
}

function drop(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => drop(item, path));
  const [name, ...rest] = path;
  if (!isRecord(value) || name === undefined) return value;
  const entries = Object.entries(value).flatMap(([key, field]): [string, unknown][] => {
    if (key !== name && name !== '*') return [[key, field]];
    return rest.length === 0 ? [] : [[key, drop(field, rest)]];
  });
  return Object.fromEntries(entries);
}
