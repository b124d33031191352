import { expect, test } from 'vitest';
import type { OAuth2Book } from '../../src/testing/emulator/cloud/oauth2/book.ts';
import { issueAccessToken } from '../../src/testing/emulator/cloud/oauth2/issue.ts';

/** Counts how often one of its entries is looked at. */
class CountingMap<Value> extends Map<string, Value> {
  looks = 0;

  override *[Symbol.iterator]() {
    for (const entry of super.entries()) {
      this.looks += 1;
      yield entry;
    }
    return undefined;
  }
}

function bookWith<Tokens extends OAuth2Book['accessTokens']>(accessTokens: Tokens) {
  const book: OAuth2Book = {
    ...{ consumers: new Map(), authorize: 'grant', user: undefined },
    ...{ accessTokenLife: 7_200_000, refreshGrace: 600_000, accessTokens, exchanges: [], tidyAt: 0 },
    ...{ codes: new Map(), refreshTokens: new Map(), pages: new Map() },
  };
  let count = 0;
  const random = (size: number): Uint8Array => {
    const bytes = new Uint8Array(size);
    new DataView(bytes.buffer).setUint32(0, count);
    return bytes;
  };
  const issue = (now: number, revoked = false): void => {
    count += 1;
    const grant = { consumer: undefined, user: undefined, installation: undefined, scopes: [], revoked };
    issueAccessToken({ book, now, random }, grant, []);
  };
  return { book, issue };
}

test('a token costs the same however many hold, while no time passes', () => {
  const tokens: OAuth2Book['accessTokens'] & { looks: number } = new CountingMap();
  const { issue } = bookWith(tokens);
  for (let count = 0; count < 20_000; count += 1) issue(0);
  expect(tokens.size).toBe(20_000);
  expect(tokens.looks).toBeLessThan(2 * 20_000);
});

test('tokens that are over, or were taken back, do not fill the memory', () => {
  const { book, issue } = bookWith(new Map());
  for (let hour = 0; hour < 100; hour += 1) {
    for (let count = 0; count < 100; count += 1) issue(hour * 3_600_000, count > 0);
  }
  expect(book.accessTokens.size).toBeLessThan(1_100);
});
