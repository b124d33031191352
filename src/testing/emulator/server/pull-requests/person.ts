/** Those who do something to a pull request: users, and the service users that tokens act as. */
import type { Principal } from '../../principal.ts';
import type { User } from '../../world.ts';
import { notPermitted } from '../errors.ts';
import type { ServerPrincipal } from '../principal.ts';
import { type Json, type ShapeScope, tokenUserShape, userShape } from '../shapes.ts';
import { type ServerRepository, userSlug } from '../world.ts';

/** Somebody, as far as what they did is told later on. */
export interface Person {
  /** The slug; that of a token is no user's. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly user: User | undefined;
  shape(scope: ShapeScope): Json;
}

export const userPerson = (user: User): Person => ({
  key: userSlug(user),
  name: user.displayName,
  email: user.email,
  user,
  shape: (scope) => userShape(user, scope),
});

function tokenPerson(name: string): Person {
  const { slug, displayName } = tokenUserShape(name, { base: '', users: [] });
  return {
    key: String(slug),
    name: String(displayName),
    email: 'bot@example.com',
    user: undefined,
    shape: (scope) => tokenUserShape(name, scope),
  };
}

/**
 * The caller, who has to be somebody and may not have come with what only opens public repositories for reading.
 *
 * @throws ServerError 401
 */
export function personOf({ user, token, reach }: ServerPrincipal): Person {
  if (reach === 'public') throw notPermitted();
  if (user !== undefined) return userPerson(user);
  if (token === undefined) throw notPermitted();
  return tokenPerson(token.project ?? token.repository ?? '');
}

/** Whoever pushed. */
export function pusherOf({ user, accessToken }: Principal, { project, slug }: ServerRepository): Person {
  if (user !== undefined) return userPerson(user);
  return tokenPerson(accessToken?.repository === undefined ? project.key : `${project.key}/${slug}`);
}
