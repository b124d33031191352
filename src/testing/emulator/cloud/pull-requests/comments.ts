/** Comments on pull requests, and threads that are resolved and opened again. */
import type { EmulatorContext } from '../../context.ts';
import type { Origins } from '../../origins.ts';
import { accountOf } from '../accounts.ts';
import { type Call, json, type Route } from '../call.ts';
import { type Comment, type CommentPlace, commentShape, resolutionShape } from '../comments/comment.ts';
import { commentRoutes, type FindThread, findComment } from '../comments/comment-routes.ts';
import { notFound, RestError } from '../errors.ts';
import { pullRequestOf } from './find.ts';
import { note, type PullRequest, takePart } from './pull-request.ts';
import { pullRequestAddress, pullRequestLinkShape, pullRequestPage } from './shapes.ts';
import { tell } from './tell.ts';

export function commentPlace(pullRequest: PullRequest, origins: Origins): CommentPlace {
  return {
    type: 'pullrequest_comment',
    address: `${pullRequestAddress(pullRequest, origins)}/comments`,
    page: `${pullRequestPage(pullRequest, origins)}/_/diff`,
    subject: { pullrequest: pullRequestLinkShape(pullRequest, origins) },
    origins,
  };
}

export function pullRequestCommentRoutes(below: string, context: EmulatorContext): Route[] {
  const find: FindThread = async (call) => {
    const pullRequest = await pullRequestOf(call, context);
    return {
      comments: pullRequest.comments,
      place: commentPlace(pullRequest, call.origins),
      changed: (change, comment) => changed(call, context, { pullRequest, change, comment }),
    };
  };
  const resolve = `${below}/comments/{comment_id}/resolve`;
  const right = 'pullrequest:comment';
  const rights = { read: 'pullrequest:read', write: right, delete: right } as const;
  return [
    ...commentRoutes(`${below}/comments`, { find, context, rights }),
    { method: 'POST', pattern: resolve, right, handler: (call) => settle(call, context, find) },
    { method: 'DELETE', pattern: resolve, right, handler: (call) => reopen(call, context, find) },
  ];
}

interface Change {
  readonly pullRequest: PullRequest;
  readonly change: 'created' | 'updated' | 'deleted' | 'resolved' | 'reopened';
  readonly comment: Comment;
}

function changed(call: Call, context: EmulatorContext, { pullRequest, change, comment }: Change): void {
  const { origins } = call;
  const account = accountOf(call.principal);
  const on = context.now();
  if (change === 'created') {
    takePart(pullRequest, account, { on });
    note(pullRequest, { kind: 'comment', account, on, comment });
  }
  pullRequest.updatedOn = on;
  const more = { comment: commentShape(comment, commentPlace(pullRequest, origins)) };
  tell(context, pullRequest, { event: `comment_${change}`, doer: { account, origins }, more });
}

/** A thread is settled at its first comment. */
async function settle(call: Call, context: EmulatorContext, find: FindThread): Promise<Response> {
  const pullRequest = await pullRequestOf(call, context);
  const { comment, thread } = await findComment(call, find, true);
  if (comment.parent !== undefined)
    throw new RestError(400, 'Only the first comment of a thread is resolved');
  if (comment.resolution !== undefined) throw new RestError(409, 'The comment is already resolved');
  comment.resolution = { account: accountOf(call.principal), on: context.now() };
  changed(call, context, { pullRequest, change: 'resolved', comment });
  return json(call, resolutionShape(comment, thread.place));
}

async function reopen(call: Call, context: EmulatorContext, find: FindThread): Promise<Response> {
  const pullRequest = await pullRequestOf(call, context);
  const { comment } = await findComment(call, find, true);
  if (comment.resolution === undefined) throw notFound('The comment is not resolved');
  comment.resolution = undefined;
  changed(call, context, { pullRequest, change: 'reopened', comment });
  return new Response(null, { status: 204 });
}
