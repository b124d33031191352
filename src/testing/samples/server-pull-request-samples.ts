/** Sample payloads of the pull requests of Bitbucket Data Center. */
import type {
  ServerParticipant,
  ServerPullRequest,
  ServerPullRequestPayload,
} from '../../webhooks/payloads/server-pull-request.ts';
import type {
  ServerPullRequestCommentPayload,
  ServerPullRequestModifiedPayload,
  ServerPullRequestReviewersPayload,
  ServerPullRequestReviewPayload,
} from '../../webhooks/payloads/server-pull-request-events.ts';
import {
  after,
  before,
  happened,
  self,
  serverComment,
  serverFields,
  serverRepository,
  serverReviewer,
  serverUser,
} from './server-parts.ts';

const side = (branch: string, latestCommit: string) => ({
  id: `refs/heads/${branch}`,
  displayId: branch,
  latestCommit,
  type: 'BRANCH',
  repository: serverRepository(),
});

const reviewer = (status: string): ServerParticipant => ({
  user: serverReviewer(),
  role: 'REVIEWER',
  approved: status === 'APPROVED',
  status,
  ...(status === 'UNAPPROVED' ? {} : { lastReviewedCommit: after }),
});

const closing = (state: string) => {
  if (state === 'OPEN') return {};
  const mergeCommit = { displayId: '9e8d7c6b5a4', id: '9e8d7c6b5a493827161504f3e2d1c0b9a8f7e6d5' };
  return { closedDate: happened, ...(state === 'MERGED' ? { properties: { mergeCommit } } : {}) };
};

/** From `feature/turn` to `main`. */
const pullRequest = (state: string, review: string): ServerPullRequest => ({
  id: 7,
  version: 1,
  title: 'Turn the widgets',
  description: 'They stood still.',
  state,
  open: state === 'OPEN',
  closed: state !== 'OPEN',
  draft: false,
  createdDate: happened - 3_600_000,
  updatedDate: happened,
  ...closing(state),
  fromRef: side('feature/turn', after),
  toRef: side('main', before),
  locked: false,
  author: { user: serverUser(), role: 'AUTHOR', approved: false, status: 'UNAPPROVED' },
  reviewers: [reviewer(review)],
  participants: [],
  links: self('/projects/WID/repos/widgets/pull-requests/7'),
});

interface Stage {
  readonly state?: string;
  readonly review?: string;
}

export const serverPullRequestEvent = (
  eventKey: string,
  { state = 'OPEN', review = 'UNAPPROVED' }: Stage = {},
): ServerPullRequestPayload => ({ ...serverFields(eventKey), pullRequest: pullRequest(state, review) });

const byReviewer = (eventKey: string, review?: string) => ({
  ...serverPullRequestEvent(eventKey, review === undefined ? {} : { review }),
  actor: serverReviewer(),
});

/** Retitled, and moved from `develop` to `main`. */
export const serverPullRequestModified = (): ServerPullRequestModifiedPayload => ({
  ...serverPullRequestEvent('pr:modified'),
  previousTitle: 'Turn widgets',
  previousDescription: 'They stood still.',
  previousTarget: {
    id: 'refs/heads/develop',
    displayId: 'develop',
    type: 'BRANCH',
    latestCommit: before,
    latestChangeset: before,
  },
  previousDraft: true,
});

export const serverReviewersUpdated = (): ServerPullRequestReviewersPayload => ({
  ...serverPullRequestEvent('pr:reviewer:updated'),
  addedReviewers: [serverReviewer()],
  removedReviewers: [],
});

export const serverReviewed = (
  eventKey: string,
  status: string,
  previousStatus: string,
): ServerPullRequestReviewPayload => ({
  ...byReviewer(eventKey, status),
  participant: reviewer(status),
  previousStatus,
});

/** A comment on the line of a file. */
export const serverPullRequestComment = (
  eventKey: string,
  text = 'Which way?',
): ServerPullRequestCommentPayload => ({
  ...byReviewer(eventKey),
  comment: {
    ...serverComment(text),
    anchor: {
      fromHash: before,
      toHash: after,
      line: 12,
      lineType: 'ADDED',
      fileType: 'TO',
      path: 'src/turn.ts',
    },
  },
});
