import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient, type ClientOptions } from 'bitbucket-sdk/cloud';
import { describe, expect, test } from 'vitest';
import { type RecordedRequest, startServer, type TestAnswer, type TestServer } from '../http-server.ts';

const hashOf = (number: number) => number.toString(16).padStart(2, '0').repeat(20);
const commitOf = (number: number) => ({
  type: 'commit',
  hash: hashOf(number),
  date: '2026-01-01T00:00:00+00:00',
  message: `${number}`,
});

/** A history of so many commits in a line, newest first; each changes a file of its own name. */
function history(count: number, { ignoresExclude = false, knowsStart = true } = {}) {
  return ({ url }: RecordedRequest): TestAnswer => {
    const { pathname, searchParams, origin } = new URL(url, 'http://server.example');
    const diffstat = /\/diffstat\/(\w+)$/.exec(pathname)?.[1];
    if (diffstat !== undefined) {
      return {
        body: {
          values: [
            { type: 'diffstat', status: 'modified', old: { path: diffstat }, new: { path: diffstat } },
          ],
        },
      };
    }
    const exclude = searchParams.get('exclude');
    if (exclude !== null && !knowsStart)
      return { status: 404, body: { error: { message: `Commit not found ${exclude}` } } };
    const all = Array.from({ length: count }, (_, index) => commitOf(count - index));
    const until =
      exclude === null || ignoresExclude ? count : all.findIndex(({ hash }) => hash.startsWith(exclude));
    const range = all.slice(0, until);
    const pagelen = Number(searchParams.get('pagelen') ?? 10);
    const page = Number(searchParams.get('page') ?? 1);
    searchParams.set('page', String(page + 1));
    const next = page * pagelen < range.length ? { next: `${origin}${pathname}?${searchParams}` } : {};
    return { body: { values: range.slice((page - 1) * pagelen, page * pagelen), pagelen, ...next } };
  };
}

/** Pages lead to the server's own origin. */
async function startHistory(...args: Parameters<typeof history>): Promise<TestServer> {
  const answer = history(...args);
  const server = await startServer((request) => {
    const { body, ...rest } = answer(request);
    return {
      ...rest,
      body: JSON.parse(JSON.stringify(body).replaceAll('http://server.example', server.origin)),
    };
  });
  return server;
}

const client = ({ origin }: TestServer, options: Partial<ClientOptions> = {}) =>
  new BitbucketApiClient({ baseUrl: origin, auth: accessToken('t'), retry: { limit: 0 }, ...options });

const diffstats = ({ requests }: TestServer) => requests.filter(({ url }) => url.includes('/diffstat/'));

describe('comparing commits', () => {
  test('S2-08 gives those after the start, newest first, each with its own file changes', async () => {
    const server = await startHistory(20);
    const { commits, truncated } = await client(server).compareCommits('acme/api', {
      start: hashOf(15),
      end: 'main',
    });
    expect(commits.map(({ message }) => message)).toEqual(['20', '19', '18', '17', '16']);
    expect(commits.map(({ patchSet }) => patchSet)).toEqual(
      commits.map(({ hash }) => [{ path: hash, type: 'M' }]),
    );
    expect(truncated).toBe(false);
    expect(server.requests.length).toBeLessThanOrEqual(commits.length + 2);
  });

  test('takes the first characters of a hash, and stops at the start where a server lists it', async () => {
    const server = await startHistory(20, { ignoresExclude: true });
    const { commits, truncated } = await client(server).compareCommits('acme/api', {
      start: '0f0f0f0',
      end: 'main',
    });
    expect(commits.map(({ message }) => message)).toEqual(['20', '19', '18', '17', '16']);
    expect(truncated).toBe(false);
  });

  test('is bounded by 90 commits and says that it was cut', async () => {
    const server = await startHistory(240);
    const { commits, truncated } = await client(server).compareCommits('acme/api', {
      start: hashOf(1),
      end: 'main',
    });
    expect(commits).toHaveLength(90);
    expect(commits[0]?.message).toBe('240');
    expect(truncated).toBe(true);
    expect(server.requests.length).toBeLessThanOrEqual(92);
  });

  test('reads several pages where more is asked for', async () => {
    const server = await startHistory(240);
    const { commits, truncated } = await client(server).compareCommits('acme/api', {
      start: hashOf(5),
      end: 'main',
      maxCommits: 240,
    });
    expect(commits).toHaveLength(235);
    expect(truncated).toBe(false);
  });

  test('with a start that Bitbucket does not know lists the newest, up to the bound', async () => {
    const server = await startHistory(120, { knowsStart: false });
    const { commits, truncated, startFound } = await client(server).compareCommits('acme/api', {
      start: 'dead1234',
      end: 'main',
    });
    expect(commits).toHaveLength(90);
    expect(truncated).toBe(true);
    expect(startFound).toBe(false);
    expect(server.requests.length).toBeLessThanOrEqual(92);
  });

  test('without a start gives the last 10', async () => {
    const server = await startHistory(30);
    const { commits } = await client(server).compareCommits('acme/api', { end: 'main' });
    expect(commits.map(({ message }) => message)).toEqual(
      Array.from({ length: 10 }, (_, index) => String(30 - index)),
    );
    await expect(client(server).getLastCommits('acme/api', 'main', { limit: 3 })).resolves.toHaveLength(3);
  });

  test('reads file changes several at once, never more than the client allows, and tells its progress', async () => {
    const answer = history(40);
    let running = 0;
    let most = 0;
    const server = await startServer(async (request) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return answer(request);
    });
    const told: number[] = [];
    const { commits } = await client(server, { concurrency: 3 }).compareCommits('acme/api', {
      start: hashOf(10),
      end: 'main',
      onProgress: ({ done, total }) => told.push(done / total),
    });
    expect(commits.map(({ message }) => message)).toEqual(
      Array.from({ length: 30 }, (_, index) => String(40 - index)),
    );
    expect(most).toBe(3);
    expect(told).toHaveLength(30);
    expect(told.at(-1)).toBe(1);
  });

  test('ends as a whole when one of the changes cannot be read, and asks for no more', async () => {
    const answer = history(200);
    const server = await startServer((request) =>
      request.url.includes('/diffstat/')
        ? { status: 403, body: { error: { message: 'no' } } }
        : answer(request),
    );
    const call = client(server).compareCommits('acme/api', { start: hashOf(120), end: 'main' });
    await expect(call).rejects.toMatchObject({ code: 'forbidden' });
    expect(diffstats(server).length).toBeLessThan(20);
  });

  test.each([
    ['start', { start: '..', end: 'main' }],
    ['start', { start: 'abc', end: 'main' }],
    ['maxCommits', { end: 'main', maxCommits: 0 }],
    ['path.revision', { end: 'a/../b' }],
  ])('a wrong %s is refused before anything is sent', async (option, options) => {
    const server = await startHistory(3);
    await expect(client(server).compareCommits('acme/api', options)).rejects.toMatchObject({ option });
    expect(server.requests).toHaveLength(0);
  });

  test.each(['acme', 'acme/', '/api', 'acme/../api', 'acme/..', 'a/b/c', ''])(
    '%j is no repository',
    async (repo) => {
      const server = await startHistory(3);
      await expect(async () => client(server).compareCommits(repo, { end: 'main' })).rejects.toMatchObject({
        option: 'repo',
      });
      expect(server.requests).toHaveLength(0);
    },
  );
});

describe('the file changes of a commit', () => {
  test('S2-06 come from the structured diffstat: A, D, M, a rename as D and A, odd names as they are', async () => {
    const entry = (status: string, from: string | null, to: string | null) => ({
      type: 'diffstat',
      status,
      old: from === null ? null : { type: 'commit_file', path: from },
      new: to === null ? null : { type: 'commit_file', path: to },
    });
    const server = await startServer(() => ({
      body: {
        values: [
          entry('added', null, 'new "quoted".bin'),
          entry('removed', 'gone\tfile', null),
          entry('modified', 'grüße/ü.ts', 'grüße/ü.ts'),
          entry('renamed', 'old name', 'new name'),
          entry('merge conflict', 'both', 'both'),
        ],
      },
    }));
    await expect(client(server).getCommitFileChanges('acme/api', 'abc1234')).resolves.toEqual([
      { path: 'new "quoted".bin', type: 'A' },
      { path: 'gone\tfile', type: 'D' },
      { path: 'grüße/ü.ts', type: 'M' },
      { path: 'old name', type: 'D' },
      { path: 'new name', type: 'A' },
      { path: 'both', type: 'M' },
    ]);
  });
});

describe('paging', () => {
  const repositories = { path: { workspace: 'acme' } };

  test('can be left early, and fetches no page that nobody asked for', async () => {
    const server = await startServer(({ url }, count) => ({
      body: {
        values: [count * 2 - 1, count * 2],
        next: `${server.origin}${url.split('?')[0]}?page=${count + 1}`,
      },
    }));
    const seen: unknown[] = [];
    for await (const item of client(server).paginate('GET /repositories/{workspace}', repositories)) {
      seen.push(item);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual([1, 2, 3]);
    expect(server.requests).toHaveLength(2);

    const limited = client(server).paginate('GET /repositories/{workspace}', {
      ...repositories,
      maxItems: 2,
    });
    await expect(Array.fromAsync(limited)).resolves.toHaveLength(2);
    expect(server.requests).toHaveLength(3);
  });

  test('refuses a next page on another origin, and pages that go in a circle', async () => {
    const elsewhere = await startServer(() => ({ body: { values: [] } }));
    const away = await startServer(() => ({
      body: { values: [1], next: `${elsewhere.origin}/2.0/repositories/acme` },
    }));
    const all = (server: TestServer) =>
      Array.fromAsync(client(server).paginate('GET /repositories/{workspace}', repositories));
    await expect(all(away)).rejects.toMatchObject({ name: 'TransportError', code: 'paging_refused' });
    expect(elsewhere.requests).toHaveLength(0);

    const circle = await startServer((_, count) => ({
      body: { values: [1], next: `${circle.origin}/2.0/repositories/acme?page=${(count % 3) + 1}` },
    }));
    await expect(all(circle)).rejects.toMatchObject({ code: 'paging_refused' });
    expect(circle.requests.length).toBeLessThan(12);
  });

  test('refuses what is not a page', async () => {
    const server = await startServer(() => ({ body: { error: 'none' } }));
    const pages = client(server).paginate('GET /repositories/{workspace}', repositories);
    await expect(Array.fromAsync(pages)).rejects.toMatchObject({ code: 'bad_answer' });
  });

  test('S2-04 getRepos reads all pages up to its bound, and one page at least', async () => {
    const server = await startServer((_, count) => ({
      body: {
        values: [{ uuid: `{${count}}` }],
        next: `${server.origin}/2.0/repositories/acme?page=${count + 1}`,
      },
    }));
    await expect(client(server).getRepos('acme', { maxPages: 3 })).resolves.toHaveLength(3);
    await expect(client(server).getRepos('acme', { maxPages: 0 })).resolves.toHaveLength(1);
  });

  test('S2-04 searchRepositories lists exact names first, each repository once, and escapes the text', async () => {
    const queries: (string | null)[] = [];
    const server = await startServer(({ url }) => {
      const q = new URL(url, 'http://x').searchParams.get('q');
      queries.push(q);
      const exact = { uuid: '{exact}', name: 'api' };
      return {
        body: { values: q?.startsWith('name=') ? [exact] : [{ uuid: '{other}', name: 'api-2' }, exact] },
      };
    });
    const found = await client(server).searchRepositories('acme', 'a"p\\i\n');
    expect(found.map(({ uuid }) => uuid)).toEqual(['{exact}', '{other}']);
    expect(queries.sort()).toEqual(['name="a\\"p\\\\i "', 'name~"a\\"p\\\\i "']);
  });
});

describe('files', () => {
  test('S2-09 checkFile asks with HEAD; getFile gives the text; neither throws for a file that is not there', async () => {
    const server = await startServer(({ url }) =>
      url.endsWith('/src/main/docs/r%C3%A9ad%20me.md')
        ? { body: '# Hi', headers: { 'content-type': 'text/html' } }
        : { status: 404 },
    );
    const there = { ref: 'main', path: '/docs/réad me.md' };
    await expect(client(server).checkFile('acme/api', there)).resolves.toBe(true);
    expect(server.requests[0]?.method).toBe('HEAD');
    await expect(client(server).getFile('acme/api', there)).resolves.toBe('# Hi');
    await expect(client(server).checkFile('acme/api', { ref: 'main', path: 'none' })).resolves.toBe(false);
    await expect(client(server).getFile('acme/api', { ref: 'main', path: 'none' })).resolves.toBeUndefined();
    await expect(client(server).getFile('acme/api', { ref: 'main', path: '../x' })).rejects.toMatchObject({
      option: 'path.path',
    });
  });

  test('a branch with a slash is resolved to its hash first', async () => {
    const server = await startServer(({ url }) =>
      url.includes('/refs/branches/feature/x')
        ? { body: { name: 'feature/x', target: { hash: hashOf(7) } } }
        : { body: 'text' },
    );
    await expect(client(server).getFile('acme/api', { ref: 'feature/x', path: 'a.ts' })).resolves.toBe(
      'text',
    );
    expect(server.requests[1]?.url).toBe(`/2.0/repositories/acme/api/src/${hashOf(7)}/a.ts`);
  });
});

describe('hooks', () => {
  test('S2-05 are made, listed, changed and deleted', async () => {
    const server = await startServer(({ method }) =>
      method === 'DELETE'
        ? { status: 204 }
        : { body: method === 'GET' ? { values: [{ uuid: '{h}' }] } : { uuid: '{h}' } },
    );
    const cloud = client(server);
    const hook = { url: 'https://app.example/hook', events: ['repo:push'], active: true, secret: 's' };
    await expect(cloud.createHook('acme/api', hook)).resolves.toMatchObject({ uuid: '{h}' });
    await expect(cloud.getHooks('acme/api')).resolves.toHaveLength(1);
    await cloud.updateHook('acme/api', '{h}', { active: false });
    await expect(cloud.deleteHook('acme/api', '{h}')).resolves.toBeUndefined();
    expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /2.0/repositories/acme/api/hooks',
      'GET /2.0/repositories/acme/api/hooks?pagelen=100',
      'PUT /2.0/repositories/acme/api/hooks/%7Bh%7D',
      'DELETE /2.0/repositories/acme/api/hooks/%7Bh%7D',
    ]);
  });
});
