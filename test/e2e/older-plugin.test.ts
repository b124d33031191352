import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const titles = (stdout: string) => [...stdout.matchAll(/^ok +\d+\. ([^:]+):/gm)].map(([, title]) => title);

test('the example of the older plugin runs with a consumer of the environment, checks every step, and leaves nothing', async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'older-plugin-test-'));
  onTestFinished(() => rm(temporary, { recursive: true, force: true }));
  const consumer = { BITBUCKET_CONSUMER_KEY: 'key:of:ours', BITBUCKET_CONSUMER_SECRET: 'p4ss&word' };
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [join(root, 'examples/older-plugin.ts')],
    { env: { ...process.env, ...consumer, TMPDIR: temporary } },
  );
  expect(stderr).toBe('');
  expect(titles(stdout)).toEqual([
    ...['configure', 'an issue', 'link a repository', 'push', 'a push that nobody signed', 'a release'],
    ...['unlink', 'the tracker today', 'OAuth 1.0a today'],
  ]);
  expect(stdout).toContain('resolves DOOR-7');
  expect(stdout).toContain('2026-08-20');
  expect(stdout).not.toMatch(/FAILED|p4ss|secret of ann|token of ann/);
  expect(await readdir(temporary)).toEqual([]);
}, 60_000);
