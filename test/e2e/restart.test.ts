import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BitbucketEmulator, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Browser } from '../../examples/demo/browser.ts';
import { freePort, type ServiceProcess, startService } from '../../examples/demo/service-process.ts';
import { cloneWorkTree, type WorkTree } from '../../examples/demo/work-tree.ts';

const root = resolve(import.meta.dirname, '../..');
const stall = pathToFileURL(join(import.meta.dirname, 'support/stall.ts')).href;

type Stall = 'reading' | 'stored';

interface World {
  readonly emulator: BitbucketEmulator;
  readonly tree: WorkTree;
  /** Hook deliveries that left the emulator. */
  readonly sent: readonly { readonly url: string; readonly init: RequestInit }[];
  /** Starts the example service, always on the same port and the same database. */
  start(stallAt?: Stall): Promise<ServiceProcess>;
}

/** An emulator with one repository of one commit, its clone, and a service that may be started again and again. */
async function createWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'restart-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const sent: { url: string; init: RequestInit }[] = [];
  const emulator = await createBitbucketEmulator({
    repositories: [{ fullName: 'demo/widgets' }],
    credentials: { accessTokens: [{ token: 'token', workspace: 'demo' }] },
    hooks: { retryDelay: 3_000 },
    fetch: (url, init) => {
      if (new Headers(init.headers).has('x-event-key'))
        sent.push({ url, init: { headers: init.headers ?? {}, body: init.body ?? null } });
      return fetch(url, init);
    },
  });
  onTestFinished(() => emulator.close());
  const { url } = await emulator.listen();
  const tree = await cloneWorkTree(
    url.replace('://', '://x-token-auth:token@').concat('/demo/widgets.git'),
    folder,
  );
  const PORT = await freePort();
  const env = { PORT, API_URL: url, SITE_URL: url, DATABASE: join(folder, 'service.sqlite') };
  const start = async (stallAt?: Stall): Promise<ServiceProcess> => {
    const stalled = stallAt === undefined ? {} : { STALL_AT: stallAt, NODE_OPTIONS: `--import=${stall}` };
    const service = await startService(join(root, 'examples/express-service.ts'), { ...env, ...stalled });
    onTestFinished(() => service.stop());
    return service;
  };
  return { emulator, tree, sent, start };
}

async function installAndLink({ url }: ServiceProcess): Promise<void> {
  const { response } = await new Browser().open(`${url}/api/install`);
  expect(response.status).toBe(200);
  const linked = await fetch(`${url}/api/repositories`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: 'demo/widgets' }),
  });
  expect(linked.status).toBe(201);
}

/** The hashes of all commits that the service has, in any order. */
async function receivedBy({ url }: ServiceProcess): Promise<string[]> {
  const pushes = (await (await fetch(`${url}/api/received`)).json()) as { commits: { id: string }[] }[];
  return pushes.flatMap(({ commits }) => commits.map(({ id }) => id)).sort();
}

/** SIGKILL: it can neither answer nor clean up. */
async function kill(service: ServiceProcess): Promise<void> {
  process.kill(service.pid, 'SIGKILL');
  await service.stop();
}

async function stalled({ lines }: ServiceProcess): Promise<void> {
  while (!lines.includes('stalled')) await new Promise((done) => setTimeout(done, 20));
}

async function push({ tree }: World, ...messages: string[]): Promise<string[]> {
  const hashes: string[] = [];
  for (const message of messages) hashes.push(await tree.commit(message, { 'file.txt': `${message}\n` }));
  await tree.git('push', '--quiet', 'origin', `HEAD:${tree.branch}`);
  return hashes;
}

describe('a service that is killed between a hook and its answer', () => {
  test.each<[string, Stall]>([
    ['before it has stored anything', 'reading'],
    ['when it has stored all and answered nothing', 'stored'],
  ])(
    '%s, finishes the work after its restart, and stores nothing twice',
    async (_, stallAt) => {
      const world = await createWorld();
      const first = await world.start();
      await installAndLink(first);
      const known = await push(world, 'One', 'Two');
      await world.emulator.settled();
      expect(await receivedBy(first)).toEqual([...known].sort());
      await kill(first);

      const second = await world.start(stallAt);
      const late = await push(world, 'Three', 'Four', 'Five');
      await stalled(second);
      await kill(second);

      const third = await world.start();
      if (stallAt === 'reading') expect(await receivedBy(third)).toEqual([...known].sort());
      await world.emulator.settled();
      const delivery = world.emulator.deliveries.at(-1);
      expect(delivery).toMatchObject({ event: 'repo:push', outcome: 'delivered' });
      expect(delivery?.attempts[0]?.error).toBe('network');
      expect(delivery?.attempts.at(-1)?.status).toBe(200);
      expect(await receivedBy(third)).toEqual([...known, ...late].sort());

      // It is still installed and linked, with the secrets that it had.
      const more = await push(world, 'Six');
      await world.emulator.settled();
      expect(await receivedBy(third)).toEqual([...known, ...late, ...more].sort());
    },
    60_000,
  );

  test('takes a delivery that was done before its restart as done, and does not run it again', async () => {
    const world = await createWorld();
    const first = await world.start();
    await installAndLink(first);
    await push(world, 'One');
    await world.emulator.settled();
    await kill(first);

    // It would stand still, and never answer, if it read the push again.
    const second = await world.start('reading');
    const [delivery] = world.sent;
    const answer = await fetch(delivery?.url ?? '', { method: 'POST', ...delivery?.init });
    expect(answer.status).toBe(200);
    expect(second.lines).not.toContain('stalled');
  });
});
