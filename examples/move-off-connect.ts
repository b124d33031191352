/**
 * A service that people have installed as a Connect app, and that moves them to OAuth 2.0 before Connect ends on
 * 2027-01-31. On Express.
 *
 * Three things move an app: it is given the option `oauth2`, /status says whose integrations still stand on Connect, and
 * those people are sent to /move, where they agree at Bitbucket and choose the same workspace. The integration keeps its
 * id and its linked repositories, and each webhook its address; webhooks get a fresh secret, and deliveries that are
 * signed with the old one are refused as soon as every webhook has it. Then the Connect app can be uninstalled.
 *
 * BITBUCKET_CLIENT_ID, BITBUCKET_CLIENT_SECRET and the rest of the environment are as oauth2-install.ts tells.
 */
import { createExpressHandler } from 'bitbucket-sdk/express';
import { createBitbucketApp } from 'bitbucket-sdk/integration';
import { sqliteStore } from 'bitbucket-sdk/sqlite';
import express, { type ErrorRequestHandler } from 'express';
import { describeCommit } from './service/describe-commit.ts';
import { openReceivedCommits } from './service/received-commits.ts';
import { authorize, organizationId, sessionCookie, sessionOf } from './service/session.ts';
import { toAnswer } from './service/to-answer.ts';

const { PORT = '3000', BASE_URL, DATABASE = 'bitbucket.sqlite', API_URL, SITE_URL } = process.env;
const { BITBUCKET_CLIENT_ID = '', BITBUCKET_CLIENT_SECRET = '' } = process.env;
const origin = BASE_URL ?? `http://127.0.0.1:${PORT}`;
const store = sqliteStore(DATABASE);
const received = openReceivedCommits(DATABASE);

const bitbucket = createBitbucketApp({
  baseUrl: `${origin}/bitbucket`,
  key: 'bitbucket-sdk-example',
  name: 'Example service',
  description: 'Shows commits, their authors and the issues that they resolve',
  store,
  oauth2: { clientId: BITBUCKET_CLIENT_ID, clientSecret: BITBUCKET_CLIENT_SECRET },
  client: { baseUrl: API_URL },
  siteUrl: SITE_URL,
  authorize,
  afterSetup: () => `${origin}/status`,
  onCommits({ repository, commits }) {
    for (const commit of received.add(repository, commits)) console.log(describeCommit(commit));
  },
});

const host = express();
// A webhook's signature is over its bytes, so the app comes before any body parser.
host.use('/bitbucket', createExpressHandler(bitbucket));

// As people came in until now. Bitbucket takes no new Connect apps since 2026-02-02; those that exist still install.
host.get('/install', async (request, response) => {
  const cookie = sessionCookie(request.headers.cookie);
  const session = sessionOf(cookie) ?? '';
  response.setHeader('set-cookie', cookie);
  response.redirect(await bitbucket.createInstallUrl({ organizationId, session }));
});

host.get('/move', (request, response) => {
  response.setHeader('set-cookie', sessionCookie(request.headers.cookie));
  response.redirect(bitbucket.createSetupUrl({ organizationId }));
});

host.get('/status', async (_, response) => {
  const integrations = await bitbucket.getIntegrations(organizationId);
  const status = integrations.map(async ({ record: { id, name, credentials, webhookSecrets } }) => ({
    integration: id,
    workspace: name,
    // A Connect integration has no credential of its own: its installation holds the secret.
    standsOn: credentials?.['type'] ?? 'connect',
    // While hooks are given the fresh secret, deliveries may be signed with either.
    hooks: webhookSecrets.length === 1 ? 'secured' : 'being secured',
    repositories: (await store.repositories.list(id)).map((linked) => ({ id: linked.id, name: linked.name })),
  }));
  response.json(await Promise.all(status));
});

host.post('/repositories', express.json(), async ({ body }, response) => {
  const [integration] = await bitbucket.getIntegrations(organizationId);
  if (integration === undefined) throw new Error('Nothing is installed: open /install first');
  response.status(201).json(await bitbucket.linkRepository(integration, String(body.identifier)));
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
