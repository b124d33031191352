/** Until when a token is used, and from when on it is renewed. */
import type { Clock } from '../../shared/clock.ts';
import type { OAuth2Token, StoredToken } from '../token-store.ts';

/** Milliseconds before its end from which a token is renewed: calls take time, and clocks differ. */
const longestMargin = 60_000;
/** Milliseconds for which a token that still lives is used after its renewal failed, before that is tried again. */
const quietTime = 5_000;

export interface TokenLife {
  /** Has it not ended? An access token that was answered with 401 (`refused`) has. */
  lives(token: StoredToken | undefined, refused?: string | undefined): token is StoredToken;
  /** May it be sent, with no need of another yet? */
  isFresh(token: StoredToken | undefined, refused?: string | undefined): token is StoredToken;
  /** A token was got by a request that left at `sentAt`: tells how long tokens live, which no store keeps. */
  learn(token: OAuth2Token, sentAt: number): void;
  /** A renewal failed: tokens that still live will do for the next seconds. */
  rest(): void;
}

export function createTokenLife(now: Clock): TokenLife {
  let margin = longestMargin;
  let quietUntil = Number.NEGATIVE_INFINITY;
  const lives: TokenLife['lives'] = (token, refused): token is StoredToken =>
    token !== undefined &&
    token.refusedAt === undefined &&
    token.accessToken !== refused &&
    now() < token.expiresAt;
  return {
    lives,
    isFresh: (token, refused): token is StoredToken =>
      lives(token, refused) && (now() < token.expiresAt - margin || now() < quietUntil),
    learn(token, sentAt) {
      margin = Math.min(longestMargin, Math.max(0, token.expiresAt - sentAt) / 10);
      quietUntil = Number.NEGATIVE_INFINITY;
    },
    rest() {
      quietUntil = now() + quietTime;
    },
  };
}
