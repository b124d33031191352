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

describe('diffs', () => {
  const stat = async (spec: string) =>
    (await it.json<Page>(`${widgets}/diffstat/${spec}`)).values.map((one) => {
      const {
        status,
        old,
        new: now,
        lines_added,
        lines_removed,
      } = one as Record<string, { path: string } | null>;
      return [status, old?.path ?? null, now?.path ?? null, lines_added, lines_removed];
    });

  test('of a commit are against its first parent', async () => {
    expect(await stat(it.sample.commits.rename)).toEqual([
      ['removed', oddName, null, 0, 1],
      ['modified', 'logo.png', 'logo.png', 0, 0],
      ['modified', 'run.sh', 'run.sh', 0, 0],
      ['renamed', 'src/app.js', 'src/main.js', 1, 0],
    ]);
    expect(await stat(it.sample.commits.merge)).toEqual([['added', null, 'feature.txt', 1, 0]]);
    expect(await stat(it.sample.commits.empty)).toEqual([]);
  });

  test('of the first commit are against nothing', async () => {
    expect((await stat(it.sample.commits.first)).map(([status]) => status)).toEqual(Array(5).fill('added'));
  });

  test('tell submodules and links apart from nothing', async () => {
    expect(await stat(it.sample.commits.links)).toEqual([
      ['added', null, 'link', 1, 0],
      ['added', null, 'vendor/other', 1, 0],
    ]);
  });

  test('escape paths as git does, and link to the file at its commit', async () => {
    const { values } = await it.json<Page>(`${widgets}/diffstat/${it.sample.commits.rename}`);
    expect(values[0]).toMatchObject({
      type: 'diffstat',
      old: {
        type: 'commit_file',
        path: oddName,
        escaped_path: 'dir with space/\\303\\274n\\303\\257 \\"q\\".txt',
        links: {
          self: {
            href: `${api}${widgets}/src/${it.sample.commits.first}/dir%20with%20space/%C3%BCn%C3%AF%20%22q%22.txt`,
          },
        },
      },
      new: null,
    });
  });

  test('without rename detection are a removal and an addition', async () => {
    const changed = await stat(`${it.sample.commits.rename}?renames=false&path=src`);
    expect(changed.map(([status]) => status)).toEqual(['removed', 'added']);
  });

  test('of a..b are the changes of a since it left b; with topic=false all differences', async () => {
    const { rename, feature } = it.sample.commits;
    expect(await stat(`${feature}..${rename}`)).toEqual([['added', null, 'feature.txt', 1, 0]]);
    const both = await stat(`${feature}..${rename}?topic=false`);
    expect(both).toContainEqual(['added', null, oddName, 1, 0]);
    expect(both).toContainEqual(['renamed', 'src/main.js', 'src/app.js', 0, 1]);
    expect(both).toContainEqual(['added', null, 'feature.txt', 1, 0]);
  });

  test('are paged by up to 5000', async () => {
    const page = await it.json<Page>(`${widgets}/diffstat/${it.sample.commits.first}?pagelen=4&page=2`);
    expect(page.values).toHaveLength(1);
    expect(page).toMatchObject({ size: 5, page: 2, pagelen: 4 });
    expect((await it.get(`${widgets}/diffstat/main?pagelen=5000`)).status).toBe(200);
    expect((await it.get(`${widgets}/diffstat/main?pagelen=5001`)).status).toBe(400);
  });

  test('as text are what git prints', async () => {
    const { first, rename } = it.sample.commits;
    const answer = await it.get(`${widgets}/diff/${rename}`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    const expected = await it.sample.git('diff', '-M', first, rename);
    expect((await answer.text()).trim()).toBe(expected);
    const narrow = await (
      await it.get(`${widgets}/diff/${rename}?path=src/main.js&path=src/app.js&context=0`)
    ).text();
    expect(narrow).toContain('@@ -20,0 +21 @@');
    expect(narrow).not.toContain('logo.png');
  });

  test('leave white space out when asked to', async () => {
    const answer = await it.json<Page>(
      `${widgets}/diffstat/${it.sample.commits.rename}?ignore_whitespace=true&path=src`,
    );
    expect(answer.values).toMatchObject([{ lines_added: 1, lines_removed: 0, status: 'renamed' }]);
  });

  test('as patches have a header for each commit', async () => {
    const { first, links, empty, rename } = it.sample.commits;
    expect(await (await it.get(`${widgets}/patch/${rename}`)).text()).toMatch(
      new RegExp(`^From ${rename} .*\\nFrom: .*ada@example.com`),
    );
    expect(await (await it.get(`${widgets}/patch/${first}`)).text()).toContain('Subject: [PATCH] Begin');
    expect(await (await it.get(`${widgets}/patch/${links}..${empty}`)).text()).toMatch(
      new RegExp(`^From ${links} `),
    );
  });

  test('refuse what are not two revisions', async () => {
    for (const spec of ['nope', 'main..nope', 'main..', '..main', 'main...feature/x', 'a..b..c']) {
      expect([spec, (await it.get(`${widgets}/diffstat/${spec}`)).status]).toEqual([spec, 404]);
    }
    expect((await it.get(`${widgets}/diff/main?context=x`)).status).toBe(400);
    expect((await it.get(`${widgets}/diff/main?path=../x`)).status).toBe(404);
    expect((await it.get(`${widgets}/diff/main..feature/x?topic=true&merge=true`)).status).toBe(400);
  });
});
