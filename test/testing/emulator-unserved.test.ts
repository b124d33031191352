import { type BitbucketEmulator, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unservedRoutes } from '../../src/testing/emulator/cloud/unserved.ts';
import type { EmulatorContext } from '../../src/testing/emulator/context.ts';
import { cloudRoutes } from '../../src/testing/emulator/serve.ts';
import { describeWithReferenceData, readReferenceData } from '../reference-data.ts';

const nameOf = ({ method, pattern }: { method: string; pattern: string }): string =>
  `${method} ${pattern.replace('{place...}', '{commit}/{path}').replace(/\.\.\.\}/g, '}')}`;

const unserved = unservedRoutes().map(nameOf);
// Nothing is asked of the context before a request comes.
const served = cloudRoutes({} as EmulatorContext).map(nameOf);

describe('what Bitbucket has and the emulator does not serve', () => {
  let emulator: BitbucketEmulator;
  beforeAll(async () => {
    emulator = await createBitbucketEmulator({
      repositories: [{ fullName: 'demo/widgets' }],
      credentials: { accessTokens: [{ token: 'team', workspace: 'demo' }] },
    });
  });
  afterAll(() => emulator.close());

  const call = async (method: string, path: string, token = 'team') => {
    const headers = { authorization: `Bearer ${token}` };
    const init = { method, headers };
    const answer = await emulator.fetch(new Request(`https://api.bitbucket.org/2.0${path}`, init));
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
  const here = '/repositories/demo/widgets';

  test('is answered 501, which says so, and not as a missing item', async () => {
    const wrong: unknown[] = [];
    for (const route of unserved) {
      const [method = '', address = ''] = route.split(' ');
      const { status, body } = await call(method, address.replace(/\{(\w+)\}/g, '$1'));
      const message = `The emulator does not serve ${method} /2.0${address}, which Bitbucket has.`;
      if (status === 501) expect(body).toEqual({ type: 'error', error: { message } });
      else wrong.push([route, status]);
    }
    expect(wrong).toEqual([]);
    expect(unserved.length).toBeGreaterThan(100);
  });

  test.each([
    ['GET', '/pipeline', 404],
    ['GET', '/snippet/demo', 404],
    ['GET', '/commit/main/reports', 501],
    ['GET', '/pullrequests/activity', 501],
    ['GET', '/pullrequests/1', 404],
    ['GET', '/downloads/a%2Fb.zip', 501],
    ['POST', '/pipelines/{1}/stopPipeline', 501],
    ['POST', '/merge-base/a..b', 405],
    ['GET', '/milestones', 410],
  ])('is told from what is missing, removed or nothing at all: %s %s is %i', async (method, path, status) => {
    expect((await call(method, `${here}${path}`)).status).toBe(status);
  });

  test('is refused first of all where the credential is wrong', async () => {
    expect((await call('GET', `${here}/pipelines`, 'wrong')).status).toBe(401);
  });

  test('is nothing that is served', () => {
    expect(unserved.filter((route) => served.includes(route))).toEqual([]);
    expect(new Set(unserved).size).toBe(unserved.length);
  });
});

describeWithReferenceData("every address of Bitbucket's OpenAPI file is served or known not to be", () => {
  test('but for those that Bitbucket has removed', () => {
    interface Delta {
      readonly [list: string]: readonly (readonly [string, string])[];
    }
    const { paths } = readReferenceData<{ paths: Readonly<Record<string, object>> }>(
      'specs/bitbucket-cloud.openapi.json',
    );
    const delta = readReferenceData<Delta>('specs/bitbucket-cloud.delta-to-2026-10.json');
    const list = (name: string) => (delta[name] ?? []).map((words) => words.join(' '));
    const inFile = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations)
        .filter((method) => /^(get|post|put|delete|patch)$/.test(method))
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    const removed = [...list('removed_issue_tracker'), ...list('removed_cross_workspace')];
    const all = [...inFile, ...list('added')].filter(
      (route) => !removed.includes(route) && !served.includes(route),
    );
    expect(unserved.toSorted()).toEqual(all.toSorted());
  });
});
