/** Cases for the rules about parameters. */
import { expect } from 'vitest';
import { objectOf, refTo, type Schema } from '../../../scripts/generate/openapi.ts';
import { apply, json, operationAt, query, queryOf, smallApi } from '../small-api.ts';

const text: Schema = { type: 'string' };
const integer: Schema = { type: 'integer' };
const cloudPage = objectOf({ pagelen: integer, values: { type: 'array', items: text } });
const serverPage = objectOf({ isLastPage: { type: 'boolean' }, values: { type: 'array', items: text } });
const list = (page: Schema) => ({ responses: { 200: json(page) } });
const repository = '/repositories/{workspace}/{repo_slug}';

export const parameterCases: Record<string, () => void> = {
  'undeclared-path-parameters'() {
    const api = apply(smallApi('server', { 'GET /projects/{key}': {} }), 'undeclared-path-parameters');
    expect(operationAt(api, 'GET /projects/{key}').parameters).toMatchObject([
      { name: 'key', in: 'path', required: true },
    ]);
  },
  'parameters-without-schema'() {
    const parameters = [
      { name: 'user', in: 'query', content: { 'application/json': { schema: refTo('key') } } },
    ];
    const api = apply(smallApi('server', { 'POST /keys': { parameters } }), 'parameters-without-schema');
    expect(queryOf(api, 'POST /keys')).toEqual({ user: text });
  },
  'text-booleans'() {
    const parameters = [
      query('markup', text, 'If present or <code>"true"</code>, the content is rendered'),
      query('allow', text, '<em>true</em> to grant, <em>false</em> to revoke'),
      query('mirror', { type: 'string', enum: ['true', 'false'] }),
      query('password', text, 'Required if <code>notify</code> is set to <code>false</code>'),
    ];
    const api = apply(smallApi('server', { 'GET /a': { parameters } }), 'text-booleans');
    const flag = { type: 'boolean' };
    expect(queryOf(api, 'GET /a')).toEqual({ markup: flag, allow: flag, mirror: flag, password: text });
  },
  'text-numbers'() {
    const parameters = [query('contextLines', text), query('path', text)];
    const api = apply(smallApi('server', { 'GET /diff': { parameters } }), 'text-numbers');
    expect(queryOf(api, 'GET /diff')).toEqual({ contextLines: integer, path: text });
  },
  'ids-as-numbers'() {
    const inPath = (name: string, schema: Schema) => ({ name, in: 'path', required: true, schema });
    const parameters = [inPath('pullRequestId', text), inPath('commitId', text), inPath('task_id', integer)];
    const route = 'GET /{pullRequestId}/{commitId}/{task_id}';
    const api = apply(smallApi('server', { [route]: { parameters } }), 'ids-as-numbers');
    const either = { oneOf: [{ type: 'number' }, text] };
    expect(operationAt(api, route).parameters.map(({ schema }) => schema)).toEqual([either, text, either]);
  },
  'repeatable-parameters'() {
    const parameters = [
      query('state', text, 'This parameter\ncan be repeated.'),
      query('name', { type: 'array', items: text }),
      query('sort', text),
    ];
    const api = apply(smallApi('cloud', { 'GET /pulls': { parameters } }), 'repeatable-parameters');
    const repeats = operationAt(api, 'GET /pulls').parameters.map((parameter) => parameter.repeats === true);
    expect(repeats).toEqual([true, true, false]);
    expect(queryOf(api, 'GET /pulls')['name']).toEqual(text);
  },
  'numbered-parameters'() {
    const api = smallApi('server', { 'GET /users': { parameters: [query('permission.N', text)] } });
    expect(operationAt(apply(api, 'numbered-parameters'), 'GET /users').parameters).toMatchObject([
      { name: 'permission.', numbered: true },
    ]);
  },
  'form-fields-in-query'() {
    const route = `POST ${repository}/src`;
    const api = smallApi('cloud', { [route]: { parameters: [query('message', text)] } });
    expect(queryOf(apply(api, 'form-fields-in-query'), route)).toEqual({});
  },
  'cloud-pages'() {
    const api = apply(
      smallApi('cloud', { 'GET /list': list(cloudPage), 'GET /one': list(text) }),
      'cloud-pages',
    );
    expect(queryOf(api, 'GET /list')).toEqual({
      page: { oneOf: [{ type: 'number' }, text] },
      pagelen: integer,
    });
    expect(queryOf(api, 'GET /one')).toEqual({});
  },
  'cloud-filters'() {
    const description = 'See [filtering and sorting](…) for more.';
    const api = smallApi('cloud', {
      'GET /list': { ...list(cloudPage), description },
      'GET /plain': list(cloudPage),
    });
    apply(api, 'cloud-filters');
    expect(Object.keys(queryOf(api, 'GET /list'))).toEqual(['q', 'sort']);
    expect(queryOf(api, 'GET /plain')).toEqual({});
  },
  'cloud-fields'() {
    const api = apply(smallApi('cloud', { 'GET /one': list(text), 'DELETE /one': {} }), 'cloud-fields');
    expect(queryOf(api, 'GET /one')).toEqual({ fields: text });
    expect(queryOf(api, 'DELETE /one')).toEqual({});
  },
  'undeclared-queries'() {
    const route = `GET ${repository}/commits`;
    const api = apply(
      smallApi('cloud', { [route]: list(cloudPage), 'GET /list': list(cloudPage) }),
      'undeclared-queries',
    );
    expect(queryOf(api, route)).toEqual({ exclude: text, include: text, path: text });
    const repeats = operationAt(api, route).parameters.map((parameter) => parameter.repeats === true);
    expect(repeats).toEqual([true, true, false]);
    expect(queryOf(api, 'GET /list')).toEqual({});
  },
  'server-pages'() {
    const api = apply(
      smallApi('server', { 'GET /list': list(serverPage), 'GET /one': list(text) }),
      'server-pages',
    );
    expect(queryOf(api, 'GET /list')).toEqual({ start: integer, limit: integer });
    expect(queryOf(api, 'GET /one')).toEqual({});
  },
  'pages-of-content'() {
    const routes = ['GET /repo/browse', 'GET /repo/browse/{path}', 'GET /repo/raw/{path}'];
    const api = smallApi('server', Object.fromEntries(routes.map((route) => [route, list(text)])));
    apply(api, 'pages-of-content');
    expect(routes.map((route) => Object.keys(queryOf(api, route)))).toEqual([
      ['start', 'limit'],
      ['start', 'limit'],
      [],
    ]);
  },
};
