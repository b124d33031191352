import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient, mergePullRequest, updatePullRequest } from 'bitbucket-sdk/cloud';
import { describe, expect, test } from 'vitest';
import { type RecordedRequest, startServer, type TestAnswer } from '../http-server.ts';

const repo = 'acme/api';
const pull = '/2.0/repositories/acme/api/pullrequests/7';
const current = {
  id: 7,
  title: 'Add a file',
  description: 'Why it is there',
  reviewers: [{ uuid: '{1}', display_name: 'Ann' }, { uuid: '{2}' }],
  close_source_branch: true,
  draft: false,
  source: { branch: { name: 'feature' } },
  destination: { branch: { name: 'main' } },
};

describe('updating a pull request', () => {
  test('keeps reviewers, description and what else is not changed', async () => {
    const { cloud, requests } = await cloudServer(() => ({ body: current }));
    await updatePullRequest(cloud, { repo, id: 7, changes: { title: 'Ready', description: undefined } });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET ${pull}`, `PUT ${pull}`]);
    expect(bodyOf(requests[1])).toEqual({
      title: 'Ready',
      description: 'Why it is there',
      reviewers: [{ uuid: '{1}' }, { uuid: '{2}' }],
      close_source_branch: true,
      draft: false,
    });
  });

  test('can build on what there is, and can take away', async () => {
    const { cloud, requests } = await cloudServer(() => ({ body: current }));
    await updatePullRequest(cloud, {
      repo,
      id: 7,
      changes: ({ reviewers = [] }) => ({
        reviewers: [...reviewers.map(({ uuid }) => ({ uuid })), { uuid: '{3}' }],
      }),
    });
    await updatePullRequest(cloud, { repo, id: 7, changes: { reviewers: [], description: '' } });
    expect(bodyOf(requests[1])).toMatchObject({
      reviewers: [{ uuid: '{1}' }, { uuid: '{2}' }, { uuid: '{3}' }],
    });
    expect(bodyOf(requests[3])).toMatchObject({ title: 'Add a file', reviewers: [], description: '' });
  });
});

describe('merging a pull request', () => {
  const location = `https://elsewhere.example${pull}/merge/task-status/t%3A1?x=1`;
  const accepted: TestAnswer = { status: 202, headers: { location } };
  const pending: TestAnswer = { body: { task_status: 'PENDING' } };
  const merged: TestAnswer = {
    body: { task_status: 'SUCCESS', merge_result: { ...current, state: 'MERGED' } },
  };

  test('asks until it has ended, at the API itself wherever the answer points, and tells its progress', async () => {
    const answers = [accepted, pending, pending, merged];
    const { cloud, requests } = await cloudServer((_, count) => answers[count - 1] ?? { status: 500 });
    const polls: number[] = [];
    const done = await mergePullRequest(cloud, {
      repo,
      id: 7,
      message: 'Merge it',
      strategy: 'squash',
      pollEvery: 1,
      onProgress: (progress) => polls.push(progress.polls),
    });
    expect(done.state).toBe('MERGED');
    expect(polls).toEqual([1, 2]);
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${pull}/merge?async=true`,
      ...new Array(3).fill(`GET ${pull}/merge/task-status/t%3A1`),
    ]);
    expect(bodyOf(requests[0])).toEqual({ message: 'Merge it', merge_strategy: 'squash' });
  });

  test('that is done at once, or says no more than that it is done, gives the pull request all the same', async () => {
    const atOnce = await cloudServer(() => ({ body: { ...current, state: 'MERGED' } }));
    expect(await mergePullRequest(atOnce.cloud, { repo, id: 7 })).toMatchObject({ state: 'MERGED' });
    expect(atOnce.requests).toHaveLength(1);
    const answers = [
      accepted,
      { body: { task_status: 'SUCCESS' } },
      { body: { ...current, state: 'MERGED' } },
    ];
    const brief = await cloudServer((_, count) => answers[count - 1] ?? { status: 500 });
    expect(await mergePullRequest(brief.cloud, { repo, id: 7 })).toMatchObject({ state: 'MERGED' });
    expect(brief.requests[2]?.url).toBe(pull);
  });

  test('that fails meanwhile fails with what Bitbucket says', async () => {
    const refusal = { status: 409, body: { error: { message: 'The source branch changed' } } };
    const answers = [accepted, pending, refusal];
    const { cloud } = await cloudServer((_, count) => answers[count - 1] ?? { status: 500 });
    const call = mergePullRequest(cloud, { repo, id: 7, pollEvery: 1 });
    await expect(call).rejects.toMatchObject({ name: 'ApiError', code: 'conflict' });
    await expect(call).rejects.toThrow('The source branch changed');
  });

  test.each<[string, TestAnswer[], object, string]>([
    ['never ends', [accepted], { pollEvery: 10, maxWait: 25 }, 'timeout'],
    ['ends in another way', [accepted, { body: { task_status: 'LOST' } }], {}, 'bad_answer'],
    ['is nowhere to be asked for', [{ status: 202 }], {}, 'bad_answer'],
  ])('that %s is a failure of its own', async (_, answers, options, code) => {
    const { cloud, requests } = await cloudServer((_request, count) => answers[count - 1] ?? pending);
    const call = mergePullRequest(cloud, { repo, id: 7, ...options });
    await expect(call).rejects.toMatchObject({ name: 'TransportError', code });
    await expect(call).rejects.toThrow('/merge');
    expect(requests.length).toBeLessThan(6);
  });

  test('is waited for no longer than its signal says', async () => {
    const { cloud, requests } = await cloudServer((_, count) => (count === 1 ? accepted : pending));
    const stop = new AbortController();
    const call = mergePullRequest(cloud, {
      repo,
      id: 7,
      pollEvery: 60_000,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(call).rejects.toMatchObject({ name: 'TransportError', code: 'aborted' });
    expect(requests).toHaveLength(2);
  });
});

describe('the diff of a pull request', () => {
  test.each([
    ['diff', { as: 'text' } as const, 'diff --git a/a b/a\n'],
    ['patch', { as: 'text' } as const, 'From a1b2c3d\n'],
  ])(
    '%s is followed to the commits that it is of, with the credential on each hop',
    async (part, as, text) => {
      const { cloud, requests } = await cloudServer(({ url }) =>
        url.includes('/pullrequests/')
          ? {
              status: 302,
              headers: {
                location: `/2.0/repositories/acme/api/${part}/acme/api:a..b?from_pullrequest_id=7&topic=true`,
              },
            }
          : { body: text, headers: { 'content-type': 'text/plain' } },
      );
      const path = { workspace: 'acme', repo_slug: 'api', pull_request_id: 7 };
      const route =
        `GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/${part}` as 'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/diff';
      await expect(cloud.request(route, { path, ...as })).resolves.toBe(text);
      expect(requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer t', 'Bearer t']);
    },
  );

  test('its diffstat is followed page by page, and its diff as a stream', async () => {
    const { cloud, requests } = await cloudServer(({ url, headers }) => {
      if (url.endsWith('/diffstat'))
        return { status: 302, headers: { location: '/2.0/repositories/acme/api/diffstat/a..b' } };
      if (url.endsWith('/diff'))
        return { status: 302, headers: { location: '/2.0/repositories/acme/api/diff/a..b' } };
      if (url.includes('/diff/')) return { body: 'streamed', headers: { 'content-type': 'text/plain' } };
      const next = `http://${headers.host}/2.0/repositories/acme/api/diffstat/a..b?page=2`;
      return { body: { values: [{ status: 'added' }], ...(url.includes('page=2') ? {} : { next }) } };
    });
    const path = { workspace: 'acme', repo_slug: 'api', pull_request_id: 7 };
    const base = 'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}';
    const entries = await Array.fromAsync(cloud.paginate(`${base}/diffstat`, { path }));
    expect(entries).toHaveLength(2);
    const stream = await cloud.request(`${base}/diff`, { path, as: 'stream' });
    expect(await new Response(stream).text()).toBe('streamed');
    expect(requests).toHaveLength(5);
  });
});

const bodyOf = (request: RecordedRequest | undefined): unknown => JSON.parse(request?.body ?? 'null');

async function cloudServer(answer: (request: RecordedRequest, count: number) => TestAnswer) {
  const { origin, requests } = await startServer(answer);
  return {
    cloud: new BitbucketApiClient({ baseUrl: origin, auth: accessToken('t'), retry: { limit: 0 } }),
    requests,
  };
}
