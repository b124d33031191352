/** The credential of a Connect app: a JWT for each request, bound to its method, path and query. */
import { ConfigError } from '../errors/config-error.ts';
import type { Authorizer } from '../http/authorizer.ts';
import { signConnectJwt } from '../jwt/connect-jwt.ts';
import { queryStringHash } from '../jwt/query-string-hash.ts';
import { type Clock, systemClock } from '../shared/clock.ts';

export interface ConnectJwtOptions {
  /** The `key` of the app's descriptor: the token's issuer. */
  readonly appKey: string;
  /** The installation: the token's subject. */
  readonly clientKey: string;
  readonly sharedSecret: string;
  readonly now?: Clock | undefined;
}

/** Seconds that a token lives; it is made anew for every attempt. */
const lifetime = 300;

/**
 * Sends `Authorization: JWT …` with `iss`, `sub`, `iat`, `exp` (300 s later) and `qsh`.
 *
 * @deprecated Bitbucket Cloud ends Connect on 2027-01-31; move installations to OAuth 2.0 or access tokens.
 * @throws ConfigError `invalid_option` for an empty part
 * @see https://developer.atlassian.com/cloud/bitbucket/authentication-for-apps/
 */
export function connectJwt({
  appKey,
  clientKey,
  sharedSecret,
  now = systemClock,
}: ConnectJwtOptions): Authorizer {
  for (const [option, value] of Object.entries({ appKey, clientKey, sharedSecret })) {
    if (typeof value !== 'string' || value === '') {
      throw new ConfigError(option, 'it is empty', 'Pass it as the installation has it');
    }
  }
  return {
    async authorize(request) {
      const iat = Math.floor(now() / 1000);
      const qsh = queryStringHash({ method: request.method, url: request.url });
      const claims = { iss: appKey, sub: clientKey, iat, exp: iat + lifetime, qsh };
      request.headers.set('authorization', `JWT ${await signConnectJwt(claims, sharedSecret)}`);
      return request;
    },
  };
}
