/** The facts of both products' OpenAPI files that the generator left beside this file, one line of JSON for each. */
import { readFileSync } from 'node:fs';
import type {
  DeclaredBody,
  DeclaredParameter,
  OpenApi,
  PathItem,
  Schema,
} from '../../scripts/generate/openapi.ts';

export type Product = 'cloud' | 'server';

export interface OperationFacts {
  /** `METHOD /path` */
  readonly route: string;
  readonly tag: string;
  /** What the file says, unmended; nothing for a route that the file does not have. */
  readonly declared?: {
    readonly parameters: readonly DeclaredParameter[];
    readonly body?: DeclaredBody;
    /** By status, then by media type. */
    readonly answers: Readonly<Record<string, Readonly<Record<string, Schema>>>>;
  };
  /** What the route's type says. */
  readonly typed: {
    readonly path: readonly string[];
    readonly query: readonly string[];
    readonly body: 'none' | 'json' | 'form' | 'bytes';
    readonly result: 'none' | 'json' | 'raw';
    readonly as?: readonly ('text' | 'bytes' | 'stream')[];
    /** Some successes have no body. */
    readonly partly?: true;
    readonly paged: boolean;
    readonly deprecated?: string;
    /** The rules that changed it. */
    readonly mended: readonly string[];
  };
}

export interface Facts {
  readonly operations: readonly OperationFacts[];
  readonly schemas: Readonly<Record<string, Schema>>;
}

export function readFacts(product: Product): Facts {
  const lines = readFileSync(new URL(`./${product}-facts.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const parsed = lines.map((line) => JSON.parse(line) as OperationFacts | { shape: string; schema: Schema });
  return {
    operations: parsed.filter((line) => 'route' in line),
    schemas: Object.fromEntries(
      parsed.flatMap((line) => ('shape' in line ? [[line.shape, line.schema] as const] : [])),
    ),
  };
}

/** The file as it was, without prose and failures: for a server that judges requests by it. */
export function toOpenApi({ operations, schemas }: Facts, title: string): OpenApi & object {
  const paths: Record<string, PathItem> = {};
  for (const { route, declared } of operations) {
    if (declared === undefined) continue;
    const [method = '', path = ''] = route.split(' ');
    const responses = Object.entries(declared.answers).map(([status, content]) => {
      const media = Object.entries(content).map(([type, schema]) => [type, { schema }] as const);
      return [status, { description: '', content: Object.fromEntries(media) }] as const;
    });
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        parameters: declared.parameters,
        ...(declared.body === undefined ? {} : { requestBody: declared.body }),
        responses: Object.fromEntries(responses),
      },
    };
  }
  return {
    openapi: '3.0.1',
    info: { title, version: '1' },
    paths,
    components: { schemas: { ...schemas } },
  } as OpenApi;
}
