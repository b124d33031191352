/** The paths of a git diff's header lines: C-style quotes, prefixes, and the two halves of `diff --git`. */
import { utf8 } from '../shared/bytes.ts';

/** What follows a backslash in a quoted path and is not three octal digits. */
const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/**
 * A path as git prints it: as it is, or in double quotes where it holds control characters, quotes, backslashes or,
 * by git's default, anything but ASCII. Bytes that are not UTF-8 become U+FFFD, quoted or not.
 *
 * @example unquotePath('"caf\\303\\251"') // 'café'
 * @see https://git-scm.com/docs/git-config#Documentation/git-config.txt-corequotePath
 */
export function unquotePath(text: string): string {
  if (!text.startsWith('"')) return text;
  const bytes: number[] = [];
  for (const match of text.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs)) {
    const [plain, octal, letter] = match;
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8) & 0xff);
    else bytes.push(...utf8(letter === undefined ? plain : (escapes[letter] ?? letter)));
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}

/**
 * The one path of a `diff --git` line whose two sides name the same file, or `undefined` where they differ. Paths with
 * spaces leave only one place at which both halves are equal.
 *
 * @param sides what stands after `diff --git `
 */
export function pathOfEqualSides(sides: string): string | undefined {
  const middle = sides.startsWith('"') ? endOfQuotes(sides) : (sides.length - 1) / 2;
  if (!Number.isInteger(middle) || sides[middle] !== ' ') return undefined;
  const left = unquotePath(sides.slice(0, middle));
  const right = unquotePath(sides.slice(middle + 1));
  return withoutPrefixes(left, right);
}

/** A path of a `---` or `+++` line without its prefix; `undefined` for the side that does not exist. */
export function pathOfSide(side: string): string | undefined {
  // git ends a name with blanks in it by a tab, so that patch(1) sees where it stops
  const path = unquotePath(side.replace(/\t$/, ''));
  return path === '/dev/null' ? undefined : path.replace(/^(?:[a-z12]\/|src:\/\/|dst:\/\/)/, '');
}

function endOfQuotes(text: string): number {
  return /^"(?:[^"\\]|\\.)*"/s.exec(text)?.[0].length ?? -1;
}

/** `a/` and `b/`; git's mnemonic letters; `src://` and `dst://` as Data Center writes them; or none on both sides. */
function withoutPrefixes(left: string, right: string): string | undefined {
  if (left === right) return left;
  const length = /^(?:src|dst):\/\//.test(left) ? 6 : 2;
  const prefixed = left[length - 1] === '/' && right[length - 1] === '/';
  return prefixed && left.slice(length) === right.slice(length) ? left.slice(length) : undefined;
}
