/** Those who do something: users, and the bots that tokens and apps act as. */
import type { Origins } from '../origins.ts';
import type { Principal } from '../principal.ts';
import type { User } from '../world.ts';
import { actorShape, type Json, userShape } from './shapes.ts';

/** Somebody, as far as what they did is told later on. */
export interface Account {
  readonly uuid: string;
  readonly name: string;
  readonly email: string;
  shape(origins: Origins): Json;
}

export const userAccount = (user: User): Account => ({
  uuid: user.uuid,
  name: user.displayName,
  email: user.email,
  shape: (origins) => userShape(user, origins),
});

export function accountOf(principal: Principal): Account {
  if (principal.user !== undefined) return userAccount(principal.user);
  const { uuid, display_name: name } = actorShape(principal, { api: '', web: '' });
  return {
    uuid: String(uuid),
    name: String(name),
    email: 'bot@example.com',
    shape: (origins) => actorShape(principal, origins),
  };
}
