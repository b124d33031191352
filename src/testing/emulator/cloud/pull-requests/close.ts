/** Declines a pull request, or merges it: at once, or as a task that is asked about. */
import type { EmulatorContext } from '../../context.ts';
import { mainBranch } from '../../git/refs.ts';
import { changeRef } from '../../git/write.ts';
import { randomUuid } from '../../identifiers.ts';
import { type ChangedRef, tellChangedRefs } from '../../ref-changes.ts';
import type { Repository } from '../../world.ts';
import { accountOf } from '../accounts.ts';
import { type Call, flag, json, jsonBody } from '../call.ts';
import { badFields, errorResponse, RestError } from '../errors.ts';
import { link } from '../shapes.ts';
import { mustBeOpen, pullRequestOf } from './find.ts';
import { type MergeInput, mergeBranches, strategies } from './merge.ts';
import { note, type PullRequest } from './pull-request.ts';
import { pullRequestAddress, pullRequestShape } from './shapes.ts';
import { tell } from './tell.ts';

export async function declinePullRequest(call: Call, context: EmulatorContext): Promise<Response> {
  const pullRequest = await pullRequestOf(call, context);
  mustBeOpen(pullRequest);
  const { reason } = await jsonBody(call);
  const account = accountOf(call.principal);
  const on = context.now();
  Object.assign(pullRequest, { state: 'DECLINED', closedBy: account, updatedOn: on });
  pullRequest.reason = typeof reason === 'string' ? reason : '';
  note(pullRequest, { kind: 'update', account, on });
  tell(context, pullRequest, { event: 'rejected', doer: { account, origins: call.origins } });
  return json(call, pullRequestShape(pullRequest, { world: context.world, origins: call.origins }));
}

/** A merge that is under way, or how it ended. */
export interface MergeTask {
  readonly id: string;
  readonly pullRequest: PullRequest;
  outcome: 'pending' | 'merged' | RestError;
}

export async function mergePullRequest(
  call: Call,
  context: EmulatorContext,
  tasks: Map<string, MergeTask>,
): Promise<Response> {
  const pullRequest = await pullRequestOf(call, context);
  mustBeOpen(pullRequest);
  const body = await jsonBody(call);
  const input: MergeInput = {
    strategy: readStrategy(body['merge_strategy']),
    message: readMessage(body['message']),
    account: accountOf(call.principal),
    now: context.now(),
  };
  const close = body['close_source_branch'];
  const closes = typeof close === 'boolean' ? close : pullRequest.closeSourceBranch;
  const merge = () => mergeNow(pullRequest, { input, closes, call, context });
  if (flag(call.query, 'async', false)) return startTask(call, context, { tasks, pullRequest, merge });
  await merge();
  return json(call, pullRequestShape(pullRequest, { world: context.world, origins: call.origins }));
}

function readStrategy(given: unknown): MergeInput['strategy'] {
  const strategy = strategies.find((known) => known === (given ?? 'merge_commit'));
  if (strategy === undefined)
    throw badFields({ merge_strategy: [`The emulator merges by ${strategies.join(', ')}`] });
  return strategy;
}

function readMessage(message: unknown): string | undefined {
  if (message === undefined || message === null || message === '') return undefined;
  if (typeof message !== 'string') throw badFields({ message: ['not a text'] });
  return message;
}

interface Merge {
  readonly input: MergeInput;
  readonly closes: boolean;
  readonly call: Call;
  readonly context: EmulatorContext;
}

async function mergeNow(pullRequest: PullRequest, { input, closes, call, context }: Merge): Promise<void> {
  const { destination } = pullRequest;
  const before = destination.hash;
  const after = await mergeBranches(pullRequest, input);
  const { account, now } = input;
  const merged = { state: 'MERGED', mergeCommit: after, closedBy: account, updatedOn: now };
  Object.assign(pullRequest, merged);
  // Somebody may have asked for it between the merge and this line.
  destination.hash = before;
  note(pullRequest, { kind: 'update', account, on: now });
  tell(context, pullRequest, { event: 'fulfilled', doer: { account, origins: call.origins } });
  const moved: ChangedRef = { kind: 'heads', name: destination.branch, old: before, new: after };
  const closed = closes ? await closeBranch(pullRequest) : [];
  const own = pullRequest.source.repository === destination.repository;
  const reports: [Repository, ChangedRef[]][] = own
    ? [[destination.repository, [moved, ...closed]]]
    : [
        [destination.repository, [moved]],
        [pullRequest.source.repository, closed],
      ];
  for (const [repository, changes] of reports) {
    await tellChangedRefs(context, { repository, changes, principal: call.principal, origins: call.origins });
  }
}

/** The source branch goes only if nobody pushed to it, and never when it is the main branch. */
async function closeBranch({ source }: PullRequest): Promise<ChangedRef[]> {
  const { git } = source.repository;
  if ((await mainBranch(git)) === source.branch) return [];
  const gone = { kind: 'heads', name: source.branch, from: source.hash, to: undefined } as const;
  if (!(await changeRef(git, gone))) return [];
  return [{ kind: 'heads', name: source.branch, old: source.hash, new: undefined }];
}

interface TaskStart {
  readonly tasks: Map<string, MergeTask>;
  readonly pullRequest: PullRequest;
  merge(): Promise<void>;
}

function startTask(call: Call, context: EmulatorContext, { tasks, pullRequest, merge }: TaskStart): Response {
  const task: MergeTask = { id: randomUuid(context.random), pullRequest, outcome: 'pending' };
  tasks.set(task.id, task);
  const run = async (): Promise<void> => {
    try {
      await merge();
      task.outcome = 'merged';
    } catch (error) {
      const failed = new RestError(400, 'The merge failed');
      task.outcome = error instanceof RestError ? error : failed;
    }
  };
  context.background(run());
  return new Response(null, { status: 202, headers: { location: taskAddress(task, call) } });
}

const taskAddress = ({ id, pullRequest }: MergeTask, { origins }: Call): string =>
  `${pullRequestAddress(pullRequest, origins)}/merge/task-status/${id}`;

/** How a merge is getting on. A failed one is answered with its error. */
export async function mergeTaskStatus(
  call: Call,
  context: EmulatorContext,
  tasks: ReadonlyMap<string, MergeTask>,
): Promise<Response> {
  const pullRequest = await pullRequestOf(call, context);
  const task = tasks.get(call.params['task_id'] ?? '');
  if (task?.pullRequest !== pullRequest)
    throw new RestError(400, 'The task does not belong to this pull request');
  const { outcome } = task;
  if (outcome instanceof RestError) return errorResponse(outcome);
  const links = { self: link(taskAddress(task, call)) };
  if (outcome === 'pending') return json(call, { task_status: 'PENDING', links });
  const merged = pullRequestShape(pullRequest, { world: context.world, origins: call.origins });
  return json(call, { task_status: 'SUCCESS', links, merge_result: merged });
}
