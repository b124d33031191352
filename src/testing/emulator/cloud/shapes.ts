/** The JSON of accounts, workspaces and repositories, with links to where they are. */
import { namedUuid } from '../identifiers.ts';
import type { Origins } from '../origins.ts';
import type { Principal } from '../principal.ts';
import type { Project, Repository, User, Workspace } from '../world.ts';

export type Json = Record<string, unknown>;

export const link = (href: string): { href: string } => ({ href });

/** `2018-07-02T20:26:56+00:00`, as Bitbucket prints the time of a commit. */
export const secondsDate = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}+00:00`;

/** `2018-07-02T20:26:56.123000+00:00`, as Bitbucket prints its own times. */
export const microsDate = (time: number): string => new Date(time).toISOString().replace('Z', '000+00:00');

/** A path in an address: slashes stay, all else that has a meaning is encoded. */
export const encodePath = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll('%40', '@'))
    .join('/');

const encodeUuid = (uuid: string): string => encodeURIComponent(uuid);

export function userShape(user: User, { api, web }: Origins): Json {
  const id = encodeUuid(user.uuid);
  return {
    type: 'user',
    uuid: user.uuid,
    account_id: user.accountId,
    display_name: user.displayName,
    nickname: user.username,
    links: {
      self: link(`${api}/2.0/users/${id}`),
      html: link(`${web}/${id}/`),
      avatar: link(`${web}/account/${user.username}/avatar/32/`),
    },
  };
}

/** The account that a workspace is, as an owner or the principal of an install. */
export function teamShape({ uuid, slug, name }: Workspace, { api, web }: Origins): Json {
  return {
    type: 'team',
    uuid,
    username: slug,
    display_name: name,
    links: {
      self: link(`${api}/2.0/workspaces/${encodeUuid(uuid)}`),
      html: link(`${web}/${slug}/`),
      avatar: link(`${web}/account/${slug}/avatar/32/`),
    },
  };
}

/** Who did something: the user, or the bot that a token or an app acts as. */
export function actorShape(principal: Principal, origins: Origins): Json {
  if (principal.user !== undefined) return userShape(principal.user, origins);
  const { accessToken, installation, consumer } = principal;
  const subject = accessToken?.repository ?? accessToken?.project ?? accessToken?.workspace;
  const name = subject ?? installation?.descriptor.name ?? consumer?.clientId ?? 'Anonymous';
  const id = accessToken?.token ?? installation?.clientKey ?? consumer?.clientId ?? '';
  const uuid = namedUuid('app_user', id);
  return {
    type: 'app_user',
    uuid,
    account_id: `712020:${uuid.slice(1, -1)}`,
    account_status: 'active',
    display_name: name,
    kind: botKind(principal),
    links: {
      self: link(`${origins.api}/2.0/users/${encodeUuid(uuid)}`),
      avatar: link(`${origins.web}/account/bot/avatar/32/`),
    },
  };
}

function botKind({ kind, accessToken }: Principal): string {
  if (kind === 'app-user') return 'oauth_consumer';
  if (accessToken?.repository !== undefined) return 'repository_access_token';
  return accessToken?.project === undefined ? 'workspace_access_token' : 'project_access_token';
}

export function workspaceLinkShape({ uuid, slug, name }: Workspace, { api, web }: Origins): Json {
  return {
    type: 'workspace',
    uuid,
    slug,
    name,
    links: {
      self: link(`${api}/2.0/workspaces/${slug}`),
      html: link(`${web}/${slug}/`),
      avatar: link(`${web}/workspaces/${slug}/avatar/?ts=0`),
    },
  };
}

export function workspaceShape(workspace: Workspace, origins: Origins, isPrivate: boolean): Json {
  const base = workspaceLinkShape(workspace, origins);
  const self = `${origins.api}/2.0/workspaces/${workspace.slug}`;
  return {
    ...base,
    is_private: isPrivate,
    is_privacy_enforced: false,
    created_on: microsDate(workspace.createdOn),
    links: {
      ...(base['links'] as Json),
      hooks: link(`${self}/hooks`),
      members: link(`${self}/members`),
      owners: link(`${self}/members?q=permission%3D%22owner%22`),
      projects: link(`${self}/projects`),
      repositories: link(`${origins.api}/2.0/repositories/${workspace.slug}`),
      snippets: link(`${origins.api}/2.0/snippets/${workspace.slug}`),
    },
  };
}

export const repositoryAddress = ({ fullName }: Repository, { api }: Origins): string =>
  `${api}/2.0/repositories/${fullName}`;

/** A repository where something else refers to it. */
export function repositoryLinkShape(repository: Repository, origins: Origins): Json {
  const { fullName, name, uuid } = repository;
  return {
    type: 'repository',
    uuid,
    full_name: fullName,
    name,
    links: {
      self: link(repositoryAddress(repository, origins)),
      html: link(`${origins.web}/${fullName}`),
      avatar: link(`https://bytebucket.org/ravatar/${encodeUuid(uuid)}?ts=default`),
    },
  };
}

export const parentShape = ({ parent }: Repository, origins: Origins): Json | null =>
  parent === undefined ? null : repositoryLinkShape(parent, origins);

export function repositoryShape(
  repository: Repository,
  origins: Origins,
  { mainBranch, size }: { mainBranch: string | undefined; size: number },
): Json {
  const base = repositoryLinkShape(repository, origins);
  return {
    ...base,
    slug: repository.slug,
    scm: 'git',
    website: repository.website,
    description: repository.description,
    is_private: repository.isPrivate,
    fork_policy: repository.isPrivate ? 'no_public_forks' : 'allow_forks',
    has_issues: repository.issueTracker === 'on',
    has_wiki: false,
    language: repository.language,
    size,
    created_on: microsDate(repository.createdOn),
    updated_on: microsDate(repository.updatedOn),
    mainbranch: mainBranch === undefined ? null : { type: 'branch', name: mainBranch },
    owner: teamShape(repository.workspace, origins),
    workspace: workspaceLinkShape(repository.workspace, origins),
    project: projectShape(repository.project, origins),
    override_settings: {},
    parent: parentShape(repository, origins),
    links: { ...(base['links'] as Json), ...repositoryLinks(repository, origins) },
  };
}

function repositoryLinks(repository: Repository, origins: Origins): Json {
  const self = repositoryAddress(repository, origins);
  const below = Object.fromEntries(
    ['commits', 'downloads', 'forks', 'hooks', 'pullrequests', 'watchers'].map((name) => [
      name,
      link(`${self}/${name}`),
    ]),
  );
  const issues = repository.issueTracker === 'on' ? { issues: link(`${self}/issues`) } : {};
  const host = new URL(origins.web).hostname;
  return {
    ...below,
    ...issues,
    source: link(`${self}/src`),
    branches: link(`${self}/refs/branches`),
    tags: link(`${self}/refs/tags`),
    clone: [
      { name: 'https', href: `${origins.web}/${repository.fullName}.git` },
      { name: 'ssh', href: `git@${host}:${repository.fullName}.git` },
    ],
  };
}

/** A project where something else refers to it. */
export function projectShape({ key, name, uuid, workspace: { slug } }: Project, { api, web }: Origins): Json {
  return {
    type: 'project',
    key,
    uuid,
    name,
    links: {
      self: link(`${api}/2.0/workspaces/${slug}/projects/${key}`),
      html: link(`${web}/${slug}/workspace/projects/${key}`),
      avatar: link(`${web}/account/user/${slug}/projects/${key}/avatar/32`),
    },
  };
}
