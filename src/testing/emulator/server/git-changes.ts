/** What changed between two trees, one file after the other as git tells of them. */
import type { GitRepository } from '../git/repository.ts';

export interface GitChange {
  readonly letter: 'A' | 'C' | 'D' | 'M' | 'R' | 'T';
  /** How much stayed the same, in percent; for moves and copies only. */
  readonly score: number | undefined;
  readonly path: string;
  /** Where a move or a copy came from. */
  readonly srcPath: string | undefined;
  readonly mode: string;
  readonly srcMode: string;
  readonly hash: string;
  readonly srcHash: string;
}

/** Git is ended as soon as nobody wants to know more. */
export async function* walkChanges(
  { git, folder }: GitRepository,
  { from, to, path = '' }: { from: string; to: string; path?: string | undefined },
): AsyncGenerator<GitChange, void, undefined> {
  const args = ['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '-M', '-C', from, to, '--'];
  const records = git.records([...args, ...(path === '' ? [] : [path])], { cwd: folder });
  const next = async (): Promise<string> => (await records.next()).value || '';
  try {
    for (let head = await next(); head !== ''; head = await next()) {
      const [srcMode = '', mode = '', srcHash = '', hash = '', status = ''] = head.slice(1).split(' ');
      const letter = (/^[ACDMRT]/.exec(status)?.[0] ?? 'M') as GitChange['letter'];
      const first = await next();
      const isPair = letter === 'C' || letter === 'R';
      yield {
        letter,
        score: isPair ? Number(status.slice(1)) : undefined,
        path: isPair ? await next() : first,
        srcPath: isPair ? first : undefined,
        mode,
        srcMode,
        hash,
        srcHash,
      };
    }
  } finally {
    await records.return();
  }
}
