import { rm } from 'node:fs/promises';
import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketServer } from 'bitbucket-sdk/server';
import { createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gitIn, lines, oddName, temporaryFolder, write } from './support/git-repository.ts';
import {
  errorOf,
  type Json,
  type ServerPage,
  type ServerScene,
  startServerScene,
  widgets,
  zeros,
} from './support/server-scene.ts';

let it: ServerScene;
beforeAll(async () => {
  it = await startServerScene();
});
afterAll(() => it.emulator.close());

const ids = (page: ServerPage) => page.values.map(({ id }) => id);
const git = async (...args: string[]) =>
  (await it.sample.git(...args)).split('\n').filter((line) => line !== '');
const client = () =>
  new BitbucketServer({
    baseUrl: 'https://git.example.com/bitbucket',
    auth: accessToken('project-token'),
    fetch: (url, init) => it.emulator.fetch(new Request(url, init)),
  });

describe('the commits of a Server', () => {
  test('are those of the default branch, newest first, with times in milliseconds', async () => {
    const page = await it.get<ServerPage>(`${widgets}/commits`);
    expect(ids(page)).toEqual(await git('rev-list', '--date-order', 'main'));
    const { commits } = it.sample;
    expect(page.values.find(({ id }) => id === commits.first)).toEqual({
      id: commits.first,
      displayId: commits.first.slice(0, 11),
      author: expect.objectContaining({ name: 'ada', displayName: 'Ada Löw', slug: 'ada', id: 1 }),
      authorTimestamp: Date.parse('2018-07-02T20:01:56+02:00'),
      committer: { name: 'Bob', emailAddress: 'bob@example.com' },
      committerTimestamp: Date.parse('2018-07-02T20:01:56+02:00'),
      message: 'Begin\n\nWith a <body> & two lines',
      parents: [],
    });
    expect(page.values.find(({ id }) => id === commits.merge)?.['parents']).toEqual(
      [commits.rename, commits.feature].map((id) => ({ id, displayId: id.slice(0, 11) })),
    );
  });

  test('since is left out, until is taken in; both may be a hash, a branch or a full name', async () => {
    const { first, rename, feature } = it.sample.commits;
    expect(ids(await it.get(`${widgets}/commits?since=${first}&until=${rename}`))).toEqual([rename]);
    expect(ids(await it.get(`${widgets}/commits?until=feature/x`))).toEqual([feature, first]);
    expect(
      ids(await it.get(`${widgets}/commits?since=refs/tags/light/weight&until=refs/heads/feature/x`)),
    ).toEqual([feature]);
  });

  test.each([
    ['exclude', ['--no-merges']],
    ['only', ['--merges']],
    ['include', []],
  ])('merges=%s', async (merges, args) => {
    const page = await it.get<ServerPage>(`${widgets}/commits?merges=${merges}`);
    expect(ids(page)).toEqual(await git('rev-list', '--date-order', ...args, 'main'));
  });

  test('of a path are those that touched it, past renames if asked', async () => {
    const { first, rename } = it.sample.commits;
    expect(ids(await it.get(`${widgets}/commits?path=src/main.js`))).toEqual([rename]);
    expect(ids(await it.get(`${widgets}/commits?path=src/main.js&followRenames=true`))).toEqual([
      rename,
      first,
    ]);
  });

  test('page by nextPageStart; no page has more than 100', async () => {
    const all = ids(await it.get(`${widgets}/commits?limit=1000`));
    const first = await it.get<ServerPage>(`${widgets}/commits?limit=4`);
    expect(first).toMatchObject({ size: 4, limit: 4, isLastPage: false, nextPageStart: 4 });
    const second = await it.get<ServerPage>(`${widgets}/commits?limit=4&start=4`);
    expect(second.isLastPage).toBe(true);
    expect([...ids(first), ...ids(second)]).toEqual(all);
    expect((await it.get<ServerPage>(`${widgets}/commits?limit=1000`)).limit).toBe(100);
  });

  test.each([
    [`${widgets}/commits?until=nope`, "Commit 'nope' does not exist in repository 'widgets'."],
    [`${widgets}/commits?since=${zeros}`, `Commit '${zeros}' does not exist in repository 'widgets'.`],
    [`${widgets}/commits/HEAD~1`, "Commit 'HEAD~1' does not exist in repository 'widgets'."],
    [`${widgets}/commits/nope/changes`, "Commit 'nope' does not exist in repository 'widgets'."],
  ])('%s is 404', async (path, message) => {
    const answer = await it.send('GET', path);
    expect(answer.status).toBe(404);
    expect(errorOf(answer)).toEqual({
      context: null,
      message,
      exceptionName: 'com.atlassian.bitbucket.commit.NoSuchCommitException',
    });
  });

  test('commits that are not there are passed over with ignoreMissing; an empty repository has no default branch', async () => {
    const all = await it.get<ServerPage>(`${widgets}/commits?since=${zeros}&ignoreMissing=true`);
    expect(all.size).toBe((await git('rev-list', 'main')).length);
    const empty = await it.send('GET', '/projects/DEMO/repos/empty/commits');
    expect([empty.status, errorOf(empty)['exceptionName']]).toEqual([
      404,
      'com.atlassian.bitbucket.repository.NoDefaultBranchException',
    ]);
  });

  test('one alone tells of its parents in full', async () => {
    const { merge, rename } = it.sample.commits;
    const commit = await it.get<{ parents: Json[] }>(`${widgets}/commits/${merge}`);
    expect(commit.parents).toHaveLength(2);
    expect(commit.parents[0]).toMatchObject({
      id: rename,
      message: 'Rename',
      author: { name: 'Ada Löw', emailAddress: 'ada@example.com' },
    });
    expect(commit.parents[0]).not.toHaveProperty('author.slug');
  });

  test('between two branches are those that the other has not', async () => {
    const { feature } = it.sample.commits;
    const { first } = it.sample.commits;
    expect(ids(await it.get(`${widgets}/compare/commits?from=feature/x&to=${first}`))).toEqual([feature]);
    expect(ids(await it.get(`${widgets}/compare/commits?from=feature/x&to=main`))).toEqual([]);
  });
});

describe('what commits did to files', () => {
  test('moves have their source, removed and binary files are there', async () => {
    const { rename, first } = it.sample.commits;
    const page = await it.get<ServerPage & Json>(`${widgets}/commits/${rename}/changes`);
    expect(page).toMatchObject({ fromHash: first, toHash: rename, isLastPage: true });
    const told = page.values.map(({ type, path, srcPath }) => [
      type,
      (path as Json)['toString'],
      (srcPath as Json | undefined)?.['toString'],
    ]);
    expect(told).toEqual([
      ['DELETE', oddName, undefined],
      ['MODIFY', 'logo.png', undefined],
      ['MODIFY', 'run.sh', undefined],
      ['MOVE', 'src/main.js', 'src/app.js'],
    ]);
    expect(page.values[3]).toMatchObject({
      path: { components: ['src', 'main.js'], parent: 'src', name: 'main.js', extension: 'js' },
      properties: { gitChangeType: 'RENAME' },
      nodeType: 'FILE',
    });
    expect(page.values[2]).toMatchObject({ executable: true, srcExecutable: false });
  });

  test('of a first commit all is added; of a merge the first parent counts, or what since names', async () => {
    const { first, merge, feature } = it.sample.commits;
    const begin = await it.get<ServerPage & Json>(`${widgets}/commits/${first}/changes`);
    expect(begin.values.map(({ type }) => type)).toEqual(['ADD', 'ADD', 'ADD', 'ADD', 'ADD']);
    expect(begin['fromHash']).toBeNull();
    const paths = async (query: string) =>
      (await it.get<ServerPage>(`${widgets}/commits/${merge}/changes${query}`)).values.map(
        ({ path }) => (path as Json)['toString'],
      );
    expect(await paths('')).toEqual(['feature.txt']);
    expect(await paths(`?since=${feature}`)).not.toContain('feature.txt');
  });

  test('pages hold so many, and between two branches only what the one has changed counts', async () => {
    const { first } = it.sample.commits;
    const page = await it.get<ServerPage>(`${widgets}/commits/${first}/changes?limit=2`);
    expect(page).toMatchObject({ size: 2, isLastPage: false, nextPageStart: 2 });
    const last = await it.get<ServerPage>(`${widgets}/commits/${first}/changes?limit=2&start=4`);
    expect(last).toMatchObject({ size: 1, isLastPage: true });
    const compared = await it.get<ServerPage>(
      `${widgets}/compare/changes?from=feature/x&to=main~`.replace('main~', first),
    );
    expect(compared.values).toMatchObject([{ type: 'ADD', path: { name: 'feature.txt' } }]);
  });

  test('copies are told from additions, and beyond 1,000 nothing can be asked for', async () => {
    const folder = await temporaryFolder();
    const own = gitIn(folder);
    await own('init', '--quiet', '--initial-branch=main');
    await write(folder, 'a.txt', lines(30));
    await own('add', '.');
    await own('commit', '--quiet', '-m', 'One');
    await write(folder, 'copy.txt', lines(30));
    await write(folder, 'a.txt', lines(31));
    await own('add', '.');
    await own('commit', '--quiet', '-m', 'Copy');
    const copy = await own('rev-parse', 'HEAD');
    await Promise.all(
      Array.from({ length: 1_050 }, (_, index) => write(folder, `many/${index}`, `${index}\n`)),
    );
    await own('add', '.');
    await own('commit', '--quiet', '-m', 'Many');
    await using emulator = await createBitbucketEmulator({
      repositories: [{ fullName: 'demo/copies', from: folder, private: false }],
      server: {},
    });
    await rm(folder, { recursive: true, force: true });
    const ask = async (path: string) =>
      (await (
        await emulator.fetch(
          new Request(`http://git.example.com/rest/api/1.0/projects/DEMO/repos/copies${path}`),
        )
      ).json()) as ServerPage;
    const { values } = await ask(`/commits/${copy}/changes`);
    expect(values).toMatchObject([
      { type: 'MODIFY', path: { name: 'a.txt' } },
      { type: 'COPY', path: { name: 'copy.txt' }, srcPath: { name: 'a.txt' } },
    ]);
    expect(await ask('/commits/main/changes?limit=2000')).toMatchObject({
      size: 1_000,
      limit: 1_000,
      isLastPage: false,
      nextPageStart: null,
    });
  });

  test("the library's client reads them all", async () => {
    const { rename, first } = it.sample.commits;
    expect(await client().getCommitFileChanges('DEMO/widgets', rename)).toEqual([
      { path: oddName, type: 'D' },
      { path: 'logo.png', type: 'M' },
      { path: 'run.sh', type: 'M' },
      { path: 'src/app.js', type: 'D' },
      { path: 'src/main.js', type: 'A' },
    ]);
    const { commits } = await client().compareCommits('DEMO/widgets', { start: first, end: 'main' });
    expect(commits.map(({ id }) => id)).toEqual(
      await git('rev-list', '--date-order', '--no-merges', `${first}..main`),
    );
  });
});

describe('diffs', () => {
  test('come as hunks, segments and lines', async () => {
    const { rename, first } = it.sample.commits;
    const diff = await it.get<{ diffs: Json[] } & Json>(
      `${widgets}/diff?since=${first}&until=${rename}&contextLines=1`,
    );
    expect(diff).toMatchObject({
      fromHash: first,
      toHash: rename,
      contextLines: 1,
      whitespace: 'SHOW',
      truncated: false,
    });
    expect(diff.diffs).toMatchObject([
      { source: { toString: oddName }, destination: null },
      { source: { toString: 'logo.png' }, destination: { toString: 'logo.png' }, binary: true },
      { source: { toString: 'run.sh' }, destination: { toString: 'run.sh' }, hunks: [] },
      {
        source: { toString: 'src/app.js' },
        destination: { toString: 'src/main.js' },
        hunks: [
          {
            sourceLine: 20,
            sourceSpan: 1,
            destinationLine: 20,
            destinationSpan: 2,
            segments: [
              { type: 'CONTEXT', lines: [{ source: 20, destination: 20, line: 'line 19' }] },
              { type: 'ADDED', lines: [{ source: 21, destination: 21, line: 'one more' }] },
            ],
          },
        ],
      },
    ]);
  });

  test('of one path, of a commit, and between branches', async () => {
    const { rename, first } = it.sample.commits;
    const names = async (path: string) =>
      (await it.get<{ diffs: { destination: Json }[] }>(path)).diffs.map(
        ({ destination }) => destination?.['name'],
      );
    expect(await names(`${widgets}/commits/${rename}/diff/run.sh`)).toEqual(['run.sh']);
    expect(await names(`${widgets}/compare/diff?from=feature/x&to=${first}`)).toEqual(['feature.txt']);
    expect(await names(`${widgets}/diff/README.md?until=${first}`)).toEqual(['README.md']);
  });

  test('are text, as git writes it, for those who accept nothing else', async () => {
    const { feature } = it.sample.commits;
    const headers = { authorization: 'Bearer project-token', accept: 'text/plain' };
    const url = `https://git.example.com/bitbucket/rest/api/latest${widgets}/commits/${feature}/diff`;
    const answer = await it.emulator.fetch(new Request(url, { headers }));
    expect(answer.headers.get('content-type')).toBe('text/plain;charset=UTF-8');
    expect(await answer.text()).toContain('diff --git a/feature.txt b/feature.txt\nnew file mode 100644');
  });
});
