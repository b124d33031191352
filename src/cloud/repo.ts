/** A repository's name as callers give it: `workspace/slug`, either half a UUID in braces if they like. */
import { splitFullName } from '../http/full-name.ts';

export interface RepositoryPath {
  readonly workspace: string;
  readonly repo_slug: string;
}

/** @throws ConfigError `invalid_option` when it has not exactly two parts, or one of them is empty or dots */
export function splitRepo(repo: string): RepositoryPath {
  const [workspace, repo_slug] = splitFullName(repo, {
    form: 'workspace/slug',
    fix: 'Pass the full name, such as "acme/api", or two UUIDs in braces',
  });
  return { workspace, repo_slug };
}
