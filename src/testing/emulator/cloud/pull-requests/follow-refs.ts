/** What changed branches mean for open pull requests: new commits to review, or a merge that somebody pushed. */
import type { EmulatorContext } from '../../context.ts';
import { isAncestor } from '../../git/log.ts';
import type { Push } from '../../push.ts';
import type { Repository } from '../../world.ts';
import { accountOf } from '../accounts.ts';
import { bringHome } from './create.ts';
import { note, type PullRequest } from './pull-request.ts';
import { type Doer, tell } from './tell.ts';

/** A pull request of which the source branch is deleted stays as it is, as on Bitbucket. */
export async function followRefs(context: EmulatorContext, push: Push): Promise<void> {
  const doer = { account: accountOf(push.principal), origins: push.origins };
  for (const { kind, name, old, new: hash } of push.changes) {
    if (kind !== 'heads' || hash === undefined) continue;
    for (const pullRequest of openOnes(context)) {
      if (endsAt(pullRequest.source, push.repository, name)) {
        await moveSource(context, pullRequest, { hash, doer });
      }
    }
    for (const pullRequest of openOnes(context)) {
      if (endsAt(pullRequest.destination, push.repository, name)) {
        await noticeMerge(context, pullRequest, { hash, before: old ?? hash, doer });
      }
    }
  }
}

const openOnes = ({ world, pullRequests }: EmulatorContext): PullRequest[] =>
  [...world.repositories.values()].flatMap((repository) =>
    pullRequests(repository).filter(({ state }) => state === 'OPEN'),
  );

const endsAt = (end: PullRequest['source'], repository: Repository, branch: string): boolean =>
  end.repository === repository && end.branch === branch;

interface Move {
  readonly hash: string;
  readonly doer: Doer;
}

/** Told twice: by the event that is about pushes, and by the older one that is about every change. */
async function moveSource(
  context: EmulatorContext,
  pullRequest: PullRequest,
  { hash, doer }: Move,
): Promise<void> {
  if (pullRequest.source.hash === hash) return;
  await bringHome({ ...pullRequest.source, hash }, pullRequest.repository, pullRequest.id);
  pullRequest.source.hash = hash;
  pullRequest.updatedOn = context.now();
  note(pullRequest, { kind: 'update', account: doer.account, on: context.now() });
  tell(context, pullRequest, { event: 'push', doer });
  tell(context, pullRequest, { event: 'updated', doer });
}

/** Commits that came to the destination by a push count as merged. */
async function noticeMerge(
  context: EmulatorContext,
  pullRequest: PullRequest,
  { hash, before, doer }: Move & { readonly before: string },
): Promise<void> {
  const { source, repository } = pullRequest;
  if (!(await isAncestor(repository.git, { older: source.hash, newer: hash }))) return;
  const on = context.now();
  pullRequest.destination.hash = before;
  Object.assign(pullRequest, { state: 'MERGED', mergeCommit: hash, closedBy: doer.account, updatedOn: on });
  note(pullRequest, { kind: 'update', account: doer.account, on });
  tell(context, pullRequest, { event: 'fulfilled', doer });
}
