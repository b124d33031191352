/** The contract of a store that remembers which deliveries were done, so that none is worked on twice. */
import type { MaybePromise } from '../shared/types.ts';

/** What is remembered of a delivery: no payload and no secret. */
export interface InboxEntry {
  /** Whose it is: the values of the route as JSON, or an empty string. Deliveries of two scopes are never the same. */
  readonly scope: string;
  /** `X-Hook-UUID`, or an empty string. At most 256 characters, as is the delivery id. */
  readonly hookId: string;
  /** `X-Request-UUID` or `X-Request-Id`; `undefined` where the sender gave none. */
  readonly deliveryId: string | undefined;
  /**
   * The body's HMAC-SHA256: 64 hex digits, which only a holder of the secret can make for another body. Of a hook that
   * has none (the older plugin's), the body's SHA-256.
   */
  readonly digest: string;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  /** A body that was done at this time or later is a replay, whatever id it comes under. Milliseconds since 1970. */
  readonly replayedSince: number;
}

/**
 * Remembers the deliveries that were done. One inbox serves one receiver, in any number of processes; the receiver
 * itself joins the deliveries that come while the first is being worked on.
 *
 * In SQL it is one table and two statements:
 *
 * ```sql
 * CREATE TABLE inbox (scope text, hook_id text, delivery_id text, digest text, at bigint);
 * CREATE UNIQUE INDEX ON inbox (scope, hook_id, delivery_id);   -- NULLs differ from one another
 * CREATE INDEX ON inbox (scope, digest, at);
 * -- seen
 * SELECT 1 FROM inbox WHERE scope = $scope AND hook_id = $hookId AND delivery_id = $deliveryId
 * UNION ALL SELECT 1 FROM inbox WHERE scope = $scope AND digest = $digest AND at >= $replayedSince LIMIT 1;
 * -- record
 * INSERT INTO inbox VALUES ($scope, $hookId, $deliveryId, $digest, $at) ON CONFLICT DO NOTHING;
 * ```
 *
 * Rows may be deleted when they are older than both a day and the replay window. When a function throws or rejects,
 * the delivery is answered 503, and Bitbucket Cloud sends it again.
 */
export interface Inbox {
  /**
   * Was it done before: either this delivery (same scope, hook and delivery id, at any time), or this body (same
   * scope and digest, at `replayedSince` or later)? Without a delivery id, only the second counts.
   */
  seen(entry: InboxEntry): MaybePromise<boolean>;
  /** Keeps it as done: all of it or, when it throws, nothing. An entry that is there already stays. */
  record(entry: InboxEntry): MaybePromise<void>;
}

/** The delivery as a key: scope, hook and delivery id. `undefined` where the sender gave no id. */
export const deliveryKey = ({ scope, hookId, deliveryId }: InboxEntry): string | undefined =>
  deliveryId === undefined ? undefined : `${scope}\n${hookId}\n${deliveryId}`;

/** The body as a key: scope and digest. Never that of a delivery, which holds line ends. */
export const bodyKey = ({ scope, digest }: InboxEntry): string =>
  scope === '' ? digest : `${scope} ${digest}`;
