/** Comments on commits. */
import type { EmulatorContext } from '../../context.ts';
import { publish } from '../../hook-events.ts';
import { repositoryOf } from '../access.ts';
import { accountOf } from '../accounts.ts';
import type { Route } from '../call.ts';
import { type CommentPlace, commentShape } from '../comments/comment.ts';
import { commentRoutes, type FindThread } from '../comments/comment-routes.ts';
import { type CommitScope, commitLinkShape } from '../commit-shapes.ts';
import { commitOf } from '../commits.ts';
import { hookRepositoryShape } from '../hook-repository.ts';
import { repositoryAddress } from '../shapes.ts';
import { payloadCommit } from './payload-commit.ts';

export function commitCommentRoutes(context: EmulatorContext): Route[] {
  const find: FindThread = async (call) => {
    const repository = repositoryOf(context.world, call);
    const hash = await commitOf(repository.git, call.params['commit'] ?? '');
    const scope = { world: context.world, repository, origins: call.origins };
    const place = placeOf(hash, scope);
    const book = context.commitComments(repository);
    const comments = book.get(hash) ?? [];
    return {
      comments,
      place,
      changed: async (change, comment) => {
        book.set(hash, comments);
        // Only new ones are told of.
        if (change !== 'created') return;
        const payload = {
          repository: hookRepositoryShape(repository, call.origins),
          actor: accountOf(call.principal).shape(call.origins),
          commit: await payloadCommit(hash, scope),
          comment: commentShape(comment, place),
        };
        publish(context, { event: 'repo:commit_comment_created', repository, payload });
      },
    };
  };
  const pattern = '/repositories/{workspace}/{repo_slug}/commit/{commit}/comments';
  const rights = {
    read: 'repository:read',
    write: 'repository:comment',
    delete: 'repository:comment',
  } as const;
  return commentRoutes(pattern, { find, context, rights, updateStatus: 201 });
}

function placeOf(hash: string, scope: CommitScope): CommentPlace {
  const { repository, origins } = scope;
  return {
    type: 'commit_comment',
    address: `${repositoryAddress(repository, origins)}/commit/${hash}/comments`,
    page: `${origins.web}/${repository.fullName}/commits/${hash}`,
    subject: { commit: commitLinkShape(hash, scope) },
    origins,
  };
}
