import { memoryStore } from 'bitbucket-sdk';
import type { BitbucketStore } from 'bitbucket-sdk/integration';
import {
  type CreateStore,
  inboxSuite,
  installationStoreSuite,
  integrationStoreSuite,
  repositoryStoreSuite,
  type StoreCheck,
  signedStateStoreSuite,
  storeSuite,
  tokenStoreSuite,
} from 'bitbucket-sdk/testing';
import { describe, expect, test } from 'vitest';
import { inboxMutants } from './mutants/inbox.ts';
import { installationMutants } from './mutants/installations.ts';
import { integrationMutants } from './mutants/integrations.ts';
import type { Mutant } from './mutants/mutate.ts';
import { repositoryMutants } from './mutants/repositories.ts';
import { stateMutants } from './mutants/signed-states.ts';
import { tokenLeaseMutants } from './mutants/token-leases.ts';
import { tokenMutants } from './mutants/tokens.ts';

async function failuresOf(checks: readonly StoreCheck[]): Promise<string[]> {
  const failures: string[] = [];
  for (const { name, run } of checks) await run().catch(() => failures.push(name));
  return failures;
}

function everyMutantIsCaught<Store>(
  suite: (create: CreateStore<Store>) => StoreCheck[],
  mutants: readonly Mutant<Store>[],
): void {
  const caught = new Set<string>();

  test.each(mutants.map((mutant) => [mutant.fault, mutant] as const))(
    'a store that %s',
    async (_, mutant) => {
      const failures = await failuresOf(suite(mutant.create));
      expect(failures).toEqual(expect.arrayContaining([...mutant.caughtBy]));
      for (const name of mutant.caughtBy) caught.add(name);
    },
  );

  test('and no check is there that catches none', () => {
    const names = suite(() => Promise.reject(new Error('not made'))).map(({ name }) => name);
    expect(names.filter((name) => !caught.has(name))).toEqual([]);
  });
}

describe('installationStoreSuite catches', () => {
  everyMutantIsCaught(installationStoreSuite, installationMutants);
});

describe('integrationStoreSuite catches', () => {
  everyMutantIsCaught(integrationStoreSuite, integrationMutants);
});

describe('repositoryStoreSuite catches', () => {
  everyMutantIsCaught(repositoryStoreSuite, repositoryMutants);
});

describe('inboxSuite catches', () => {
  everyMutantIsCaught(inboxSuite, inboxMutants);
});

describe('signedStateStoreSuite catches', () => {
  everyMutantIsCaught(signedStateStoreSuite, stateMutants);
});

describe('tokenStoreSuite catches', () => {
  everyMutantIsCaught(tokenStoreSuite, [...tokenMutants, ...tokenLeaseMutants]);
});

describe('storeSuite', () => {
  test.each([...installationMutants.slice(0, 1), ...stateMutants.slice(0, 1)])(
    'names the part of a check that fails',
    async ({ caughtBy, create }) => {
      const part = 'findByClientKey' in create() ? 'installations' : 'states';
      const broken = (): BitbucketStore => ({ ...memoryStore(), [part]: create() });
      const failures = await failuresOf(storeSuite(broken));
      expect(failures).toContain(`${part}: ${caughtBy[0]}`);
      expect(failures.every((name) => name.startsWith(`${part}: `))).toBe(true);
    },
  );

  test('with reopen catches a store that forgets when it is opened again', async () => {
    const failures = await failuresOf(storeSuite(memoryStore, { reopen: () => memoryStore() }));
    expect(failures).toEqual([
      'restart: rows are there when the store is opened again',
      'restart: deliveries that were done and states that were used stay so when the store is opened again',
      'restart: tokens and the leases of those that are being renewed are there when the store is opened again',
      'restart: fences rise, also when the store is opened again after all was forgotten',
    ]);
  });

  test('gives each check a name of its own', () => {
    const names = storeSuite(memoryStore, { reopen: (store) => store }).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(50);
  });
});
