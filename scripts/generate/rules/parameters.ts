/** Rules for path and query parameters. */
import type { Operation, Parameter } from '../api.ts';
import type { Schema } from '../openapi.ts';
import { operationRule, type Rule } from './rule.ts';

const text: Schema = { type: 'string' };

const undeclaredPathParameters = operationRule({
  name: 'undeclared-path-parameters',
  why: 'Routes have placeholders that no parameter declares',
  products: ['server'],
  apply(operation) {
    const missing = placeholdersOf(operation.path).filter(
      (name) => !operation.parameters.some((one) => one.in === 'path' && one.name === name),
    );
    for (const name of missing) {
      operation.parameters.push({ name, in: 'path', required: true, description: '', schema: text });
    }
    return missing.length > 0;
  },
});

const placeholdersOf = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

const parametersWithoutSchema = changing({
  name: 'parameters-without-schema',
  why: 'A parameter has a media type instead of a schema, and a shape where it says a name',
  products: ['server'],
  finds: ({ schema }) => Object.keys(schema).length === 0,
  change: () => text,
});

const yesOrNo =
  /^(if (set to |present or )?"?true"?|true |set true|whether|indicates whether|controls whether|when true|defaults to (true|false), whether|if present and not equal to)/;

/** Said in other words than the rest. */
const flags: ReadonlySet<string> = new Set(['noContent', 'withCounts', 'withRestrictions']);

const textBooleans = changing({
  name: 'text-booleans',
  why: 'A flag is declared as text; its description says that it is true or false',
  products: ['cloud', 'server'],
  finds: ({ name, schema, in: where, description }) =>
    where === 'query' &&
    schema.type === 'string' &&
    (flags.has(name) || schema.enum?.join() === 'true,false' || yesOrNo.test(plain(description))),
  change: () => ({ type: 'boolean' }),
});

const plain = (description: string): string =>
  description
    .replaceAll(/<[^>]+>|`|\(optional\)/gi, '')
    .trim()
    .toLowerCase();

const counts: ReadonlySet<string> = new Set(['contextLines', 'maxChanges']);

const textNumbers = changing({
  name: 'text-numbers',
  why: 'A count is declared as text',
  products: ['server'],
  finds: ({ name, schema, route }) =>
    schema.type === 'string' && (counts.has(name) || (name === 'limit' && route.startsWith('GET '))),
  change: () => ({ type: 'integer' }),
});

const numberedIds =
  /^(annotation|comment|issue|pull_?request|task|webhook|hook|job|script|mirroringRequest|project|directory|conflict|attachment|key|id|change|component|milestone|version|fromId|deploymentSequenceNumber|sourceRepo|targetRepo)(_?id)?$/i;

const idsAsNumbers = changing({
  name: 'ids-as-numbers',
  why: 'An id that answers give as a number is asked for as text, or the other way round: an address takes both',
  products: ['cloud', 'server'],
  finds: ({ name, schema, in: where }) =>
    /id$|^deploymentSequenceNumber$/i.test(name) &&
    numberedIds.test(name) &&
    /^(string|integer|number)$/.test(schema.type ?? '') &&
    (where === 'path' || schema.type === 'string'),
  change: () => ({ oneOf: [{ type: 'number' }, { type: 'string' }] }),
});

const repeatableParameters = operationRule({
  name: 'repeatable-parameters',
  why: 'A list is declared as text that "can be repeated" or "specified more than once"; a list of one may also be given as it is',
  products: ['cloud', 'server'],
  apply({ parameters }) {
    const found = parameters.filter(
      ({ in: where, schema, description }) =>
        where === 'query' &&
        (schema.type === 'array' ||
          /(can|may) be (repeated|specified (once|more than once|multiple times))/.test(
            description.replaceAll(/\s+/g, ' '),
          )),
    );
    for (const parameter of found) {
      parameter.repeats = true;
      if (parameter.schema.type === 'array') parameter.schema = parameter.schema.items ?? text;
    }
    return found.length > 0;
  },
});

const formFieldsInQuery = operationRule({
  name: 'form-fields-in-query',
  why: 'The fields of the upload form are declared as query parameters, where they are not read',
  products: ['cloud'],
  apply(operation) {
    if (operation.route !== 'POST /repositories/{workspace}/{repo_slug}/src') return false;
    operation.parameters = operation.parameters.filter((parameter) => parameter.in === 'path');
    return true;
  },
});

const numberedParameters = operationRule({
  name: 'numbered-parameters',
  why: 'One declared name stands for permission.1, permission.1.projectKey and so on',
  products: ['server'],
  apply({ parameters }) {
    const numbered = parameters.filter(({ name }) => name.endsWith('.N'));
    for (const parameter of numbered) {
      parameter.name = parameter.name.slice(0, -1);
      parameter.numbered = true;
    }
    return numbered.length > 0;
  },
});

export const parameterRules: readonly Rule[] = [
  undeclaredPathParameters,
  parametersWithoutSchema,
  textBooleans,
  textNumbers,
  idsAsNumbers,
  repeatableParameters,
  numberedParameters,
  formFieldsInQuery,
];

interface ParameterRule extends Pick<Rule, 'name' | 'why' | 'products'> {
  readonly finds: (parameter: Parameter & { readonly route: string }) => boolean;
  readonly change: (parameter: Parameter) => Schema;
}

/** A rule that gives some parameters another schema. */
function changing({ finds, change, ...rule }: ParameterRule): Rule {
  return operationRule({
    ...rule,
    apply({ parameters, route }: Operation) {
      const found = parameters.filter((parameter) => finds({ ...parameter, route }));
      for (const parameter of found) parameter.schema = change(parameter);
      return found.length > 0;
    },
  });
}
