/** Reads what the options say of OAuth 2.0, and refuses what Bitbucket would not take. */
import { checkOptions } from '../../../../errors/check-options.ts';
import { ConfigError } from '../../../../errors/config-error.ts';
import { findWorkspace, type World } from '../../world.ts';
import { classicScopes } from '../scopes.ts';
import type { Consumer, OAuth2Book } from './book.ts';
import type { EmulatedConsumer, EmulatedOAuth2Options } from './options.ts';

const optionNames: readonly (keyof EmulatedOAuth2Options)[] = [
  ...(['consumers', 'authorize', 'user', 'accessTokenLife', 'refreshGrace'] as const),
];
const consumerNames: readonly (keyof EmulatedConsumer)[] = [
  ...(['clientId', 'clientSecret', 'workspace', 'callbackUrl', 'scopes', 'public'] as const),
];

/** @throws ConfigError `invalid_option` naming the option */
export function createOAuth2Book(
  options: EmulatedOAuth2Options = { consumers: [] },
  world: World,
): OAuth2Book {
  checkOptions('createBitbucketEmulator({ oauth2 })', options, optionNames);
  const { consumers, authorize = 'grant', accessTokenLife = 7200, refreshGrace = 600 } = options;
  if (!Array.isArray(consumers)) throw wrong('consumers', 'it is not a list', 'Pass a list of consumers');
  if (!['grant', 'deny', 'ask'].includes(authorize))
    throw wrong('authorize', 'it is no such answer', "Pass 'grant', 'deny' or 'ask'");
  const read = (options.consumers ?? []).map((consumer) => readConsumer(consumer, world));
  const byId = new Map(read.map((consumer) => [consumer.clientId, consumer]));
  if (byId.size < read.length)
    throw wrong('consumers.clientId', 'two consumers have the same', 'Give each one of its own');
  return {
    consumers: byId,
    authorize,
    user: readUser(options.user, world),
    accessTokenLife: milliseconds('accessTokenLife', accessTokenLife, 1),
    refreshGrace: milliseconds('refreshGrace', refreshGrace, 0),
    ...{ codes: new Map(), accessTokens: new Map(), refreshTokens: new Map(), pages: new Map() },
    exchanges: [],
    tidyAt: 0,
  };
}

function readConsumer(given: EmulatedConsumer, world: World): Consumer {
  checkOptions('createBitbucketEmulator({ oauth2: { consumers } })', given, consumerNames);
  const { clientId, clientSecret, callbackUrl, scopes = classicScopes, public: isPublic = false } = given;
  if (typeof clientId !== 'string' || !/^[\x21-\x39\x3b-\x7e]+$/.test(clientId))
    throw wrong('consumers.clientId', 'it is not one word', 'Pass visible ASCII letters and no colon');
  if (typeof clientSecret !== 'string' || clientSecret === '')
    throw wrong('consumers.clientSecret', 'it is empty', 'Pass the secret that the client has');
  const workspace = findWorkspace(world, String(given.workspace));
  if (workspace === undefined) {
    const problem = `there is no workspace ${JSON.stringify(given.workspace)}`;
    throw wrong('consumers.workspace', problem, 'Name one of the workspaces, or a repository in it');
  }
  const unknown = scopes.find((scope) => !classicScopes.includes(scope));
  if (unknown !== undefined) {
    const problem = `${JSON.stringify(unknown)} is no scope of a consumer`;
    throw wrong('consumers.scopes', problem, `There are ${classicScopes.join(', ')}`);
  }
  const callback = readCallback(callbackUrl);
  return { clientId, clientSecret, workspace, callbackUrl: callback, scopes, isPublic, revoked: false };
}

function readCallback(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol) && !text.includes('#')) return url;
  const problem = `${JSON.stringify(text)} is no address to come back to`;
  throw wrong('consumers.callbackUrl', problem, 'Pass an http or https URL without a fragment');
}

function readUser(username: string | undefined, { users }: World) {
  if (username === undefined) return users[0];
  const user = users.find((one) => one.username === username);
  if (user === undefined) throw wrong('user', 'there is no such user', 'Name one of the users');
  return user;
}

function milliseconds(name: string, seconds: unknown, least: number): number {
  if (typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= least) return seconds * 1000;
  throw wrong(name, 'it is no such time', `Pass seconds, ${least} or more`);
}

const wrong = (option: string, problem: string, fix: string): ConfigError =>
  new ConfigError(`oauth2.${option}`, problem, fix);
