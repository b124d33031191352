/** Reads a git diff as it comes, in pieces, and keeps nothing of it but the files it changes. */
import type { FileChange } from '../shared/file-change.ts';
import { type Hunk, parseHunkHeader, takeLine, takePlainLines } from './git-diff-hunk.ts';
import { pathOfEqualSides, pathOfSide, unquotePath } from './git-diff-paths.ts';

/**
 * Longest line that is read as a header: two of the longest paths that file systems take (4,096 bytes), with every
 * byte written as an octal escape, fit twice. Of a longer one no more than this is ever held.
 */
const headerLimit = 64 * 1024;

/** What the header lines of one file have told so far. */
interface Section {
  /** What stands after `diff --git `; a merge's `diff --cc ` names one path, without a prefix. */
  readonly sides: string;
  readonly combined: boolean;
  type: FileChange['type'];
  renamedFrom?: string;
  target?: string;
  /** The `---` and `+++` lines as they stand: seldom needed, and so not read before they are. */
  before?: string;
  after?: string;
}

const carriageReturn = 0x0d;
const atSign = 0x40;

/** How lines begin that matter between two files: `diff`, `commit`, `From`, `---`. */
const outsideMarks = new Set(['d', 'c', 'F', '-'].map((mark) => mark.charCodeAt(0)));

/**
 * Push pieces, cut anywhere, then `end()` for the changes. A piece is a string either way, since strings are what V8
 * looks for line ends in the fastest: text as it is (`utf8`), or one character for each byte (`latin1`). Lines inside
 * hunks are counted and not decoded; a line that spans pieces is held up to 64 KiB.
 */
export class GitDiffReader {
  readonly #encoding: 'utf8' | 'latin1';
  readonly #changes: FileChange[] = [];
  /** Changes before this index belong to an earlier commit. */
  #floor = 0;
  #inMail = false;
  #section: Section | undefined;
  #inBody = false;
  #hunk: Hunk | undefined;
  /** The start of a line whose end has not come yet; one character over the limit tells that there was more. */
  #held = '';

  constructor(encoding: 'utf8' | 'latin1') {
    this.#encoding = encoding;
  }

  push(piece: string): void {
    let start = 0;
    if (this.#held !== '') {
      const end = piece.indexOf('\n');
      this.#hold(piece, 0, end < 0 ? piece.length : end);
      if (end < 0) return;
      this.#takeHeld();
      start = end + 1;
    }
    for (;;) {
      if (this.#hunk !== undefined) start = this.#takePlainLines(this.#hunk, piece, start);
      const end = piece.indexOf('\n', start);
      if (end < 0) break;
      this.#line(piece, start, end);
      start = end + 1;
    }
    this.#hold(piece, start, piece.length);
  }

  end(): FileChange[] {
    if (this.#held !== '') this.#takeHeld();
    this.#closeSection();
    return this.#changes;
  }

  #takePlainLines(hunk: Hunk, text: string, start: number): number {
    const next = takePlainLines(hunk, text, start);
    if (hunk.left === 0) this.#hunk = undefined;
    return next;
  }

  #hold(text: string, start: number, end: number): void {
    const room = headerLimit + 1 - this.#held.length;
    this.#held += text.slice(start, Math.min(end, start + room));
  }

  #takeHeld(): void {
    const line = this.#held;
    this.#held = '';
    this.#line(line, 0, line.length);
  }

  #line(text: string, start: number, end: number): void {
    if (this.#hunk !== undefined) {
      const taken = takeLine(this.#hunk, text, start, end);
      if (!taken || this.#hunk.left === 0) this.#hunk = undefined;
      if (taken) return;
    }
    if (this.#section === undefined && !outsideMarks.has(text.charCodeAt(start))) return;
    if (this.#section !== undefined && text.charCodeAt(start) === atSign && end > start) {
      this.#openHunk(text, start, end);
    } else this.#header(this.#decode(text, start, end));
  }

  /**
   * A line without its end, be it LF or CRLF: git quotes a path that itself ends in CR. Empty when over the limit. Made
   * anew in any case, since a slice would keep the whole diff in memory for as long as a path of it is kept.
   */
  #decode(text: string, start: number, end: number): string {
    if (end - start > headerLimit) return '';
    const cut = end > start && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
    return Buffer.from(text.slice(start, cut), this.#encoding).toString();
  }

  #header(text: string): void {
    if (text.startsWith('diff --')) this.#openSection(text);
    else if (this.#section === undefined) this.#outside(text);
    else if (this.#inBody ? !text.startsWith('\\') : !readExtendedHeader(this.#section, text)) {
      this.#closeSection();
      this.#outside(text);
    }
  }

  #openSection(text: string): void {
    this.#closeSection();
    const [, command, sides = ''] = /^diff --(git|cc|combined) (.*)$/s.exec(text) ?? [];
    if (command !== undefined) this.#section = { sides, combined: command !== 'git', type: 'M' };
    this.#inBody = false;
  }

  #openHunk(text: string, start: number, end: number): void {
    this.#inBody = true;
    const hunk = parseHunkHeader(text, start, end);
    if (hunk === undefined) this.#closeSection();
    else if (hunk.left > 0) this.#hunk = hunk;
  }

  /**
   * Between two files: where a commit begins, and the end of a mailed commit's message. A message may itself hold a
   * diff; what was read since the mail's first line is then dropped at the `---` that ends the message.
   */
  #outside(text: string): void {
    const mail = /^From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001$/.test(text);
    if (mail || (!this.#inMail && /^commit [0-9a-f]{40,64}\b/.test(text))) {
      this.#floor = this.#changes.length;
      this.#inMail = mail;
    } else if (text === '---' && this.#inMail) {
      this.#changes.length = this.#floor;
    }
  }

  #closeSection(): void {
    const section = this.#section;
    this.#section = undefined;
    if (section === undefined) return;
    const path = pathOf(section);
    if (path === undefined) return;
    // a file that became a link, or the other way round, comes as two sections of the same path
    const last = this.#changes.length > this.#floor ? this.#changes.at(-1) : undefined;
    const kindChanged = section.target === undefined && section.type === 'A' && last?.type === 'D';
    if (section.renamedFrom !== undefined) this.#changes.push({ path: section.renamedFrom, type: 'D' });
    if (kindChanged && last.path === path) last.type = 'M';
    else this.#changes.push({ path, type: section.type });
  }
}

/** Reads a line between `diff …` and the first hunk; false when it does not belong there. */
function readExtendedHeader(section: Section, text: string): boolean {
  if (text.startsWith('--- ')) section.before = text.slice(4);
  else if (text.startsWith('+++ ')) section.after = text.slice(4);
  else if (text.startsWith('new file mode ')) section.type = 'A';
  else if (text.startsWith('deleted file mode ')) section.type = 'D';
  else if (text.startsWith('rename from ')) section.renamedFrom = unquotePath(text.slice(12));
  else if (text.startsWith('rename to ')) setTarget(section, text.slice(10));
  else if (text.startsWith('copy to ')) setTarget(section, text.slice(8));
  else return uninteresting.some((start) => text.startsWith(start));
  return true;
}

/** What else an extended header has: nothing about path and kind of change. */
const uninteresting = [
  'index ',
  'old mode ',
  'new mode ',
  'mode ',
  'similarity ',
  'dissimilarity ',
  'copy from ',
];

function setTarget(section: Section, target: string): void {
  section.target = unquotePath(target);
  section.type = 'A';
}

/** The path that the section's change is of: the target of a move or copy, else the file's own. */
function pathOf(section: Section): string | undefined {
  const { sides, combined, target, before = '/dev/null', after = '/dev/null' } = section;
  if (combined) return unquotePath(sides);
  return (
    target ??
    pathOfEqualSides(sides) ??
    pathOfSide(after) ??
    pathOfSide(before) ??
    /^.+ b\/(.+)$/s.exec(sides)?.[1]
  );
}
