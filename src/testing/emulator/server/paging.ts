/** Pages: `{ values, size, limit, isLastPage, start, nextPageStart? }`. */
import { json, type ServerCall } from './call.ts';
import { badArgument } from './errors.ts';

export interface PageRequest {
  readonly start: number;
  /** Never more than the list allows, whatever was asked for. */
  readonly limit: number;
}

export function pageRequest(query: URLSearchParams, { byDefault = 25, most = 1_000 } = {}): PageRequest {
  const start = whole(query, 'start', 0);
  const limit = whole(query, 'limit', byDefault);
  if (limit === 0) throw badArgument("The 'limit' must be greater than 0");
  return { start, limit: Math.min(limit, most) };
}

function whole(query: URLSearchParams, name: string, byDefault: number): number {
  const text = query.get(name);
  if (text === null || text === '') return byDefault;
  if (!/^\d{1,9}$/.test(text)) throw badArgument(`The '${name}' is not a whole number`);
  return Number(text);
}

export interface PageContent {
  readonly values: readonly unknown[];
  /** Where the next page starts; `undefined` on the last one. */
  readonly next: number | undefined;
}

/** A page as it is answered. */
export interface PageShape {
  readonly size: number;
  readonly limit: number;
  readonly isLastPage: boolean;
  readonly values: readonly unknown[];
  readonly start: number;
  readonly nextPageStart?: number;
}

export function pageShape({ start, limit }: PageRequest, { values, next }: PageContent): PageShape {
  return {
    size: values.length,
    limit,
    isLastPage: next === undefined,
    values,
    start,
    ...(next === undefined ? {} : { nextPageStart: next }),
  };
}

/**
 * A page of a list of which the caller may see a part. Counted is the whole list, so that `nextPageStart` is not
 * always `start + size`: what is hidden is skipped, as by Bitbucket.
 */
export function pageOfVisible<T>(
  { start, limit }: PageRequest,
  items: Iterable<T>,
  isVisible: (item: T) => boolean,
): { items: T[]; next: number | undefined } {
  const found: T[] = [];
  let index = -1;
  for (const item of items) {
    index += 1;
    if (index < start || !isVisible(item)) continue;
    if (found.length === limit) return { items: found, next: index };
    found.push(item);
  }
  return { items: found, next: undefined };
}

/** A page of a list that is in memory. */
export async function pageOf<T>(
  { query }: ServerCall,
  items: readonly T[],
  shape: (item: T) => unknown,
  lengths: { byDefault?: number; most?: number } = {},
): Promise<Response> {
  const page = pageRequest(query, lengths);
  const end = page.start + page.limit;
  const values = await Promise.all(items.slice(page.start, end).map(shape));
  return json(pageShape(page, { values, next: end < items.length ? end : undefined }));
}
