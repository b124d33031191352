/** Tokens of OAuth 2.0 grants in SQLite, whole in the column `secrets`; and for each that is being renewed a lease. */
import type { StoredToken, TokenStore } from '../../auth/token-store.ts';
import type { Clock } from '../../shared/clock.ts';
import { parseColumn, parseRow, tokenRow } from '../rows.ts';
import type { Columns, Database } from './database.ts';
import { everyFew, rowsAtOnce } from './pruning.ts';

const table = 'bitbucket_tokens';
const leases = 'bitbucket_token_leases';

/** How long a row is kept after its time: another process's clock may be behind. In ms. */
const grace = 86_400_000;

export function sqliteTokens(database: Database, { now }: { readonly now: Clock }): TokenStore {
  const find = database.prepare(`SELECT secrets FROM ${table} WHERE token_key = $key`);
  const replace = database.prepare(`
    INSERT INTO ${table} (token_key, secrets, keep_until) VALUES ($key, $secrets, $keepUntil)
    ON CONFLICT (token_key) DO UPDATE SET secrets = excluded.secrets, keep_until = excluded.keep_until`);
  const renew = database.prepare(`
    INSERT INTO ${table} (token_key, secrets) VALUES ($key, $secrets)
    ON CONFLICT (token_key) DO UPDATE SET secrets = excluded.secrets`);
  const remove = database.prepare(`DELETE FROM ${table} WHERE token_key = $key`);
  const held = database.prepare(`SELECT 1 FROM ${leases} WHERE token_key = $key AND until > $now`);
  // Never an update: each lease is a row of its own, so that it has a number of its own.
  const take = database.prepare(`
    INSERT OR REPLACE INTO ${leases} (token_key, owner, until) VALUES ($key, $owner, $until) RETURNING fence`);
  const end = database.prepare(`DELETE FROM ${leases} WHERE token_key = $key AND fence = $fence`);
  const endAny = database.prepare(`DELETE FROM ${leases} WHERE token_key = $key`);
  const pruneLeases = leasePruner(database);
  const pruneGrants = grantPruner(database);

  return {
    read: (key) => toToken(find.get({ key })),
    put: (key, token, { keepUntil } = {}) =>
      database.transaction(() => {
        pruneGrants(now());
        endAny.run({ key });
        const secrets = toColumn({ ...token, refusedAt: undefined });
        replace.run({ key, secrets, keepUntil: keepUntil ?? null });
      }),
    lease: (key, { owner, now: at, until }) => {
      // Those who wait ask again and again: what they ask first takes no lock from whoever writes.
      if (held.get({ key, now: at }) !== undefined) return undefined;
      return database.transaction(() => {
        if (held.get({ key, now: at }) !== undefined) return undefined;
        // By the clock of those who hold leases: that is what they end by.
        pruneLeases(at);
        const fence = Number(take.get({ key, owner, until })?.['fence']);
        return { fence, token: toToken(find.get({ key })) };
      });
    },
    save: (key, fence, token) =>
      database.transaction(() => {
        if (end.run({ key, fence }) === 0) return false;
        renew.run({ key, secrets: toColumn(token) });
        return true;
      }),
    release: (key, fence) => void end.run({ key, fence }),
    forget: (key) =>
      database.transaction(() => {
        endAny.run({ key });
        remove.run({ key });
      }),
  };
}

/** Deletes, now and again, some leases that ended a day before the given time: their owners died, and nobody else asked. */
function leasePruner(database: Database): (now: number) => void {
  const prune = database.prepare(`
    DELETE FROM ${leases} WHERE fence IN
      (SELECT fence FROM ${leases} WHERE until < $before ORDER BY until LIMIT ${rowsAtOnce})`);
  const isDue = everyFew();
  return (now) => void (isDue() && prune.run({ before: now - grace }));
}

/**
 * Deletes, now and again, some grants that nobody decided about. One that is being renewed stays until that is done: what
 * is saved then must not be kept for ever.
 */
function grantPruner(database: Database): (now: number) => void {
  const prune = database.prepare(`
    DELETE FROM ${table} WHERE token_key IN
      (SELECT token_key FROM ${table} WHERE keep_until < $before AND token_key NOT IN (SELECT token_key FROM ${leases})
        ORDER BY keep_until LIMIT ${rowsAtOnce})`);
  const isDue = everyFew();
  return (now) => void (isDue() && prune.run({ before: now - grace }));
}

/** Judged before it is written: a row that could not be read again must not come in. */
function toColumn(token: StoredToken): string {
  const secrets = JSON.stringify(token);
  toToken({ secrets });
  return secrets;
}

function toToken(columns: Columns | undefined): StoredToken | undefined {
  return columns && parseRow(tokenRow, parseColumn(columns['secrets'], table), table);
}
