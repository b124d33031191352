/** The commit that a payload is about: what the REST answer has, without the repository around it. */
import { readCommit } from '../../git/log.ts';
import { type CommitScope, commitLinkShape, commitShape } from '../commit-shapes.ts';
import type { Json } from '../shapes.ts';

export async function payloadCommit(hash: string, scope: CommitScope): Promise<Json> {
  const commit = await readCommit(scope.repository.git, hash);
  if (commit === undefined) return commitLinkShape(hash, scope);
  const { type, date, author, message, links } = commitShape(commit, scope);
  return { type, hash, date, author, message, links };
}
