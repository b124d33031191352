/** Checks the names of options once, at the door: a misspelt option must not be a silent default. */
import { isRecord } from '../shared/types.ts';
import { ConfigError } from './config-error.ts';

/**
 * Refuses options that are no object, and keys that are not among the known ones.
 *
 * @param where who takes the options, as the message names it
 * @throws ConfigError `invalid_option` naming the key and, where one is near, the key that was meant
 */
export function checkOptions(where: string, options: unknown, known: readonly string[]): void {
  if (!isRecord(options)) {
    throw new ConfigError(where, 'its options are no object', `Pass an object with ${known.join(', ')}`);
  }
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    const fix = near === undefined ? `Known options: ${known.join(', ')}` : `Did you mean ${near}?`;
    throw new ConfigError(key, `${where} has no such option`, fix);
  }
}

function nearest(key: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((name) => ({ name, distance: editDistance(key.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance <= 3 ? best.name : undefined;
}

/** Levenshtein's distance; option names are short, so the plain table will do. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const substituted = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const shifted = Math.min(previous[column] ?? 0, current[column - 1] ?? 0) + 1;
      current.push(Math.min(substituted, shifted));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
