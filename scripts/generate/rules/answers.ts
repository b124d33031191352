/** Rules for what a success answers. */
import type { Operation, Result } from '../api.ts';
import type { Schema } from '../openapi.ts';
import { cloudAnswers } from './cloud-answers.ts';
import { type KnownAnswer, operationRule, type Rule } from './rule.ts';
import { serverAnswers } from './server-answers.ts';

const textual: Result = { kind: 'raw', as: ['text', 'bytes', 'stream'] };
const binary: Result = { kind: 'raw', as: ['bytes', 'stream'] };

const jsonOf = (schema: Schema): Result => ({ kind: 'json', schema, partly: false });

const answers: Readonly<Record<Exclude<KnownAnswer, Schema>, Result>> = {
  nothing: { kind: 'none' },
  text: textual,
  bytes: binary,
};

const rawMediaTypes = operationRule({
  name: 'raw-answers',
  why: 'Diffs, patches, archives and pictures are no JSON: the call says how it reads them',
  products: ['server'],
  apply(operation) {
    const types = successTypes(operation);
    if (operation.result.kind !== 'undeclared' || types.length === 0) return false;
    if (types.some((type) => type.startsWith('application/json') || type === '*/*')) return false;
    operation.result = types.some((type) => type.startsWith('text/')) ? textual : binary;
    return true;
  },
});

function successTypes({ declared }: Operation): string[] {
  const successes = Object.entries(declared?.answers ?? {}).filter(([status]) => status.startsWith('2'));
  return successes.flatMap(([, content]) => Object.keys(content));
}

/** The answers that only a reader of the descriptions knows. A route that needs none any more is refused. */
export function undeclaredAnswers(
  product: 'cloud' | 'server',
  table: Readonly<Record<string, KnownAnswer>>,
): Rule {
  return {
    name: 'undeclared-answers',
    why: 'The file says nothing of the answer, calls a file JSON, or has one item for a list: here is what the description says',
    products: [product],
    apply(api) {
      for (const [route, answer] of Object.entries(table)) {
        const operation = api.operations.find((one) => one.route === route);
        if (operation === undefined) throw new Error(`There is no route ${route}`);
        operation.result = typeof answer === 'string' ? answers[answer] : jsonOf(answer);
      }
      return Object.keys(table);
    },
  };
}

/** From each route of the table to the route that it leads to, or to a `file`: bytes, wherever they are stored. */
export function followedRedirects(table: Readonly<Record<string, string>>): Rule {
  return {
    name: 'followed-redirects',
    why: 'Routes that only redirect answer what they lead to, since redirects are followed',
    products: ['cloud'],
    apply(api) {
      for (const [route, target] of Object.entries(table)) {
        const from = api.operations.find((one) => one.route === route);
        const to = api.operations.find((one) => one.route === target);
        if (from?.declared?.answers['302'] === undefined) throw new Error(`${route} does not redirect`);
        if (target !== 'file' && to === undefined) throw new Error(`There is no route ${target}`);
        from.result = to?.result ?? binary;
      }
      return Object.keys(table);
    },
  };
}

const repository = '/repositories/{workspace}/{repo_slug}';
const pullRequest = `GET ${repository}/pullrequests/{pull_request_id}`;

const redirects: Readonly<Record<string, string>> = {
  [`${pullRequest}/conflicts`]: `GET ${repository}/file-conflicts/{spec}`,
  [`${pullRequest}/diff`]: `GET ${repository}/diff/{spec}`,
  [`${pullRequest}/diffstat`]: `GET ${repository}/diffstat/{spec}`,
  [`${pullRequest}/patch`]: `GET ${repository}/patch/{spec}`,
  [`GET ${repository}/downloads/{filename}`]: 'file',
  [`GET ${repository}/issues/{issue_id}/attachments/{path}`]: 'file',
  'GET /snippets/{workspace}/{encoded_id}/files/{path}':
    'GET /snippets/{workspace}/{encoded_id}/{node_id}/files/{path}',
};

const emptyAnswers = operationRule({
  name: 'empty-answers',
  why: 'A 204, a deletion and an accepted or finished action have no body, whatever is declared for them',
  products: ['cloud', 'server'],
  apply(operation) {
    const { declared, method, result } = operation;
    const filled = Object.entries(declared?.answers ?? {}).some(
      ([status, content]) =>
        status !== '204' && Object.values(content).some((schema) => Object.keys(schema).length > 0),
    );
    if (result.kind !== 'undeclared' || method === 'GET' || (filled && method !== 'DELETE')) return false;
    operation.result = { kind: 'none' };
    return true;
  },
});

/** Routes whose file can also be asked for without its content, to see whether it is there. */
const files: Readonly<Record<'cloud' | 'server', readonly string[]>> = {
  cloud: [`${repository}/src/{commit}/{path}`],
  server: ['browse', 'raw'].map(
    (part) => `/api/latest/projects/{projectKey}/repos/{repositorySlug}/${part}/{path}`,
  ),
};

const headOfFiles: Rule = {
  name: 'head-of-files',
  why: 'Whether a file is there is asked with HEAD, which the files leave out',
  products: ['cloud', 'server'],
  apply(api) {
    const added = files[api.product].map((path): Operation => {
      const get = api.operations.find((one) => one.route === `GET ${path}`);
      if (get === undefined) throw new Error(`There is no route GET ${path}`);
      const head = { method: 'HEAD', route: `HEAD ${path}`, declared: undefined, result: answers.nothing };
      return { ...get, ...head, parameters: [...get.parameters], mended: new Set() };
    });
    api.operations.push(...added);
    return added.map(({ route }) => route);
  },
};

export const answerRules: readonly Rule[] = [
  rawMediaTypes,
  undeclaredAnswers('cloud', cloudAnswers),
  undeclaredAnswers('server', serverAnswers),
  followedRedirects(redirects),
  emptyAnswers,
  headOfFiles,
];
