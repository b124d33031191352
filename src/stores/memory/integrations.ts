/** Integrations in memory. */
import { randomUUID } from 'node:crypto';
import type { IntegrationRecord, IntegrationStore, NewIntegration } from '../../integration/integrations.ts';

export function memoryIntegrations(): IntegrationStore {
  const rows = new Map<string, IntegrationRecord>();
  const where = (matches: (row: IntegrationRecord) => boolean): IntegrationRecord[] =>
    [...rows.values()].filter(matches);
  const store = (row: IntegrationRecord): IntegrationRecord => {
    rows.set(row.id, row);
    return row;
  };
  return {
    get: (id) => rows.get(id),
    findByOrganization: (organizationId) => where((row) => row.organizationId === organizationId),
    findByExternalId: (provider, externalId) =>
      where((row) => row.provider === provider && row.externalId === externalId),
    findByAccount: (provider, uuid) =>
      where((row) => row.provider === provider && row.metadata.uuid === uuid),
    put(integration: NewIntegration) {
      const [known] = where(
        (row) =>
          row.organizationId === integration.organizationId &&
          row.provider === integration.provider &&
          row.externalId === integration.externalId,
      );
      return store({ ...integration, id: known?.id ?? randomUUID() });
    },
    update(id, patch) {
      const row = rows.get(id);
      return row === undefined ? undefined : store({ ...row, ...patch });
    },
  };
}
