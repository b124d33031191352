/** The proof of a first installation, which comes unsigned: does Bitbucket itself know the secret? */
import { connectJwt } from '../auth/connect-jwt.ts';
import { BitbucketApiClient } from '../cloud/client.ts';
import { ConnectError } from '../errors/connect-error.ts';
import type { Limiter } from '../http/limiter.ts';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import type { FetchLike } from '../shared/types.ts';
import type { InstallationFacts } from './installed-body.ts';

export interface ProofOptions {
  /** Where the question goes, whatever the body says. */
  readonly apiUrl: string;
  readonly fetch: FetchLike | undefined;
  readonly now: Clock;
  readonly logger: Logger;
  /** Bounds the calls of all proofs together. */
  readonly limit: Limiter;
}

/** Milliseconds for the one call, and again for its body: a person waits at Bitbucket meanwhile. */
const timeout = 5_000;

/**
 * Reads the hooks of the account that the body names, signed with the secret that the body brought. Asked once: the
 * sender of an unproven body must not make us call again and again.
 *
 * @throws ConnectError `install_not_confirmed` (401) when Bitbucket refuses it; `confirmation_unavailable` (503)
 *   when nobody gives a clear answer
 */
export async function confirmInstallation(
  { appKey, clientKey, sharedSecret, principal }: InstallationFacts,
  { apiUrl, fetch, now, logger, limit }: ProofOptions,
): Promise<void> {
  const auth = connectJwt({ appKey, clientKey, sharedSecret, now });
  const client = new BitbucketApiClient({
    auth,
    baseUrl: apiUrl,
    fetch,
    logger,
    timeout,
    retry: { limit: 0 },
  });
  if (await waitAndAsk(client, principal.uuid, limit)) return;
  throw new ConnectError(
    'install_not_confirmed',
    401,
    'Bitbucket does not know the installation and its secret',
  );
}

/** The sender has gone when its turn comes after longer than Bitbucket waits for an answer. */
async function waitAndAsk(client: BitbucketApiClient, uuid: string, limit: Limiter): Promise<boolean> {
  try {
    return await limit(() => client.verifySharedSecret(uuid), AbortSignal.timeout(timeout));
  } catch (cause) {
    throw new ConnectError('confirmation_unavailable', 503, 'Bitbucket gave no clear answer', { cause });
  }
}
