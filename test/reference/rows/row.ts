/** What a row of the reference is held to with a credential: it works, or is refused. */
import { ApiError } from 'bitbucket-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CredentialPair,
  type CredentialTable,
  pairName,
  testedPairs,
} from '../../../scripts/reference-credentials.ts';

export interface Row<World> {
  works(world: World): Promise<void>;
  /** Where the table has it that a credential may not: Bitbucket has to say so. */
  isRefused?(world: World): Promise<void>;
}

export type Rows<World> = Readonly<Record<string, Row<World>>>;

/** Rows that no credential is refused. */
export const working = <World>(rows: Readonly<Record<string, Row<World>['works']>>): Rows<World> =>
  Object.fromEntries(Object.entries(rows).map(([id, works]) => [id, { works }]));

/** Each of the calls is answered 403. */
export async function expectForbidden(...calls: readonly Promise<unknown>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(calls)) {
    const error: unknown = outcome.status === 'rejected' ? outcome.reason : undefined;
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 403, code: 'forbidden' });
  }
}

export interface TestedProduct<Ground, World> {
  readonly rows: Rows<World>;
  /** Once for all. */
  start(): Promise<Ground>;
  /** Once for each credential: what fails to open fails that credential's pairs and no other's. */
  open(ground: Ground, credential: string): Promise<World>;
}

/** A test for each pair of the table. */
export function testPairs<Ground extends { close(): Promise<void> }, World>(
  table: CredentialTable,
  { rows, start, open }: TestedProduct<Ground, World>,
): void {
  const started: { ground?: Ground } = {};
  const worlds = new Map<string, Promise<World>>();
  beforeAll(async () => {
    started.ground = await start();
  });
  afterAll(() => started.ground?.close());

  for (const pair of testedPairs(table)) {
    test(pairName(pair), async () => {
      const check = checkOf(rows, pair);
      if (started.ground === undefined) throw new Error('there is no Bitbucket');
      const world = worlds.get(pair.credential) ?? open(started.ground, pair.credential);
      worlds.set(pair.credential, world);
      await check(await world);
    });
  }
}

/** @throws Error for a pair of which nobody wrote down what is to be seen */
function checkOf<World>(rows: Rows<World>, { row: id, isRefused }: CredentialPair): Row<World>['works'] {
  const row = rows[id];
  const check = isRefused ? row?.isRefused : row?.works;
  if (check === undefined) throw new Error(`${id} is not written down${isRefused ? ' as refused' : ''}`);
  return check;
}
