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
      const written = new Map<string, Installation>();
      for (const { installation, replaces } of changes) {
        const { clientKey } = installation;
        const stored = written.get(clientKey) ?? rows.get(clientKey);
        if (stored?.version !== replaces) return false;
        written.set(clientKey, structuredClone(installation));
      }
      for (const [clientKey, installation] of written) rows.set(clientKey, installation);
      return true;
    },
    forget(clientKey) {
      rows.delete(clientKey);
    },
  };
}
