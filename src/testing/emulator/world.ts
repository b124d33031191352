/** What the emulated Bitbucket holds: workspaces, users, repositories, hooks and installations. */
import type { GitRepository } from './git/repository.ts';
import { normalUuid } from './identifiers.ts';
import type { EmulatedRole } from './options.ts';

export interface Hook {
  readonly uuid: string;
  readonly createdAt: number;
  url: string;
  description: string;
  active: boolean;
  events: readonly string[];
  secret: string | undefined;
}

export interface Workspace {
  readonly uuid: string;
  readonly slug: string;
  readonly name: string;
  readonly createdOn: number;
  readonly hooks: Map<string, Hook>;
}

/** A group of repositories of one workspace. */
export interface Project {
  readonly uuid: string;
  /** Capitals, digits and `_`. */
  readonly key: string;
  readonly name: string;
  readonly workspace: Workspace;
  readonly createdOn: number;
}

export interface User {
  readonly uuid: string;
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly email: string;
  readonly createdOn: number;
  readonly roles: Readonly<Record<string, EmulatedRole>> | undefined;
}

/** How the issue tracker answers: as one that Bitbucket has removed, one that the repository never had, or truly. */
export type IssueTracker = 'removed' | 'missing' | 'on';

export interface Repository {
  readonly uuid: string;
  readonly createdOn: number;
  readonly git: GitRepository;
  readonly hooks: Map<string, Hook>;
  /** What it was forked from. */
  readonly parent: Repository | undefined;
  workspace: Workspace;
  project: Project;
  slug: string;
  name: string;
  fullName: string;
  description: string;
  website: string;
  language: string;
  isPrivate: boolean;
  issueTracker: IssueTracker;
  updatedOn: number;
}

/** A Connect app's descriptor, as far as Bitbucket acts on it. */
export interface AppDescriptor {
  readonly key: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly scopes: readonly string[] | undefined;
  readonly installed: string | undefined;
  readonly uninstalled: string | undefined;
  readonly webhooks: readonly { readonly event: string; readonly url: string }[];
  readonly postInstall: string | undefined;
}

/** An app in a workspace. Kept after an uninstall, so that the next install is recognised as a second one. */
export interface Installation {
  readonly clientKey: string;
  readonly workspace: Workspace;
  readonly user: User;
  descriptorUrl: string;
  descriptor: AppDescriptor;
  sharedSecret: string;
  /** While the app is being told of a new secret, it may use that one already. */
  offeredSecret: string | undefined;
  active: boolean;
}

export interface World {
  readonly workspaces: Map<string, Workspace>;
  /** By the slug of the workspace and the key, with a slash between. */
  readonly projects: Map<string, Project>;
  readonly users: User[];
  readonly repositories: Map<string, Repository>;
  readonly installations: Map<string, Installation>;
}

/** A workspace by slug or UUID. */
export function findWorkspace({ workspaces }: World, id: string): Workspace | undefined {
  const uuid = normalUuid(id);
  if (uuid === undefined) return workspaces.get(id.toLowerCase());
  return [...workspaces.values()].find((workspace) => workspace.uuid === uuid);
}

/** A repository by slugs or UUIDs; `{}` stands for whatever workspace has the repository of that UUID. */
export function findRepository(
  world: World,
  workspaceId: string,
  repositoryId: string,
): Repository | undefined {
  const uuid = normalUuid(repositoryId);
  const all = [...world.repositories.values()];
  if (workspaceId === '{}') return uuid === undefined ? undefined : all.find((one) => one.uuid === uuid);
  const workspace = findWorkspace(world, workspaceId);
  if (workspace === undefined) return undefined;
  if (uuid === undefined) return world.repositories.get(`${workspace.slug}/${repositoryId.toLowerCase()}`);
  return all.find((one) => one.uuid === uuid && one.workspace === workspace);
}

export const findRepositoryByUuid = (world: World, uuid: string): Repository | undefined =>
  findRepository(world, '{}', uuid);

/** The user whose commits these are. */
export function findUserByEmail({ users }: World, email: string): User | undefined {
  const wanted = email.toLowerCase();
  return users.find((user) => user.email.toLowerCase() === wanted);
}

/** A user by UUID, Atlassian account or name. */
export function findUser({ users }: World, id: string): User | undefined {
  const uuid = normalUuid(id);
  return users.find((user) => user.uuid === uuid || user.accountId === id || user.username === id);
}

export function roleOf(user: User, workspace: Workspace): EmulatedRole | undefined {
  if (user.roles === undefined) return 'admin';
  return Object.hasOwn(user.roles, workspace.slug) ? user.roles[workspace.slug] : undefined;
}
