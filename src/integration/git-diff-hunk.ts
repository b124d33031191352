/** Counts the lines of one hunk, so that what a file holds is never taken for a header of the diff. */

/** Lines that a hunk still has to give: for each side before (one, or a merge's parents), and after. */
export interface Hunk {
  readonly before: number[];
  after: number;
  /** The sum of them all; at 0 the hunk is over. */
  left: number;
}

const space = 0x20;
const plus = 0x2b;
const comma = 0x2c;
const minus = 0x2d;
const zero = 0x30;
const atSign = 0x40;
const backslash = 0x5c;
const carriageReturn = 0x0d;

/**
 * A header of `@@ -1,3 +1,4 @@` or, in a merge of n parents, `@@@ -1,3 -1,3 +1,4 @@@`; a count left out is 1. Read by
 * hand: there is one for every few lines of a diff, and a regular expression would cost more than the lines do.
 */
export function parseHunkHeader(text: string, start: number, end: number): Hunk | undefined {
  const cursor: Cursor = { text, at: start, end };
  while (take(cursor, atSign)) {}
  const marks = cursor.at - start;
  const before: number[] = [];
  while (before.length < marks - 1) {
    const count = take(cursor, space) && take(cursor, minus) ? takeRange(cursor) : -1;
    if (count < 0) return undefined;
    before.push(count);
  }
  const after = take(cursor, space) && take(cursor, plus) ? takeRange(cursor) : -1;
  if (marks < 2 || after < 0 || !take(cursor, space) || !take(cursor, atSign)) return undefined;
  return { before, after, left: sum(before) + after };
}

interface Cursor {
  readonly text: string;
  at: number;
  readonly end: number;
}

function take(cursor: Cursor, code: number): boolean {
  const found = cursor.at < cursor.end && cursor.text.charCodeAt(cursor.at) === code;
  if (found) cursor.at += 1;
  return found;
}

/** The number of lines of `12,3` or `12`; -1 where that does not stand. */
function takeRange(cursor: Cursor): number {
  if (takeNumber(cursor) < 0) return -1;
  return take(cursor, comma) ? takeNumber(cursor) : 1;
}

function takeNumber(cursor: Cursor): number {
  const start = cursor.at;
  let value = 0;
  for (; cursor.at < cursor.end; cursor.at++) {
    const digit = cursor.text.charCodeAt(cursor.at) - zero;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return cursor.at > start ? value : -1;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/**
 * Takes complete lines off a plain hunk in one go, since nearly all of a diff is such lines, and gives where the next
 * one starts: one that is cut off by the chunk's end, is not plain, or comes after the hunk's last.
 */
export function takePlainLines(hunk: Hunk, text: string, from: number): number {
  if (hunk.before.length !== 1) return from;
  let before = hunk.before[0] ?? 0;
  let { after } = hunk;
  let start = from;
  while (before + after > 0) {
    const mark = text.charCodeAt(start);
    if (mark === space ? before === 0 || after === 0 : mark === plus ? after === 0 : before === 0) break;
    if (mark !== space && mark !== plus && mark !== minus) break;
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    if (mark !== plus) before -= 1;
    if (mark !== minus) after -= 1;
    start = end + 1;
  }
  hunk.before[0] = before;
  hunk.after = after;
  hunk.left = before + after;
  return start;
}

/** Takes a line off the hunk; false when it can't be one of its lines, and the hunk is broken. */
export function takeLine(hunk: Hunk, text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) === backslash && end > start) return true; // "\ No newline at end of file"
  return hunk.before.length === 1
    ? takePlain(hunk, markAt(text, start, end))
    : takeCombined(hunk, text, start, end);
}

/** A mark beyond the line's end is a blank that something on the way cut off. */
function markAt(text: string, index: number, end: number): number {
  if (index >= end) return space;
  const code = text.charCodeAt(index);
  return code === carriageReturn && index === end - 1 ? space : code;
}

function takePlain(hunk: Hunk, mark: number): boolean {
  if (mark !== plus && mark !== minus && mark !== space) return false;
  const before = (hunk.before[0] ?? 0) - (mark === plus ? 0 : 1);
  const after = hunk.after - (mark === minus ? 0 : 1);
  if (before < 0 || after < 0) return false;
  hunk.before[0] = before;
  hunk.after = after;
  hunk.left = before + after;
  return true;
}

/**
 * One mark for each parent. With a minus in any column the line is not in the result, and only the parents with a
 * minus had it; otherwise it is in the result, and the parents with a blank had it too.
 *
 * @see https://git-scm.com/docs/diff-format#_combined_diff_format
 */
function takeCombined(hunk: Hunk, text: string, start: number, end: number): boolean {
  const marks = hunk.before.map((_, column) => markAt(text, start + column, end));
  if (marks.some((mark) => mark !== plus && mark !== minus && mark !== space)) return false;
  const removed = marks.includes(minus);
  const had = removed ? minus : space;
  if (!removed && hunk.after === 0) return false;
  if (marks.some((mark, column) => mark === had && hunk.before[column] === 0)) return false;
  for (const [column, mark] of marks.entries()) {
    if (mark === had) hunk.before[column] = (hunk.before[column] ?? 0) - 1;
  }
  if (!removed) hunk.after -= 1;
  hunk.left = sum(hunk.before) + hunk.after;
  return true;
}
