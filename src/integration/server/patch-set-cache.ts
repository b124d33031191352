/** Remembers what commits did to files: a commit never changes, so releases that share commits read each once. */
import type { FileChange } from '../../shared/file-change.ts';

/** What was read of commits. Integrations may share one. */
export interface PatchSetCache {
  /** What is remembered of the commit, else what `load` gives. A failure is not remembered. */
  get(key: string, load: () => Promise<readonly FileChange[]>): Promise<readonly FileChange[]>;
}

export interface PatchSetCacheOptions {
  /** File changes to keep, of all commits together; the commit that was asked for longest ago goes first. Default 100,000. */
  readonly most?: number | undefined;
}

export function createPatchSetCache({ most = 100_000 }: PatchSetCacheOptions = {}): PatchSetCache {
  const entries = new Map<string, readonly FileChange[]>();
  let kept = 0;
  const drop = (key: string): void => {
    kept -= sizeOf(entries.get(key));
    entries.delete(key);
  };
  return {
    async get(key, load) {
      const known = entries.get(key);
      const changes = known ?? (await load());
      drop(key);
      entries.set(key, changes);
      kept += sizeOf(changes);
      for (const oldest of entries.keys()) {
        if (kept <= most) break;
        drop(oldest);
      }
      return changes;
    },
  };
}

/** An empty one takes a place, too. */
const sizeOf = (changes: readonly FileChange[] | undefined): number =>
  changes === undefined ? 0 : changes.length + 1;
