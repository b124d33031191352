import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

interface DemoRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Files that it left behind. */
  readonly left: string[];
  /** Processes that it left behind. */
  readonly running: string[];
}

/** Runs the demo in a temporary directory of its own, so that what it leaves behind can be seen. */
async function demo(...args: string[]): Promise<DemoRun> {
  const temporary = await temporaryFolder();
  const child = spawn(process.execPath, [join(root, 'examples/demo-server.ts'), ...args], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, code] = await Promise.all([
    collect(child.stdout),
    collect(child.stderr),
    new Promise<number | null>((done) => child.once('exit', done)),
  ]);
  return { code, stdout, stderr, left: await readdir(temporary), running: await processesOf(temporary) };
}

async function collect(stream: AsyncIterable<Buffer>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(stream)).toString();
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Processes whose environment names the folder. Empty where there is no /proc. */
async function processesOf(folder: string): Promise<string[]> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const environments = await Promise.all(
    ids.map((id) => readFile(`/proc/${id}/environ`, 'utf8').catch(() => '')),
  );
  return ids.filter((_, index) => environments[index]?.includes(folder));
}

/** A small repository of two commits. */
async function smallRepository(): Promise<string> {
  const folder = await temporaryFolder();
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: folder });
  await git('init', '--quiet', '--initial-branch=trunk');
  for (const name of ['one', 'two']) {
    await writeFile(join(folder, name), `${name}\n`);
    await git('add', '.');
    await git('commit', '--quiet', '-m', `Add ${name}`);
  }
  return folder;
}

const titles = (stdout: string) => [...stdout.matchAll(/^ok +\d+\. ([^:]+):/gm)].map(([, title]) => title);
const story = [
  ...['start', 'the form', 'connect', 'search and link', 'clone', 'push', 'release', 'a push of 12 commits'],
  ...['a hook sent twice', 'a forged hook', 'a ping', 'disconnect'],
];

describe('the demo on Bitbucket Server', () => {
  test('runs over this repository, checks every step, and leaves neither process nor file', async () => {
    const { code, stdout, stderr, left, running } = await demo();
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(titles(stdout)).toEqual(story);
    expect(stdout).toContain('resolves DEMO-1');
    expect(left).toEqual([]);
    expect(running).toEqual([]);
  }, 60_000);

  test('takes another repository and the payloads of 9.4, and with --json ends with facts, no secret among them', async () => {
    const folder = await smallRepository();
    const { code, stdout, left } = await demo('--repo', folder, '--server-version', '9.4', '--json');
    expect(code).toBe(0);
    const facts = JSON.parse(stdout) as Record<string, unknown>;
    expect(facts).toMatchObject({
      emulator: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+\/bitbucket$/),
      repository: expect.stringMatching(/^DEMO\//),
      secrets: ['DEMO_TOKEN'],
    });
    expect(stdout).not.toMatch(/demo-token|PRIVATE KEY/);
    expect(left).toEqual([]);
  }, 60_000);

  test('ends with an error and a reason when there is no repository', async () => {
    const { code, stderr, left } = await demo('--repo', await temporaryFolder());
    expect(code).toBe(1);
    expect(stderr).not.toBe('');
    expect(left).toEqual([]);
  }, 30_000);
});
