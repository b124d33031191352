/** Gives a name to what many routes have alike, the whole of their path or query: published types are a third shorter by it. */
import type { Operation } from './api.ts';
import { byCodePoint } from './openapi.ts';

export type Part = 'path' | 'query';

/** The texts of what parts are made of, property by property. */
export type PartText = (operation: Operation, part: Part) => readonly string[];

export interface SharedParts {
  /** The interfaces, in the order of their names. */
  readonly declarations: readonly string[];
  /** The name of the part, or the part written out. */
  readonly textOf: (operation: Operation, part: Part) => string;
}

/** Fewer than so many cost more by their name than they save. */
const fewest = 3;

export function shareParts(operations: readonly Operation[], partText: PartText): SharedParts {
  const counts = new Map<string, { name: string; count: number }>();
  for (const operation of operations) {
    for (const part of ['path', 'query'] as const) {
      const text = partText(operation, part).join('; ');
      const { count } = counts.get(text) ?? { count: 0 };
      if (text !== '') counts.set(text, { name: nameOf(operation, part), count: count + 1 });
    }
  }
  const names = namesOf(counts);
  const declarations = [...names].map(([text, name]) => `interface ${name} { ${text} }`).sort(byCodePoint);
  const textOf: SharedParts['textOf'] = (operation, part) => {
    const text = partText(operation, part).join('; ');
    return text === '' ? '' : (names.get(text) ?? `{ ${text} }`);
  };
  return { declarations, textOf };
}

/** Where the same parameters have other types, the name is that of the most of them. */
function namesOf(counts: ReadonlyMap<string, { name: string; count: number }>): Map<string, string> {
  const often = [...counts].filter(([, { count }]) => count >= fewest);
  often.sort(([a, one], [b, two]) => two.count - one.count || byCodePoint(a, b));
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const [text, { name }] of often) {
    if (taken.has(name)) continue;
    taken.add(name);
    names.set(text, name);
  }
  return names;
}

/** What half of all paths begin with. */
const repositories = /^(?:WorkspaceRepoSlug|ProjectKeyRepositorySlug)/;

/** `InRepoCommit`, `ByFieldsPage`: by the names of the parameters, those of a path in its order. */
function nameOf({ path, parameters }: Operation, part: Part): string {
  const names = parameters.filter((parameter) => parameter.in === part).map(({ name }) => name);
  const place = (name: string): number => path.indexOf(`{${name}}`);
  const ordered = names.sort((a, b) => place(a) - place(b) || byCodePoint(a, b));
  const words = ordered.flatMap((name) => name.split(/\W|_/));
  const pascal = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return `${part === 'path' ? 'In' : 'By'}${pascal.join('').replace(repositories, 'Repo')}`;
}
