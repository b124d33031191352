/** Names again what the Data Center file has written out: copies of named shapes inside other shapes. Nothing is lost. */
import type { Api } from './api.ts';
import { rewriteAll } from './api-rewrite.ts';
import { mapValues, type Replace, refTo, rewrite, type Schema } from './openapi.ts';
import { hasProperties, structureOf } from './structure.ts';

/**
 * A copy becomes a reference, with what the copy asks for beside it (`allOf`), also in what operations declare. Where
 * several names have one structure, the property's name decides; where it does not, the copy stays.
 */
export function nameCopies(api: Api): void {
  const replace = copyFinder(api.schemas);
  rewriteAll(api, replace);
  for (const { declared } of api.operations) {
    if (declared === undefined) continue;
    for (const content of Object.values(declared.answers)) {
      Object.assign(
        content,
        mapValues(content, (schema) => rewrite(schema, replace)),
      );
    }
    for (const media of Object.values(declared.body?.content ?? {})) {
      if (media.schema !== undefined) media.schema = rewrite(media.schema, replace);
    }
  }
}

function copyFinder(schemas: Record<string, Schema>): Replace {
  const names = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    if (!hasProperties(schema)) continue;
    const structure = structureOf(schema);
    names.set(structure, [...(names.get(structure) ?? []), name]);
  }
  return (schema, property) => {
    if (!hasProperties(schema)) return undefined;
    const name = chooseName(names.get(structureOf(schema)) ?? [], schema, property);
    if (name === undefined) return undefined;
    const { required = [] } = schema;
    return required.length === 0 ? refTo(name) : { allOf: [refTo(name)], required };
  };
}

function chooseName(names: readonly string[], schema: Schema, property = ''): string | undefined {
  const fitting = names.filter(
    (name) => property !== '' && name.toLowerCase().endsWith(property.toLowerCase()),
  );
  const named = fitting.find((name) => name.startsWith('Rest')) ?? fitting[0];
  const isTelling = Object.keys(schema.properties ?? {}).length > 1;
  return named ?? (isTelling && names.length === 1 ? names[0] : undefined);
}
