/** The events that hooks can subscribe to, and which hooks an event goes to. */
import { signConnectJwt } from '../../jwt/connect-jwt.ts';
import { queryStringHash } from '../../jwt/query-string-hash.ts';
import type { EmulatorContext } from './context.ts';
import type { HookMessage } from './hook-delivery.ts';
import type { Installation, Repository } from './world.ts';

export interface HookEvent {
  readonly event: string;
  readonly category: 'Repository' | 'Pull Request' | 'Issue' | 'Project';
  readonly label: string;
  readonly description: string;
}

const repository = (event: string, label: string, description: string): HookEvent => ({
  event: `repo:${event}`,
  category: 'Repository',
  label,
  description,
});
const pullRequest = (event: string, label: string): HookEvent => ({
  event: `pullrequest:${event}`,
  category: 'Pull Request',
  label,
  description: `Whenever this happens to a pull request: ${label.toLowerCase()}`,
});

/** @see https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/ */
export const repositoryEvents: readonly HookEvent[] = [
  repository('push', 'Push', 'Whenever a repository push occurs'),
  repository('fork', 'Fork', 'Whenever a repository fork occurs'),
  repository('updated', 'Updated', 'Whenever a repository is updated'),
  repository('transfer', 'Transfer accepted', 'Whenever a repository is transferred'),
  repository('created', 'Created', 'Whenever a repository is created'),
  repository('deleted', 'Deleted', 'Whenever a repository is deleted'),
  repository('imported', 'Import', 'Whenever a repository import occurs'),
  repository('commit_comment_created', 'Commit comment created', 'Whenever a comment is added to a commit'),
  repository('commit_status_created', 'Build status created', 'Whenever a status is added to a commit'),
  repository('commit_status_updated', 'Build status updated', 'Whenever the status of a commit changes'),
  pullRequest('created', 'Created'),
  pullRequest('updated', 'Updated'),
  pullRequest('push', 'Push'),
  pullRequest('approved', 'Approved'),
  pullRequest('unapproved', 'Approval removed'),
  pullRequest('changes_request_created', 'Changes request created'),
  pullRequest('changes_request_removed', 'Changes request removed'),
  pullRequest('fulfilled', 'Merged'),
  pullRequest('rejected', 'Declined'),
  pullRequest('comment_created', 'Comment created'),
  pullRequest('comment_updated', 'Comment updated'),
  pullRequest('comment_deleted', 'Comment deleted'),
  pullRequest('comment_resolved', 'Comment resolved'),
  pullRequest('comment_reopened', 'Comment reopened'),
];

export const workspaceEvents: readonly HookEvent[] = [
  ...repositoryEvents,
  {
    event: 'project:updated',
    category: 'Project',
    label: 'Updated',
    description: 'Whenever a project is updated',
  },
];

/** Bitbucket still takes these, though nothing causes them since the issue tracker is gone. */
const endedEvents = ['issue:created', 'issue:updated', 'issue:comment_created', 'pipeline:span_created'];

export const isHookEvent = (event: string): boolean =>
  workspaceEvents.some((known) => known.event === event) || endedEvents.includes(event);

/**
 * Sends an event of a repository to every hook that subscribes to it: the repository's, its workspace's, and those
 * that apps declare in their descriptors. Returns at once.
 */
export function publish(
  context: EmulatorContext,
  {
    event,
    repository: { workspace, hooks },
    payload,
  }: { event: string; repository: Repository; payload: unknown },
): void {
  const own = [...hooks.values(), ...workspace.hooks.values()]
    .filter((hook) => hook.active && hook.events.includes(event))
    .map(({ uuid, url, secret }): HookMessage => ({ hookUuid: uuid, event, url, secret, payload }));
  const apps = [...context.world.installations.values()]
    .filter((installation) => installation.active && installation.workspace === workspace)
    .flatMap((installation) => descriptorHooks(installation, { event, payload, context }));
  for (const message of [...own, ...apps]) context.background(context.hooks.send(message));
}

interface AppEvent {
  readonly event: string;
  readonly payload: unknown;
  readonly context: EmulatorContext;
}

/** Hooks of a descriptor are authenticated by a token of the installation, and wrap the payload. */
function descriptorHooks(installation: Installation, { event, payload, context }: AppEvent): HookMessage[] {
  const { descriptor, clientKey } = installation;
  return descriptor.webhooks
    .filter((hook) => hook.event === event || hook.event === '*')
    .map((hook) => {
      const url = descriptor.baseUrl + hook.url;
      return {
        hookUuid: clientKey,
        event,
        url,
        payload: { product: 'bitbucket', event, data: payload },
        headers: async () => ({
          Authorization: `JWT ${await appToken(installation, { method: 'POST', url, context })}`,
        }),
      };
    });
}

/** A token with which Bitbucket calls an app. */
export async function appToken(
  { clientKey, sharedSecret, descriptor }: Installation,
  { method, url, context }: { method: string; url: string; context: EmulatorContext },
  extra: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const iat = Math.floor(context.now() / 1_000);
  const basePath = new URL(descriptor.baseUrl).pathname;
  const qsh = queryStringHash({ method, url, basePath });
  return signConnectJwt({ iss: clientKey, iat, exp: iat + 300, qsh, ...extra }, sharedSecret);
}
