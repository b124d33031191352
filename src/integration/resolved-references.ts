/** The issues that a commit message says it resolves: `Fixes DEMO-1`. */

/**
 * A project's key and a short id: at least one letter in the first part, and no `_` in the last. In small letters only
 * with a digit in the last part, else any word with a hyphen would be one; no version such as `log4j-2.17`.
 */
const defaultKeyPattern =
  /(?:(?=[0-9_]*[A-Z])[A-Z0-9][A-Z0-9_]*(?:-[A-Z0-9_]+)*-[A-Z0-9]+|(?=[0-9_]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*-(?=[A-Za-z]*[0-9])[A-Za-z0-9]+)(?![A-Za-z0-9_-]|\.[0-9])/;

const verb = 'fix(?:es|ed|ing)?|clos(?:e[sd]?|ing)|resolv(?:e[sd]?|ing)';

/** What before a verb takes it back. */
const negation =
  "(?:\\b(?:not|cannot|never|without|no\\s+longer|partly|partially)|n['’]t)(?:\\s+(?:yet|fully|really|quite|completely|entirely))?";

/** The item's mark in a list; a box in it must be ticked. */
const bullet = '(?:[-*+•]|[0-9]{1,3}[.)])[^\\S\\r\\n]+(?:\\[[xX]\\][^\\S\\r\\n]+)?';

/**
 * A place where keys may begin: after a verb, which is captured, or after a line's end, which is captured with the
 * indentation and the mark after it. Each is read once, from the first to the last, and nothing of it is read again.
 */
const anchor = `\\b(?=(?:${verb})\\b)(?<!${negation}\\s+)(?<verb>${verb})|\\n(?:\\s*\\n)?(?<indent>[^\\S\\r\\n]*)(?<mark>${bullet})?`;

// Every part of what follows may be missing, so that it never fails, and never goes back.

/** Between a verb and what it resolves; the mark is that of a list's first item. */
const afterVerb = `\\*{0,2}(?:[^\\S\\r\\n]*:\\*{0,2}(?:\\s*[\\r\\n][^\\S\\r\\n]*${bullet}|\\s*)|[^\\S\\r\\n]+[-–—][^\\S\\r\\n]+|\\s+)?`;
/** A subject's scope in Conventional Commits, `fix(door)!: `. */
const scope = '(?:(?:\\([^()\\r\\n]{1,80}\\))?!?:[^\\S\\r\\n]*)?';
const noun =
  '(?:(?:(?:sub-?)?tasks?|issues?|bugs?|tickets?|stor(?:y|ies)|defects?|problems?|incidents?|jira)(?![\\w-])(?:\\(s\\))?[^\\S\\r\\n]*:?\\s*)?';
const quotes = '"\'`“”„‘’«»*';
const opening = `[#([{<${quotes}]*`;
/** The beginning of an issue's address; nothing that may stand after a verb is in it. */
const address =
  '(?:https?://[^\\s:/?#()[\\]{}<>"\'`*]+(?::[0-9]+)?(?:/[^\\s:?#()[\\]{}<>"\'`*]*?)?/(?:browse|issues?)/)?';
const addressRest = '[^\\s,;()[\\]{}<>"\'`*]*';
/** After a key; the target of a Markdown link whose text the key was has no parentheses or blanks. */
const closing = `(?:\\](?:\\([^()\\s]*\\))?|[)}>${quotes}])*`;
/** A list goes on in the next line after a sign or a word only. A parenthesis after blanks is a remark. */
const separator = `(?:[^\\S\\r\\n]*(?:(?:[,;/&+]|(?:and|or)(?![\\w-]))\\s*)+${noun}${opening}|(?<=\\))[^\\S\\r\\n]*${opening}|[^\\S\\r\\n]+[#[{<${quotes}]*)?`;

/**
 * The keys of the issues that a message resolves, each once, in the order they come.
 *
 * ```text
 * reference = verb [":" | " - "] [noun] key { separator key }
 * verb      = fix | fixes | fixed | fixing     and so with close and resolve, in any case
 * noun      = issue | bug | ticket | task | story | defect | problem | incident | jira     also plural, and with ":"
 * key       = DEMO-1 | demo-1 | MY-PROJ-3F     with "#", quotes, `…`, **…**, (…), […] or <…> about it
 *           | [DEMO-1](https://…) | https://…/browse/DEMO-1 | https://…/issues/DEMO-1
 * separator = blanks | one or more of "," ";" "/" "&" "+" "and" "or", after which the list may go on in the next line
 * ```
 *
 * As a list of items after a verb with a colon, each item begins with its keys (`Fixes:\n- DEMO-1 the door`); a box
 * before them must be ticked. A subject may be a Conventional Commit's (`fix(DEMO-1): …`, `fix(door)!: DEMO-1 …`), a
 * line a smart commit of Jira (`DEMO-1 DEMO-2 #time 2h #close`).
 *
 * A key consists of letters, digits and `_`, its parts joined by `-`; its first part has a letter, its last a digit,
 * unless all is in capitals. It is given back in capitals. So `Fixes utf-8 names` gives `UTF-8`: whether an issue has
 * that key is the host's to look up.
 *
 * Not taken: what other words part from its verb (`Fixes the mess of DEMO-1`); the reference integration takes it, but
 * closing an issue that was only mentioned costs more than leaving it open. What is taken back: after `not`, `n't`,
 * `cannot`, `never`, `no longer`, `without`, `partly`, `partially`, and in the subject of git's `Revert "…"`. Markdown
 * is not read: what stands in a block of code counts.
 *
 * The time taken grows with the message's length alone.
 *
 * @param options `keyPattern`: what a key looks like instead, tried where a key may begin; its flags `g` and `y` don't
 *   matter, and keys are given back as they stand. It must not match the empty text, and its own backtracking is the
 *   caller's
 * @example findResolvedReferences('Fixes DEMO-1, demo-2 and #DEMO-3') // ['DEMO-1', 'DEMO-2', 'DEMO-3']
 * @see https://docs.sentry.io/product/releases/associate-commits/
 * @see https://support.atlassian.com/jira-software-cloud/docs/process-issues-with-smart-commits/
 */
export function findResolvedReferences(
  message: string,
  options: { readonly keyPattern?: RegExp | undefined } = {},
): string[] {
  const { keyPattern } = options;
  const found = new Set<string>();
  const take = (key: string): unknown => found.add(keyPattern === undefined ? key.toUpperCase() : key);
  const read = createReader(message, keyPattern, take);
  const anchors = new RegExp(anchor, 'gi');
  anchors.lastIndex = beginning(message, read);
  let inList = false;
  for (let at = anchors.exec(message); at !== null; at = anchors.exec(message)) {
    const { verb: isVerb, indent, mark } = at.groups ?? {};
    const start = anchors.lastIndex;
    if (isVerb !== undefined) {
      const reference = read.reference(start);
      inList ||= reference.inList;
      anchors.lastIndex = reference.end;
    } else if (mark !== undefined) {
      if (inList) anchors.lastIndex = read.list(start);
    } else {
      inList &&= indent !== '';
      anchors.lastIndex = read.smartCommit(start);
    }
  }
  return [...found];
}

/** Where to begin: after the subject of a revert, which names what is open again, or after a smart commit. */
function beginning(message: string, read: Reader): number {
  if (!/^Revert "(?!Revert ")/.test(message)) return read.smartCommit(0);
  const end = message.indexOf('\n');
  return end === -1 ? message.length : end;
}

/** Each takes the keys that it finds at a place, and gives where they end: at that place if there are none. */
interface Reader {
  list(start: number): number;
  /** `inList` where the keys are the first item of a list. */
  reference(start: number): { readonly end: number; readonly inList: boolean };
  /** Passes over keys that a line begins with, too, if no command follows them. */
  smartCommit(start: number): number;
}

function createReader(
  message: string,
  keyPattern: RegExp | undefined,
  take: (key: string) => unknown,
): Reader {
  const { source, flags } = keyPattern ?? defaultKeyPattern;
  const pass = (pattern: string, own = 'i') => matcher(message, pattern, own);
  const keyEnd = pass(`(?:${source})(?![A-Za-z0-9_-])`, flags.replace(/[gy]/g, ''));
  const [verbEnd, scopeEnd, nounEnd] = [pass(afterVerb), pass(scope), pass(noun)];
  const [openingEnd, addressEnd, restEnd] = [pass(opening), pass(address), pass(addressRest)];
  const [closingEnd, separatorEnd] = [pass(closing), pass(separator)];
  const [blanksEnd, commandEnd] = [
    pass('[^\\S\\r\\n]*'),
    pass(`(?:[^\\r\\n]*?[^\\S\\r\\n]#)??(?:${verb})\\b`),
  ];
  const hasCommand = new RegExp(`#(?:${verb})\\b`, 'i').test(message);

  /** The keys from a place on, and where they end with what is about them; a key may be in an issue's address. */
  const readKeys = (start: number): { readonly keys: string[]; readonly end: number } => {
    const keys: string[] = [];
    for (let end = start; ; ) {
      const from = addressEnd(end);
      const to = keyEnd(from);
      if (to === from) return { keys, end };
      keys.push(message.slice(from, to));
      const closed = closingEnd(from > end ? restEnd(to) : to);
      end = separatorEnd(closed);
      if (end === closed) return { keys, end };
    }
  };

  const takeKeys = (start: number): number => {
    const { keys, end } = readKeys(start);
    keys.forEach(take);
    return keys.length === 0 ? start : end;
  };
  /** What may be a key is one, also if it is a noun: the caller's pattern may be of any kind. */
  const listEnd = (start: number): number => {
    const from = openingEnd(start);
    const end = takeKeys(from);
    if (end > from) return end;
    const named = nounEnd(from);
    const again = named > from ? openingEnd(named) : from;
    const namedEnd = again > from ? takeKeys(again) : again;
    return namedEnd > again ? namedEnd : start;
  };

  return {
    list: listEnd,
    reference(start) {
      const from = verbEnd(start);
      const end = listEnd(from);
      if (end > from) return { end, inList: /[\r\n]\s*\S/.test(message.slice(start, from)) };
      const scoped = scopeEnd(start);
      const scopedEnd = scoped === from ? scoped : listEnd(scoped);
      return { end: scopedEnd > scoped ? scopedEnd : start, inList: false };
    },
    smartCommit(start) {
      if (!hasCommand) return start;
      const { keys, end } = readKeys(blanksEnd(start));
      if (message[end - 1] === '#' && commandEnd(end) > end) keys.forEach(take);
      return keys.length === 0 ? start : end;
    },
  };
}

/** Tells where a pattern ends that begins at a place in the text: at that place where it doesn't match. */
function matcher(text: string, source: string, flags: string): (at: number) => number {
  const pattern = new RegExp(source, `${flags}y`);
  return (at) => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : at;
  };
}
