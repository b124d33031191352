import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import {
  BitbucketIntegration,
  BitbucketRepositoryProvider,
  BitbucketServerIntegration,
  BitbucketServerRepositoryProvider,
  type CompareReleaseOptions,
  type FileChange,
  type ReleaseComparison,
  type RepositoryStore,
} from 'bitbucket-sdk/integration';
import { createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GitIn, gitIn, temporaryFolder, write } from '../testing/support/git-repository.ts';
import { installations, integrationRecord, linkedRepository } from './integration-kit.ts';

const serverUrl = 'https://git.example.com/bitbucket';
/** No release asks what is linked. */
const repositories = {} as RepositoryStore;

interface World {
  readonly git: GitIn;
  readonly hashes: Map<string, string>;
  readonly asked: string[];
  compare(product: Product, options: CompareReleaseOptions): Promise<ReleaseComparison>;
  close(): Promise<void>;
}

type Product = 'cloud' | 'server';
type Make = (git: GitIn, commit: (name: string, change?: Change) => Promise<void>) => Promise<void>;
type Change = (folder: string) => Promise<unknown>;

/** Both products over a repository that the caller makes, one commit a minute; a name stands for each. */
async function worldOf(make: Make): Promise<World> {
  const folder = await temporaryFolder();
  const git = gitIn(folder);
  const hashes = new Map<string, string>();
  await git('init', '--quiet', '--initial-branch=main');
  await make(git, async (name, change = () => write(folder, `${name}.txt`, name)) => {
    await change(folder);
    await git('add', '--all');
    await git('commit', '--quiet', '--allow-empty', '-m', name);
  });
  for (const line of (await git('log', '--all', '--reflog', '--format=%H %s')).split('\n')) {
    hashes.set(line.slice(41), line.slice(0, 40));
  }
  return { git, hashes, ...(await serve(folder)) };
}

async function serve(folder: string): Promise<Pick<World, 'asked' | 'compare' | 'close'>> {
  const emulator = await createBitbucketEmulator({
    repositories: [{ fullName: 'acme/api', from: folder }],
    credentials: { accessTokens: [{ token: 'team', workspace: 'acme' }] },
    server: { contextPath: '/bitbucket', accessTokens: [{ token: 'team', project: 'ACME' }] },
  });
  const asked: string[] = [];
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    asked.push(new URL(url).pathname);
    const headers = new Headers(init.headers);
    headers.set('authorization', 'Bearer team');
    return emulator.fetch(new Request(url, { ...init, headers }));
  };
  const shown = await fetch('https://api.bitbucket.org/2.0/repositories/acme/api', {});
  const { uuid, workspace } = (await shown.json()) as { uuid: string; workspace: { uuid: string } };
  const { metadata } = integrationRecord();
  const cloud = new BitbucketIntegration({
    ...{ installations, appKey: 'app', client: { fetch } },
    record: integrationRecord({ metadata: { ...metadata, uuid: workspace.uuid } }),
  });
  const server = new BitbucketServerIntegration({
    connections: { fetchFor: () => fetch },
    record: integrationRecord({
      ...{ provider: 'bitbucket_server', metadata: { ...metadata, baseUrl: serverUrl } },
      credentials: { type: 'accessToken', token: 'team' },
    }),
  });
  // Not a whole row: that Bitbucket refuses a commit is no reason to look after the repository.
  const { name, config } = linkedRepository();
  const linked = { externalId: uuid, name, config };
  const webhookUrl = (): string => 'https://app.example.com/hook';
  const cloudProvider = new BitbucketRepositoryProvider({ repositories, webhookUrl });
  const serverProvider = new BitbucketServerRepositoryProvider({ repositories, webhookUrl });
  return {
    asked,
    compare: (product, options) =>
      product === 'cloud'
        ? cloudProvider.compareCommits(cloud, linked, options)
        : serverProvider.compareCommits(server, { name: 'ACME/api' }, options),
    async close() {
      await emulator.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The commits of a range by git itself, newest first. The reference integration leaves merges out on Server only. */
async function truth({ git }: World, product: Product, ...range: string[]): Promise<string[]> {
  const merges = product === 'server' ? ['--no-merges'] : [];
  const out = await git('rev-list', '--date-order', ...merges, ...range);
  return out === '' ? [] : out.split('\n');
}

/** What a commit did against its first parent, by git itself; a move is a removal and an addition. */
async function changesOf({ git }: World, hash: string): Promise<FileChange[]> {
  const parent = (await git('rev-list', '--parents', '-n', '1', hash)).split(' ')[1];
  const trees = parent === undefined ? ['--root', '--no-commit-id', hash] : [parent, hash];
  const out = await git('diff-tree', '-r', '--no-renames', '--name-status', ...trees);
  return inOrder(
    (out === '' ? [] : out.split('\n')).map((line) => {
      const [type, path = ''] = line.split('\t');
      return { path, type: type as FileChange['type'] };
    }),
  );
}

const inOrder = (changes: readonly FileChange[]): FileChange[] =>
  [...changes].sort((a, b) => (a.path < b.path ? -1 : 1));

/** Holds a comparison to git: the same commits in the same order, each with the same changes. */
async function holdsToGit(world: World, product: Product, [start, end]: [string, string]): Promise<string[]> {
  const { commits, ...found } = await world.compare(product, {
    start: hashOf(world, start),
    end: hashOf(world, end),
  });
  expect(found).toEqual({ truncated: false, startFound: true });
  const range = `${hashOf(world, start)}..${hashOf(world, end)}`;
  expect(commits.map(({ id }) => id)).toEqual(await truth(world, product, range));
  for (const { id, patchSet } of commits) expect(inOrder(patchSet)).toEqual(await changesOf(world, id));
  return commits.map(({ message }) => message.trim());
}

function hashOf({ hashes }: World, name: string): string {
  const hash = hashes.get(name);
  if (hash === undefined) throw new Error(`There is no commit ${name}`);
  return hash;
}

/** So many commits in a line on main, by the fast way in. */
function importLine(folder: string, count: number): void {
  const dataOf = (text: string): string => `data ${text.length}\n${text}\n`;
  const commits = Array.from({ length: count }, (_, index) => {
    const time = 1_500_000_000 + index * 60;
    return [
      `commit refs/heads/main\nmark :${index + 1}\ncommitter N <n@example.com> ${time} +0000\n`,
      `${dataOf(`commit ${index + 1}`)}${index === 0 ? '' : `from :${index}\n`}`,
      `M 644 inline file\n${dataOf(`${index}`)}`,
    ].join('');
  });
  execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: commits.join(''), stdio: 'pipe' });
}

/** Merges what a release must not lose: branches that are older, many at once, into each other. */
const tangled: Make = async (git, commit) => {
  await commit('base');
  await git('checkout', '--quiet', '-b', 'topic');
  await commit('topic 1');
  await commit('topic 2', () => git('mv', 'base.txt', 'moved.txt'));
  await git('checkout', '--quiet', 'main');
  await commit('release 1');
  await git('merge', '--quiet', '--no-ff', '-m', 'merge topic', 'topic');
  await commit('release 2');
  for (const branch of ['left', 'middle', 'right']) {
    await git('checkout', '--quiet', '-b', branch, 'main');
    await commit(branch);
  }
  await git('checkout', '--quiet', 'main');
  await git('merge', '--quiet', '--no-ff', '-m', 'octopus', 'left', 'middle', 'right');
  await git('checkout', '--quiet', '-b', 'x', 'main');
  await commit('x 1');
  await git('checkout', '--quiet', '-b', 'y', 'main');
  await commit('y 1');
  await git('merge', '--quiet', '--no-ff', '-m', 'x into y', 'x');
  await git('checkout', '--quiet', 'x');
  await git('merge', '--quiet', '--no-ff', '-m', 'y into x', 'y~1');
  await commit('x 2');
  await git('checkout', '--quiet', 'main');
  await git('merge', '--quiet', '--no-ff', '-m', 'merge x', 'x');
  await git('merge', '--quiet', '--no-ff', '-m', 'merge y', 'y');
  await commit('release 3');
  await git('checkout', '--quiet', '-b', 'hotfix', `:/^release 1`);
  await commit('hotfix');
};

const worlds: World[] = [];
afterAll(() => Promise.all(worlds.map((world) => world.close())));

/** One for both products, as no release changes it. */
function sharedWorld(make: Make): () => Promise<World> {
  let made: Promise<World> | undefined;
  return async () => {
    made ??= worldOf(make);
    const world = await made;
    if (!worlds.includes(world)) worlds.push(world);
    return world;
  };
}

const tangledWorld = sharedWorld(tangled);

describe.each<Product>(['cloud', 'server'])('a release on %s', (product) => {
  let world: World;
  beforeAll(async () => {
    world = await tangledWorld();
  });
  const merges = (...names: string[]): string[] => (product === 'cloud' ? names : []);

  test('has the commits that came by the second parent, though they are older than its start', async () => {
    const names = await holdsToGit(world, product, ['release 1', 'release 2']);
    expect(names).toEqual(['release 2', ...merges('merge topic'), 'topic 2', 'topic 1']);
  });

  test('has the commits of all parents of an octopus merge', async () => {
    const names = await holdsToGit(world, product, ['release 2', 'octopus']);
    expect(names).toEqual([...merges('octopus'), 'right', 'middle', 'left']);
  });

  test('has each commit once where branches were merged into each other', async () => {
    expect(await holdsToGit(world, product, ['octopus', 'release 3'])).toHaveLength(
      product === 'cloud' ? 8 : 4,
    );
    expect(await holdsToGit(world, product, ['y into x', 'release 3'])).not.toContain('y 1');
    await holdsToGit(world, product, ['x into y', 'y into x']);
    await holdsToGit(world, product, ['base', 'release 3']);
  });

  test('that begins on another branch has what that branch has not', async () => {
    expect(await holdsToGit(world, product, ['hotfix', 'release 2'])).toContain('topic 1');
    expect(await holdsToGit(world, product, ['release 3', 'hotfix'])).toEqual(['hotfix']);
  });

  test('that goes back, or nowhere, has no commits', async () => {
    expect(await holdsToGit(world, product, ['release 3', 'release 1'])).toEqual([]);
    expect(await holdsToGit(world, product, ['release 2', 'release 2'])).toEqual([]);
  });

  test('may name its end by branch and its start by a short hash', async () => {
    const start = hashOf(world, 'release 2').slice(0, 10);
    const { commits } = await world.compare(product, { start, end: 'main' });
    expect(commits.map(({ id }) => id)).toEqual(await truth(world, product, `${start}..main`));
  });

  test('is cut at its cap, and says so from one commit beyond it on', async () => {
    const [start, end] = [hashOf(world, 'base'), hashOf(world, 'release 3')];
    const all = await truth(world, product, `${start}..${end}`);
    for (const [maxCommits, truncated] of [
      [all.length, false],
      [all.length - 1, true],
      [all.length + 1, false],
      [1, true],
    ] as const) {
      const release = await world.compare(product, { start, end, maxCommits });
      expect(release.commits.map(({ id }) => id)).toEqual(all.slice(0, maxCommits));
      expect(release).toMatchObject({ truncated, startFound: true });
    }
  });

  test('S2-26 without a release before it has the last 10 commits, and nothing was cut', async () => {
    const { commits, ...found } = await world.compare(product, { end: 'main' });
    expect(commits.map(({ id }) => id)).toEqual((await truth(world, product, 'main')).slice(0, 10));
    expect(found).toEqual({ truncated: false, startFound: true });
    const hotfix = await world.compare(product, { end: 'hotfix' });
    expect(hotfix.commits.map(({ message }) => message.trim())).toEqual(['hotfix', 'release 1', 'base']);
  });
});

const longWorld = sharedWorld(async (git) => importLine(await git('rev-parse', '--show-toplevel'), 93));

describe.each<Product>(['cloud', 'server'])('the cap of a release on %s', (product) => {
  let world: World;
  beforeAll(async () => {
    world = await longWorld();
  });

  test('is 90 commits: a range of 90 is whole, one of 91 is cut, by one call for the list and one for each', async () => {
    for (const [last, truncated] of [
      [91, false],
      [92, true],
    ] as const) {
      world.asked.length = 0;
      const [start, end] = [hashOf(world, 'commit 1'), hashOf(world, `commit ${last}`)];
      const { commits, ...found } = await world.compare(product, { start, end });
      expect(found).toEqual({ truncated, startFound: true });
      expect(commits).toHaveLength(90);
      expect(commits[0]?.id).toBe(end);
      expect(world.asked.length).toBeLessThanOrEqual(91);
    }
  });

  test('goes for a start that nobody knows, too: the newest 90 are given, and that it was not found', async () => {
    const unknown = { start: 'deadbeef'.repeat(5), end: 'main' };
    const { commits, ...found } = await world.compare(product, unknown);
    expect(found).toEqual({ truncated: true, startFound: false });
    expect(commits.map(({ id }) => id)).toEqual((await truth(world, product, 'main')).slice(0, 90));
    const whole = await world.compare(product, { ...unknown, maxCommits: 93 });
    expect(whole).toMatchObject({ truncated: false, startFound: false });
    const neither = world.compare(product, { ...unknown, end: 'cafe'.repeat(10) });
    await expect(neither).rejects.toMatchObject({ name: 'ApiError', status: 404 });
  });

  test.each(['0'.repeat(40), '0'.repeat(64)])(
    'is 10 for a start of zeros, which is no commit: %s',
    async (start) => {
      const { commits, ...found } = await world.compare(product, { start, end: 'main' });
      expect(found).toEqual({ truncated: false, startFound: true });
      expect(commits.map(({ id }) => id)).toEqual((await truth(world, product, 'main')).slice(0, 10));
    },
  );
});

/** A release whose last commit was amended after it, on a branch that was merged since. */
const rewritten: Make = async (git, commit) => {
  await commit('base');
  await commit('released');
  await git('commit', '--quiet', '--amend', '-m', 'amended');
  await git('checkout', '--quiet', '-b', 'topic', 'HEAD~1');
  await commit('topic');
  await git('checkout', '--quiet', 'main');
  await git('merge', '--quiet', '--no-ff', '-m', 'merge topic', 'topic');
};

const keptWorld = sharedWorld(async (git, commit) => {
  await rewritten(git, commit);
  await git('branch', 'kept', 'main@{2}');
});
const prunedWorld = sharedWorld(async (git, commit) => {
  await rewritten(git, commit);
  await git('reflog', 'expire', '--expire=now', '--all');
  await git('gc', '--quiet', '--prune=now');
});

describe.each<Product>(['cloud', 'server'])('a start that was rewritten away on %s', (product) => {
  const since = product === 'cloud' ? ['merge topic', 'topic', 'amended'] : ['topic', 'amended'];

  test('leaves out what led to it while another branch still has it', async () => {
    expect(await holdsToGit(await keptWorld(), product, ['released', 'merge topic'])).toEqual(since);
  });

  test('is told as not found when it is gone, and the newest commits are given', async () => {
    const released = hashOf(await keptWorld(), 'released');
    const world = await prunedWorld();
    const { commits, ...found } = await world.compare(product, { start: released, end: 'main' });
    expect(world.hashes.get('released')).toBeUndefined();
    expect(found).toEqual({ truncated: false, startFound: false });
    expect(commits.map(({ message }) => message.trim())).toEqual([...since, 'base']);
  });
});
