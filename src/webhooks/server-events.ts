/** The table of every event that Bitbucket Data Center ("Server") sends. */
import type { WebhookEventInfo } from './cloud-events.ts';

/** Those of projects since 8.8. */
const anyHook = ['repository', 'project'] as const;

/**
 * Bitbucket Data Center's events by key: those that a 9.x or 10.x server accepts when a hook is created. Its
 * documentation also names `pr:to_ref_updated` and `pr:reviewer:changes_requested`, which servers refuse. A key that
 * is not here still arrives, at the listeners of `'*'`; `diagnostics:ping`, the unsigned test, never does.
 *
 * @see https://confluence.atlassian.com/bitbucketserver/event-payload-938025882.html
 */
export const SERVER_EVENTS = {
  'repo:refs_changed': { key: 'repo:refs_changed', subject: 'repository', hooks: anyHook },
  'repo:modified': { key: 'repo:modified', subject: 'repository', hooks: anyHook },
  'repo:forked': { key: 'repo:forked', subject: 'repository', hooks: anyHook },
  'repo:comment:added': { key: 'repo:comment:added', subject: 'commit', hooks: anyHook },
  'repo:comment:edited': { key: 'repo:comment:edited', subject: 'commit', hooks: anyHook },
  'repo:comment:deleted': { key: 'repo:comment:deleted', subject: 'commit', hooks: anyHook },
  'repo:secret_detected': { key: 'repo:secret_detected', subject: 'repository', hooks: anyHook },
  'mirror:repo_synchronized': { key: 'mirror:repo_synchronized', subject: 'mirror', hooks: anyHook },
  'project:modified': { key: 'project:modified', subject: 'project', hooks: ['project'] },
  'pr:opened': { key: 'pr:opened', subject: 'pullrequest', hooks: anyHook },
  'pr:from_ref_updated': { key: 'pr:from_ref_updated', subject: 'pullrequest', hooks: anyHook, since: '7.0' },
  'pr:modified': { key: 'pr:modified', subject: 'pullrequest', hooks: anyHook },
  'pr:merged': { key: 'pr:merged', subject: 'pullrequest', hooks: anyHook },
  'pr:declined': { key: 'pr:declined', subject: 'pullrequest', hooks: anyHook },
  'pr:deleted': { key: 'pr:deleted', subject: 'pullrequest', hooks: anyHook },
  'pr:reviewer:updated': { key: 'pr:reviewer:updated', subject: 'pullrequest', hooks: anyHook },
  'pr:reviewer:approved': { key: 'pr:reviewer:approved', subject: 'pullrequest', hooks: anyHook },
  'pr:reviewer:unapproved': { key: 'pr:reviewer:unapproved', subject: 'pullrequest', hooks: anyHook },
  'pr:reviewer:needs_work': { key: 'pr:reviewer:needs_work', subject: 'pullrequest', hooks: anyHook },
  'pr:comment:added': { key: 'pr:comment:added', subject: 'pullrequest', hooks: anyHook },
  'pr:comment:edited': { key: 'pr:comment:edited', subject: 'pullrequest', hooks: anyHook },
  'pr:comment:deleted': { key: 'pr:comment:deleted', subject: 'pullrequest', hooks: anyHook },
} as const satisfies Readonly<Record<string, WebhookEventInfo>>;

export type ServerEventKey = keyof typeof SERVER_EVENTS;
