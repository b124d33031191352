/** Broken stores of linked repositories. */
import { setImmediate } from 'node:timers/promises';
import { memoryStore } from 'bitbucket-sdk';
import type { LinkedRepository, RepositoryStore } from 'bitbucket-sdk/integration';
import { type Mutant, mutate, updateSlowly } from './mutate.ts';

const brokenRepositories = mutate<RepositoryStore>(() => memoryStore().repositories);

export const repositoryMutants: readonly Mutant<RepositoryStore>[] = [
  brokenRepositories(
    'throws where there is nothing to remove',
    'what is unknown is undefined or an empty list',
    (good) => ({
      async remove(id) {
        if ((await good.get(id)) === undefined) throw new Error('not found');
        await good.remove(id);
      },
    }),
  ),
  brokenRepositories(
    'keeps the hook of the config only',
    'a row comes back with an id and every field that it was stored with',
    (good) => ({
      put: (row) => good.put({ ...row, config: { webhookId: row.config.webhookId } }),
    }),
  ),
  brokenRepositories(
    'leaves a row as it was when it is put again',
    'the same integration and external id is renewed under its id',
    (good) => ({
      put: async (row) => (await good.find(row.integrationId, row.externalId)) ?? good.put(row),
    }),
  ),
  brokenRepositories(
    'takes repositories of one name for one',
    'another integration or external id is another row, whatever its name',
    (good) => {
      const byName = new Map<string, LinkedRepository>();
      return {
        async put(row) {
          const stored = byName.get(row.name) ?? (await good.put(row));
          byName.set(row.name, stored);
          return stored;
        },
      };
    },
  ),
  brokenRepositories(
    'lists the newest first',
    'a list stays in the order in which its rows were first stored',
    (good) => ({
      list: async (id) => [...(await good.list(id))].reverse(),
    }),
  ),
  brokenRepositories('merges the config', 'an update changes what it names and nothing else', (good) => ({
    async update(id, patch) {
      const row = await good.get(id);
      return row && good.update(id, { ...patch, config: { ...row.config, ...patch.config } });
    },
  })),
  brokenRepositories(
    'changes the id',
    'an update changes neither the id nor what is undefined in it',
    (good) => ({
      async update(id, patch) {
        const row = await good.update(id, patch);
        return row && { ...row, ...('id' in patch ? { id: String(patch.id) } : {}) };
      },
    }),
  ),
  brokenRepositories(
    'gives way to a second row of one key',
    'an update that would make a second row of one key throws and changes nothing',
    (good) => ({
      async update(id, patch) {
        try {
          return await good.update(id, patch);
        } catch {
          await good.remove(id);
          throw new Error('conflict');
        }
      },
    }),
  ),
  brokenRepositories(
    'removes nothing',
    'a removed row is gone, and linking it again makes a new one',
    () => ({ remove: () => {} }),
  ),
  brokenRepositories('gives out the stored row itself', 'rows are copied in and out', (good) => {
    const rows = new Map<string, LinkedRepository>();
    return {
      async get(id) {
        const row = rows.get(id) ?? (await good.get(id));
        if (row !== undefined) rows.set(id, row);
        return row;
      },
    };
  }),
  brokenRepositories(
    'looks, waits, and then inserts',
    'of many that put one key at once one row stands',
    (good) => ({
      async put(row) {
        const known = await good.find(row.integrationId, row.externalId);
        await setImmediate();
        if (known !== undefined) return good.put(row);
        const twin = await good.find(row.integrationId, row.externalId);
        if (twin !== undefined) await good.remove(twin.id);
        return good.put(row);
      },
    }),
  ),
  brokenRepositories(
    'reads, waits, and then writes',
    'updates of different fields at once all stand',
    (good) => ({
      update: updateSlowly(good),
    }),
  ),
  brokenRepositories('gives out text in another normal form', 'text comes back as it was given', (good) => ({
    put: (row) => good.put({ ...row, name: row.name.normalize('NFC') }),
  })),
];
