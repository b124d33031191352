/** A repository's name as callers give it: `workspace/slug`, either half a UUID in braces if they like. */
import { ConfigError } from '../errors/config-error.ts';

export interface RepositoryPath {
  readonly workspace: string;
  readonly repo_slug: string;
}

/** @throws ConfigError `invalid_option` when it has not exactly two parts, or one of them is empty or dots */
export function splitRepo(repo: string): RepositoryPath {
  const [workspace = '', slug = '', ...more] = typeof repo === 'string' ? repo.split('/') : [];
  const isName = (part: string): boolean => part !== '' && part !== '.' && part !== '..';
  if (isName(workspace) && isName(slug) && more.length === 0) return { workspace, repo_slug: slug };
  throw new ConfigError(
    'repo',
    'it is not of the form workspace/slug',
    'Pass the full name, such as "acme/api", or two UUIDs in braces',
  );
}
