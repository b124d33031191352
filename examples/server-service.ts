/**
 * A service that integrates with Bitbucket Server and Data Center, on Express: people connect a server by an application
 * link, link repositories, and from then on each push arrives here as commits with authors, file changes and the issues
 * they resolve.
 *
 * Run it against the emulator with `npm run demo:server -- --serve`. For a real server set BASE_URL to an https address
 * that the server reaches. DATABASE is the file that it keeps everything in, keys of application links included; it is
 * made for its owner only. ALLOWED_SERVERS are the addresses of servers in your own network, such as `10.1.2.3`, that
 * users may connect to; without it only servers on the public internet are called.
 *
 * The /api routes stand for the host's own: they know one organization and trust a cookie that anybody can make. Your
 * service has users and sessions of its own; put them in session.ts.
 */
import { createExpressHandler } from 'bitbucket-sdk/express';
import { createBitbucketApp } from 'bitbucket-sdk/integration';
import { sqliteStore } from 'bitbucket-sdk/sqlite';
import express, { type ErrorRequestHandler } from 'express';
import { describeCommit } from './service/describe-commit.ts';
import { openReceivedCommits } from './service/received-commits.ts';
import { authorize, organizationId, sessionCookie } from './service/session.ts';
import { toAnswer } from './service/to-answer.ts';

const { PORT = '3000', DATABASE = 'bitbucket-server.sqlite', BASE_URL, ALLOWED_SERVERS = '' } = process.env;
const origin = BASE_URL ?? `http://127.0.0.1:${PORT}`;
const store = sqliteStore(DATABASE);
const received = openReceivedCommits(DATABASE);
const allowed = ALLOWED_SERVERS.split(',');

const app = createBitbucketApp({
  baseUrl: `${origin}/bitbucket`,
  name: 'Example service',
  description: 'Shows commits, their authors and the issues that they resolve',
  store,
  commits: { fileChanges: true },
  server: { allowServerAddress: ({ address }) => allowed.includes(address) },
  authorize,
  onCommits({ repository, commits }) {
    for (const commit of received.add(repository, commits)) console.log(describeCommit(commit));
  },
});
const { server } = app;

const host = express();
// A webhook's signature is over its bytes, so the app comes before any body parser.
host.use('/bitbucket', createExpressHandler(app.fetch));

const api = express.Router().use(express.json());
api.get('/connect', (request, response) => {
  response.setHeader('set-cookie', sessionCookie(request.headers.cookie));
  response.redirect(server.createSetupUrl({ organizationId }));
});
api.get('/repositories', async ({ query }, response) => {
  response.json(await (await current()).getRepositories(text(query['query'])));
});
api.post('/repositories', async ({ body }, response) => {
  response.status(201).json(await server.linkRepository(await current(), String(body.identifier)));
});
api.get('/releases', async ({ query }, response) => {
  const integration = await current();
  const [repository] = await store.repositories.list(integration.record.id);
  if (repository === undefined) throw new Error('No repository is linked: POST one to /api/repositories');
  const range = { start: text(query['start']), end: text(query['end']) ?? '' };
  response.json(await server.repositoryProvider.compareCommits(integration, repository, range));
});
api.post('/disconnect', async (_, response) => {
  const { record } = await current();
  await store.integrations.update(record.id, { status: 'disabled' });
  response.json({ disabled: record.externalId });
});
api.get('/received', (_, response) => void response.json(received.list()));

const answerError: ErrorRequestHandler = (error, _request, response, _next) => {
  const { status, body } = toAnswer(error);
  response.status(status).json(body);
};
host.use('/api', api).use(answerError);

const listening = host.listen(Number(PORT), '127.0.0.1', () => console.log(`listening on ${origin}`));

process.once('SIGTERM', async () => {
  listening.close();
  listening.closeAllConnections();
  await app.close();
  received.close();
  store.close();
});

async function current() {
  const [integration] = await server.getIntegrations(organizationId);
  if (integration === undefined) throw new Error('No server is connected: open /api/connect first');
  return integration;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
