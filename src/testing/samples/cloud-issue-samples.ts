/** Sample payloads of the issues of Bitbucket Cloud, which ended on 2026-08-20. */
import type {
  CloudIssueCommentPayload,
  CloudIssuePayload,
  CloudIssueUpdatedPayload,
} from '../../webhooks/payloads/cloud-issue-events.ts';
import { cloudComment, cloudContent, cloudLinks, cloudRepository, cloudUser } from './cloud-parts.ts';

export const cloudIssue = (): CloudIssuePayload => ({
  issue: {
    type: 'issue',
    id: 3,
    title: 'The widgets stand still',
    content: cloudContent('They should turn.'),
    state: 'new',
    kind: 'bug',
    priority: 'major',
    component: null,
    milestone: null,
    version: null,
    votes: 0,
    watches: 1,
    reporter: cloudUser(),
    assignee: null,
    repository: cloudRepository(),
    created_on: '2026-08-01T08:00:00.000000+00:00',
    updated_on: '2026-08-02T09:00:00.000000+00:00',
    links: cloudLinks('/issues/3', '/issues/3/the-widgets-stand-still'),
  },
  repository: cloudRepository(),
  actor: cloudUser(),
});

const issueComment = (raw: string | null) => ({
  ...cloudComment(raw, '/issues/3/comments/17'),
  type: 'issue_comment',
  updated_on: null,
});

/** Resolved, without a word. */
export const cloudIssueUpdated = (): CloudIssueUpdatedPayload => ({
  ...cloudIssue(),
  comment: issueComment(null),
  changes: { status: { old: 'new', new: 'resolved' } },
});

export const cloudIssueComment = (): CloudIssueCommentPayload => ({
  ...cloudIssue(),
  comment: issueComment('They do now.'),
});
