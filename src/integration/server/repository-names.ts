/** How a repository of a Server is called, and how its names follow it: project key and slug change, its number stays. */
import { expandPath } from '../../http/path.ts';
import { isRecord } from '../../shared/types.ts';
import type { LinkedRepository, RepositoryStore } from '../repositories.ts';

/** A repository by its names. */
export interface ServerRepositoryNames {
  /** `ACME`, or `~jane` of a person. */
  readonly projectKey: string;
  readonly repositorySlug: string;
}

/** A repository as an answer or a payload has it. */
export interface NamedServerRepository extends ServerRepositoryNames {
  /** Its number, which outlives its names, as text. */
  readonly externalId: string;
}

/** `PROJECT/slug`, as calls take it. */
export const fullNameOf = ({ projectKey, repositorySlug }: ServerRepositoryNames): string =>
  `${projectKey}/${repositorySlug}`;

/** Where people see the repository. */
export const repositoryUrl = (
  baseUrl: string,
  { projectKey, repositorySlug }: ServerRepositoryNames,
): string =>
  baseUrl +
  expandPath('/projects/{projectKey}/repos/{repositorySlug}/browse', { projectKey, repositorySlug });

/** The number of a repository as text; `undefined` for what is no number of one. */
export const repositoryId = (repository: unknown): string | undefined =>
  isRecord(repository) && Number.isSafeInteger(repository['id']) ? String(repository['id']) : undefined;

/** The repository that an answer or a payload names; `undefined` where it has no number, or names that no path can have. */
export function readRepository(repository: unknown): NamedServerRepository | undefined {
  const externalId = repositoryId(repository);
  if (externalId === undefined || !isRecord(repository) || !isRecord(repository['project'])) return undefined;
  const projectKey = repository['project']['key'];
  const repositorySlug = repository['slug'];
  return isName(projectKey) && isName(repositorySlug)
    ? { externalId, projectKey, repositorySlug }
    : undefined;
}

/** One segment of a path: no slash of either kind, no blank, not dots. A longer one than 255 is nobody's. */
const isName = (name: unknown): name is string =>
  typeof name === 'string' && /^[^/\\\s\p{Cc}?#%]{1,255}$/u.test(name) && !/^\.+$/.test(name);

/** The row with the names that the Server gives now; stored if they differ. */
export async function followNames(
  repositories: Pick<RepositoryStore, 'update'>,
  linked: LinkedRepository,
  { named, baseUrl }: { readonly named: NamedServerRepository; readonly baseUrl: string },
): Promise<LinkedRepository> {
  const name = fullNameOf(named);
  if (linked.name === name) return linked;
  const { projectKey, repositorySlug } = named;
  const config = { ...linked.config, projectKey, repositorySlug };
  const patch = { name, url: repositoryUrl(baseUrl, named), config };
  return (await repositories.update(linked.id, patch)) ?? { ...linked, ...patch };
}
