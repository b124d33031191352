/**
 * A service whose users connect a workspace of Bitbucket Cloud by OAuth 2.0, on Express: they agree at Bitbucket, choose
 * one of their workspaces, link a repository, and from then on each push arrives here as commits. The app needs no
 * Connect.
 *
 * In the settings of a workspace of yours, make an OAuth consumer with the callback URL
 * `{BASE_URL}/bitbucket/cloud/setup/callback` and the permissions account, repository, pull requests and webhooks, all to
 * read but webhooks. Its key and secret are BITBUCKET_CLIENT_ID and BITBUCKET_CLIENT_SECRET. BASE_URL is an https address
 * that the world reaches. DATABASE is the file that everything is kept in, users' tokens included; it is made for its
 * owner only. Set API_URL and SITE_URL for an emulator in place of Bitbucket.
 */
import { createExpressHandler } from 'bitbucket-sdk/express';
import { createBitbucketApp } from 'bitbucket-sdk/integration';
import { sqliteStore } from 'bitbucket-sdk/sqlite';
import express, { type ErrorRequestHandler } from 'express';
import { describeCommit } from './service/describe-commit.ts';
import { openReceivedCommits } from './service/received-commits.ts';
import { authorize, organizationId, sessionCookie } from './service/session.ts';
import { toAnswer } from './service/to-answer.ts';

const { PORT = '3000', BASE_URL, DATABASE = 'bitbucket.sqlite', API_URL, SITE_URL } = process.env;
const { BITBUCKET_CLIENT_ID = '', BITBUCKET_CLIENT_SECRET = '' } = process.env;
const origin = BASE_URL ?? `http://127.0.0.1:${PORT}`;
const store = sqliteStore(DATABASE);
const received = openReceivedCommits(DATABASE);

const bitbucket = createBitbucketApp({
  baseUrl: `${origin}/bitbucket`,
  name: 'Example service',
  description: 'Shows commits, their authors and the issues that they resolve',
  store,
  oauth2: { clientId: BITBUCKET_CLIENT_ID, clientSecret: BITBUCKET_CLIENT_SECRET },
  client: { baseUrl: API_URL },
  siteUrl: SITE_URL,
  commits: { fileChanges: true },
  authorize,
  afterSetup: () => `${origin}/repositories`,
  onCommits({ repository, commits }) {
    for (const commit of received.add(repository, commits)) console.log(describeCommit(commit));
  },
});

const host = express();
// A webhook's signature is over its bytes, so the app comes before any body parser.
host.use('/bitbucket', createExpressHandler(bitbucket));

host.get('/connect', (request, response) => {
  response.setHeader('set-cookie', sessionCookie(request.headers.cookie));
  response.redirect(bitbucket.createSetupUrl({ organizationId }));
});

// Access tokens end after two hours. Calls renew them, once for all processes that share the store.
host.get('/repositories', async (_, response) => {
  response.json(await (await current()).getRepositories());
});
host.post('/repositories', express.json(), async ({ body }, response) => {
  response.status(201).json(await bitbucket.linkRepository(await current(), String(body.identifier)));
});
host.get('/received', (_, response) => void response.json(received.list()));

const answerError: ErrorRequestHandler = (error, _request, response, _next) => {
  const { status, body } = toAnswer(error);
  response.status(status).json(body);
};
host.use(answerError);

const listening = host.listen(Number(PORT), '127.0.0.1', () => console.log(`listening on ${origin}`));

process.once('SIGTERM', async () => {
  listening.close();
  listening.closeAllConnections();
  await bitbucket.close();
  received.close();
  store.close();
});

async function current() {
  const [integration] = await bitbucket.getIntegrations(organizationId);
  if (integration === undefined) throw new Error('No workspace is connected: open /connect first');
  return integration;
}
