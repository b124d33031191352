/** Binds a workspace to an organization by a credential of its own, in place of the one that was there. */
import { StoreError } from '../../errors/store-error.ts';
import type { Logger } from '../../shared/logger.ts';
import { isWholeWorkspace, type WorkspaceGrant } from '../cloud-credentials.ts';
import { failureCode } from '../failure-code.ts';
import { forgetGrants, type SetUp } from '../forget-grants.ts';
import { type HookSecuring, secureHooks, withFreshSecret } from '../hook-secrets.ts';
import type { BuiltCloudIntegration } from '../integration-provider.ts';
import type { IntegrationRecord } from '../integrations.ts';
import type { BitbucketStore } from '../store.ts';
import { checkMove } from './check-move.ts';

export interface ConnectWorkspaceOptions extends HookSecuring {
  readonly store: Pick<BitbucketStore, 'integrations' | 'repositories' | 'tokens'>;
  readonly logger: Logger;
}

/**
 * Stores the integration. A row that the organization has for the same is renewed; one of Connect is moved, if the
 * credential is for all of the workspace. Its id stays, and with it its repositories and the addresses of its webhooks.
 *
 * @throws IntegrationFormError for a credential that may do less than the installation that it would replace
 */
export async function storeWorkspace(
  options: ConnectWorkspaceOptions,
  { grant, organizationId }: { readonly grant: WorkspaceGrant; readonly organizationId: string },
): Promise<SetUp> {
  const { integrations } = options.store;
  const { webhookSecret, ...built } = options.provider.buildIntegration(grant);
  const fields = { ...built, status: 'active' } as const;
  for (let attempt = 0; ; attempt += 1) {
    const before = findBefore(
      built,
      (await integrations.findByAccount(built.provider, built.metadata.uuid)).filter(
        (row) => row.organizationId === organizationId,
      ),
    );
    if (before?.status === 'active' && before.credentials === undefined) {
      await checkMove(before, built, options);
    }
    const webhookSecrets = withFreshSecret(webhookSecret, before);
    try {
      const renewed = before && (await integrations.update(before.id, { ...fields, webhookSecrets }));
      const record = renewed ?? (await integrations.put({ ...fields, organizationId, webhookSecrets }));
      return { record, before };
    } catch (error) {
      const isTaken = error instanceof StoreError && error.code === 'row_conflict';
      if (!isTaken || attempt > 0) throw error;
      // Another set-up of the same organization was faster: its row is the one to renew.
    }
  }
}

/** The row that the credential goes to. Of several of Connect the one that is installed. */
function findBefore(
  { externalId, credentials }: Pick<BuiltCloudIntegration, 'externalId' | 'credentials'>,
  rows: readonly IntegrationRecord[],
): IntegrationRecord | undefined {
  const same = rows.find((row) => row.externalId === externalId);
  if (same !== undefined || !isWholeWorkspace(credentials)) return same;
  const ofConnect = rows.filter((row) => row.credentials === undefined);
  return ofConnect.find(({ status }) => status === 'active') ?? ofConnect[0];
}

/**
 * What may take its time, after somebody was told that it is done: the hooks are secured through the new credential,
 * and grants that nobody needs any more are forgotten. What fails is logged; setting up again goes on with it.
 */
export async function settleWorkspace(options: ConnectWorkspaceOptions, connected: SetUp): Promise<void> {
  const { record, before } = connected;
  const { organizationId, id: integrationId } = record;
  const steps = {
    hooks: async () => before && secureHooks(options, record),
    grants: () => forgetGrants(connected, options.store),
  };
  for (const [step, run] of Object.entries(steps)) {
    try {
      await run();
    } catch (error) {
      const code = failureCode(error, 'unknown');
      const text = 'an integration was not made whole after it was set up';
      options.logger.error(text, { organizationId, integrationId, step, code });
    }
  }
}
