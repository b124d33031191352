import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithReferenceData, readReferenceData } from '../reference-data.ts';
import { type SampleEmulator, startSampleEmulator, widgets } from './support/sample-emulator.ts';
import { type OpenApi, schemaProblems } from './support/schema-check.ts';

const repo = '/repositories/{workspace}/{repo_slug}';
const ada = `Basic ${btoa('Ada@Example.com:ada-token')}`;

describeWithReferenceData("answers have the shape of Bitbucket's OpenAPI file", () => {
  let it: SampleEmulator;
  let spec: OpenApi;

  beforeAll(async () => {
    it = await startSampleEmulator();
    spec = readReferenceData<OpenApi>('specs/bitbucket-cloud.openapi.json');
    const body = JSON.stringify({
      url: 'https://example.com/hook',
      events: ['repo:push'],
      description: 'A hook',
    });
    for (const path of [`${widgets}/hooks`, '/workspaces/demo/hooks'])
      await it.get(path, { method: 'POST', body });
  });

  afterAll(() => it.stop());

  test.each([
    ['/repositories/{workspace}', '/repositories/demo'],
    [repo, widgets],
    [repo, '/repositories/demo/open'],
    [`${repo}/commits`, `${widgets}/commits`],
    [`${repo}/commits/{revision}`, `${widgets}/commits/main?pagelen=2`],
    [`${repo}/commit/{commit}`, `${widgets}/commit/main`],
    [`${repo}/diffstat/{spec}`, `${widgets}/diffstat/main~rename`],
    [`${repo}/src/{commit}/{path}`, `${widgets}/src/main/`],
    [`${repo}/filehistory/{commit}/{path}`, `${widgets}/filehistory/main/README.md`],
    [`${repo}/refs`, `${widgets}/refs`],
    [`${repo}/refs/branches`, `${widgets}/refs/branches`],
    [`${repo}/refs/branches/{name}`, `${widgets}/refs/branches/main`],
    [`${repo}/refs/tags`, `${widgets}/refs/tags`],
    [`${repo}/refs/tags/{name}`, `${widgets}/refs/tags/v1.0`],
    [`${repo}/hooks`, `${widgets}/hooks`],
    ['/workspaces/{workspace}', '/workspaces/demo'],
    ['/workspaces/{workspace}/hooks', '/workspaces/demo/hooks'],
    ['/workspaces/{workspace}/projects', '/workspaces/demo/projects'],
    ['/workspaces/{workspace}/projects/{project_key}', '/workspaces/demo/projects/DEMO'],
    ['/user', '/user'],
    ['/user/workspaces', '/user/workspaces'],
    ['/user/workspaces/{workspace}/permission', '/user/workspaces/demo/permission'],
    ['/hook_events', '/hook_events'],
    ['/hook_events/{subject_type}', '/hook_events/workspace?pagelen=100'],
  ])('GET %s', async (route, path) => {
    const schema = spec.paths[route]?.['get']?.responses['200']?.content?.['application/json']?.schema;
    expect(schema).toBeDefined();
    const authorization = path.startsWith('/user') ? ada : 'Bearer team';
    const answer = await it.get(path.replace('main~rename', it.sample.commits.rename), {
      headers: { authorization },
    });
    expect(answer.status).toBe(200);
    expect(schemaProblems(spec, schema, await answer.json())).toEqual([]);
  });

  test.each(['/repositories/demo/nope', `${widgets}/commit/nope`, '/workspaces', '/no/route'])(
    'the error of GET %s',
    async (path) => {
      const schema = { $ref: '#/components/schemas/error' };
      expect(schemaProblems(spec, schema, await (await it.get(path)).json())).toEqual([]);
    },
  );
});
