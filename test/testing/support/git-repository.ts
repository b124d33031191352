/** Small real repositories, made with git in a temporary folder. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';

const run = promisify(execFile);

/** git without the machine's configuration; the n-th commit is made at minute n. */
export function gitIn(folder: string) {
  let minute = 0;
  return async (...args: string[]): Promise<string> => {
    if (args[0] === 'commit' || args[0] === 'merge' || args[0] === 'tag') minute += 1;
    const date = `2018-07-02T20:${String(minute).padStart(2, '0')}:56+02:00`;
    const { stdout } = await run('git', args, {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0',
        GIT_AUTHOR_NAME: 'Ada Löw',
        GIT_AUTHOR_EMAIL: 'ada@example.com',
        GIT_COMMITTER_NAME: 'Bob',
        GIT_COMMITTER_EMAIL: 'bob@example.com',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    });
    return stdout.trim();
  };
}

export type GitIn = ReturnType<typeof gitIn>;

export interface Sample {
  readonly folder: string;
  readonly git: GitIn;
  /** Full hashes by what the commit does. */
  readonly commits: Readonly<Record<'first' | 'rename' | 'feature' | 'merge' | 'empty' | 'links', string>>;
  remove(): Promise<void>;
}

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'emulator-test-'));

export async function write(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

export const oddName = 'dir with space/ünï "q".txt';
export const lines = (count: number, word = 'line'): string =>
  Array.from({ length: count }, (_, index) => `${word} ${index}\n`).join('');

/** A repository with a rename, a binary file, a mode change, a merge, an empty commit, a link, a submodule and tags. */
export async function makeSample(): Promise<Sample> {
  const folder = await temporaryFolder();
  const git = gitIn(folder);
  const head = () => git('rev-parse', 'HEAD');
  await git('init', '--quiet', '--initial-branch=main');
  await write(folder, 'README.md', '# Widgets\n');
  await write(folder, 'src/app.js', lines(20));
  await write(folder, oddName, 'odd\n');
  await write(folder, 'logo.png', Buffer.from([0x89, 0x50, 0, 1, 2, 3]));
  await write(folder, 'run.sh', '#!/bin/sh\n');
  await git('add', '.');
  await git('commit', '--quiet', '-m', 'Begin\n\nWith a <body> & two lines');
  const first = await head();
  await git('mv', 'src/app.js', 'src/main.js');
  await write(folder, 'src/main.js', `${lines(20)}one more\n`);
  await write(folder, 'logo.png', Buffer.from([0x89, 0x50, 0, 9, 9]));
  await git('update-index', '--chmod=+x', 'run.sh');
  await git('rm', '--quiet', oddName);
  await git('add', 'src', 'logo.png');
  await git('commit', '--quiet', '-m', 'Rename');
  const rename = await head();
  await git('checkout', '--quiet', '-f', '-b', 'feature/x', first);
  await write(folder, 'feature.txt', 'feature\n');
  await git('add', 'feature.txt');
  await git('commit', '--quiet', '-m', 'Feature');
  const feature = await head();
  await git('checkout', '--quiet', '-f', 'main');
  await git('merge', '--quiet', '--no-ff', '-m', 'Merge feature/x', 'feature/x');
  const merge = await head();
  await git('commit', '--quiet', '--allow-empty', '-m', 'Nothing');
  const empty = await head();
  await git('tag', '-a', 'v1.0', '-m', 'Version 1');
  await git('tag', 'light/weight', first);
  const target = await git('rev-parse', ':README.md');
  await git('update-index', '--add', '--cacheinfo', `120000,${target},link`);
  await git('update-index', '--add', '--cacheinfo', `160000,${first},vendor/other`);
  await git('commit', '--quiet', '-m', 'Links');
  const links = await head();
  const commits = { first, rename, feature, merge, empty, links };
  return { folder, git, commits, remove: () => rm(folder, { recursive: true, force: true }) };
}

let shared: Promise<Sample> | undefined;

/** One sample for all tests of a file, as none of them changes it. */
export function sharedSample(): Promise<Sample> {
  shared ??= makeSample();
  return shared;
}

afterAll(async () => {
  await (await shared)?.remove();
});
