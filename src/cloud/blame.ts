/** Who wrote a line: Bitbucket Cloud has no call for it, so it is read out of a file's history. */
import { ConfigError } from '../errors/config-error.ts';
import { type FileOptions, fromRoot, orMissing } from '../http/files.ts';
import type { RestClient } from '../http/rest-client.ts';
import { resolveCommit } from './files.ts';
import { lineBefore } from './line-origin.ts';
import type { CloudRoutes } from './operations.ts';
import { type RepositoryPath, splitRepo } from './repo.ts';
import type { FileHistoryEntry, ShortCommit } from './types.ts';

type CloudRest = RestClient<CloudRoutes>;

export interface BlameOptions extends FileOptions {
  /** The line at the ref, from 1. Without it, the newest commit that changed the file is given. */
  readonly line?: number | undefined;
  /** Most commits of the file to look at. Default 50: each costs a call, where a line is asked for. */
  readonly maxCommits?: number | undefined;
}

/** The commit that a line, or the last change of a file, comes from. */
export interface Blame {
  /** With `hash`, `date`, `message` and `author`. */
  readonly commit: ShortCommit;
  /** The file's path at that commit. */
  readonly path: string;
  /** The line's number at that commit; `undefined` where none was asked for. */
  readonly line: number | undefined;
}

/** What is asked for of each entry, so that a page stays small. */
const fields = [
  'next',
  'values.path',
  'values.commit.hash',
  'values.commit.date',
  'values.commit.message',
  'values.commit.author.*',
].join(',');
const pageLength = 50;

/** @throws ConfigError `invalid_option` for a line or a bound below 1 */
export async function readBlame(
  rest: CloudRest,
  repo: string,
  { path, ref, line, maxCommits = 50, signal }: BlameOptions,
): Promise<Blame | undefined> {
  checkCount('line', line ?? 1);
  checkCount('maxCommits', maxCommits);
  const names = splitRepo(repo);
  const commit = await resolveCommit(rest, names, ref, signal);
  if (commit === undefined) return undefined;
  const place = { ...names, commit, path: fromRoot(path) };
  // One more than the bound: a rename is seen only by the entry after it.
  const maxItems = line === undefined ? 1 : maxCommits + 1;
  const query = { fields, pagelen: Math.min(maxItems, pageLength) };
  const route = 'GET /repositories/{workspace}/{repo_slug}/filehistory/{commit}/{path}';
  const history = rest.paginate(route, { path: place, query, maxItems, signal });
  return orMissing(walk(rest, names, { history, line, maxCommits, signal }));
}

interface Walk {
  readonly history: AsyncIterable<FileHistoryEntry>;
  readonly line: number | undefined;
  readonly maxCommits: number;
  readonly signal: AbortSignal | undefined;
}

async function walk(
  rest: CloudRest,
  names: RepositoryPath,
  { history, line, maxCommits, signal }: Walk,
): Promise<Blame | undefined> {
  let current = line;
  let looked = 0;
  for await (const [entry, older] of withNext(history)) {
    const { commit, path } = entry;
    if (commit === undefined) continue;
    if (current === undefined) return { commit, path, line: undefined };
    if (looked >= maxCommits) return undefined;
    looked += 1;
    const diff = await rest.request('GET /repositories/{workspace}/{repo_slug}/diff/{spec}', {
      path: { ...names, spec: commit.hash },
      // Both names of a renamed file: with one alone, Bitbucket would show it as wholly new.
      query: { path: older === undefined || older.path === path ? path : [path, older.path] },
      as: 'text',
      signal,
    });
    const before = lineBefore(diff, current);
    if (before === undefined) return { commit, path, line: current };
    current = before;
  }
  return undefined;
}

async function* withNext<Item>(items: AsyncIterable<Item>): AsyncGenerator<[Item, Item | undefined]> {
  let held: Item | undefined;
  for await (const item of items) {
    if (held !== undefined) yield [held, item];
    held = item;
  }
  if (held !== undefined) yield [held, undefined];
}

function checkCount(option: string, value: number): void {
  if (Number.isInteger(value) && value >= 1) return;
  throw new ConfigError(option, 'it is not a positive whole number', 'Pass 1 or more');
}
