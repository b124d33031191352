/** Broken stores of integrations. */
import { setImmediate } from 'node:timers/promises';
import { memoryStore } from 'bitbucket-sdk';
import type { IntegrationRecord, IntegrationStore } from 'bitbucket-sdk/integration';
import { counter, cutAtNul, type Mutant, mutate, updateSlowly, without } from './mutate.ts';

const brokenIntegrations = mutate<IntegrationStore>(() => memoryStore().integrations);
const fresh = counter();

export const integrationMutants: readonly Mutant<IntegrationStore>[] = [
  brokenIntegrations(
    'throws for what is unknown',
    'what is unknown is undefined or an empty list',
    (good) => ({
      async get(id) {
        const row = await good.get(id);
        if (row === undefined) throw new Error('not found');
        return row;
      },
    }),
  ),
  brokenIntegrations(
    'loses a field',
    'a row comes back with an id and every field that it was stored with',
    (good) => ({
      put: (row) => good.put({ ...row, metadata: without(row.metadata, 'publicKey') }),
    }),
  ),
  brokenIntegrations(
    'loses credentials',
    'a row comes back with an id and every field that it was stored with',
    (good) => ({ put: (row) => good.put(without(row, 'credentials')) }),
  ),
  brokenIntegrations(
    'makes a new row of every put',
    'the same organization, provider and external id is renewed under its id',
    (good) => ({
      put: (row) => good.put({ ...row, externalId: `${row.externalId}#${fresh()}` }),
    }),
  ),
  brokenIntegrations(
    'leaves a row as it was when it is put again',
    'the same organization, provider and external id is renewed under its id',
    (good) => ({
      async put(row) {
        const known = await good.findByExternalId(row.provider, row.externalId);
        return known.find(({ organizationId }) => organizationId === row.organizationId) ?? good.put(row);
      },
    }),
  ),
  brokenIntegrations(
    'takes an external id to be of one organization',
    'another organization, provider or external id is another row',
    (good) => ({
      async put(row) {
        const [known] = await good.findByExternalId(row.provider, row.externalId);
        return (known && (await good.update(known.id, row))) ?? good.put(row);
      },
    }),
  ),
  brokenIntegrations(
    'finds accounts of every provider',
    'another organization, provider or external id is another row',
    (good) => ({
      findByAccount: async (_, uuid) => [
        ...(await good.findByAccount('bitbucket', uuid)),
        ...(await good.findByAccount('bitbucket_server', uuid)),
      ],
    }),
  ),
  brokenIntegrations(
    'lists by external id',
    'lists stay in the order in which their rows were first stored',
    (good) => ({
      findByOrganization: async (id) =>
        [...(await good.findByOrganization(id))].sort((a, b) => (a.externalId < b.externalId ? -1 : 1)),
    }),
  ),
  brokenIntegrations(
    'replaces the row by the patch',
    'an update changes what it names and nothing else',
    (good) => ({
      async update(id, patch) {
        const row = await good.get(id);
        return row && good.update(id, { webhookSecrets: [], name: '', ...patch });
      },
    }),
  ),
  brokenIntegrations(
    'writes what is undefined',
    'an update changes neither the id nor what is undefined in it',
    (good) => ({
      async update(id, patch) {
        const row = await good.update(id, patch);
        return row && ({ ...row, ...patch } as IntegrationRecord);
      },
    }),
  ),
  brokenIntegrations(
    'lets two rows have one key',
    'an update that would make a second row of one key throws and changes nothing',
    (good) => ({
      async update(id, patch) {
        try {
          return await good.update(id, patch);
        } catch {
          return good.get(id);
        }
      },
    }),
  ),
  brokenIntegrations('gives out the stored row itself', 'rows are copied in and out', (good) => {
    const rows = new Map<string, IntegrationRecord>();
    return {
      async get(id) {
        const row = rows.get(id) ?? (await good.get(id));
        if (row !== undefined) rows.set(id, row);
        return row;
      },
    };
  }),
  brokenIntegrations(
    'looks, waits, and then inserts',
    'of many that put one key at once one row stands',
    (good) => ({
      async put(row) {
        const known = await good.findByExternalId(row.provider, row.externalId);
        await setImmediate();
        if (known.length > 0) return good.put(row);
        const stored = await good.put({ ...row, externalId: `new ${fresh()}` });
        return (await good.update(stored.id, { externalId: row.externalId })) ?? stored;
      },
    }),
  ),
  brokenIntegrations(
    'reads, waits, and then writes',
    'updates of different fields at once all stand',
    (good) => ({
      update: updateSlowly(good),
    }),
  ),
  brokenIntegrations('cuts text at a NUL', 'text comes back as it was given', (good) => ({
    put: (row) => good.put({ ...row, name: cutAtNul(row.name) }),
  })),
];
