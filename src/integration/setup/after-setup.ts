/** Where a user goes on after a set-up, by the host's word. */
import type { Logger } from '../../shared/logger.ts';
import type { IntegrationRecord } from '../integrations.ts';

export interface AfterSetup {
  readonly afterSetup: ((integration: IntegrationRecord) => string) | undefined;
  readonly logger: Logger;
}

/** None where the host's function fails, which is logged: the integration stands, and that is what its user is told. */
export function addressAfter(
  integration: IntegrationRecord,
  { afterSetup, logger }: AfterSetup,
): string | undefined {
  try {
    return afterSetup?.(integration);
  } catch (error) {
    const { id: integrationId, organizationId } = integration;
    const cause = error instanceof Error ? error.name : undefined;
    logger.error('afterSetup failed after a set-up', { organizationId, integrationId, cause });
    return undefined;
  }
}
