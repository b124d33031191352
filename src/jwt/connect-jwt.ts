/** Signs and verifies the HS256 tokens that Bitbucket and a Connect app exchange. */
import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import { ConfigError } from '../errors/config-error.ts';
import { ConnectError } from '../errors/connect-error.ts';
import { constantTimeEqual, utf8 } from '../shared/bytes.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import type { MaybePromise } from '../shared/types.ts';
import { type CanonicalRequestInput, queryStringHash } from './query-string-hash.ts';

/** The claims of a Connect token; what else it carries is kept. Times are seconds since 1970. */
export interface ConnectClaims {
  /** Who signed: the client key (from Bitbucket), the app key (from the app). */
  readonly iss: string;
  readonly sub?: string;
  readonly iat?: number;
  readonly exp: number;
  /** See {@link queryStringHash}. */
  readonly qsh?: string;
  readonly [claim: string]: unknown;
}

export interface VerifyConnectJwtInput extends CanonicalRequestInput {
  readonly token: string;
  /** The secret, where the sender is known already. */
  readonly sharedSecret?: string | undefined;
  /** Gives the secret for the token's issuer, a client key; `undefined` where there is none. */
  readonly findSecret?: ((clientKey: string) => MaybePromise<string | undefined>) | undefined;
  readonly now?: Clock | undefined;
  /** Seconds that clocks may differ by. Default 30. */
  readonly leeway?: number | undefined;
  /** Accepts a token that carries no `qsh` at all, as tokens of UI contexts may. Never for lifecycle or set-up calls. */
  readonly dangerouslyAllowMissingQsh?: boolean | undefined;
}

/**
 * A compact HS256 token over the claims.
 *
 * @throws ConfigError `invalid_option` when the secret is empty
 * @see https://developer.atlassian.com/cloud/bitbucket/understanding-jwt-for-apps/
 */
export async function signConnectJwt(claims: ConnectClaims, sharedSecret: string): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(secretKey(sharedSecret));
}

/**
 * The claims of a token that was signed with the secret, has not expired, and was made for this very request.
 *
 * @throws ConnectError `jwt_malformed`, `jwt_algorithm`, `jwt_unknown_issuer`, `jwt_signature`, `jwt_expired`,
 *   `jwt_claims`, `qsh_missing`, `qsh_mismatch`; `status` is 401
 * @throws ConfigError `invalid_option` when neither or both of `sharedSecret` and `findSecret` are given
 * @see https://developer.atlassian.com/cloud/bitbucket/understanding-jwt-for-apps/
 */
export async function verifyConnectJwt(input: VerifyConnectJwtInput): Promise<ConnectClaims> {
  const secret = await findSecret(input);
  const claims = await verifySignature(input, secret);
  verifyQueryStringHash(input, claims.qsh);
  return claims;
}

async function findSecret({ token, sharedSecret, findSecret }: VerifyConnectJwtInput): Promise<string> {
  if ((sharedSecret === undefined) === (findSecret === undefined)) {
    throw new ConfigError(
      'sharedSecret',
      'exactly one of sharedSecret and findSecret is needed',
      'Pass findSecret to look the secret up by client key, or sharedSecret where the sender is known',
    );
  }
  if (findSecret === undefined) return sharedSecret ?? '';
  const secret = await findSecret(issuerOf(token));
  if (secret === undefined)
    throw refused('jwt_unknown_issuer', 'The token names an issuer that is not installed');
  return secret;
}

/** Who the token claims to be from: to find the secret by, proving nothing. */
function issuerOf(token: string): string {
  let issuer: unknown;
  try {
    issuer = decodeJwt(token).iss;
  } catch (cause) {
    throw refused('jwt_malformed', 'The token is not a JWT', cause);
  }
  if (typeof issuer !== 'string' || issuer === '') throw refused('jwt_claims', 'The token names no issuer');
  return issuer;
}

async function verifySignature(
  { token, now = systemClock, leeway = 30 }: VerifyConnectJwtInput,
  secret: string,
): Promise<ConnectClaims> {
  try {
    const { payload } = await jwtVerify(token, secretKey(secret), {
      algorithms: ['HS256'],
      clockTolerance: leeway,
      currentDate: new Date(now()),
      requiredClaims: ['iss', 'exp'],
    });
    return payload as ConnectClaims;
  } catch (error) {
    throw refusal(error);
  }
}

function verifyQueryStringHash(input: VerifyConnectJwtInput, qsh: unknown): void {
  if (qsh === undefined && input.dangerouslyAllowMissingQsh === true) return;
  if (typeof qsh !== 'string') throw refused('qsh_missing', 'The token is not bound to a request (no qsh)');
  if (!constantTimeEqual(qsh, queryStringHash(input))) {
    throw refused('qsh_mismatch', 'The token was made for another method, path or query');
  }
}

function secretKey(secret: string): Uint8Array {
  if (typeof secret === 'string' && secret !== '') return utf8(secret);
  throw new ConfigError('sharedSecret', 'it is empty', 'Pass the shared secret of the installation');
}

function refusal(error: unknown): unknown {
  if (!(error instanceof errors.JOSEError)) return error;
  if (error instanceof errors.JWTExpired) return refused('jwt_expired', 'The token has expired', error);
  if (error instanceof errors.JWTClaimValidationFailed) {
    return refused('jwt_claims', `The token's ${error.claim} claim is missing or wrong`, error);
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return refused('jwt_algorithm', 'The token is not signed with HS256', error);
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return refused('jwt_signature', "The token's signature does not hold", error);
  }
  return refused('jwt_malformed', 'The token is not a signed JWT', error);
}

function refused(code: ConnectError['code'], message: string, cause?: unknown): ConnectError {
  return new ConnectError(code, 401, message, { cause });
}
