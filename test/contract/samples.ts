/** A right call for each operation, and the answer that it gets: made from the schemas of the product's file. */
import { sample as sampleSchema } from 'openapi-sampler';
import type { OpenApi, Schema } from '../../scripts/generate/openapi.ts';
import type { OperationFacts } from '../operations/facts.ts';
import { asTemplate } from './document.ts';

export interface SampleCall {
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly as?: string;
}

export interface SampleAnswer {
  readonly status: number;
  /** Where it is redirected to. */
  readonly location?: string;
  readonly body?: unknown;
}

export function sampleCall(operation: OperationFacts, document: OpenApi): SampleCall {
  const { route, typed } = operation;
  const parameters = declaredIn(document, route);
  const values = (where: string): Record<string, unknown> =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === where)
        .map(({ name, schema = {} }) => [name, valueFor(name, schema, document)]),
    );
  return {
    path: values('path'),
    query: values('query'),
    ...sampleBody(operation, document),
    ...(typed.result === 'raw' ? { as: typed.as?.[0] ?? 'bytes' } : {}),
  };
}

const sampleOf = (schema: Schema, document: OpenApi): unknown =>
  sampleSchema(schema as Parameters<typeof sampleSchema>[0], {}, document);

function declaredIn({ paths }: OpenApi, route: string) {
  const [method = '', path = ''] = route.split(' ');
  const operation = paths[asTemplate(path)]?.[method.toLowerCase() as 'get'];
  return operation?.parameters ?? [];
}

/** Numbers and words that Bitbucket itself would take; a text has what an address must encode. */
function valueFor(name: string, schema: Schema, document: OpenApi): unknown {
  const known = ({ page: 1, pagelen: 10, start: 0, limit: 25 } as Record<string, number>)[name];
  if (known !== undefined) return known;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === 'array') return listFor(schema.items ?? {});
  if (schema.type === 'integer' || schema.type === 'number') return 1;
  if (schema.type === 'string' && schema.format === undefined && schema.pattern === undefined)
    return `ü %${name}`;
  return sampleOf(schema, document);
}

const listFor = ({ enum: words = ['one & two', 'three'] }: Schema): unknown[] => words.slice(0, 2);

function sampleBody(
  { typed, declared }: OperationFacts,
  document: OpenApi,
): Pick<SampleCall, 'body' | 'headers'> {
  if (typed.body === 'none') return {};
  if (typed.body === 'bytes') return { body: new TextEncoder().encode('*text*') };
  const [[mediaType, { schema = {} }] = ['', {}]] = Object.entries(declared?.body?.content ?? {});
  if (typed.body === 'form' && !mediaType.includes('json')) return { body: sampleForm(schema) };
  const body = withoutHoles(sampleOf(schema, document)) ?? {};
  return mediaType.includes('vnd') ? { body, headers: { 'content-type': mediaType } } : { body };
}

/** Where a shape is inside itself the library ends it with nothing, or with an object that lacks all that it must have. */
function withoutHoles(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => !isHole(item)).map(withoutHoles);
  if (typeof value !== 'object' || value === null) return value;
  const filled = Object.entries(value).filter(([, inner]) => !isHole(inner));
  return Object.fromEntries(filled.map(([key, inner]) => [key, withoutHoles(inner)]));
}

const isHole = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);

function sampleForm({ properties = { file: { format: 'binary' } } }: Schema): FormData {
  const form = new FormData();
  for (const [name, { format }] of Object.entries(properties)) {
    if (format === 'binary') form.append(name, new Blob(['content of a file']), 'ü.txt');
    else form.append(name, 'text');
  }
  return form;
}

const text = 'plain text, not JSON\n';

export function sampleAnswer({ typed, declared }: OperationFacts, document: OpenApi): SampleAnswer {
  const answers = Object.entries(declared?.answers ?? {});
  const successes = answers.filter(([status]) => status.startsWith('2'));
  const body = sampleResult(typed, successes, document);
  const isRedirect = successes.length === 0 && answers.some(([status]) => status === '302');
  if (isRedirect) return { status: 302, location: '/followed', body };
  const status = Number(successes[0]?.[0] ?? 200);
  if (typed.result === 'none') return { status: status === 200 ? 204 : status };
  return { status: status === 204 ? 200 : status, body };
}

function sampleResult(
  { result, paged }: OperationFacts['typed'],
  successes: readonly (readonly [string, Readonly<Record<string, Schema>>])[],
  document: OpenApi,
): unknown {
  if (result === 'none') return undefined;
  if (result === 'raw') return text;
  const schemas = successes.flatMap(([, content]) => Object.entries(content));
  const json = schemas.find(([type, schema]) => /json/.test(type) && Object.keys(schema).length > 0)?.[1];
  const made: unknown = json === undefined ? {} : sampleOf(json, document);
  return paged && !isPage(made) ? { values: [{}], pagelen: 10 } : made;
}

export const isPage = (value: unknown): value is { values: unknown[] } =>
  typeof value === 'object' && value !== null && 'values' in value && Array.isArray(value.values);
