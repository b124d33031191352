/** The key of signed states, and the ids that were used, in SQLite. The column `key` is a secret. */
import { randomBytes } from 'node:crypto';
import type { SignedStateStore } from '../../http/signed-state.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Database } from './database.ts';
import { everyFew, rowsAtOnce } from './pruning.ts';

/** How long an id is kept after it expired: another process's clock may be behind. In ms. */
const grace = 86_400_000;

export function sqliteSignedStates(database: Database, { now }: { readonly now: Clock }): SignedStateStore {
  const readKey = database.prepare('SELECT key FROM bitbucket_signing_keys WHERE id = 1');
  const writeKey = database.prepare(
    'INSERT INTO bitbucket_signing_keys (id, key) VALUES (1, $key) ON CONFLICT DO NOTHING',
  );
  const use = database.prepare(
    'INSERT INTO bitbucket_used_states (id, expires_at) VALUES ($id, $expiresAt) ON CONFLICT DO NOTHING',
  );
  const prune = database.prepare(`
    DELETE FROM bitbucket_used_states WHERE id IN
      (SELECT id FROM bitbucket_used_states WHERE expires_at < $before ORDER BY expires_at LIMIT ${rowsAtOnce})`);
  const isDue = everyFew();

  return {
    signingKey: () => {
      const known = readKey.get()?.['key'];
      if (known !== undefined) return String(known);
      // Another process may write one meanwhile: what stands there counts.
      writeKey.run({ key: randomBytes(32).toString('hex') });
      return String(readKey.get()?.['key']);
    },
    useOnce: (id, expiresAt) =>
      database.transaction(() => {
        if (isDue()) prune.run({ before: Math.trunc(now() - grace) });
        return use.run({ id, expiresAt: Math.ceil(expiresAt) }) === 1;
      }),
  };
}
