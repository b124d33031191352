/** Which scopes a hook needs besides its own: those of what it tells about. */
import type { Principal } from '../principal.ts';
import { demandScope } from './access.ts';
import type { Right } from './scopes.ts';

const rightBySubject: Readonly<Record<string, Right>> = {
  repo: 'repository:read',
  pullrequest: 'pullrequest:read',
  issue: 'issue:read',
  project: 'project:read',
};

/**
 * Who may not read something is not told of it either.
 *
 * @throws RestError 403
 * @see https://developer.atlassian.com/cloud/bitbucket/bitbucket-cloud-rest-api-scopes/#webhook
 */
export function checkEventScopes(principal: Principal, events: readonly string[]): void {
  for (const event of events) {
    const right = rightBySubject[event.split(':')[0] ?? ''];
    if (right !== undefined) demandScope(principal, right);
  }
}
