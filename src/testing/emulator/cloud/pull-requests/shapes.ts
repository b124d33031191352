/** The JSON of pull requests and of those who take part in them. */
import type { Origins } from '../../origins.ts';
import { findRepositoryByUuid, type World } from '../../world.ts';
import { userAccount } from '../accounts.ts';
import { renderedShape } from '../rendered.ts';
import { type Json, link, microsDate, repositoryAddress, repositoryLinkShape, userShape } from '../shapes.ts';
import { type Endpoint, type Participation, type PullRequest, roleOfParticipant } from './pull-request.ts';

export interface ShapeScope {
  readonly world: World;
  readonly origins: Origins;
}

export const pullRequestAddress = ({ id, repository }: PullRequest, origins: Origins): string =>
  `${repositoryAddress(repository, origins)}/pullrequests/${id}`;

export const pullRequestPage = ({ id, repository }: PullRequest, { web }: Origins): string =>
  `${web}/${repository.fullName}/pull-requests/${id}`;

/** A pull request where something else refers to it. */
export const pullRequestLinkShape = (pullRequest: PullRequest, origins: Origins): Json => ({
  type: 'pullrequest',
  id: pullRequest.id,
  title: pullRequest.title,
  ...(pullRequest.draft ? { draft: true } : {}),
  links: {
    self: link(pullRequestAddress(pullRequest, origins)),
    html: link(pullRequestPage(pullRequest, origins)),
  },
});

/** Commits are named by 12 digits here, and nowhere else. */
function commitShape(hash: string, { repository }: Pick<Endpoint, 'repository'>, origins: Origins): Json {
  const short = hash.slice(0, 12);
  return {
    type: 'commit',
    hash: short,
    links: {
      self: link(`${repositoryAddress(repository, origins)}/commit/${short}`),
      html: link(`${origins.web}/${repository.fullName}/commits/${short}`),
    },
  };
}

/** The repository is null once a fork is deleted. */
export function endpointShape(endpoint: Endpoint, { world, origins }: ShapeScope): Json {
  const { repository, branch, hash } = endpoint;
  const isThere = findRepositoryByUuid(world, repository.uuid) !== undefined;
  return {
    branch: { name: branch },
    commit: commitShape(hash, endpoint, origins),
    repository: isThere ? repositoryLinkShape(repository, origins) : null,
  };
}

export const participantShape = (
  { account, state, on }: Participation,
  pullRequest: PullRequest,
  origins: Origins,
): Json => ({
  type: 'participant',
  user: account.shape(origins),
  role: roleOfParticipant(pullRequest, account.uuid),
  approved: state === 'approved',
  state,
  participated_on: on === undefined ? null : microsDate(on),
});

/** Reviewers first, then who else took part; the author only where he did something. */
function participantShapes(pullRequest: PullRequest, origins: Origins): Json[] {
  const { reviewers, participants } = pullRequest;
  const asked = reviewers.map(
    (user): Participation =>
      participants.get(user.uuid) ?? { account: userAccount(user), state: null, on: undefined },
  );
  const others = [...participants.values()].filter(
    ({ account }) => roleOfParticipant(pullRequest, account.uuid) === 'PARTICIPANT',
  );
  return [...asked, ...others].map((one) => participantShape(one, pullRequest, origins));
}

export function pullRequestShape(pullRequest: PullRequest, scope: ShapeScope): Json {
  const { origins } = scope;
  const { title, description, author, source, destination, mergeCommit, closedBy } = pullRequest;
  const base = pullRequestLinkShape(pullRequest, origins);
  return {
    ...base,
    description,
    rendered: { title: renderedShape(title), description: renderedShape(description) },
    summary: renderedShape(description),
    state: pullRequest.state,
    draft: pullRequest.draft,
    author: author.shape(origins),
    source: endpointShape(source, scope),
    destination: endpointShape(destination, scope),
    merge_commit: mergeCommit === undefined ? null : commitShape(mergeCommit, destination, origins),
    comment_count: pullRequest.comments.filter(({ deleted }) => !deleted).length,
    task_count: pullRequest.tasks.filter(({ resolution }) => resolution === undefined).length,
    close_source_branch: pullRequest.closeSourceBranch,
    closed_by: closedBy === undefined ? null : closedBy.shape(origins),
    reason: pullRequest.reason,
    created_on: microsDate(pullRequest.createdOn),
    updated_on: microsDate(pullRequest.updatedOn),
    reviewers: pullRequest.reviewers.map((user) => userShape(user, origins)),
    participants: participantShapes(pullRequest, origins),
    links: { ...(base['links'] as Json), ...linksBelow(pullRequest, origins) },
  };
}

const below = ['commits', 'approve', 'request-changes', 'diff', 'diffstat', 'patch', 'comments', 'activity'];

function linksBelow(pullRequest: PullRequest, origins: Origins): Json {
  const self = pullRequestAddress(pullRequest, origins);
  const names = [...below, 'merge', 'decline', 'statuses'];
  return Object.fromEntries(names.map((name) => [name, link(`${self}/${name}`)]));
}
