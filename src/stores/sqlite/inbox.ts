/** The deliveries that were done, in SQLite; those that are too old to matter are deleted a few at a time. */
import type { Inbox, InboxEntry } from '../../webhooks/inbox.ts';
import type { Database } from './database.ts';
import { everyFew, rowsAtOnce } from './pruning.ts';

const day = 86_400_000;

export function sqliteInbox(database: Database): Inbox {
  const find = database.prepare(`
    SELECT 1 FROM bitbucket_inbox WHERE scope = $scope AND hook_id = $hookId AND delivery_id = $deliveryId
    UNION ALL
    SELECT 1 FROM bitbucket_inbox WHERE scope = $scope AND digest = $digest AND at >= $replayedSince LIMIT 1`);
  const insert = database.prepare(`
    INSERT INTO bitbucket_inbox (scope, hook_id, delivery_id, digest, at)
    VALUES ($scope, $hookId, $deliveryId, $digest, $at) ON CONFLICT DO NOTHING`);
  const prune = database.prepare(`
    DELETE FROM bitbucket_inbox WHERE rowid IN
      (SELECT rowid FROM bitbucket_inbox WHERE at < $before ORDER BY at LIMIT ${rowsAtOnce})`);
  const isDue = everyFew();

  return {
    seen: (entry) => {
      const replayedSince = Math.trunc(entry.replayedSince);
      return find.get({ ...keysOf(entry), replayedSince }) !== undefined;
    },
    record: (entry) =>
      database.transaction(() => {
        if (isDue()) prune.run({ before: Math.trunc(Math.min(entry.at - day, entry.replayedSince)) });
        insert.run({ ...keysOf(entry), at: Math.trunc(entry.at) });
      }),
  };
}

/** `null`, which equals nothing, for a delivery without an id. */
const keysOf = ({ scope, hookId, deliveryId, digest }: InboxEntry) => ({
  scope,
  hookId,
  deliveryId: deliveryId ?? null,
  digest,
});
