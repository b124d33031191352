/**
 * Measures one REST call against bare fetch + json(), and beside the clients of others where they are installed: the
 * same small answer of a server in a process of its own, over connections that are kept.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ky from 'ky';
import { accessToken } from '../src/auth/access-token.ts';
import { BitbucketApiClient } from '../src/cloud/client.ts';

const budget = 1.3;
const rounds = 60;
const callsPerRound = 320;
const atOnce = 16;

const path = '/2.0/repositories/acme/widgets';
const route = 'GET /repositories/{workspace}/{repo_slug}';
const parameters = { workspace: 'acme', repo_slug: 'widgets' };
const token = 'a-token-of-the-usual-length-0123456789';
const baseline = 'fetch + json()';
/** Set in the process that serves. */
const serverMark = 'REST_BENCH_SERVER';

/** One call: gives the parsed body. */
type Call = () => Promise<unknown>;

/** Two kilobytes: a repository with its links, as Cloud gives one. */
function repository(): object {
  const link = (rest: string) => ({ href: `https://api.bitbucket.org${path}${rest}` });
  const relations = ['', 'watchers', 'branches', 'tags', 'commits', 'source', 'merges', 'hooks', 'downloads'];
  const owner = {
    type: 'team',
    uuid: '{5b2c9f0e-8c1d-4c8f-9e53-2a3d3f6b1c07}',
    display_name: 'Acme',
    links: { self: link('/owner'), html: link('/owner'), avatar: link('/owner/avatar') },
  };
  return {
    type: 'repository',
    uuid: '{8d3c5f7a-1b2e-4f6a-9c0d-7e8f9a0b1c2d}',
    full_name: 'acme/widgets',
    name: 'widgets',
    slug: 'widgets',
    is_private: true,
    description: 'Widgets of all sizes, and the tools that make them. '.repeat(6),
    scm: 'git',
    language: 'typescript',
    size: 12_345_678,
    has_issues: false,
    created_on: '2024-02-19T10:20:30.123456+00:00',
    updated_on: '2026-11-19T10:20:30.123456+00:00',
    mainbranch: { type: 'branch', name: 'main' },
    owner,
    links: Object.fromEntries(relations.map((name) => [name || 'self', link(`/${name}`)])),
  };
}

/** Takes any call, and so the addresses of other products, too. */
function serve(): void {
  const body = Buffer.from(JSON.stringify(repository()));
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': body.byteLength };
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const { authorization, 'private-token': privateToken } = request.headers;
    const allowed = `${authorization ?? privateToken}`.includes(token);
    response.writeHead(allowed ? 200 : 401, headers).end(body);
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  process.on('disconnect', () => process.exit());
}

/** The parts of the others' clients that are called. Not all are installed, so their own types cannot be had. */
interface BitbucketModule {
  Bitbucket: new (
    options: object,
  ) => { repositories: { get(parameters: object): Promise<{ data: unknown }> } };
}
interface OctokitModule {
  request: {
    defaults(options: object): (route: string, parameters: object) => Promise<{ data: unknown }>;
  };
}
interface GitbeakerModule {
  Gitlab: new (options: object) => { Projects: { show(project: string): Promise<unknown> } };
}

/** Each with the same credential, for one repository or, in the words of its product, project. */
const peers: Readonly<Record<string, (module: never, origin: string) => Call>> = {
  bitbucket({ Bitbucket }: BitbucketModule, origin) {
    const client = new Bitbucket({ baseUrl: `${origin}/2.0`, auth: { token }, notice: false });
    return async () => (await client.repositories.get(parameters)).data;
  },
  '@octokit/request'({ request }: OctokitModule, origin) {
    const call = request.defaults({
      baseUrl: `${origin}/2.0`,
      headers: { authorization: `Bearer ${token}` },
    });
    return async () => (await call(route, parameters)).data;
  },
  '@gitbeaker/rest'({ Gitlab }: GitbeakerModule, origin) {
    // What its own limit of calls in a minute holds back is not to be measured.
    const client = new Gitlab({ host: origin, token, rateLimits: { '**': 100_000_000 } });
    return () => client.Projects.show('acme/widgets');
  },
};

function candidates(origin: string): Readonly<Record<string, Call>> {
  const url = origin + path;
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  const client = new BitbucketApiClient({ baseUrl: origin, auth: accessToken(token) });
  const calls: Record<string, Call> = {
    [baseline]: async () => (await fetch(url, { headers })).json(),
    'this library': () => client.request(route, { path: parameters }),
    'ky, retries off': () => ky(url, { headers, retry: 0 }).json(),
  };
  for (const [name, make] of Object.entries(peers)) {
    const module = load(name);
    if (module !== undefined) calls[name] = make(module, origin);
    else console.log(`${name} is not installed, and so not compared`);
  }
  return calls;
}

/** `node bench/rest.bench.ts <folder>`: a folder in which more of the others are installed. */
function load(name: string): never | undefined {
  for (const folder of [process.argv[2], fileURLToPath(new URL('..', import.meta.url))]) {
    if (folder === undefined) continue;
    try {
      return createRequire(join(folder, 'package.json'))(name) as never;
    } catch {
      // Looked for in the next folder.
    }
  }
  return undefined;
}

/** Rounds in which each has its turn, so that all meet the same weather. Microseconds for one call, by round. */
async function takeTurns(
  calls: Readonly<Record<string, Call>>,
  places: number,
  count: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map(Object.keys(calls).map((name) => [name, [] as number[]]));
  for (let round = 0; round < count; round += 1) {
    // In both directions: none is always the one that runs after, and with the garbage of, another.
    const order = Object.entries(calls);
    for (const [name, call] of round % 2 === 0 ? order : order.reverse()) {
      const start = performance.now();
      let left = callsPerRound;
      const work = async () => {
        while (left-- > 0) await call();
      };
      await Promise.all(Array.from({ length: places }, work));
      times.get(name)?.push(((performance.now() - start) * 1000) / callsPerRound);
    }
  }
  return times;
}

/** Prints the best and the middle round of each, both as ratios to the baseline's. Is the budget kept in both? */
function report(title: string, times: ReadonlyMap<string, readonly number[]>): boolean {
  const floor = summary(times.get(baseline) ?? []);
  console.log(`${title}, in µs: best of ${rounds} rounds (ratio), middle round (ratio)`);
  let kept = true;
  for (const [name, rounds] of times) {
    const { best, middle } = summary(rounds);
    const ratios = [best / floor.best, middle / floor.middle];
    const isOurs = name === 'this library';
    if (isOurs) kept = ratios.every((ratio) => ratio <= budget);
    const [first, second] = ratios.map((ratio) => ratio.toFixed(2));
    const verdict = isOurs ? ` (budget ${budget}${kept ? '' : ' MISSED'})` : '';
    console.log(`  ${name}: ${best.toFixed(1)} (${first}), ${middle.toFixed(1)} (${second})${verdict}`);
  }
  return kept;
}

function summary(times: readonly number[]): { best: number; middle: number } {
  const ordered = [...times].sort((a, b) => a - b);
  const at = (index: number) => ordered[index] ?? Number.NaN;
  return { best: at(0), middle: at(Math.floor(ordered.length / 2)) };
}

async function measure(origin: string): Promise<boolean> {
  const calls = candidates(origin);
  const expected = JSON.stringify(repository());
  for (const [name, call] of Object.entries(calls)) {
    if (JSON.stringify(await call()) !== expected) throw new Error(`${name} gave something else`);
  }
  // All are warm before any is measured.
  await takeTurns(calls, 1, 10);
  const alone = report('one after another', await takeTurns(calls, 1, rounds));
  const together = report(`${atOnce} at once`, await takeTurns(calls, atOnce, rounds));
  return alone && together;
}

async function main(): Promise<void> {
  const server = fork(fileURLToPath(import.meta.url), { env: { ...process.env, [serverMark]: '1' } });
  try {
    const [port] = await once(server, 'message');
    process.exitCode = (await measure(`http://127.0.0.1:${port}`)) ? 0 : 1;
  } finally {
    server.kill();
  }
}

if (process.env[serverMark] === '1') serve();
else await main();
