/** Rules for what Bitbucket has removed, will end, or has added since its file was written. */
import type { Api, Operation } from '../api.ts';
import type { Schema } from '../openapi.ts';
import type { Rule } from './rule.ts';

/** The differences between Cloud's file and a later state of its API. */
export interface Delta {
  readonly removed_issue_tracker: readonly (readonly [string, string])[];
  readonly removed_cross_workspace: readonly (readonly [string, string])[];
  readonly added: readonly (readonly [string, string])[];
}

const crossWorkspace: Readonly<Record<string, string>> = {
  'GET /repositories': 'GET /repositories/{workspace}',
  'GET /snippets': 'GET /snippets/{workspace}',
  'GET /user/permissions/repositories': 'GET /user/workspaces/{workspace}/permissions/repositories',
  'GET /user/permissions/workspaces': 'GET /user/workspaces/{workspace}/permission',
  'GET /workspaces': 'GET /user/workspaces',
};

const issueTracker = 'Removed on 2026-08-20; use another issue tracker, Bitbucket Cloud has none any more.';

export function removedOperations({
  removed_issue_tracker: issues,
  removed_cross_workspace: lists,
}: Delta): Rule {
  return {
    name: 'removed-operations',
    why: 'The file still has what Bitbucket has removed: calls fail, with the date and the replacement in the error and here',
    products: ['cloud'],
    apply(api) {
      for (const [method, path] of issues) operationOf(api, `${method} ${path}`).deprecated = issueTracker;
      for (const [method, path] of lists) {
        const route = `${method} ${path}`;
        const replacement = crossWorkspace[route];
        if (replacement === undefined) throw new Error(`Nothing is known to replace ${route}`);
        operationOf(api, route).deprecated = `Removed on 2026-04-14 (CHANGE-2770); use \`${replacement}\`.`;
      }
      return [...issues, ...lists].map(([method, path]) => `${method} ${path}`);
    },
  };
}

export function addedOperations({ added }: Delta): Rule {
  return {
    name: 'added-operations',
    why: 'Operations that are newer than the file are known by their route only: parameters come from it, the answer is a record',
    products: ['cloud'],
    apply(api) {
      const operations = added.map(([method, path]) => addedOperation(api, method, path));
      api.operations.push(...operations);
      return operations.map(({ route }) => route);
    },
  };
}

/** With the parameters that neighbouring routes declare for its placeholders. */
function addedOperation(api: Api, method: string, path: string): Operation {
  const near = api.operations.filter((other) => path.startsWith(`${other.path}/`)).sort(byLongerPath)[0];
  if (near === undefined) throw new Error(`No route stands above ${path}`);
  const placeholders = near.parameters.filter((parameter) => parameter.in === 'path');
  const record: Schema = { type: 'object' };
  return {
    method,
    path,
    route: `${method} ${path}`,
    tag: near.tag,
    description: '',
    declared: undefined,
    parameters: placeholders.map((parameter) => ({ ...parameter })),
    body: { kind: 'none' },
    result: { kind: 'json', schema: record, partly: false },
    deprecated: undefined,
    mended: new Set(),
  };
}

const byLongerPath = (a: Operation, b: Operation): number => b.path.length - a.path.length;

const properties = /\/properties\/\{app_key\}\/\{property_name\}$/;
const codeSearch = /\/search\/code$/;

export const endingOperations: Rule = {
  name: 'ending-operations',
  why: 'App properties end with Connect and code search was given a date, after the file was written or only in its prose',
  products: ['cloud'],
  apply(api) {
    const ending = api.operations.filter(({ path }) => properties.test(path) || codeSearch.test(path));
    for (const operation of ending) {
      operation.deprecated = properties.test(operation.path)
        ? 'Ends on 2027-01-31 with Connect.'
        : 'Deprecated since 2026-11-01.';
    }
    return ending.map(({ route }) => route);
  },
};

const replaced: readonly (readonly [RegExp, string])[] = [
  [
    /^(\w+) \/(teams|users)\/\{\w+\}\/pipelines_config(\/variables.*)$/,
    '$1 /workspaces/{workspace}/pipelines-config$3',
  ],
  [/^(\w+) (\/api\/latest\/.*)\/branches\/default$/, '$1 $2/default-branch'],
  [/^DELETE (.*)\/approve$/, 'PUT $1/participants/{userSlug}'],
  [/^POST (.*)\/approve$/, 'PUT $1/participants/{userSlug}'],
  [/^DELETE (.*)\/participants$/, 'DELETE $1/participants/{userSlug}'],
  [/^(POST .*\/admin\/groups)\/add-user$/, '$1/add-users'],
  [/^POST (.*\/admin)\/groups\/remove-user$/, 'POST $1/users/remove-group'],
  [/^(POST .*\/admin\/users)\/add-group$/, '$1/add-groups'],
  [/^PUT .*\/secret-scanning\/exempt$/, 'POST /api/latest/secret-scanning/exempt'],
  [
    /^(GET|POST) \/build-status\/latest\/commits\/\{commitId\}$/,
    '$1 /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/builds',
  ],
];

export const deprecatedOperations: Rule = {
  name: 'deprecated-operations',
  why: 'What to use instead of a deprecated operation is said in prose; here it is a route',
  products: ['cloud', 'server'],
  apply(api) {
    const silent = api.operations.filter(({ deprecated }) => deprecated === '');
    for (const operation of silent) {
      const rule = replaced.find(([pattern]) => pattern.test(operation.route));
      const replacement = rule && operation.route.replace(rule[0], rule[1]);
      if (replacement !== undefined) operationOf(api, replacement);
      operation.deprecated = replacement === undefined ? 'Will be removed.' : `Use \`${replacement}\`.`;
    }
    return silent.map(({ route }) => route);
  },
};

function operationOf(api: Api, route: string): Operation {
  const operation = api.operations.find((one) => one.route === route);
  if (operation === undefined) throw new Error(`There is no route ${route}`);
  return operation;
}
