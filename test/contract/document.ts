/** The OpenAPI document that judges a product's calls: the file as it is, with the faults mended that would make it refuse right calls. */
import type { DeclaredParameter, OpenApi, PathItem, Schema } from '../../scripts/generate/openapi.ts';
import { type Facts, type OperationFacts, type Product, toOpenApi } from '../operations/facts.ts';

/** What a file lacks of an operation, or has of it without a use. */
export interface Mending {
  readonly route: string;
  readonly what: 'query' | 'path' | 'dropped query' | 'schema' | 'template' | 'route' | 'body' | 'answer';
  /** The parameter, or the kind of body. */
  readonly name: string;
}

/** All that the file itself cannot judge, or would judge wrongly. */
export function mendingsOf({ operations }: Facts): Mending[] {
  return operations.flatMap((operation): Mending[] => {
    const { route, declared, typed } = operation;
    if (declared === undefined) return [{ route, what: 'route', name: '' }];
    const query = namesIn(operation, 'query');
    const path = namesIn(operation, 'path');
    const named = (what: Mending['what'], names: readonly string[]): Mending[] =>
      names.map((name) => ({ route, what, name }));
    const unschemed = declared.parameters.filter(({ schema }) => schema === undefined);
    return [
      ...named('query', without(typed.query, query)),
      ...named('path', without(typed.path, path)),
      ...named('dropped query', without(query, typed.query)),
      ...named(
        'schema',
        unschemed.map(({ name }) => name),
      ),
      ...named('template', route === asTemplate(route) ? [] : ['path']),
      ...named('body', typed.body === 'none' || declared.body !== undefined ? [] : [typed.body]),
      ...named('answer', typed.result !== 'json' || hasJson(declared.answers) ? [] : ['json']),
    ];
  });
}

const hasJson = (answers: NonNullable<OperationFacts['declared']>['answers']): boolean =>
  Object.entries(answers).some(
    ([status, content]) =>
      status.startsWith('2') &&
      Object.entries(content).some(
        ([type, schema]) => type.includes('json') && Object.keys(schema).length > 0,
      ),
  );

export function judgingDocument(facts: Facts, product: Product): OpenApi {
  const document = structuredClone(toOpenApi(facts, product));
  for (const [route, declared] of Object.entries(undeclaredRoutes(facts))) {
    const [method = '', path = ''] = route.split(' ');
    document.paths[path] = { ...document.paths[path], [method.toLowerCase()]: declared };
  }
  for (const { route, what, name } of mendingsOf(facts)) {
    const parameters = parametersAt(document, route);
    if (what === 'query' || what === 'path') parameters.push(undeclaredParameter(what, name));
    if (what === 'dropped query') parameters.splice(at(parameters, name), 1);
  }
  for (const { route } of facts.operations) {
    for (const parameter of parametersAt(document, route)) {
      // A media type where a schema is due, for a plain value.
      if (parameter.schema === undefined) parameter.schema = { type: 'string' };
      delete parameter.content;
    }
  }
  const mended = withExamples(splitJoined(document));
  const { branch } = mended.components.schemas;
  // It has commits, which have repositories, which have branches: samples would end in the middle of one.
  if (branch !== undefined) Object.assign(branch, { example: { type: 'branch', name: 'main' } });
  return mended;
}

/** `compare/diff{path}`: the slash belongs to the parameter, which no template of OpenAPI can say. */
function splitJoined(document: OpenApi): OpenApi {
  const paths = Object.entries(document.paths).map(([path, item]) => [asTemplate(path), item]);
  return { ...document, paths: Object.fromEntries(paths) };
}

/** A route's path as the document has it. */
export const asTemplate = (path: string): string => path.replace(/(\w)(\{path\})$/, '$1/$2');

/** Texts that fit the patterns of the files, for samples: no rule by which anything is judged. */
const fitting: Readonly<Record<string, string>> = {
  '.*': 'text',
  '[0-9a-f]{7,}?': 'a1b2c3d4e5',
  '^refs\\/.*': 'refs/heads/main',
};

function withExamples<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withExamples) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withExamples(inner)]));
  const { pattern } = copy;
  if (typeof pattern !== 'string') return copy as T;
  return { ...copy, example: fitting[pattern] ?? pattern.split('|')[0] } as T;
}

/** Routes that the file does not have get the placeholders of their path as parameters. */
function undeclaredRoutes({ operations }: Facts): Record<string, NonNullable<PathItem['get']>> {
  const missing = operations.filter(({ declared }) => declared === undefined);
  return Object.fromEntries(
    missing.map(({ route, typed }) => [
      route,
      {
        parameters: [
          ...typed.path.map((name) => undeclaredParameter('path', name)),
          ...typed.query.map((name) => undeclaredParameter('query', name)),
        ],
        responses: { 200: {} },
      },
    ]),
  );
}

function undeclaredParameter(where: 'query' | 'path', name: string): DeclaredParameter {
  const text: Schema = { type: 'string' };
  const isNumbered = name.endsWith('.');
  return { name: isNumbered ? `${name}1` : name, in: where, required: where === 'path', schema: text };
}

function parametersAt({ paths }: OpenApi, route: string): DeclaredParameter[] {
  const [method = '', path = ''] = route.split(' ');
  const operation = Object.entries(paths[path] ?? {}).find(([name]) => name === method.toLowerCase())?.[1];
  return operation !== undefined && 'parameters' in operation
    ? (operation.parameters as DeclaredParameter[])
    : [];
}

const at = (parameters: readonly DeclaredParameter[], name: string): number =>
  parameters.findIndex((parameter) => parameter.in === 'query' && parameter.name === name);

const namesIn = ({ declared }: OperationFacts, where: string): string[] =>
  (declared?.parameters ?? []).filter((parameter) => parameter.in === where).map(({ name }) => name);

const without = (names: readonly string[], others: readonly string[]): string[] =>
  names.filter((name) => !others.includes(name));
