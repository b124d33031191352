/** Linked repositories in memory. */
import { randomUUID } from 'node:crypto';
import type { LinkedRepository, NewRepository, RepositoryStore } from '../../integration/repositories.ts';

export function memoryRepositories(): RepositoryStore {
  const rows = new Map<string, LinkedRepository>();
  const list = (integrationId: string): LinkedRepository[] =>
    [...rows.values()].filter((row) => row.integrationId === integrationId);
  const find = (integrationId: string, externalId: string): LinkedRepository | undefined =>
    list(integrationId).find((row) => row.externalId === externalId);
  const store = (row: LinkedRepository): LinkedRepository => {
    rows.set(row.id, row);
    return row;
  };
  return {
    get: (id) => rows.get(id),
    find,
    list,
    put(repository: NewRepository) {
      const known = find(repository.integrationId, repository.externalId);
      return store({ ...repository, id: known?.id ?? randomUUID() });
    },
    update(id, patch) {
      const row = rows.get(id);
      return row === undefined ? undefined : store({ ...row, ...patch });
    },
    remove: (id) => void rows.delete(id),
  };
}
