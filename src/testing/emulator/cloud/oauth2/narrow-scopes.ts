/** The `scope` parameter, which can take scopes away and add none. */
import { withImplied } from '../scopes.ts';

/** The scopes that are asked for, all where none are; `undefined` where one is not among those that there are. */
export function narrowScopes(have: readonly string[], asked: string | null): readonly string[] | undefined {
  const wanted = [...new Set((asked ?? '').split(' ').filter((scope) => scope !== ''))];
  if (wanted.length === 0) return have;
  const all = withImplied(have);
  return wanted.every((scope) => all.has(scope)) ? wanted : undefined;
}
