/** What the emulator knows of OAuth 2.0: consumers, codes, grants, tokens, and the exchanges that were asked for. */
import type { Installation, User, Workspace } from '../../world.ts';

export interface Consumer {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly workspace: Workspace;
  readonly callbackUrl: URL | undefined;
  readonly scopes: readonly string[];
  readonly isPublic: boolean;
  revoked: boolean;
}

/** What somebody allowed. All tokens that came of it end with it. */
export interface Grant {
  /** None where an app proved who it is by its shared secret. */
  readonly consumer: Consumer | undefined;
  /** None where the consumer or an app acts for itself. */
  readonly user: User | undefined;
  readonly installation: Installation | undefined;
  readonly scopes: readonly string[];
  revoked: boolean;
}

export interface Code {
  readonly grant: Grant;
  /** What the authorize page was given; the exchange has to repeat it. */
  readonly redirectUri: string | undefined;
  readonly expiresAt: number;
  used: boolean;
}

export interface AccessToken {
  readonly grant: Grant;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}

export interface RefreshToken {
  readonly grant: Grant;
  readonly issuedAt: number;
  /** When another one took its place for the first time. */
  replacedAt: number | undefined;
}

/** One call for a token. */
export interface OAuth2Exchange {
  /** The grant type as it was sent, empty if there was none. */
  readonly grant: string;
  /** The consumer's or, for the Connect grant, the client key; empty if none was named. */
  readonly clientId: string;
  /** Milliseconds since 1970, by the emulator's clock. */
  readonly at: number;
  /** `granted`, or the `error` of the answer. */
  readonly outcome: string;
}

export interface OAuth2Book {
  readonly consumers: ReadonlyMap<string, Consumer>;
  readonly authorize: 'grant' | 'deny' | 'ask';
  /** Who is asked. */
  readonly user: User | undefined;
  /** Milliseconds. */
  readonly accessTokenLife: number;
  /** Milliseconds. */
  readonly refreshGrace: number;
  readonly codes: Map<string, Code>;
  readonly accessTokens: Map<string, AccessToken>;
  readonly refreshTokens: Map<string, RefreshToken>;
  /** Pages that were shown and not answered yet, with when they end. */
  readonly pages: Map<string, number>;
  /** Oldest first. */
  readonly exchanges: OAuth2Exchange[];
  /** With so many codes, tokens and pages it is time to let go of some. */
  tidyAt: number;
}

/** Refresh tokens that nobody uses for so long are dead: three months, in milliseconds. */
const refreshTokenLife = 90 * 24 * 60 * 60 * 1000;

/** The access token that this text is, as long as it holds. */
export function findAccessToken(book: OAuth2Book, text: string, now: number): AccessToken | undefined {
  const token = book.accessTokens.get(text);
  return token !== undefined && token.expiresAt > now && grantHolds(token.grant) ? token : undefined;
}

/** The refresh token that this text is, as long as it works. */
export function findRefreshToken(book: OAuth2Book, text: string, now: number): RefreshToken | undefined {
  const token = book.refreshTokens.get(text);
  return token !== undefined && refreshWorks(book, token, now) && grantHolds(token.grant) ? token : undefined;
}

/** For good: an installation can come back. */
const hasEnded = ({ revoked, consumer }: Grant): boolean => revoked || consumer?.revoked === true;

const grantHolds = (grant: Grant): boolean => !hasEnded(grant) && grant.installation?.active !== false;

function refreshWorks(
  { refreshGrace }: OAuth2Book,
  { issuedAt, replacedAt }: RefreshToken,
  now: number,
): boolean {
  return replacedAt === undefined ? issuedAt + refreshTokenLife > now : replacedAt + refreshGrace >= now;
}

/** So many exchanges are kept, and so many entries in all before it is looked for some that are over. */
const most = 1_000;

/** Lets go of what can have no effect any more, so that a long test run does not fill the memory. */
export function tidy(book: OAuth2Book, now: number): void {
  const { codes, accessTokens, refreshTokens, pages, exchanges } = book;
  if (exchanges.length > most) exchanges.splice(0, exchanges.length - most);
  const count = (): number => codes.size + accessTokens.size + refreshTokens.size + pages.size;
  if (count() < book.tidyAt) return;
  drop(codes, ({ expiresAt }) => expiresAt <= now);
  drop(accessTokens, ({ grant, expiresAt }) => expiresAt <= now || hasEnded(grant));
  drop(refreshTokens, (token) => !refreshWorks(book, token, now) || hasEnded(token.grant));
  drop(pages, (until) => until <= now);
  // They are looked through again when there are twice as many, so that each entry costs the same, however many there are.
  book.tidyAt = Math.max(most, 2 * count());
}

function drop<T>(entries: Map<string, T>, isOver: (entry: T) => boolean): void {
  for (const [key, entry] of entries) if (isOver(entry)) entries.delete(key);
}
