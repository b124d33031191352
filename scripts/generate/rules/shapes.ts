/** Rules for shapes of both products: which are the same, and what is inside them. */
import type { Api } from '../api.ts';
import { rewriteAll } from '../api-rewrite.ts';
import { referredName, refTo, type Schema } from '../openapi.ts';
import { hasProperties, structureOf } from '../structure.ts';
import type { Rule } from './rule.ts';

/** The name that stands alone in an `allOf` beside a list of what is asked for. */
const copiedName = ({ allOf = [] }: Schema): string | undefined =>
  allOf.length === 1 && allOf[0] !== undefined ? referredName(allOf[0]) : undefined;

export const requiredOfCopies: Rule = {
  name: 'required-of-copies',
  why: 'The file says what a shape always has only where it writes the shape out inside another; all copies agree',
  products: ['server'],
  apply(api) {
    const required = new Map<string, readonly string[]>();
    rewriteAll(api, (schema) => {
      const name = copiedName(schema);
      if (name === undefined) return undefined;
      required.set(name, schema.required ?? []);
      return refTo(name);
    });
    for (const [name, list] of required) {
      const schema = api.schemas[name];
      if (schema !== undefined) schema.required = [...new Set([...(schema.required ?? []), ...list])];
    }
    return [...required.keys()];
  },
};

export const cutRecursion: Rule = {
  name: 'cut-recursion',
  why: 'A shape inside itself (origin of a repository, parent of a comment) is written out without the property that would repeat it',
  products: ['server'],
  apply(api) {
    const recursive = recursiveProperties(api);
    const touched = new Set<string>();
    rewriteAll(api, (schema, property) => {
      const found = recursive.find(
        (one) => one.property === property && one.structure === structureOf(schema),
      );
      if (found === undefined) return undefined;
      touched.add(`${found.name}.${found.property}`);
      return refTo(found.name);
    });
    return [...touched];
  },
};

interface RecursiveProperty {
  readonly name: string;
  readonly property: string;
  readonly structure: string;
}

function recursiveProperties({ schemas }: Api): RecursiveProperty[] {
  return Object.entries(schemas).flatMap(([name, { properties = {} }]) =>
    Object.entries(properties).flatMap(([property, inner]) => {
      const { [property]: _, ...rest } = properties;
      const structure = structureOf({ properties: rest });
      return hasProperties(inner) && structure === structureOf(inner) ? [{ name, property, structure }] : [];
    }),
  );
}

/** Adds to `required` what the table says, by shape. Shapes or properties that are not there are refused. */
export function alwaysSent(product: Rule['products'][number], table: Readonly<Record<string, string>>): Rule {
  return {
    name: 'always-sent',
    why: 'Bitbucket puts these in every answer, but the file makes them optional; without them no item can be named or shown',
    products: [product],
    apply(api) {
      for (const [name, list] of Object.entries(table)) {
        const schema = namedSchema(api, name);
        for (const property of list.split(' ')) propertyOf(schema, name, property);
        schema.required = [...new Set([...(schema.required ?? []), ...list.split(' ')])];
      }
      return Object.keys(table);
    },
  };
}

export function nullableFields(product: Rule['products'][number], fields: readonly string[]): Rule {
  return {
    name: 'nullable-fields',
    why: 'Bitbucket sends null in these, as the text of the file says or its answers show, and the file does not mark them',
    products: [product],
    apply(api) {
      for (const field of fields) {
        const [name = '', ...path] = field.split('.');
        let schema = namedSchema(api, name);
        for (const property of path) schema = propertyOf(schema, field, property);
        schema.nullable = true;
      }
      return fields;
    },
  };
}

export function undeclaredFields(
  product: Rule['products'][number],
  table: Readonly<Record<string, Readonly<Record<string, Schema>>>>,
): Rule {
  return {
    name: 'undeclared-fields',
    why: 'Bitbucket sends these, and integrations read them, but the file does not know them',
    products: [product],
    apply(api) {
      return Object.entries(table).flatMap(([name, fields]) => {
        const schema = namedSchema(api, name);
        const known = Object.keys(fields).find((field) => Object.hasOwn(schema.properties ?? {}, field));
        if (known !== undefined) throw new Error(`${name}.${known} is declared by now`);
        schema.properties = { ...schema.properties, ...fields };
        return Object.keys(fields).map((field) => `${name}.${field}`);
      });
    },
  };
}

function namedSchema(api: Api, name: string): Schema {
  const schema = api.schemas[name];
  if (schema === undefined) throw new Error(`There is no shape ${name}`);
  return schema;
}

function propertyOf(schema: Schema, where: string, property: string): Schema {
  const found = schema.properties?.[property];
  if (found === undefined) throw new Error(`There is no property ${property} in ${where}`);
  return found;
}
