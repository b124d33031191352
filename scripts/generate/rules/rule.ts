/** What a mending rule is: a name, the reason in one line, and a function that changes the API and says where. */
import type { Api, Operation, Product } from '../api.ts';
import type { Schema } from '../openapi.ts';

export interface Rule {
  readonly name: string;
  readonly why: string;
  readonly products: readonly Product[];
  /** Changes the API; gives the routes and shapes that it touched. */
  readonly apply: (api: Api) => readonly string[];
}

/** What a table of answers says of a route: a schema, no body at all, or text or bytes that are not JSON. */
export type KnownAnswer = Schema | 'nothing' | 'text' | 'bytes';

/** What a table of bodies says of a route: a JSON schema, a form with or without files, bytes as they are, or nothing. */
export type KnownBody = Schema | 'files' | 'form' | 'form or files' | 'bytes' | 'nothing';

/** A rule that looks at each operation by itself. `apply` says whether it changed it. */
export function operationRule(
  rule: Omit<Rule, 'apply'> & { readonly apply: (operation: Operation, api: Api) => boolean },
): Rule {
  return {
    ...rule,
    apply: (api) =>
      api.operations.filter((operation) => rule.apply(operation, api)).map(({ route }) => route),
  };
}

/** Applies the rules in order. A rule that touches nothing is dead, and refused. */
export function mend(api: Api, rules: readonly Rule[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const rule of rules) {
    if (!rule.products.includes(api.product)) continue;
    const touched = rule.apply(api);
    if (touched.length === 0)
      throw new Error(`The rule ${rule.name} touches nothing in the ${api.product} file`);
    counts.set(rule.name, touched.length);
    for (const operation of api.operations) {
      if (touched.includes(operation.route)) operation.mended.add(rule.name);
    }
  }
  return counts;
}
