import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient } from 'bitbucket-sdk/cloud';
import { type BitbucketEmulator, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/support/git-repository.ts';
import { generateHistory } from './support/generated-repository.ts';
import { askGit, type GitTruth } from './support/git-truth.ts';
import { createRandom } from './support/random.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const pairs = 200;
/** Of a long history only the newest commits are asked about, so that the test does not grow with the project. */
const mostCommits = 300;
const seed = 20_261_121;

/** A checkout of this project, with a history; a packed or downloaded copy has none. */
const hasHistory = ((): boolean => {
  try {
    const count = execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: project, stdio: 'pipe' });
    const root = execFileSync('git', ['rev-parse', '--show-prefix'], { cwd: project, stdio: 'pipe' });
    return Number(count) >= 20 && root.toString().trim() === '';
  } catch {
    return false;
  }
})();

/** The emulator is asked once about each address: nothing changes here, and a page of a range is asked for often. */
function rememberingFetch(emulator: BitbucketEmulator): typeof fetch {
  const known = new Map<string, Promise<{ status: number; headers: Headers; body: ArrayBuffer }>>();
  return async (input, init) => {
    const request = new Request(input, init);
    const ask = async () => {
      const response = await emulator.fetch(request);
      return { status: response.status, headers: response.headers, body: await response.arrayBuffer() };
    };
    const answer = known.get(request.url) ?? ask();
    known.set(request.url, answer);
    const { status, headers, body } = await answer;
    return new Response(body, { status, headers });
  };
}

function holdToGit(folder: () => string): void {
  let emulator: BitbucketEmulator;
  let client: BitbucketApiClient;
  let truth: GitTruth;

  beforeAll(async () => {
    // First git, then the clone: somebody may be committing meanwhile.
    truth = askGit(folder(), mostCommits);
    emulator = await createBitbucketEmulator({
      repositories: [{ fullName: 'demo/history', from: folder() }],
      credentials: { accessTokens: [{ token: 'team', workspace: 'demo' }] },
    });
    client = new BitbucketApiClient({ auth: accessToken('team'), fetch: rememberingFetch(emulator) });
  });
  afterAll(() => emulator?.close());

  test(`getCommitFileChanges of each commit`, async () => {
    for (const hash of truth.hashes) {
      const changes = await client.getCommitFileChanges('demo/history', hash);
      expect({ hash, changes }).toEqual({ hash, changes: truth.changesOf(hash) });
    }
  }, 40_000);

  test(`compareCommits of ${pairs} random pairs (seed ${seed})`, async () => {
    const random = createRandom(seed);
    let inside = 0;
    for (let left = pairs; left > 0; left -= 1) {
      const [start, end] = [random.pick(truth.hashes), random.pick(truth.hashes)];
      const maxCommits = random.chance(80) ? 1_000 : 1 + random.below(20);
      const given = random.chance(70) ? start : start.slice(0, 12 + random.below(20));
      const compared = await client.compareCommits('demo/history', { start: given, end, maxCommits });
      const expected = truth.between(start, end);
      const hashes = compared.commits.map(({ hash }) => hash);
      expect({ start, end, truncated: compared.truncated, count: hashes.length }).toEqual({
        start,
        end,
        truncated: expected.size > maxCommits,
        count: Math.min(expected.size, maxCommits),
      });
      expect(hashes.filter((hash) => !expected.has(hash))).toEqual([]);
      expect(new Set(hashes).size).toBe(hashes.length);
      expect(parentsBeforeChildren(hashes, expected, truth)).toEqual([]);
      for (const { hash, patchSet } of compared.commits)
        if (truth.hashes.includes(hash)) expect(patchSet).toEqual(truth.changesOf(hash));
      inside += hashes.length;
    }
    // Pairs of which nothing is between would prove nothing.
    expect(inside).toBeGreaterThan(pairs);
  }, 40_000);
}

/** Newest first means: when a commit is listed, all that is built on it and belongs to the range was listed before. */
function parentsBeforeChildren(
  hashes: readonly string[],
  range: ReadonlySet<string>,
  { parents }: GitTruth,
): string[] {
  const place = new Map(hashes.map((hash, index) => [hash, index]));
  const wrong: string[] = [];
  for (const child of range) {
    for (const parent of parents.get(child) ?? []) {
      const at = place.get(parent);
      if (at !== undefined && at < (place.get(child) ?? Number.POSITIVE_INFINITY)) wrong.push(parent);
    }
  }
  return wrong;
}

describe('the client and the emulator agree with git about a generated history', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await temporaryFolder();
    const options = { cwd: folder, stdio: 'pipe' } as const;
    execFileSync('git', ['init', '--quiet', '--initial-branch=branch-0/0'], options);
    execFileSync('git', ['fast-import', '--quiet', '--done'], {
      ...options,
      input: generateHistory(seed, 200),
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  holdToGit(() => folder);

  test('which has merges, moves, first commits, empty ones, and every kind of file', () => {
    const { hashes, parents, changesOf } = askGit(folder, 1_000);
    expect(hashes).toHaveLength(200);
    expect(hashes.filter((hash) => parents.get(hash)?.length === 2).length).toBeGreaterThan(10);
    expect(hashes.filter((hash) => parents.get(hash)?.length === 0).length).toBeGreaterThan(1);
    expect(hashes.filter((hash) => changesOf(hash).length === 0).length).toBeGreaterThan(5);
    const raw = execFileSync('git', ['log', '--all', '--raw', '-M', '-z', '--format='], { cwd: folder });
    const text = raw.toString();
    for (const kind of [' R100', / R0?\d\d\0/, '160000', '120000', '100755', ' T\0', '日本語', 'new\nline'])
      expect(text).toMatch(kind);
  });
});

describe.skipIf(!hasHistory)(
  'the client and the emulator agree with git about the history of this project',
  () => {
    holdToGit(() => project);
  },
);
