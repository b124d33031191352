/** The table of every event that Bitbucket Cloud has sent or sends. */

/** A row of {@link CLOUD_EVENTS} or {@link SERVER_EVENTS}. */
export interface WebhookEventInfo {
  /** The `X-Event-Key`, and the name to subscribe a hook to. */
  readonly key: string;
  /** What the event is about. */
  readonly subject: string;
  /** The release of the product that brought it, where that is known. */
  readonly since?: string;
  /** The day after which it is never sent again, `YYYY-MM-DD`. */
  readonly until?: string;
}

/** The day on which Bitbucket Cloud removed its issue tracker. */
const issuesRemoved = '2026-08-20';

/**
 * Bitbucket Cloud's events by key. A key that is not here still arrives, at the listeners of `'*'`.
 *
 * @example
 * Object.keys(CLOUD_EVENTS) // what a hook may be subscribed to
 * @see https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/
 */
export const CLOUD_EVENTS = {
  'repo:push': { key: 'repo:push', subject: 'repository' },
  'repo:fork': { key: 'repo:fork', subject: 'repository' },
  'repo:updated': { key: 'repo:updated', subject: 'repository' },
  'repo:transfer': { key: 'repo:transfer', subject: 'repository' },
  'repo:created': { key: 'repo:created', subject: 'repository' },
  'repo:deleted': { key: 'repo:deleted', subject: 'repository' },
  'repo:imported': { key: 'repo:imported', subject: 'repository' },
  'repo:commit_comment_created': { key: 'repo:commit_comment_created', subject: 'commit' },
  'repo:commit_status_created': { key: 'repo:commit_status_created', subject: 'commit' },
  'repo:commit_status_updated': { key: 'repo:commit_status_updated', subject: 'commit' },
  'pullrequest:created': { key: 'pullrequest:created', subject: 'pullrequest' },
  'pullrequest:updated': { key: 'pullrequest:updated', subject: 'pullrequest' },
  'pullrequest:approved': { key: 'pullrequest:approved', subject: 'pullrequest' },
  'pullrequest:unapproved': { key: 'pullrequest:unapproved', subject: 'pullrequest' },
  'pullrequest:changes_request_created': {
    key: 'pullrequest:changes_request_created',
    subject: 'pullrequest',
  },
  'pullrequest:changes_request_removed': {
    key: 'pullrequest:changes_request_removed',
    subject: 'pullrequest',
  },
  'pullrequest:fulfilled': { key: 'pullrequest:fulfilled', subject: 'pullrequest' },
  'pullrequest:rejected': { key: 'pullrequest:rejected', subject: 'pullrequest' },
  'pullrequest:push': { key: 'pullrequest:push', subject: 'pullrequest' },
  'pullrequest:comment_created': { key: 'pullrequest:comment_created', subject: 'pullrequest' },
  'pullrequest:comment_updated': { key: 'pullrequest:comment_updated', subject: 'pullrequest' },
  'pullrequest:comment_deleted': { key: 'pullrequest:comment_deleted', subject: 'pullrequest' },
  'pullrequest:comment_resolved': { key: 'pullrequest:comment_resolved', subject: 'pullrequest' },
  'pullrequest:comment_reopened': { key: 'pullrequest:comment_reopened', subject: 'pullrequest' },
  'project:updated': { key: 'project:updated', subject: 'project' },
  'issue:created': { key: 'issue:created', subject: 'issue', until: issuesRemoved },
  'issue:updated': { key: 'issue:updated', subject: 'issue', until: issuesRemoved },
  'issue:comment_created': { key: 'issue:comment_created', subject: 'issue', until: issuesRemoved },
} as const satisfies Readonly<Record<string, WebhookEventInfo>>;

export type CloudEventKey = keyof typeof CLOUD_EVENTS;
