/** A sample payload for each event of Bitbucket Cloud that has a payload type: invented data in the platform's form. */
import type { CloudPayloads } from '../../webhooks/payloads/cloud-payloads.ts';
import type { CloudPullRequestFulfilledPayload } from '../../webhooks/payloads/cloud-pull-request.ts';
import type { CloudPushPayload } from '../../webhooks/payloads/cloud-push.ts';
import { cloudCommit, cloudLinks, cloudRepository, cloudUser } from './cloud-parts.ts';

const before = '7a2b41c09d8e6f5a3b1c2d4e5f60718293a4b5c6';
const after = 'c3d9e8f7a6b5c4d3e2f10123456789abcdef0123';

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
function push(): CloudPushPayload {
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

/** A pull request from `feature/turn` that was merged into `main`. */
function fulfilled(): CloudPullRequestFulfilledPayload {
  return {
    pullrequest: {
      type: 'pullrequest',
      id: 7,
      title: 'Turn the widgets',
      description: 'They stood still.',
      state: 'MERGED',
      draft: false,
      author: cloudUser(),
      source: side('feature/turn', after),
      destination: side('main', before),
      merge_commit: shortCommit('9e8d7c6b5a493827161504f3e2d1c0b9a8f7e6d5'),
      closed_by: cloudUser(),
      close_source_branch: true,
      reason: '',
      comment_count: 2,
      task_count: 0,
      reviewers: [],
      participants: [],
      created_on: '2026-11-18T08:00:00.000000+00:00',
      updated_on: '2026-11-19T10:25:00.000000+00:00',
      links: cloudLinks('/pullrequests/7', '/pull-requests/7'),
    },
    repository: cloudRepository(),
    actor: cloudUser(),
  };
}

/** Each function gives a new object, so that a test may change what it gets. */
export const cloudSamples = {
  'repo:push': push,
  'pullrequest:fulfilled': fulfilled,
} satisfies { readonly [Key in keyof CloudPayloads]: () => CloudPayloads[Key] };
