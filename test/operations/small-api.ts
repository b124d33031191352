/** Small OpenAPI files for the tests of the mending rules, and the rules by name. */
import { type Api, type Operation, type Product, readApi } from '../../scripts/generate/api.ts';
import { nameCopies } from '../../scripts/generate/compact.ts';
import type { DeclaredOperation, OpenApi, PathItem, Schema } from '../../scripts/generate/openapi.ts';
import { rulesFor } from '../../scripts/generate/rules/index.ts';
import type { Delta } from '../../scripts/generate/rules/removals.ts';
import { mend, type Rule } from '../../scripts/generate/rules/rule.ts';

const delta: Delta = {
  removed_issue_tracker: [['GET', '/issues']],
  removed_cross_workspace: [['GET', '/workspaces']],
  added: [['GET', '/things/{id}/checks']],
};

/** Both products' rules: the first of a name that fits the product. */
export const allRules = (product: Product): readonly Rule[] => rulesFor(product, delta);

export function smallApi(
  product: Product,
  routes: Readonly<Record<string, Partial<DeclaredOperation>>>,
  schemas: Record<string, Schema> = {},
): Api {
  const paths: Record<string, PathItem> = {};
  for (const [route, operation] of Object.entries(routes)) {
    const [method = '', path = ''] = route.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: { responses: { 204: {} }, ...operation } };
  }
  const file: OpenApi = { paths, components: { schemas } };
  const api = readApi(product, file);
  nameCopies(api);
  return api;
}

/** Applies the product's rule of that name, or a rule given instead. */
export function apply(api: Api, rule: string | Rule): Api {
  const found = typeof rule === 'string' ? allRules(api.product).find(({ name }) => name === rule) : rule;
  if (found === undefined) throw new Error(`There is no rule ${String(rule)}`);
  mend(api, [found]);
  return api;
}

export function operationAt(api: Api, route: string): Operation {
  const operation = api.operations.find((one) => one.route === route);
  if (operation === undefined) throw new Error(`There is no route ${route}`);
  return operation;
}

/** The query parameters of a route with their schemas. */
export const queryOf = (api: Api, route: string): Record<string, Schema> =>
  Object.fromEntries(
    operationAt(api, route)
      .parameters.filter((parameter) => parameter.in === 'query')
      .map(({ name, schema }) => [name, schema]),
  );

export const json = (schema: Schema) => ({ content: { 'application/json': { schema } } });

export const query = (name: string, schema: Schema, description = '') => ({
  name,
  in: 'query',
  schema,
  description,
});
