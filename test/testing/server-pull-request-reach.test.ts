import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { client, startOAuth2 } from './support/server-oauth2-scene.ts';
import {
  type Json,
  type PullRequestScene,
  pullRequests,
  refusalOf,
  startPullRequests,
} from './support/server-pull-requests.ts';

let it: PullRequestScene;

beforeAll(async () => {
  it = await startPullRequests();
});
afterAll(() => it.stop());

test('a pull request comes from a fork, follows it, and is merged', async () => {
  const forked = await it.emulator.fetch(
    new Request('https://api.bitbucket.org/2.0/repositories/demo/widgets/forks', {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('ada@example.com:ada-token')}` },
      body: JSON.stringify({ name: 'copy', workspace: { slug: 'other' } }),
    }),
  );
  expect(forked.status).toBe(201);
  const repository = { slug: 'copy', project: { key: 'OTHER' } };
  const to = await it.branch('from-fork', 'next');
  const body = { title: 'Fork', fromRef: { id: 'refs/heads/topic', repository }, toRef: { id: to } };
  expect((await it.call('POST', pullRequests, body, 'bob')).status).toBe(401);
  const made = await it.call('POST', pullRequests, body);
  expect(made.body).toMatchObject({ fromRef: { repository: { slug: 'copy', project: { key: 'OTHER' } } } });
  const at = `${pullRequests}/${made.body['id']}`;
  const outgoing = await it.call('GET', '/projects/OTHER/repos/copy/pull-requests?direction=OUTGOING');
  expect((outgoing.body['values'] as Json[]).map(({ id }) => id)).toEqual([made.body['id']]);

  const { url } = await it.emulator.listen();
  const remote = `${url.replace('//', '//x-token-auth:ada-server@')}/bitbucket/scm/other/copy.git`;
  await it.git('checkout', '--quiet', '--detach', it.commits.more);
  await it.git('commit', '--quiet', '--allow-empty', '-m', 'Only in the fork');
  const hash = await it.git('rev-parse', 'HEAD');
  await it.git('push', '--quiet', remote, 'HEAD:refs/heads/topic');
  expect((await it.told()).map(({ event }) => event)).toEqual(['pr:opened', 'pr:from_ref_updated']);
  expect((await it.call('GET', `${at}/commits`)).body).toMatchObject({
    size: 3,
    values: [{ id: hash }, {}, {}],
  });
  const merged = await it.call('POST', `${at}/merge`, { version: 0 });
  expect(merged.body).toMatchObject({ state: 'MERGED', fromRef: { latestCommit: hash } });

  const stranger = { fromRef: { id: 'main', repository: { slug: 'empty' } }, toRef: { id: to } };
  const refused = await it.call('POST', pullRequests, { title: 'x', ...stranger });
  expect(refusalOf(refused)).toEqual([404, 'NoSuchBranchException']);
});

test('an application opens pull requests with REPO_READ, merges with REPO_WRITE, and only reads with less', async () => {
  const { grant, call } = await startOAuth2({ oauth2Clients: [{ ...client, scopes: ['SYSTEM_ADMIN'] }] });
  const at = '/projects/DEMO/repos/open/pull-requests';
  const statuses = async (scope: string) => {
    const { access_token } = await grant(scope);
    const send = async (method: string, path: string, body?: unknown) => {
      const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      return (await call(access_token, path, init)).status;
    };
    const body = { title: 'T', fromRef: { id: 'main' }, toRef: { id: 'feature/x' } };
    return [
      await send('GET', at),
      await send('POST', at, body),
      await send('POST', `${at}/1/comments`, { text: 'x' }),
      await send('POST', `${at}/1/merge`, { version: 0 }),
    ];
  };
  expect(await statuses('PUBLIC_REPOS')).toEqual([200, 401, 404, 401]);
  expect(await statuses('REPO_READ')).toEqual([200, 201, 201, 401]);
  expect(await statuses('REPO_WRITE')).toEqual([200, 409, 201, 200]);
});

test.each([
  ['9.4', expect.any(Number)],
  ['10.4', expect.stringMatching(/^\d{4}-\d\d-\d\dT/)],
] as const)('hooks of %s write times in their own way, REST in milliseconds', async (version, time) => {
  const other = await startPullRequests({ version });
  onTestFinished(() => other.stop());
  const { at, body } = await other.open();
  expect(body['createdDate']).toEqual(expect.any(Number));
  await other.call('POST', `${at}/comments`, { text: 'When?' });
  expect(await other.told()).toMatchObject([
    { payload: { pullRequest: { createdDate: time }, comment: { createdDate: time } } },
  ]);
});
