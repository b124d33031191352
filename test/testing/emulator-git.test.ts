import { chmod, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BitbucketEmulator,
  type BitbucketEmulatorOptions,
  createBitbucketEmulator,
} from 'bitbucket-sdk/testing';
import { describe, expect, test } from 'vitest';
import { afterTest } from './support/cleanups.ts';
import { gitIn, lines, sharedSample, temporaryFolder, write } from './support/git-repository.ts';

const credentials: BitbucketEmulatorOptions['credentials'] = {
  accessTokens: [
    { token: 'team', workspace: 'demo' },
    { token: 'reader', workspace: 'demo', scopes: ['repository'] },
    { token: 'one-repo', workspace: 'demo', repository: 'open' },
  ],
  apiTokens: [{ email: 'ada@example.com', token: 'ada-token' }],
  basic: [{ username: 'bob', password: 'pass:word' }],
};

async function folder(): Promise<string> {
  const path = await temporaryFolder();
  afterTest(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function start(
  options: BitbucketEmulatorOptions,
): Promise<{ emulator: BitbucketEmulator; url: string; at(user?: string): string }> {
  const emulator = await createBitbucketEmulator({ credentials, ...options });
  afterTest(() => emulator.close());
  const { url } = await emulator.listen();
  return { emulator, url, at: (user) => (user === undefined ? url : url.replace('//', `//${user}@`)) };
}

async function sampleEmulator() {
  const sample = await sharedSample();
  const repositories = [
    { fullName: 'demo/widgets', from: sample.folder },
    { fullName: 'demo/open', private: false },
  ];
  return { sample, ...(await start({ repositories })) };
}

/** A clone to work in. */
async function clone(address: string) {
  const path = await folder();
  const git = gitIn(path);
  await git('clone', '--quiet', address, '.');
  return { path, git };
}

const refs = async (emulator: BitbucketEmulator, path: string): Promise<unknown[]> => {
  const address = `https://api.bitbucket.org/2.0/repositories/demo/${path}`;
  const answer = await emulator.fetch(new Request(address, { headers: { authorization: 'Bearer team' } }));
  const { values } = (await answer.json()) as { values: { name: string; target: { hash: string } }[] };
  return values.map(({ name, target }) => [name, target.hash]);
};

describe('git over HTTP', () => {
  test('clones and fetches what the repository has', async () => {
    const { sample, at } = await sampleEmulator();
    const { git } = await clone(`${at('x-token-auth:team')}/demo/widgets.git`);
    expect(await git('rev-parse', 'HEAD')).toBe(sample.commits.links);
    expect(await git('tag')).toBe('light/weight\nv1.0');
    expect(await git('fsck', '--no-dangling')).toBe('');
  });

  test.each([
    'x-token-auth:team',
    'x-bitbucket-api-token-auth:ada-token',
    'ada:ada-token',
    'bob:pass%3Aword',
  ])('takes the credential of %s', async (user) => {
    const { at } = await sampleEmulator();
    const heads = await gitIn(await folder())('ls-remote', `${at(user)}/demo/widgets`, 'HEAD');
    expect(heads).toMatch(/HEAD$/);
  });

  test.each([
    ['nobody', undefined, 401],
    ['a wrong token', 'x-token-auth:wrong', 401],
    ['a token as password of another name', 'ada@example.com:ada-token', 401],
    ['a token of another repository', 'x-token-auth:one-repo', 404],
  ])('does not show a private repository to %s', async (_, user, status) => {
    const { url } = await sampleEmulator();
    const headers: Record<string, string> =
      user === undefined ? {} : { authorization: `Basic ${btoa(user)}` };
    const answer = await fetch(`${url}/demo/widgets.git/info/refs?service=git-upload-pack`, { headers });
    expect(answer.status).toBe(status);
    if (status === 401)
      expect(answer.headers.get('www-authenticate')).toBe('Basic realm="Bitbucket.org HTTP"');
  });

  test('shows a public repository to all, and lets only those who may write push', async () => {
    const { url } = await sampleEmulator();
    const ask = (service: string, user?: string) => {
      const headers: Record<string, string> =
        user === undefined ? {} : { authorization: `Basic ${btoa(user)}` };
      return fetch(`${url}/demo/open.git/info/refs?service=${service}`, { headers });
    };
    expect((await ask('git-upload-pack')).status).toBe(200);
    expect((await ask('git-receive-pack')).status).toBe(401);
    expect((await ask('git-receive-pack', 'x-token-auth:reader')).status).toBe(403);
    expect((await ask('git-receive-pack', 'x-token-auth:one-repo')).status).toBe(200);
    expect((await ask('git-annex', 'x-token-auth:team')).status).toBe(403);
  });

  test('takes pushes that create, update, force and delete, and the API shows them', async () => {
    const { emulator, at } = await sampleEmulator();
    const { path, git } = await clone(`${at('x-token-auth:team')}/demo/widgets.git`);
    await write(path, 'new.txt', 'new\n');
    await git('add', '.');
    await git('commit', '--quiet', '-m', 'New');
    const pushed = await git('rev-parse', 'HEAD');
    await git('push', '--quiet', 'origin', 'main', 'main:refs/heads/topic/a', 'HEAD~1:refs/tags/v2');
    expect(await refs(emulator, 'widgets/refs/branches')).toContainEqual(['main', pushed]);
    expect(await refs(emulator, 'widgets/refs/branches')).toContainEqual(['topic/a', pushed]);
    await git('push', '--quiet', '--force', 'origin', 'HEAD~2:refs/heads/topic/a');
    expect(await refs(emulator, 'widgets/refs/branches')).toContainEqual([
      'topic/a',
      await git('rev-parse', 'HEAD~2'),
    ]);
    await git('push', '--quiet', 'origin', ':topic/a', ':refs/tags/v2');
    expect(await refs(emulator, 'widgets/refs/branches')).not.toContainEqual(['topic/a', expect.anything()]);
    await expect(git('push', '--quiet', 'origin', ':main')).rejects.toThrow(
      'deletion of the current branch prohibited',
    );
  });

  test('makes the first branch that is pushed the main branch', async () => {
    const { emulator, at } = await sampleEmulator();
    const path = await folder();
    const git = gitIn(path);
    await git('init', '--quiet', '--initial-branch=trunk');
    await git('commit', '--quiet', '--allow-empty', '-m', 'Begin');
    await git('push', '--quiet', `${at('x-token-auth:team')}/demo/open.git`, 'trunk');
    await emulator.settled();
    const answer = await emulator.fetch(new Request('https://api.bitbucket.org/2.0/repositories/demo/open'));
    expect(await answer.json()).toMatchObject({ mainbranch: { name: 'trunk' } });
  });

  test('takes large pushes in chunks, and small ones that are zipped', async () => {
    const { at } = await sampleEmulator();
    const { path, git } = await clone(`${at('x-token-auth:team')}/demo/widgets.git`);
    const noise = Buffer.alloc(3_000_000);
    for (let index = 0; index < noise.length; index += 1)
      noise[index] = (index * index * 31 + (index >> 3)) % 251;
    await write(path, 'big.bin', noise);
    await git('add', '.');
    await git('commit', '--quiet', '-m', 'Big');
    await git('-c', 'http.postBuffer=65536', '-c', 'core.compression=0', 'push', '--quiet', 'origin', 'main');
    const again = await clone(`${at('x-token-auth:team')}/demo/widgets.git`);
    expect((await stat(join(again.path, 'big.bin'))).size).toBe(noise.length);
    for (let index = 0; index < 60; index += 1) await git('branch', `b/${index}`, 'HEAD~1');
    await git('push', '--quiet', 'origin', '--all');
    // Many wants and haves make git zip its request.
    await again.git('fetch', '--quiet');
    expect((await again.git('branch', '--remotes')).split('\n').length).toBeGreaterThan(60);
  });

  test('takes pushes from several clients at a time', async () => {
    const { emulator, at } = await sampleEmulator();
    const clones = await Promise.all(
      [1, 2, 3, 4].map(() => clone(`${at('x-token-auth:team')}/demo/widgets.git`)),
    );
    await Promise.all(
      clones.map(async ({ git }, index) => {
        await git('commit', '--quiet', '--allow-empty', '-m', `By ${index}`);
        await git('push', '--quiet', 'origin', `HEAD:refs/heads/by-${index}`);
      }),
    );
    expect(await refs(emulator, 'widgets/refs/branches')).toHaveLength(6);
  });
});

describe('a given repository', () => {
  const show = async (from: string) => {
    const { emulator } = await start({ repositories: [{ fullName: 'demo/widgets', from }] });
    return refs(emulator, 'widgets/refs/branches');
  };
  const make = async (commits = 3) => {
    const path = await folder();
    const git = gitIn(path);
    await git('init', '--quiet', '--initial-branch=main');
    for (let index = 0; index < commits; index += 1) {
      await write(path, 'file', lines(index + 1));
      await git('add', '.');
      await git('commit', '--quiet', '-m', `Commit ${index}`);
    }
    return { path, git, head: await git('rev-parse', 'HEAD') };
  };

  test('may be bare, shallow or a worktree', async () => {
    const { path, git, head } = await make();
    const bare = await folder();
    await git('clone', '--quiet', '--bare', path, bare);
    expect(await show(bare)).toEqual([['main', head]]);
    const shallow = await folder();
    await git('clone', '--quiet', '--depth=1', `file://${path}`, shallow);
    expect(await show(shallow)).toEqual([['main', head]]);
    const worktree = join(await folder(), 'tree');
    await git('worktree', 'add', '--quiet', '-b', 'other', worktree);
    expect(await show(worktree)).toEqual([
      ['main', head],
      ['other', head],
    ]);
  });

  test('that is shallow ends where its history does', async () => {
    const { path, git, head } = await make();
    const shallow = await folder();
    await git('clone', '--quiet', '--depth=1', `file://${path}`, shallow);
    const { emulator } = await start({
      repositories: [{ fullName: 'demo/widgets', from: shallow, private: false }],
    });
    const ask = async (what: string) =>
      (await (
        await emulator.fetch(new Request(`https://api.bitbucket.org/2.0/repositories/demo/widgets/${what}`))
      ).json()) as { values: unknown[] };
    expect((await ask('commits/main')).values).toHaveLength(1);
    expect((await ask(`diffstat/${head}`)).values).toMatchObject([{ status: 'added' }]);
  });

  test('may stand on a commit without a branch', async () => {
    const { path, git, head } = await make();
    await git('checkout', '--quiet', '--detach', 'HEAD~1');
    const { emulator } = await start({
      repositories: [{ fullName: 'demo/widgets', from: path, private: false }],
    });
    const answer = await emulator.fetch(
      new Request('https://api.bitbucket.org/2.0/repositories/demo/widgets'),
    );
    expect(await answer.json()).toMatchObject({ mainbranch: { name: 'main' } });
    expect(await refs(emulator, 'widgets/refs/branches')).toEqual([['main', head]]);
  });

  test.runIf(process.getuid?.() === 0)('may belong to another user', async () => {
    const { path, git, head } = await make();
    await chmod(path, 0o755);
    const { execFileSync } = await import('node:child_process');
    execFileSync('chown', ['-R', '54321:54321', path]);
    await expect(git('status')).rejects.toThrow('dubious ownership');
    expect(await show(path)).toEqual([['main', head]]);
  });

  test('is never changed, whatever is pushed', async () => {
    const { path, head } = await make();
    const before = await snapshot(path);
    const { emulator, at } = await start({ repositories: [{ fullName: 'demo/widgets', from: path }] });
    const copy = await clone(`${at('x-token-auth:team')}/demo/widgets.git`);
    await copy.git('commit', '--quiet', '--allow-empty', '-m', 'More');
    await copy.git('push', '--quiet', 'origin', 'main', 'main:new');
    await emulator.close();
    expect(await snapshot(path)).toEqual(before);
    expect(await gitIn(path)('rev-parse', 'main')).toBe(head);
  });

  test('that is none is named in the error', async () => {
    const path = await folder();
    const failing = createBitbucketEmulator({ repositories: [{ fullName: 'demo/widgets', from: path }] });
    await expect(failing).rejects.toMatchObject({ code: 'invalid_option', option: 'repositories.from' });
    const bad = createBitbucketEmulator({ repositories: [{ fullName: 'demo/../x' }] });
    await expect(bad).rejects.toMatchObject({ code: 'invalid_option', option: 'repositories.fullName' });
  });
});

describe('closing', () => {
  /** A folder for temporary files that nobody else uses. */
  async function ownTemporaryFolder(): Promise<string> {
    const before = process.env['TMPDIR'];
    const path = await folder();
    process.env['TMPDIR'] = path;
    afterTest(async () => {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    });
    return path;
  }

  test.runIf(process.platform === 'linux')(
    'in the middle of a push leaves no file and no process',
    async () => {
      const temporary = await ownTemporaryFolder();
      const emulator = await createBitbucketEmulator({
        repositories: [{ fullName: 'demo/widgets' }],
        credentials,
      });
      const { url } = await emulator.listen();
      const pushing = pushHalf(url);
      await expect.poll(() => gitProcesses(temporary)).toBeGreaterThan(0);
      await emulator.close();
      await pushing;
      expect(await readdir(temporary)).toEqual([]);
      // Killed is not yet gone: the machine may take a moment to clear away what git had started.
      await expect.poll(() => gitProcesses(temporary)).toBe(0);
      await emulator.close();
    },
  );

  test('comes with leaving the block, and after a start that failed', async () => {
    const temporary = await ownTemporaryFolder();
    {
      await using emulator = await createBitbucketEmulator({ repositories: [{ fullName: 'demo/widgets' }] });
      expect(await emulator.settled()).toBeUndefined();
      expect(await readdir(temporary)).toHaveLength(1);
    }
    expect(await readdir(temporary)).toEqual([]);
    await expect(createBitbucketEmulator({ repositories: [{ fullName: 'demo' }] })).rejects.toThrow();
    expect(await readdir(temporary)).toEqual([]);
  });

  test('a push whose client goes away in the middle changes nothing, and the next one works', async () => {
    const { emulator, url, at } = await sampleEmulator();
    const { git } = await clone(`${at('x-token-auth:team')}/demo/widgets.git`);
    const before = await refs(emulator, 'widgets/refs/branches');
    const gone = new AbortController();
    const pushing = pushHalf(url, gone.signal);
    setTimeout(() => gone.abort(), 50);
    await pushing;
    await emulator.settled();
    expect(await refs(emulator, 'widgets/refs/branches')).toEqual(before);
    await git('push', '--quiet', 'origin', 'main:refs/heads/after');
    expect(await refs(emulator, 'widgets/refs/branches')).toHaveLength(3);
  });
});

/** Begins a push and never ends it; settles when the server or the signal does. */
function pushHalf(url: string, signal?: AbortSignal): Promise<unknown> {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from('00ab')),
  });
  const headers = {
    authorization: `Basic ${btoa('x-token-auth:team')}`,
    'content-type': 'application/x-git-receive-pack-request',
  };
  const init = { method: 'POST', headers, body, duplex: 'half', ...(signal && { signal }) } as RequestInit;
  return fetch(`${url}/demo/widgets.git/git-receive-pack`, init).catch((error: unknown) => error);
}

/** How many processes have the folder in their environment. */
async function gitProcesses(name: string): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter((entry) => /^\d+$/.test(entry));
  const environments = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')),
  );
  return environments.filter((environment) => environment.includes(name)).length;
}

/** Every file below with its size and time. */
async function snapshot(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true });
  const files = await Promise.all(
    entries.map(async (entry) => {
      const { size, mtimeMs, mode } = await stat(join(path, entry));
      return `${entry} ${size} ${mtimeMs} ${mode}`;
    }),
  );
  return files.sort();
}
