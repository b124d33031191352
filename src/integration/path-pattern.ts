/** Matches a path with a pattern of .gitignore, in time that grows with the product of their lengths at most. */

/**
 * Does the pattern mean the file? A pattern with a slash before its end is anchored to the root, another one matches at
 * any depth; what it matches may be a folder above the file, and with a slash at the end it must be one. `*` and `?`
 * stay within a name, `**` spans folders.
 *
 * @param path from the root of the repository, with `/`
 * @see https://git-scm.com/docs/gitignore#_pattern_format
 */
export function matchesPattern(pattern: string, path: string): boolean {
  const foldersOnly = pattern.endsWith('/');
  const text = pattern.replace(/\/+$/, '');
  const anchored = text.includes('/');
  const parts = text.split('/').filter((part) => part !== '');
  if (parts.length === 0) return false;
  const names = path.split('/').filter((name) => name !== '');
  const ends = endsOf(anchored ? parts : ['**', ...parts], names);
  return ends.has(names.length) ? !foldersOnly || ends.size > 1 : ends.size > 0;
}

/** How many of the path's names the whole pattern can take up, in every way that there is. */
function endsOf(parts: readonly string[], names: readonly string[]): ReadonlySet<number> {
  let ends = new Set([0]);
  for (const [index, part] of parts.entries()) {
    const next = new Set<number>();
    if (part === '**') {
      const least = Math.min(...ends) + (index === parts.length - 1 ? 1 : 0);
      for (let end = least; end <= names.length; end += 1) next.add(end);
    } else {
      for (const end of ends)
        if (end < names.length && matchesName(part, names[end] ?? '')) next.add(end + 1);
    }
    if (next.size === 0) return next;
    ends = next;
  }
  return ends;
}

/** `*` and `?` against one name. Only the last `*` is ever tried again, so this cannot grow exponentially. */
function matchesName(pattern: string, name: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let starAt = 0;
  while (at < name.length) {
    const mark = pattern[inPattern];
    if (mark === '*') {
      star = inPattern;
      starAt = at;
      inPattern += 1;
    } else if (mark === '?' || (mark !== undefined && mark === name[at])) {
      at += 1;
      inPattern += 1;
    } else if (star >= 0) {
      starAt += 1;
      at = starAt;
      inPattern = star + 1;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(inPattern));
}
