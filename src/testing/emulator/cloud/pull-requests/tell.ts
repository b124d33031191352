/** Tells hooks what happened to a pull request. */
import type { EmulatorContext } from '../../context.ts';
import { publish } from '../../hook-events.ts';
import type { Origins } from '../../origins.ts';
import type { Account } from '../accounts.ts';
import { hookRepositoryShape } from '../hook-repository.ts';
import type { Json } from '../shapes.ts';
import type { PullRequest } from './pull-request.ts';
import { pullRequestShape } from './shapes.ts';

/** Who did it, and where the links of the payload point. */
export interface Doer {
  readonly account: Account;
  readonly origins: Origins;
}

/** @param event without `pullrequest:` */
export function tell(
  context: EmulatorContext,
  pullRequest: PullRequest,
  { event, doer, more = {} }: { event: string; doer: Doer; more?: Json },
): void {
  const { account, origins } = doer;
  const payload = {
    repository: hookRepositoryShape(pullRequest.repository, origins),
    actor: account.shape(origins),
    pullrequest: pullRequestShape(pullRequest, { world: context.world, origins }),
    ...more,
  };
  publish(context, { event: `pullrequest:${event}`, repository: pullRequest.repository, payload });
}
