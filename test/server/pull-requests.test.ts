import { mergePullRequest, updatePullRequest } from 'bitbucket-sdk/server';
import { describe, expect, test } from 'vitest';
import { type RecordedRequest, startServer, type TestAnswer } from '../http-server.ts';
import { client, errorAnswer, projectRepo } from './server-kit.ts';

const repo = 'ACME/api';
const pull = `${projectRepo}/pull-requests/7`;
const pullRequest = (version: number, more: object = {}) => ({
  id: 7,
  version,
  state: 'OPEN',
  title: 'Add a file',
  description: 'Why it is there',
  reviewers: [{ user: { name: 'jane', id: 3 }, approved: true }, { user: { name: 'joe' } }],
  fromRef: { id: 'refs/heads/feature', latestCommit: 'a1' },
  toRef: { id: 'refs/heads/main' },
  ...more,
});
const outOfDate = errorAnswer(409, {
  context: null,
  message: 'You are attempting to modify a pull request based on out-of-date information.',
  exceptionName: 'com.atlassian.bitbucket.pull.PullRequestOutOfDateException',
});
const vetoed = errorAnswer(409, {
  message: 'Merge vetoed',
  exceptionName: 'com.atlassian.bitbucket.pull.PullRequestMergeVetoedException',
});

describe('updating a pull request', () => {
  test('sends the version, and keeps reviewers, description and what else is not changed', async () => {
    const { server, requests } = await serverOf([{ body: pullRequest(4) }, { body: pullRequest(5) }]);
    const updated = await updatePullRequest(server, { repo, id: 7, changes: { title: 'Ready' } });
    expect(updated.version).toBe(5);
    expect(calls(requests)).toEqual([`GET ${pull}`, `PUT ${pull}`]);
    expect(bodyOf(requests[1])).toEqual({
      version: 4,
      title: 'Ready',
      description: 'Why it is there',
      reviewers: [{ user: { name: 'jane' } }, { user: { name: 'joe' } }],
    });
  });

  test('is made once more from what somebody else left, where it was too late', async () => {
    const answers = [
      { body: pullRequest(4) },
      outOfDate,
      { body: pullRequest(5, { title: 'Theirs' }) },
      { body: pullRequest(6) },
    ];
    const { server, requests } = await serverOf(answers);
    await updatePullRequest(server, { repo, id: 7, changes: ({ title }) => ({ title: `${title}!` }) });
    expect(bodyOf(requests[3])).toMatchObject({ version: 5, title: 'Theirs!' });
  });

  test('is not made a third time, nor after another conflict', async () => {
    const late = await serverOf([{ body: pullRequest(4) }, outOfDate, { body: pullRequest(5) }, outOfDate]);
    const twice = updatePullRequest(late.server, { repo, id: 7, changes: { title: 'x' } });
    await expect(twice).rejects.toMatchObject({ name: 'ApiError', code: 'conflict' });
    expect(late.requests).toHaveLength(4);
    const other = await serverOf([
      { body: pullRequest(4) },
      errorAnswer(409, { message: 'jane is no reviewer' }),
    ]);
    const call = updatePullRequest(other.server, { repo, id: 7, changes: { title: 'x' } });
    await expect(call).rejects.toThrow('jane is no reviewer');
    expect(other.requests).toHaveLength(2);
  });
});

describe('merging a pull request', () => {
  test('sends the version that it has, for servers of any age', async () => {
    const { server, requests } = await serverOf([
      { body: pullRequest(4) },
      { body: pullRequest(5, { state: 'MERGED' }) },
    ]);
    const merged = await mergePullRequest(server, { repo, id: 7, message: 'Merge it', strategyId: 'squash' });
    expect(merged.state).toBe('MERGED');
    expect(calls(requests)).toEqual([`GET ${pull}`, `POST ${pull}/merge?version=4`]);
    expect(bodyOf(requests[1])).toEqual({ version: 4, message: 'Merge it', strategyId: 'squash' });
    expect(requests[1]?.headers['x-atlassian-token']).toBe('no-check');
  });

  test('is tried once more with the new version, where only its words changed', async () => {
    const answers = [
      { body: pullRequest(4) },
      outOfDate,
      { body: pullRequest(5) },
      { body: pullRequest(6, { state: 'MERGED' }) },
    ];
    const { server, requests } = await serverOf(answers);
    await mergePullRequest(server, { repo, id: 7 });
    expect(calls(requests)).toEqual([
      `GET ${pull}`,
      `POST ${pull}/merge?version=4`,
      `GET ${pull}`,
      `POST ${pull}/merge?version=5`,
    ]);
  });

  test.each<[string, TestAnswer[], number]>([
    [
      'the source branch moved',
      [outOfDate, { body: pullRequest(5, { fromRef: { latestCommit: 'b2' } }) }],
      3,
    ],
    ['it was closed', [outOfDate, { body: pullRequest(5, { state: 'DECLINED' }) }], 3],
    ['it was changed twice', [outOfDate, { body: pullRequest(5) }, outOfDate], 4],
    ['a check said no', [vetoed], 2],
  ])('is not tried again where %s', async (_, answers, count) => {
    const { server, requests } = await serverOf([{ body: pullRequest(4) }, ...answers]);
    await expect(mergePullRequest(server, { repo, id: 7 })).rejects.toMatchObject({
      status: 409,
      code: 'conflict',
    });
    expect(requests).toHaveLength(count);
  });
});

const calls = (requests: readonly RecordedRequest[]): string[] =>
  requests.map(({ method, url }) => `${method} ${url}`);
const bodyOf = (request: RecordedRequest | undefined): unknown => JSON.parse(request?.body ?? 'null');

async function serverOf(answers: readonly TestAnswer[]) {
  const started = await startServer((_, count) => answers[count - 1] ?? { status: 500 });
  return { server: client(started), requests: started.requests };
}
