/** Judges what a token endpoint answers, and repeats none of it. */
import { ApiError, apiErrorCode } from '../../errors/api-error.ts';
import { AuthError } from '../../errors/auth-error.ts';
import { TransportError } from '../../errors/transport-error.ts';
import { retryAfterSeconds } from '../../http/retry-after.ts';
import { isRecord } from '../../shared/types.ts';
import type { OAuth2Token } from '../token-store.ts';

/** What a token endpoint answered. */
export interface OAuth2Answer {
  readonly status: number;
  /** The body as text. */
  readonly body: string;
  /** For `Retry-After`. */
  readonly headers?: Headers | undefined;
}

export interface ReadOAuth2AnswerOptions {
  /** When the request left (ms since 1970): the token's life is counted from then. Default: now. */
  readonly sentAt?: number | undefined;
  /** The call as messages name it. Default `The token request`. */
  readonly name?: string | undefined;
}

/** A refusal whose body is text or was parsed already. */
export interface OAuth2Refusal {
  readonly name: string;
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: number | undefined;
}

/**
 * The token in an answer. `expires_in` is read as it is and nothing is assumed; scopes may stand in `scope` or `scopes`.
 *
 * @example readOAuth2Answer({ status: response.status, body: await response.text(), headers: response.headers })
 * @throws AuthError `reauthorization_required` (`invalid_grant`) · `client_refused` (`invalid_client`,
 *   `unauthorized_client`) · ApiError for any other status than 2xx, with the error code in `detail` where it is one of
 *   the known ones · TransportError `bad_answer` for a success that is no token. One that brought a refresh token all the
 *   same gives it to {@link rescuedRefreshToken}
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5
 */
export function readOAuth2Answer(answer: OAuth2Answer, options: ReadOAuth2AnswerOptions = {}): OAuth2Token {
  const { status, body, headers } = answer;
  const { name = 'The token request', sentAt = Date.now() } = options;
  if (status >= 200 && status < 300) return readToken(name, body, sentAt);
  const retryAfter = headers === undefined ? undefined : retryAfterSeconds(headers);
  throw oauth2Refusal({ name, status, body, retryAfter });
}

/**
 * The refresh token that a useless answer brought. Bitbucket has put it in the place of the one that was sent, so it must
 * be kept; `undefined` for every other error.
 */
export function rescuedRefreshToken(error: unknown): string | undefined {
  return error instanceof UselessAnswer ? error.refreshToken : undefined;
}

/** Private and not enumerable: whoever prints the error does not print the token. */
class UselessAnswer extends TransportError {
  readonly #refreshToken: string;

  constructor(message: string, refreshToken: string) {
    super('bad_answer', message);
    this.name = 'TransportError';
    this.#refreshToken = refreshToken;
  }

  get refreshToken(): string {
    return this.#refreshToken;
  }
}

function readToken(name: string, text: string, sentAt: number): OAuth2Token {
  const answer = parseJson(text);
  if (answer === undefined) throw badAnswer(name, isPage(text) ? 'a page instead of a token' : 'no JSON');
  if (!isRecord(answer)) throw badAnswer(name, 'JSON that is no object');
  const { access_token: accessToken, token_type: type, refresh_token: refreshToken } = answer;
  const lifetime = readLifetime(answer['expires_in']);
  const flaw = findFlaw({ accessToken, type, refreshToken, lifetime });
  if (flaw !== undefined || !isToken(accessToken) || lifetime === undefined) {
    const what = flaw ?? 'no token';
    throw isToken(refreshToken)
      ? new UselessAnswer(answered(name, what), refreshToken)
      : badAnswer(name, what);
  }
  return {
    accessToken,
    ...(isToken(refreshToken) ? { refreshToken } : {}),
    expiresAt: Math.min(Math.floor(sentAt + lifetime * 1000), lastMoment),
    scopes: readScopes(answer['scope'] ?? answer['scopes']),
  };
}

/** The last that a date can name. */
const lastMoment = 8.64e15;

interface Parts {
  readonly accessToken: unknown;
  readonly type: unknown;
  readonly refreshToken: unknown;
  readonly lifetime: number | undefined;
}

/** What is wrong with a token answer, in words of ours. */
function findFlaw({ accessToken, type, refreshToken, lifetime }: Parts): string | undefined {
  if (accessToken === undefined) return 'no access_token';
  if (!isToken(accessToken)) return 'an access_token that cannot be sent';
  if (type !== undefined && !isBearer(type)) return 'a token that is no bearer token';
  if (!isAbsent(refreshToken) && !isToken(refreshToken)) return 'a refresh_token that is none';
  if (lifetime === undefined) return 'an expires_in that is no number of seconds, or none at all';
  return lifetime > 0 ? undefined : 'an expires_in of 0 or less';
}

const isBearer = (type: unknown): boolean => typeof type === 'string' && type.toLowerCase() === 'bearer';

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What can stand in a header, of any length: Cloud's have more than 2,500 characters. */
const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);

/** Seconds; some servers write them as text. */
function readLifetime(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : undefined;
}

/** Separated by spaces; Cloud once wrote commas, and a list would be as clear. */
function readScopes(value: unknown): readonly string[] {
  const texts = [value].flat().filter((part) => typeof part === 'string');
  return texts.flatMap((text) => text.split(/[\s,]+/)).filter((scope) => scope !== '');
}

function parseJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    // The parser's message quotes the text.
    return undefined;
  }
}

const isPage = (text: unknown): boolean => typeof text === 'string' && /^\s*</.test(text);

const answered = (name: string, what: string): string => `${name} was answered with ${what}`;

const badAnswer = (name: string, what: string): TransportError =>
  new TransportError('bad_answer', answered(name, what));

/** Known error codes, in words of ours. */
const reasons: Readonly<Record<string, string>> = {
  access_denied: 'the person did not agree',
  invalid_client: 'the consumer is not known, or its secret is another',
  invalid_grant: 'the code or token was used, has expired or was revoked',
  invalid_request: 'a parameter is missing or wrong',
  invalid_scope: 'the consumer does not have a scope that was asked for',
  server_error: 'the server failed',
  temporarily_unavailable: 'the server is not available for now',
  unauthorized_client: 'the consumer is not known, its secret is another, or it may not use this grant',
  unsupported_grant_type: 'the server does not have this grant',
};

/** The error for an answer outside 2xx. */
export function oauth2Refusal({ name, status, body, retryAfter }: OAuth2Refusal): ApiError | AuthError {
  const detail = findErrorCode(body);
  const reason = detail === undefined ? '' : `: ${reasons[detail]}`;
  const text = `${name} was refused with ${status}${reason}`;
  const refusal = new ApiError(apiErrorCode(status), text, { status, detail, retryAfter });
  // A server that is busy or down says nothing about the grant, whatever its body is.
  if (status === 429 || status >= 500 || status < 400) return refusal;
  if (detail === 'invalid_grant' || isRefreshTokenRefused(body)) {
    const dead = `${text}. A person has to authorize again`;
    return new AuthError('reauthorization_required', dead, { cause: refusal });
  }
  if (detail === 'invalid_client' || detail === 'unauthorized_client') {
    return new AuthError('client_refused', text, { cause: refusal });
  }
  return refusal;
}

/** Cloud has also called a dead refresh token an `invalid_request`. */
function isRefreshTokenRefused(body: unknown): boolean {
  const parsed = typeof body === 'string' ? parseJson(body) : body;
  if (!isRecord(parsed) || parsed['error'] !== 'invalid_request') return false;
  return /^invalid refresh[_ ]token\b/i.test(String(parsed['error_description']));
}

function findErrorCode(body: unknown): string | undefined {
  const parsed = typeof body === 'string' ? parseJson(body) : body;
  const code = isRecord(parsed) ? parsed['error'] : undefined;
  return typeof code === 'string' && Object.hasOwn(reasons, code) ? code : undefined;
}
