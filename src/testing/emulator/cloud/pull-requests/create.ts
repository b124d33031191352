/** Opens a pull request, and changes an open one. */
import type { EmulatorContext } from '../../context.ts';
import { listHistory } from '../../git/log.ts';
import { takeOver } from '../../git/write.ts';
import type { Repository } from '../../world.ts';
import { repositoryOf } from '../access.ts';
import { accountOf } from '../accounts.ts';
import { type Call, json, jsonBody } from '../call.ts';
import { badFields, RestError } from '../errors.ts';
import { mustBeOpen, pullRequestOf } from './find.ts';
import { type Endpoint, note, type PullRequest } from './pull-request.ts';
import { readDestination, readReviewers, readSource, readText } from './read-fields.ts';
import { pullRequestAddress, pullRequestShape } from './shapes.ts';
import { tell } from './tell.ts';

export async function createPullRequest(call: Call, context: EmulatorContext): Promise<Response> {
  const { world, pullRequests, now } = context;
  const { principal, origins } = call;
  const home = repositoryOf(world, call);
  const body = await jsonBody(call);
  const author = accountOf(principal);
  const text = readText(body, { title: '', description: '', draft: false, closeSourceBranch: false });
  const source = await readSource(body, { world, principal, home });
  const destination = await readDestination(body, home);
  const reviewers = readReviewers(body, { world, home, author }) ?? [];
  const all = pullRequests(home);
  const id = all.length + 1;
  checkEnds(source, destination);
  mustBeAlone(all, source, destination);
  await bringHome(source, home, id);
  await mustDiffer(source, destination);
  const pullRequest: PullRequest = {
    ...text,
    ...{ id, repository: home, author, createdOn: now(), updatedOn: now() },
    ...{ source, destination, reviewers, participants: new Map(), comments: [], tasks: [], activity: [] },
    ...{ state: 'OPEN', mergeCommit: undefined, closedBy: undefined, reason: '' },
  };
  // Somebody else may have opened one while git was asked.
  if (all.length !== id - 1)
    throw new RestError(409, 'Another pull request was opened meanwhile. Try again.');
  all.push(pullRequest);
  note(pullRequest, { kind: 'update', account: author, on: now() });
  tell(context, pullRequest, { event: 'created', doer: { account: author, origins } });
  return json(call, pullRequestShape(pullRequest, { world, origins }), {
    status: 201,
    headers: { location: pullRequestAddress(pullRequest, origins) },
  });
}

function checkEnds(source: Endpoint, destination: Endpoint): void {
  const same = source.repository === destination.repository && source.branch === destination.branch;
  if (same) throw badFields({ source: ['Source and destination cannot be the same branch'] });
}

function mustBeAlone(all: readonly PullRequest[], source: Endpoint, destination: Endpoint): void {
  const same = (left: Endpoint, right: Endpoint): boolean =>
    left.repository === right.repository && left.branch === right.branch;
  const other = all.find(
    (one) => one.state === 'OPEN' && same(one.source, source) && same(one.destination, destination),
  );
  if (other === undefined) return;
  throw new RestError(409, `There is already an open pull request (#${other.id}) for these branches`);
}

/** What a fork's branch has is kept beside the destination's own, where diffs and merges find it. */
export async function bringHome({ repository, hash }: Endpoint, home: Repository, id: number): Promise<void> {
  if (repository === home) return;
  await takeOver(home.git, { from: repository.git, hash, ref: `refs/pull-requests/${id}/from` });
}

async function mustDiffer(source: Endpoint, { repository, hash }: Endpoint): Promise<void> {
  const range = { include: [source.hash], exclude: [hash] };
  const ahead = await listHistory(repository.git, range, { count: 1 });
  if (ahead.length === 0) throw new RestError(400, 'There are no changes to be pulled');
}

/** Reviewers that the body does not name stay; an empty list takes them all away. */
export async function updatePullRequest(call: Call, context: EmulatorContext): Promise<Response> {
  const { world, now, pullRequests } = context;
  const pullRequest = await pullRequestOf(call, context);
  mustBeOpen(pullRequest);
  const { author, repository: home, source } = pullRequest;
  const body = await jsonBody(call);
  const text = readText(body, pullRequest);
  const reviewers = readReviewers(body, { world, home, author }) ?? pullRequest.reviewers;
  const destination =
    body['destination'] === undefined ? pullRequest.destination : await readDestination(body, home);
  if (destination.branch !== pullRequest.destination.branch) {
    checkEnds(source, destination);
    mustBeAlone(pullRequests(home), source, destination);
    await mustDiffer(source, destination);
  }
  Object.assign(pullRequest, text, { reviewers, updatedOn: now() });
  Object.assign(pullRequest.destination, destination);
  const account = accountOf(call.principal);
  note(pullRequest, { kind: 'update', account, on: now() });
  tell(context, pullRequest, { event: 'updated', doer: { account, origins: call.origins } });
  return json(call, pullRequestShape(pullRequest, { world, origins: call.origins }));
}
