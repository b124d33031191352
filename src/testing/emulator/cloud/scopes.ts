/** What a credential must be allowed to do: rights, the scopes that give them, and which scopes imply others. */
import type { EmulatedRole } from '../options.ts';
import type { Principal } from '../principal.ts';

interface Need {
  /** All of these, of OAuth 2.0, of access tokens and of apps; empty: any credential will do. */
  readonly classic: readonly string[];
  /** All of these, of API tokens. None of them implies another. */
  readonly api: readonly string[];
  /** What its holder has to be in the repository or workspace. */
  readonly role: EmulatedRole;
}

export type Right =
  | `repository:${'read' | 'comment' | 'report' | 'fork' | 'write' | 'admin' | 'delete'}`
  | 'ref:create'
  | `pullrequest:${'read' | 'comment' | 'write' | 'take-back' | 'merge'}`
  | `issue:${'read' | 'write' | 'delete' | 'delete-comment'}`
  | `webhook:${'read' | 'write' | 'delete'}`
  | 'workspace:read'
  | 'project:read'
  | `account:${'user' | 'email' | 'workspaces' | 'repositories' | 'profile'}`;

const need = (role: EmulatedRole, classic: readonly string[], api: readonly string[]): Need => ({
  ...{ role, classic },
  api: api.map((scope) => `${scope}:bitbucket`),
});

const reviews = ['read:pullrequest', 'write:pullrequest'];
const issues = ['read:issue', 'write:issue'];

/** As the OpenAPI file has it for the routes; a test holds each route to it. */
export const needs: Readonly<Record<Right, Need>> = {
  'repository:read': need('read', ['repository'], ['read:repository']),
  'repository:comment': need('read', ['repository'], ['read:repository']),
  'repository:report': need('write', ['repository'], ['read:repository']),
  'repository:fork': need('read', ['repository:write'], ['read:repository', 'write:repository']),
  'repository:write': need('write', ['repository:write'], ['write:repository']),
  'repository:admin': need('admin', ['repository:admin'], ['admin:repository']),
  'repository:delete': need('admin', ['repository:delete'], ['delete:repository']),
  'ref:create': need('write', ['repository:write'], ['write:repository', 'read:repository']),
  'pullrequest:read': need('read', ['pullrequest'], ['read:pullrequest']),
  'pullrequest:comment': need('read', ['pullrequest'], ['read:pullrequest']),
  'pullrequest:write': need('read', ['pullrequest:write'], reviews),
  'pullrequest:take-back': need('read', ['pullrequest:write'], ['write:pullrequest']),
  'pullrequest:merge': need('write', ['pullrequest:write'], reviews),
  'issue:read': need('read', ['issue'], ['read:issue']),
  'issue:write': need('read', ['issue:write'], issues),
  'issue:delete': need('write', ['issue:write'], ['delete:issue']),
  'issue:delete-comment': need('read', ['issue:write'], ['write:issue']),
  'webhook:read': need('admin', ['webhook'], ['read:webhook']),
  'webhook:write': need('admin', ['webhook'], ['read:webhook', 'write:webhook']),
  'webhook:delete': need('admin', ['webhook'], ['delete:webhook']),
  'workspace:read': need('read', [], ['read:workspace']),
  'project:read': need('read', ['project'], ['read:project']),
  'account:user': need('read', ['account'], ['read:user']),
  'account:email': need('read', ['email'], ['read:user']),
  'account:workspaces': need('read', ['account'], ['read:workspace']),
  'account:repositories': need('read', ['account', 'repository'], ['read:repository']),
  'account:profile': need('read', [], ['read:user']),
};

/**
 * What comes with a classic scope besides. To administer or delete a repository does not let one read it.
 *
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/intro/#scopes
 */
const implied: Readonly<Record<string, readonly string[]>> = {
  'repository:write': ['repository'],
  'repository:admin': [],
  'repository:delete': [],
  project: ['repository'],
  'project:admin': [],
  pullrequest: ['repository'],
  'pullrequest:write': ['pullrequest', 'repository:write'],
  'issue:write': ['issue'],
  account: ['email'],
  'account:write': ['account'],
  'team:write': ['team'],
  'snippet:write': ['snippet'],
  'pipeline:write': ['pipeline'],
  'pipeline:variable': ['pipeline', 'pipeline:write'],
  'runner:write': ['runner'],
  'test:write': ['test'],
};

/** Every classic scope that a consumer may have. */
export const classicScopes: readonly string[] = [
  ...new Set([...Object.keys(implied), ...Object.values(implied).flat(), 'webhook', 'wiki']),
];

/** These and all that come with them. */
export function withImplied(scopes: readonly string[]): ReadonlySet<string> {
  const all = new Set(scopes);
  // A set walks through what is added on the way, too.
  for (const scope of all) for (const more of implied[scope] ?? []) all.add(more);
  return all;
}

/** The scopes that the right needs, of the kind that the credential has. */
export const neededScopes = ({ credential }: Principal, right: Right): readonly string[] =>
  credential === 'apitoken' ? needs[right].api : needs[right].classic;

export function hasScope(principal: Principal, right: Right): boolean {
  const { credential, scopes } = principal;
  if (scopes === undefined) return true;
  const granted = credential === 'apitoken' ? new Set(scopes) : withImplied(scopes);
  return neededScopes(principal, right).every((scope) => granted.has(scope));
}
