/** Whether a pull request can be merged, and the merge, in the bare repository. */
import { isAncestor, listHistory, readCommits } from '../../git/log.ts';
import { changeRef, mergeTrees, writeCommit } from '../../git/write.ts';
import { originsFor } from '../../origins.ts';
import { type ChangedRef, tellChangedRefs } from '../../ref-changes.ts';
import { json, jsonBody, type ServerCall } from '../call.ts';
import { badField } from '../errors.ts';
import { toCloudPrincipal } from '../principal.ts';
import { mustBeCurrent, mustBeOpen, pullRequestOf, versionIn } from './find.ts';
import type { PullRequest } from './pull-request.ts';
import { type Veto, vetoed, wrongState } from './refusals.ts';
import { placeOf, pullRequestShape } from './shapes.ts';
import { type Doer, doerOf, note, type Rooms, tell } from './tell.ts';

/** Those of Bitbucket without its two that rebase. */
const strategies = ['no-ff', 'ff', 'ff-only', 'squash', 'squash-ff-only'] as const;
type Strategy = (typeof strategies)[number];

export async function mergeability(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  mustBeOpen(pullRequest);
  const { from, to } = pullRequest;
  const conflicted = (await mergeTrees(to.found.repository.git, to.hash, from.hash)) === undefined;
  const vetoes = vetoesOf(pullRequest);
  const outcome = conflicted ? 'CONFLICTED' : 'CLEAN';
  return json({ canMerge: !conflicted && vetoes.length === 0, conflicted, outcome, vetoes });
}

const vetoesOf = ({ draft }: PullRequest): Veto[] =>
  draft
    ? [
        {
          summaryMessage: 'The pull request is a draft',
          detailedMessage: 'A draft cannot be merged before it is marked as ready for review.',
        },
      ]
    : [];

interface MergeInput {
  readonly strategy: Strategy;
  readonly message: string | undefined;
  readonly autoSubject: boolean;
}

export async function mergePullRequest(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms, 'write');
  const doer = doerOf(call, rooms);
  const body = await jsonBody(call);
  const version = versionIn(call, body);
  mustBeCurrent(pullRequest, version, { call, rooms });
  mustBeOpen(pullRequest);
  const input = readInput(body);
  const vetoes = vetoesOf(pullRequest);
  if (vetoes.length > 0) throw vetoed(false, vetoes);
  const { to } = pullRequest;
  const { git } = to.found.repository;
  const before = to.hash;
  const after = await mergedCommit(pullRequest, input, { doer, now: rooms.context.now() });
  // Somebody may have changed or merged it while git made the commit.
  mustBeCurrent(pullRequest, version, { call, rooms });
  if (!(await changeRef(git, { kind: 'heads', name: to.name, from: before, to: after })))
    throw wrongState('The target branch was updated while the pull request was merged. Try again.');
  close(pullRequest, { before, after, rooms, doer });
  const moved: ChangedRef = { kind: 'heads', name: to.name, old: before, new: after };
  await tellChangedRefs(rooms.context, {
    repository: to.found.repository,
    changes: [moved],
    principal: toCloudPrincipal(call.principal, to.found),
    origins: originsFor(call.request.url, rooms.context.options.publicUrl),
  });
  return json(pullRequestShape(pullRequest, doer.scope));
}

function readInput(body: Readonly<Record<string, unknown>>): MergeInput {
  const { message, strategyId, autoSubject } = body;
  const strategy = strategies.find((known) => known === (strategyId ?? 'no-ff'));
  if (strategy === undefined)
    throw badField('strategyId', `The emulator merges by ${strategies.join(', ')}.`);
  if (message !== undefined && message !== null && typeof message !== 'string')
    throw badField('message', 'The message is not a text.');
  return {
    strategy,
    message: message ?? undefined,
    autoSubject: autoSubject !== false && autoSubject !== 'false',
  };
}

async function mergedCommit(
  pullRequest: PullRequest,
  input: MergeInput,
  { doer, now }: { doer: Doer; now: number },
): Promise<string> {
  const { from, to, author } = pullRequest;
  const { git } = to.found.repository;
  const { strategy } = input;
  const forward = await isAncestor(git, { older: to.hash, newer: from.hash });
  if (strategy.endsWith('ff-only') && !forward)
    throw vetoed(false, [
      {
        summaryMessage: 'The target branch cannot be fast-forwarded',
        detailedMessage: `The strategy ${strategy} needs all commits of ${to.name} in ${from.name}.`,
      },
    ]);
  if ((strategy === 'ff' || strategy === 'ff-only') && forward) return from.hash;
  const tree = await mergeTrees(git, to.hash, from.hash);
  if (tree === undefined) throw vetoed(true, []);
  const squashes = strategy.startsWith('squash');
  const { name, email } = doer.person;
  const committer = { name, email, time: now };
  return writeCommit(git, {
    tree,
    parents: squashes ? [to.hash] : [to.hash, from.hash],
    message: await messageOf(pullRequest, input),
    author: squashes ? { name: author.name, email: author.email, time: now } : committer,
    committer,
  });
}

/** Commits that a message lists; Bitbucket's own setting is 20. */
const mostSummaries = 20;

/** The subject names the pull request; a message of the caller's follows it, or stands alone if they say so. */
async function messageOf(pullRequest: PullRequest, { message, autoSubject }: MergeInput): Promise<string> {
  const { id, title, from, to } = pullRequest;
  if (message !== undefined && message.trim() !== '' && !autoSubject) return `${message.trimEnd()}\n`;
  const { git } = to.found.repository;
  const range = { include: [from.hash], exclude: [to.hash] };
  const commits = await readCommits(git, await listHistory(git, range, { count: mostSummaries }));
  const summaries = commits.map(
    (commit) => `* commit '${commit.hash}':\n  ${commit.message.split('\n')[0] ?? ''}`,
  );
  const text =
    message?.trim() || `Merge in ${placeOf(to)} from ${from.name} to ${to.name}\n\n${summaries.join('\n')}`;
  return `Pull request #${id}: ${title}\n\n${text.trimEnd()}\n`;
}

/** The target stays what it was before, as Bitbucket tells it of a merged one. */
function close(
  pullRequest: PullRequest,
  { before, after, rooms, doer }: { before: string; after: string; rooms: Rooms; doer: Doer },
): void {
  const now = rooms.context.now();
  pullRequest.to.hash = before;
  const closed = { state: 'MERGED', mergeCommit: after, updatedDate: now, closedDate: now } as const;
  Object.assign(pullRequest, closed, { version: pullRequest.version + 1 });
  const commit = { id: after, displayId: after.slice(0, 11) };
  note(rooms, pullRequest, { action: 'MERGED', person: doer.person, more: { commit } });
  tell(rooms, pullRequest, { event: 'merged', doer });
}
