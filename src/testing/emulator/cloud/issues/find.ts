/** The issue that a path names, where there is a tracker. */
import type { EmulatorContext } from '../../context.ts';
import { findRepository, type Repository } from '../../world.ts';
import { canSee, repositoryOf } from '../access.ts';
import type { Call } from '../call.ts';
import { notFound, RestError } from '../errors.ts';
import type { Issue, IssueScope } from './issue.ts';

/** @throws RestError 410 or 404 where there is no tracker, whatever the caller may do */
export function trackerOf(call: Call, { world }: EmulatorContext): Repository {
  const { workspace = '', repo_slug: slug = '' } = call.params;
  const repository = findRepository(world, workspace, slug);
  if (repository === undefined || !canSee(call.principal, repository))
    throw notFound(`Repository ${workspace}/${slug} not found`);
  const { issueTracker } = repository;
  if (issueTracker === 'removed') throw removed();
  if (issueTracker === 'missing') throw notFound('Repository has no issue tracker.');
  return repositoryOf(world, call);
}

/** No answer of Bitbucket's own is known since that day: the status is that of what it removed before. */
const removed = (): RestError =>
  new RestError(410, 'Issues have been removed from Bitbucket Cloud', {
    detail: 'Issue trackers and wikis were removed on 2026-08-20, their API with them.',
    data: { removed_on: '2026-08-20' },
  });

export interface Found {
  readonly issue: Issue;
  readonly scope: IssueScope;
}

export function issueOf(call: Call, context: EmulatorContext): Found {
  const repository = trackerOf(call, context);
  const id = call.params['issue_id'] ?? '';
  const issue = context.issues(repository).issues.find((one) => String(one.id) === id);
  if (issue === undefined) throw notFound(`Issue ${id} not found`);
  return { issue, scope: { repository, origins: call.origins } };
}
