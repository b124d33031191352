/** A repository's name as callers give it: `PROJECT/slug`, or `~user/slug` for a personal one. */
import { splitFullName } from '../http/full-name.ts';

export interface RepositoryPath {
  readonly projectKey: string;
  readonly repositorySlug: string;
}

/** @throws ConfigError `invalid_option` when it has not exactly two parts, or one of them is empty or dots */
export function splitRepo(repo: string): RepositoryPath {
  const [projectKey, repositorySlug] = splitFullName(repo, {
    form: 'PROJECT/slug',
    fix: 'Pass project key and slug, such as "ACME/api" or "~jane/api"',
  });
  return { projectKey, repositorySlug };
}
