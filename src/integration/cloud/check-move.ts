/** Whether a credential may take the place of a Connect installation: nothing that is linked may be lost by it. */
import { AuthError } from '../../errors/auth-error.ts';
import { IntegrationFormError } from '../../errors/integration-form-error.ts';
import type { HookSecuring } from '../hook-secrets.ts';
import type { BitbucketIntegration } from '../integration.ts';
import type { IntegrationRecord } from '../integrations.ts';
import type { LinkedRepository } from '../repositories.ts';
import type { BitbucketStore } from '../store.ts';

export interface MoveCheck extends Pick<HookSecuring, 'work'> {
  readonly store: Pick<BitbucketStore, 'repositories'>;
}

/** Linked repositories to try: somebody waits, and a credential that is too weak fails at one of the first. */
const mostTried = 10;

/**
 * Tries the credential on linked repositories. A token of one repository, or of somebody who is a guest in the
 * workspace, lists repositories there and could not keep the hooks of the others.
 *
 * @throws IntegrationFormError on `token` that names a repository · ApiError, TransportError that say nothing of it
 */
export async function checkMove(
  before: IntegrationRecord,
  after: Pick<IntegrationRecord, 'externalId' | 'metadata' | 'credentials'>,
  { store, work }: MoveCheck,
): Promise<void> {
  const [connect, candidate] = [work(before), work({ ...before, ...after })];
  const linked = (await store.repositories.list(before.id)).filter(({ status }) => status === 'active');
  for (const repository of linked.slice(0, mostTried)) {
    if (await mayManageHooks(candidate, repository)) continue;
    // One that Bitbucket shows to neither is gone.
    if (!(await mayManageHooks(connect, repository))) continue;
    throw new IntegrationFormError({
      token:
        `This may not manage the webhooks of ${repository.name}, which is linked. Connect with what may administer every ` +
        'linked repository, or name the one that it is for as workspace/repository.',
    });
  }
}

async function mayManageHooks(
  integration: BitbucketIntegration,
  repository: LinkedRepository,
): Promise<boolean> {
  try {
    return await integration.hasRepoAccess(integration.addressOf(repository));
  } catch (error) {
    if (error instanceof AuthError) return false;
    throw error;
  }
}
