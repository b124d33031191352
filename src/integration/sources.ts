/** Files of linked repositories: is one there, where is it seen, who owns it; with a memory of what was asked. */
import type { BitbucketApiClient } from '../cloud/client.ts';
import { quoteLiteral } from '../cloud/literal.ts';
import { splitRepo } from '../cloud/repo.ts';
import type { FileOptions } from '../http/files.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import { type BoundedCache, createBoundedCache } from './bounded-cache.ts';
import { type CodeOwnersFile, codeOwnersLocations, parseCodeOwners } from './code-owners.ts';

/** What was asked about files, for a bounded time and count. Integrations may share one. */
export interface SourceCache {
  readonly files: BoundedCache<boolean>;
  readonly branches: BoundedCache<string | undefined>;
}

export interface SourceCacheOptions {
  /** Milliseconds that an answer is good for. Default 5 minutes. */
  readonly lifetime?: number | undefined;
  /** Answers to keep of each kind. Default 5,000. */
  readonly most?: number | undefined;
  readonly now?: Clock | undefined;
}

export function createSourceCache({
  lifetime = 300_000,
  most = 5000,
  now = systemClock,
}: SourceCacheOptions = {}): SourceCache {
  const bounds = { lifetime, most, now };
  return { files: createBoundedCache(bounds), branches: createBoundedCache(bounds) };
}

/** The files of either product. */
export interface SourceClient {
  checkFile(repo: string, options: FileOptions): Promise<boolean>;
  getFile(repo: string, options: FileOptions): Promise<string | undefined>;
}

export interface Sources {
  readonly client: SourceClient;
  /** Asks for the repository's main branch; `undefined` where it has none. */
  readonly mainBranch: (repo: string, options: CallSignal) => Promise<string | undefined>;
  readonly cache: SourceCache;
  /** Tells apart what several integrations see. */
  readonly owner: string;
}

interface CallSignal {
  readonly signal?: AbortSignal | undefined;
}

/** Is the file there? Asked with HEAD. */
export function fileExists(
  { client, cache, owner }: Sources,
  repo: string,
  { path, ref, signal }: CallSignal & { readonly path: string; readonly ref: string },
): Promise<boolean> {
  const key = JSON.stringify([owner, repo, ref, path]);
  return cache.files.get(key, () => client.checkFile(repo, { path, ref, signal }));
}

export function defaultBranch(
  { mainBranch, cache, owner }: Sources,
  repo: string,
  { signal }: CallSignal = {},
): Promise<string | undefined> {
  return cache.branches.get(JSON.stringify([owner, repo]), () => mainBranch(repo, { signal }));
}

export interface CodeOwnersOptions extends CallSignal {
  /** A commit, branch or tag: Bitbucket takes the branch that a pull request goes to. Default: the main branch. */
  readonly ref?: string | undefined;
  /** Where to look, in this order. Default `.bitbucket/CODEOWNERS`, the one place that Bitbucket reads. */
  readonly locations?: readonly string[] | undefined;
}

/** The first CODEOWNERS file that is there; `undefined` where there is none. */
export async function readCodeOwners(
  sources: Sources,
  repo: string,
  { ref: given, locations = codeOwnersLocations, signal }: CodeOwnersOptions = {},
): Promise<CodeOwnersFile | undefined> {
  const ref = given ?? (await defaultBranch(sources, repo, { signal }));
  if (ref === undefined) return undefined;
  for (const path of locations) {
    const text = await sources.client.getFile(repo, { path, ref, signal });
    if (text !== undefined) return { ...parseCodeOwners(text), path, ref, text };
  }
  return undefined;
}

/** More beginnings than these are not asked for: each is a part of the query. */
const mostCandidates = 12;

/** Those of the names that are branches or tags of the repository: one call. */
export async function knownRefs(
  client: BitbucketApiClient,
  repo: string,
  { names, signal }: CallSignal & { readonly names: readonly string[] },
): Promise<string[]> {
  const asked = names.toReversed().slice(0, mostCandidates);
  const { values = [] } = await client.request('GET /repositories/{workspace}/{repo_slug}/refs', {
    path: splitRepo(repo),
    query: {
      q: asked.map((name) => `name=${quoteLiteral(name)}`).join(' OR '),
      fields: 'values.name',
      pagelen: 100,
    },
    signal,
  });
  return values.map(({ name }) => name).filter((name) => asked.includes(name));
}
