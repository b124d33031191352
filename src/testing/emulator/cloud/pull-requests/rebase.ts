/** Puts commits on top of another one, each as a commit of its own. */
import { listHistory, readCommit } from '../../git/log.ts';
import type { GitRepository } from '../../git/repository.ts';
import { mergeTrees, type Person, writeCommit } from '../../git/write.ts';

/** Commits at most; a pull request of more is not rebased. */
const mostCommits = 1_000;

/**
 * The last of the new commits; `undefined` when one conflicts. Merges are left out, and so is what changes nothing
 * any more: `git rebase` does the same.
 */
export async function rebase(
  git: GitRepository,
  { source, onto, committer }: { source: string; onto: string; committer: Person },
): Promise<string | undefined> {
  const range = { include: [source], exclude: [onto], merges: 'exclude' } as const;
  const hashes = await listHistory(git, range, { count: mostCommits + 1 });
  if (hashes.length > mostCommits) return undefined;
  let tip = onto;
  for (const hash of hashes.reverse()) {
    const next = await pick(git, { hash, onto: tip, committer });
    if (next === undefined) return undefined;
    tip = next;
  }
  return tip;
}

async function pick(
  git: GitRepository,
  { hash, onto, committer }: { hash: string; onto: string; committer: Person },
): Promise<string | undefined> {
  const commit = await readCommit(git, hash);
  const parent = commit?.parents[0];
  const before = (await readCommit(git, onto))?.tree;
  if (commit === undefined || parent === undefined || before === undefined) return undefined;
  // git finds the base of a merge by itself: what `onto` has is given the parent of the commit for its own.
  const stand = { tree: before, parents: [parent], message: 'Stand-in\n', author: committer, committer };
  const tree = await mergeTrees(git, await writeCommit(git, stand), hash);
  if (tree === undefined) return undefined;
  if (tree === before) return onto;
  const { raw, email, time } = commit.author;
  const author: Person = { name: raw.slice(0, raw.lastIndexOf('<')).trim(), email, time };
  return writeCommit(git, { tree, parents: [onto], message: commit.message, author, committer });
}
