/** Integrations in memory. */
import { randomUUID } from 'node:crypto';
import { StoreError } from '../../errors/store-error.ts';
import type { IntegrationRecord, IntegrationStore, NewIntegration } from '../../integration/integrations.ts';
import { patched } from '../patched.ts';

/** An empty store. Rows are copied in and out, so that nobody changes what is stored but by `put` and `update`. */
export function memoryIntegrations(): IntegrationStore {
  const rows = new Map<string, IntegrationRecord>();
  const where = (matches: (row: IntegrationRecord) => boolean): IntegrationRecord[] =>
    structuredClone([...rows.values()].filter(matches));
  const twinOf = (integration: NewIntegration): IntegrationRecord | undefined =>
    where(
      ({ organizationId, provider, externalId }) =>
        organizationId === integration.organizationId &&
        provider === integration.provider &&
        externalId === integration.externalId,
    )[0];
  const store = (row: IntegrationRecord): IntegrationRecord => {
    rows.set(row.id, structuredClone(row));
    return structuredClone(row);
  };
  return {
    get: (id) => structuredClone(rows.get(id)),
    findByOrganization: (organizationId) => where((row) => row.organizationId === organizationId),
    findByExternalId: (provider, externalId) =>
      where((row) => row.provider === provider && row.externalId === externalId),
    findByAccount: (provider, uuid) =>
      where((row) => row.provider === provider && row.metadata.uuid === uuid),
    put: (integration) => store({ ...integration, id: twinOf(integration)?.id ?? randomUUID() }),
    update(id, patch) {
      const known = rows.get(id);
      if (known === undefined) return undefined;
      const row = patched(known, patch);
      if ((twinOf(row)?.id ?? id) !== id) {
        throw new StoreError(
          'row_conflict',
          'The organization has another integration of that account already',
        );
      }
      return store(row);
    },
  };
}
