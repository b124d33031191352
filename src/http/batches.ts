/** Cuts a list into parts of a size that a call takes at once. */

export function* batchesOf<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** What is done of a list that is sent part by part. */
export interface BatchProgress {
  readonly done: number;
  readonly total: number;
}
