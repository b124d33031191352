/** A commit as one line, for the service's log. */
import type { CommitRecord } from 'bitbucket-sdk/integration';

export function describeCommit({ id, ref, author, message, patchSet = [], resolves }: CommitRecord): string {
  const files = patchSet.map(({ type, path }) => `${type} ${path}`).join(', ');
  const issues = resolves.length === 0 ? '' : ` · resolves ${resolves.join(', ')}`;
  return `${ref} ${id.slice(0, 7)} ${author?.name ?? 'no author'}: ${message.split('\n', 1)[0]} · ${files}${issues}`;
}
