/** Replaces schemas all over an API. */
import type { Api, Operation } from './api.ts';
import { mapValues, type Replace, rewrite, rewriteParts, type Schema } from './openapi.ts';

/** In what is inside the named shapes, and in what operations use. A named shape is never replaced itself. */
export function rewriteAll(api: Api, replace: Replace): void {
  api.schemas = mapValues(api.schemas, (schema) => rewriteParts(schema, replace));
  for (const operation of api.operations) rewriteUses(operation, (schema) => rewrite(schema, replace));
}

function rewriteUses(operation: Operation, change: (schema: Schema) => Schema): void {
  for (const parameter of operation.parameters) parameter.schema = change(parameter.schema);
  const { body, result } = operation;
  if (body.kind === 'json') operation.body = { ...body, schema: change(body.schema) };
  if (result.kind === 'json') operation.result = { ...result, schema: change(result.schema) };
}
