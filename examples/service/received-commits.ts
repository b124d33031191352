/** The service's own table: each commit once, however often Bitbucket tells of it. */
import { DatabaseSync } from 'node:sqlite';
import type { CommitRecord, LinkedRepository } from 'bitbucket-sdk/integration';

export interface ReceivedCommits {
  /** Stores those that are new, all or none, and gives them back. */
  add(repository: LinkedRepository, commits: readonly CommitRecord[]): CommitRecord[];
  /** Everything, by repository, in the order in which it came. */
  list(): { readonly repository: string; readonly commits: readonly CommitRecord[] }[];
  close(): void;
}

/**
 * Opens the table in the file of `sqliteStore`, which has made it. Bitbucket sends a push again when the service died
 * before it answered: then some of its commits, or all, are here already, and their key keeps them from coming twice.
 */
export function openReceivedCommits(file: string): ReceivedCommits {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA busy_timeout = 5000');
  database.exec(`CREATE TABLE IF NOT EXISTS example_commits (
    repository TEXT NOT NULL, hash TEXT NOT NULL, name TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (repository, hash)
  ) STRICT`);
  const insert = database.prepare('INSERT INTO example_commits VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const select = database.prepare('SELECT name, data FROM example_commits ORDER BY rowid');

  return {
    add({ externalId, name }, commits) {
      database.exec('BEGIN IMMEDIATE');
      try {
        const added = commits.filter(
          (commit) => insert.run(externalId, commit.id, name, JSON.stringify(commit)).changes > 0,
        );
        database.exec('COMMIT');
        return added;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    list() {
      const rows = select.all().map(({ name, data }) => ({ name: String(name), data: String(data) }));
      return [...Map.groupBy(rows, ({ name }) => name)].map(([repository, own]) => ({
        repository,
        commits: own.map(({ data }) => JSON.parse(data) as CommitRecord),
      }));
    },
    close: () => database.close(),
  };
}
