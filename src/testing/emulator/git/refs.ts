/** Branches, tags, the main branch, and what a client's revision means. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type GitTag, parseTag } from './parse-object.ts';
import type { GitRepository } from './repository.ts';
import { isHash, isRefName } from './revision.ts';

export type RefKind = 'heads' | 'tags';

export interface GitRef {
  readonly name: string;
  /** What the ref points at: a commit, or a tag object. */
  readonly hash: string;
  readonly type: string;
}

/** The branches or tags in git's order, by name. */
export async function listRefs({ git, folder }: GitRepository, kind: RefKind): Promise<GitRef[]> {
  const prefix = `refs/${kind}/`;
  const format = '%(objectname) %(objecttype) %(refname)';
  const text = await git.text(['for-each-ref', `--format=${format}`, prefix], { cwd: folder });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [hash = '', type = '', ...name] = line.split(' ');
      return { hash, type, name: name.join(' ').slice(prefix.length) };
    });
}

export async function findRef(
  { objects }: GitRepository,
  kind: RefKind,
  name: string,
): Promise<GitRef | undefined> {
  if (!isRefName(name)) return undefined;
  const found = await objects.info(`refs/${kind}/${name}`);
  return found === undefined ? undefined : { name, hash: found.hash, type: found.type };
}

/** The commit that an object is or, for a tag object, leads to. */
export async function peelToCommit({ objects }: GitRepository, hash: string): Promise<string | undefined> {
  const found = await objects.info(`${hash}^{commit}`);
  return found?.type === 'commit' ? found.hash : undefined;
}

/** The commit that a ref leads to; asks git only about tag objects. */
export async function targetOf(repository: GitRepository, ref: GitRef): Promise<string | undefined> {
  return ref.type === 'commit' ? ref.hash : peelToCommit(repository, ref.hash);
}

/** The tag object behind a ref; `undefined` for a lightweight tag. */
export async function readTag({ objects }: GitRepository, hash: string): Promise<GitTag | undefined> {
  const found = await objects.read(hash);
  return found?.type === 'tag' ? parseTag(found.content) : undefined;
}

/** The commit that a branch, a tag, a full or an unambiguous short hash means, looked for in this order. */
export async function resolveRevision(
  repository: GitRepository,
  revision: string,
): Promise<string | undefined> {
  if (!isRefName(revision)) return undefined;
  const names = [`refs/heads/${revision}`, `refs/tags/${revision}`];
  if (revision === 'HEAD') names.unshift('HEAD');
  if (isHash(revision)) names.push(revision);
  for (const name of names) {
    const commit = await peelToCommit(repository, name);
    if (commit !== undefined) return commit;
  }
  return undefined;
}

/** The branch that HEAD names, born or not; `undefined` when HEAD stands on a commit. */
export async function mainBranch({ folder }: GitRepository): Promise<string | undefined> {
  const head = await readFile(join(folder, 'HEAD'), 'utf8');
  return /^ref: refs\/heads\/(.+)$/m.exec(head)?.[1];
}

export async function setMainBranch({ git, folder }: GitRepository, branch: string): Promise<void> {
  await git.text(['symbolic-ref', 'HEAD', `refs/heads/${branch}`], { cwd: folder });
}
