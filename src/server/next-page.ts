/** Finds the page after one: by `nextPageStart` alone, since a page may have fewer items than were asked for. */
import type { Page } from '../http/paging.ts';

/**
 * The address of the next page, or `undefined` after the last. A page that does not lead forward leads to itself,
 * which the walk refuses. One that is not the last and names no next ends the walk, too: Bitbucket caps some lists
 * (`page.max.changes`) and has nothing more to give then.
 */
export function nextPage({ isLastPage, nextPageStart }: Page, url: string): string | undefined {
  if (isLastPage === true || nextPageStart === undefined || nextPageStart === null) return undefined;
  const start = Number(new URL(url).searchParams.get('start') ?? 0);
  if (!isAfter(nextPageStart, start)) return url;
  // Only its start is changed: written anew, the query would have its spaces as `+`.
  const asked = /([?&]start=)[^&]*/;
  if (asked.test(url)) return url.replace(asked, (_, key: string) => key + String(nextPageStart));
  return `${url}${url.includes('?') ? '&' : '?'}start=${nextPageStart}`;
}

/** Is it a start that lies after this one? */
export function isAfter(nextPageStart: unknown, start: number): nextPageStart is number {
  return Number.isSafeInteger(nextPageStart) && Number(nextPageStart) > start;
}
