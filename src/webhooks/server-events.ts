/** The table of every event that Bitbucket Data Center ("Server") sends. */
import type { WebhookEventInfo } from './cloud-events.ts';

/**
 * Bitbucket Data Center's events by key: those that a 9.x or 10.x server accepts when a hook is created. Its
 * documentation also names `pr:to_ref_updated` and `pr:reviewer:changes_requested`, which servers refuse. A key that
 * is not here still arrives, at the listeners of `'*'`; `diagnostics:ping`, the unsigned test, never does.
 *
 * @see https://confluence.atlassian.com/bitbucketserver/event-payload-938025882.html
 */
export const SERVER_EVENTS = {
  'repo:refs_changed': { key: 'repo:refs_changed', subject: 'repository' },
  'repo:modified': { key: 'repo:modified', subject: 'repository' },
  'repo:forked': { key: 'repo:forked', subject: 'repository' },
  'repo:comment:added': { key: 'repo:comment:added', subject: 'commit' },
  'repo:comment:edited': { key: 'repo:comment:edited', subject: 'commit' },
  'repo:comment:deleted': { key: 'repo:comment:deleted', subject: 'commit' },
  'repo:secret_detected': { key: 'repo:secret_detected', subject: 'repository' },
  'mirror:repo_synchronized': { key: 'mirror:repo_synchronized', subject: 'mirror' },
  'project:modified': { key: 'project:modified', subject: 'project' },
  'pr:opened': { key: 'pr:opened', subject: 'pullrequest' },
  'pr:from_ref_updated': { key: 'pr:from_ref_updated', subject: 'pullrequest', since: '7.0' },
  'pr:modified': { key: 'pr:modified', subject: 'pullrequest' },
  'pr:merged': { key: 'pr:merged', subject: 'pullrequest' },
  'pr:declined': { key: 'pr:declined', subject: 'pullrequest' },
  'pr:deleted': { key: 'pr:deleted', subject: 'pullrequest' },
  'pr:reviewer:updated': { key: 'pr:reviewer:updated', subject: 'pullrequest' },
  'pr:reviewer:approved': { key: 'pr:reviewer:approved', subject: 'pullrequest' },
  'pr:reviewer:unapproved': { key: 'pr:reviewer:unapproved', subject: 'pullrequest' },
  'pr:reviewer:needs_work': { key: 'pr:reviewer:needs_work', subject: 'pullrequest' },
  'pr:comment:added': { key: 'pr:comment:added', subject: 'pullrequest' },
  'pr:comment:edited': { key: 'pr:comment:edited', subject: 'pullrequest' },
  'pr:comment:deleted': { key: 'pr:comment:deleted', subject: 'pullrequest' },
} as const satisfies Readonly<Record<string, WebhookEventInfo>>;

export type ServerEventKey = keyof typeof SERVER_EVENTS;
