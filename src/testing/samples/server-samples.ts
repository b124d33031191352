/** A sample payload for each event of Bitbucket Data Center: invented data in the platform's form. */
import type { ServerPayloads } from '../../webhooks/payloads/server-payloads.ts';
import type {
  ServerCommitCommentPayload,
  ServerMirrorSynchronizedPayload,
  ServerRefsChangedPayload,
  ServerSecretDetectedPayload,
} from '../../webhooks/payloads/server-repository-events.ts';
import {
  after,
  before,
  serverComment,
  serverCommit,
  serverFields,
  serverFork,
  serverProject,
  serverRepository,
} from './server-parts.ts';
import {
  serverPullRequestComment,
  serverPullRequestEvent,
  serverPullRequestModified,
  serverReviewed,
  serverReviewersUpdated,
} from './server-pull-request-samples.ts';

const mainMoved = () => ({
  ref: { id: 'refs/heads/main', displayId: 'main', type: 'BRANCH' },
  refId: 'refs/heads/main',
  fromHash: before,
  toHash: after,
  type: 'UPDATE',
});

/** One commit pushed to `main`. */
function refsChanged(): ServerRefsChangedPayload {
  const commit = () =>
    serverCommit({ id: after, parent: before, message: 'Turn the widgets\n\nFixes WIDGETS-12' });
  return {
    ...serverFields('repo:refs_changed'),
    repository: serverRepository(),
    changes: [mainMoved()],
    commits: [commit()],
    toCommit: commit(),
  };
}

const commitComment = (eventKey: string, text = 'Do they turn both ways?'): ServerCommitCommentPayload => ({
  ...serverFields(eventKey),
  comment: serverComment(text),
  repository: serverRepository(),
  commit: after,
});

const secretDetected = (): ServerSecretDetectedPayload => ({
  ...serverFields('repo:secret_detected'),
  secretLocations: [
    {
      commitId: after,
      path: 'src/config.ts',
      line: 3,
      ruleName: 'Private key',
      repository: serverRepository(),
    },
  ],
});

/** As mirrors send it: nobody did it. */
function mirrorSynchronized(): ServerMirrorSynchronizedPayload {
  const { eventKey, date } = serverFields('mirror:repo_synchronized');
  return {
    eventKey,
    date,
    mirrorServer: { id: 'B88H-IR7J-5PV0-VCNS', name: 'Far away' },
    syncType: 'INCREMENTAL',
    refLimitExceeded: false,
    repository: serverRepository(),
    changes: [mainMoved()],
  };
}

/** Each function gives a new object, so that a test may change what it gets. */
export const serverSamples: { readonly [Key in keyof ServerPayloads]: () => ServerPayloads[Key] } = {
  'repo:refs_changed': refsChanged,
  'repo:modified': () => ({
    ...serverFields('repo:modified'),
    old: { ...serverRepository(), slug: 'gadgets', name: 'gadgets' },
    new: serverRepository(),
  }),
  'repo:forked': () => ({ ...serverFields('repo:forked'), repository: serverFork() }),
  'repo:comment:added': () => commitComment('repo:comment:added'),
  'repo:comment:edited': () => ({
    ...commitComment('repo:comment:edited', 'Do they turn back?'),
    previousComment: 'Do they turn both ways?',
  }),
  'repo:comment:deleted': () => commitComment('repo:comment:deleted'),
  'repo:secret_detected': secretDetected,
  'mirror:repo_synchronized': mirrorSynchronized,
  'project:modified': () => ({
    ...serverFields('project:modified'),
    old: { ...serverProject(), name: 'Gadgets' },
    new: serverProject(),
  }),
  'pr:opened': () => serverPullRequestEvent('pr:opened'),
  'pr:from_ref_updated': () => ({
    ...serverPullRequestEvent('pr:from_ref_updated'),
    previousFromHash: before,
  }),
  'pr:modified': serverPullRequestModified,
  'pr:merged': () => serverPullRequestEvent('pr:merged', { state: 'MERGED', review: 'APPROVED' }),
  'pr:declined': () => serverPullRequestEvent('pr:declined', { state: 'DECLINED' }),
  'pr:deleted': () => serverPullRequestEvent('pr:deleted'),
  'pr:reviewer:updated': serverReviewersUpdated,
  'pr:reviewer:approved': () => serverReviewed('pr:reviewer:approved', 'APPROVED', 'UNAPPROVED'),
  'pr:reviewer:unapproved': () => serverReviewed('pr:reviewer:unapproved', 'UNAPPROVED', 'APPROVED'),
  'pr:reviewer:needs_work': () => serverReviewed('pr:reviewer:needs_work', 'NEEDS_WORK', 'UNAPPROVED'),
  'pr:comment:added': () => serverPullRequestComment('pr:comment:added'),
  'pr:comment:edited': () => ({
    ...serverPullRequestComment('pr:comment:edited', 'Which way round?'),
    previousComment: 'Which way?',
  }),
  'pr:comment:deleted': () => serverPullRequestComment('pr:comment:deleted'),
  'diagnostics:ping': () => ({ test: true }),
};
