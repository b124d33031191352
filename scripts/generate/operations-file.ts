/** Writes a product's `operations.ts`: its shapes, and its routes over them. */
import type { Api, Operation, Parameter, Product } from './api.ts';
import { byCodePoint, referredName, type Schema } from './openapi.ts';
import { type SharedParts, shareParts } from './shared-parts.ts';
import { bodySchemas, itemsOf, reachable, resultSchemas } from './structure.ts';
import { createWriter, keyText, propertiesText, quoted, typeName, typeText, type Writer } from './types.ts';

const titles: Readonly<Record<Product, readonly [string, string]>> = {
  cloud: [
    'CloudRoutes',
    "Every operation of Bitbucket Cloud's REST API by its route, without the `/2.0` before it",
  ],
  server: [
    'ServerRoutes',
    "Every operation of Bitbucket Data Center's REST API by its route, without the `/rest` before it",
  ],
};

const pages: Readonly<Record<Product, string>> = {
  cloud: 'values: Item[]; next?: string; previous?: string; page?: number; pagelen?: number; size?: number',
  server:
    'values: Item[]; isLastPage: boolean; nextPageStart?: number | null; start?: number; limit?: number; size?: number',
};

/** What the shapes are made of. */
const helpers = (product: Product): string => `
export type JsonValue = string | number | boolean | null | JsonObject | JsonValue[];
/** Fields that the API describes in no file. */
export interface JsonObject { [key: string]: JsonValue }
/** One of the known words, or a word that a later version adds. */
export type Open<Words extends string> = Words | (string & {});
/** A shape as it is sent: every part of it may be left out. */
export type Draft<T> = T extends string | number | boolean | null | undefined ? T
  : T extends readonly (infer Item)[] ? readonly Draft<Item>[]
  : { readonly [Key in keyof T]?: Draft<T[Key]> | undefined };
/** What may be left out, by \`undefined\` too. */
type Text = string | undefined;
type Num = number | undefined;
type Bool = boolean | undefined;
${product === 'cloud' ? draftWith : ''}
export interface Page<Item> { ${pages[product]} }
`;

const draftWith = `
/** A draft of which some parts must be there. */
export type DraftWith<T, Asked extends keyof T> = Draft<T> & { readonly [Key in Asked]-?: Draft<Exclude<T[Key], undefined>> };`;

export function operationsFile(api: Api): string {
  const writer = createWriter(api);
  const [name, title] = titles[api.product];
  const names = reachable(api, [...resultSchemas(api), ...bodySchemas(api)]);
  const shapes = [...names].sort((a, b) => byCodePoint(typeName(a), typeName(b)));
  refuseTwins(shapes);
  const operations = inOrder(api.operations);
  const parts = shareParts(operations, (operation, part) =>
    parametersOf(operation, part).map((parameter) => parameterText(writer, parameter)),
  );
  return [
    `/** ${title}. Written by scripts/generate; not edited by hand. */`,
    ...(operations.some(takesFiles) ? ["import type { Multipart } from '../http/multipart.ts';"] : []),
    helpers(api.product),
    ...shapes.map((shape) => shapeText(writer, shape)),
    '',
    ...parts.declarations,
    '',
    `/** ${title}. */`,
    `export interface ${name} {`,
    ...operations.map((operation) => routeText(writer, parts, operation)),
    '}',
    '',
  ]
    .join('\n')
    .replaceAll(
      /\?: (string|number|boolean) \| undefined\b/g,
      (_, word: string) => `?: ${mayBeLeftOut[word]}`,
    );
}

/** Short names for what stands there hundreds of times. */
const mayBeLeftOut: Readonly<Record<string, string>> = { string: 'Text', number: 'Num', boolean: 'Bool' };

const takesFiles = ({ body }: Operation): boolean => body.kind === 'form' && body.forms.includes('FormData');

function refuseTwins(shapes: readonly string[]): void {
  const twin = shapes.find(
    (shape, index) => index > 0 && typeName(shape) === typeName(shapes[index - 1] ?? ''),
  );
  if (twin !== undefined) throw new Error(`Two shapes have the name ${typeName(twin)}`);
}

/** By path, then by method, so that a new operation moves none of the others. */
export const inOrder = (operations: readonly Operation[]): Operation[] =>
  [...operations].sort((a, b) => byCodePoint(a.path, b.path) || byCodePoint(a.method, b.method));

function shapeText(writer: Writer, name: string): string {
  const schema = writer.api.schemas[name] ?? {};
  const direction = writer.sentOnly.has(name) ? 'request' : 'answer';
  const isPage = itemsOf(writer.api, schema) !== undefined;
  if (isPage || Object.keys(schema.properties ?? {}).length === 0) {
    return `export type ${typeName(name)} = ${typeText(writer, schema, direction)};`;
  }
  return `export interface ${typeName(name)} { ${propertiesText(writer, schema, direction).join('; ')} }`;
}

function routeText(writer: Writer, { textOf }: SharedParts, operation: Operation): string {
  const parts = [
    ...(['path', 'query'] as const).flatMap((part) => {
      const text = textOf(operation, part);
      return text === '' ? [] : [`${part}: ${text}`];
    }),
    ...bodyText(writer, operation),
    ...resultText(writer, operation),
  ];
  const comment = operation.deprecated === undefined ? '' : `/** @deprecated ${operation.deprecated} */\n`;
  return `${comment}${quoted(operation.route)}: { ${parts.length === 0 ? 'result: undefined' : parts.join('; ')} };`;
}

/** The path's in the order of its placeholders, the query's by name. */
function parametersOf({ path, parameters }: Operation, where: 'path' | 'query'): Parameter[] {
  const found = parameters.filter((parameter) => parameter.in === where);
  const place = ({ name }: Parameter): number => path.indexOf(`{${name}}`);
  return found.sort((a, b) => place(a) - place(b) || byCodePoint(a.name, b.name));
}

function parameterText(writer: Writer, { name, required, repeats, numbered, schema }: Parameter): string {
  const one = typeText(writer, schema, 'parameter');
  const text = repeats === true ? `${one} | readonly ${one.includes('|') ? `(${one})` : one}[]` : one;
  if (numbered === true) return `[key: \`${name}$\{string}\`]: ${text} | undefined`;
  return required ? `${keyText(name)}: ${text}` : `${keyText(name)}?: ${text} | undefined`;
}

function bodyText(writer: Writer, { body }: Operation): string[] {
  if (body.kind === 'bytes') return ['body: Uint8Array | ReadableStream<Uint8Array>'];
  if (body.kind === 'form') {
    const shape = body.json === undefined ? [] : [sentText(writer, body.json)];
    const isOptional = body.forms.join() === 'URLSearchParams';
    const forms = body.forms.flatMap((form) => (form === 'FormData' ? [form, 'Multipart'] : [form]));
    return [`body: ${[...shape, ...forms, ...(isOptional ? ['undefined'] : [])].join(' | ')}`];
  }
  if (body.kind !== 'json') return [];
  const text = `body: ${sentText(writer, body.schema)}${body.required ? '' : ' | undefined'}`;
  return isJson(body.mediaType)
    ? [text]
    : [text, `headers: { 'content-type': ${quoted(body.mediaType ?? '')} }`];
}

/** What is sent as `application/json`, a form of which the engine knows by itself. */
const isJson = (mediaType = 'application/json'): boolean => /^(application\/json\b|\*\/\*$)/.test(mediaType);

/** A body that is a shape of answers is a draft of it, with what the file asks for. */
function sentText(writer: Writer, schema: Schema): string {
  const name = referredName(schema);
  const asked = name === undefined || writer.sentOnly.has(name) ? [] : (writer.api.asked[name] ?? []);
  if (name === undefined || asked.length === 0) return typeText(writer, schema, 'request');
  return `DraftWith<${typeName(name)}, ${asked.map(quoted).join(' | ')}>`;
}

function resultText(writer: Writer, { result }: Operation): string[] {
  if (result.kind === 'raw') return [`as: ${result.as.map(quoted).join(' | ')}`];
  if (result.kind !== 'json') return [];
  return [`result: ${typeText(writer, result.schema, 'answer')}${result.partly ? ' | undefined' : ''}`];
}

/** The type of a route's answer, for a reader. */
export function answerText(writer: Writer, { result }: Operation): string {
  if (result.kind === 'raw') return result.as.join(' or ');
  if (result.kind !== 'json') return 'nothing';
  return `${typeText(writer, result.schema, 'answer')}${result.partly ? ' | undefined' : ''}`;
}
