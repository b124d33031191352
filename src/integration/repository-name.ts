/** What a repository's full name looks like. */

/** `workspace/slug`: two parts that are neither empty nor dots, without blanks and `#`. */
export const isFullName = (repo: string): boolean =>
  /^[^/\s#]+\/[^/\s#]+$/.test(repo) && !repo.split('/').some((part) => part === '.' || part === '..');
