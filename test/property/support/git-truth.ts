/** What git itself says of a history: who is whose parent, and what each commit did to files. Two processes in all. */
import { execFileSync } from 'node:child_process';
import type { FileChange } from 'bitbucket-sdk/cloud';
import { changesOfRaw } from '../../integration/temporary-git.ts';

export interface GitTruth {
  /** Full hashes, newest first. */
  readonly hashes: readonly string[];
  readonly parents: ReadonlyMap<string, readonly string[]>;
  /** Against the first parent; of a first commit against nothing. */
  changesOf(hash: string): readonly FileChange[];
  /** The commits that `end` has and `start` has not. */
  between(start: string, end: string): ReadonlySet<string>;
}

export function askGit(folder: string, most: number): GitTruth {
  const git = (args: string[], input = ''): Buffer =>
    execFileSync('git', args, {
      cwd: folder,
      input,
      maxBuffer: 1024 * 1024 * 1024,
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    });
  const list = git(['rev-list', '--parents', '--date-order', 'HEAD', '--branches', '--tags']).toString();
  const rows = list
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  const parents = new Map(rows.map(([hash = '', ...others]) => [hash, others]));
  const hashes = rows.slice(0, most).map(([hash = '']) => hash);
  // A commit and the one parent that it is compared with.
  const asked = hashes.map((hash) => [hash, ...(parents.get(hash)?.slice(0, 1) ?? [])].join(' '));
  const format = ['-r', '-M', '--root', '--always', '--raw', '-z', '--no-abbrev'];
  const changes = splitByCommit(git(['diff-tree', '--stdin', ...format], `${asked.join('\n')}\n`));
  const pasts = new Map<string, ReadonlySet<string>>();
  const pastOf = (hash: string): ReadonlySet<string> => {
    const known = pasts.get(hash) ?? walk(hash, parents);
    pasts.set(hash, known);
    return known;
  };
  return {
    hashes,
    parents,
    changesOf: (hash) => changes.get(hash) ?? [],
    between: (start, end) => {
      const known = pastOf(start);
      return new Set([...pastOf(end)].filter((hash) => !known.has(hash)));
    },
  };
}

/** The commit and all that it is built on. */
function walk(from: string, parents: GitTruth['parents']): ReadonlySet<string> {
  const seen = new Set([from]);
  // A set that grows while it is walked goes on to what is added.
  for (const hash of seen) for (const parent of parents.get(hash) ?? []) seen.add(parent);
  return seen;
}

/** `<hash> NUL`, then what it did, for each commit. */
function splitByCommit(output: Buffer): Map<string, FileChange[]> {
  const changes = new Map<string, FileChange[]>();
  let hash = '';
  let fields: string[] = [];
  const end = (): void => void changes.set(hash, changesOfRaw(Buffer.from(fields.join('\0'))));
  let isPath = 0;
  for (const field of output.toString().split('\0')) {
    if (isPath > 0) isPath -= 1;
    else if (field.startsWith(':')) isPath = /[RC]\d+$/.test(field) ? 2 : 1;
    else if (/^[0-9a-f]{40}$/.test(field)) {
      if (hash !== '') end();
      hash = field;
      fields = [];
      continue;
    }
    fields.push(field);
  }
  if (hash !== '') end();
  return changes;
}
