/** Writes text into Bitbucket's query language (`q`). */

/** Longer search text is cut: no name or title has more, and an address has an end. */
const longestLiteral = 200;

/**
 * A string literal of the query language: in double quotes, with `\` and `"` escaped, line breaks as spaces.
 *
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/intro/#filtering
 */
export function quoteLiteral(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, longestLiteral)
    .toWellFormed();
  return `"${line.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
