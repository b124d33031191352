/** Numbers that look random and are the same for the same seed, so that a failure can be seen again. */

export interface Random {
  /** A whole number from 0 to below `below`. */
  below(below: number): number;
  pick<T>(items: readonly T[]): T;
  /** True so many times in a hundred. */
  chance(percent: number): boolean;
}

/** A generator of 32 bits after Marsaglia's xorshift. */
export function createRandom(seed: number): Random {
  let state = seed | 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const below = (most: number): number => next() % most;
  return {
    below,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new Error('Nothing to pick from');
      return items[below(items.length)] as T;
    },
    chance: (percent) => below(100) < percent,
  };
}
