/** The applications that may come by OAuth 2.0, and what the scopes of Data Center stand for. */
import { ConfigError } from '../../../errors/config-error.ts';
import type { EmulatedRole } from '../options.ts';
import type { User } from '../world.ts';
import type { EmulatedServerOptions } from './options.ts';
import type { Reach } from './principal.ts';

/** An incoming link, checked. */
export interface OAuth2Client {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly string[];
  readonly user: User;
}

/** From the least to the most; each has those before it. [L] */
const ladder = [
  ...['PUBLIC_REPOS', 'REPO_READ', 'REPO_WRITE', 'REPO_ADMIN'],
  ...['PROJECT_ADMIN', 'ADMIN_WRITE', 'SYSTEM_ADMIN'],
];
const beside = 'ACCOUNT_WRITE';

export const isScope = (text: string): boolean => text === beside || ladder.includes(text);

const rungOf = (scopes: readonly string[]): number =>
  Math.max(0, ...scopes.map((scope) => ladder.indexOf(scope)));

/** Does what was granted hold the scope, or one that has it? */
export function covers(granted: readonly string[], scope: string): boolean {
  if (scope === beside) return granted.includes(beside);
  return ladder.includes(scope) && ladder.indexOf(scope) <= rungOf(granted);
}

/** What a credential with these scopes can do at most, whoever stands behind it. */
export function reachOf(scopes: readonly string[]): { readonly most: EmulatedRole; readonly reach: Reach } {
  if (!covers(scopes, 'REPO_READ')) return { most: 'read', reach: 'public' };
  const most = covers(scopes, 'REPO_ADMIN') ? 'admin' : covers(scopes, 'REPO_WRITE') ? 'write' : 'read';
  return { most, reach: covers(scopes, 'PROJECT_ADMIN') ? 'projects' : 'repositories' };
}

/** @throws ConfigError `invalid_option` naming what no link can have */
export function readOAuth2Clients(
  { oauth2Clients = [] }: EmulatedServerOptions,
  users: readonly User[],
): ReadonlyMap<string, OAuth2Client> {
  const clients = oauth2Clients.map(
    ({ clientId, clientSecret, redirectUris, scopes = ['REPO_ADMIN'], user: username }): OAuth2Client => {
      const user = username === undefined ? users[0] : users.find((one) => one.username === username);
      if (clientId === '' || clientSecret === '') wrong('clientId', 'it or the secret is empty', 'Pass both');
      if (redirectUris.length === 0 || !redirectUris.every(isRedirectUri)) {
        const fix = 'Pass whole http or https addresses without a fragment';
        return wrong('redirectUris', 'a browser could not go back to each of them', fix);
      }
      const unknown = scopes.find((scope) => !isScope(scope));
      if (unknown !== undefined) {
        const fix = `Pass some of ${[...ladder, beside].join(', ')}`;
        return wrong('scopes', `there is no scope ${JSON.stringify(unknown)}`, fix);
      }
      if (user === undefined) return wrong('user', 'there is no such user', 'Name one of the users');
      return { clientId, clientSecret, redirectUris, scopes, user };
    },
  );
  return new Map(clients.map((client) => [client.clientId, client]));
}

function wrong(option: string, problem: string, fix: string): never {
  throw new ConfigError(`server.oauth2Clients.${option}`, problem, fix);
}

/** Data Center takes https alone unless it is told otherwise; an emulator is often asked from http. */
function isRedirectUri(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && !text.includes('#');
}

/** A whole number of seconds, as milliseconds. @throws ConfigError `invalid_option` */
export function readLife(option: string, seconds: number, most = Number.MAX_SAFE_INTEGER / 1_000): number {
  if (Number.isInteger(seconds) && seconds > 0 && seconds <= most) return seconds * 1_000;
  throw new ConfigError(`server.${option}`, 'it is no time', `Pass whole seconds, ${most} at most`);
}
