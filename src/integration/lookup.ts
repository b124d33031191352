/** An organization's integrations with one product, out of the store and put to work. */
import { checkIds } from './check-ids.ts';
import type { IntegrationRecord, IntegrationStore } from './integrations.ts';

interface LookupOptions<Integration> {
  readonly provider: IntegrationRecord['provider'];
  readonly integrations: Pick<IntegrationStore, 'get' | 'findByOrganization'>;
  /** Puts an integration's record to work. */
  readonly work: (record: IntegrationRecord) => Integration;
}

interface Lookup<Integration> {
  getIntegration(organizationId: string, integrationId: string): Promise<Integration | undefined>;
  getIntegrations(organizationId: string): Promise<Integration[]>;
}

export function createLookup<Integration>(options: LookupOptions<Integration>): Lookup<Integration> {
  const { provider, integrations, work } = options;
  const isActive = (record: IntegrationRecord): boolean =>
    record.provider === provider && record.status === 'active';
  return {
    async getIntegration(organizationId, integrationId) {
      checkIds({ organizationId, integrationId });
      const record = await integrations.get(integrationId);
      const isIt = record?.organizationId === organizationId && isActive(record);
      return isIt ? work(record) : undefined;
    },
    async getIntegrations(organizationId) {
      checkIds({ organizationId });
      return (await integrations.findByOrganization(organizationId)).filter(isActive).map(work);
    },
  };
}
