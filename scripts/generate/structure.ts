/** Compares schemas by structure, and finds what a schema leads to. */
import type { Api, Operation } from './api.ts';
import { mapValues, referredName, type Schema, sorted } from './openapi.ts';

const constraints: ReadonlySet<string> = new Set([
  ...['required', 'pattern', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum'],
]);

/** The same text for schemas of the same properties, whatever is required of them and however they are bounded. */
export const structureOf = (schema: Schema): string => JSON.stringify(normal(schema));

function normal(schema: Schema): unknown {
  const entries = Object.entries(schema).filter(
    ([key, value]) =>
      !constraints.has(key) &&
      value !== undefined &&
      !(key === 'type' && value === 'object') &&
      key !== 'additionalProperties',
  );
  return sorted(Object.fromEntries(entries.map(([key, value]) => [key, normalValue(key, value)])));
}

function normalValue(key: string, value: unknown): unknown {
  if (key === 'properties') return mapValues(sorted(value as Record<string, Schema>), normal);
  if (key === 'items') return normal(value as Schema);
  if (key === 'allOf' || key === 'oneOf') return (value as Schema[]).map(normal);
  return value;
}

export const hasProperties = ({ properties }: Schema): boolean =>
  properties !== undefined && Object.keys(properties).length > 0;

/** The schema itself, where it refers to a named one. */
function resolve(api: Api, schema: Schema): Schema {
  const name = referredName(schema);
  return name === undefined ? schema : resolve(api, api.schemas[name] ?? {});
}

/** The items of a page: of a result that is one, the schema of its list. */
export function itemsOf(api: Api, schema: Schema): Schema | undefined {
  const { properties } = resolve(api, schema);
  const isPage = properties !== undefined && ('pagelen' in properties || 'isLastPage' in properties);
  return isPage ? properties['values']?.items : undefined;
}

export const isPaged = (api: Api, { result }: Operation): boolean =>
  result.kind === 'json' && itemsOf(api, result.schema) !== undefined;

/** The names of all shapes that the schemas lead to. */
export function reachable(api: Api, schemas: readonly Schema[]): Set<string> {
  const names = new Set<string>();
  const visit = (schema: Schema): void => {
    const name = referredName(schema);
    if (name !== undefined && !names.has(name)) {
      names.add(name);
      visit(api.schemas[name] ?? {});
    }
    for (const inner of partsOf(schema)) visit(inner);
  };
  for (const schema of schemas) visit(schema);
  return names;
}

function partsOf({ properties, items, additionalProperties, allOf, oneOf }: Schema): Schema[] {
  return [
    ...Object.values(properties ?? {}),
    ...(items === undefined ? [] : [items]),
    ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
    ...(allOf ?? []),
    ...(oneOf ?? []),
  ];
}

export const resultSchemas = ({ operations }: Api): Schema[] =>
  operations.flatMap(({ result }) => (result.kind === 'json' ? [result.schema] : []));

export const bodySchemas = ({ operations }: Api): Schema[] =>
  operations.flatMap(({ body }) => {
    const schema = body.kind === 'json' ? body.schema : body.kind === 'form' ? body.json : undefined;
    return schema === undefined ? [] : [schema];
  });

/** Shapes that are only ever sent: what a body asks for and no answer has. */
export function bodyOnly(api: Api): Set<string> {
  const answered = reachable(api, resultSchemas(api));
  return new Set([...reachable(api, bodySchemas(api))].filter((name) => !answered.has(name)));
}
