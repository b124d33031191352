/** The check of an options object at the door: wrong keys are named, with the key that was meant. */
import { isRecord } from '../shared/types.ts';
import { ConfigError } from './config-error.ts';

/**
 * Refuses options that are not an object, or that hold a key which nobody reads: a misspelt option would otherwise
 * be left out in silence.
 *
 * @param where the function that was called, for the message
 * @throws ConfigError `invalid_option`, naming the key and the known one that is nearest to it
 */
export function checkOptions(where: string, options: unknown, known: readonly string[]): void {
  if (!isRecord(options)) {
    throw new ConfigError('options', `${where} needs an object`, `Pass { ${known.join(', ')} }`);
  }
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue;
    const meant = nearestWord(key, known);
    const fix = meant === undefined ? `It takes ${known.join(', ')}` : `Did you mean ${meant}?`;
    throw new ConfigError(key, `${where} has no such option`, fix);
  }
}

/** The word that differs from `word` by a slip of the hand (a third of its letters at most), if there is one. */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  const lower = word.toLowerCase().slice(0, 100);
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(lower.length / 3)) + 1;
  for (const candidate of words) {
    const distance = editDistance(lower, candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

/** How many letters must be put in, taken out or changed to make one text of the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
