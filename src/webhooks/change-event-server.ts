/** What the payloads of Bitbucket Data Center say in the words of both products. */
import type {
  ChangeAccount,
  ChangeComment,
  ChangeKind,
  ChangePullRequest,
  ChangeRef,
  ChangeRepository,
  ChangeReviewer,
  ChangeSide,
  ChangeView,
} from './change-view.ts';
import type { ServerComment } from './payloads/server-comment.ts';
import type {
  ServerLinks,
  ServerPayload,
  ServerRefChange,
  ServerRepository,
  ServerRepositoryOrigin,
  ServerUser,
} from './payloads/server-common.ts';
import type { ServerPayloads } from './payloads/server-payloads.ts';
import type {
  ServerParticipant,
  ServerPullRequest,
  ServerPullRequestPayload,
  ServerPullRequestSource,
} from './payloads/server-pull-request.ts';
import type { ServerPullRequestCommentPayload } from './payloads/server-pull-request-events.ts';
import type { ServerCommitCommentPayload, ServerForkedPayload } from './payloads/server-repository-events.ts';

type Views = { readonly [Key in keyof ServerPayloads]?: (payload: ServerPayloads[Key]) => ChangeView };

export const serverViews: Views = {
  'repo:refs_changed': (payload) => ({
    ...base('push', payload, payload.repository),
    refs: payload.changes.map(refOf),
  }),
  'repo:modified': (payload) => base('repository-updated', payload, payload.new),
  'repo:forked': (payload) => forked(payload),
  'mirror:repo_synchronized': (payload) => ({
    ...base('mirror-synchronized', payload, payload.repository),
    refs: (payload.changes ?? []).map(refOf),
  }),
  'repo:comment:added': (payload) => commitRemark('commit-comment-created', payload),
  'repo:comment:edited': (payload) => commitRemark('commit-comment-updated', payload),
  'repo:comment:deleted': (payload) => commitRemark('commit-comment-deleted', payload),
  'pr:opened': (payload) => review('pull-request-opened', payload),
  'pr:from_ref_updated': (payload) => review('pull-request-pushed', payload),
  'pr:modified': (payload) => review('pull-request-updated', payload),
  'pr:merged': (payload) => review('pull-request-merged', payload),
  'pr:declined': (payload) => review('pull-request-declined', payload),
  'pr:deleted': (payload) => review('pull-request-deleted', payload),
  'pr:reviewer:updated': (payload) => review('pull-request-updated', payload),
  'pr:reviewer:approved': (payload) => review('pull-request-approved', payload),
  // Server has one event for both that a reviewer can take back.
  'pr:reviewer:unapproved': (payload) =>
    payload.previousStatus === 'NEEDS_WORK'
      ? review('pull-request-changes-request-removed', payload)
      : review('pull-request-unapproved', payload),
  'pr:reviewer:needs_work': (payload) => review('pull-request-changes-requested', payload),
  'pr:comment:added': (payload) => remark('pull-request-comment-created', payload),
  'pr:comment:edited': (payload) => remark('pull-request-comment-updated', payload),
  'pr:comment:deleted': (payload) => remark('pull-request-comment-deleted', payload),
};

const base = (
  kind: ChangeKind,
  { actor }: ServerPayload,
  repository: ServerRepository | ServerRepositoryOrigin,
): ChangeView => ({
  kind,
  repository: repositoryOf(repository),
  actor: accountOf(actor),
  refs: [],
  pullRequest: undefined,
  comment: undefined,
  commit: undefined,
  fork: undefined,
});

/** The event is about the repository that was forked, as on Cloud; a fork that does not name it stands for both. */
const forked = (payload: ServerForkedPayload): ChangeView => ({
  ...base('repository-forked', payload, payload.repository.origin ?? payload.repository),
  fork: repositoryOf(payload.repository),
});

const review = (kind: ChangeKind, payload: ServerPullRequestPayload): ChangeView => ({
  ...base(kind, payload, payload.pullRequest.toRef.repository),
  pullRequest: pullRequestOf(payload.pullRequest),
});

const remark = (kind: ChangeKind, payload: ServerPullRequestCommentPayload): ChangeView => ({
  ...review(kind, payload),
  comment: commentOf(payload),
});

const commitRemark = (kind: ChangeKind, payload: ServerCommitCommentPayload): ChangeView => ({
  ...base(kind, payload, payload.repository),
  comment: commentOf(payload),
  commit: payload.commit,
});

const repositoryOf = (repository: ServerRepository | ServerRepositoryOrigin): ChangeRepository => ({
  id: String(repository.id),
  name: repository.name ?? repository.slug,
  fullName: `${repository.project.key}/${repository.slug}`,
  url: pageOf(repository['links']),
});

/** Of links that are judged, and of an origin's, which are not. */
function pageOf(links: unknown): string | undefined {
  const self = (links as ServerLinks | null | undefined)?.self;
  const href = Array.isArray(self) ? self[0]?.href : undefined;
  return typeof href === 'string' ? href : undefined;
}

function accountOf(user: ServerUser | null | undefined): ChangeAccount | undefined {
  if (user === null || user === undefined) return undefined;
  const { id, name, displayName, emailAddress } = user;
  return {
    id: id === null || id === undefined ? (name ?? undefined) : String(id),
    name: displayName ?? name ?? undefined,
    username: name ?? undefined,
    emailAddress: emailAddress ?? undefined,
  };
}

const refOf = ({ ref, fromHash, toHash }: ServerRefChange): ChangeRef => ({
  type: (ref.type ?? (ref.id.startsWith('refs/tags/') ? 'tag' : 'branch')).toLowerCase(),
  name: ref.displayId,
  oldHash: hashOf(fromHash),
  newHash: hashOf(toHash),
  created: hashOf(fromHash) === undefined,
  deleted: hashOf(toHash) === undefined,
  forced: undefined,
});

/** Git's zeros stand for nothing. */
const hashOf = (hash: string): string | undefined => (/^0+$/.test(hash) ? undefined : hash);

const pullRequestOf = (pullRequest: ServerPullRequest): ChangePullRequest => ({
  id: pullRequest.id,
  title: pullRequest.title,
  description: pullRequest.description ?? undefined,
  state: pullRequest.state.toLowerCase(),
  draft: pullRequest.draft ?? undefined,
  source: sideOf(pullRequest.fromRef),
  destination: sideOf(pullRequest.toRef),
  author: accountOf(pullRequest.author?.user),
  reviewers: reviewersOf(pullRequest),
  mergeHash: pullRequest.properties?.mergeCommit?.id,
  url: pageOf(pullRequest.links),
});

const sideOf = ({ displayId, latestCommit, repository }: ServerPullRequestSource): ChangeSide => ({
  branch: displayId,
  hash: latestCommit,
  repository: repository === null || repository === undefined ? undefined : repositoryOf(repository),
});

const reviewersOf = ({ reviewers, participants }: ServerPullRequest): ChangeReviewer[] =>
  [
    ...(reviewers ?? []),
    ...(participants ?? []).filter((participant) => statusOf(participant) !== 'none'),
  ].map((participant) => {
    const status = statusOf(participant);
    return { user: accountOf(participant.user), status, approved: status === 'approved' };
  });

function statusOf({ status, approved }: ServerParticipant): ChangeReviewer['status'] {
  if (status === 'NEEDS_WORK') return 'changes-requested';
  return status === 'APPROVED' || approved === true ? 'approved' : 'none';
}

/** What it answers stands beside the comment, not in it. */
function commentOf({
  comment,
  commentParentId,
}: {
  readonly comment: ServerComment;
  readonly commentParentId?: number | null | undefined;
}): ChangeComment {
  const path = comment.anchor?.['path'];
  const line = comment.anchor?.['line'];
  return {
    id: comment.id,
    text: comment.text,
    author: accountOf(comment.author),
    inline:
      typeof path === 'string' ? { path, line: typeof line === 'number' ? line : undefined } : undefined,
    parentId: commentParentId ?? undefined,
    url: undefined,
  };
}
