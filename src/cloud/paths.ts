/** The path table of the reference integration, for hosts that build addresses by themselves. */

/**
 * Templates for {@link expandPath}. `{repo}` is `workspace/slug`; either half may be a UUID in braces.
 *
 * @example expandPath(BitbucketApiPath.repositoryCommits, { repo: 'acme/api', revision: 'main' })
 */
export const BitbucketApiPath = {
  issue: '/2.0/repositories/{repo}/issues/{issue_id}',
  issues: '/2.0/repositories/{repo}/issues',
  issueComments: '/2.0/repositories/{repo}/issues/{issue_id}/comments',
  repository: '/2.0/repositories/{repo}',
  repositories: '/2.0/repositories/{workspace}',
  repositoryCommits: '/2.0/repositories/{repo}/commits/{revision}',
  repositoryDiff: '/2.0/repositories/{repo}/diff/{spec}',
  repositoryHook: '/2.0/repositories/{repo}/hooks/{uid}',
  repositoryHooks: '/2.0/repositories/{repo}/hooks',
  addons: '/2.0/addon',
  source: '/2.0/repositories/{repo}/src/{sha}/{path}',
} as const;
