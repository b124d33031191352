/** Linked repositories in memory. */
import { randomUUID } from 'node:crypto';
import { StoreError } from '../../errors/store-error.ts';
import type { LinkedRepository, RepositoryStore } from '../../integration/repositories.ts';
import { patched } from '../patched.ts';

/** An empty store. Rows are copied in and out, so that nobody changes what is stored but by `put` and `update`. */
export function memoryRepositories(): RepositoryStore {
  const rows = new Map<string, LinkedRepository>();
  const list = (integrationId: string): LinkedRepository[] =>
    structuredClone([...rows.values()].filter((row) => row.integrationId === integrationId));
  const find = (integrationId: string, externalId: string): LinkedRepository | undefined =>
    list(integrationId).find((row) => row.externalId === externalId);
  const store = (row: LinkedRepository): LinkedRepository => {
    rows.set(row.id, structuredClone(row));
    return structuredClone(row);
  };
  return {
    get: (id) => structuredClone(rows.get(id)),
    find,
    list,
    put: (repository) => {
      const known = find(repository.integrationId, repository.externalId);
      return store({ ...repository, id: known?.id ?? randomUUID() });
    },
    update(id, patch) {
      const known = rows.get(id);
      if (known === undefined) return undefined;
      const row = patched(known, patch);
      if ((find(row.integrationId, row.externalId)?.id ?? id) !== id) {
        throw new StoreError('row_conflict', 'The integration has linked that repository already');
      }
      return store(row);
    },
    remove: (id) => void rows.delete(id),
  };
}
