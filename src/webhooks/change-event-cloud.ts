/** What the payloads of Bitbucket Cloud say in the words of both products. */
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
import type { CloudComment } from './payloads/cloud-comment.ts';
import type { CloudAccount, CloudRepository } from './payloads/cloud-common.ts';
import type { CloudPayloads } from './payloads/cloud-payloads.ts';
import type {
  CloudParticipant,
  CloudPullRequest,
  CloudPullRequestEndpoint,
  CloudPullRequestPayload,
} from './payloads/cloud-pull-request.ts';
import type { CloudPullRequestCommentPayload } from './payloads/cloud-pull-request-events.ts';
import type { CloudPushChange } from './payloads/cloud-push.ts';
import type { CloudCommitStatusPayload, CloudRepositoryPayload } from './payloads/cloud-repository-events.ts';

type Views = { readonly [Key in keyof CloudPayloads]?: (payload: CloudPayloads[Key]) => ChangeView };

export const cloudViews: Views = {
  'repo:push': (payload) => ({ ...base('push', payload), refs: payload.push.changes.flatMap(refsOf) }),
  'repo:created': (payload) => base('repository-created', payload),
  'repo:deleted': (payload) => base('repository-deleted', payload),
  'repo:imported': (payload) => base('repository-imported', payload),
  'repo:transfer': (payload) => base('repository-transferred', payload),
  'repo:updated': (payload) => base('repository-updated', payload),
  'repo:fork': (payload) => ({ ...base('repository-forked', payload), fork: repositoryOf(payload.fork) }),
  'repo:commit_comment_created': (payload) => ({
    ...base('commit-comment-created', payload),
    comment: commentOf(payload.comment),
    commit: payload.commit.hash,
  }),
  'repo:commit_status_created': (payload) => status(payload),
  'repo:commit_status_updated': (payload) => status(payload),
  'pullrequest:created': (payload) => review('pull-request-opened', payload),
  'pullrequest:updated': (payload) => review('pull-request-updated', payload),
  'pullrequest:push': (payload) => review('pull-request-pushed', payload),
  'pullrequest:fulfilled': (payload) => review('pull-request-merged', payload),
  'pullrequest:rejected': (payload) => review('pull-request-declined', payload),
  'pullrequest:approved': (payload) => review('pull-request-approved', payload),
  'pullrequest:unapproved': (payload) => review('pull-request-unapproved', payload),
  'pullrequest:changes_request_created': (payload) => review('pull-request-changes-requested', payload),
  'pullrequest:changes_request_removed': (payload) => review('pull-request-changes-request-removed', payload),
  'pullrequest:comment_created': (payload) => remark('pull-request-comment-created', payload),
  'pullrequest:comment_updated': (payload) => remark('pull-request-comment-updated', payload),
  'pullrequest:comment_deleted': (payload) => remark('pull-request-comment-deleted', payload),
  'pullrequest:comment_resolved': (payload) => remark('pull-request-comment-resolved', payload),
  'pullrequest:comment_reopened': (payload) => remark('pull-request-comment-reopened', payload),
};

const base = (kind: ChangeKind, { repository, actor }: CloudRepositoryPayload): ChangeView => ({
  kind,
  repository: repositoryOf(repository),
  actor: accountOf(actor),
  refs: [],
  pullRequest: undefined,
  comment: undefined,
  commit: undefined,
  fork: undefined,
});

const status = (payload: CloudCommitStatusPayload): ChangeView => ({
  ...base('commit-status', payload),
  commit: payload.commit_status.commit?.hash,
});

const review = (kind: ChangeKind, payload: CloudPullRequestPayload): ChangeView => ({
  ...base(kind, payload),
  pullRequest: pullRequestOf(payload.pullrequest),
});

const remark = (kind: ChangeKind, payload: CloudPullRequestCommentPayload): ChangeView => ({
  ...review(kind, payload),
  comment: commentOf(payload.comment),
});

const repositoryOf = ({ uuid, name, full_name, links }: CloudRepository): ChangeRepository => ({
  id: uuid,
  name,
  fullName: full_name,
  url: links?.html?.href,
});

function accountOf(account: CloudAccount | null | undefined): ChangeAccount | undefined {
  if (account === null || account === undefined) return undefined;
  const { uuid, account_id, display_name, nickname, username } = account;
  return {
    id: uuid ?? account_id ?? undefined,
    name: display_name ?? nickname ?? username ?? undefined,
    username: username ?? undefined,
    emailAddress: undefined,
  };
}

/** Mercurial's words, which payloads of before 2020 have. */
const branchWords: readonly string[] = ['named_branch', 'bookmark'];

/** None for a change of nothing to nothing. */
function refsOf({ old, new: now, forced }: CloudPushChange): ChangeRef[] {
  const ref = now ?? old;
  if (ref === null) return [];
  return [
    {
      type: branchWords.includes(ref.type) ? 'branch' : ref.type,
      name: ref.name,
      oldHash: old?.target.hash,
      newHash: now?.target.hash,
      created: old === null,
      deleted: now === null,
      forced: forced ?? undefined,
    },
  ];
}

const pullRequestOf = (pullRequest: CloudPullRequest): ChangePullRequest => ({
  id: pullRequest.id,
  title: pullRequest.title,
  description: pullRequest.description ?? undefined,
  state: pullRequest.state.toLowerCase(),
  draft: pullRequest.draft ?? undefined,
  source: sideOf(pullRequest.source),
  destination: sideOf(pullRequest.destination),
  author: accountOf(pullRequest.author),
  reviewers: reviewersOf(pullRequest),
  mergeHash: pullRequest.merge_commit?.hash,
  url: pullRequest.links?.html?.href,
});

const sideOf = ({ branch, commit, repository }: CloudPullRequestEndpoint): ChangeSide => ({
  branch: branch.name,
  hash: commit?.hash,
  repository: repository === null || repository === undefined ? undefined : repositoryOf(repository),
});

/** Those who were asked stand in one list, and what everybody thinks of it in another. */
function reviewersOf({ reviewers, participants }: CloudPullRequest): ChangeReviewer[] {
  const said = (participants ?? []).map((participant) => ({
    user: accountOf(participant.user),
    status: statusOf(participant),
    asked: participant.role === 'REVIEWER',
  }));
  const asked = (reviewers ?? []).map((reviewer) => {
    const user = accountOf(reviewer);
    const status = said.find((one) => isSame(one.user, user))?.status ?? 'none';
    return { user, status };
  });
  const unasked = said.filter(
    ({ user, status, asked: wasAsked }) =>
      (wasAsked || status !== 'none') && !asked.some((one) => isSame(one.user, user)),
  );
  return [...asked, ...unasked].map(({ user, status }) => ({
    user,
    status,
    approved: status === 'approved',
  }));
}

/** Before 2020 there is no `state`, and approval only. */
function statusOf({ state, approved }: CloudParticipant): ChangeReviewer['status'] {
  if (state === 'changes_requested') return 'changes-requested';
  return state === 'approved' || approved === true ? 'approved' : 'none';
}

const isSame = (a: ChangeAccount | undefined, b: ChangeAccount | undefined): boolean =>
  a?.id !== undefined && a.id === b?.id;

const commentOf = ({ id, content, user, inline, parent, links }: CloudComment): ChangeComment => ({
  id,
  text: content?.raw ?? undefined,
  author: accountOf(user),
  inline:
    inline === null || inline === undefined
      ? undefined
      : { path: inline.path, line: inline.to ?? inline.from ?? undefined },
  parentId: parent?.id,
  url: links?.html?.href,
});
