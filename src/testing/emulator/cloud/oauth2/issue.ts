/** Makes codes and tokens, and writes them into the book. */
import type { Random } from '../../identifiers.ts';
import { type Grant, type OAuth2Book, tidy } from './book.ts';

/** What a token or a code is made with. */
export interface Mint {
  readonly book: OAuth2Book;
  readonly now: number;
  readonly random: Random;
}

/** Milliseconds for which a code can be exchanged. */
const codeLife = 10 * 60 * 1000;

export const randomText = (random: Random, bytes: number): string =>
  Buffer.from(random(bytes)).toString('base64url');

export function issueCode(
  { book, now, random }: Mint,
  { grant, redirectUri }: { grant: Grant; redirectUri: string | undefined },
): string {
  const code = randomText(random, 24);
  tidy(book, now);
  book.codes.set(code, { grant, redirectUri, expiresAt: now + codeLife, used: false });
  return code;
}

/** Looks like the long tokens that Bitbucket gives: three parts with dots between, of which nothing can be read. */
export function issueAccessToken(
  { book, now, random }: Mint,
  grant: Grant,
  scopes: readonly string[],
): string {
  const head = Buffer.from('{"alg":"RS256","typ":"JWT"}').toString('base64url');
  const token = [head, randomText(random, 1_280), randomText(random, 256)].join('.');
  tidy(book, now);
  book.accessTokens.set(token, { grant, scopes, expiresAt: now + book.accessTokenLife });
  return token;
}

export function issueRefreshToken({ book, now, random }: Mint, grant: Grant): string {
  const token = randomText(random, 96);
  book.refreshTokens.set(token, { grant, issuedAt: now, replacedAt: undefined });
  return token;
}
