/** Rules for the query parameters that every list, or every JSON answer, takes. */
import type { Operation } from '../api.ts';
import type { Schema } from '../openapi.ts';
import { isPaged } from '../structure.ts';
import { operationRule, type Rule } from './rule.ts';

const text: Schema = { type: 'string' };
const integer: Schema = { type: 'integer' };

/** Gives the operation the parameters that it lacks; false where it has them all. */
function addQuery(operation: Operation, parameters: Readonly<Record<string, Schema>>): boolean {
  const missing = Object.entries(parameters).filter(
    ([name]) => !operation.parameters.some((one) => one.in === 'query' && one.name === name),
  );
  for (const [name, schema] of missing) {
    operation.parameters.push({ name, in: 'query', required: false, description: '', schema });
  }
  return missing.length > 0;
}

const cloudPages = operationRule({
  name: 'cloud-pages',
  why: 'Every paged list takes page and pagelen, and the file says so on six of them; lists of commits have text for a page',
  products: ['cloud'],
  apply(operation, api) {
    if (!isPaged(api, operation)) return false;
    operation.parameters = operation.parameters.filter(({ name }) => name !== 'page');
    addQuery(operation, { page: { oneOf: [{ type: 'number' }, text] }, pagelen: integer });
    return true;
  },
});

const cloudFilters = operationRule({
  name: 'cloud-filters',
  why: 'Lists whose description refers to filtering and sorting take q and sort, declared or not',
  products: ['cloud'],
  apply: (operation, api) =>
    isPaged(api, operation) &&
    operation.method === 'GET' &&
    /filtering and sorting|intro\/#filtering/.test(operation.description) &&
    addQuery(operation, { q: text, sort: text }),
});

const cloudFields = operationRule({
  name: 'cloud-fields',
  why: 'Every JSON answer can be cut down or widened with fields, which the file leaves to its introduction',
  products: ['cloud'],
  apply: (operation) => operation.result.kind === 'json' && addQuery(operation, { fields: text }),
});

const commits = '/repositories/{workspace}/{repo_slug}/commits';

/** `true` for what may stand more than once. */
const known: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  [`GET ${commits}`]: { exclude: true, include: true, path: false },
  [`GET ${commits}/{revision}`]: { exclude: true, include: true, path: false },
  'GET /repositories/{workspace}/{repo_slug}/issues': { q: false, sort: false },
  'GET /snippets/{workspace}/{encoded_id}/comments': { sort: false },
};

const undeclaredQueries = operationRule({
  name: 'undeclared-queries',
  why: 'Lists of commits take include, exclude and path, and some lists a filter, as the text says and no parameter does',
  products: ['cloud'],
  apply(operation) {
    const names = known[operation.route] ?? {};
    const added = addQuery(operation, Object.fromEntries(Object.keys(names).map((name) => [name, text])));
    for (const parameter of operation.parameters) {
      if (parameter.in === 'query' && names[parameter.name] === true) parameter.repeats = true;
    }
    return added;
  },
});

const serverPages = operationRule({
  name: 'server-pages',
  why: 'Every paged list takes start and limit',
  products: ['server'],
  apply: (operation, api) =>
    isPaged(api, operation) && addQuery(operation, { start: integer, limit: integer }),
});

const browsed = /^GET .*\/browse(\/\{path\})?$/;

const pagesOfContent = operationRule({
  name: 'pages-of-content',
  why: 'A file is read by ranges of lines and a folder by ranges of entries, which the file says of no parameter',
  products: ['server'],
  apply: (operation) =>
    browsed.test(operation.route) && addQuery(operation, { start: integer, limit: integer }),
});

export const pagingRules: readonly Rule[] = [
  undeclaredQueries,
  cloudPages,
  cloudFilters,
  cloudFields,
  serverPages,
  pagesOfContent,
];
