/**
 * The whole story in one run: an emulated Bitbucket over a real git repository, the example service as a process of its
 * own, an install, a real `git push`, and the commits that arrive.
 *
 *   npm run demo                         over this repository's own history
 *   npm run demo -- --repo PATH          over any other; it is read, never changed
 *   npm run demo -- --framework fastify  with the service on Fastify instead of Express
 *   npm run demo -- --serve              keeps both running and says how to clone, push and look
 *   npm run demo -- --json               ends with addresses, ids and the names of secrets, for scripts
 *
 * DEMO_TOKEN is the access token that git and REST take on the emulator; `demo-token` if it is not set.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { Browser } from './demo/browser.ts';
import { createReport } from './demo/report.ts';
import { startService } from './demo/service-process.ts';
import { endStory, type SentDelivery, tellStory } from './demo/story.ts';

const { values } = parseArgs({
  options: {
    repo: { type: 'string', default: resolve(import.meta.dirname, '..') },
    framework: { type: 'string', default: 'express' },
    serve: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
if (!['express', 'fastify'].includes(values.framework)) {
  throw new Error('--framework takes express or fastify');
}
const { framework } = values;
const token = process.env['DEMO_TOKEN'] ?? 'demo-token';
const slug =
  basename(resolve(values.repo))
    .toLowerCase()
    .replace(/\.git$/, '')
    .replace(/[^a-z0-9._-]/g, '-') || 'repository';
const repository = `demo/${slug}`;
const report = createReport({ quiet: values.json });
const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupted.abort());

try {
  await run();
} catch (error) {
  if (!interrupted.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function run(): Promise<void> {
  const sent: SentDelivery[] = [];
  await using cleanup = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'bitbucket-sdk-demo-'));
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));

  const emulator = await createBitbucketEmulator({
    repositories: [{ fullName: repository, from: values.repo }],
    issueTracker: 'on',
    credentials: { accessTokens: [{ token, workspace: 'demo' }] },
    fetch: (url, init) => {
      const headers = new Headers(init.headers);
      if (headers.has('x-event-key'))
        sent.push({ url, headers, body: Buffer.from(init.body as Uint8Array).toString() });
      return fetch(url, init);
    },
  });
  cleanup.defer(() => emulator.close());
  const { url: emulatorUrl } = await emulator.listen();
  const service = await startService(join(import.meta.dirname, `${framework}-service.ts`), {
    API_URL: emulatorUrl,
    SITE_URL: emulatorUrl,
    DATABASE: join(folder, 'service.sqlite'),
  });
  cleanup.defer(() => service.stop());
  await report.step('start', async () => {
    return `an emulated Bitbucket over ${values.repo} at ${emulatorUrl}, the service on ${framework} at ${service.url} (process ${service.pid})`;
  });

  const signal = AbortSignal.any([interrupted.signal, AbortSignal.timeout(60_000)]);
  const browser = new Browser();
  const stage = { report, emulator, emulatorUrl, service, browser, repository, token, folder, sent, signal };
  const { clientKey } = await tellStory(stage);
  const facts = {
    emulator: emulatorUrl,
    api: `${emulatorUrl}/2.0`,
    service: service.url,
    descriptor: `${service.url}/bitbucket/descriptor`,
    received: `${service.url}/api/received`,
    repository,
    clone: `${emulatorUrl}/${repository}.git`,
    cloneUser: 'x-token-auth',
    clientKey,
    secrets: ['DEMO_TOKEN'],
  };
  if (values.json) console.log(JSON.stringify(facts, null, 2));
  if (values.serve) await serve(facts);
  else await endStory(stage, clientKey);
}

/** Keeps everything running until Ctrl-C. */
async function serve({
  clone,
  received,
  api,
}: {
  clone: string;
  received: string;
  api: string;
}): Promise<void> {
  const withToken = clone.replace('://', `://x-token-auth:${token}@`);
  if (!values.json) {
    console.log(`
Both run until Ctrl-C. To clone, push and look:
  git clone ${withToken} widgets
  cd widgets && git commit --allow-empty -m 'Fixes DEMO-2' && git push
  curl ${received}
  curl -H 'Authorization: Bearer ${token}' ${api}/repositories/demo`);
  }
  const keepAlive = setInterval(() => {}, 60_000);
  await new Promise((resolve) => interrupted.signal.addEventListener('abort', resolve));
  clearInterval(keepAlive);
}
