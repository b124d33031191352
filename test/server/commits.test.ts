import { describe, expect, test } from 'vitest';
import { type RecordedRequest, startServer, type TestAnswer, type TestServer } from '../http-server.ts';
import { client, errorAnswer, pageOf, projectRepo, urlOf } from './server-kit.ts';

const zeros = '0'.repeat(40);
const hashOf = (number: number) => number.toString(16).padStart(2, '0').repeat(20);
const commitOf = (number: number) => ({
  id: hashOf(number),
  displayId: hashOf(number).slice(0, 11),
  message: `${number}`,
  author: { name: 'jane', emailAddress: 'jane@example.com' },
  authorTimestamp: 1_700_000_000_000 + number,
});
const pathOf = (path: string) => {
  const components = path.split('/');
  return { components, name: components.at(-1), parent: components.slice(0, -1).join('/'), toString: path };
};

/** A history of so many commits in a line, newest first; each changes a file of its own name. */
function history(count: number, { knowsStart = true, most = 1000 } = {}) {
  return (request: RecordedRequest): TestAnswer => {
    const { pathname, searchParams } = urlOf(request);
    const changed = /\/commits\/(\w+)\/changes$/.exec(pathname)?.[1];
    if (changed !== undefined) return pageOf(request, [{ type: 'MODIFY', path: pathOf(changed) }]);
    const since = searchParams.get('since');
    const message = `Commit '${since}' does not exist in repository 'api'.`;
    const exceptionName = 'com.atlassian.bitbucket.commit.NoSuchCommitException';
    if (since !== null && !knowsStart) return errorAnswer(404, { context: null, message, exceptionName });
    const all = Array.from({ length: count }, (_, index) => commitOf(count - index));
    const until = since === null ? count : all.findIndex(({ id }) => id.startsWith(since));
    return pageOf(request, all.slice(0, until), most);
  };
}

const lists = ({ requests }: TestServer) =>
  requests.filter(({ url }) => url.includes('/commits?')).map((request) => urlOf(request));
const changes = ({ requests }: TestServer) => requests.filter(({ url }) => url.includes('/changes'));

describe('listing commits', () => {
  test('S4-04 asks for a range without merges, 1,000 a page, and takes each page by nextPageStart', async () => {
    const server = await startServer(history(50, { most: 20 }));
    const commits = await client(server).getCommits('ACME/api', { since: hashOf(5), until: 'feature/x' });
    expect(commits.map(({ message }) => message)).toEqual(
      Array.from({ length: 45 }, (_, index) => String(50 - index)),
    );
    expect(lists(server).map(({ search }) => search)).toEqual([
      `?since=${hashOf(5)}&until=feature%2Fx&merges=exclude&limit=1000`,
      `?since=${hashOf(5)}&until=feature%2Fx&merges=exclude&limit=1000&start=20`,
      `?since=${hashOf(5)}&until=feature%2Fx&merges=exclude&limit=1000&start=40`,
    ]);
    expect(lists(server)[0]?.pathname).toBe(`${projectRepo}/commits`);
  });

  test.each([
    ['no since', undefined],
    ['40 zeros', zeros],
    ['64 zeros', '0'.repeat(64)],
  ])('S4-21 with %s sends none', async (_, since) => {
    const server = await startServer(history(3));
    await expect(client(server).getCommits('ACME/api', { since, until: 'main' })).resolves.toHaveLength(3);
    expect(lists(server)[0]?.searchParams.has('since')).toBe(false);
  });

  test('is bounded by pages, and takes the default branch where no other is named', async () => {
    const server = await startServer(history(50, { most: 10 }));
    await expect(client(server).getCommits('ACME/api', { maxPages: 2 })).resolves.toHaveLength(20);
    expect(lists(server)[0]?.search).toBe('?merges=exclude&limit=1000');
  });
});

describe('comparing commits', () => {
  test('S4-18 gives those after the start, newest first, each as Bitbucket has it with its patch set', async () => {
    const server = await startServer(history(20));
    const { commits, truncated } = await client(server).compareCommits('ACME/api', {
      start: hashOf(15),
      end: 'main',
    });
    expect(commits).toEqual(
      [20, 19, 18, 17, 16].map((number) => ({
        ...commitOf(number),
        patchSet: [{ path: hashOf(number), type: 'M' }],
      })),
    );
    expect(truncated).toBe(false);
    expect(server.requests).toHaveLength(6);
    expect(lists(server)[0]?.searchParams.get('merges')).toBe('exclude');
  });

  test.each([
    ['no start', undefined],
    ['a start of zeros', zeros],
  ])('S4-18 with %s gives the last 10', async (_, start) => {
    const server = await startServer(history(30));
    const { commits, truncated } = await client(server).compareCommits('ACME/api', { start, end: 'main' });
    expect(commits.map(({ message }) => message)).toEqual(
      Array.from({ length: 10 }, (_, index) => String(30 - index)),
    );
    expect(truncated).toBe(false);
    expect(lists(server)[0]?.searchParams.has('since')).toBe(false);
  });

  test('S4-05 getLastCommits gives the newest of a ref with their file changes, as many as asked for', async () => {
    const server = await startServer(history(30));
    const commits = await client(server).getLastCommits('ACME/api', 'refs/heads/main', { limit: 3 });
    expect(commits.map(({ patchSet }) => patchSet)).toEqual(
      [30, 29, 28].map((number) => [{ path: hashOf(number), type: 'M' }]),
    );
    await expect(client(server).getLastCommits('ACME/api', 'main')).resolves.toHaveLength(10);
  });

  test('is bounded by 90 commits, says that it was cut, and makes no more calls than commits and two', async () => {
    const server = await startServer(history(240));
    const { commits, truncated } = await client(server).compareCommits('ACME/api', {
      start: hashOf(1),
      end: 'main',
    });
    expect(commits).toHaveLength(90);
    expect(commits[0]?.message).toBe('240');
    expect(truncated).toBe(true);
    expect(server.requests.length).toBeLessThanOrEqual(92);
  });

  test('with a start that Bitbucket does not know lists the newest, up to the bound', async () => {
    const server = await startServer(history(120, { knowsStart: false }));
    const { commits, truncated } = await client(server).compareCommits('ACME/api', {
      start: 'dead1234',
      end: 'main',
    });
    expect(commits).toHaveLength(90);
    expect(truncated).toBe(true);
    expect(server.requests.length).toBeLessThanOrEqual(92);
  });

  test('reads changes several at once, keeps the order, never exceeds the client, tells its progress', async () => {
    const answer = history(40);
    let running = 0;
    let most = 0;
    const server = await startServer(async (request) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
      running -= 1;
      return answer(request);
    });
    const told: number[] = [];
    const { commits } = await client(server, { concurrency: 3 }).compareCommits('ACME/api', {
      start: hashOf(10),
      end: 'main',
      onProgress: ({ done, total }) => told.push(done / total),
    });
    expect(commits.map(({ patchSet }) => patchSet[0]?.path)).toEqual(
      Array.from({ length: 30 }, (_, index) => hashOf(40 - index)),
    );
    expect(most).toBe(3);
    expect(told.at(-1)).toBe(1);
  });

  test('S4-22 ends as a whole when one of the changes cannot be read, and asks for no more', async () => {
    const answer = history(200);
    const server = await startServer((request) =>
      request.url.includes('/changes') ? errorAnswer(401, { message: 'no' }) : answer(request),
    );
    const call = client(server).compareCommits('ACME/api', { start: hashOf(120), end: 'main' });
    await expect(call).rejects.toMatchObject({ code: 'unauthorized', status: 401 });
    expect(changes(server).length).toBeLessThan(20);
  });

  test.each([
    ['start', { start: '..', end: 'main' }],
    ['start', { start: 'refs/heads/main', end: 'main' }],
    ['maxCommits', { end: 'main', maxCommits: 0 }],
  ])('a wrong %s is refused before anything is sent', async (option, options) => {
    const server = await startServer(history(3));
    await expect(client(server).compareCommits('ACME/api', options)).rejects.toMatchObject({ option });
    expect(server.requests).toHaveLength(0);
  });
});

describe('the file changes of a commit', () => {
  test('S4-06 are ADD, MODIFY, DELETE, MOVE as D and A, COPY as A, and M for what has no name', async () => {
    const entries = [
      { type: 'ADD', path: pathOf('new "quoted".bin') },
      { type: 'MODIFY', path: pathOf('grüße/ü.ts') },
      { type: 'DELETE', path: pathOf('gone\tfile') },
      { type: 'MOVE', path: pathOf('to/here'), srcPath: pathOf('from/there') },
      { type: 'MOVE', path: pathOf('without/source') },
      { type: 'COPY', path: pathOf('copy'), srcPath: pathOf('original') },
      { type: 'UNKNOWN', path: pathOf('odd') },
      { type: 'OF_A_LATER_VERSION', path: { parent: 'a', name: 'later' } },
      { type: 'MODIFY', path: { name: 'top' } },
    ];
    const server = await startServer((request) => pageOf(request, entries, 4));
    await expect(client(server).getCommitFileChanges('ACME/api', 'abc1234')).resolves.toEqual([
      { path: 'new "quoted".bin', type: 'A' },
      { path: 'grüße/ü.ts', type: 'M' },
      { path: 'gone\tfile', type: 'D' },
      { path: 'from/there', type: 'D' },
      { path: 'to/here', type: 'A' },
      { path: 'without/source', type: 'A' },
      { path: 'copy', type: 'A' },
      { path: 'odd', type: 'M' },
      { path: 'a/later', type: 'M' },
      { path: 'top', type: 'M' },
    ]);
    expect(server.requests.map(({ url }) => url)).toEqual([
      `${projectRepo}/commits/abc1234/changes?limit=1000`,
      `${projectRepo}/commits/abc1234/changes?limit=1000&start=4`,
      `${projectRepo}/commits/abc1234/changes?limit=1000&start=8`,
    ]);
  });

  test('end where Bitbucket has cut them, which it does without a next page', async () => {
    const server = await startServer(() => ({
      body: { values: [{ type: 'ADD', path: pathOf('a') }], isLastPage: false, nextPageStart: null },
    }));
    await expect(client(server).getCommitFileChanges('ACME/api', 'abc1234')).resolves.toHaveLength(1);
  });
});
