/** What a credential must be allowed to do for an integration, in Bitbucket's two ways of naming it. */

/**
 * Of access tokens and OAuth 2.0, with the names that stand for each. A hook may only be made for events that its maker
 * could read: those about pull requests need more than the repository.
 *
 * @see https://developer.atlassian.com/cloud/bitbucket/bitbucket-cloud-rest-api-scopes/#webhook
 */
const classic = {
  repository: ['repository', 'repository:write', 'project', 'pullrequest', 'pullrequest:write'],
  pullrequest: ['pullrequest', 'pullrequest:write'],
  webhook: ['webhook'],
} as const;

/** Of API tokens. Here `write` does not imply `read`. */
const granular = {
  'read:repository:bitbucket': ['read:repository:bitbucket', 'repository', 'repository:write', 'project'],
  'read:pullrequest:bitbucket': ['read:pullrequest:bitbucket', 'pullrequest', 'pullrequest:write'],
  'read:webhook:bitbucket': ['read:webhook:bitbucket', 'webhook'],
  'write:webhook:bitbucket': ['write:webhook:bitbucket', 'webhook'],
  'delete:webhook:bitbucket': ['delete:webhook:bitbucket', 'webhook'],
} as const;

type CredentialType = 'oauth2' | 'accessToken' | 'apiToken';

const needs = (type: CredentialType): Readonly<Record<string, readonly string[]>> =>
  type === 'apiToken' ? granular : classic;

/** The names, for people. */
export const neededScopes = (type: CredentialType): readonly string[] => Object.keys(needs(type));

/** Which of them are not there. A credential whose scopes are not known lacks none. */
export function missingScopes(type: CredentialType, granted: readonly string[]): readonly string[] {
  if (granted.length === 0) return [];
  return Object.entries(needs(type))
    .filter(([, accepted]) => !accepted.some((scope) => granted.includes(scope)))
    .map(([name]) => name);
}

/** The scopes of a list that is written with blanks or commas between. */
export const readScopes = (text: string | null): readonly string[] =>
  (text ?? '').split(/[\s,]+/).filter((scope) => scope !== '');
