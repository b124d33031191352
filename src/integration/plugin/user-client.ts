/** Whose client a call is made with: one that is given once, or that of the user who acts. */
import { AuthError } from '../../errors/auth-error.ts';
import { ConfigError } from '../../errors/config-error.ts';
import type { MaybePromise } from '../../shared/types.ts';
import { BitbucketClient } from './client.ts';

/** One of the two. */
export interface PluginClients<User> {
  /** The client of all calls, where one account stands for everybody. */
  readonly client?: BitbucketClient | undefined;
  /** The client of the user who acts: one without a token where the user has not connected an account. */
  readonly clientFor?: ((user: User) => MaybePromise<BitbucketClient>) | undefined;
}

/** What every call of the plugin takes. */
export interface PluginCall<User> {
  /** Who acts, as the host knows users; needed with `clientFor`. */
  readonly user?: User | undefined;
  readonly signal?: AbortSignal | undefined;
}

export const clientNames = ['client', 'clientFor'] as const;

/** @throws ConfigError `invalid_option` */
export function checkClients({ client, clientFor }: PluginClients<never>): void {
  if ((client === undefined) === (clientFor === undefined)) {
    throw new ConfigError('client', 'there is no one client', 'Pass client or clientFor, one of them');
  }
  if (client !== undefined && !(client instanceof BitbucketClient)) {
    throw new ConfigError('client', 'it is no client', 'Pass a BitbucketClient');
  }
  if (clientFor !== undefined && typeof clientFor !== 'function') {
    throw new ConfigError('clientFor', 'it is not a function', 'Pass a function of the user');
  }
}

/** @throws AuthError `reauthorization_required` where nobody acts, or the user has no token */
export async function clientOf<User>(
  { client, clientFor }: PluginClients<User>,
  { user }: PluginCall<User>,
): Promise<BitbucketClient> {
  const found = client ?? (user === undefined ? undefined : await clientFor?.(user));
  if (found?.hasAuth() === true) return found;
  const message = found === undefined ? 'nobody acts' : 'the user has not connected a Bitbucket account';
  throw new AuthError('reauthorization_required', `Bitbucket cannot be called: ${message}`);
}
