/** What a commit did to files, from Bitbucket Server's list of changes. */
import type { FileChange } from '../shared/file-change.ts';
import type { Change, ChangePath } from './types.ts';

/**
 * The changes that one entry stands for: a MOVE is a D of the source, then an A of the target; a COPY is an A. A type
 * that has no name here (Bitbucket itself has UNKNOWN) is an M: something is different about the file.
 */
export function changeToFileChanges({ type, path, srcPath }: Change): FileChange[] {
  const target = pathText(path);
  if (target === '') return [];
  const source = type === 'MOVE' ? pathText(srcPath) : '';
  const changes: FileChange[] = source === '' ? [] : [{ path: source, type: 'D' }];
  return [...changes, { path: target, type: letters[type] ?? 'M' }];
}

const letters: Readonly<Record<string, FileChange['type']>> = {
  ADD: 'A',
  COPY: 'A',
  MOVE: 'A',
  DELETE: 'D',
  MODIFY: 'M',
};

function pathText(path: ChangePath | undefined): string {
  const { components, parent = '', name = '' } = path ?? {};
  if (components !== undefined) return components.join('/');
  return parent === '' ? name : `${parent}/${name}`;
}
