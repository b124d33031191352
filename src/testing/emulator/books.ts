/** What the emulator writes down about its repositories beside git: pull requests, issues, statuses, comments. */
import type { Comment } from './cloud/comments/comment.ts';
import type { BuildStatus } from './cloud/commit-reports/build-status.ts';
import type { IssueList } from './cloud/issues/issue.ts';
import type { PullRequest } from './cloud/pull-requests/pull-request.ts';
import type { EmulatorContext } from './context.ts';
import { perRepository } from './per-repository.ts';

type Books = Pick<
  EmulatorContext,
  'pullRequests' | 'issues' | 'statuses' | 'commitComments' | 'nextCommentId'
>;

export function createBooks(): Books {
  let comments = 0;
  return {
    pullRequests: perRepository<PullRequest[]>(() => []),
    issues: perRepository<IssueList>(() => ({ issues: [], lastId: 0 })),
    statuses: perRepository<Map<string, BuildStatus[]>>(() => new Map()),
    commitComments: perRepository<Map<string, Comment[]>>(() => new Map()),
    nextCommentId: () => {
      comments += 1;
      return comments;
    },
  };
}
