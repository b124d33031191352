/** Broken stores of installations. */
import { setImmediate } from 'node:timers/promises';
import { memoryStore } from 'bitbucket-sdk';
import type { Installation, InstallationStore } from 'bitbucket-sdk/connect';
import { cutAtNul, type Mutant, mutate, without } from './mutate.ts';

const brokenInstallations = mutate<InstallationStore>(() => memoryStore().installations);

/** Compares and writes one row after the other. */
async function saveOneByOne(store: InstallationStore, changes: Parameters<InstallationStore['save']>[0]) {
  for (const change of changes) if (!(await store.save([change]))) return false;
  return true;
}

export const installationMutants: readonly Mutant<InstallationStore>[] = [
  brokenInstallations(
    'gives null for what is unknown',
    'an unknown client key or account is undefined or an empty list',
    (good) => ({
      findByClientKey: async (key) => (await good.findByClientKey(key)) ?? (null as unknown as undefined),
    }),
  ),
  brokenInstallations(
    'loses a field',
    'a row comes back with every field that it was stored with',
    (good) => ({
      save: (changes) =>
        good.save(
          changes.map((change) => ({
            ...change,
            installation: without(change.installation, 'uninstalledAt'),
          })),
        ),
    }),
  ),
  brokenInstallations(
    'merges into the row that was there',
    'a row comes back with every field that it was stored with',
    (good) => ({
      save: async (changes) => {
        const merged = changes.map(async (change) => ({
          ...change,
          installation: {
            ...(await good.findByClientKey(change.installation.clientKey)),
            ...change.installation,
          },
        }));
        return good.save(await Promise.all(merged));
      },
    }),
  ),
  brokenInstallations(
    'overwrites with an insert',
    'a new row is written only where there is none',
    (good) => ({
      save: async (changes) => {
        for (const { installation, replaces } of changes) {
          if (replaces === undefined) await good.forget(installation.clientKey);
        }
        return good.save(changes);
      },
    }),
  ),
  brokenInstallations(
    'does not compare versions',
    'a row is replaced only in the version that was read',
    (good) => ({
      save: async (changes) => {
        const compared = changes.map(async (change) => {
          const stored = await good.findByClientKey(change.installation.clientKey);
          return change.replaces === undefined
            ? change
            : { ...change, replaces: stored?.version ?? change.replaces };
        });
        return good.save(await Promise.all(compared));
      },
    }),
  ),
  brokenInstallations(
    'inserts where it should replace',
    'a row that is not there is not replaced',
    (good) => ({
      save: async (changes) => {
        const upserts = changes.map(async (change) =>
          (await good.findByClientKey(change.installation.clientKey)) === undefined
            ? { ...change, replaces: undefined }
            : change,
        );
        return good.save(await Promise.all(upserts));
      },
    }),
  ),
  brokenInstallations(
    'writes some of the rows and then fails',
    'of several rows all are written or none',
    (good) => ({
      save: (changes) => saveOneByOne(good, changes),
    }),
  ),
  brokenInstallations(
    'compares all rows before it writes the first',
    'a client key that stands twice is compared with what the first wrote',
    (good) => ({
      async save(changes) {
        for (const { installation, replaces } of changes) {
          if ((await good.findByClientKey(installation.clientKey))?.version !== replaces) return false;
        }
        const last = new Map(changes.map((change) => [change.installation.clientKey, change]));
        return good.save([...last.values()]);
      },
    }),
  ),
  brokenInstallations(
    'lists the oldest first',
    'the rows of an account come latest installed first, those of others not at all',
    (good) => ({
      findByPrincipal: async (uuid) => [...(await good.findByPrincipal(uuid))].reverse(),
    }),
  ),
  brokenInstallations(
    'sorts times as text',
    'the rows of an account come latest installed first, those of others not at all',
    (good) => ({
      findByPrincipal: async (uuid) =>
        [...(await good.findByPrincipal(uuid))].sort((a, b) =>
          String(a.installedAt) < String(b.installedAt) ? 1 : -1,
        ),
    }),
  ),
  brokenInstallations(
    'keeps the account of the first save',
    'a row that moves to another account is found there only',
    (good) => {
      const accounts = new Map<string, Installation['principal']>();
      return {
        save: (changes) =>
          good.save(
            changes.map(({ installation, replaces }) => {
              const principal = accounts.get(installation.clientKey) ?? installation.principal;
              accounts.set(installation.clientKey, principal);
              return { installation: { ...installation, principal }, replaces };
            }),
          ),
      };
    },
  ),
  brokenInstallations('forgets nothing', 'a forgotten row is gone, and another can take its place', () => ({
    forget: () => {},
  })),
  brokenInstallations('gives out the stored row itself', 'rows are copied in and out', (good) => {
    const rows = new Map<string, Installation>();
    return {
      async findByClientKey(key) {
        const row = rows.get(key) ?? (await good.findByClientKey(key));
        if (row !== undefined) rows.set(key, row);
        return row;
      },
    };
  }),
  brokenInstallations('compares, waits, and then writes', 'of many that save at once one wins', (good) => ({
    async save(changes) {
      for (const { installation, replaces } of changes) {
        if ((await good.findByClientKey(installation.clientKey))?.version !== replaces)
          return good.save(changes);
      }
      await setImmediate();
      for (const { installation } of changes) await good.forget(installation.clientKey);
      return good.save(changes.map(({ installation }) => ({ installation, replaces: undefined })));
    },
  })),
  brokenInstallations('cuts text at a NUL', 'text comes back as it was given', (good) => ({
    save: (changes) =>
      good.save(
        changes.map(({ installation, replaces }) => ({
          installation: { ...installation, sharedSecret: cutAtNul(installation.sharedSecret) },
          replaces,
        })),
      ),
  })),
  brokenInstallations('cuts long text', 'text comes back as it was given', (good) => ({
    save: (changes) =>
      good.save(
        changes.map(({ installation, replaces }) => ({
          installation: { ...installation, sharedSecret: installation.sharedSecret.slice(0, 65_535) },
          replaces,
        })),
      ),
  })),
];
