/** Holds JSON to a schema of an OpenAPI file: types, required properties, properties that are not foreseen. */

export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
}

export interface OpenApi {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<string, { responses: Record<string, { content?: Record<string, { schema?: Schema }> }> }>
      >
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/**
 * What the file says otherwise than Bitbucket does: its own examples and recorded answers have `attributes` as a list,
 * null where nothing is known, more links than the file names, links one level deeper in the list of hook subjects,
 * a type in rendered texts, and type and links in the commits of pull requests.
 */
const knownDifferences: readonly RegExp[] = [
  /\.attributes: /,
  /\.links\.[\w-]+: is not foreseen/,
  /^\$\.\w+\.links: is not foreseen/,
  /\.(summary|content|title|description)\.type: is not foreseen/,
  /\.(source\.commit|destination\.commit|merge_commit)\.(type|links): is not foreseen/,
];

export function schemaProblems(spec: OpenApi, schema: Schema | undefined, value: unknown): string[] {
  return check(spec, schema, value, '$').filter(
    (problem) => !knownDifferences.some((known) => known.test(problem)),
  );
}

function check(spec: OpenApi, schema: Schema | undefined, value: unknown, at: string): string[] {
  if (schema === undefined || value === null) return [];
  if (schema.$ref !== undefined)
    return check(spec, spec.components.schemas[schema.$ref.split('/').at(-1) ?? ''], value, at);
  if (schema.allOf !== undefined) return check(spec, together(spec, schema), value, at);
  return [
    ...typeProblems(schema, value, at),
    ...(Array.isArray(value)
      ? value.flatMap((item, index) => check(spec, schema.items, item, `${at}[${index}]`))
      : []),
    ...(isObject(value) ? objectProblems(spec, schema, value, at) : []),
  ];
}

/** One schema of all parts: the file forbids further properties in parts of which another part names some. */
function together(spec: OpenApi, { $ref, allOf = [], ...own }: Schema): Schema {
  if ($ref !== undefined) return together(spec, spec.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {});
  const parts = allOf.map((part) => together(spec, part));
  const all: readonly Schema[] = [...parts, own];
  const common: Schema = {
    properties: Object.fromEntries(all.flatMap(({ properties = {} }) => Object.entries(properties))),
    required: all.flatMap(({ required = [] }) => required),
    additionalProperties: all.every(({ additionalProperties }) => additionalProperties !== false),
  };
  return Object.assign({}, ...all, common);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function typeProblems({ type, enum: allowed }: Schema, value: unknown, at: string): string[] {
  const actual = Array.isArray(value) ? 'array' : typeof value;
  const fits =
    type === undefined ||
    type === actual ||
    (type === 'integer' && Number.isInteger(value)) ||
    (type === 'number' && actual === 'number');
  if (!fits) return [`${at}: is ${actual}, not ${type}`];
  return allowed === undefined || actual === 'object' || allowed.includes(value)
    ? []
    : [`${at}: ${JSON.stringify(value)} is not foreseen`];
}

function objectProblems(spec: OpenApi, schema: Schema, value: Record<string, unknown>, at: string): string[] {
  const { properties = {}, required = [], additionalProperties } = schema;
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}.${name}: is missing`);
  const wrong = Object.entries(value).flatMap(([name, field]) => {
    if (Object.hasOwn(properties, name)) return check(spec, properties[name], field, `${at}.${name}`);
    return additionalProperties === false ? [`${at}.${name}: is not foreseen`] : [];
  });
  return [...missing, ...wrong];
}
