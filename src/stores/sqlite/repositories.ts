/** Linked repositories in SQLite. The column `secrets` holds the webhook secret of a repository that has its own. */
import { randomUUID } from 'node:crypto';
import type { LinkedRepository, RepositoryStore } from '../../integration/repositories.ts';
import { patched } from '../patched.ts';
import { parseColumn, parseRow, repositoryRow } from '../rows.ts';
import type { Columns, Database, Statement } from './database.ts';

const table = 'bitbucket_repositories';

/** No foreign key leads to the integrations: a host may keep those in a store of its own. */
export function sqliteRepositories(database: Database): RepositoryStore {
  const select = (condition: string) =>
    database.prepare(`SELECT * FROM ${table} WHERE ${condition} ORDER BY seq`);
  const byId = select('id = $id');
  const byKey = select('integration_id = $integrationId AND external_id = $externalId');
  const byIntegration = select('integration_id = $integrationId');
  const insert = database.prepare(`
    INSERT INTO ${table} (id, integration_id, external_id, secrets, data)
    VALUES ($id, $integrationId, $externalId, $secrets, $data)`);
  const change = database.prepare(`
    UPDATE ${table} SET integration_id = $integrationId, external_id = $externalId, secrets = $secrets, data = $data
    WHERE id = $id`);
  const remove = database.prepare(`DELETE FROM ${table} WHERE id = $id`);

  return {
    get: (id) => {
      const columns = byId.get({ id });
      return columns && toRepository(columns);
    },
    find: (integrationId, externalId) => {
      const columns = byKey.get({ integrationId, externalId });
      return columns && toRepository(columns);
    },
    list: (integrationId) => byIntegration.all({ integrationId }).map(toRepository),
    put: (repository) =>
      database.transaction(() => {
        const { integrationId, externalId } = repository;
        const known = byKey.get({ integrationId, externalId });
        const row = { ...repository, id: known === undefined ? randomUUID() : String(known['id']) };
        return write(known === undefined ? insert : change, row);
      }),
    update: (id, patch) =>
      database.transaction(() => {
        const columns = byId.get({ id });
        if (columns === undefined) return undefined;
        const row = patched(toRepository(columns), patch);
        return write(change, row);
      }),
    remove: (id) => void remove.run({ id }),
  };
}

/** Judged before it is written: a row that could not be read again must not come in. */
function write(statement: Statement, row: LinkedRepository) {
  const columns = toColumns(row);
  const stored = toRepository(columns);
  statement.run(columns);
  return stored;
}

function toColumns(row: LinkedRepository) {
  const { id, integrationId, externalId } = row;
  const { webhookSecret, ...config } = row.config;
  const secrets = JSON.stringify({ webhookSecret });
  return { id, integrationId, externalId, secrets, data: JSON.stringify({ ...row, config }) };
}

function toRepository({ secrets, data }: Columns): LinkedRepository {
  const row = Object(parseColumn(data, table));
  const config = { ...Object(row.config), ...Object(parseColumn(secrets, table)) };
  return parseRow(repositoryRow, { ...row, config }, table);
}
