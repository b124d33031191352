import { afterEach, describe, expect, test } from 'vitest';
import { type Facts, type Product, readFacts } from '../operations/facts.ts';
import { judgingDocument, mendingsOf } from './document.ts';
import { faults } from './faults.ts';
import { type Judge, startJudge } from './judge.ts';
import { clientFor, runContract } from './run.ts';
import type { SampleCall } from './samples.ts';

const products = ['cloud', 'server'] as const;
const few = (product: Product, wanted: RegExp): Facts => {
  const { operations, schemas } = readFacts(product);
  return { schemas, operations: operations.filter(({ route }) => wanted.test(route)) };
};
const repository = /^[A-Z]+ \/repositories\/\{workspace\}\/\{repo_slug\}\/(hooks|pullrequests)$/;

describe.each(products)('a server that knows %s by its OpenAPI file alone', (product) => {
  test('takes every call of the client, and the client every answer, page by page too', {
    timeout: 90_000,
  }, async () => {
    const outcomes = await runContract(product);
    expect(outcomes.filter(({ fault }) => fault !== undefined)).toEqual([]);
    expect(outcomes.map(({ route }) => route)).toEqual(
      readFacts(product).operations.map(({ route }) => route),
    );
  });

  test('judges by the file, but for the faults that are listed', () => {
    const found = mendingsOf(readFacts(product));
    const counted = faults[product].map((fault) => {
      const names = fault.names.split(' ');
      return {
        ...fault,
        count: found.filter(({ what, name }) => what === fault.what && names.includes(name)).length,
      };
    });
    expect(counted).toEqual(faults[product]);
    expect(faults[product].reduce((sum, { count }) => sum + count, 0)).toBe(found.length);
  });
});

describe('the contract test fails', () => {
  test('not for what nobody touches', async () => {
    const outcomes = await runContract('cloud', { facts: few('cloud', repository) });
    expect(outcomes.map(({ fault }) => fault)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test.each<
    [string, (url: string, init: RequestInit | undefined) => [string, RequestInit | undefined], RegExp]
  >([
    ['for another path', (url, init) => [url.replace('/repositories/', '/repos/'), init], /not found/],
    ['for another method', (url, init) => [url, { ...init, method: 'PATCH' }], /PATCH method not allowed/],
    [
      'for an unknown query key',
      (url, init) => [url.replace(/[?&]fields=/, '&field=').replace(/^([^?&]*)&/, '$1?'), init],
      /Unknown query parameter 'field'/,
    ],
    [
      'for a value that is no choice',
      (url, init) => [url.replace('state=OPEN', 'state=OPENED'), init],
      /state must be equal to one of the allowed values/,
    ],
    [
      'for a body of another type',
      (url, init) => [url, init?.body == null ? init : { ...init, body: '[]' }],
      /body must be object/,
    ],
    [
      'for another media type',
      (url, init) => [url, init?.body == null ? init : { ...init, headers: { 'content-type': 'text/csv' } }],
      /unsupported media type text\/csv/,
    ],
  ])('%s', async (_, tamper, reason) => {
    const fetch = (url: string | URL | Request, init?: RequestInit) =>
      globalThis.fetch(...tamper(String(url), init));
    const outcomes = await runContract('cloud', { facts: few('cloud', repository), fetch });
    expect(outcomes.map(({ fault }) => fault ?? '').join('\n')).toMatch(reason);
  });

  test('for an answer that the client changed, or a page that it left out', async () => {
    const facts = few('cloud', repository);
    const changed = async (url: string | URL | Request, init?: RequestInit) => {
      const response = await globalThis.fetch(url, init);
      const text = (await response.text())
        .replaceAll('"active":true', '"active":false')
        .replaceAll('"next":', '"nxet":');
      return new Response(text, { status: response.status, headers: response.headers });
    };
    const outcomes = await runContract('cloud', { facts, fetch: changed });
    expect(outcomes.map(({ fault }) => fault)).toEqual([
      expect.stringContaining('it gave'),
      expect.stringContaining('it gave'),
      expect.stringContaining('its pages gave 1 items, not 2'),
      undefined,
    ]);
  });
});

describe('the judge refuses', () => {
  const running: Judge[] = [];
  afterEach(() => Promise.all(running.splice(0).map((judge) => judge.close())));

  const path = { projectKey: 'ACME', repositorySlug: 'api', commitId: 'a1' };
  const builds = 'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/builds';
  test.each<[string, string, SampleCall, string]>([
    ['a route that there is not', 'GET /api/latest/nothing', { path: {}, query: {} }, 'not found'],
    ['a body that is missing', builds, { path, query: {} }, "required property 'body'"],
    [
      'a body without what it must have',
      builds,
      { path, query: {}, body: { key: 'ci' } },
      "required property 'state'",
    ],
    [
      'a query key that must be there',
      'DELETE /api/latest/admin/users',
      { path: {}, query: {} },
      "required property 'name'",
    ],
    [
      'a number that is none',
      'GET /api/latest/projects',
      { path: {}, query: { limit: 'all' } },
      'limit must be number',
    ],
  ])('%s', async (_, route, call, reason) => {
    const facts = few('server', /\/(builds|admin\/users|projects)$/);
    const judge = await startJudge('server', facts, judgingDocument(facts, 'server'));
    running.push(judge);
    await expect(clientFor('server', judge.origin).request(route, call)).rejects.toThrow(reason);
    expect(judge.accepted).toEqual([]);
  });
});
