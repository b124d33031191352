/** Takes from an error body what may be shown of it. */

/** Longest text of an error body that is passed on. */
const longestText = 1000;

/** A text that may be shown: not empty, no page of HTML, of bounded length. */
export function shownText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' || text.startsWith('<') ? undefined : text.slice(0, longestText);
}
