/** The log of a pull request, newest first. */
import type { ServerCall } from '../call.ts';
import { pageOf } from '../paging.ts';
import type { Json, ShapeScope } from '../shapes.ts';
import type { ServerRepository } from '../world.ts';
import { commentShape } from './comment.ts';
import { pullRequestOf } from './find.ts';
import type { Activity } from './pull-request.ts';
import { inMilliseconds } from './shapes.ts';
import type { Rooms } from './tell.ts';

export async function listActivities(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  const scope = { base: call.base, users: rooms.world.users };
  const newestFirst = pullRequest.activities.toReversed();
  return pageOf(call, newestFirst, (entry) => entryShape(entry, pullRequest.to.found, scope));
}

function entryShape(entry: Activity, found: ServerRepository, scope: ShapeScope): Json {
  const { id, action, person, on, comment, reviewers, more } = entry;
  return {
    id,
    createdDate: on,
    user: person.shape(scope),
    action,
    ...(comment === undefined
      ? {}
      : {
          commentAction: 'ADDED',
          comment: commentShape(comment, { found, scope, time: inMilliseconds }),
          ...(comment.anchor === undefined ? {} : { commentAnchor: comment.anchor }),
        }),
    ...(reviewers === undefined
      ? {}
      : {
          addedReviewers: reviewers.added.map((one) => one.shape(scope)),
          removedReviewers: reviewers.removed.map((one) => one.shape(scope)),
        }),
    ...more,
  };
}
