/** Lays changes over what is kept, for a write that takes all that there is. */

/** The changes win; one that is `undefined` is none, and hides nothing that is kept. */
export function withChanges<T extends object>(kept: T, changes: T): T {
  const made = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...kept, ...Object.fromEntries(made) };
}
