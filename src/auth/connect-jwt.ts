/** The credential of a Connect app: a JWT for each request, bound to its method, path and query. */
import { ConfigError } from '../errors/config-error.ts';
import type { Authorizer } from '../http/authorizer.ts';
import { signConnectJwt } from '../jwt/connect-jwt.ts';
import { queryStringHash } from '../jwt/query-string-hash.ts';
import type { Clock } from '../shared/clock.ts';
import { createServerClock, type ServerClock } from './server-clock.ts';

export interface ConnectJwtOptions {
  /** The `key` of the app's descriptor: the token's issuer. */
  readonly appKey: string;
  /** The installation: the token's subject. */
  readonly clientKey: string;
  readonly sharedSecret: string;
  readonly now?: Clock | undefined;
  /** Instead of `now`: the time as the server has it, for credentials that are made anew for each call. */
  readonly clock?: ServerClock | undefined;
}

/** Seconds that a token lives; it is made anew for every attempt. */
const lifetime = 300;

/**
 * Sends `Authorization: JWT …` with `iss`, `sub`, `iat`, `exp` (300 s later) and `qsh`. When Bitbucket refuses it and
 * its `Date` shows that the clock is off, the call is signed again by Bitbucket's time, as are those after it.
 *
 * @deprecated Bitbucket Cloud ends Connect on 2027-01-31; move installations to OAuth 2.0 or access tokens.
 * @throws ConfigError `invalid_option` for an empty part
 * @see https://developer.atlassian.com/cloud/bitbucket/authentication-for-apps/
 */
export function connectJwt({
  appKey,
  clientKey,
  sharedSecret,
  now,
  clock = createServerClock(now),
}: ConnectJwtOptions): Authorizer {
  for (const [option, value] of Object.entries({ appKey, clientKey, sharedSecret })) {
    if (typeof value !== 'string' || value === '') {
      throw new ConfigError(option, 'it is empty', 'Pass it as the installation has it');
    }
  }
  return {
    async authorize(request) {
      const iat = Math.floor(clock.stamp(request) / 1000);
      const qsh = queryStringHash({ method: request.method, url: request.url });
      const claims = { iss: appKey, sub: clientKey, iat, exp: iat + lifetime, qsh };
      request.headers.set('authorization', `JWT ${await signConnectJwt(claims, sharedSecret)}`);
      return request;
    },
    renew: async (refused, answer) => clock.repair(refused, answer),
  };
}
