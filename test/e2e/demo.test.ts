import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
}

/** Runs the demo in a temporary directory of its own, so that what it leaves behind can be seen. */
async function demo(...args: string[]): Promise<DemoRun & { left: string[]; running: string[] }> {
  const temporary = await temporaryFolder();
  const child = spawn(process.execPath, [join(root, 'examples/demo.ts'), ...args], {
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

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];

/** A repository with so many commits on its one branch. */
async function repositoryOf(commits: number): Promise<string> {
  const folder = join(await temporaryFolder(), 'sample');
  await mkdir(folder);
  await run('git', ['init', '--quiet', '--initial-branch=trunk', folder]);
  const stream = Array.from({ length: commits }, (_, index) => {
    const message = `Commit ${index}`;
    const content = `${index}\n`;
    return `commit refs/heads/trunk\ncommitter Test <test@example.com> ${1_600_000_000 + index} +0000\ndata ${message.length}\n${message}\nM 100644 inline file.txt\ndata ${content.length}\n${content}`;
  });
  const file = join(folder, '..', 'stream');
  await writeFile(file, stream.join('\n'));
  await run('sh', ['-c', `git -C "${folder}" fast-import --quiet < "${file}"`]);
  return folder;
}

/** A digest over every file of a folder: names and contents. */
async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of files.sort()) hash.update(`${path}\n`).update(await readFile(path));
  return hash.digest('hex');
}

const titles = (stdout: string) => [...stdout.matchAll(/^ok +\d+\. ([^:]+):/gm)].map(([, title]) => title);
const story = ['start', 'the descriptor', 'install', 'search and link', 'clone', 'push', 'release'];

describe('the demo', () => {
  test('runs over this repository, checks every step, and leaves neither process nor file', async () => {
    const { code, stdout, stderr, left, running } = await demo();
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(titles(stdout)).toEqual(
      expect.arrayContaining([...story, 'a push of 12 commits', 'a forged hook', 'uninstall']),
    );
    expect(stdout).toContain('resolves DEMO-1');
    expect(left).toEqual([]);
    expect(running).toEqual([]);
  }, 60_000);

  test('runs with the service on Fastify, too', async () => {
    const { code, stdout } = await demo('--framework', 'fastify');
    expect(code).toBe(0);
    expect(stdout).toContain('the service on fastify');
    expect(titles(stdout)).toEqual(expect.arrayContaining([...story, 'a pull request', 'uninstall']));
  }, 60_000);

  test('with --json ends with addresses, ids and the names of secrets, and nothing else on standard output', async () => {
    const { code, stdout } = await demo('--json');
    expect(code).toBe(0);
    const facts = JSON.parse(stdout) as Record<string, unknown>;
    expect(facts).toMatchObject({ secrets: ['DEMO_TOKEN'], clientKey: expect.any(String) });
    expect(stdout).not.toContain('demo-token');
  }, 60_000);

  test('takes a bare repository, a shallow one, and one of 10,000 commits that somebody else owns, and changes none', async () => {
    const large = await repositoryOf(10_000);
    const bare = join(await temporaryFolder(), 'bare.git');
    await run('git', ['clone', '--quiet', '--bare', large, bare]);
    const shallow = join(await temporaryFolder(), 'shallow');
    await run('git', [...identity, 'clone', '--quiet', '--depth', '3', `file://${bare}`, shallow]);
    if (process.getuid?.() === 0) {
      const entries = await readdir(large, { recursive: true });
      await Promise.all(['', ...entries].map((entry) => chown(join(large, entry), 12345, 12345)));
    }
    for (const folder of [large, bare, shallow]) {
      const before = await fingerprint(folder);
      const { code, stdout, stderr } = await demo('--repo', folder);
      expect(stderr).toBe('');
      expect(code).toBe(0);
      expect(titles(stdout)).toEqual(expect.arrayContaining(story));
      expect(await fingerprint(folder)).toBe(before);
    }
  }, 120_000);

  test('ends with an error and a reason when there is no repository', async () => {
    const { code, stderr, left } = await demo('--repo', await temporaryFolder());
    expect(code).toBe(1);
    expect(stderr).not.toBe('');
    expect(left).toEqual([]);
  }, 30_000);
});

/** Process ids whose environment names the folder, as the example service's does. Empty where there is no /proc. */
async function processesOf(folder: string): Promise<string[]> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const environments = await Promise.all(
    ids.map((id) => readFile(`/proc/${id}/environ`, 'utf8').catch(() => '')),
  );
  return ids.filter((_, index) => environments[index]?.includes(folder));
}
