/** Whoever calls the Server half: a person, or the token of a project or repository. */
import { constantTimeEqual } from '../../../shared/bytes.ts';
import type { EmulatedRole } from '../options.ts';
import type { Principal } from '../principal.ts';
import type { User } from '../world.ts';
import { notPermitted } from './errors.ts';
import type { EmulatedServerToken } from './options.ts';
import { type ServerRepository, userRole } from './world.ts';

/** What lies open to a credential at all: what is public, repositories, projects with their own settings, too. */
export type Reach = 'public' | 'repositories' | 'projects';

export interface ServerPrincipal {
  readonly kind: 'anonymous' | 'user' | 'token';
  readonly user: User | undefined;
  /** That of a project or repository, which acts for itself. */
  readonly token: EmulatedServerToken | undefined;
  /** As far as scopes go; what the caller may do there is another matter. */
  readonly reach: Reach;
  /** What they may do there; what is public anybody may read. */
  roleIn(repository: ServerRepository): EmulatedRole | undefined;
}

const ranks: Readonly<Record<EmulatedRole, number>> = { read: 1, write: 2, admin: 3 };

export const isAtLeast = (role: EmulatedRole | undefined, needed: EmulatedRole): boolean =>
  role !== undefined && ranks[role] >= ranks[needed];

const publicRole = ({ repository }: ServerRepository): EmulatedRole | undefined =>
  repository.isPrivate ? undefined : 'read';

export const anonymous: ServerPrincipal = {
  kind: 'anonymous',
  user: undefined,
  token: undefined,
  reach: 'public',
  roleIn: publicRole,
};

/** A person, at most with the permission that their credential has. */
export function userPrincipal(
  user: User,
  most: EmulatedRole = 'admin',
  reach: Reach = 'projects',
): ServerPrincipal {
  return {
    kind: 'user',
    user,
    token: undefined,
    reach,
    roleIn: (repository) => {
      const role = reach === 'public' ? undefined : userRole(user, repository);
      return role === undefined ? publicRole(repository) : isAtLeast(role, most) ? most : role;
    },
  };
}

export function tokenPrincipal(token: EmulatedServerToken): ServerPrincipal {
  return {
    kind: 'token',
    user: undefined,
    token,
    reach: 'projects',
    roleIn: (repository) =>
      covers(token, repository) ? (token.permission ?? 'admin') : publicRole(repository),
  };
}

function covers(
  { project, repository: name }: EmulatedServerToken,
  { project: own, slug }: ServerRepository,
) {
  if (project !== undefined) return project.toLowerCase() === own.key.toLowerCase();
  return name?.toLowerCase() === `${own.key}/${slug}`.toLowerCase();
}

/** @throws ServerError 401, whether the caller is known or not */
export function demand(principal: ServerPrincipal, repository: ServerRepository, needed: EmulatedRole): void {
  if (!isAtLeast(principal.roleIn(repository), needed)) throw notPermitted();
}

/** The same caller in the terms of Cloud, which git and what follows a push are written in. */
export function toCloudPrincipal(principal: ServerPrincipal, repository: ServerRepository): Principal {
  const { token, user } = principal;
  const { workspace, slug } = repository.repository;
  return {
    kind: token === undefined ? (user === undefined ? 'anonymous' : 'user') : 'access-token',
    user,
    installation: undefined,
    accessToken:
      token === undefined
        ? undefined
        : {
            token: token.token,
            workspace: workspace.slug,
            ...(token.repository === undefined ? {} : { repository: slug }),
          },
    scopes: undefined,
    roleIn: () => principal.roleIn(repository),
  };
}

/** The token that this text is, if there is one. */
export const findToken = (
  tokens: readonly EmulatedServerToken[],
  text: string,
): EmulatedServerToken | undefined => tokens.find(({ token }) => constantTimeEqual(token, text));
