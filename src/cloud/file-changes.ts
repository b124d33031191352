/** What a commit did to files, from Bitbucket's structured diffstat. */
import type { FileChange } from '../shared/file-change.ts';
import type { Diffstat } from './types.ts';

/**
 * The changes that one entry of a diffstat stands for: a rename is a D of the old path, then an A of the new one.
 * Told by the two sides, not by `status`, which has more values than the documentation names.
 */
export function diffstatToFileChanges({ status, old, new: current }: Diffstat): FileChange[] {
  const from = old?.path;
  const to = current?.path;
  if (from === undefined && to === undefined) return [];
  if (from === undefined || (status === 'copied' && to !== undefined)) return [{ path: to ?? '', type: 'A' }];
  if (to === undefined) return [{ path: from, type: 'D' }];
  if (from === to) return [{ path: to, type: 'M' }];
  return [
    { path: from, type: 'D' },
    { path: to, type: 'A' },
  ];
}
