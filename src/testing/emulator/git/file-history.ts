/** Which commits changed a file, and what it was called then. */
import type { GitRepository } from './repository.ts';

export interface FileVersion {
  readonly commit: string;
  readonly path: string;
}

/** Stands in front of a hash, so that it is told from what git says about files. */
const mark = '\u0001';

export async function listFileHistory(
  { git, folder }: GitRepository,
  { commit, path, follow }: FileVersion & { readonly follow: boolean },
  { skip, count }: { skip: number; count: number },
): Promise<FileVersion[]> {
  // Counted here: git's own --skip does not look at what it skips, and would lose the name that a file had before.
  const range = [`--max-count=${skip + count}`, ...(follow ? ['--follow'] : [])];
  const args = ['log', '-z', '--raw', '--format=%x01%H', ...range, commit, '--', path];
  const versions: FileVersion[] = [];
  let older = path;
  let seen = 0;
  let isFirstName = true;
  for await (const record of git.records(args, { cwd: folder })) {
    if (record.startsWith(mark)) {
      seen += 1;
      versions.push({ commit: record.slice(1), path: older });
      if (seen <= skip + 1) versions.splice(0, versions.length - 1);
    } else if (record.startsWith('\n:')) {
      isFirstName = true;
    } else if (record !== '') {
      // After a rename two names come: the one before, which older commits go on with, and the one now.
      if (isFirstName) older = record;
      isFirstName = false;
      const last = versions.at(-1);
      if (last !== undefined) versions[versions.length - 1] = { ...last, path: record };
    }
  }
  return seen > skip ? versions : [];
}
