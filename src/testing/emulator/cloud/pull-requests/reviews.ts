/** Approvals and requests for changes, given and taken back. */
import type { EmulatorContext } from '../../context.ts';
import { accountOf } from '../accounts.ts';
import { type Call, json } from '../call.ts';
import { notFound, RestError } from '../errors.ts';
import { microsDate } from '../shapes.ts';
import { mustBeOpen, pullRequestOf } from './find.ts';
import { note, type Participation, takePart } from './pull-request.ts';
import { participantShape } from './shapes.ts';
import { tell } from './tell.ts';

/** The two kinds: how they are called in state, activity, payload and events. */
interface Review {
  readonly state: NonNullable<Participation['state']>;
  readonly activity: 'approval' | 'changes_requested';
  readonly field: 'approval' | 'changes_request';
  readonly given: string;
  readonly taken: string;
  readonly again: string;
  readonly never: string;
}

export const approval: Review = {
  state: 'approved',
  activity: 'approval',
  field: 'approval',
  given: 'approved',
  taken: 'unapproved',
  again: 'You already approved this pull request.',
  never: "You haven't approved this pull request.",
};

export const changesRequest: Review = {
  state: 'changes_requested',
  activity: 'changes_requested',
  field: 'changes_request',
  given: 'changes_request_created',
  taken: 'changes_request_removed',
  again: 'You already requested changes on this pull request.',
  never: "You haven't requested changes on this pull request.",
};

export async function giveReview(call: Call, context: EmulatorContext, review: Review): Promise<Response> {
  const pullRequest = await pullRequestOf(call, context);
  mustBeOpen(pullRequest);
  const account = accountOf(call.principal);
  if (pullRequest.participants.get(account.uuid)?.state === review.state)
    throw new RestError(409, review.again);
  const on = context.now();
  const participation = takePart(pullRequest, account, { on, state: review.state });
  note(pullRequest, { kind: review.activity, account, on });
  tellReview(call, context, { pullRequest, review, event: review.given });
  return json(call, participantShape(participation, pullRequest, call.origins));
}

export async function takeBackReview(
  call: Call,
  context: EmulatorContext,
  review: Review,
): Promise<Response> {
  const pullRequest = await pullRequestOf(call, context);
  mustBeOpen(pullRequest);
  const account = accountOf(call.principal);
  if (pullRequest.participants.get(account.uuid)?.state !== review.state) throw notFound(review.never);
  takePart(pullRequest, account, { on: context.now(), state: null });
  tellReview(call, context, { pullRequest, review, event: review.taken });
  return new Response(null, { status: 204 });
}

function tellReview(
  { principal, origins }: Call,
  context: EmulatorContext,
  { pullRequest, review, event }: { pullRequest: Parameters<typeof tell>[1]; review: Review; event: string },
): void {
  const account = accountOf(principal);
  const more = { [review.field]: { date: microsDate(context.now()), user: account.shape(origins) } };
  tell(context, pullRequest, { event, doer: { account, origins }, more });
}
