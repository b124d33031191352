/** Follows a line of a file back through a diff: to its number before, or to nothing where the diff brought it. */

const hunkHeader = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

interface Hunk {
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newStart: number;
  readonly newCount: number;
}

/**
 * The number that a line had before the change; `undefined` where the change brought the line. Lines count from 1.
 *
 * The diff must be of one file against one parent; the section of a file that was deleted beside it, which a rename
 * that git did not see as one has, is passed over. A hunk is read by the counts in its header, so that a line of the
 * file that looks like a header is none.
 */
export function lineBefore(diff: string, line: number): number | undefined {
  const section = diff.split(/^(?=diff --git )/m).find((text) => !isDeletion(text));
  const lines = (section ?? '').split('\n');
  let shift = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const hunk = parseHeader(lines[at] ?? '');
    if (hunk === undefined) continue;
    if (line < firstLine(hunk.newStart, hunk.newCount)) break;
    const end = bodyEnd(lines, at + 1, hunk);
    if (line < firstLine(hunk.newStart, hunk.newCount) + hunk.newCount) {
      return lineInside(lines.slice(at + 1, end), hunk, line);
    }
    shift += hunk.oldCount - hunk.newCount;
    at = end - 1;
  }
  return line + shift;
}

const isDeletion = (section: string): boolean =>
  /^\+\+\+ \/dev\/null$/m.test(section.slice(0, Math.max(0, section.search(/^@@ /m))));

function parseHeader(text: string): Hunk | undefined {
  const match = hunkHeader.exec(text);
  if (match === null) return undefined;
  const [, oldStart, oldCount = '1', newStart, newCount = '1'] = match;
  return {
    oldStart: Number(oldStart),
    oldCount: Number(oldCount),
    newStart: Number(newStart),
    newCount: Number(newCount),
  };
}

/** git names the line before an empty side, not the line where it would stand. */
const firstLine = (start: number, count: number): number => (count === 0 ? start + 1 : start);

function bodyEnd(lines: readonly string[], start: number, { oldCount, newCount }: Hunk): number {
  let old = oldCount;
  let current = newCount;
  let at = start;
  for (; at < lines.length && (old > 0 || current > 0); at += 1) {
    const mark = lines[at]?.[0];
    if (mark === '\\') continue;
    if (mark !== '+') old -= 1;
    if (mark !== '-') current -= 1;
  }
  return at;
}

function lineInside(body: readonly string[], hunk: Hunk, line: number): number | undefined {
  let old = firstLine(hunk.oldStart, hunk.oldCount);
  let current = firstLine(hunk.newStart, hunk.newCount);
  for (const text of body) {
    const mark = text[0];
    if (mark === '\\') continue;
    if (mark !== '-' && current === line) return mark === '+' ? undefined : old;
    if (mark !== '+') old += 1;
    if (mark !== '-') current += 1;
  }
  return undefined;
}
