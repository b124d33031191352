/** The part of OpenAPI 3.0 that Bitbucket's two files use. */

export interface Schema {
  $ref?: string | undefined;
  type?: string | undefined;
  format?: string | undefined;
  pattern?: string | undefined;
  enum?: readonly (string | null)[] | undefined;
  properties?: Record<string, Schema> | undefined;
  required?: readonly string[] | undefined;
  items?: Schema | undefined;
  additionalProperties?: boolean | Schema | undefined;
  allOf?: readonly Schema[] | undefined;
  oneOf?: readonly Schema[] | undefined;
  nullable?: boolean | undefined;
}

export interface DeclaredParameter {
  name: string;
  in: string;
  required?: boolean | undefined;
  description?: string | undefined;
  schema?: Schema | undefined;
  content?: Content | undefined;
}

export type Content = Record<string, { schema?: Schema | undefined }>;

export interface DeclaredBody {
  $ref?: string | undefined;
  required?: boolean | undefined;
  content?: Content | undefined;
}

export interface DeclaredOperation {
  tags?: readonly string[] | undefined;
  description?: string | undefined;
  deprecated?: boolean | undefined;
  parameters?: readonly DeclaredParameter[] | undefined;
  requestBody?: DeclaredBody | undefined;
  responses: Record<string, { content?: Content | undefined }>;
}

export const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;

export type PathItem = { parameters?: readonly DeclaredParameter[] | undefined } & {
  [method in (typeof methods)[number]]?: DeclaredOperation | undefined;
};

export interface OpenApi {
  paths: Record<string, PathItem>;
  components: {
    schemas: Record<string, Schema>;
    requestBodies?: Record<string, DeclaredBody> | undefined;
  };
}

const prefix = '#/components/schemas/';

export const refTo = (name: string): Schema => ({ $ref: prefix + name });

export const objectOf = (properties: Record<string, Schema>, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
});

/** The name that a schema refers to; `undefined` for one that stands for itself. */
export function referredName({ $ref }: Schema): string | undefined {
  return $ref?.startsWith(prefix) === true ? $ref.slice(prefix.length) : undefined;
}

/** What says nothing about the shape. The read-only and write-only flags of both files are put at random. */
const silent: ReadonlySet<string> = new Set([
  ...['description', 'title', 'example', 'default', 'readOnly', 'writeOnly', 'xml', 'externalDocs'],
  ...['discriminator', 'uniqueItems', 'x-bb-default-fields', 'x-bb-url', 'x-bb-batch-url'],
  'x-bb-batch-max-size',
]);

/** A copy without prose, examples and flags, with its properties in the order of their names. */
export function bare(schema: Schema): Schema {
  const kept = Object.entries(schema).filter(([key]) => !silent.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, bareValue(key, value)]));
}

function bareValue(key: string, value: unknown): unknown {
  if (key === 'properties') return mapValues(sorted(value as Record<string, Schema>), bare);
  if (key === 'allOf' || key === 'oneOf') return (value as Schema[]).map(bare);
  if (key === 'required') return [...(value as string[])].sort(byCodePoint);
  const isSchema = (key === 'items' || key === 'additionalProperties') && typeof value === 'object';
  return isSchema ? bare(value as Schema) : value;
}

/** What replaces a schema; `undefined` leaves it and goes on with what is inside it. */
export type Replace = (schema: Schema, property: string | undefined) => Schema | undefined;

/** The schema with what is inside it replaced, outermost first. */
export function rewriteParts(schema: Schema, replace: Replace): Schema {
  const part = (inner: Schema): Schema => rewrite(inner, replace);
  const { properties, items, additionalProperties, allOf, oneOf } = schema;
  return {
    ...schema,
    ...(properties && { properties: mapValues(properties, (inner, name) => rewrite(inner, replace, name)) }),
    ...(items && { items: part(items) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: part(additionalProperties) }),
    ...(allOf && { allOf: allOf.map(part) }),
    ...(oneOf && { oneOf: oneOf.map(part) }),
  };
}

/** The schema itself replaced, or what is inside it. */
export const rewrite = (schema: Schema, replace: Replace, property?: string): Schema =>
  replace(schema, property) ?? rewriteParts(schema, replace);

export const mapValues = <A, B>(record: Record<string, A>, map: (value: A, key: string) => B) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)])) as Record<
    string,
    B
  >;

/** Not the locale's order: the generated files must be the same on every machine. */
export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => byCodePoint(a, b)));
