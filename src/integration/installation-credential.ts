/** The credential of an integration: its installation's secret, as it is at the time of each call. */
import { connectJwt } from '../auth/connect-jwt.ts';
import { createServerClock } from '../auth/server-clock.ts';
import type { Installation, InstallationStore } from '../connect/installations.ts';
import { AuthError } from '../errors/auth-error.ts';
import type { Authorizer } from '../http/authorizer.ts';
import type { Clock } from '../shared/clock.ts';

export interface InstallationCredential {
  readonly clientKey: string;
  readonly installations: Pick<InstallationStore, 'findByClientKey'>;
  readonly appKey: string;
  readonly now: Clock | undefined;
}

/**
 * Reads the installation anew for each request: a re-install changes its secret while clients are alive, and another
 * client key may have taken the account over.
 */
export function installationCredential({
  clientKey,
  installations,
  appKey,
  now,
}: InstallationCredential): Authorizer {
  const clock = createServerClock(now);
  return {
    async authorize(request) {
      const installation = await currentInstallation(installations, clientKey);
      if (installation === undefined || installation.uninstalledAt !== undefined) {
        throw new AuthError(
          'reauthorization_required',
          'The app is not installed any more for this integration',
        );
      }
      const { clientKey: current, sharedSecret } = installation;
      return connectJwt({ appKey, clientKey: current, sharedSecret, clock }).authorize(request);
    },
    renew: async (refused, answer) => clock.repair(refused, answer),
  };
}

/** Client keys follow one another as accounts are installed anew; so many at most, lest rows lead in a circle. */
const longestSuccession = 8;

async function currentInstallation(
  installations: InstallationCredential['installations'],
  clientKey: string,
): Promise<Installation | undefined> {
  let installation = await installations.findByClientKey(clientKey);
  for (let step = 0; step < longestSuccession && installation?.supersededBy !== undefined; step += 1) {
    installation = await installations.findByClientKey(installation.supersededBy);
  }
  return installation;
}
