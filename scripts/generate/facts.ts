/** Writes what a contract test needs of a product's file: a line of JSON for each operation and each shape, no prose. */
import type { Api, Operation, Result } from './api.ts';
import { byCodePoint, type Schema } from './openapi.ts';
import { inOrder } from './operations-file.ts';
import { isPaged, reachable } from './structure.ts';

/**
 * `declared` is what the file says, unmended; shapes are the file's too, but what it writes out twice is named once.
 * `typed` is what the route's type says after mending, and by which rules.
 */
export function factsFile(declared: Api, typed: Api): string {
  const operations = inOrder(typed.operations).map((operation) => operationFacts(typed, operation));
  const shapes = [...reachable(declared, declaredSchemas(typed.operations))].sort(byCodePoint);
  const lines = [
    ...operations,
    ...shapes.map((name) => ({ shape: name, schema: declared.schemas[name] ?? {} })),
  ];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

function operationFacts(api: Api, operation: Operation): object {
  const { route, declared, parameters, deprecated, mended, tag } = operation;
  return {
    route,
    tag,
    ...(declared && {
      declared: {
        parameters: declared.parameters.map(({ description: _, ...parameter }) => parameter),
        body: declared.body,
        answers: declared.answers,
      },
    }),
    typed: {
      path: parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name),
      query: parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
      body: operation.body.kind,
      ...resultFacts(operation.result),
      paged: isPaged(api, operation),
      deprecated,
      mended: [...mended],
    },
  };
}

function resultFacts(result: Result): object {
  if (result.kind === 'raw') return { result: 'raw', as: result.as };
  return { result: result.kind, ...(result.kind === 'json' && result.partly ? { partly: true } : {}) };
}

function declaredSchemas(operations: readonly Operation[]): Schema[] {
  return operations.flatMap(({ declared }) => [
    ...(declared?.parameters ?? []).flatMap(({ schema, content = {} }) => [
      ...(schema === undefined ? [] : [schema]),
      ...Object.values(content).flatMap((media) => media.schema ?? []),
    ]),
    ...Object.values(declared?.body?.content ?? {}).flatMap(({ schema }) => schema ?? []),
    ...Object.values(declared?.answers ?? {}).flatMap((content) => Object.values(content)),
  ]);
}
