/** Comments on issues. */
import type { EmulatorContext } from '../../context.ts';
import type { Route } from '../call.ts';
import { type CommentPlace, commentShape } from '../comments/comment.ts';
import { commentRoutes, type FindThread } from '../comments/comment-routes.ts';
import { issueOf } from './find.ts';
import { type Issue, type IssueScope, issueAddress, issueLinkShape, issuePage } from './issue.ts';
import { tellOfIssue } from './tell.ts';

export function commentPlace(issue: Issue, scope: IssueScope): CommentPlace {
  return {
    type: 'issue_comment',
    address: `${issueAddress(issue, scope)}/comments`,
    page: issuePage(issue, scope),
    subject: { issue: issueLinkShape(issue, scope) },
    origins: scope.origins,
  };
}

export function issueCommentRoutes(pattern: string, context: EmulatorContext): Route[] {
  const find: FindThread = (call) => {
    const { issue, scope } = issueOf(call, context);
    const place = commentPlace(issue, scope);
    return {
      comments: issue.comments,
      place,
      changed: (change, comment) => {
        issue.updatedOn = context.now();
        if (change !== 'created') return;
        const more = { comment: commentShape(comment, place) };
        tellOfIssue(call, context, { event: 'comment_created', issue, scope, more });
      },
    };
  };
  const rights = { read: 'issue:read', write: 'issue:write', delete: 'issue:delete-comment' } as const;
  return commentRoutes(pattern, { find, context, rights });
}
