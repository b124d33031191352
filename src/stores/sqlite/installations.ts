/** Installations in SQLite. The column `secrets` holds the shared secret, everything else of a row is in `data`. */
import type { Installation, InstallationStore } from '../../connect/installations.ts';
import { installationRow, parseColumn, parseRow } from '../rows.ts';
import type { Columns, Database } from './database.ts';

const table = 'bitbucket_installations';

export function sqliteInstallations(database: Database): InstallationStore {
  const byClientKey = database.prepare(`SELECT * FROM ${table} WHERE client_key = $clientKey`);
  const byPrincipal = database.prepare(
    `SELECT * FROM ${table} WHERE principal_uuid = $uuid ORDER BY installed_at DESC, rowid`,
  );
  const versionOf = database.prepare(`SELECT version FROM ${table} WHERE client_key = $clientKey`);
  const write = database.prepare(`
    INSERT INTO ${table} (client_key, version, principal_uuid, installed_at, secrets, data)
    VALUES ($clientKey, $version, $uuid, $installedAt, $secrets, $data)
    ON CONFLICT (client_key) DO UPDATE SET version = excluded.version, principal_uuid = excluded.principal_uuid,
      installed_at = excluded.installed_at, secrets = excluded.secrets, data = excluded.data`);
  const remove = database.prepare(`DELETE FROM ${table} WHERE client_key = $clientKey`);

  return {
    findByClientKey: (clientKey) => {
      const columns = byClientKey.get({ clientKey });
      return columns && toInstallation(columns);
    },
    findByPrincipal: (uuid) => byPrincipal.all({ uuid }).map(toInstallation),
    save: (changes) =>
      // Nobody else writes between the comparison and the writes: the transaction holds the lock from its start.
      database.transaction(() => {
        const versions = new Map<string, unknown>();
        for (const { installation, replaces } of changes) {
          const { clientKey, version } = installation;
          const stored = versions.has(clientKey)
            ? versions.get(clientKey)
            : versionOf.get({ clientKey })?.['version'];
          if (stored !== replaces) return false;
          versions.set(clientKey, version);
        }
        for (const { installation } of changes) {
          const columns = toColumns(installation);
          // A row that could not be read again must not come in.
          toInstallation(columns);
          write.run(columns);
        }
        return true;
      }),
    forget: (clientKey) => void remove.run({ clientKey }),
  };
}

function toColumns({ sharedSecret, ...rest }: Installation) {
  return {
    clientKey: rest.clientKey,
    version: rest.version,
    uuid: rest.principal.uuid,
    installedAt: Math.trunc(rest.installedAt),
    secrets: JSON.stringify([sharedSecret]),
    data: JSON.stringify(rest),
  };
}

function toInstallation({ secrets, data }: Columns): Installation {
  const row = parseColumn(data, table);
  const kept = parseColumn(secrets, table);
  const sharedSecret = Array.isArray(kept) ? kept[0] : undefined;
  return parseRow(installationRow, { ...Object(row), sharedSecret }, table);
}
