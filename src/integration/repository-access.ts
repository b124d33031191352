/** Access that was lost: marked on the repository, and asked for again only now and then. */
import type { BitbucketApiClient } from '../cloud/client.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Clock } from '../shared/clock.ts';
import type { LinkedRepository, RepositoryStore } from './repositories.ts';
import { followNames, type NamedRepository } from './repository-address.ts';
import { isFullName } from './repository-name.ts';

/** Milliseconds until a repository that Bitbucket refused is asked for again. */
const defaultRecheck = 60 * 60 * 1000;

/** Is it Bitbucket's word that the integration may not, or no more, see what it asked for? */
export const isRefusal = (error: unknown): error is ApiError =>
  error instanceof ApiError && (error.code === 'forbidden' || error.code === 'not_found');

export interface RepositoryAccess {
  readonly repositories: Pick<RepositoryStore, 'update'>;
  readonly client: BitbucketApiClient;
  /** The repository by UUIDs, as the client calls it. */
  readonly addressOf: (linked: LinkedRepository) => string;
  readonly siteUrl: string;
  readonly now: Clock;
  readonly recheckAfter?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Was access lost so short a time ago that nothing is to be asked? */
export function isShut(
  { status, config }: Pick<LinkedRepository, 'status' | 'config'>,
  { now, recheckAfter = defaultRecheck }: Pick<RepositoryAccess, 'now' | 'recheckAfter'>,
): boolean {
  if (status !== 'access_lost') return false;
  const lostAt = Date.parse(config['accessLostAt'] ?? '');
  return Number.isFinite(lostAt) && now() < lostAt + recheckAfter;
}

/**
 * Asks Bitbucket for the repository: names that changed and access that came back are stored, a refusal (403, 404)
 * marks it `access_lost`. A disabled repository stays disabled.
 *
 * @throws ApiError, TransportError, AuthError that say nothing of access
 */
export async function refreshRepository(
  linked: LinkedRepository,
  access: RepositoryAccess,
): Promise<LinkedRepository> {
  const named = (await ask(access.addressOf(linked), access)) ?? (await askByName(linked, access));
  if (named === undefined) return markLost(linked, access);
  return followNames(access.repositories, await markFound(linked, access), {
    named,
    siteUrl: access.siteUrl,
  });
}

async function ask(
  repo: string,
  { client, signal }: Pick<RepositoryAccess, 'client' | 'signal'>,
): Promise<NamedRepository | undefined> {
  try {
    return await client.getRepo(repo, { signal });
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** After a transfer the workspace's UUID is wrong and the name of the last push right; the UUID says if it is the same. */
async function askByName(
  { name, externalId }: LinkedRepository,
  access: RepositoryAccess,
): Promise<NamedRepository | undefined> {
  const named = isFullName(name) ? await ask(name, access) : undefined;
  return named?.uuid === externalId ? named : undefined;
}

/**
 * Runs a call about a repository. A refusal may also mean what the call asked for (a commit that is gone), so
 * Bitbucket is then asked for the repository itself, and only its refusal marks it. One that is in another workspace now
 * is called there at once.
 *
 * @throws what the call throws
 */
export async function withAccess<T>(
  linked: LinkedRepository,
  access: RepositoryAccess,
  call: (address: string) => Promise<T>,
): Promise<T> {
  const address = access.addressOf(linked);
  try {
    const result = await call(address);
    await markFound(linked, access);
    return result;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const moved = access.addressOf(await refreshRepository(linked, access));
    if (moved === address) throw error;
    return call(moved);
  }
}

async function markLost(
  linked: LinkedRepository,
  { repositories, now }: RepositoryAccess,
): Promise<LinkedRepository> {
  if (linked.status === 'disabled') return linked;
  const config = { ...linked.config, accessLostAt: new Date(now()).toISOString() };
  return change(repositories, linked, { status: 'access_lost', config });
}

async function markFound(
  linked: LinkedRepository,
  { repositories }: Pick<RepositoryAccess, 'repositories'>,
): Promise<LinkedRepository> {
  if (linked.status !== 'access_lost') return linked;
  const { accessLostAt: _, ...config } = linked.config;
  return change(repositories, linked, {
    status: 'active',
    config: { ...config, webhookId: linked.config.webhookId },
  });
}

async function change(
  repositories: Pick<RepositoryStore, 'update'>,
  linked: LinkedRepository,
  patch: Partial<Omit<LinkedRepository, 'id'>>,
): Promise<LinkedRepository> {
  return (await repositories.update(linked.id, patch)) ?? { ...linked, ...patch };
}
