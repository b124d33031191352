/** Cases for the rules about bodies, answers, and what was removed or added. */
import { expect } from 'vitest';
import { objectOf, refTo, type Schema } from '../../../scripts/generate/openapi.ts';
import { followedRedirects, undeclaredAnswers } from '../../../scripts/generate/rules/answers.ts';
import { undeclaredBodies } from '../../../scripts/generate/rules/bodies.ts';
import { apply, json, operationAt, smallApi } from '../small-api.ts';

const text: Schema = { type: 'string' };
const integer: Schema = { type: 'integer' };
const cloudPage = objectOf({ pagelen: integer, values: { type: 'array', items: text } });
const list = (page: Schema) => ({ responses: { 200: json(page) } });
const repository = '/repositories/{workspace}/{repo_slug}';

export const operationCases: Record<string, () => void> = {
  'undeclared-answers'() {
    const api = smallApi('cloud', {
      'GET /a': { responses: { 200: {} } },
      'GET /b': { responses: { 200: {} } },
    });
    apply(api, undeclaredAnswers('cloud', { 'GET /a': 'text', 'GET /b': refTo('b') }));
    expect(operationAt(api, 'GET /a').result).toEqual({ kind: 'raw', as: ['text', 'bytes', 'stream'] });
    expect(operationAt(api, 'GET /b').result).toEqual({ kind: 'json', schema: refTo('b'), partly: false });
    expect(operationAt(api, 'GET /b').mended).toContain('undeclared-answers');
    expect(() => apply(api, undeclaredAnswers('cloud', { 'GET /c': 'text' }))).toThrow('GET /c');
  },
  'followed-redirects'() {
    const api = smallApi('cloud', {
      'GET /diffstat': list(cloudPage),
      'GET /pull/diffstat': { responses: { 302: {} } },
      'GET /download': { responses: { 302: {} } },
    });
    apply(api, followedRedirects({ 'GET /pull/diffstat': 'GET /diffstat', 'GET /download': 'file' }));
    expect(operationAt(api, 'GET /pull/diffstat').result).toEqual(operationAt(api, 'GET /diffstat').result);
    expect(operationAt(api, 'GET /download').result).toEqual({ kind: 'raw', as: ['bytes', 'stream'] });
    expect(() => apply(api, followedRedirects({ 'GET /diffstat': 'file' }))).toThrow('does not redirect');
  },
  'raw-answers'() {
    const answer = (mediaType: string) => ({ responses: { 200: { content: { [mediaType]: {} } } } });
    const api = smallApi('server', {
      'GET /diff': answer('text/plain'),
      'GET /zip': answer('application/x-tar'),
    });
    apply(api, 'raw-answers');
    expect(operationAt(api, 'GET /diff').result).toMatchObject({ as: ['text', 'bytes', 'stream'] });
    expect(operationAt(api, 'GET /zip').result).toMatchObject({ as: ['bytes', 'stream'] });
  },
  'empty-answers'() {
    const api = smallApi('cloud', {
      'PUT /vote': { responses: { 204: json(refTo('error')) } },
      'POST /src': { responses: { 201: {} } },
      'GET /file': { responses: { 200: {} } },
    });
    apply(api, 'empty-answers');
    expect(operationAt(api, 'POST /src').result.kind).toBe('none');
    expect(operationAt(api, 'PUT /vote').result.kind).toBe('none');
    expect(operationAt(api, 'GET /file').result.kind).toBe('undeclared');
  },
  'head-of-files'() {
    const path = `${repository}/src/{commit}/{path}`;
    const api = apply(smallApi('cloud', { [`GET ${path}`]: list(cloudPage) }), 'head-of-files');
    expect(operationAt(api, `HEAD ${path}`)).toMatchObject({ result: { kind: 'none' }, declared: undefined });
  },
  'undeclared-bodies'() {
    const api = smallApi('cloud', { 'POST /hooks': {}, 'POST /files': {} });
    apply(api, undeclaredBodies('cloud', { 'POST /hooks': refTo('hook'), 'POST /files': 'files' }, 'why'));
    expect(operationAt(api, 'POST /hooks').body).toEqual({
      kind: 'json',
      schema: refTo('hook'),
      required: true,
    });
    expect(operationAt(api, 'POST /files').body).toEqual({ kind: 'form', forms: ['FormData'] });
  },
  'snippet-files'() {
    const api = smallApi('cloud', { 'POST /snippets': { requestBody: json(refTo('snippet')) } });
    const body = { kind: 'form', forms: ['FormData'], json: refTo('snippet') };
    expect(operationAt(apply(api, 'snippet-files'), 'POST /snippets').body).toEqual(body);
  },
  'open-bodies'() {
    const api = apply(smallApi('server', { 'POST /cancel': {}, 'GET /jobs': {} }), 'open-bodies');
    expect(operationAt(api, 'POST /cancel').body).toMatchObject({ kind: 'json', required: false });
    expect(operationAt(api, 'GET /jobs').body.kind).toBe('none');
  },
  'due-bodies'() {
    const requestBody = json(refTo('thing'));
    const routes = ['POST /things', 'POST /things/merge', 'DELETE /things'];
    const api = smallApi('server', Object.fromEntries(routes.map((route) => [route, { requestBody }])));
    apply(api, 'due-bodies');
    const required = routes.map((route) => operationAt(api, route).body);
    expect(required).toMatchObject([{ required: true }, { required: false }, { required: false }]);
  },
  'added-operations'() {
    const parameters = [{ name: 'id', in: 'path', required: true, schema: integer }];
    const api = apply(smallApi('cloud', { 'GET /things/{id}': { parameters } }), 'added-operations');
    expect(operationAt(api, 'GET /things/{id}/checks')).toMatchObject({
      parameters: [{ name: 'id', schema: integer }],
      result: { kind: 'json', schema: { type: 'object' } },
    });
  },
  'removed-operations'() {
    const api = apply(smallApi('cloud', { 'GET /issues': {}, 'GET /workspaces': {} }), 'removed-operations');
    expect(operationAt(api, 'GET /issues').deprecated).toContain('Removed on 2026-08-20');
    expect(operationAt(api, 'GET /workspaces').deprecated).toBe(
      'Removed on 2026-04-14 (CHANGE-2770); use `GET /user/workspaces`.',
    );
  },
  'ending-operations'() {
    const property = 'GET /users/{user}/properties/{app_key}/{property_name}';
    const api = smallApi('cloud', { [property]: {}, 'GET /workspaces/{workspace}/search/code': {} });
    apply(api, 'ending-operations');
    expect(operationAt(api, property).deprecated).toBe('Ends on 2027-01-31 with Connect.');
    expect(operationAt(api, 'GET /workspaces/{workspace}/search/code').deprecated).toContain('2026-11-01');
  },
  'deprecated-operations'() {
    const base = '/api/latest/projects/{key}';
    const api = smallApi('server', {
      [`GET ${base}/branches/default`]: { deprecated: true },
      [`GET ${base}/default-branch`]: {},
      'GET /old': { deprecated: true },
    });
    apply(api, 'deprecated-operations');
    expect(operationAt(api, `GET ${base}/branches/default`).deprecated).toBe(
      `Use \`GET ${base}/default-branch\`.`,
    );
    expect(operationAt(api, 'GET /old').deprecated).toBe('Will be removed.');
    expect(operationAt(api, `GET ${base}/default-branch`).deprecated).toBeUndefined();
  },
};
