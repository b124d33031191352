/**
 * A service that integrates with Bitbucket Cloud, on Express: people install the app, link repositories, and from then
 * on each push arrives here as commits with authors, file changes and the issues they resolve.
 *
 * Run it against the emulator with `npm run demo -- --serve`. For a real Bitbucket set BASE_URL to an https address
 * that the world reaches, and leave API_URL and SITE_URL out. DATABASE is the file that it keeps everything in, secrets
 * of installations included; it is made for its owner only. Default: bitbucket.sqlite where it was started.
 *
 * The /api routes stand for the host's own: they know one organization and trust a cookie that anybody can make. Your
 * service has users and sessions of its own; put them in `sessionOf`.
 */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { isApiError } from 'bitbucket-sdk';
import { createExpressHandler } from 'bitbucket-sdk/express';
import { type CommitRecord, createBitbucketApp, type LinkedRepository } from 'bitbucket-sdk/integration';
import { sqliteStore } from 'bitbucket-sdk/sqlite';
import express, { type ErrorRequestHandler, type Request } from 'express';
import { openReceivedCommits } from './received-commits.ts';

const { PORT = '3000', DATABASE = 'bitbucket.sqlite', BASE_URL, API_URL, SITE_URL } = process.env;
const organizationId = 'demo';
const store = sqliteStore(DATABASE);
const received = openReceivedCommits(DATABASE);

const server = express();
const listening = server.listen(Number(PORT), '127.0.0.1');
await new Promise((resolve) => listening.once('listening', resolve));
const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
const baseUrl = `${BASE_URL ?? origin}/bitbucket`;

const bitbucket = createBitbucketApp({
  baseUrl,
  key: 'bitbucket-sdk-example',
  name: 'Example service',
  description: 'Shows commits, their authors and the issues that they resolve',
  vendor: { name: 'bitbucket-sdk', url: 'https://www.npmjs.com/package/bitbucket-sdk' },
  store,
  client: { baseUrl: API_URL },
  siteUrl: SITE_URL,
  commits: { fileChanges: true },
  authorize: (request) => {
    const session = sessionOf(request.headers.get('cookie') ?? undefined);
    return session === undefined ? false : { session, organizationId };
  },
  onCommits({ repository, commits }) {
    for (const commit of received.add(repository, commits)) console.log(describe(commit));
  },
});

// The webhook's signature is over bytes, so the app comes before any body parser.
server.use('/bitbucket', createExpressHandler(bitbucket.fetch));

const api = express.Router();
api.use(express.json());

api.get('/install', async (request, response) => {
  const session = sessionOf(request.headers.cookie) ?? randomUUID();
  response.cookie('session', session, { httpOnly: true, sameSite: 'lax' });
  response.redirect(await bitbucket.createInstallUrl({ organizationId, session }));
});

api.get('/repositories', async (request, response) => {
  const integration = await currentIntegration();
  response.json(await integration.getRepositories(String(request.query['query'] ?? '')));
});

api.post('/repositories', async (request, response) => {
  const { identifier } = request.body as { identifier: string };
  response.status(201).json(await bitbucket.linkRepository(await currentIntegration(), identifier));
});

api.get('/releases', async (request: Request, response) => {
  const { start, end } = request.query as { start?: string; end: string };
  const integration = await currentIntegration();
  const [repository] = await linkedRepositories(integration.record.id);
  if (repository === undefined) throw new Error('No repository is linked');
  response.json(await bitbucket.repositoryProvider.compareCommits(integration, repository, { start, end }));
});

api.get('/received', (_, response) => void response.json(received.list()));
server.use('/api', api);

const answerError: ErrorRequestHandler = (error, _request, response, _next) => {
  const status = isApiError(error) ? 502 : 500;
  response.status(status).json({ error: error instanceof Error ? error.message : 'unknown' });
};
server.use(answerError);

console.log(`listening on ${origin}`);

process.once('SIGTERM', async () => {
  await bitbucket.close();
  listening.close();
  listening.closeAllConnections();
  received.close();
  store.close();
});

function sessionOf(cookies: string | undefined): string | undefined {
  return /(?:^|;\s*)session=([\w-]+)/.exec(cookies ?? '')?.[1];
}

async function currentIntegration() {
  const records = await store.integrations.findByOrganization(organizationId);
  const integration = records[0] && (await bitbucket.getIntegration(organizationId, records[0].id));
  if (integration === undefined) throw new Error('The app is not installed: open /api/install first');
  return integration;
}

async function linkedRepositories(integrationId: string): Promise<readonly LinkedRepository[]> {
  return store.repositories.list(integrationId);
}

function describe({ id, ref, author, message, patchSet = [], resolves }: CommitRecord): string {
  const files = patchSet.map(({ type, path }) => `${type} ${path}`).join(', ');
  const issues = resolves.length === 0 ? '' : ` · resolves ${resolves.join(', ')}`;
  return `${ref} ${id.slice(0, 7)} ${author?.name ?? 'no author'}: ${message.split('\n', 1)[0]} · ${files}${issues}`;
}
