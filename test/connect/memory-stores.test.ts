import type { Installation } from 'bitbucket-sdk/connect';
import { describe, expect, test } from 'vitest';
import { memoryInstallations } from '../../src/stores/memory/installations.ts';
import { memorySignedStates } from '../../src/stores/memory/signed-states.ts';
import { appKey, movableClock, uuid } from './world.ts';

const installation = (fields: Partial<Installation> = {}): Installation => ({
  clientKey: 'one',
  appKey,
  sharedSecret: 'secret',
  baseUrl: 'https://bitbucket.org',
  baseApiUrl: 'https://api.bitbucket.org',
  principal: { uuid, type: 'team', displayName: 'Acme' },
  installedAt: 1,
  updatedAt: 1,
  version: 'v1',
  ...fields,
});

describe('installations in memory', () => {
  test('a new row is written only where there is none', async () => {
    const store = memoryInstallations();
    expect(await store.save([{ installation: installation(), replaces: undefined }])).toBe(true);
    const second = installation({ sharedSecret: 'other', version: 'v2' });
    expect(await store.save([{ installation: second, replaces: undefined }])).toBe(false);
    expect(await store.findByClientKey('one')).toEqual(installation());
  });

  test('a row is replaced only in the version that was read', async () => {
    const store = memoryInstallations();
    await store.save([{ installation: installation(), replaces: undefined }]);
    const next = installation({ version: 'v2' });
    expect(await store.save([{ installation: next, replaces: 'v0' }])).toBe(false);
    expect(await store.save([{ installation: next, replaces: 'v1' }])).toBe(true);
    expect(await store.save([{ installation: next, replaces: 'v1' }])).toBe(false);
    await store.forget('one');
    expect(await store.save([{ installation: next, replaces: 'v2' }])).toBe(false);
  });

  test('of several rows all are written or none', async () => {
    const store = memoryInstallations();
    await store.save([{ installation: installation(), replaces: undefined }]);
    const two = installation({ clientKey: 'two', installedAt: 2 });
    const changed = installation({ version: 'v2' });
    const changes = (replaces: string) => [
      { installation: two, replaces: undefined },
      { installation: changed, replaces },
    ];
    expect(await store.save(changes('v0'))).toBe(false);
    expect(await store.findByClientKey('two')).toBeUndefined();
    expect(await store.save(changes('v1'))).toBe(true);
    expect(await store.findByPrincipal(uuid)).toEqual([two, changed]);
    expect(await store.findByPrincipal('{other}')).toEqual([]);
  });

  test('what was given out or taken in is a copy', async () => {
    const store = memoryInstallations();
    const given = { ...installation(), principal: { uuid, type: 'team', displayName: 'Acme' } };
    await store.save([{ installation: given, replaces: undefined }]);
    given.principal.displayName = 'Changed';
    const taken = (await store.findByClientKey('one')) as { sharedSecret: string } | undefined;
    if (taken !== undefined) taken.sharedSecret = 'changed';
    expect(await store.findByClientKey('one')).toEqual(installation());
  });
});

describe('signed states in memory', () => {
  test('the key stays the same in one store and differs between two', async () => {
    const store = memorySignedStates();
    expect(await store.signingKey()).toMatch(/^[\da-f]{64}$/);
    expect(await store.signingKey()).toBe(await store.signingKey());
    expect(await memorySignedStates().signingKey()).not.toBe(await store.signingKey());
  });

  test('an id is used once, and dropped when it has expired', async () => {
    const now = movableClock(1000);
    const store = memorySignedStates({ now });
    expect(await store.useOnce('a', 2000)).toBe(true);
    expect(await store.useOnce('a', 2000)).toBe(false);
    now.time = 1999;
    expect(await store.useOnce('a', 2000)).toBe(false);
    now.time = 2000;
    // True again is how its being forgotten shows: a state that has expired is refused before it is asked for.
    expect(await store.useOnce('a', 3000)).toBe(true);
  });
});
