/** Takes from an error body what may be shown of it. */

/** Longest text of an error body that is passed on. */
const longestText = 1000;

/**
 * A text that may be shown: not empty, no page of HTML, of bounded length, on one line. A server that a tenant named
 * could else write lines of its own into a log, or steer the terminal that shows it.
 */
export function shownText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .trim()
    .slice(0, longestText)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return text === '' || text.startsWith('<') ? undefined : text;
}
