import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketServer } from 'bitbucket-sdk/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lines, oddName } from './support/git-repository.ts';
import {
  errorOf,
  type Json,
  type ServerPage,
  type ServerScene,
  startServerScene,
  widgets,
} from './support/server-scene.ts';

let it: ServerScene;
beforeAll(async () => {
  it = await startServerScene();
});
afterAll(() => it.emulator.close());

const encoded = oddName.split('/').map(encodeURIComponent).join('/');
const nameOf = (path: unknown) => (path as Json)['toString'];

describe('files of a Server', () => {
  test('come as they are, at a branch, a tag or a hash', async () => {
    const file = await it.send('GET', `${widgets}/raw/src/main.js`);
    expect(file.text).toBe(`${lines(20)}one more\n`);
    expect(file.headers.get('content-type')).toBe('text/javascript;charset=UTF-8');
    expect((await it.send('GET', `${widgets}/raw/feature.txt?at=refs/heads/feature/x`)).text).toBe(
      'feature\n',
    );
    expect((await it.send('GET', `${widgets}/raw/${encoded}?at=light/weight`)).text).toBe('odd\n');
  });

  test.each([
    ['raw/nope.txt', 'NoSuchPathException'],
    ['raw/src', 'NoSuchPathException'],
    ['browse/nope.txt', 'NoSuchPathException'],
    ['browse/src/..%2FREADME.md', 'NoSuchPathException'],
    ['raw/README.md?at=nope', 'NoSuchCommitException'],
  ])('%s is 404', async (path, exception) => {
    const answer = await it.send('GET', `${widgets}/${path}`);
    expect(answer.status).toBe(404);
    expect(errorOf(answer)['exceptionName']).toMatch(new RegExp(`${exception}$`));
  });

  test('tell their type and their size', async () => {
    const type = async (path: string) => (await it.get(`${widgets}/browse/${path}?type=true`))['type'];
    expect(await Promise.all(['src', 'README.md', 'vendor/other'].map(type))).toEqual([
      'DIRECTORY',
      'FILE',
      'SUBMODULE',
    ]);
    expect(await it.get(`${widgets}/browse/README.md?size=true`)).toEqual({ size: 10 });
  });

  test('are read by lines, in pages', async () => {
    const page = await it.get<Json>(`${widgets}/browse/src/main.js?start=19&limit=1`);
    expect(page).toEqual({
      lines: [{ text: 'line 19' }],
      ...{ start: 19, size: 1, limit: 1, isLastPage: false, nextPageStart: 20 },
    });
    expect(await it.get(`${widgets}/browse/logo.png`)).toMatchObject({ binary: true });
  });

  test('folders are listed before files, in pages', async () => {
    const root = await it.get<{ children: ServerPage; path: Json }>(`${widgets}/browse?at=main`);
    expect(root.children.values.map(({ path, type }) => [type, nameOf(path)])).toEqual([
      ['DIRECTORY', 'src'],
      ['DIRECTORY', 'vendor'],
      ['FILE', 'README.md'],
      ['FILE', 'feature.txt'],
      ['FILE', 'link'],
      ['FILE', 'logo.png'],
      ['FILE', 'run.sh'],
    ]);
    const part = await it.get<{ children: ServerPage }>(`${widgets}/browse?limit=3`);
    expect(part.children).toMatchObject({ size: 3, isLastPage: false, nextPageStart: 3 });
  });
});

describe('blame', () => {
  test('names the commit of each span, from the line asked for', async () => {
    const { first, rename } = it.sample.commits;
    const spans = await it.get<Json[]>(`${widgets}/browse/src/main.js?blame&noContent`);
    expect(spans).toMatchObject([
      { commitHash: first, lineNumber: 1, spannedLines: 20, fileName: 'src/app.js', author: { name: 'ada' } },
      { commitHash: rename, lineNumber: 21, spannedLines: 1, fileName: 'src/main.js' },
    ]);
    const part = await it.get<Json[]>(
      `${widgets}/browse/src/main.js?blame=true&noContent=true&start=9&limit=2`,
    );
    expect(part).toMatchObject([{ lineNumber: 10, spannedLines: 2, displayCommitHash: first.slice(0, 11) }]);
  });

  test('comes with the lines, and knows odd names', async () => {
    const page = await it.get<{ blame: Json[]; lines: Json[] }>(
      `${widgets}/browse/${encoded}?at=light/weight&blame`,
    );
    expect(page.lines).toEqual([{ text: 'odd' }]);
    expect(page.blame).toMatchObject([{ fileName: oddName, lineNumber: 1, spannedLines: 1 }]);
  });

  test("the library's client reads files and blame", async () => {
    const server = new BitbucketServer({
      baseUrl: 'https://git.example.com/bitbucket',
      auth: accessToken('reader-token'),
      fetch: (url, init) => it.emulator.fetch(new Request(url, init)),
    });
    const at = (path: string) => ({ path, ref: 'main' });
    expect(await server.getFile('DEMO/widgets', at('README.md'))).toBe('# Widgets\n');
    expect(await server.checkFile('DEMO/widgets', at('src'))).toBe(true);
    expect(await server.checkFile('DEMO/widgets', at('nope'))).toBe(false);
    expect(await server.getBlame('DEMO/widgets', at('src/main.js'))).toHaveLength(2);
    expect(await server.getBlame('DEMO/widgets', at('nope'))).toEqual([]);
  });
});

describe('branches and tags', () => {
  test('name their commits', async () => {
    const { links, feature, empty, first } = it.sample.commits;
    const branches = await it.get<ServerPage>(`${widgets}/branches`);
    expect(branches.values).toEqual([
      {
        ...{ id: 'refs/heads/feature/x', displayId: 'feature/x', type: 'BRANCH', isDefault: false },
        ...{ latestCommit: feature, latestChangeset: feature },
      },
      {
        ...{ id: 'refs/heads/main', displayId: 'main', type: 'BRANCH', isDefault: true },
        ...{ latestCommit: links, latestChangeset: links },
      },
    ]);
    const tags = await it.get<ServerPage>(`${widgets}/tags`);
    expect(tags.values).toMatchObject([
      { displayId: 'light/weight', latestCommit: first, hash: null },
      { displayId: 'v1.0', type: 'TAG', latestCommit: empty, hash: expect.stringMatching(/^[0-9a-f]{40}$/) },
    ]);
    expect(await it.get(`${widgets}/tags/light/weight`)).toMatchObject({ id: 'refs/tags/light/weight' });
    expect((await it.send('GET', `${widgets}/tags/nope`)).status).toBe(404);
  });

  test('are filtered, and the default one is read and changed', async () => {
    const scene = await startServerScene();
    const found = await scene.get<ServerPage>(`${widgets}/branches?filterText=FEAT`);
    expect(found.values.map(({ displayId }) => displayId)).toEqual(['feature/x']);
    expect(await scene.get(`${widgets}/default-branch`)).toMatchObject({
      displayId: 'main',
      isDefault: true,
    });
    const id = 'refs/heads/feature/x';
    expect((await scene.send('PUT', `${widgets}/default-branch`, { body: { id }, who: 'rita' })).status).toBe(
      401,
    );
    expect((await scene.send('PUT', `${widgets}/default-branch`, { body: { id } })).status).toBe(204);
    expect(await scene.get(`${widgets}/branches/default`)).toMatchObject({ id });
    expect((await scene.send('PUT', `${widgets}/default-branch`, { body: { id: 'nope' } })).status).toBe(404);
    expect((await scene.send('GET', '/projects/DEMO/repos/empty/default-branch')).status).toBe(404);
    await scene.emulator.close();
  });
});
