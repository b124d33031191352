/** Tells hooks what happened to a repository itself. */
import type { EmulatorContext } from '../../context.ts';
import { publish } from '../../hook-events.ts';
import type { Origins } from '../../origins.ts';
import type { Repository } from '../../world.ts';
import type { Account } from '../accounts.ts';
import { hookRepositoryShape } from '../hook-repository.ts';
import type { Json } from '../shapes.ts';

interface Doer {
  readonly account: Account;
  readonly origins: Origins;
}

/** @param event without `repo:` */
export function tellOfRepository(
  context: EmulatorContext,
  repository: Repository,
  { event, doer, more = {} }: { event: string; doer: Doer; more?: Json },
): void {
  const payload = {
    repository: hookRepositoryShape(repository, doer.origins),
    actor: doer.account.shape(doer.origins),
    ...more,
  };
  publish(context, { event: `repo:${event}`, repository, payload });
}
