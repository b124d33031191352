/** The table of every event that Bitbucket Cloud has sent or sends. */

/** A row of {@link CLOUD_EVENTS} or {@link SERVER_EVENTS}. */
export interface WebhookEventInfo {
  /** The `X-Event-Key`, and the name to subscribe a hook to. */
  readonly key: string;
  /** What the event is about. */
  readonly subject: string;
  /** The hooks that can be subscribed to it: those of a repository, of a Cloud workspace, of a Server project. */
  readonly hooks: readonly ('repository' | 'workspace' | 'project')[];
  /** The release of the product that brought it, where that is known. */
  readonly since?: string;
  /** The day after which it is never sent again, `YYYY-MM-DD`. */
  readonly until?: string;
}

const anyHook = ['repository', 'workspace'] as const;

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
  'repo:push': { key: 'repo:push', subject: 'repository', hooks: anyHook },
  'repo:fork': { key: 'repo:fork', subject: 'repository', hooks: anyHook },
  'repo:updated': { key: 'repo:updated', subject: 'repository', hooks: anyHook },
  'repo:transfer': { key: 'repo:transfer', subject: 'repository', hooks: anyHook },
  'repo:created': { key: 'repo:created', subject: 'repository', hooks: anyHook },
  'repo:deleted': { key: 'repo:deleted', subject: 'repository', hooks: anyHook },
  'repo:imported': { key: 'repo:imported', subject: 'repository', hooks: anyHook },
  'repo:commit_comment_created': { key: 'repo:commit_comment_created', subject: 'commit', hooks: anyHook },
  'repo:commit_status_created': { key: 'repo:commit_status_created', subject: 'commit', hooks: anyHook },
  'repo:commit_status_updated': { key: 'repo:commit_status_updated', subject: 'commit', hooks: anyHook },
  'pullrequest:created': { key: 'pullrequest:created', subject: 'pullrequest', hooks: anyHook },
  'pullrequest:updated': { key: 'pullrequest:updated', subject: 'pullrequest', hooks: anyHook },
  'pullrequest:approved': { key: 'pullrequest:approved', subject: 'pullrequest', hooks: anyHook },
  'pullrequest:unapproved': { key: 'pullrequest:unapproved', subject: 'pullrequest', hooks: anyHook },
  'pullrequest:changes_request_created': {
    key: 'pullrequest:changes_request_created',
    subject: 'pullrequest',
    hooks: anyHook,
  },
  'pullrequest:changes_request_removed': {
    key: 'pullrequest:changes_request_removed',
    subject: 'pullrequest',
    hooks: anyHook,
  },
  'pullrequest:fulfilled': { key: 'pullrequest:fulfilled', subject: 'pullrequest', hooks: anyHook },
  'pullrequest:rejected': { key: 'pullrequest:rejected', subject: 'pullrequest', hooks: anyHook },
  'pullrequest:push': { key: 'pullrequest:push', subject: 'pullrequest', hooks: anyHook },
  'pullrequest:comment_created': {
    key: 'pullrequest:comment_created',
    subject: 'pullrequest',
    hooks: anyHook,
  },
  'pullrequest:comment_updated': {
    key: 'pullrequest:comment_updated',
    subject: 'pullrequest',
    hooks: anyHook,
  },
  'pullrequest:comment_deleted': {
    key: 'pullrequest:comment_deleted',
    subject: 'pullrequest',
    hooks: anyHook,
  },
  'pullrequest:comment_resolved': {
    key: 'pullrequest:comment_resolved',
    subject: 'pullrequest',
    hooks: anyHook,
  },
  'pullrequest:comment_reopened': {
    key: 'pullrequest:comment_reopened',
    subject: 'pullrequest',
    hooks: anyHook,
  },
  'project:updated': { key: 'project:updated', subject: 'project', hooks: ['workspace'] },
  'issue:created': { key: 'issue:created', subject: 'issue', hooks: anyHook, until: issuesRemoved },
  'issue:updated': { key: 'issue:updated', subject: 'issue', hooks: anyHook, until: issuesRemoved },
  'issue:comment_created': {
    key: 'issue:comment_created',
    subject: 'issue',
    hooks: anyHook,
    until: issuesRemoved,
  },
} as const satisfies Readonly<Record<string, WebhookEventInfo>>;

export type CloudEventKey = keyof typeof CLOUD_EVENTS;
