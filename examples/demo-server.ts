/**
 * The story of `npm run demo` on Bitbucket Server: an emulated Data Center under a context path with a certificate of
 * its own, the example service as a process of its own, a set-up by an application link as a browser makes it, a real
 * `git push`, and the commits that arrive.
 *
 *   npm run demo:server                         over this repository's own history
 *   npm run demo:server -- --repo PATH          over any other; it is read, never changed
 *   npm run demo:server -- --server-version 9.4 with the payloads of that version; else those of 10.4
 *   npm run demo:server -- --serve              keeps both running and says how to clone, push and look
 *   npm run demo:server -- --json               ends with addresses, ids and the names of secrets, for scripts
 *
 * DEMO_TOKEN is the HTTP access token that git and REST take on the emulator; `demo-token` if it is not set.
 */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { Agent } from 'undici';
import { Browser } from './demo/browser.ts';
import { createReport } from './demo/report.ts';
import { endServerStory, type ServerStage, tellServerStory } from './demo/server-story.ts';
import { startService } from './demo/service-process.ts';
import { createTrustingFetch } from './demo/trusting-fetch.ts';

const { values } = parseArgs({
  options: {
    repo: { type: 'string', default: resolve(import.meta.dirname, '..') },
    'server-version': { type: 'string', default: '10.4' },
    serve: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const version = readVersion(values['server-version']);
const token = process.env['DEMO_TOKEN'] ?? 'demo-token';
const consumerKey = 'example-service';
const contextPath = '/bitbucket';
const slug =
  basename(resolve(values.repo))
    .toLowerCase()
    .replace(/\.git$/, '')
    .replace(/[^a-z0-9._-]/g, '-') || 'repository';
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

function readVersion(text: string): '9.4' | '10.4' {
  if (text === '9.4' || text === '10.4') return text;
  throw new Error('--server-version takes 9.4 or 10.4');
}

async function run(): Promise<void> {
  await using cleanup = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'bitbucket-sdk-demo-'));
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));

  const sent: ServerStage['sent'][number][] = [];
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const emulator = await createBitbucketEmulator({
    repositories: [{ fullName: `demo/${slug}`, from: values.repo }],
    server: {
      contextPath,
      version,
      applicationLinks: [{ consumerKey, publicKey }],
      accessTokens: [{ token, project: 'DEMO' }],
    },
    fetch: (url, init) => {
      const headers = new Headers(init.headers);
      if (headers.has('x-event-key'))
        sent.push({ url, headers, body: Buffer.from(init.body as Uint8Array).toString() });
      return fetch(url, init);
    },
  });
  cleanup.defer(() => emulator.close());
  const { url, ca = '' } = await emulator.listen({ tls: true });
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, ca);
  const service = await startService(join(import.meta.dirname, 'server-service.ts'), {
    DATABASE: join(folder, 'service.sqlite'),
    ALLOWED_SERVERS: '127.0.0.1',
    NODE_EXTRA_CA_CERTS: caFile,
  });
  cleanup.defer(() => service.stop());
  const agent = new Agent({ connect: { ca } });
  cleanup.defer(() => agent.close());
  const trusting = createTrustingFetch(agent);

  const server = `${url}${contextPath}`;
  await report.step('start', async () => {
    return `an emulated Bitbucket Data Center ${version} over ${values.repo} at ${server}, the service at ${service.url} (process ${service.pid})`;
  });
  const stage: ServerStage = {
    ...{ report, emulator, server, service, token, consumerKey, privateKey, folder, caFile, sent },
    fetch: trusting,
    browser: new Browser(trusting),
    repository: `DEMO/${slug}`,
    signal: AbortSignal.any([interrupted.signal, AbortSignal.timeout(60_000)]),
  };
  await tellServerStory(stage);
  const facts = {
    emulator: server,
    api: `${server}/rest/api/latest`,
    service: service.url,
    received: `${service.url}/api/received`,
    repository: stage.repository,
    clone: `${server}/scm/demo/${slug}.git`,
    cloneUser: 'x-token-auth',
    consumerKey,
    certificate: caFile,
    secrets: ['DEMO_TOKEN'],
  };
  if (values.json) console.log(JSON.stringify(facts, null, 2));
  if (values.serve) await serve(facts);
  else await endServerStory(stage);
}

/** Keeps everything running until Ctrl-C. */
async function serve(facts: {
  clone: string;
  received: string;
  api: string;
  certificate: string;
}): Promise<void> {
  const { clone, received, api, certificate } = facts;
  if (!values.json) {
    console.log(`
Both run until Ctrl-C. To clone, push and look:
  export GIT_SSL_CAINFO=${certificate}
  git clone ${clone.replace('://', `://x-token-auth:${token}@`)} widgets
  cd widgets && git commit --allow-empty -m 'Fixes DEMO-2' && git push
  curl ${received}
  curl --cacert ${certificate} -H 'Authorization: Bearer ${token}' ${api}/projects/DEMO/repos`);
  }
  const keepAlive = setInterval(() => {}, 60_000);
  await new Promise((resolve) => interrupted.signal.addEventListener('abort', resolve));
  clearInterval(keepAlive);
}
