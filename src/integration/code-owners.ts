/** Who owns a file: the CODEOWNERS file of a repository, read by Bitbucket's rules. */
import { matchesPattern } from './path-pattern.ts';

/**
 * Where Bitbucket reads the file, in Cloud and Data Center alike. Other places (the root, `docs/`) are those of other
 * products and of apps on the marketplace: pass them as `locations` where they are wanted.
 */
export const codeOwnersLocations: readonly string[] = ['.bitbucket/CODEOWNERS'];

/** One owner as the file names it. */
export interface CodeOwner {
  /** `ada@example.com`, `@ada` or `@acme/frontend`, without what says how many to take. */
  readonly reference: string;
  readonly kind: 'email' | 'user' | 'group';
  /** How many of a group are asked: `all` where the file does not say. */
  readonly strategy: 'all' | 'random' | 'least_busy';
  /** Only with `random` and `least_busy`. */
  readonly count: number | undefined;
}

export interface CodeOwnersRule {
  readonly pattern: string;
  readonly owners: readonly CodeOwner[];
  /** From 1. */
  readonly line: number;
}

export interface CodeOwners {
  readonly rules: readonly CodeOwnersRule[];
  /** Lines that are no rule of Bitbucket's: no owner, a `!` or a `[ ]` in the pattern. They own nothing. */
  readonly ignoredLines: readonly number[];
  /** The owners of a file: those of the last rule that matches it; none where no rule does. */
  ownersOf(path: string): readonly CodeOwner[];
}

/** A CODEOWNERS file and where it was. */
export interface CodeOwnersFile extends CodeOwners {
  readonly path: string;
  readonly ref: string;
  readonly text: string;
}

/**
 * The rules of a CODEOWNERS file. A pattern follows .gitignore, except that `!` and `[ ]` are not part of it and a `#`
 * cannot be escaped. Teams that `.bitbucket/teams.yaml` defines are given by their name.
 *
 * @example parseCodeOwners('*.ts @acme/web\n').ownersOf('src/app.ts') // [{ reference: '@acme/web', … }]
 * @see https://support.atlassian.com/bitbucket-cloud/docs/set-up-and-use-code-owners/
 */
export function parseCodeOwners(text: string): CodeOwners {
  const rules: CodeOwnersRule[] = [];
  const ignoredLines: number[] = [];
  for (const [index, source] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const line = index + 1;
    const content = source.replace(/(?:^|\s)#.*$/, '').trim();
    if (content === '') continue;
    const [pattern = '', ...names] = content.split(/(?<!\\)\s+/);
    const owners = names.flatMap(parseOwner);
    const isRule = owners.length > 0 && !pattern.startsWith('!') && !/[[\]]/.test(pattern);
    if (isRule) rules.push({ pattern: pattern.replace(/\\(\s)/g, '$1'), owners, line });
    else ignoredLines.push(line);
  }
  return {
    rules,
    ignoredLines,
    ownersOf: (path) => rules.findLast(({ pattern }) => matchesPattern(pattern, path))?.owners ?? [],
  };
}

function parseOwner(text: string): CodeOwner[] {
  const match = /^([^:]+?)(?::(all|random|least_busy)(?:\((\d{1,4})\))?)?$/.exec(text);
  const [, reference = '', strategy = 'all', count] = match ?? [];
  const kind = kindOf(reference);
  if (kind === undefined) return [];
  return [
    {
      reference,
      kind,
      strategy: strategy as CodeOwner['strategy'],
      count: count === undefined ? undefined : Number(count),
    },
  ];
}

function kindOf(reference: string): CodeOwner['kind'] | undefined {
  if (/^@[^@/]+\/.+$/.test(reference)) return 'group';
  if (/^@[^@/]+$/.test(reference)) return 'user';
  return /^[^@\s]+@[^@\s]+$/.test(reference) ? 'email' : undefined;
}
