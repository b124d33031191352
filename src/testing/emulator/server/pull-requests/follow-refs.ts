/** What changed branches mean for open pull requests: other commits to review, a merge that was pushed, an end. */
import { isAncestor, listHistory, readCommits } from '../../git/log.ts';
import type { Push } from '../../push.ts';
import { commitShape, type Json, type ShapeScope } from '../shapes.ts';
import type { ServerRepository } from '../world.ts';
import { decline } from './close.ts';
import { bringHome } from './create.ts';
import { shelved } from './find.ts';
import { pusherOf } from './person.ts';
import { isOpen, type PullRequest, type Side } from './pull-request.ts';
import { type Doer, note, type Rooms, tell } from './tell.ts';

/** @param contextPath stands before the paths of links */
export async function followRefs(rooms: Rooms, push: Push, contextPath: string): Promise<void> {
  const { world } = rooms;
  const pushed = world.addressOf(push.repository);
  if (pushed === undefined) return;
  const scope = { base: `${push.origins.web}${contextPath}`, users: world.users };
  const doer = { person: pusherOf(push.principal, pushed), scope };
  for (const { kind, name, old, new: hash } of push.changes) {
    const ofRef = (side: Side): boolean => side.found === pushed && side.kind === kind && side.name === name;
    for (const one of openOnes(rooms)) {
      if (!ofRef(one.from)) continue;
      if (hash === undefined) decline(one, rooms, doer);
      else if (kind === 'heads') await moveSource(rooms, one, { hash, doer });
    }
    for (const one of openOnes(rooms)) {
      if (!ofRef(one.to)) continue;
      if (hash === undefined) decline(one, rooms, doer);
      else await noticeMerge(rooms, one, { hash, before: old ?? hash, doer });
    }
  }
}

const openOnes = (rooms: Rooms): PullRequest[] =>
  rooms.world.repositories().flatMap((found: ServerRepository) => shelved(rooms, found).filter(isOpen));

interface Move {
  readonly hash: string;
  readonly doer: Doer;
}

/** A push to the source. It leaves the version as it is, as recorded payloads of Bitbucket show. */
async function moveSource(rooms: Rooms, pullRequest: PullRequest, { hash, doer }: Move): Promise<void> {
  const { from, to, id } = pullRequest;
  const before = from.hash;
  if (before === hash) return;
  await bringHome({ ...from, hash }, to.found, id);
  const [added, removed] = [
    await commitsBetween(to.found, { newer: hash, older: before, scope: doer.scope }),
    await commitsBetween(to.found, { newer: before, older: hash, scope: doer.scope }),
  ];
  if (!isOpen(pullRequest)) return;
  from.hash = hash;
  pullRequest.updatedDate = rooms.context.now();
  const more = {
    ...{ fromHash: hash, previousFromHash: before, toHash: to.hash, previousToHash: to.hash },
    ...{ added, removed },
  };
  note(rooms, pullRequest, { action: 'RESCOPED', person: doer.person, more });
  tell(rooms, pullRequest, { event: 'from_ref_updated', doer, more: { previousFromHash: before } });
}

/** Commits that an entry of the log shows. */
const mostShown = 5;

async function commitsBetween(
  { repository: { git } }: ServerRepository,
  { newer, older, scope }: { newer: string; older: string; scope: ShapeScope },
): Promise<Json> {
  const hashes = await listHistory(git, { include: [newer], exclude: [older] }, { count: 1_000 });
  const commits = await readCommits(git, hashes.slice(0, mostShown));
  return { commits: commits.map((commit) => commitShape(commit, scope)), total: hashes.length };
}

/** Commits that came to the target by a push count as merged; which commit did it is not told. */
async function noticeMerge(
  rooms: Rooms,
  pullRequest: PullRequest,
  { hash, before, doer }: Move & { readonly before: string },
): Promise<void> {
  const { from, to } = pullRequest;
  const isMerged = await isAncestor(to.found.repository.git, { older: from.hash, newer: hash });
  // Somebody may have closed it while git was asked.
  if (!isMerged || !isOpen(pullRequest)) return;
  const now = rooms.context.now();
  to.hash = before;
  Object.assign(pullRequest, { state: 'MERGED', updatedDate: now, closedDate: now });
  pullRequest.version += 1;
  note(rooms, pullRequest, { action: 'MERGED', person: doer.person });
  tell(rooms, pullRequest, { event: 'merged', doer });
}
