/** Integrations in SQLite. The column `secrets` holds webhook secrets and credentials, everything else is in `data`. */
import { randomUUID } from 'node:crypto';
import type { IntegrationRecord, IntegrationStore } from '../../integration/integrations.ts';
import { patched } from '../patched.ts';
import { integrationRow, parseColumn, parseRow } from '../rows.ts';
import type { Columns, Database, Statement } from './database.ts';

const table = 'bitbucket_integrations';

export function sqliteIntegrations(database: Database): IntegrationStore {
  const select = (condition: string) =>
    database.prepare(`SELECT * FROM ${table} WHERE ${condition} ORDER BY seq`);
  const byId = select('id = $id');
  const byOrganization = select('organization_id = $organizationId');
  const byExternalId = select('provider = $provider AND external_id = $externalId');
  const byAccount = select('provider = $provider AND account_uuid = $uuid');
  const byKey = select(
    'organization_id = $organizationId AND provider = $provider AND external_id = $externalId',
  );
  const insert = database.prepare(`
    INSERT INTO ${table} (id, organization_id, provider, external_id, account_uuid, secrets, data)
    VALUES ($id, $organizationId, $provider, $externalId, $uuid, $secrets, $data)`);
  const change = database.prepare(`
    UPDATE ${table} SET organization_id = $organizationId, provider = $provider, external_id = $externalId,
      account_uuid = $uuid, secrets = $secrets, data = $data WHERE id = $id`);

  return {
    get: (id) => {
      const columns = byId.get({ id });
      return columns && toIntegration(columns);
    },
    findByOrganization: (organizationId) => byOrganization.all({ organizationId }).map(toIntegration),
    findByExternalId: (provider, externalId) => byExternalId.all({ provider, externalId }).map(toIntegration),
    findByAccount: (provider, uuid) => byAccount.all({ provider, uuid }).map(toIntegration),
    put: (integration) =>
      database.transaction(() => {
        const { organizationId, provider, externalId } = integration;
        const known = byKey.get({ organizationId, provider, externalId });
        const row = { ...integration, id: known === undefined ? randomUUID() : String(known['id']) };
        return write(known === undefined ? insert : change, row);
      }),
    update: (id, patch) =>
      database.transaction(() => {
        const columns = byId.get({ id });
        if (columns === undefined) return undefined;
        const row = patched(toIntegration(columns), patch);
        return write(change, row);
      }),
  };
}

/** Judged before it is written: a row that could not be read again must not come in. */
function write(statement: Statement, row: IntegrationRecord) {
  const columns = toColumns(row);
  const stored = toIntegration(columns);
  statement.run(columns);
  return stored;
}

function toColumns({ webhookSecrets, credentials, ...rest }: IntegrationRecord) {
  return {
    id: rest.id,
    organizationId: rest.organizationId,
    provider: rest.provider,
    externalId: rest.externalId,
    uuid: rest.metadata.uuid,
    secrets: JSON.stringify({ webhookSecrets, credentials }),
    data: JSON.stringify(rest),
  };
}

/** Before there were credentials, the column held the webhook secrets alone. */
function toIntegration({ secrets, data }: Columns): IntegrationRecord {
  const row = parseColumn(data, table);
  const kept = parseColumn(secrets, table);
  const secret = Array.isArray(kept) ? { webhookSecrets: kept } : Object(kept);
  return parseRow(integrationRow, { ...Object(row), ...secret }, table);
}
