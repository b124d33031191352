/** Installations in memory: for tests and for trying things out, gone with the process. */
import type { Installation, InstallationStore } from '../../connect/installations.ts';

/** An empty store. Rows are copied in and out, so that nobody changes what is stored but by `save`. */
export function memoryInstallations(): InstallationStore {
  const rows = new Map<string, Installation>();
  return {
    findByClientKey: (clientKey) => structuredClone(rows.get(clientKey)),
    findByPrincipal: (uuid) =>
      structuredClone(
        [...rows.values()]
          .filter(({ principal }) => principal.uuid === uuid)
          .sort((a, b) => b.installedAt - a.installedAt),
      ),
    save(changes) {
      const fits = changes.every(
        ({ installation, replaces }) => rows.get(installation.clientKey)?.version === replaces,
      );
      if (!fits) return false;
      for (const { installation } of changes) rows.set(installation.clientKey, structuredClone(installation));
      return true;
    },
    forget(clientKey) {
      rows.delete(clientKey);
    },
  };
}
