/** Tells hooks what happened to an issue. */
import type { EmulatorContext } from '../../context.ts';
import { publish } from '../../hook-events.ts';
import { accountOf } from '../accounts.ts';
import type { Call } from '../call.ts';
import { hookRepositoryShape } from '../hook-repository.ts';
import type { Json } from '../shapes.ts';
import type { Found } from './find.ts';
import { issueShape } from './issue.ts';

export function tellOfIssue(
  { principal }: Call,
  context: EmulatorContext,
  { event, issue, scope, more = {} }: Found & { readonly event: string; readonly more?: Json },
): void {
  const payload = {
    repository: hookRepositoryShape(scope.repository, scope.origins),
    actor: accountOf(principal).shape(scope.origins),
    issue: issueShape(issue, scope),
    ...more,
  };
  publish(context, { event: `issue:${event}`, repository: scope.repository, payload });
}
