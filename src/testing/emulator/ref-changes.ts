/** Tells of changed branches and tags, whether they came by `git push`, by the API or by a merge. */
import { followRefs } from './cloud/pull-requests/follow-refs.ts';
import type { EmulatorContext } from './context.ts';
import { settleHead } from './git/clone.ts';
import { publish } from './hook-events.ts';
import type { Push } from './push.ts';
import { pushPayload } from './push-event.ts';

export type { ChangedRef } from './push-event.ts';

/** Sends `repo:push`, and brings the pull requests up to date that the branches belong to. */
export async function tellChangedRefs(context: EmulatorContext, push: Push): Promise<void> {
  const { repository, changes, principal, origins } = push;
  if (changes.length === 0) return;
  repository.updatedOn = context.now();
  await settleHead(repository.git);
  const commitsPerChange = context.options.hooks?.commitsPerChange ?? 5;
  const scope = { world: context.world, repository, origins };
  const payload = await pushPayload({ principal, changes, commitsPerChange }, scope);
  publish(context, { event: 'repo:push', repository, payload });
  await followRefs(context, push);
  await Promise.all(context.refFollowers.map((follow) => follow(push)));
}
