/** An API as the generator works on it: operations and shapes, read from an OpenAPI file and then mended by rules. */
import {
  bare,
  type Content,
  type DeclaredBody,
  type DeclaredOperation,
  type DeclaredParameter,
  mapValues,
  methods,
  type OpenApi,
  type PathItem,
  type Schema,
} from './openapi.ts';

export type Product = 'cloud' | 'server';

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description: string;
  schema: Schema;
  /** May stand more than once in a query. */
  repeats?: boolean | undefined;
  /** The name is the beginning of any number of names. */
  numbered?: boolean | undefined;
}

export type Form = 'FormData' | 'URLSearchParams';

export type Body =
  | { readonly kind: 'none' | 'undeclared' }
  | {
      readonly kind: 'json';
      readonly schema: Schema;
      readonly required: boolean;
      readonly mediaType?: string;
    }
  /** `json` where the same may also be sent as JSON. */
  | { readonly kind: 'form'; readonly forms: readonly Form[]; readonly json?: Schema }
  /** Text or bytes as they are, with a media type of their own. */
  | { readonly kind: 'bytes' };

export type RawFormat = 'text' | 'bytes' | 'stream';

export type Result =
  | { readonly kind: 'none' | 'undeclared' }
  /** `partly` where some successes have no body. */
  | { readonly kind: 'json'; readonly schema: Schema; readonly partly: boolean }
  | { readonly kind: 'raw'; readonly as: readonly RawFormat[] };

/** An operation as its file has it, with the parameters of its path and without prose. For the contract test. */
export interface Declared {
  readonly parameters: readonly DeclaredParameter[];
  readonly body: DeclaredBody | undefined;
  readonly answers: Record<string, Record<string, Schema>>;
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  /** `METHOD /path` */
  readonly route: string;
  readonly tag: string;
  readonly description: string;
  readonly declared: Declared | undefined;
  parameters: Parameter[];
  body: Body;
  result: Result;
  /** What the tag `@deprecated` says. */
  deprecated: string | undefined;
  /** Names of the rules that changed it. */
  readonly mended: Set<string>;
}

export interface Api {
  readonly product: Product;
  operations: Operation[];
  schemas: Record<string, Schema>;
  /** What the file itself asks for in a shape, by name: kept apart from what answers always have. */
  asked: Record<string, readonly string[]>;
}

/** The file's operations and schemas, without prose in the schemas, in the order of the file. */
export function readApi(product: Product, file: OpenApi): Api {
  const schemas = mapValues(file.components.schemas, bare);
  const bodies = file.components.requestBodies ?? {};
  const operations = Object.entries(file.paths).flatMap(([path, item]) => operationsOf(path, item, bodies));
  return { product, operations, schemas, asked: mapValues(schemas, askedBy) };
}

function operationsOf(path: string, item: PathItem, bodies: Record<string, DeclaredBody>): Operation[] {
  return methods.flatMap((method) => {
    const declared = item[method];
    if (declared === undefined) return [];
    return [operationOf(method.toUpperCase(), path, declare(item, declared, bodies), declared)];
  });
}

function declare(
  item: PathItem,
  operation: DeclaredOperation,
  bodies: Record<string, DeclaredBody>,
): Declared {
  const own = operation.parameters ?? [];
  const inherited = (item.parameters ?? []).filter(
    ({ name, in: where }) => !own.some((other) => other.name === name && other.in === where),
  );
  const referred = operation.requestBody?.$ref?.split('/').at(-1);
  const body = referred === undefined ? operation.requestBody : bodies[referred];
  const successes = Object.entries(operation.responses).filter(([status]) => /^[23]|default/.test(status));
  return {
    parameters: [...inherited, ...own].map(bareParameter),
    body: body && { required: body.required === true, content: bareContent(body.content) },
    answers: Object.fromEntries(
      successes.map(([status, { content }]) => [
        status,
        mapValues(content ?? {}, ({ schema }) => bare(schema ?? {})),
      ]),
    ),
  };
}

function bareParameter(parameter: DeclaredParameter): DeclaredParameter {
  const { name, in: where, required, description, schema, content } = parameter;
  return {
    name,
    in: where,
    ...(required === true ? { required } : {}),
    description,
    ...(schema === undefined ? {} : { schema: bare(schema) }),
    ...(content === undefined ? {} : { content: bareContent(content) }),
  };
}

const bareContent = (content: Content = {}): Content =>
  mapValues(content, ({ schema }) => (schema === undefined ? {} : { schema: bare(schema) }));

function operationOf(method: string, path: string, declared: Declared, file: DeclaredOperation): Operation {
  return {
    method,
    path,
    route: `${method} ${path}`,
    tag: file.tags?.[0] ?? 'Other',
    description: file.description ?? '',
    declared,
    parameters: declared.parameters.flatMap(parameterOf),
    body: bodyOf(method, declared.body),
    result: resultOf(declared.answers),
    deprecated: file.deprecated === true ? '' : undefined,
    mended: new Set(),
  };
}

/** Headers are no part of a route: every call takes them in its options. */
function parameterOf({ name, in: where, required, description, schema }: DeclaredParameter): Parameter[] {
  if (where !== 'path' && where !== 'query') return [];
  const known = { name, in: where, description: description ?? '' } as const;
  return [{ ...known, required: where === 'path' || required === true, schema: schema ?? {} }];
}

function bodyOf(method: string, body: DeclaredBody | undefined): Body {
  if (body === undefined) return { kind: /^(POST|PUT|PATCH)$/.test(method) ? 'undeclared' : 'none' };
  const [entry] = Object.entries(body.content ?? {});
  if (entry === undefined) return { kind: 'undeclared' };
  const [mediaType, { schema = {} }] = entry;
  if (mediaType === 'multipart/form-data') return { kind: 'form', forms: ['FormData'] };
  return { kind: 'json', schema, required: body.required === true, mediaType };
}

const isJson = (mediaType: string): boolean => mediaType.startsWith('application/json');
const isEmpty = (schema: Schema): boolean => Object.keys(schema).length === 0;

function resultOf(answers: Declared['answers']): Result {
  const successes = Object.entries(answers).filter(([status]) => status.startsWith('2'));
  const filled = successes.flatMap(([status, content]) => (status === '204' ? [] : Object.entries(content)));
  const json = filled.find(([mediaType, schema]) => isJson(mediaType) && !isEmpty(schema));
  if (json !== undefined) {
    const partly = successes.some(
      ([status, content]) => status === '204' || Object.keys(content).length === 0,
    );
    return { kind: 'json', schema: json[1], partly };
  }
  return {
    kind: successes.length > 0 && successes.every(([status]) => status === '204') ? 'none' : 'undeclared',
  };
}

const askedBy = ({ required = [], allOf = [] }: Schema): readonly string[] =>
  [...required, ...allOf.flatMap((part) => part.required ?? [])].filter((name) => name !== 'type');
