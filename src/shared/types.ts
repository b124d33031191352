/** Small types that several rooms share. */

export type MaybePromise<T> = T | Promise<T>;

/** The part of the global `fetch` that the library calls: an address and an init, apart. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
