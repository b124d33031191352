import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oddName } from './support/git-repository.ts';
import {
  api,
  type Page,
  type SampleEmulator,
  startSampleEmulator,
  widgets,
} from './support/sample-emulator.ts';

let it: SampleEmulator;

beforeAll(async () => {
  it = await startSampleEmulator();
});

afterAll(() => it.stop());

describe('files', () => {
  test('are the bytes that git has, with a type by name and a tag by content', async () => {
    const answer = await it.get(`${widgets}/src/main/logo.png`);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from([0x89, 0x50, 0, 9, 9]));
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-length')).toBe('5');
    const etag = answer.headers.get('etag') ?? '';
    expect(
      (await it.get(`${widgets}/src/main/logo.png`, { headers: { 'if-none-match': etag } })).status,
    ).toBe(304);
  });

  test('are asked for by HEAD without a body', async () => {
    const answer = await it.get(`${widgets}/src/main/README.md`, { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
      200,
      '10',
      '',
    ]);
    expect((await it.get(`${widgets}/src/main/nope`, { method: 'HEAD' })).status).toBe(404);
  });

  test('are found under branches with slashes, encoded or not, and under odd names', async () => {
    for (const branch of ['feature/x', 'feature%2Fx']) {
      expect(await (await it.get(`${widgets}/src/${branch}/feature.txt`)).text()).toBe('feature\n');
    }
    const odd = oddName.split('/').map(encodeURIComponent).join('/');
    expect(await (await it.get(`${widgets}/src/${it.sample.commits.first}/${odd}`)).text()).toBe('odd\n');
  });

  test('that are not there are named', async () => {
    expect(await it.json(`${widgets}/src/main/no/file`)).toEqual({
      type: 'error',
      error: { message: 'No such file or directory: no/file' },
    });
    for (const path of ['src/main/a%2F..%2F..%2Fb', 'src/main/a%00b', 'src/main/a//b']) {
      expect([path, (await it.get(`${widgets}/${path}`)).status]).toEqual([path, 404]);
    }
  });

  test('of a folder are listed, folders first', async () => {
    for (const path of ['/src/main/', '/src/main']) {
      const page = await it.json<Page>(`${widgets}${path}`);
      expect(page.values.map((one) => one['path'])).toEqual([
        'src',
        'vendor',
        'README.md',
        'feature.txt',
        'link',
        'logo.png',
        'run.sh',
      ]);
      expect(page).toMatchObject({ size: 7, page: 1, pagelen: 10 });
    }
    const inner = await it.json<Page>(`${widgets}/src/main/src/?pagelen=1`);
    expect(inner.values).toMatchObject([
      {
        type: 'commit_file',
        path: 'src/main.js',
        size: 159,
        attributes: [],
        commit: { type: 'commit', hash: it.sample.commits.links },
        links: { self: { href: `${api}${widgets}/src/${it.sample.commits.links}/src/main.js` } },
      },
    ]);
  });

  test('are listed several levels deep, level by level', async () => {
    const page = await it.json<Page>(`${widgets}/src/main/?max_depth=2&pagelen=8`);
    const second = await it.json<Page>(page.next?.slice(api.length) ?? '');
    expect([...page.values, ...second.values].map((one) => one['path'])).toEqual([
      ...['src', 'vendor', 'README.md', 'feature.txt', 'link', 'logo.png', 'run.sh'],
      ...['src/main.js', 'vendor/other'],
    ]);
  });

  test('have metadata with what they are', async () => {
    const meta = (path: string) => it.json(`${widgets}/src/main/${path}?format=meta`);
    expect(await meta('run.sh')).toMatchObject({
      type: 'commit_file',
      path: 'run.sh',
      size: 10,
      attributes: ['executable'],
    });
    expect(await meta('link')).toMatchObject({ attributes: ['link'] });
    expect(await meta('vendor/other')).toMatchObject({ attributes: ['subrepository'] });
    expect(await meta('src')).toMatchObject({ type: 'commit_directory', path: 'src' });
    expect(await (await it.get(`${widgets}/src/main/vendor/other`)).text()).toBe(it.sample.commits.first);
  });

  test('have a history that follows renames, unless it should not', async () => {
    const history = async (query: string) => {
      const page = await it.json<Page>(`${widgets}/filehistory/main/src/main.js${query}`);
      return page.values.map(({ path, commit }) => [path, (commit as { hash: string }).hash]);
    };
    const { first, rename } = it.sample.commits;
    expect(await history('')).toEqual([
      ['src/main.js', rename],
      ['src/app.js', first],
    ]);
    expect(await history('?renames=false')).toEqual([['src/main.js', rename]]);
    expect(await history('?pagelen=1&page=2')).toEqual([['src/app.js', first]]);
    const fields = 'values.commit.hash,values.commit.author.raw,next';
    expect(await it.json(`${widgets}/filehistory/main/src/main.js?pagelen=1&fields=${fields}`)).toEqual({
      values: [{ commit: { hash: rename, author: { raw: 'Ada Löw <ada@example.com>' } } }],
      next: `${api}${widgets}/filehistory/main/src/main.js?pagelen=1&fields=${encodeURIComponent(fields)}&page=2`,
    });
    expect((await it.get(`${widgets}/filehistory/main/nope`)).status).toBe(404);
  });

  test('of no named commit are those of the main branch', async () => {
    const answer = await it.get(`${widgets}/src?pagelen=3`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`${api}${widgets}/src/${it.sample.commits.links}/?pagelen=3`);
    expect((await it.get('/repositories/demo/open/src')).status).toBe(404);
  });
});
