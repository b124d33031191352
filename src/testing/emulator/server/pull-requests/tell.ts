/** Tells hooks what happened to a pull request. */
import type { EmulatorContext } from '../../context.ts';
import type { ServerCall } from '../call.ts';
import { dateText, type Publish, payloadTime } from '../publish.ts';
import type { Json, ShapeScope } from '../shapes.ts';
import type { ServerWorld } from '../world.ts';
import type { Comment } from './comment.ts';
import { commentShape } from './comment.ts';
import { type Person, personOf } from './person.ts';
import type { Activity, PullRequest, PullRequestBook } from './pull-request.ts';
import { pullRequestShape } from './shapes.ts';

/** What the rooms of pull requests share. */
export interface Rooms {
  readonly world: ServerWorld;
  readonly context: EmulatorContext;
  readonly book: PullRequestBook;
  readonly publish: Publish;
  readonly version: '9.4' | '10.4';
}

/** Who does something, and where the links of what is told point. */
export interface Doer {
  readonly person: Person;
  readonly scope: ShapeScope;
}

export const doerOf = ({ principal, base }: ServerCall, { world }: Rooms): Doer => ({
  person: personOf(principal),
  scope: { base, users: world.users },
});

/** @param event without `pr:` */
export function tell(
  { context, publish, version }: Rooms,
  pullRequest: PullRequest,
  { event, doer, more = {} }: { event: string; doer: Doer; more?: Json },
): void {
  const eventKey = `pr:${event}`;
  const payload = {
    eventKey,
    date: dateText(context.now()),
    actor: doer.person.shape(doer.scope),
    pullRequest: pullRequestShape(pullRequest, doer.scope, payloadTime(version)),
    ...more,
  };
  publish(pullRequest.to.found, { event: eventKey, payload });
}

/** `pr:comment:added`, `pr:comment:edited`, `pr:comment:deleted`. */
export function tellComment(
  rooms: Rooms,
  pullRequest: PullRequest,
  {
    change,
    comment,
    doer,
    more = {},
  }: { change: 'added' | 'edited' | 'deleted'; comment: Comment; doer: Doer; more?: Json },
): void {
  const time = payloadTime(rooms.version);
  tell(rooms, pullRequest, {
    event: `comment:${change}`,
    doer,
    more: {
      comment: commentShape(comment, { found: pullRequest.to.found, scope: doer.scope, time }),
      ...(comment.parent === undefined ? {} : { commentParentId: comment.parent.id }),
      ...more,
    },
  });
}

/** Writes down what happened. */
export function note(
  { book, context }: Rooms,
  { activities }: PullRequest,
  entry: Omit<Activity, 'id' | 'on'>,
): void {
  activities.push({ ...entry, id: book.nextActivityId(), on: context.now() });
}
