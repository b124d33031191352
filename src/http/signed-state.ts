/** Small signed notes that travel through a browser: they expire, work once, and belong to one session. */
import { createHmac, randomUUID } from 'node:crypto';
import { constantTimeEqual, sha256Hex } from '../shared/bytes.ts';
import type { Clock } from '../shared/clock.ts';
import { isRecord, type MaybePromise } from '../shared/types.ts';

/** What signed states need kept: the key, and which of them were used. */
export interface SignedStateStore {
  /** The key that signs: made on the first call (32 random bytes as hex), the same ever after, in all processes. */
  signingKey(): MaybePromise<string>;
  /** True for the first call with this id, false after. May be forgotten once `expiresAt` (ms since 1970) is past. */
  useOnce(id: string, expiresAt: number): MaybePromise<boolean>;
}

export interface SignedState {
  /** What it may be used for; a state of another purpose is refused. */
  readonly purpose: string;
  /** The session of the browser that it was made for. Only its hash travels. */
  readonly session: string;
  /** What the maker wants back. */
  readonly data: Readonly<Record<string, string>>;
}

export interface SignedStateOptions {
  readonly store: SignedStateStore;
  readonly now: Clock;
}

/** The text of a state: URL-safe, about 300 characters. `lifetime` is in milliseconds. */
export async function writeState(
  { purpose, session, data }: SignedState,
  { store, now, lifetime }: SignedStateOptions & { readonly lifetime: number },
): Promise<string> {
  const note = { id: randomUUID(), purpose, session: sha256Hex(session), until: now() + lifetime, data };
  const text = Buffer.from(JSON.stringify(note)).toString('base64url');
  return `${text}.${mac(text, await store.signingKey())}`;
}

/**
 * What the state holds, and uses it up. `undefined` for one that is forged, altered, of another purpose or session,
 * expired, or used before.
 */
export async function redeemState(
  state: string,
  { purpose, session }: Pick<SignedState, 'purpose' | 'session'>,
  { store, now }: SignedStateOptions,
): Promise<Readonly<Record<string, string>> | undefined> {
  const [text = '', signature = '', ...more] = state.split('.');
  if (more.length > 0 || !constantTimeEqual(signature, mac(text, await store.signingKey()))) return undefined;
  const note: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
  if (!isRecord(note) || typeof note['id'] !== 'string' || typeof note['until'] !== 'number')
    return undefined;
  if (note['purpose'] !== purpose || note['session'] !== sha256Hex(session) || note['until'] <= now())
    return undefined;
  if (!(await store.useOnce(note['id'], note['until']))) return undefined;
  return note['data'] as Readonly<Record<string, string>>;
}

/**
 * What a state holds, taken at its word: not proven, and not used up. Enough to ask the host whether this user may go
 * on, before the state is redeemed for that very user. `undefined` for what is no state.
 */
export function claimedData(state: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const note: unknown = JSON.parse(Buffer.from(state.split('.')[0] ?? '', 'base64url').toString());
    const data = isRecord(note) ? note['data'] : undefined;
    return isRecord(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

const mac = (text: string, key: string): string => createHmac('sha256', key).update(text).digest('base64url');
