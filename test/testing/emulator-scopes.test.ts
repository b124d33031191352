import { type BitbucketEmulator, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { needs, withImplied } from '../../src/testing/emulator/cloud/scopes.ts';
import type { EmulatorContext } from '../../src/testing/emulator/context.ts';
import { cloudRoutes } from '../../src/testing/emulator/serve.ts';
import { describeWithReferenceData, readReferenceData } from '../reference-data.ts';
import { widgets } from './support/event-scene.ts';

// Nothing is asked of the context before a request comes.
const routes = cloudRoutes({} as EmulatorContext);

const accessTokens = (given: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(given).map(([token, scopes]) => ({ token, scopes, workspace: 'demo' }));

/** Every route needs a right but these: lists that were removed, what describes hooks, what an app does to itself. */
const openRoutes = [
  'GET /repositories',
  'GET /workspaces',
  'GET /snippets',
  'GET /user/permissions/repositories',
  'GET /user/permissions/workspaces',
  'GET /hook_events',
  'GET /hook_events/{subject_type}',
  'PUT /addon',
  'DELETE /addon',
];

test('every route says which right it needs, but for those that anybody may ask', () => {
  const open = routes.filter(({ right }) => right === undefined);
  expect(open.map(({ method, pattern }) => `${method} ${pattern}`).toSorted()).toEqual(openRoutes.toSorted());
});

describe('a credential without any scope', () => {
  let emulator: BitbucketEmulator;
  beforeAll(async () => {
    emulator = await createBitbucketEmulator({
      repositories: [{ fullName: 'demo/widgets' }, { fullName: 'demo/open', private: false }],
      issueTracker: 'on',
      credentials: {
        accessTokens: accessTokens({ none: [] }),
        apiTokens: [{ email: 'ada@example.com', token: 'none-of-ada', scopes: [] }],
      },
    });
  });
  afterAll(() => emulator.close());

  const places: Readonly<Record<string, string>> = {
    workspace: 'demo',
    repo_slug: 'widgets',
    'place...': 'main/',
  };
  const addressOf = (pattern: string): string =>
    pattern.replace(/\{([^}]+)\}/g, (_, name: string) => places[name] ?? 'main');
  const call = (method: string, path: string, authorization: string) =>
    emulator.fetch(
      new Request(`https://api.bitbucket.org/2.0${path}`, { method, headers: { authorization } }),
    );

  const guarded = routes.filter(({ right }) => right !== undefined);

  test.each(guarded.map(({ method, pattern }) => [method, pattern]))(
    'is refused %s %s',
    async (method, pattern) => {
      const authorization = `Basic ${btoa('ada@example.com:none-of-ada')}`;
      const answer = await call(method, addressOf(pattern), authorization);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({
        error: {
          detail: { granted: [], required: expect.arrayContaining([expect.stringMatching(/:bitbucket$/)]) },
        },
      });
    },
  );

  test('sees of a workspace that it is there, as an access token', async () => {
    expect((await call('GET', '/workspaces/demo', 'Bearer none')).status).toBe(200);
    expect((await call('GET', widgets, 'Bearer none')).status).toBe(403);
  });

  test('may not even read what is public', async () => {
    const open = '/repositories/demo/open';
    const anonymous = await emulator.fetch(new Request(`https://api.bitbucket.org/2.0${open}`));
    expect([anonymous.status, (await call('GET', open, 'Bearer none')).status]).toEqual([200, 403]);
  });
});

describe('scopes', () => {
  test.each([
    ['repository:write', ['repository']],
    ['repository:admin', []],
    ['repository:delete', []],
    ['pullrequest', ['repository']],
    ['pullrequest:write', ['pullrequest', 'repository:write', 'repository']],
    ['issue:write', ['issue']],
    ['project', ['repository']],
    ['project:admin', []],
    ['account:write', ['account', 'email']],
    ['webhook', []],
    ['read:repository:bitbucket', []],
    ['write:repository:bitbucket', []],
  ])('%s comes with %o', (scope, others) => {
    expect([...withImplied([scope])].toSorted()).toEqual([scope, ...others].toSorted());
  });

  const repositories = [{ fullName: 'demo/widgets' }];
  const hook = (...events: string[]) => JSON.stringify({ url: 'https://example.com/x', events });

  test.each<[string[], string, string, string | undefined, number]>([
    [['repository'], 'GET', widgets, undefined, 200],
    [['repository:write'], 'GET', widgets, undefined, 200],
    [['pullrequest'], 'GET', widgets, undefined, 200],
    [['repository:admin'], 'GET', widgets, undefined, 403],
    [['repository:admin'], 'PUT', widgets, '{"description":"New"}', 200],
    [['repository:write'], 'PUT', widgets, '{"description":"New"}', 403],
    [['repository:admin'], 'DELETE', widgets, undefined, 403],
    [['repository'], 'GET', `${widgets}/pullrequests`, undefined, 403],
    [['pullrequest:write'], 'GET', `${widgets}/pullrequests`, undefined, 200],
    [['repository:write'], 'GET', `${widgets}/hooks`, undefined, 403],
    [['webhook'], 'GET', `${widgets}/hooks`, undefined, 200],
    [['webhook'], 'POST', `${widgets}/hooks`, hook('repo:push'), 403],
    [['webhook', 'repository'], 'POST', `${widgets}/hooks`, hook('repo:push'), 201],
    [['webhook', 'repository'], 'POST', `${widgets}/hooks`, hook('repo:push', 'pullrequest:created'), 403],
    [['webhook', 'pullrequest'], 'POST', `${widgets}/hooks`, hook('repo:push', 'pullrequest:created'), 201],
    [['repository'], 'GET', '/workspaces/demo/projects', undefined, 403],
    [['project'], 'GET', '/workspaces/demo/projects', undefined, 200],
    [['project'], 'GET', '/repositories/demo', undefined, 200],
  ])('%o of an access token: %s %s', async (scopes, method, path, body, status) => {
    const emulator = await createBitbucketEmulator({
      repositories,
      credentials: { accessTokens: accessTokens({ it: scopes }) },
    });
    const headers = { authorization: 'Bearer it' };
    const init = { method, headers, ...(body === undefined ? {} : { body }) };
    const answer = await emulator.fetch(new Request(`https://api.bitbucket.org/2.0${path}`, init));
    expect(answer.status).toBe(status);
    await emulator.close();
  });

  test.each<[string[], string, string, number]>([
    [['write:repository:bitbucket'], 'GET', widgets, 403],
    [['read:repository:bitbucket'], 'GET', widgets, 200],
    [['repository'], 'GET', widgets, 403],
    [['write:webhook:bitbucket'], 'GET', `${widgets}/hooks`, 403],
    [['read:webhook:bitbucket'], 'GET', `${widgets}/hooks`, 200],
    [['read:user:bitbucket'], 'GET', '/user', 200],
    [['read:workspace:bitbucket'], 'GET', '/user', 403],
    [['read:workspace:bitbucket'], 'GET', '/user/workspaces', 200],
    [['read:pullrequest:bitbucket'], 'GET', widgets, 403],
  ])('%o of an API token: %s %s', async (scopes, method, path, status) => {
    const emulator = await createBitbucketEmulator({
      repositories,
      credentials: { apiTokens: [{ email: 'ada@example.com', token: 't', scopes }] },
    });
    const headers = { authorization: `Basic ${btoa('ada@example.com:t')}` };
    const answer = await emulator.fetch(
      new Request(`https://api.bitbucket.org/2.0${path}`, { method, headers }),
    );
    expect([answer.status, answer.headers.get('x-credential-type')]).toEqual([status, 'apitoken']);
    await emulator.close();
  });
});

interface SecuredOperation {
  readonly security?: readonly { readonly oauth2?: readonly string[] }[];
  readonly 'x-atlassian-oauth2-scopes'?: readonly { readonly scopes: readonly string[] }[];
}

interface SecuredApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, SecuredOperation>>>>;
}

describeWithReferenceData("the scopes of every route are those of Bitbucket's OpenAPI file", () => {
  const nameOf = (pattern: string): string =>
    pattern.replace('{place...}', '{commit}/{path}').replace(/\.\.\.\}/g, '}');

  test('but for what it does not describe', () => {
    const { paths } = readReferenceData<SecuredApi>('specs/bitbucket-cloud.openapi.json');
    const undescribed: string[] = [];
    const compared = routes.flatMap(({ method, pattern, right }) => {
      if (right === undefined) return [];
      const route = `${method} ${nameOf(pattern)}`;
      const operation = paths[nameOf(pattern)]?.[method.toLowerCase()];
      if (operation === undefined) {
        undescribed.push(route);
        return [];
      }
      const classic = operation.security?.find(({ oauth2 }) => oauth2 !== undefined)?.oauth2 ?? [];
      const api = operation['x-atlassian-oauth2-scopes']?.flatMap(({ scopes }) => scopes) ?? [];
      const file = [classic.toSorted(), api.toSorted()];
      return [{ route, file, emulator: [needs[right].classic.toSorted(), needs[right].api.toSorted()] }];
    });
    expect(compared.filter(({ file, emulator }) => String(file) !== String(emulator))).toEqual([]);
    expect(compared.length).toBeGreaterThan(75);
    // What else the removed tracker had, of which only the removal is served.
    const ofTracker = /\/(issues|components|milestones|versions)(\/\{rest\})?$/;
    expect(undescribed.filter((route) => !ofTracker.test(route))).toEqual([]);
  });
});
