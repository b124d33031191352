import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  api,
  type CommitPage,
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

describe('commits', () => {
  test('are as git has them, in UTC, with the author linked to the user', async () => {
    const { first, rename } = it.sample.commits;
    const commit = await it.json(`${widgets}/commit/${rename}`);
    expect(commit).toMatchObject({
      type: 'commit',
      hash: rename,
      date: '2018-07-02T18:02:56+00:00',
      message: 'Rename\n',
      author: {
        type: 'author',
        raw: 'Ada Löw <ada@example.com>',
        user: { type: 'user', display_name: 'Ada Löw' },
      },
      parents: [{ type: 'commit', hash: first }],
      repository: { full_name: 'demo/widgets' },
      links: { diff: { href: `${api}${widgets}/diff/${rename}` } },
    });
    expect(await it.json(`${widgets}/commit/${first}`)).toMatchObject({
      summary: { type: 'rendered', html: '<p>Begin</p>\n<p>With a &lt;body&gt; &amp; two lines</p>' },
    });
  });

  test.each(['main', 'feature/x', 'feature%2Fx', 'v1.0', 'light/weight'])(
    'are found by the name %s',
    async (name) => {
      const expected = await it.sample.git('rev-parse', `${decodeURIComponent(name)}^{commit}`);
      expect(await it.json(`${widgets}/commit/${name}`)).toMatchObject({ hash: expected });
    },
  );

  test('are found by short hashes, and not by expressions', async () => {
    const { first } = it.sample.commits;
    expect(await it.json(`${widgets}/commit/${first.slice(0, 8)}`)).toMatchObject({ hash: first });
    for (const revision of ['main~1', 'HEAD^', 'main@{0}', ':/Begin', '--all', 'nope', 'a..b']) {
      const answer = await it.get(`${widgets}/commit/${encodeURIComponent(revision)}`);
      expect([revision, answer.status]).toEqual([revision, 404]);
    }
    expect(await it.json(`${widgets}/commit/nope`)).toEqual({
      type: 'error',
      error: { message: 'Commit not found', data: { shas: ['nope'] } },
      data: { shas: ['nope'] },
    });
  });

  test('of all refs come newest first, a page at a time, without a size', async () => {
    const all: string[] = [];
    let path: string | undefined = `${widgets}/commits?pagelen=2`;
    while (path !== undefined) {
      const page: CommitPage = await it.json<CommitPage>(path);
      expect(page).not.toHaveProperty('size');
      expect(page).not.toHaveProperty('page');
      all.push(...page.values.map(({ hash }) => hash));
      path = page.next?.slice(api.length);
    }
    const { first, rename, feature, merge, empty, links } = it.sample.commits;
    expect(all).toEqual([links, empty, merge, feature, rename, first]);
  });

  test('are narrowed by include, exclude and path', async () => {
    const { first, rename, feature, merge, empty, links } = it.sample.commits;
    const hashes = async (path: string, init?: RequestInit) =>
      (await it.json<CommitPage>(widgets + path, init)).values.map(({ hash }) => hash);
    expect(await hashes('/commits/feature/x')).toEqual([feature, first]);
    expect(await hashes('/commits/?include=feature/x&include=main&exclude=v1.0')).toEqual([links]);
    expect(await hashes(`/commits/main?exclude=${rename}`)).toEqual([links, empty, merge, feature]);
    expect(await hashes('/commits/main?path=feature.txt')).toEqual([feature]);
    expect(await hashes('/commits/main?path=src/')).toEqual([rename, first]);
    const body = new URLSearchParams([
      ['include', 'main'],
      ['exclude', first],
      ['exclude', 'feature/x'],
    ]);
    expect(await hashes('/commits', { method: 'POST', body })).toEqual([links, empty, merge, rename]);
  });

  test('of a posted form go on by next alone', async () => {
    const body = new URLSearchParams([
      ['include', 'main'],
      ['exclude', 'feature/x'],
      ['pagelen', '3'],
    ]);
    const page = await it.json<CommitPage>(`${widgets}/commits`, { method: 'POST', body });
    const second = await it.json<CommitPage>(page.next?.slice(api.length) ?? '');
    expect(second.values.map(({ hash }) => hash)).toEqual([it.sample.commits.rename]);
  });

  test('that are named and not there are a 404', async () => {
    expect((await it.get(`${widgets}/commits/nope`)).status).toBe(404);
    expect((await it.get(`${widgets}/commits?include=main&exclude=nope`)).status).toBe(404);
    expect((await it.get(`${widgets}/commits/main/`)).status).toBe(404);
    expect(await it.json('/repositories/demo/open/commits')).toEqual({ values: [], pagelen: 30 });
  });
});

describe('refs', () => {
  test('are branches and tags', async () => {
    const names = async (path: string) =>
      (await it.json<Page>(widgets + path)).values.map((one) => [one['type'], one['name']]);
    expect(await names('/refs/branches')).toEqual([
      ['branch', 'feature/x'],
      ['branch', 'main'],
    ]);
    expect(await names('/refs/tags')).toEqual([
      ['tag', 'light/weight'],
      ['tag', 'v1.0'],
    ]);
    expect(await names('/refs?sort=-name')).toEqual([
      ['tag', 'v1.0'],
      ['branch', 'main'],
      ['tag', 'light/weight'],
      ['branch', 'feature/x'],
    ]);
    expect(await names('/refs/branches?q=name~%22FEAT%22')).toEqual([['branch', 'feature/x']]);
    expect(await names('/refs/branches?sort=-target.date')).toEqual([
      ['branch', 'main'],
      ['branch', 'feature/x'],
    ]);
  });

  test.each(['feature/x', 'feature%2Fx'])('are found by name, %s', async (name) => {
    expect(await it.json(`${widgets}/refs/branches/${name}`)).toMatchObject({
      type: 'branch',
      name: 'feature/x',
      target: { type: 'commit', hash: it.sample.commits.feature },
      links: { html: { href: 'https://bitbucket.org/demo/widgets/branch/feature/x' } },
    });
  });

  test('have the fields of an annotated tag, or null', async () => {
    expect(await it.json(`${widgets}/refs/tags/v1.0`)).toMatchObject({
      type: 'tag',
      message: 'Version 1\n',
      tagger: { type: 'author', raw: 'Bob <bob@example.com>' },
      target: { hash: it.sample.commits.empty },
    });
    expect(await it.json(`${widgets}/refs/tags/light/weight`)).toMatchObject({
      message: null,
      tagger: null,
      date: null,
    });
  });

  test('that are not there are a 404', async () => {
    for (const path of [
      'branches/nope',
      'branches/v1.0',
      'tags/main',
      'branches/--all',
      'branches/main%0A',
    ]) {
      expect([path, (await it.get(`${widgets}/refs/${path}`)).status]).toEqual([path, 404]);
    }
  });
});
