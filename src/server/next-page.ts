/** Finds the page after one: by `nextPageStart` alone, since a page may have fewer items than were asked for. */
import type { Page } from '../http/paging.ts';

/**
 * The address of the next page, or `undefined` after the last. A page that does not lead forward leads to itself,
 * which the walk refuses. One that is not the last and names no next ends the walk, too: Bitbucket caps some lists
 * (`page.max.changes`) and has nothing more to give then.
 */
export function nextPage({ isLastPage, nextPageStart }: Page, url: string): string | undefined {
  if (isLastPage === true || nextPageStart === undefined || nextPageStart === null) return undefined;
  const next = new URL(url);
  const start = Number(next.searchParams.get('start') ?? 0);
  if (!isAfter(nextPageStart, start)) return url;
  next.searchParams.set('start', String(nextPageStart));
  return next.href;
}

/** Is it a start that lies after this one? */
export function isAfter(nextPageStart: unknown, start: number): nextPageStart is number {
  return Number.isSafeInteger(nextPageStart) && Number(nextPageStart) > start;
}
