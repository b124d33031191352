/** Remembers answers for a while, and never more than so many. */
import type { Clock } from '../shared/clock.ts';

export interface BoundedCache<Value> {
  /** What is remembered, else what `load` gives, which is remembered then. A failure is not. */
  get(key: string, load: () => Promise<Value>): Promise<Value>;
}

export interface BoundedCacheOptions {
  /** Milliseconds that an answer is good for. */
  readonly lifetime: number;
  /** Answers to keep; the one that was asked for longest ago goes first. */
  readonly most: number;
  readonly now: Clock;
}

export function createBoundedCache<Value>({ lifetime, most, now }: BoundedCacheOptions): BoundedCache<Value> {
  const entries = new Map<string, { readonly value: Value; readonly until: number }>();
  return {
    async get(key, load) {
      const known = entries.get(key);
      entries.delete(key);
      if (known !== undefined && known.until > now()) {
        entries.set(key, known);
        return known.value;
      }
      const value = await load();
      entries.delete(key);
      entries.set(key, { value, until: now() + lifetime });
      for (const oldest of entries.keys()) {
        if (entries.size <= most) break;
        entries.delete(oldest);
      }
      return value;
    },
  };
}
