/** Reads files at a commit, a branch or a tag. */
import { type FileOptions, fromRoot, orMissing } from '../http/files.ts';
import type { RestClient } from '../http/rest-client.ts';
import type { CloudRoutes } from './operations.ts';
import { type RepositoryPath, splitRepo } from './repo.ts';

type CloudRest = RestClient<CloudRoutes>;

/** Is there such a file (or folder) at the ref? Asked with HEAD; nothing is downloaded. */
export async function fileExists(rest: CloudRest, repo: string, options: FileOptions): Promise<boolean> {
  const { signal } = options;
  const path = await filePath(rest, repo, options);
  if (path === undefined) return false;
  const call = rest.request('HEAD /repositories/{workspace}/{repo_slug}/src/{commit}/{path}', {
    path,
    signal,
    as: 'text',
  });
  return (await orMissing(call)) !== undefined;
}

/** The file's text, or `undefined` where there is none. */
export async function readFile(
  rest: CloudRest,
  repo: string,
  options: FileOptions,
): Promise<string | undefined> {
  const { signal } = options;
  const path = await filePath(rest, repo, options);
  if (path === undefined) return undefined;
  const call = rest.request('GET /repositories/{workspace}/{repo_slug}/src/{commit}/{path}', {
    path,
    signal,
    as: 'text',
  });
  return orMissing(call);
}

async function filePath(
  rest: CloudRest,
  repo: string,
  { path, ref, signal }: FileOptions,
): Promise<(RepositoryPath & { commit: string; path: string }) | undefined> {
  const names = splitRepo(repo);
  const commit = await resolveCommit(rest, names, ref, signal);
  return commit === undefined ? undefined : { ...names, commit, path: fromRoot(path) };
}

/**
 * The ref as it may stand in the middle of an address: one with a slash by its hash, since Bitbucket would take its
 * second half for the path. `undefined` where there is no such branch or tag.
 */
export async function resolveCommit(
  rest: CloudRest,
  names: RepositoryPath,
  ref: string,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  if (!ref.includes('/')) return ref;
  const path = { ...names, name: ref };
  const branch = await orMissing(
    rest.request('GET /repositories/{workspace}/{repo_slug}/refs/branches/{name}', { path, signal }),
  );
  if (branch !== undefined) return branch.target?.hash;
  const tag = await orMissing(
    rest.request('GET /repositories/{workspace}/{repo_slug}/refs/tags/{name}', { path, signal }),
  );
  return tag?.target?.hash;
}
