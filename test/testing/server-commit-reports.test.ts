import { accessToken, BitbucketServer } from 'bitbucket-sdk';
import { publishReport, setBuildStatus } from 'bitbucket-sdk/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeWithReferenceData, readReferenceData } from '../reference-data.ts';
import { type OpenApi, schemaProblems } from './support/schema-check.ts';
import {
  errorOf,
  type Json,
  type PullRequestScene,
  site,
  startPullRequests,
  type Who,
  widgets,
} from './support/server-pull-requests.ts';

let it: PullRequestScene;

beforeAll(async () => {
  it = await startPullRequests();
});
afterAll(() => it.stop());

const repo = 'DEMO/widgets';
const url = 'https://ci.example.com/1';
const clientAs = (who: Who) =>
  new BitbucketServer({
    baseUrl: site,
    auth: accessToken(`${who}-server`),
    fetch: (target, init) => it.emulator.fetch(new Request(target, init)),
  });
const builds = (commit: string, key: string) => `${widgets}/commits/${commit}/builds?key=${key}`;
const reports = (commit: string) => `rest/insights/latest${widgets}/commits/${commit}/reports`;

describe('a build status on a Server', () => {
  test('is set by the helper, replaced under its key, and read by both resources', async () => {
    const commit = it.commits.topic;
    const status = {
      key: 'unit',
      state: 'INPROGRESS',
      url,
      name: 'Unit tests',
      ref: 'refs/heads/topic',
    } as const;
    await setBuildStatus(clientAs('rita'), { repo, commit, status });
    await setBuildStatus(clientAs('rita'), { repo, commit, status: { ...status, state: 'FAILED' } });
    const read = await it.call('GET', builds(commit, 'unit'));
    expect(read.body).toMatchObject({
      ...{ ...status, state: 'FAILED', projectKey: 'DEMO', repositorySlug: 'widgets' },
      createdDate: expect.any(Number),
    });
    const old = `rest/build-status/1.0/commits/${commit}`;
    const { status: stored } = await it.call('POST', old, { key: 'old', state: 'SUCCESSFUL', url }, 'bot');
    expect(stored).toBe(204);
    const { body } = await it.call('GET', old);
    expect((body['values'] as Json[]).map(({ key, state }) => [key, state])).toEqual([
      ['old', 'SUCCESSFUL'],
      ['unit', 'FAILED'],
    ]);
    expect((await it.call('GET', `rest/build-status/latest/commits/stats/${commit}`)).body).toEqual({
      ...{ successful: 1, inProgress: 0, failed: 1, cancelled: 0, unknown: 0 },
    });
    expect((await it.call('GET', old, undefined, 'eve')).body).toMatchObject({ size: 1 });
    expect((await it.call('DELETE', builds(commit, 'unit'), undefined, 'bob')).status).toBe(401);
    expect((await it.call('DELETE', builds(commit, 'unit'))).status).toBe(204);
    expect((await it.call('GET', builds(commit, 'unit'))).status).toBe(404);
  });

  test.each([
    [{ key: '' }, 'key'],
    [{ key: 'k'.repeat(256) }, 'key'],
    [{ state: 'STOPPED' }, 'state'],
    [{ url: undefined }, 'url'],
    [{ url: `https://ci.example.com/${'x'.repeat(450)}` }, 'url'],
    [{ ref: 'main' }, 'ref'],
    [{ duration: 'long' }, 'duration'],
  ])('is refused for %j, naming the field', async (wrong, context) => {
    const body = { key: 'k', state: 'FAILED', url, ...wrong };
    const answer = await it.call('POST', `${widgets}/commits/${it.commits.topic}/builds`, body);
    expect([answer.status, errorOf(answer)['context']]).toEqual([400, context]);
  });

  test('is refused to those who may not see the repository, and for what is no full hash', async () => {
    const path = `${widgets}/commits/${it.commits.topic}/builds`;
    for (const who of ['eve', 'nobody'] as const) {
      expect((await it.call('POST', path, { key: 'k', state: 'FAILED', url }, who)).status).toBe(401);
    }
    const short = await it.call('POST', `${widgets}/commits/main/builds`, { key: 'k', state: 'FAILED', url });
    expect(short.status).toBe(400);
    expect((await it.call('GET', `rest/build-status/latest/commits/x`, undefined, 'nobody')).status).toBe(
      401,
    );
    expect((await it.call('GET', 'rest/keys/latest/x')).status).toBe(404);
  });
});

describe('a code insights report on a Server', () => {
  const annotation = (index: number) => ({
    ...({ message: `Problem ${index}`, path: 'topic.txt', line: 1, severity: 'LOW', type: 'BUG' } as const),
    externalId: `id-${index}`,
  });

  test('is published by the helper with its annotations, and again in the place of itself', async () => {
    const commit = it.commits.topic;
    const report = { title: 'Lint', result: 'FAIL', data: [{ title: 'Problems', value: 150 }] } as never;
    const annotations = Array.from({ length: 150 }, (_, index) => annotation(index));
    for (const _ of [1, 2]) {
      await publishReport(clientAs('rita'), { repo, commit, key: 'lint', report, annotations });
    }
    const all = await it.call('GET', reports(commit));
    expect(all.body).toMatchObject({
      ...{
        size: 1,
        values: [{ key: 'lint', title: 'Lint', result: 'FAIL', createdDate: expect.any(Number) }],
      },
    });
    const found = await it.call('GET', `${reports(commit)}/lint/annotations`);
    expect(found.body).toMatchObject({ totalCount: 150, annotations: { length: 150 } });
    const one = await it.call(
      'GET',
      `rest/insights/latest${widgets}/commits/${commit}/annotations?externalId=id-7`,
    );
    expect(one.body).toMatchObject({ annotations: [{ ...annotation(7), reportKey: 'lint' }] });
  });

  test('is replaced by its author alone, and deleted by admins, too', async () => {
    const path = `${reports(it.commits.more)}/own`;
    expect((await it.call('PUT', path, { title: 'Own', data: [] }, 'rita')).status).toBe(200);
    expect((await it.call('PUT', path, { title: 'Other', data: [] })).status).toBe(401);
    const one = { annotations: [annotation(1)] };
    expect((await it.call('POST', `${path}/annotations`, one)).status).toBe(401);
    expect((await it.call('POST', `${path}/annotations`, one, 'rita')).status).toBe(204);
    const changed = { message: 'Changed', severity: 'HIGH' };
    expect((await it.call('PUT', `${path}/annotations/id-1`, changed, 'rita')).status).toBe(204);
    expect((await it.call('GET', `${path}/annotations`)).body).toMatchObject({
      annotations: [{ message: 'Changed', severity: 'HIGH', externalId: 'id-1' }],
    });
    await it.call('DELETE', `${path}/annotations?externalId=id-1`, undefined, 'rita');
    expect((await it.call('GET', `${path}/annotations`)).body).toMatchObject({ totalCount: 0 });
    expect((await it.call('DELETE', path, undefined, 'bob')).status).toBe(401);
    expect((await it.call('DELETE', path)).status).toBe(204);
    expect((await it.call('GET', path)).status).toBe(404);
  });

  test('has room for 1,000 annotations, and takes none of a call that goes past it', async () => {
    const path = `${reports(it.commits.next)}/full`;
    await it.call('PUT', path, { title: 'Full', data: [] });
    const many = (count: number) => ({
      annotations: Array.from({ length: count }, (_, at) => annotation(at)),
    });
    expect((await it.call('POST', `${path}/annotations`, many(999))).status).toBe(204);
    expect((await it.call('POST', `${path}/annotations`, many(2))).status).toBe(400);
    expect((await it.call('GET', `${path}/annotations`)).body).toMatchObject({ totalCount: 999 });
  });

  test.each([
    [{ title: '' }, 'title'],
    [{ data: Array.from({ length: 7 }, () => ({ title: 'x', value: 1 })) }, 'data'],
    [{ data: [{ title: 'x', type: 'PERCENTAGE', value: 101 }] }, 'data'],
    [{ result: 'MAYBE' }, 'result'],
    [{ link: 'nowhere' }, 'link'],
    [{ details: 'x'.repeat(2_001) }, 'details'],
  ])('is refused for %j, naming the field', async (wrong, context) => {
    const body = { title: 'x', data: [], ...wrong };
    const answer = await it.call('PUT', `${reports(it.commits.base)}/wrong`, body);
    expect([answer.status, errorOf(answer)['context']]).toEqual([400, context]);
  });
});

describeWithReferenceData('reports on commits have the shape of the OpenAPI file', () => {
  const commits = '/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}';

  test('for builds and insights', async () => {
    const spec = readReferenceData<OpenApi>('specs/bitbucket-datacenter-10.4.openapi.json');
    const commit = it.commits.conflict;
    await it.call('POST', `${widgets}/commits/${commit}/builds`, { key: 'k', state: 'FAILED', url });
    await it.call('PUT', `${reports(commit)}/r`, {
      title: 'x',
      data: [{ title: 'Link', type: 'LINK', value: { href: url } }],
    });
    await it.call('POST', `${reports(commit)}/r/annotations`, {
      annotations: [{ message: 'x', severity: 'LOW' }],
    });
    for (const [route, path] of [
      [`/api/latest${commits}/builds`, builds(commit, 'k')],
      ['/build-status/latest/commits/{commitId}', `rest/build-status/latest/commits/${commit}`],
      ['/build-status/latest/commits/stats/{commitId}', `rest/build-status/latest/commits/stats/${commit}`],
      [`/insights/latest${commits}/reports`, reports(commit)],
      [`/insights/latest${commits}/reports/{key}`, `${reports(commit)}/r`],
      [`/insights/latest${commits}/reports/{key}/annotations`, `${reports(commit)}/r/annotations`],
    ] as const) {
      const content = spec.paths[route]?.['get']?.responses['200']?.content ?? {};
      const schema = Object.values(content)[0]?.schema;
      expect(schema).toBeDefined();
      expect(schemaProblems(spec, schema, (await it.call('GET', path)).body)).toEqual([]);
    }
  });
});
