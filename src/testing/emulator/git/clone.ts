/** Makes the bare repository that the emulator works on: a clone of a given one, or an empty one. */
import { resolve } from 'node:path';
import type { GitProcesses } from './processes.ts';
import { listRefs, mainBranch, resolveRevision, setMainBranch } from './refs.ts';
import { type GitRepository, openGitRepository } from './repository.ts';

/**
 * A clone of its own, through upload-pack: it shares no file with the given repository, copes with shallow ones,
 * worktrees and borrowed objects, and reads only. Branches and tags are taken over, the branch that HEAD names too.
 */
export async function cloneRepository(
  git: GitProcesses,
  from: string,
  { folder, cwd }: { folder: string; cwd: string },
): Promise<GitRepository> {
  await git.text(['clone', '--quiet', '--bare', '--no-local', '--', resolve(from), folder], { cwd });
  // Where it came from is nobody's business here, and must not be fetched from again.
  await git.text(['remote', 'remove', 'origin'], { cwd: folder });
  const repository = await openGitRepository(git, folder);
  await settleHead(repository);
  // Makes deep pages of a long history three times faster.
  await git.text(['commit-graph', 'write', '--reachable'], { cwd: folder });
  return repository;
}

export async function createEmptyRepository(
  git: GitProcesses,
  { folder, cwd, branch }: { folder: string; cwd: string; branch: string },
): Promise<GitRepository> {
  await git.text(['init', '--quiet', '--bare', `--initial-branch=${branch}`, '--', folder], { cwd });
  return openGitRepository(git, folder);
}

/**
 * Lets HEAD name a branch that exists: the given repository may stand on a commit without a branch, and the first
 * push to an empty one decides its main branch, as on Bitbucket.
 */
export async function settleHead(repository: GitRepository): Promise<void> {
  const current = await mainBranch(repository);
  const branches = await listRefs(repository, 'heads');
  if (branches.length === 0 || branches.some(({ name }) => name === current)) return;
  const head = await resolveRevision(repository, 'HEAD');
  const best =
    branches.find(({ hash }) => hash === head) ??
    branches.find(({ name }) => name === 'main') ??
    branches.find(({ name }) => name === 'master') ??
    branches[0];
  if (best !== undefined) await setMainBranch(repository, best.name);
}
