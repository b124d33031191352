import { parseDelivery } from 'bitbucket-sdk/webhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EmulatorContext } from '../../src/testing/emulator/context.ts';
import { cloudRoutes } from '../../src/testing/emulator/serve.ts';
import { describeWithReferenceData, readReferenceData } from '../reference-data.ts';
import { contract, error } from './contract.ts';
import { shapeProblems } from './support/contract-check.ts';
import { type EventScene, startEventScene, type Told } from './support/event-scene.ts';
import { callEveryRoute, type RouteCall } from './support/route-calls.ts';
import { type OpenApi, schemaProblems } from './support/schema-check.ts';

let it: EventScene;
let calls: RouteCall[];
let told: Told[];

beforeAll(async () => {
  it = await startEventScene({ issueTracker: 'on' });
  calls = await callEveryRoute(it);
  it.emulator.transfer({ repository: 'demo/fork', to: 'other' });
  it.emulator.transfer({ repository: 'other/fork', to: 'demo' });
  told = await it.told();
});
afterAll(() => it.stop());

/** As the contract names it. */
const nameOf = (pattern: string): string =>
  pattern.replace('{place...}', '{commit}/{path}').replace(/\.\.\.\}/g, '}');

test('every served route is in the contract, and every route of the contract is served and was called', () => {
  // Nothing is asked of the context before a request comes.
  const routes = cloudRoutes({} as EmulatorContext).map(
    ({ method, pattern }) => `${method} ${nameOf(pattern)}`,
  );
  // What the removed tracker had besides, of which only the removal is served; and what an app does to itself.
  const aside = /\/(components|milestones|versions)|\/issues(\/\{rest\})?$|\/addon$/;
  const served = [...new Set(routes)].filter((route) => !aside.test(route) || route in contract);
  expect(served.toSorted()).toEqual(Object.keys(contract).toSorted());
  expect([...new Set(calls.map(({ route }) => route))].toSorted()).toEqual(Object.keys(contract).toSorted());
});

describe('answers keep the contract', () => {
  test.each(Object.keys(contract))('%s', (route) => {
    const shape = contract[route] ?? '';
    for (const { status, body } of calls.filter((call) => call.route === route)) {
      if (shape === 'nothing') expect([status, body]).toEqual([204, { text: '' }]);
      else if (shape === 'created') expect([status, body]).toEqual([201, { text: '' }]);
      else if (shape === 'redirect') expect(status).toBe(302);
      else if (shape === 'text') expect([status, body]).toEqual([200, { text: expect.stringMatching(/./) }]);
      else if (shape === 'error') expect([status, shapeProblems(error, body)]).toEqual([410, []]);
      else expect([[200, 201].includes(status), shapeProblems(shape, body)]).toEqual([true, []]);
    }
  });

  test('and the check finds what is missing or wrong', () => {
    const shape = { id: 'number', user: { name: '=ada' }, tags: ['text'], 'note?': 'text|null' };
    expect(shapeProblems(shape, { id: 1, user: { name: 'ada' }, tags: ['a'], note: null })).toEqual([]);
    expect(shapeProblems(shape, { id: '1', user: {}, tags: [1] })).toEqual([
      '$.id: "1" is no number',
      '$.user.name: is missing',
      '$.tags[0]: 1 is no text',
    ]);
  });
});

describe('payloads of hooks', () => {
  test('were sent for every change, and the receiver of this library takes each of them', () => {
    for (const { event, payload } of told) {
      const headers = { 'x-event-key': event, 'x-request-uuid': '1', 'x-hook-uuid': '2' };
      const body = new TextEncoder().encode(JSON.stringify(payload));
      expect(parseDelivery({ product: 'cloud', headers, body })).toMatchObject({ eventKey: event, payload });
    }
    expect([...new Set(told.map(({ event }) => event))].toSorted()).toEqual([
      'issue:comment_created',
      'issue:created',
      'issue:updated',
      'pullrequest:approved',
      'pullrequest:changes_request_created',
      'pullrequest:changes_request_removed',
      'pullrequest:comment_created',
      'pullrequest:comment_deleted',
      'pullrequest:comment_reopened',
      'pullrequest:comment_resolved',
      'pullrequest:comment_updated',
      'pullrequest:created',
      'pullrequest:fulfilled',
      'pullrequest:rejected',
      'pullrequest:unapproved',
      'pullrequest:updated',
      'repo:commit_comment_created',
      'repo:commit_status_created',
      'repo:commit_status_updated',
      'repo:created',
      'repo:deleted',
      'repo:fork',
      'repo:push',
      'repo:transfer',
      'repo:updated',
    ]);
  });
});

describeWithReferenceData("answers have the shape of Bitbucket's OpenAPI file", () => {
  test('on every route that the file describes', () => {
    const spec = readReferenceData<OpenApi>('specs/bitbucket-cloud.openapi.json');
    const described = calls.flatMap(({ route, status, body }) => {
      const [method = '', path = ''] = route.split(' ');
      const { responses } = spec.paths[path]?.[method.toLowerCase()] ?? { responses: {} };
      const schema = responses[String(status)]?.content?.['application/json']?.schema;
      return schema === undefined ? [] : [{ route, problems: schemaProblems(spec, schema, body) }];
    });
    expect(described.filter(({ problems }) => problems.length > 0)).toEqual([]);
    expect(new Set(described.map(({ route }) => route)).size).toBeGreaterThan(50);
  });
});
