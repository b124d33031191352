/** How a linked repository is called, and how its names follow Bitbucket. */
import { isRecord } from '../shared/types.ts';
import type { IntegrationMetadata, IntegrationRecord } from './integrations.ts';
import type { LinkedRepository, RepositoryStore } from './repositories.ts';
import { isFullName } from './repository-name.ts';

const defaultSiteUrl = 'https://bitbucket.org';

/** Where people go, for an integration. */
export const siteUrlOf = ({ siteUrl }: Pick<IntegrationMetadata, 'siteUrl'>): string =>
  siteUrl ?? defaultSiteUrl;

/** Where people see a repository. */
export const repositoryUrl = (fullName: string, siteUrl: string = defaultSiteUrl): string =>
  `${siteUrl}/${fullName}`;

/**
 * The repository by UUIDs, which stay right when it or its workspace is renamed; and after it was transferred, by the
 * workspace that Bitbucket said it is in now.
 */
export function byUuid(
  { metadata }: Pick<IntegrationRecord, 'metadata'>,
  { externalId, config }: Pick<LinkedRepository, 'externalId'> & Partial<Pick<LinkedRepository, 'config'>>,
): string {
  return `${config?.['workspaceId'] ?? metadata.uuid}/${externalId}`;
}

/** A repository as Bitbucket names it: in an answer with its workspace, in a payload without. */
export interface NamedRepository {
  readonly uuid: string;
  readonly full_name: string;
  readonly workspace?: unknown;
}

const uuidPattern = /^\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}$/i;

/** The workspace's UUID, where Bitbucket gives one. */
export function workspaceIdOf({ workspace }: Pick<NamedRepository, 'workspace'>): string | undefined {
  const uuid = isRecord(workspace) ? workspace['uuid'] : undefined;
  return typeof uuid === 'string' && uuidPattern.test(uuid) ? uuid : undefined;
}

/** The row with the names that Bitbucket gives now; stored if they differ. */
export async function followNames(
  repositories: Pick<RepositoryStore, 'update'>,
  linked: LinkedRepository,
  { named, siteUrl }: { readonly named: NamedRepository; readonly siteUrl: string },
): Promise<LinkedRepository> {
  const name = isFullName(named.full_name) ? named.full_name : linked.name;
  const workspaceId = workspaceIdOf(named) ?? linked.config['workspaceId'];
  if (linked.name === name && linked.config['workspaceId'] === workspaceId) return linked;
  const config = { ...linked.config, name, ...(workspaceId === undefined ? {} : { workspaceId }) };
  const patch = { name, url: repositoryUrl(name, siteUrl), config };
  return (await repositories.update(linked.id, patch)) ?? { ...linked, ...patch };
}
