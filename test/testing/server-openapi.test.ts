import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithReferenceData, readReferenceData } from '../reference-data.ts';
import { type OpenApi, schemaProblems } from './support/schema-check.ts';
import { errorOf, type ServerScene, startServerScene, widgets } from './support/server-scene.ts';

const project = '/projects/{projectKey}';
const repository = `${project}/repos/{repositorySlug}`;

const pullRequests = `${repository}/pull-requests`;
const onePullRequest = `${pullRequests}/{pullRequestId}`;
const pull = `${widgets}/pull-requests/1`;

const routes: readonly (readonly [route: string, path: string])[] = [
  ['/repos', '/repos?limit=2'],
  ['/projects', '/projects'],
  [project, '/projects/DEMO'],
  [`${project}/repos`, '/projects/~eve/repos'],
  [repository, widgets],
  [`${repository}/commits`, `${widgets}/commits?limit=3`],
  [`${repository}/commits/{commitId}`, `${widgets}/commits/main`],
  [`${repository}/commits/{commitId}/changes`, `${widgets}/commits/RENAME/changes`],
  [`${repository}/compare/commits`, `${widgets}/compare/commits?from=main&to=feature/x`],
  [`${repository}/compare/changes`, `${widgets}/compare/changes?from=main&to=feature/x`],
  [`${repository}/branches`, `${widgets}/branches`],
  [`${repository}/tags`, `${widgets}/tags`],
  [`${repository}/tags/{name}`, `${widgets}/tags/v1.0`],
  [`${repository}/default-branch`, `${widgets}/default-branch`],
  [`${repository}/webhooks/{webhookId}`, `${widgets}/webhooks/1`],
  [`${repository}/webhooks/{webhookId}/statistics`, `${widgets}/webhooks/1/statistics`],
  [`${repository}/webhooks/{webhookId}/statistics/summary`, `${widgets}/webhooks/1/statistics/summary`],
  [pullRequests, `${widgets}/pull-requests`],
  [onePullRequest, pull],
  [`${onePullRequest}/merge`, `${pull}/merge`],
  [`${onePullRequest}/participants`, `${pull}/participants`],
  [`${onePullRequest}/activities`, `${pull}/activities`],
  [`${onePullRequest}/commits`, `${pull}/commits?withCounts=true`],
  [`${onePullRequest}/comments/{commentId}`, `${pull}/comments/1`],
  [`${onePullRequest}/merge-base`, `${pull}/merge-base`],
  [`${repository}/commits/{commitId}/pull-requests`, `${widgets}/commits/main/pull-requests`],
  ['/dashboard/pull-requests', '/dashboard/pull-requests'],
  ['/application-properties', '/application-properties'],
  ['/users/{userSlug}', '/users/ada'],
];

/** The one content of a 200, whatever its type is called. */
function answerSchema(spec: OpenApi, route: string) {
  const content = spec.paths[`/api/latest${route}`]?.['get']?.responses['200']?.content ?? {};
  return Object.values(content)[0]?.schema;
}

for (const version of ['9.4', '10.4'] as const) {
  describeWithReferenceData(`a Server's answers have the shape of the OpenAPI file of ${version}`, () => {
    let it: ServerScene;
    let spec: OpenApi;

    beforeAll(async () => {
      it = await startServerScene({ server: { version } });
      spec = readReferenceData<OpenApi>(`specs/bitbucket-datacenter-${version}.openapi.json`);
      const body = { name: 'A hook', url: 'https://example.com/hook', events: ['repo:refs_changed'] };
      await it.send('POST', `${widgets}/webhooks`, { body });
      await it.send('POST', `${widgets}/pull-requests`, {
        body: {
          ...{ title: 'One', description: 'Why', reviewers: [{ user: { name: 'rita' } }] },
          ...{ fromRef: { id: 'main' }, toRef: { id: 'feature/x' } },
        },
      });
      await it.send('POST', `${pull}/comments`, { body: { text: 'A comment', severity: 'BLOCKER' } });
      await it.send('POST', `${pull}/approve`, { who: 'rita' });
    });

    afterAll(() => it.emulator.close());

    test.each(routes)('GET %s', async (route, path) => {
      const schema = answerSchema(spec, route);
      expect(schema).toBeDefined();
      const answer = await it.get(path.replace('RENAME', it.sample.commits.rename));
      expect(schemaProblems(spec, schema, answer)).toEqual([]);
    });

    test.each([
      ['/projects/NOPE', 'GET'],
      [`${widgets}/commits/nope`, 'GET'],
      [`${widgets}/webhooks`, 'POST'],
      [`${widgets}/pull-requests/9`, 'GET'],
      [`${pull}/merge`, 'POST'],
      [`${pull}/comments/1`, 'DELETE'],
    ])('the error of %s', async (path, method) => {
      const answer = await it.send(method, path, method === 'POST' ? { body: {} } : {});
      const problems = schemaProblems(
        spec,
        { $ref: '#/components/schemas/RestErrorMessage' },
        errorOf(answer),
      );
      expect(problems).toEqual([]);
    });
  });
}
