/** What a conformance suite is made of: named checks that any test runner can run. */
import assert from 'node:assert/strict';

/** One demand of a contract. `run` makes a store of its own and rejects, saying what was found, when it is not met. */
export interface StoreCheck {
  readonly name: string;
  run(): Promise<void>;
}

/** Gives a new, empty store for each check. Closing it is the caller's: at the end of the test, say. */
export type CreateStore<Store> = () => Store | Promise<Store>;

/** The checks by name, each to be given a store. */
export type Demands<Store> = Readonly<Record<string, (store: Store) => Promise<void>>>;

export function suiteOf<Store>(create: CreateStore<Store>, demands: Demands<Store>): StoreCheck[] {
  return Object.entries(demands).map(([name, demand]) => ({
    name,
    run: async () => demand(await create()),
  }));
}

/** Equal as JSON is: a field that is `undefined` may be missing. */
export function assertSame(actual: unknown, expected: unknown, what: string): void {
  assert.deepStrictEqual(plain(actual), plain(expected), what);
}

const plain = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/** Runs the calls at once and gives their results. */
export const allAtOnce = <T>(times: number, call: (index: number) => T | Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, async (_, index) => call(index)));

/** Text that stores are known to spoil: quotes, SQL, wildcards, line ends, other scripts, signs in two parts, 64 kB of it. */
export const oddTexts: readonly string[] = [
  `it's "quoted" \\ and \`more\``,
  "'; DROP TABLE installations; --",
  '%_?$1:name@p{}',
  ' blanks\tand\r\nlines ',
  'Zoë Müller-Łukasz 株式会社 🦄👩‍👩‍👧 e\u0301',
  'null',
  '0123',
  'x'.repeat(65_536),
];

/** A store may refuse text with a NUL in it, but not cut it off there. */
export const textWithNul = 'before\0after';

/** Does the write throw? Whatever it throws. */
export async function isRefused(write: () => unknown): Promise<boolean> {
  try {
    await write();
    return false;
  } catch {
    return true;
  }
}
