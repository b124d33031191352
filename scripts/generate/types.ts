/** Writes schemas as TypeScript types. */
import type { Api } from './api.ts';
import { referredName, type Schema, sorted } from './openapi.ts';
import { bodyOnly, itemsOf } from './structure.ts';

/** The direction decides the form: what is sent takes `undefined` and read-only lists, and drafts of what answers have. */
export type Direction = 'answer' | 'request' | 'parameter';

export interface Writer {
  readonly api: Api;
  readonly sentOnly: ReadonlySet<string>;
}

export const createWriter = (api: Api): Writer => ({ api, sentOnly: bodyOnly(api) });

/** Names that the generated files give to types of their own. */
const ownNames: ReadonlySet<string> = new Set([
  ...['Draft', 'DraftWith', 'JsonObject', 'JsonValue', 'Open', 'Page', 'CloudRoutes', 'ServerRoutes'],
]);

/** `paginated_repositories` is `PaginatedRepositories`; `object`, which JavaScript has, is `TypedObject`. */
export function typeName(schemaName: string): string {
  if (schemaName === 'object') return 'TypedObject';
  const last = schemaName.split('.').at(-1) ?? schemaName;
  const name = last.replaceAll(/(^|_)([a-z0-9])/gi, (_, __, letter: string) => letter.toUpperCase());
  if (ownNames.has(name)) throw new Error(`${name} is a name of the generator's own`);
  return name;
}

export function typeText(writer: Writer, schema: Schema, direction: Direction): string {
  const text = plainText(writer, schema, direction);
  return schema.nullable === true ? `${text} | null` : text;
}

function plainText(writer: Writer, schema: Schema, direction: Direction): string {
  const name = referredName(schema);
  if (name !== undefined) return referenceText(writer, name, direction);
  if (schema.enum !== undefined) return enumText(schema.enum, direction);
  if (schema.oneOf !== undefined) {
    return [...new Set(schema.oneOf.map((part) => typeText(writer, part, direction)))].join(' | ');
  }
  if (schema.type === 'array') return listText(typeText(writer, schema.items ?? {}, direction), direction);
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type === 'string' || schema.type === 'boolean') return schema.type;
  return objectText(writer, schema, direction);
}

function referenceText({ api, sentOnly }: Writer, name: string, direction: Direction): string {
  if (direction === 'answer' || sentOnly.has(name)) return typeName(name);
  return api.schemas[name]?.enum === undefined ? `Draft<${typeName(name)}>` : typeName(name);
}

/** A list in a file grows with the next version: answers and bodies take any text, parameters what the file lists. */
function enumText(values: readonly (string | null)[], direction: Direction): string {
  const literals = values.filter((value) => value !== null).map((value) => quoted(value));
  const list = literals.join(' | ');
  const open = direction === 'parameter' ? list : `Open<${list}>`;
  return values.includes(null) ? `${open} | null` : open;
}

function listText(item: string, direction: Direction): string {
  const element = /[|&]/.test(item) && !/^[\w<>'| ]+>$/.test(item) ? `(${item})` : item;
  return direction === 'answer' ? `${element}[]` : `readonly ${element}[]`;
}

function objectText(writer: Writer, schema: Schema, direction: Direction): string {
  const { properties = {}, additionalProperties, type } = schema;
  const page = direction === 'answer' ? pageText(writer, schema) : undefined;
  if (page !== undefined) return page;
  if (Object.keys(properties).length > 0)
    return `{ ${propertiesText(writer, schema, direction).join('; ')} }`;
  if (typeof additionalProperties === 'object') {
    return `{ [key: string]: ${typeText(writer, additionalProperties, direction)} | undefined }`;
  }
  return type === 'object' || schema.properties !== undefined ? 'JsonObject' : 'JsonValue';
}

export function propertiesText(writer: Writer, schema: Schema, direction: Direction): string[] {
  const required = new Set(schema.required);
  return Object.entries(sorted(schema.properties ?? {})).map(([name, property]) => {
    const text = typeText(writer, property, direction);
    if (required.has(name)) return `${keyText(name)}: ${text}`;
    return `${keyText(name)}?: ${text}${direction === 'answer' ? '' : ' | undefined'}`;
  });
}

const pageProperties: ReadonlySet<string> = new Set([
  ...[
    'values',
    'size',
    'next',
    'page',
    'pagelen',
    'previous',
    'isLastPage',
    'limit',
    'nextPageStart',
    'start',
  ],
]);

/** `Page<Item>` for a page, with what it has beside its items. */
function pageText(writer: Writer, schema: Schema): string | undefined {
  const items = itemsOf(writer.api, schema);
  if (items === undefined || schema.$ref !== undefined) return undefined;
  const page = `Page<${typeText(writer, items, 'answer')}>`;
  const others = Object.entries(schema.properties ?? {}).filter(([name]) => !pageProperties.has(name));
  if (others.length === 0) return page;
  const rest = { ...schema, properties: Object.fromEntries(others) };
  return `${page} & { ${propertiesText(writer, rest, 'answer').join('; ')} }`;
}

export const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** A key that needs no quotes has none. */
export const keyText = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name));
