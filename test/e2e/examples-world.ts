/** An emulated Bitbucket, an example as a process of its own beside it, a browser, and a clone to push from. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BitbucketEmulatorOptions, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { expect, onTestFinished } from 'vitest';
import { Browser, type PlainFetch } from '../../examples/demo/browser.ts';
import { freePort, startService } from '../../examples/demo/service-process.ts';
import { cloneWorkTree } from '../../examples/demo/work-tree.ts';

const examples = resolve(import.meta.dirname, '../../examples');

/** A delivery as the emulator sent it. */
export interface SentDelivery {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

export type ExampleWorld = Awaited<ReturnType<typeof createExampleWorld>>;

/** A folder, an address for the example, and an emulator; the example is started once the emulator is there. */
export async function createExampleWorld(
  example: string,
  emulated: (origin: string) => BitbucketEmulatorOptions,
) {
  const folder = await mkdtemp(join(tmpdir(), 'examples-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const PORT = await freePort();
  const origin = `http://127.0.0.1:${PORT}`;
  const sent: SentDelivery[] = [];
  const clientKeys: string[] = [];
  const emulator = await createBitbucketEmulator({
    repositories: [{ fullName: 'demo/widgets' }, { fullName: 'rival/site' }],
    hooks: { retryDelay: 1 },
    fetch: (url, init) => {
      const headers = new Headers(init.headers);
      const body = Buffer.from((init.body ?? new Uint8Array()) as Uint8Array).toString();
      if (headers.has('x-event-key')) sent.push({ url, headers, body });
      if (url.endsWith('/installed')) clientKeys.push((JSON.parse(body) as { clientKey: string }).clientKey);
      return fetch(url, init);
    },
    ...emulated(origin),
  });
  onTestFinished(() => emulator.close());
  const { url } = await emulator.listen();

  /** Starts the example; at the test's end sees that it goes when it is told to, and that nothing of it runs on. */
  const start = async (env: Record<string, string> = {}) => {
    const temporary = { TMPDIR: folder, DATABASE: join(folder, 'service.sqlite') };
    const service = await startService(join(examples, example), { PORT, ...temporary, ...env });
    onTestFinished(async () => {
      await service.stop();
      expect(service.exitCode).toBe(0);
      expect(await processesOf(folder)).toEqual([]);
    });
    return service;
  };
  return { folder, origin, sent, clientKeys, emulator, url, start };
}

/** Processes whose environment names the folder. Empty where there is no /proc. */
async function processesOf(folder: string): Promise<string[]> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const environments = await Promise.all(
    ids.map((id) => readFile(`/proc/${id}/environ`, 'utf8').catch(() => '')),
  );
  return ids.filter((_, index) => environments[index]?.includes(folder));
}

/** A person at a browser. */
export function createPerson(fetch?: PlainFetch) {
  const browser = new Browser(fetch);
  const open = async (address: string) => shown(await browser.open(address));
  const submit = async (page: string, typed: Record<string, string> = {}) =>
    shown(await browser.submit(page, typed));
  return { open, submit };
}

type Visit = Awaited<ReturnType<Browser['open']>>;

const shown = async ({ response, addresses }: Visit) => ({
  status: response.status,
  page: await response.text(),
  addresses,
});

/** The choice of a workspace on the page that lists several. */
export function workspaceOn(page: string, slug: string): string {
  const pattern = /value="([^"]+)" required> [^<]*<small>\(([^)]*)\)/g;
  const choices = [...page.matchAll(pattern)].map(([, uuid = '', name = '']) => [name, uuid] as const);
  expect(choices.map(([name]) => name)).toEqual(['demo', 'rival']);
  return new Map(choices).get(slug) ?? '';
}

/** Calls the example's own routes as its page would. */
export async function call(
  address: string,
  body?: object,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const headers = { 'content-type': 'application/json' };
  const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(address, init);
  return { status: response.status, body: await response.json() };
}

/** Links a repository; gives its row. */
export async function link(origin: string, identifier: string): Promise<{ readonly id: string }> {
  const { status, body } = await call(`${origin}/repositories`, { identifier });
  expect({ status, body }).toMatchObject({ status: 201, body: { name: identifier } });
  return body as { readonly id: string };
}

/** A commit in a fresh clone, or in one that is there; it is pushed, and hooks have been told when this is done. */
export async function createPusher(clone: string, { folder, emulator }: ExampleWorld) {
  const tree = await cloneWorkTree(clone, folder);
  return async (message: string, file: string): Promise<string> => {
    const hash = await tree.commit(message, { [file]: `${message}\n` });
    await tree.git('push', '--quiet', 'origin', `HEAD:${tree.branch}`);
    await emulator.settled();
    return hash;
  };
}

/** Sends a delivery again, as it was; gives the status. */
export const sendAgain = async ({ url, headers, body }: SentDelivery): Promise<number> =>
  (await fetch(url, { method: 'POST', headers, body })).status;

/** What `/received` has, as `hash file resolved`. */
export async function receivedBy(origin: string): Promise<string[]> {
  const { body } = await call(`${origin}/received`);
  const pushes = body as { commits: { id: string; patchSet?: { path: string }[]; resolves: string[] }[] }[];
  return pushes.flatMap(({ commits }) =>
    commits.map(({ id, patchSet = [], resolves }) =>
      [id, ...patchSet.map(({ path }) => path), ...resolves].join(' '),
    ),
  );
}
