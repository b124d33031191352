/** Writes to a bare repository without a working tree: refs, commits, tags, merges. */
import { GitError } from './processes.ts';
import type { RefKind } from './refs.ts';
import type { GitRepository } from './repository.ts';

/** Who and when, as a commit or tag says it. */
export interface Person {
  readonly name: string;
  readonly email: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export interface RefChange {
  readonly kind: RefKind;
  readonly name: string;
  /** What it points at now; undefined where it is not there. */
  readonly from: string | undefined;
  /** What it shall point at; undefined takes it away. */
  readonly to: string | undefined;
}

/** Moves, makes or removes a ref; false when it is not where it was thought to be. */
export async function changeRef(
  { git, folder, emptyTree }: GitRepository,
  { kind, name, from, to }: RefChange,
): Promise<boolean> {
  const none = '0'.repeat(emptyTree.length);
  const ref = `refs/${kind}/${name}`;
  const args = to === undefined ? ['-d', ref, from ?? none] : [ref, to, from ?? none];
  try {
    await git.text(['update-ref', ...args], { cwd: folder });
    return true;
  } catch (error) {
    if (error instanceof GitError && error.exitCode !== null) return false;
    throw error;
  }
}

export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Person;
  readonly committer: Person;
}

/** The hash of the new commit. */
export async function writeCommit({ git, folder }: GitRepository, commit: NewCommit): Promise<string> {
  const parents = commit.parents.flatMap((hash) => ['-p', hash]);
  const env = { ...personEnv('AUTHOR', commit.author), ...personEnv('COMMITTER', commit.committer) };
  const args = ['commit-tree', ...parents, '-F', '-', commit.tree];
  return (await git.text(args, { cwd: folder, input: commit.message, env })).trim();
}

/** git has names for both roles, and takes no empty one, no angle brackets and no line ends. */
function personEnv(role: 'AUTHOR' | 'COMMITTER', { name, email, time }: Person): NodeJS.ProcessEnv {
  const clean = (text: string, instead: string): string => text.replace(/[<>\p{Cc}]/gu, '').trim() || instead;
  return {
    [`GIT_${role}_NAME`]: clean(name, 'nobody'),
    [`GIT_${role}_EMAIL`]: clean(email, 'nobody@example.com'),
    [`GIT_${role}_DATE`]: `${Math.floor(time / 1_000)} +0000`,
  };
}

/** The hash of a new annotated tag for a commit. */
export async function writeTag(
  { git, folder }: GitRepository,
  { name, target, message, tagger }: { name: string; target: string; message: string; tagger: Person },
): Promise<string> {
  const env = personEnv('COMMITTER', tagger);
  const who = `${env['GIT_COMMITTER_NAME']} <${env['GIT_COMMITTER_EMAIL']}> ${env['GIT_COMMITTER_DATE']}`;
  const input = `object ${target}\ntype commit\ntag ${name}\ntagger ${who}\n\n${message.trimEnd()}\n`;
  return (await git.text(['mktag'], { cwd: folder, input })).trim();
}

/** The tree that merging the two commits gives; `undefined` when they conflict or have nothing in common. */
export async function mergeTrees(
  { git, folder }: GitRepository,
  ours: string,
  theirs: string,
): Promise<string | undefined> {
  try {
    const args = ['merge-tree', '--write-tree', '--no-messages', ours, theirs];
    return (await git.text(args, { cwd: folder })).trim().split('\n')[0];
  } catch (error) {
    if (error instanceof GitError && error.exitCode !== null) return undefined;
    throw error;
  }
}

/** Takes over what a commit of another repository needs. Kept by a ref that clients do not see. */
export async function takeOver(
  { git, folder }: GitRepository,
  { from, hash, ref }: { from: GitRepository; hash: string; ref: string },
): Promise<void> {
  const spec = `+${hash}:${ref}`;
  await git.text(['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', from.folder, spec], {
    cwd: folder,
  });
}
