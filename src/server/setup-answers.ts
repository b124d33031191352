/** Judges what a server answers to the steps of OAuth 1.0a, and repeats none of it. */
import { ApiError, apiErrorCode } from '../errors/api-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import type { Answer, Refusal } from '../http/transport.ts';

/** A request token or an access token, with its secret. */
export interface OAuth1Token {
  readonly token: string;
  readonly tokenSecret: string;
}

/** @throws TransportError `bad_answer` for anything but a form with one token and one secret */
export function readTokenAnswer({ name, response, body }: Answer): OAuth1Token {
  const text = String(body).trim();
  const type = response.headers.get('content-type') ?? '';
  if (/html|json|xml/i.test(type) || /^[<[{]/.test(text)) {
    throw badAnswer(name, 'a page or a document instead of a token');
  }
  const form = new URLSearchParams(`&${text}`);
  const [token, ...moreTokens] = form.getAll('oauth_token');
  const [tokenSecret, ...moreSecrets] = form.getAll('oauth_token_secret');
  if (!isText(token)) throw badAnswer(name, 'no oauth_token');
  if (!isText(tokenSecret)) throw badAnswer(name, 'no oauth_token_secret');
  if (moreTokens.length + moreSecrets.length > 0) throw badAnswer(name, 'more than one token');
  return { token, tokenSecret };
}

/** Known reasons (`oauth_problem`), in words of ours. */
const reasons: Readonly<Record<string, string>> = {
  consumer_key_unknown: 'the server has no application link with this consumer key',
  consumer_key_rejected: 'the server does not accept this consumer key',
  signature_invalid: 'the private key does not fit the public key of the application link',
  signature_method_rejected: 'the application link does not take RSA-SHA1 signatures',
  timestamp_refused: 'the clocks of the two machines differ too much',
  nonce_used: 'the request was sent before',
  parameter_absent: 'the server misses a parameter',
  parameter_rejected: 'the server does not accept a parameter',
  permission_denied: 'the person did not agree',
  permission_unknown: 'the person has not agreed yet',
  token_expired: 'the token has expired',
  token_rejected: 'the server does not know the token',
  token_revoked: 'the token was revoked',
  token_used: 'the token was used before',
  user_refused: 'the person did not agree',
};

/** The error for an answer outside 2xx; `detail` is the `oauth_problem`, if it is a known one. */
export function toSetupApiError({ name, response, body, retryAfter, cause }: Refusal): ApiError {
  const { status, headers } = response;
  const requestId = headers.get('x-arequestid') ?? undefined;
  if (status >= 300 && status < 400) {
    const text = `${name} was answered with ${status}, to the login page: OAuth is not open to applications there`;
    return new ApiError('unauthorized', text, { status, requestId, cause });
  }
  const problem = findProblem(headers.get('www-authenticate') ?? '') ?? findProblem(body);
  const reason = problem === undefined ? '' : `: ${reasons[problem]}`;
  const text = `${name} was refused with ${status}${reason}`;
  return new ApiError(apiErrorCode(status), text, { status, requestId, detail: problem, retryAfter, cause });
}

/** @see https://oauth.pbworks.com/w/page/12238543/ProblemReporting */
function findProblem(text: unknown): string | undefined {
  const name = typeof text === 'string' ? /\boauth_problem="?([a-z_]{1,40})/.exec(text)?.[1] : undefined;
  return name !== undefined && Object.hasOwn(reasons, name) ? name : undefined;
}

const isText = (value: string | undefined): value is string => value !== undefined && value !== '';

function badAnswer(name: string, what: string): TransportError {
  return new TransportError('bad_answer', `${name} was answered with ${what}`);
}
