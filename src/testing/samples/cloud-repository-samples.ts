/** Sample payloads of the repositories, commits and projects of Bitbucket Cloud. */
import type { CloudPushPayload } from '../../webhooks/payloads/cloud-push.ts';
import type {
  CloudCommitCommentPayload,
  CloudCommitStatusPayload,
  CloudForkPayload,
  CloudProjectUpdatedPayload,
  CloudRepositoryPayload,
  CloudRepositoryUpdatedPayload,
} from '../../webhooks/payloads/cloud-repository-events.ts';
import {
  after,
  before,
  cloudComment,
  cloudCommit,
  cloudFork,
  cloudLinks,
  cloudProject,
  cloudRepository,
  cloudUser,
} from './cloud-parts.ts';

const commitBefore = () =>
  cloudCommit({ hash: before, parent: '1f2e3d4c5b6a79880716253443526170a1b2c3d4', message: 'Add widgets\n' });
const commitAfter = () =>
  cloudCommit({ hash: after, parent: before, message: 'Turn the widgets\n\nFixes WIDGETS-12\n' });

const mainBranch = (target: ReturnType<typeof cloudCommit>) => ({
  type: 'branch',
  name: 'main',
  target,
  merge_strategies: ['merge_commit', 'squash', 'fast_forward'],
  default_merge_strategy: 'merge_commit',
  links: cloudLinks('/refs/branches/main', '/branch/main'),
});

/** One commit pushed to `main`. */
export function cloudPush(): CloudPushPayload {
  return {
    push: {
      changes: [
        {
          old: mainBranch(commitBefore()),
          new: mainBranch(commitAfter()),
          created: false,
          closed: false,
          forced: false,
          truncated: false,
          commits: [commitAfter()],
          links: cloudLinks(
            `/commits?include=${after}&exclude=${before}`,
            `/branches/compare/${after}..${before}`,
          ),
        },
      ],
    },
    repository: cloudRepository(),
    actor: cloudUser(),
  };
}

const about = (): CloudRepositoryPayload => ({ repository: cloudRepository(), actor: cloudUser() });

/** A repository was created, deleted, imported or transferred. */
export const cloudRepositoryEvent = about;

/** A fork in another workspace. */
export const cloudForked = (): CloudForkPayload => ({ ...about(), fork: cloudFork() });

/** Renamed from `gadgets`. */
export const cloudRepositoryUpdated = (): CloudRepositoryUpdatedPayload => ({
  ...about(),
  changes: {
    name: { old: 'gadgets', new: 'widgets' },
    full_name: { old: 'acme/gadgets', new: 'acme/widgets' },
    slug: { old: 'gadgets', new: 'widgets' },
    description: { old: '', new: 'They turn.' },
    links: { old: {}, new: {} },
  },
});

export const cloudCommitComment = (): CloudCommitCommentPayload => ({
  ...about(),
  commit: commitAfter(),
  comment: {
    ...cloudComment('Do they turn both ways?', `/commit/${after}/comments/17`),
    type: 'commit_comment',
    commit: { type: 'commit', hash: after, links: cloudLinks(`/commit/${after}`, `/commits/${after}`) },
  },
});

export const cloudCommitStatus = (state: string): CloudCommitStatusPayload => ({
  ...about(),
  commit_status: {
    type: 'build',
    key: 'BUILD-42',
    name: 'Build #42',
    description: state === 'INPROGRESS' ? 'Runs' : 'All tests passed',
    state,
    refname: 'main',
    url: 'https://ci.example.com/builds/42',
    commit: commitAfter(),
    created_on: '2026-11-19T10:21:00.000000+00:00',
    updated_on: '2026-11-19T10:24:00.000000+00:00',
    links: { self: { href: cloudLinks(`/commit/${after}/statuses/build/BUILD-42`).self?.href ?? '' } },
  },
});

/** Renamed from `Gadgets`. */
export const cloudProjectUpdated = (): CloudProjectUpdatedPayload => ({
  actor: cloudUser(),
  project: cloudProject(),
  changes: { name: { old: 'Gadgets', new: 'Widgets' } },
});
