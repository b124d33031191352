/** The log of a pull request: updates, reviews and comments, newest first. */
import type { EmulatorContext } from '../../context.ts';
import type { Call } from '../call.ts';
import { commentShape } from '../comments/comment.ts';
import { pageOf } from '../paging.ts';
import { type Json, microsDate, userShape } from '../shapes.ts';
import { commentPlace } from './comments.ts';
import { pullRequestOf } from './find.ts';
import type { Activity, PullRequest } from './pull-request.ts';
import { endpointShape, pullRequestLinkShape, type ShapeScope } from './shapes.ts';

export async function listActivity(call: Call, context: EmulatorContext): Promise<Response> {
  const pullRequest = await pullRequestOf(call, context);
  const scope = { world: context.world, origins: call.origins };
  const newestFirst = pullRequest.activity.toReversed();
  return pageOf(call, newestFirst, (entry) => entryShape(entry, pullRequest, scope));
}

function entryShape(entry: Activity, pullRequest: PullRequest, scope: ShapeScope): Json {
  const { kind, account, on, comment } = entry;
  const owner = pullRequestLinkShape(pullRequest, scope.origins);
  if (kind === 'update') return { update: updateShape(entry, scope), pull_request: owner };
  if (kind === 'comment') {
    const place = commentPlace(pullRequest, scope.origins);
    return {
      comment: comment === undefined ? null : commentShape(comment, place),
      pull_request: owner,
    };
  }
  const user = account.shape(scope.origins);
  return { [kind]: { date: microsDate(on), user, pullrequest: owner }, pull_request: owner };
}

function updateShape({ account, on, snapshot }: Activity, scope: ShapeScope): Json {
  const { title, description, state, draft, reason, reviewers, source, destination } = snapshot;
  return {
    ...{ state, draft, title, description, reason },
    author: account.shape(scope.origins),
    date: microsDate(on),
    source: endpointShape(source, scope),
    destination: endpointShape(destination, scope),
    reviewers: reviewers.map((user) => userShape(user, scope.origins)),
    changes: {},
  };
}
