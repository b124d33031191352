/** The path table of the reference integration, for hosts that build addresses by themselves. */

/**
 * Templates for {@link expandPath}, to be put after the server's address and its context path.
 *
 * @example expandPath(BitbucketServerApiPath.repositoryCommits, { projectKey: '~jane', repositorySlug: 'api' })
 */
export const BitbucketServerApiPath = {
  repository: '/rest/api/latest/projects/{projectKey}/repos/{repositorySlug}',
  repositories: '/rest/api/latest/repos',
  repositoryHook: '/rest/api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}',
  repositoryHooks: '/rest/api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks',
  repositoryCommits: '/rest/api/latest/projects/{projectKey}/repos/{repositorySlug}/commits',
  commitChanges: '/rest/api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/changes',
} as const;
