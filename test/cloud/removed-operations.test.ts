import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient } from 'bitbucket-sdk/cloud';
import { describe, expect, test } from 'vitest';
import { startServer, type TestAnswer } from '../http-server.ts';
import { readFacts } from '../operations/facts.ts';

/** As in a captured answer: what it is about is said once more beside the error. */
const removed: TestAnswer = {
  status: 410,
  body: {
    type: 'error',
    error: {
      message: 'CHANGE-2770 - Functionality has been deprecated',
      detail: 'This API is no longer available.',
      data: { announcement_url: 'https://developer.atlassian.com/cloud/bitbucket/changelog/#CHANGE-2770' },
    },
  },
};
const unserved: TestAnswer = {
  status: 404,
  body: { type: 'error', error: { message: 'Resource not found' } },
};

const operations = readFacts('cloud').operations.filter(({ typed }) =>
  typed.deprecated?.startsWith('Removed'),
);
const issueTracker = operations.filter(({ route }) =>
  /\/(issues|components|milestones|versions)/.test(route),
);

describe('the 38 operations that Bitbucket Cloud removed', () => {
  test('are these: 33 of the issue tracker, 5 over all workspaces', () => {
    expect(operations).toHaveLength(38);
    expect(issueTracker).toHaveLength(33);
  });

  test.each(operations.map(({ route }) => route))(
    '%s says so, by its date, its change and what to use',
    async (route) => {
      const gone = await failure(route, removed);
      expect(gone).toMatchObject({
        name: 'FeatureRemovedError',
        code: 'feature_removed',
        status: 410,
        change: 'CHANGE-2770',
      });
      const silent = await failure(route, unserved);
      const isTracker = issueTracker.some((operation) => operation.route === route);
      const known = isTracker
        ? { removedOn: '2026-08-20' }
        : { removedOn: '2026-04-14', change: 'CHANGE-2770' };
      expect(silent).toMatchObject({ name: 'FeatureRemovedError', status: 404, ...known });
      for (const error of [gone, silent])
        expect(error).toMatchObject({ replacement: expect.stringMatching(/^(Use|List) .{20}/) });
    },
  );

  test('of an issue tracker that is named as missing are an ApiError of their own', async () => {
    const answer = {
      status: 404,
      body: { type: 'error', error: { message: 'Repository has no issue tracker.' } },
    };
    for (const { route } of issueTracker) {
      expect(await failure(route, answer)).toMatchObject({ name: 'ApiError', code: 'no_issue_tracker' });
    }
  });
});

test('what was not removed is only not found, and a named item is, too', async () => {
  const repository = 'GET /repositories/{workspace}/{repo_slug}';
  expect(await failure(repository, unserved)).toMatchObject({ name: 'ApiError', code: 'not_found' });
  const answer = {
    status: 404,
    body: { type: 'error', error: { message: 'No Issue matches the given query.' } },
  };
  const issue = 'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}';
  expect(await failure(issue, answer)).toMatchObject({ name: 'ApiError', code: 'not_found' });
});

/** The route's own call, with something for each placeholder. */
async function failure(route: string, answer: TestAnswer): Promise<unknown> {
  const { origin } = await startServer(() => answer);
  const cloud = new BitbucketApiClient({
    baseUrl: `${origin}/behind`,
    auth: accessToken('t'),
    retry: { limit: 0 },
  });
  const [method = '', path = ''] = route.split(' ');
  const values = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, 'x1'] as const);
  return cloud.requestUntyped(method, path, { path: Object.fromEntries(values) }).then(
    () => undefined,
    (error: unknown) => error,
  );
}
