import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { describe, expect, test } from 'vitest';
import { afterTest } from './support/cleanups.ts';
import { gitIn, lines, temporaryFolder, write } from './support/git-repository.ts';

const api = 'https://api.bitbucket.org/2.0/repositories/demo/widgets';

async function repository() {
  const folder = await temporaryFolder();
  afterTest(() => rm(folder, { recursive: true, force: true }));
  const git = gitIn(folder);
  await git('init', '--quiet', '--initial-branch=main');
  return { folder, git };
}

async function serve(from: string) {
  const emulator = await createBitbucketEmulator({
    repositories: [{ fullName: 'demo/widgets', from, private: false }],
  });
  afterTest(() => emulator.close());
  return async <T>(address: string): Promise<T> =>
    (await (await emulator.fetch(new Request(address))).json()) as T;
}

/** So many commits of one file, by the fast way in. */
async function importCommits(folder: string, count: number): Promise<void> {
  const child = spawn('git', ['fast-import', '--quiet'], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  for (let index = 1; index <= count; index += 1) {
    const message = `Commit ${index}`;
    const parent = index === 1 ? '' : `from :${index - 1}\n`;
    const content = `${index}\n`;
    child.stdin.write(
      `commit refs/heads/main\nmark :${index}\ncommitter N <n@example.com> ${1_500_000_000 + index} +0000\n` +
        `data ${message.length}\n${message}\n${parent}M 644 inline file\ndata ${content.length}\n${content}\n`,
    );
  }
  child.stdin.end();
  await new Promise((resolve) => child.once('close', resolve));
}

describe('a history of 10,000 commits', () => {
  test('is read a page at a time, none missing and none twice, the last page as soon as the first', async () => {
    const { folder } = await repository();
    await importCommits(folder, 10_000);
    const json = await serve(folder);
    const messages = new Set<string>();
    const times: number[] = [];
    let next: string | undefined = `${api}/commits/main?pagelen=100&fields=next,values.message`;
    while (next !== undefined) {
      const started = performance.now();
      const page: { values: { message: string }[]; next?: string } = await json(next);
      times.push(performance.now() - started);
      for (const { message } of page.values) messages.add(message);
      next = page.next;
    }
    expect(messages.size).toBe(10_000);
    expect(times).toHaveLength(100);
    // About 15 ms on an idle machine; the bound is for busy ones.
    expect(times.sort((a, b) => a - b)[50]).toBeLessThan(250);
  }, 60_000);
});

describe('white space', () => {
  test('is left out of differences when it is to be ignored', async () => {
    const { folder, git } = await repository();
    await write(folder, 'indent', lines(3));
    await write(folder, 'both', lines(3));
    await git('add', '.');
    await git('commit', '--quiet', '-m', 'Before');
    await write(folder, 'indent', lines(3, '  line'));
    await write(folder, 'both', `${lines(3, '  line')}more\n`);
    await git('commit', '--quiet', '-am', 'After');
    const json = await serve(folder);
    const changed = async (query: string) => {
      const { values } = await json<{ values: { new: { path: string }; lines_added: number }[] }>(
        `${api}/diffstat/main${query}`,
      );
      return values.map((one) => [one.new.path, one.lines_added]);
    };
    expect(await changed('')).toEqual([
      ['both', 4],
      ['indent', 3],
    ]);
    expect(await changed('?ignore_whitespace=true')).toEqual([['both', 1]]);
  });
});

describe('pages of a walk', () => {
  test('are those of its beginning, whatever is pushed meanwhile', async () => {
    const { folder, git } = await repository();
    for (const name of ['one', 'two', 'three']) await git('commit', '--quiet', '--allow-empty', '-m', name);
    const emulator = await createBitbucketEmulator({
      repositories: [{ fullName: 'demo/widgets', from: folder, private: false }],
      credentials: { basic: [{ username: 'bob', password: 'pass' }] },
    });
    afterTest(() => emulator.close());
    const { url } = await emulator.listen();
    const page = async (address: string) =>
      (await (await fetch(address)).json()) as { values: { message: string }[]; next: string };
    const first = await page(`${url}/2.0/repositories/demo/widgets/commits/main?pagelen=2`);
    await git('commit', '--quiet', '--allow-empty', '-m', 'four');
    await git('push', '--quiet', `${url.replace('//', '//bob:pass@')}/demo/widgets`, 'main');
    const second = await page(first.next);
    expect([...first.values, ...second.values].map(({ message }) => message.trim())).toEqual([
      ...['three', 'two', 'one'],
    ]);
  });
});
