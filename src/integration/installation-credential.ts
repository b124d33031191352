/** The credential of an integration: its installation's secret, as it is at the time of each call. */
import { connectJwt } from '../auth/connect-jwt.ts';
import type { InstallationStore } from '../connect/installations.ts';
import { AuthError } from '../errors/auth-error.ts';
import type { Authorizer } from '../http/authorizer.ts';
import type { Clock } from '../shared/clock.ts';

export interface InstallationCredential {
  readonly clientKey: string;
  readonly installations: Pick<InstallationStore, 'findByClientKey'>;
  readonly appKey: string;
  readonly now: Clock | undefined;
}

/** Reads the secret anew for each request: a re-install changes it while clients are alive. */
export function installationCredential({
  clientKey,
  installations,
  appKey,
  now,
}: InstallationCredential): Authorizer {
  return {
    async authorize(request) {
      const installation = await installations.findByClientKey(clientKey);
      if (installation === undefined || installation.uninstalledAt !== undefined) {
        throw new AuthError(
          'reauthorization_required',
          'The app is not installed any more for this integration',
        );
      }
      return connectJwt({ appKey, clientKey, sharedSecret: installation.sharedSecret, now }).authorize(
        request,
      );
    },
  };
}
