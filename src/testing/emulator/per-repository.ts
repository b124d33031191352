/** Things that belong to a repository and are of no interest to the rooms that know repositories. */
import type { Repository } from './world.ts';

/** What a repository has of them; made when it is asked for first, gone with the repository. */
export type PerRepository<T> = (repository: Repository) => T;

export function perRepository<T>(make: () => T): PerRepository<T> {
  const known = new WeakMap<Repository, T>();
  return (repository) => {
    const before = known.get(repository);
    if (before !== undefined) return before;
    const made = make();
    known.set(repository, made);
    return made;
  };
}
