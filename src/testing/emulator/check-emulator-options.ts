/** The check of what stands inside the emulator's options, so that a misspelt name is not left out in silence. */
import { checkOptions } from '../../errors/check-options.ts';
import { ConfigError } from '../../errors/config-error.ts';
import { classicScopes } from './cloud/scopes.ts';
import type {
  BitbucketEmulatorOptions,
  EmulatedAccessToken,
  EmulatedApiToken,
  EmulatedCredentials,
  EmulatedHookOptions,
  EmulatedOAuth1Token,
  EmulatedPassword,
  EmulatedProjectOptions,
  EmulatedRepositoryOptions,
  EmulatedUserOptions,
  EmulatedWorkspaceOptions,
} from './options.ts';

const credentials: readonly (keyof EmulatedCredentials)[] = ['accessTokens', 'apiTokens', 'basic', 'oauth1'];
const accessToken: readonly (keyof EmulatedAccessToken)[] = [
  ...(['token', 'workspace', 'repository', 'project', 'scopes', 'expiresAt'] as const),
];
const apiToken: readonly (keyof EmulatedApiToken)[] = ['email', 'token', 'scopes', 'expiresAt'];
const password: readonly (keyof EmulatedPassword)[] = ['username', 'password'];
const oauth1Token: readonly (keyof EmulatedOAuth1Token)[] = [
  ...(['consumerKey', 'consumerSecret', 'token', 'tokenSecret', 'user'] as const),
];
const repository: readonly (keyof EmulatedRepositoryOptions)[] = [
  ...(['fullName', 'from', 'private', 'name', 'description', 'uuid', 'issueTracker', 'project'] as const),
];
const project: readonly (keyof EmulatedProjectOptions)[] = ['key', 'name'];
const workspace: readonly (keyof EmulatedWorkspaceOptions)[] = ['slug', 'name', 'uuid'];
const user: readonly (keyof EmulatedUserOptions)[] = [
  ...(['username', 'email', 'displayName', 'accountId', 'uuid', 'workspaces'] as const),
];
const hooks: readonly (keyof EmulatedHookOptions)[] = [
  ...(['timeout', 'attempts', 'retryDelay', 'maxPayload', 'commitsPerChange'] as const),
];

/** @throws ConfigError `invalid_option` naming the option */
export function checkEmulatorOptions(options: BitbucketEmulatorOptions): void {
  const { repositories = [], credentials: given = {} } = options;
  for (const one of repositories) {
    check('repositories', one, repository);
    if (one.project !== undefined) check('repositories.project', one.project, project);
  }
  for (const one of options.workspaces ?? []) check('workspaces', one, workspace);
  for (const one of options.users ?? []) check('users', one, user);
  for (const one of options.apps ?? []) check('apps', one, ['key', 'descriptorUrl']);
  check('hooks', options.hooks ?? {}, hooks);
  check('credentials', given, credentials);
  for (const one of given.accessTokens ?? []) checkAccessToken(one);
  for (const one of given.apiTokens ?? []) {
    check('credentials.apiTokens', one, apiToken);
    checkExpiry('apiTokens', one.expiresAt);
  }
  for (const one of given.basic ?? []) check('credentials.basic', one, password);
  for (const one of given.oauth1 ?? []) checkOAuth1Token(one);
}

const check = (where: string, value: unknown, known: readonly string[]): void =>
  checkOptions(`createBitbucketEmulator (${where})`, value, known);

function checkAccessToken(given: EmulatedAccessToken): void {
  check('credentials.accessTokens', given, accessToken);
  if (given.repository !== undefined && given.project !== undefined) {
    const option = 'credentials.accessTokens.project';
    throw new ConfigError(option, 'the token has a repository, too', 'Name one of the two, or none');
  }
  const unknown = given.scopes?.find((scope) => !classicScopes.includes(scope));
  if (unknown !== undefined) {
    const problem = `${JSON.stringify(unknown)} is no scope of an access token`;
    const fix = `There are ${classicScopes.join(', ')}`;
    throw new ConfigError('credentials.accessTokens.scopes', problem, fix);
  }
  checkExpiry('accessTokens', given.expiresAt);
}

function checkOAuth1Token(given: EmulatedOAuth1Token): void {
  check('credentials.oauth1', given, oauth1Token);
  const parts = ['consumerKey', 'consumerSecret', 'token', 'tokenSecret'] as const;
  const empty = parts.find((part) => typeof given[part] !== 'string' || given[part] === '');
  if (empty === undefined) return;
  throw new ConfigError(`credentials.oauth1.${empty}`, 'it is empty', 'Pass a text: it is signed with');
}

function checkExpiry(kind: string, expiresAt: unknown): void {
  if (expiresAt === undefined || (typeof expiresAt === 'number' && Number.isFinite(expiresAt))) return;
  const fix = 'Pass milliseconds since 1970';
  throw new ConfigError(`credentials.${kind}.expiresAt`, 'it is no time', fix);
}
