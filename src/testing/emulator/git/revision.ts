/** What a client may name: hashes, branches, tags and paths; nothing of git's further revision language. */

const shortHash = /^[0-9a-f]{4,64}$/;

export const isHash = (text: string): boolean => shortHash.test(text);

/**
 * Could this be the name of a branch or tag? The rules of `git check-ref-format`: what passes means a ref to git and
 * never an option, a range or an expression such as `HEAD~1`, `@{1}` or `:/message`.
 */
export function isRefName(name: string): boolean {
  if (name === '' || name === '@' || name.length > 1_000 || name.startsWith('-')) return false;
  // Control characters, NUL and line ends among them, and what has a meaning in revisions.
  if (/[\p{Cc} ~^:?*[\\]/u.test(name) || name.includes('..') || name.includes('@{')) return false;
  return name
    .split('/')
    .every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock') && !part.endsWith('.'));
}

/** The path inside the repository without slashes around it; `undefined` for one that no tree can hold. */
export function repositoryPath(path: string): string | undefined {
  const trimmed = path.replace(/^\/+/, '').replace(/\/+$/, '');
  if (trimmed === '') return '';
  if (trimmed.includes('\0') || trimmed.length > 4_096) return undefined;
  const outside = trimmed.split('/').some((part) => part === '' || part === '.' || part === '..');
  return outside ? undefined : trimmed;
}
