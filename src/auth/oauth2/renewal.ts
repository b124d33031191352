/** Renews the token of one grant: one exchange at a time, in this process and across processes. */
import { setTimeout as wait } from 'node:timers/promises';
import { ApiError } from '../../errors/api-error.ts';
import { AuthError } from '../../errors/auth-error.ts';
import { isBitbucketError } from '../../errors/bitbucket-error.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { OAuth2Token, StoredToken, TokenLease } from '../token-store.ts';
import { rescuedRefreshToken } from './answer.ts';
import type { Grant } from './grant.ts';
import type { KeyedTokens } from './keyed-tokens.ts';
import type { TokenLife } from './token-life.ts';

export interface RenewalOptions {
  readonly tokens: KeyedTokens;
  readonly grant: Grant;
  readonly life: TokenLife;
  /** Milliseconds that a lease lasts. */
  readonly leaseFor: number;
  readonly now: Clock;
  readonly logger: Logger;
}

/**
 * Gives the next token, which is stored before it is given; or the one that another has stored meanwhile.
 *
 * @param refused an access token that was answered with 401 and will not do
 * @param unattended ends the waiting for another who is renewing it; nothing ends an exchange
 */
export type Renewal = (refused: string | undefined, unattended: AbortSignal) => Promise<StoredToken>;

/** Milliseconds between the looks of one who waits for another. */
const firstPause = 25;
const longestPause = 250;
/** Milliseconds that one waits beyond the longest that a lease may last. */
const patience = 1_000;
/** How often one renewal may find that others have changed what it was about to replace. */
const mostRounds = 5;

export function createRenewal(options: RenewalOptions): Renewal {
  const { tokens, life, leaseFor } = options;
  const renewUnder = createLeasedRenewal(options);
  return async (refused, unattended) => {
    const patientUntil = performance.now() + leaseFor + patience;
    let pause = firstPause;
    for (let round = 0; round < mostRounds; ) {
      const lease = await tokens.lease();
      if (lease !== undefined) {
        const token = await renewUnder(lease, refused);
        if (token !== undefined) return token;
        round += 1;
        continue;
      }
      // The new one if it is there already; else the old one, which does as long as it lives.
      const stored = await tokens.read();
      if (life.lives(stored, refused)) return stored;
      if (performance.now() > patientUntil) throw unavailable('Another holds the lease, and does not end it');
      await wait(pause, undefined, { signal: unattended });
      pause = Math.min(pause * 2, longestPause);
    }
    throw unavailable('Others changed the token again and again while it was renewed');
  };
}

type LeasedRenewal = (lease: TokenLease, refused: string | undefined) => Promise<StoredToken | undefined>;

/** `undefined` when others have changed what is stored: look again. Whatever comes of it, the lease is over then. */
function createLeasedRenewal({ tokens, grant, life, now, logger }: RenewalOptions): LeasedRenewal {
  const { key } = tokens;
  /** A token that was got and could not be stored, and what it replaces: the old refresh token may be worth nothing. */
  let unsaved: { readonly replaces: StoredToken; readonly token: StoredToken } | undefined;
  const unsavedFor = (stored: StoredToken | undefined) =>
    unsaved !== undefined && isSame(stored, unsaved.replaces) ? unsaved : undefined;

  const save = async (fence: number, token: StoredToken, replaces: StoredToken | undefined) => {
    if (replaces !== undefined) unsaved = { replaces, token };
    try {
      const isSaved = await tokens.save(fence, token);
      if (isSaved) unsaved = undefined;
      return isSaved;
    } catch (error) {
      await tokens.release(fence);
      throw error;
    }
  };

  const fail = async (error: unknown, { fence, token: stored }: TokenLease, refused: string | undefined) => {
    const refreshToken = rescuedRefreshToken(error);
    if (refreshToken !== undefined && stored !== undefined) {
      const expiresAt = Math.min(stored.expiresAt, now());
      await save(fence, { ...stored, refreshToken, expiresAt }, stored);
      throw error;
    }
    if (grant.canDie && isDead(error) && stored !== undefined) {
      if (unsavedFor(stored) !== undefined) {
        // An exchange of ours that outlasted its lease has used the refresh token: what it got is stored next.
        await tokens.release(fence);
        return undefined;
      }
      // Not saved where a person has authorized again while the old grant was being refused: that ended the lease.
      if (!(await save(fence, { ...stored, refusedAt: now() }, undefined))) return undefined;
      logger.warn('oauth2 grant refused: a person has to authorize again', { key });
      throw error;
    }
    await tokens.release(fence);
    if (!mayPass(error) || !life.lives(stored, refused)) throw error;
    life.rest();
    const { code } = error;
    logger.warn('oauth2 token not renewed; the old one is used as long as it lives', { key, code });
    return stored;
  };

  return async (lease, refused) => {
    const { fence, token: stored } = lease;
    const late = unsavedFor(stored);
    if (late !== undefined) {
      const isSaved = await save(fence, late.token, late.replaces);
      return isSaved && life.isFresh(late.token, refused) ? late.token : undefined;
    }
    unsaved = undefined;
    const flaw = grant.findFlaw(stored);
    if (flaw !== undefined || life.isFresh(stored, refused)) {
      await tokens.release(fence);
      if (flaw !== undefined) throw reauthorizationRequired(flaw);
      return stored;
    }
    const sentAt = now();
    let next: OAuth2Token;
    try {
      next = await withOurError(grant.obtain(stored));
    } catch (error) {
      return fail(error, lease, refused);
    }
    life.learn(next, sentAt);
    if (!(await save(fence, next, stored))) return undefined;
    logger.debug('oauth2 token renewed', { key });
    return next;
  };
}

/** A grant under which there is nothing to get a token with. */
export const reauthorizationRequired = (flaw: string): AuthError =>
  new AuthError('reauthorization_required', `${flaw}: a person has to authorize again`);

const isSame = (left: StoredToken | undefined, right: StoredToken): boolean =>
  left?.accessToken === right.accessToken && left.refreshToken === right.refreshToken;

const isDead = (error: unknown): boolean =>
  isBitbucketError(error, 'AuthError') && error.code === 'reauthorization_required';

/** Nobody answered, or the server is busy or down: nothing was said about the grant. */
const mayPass = (error: unknown): error is Error & { readonly code: string } =>
  isBitbucketError(error, 'TransportError') ||
  (error instanceof ApiError && (error.status === 429 || error.status >= 500));

const unavailable = (why: string): AuthError =>
  new AuthError('credential_unavailable', `${why}; the access token cannot be renewed now`);

/** A host may bring a client of its own. */
async function withOurError(answer: Promise<OAuth2Token>): Promise<OAuth2Token> {
  try {
    return await answer;
  } catch (cause) {
    if (isBitbucketError(cause)) throw cause;
    throw new AuthError('credential_unavailable', 'The OAuth 2.0 client failed', { cause });
  }
}
