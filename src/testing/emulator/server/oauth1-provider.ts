/** The OAuth 1.0a side of application links: request tokens, a person's word, access tokens, signed calls. */
import type { KeyObject } from 'node:crypto';
import { ConfigError } from '../../../errors/config-error.ts';
import type { Clock } from '../../../shared/clock.ts';
import type { Random } from '../identifiers.ts';
import { createNonceBook, type OAuth1Message, OAuth1Problem, readMessage } from '../oauth1-message.ts';
import type { User } from '../world.ts';
import { authorizePage, type PersonsWord } from './authorize-page.ts';
import { readPublicKey, verifySignature } from './oauth1-verify.ts';
import type { EmulatedServerOptions } from './options.ts';

export interface OAuth1Provider {
  /** Answers below `/plugins/servlet/oauth/`; `undefined` for what is not there. */
  serve(request: Request, at: { readonly step: string; readonly url: string }): Promise<Response | undefined>;
  /** Whose access token signed the request. @throws OAuth1Problem */
  authenticate(request: Request, url: string): Promise<User>;
}

interface Link {
  readonly consumerKey: string;
  readonly key: KeyObject;
  readonly user: User;
}

interface RequestToken {
  readonly secret: string;
  readonly link: Link;
  readonly callback: string;
  readonly expires: number;
  word: PersonsWord | undefined;
  verifier: string | undefined;
}

interface AccessToken {
  readonly link: Link;
}

interface Deps {
  readonly options: EmulatedServerOptions;
  readonly users: readonly User[];
  readonly now: Clock;
  readonly random: Random;
}

interface State extends Deps {
  readonly links: ReadonlyMap<string, Link>;
  readonly requestTokens: Map<string, RequestToken>;
  readonly accessTokens: Map<string, AccessToken>;
  newText(): string;
}

const requestTokenLife = 600_000;
/** Seconds, as the real one says: five years. */
const accessTokenLife = 157_680_000;

/** @throws ConfigError `invalid_option` for a public key that is none, or a user who is not there */
export function createOAuth1Provider(deps: Deps): OAuth1Provider {
  const nonces = createNonceBook(deps.now);
  const state: State = {
    ...deps,
    links: readLinks(deps),
    requestTokens: new Map(),
    accessTokens: new Map(),
    newText: () => Buffer.from(deps.random(24)).toString('base64url'),
  };
  /** Everything but whether the token is the right one. */
  const verify = (message: OAuth1Message): Link => {
    const link = linkOf(message, state.links);
    nonces.checkTime(message);
    verifySignature(message, link.key);
    nonces.use(message);
    return link;
  };
  return {
    async serve(request, { step, url }) {
      if (step === 'authorize') return authorize(request, state);
      if (step !== 'request-token' && step !== 'access-token') return undefined;
      if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'POST' } });
      const message = await readMessage(request, url);
      const link = verify(message);
      return step === 'request-token'
        ? giveRequestToken(message, link, state)
        : giveAccessToken(message, link, state);
    },
    async authenticate(request, url) {
      const message = await readMessage(request, url);
      const link = verify(message);
      const token = message.get('oauth_token');
      if (token === undefined)
        throw new OAuth1Problem('parameter_absent', { oauth_parameters_absent: 'oauth_token' });
      const found = state.accessTokens.get(token);
      if (found === undefined || found.link !== link) throw new OAuth1Problem('token_rejected');
      return link.user;
    },
  };
}

function readLinks({ options, users }: Deps): Map<string, Link> {
  const links = (options.applicationLinks ?? []).map(({ consumerKey, publicKey, user: username }): Link => {
    const key = readPublicKey(publicKey);
    const user = username === undefined ? users[0] : users.find((one) => one.username === username);
    if (key === undefined) {
      const fix = 'Pass the PEM of an RSA public key: openssl pkey -in key.pem -pubout';
      throw new ConfigError(
        'server.applicationLinks.publicKey',
        'it cannot be read as an RSA public key',
        fix,
      );
    }
    if (user === undefined) {
      throw new ConfigError('server.applicationLinks.user', 'there is no such user', 'Name one of the users');
    }
    return { consumerKey, key, user };
  });
  return new Map(links.map((link) => [link.consumerKey, link]));
}

const needed = [
  'oauth_consumer_key',
  'oauth_signature_method',
  'oauth_signature',
  'oauth_timestamp',
  'oauth_nonce',
];

function linkOf(message: OAuth1Message, links: ReadonlyMap<string, Link>): Link {
  const absent = needed.filter((name) => message.get(name) === undefined);
  if (absent.length > 0) {
    throw new OAuth1Problem('parameter_absent', { oauth_parameters_absent: absent.join('&') });
  }
  const version = message.get('oauth_version') ?? '1.0';
  if (version !== '1.0')
    throw new OAuth1Problem('version_rejected', { oauth_acceptable_versions: '1.0-1.0' });
  const link = links.get(message.get('oauth_consumer_key') ?? '');
  if (link === undefined) throw new OAuth1Problem('consumer_key_unknown');
  return link;
}

function giveRequestToken(message: OAuth1Message, link: Link, state: State): Response {
  const callback = message.get('oauth_callback');
  if (callback === undefined) {
    throw new OAuth1Problem('parameter_absent', { oauth_parameters_absent: 'oauth_callback' });
  }
  if (callback !== 'oob' && !/^https?:$/.test(URL.parse(callback)?.protocol ?? '')) {
    throw new OAuth1Problem('parameter_rejected', { oauth_parameters_rejected: 'oauth_callback' });
  }
  // All live equally long, so that the oldest are the first to go.
  for (const [old, { expires }] of state.requestTokens) {
    if (expires >= state.now()) break;
    state.requestTokens.delete(old);
  }
  const token = state.newText();
  const secret = state.newText();
  const expires = state.now() + requestTokenLife;
  state.requestTokens.set(token, { secret, link, callback, expires, word: undefined, verifier: undefined });
  return tokenAnswer({ oauth_token: token, oauth_token_secret: secret, oauth_callback_confirmed: 'true' });
}

function giveAccessToken(message: OAuth1Message, link: Link, state: State): Response {
  const id = message.get('oauth_token');
  const verifier = message.get('oauth_verifier');
  if (id === undefined || verifier === undefined) {
    const absent = id === undefined ? 'oauth_token' : 'oauth_verifier';
    throw new OAuth1Problem('parameter_absent', { oauth_parameters_absent: absent });
  }
  const token = findRequestToken(id, state);
  if (token === undefined || token.link !== link) throw new OAuth1Problem('token_rejected');
  if (token.word === undefined) throw new OAuth1Problem('permission_unknown');
  if (token.word === 'deny') throw new OAuth1Problem('permission_denied');
  if (token.verifier !== verifier) throw new OAuth1Problem('token_rejected');
  state.requestTokens.delete(id);
  const accessToken = state.newText();
  state.accessTokens.set(accessToken, { link });
  return tokenAnswer({
    oauth_token: accessToken,
    oauth_token_secret: state.newText(),
    oauth_expires_in: String(accessTokenLife),
    oauth_session_handle: state.newText(),
    oauth_authorization_expires_in: String(accessTokenLife),
  });
}

function findRequestToken(id: string, { requestTokens, now }: State): RequestToken | undefined {
  const token = requestTokens.get(id);
  if (token !== undefined && token.expires >= now()) return token;
  requestTokens.delete(id);
  return undefined;
}

const tokenAnswer = (fields: Record<string, string>): Response =>
  new Response(new URLSearchParams(fields).toString(), {
    headers: { 'content-type': 'text/plain;charset=UTF-8', 'cache-control': 'no-store' },
  });

/** Where a person is asked. The browser goes back with a verifier, or with word that they did not agree. */
async function authorize(request: Request, state: State): Promise<Response> {
  const id = new URL(request.url).searchParams.get('oauth_token') ?? '';
  const token = findRequestToken(id, state);
  if (token === undefined) throw new OAuth1Problem('token_rejected');
  if (token.word !== undefined) throw new OAuth1Problem('token_used');
  const word = await authorizePage.word(request, state.options.authorize);
  if (word === undefined) {
    const { consumerKey: application, user } = token.link;
    return authorizePage.show({ application, user, access: 'read and write access' });
  }
  token.word = word;
  token.verifier = word === 'grant' ? state.newText() : 'denied';
  if (token.callback === 'oob') return authorizePage.showVerifier(token.verifier);
  const target = new URL(token.callback);
  target.searchParams.set('oauth_token', id);
  target.searchParams.set('oauth_verifier', token.verifier);
  return new Response(null, { status: 302, headers: { location: target.href } });
}

/** Problems that are answered 400; all others are 401. */
const badRequests: readonly string[] = [
  'version_rejected',
  'parameter_absent',
  'parameter_rejected',
  'timestamp_refused',
  'signature_method_rejected',
];

/** @see https://oauth.pbworks.com/w/page/12238543/ProblemReporting */
export function problemResponse({ problem, advice }: OAuth1Problem, base: string): Response {
  const fields = { oauth_problem: problem, ...advice };
  const quoted = Object.entries(fields).map(([name, value]) => `${name}="${encodeURIComponent(value)}"`);
  return new Response(new URLSearchParams(fields).toString(), {
    status: badRequests.includes(problem) ? 400 : 401,
    headers: {
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'www-authenticate': `OAuth realm="${encodeURIComponent(base)}", ${quoted.join(', ')}`,
    },
  });
}
