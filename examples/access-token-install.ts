/**
 * A service whose users connect Bitbucket Cloud by an access token, on Fastify, in a form of the service's own: the token
 * of a repository, a project or a workspace, with the scopes repository, pullrequest and webhook. Nothing has to be
 * registered at Bitbucket, and nobody's account stands behind the integration.
 *
 * BASE_URL is an https address that the world reaches. DATABASE is the file that everything is kept in, the pasted tokens
 * included; it is made for its owner only. Set API_URL and SITE_URL for an emulator in place of Bitbucket.
 */
import { isIntegrationFormError } from 'bitbucket-sdk';
import { createFastifyPlugin } from 'bitbucket-sdk/fastify';
import { createBitbucketApp } from 'bitbucket-sdk/integration';
import { sqliteStore } from 'bitbucket-sdk/sqlite';
import fastify from 'fastify';
import { describeCommit } from './service/describe-commit.ts';
import { openReceivedCommits } from './service/received-commits.ts';
import { organizationId, sessionCookie, sessionOf } from './service/session.ts';
import { toAnswer } from './service/to-answer.ts';
import { tokenForm } from './service/token-form.ts';

const { PORT = '3000', BASE_URL, DATABASE = 'bitbucket.sqlite', API_URL, SITE_URL } = process.env;
const origin = BASE_URL ?? `http://127.0.0.1:${PORT}`;
const store = sqliteStore(DATABASE);
const received = openReceivedCommits(DATABASE);

const bitbucket = createBitbucketApp({
  baseUrl: `${origin}/bitbucket`,
  name: 'Example service',
  description: 'Shows commits, their authors and the issues that they resolve',
  store,
  client: { baseUrl: API_URL },
  siteUrl: SITE_URL,
  commits: { fileChanges: true },
  onCommits({ repository, commits }) {
    for (const commit of received.add(repository, commits)) console.log(describeCommit(commit));
  },
});

const server = fastify({ forceCloseConnections: true });
// In a scope of its own, which leaves Fastify's body parsers alone.
await server.register(createFastifyPlugin(bitbucket), { prefix: '/bitbucket' });
server.addContentTypeParser(
  'application/x-www-form-urlencoded',
  { parseAs: 'string' },
  async (_: unknown, body: string) => Object.fromEntries(new URLSearchParams(body)),
);

server.get('/connect', async (request, reply) => {
  reply.header('set-cookie', sessionCookie(request.headers.cookie)).type('text/html');
  return tokenForm({ action: `${origin}/connect` });
});

server.post<{ Body: { target?: string; token?: string } }>('/connect', async ({ body, headers }, reply) => {
  // The app asks nobody here: that the user may connect this organization is for you to check.
  if (sessionOf(headers.cookie) === undefined) return reply.status(403).send({ error: 'Sign in first' });
  const { target = '', token = '' } = body;
  try {
    const credential = { type: 'accessToken', token } as const;
    const { record } = await bitbucket.connectWorkspace({ organizationId, target, credential });
    return { connected: record.name };
  } catch (error) {
    if (!isIntegrationFormError(error)) throw error;
    reply.status(400).type('text/html');
    return tokenForm({ action: `${origin}/connect`, target, errors: error.fields });
  }
});

server.get('/repositories', async () => (await current()).getRepositories());
server.post<{ Body: { identifier: string } }>('/repositories', async ({ body }, reply) =>
  reply.status(201).send(await bitbucket.linkRepository(await current(), body.identifier)),
);
server.get('/received', async () => received.list());

server.setErrorHandler((error, _request, reply) => {
  const { status, body } = toAnswer(error);
  return reply.status(status).send(body);
});

await server.listen({ port: Number(PORT), host: '127.0.0.1' });
console.log(`listening on ${origin}`);

process.once('SIGTERM', async () => {
  await server.close();
  await bitbucket.close();
  received.close();
  store.close();
});

async function current() {
  const [integration] = await bitbucket.getIntegrations(organizationId);
  if (integration === undefined) throw new Error('Nothing is connected: open /connect first');
  return integration;
}
