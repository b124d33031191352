/** The JSON of pull requests and of those who take part in them. */
import { type Json, minimalRef, repositoryShape, type ShapeScope, type TimeShape } from '../shapes.ts';
import { userSlug } from '../world.ts';
import type { Person } from './person.ts';
import { isOpen, type Participant, type PullRequest, reviewersOf, type Side } from './pull-request.ts';

/** REST tells times in milliseconds. */
export const inMilliseconds: TimeShape = (time) => time;

/** The page of the repository, in its project or with its owner. */
export const placeOf = ({ found: { project, slug } }: Side): string => `${project.key}/${slug}`;

function pagePath({ id, to: { found } }: PullRequest): string {
  const { project, slug } = found;
  const home = project.owner === undefined ? `projects/${project.key}` : `users/${userSlug(project.owner)}`;
  return `/${home}/repos/${slug}/pull-requests/${id}`;
}

/** Where REST has it. */
export const addressOf = ({ id, to: { found } }: PullRequest, base: string): string =>
  `${base}/rest/api/latest/projects/${found.project.key}/repos/${found.slug}/pull-requests/${id}`;

const sideShape = (side: Side, scope: ShapeScope): Json => ({
  ...minimalRef(side.kind, side.name),
  latestCommit: side.hash,
  repository: repositoryShape(side.found, scope),
});

export const participantShape = (
  { person, role, status, lastReviewed }: Participant,
  scope: ShapeScope,
): Json => ({
  user: person.shape(scope),
  ...(lastReviewed === undefined ? {} : { lastReviewedCommit: lastReviewed }),
  role,
  approved: status === 'APPROVED',
  status,
});

const authorShape = (author: Person, scope: ShapeScope): Json => ({
  user: author.shape(scope),
  role: 'AUTHOR',
  approved: false,
  status: 'UNAPPROVED',
});

/** All who have to do with it, the author first. */
export const participantShapes = ({ author, participants }: PullRequest, scope: ShapeScope): Json[] => [
  authorShape(author, scope),
  ...[...participants.values()].map((one) => participantShape(one, scope)),
];

export function pullRequestShape(
  pullRequest: PullRequest,
  scope: ShapeScope,
  time: TimeShape = inMilliseconds,
): Json {
  const { id, version, title, description, state, draft, closedDate } = pullRequest;
  const open = isOpen(pullRequest);
  const others = [...pullRequest.participants.values()].filter(({ role }) => role === 'PARTICIPANT');
  return {
    ...{ id, version, title },
    ...(description === '' ? {} : { description }),
    ...{ state, open, closed: !open, draft },
    createdDate: time(pullRequest.createdDate),
    updatedDate: time(pullRequest.updatedDate),
    ...(closedDate === undefined ? {} : { closedDate: time(closedDate) }),
    fromRef: sideShape(pullRequest.from, scope),
    toRef: sideShape(pullRequest.to, scope),
    locked: false,
    author: authorShape(pullRequest.author, scope),
    reviewers: reviewersOf(pullRequest).map((one) => participantShape(one, scope)),
    participants: others.map((one) => participantShape(one, scope)),
    ...propertiesShape(pullRequest),
    links: { self: [{ href: `${scope.base}${encodeURI(pagePath(pullRequest))}` }] },
  };
}

function propertiesShape({ mergeCommit, comments }: PullRequest): Json {
  const open = comments.filter(({ severity }) => severity === 'BLOCKER');
  const resolved = open.filter(({ state }) => state === 'RESOLVED').length;
  return {
    properties: {
      ...(mergeCommit === undefined
        ? {}
        : { mergeCommit: { displayId: mergeCommit.slice(0, 11), id: mergeCommit } }),
      ...(comments.length === 0 ? {} : { commentCount: comments.length }),
      resolvedTaskCount: resolved,
      openTaskCount: open.length - resolved,
    },
  };
}
