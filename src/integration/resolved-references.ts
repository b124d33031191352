/** The issues that a commit message says it resolves: `Fixes DEMO-1`. */

/** A project's key and a short id: at least one letter, `-` between the parts, and no `_` in the last. */
const defaultKeyPattern = /(?=[0-9_]*[A-Z])[A-Z0-9][A-Z0-9_]*(?:-[A-Z0-9_]+)*-[A-Z0-9]+/;

/** A verb and what may stand between it and the first key. */
const verb = /\b(?:fix(?:es|ed)?|close[sd]?|resolve[sd]?)\b(?:(?::\s*|\s+)\[?#?|\[#?|#)/;

/** What may stand between two keys. Every part may be missing, so this never fails and never goes back. */
const gap = /[^\S\r\n]*(?:,\s*)?(?:(?:and\b|&)\s*)?\[?#?/;

/** The rest of a Markdown link whose text the key was; an address in it has no parentheses or blanks. */
const linkTarget = /\](?:\([^()\s]*\))?/;

/**
 * The keys of the issues that a message resolves, each once, in the order they come.
 *
 * ```text
 * reference = verb [":"] key { separator key }
 * verb      = fix | fixes | fixed | close | closes | closed | resolve | resolves | resolved     in any case
 * separator = blanks | [blanks] "," | "and" | "&"      a list goes on in the next line only after these last three
 * key       = ["#"] DEMO-1 | MY-PROJ-3F | [DEMO-1](https://…)
 * ```
 *
 * A key is in capitals, digits and `_`, its parts joined by `-`; it has a letter before the last part, and what comes
 * after it belongs to no word. So `Fixes UTF-8 names` gives `UTF-8`: whether an issue has that key is the host's to
 * look up. Words between verb and key end the reference: `Fixes the mess of DEMO-1` resolves nothing. The reference
 * integration lets any words stand there; closing an issue that was only mentioned costs more than leaving it open.
 *
 * The time taken grows with the message's length alone.
 *
 * @param options `keyPattern`: what a key looks like instead, tried where a key may begin; its flags `g` and `y` don't
 *   matter. It must not match the empty text, and its own backtracking is the caller's
 * @example findResolvedReferences('Fixes DEMO-1, DEMO-2 and #DEMO-3') // ['DEMO-1', 'DEMO-2', 'DEMO-3']
 * @see https://docs.sentry.io/product/releases/associate-commits/
 */
export function findResolvedReferences(
  message: string,
  options: { readonly keyPattern?: RegExp | undefined } = {},
): string[] {
  const { source, flags } = options.keyPattern ?? defaultKeyPattern;
  const keyLength = lengthAt(message, `(?:${source})(?![A-Za-z0-9_-])`, flags.replace(/[gy]/g, ''));
  const gapLength = lengthAt(message, gap.source, 'i');
  const linkLength = lengthAt(message, linkTarget.source, '');
  const found = new Set<string>();
  const verbs = new RegExp(verb, 'gi');
  while (verbs.test(message)) {
    let start = verbs.lastIndex;
    for (let length = keyLength(start); length > 0; length = keyLength(start)) {
      found.add(message.slice(start, start + length));
      let end = start + length;
      if (message[end] === ']') end += linkLength(end);
      start = end + gapLength(end);
      if (start === end) break;
    }
  }
  return [...found];
}

/** Tells how much a pattern takes of the text at one place. */
function lengthAt(text: string, source: string, flags: string): (at: number) => number {
  const pattern = new RegExp(source, `${flags}y`);
  return (at) => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex - at : 0;
  };
}
