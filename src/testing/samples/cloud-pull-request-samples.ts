/** Sample payloads of the pull requests of Bitbucket Cloud. */
import type {
  CloudPullRequest,
  CloudPullRequestPayload,
} from '../../webhooks/payloads/cloud-pull-request.ts';
import type {
  CloudPullRequestApprovalPayload,
  CloudPullRequestChangesRequestPayload,
  CloudPullRequestCommentPayload,
  CloudReview,
} from '../../webhooks/payloads/cloud-pull-request-events.ts';
import {
  after,
  before,
  cloudComment,
  cloudLinks,
  cloudRepository,
  cloudReviewer,
  cloudUser,
} from './cloud-parts.ts';

const shortCommit = (hash: string) => ({
  type: 'commit',
  hash: hash.slice(0, 12),
  links: cloudLinks(`/commit/${hash.slice(0, 12)}`, `/commits/${hash.slice(0, 12)}`),
});

const side = (branch: string, hash: string) => ({
  branch: { name: branch },
  commit: shortCommit(hash),
  repository: cloudRepository(),
});

const reviewed = '2026-11-19T09:30:00.000000+00:00';

/** What the reviewer thinks of it: `approved`, `changes_requested`, or null. */
const participants = (state: string | null) => [
  {
    type: 'participant',
    user: cloudReviewer(),
    role: 'REVIEWER',
    approved: state === 'approved',
    state,
    participated_on: state === null ? null : reviewed,
  },
];

/** From `feature/turn` to `main`. */
const pullRequest = (state: string, review: string | null): CloudPullRequest => ({
  type: 'pullrequest',
  id: 7,
  title: 'Turn the widgets',
  description: 'They stood still.',
  state,
  draft: false,
  author: cloudUser(),
  source: side('feature/turn', after),
  destination: side('main', before),
  merge_commit: state === 'MERGED' ? shortCommit('9e8d7c6b5a493827161504f3e2d1c0b9a8f7e6d5') : null,
  closed_by: state === 'OPEN' ? null : cloudUser(),
  close_source_branch: true,
  reason: state === 'DECLINED' ? 'They turn already.' : '',
  comment_count: 2,
  task_count: 0,
  reviewers: [cloudReviewer()],
  participants: participants(review),
  created_on: '2026-11-18T08:00:00.000000+00:00',
  updated_on: '2026-11-19T10:25:00.000000+00:00',
  links: cloudLinks('/pullrequests/7', '/pull-requests/7'),
});

interface Stage {
  readonly state?: string;
  readonly review?: string;
}

export const cloudPullRequestEvent = ({ state = 'OPEN', review }: Stage = {}): CloudPullRequestPayload => ({
  pullrequest: pullRequest(state, review ?? null),
  repository: cloudRepository(),
  actor: cloudUser(),
});

const byReviewer = (review?: string) => ({
  ...cloudPullRequestEvent(review === undefined ? {} : { review }),
  actor: cloudReviewer(),
});

const review = (): CloudReview => ({ date: reviewed, user: cloudReviewer() });

export const cloudApproved = (): CloudPullRequestApprovalPayload => ({
  ...byReviewer('approved'),
  approval: review(),
});
export const cloudUnapproved = (): CloudPullRequestApprovalPayload => ({
  ...byReviewer(),
  approval: review(),
});
export const cloudChangesRequested = (): CloudPullRequestChangesRequestPayload => ({
  ...byReviewer('changes_requested'),
  changes_request: review(),
});
export const cloudChangesNoLongerRequested = (): CloudPullRequestChangesRequestPayload => ({
  ...byReviewer(),
  changes_request: review(),
});

/** A comment on the line of a file. */
export const cloudPullRequestComment = (
  change: Partial<CloudPullRequestCommentPayload['comment']> = {},
): CloudPullRequestCommentPayload => ({
  ...byReviewer(),
  comment: {
    ...cloudComment('Which way?', '/pullrequests/7/comments/17', cloudReviewer()),
    type: 'pullrequest_comment',
    inline: { path: 'src/turn.ts', from: null, to: 12 },
    pullrequest: {
      type: 'pullrequest',
      id: 7,
      title: 'Turn the widgets',
      links: cloudLinks('/pullrequests/7', '/pull-requests/7'),
    },
    ...change,
  },
});

export const cloudCommentDeleted = () =>
  cloudPullRequestComment({
    deleted: true,
    content: { type: 'rendered', raw: '', markup: 'markdown', html: '' },
  });

export const cloudCommentResolved = () =>
  cloudPullRequestComment({
    resolution: {
      type: 'comment_resolution',
      user: cloudUser(),
      created_on: '2026-11-19T10:00:00.000000+00:00',
    },
  });
