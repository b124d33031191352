/**
 * A service whose users connect a Bitbucket Data Center by OAuth 2.0, on `node:http` and no framework: an administrator
 * makes an application link there (External application, incoming) with the redirect URL
 * `{BASE_URL}/bitbucket/server/setup/callback` and the permission to administer repositories, and types its client ID
 * and secret into the form at /connect. Each sign-in is bound to the browser by PKCE and a state that holds once.
 *
 * BASE_URL is an https address that browsers and the server reach. DATABASE is the file that everything is kept in,
 * secrets and tokens included; it is made for its owner only. ALLOWED_SERVERS are the addresses of servers in your own
 * network, such as `10.1.2.3`, that users may connect to; without it only servers on the public internet are called.
 */
import { createServer } from 'node:http';
import { createBitbucketApp } from 'bitbucket-sdk/integration';
import { createNodeHandler } from 'bitbucket-sdk/node';
import { sqliteStore } from 'bitbucket-sdk/sqlite';
import { describeCommit } from './service/describe-commit.ts';
import { openReceivedCommits } from './service/received-commits.ts';
import { authorize, organizationId, sessionCookie } from './service/session.ts';
import { toAnswer } from './service/to-answer.ts';

const { PORT = '3000', BASE_URL, DATABASE = 'bitbucket-server.sqlite', ALLOWED_SERVERS = '' } = process.env;
const origin = BASE_URL ?? `http://127.0.0.1:${PORT}`;
const store = sqliteStore(DATABASE);
const received = openReceivedCommits(DATABASE);
const allowed = ALLOWED_SERVERS.split(',');

const bitbucket = createBitbucketApp({
  baseUrl: `${origin}/bitbucket`,
  name: 'Example service',
  description: 'Shows commits, their authors and the issues that they resolve',
  store,
  server: { allowServerAddress: ({ address }) => allowed.includes(address) },
  commits: { fileChanges: true },
  authorize,
  onCommits({ repository, commits }) {
    for (const commit of received.add(repository, commits)) console.log(describeCommit(commit));
  },
});
const { server } = bitbucket;

/** The service's own routes, as `Request` and `Response`: Hono, Bun and Deno take the same. */
async function answer(request: Request): Promise<Response> {
  switch (`${request.method} ${new URL(request.url).pathname}`) {
    case 'GET /connect': {
      const location = server.createSetupUrl({ organizationId });
      const cookie = sessionCookie(request.headers.get('cookie') ?? undefined);
      return new Response(null, { status: 302, headers: { location, 'set-cookie': cookie } });
    }
    case 'GET /repositories':
      return Response.json(await (await current()).getRepositories());
    case 'POST /repositories': {
      const { identifier } = (await request.json()) as { identifier: unknown };
      const linked = await server.linkRepository(await current(), String(identifier));
      return Response.json(linked, { status: 201 });
    }
    case 'GET /received':
      return Response.json(received.list());
    default:
      return Response.json({ error: 'not found' }, { status: 404 });
  }
}

const listening = createServer(
  createNodeHandler(async (request, context) => {
    if (new URL(request.url).pathname.startsWith('/bitbucket/')) return bitbucket.fetch(request, context);
    return answer(request).catch((error: unknown) => {
      const { status, body } = toAnswer(error);
      return Response.json(body, { status });
    });
  }),
);
listening.listen(Number(PORT), '127.0.0.1', () => console.log(`listening on ${origin}`));

process.once('SIGTERM', async () => {
  listening.close();
  listening.closeAllConnections();
  await bitbucket.close();
  received.close();
  store.close();
});

async function current() {
  const [integration] = await server.getIntegrations(organizationId);
  if (integration === undefined) throw new Error('No server is connected: open /connect first');
  return integration;
}
